// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The call of EngineClient that builds.
#include "engine/engineclient.h"
#include "engine/httpclient.h"
#include "engine/httpuploadstream.h"

namespace Gantry {

UploadStream *EngineClient::buildImage(const QByteArray &query, const QByteArray &logins, QObject *parent)
{
    HttpRequest build = request("POST", "/build" + query, tr("build an image"));
    build.isChunked = true;
    build.registryConfig = logins;
    return new HttpUploadStream(m_http->openConnection(nullptr), build, parent);
}

} // namespace Gantry
