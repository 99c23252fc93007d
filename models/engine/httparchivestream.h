// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/httpstream.h"

namespace Gantry {

/// ArchiveStream over HTTP.
class HttpArchiveStream : public ArchiveStream
{
    Q_OBJECT

public:
    HttpArchiveStream(HttpConnection *connection, const HttpRequest &request, QObject *parent);
    void cancel() override;
    void setPaused(bool paused) override;

private:
    HttpStream *m_stream;
};

} // namespace Gantry
