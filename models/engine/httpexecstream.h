// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/httpstream.h"
#include "engine/multiplexedreader.h"

namespace Gantry {

/// ExecStream over a hijacked HTTP connection.
class HttpExecStream : public ExecStream
{
    Q_OBJECT

public:
    HttpExecStream(HttpConnection *connection, const HttpRequest &request, QString execId, bool tty, QObject *parent);

    void cancel() override;
    QString execId() const override { return m_execId; }
    void write(const QByteArray &bytes) override;
    qint64 bytesToWrite() const override;
    void closeInput() override;
    void setPaused(bool paused) override;

private:
    void take(const QByteArray &bytes);

    HttpStream *m_stream;
    MultiplexedReader m_reader;
    QString m_execId;
    bool m_tty;
    bool m_open = false;
    bool m_closeWhenOpen = false;
    QByteArray m_early; ///< written before the engine handed the connection over
};

} // namespace Gantry
