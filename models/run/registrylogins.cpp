// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/registrylogins.h"

#include "run/credentiallookup.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Gantry {

RegistryLogins::RegistryLogins(const QStringList &registryKeys, const QString &configFolder, QObject *parent)
    : QObject(parent)
    , m_waiting(registryKeys.size())
{
    for (const QString &key : registryKeys) {
        auto *lookup = new CredentialLookup(key, configFolder, this);
        connect(lookup, &CredentialLookup::finished, this, [this](const RegistryAuth &auth, const QString &problem) {
            if (!auth.isEmpty())
                m_logins << auth;
            if (!problem.isEmpty() && !m_problems.contains(problem))
                m_problems << problem;
            if (--m_waiting == 0)
                Q_EMIT finished();
        });
    }
    if (registryKeys.isEmpty())
        QMetaObject::invokeMethod(this, &RegistryLogins::finished, Qt::QueuedConnection);
}

QByteArray RegistryLogins::header() const
{
    QJsonObject json;
    for (const RegistryAuth &auth : m_logins)
        json.insert(auth.server, auth.toJson());
    if (json.isEmpty())
        return {};
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toBase64(QByteArray::Base64UrlEncoding);
}

} // namespace Gantry
