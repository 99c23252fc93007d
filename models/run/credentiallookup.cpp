// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/credentiallookup.h"

#include "engine/middleleftout.h"
#include "engine/onanswer.h"
#include "quoted.h"

#include <QProcess>
#include <QtConcurrent>

namespace Gantry {

CredentialLookup::CredentialLookup(const QString &registryKey, const QString &configFolder, QObject *parent)
    : QObject(parent)
    , m_registryKey(registryKey)
{
    onAnswer(QtConcurrent::run(&DockerLogins::read, configFolder, registryKey), this,
             [this](const DockerLogins &logins) {
                 if (logins.helper.isEmpty())
                     Q_EMIT finished(logins.auth, logins.problem);
                 else
                     askHelper(logins);
             });
}

CredentialLookup::~CredentialLookup()
{
    if (!m_helper || m_helper->state() == QProcess::NotRunning)
        return;
    // The destructor of a running QProcess would wait.
    m_helper->disconnect(this);
    m_helper->setParent(nullptr);
    connect(m_helper, &QProcess::finished, m_helper, &QObject::deleteLater);
    connect(m_helper, &QProcess::errorOccurred, m_helper, [helper = m_helper](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            helper->deleteLater();
    });
    m_helper->kill();
}

void CredentialLookup::askHelper(const DockerLogins &logins)
{
    m_helper = new QProcess(this);
    connect(m_helper, &QProcess::errorOccurred, this, [this, logins](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT finished(logins.auth,
                            tr("The credential helper %1 cannot be started: %2")
                                .arg(middleLeftOut(logins.helper), quoted(m_helper->errorString())));
    });
    connect(m_helper, &QProcess::finished, this, [this, logins](int code, QProcess::ExitStatus status) {
        helperEnded(logins, status == QProcess::NormalExit && code == 0);
    });
    m_helper->start(logins.helper, {QStringLiteral("get")});
    m_helper->write(m_registryKey.toUtf8());
    m_helper->closeWriteChannel();
}

void CredentialLookup::helperEnded(const DockerLogins &logins, bool succeeded)
{
    const QByteArray output = m_helper->readAllStandardOutput();
    if (succeeded) {
        Q_EMIT finished(DockerLogins::ofHelper(output, m_registryKey), {});
        return;
    }
    // Helpers say on standard output that they know nobody (docker-credential-helpers, credentials/error.go).
    if (output.contains("credentials not found")) {
        Q_EMIT finished(logins.auth, {});
        return;
    }
    const QByteArray words = output + m_helper->readAllStandardError();
    Q_EMIT finished(
        logins.auth,
        tr("The credential helper %1 failed: %2")
            .arg(middleLeftOut(logins.helper), quoted(middleLeftOut(QString::fromUtf8(words).simplified(), 300))));
}

} // namespace Gantry
