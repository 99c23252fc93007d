// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/passwordkeeper.h"

#include <qt6keychain/keychain.h>

namespace Gantry {

namespace {

QString service()
{
    return QStringLiteral("org.gantry.Gantry");
}

} // namespace

void PasswordKeeper::read(const QString &key, QObject *context, std::function<void(const QString &password)> then)
{
    auto *job = new QKeychain::ReadPasswordJob(service(), this);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, context,
            [job, then = std::move(then)] { then(job->error() == QKeychain::NoError ? job->textData() : QString()); });
    job->start();
}

void PasswordKeeper::write(const QString &key, const QString &password, QObject *context, std::function<void()> then)
{
    auto *job = new QKeychain::WritePasswordJob(service(), this);
    job->setKey(key);
    job->setTextData(password);
    connect(job, &QKeychain::Job::finished, this, [this, job] {
        if (job->error() != QKeychain::NoError)
            Q_EMIT failed(
                tr("The password cannot be remembered: the keychain says “%1”. Start or unlock the keychain of "
                   "the desktop (GNOME Keyring, KWallet) and log in again; until then the console asks for "
                   "the password each time.")
                    .arg(job->errorString()));
    });
    connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
        if (job->error() == QKeychain::NoError)
            then();
    });
    job->start();
}

void PasswordKeeper::forget(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service(), this);
    job->setKey(key);
    job->start();
}

} // namespace Gantry
