// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/httpstream.h"

namespace Gantry {

/// ProgressStream over HTTP.
class HttpProgressStream : public ProgressStream
{
    Q_OBJECT

public:
    HttpProgressStream(HttpConnection *connection, const HttpRequest &request, QObject *parent);
    void cancel() override;

private:
    void take(const QByteArray &bytes);
    /// Whether all of it could be read, and this is still there.
    bool takeLine(const QByteArray &line);
    void end();

    HttpStream *m_stream;
    QByteArray m_line;
};

} // namespace Gantry
