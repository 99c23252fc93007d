// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/httpstream.h"
#include "engine/multiplexedreader.h"

#include <QTimer>

namespace Gantry {

/// LogStream over HTTP: plain bytes of a TTY, or frames.
class HttpLogStream : public LogStream
{
    Q_OBJECT

public:
    /// \a answersQuiet: the engine answers before the first line; where not, silence is taken for an open log.
    HttpLogStream(HttpConnection *connection, const HttpRequest &request, bool tty, bool answersQuiet, QObject *parent);
    void cancel() override;
    void setPaused(bool paused) override;

private:
    void open();
    void take(const QByteArray &bytes);

    HttpStream *m_stream;
    MultiplexedReader m_reader{MultiplexedReader::Frames::Told};
    QTimer m_quiet;
    bool m_tty;
    bool m_open = false;
};

} // namespace Gantry
