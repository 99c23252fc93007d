// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/httpstream.h"

namespace Gantry {

/// EventStream over HTTP: one JSON object a line.
class HttpEventStream : public EventStream
{
    Q_OBJECT

public:
    HttpEventStream(HttpConnection *connection, const HttpRequest &request, QObject *parent);
    void cancel() override;

private:
    void take(const QByteArray &bytes);

    HttpStream *m_stream;
    QByteArray m_line;
};

} // namespace Gantry
