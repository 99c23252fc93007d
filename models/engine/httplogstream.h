// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/httpstream.h"
#include "engine/multiplexedreader.h"

namespace Gantry {

/// LogStream over HTTP: plain bytes of a TTY, or frames.
class HttpLogStream : public LogStream
{
    Q_OBJECT

public:
    HttpLogStream(HttpConnection *connection, const HttpRequest &request, bool tty, QObject *parent);
    void cancel() override;
    void setPaused(bool paused) override;

private:
    void take(const QByteArray &bytes);

    HttpStream *m_stream;
    MultiplexedReader m_reader;
    bool m_tty;
};

} // namespace Gantry
