// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/httpstream.h"

namespace Gantry {

/// UploadStream over HTTP.
class HttpUploadStream : public UploadStream
{
    Q_OBJECT

public:
    /// \a request has an archive.
    HttpUploadStream(HttpConnection *connection, const HttpRequest &request, QObject *parent);
    void cancel() override;
    void write(const QByteArray &bytes) override;
    void writeEnd() override;
    qint64 bytesToWrite() const override;

private:
    HttpStream *m_stream;
    bool m_chunked;
};

} // namespace Gantry
