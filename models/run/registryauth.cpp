// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/registryauth.h"

#include <QJsonDocument>

namespace Gantry {

using namespace Qt::StringLiterals;

QJsonObject RegistryAuth::toJson() const
{
    QJsonObject json{{u"serveraddress"_s, server}};
    if (identityToken.isEmpty()) {
        json.insert(u"username"_s, user);
        json.insert(u"password"_s, password);
    } else {
        json.insert(u"identitytoken"_s, identityToken);
    }
    return json;
}

QByteArray RegistryAuth::header() const
{
    if (isEmpty())
        return {};
    return QJsonDocument(toJson()).toJson(QJsonDocument::Compact).toBase64(QByteArray::Base64UrlEncoding);
}

} // namespace Gantry
