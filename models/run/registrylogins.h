// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/registryauth.h"

#include <QList>
#include <QObject>
#include <QStringList>

namespace Gantry {

/// Looks up who the user is to several registries at once, for a build whose base images are theirs: each as
/// CredentialLookup does.
class RegistryLogins : public QObject
{
    Q_OBJECT

public:
    /// \a registryKeys as in ImageReference::registryKey(). Begins at once.
    RegistryLogins(const QStringList &registryKeys, const QString &configFolder, QObject *parent);

    /// Value of X-Registry-Config (POST /build, API 1.41): JSON in base64url. Empty where there is no login.
    QByteArray header() const;
    /// What could not be asked, translated and without secrets.
    const QStringList &problems() const { return m_problems; }

Q_SIGNALS:
    /// Once, and never before the constructor has returned.
    void finished();

private:
    QList<RegistryAuth> m_logins;
    QStringList m_problems;
    qsizetype m_waiting = 0;
};

} // namespace Gantry
