// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace Gantry {

/// Who one is to a registry. Lives in memory only.
struct RegistryAuth
{
    QString user;
    QString password;
    QString identityToken; ///< in place of both
    QString server; ///< as docker's configuration names it

    bool isEmpty() const { return user.isEmpty() && identityToken.isEmpty(); }
    /// AuthConfig of the engine's API. Holds secrets.
    QJsonObject toJson() const;
    /// Value of X-Registry-Auth (API 1.41): JSON in base64url. Empty for nobody.
    QByteArray header() const;
};

} // namespace Gantry
