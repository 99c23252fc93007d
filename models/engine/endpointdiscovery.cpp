// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/endpointdiscovery.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

void add(EndpointDiscovery::Found &found, Endpoint endpoint, const QString &name, const QString &reason,
         bool shellReachesIt)
{
    if (found.endpoints.contains(endpoint))
        return;
    endpoint.name = name;
    endpoint.reason = reason;
    endpoint.shellReachesIt = shellReachesIt;
    found.endpoints << endpoint;
}

QString unsupported(const QString &address)
{
    if (address.startsWith("ssh://"_L1))
        return EndpointDiscovery::tr("engines over ssh are not supported yet");
    if (address.startsWith("npipe:"_L1))
        return EndpointDiscovery::tr("Windows pipes are not supported");
    return EndpointDiscovery::tr("this is no address of an engine (unix:///PATH or tcp://HOST:PORT)");
}

/// The members of a JSON file; a file that does not exist has none.
QJsonObject readObject(const QString &path, QStringList *problems)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly)) {
        *problems << EndpointDiscovery::tr("Could not read %1: %2").arg(path, file.errorString());
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    if (!document.isObject())
        *problems << EndpointDiscovery::tr("Could not read %1: %2").arg(path, error.errorString());
    return document.object();
}

} // namespace

EndpointDiscovery::EndpointDiscovery(const QProcessEnvironment &environment, QString systemRoot)
    : m_environment(environment)
    , m_systemRoot(std::move(systemRoot))
{
}

EndpointDiscovery::Found EndpointDiscovery::find(const QString &host) const
{
    Found found;
    const QString dockerHost = m_environment.value(u"DOCKER_HOST"_s);
    if (!host.isEmpty()) {
        found.explicitly = true;
        addAddress(found, host, tr("from --host"), false);
        return found;
    }
    if (!dockerHost.isEmpty()) {
        found.explicitly = true;
        if (!m_environment.value(u"DOCKER_TLS_VERIFY"_s).isEmpty() && !dockerHost.startsWith("unix:"_L1))
            found.problems << tr("DOCKER_HOST is %1 with DOCKER_TLS_VERIFY: engines over TLS are not supported yet.")
                                  .arg(dockerHost);
        else
            addAddress(found, dockerHost, tr("from DOCKER_HOST"), true);
        return found;
    }
    addContext(found);
    if (!found.explicitly)
        addWellKnown(found);
    return found;
}

void EndpointDiscovery::addAddress(Found &found, const QString &address, const QString &reason,
                                   bool shellReachesIt) const
{
    if (const std::optional<Endpoint> endpoint = Endpoint::parse(address)) {
        const bool isLocal = endpoint->isLocalSocket();
        add(found, *endpoint, isLocal ? tr("local") : endpoint->host, reason, shellReachesIt);
    } else {
        //: %1 is an address, %2 where it is from ("from DOCKER_HOST"), %3 what is wrong with it
        found.problems << tr("Cannot use “%1” (%2): %3.").arg(address, reason, unsupported(address));
    }
}

void EndpointDiscovery::addContext(Found &found) const
{
    const QString home = m_environment.value(u"HOME"_s, QDir::homePath());
    const QString folder = m_environment.value(u"DOCKER_CONFIG"_s, home + "/.docker"_L1);
    QString context = m_environment.value(u"DOCKER_CONTEXT"_s);
    found.explicitly = !context.isEmpty() && context != "default"_L1;
    if (context.isEmpty())
        context = readObject(folder + "/config.json"_L1, &found.problems)["currentContext"_L1].toString();
    found.contextNamed = !found.problems.isEmpty();
    if (context.isEmpty() || context == "default"_L1)
        return;
    found.contextNamed = true;

    const QString id
        = QString::fromLatin1(QCryptographicHash::hash(context.toUtf8(), QCryptographicHash::Sha256).toHex());
    const QJsonObject meta = readObject(folder + "/contexts/meta/"_L1 + id + "/meta.json"_L1, &found.problems);
    const QString address = meta["Endpoints"_L1]["docker"_L1]["Host"_L1].toString();
    if (address.isEmpty()) {
        found.problems << tr("The Docker context “%1” names no engine.").arg(context);
        return;
    }
    if (QFileInfo::exists(folder + "/contexts/tls/"_L1 + id + "/docker"_L1)) {
        found.problems
            << tr("The Docker context “%1” uses TLS certificates, which are not supported yet.").arg(context);
        return;
    }
    const std::optional<Endpoint> endpoint = Endpoint::parse(address);
    if (!endpoint) {
        found.problems << tr("The Docker context “%1” points to %2: %3.").arg(context, address, unsupported(address));
        return;
    }
    add(found, *endpoint, context, tr("from the Docker context “%1”").arg(context), true);
    found.endpoints.last().fromContext = true;
}

void EndpointDiscovery::addWellKnown(Found &found) const
{
    const QString home = m_environment.value(u"HOME"_s, QDir::homePath());
    const QString runtime = m_environment.value(u"XDG_RUNTIME_DIR"_s, u"/run/user/%1"_s.arg(::getuid()));
    // The docker command goes to the first of these unless something else was named, also what cannot be used here.
    const bool plainShell = !found.contextNamed;
    const auto socket = [&](const QString &path, const QString &reason, bool shellReachesIt) {
        if (QFileInfo::exists(path))
            add(found, *Endpoint::parse(path), tr("local"), reason, shellReachesIt);
    };
    socket(m_systemRoot + "/var/run/docker.sock"_L1, tr("this machine's Docker"), plainShell);
    socket(runtime + "/docker.sock"_L1, tr("your rootless Docker"), false);
    socket(home + "/.docker/desktop/docker.sock"_L1, tr("Docker Desktop"), false);
    socket(runtime + "/podman/podman.sock"_L1, tr("your rootless Podman"), true);
    socket(m_systemRoot + "/run/podman/podman.sock"_L1, tr("this machine's Podman"), false);
}

} // namespace Gantry
