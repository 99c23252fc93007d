// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

namespace Gantry {

/// Reads one HTTP/1.1 response from bytes that arrive in pieces of any size (Boost.Beast underneath). Interim
/// responses (1xx but 101) are skipped.
class HttpResponseParser
{
public:
    /// \a headOnly: of an answer to HEAD, which has no body whatever its head says.
    explicit HttpResponseParser(bool headOnly = false);
    ~HttpResponseParser();
    HttpResponseParser(HttpResponseParser &&) noexcept;
    HttpResponseParser &operator=(HttpResponseParser &&) noexcept;

    /// Largest head (status line and fields), bytes.
    static constexpr int headLimit = 64 * 1024;

    /// Takes the next bytes; answers what they hold of the body. False ends the parsing: see error().
    bool feed(const QByteArray &data, QByteArray *body);
    /// The connection ended. False when the response is not complete.
    bool finish();

    bool hasHead() const;
    bool isDone() const;
    /// 101: what follows the head, rest() first, is no HTTP any more.
    bool isUpgraded() const;
    int status() const;
    /// Words of the status line.
    QString reason() const;
    /// Value of a field of the head, empty if there is none; \a name in any case.
    QByteArray header(const QByteArray &name) const;
    /// Whether the connection can serve another request after this response.
    bool keepsAlive() const;
    /// Bytes after the end of the response.
    QByteArray takeRest();
    /// The parser's words, empty while all is well.
    const QString &error() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Gantry
