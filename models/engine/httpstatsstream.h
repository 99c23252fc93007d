// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/httpstream.h"

namespace Gantry {

/// StatsStream over HTTP: one JSON object a line.
class HttpStatsStream : public StatsStream
{
    Q_OBJECT

public:
    HttpStatsStream(HttpConnection *connection, const HttpRequest &request, QObject *parent);
    void cancel() override;
    void setGathering(bool gathering) override;
    void setListening(bool listening) override;

private:
    void take(const QByteArray &bytes);

    HttpStream *m_stream;
    QByteArray m_line;
};

} // namespace Gantry
