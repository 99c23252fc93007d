// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/dockerlogins.h"

#include <QObject>

class QProcess;

namespace Gantry {

/// Looks up who the user is to a registry, as docker does: config.json, and the helper program that it names.
class CredentialLookup : public QObject
{
    Q_OBJECT

public:
    /// \a registryKey as in ImageReference::registryKey(). Begins at once.
    CredentialLookup(const QString &registryKey, const QString &configFolder, QObject *parent);
    /// Ends a helper that still runs, without waiting for it.
    ~CredentialLookup() override;

Q_SIGNALS:
    /// Once. Nobody is no failure; \a problem tells, translated and without secrets, what could not be asked.
    void finished(const Gantry::RegistryAuth &auth, const QString &problem);

private:
    void askHelper(const DockerLogins &logins);
    void helperEnded(const DockerLogins &logins, bool succeeded);

    QString m_registryKey;
    QProcess *m_helper = nullptr;
};

} // namespace Gantry
