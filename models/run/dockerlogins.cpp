// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/dockerlogins.h"

#include "engine/middleleftout.h"
#include "quoted.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestConfig = 4 * 1024 * 1024;

/// "https://registry.example/v1/" of old files is "registry.example".
QString hostOf(const QString &key)
{
    const qsizetype scheme = key.indexOf("://"_L1);
    return (scheme < 0 ? key : key.mid(scheme + 3)).section(u'/', 0, 0);
}

QJsonValue entryOf(const QJsonObject &entries, const QString &registryKey)
{
    if (entries.contains(registryKey))
        return entries.value(registryKey);
    for (auto it = entries.begin(); it != entries.end(); ++it) {
        if (hostOf(it.key()) == hostOf(registryKey))
            return it.value();
    }
    return {};
}

RegistryAuth authOf(const QJsonObject &entry, const QString &registryKey)
{
    RegistryAuth auth;
    auth.server = registryKey;
    auth.user = entry["username"_L1].toString();
    auth.password = entry["password"_L1].toString();
    auth.identityToken = entry["identitytoken"_L1].toString();
    const QString both = QString::fromUtf8(QByteArray::fromBase64(entry["auth"_L1].toString().toLatin1()));
    if (const qsizetype colon = both.indexOf(u':'); colon > 0) {
        auth.user = both.left(colon);
        auth.password = both.mid(colon + 1);
        // Old files end with a zero.
        while (auth.password.endsWith(QChar(u'\0')))
            auth.password.chop(1);
    }
    return auth;
}

} // namespace

DockerLogins DockerLogins::of(const QByteArray &config, const QString &registryKey)
{
    DockerLogins logins;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(config, &error);
    if (!document.isObject()) {
        logins.problem = DockerLogins::tr("Docker's config.json cannot be read: %1").arg(quoted(error.errorString()));
        return logins;
    }
    const QJsonObject json = document.object();
    QString name = json["credHelpers"_L1].toObject().value(registryKey).toString();
    if (name.isEmpty())
        name = json["credsStore"_L1].toString();
    // A name, and never a path.
    static const QRegularExpression form(u"\\A[A-Za-z0-9._-]+\\z"_s);
    if (form.match(name).hasMatch())
        logins.helper = u"docker-credential-"_s + name;
    else if (!name.isEmpty())
        logins.problem = DockerLogins::tr("Docker's config.json names a credential helper that can be none: %1")
                             .arg(quoted(middleLeftOut(name)));
    logins.auth = authOf(entryOf(json["auths"_L1].toObject(), registryKey).toObject(), registryKey);
    return logins;
}

DockerLogins DockerLogins::read(const QString &folder, const QString &registryKey)
{
    QFile file(QDir(folder).filePath(u"config.json"_s));
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        DockerLogins logins;
        logins.problem = DockerLogins::tr("Docker's config.json cannot be read: %1").arg(quoted(file.errorString()));
        return logins;
    }
    return of(file.read(LargestConfig), registryKey);
}

QString DockerLogins::defaultFolder()
{
    const QString chosen = qEnvironmentVariable("DOCKER_CONFIG");
    return chosen.isEmpty() ? QDir::home().filePath(u".docker"_s) : chosen;
}

RegistryAuth DockerLogins::ofHelper(const QByteArray &output, const QString &registryKey)
{
    const QJsonObject json = QJsonDocument::fromJson(output).object();
    RegistryAuth auth;
    auth.server = registryKey;
    auth.user = json["Username"_L1].toString();
    const QString secret = json["Secret"_L1].toString();
    if (auth.user == "<token>"_L1) {
        auth.user.clear();
        auth.identityToken = secret;
    } else {
        auth.password = secret;
    }
    return auth;
}

} // namespace Gantry
