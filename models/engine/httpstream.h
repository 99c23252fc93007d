// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineerror.h"
#include "engine/httprequest.h"

#include <QObject>

namespace Gantry {

class HttpConnection;

/// A long answer on a connection of its own, told apart from an error answer: the common part of the streams.
class HttpStream : public QObject
{
    Q_OBJECT

public:
    /// Takes \a connection over and sends \a request.
    HttpStream(HttpConnection *connection, const HttpRequest &request, QObject *parent);

    HttpConnection *connection() const { return m_connection; }
    /// Closes the connection; nothing is emitted afterwards.
    void cancel();
    /// The stream broke its own rules: closes the connection and fails.
    void failProtocol(const QString &message);

Q_SIGNALS:
    void opened();
    void data(const QByteArray &bytes);
    void finished();
    void failed(const Gantry::EngineError &error);

private:
    void onHead();

    HttpConnection *m_connection;
    HttpRequest m_request;
    QByteArray m_errorBody;
    bool m_refused = false;
    bool m_over = false;
};

} // namespace Gantry
