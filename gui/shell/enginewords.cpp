// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/enginewords.h"

#include "look/oneline.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The smaller, the more it tells of why no engine can be used: a closed door more than an empty place.
int rank(const FailedAttempt &attempt)
{
    switch (attempt.error.kind()) {
    case EngineError::Kind::PermissionDenied:
        return 0;
    case EngineError::Kind::EngineTooOld:
    case EngineError::Kind::EngineTooNew:
        return 1;
    case EngineError::Kind::Unreachable:
        return 4;
    case EngineError::Kind::ConnectionLost:
    case EngineError::Kind::Protocol:
    case EngineError::Kind::Refused:
    case EngineError::Kind::Cancelled:
        break;
    }
    return attempt.product.isEmpty() ? 3 : 2;
}

FailedAttempt mostTelling(const QList<FailedAttempt> &attempts)
{
    const auto found
        = std::min_element(attempts.cbegin(), attempts.cend(),
                           [](const FailedAttempt &a, const FailedAttempt &b) { return rank(a) < rank(b); });
    return found == attempts.cend() ? FailedAttempt{{}, {EngineError::Kind::Unreachable, {}, {}}} : *found;
}

bool isPodman(const Endpoint &endpoint)
{
    return endpoint.path.contains("podman"_L1);
}

/// Whether it is a socket of the user's own services.
bool isOwn(const Endpoint &endpoint)
{
    return endpoint.path.startsWith("/run/user/"_L1);
}

QString placeOf(const Endpoint &endpoint)
{
    return endpoint.reason.isEmpty()
        ? endpoint.address()
        : EngineWords::tr("%1, %2", "an address, and why it is used").arg(endpoint.address(), endpoint.reason);
}

QList<EngineWords::Remedy> remediesForUnreachable(const Endpoint &endpoint)
{
    if (!endpoint.isLocalSocket()) {
        return {{EngineWords::tr("Is an engine listening at %1? It must run there and be told to listen on TCP, and no "
                                 "firewall may be in between.")
                     .arg(endpoint.address()),
                 {}},
                {EngineWords::tr("Or choose another engine in the box at the top of the navigation."), {}}};
    }
    if (isPodman(endpoint)) {
        return {
            {EngineWords::tr("If Podman is installed, let its service listen."),
             {isOwn(endpoint) ? u"systemctl --user start podman.socket"_s : u"sudo systemctl start podman.socket"_s}}};
    }
    if (isOwn(endpoint))
        return {{EngineWords::tr("Start your rootless Docker."), {u"systemctl --user start docker"_s}}};
    if (endpoint.path.endsWith("/.docker/desktop/docker.sock"_L1))
        return {{EngineWords::tr("Start Docker Desktop."), {u"systemctl --user start docker-desktop"_s}}};
    return {{EngineWords::tr("If Docker is installed, start it."), {u"sudo systemctl start docker"_s}},
            {EngineWords::tr("If it is not installed, install it."), {u"sudo apt install docker.io"_s}}};
}

QList<EngineWords::Remedy> remediesForPermission(const Endpoint &endpoint)
{
    if (isPodman(endpoint)) {
        return {
            {EngineWords::tr("This Podman is another user's, mostly the administrator's. Use your own, which needs no "
                             "rights."),
             {u"systemctl --user start podman.socket"_s}}};
    }
    return {
        {EngineWords::tr("Join the group docker, then log out and in again. Members of this group have the rights of "
                         "the administrator on this computer."),
         {u"sudo usermod -aG docker $USER"_s}},
        {EngineWords::tr("Or run Docker without administrator rights (rootless), as yourself."),
         {u"dockerd-rootless-setuptool.sh install"_s, u"systemctl --user start docker"_s}}};
}

} // namespace

QString EngineWords::state(const Engine &engine)
{
    switch (engine.state()) {
    case Engine::State::Searching:
        return tr("not reachable");
    case Engine::State::Connecting:
        return tr("connecting");
    case Engine::State::Connected:
        return engine.isSilent() ? tr("does not answer") : tr("connected");
    case Engine::State::Lost:
        return tr("connection lost");
    }
    return {};
}

QString EngineWords::product(const Engine &engine, Length length)
{
    const EngineInfo &info = engine.info();
    if (info.version.isEmpty())
        return tr("No engine");
    // The packager's suffix ("20.10.24+dfsg1") says nothing here, and no version is long.
    constexpr qsizetype longest = 40;
    const QString version = oneLine(info.version.section(u'+', 0, 0), longest);
    return u"%1 %2"_s.arg(info.product, length == Length::Full ? version : version.section(u'.', 0, 1));
}

QString EngineWords::productAndState(const Engine &engine, Length length)
{
    return engine.info().version.isEmpty() ? state(engine) : product(engine, length) + u" · "_s + state(engine);
}

QString EngineWords::statusLine(const Engine &engine)
{
    const QString place = placeOf(engine.endpoint());
    switch (engine.state()) {
    case Engine::State::Connected: {
        if (engine.isSilent())
            return tr("Connected to %1, which does not answer").arg(place);
        const QString connected = tr("Connected to %1").arg(place);
        const QStringList passedOver = engine.passedOver();
        return passedOver.isEmpty()
            ? connected
            : tr("%1. %2", "what is connected, and why not the named engine").arg(connected, passedOver.join(u' '));
    }
    case Engine::State::Connecting:
        return tr("Connecting to %1").arg(place);
    case Engine::State::Lost:
        return tr("Connection lost to %1, trying again").arg(place);
    case Engine::State::Searching:
        break;
    }
    const FailedAttempt attempt = mostTelling(engine.attempts());
    if (attempt.endpoint.isEmpty())
        return tr("No engine found");
    switch (attempt.error.kind()) {
    case EngineError::Kind::Unreachable:
        return tr("No answer from %1").arg(placeOf(attempt.endpoint));
    case EngineError::Kind::PermissionDenied:
        return tr("Permission denied for %1").arg(placeOf(attempt.endpoint));
    default:
        return tr("No usable answer from %1").arg(placeOf(attempt.endpoint));
    }
}

QString EngineWords::failure(const QList<FailedAttempt> &attempts, const QStringList &unusable)
{
    const FailedAttempt attempt = mostTelling(attempts);
    const Endpoint &endpoint = attempt.endpoint;
    switch (attempt.error.kind()) {
    case EngineError::Kind::PermissionDenied:
        return isPodman(endpoint) ? tr("Podman runs, but you may not use it.")
                                  : tr("Docker runs, but you may not use it.");
    case EngineError::Kind::EngineTooOld:
    case EngineError::Kind::EngineTooNew:
        return tr("The engine and Gantry speak no common version.");
    case EngineError::Kind::Unreachable:
        if (!endpoint.isLocalSocket())
            return tr("No container engine answers at %1.").arg(endpoint.address());
        return endpoint.isEmpty() && !unusable.isEmpty() ? tr("The engine that is named cannot be used.")
                                                         : tr("No container engine answers.");
    case EngineError::Kind::Refused:
        if (!attempt.product.isEmpty())
            return tr("%1 runs, but refused what Gantry needs.").arg(attempt.product);
        break;
    case EngineError::Kind::ConnectionLost:
        if (!attempt.product.isEmpty())
            return tr("%1 runs, but did not answer to the end.").arg(attempt.product);
        break;
    case EngineError::Kind::Protocol:
    case EngineError::Kind::Cancelled:
        break;
    }
    return tr("Something listens at %1, but does not answer as a container engine should.").arg(endpoint.address());
}

EngineWords::Trouble EngineWords::trouble(const Engine &engine)
{
    if (engine.isSilent())
        return {tr("The engine does not answer."),
                tr("What you see is what was last known, and what was begun waits. Gantry goes on by itself when the "
                   "engine answers again; if it does not, restart the engine.")};
    const bool connected = engine.state() == Engine::State::Connected;
    const QList<EngineError> problems = connected ? engine.refreshProblems() : engine.problems();
    if (!engine.isKnown() || (connected && problems.isEmpty()))
        return {};
    QStringList why;
    for (const EngineError &problem : problems)
        why.append(problem.sentence());
    why.append(connected ? tr("Gantry tries again by itself.")
                         : tr("What you see is what was last known. Gantry goes on trying."));
    return {connected ? tr("A list could not be brought up to date.") : tr("The connection to the engine is lost."),
            paragraph(why)};
}

QString EngineWords::paragraph(const QStringList &sentences)
{
    static const QString ends = u".!?…"_s;
    static const QString quotes = u"”»"_s;
    QStringList ended;
    for (const QString &sentence : sentences) {
        QString words = sentence.trimmed();
        while (!words.isEmpty() && (quotes.contains(words.back()) || words.back().isSpace()))
            words.chop(1);
        const bool stands = words.isEmpty() || ends.contains(words.back());
        ended.append(stands ? sentence : sentence + u'.');
    }
    return ended.join(u' ');
}

QList<EngineWords::Remedy> EngineWords::remedies(const QList<FailedAttempt> &attempts, const QStringList &unusable)
{
    const FailedAttempt attempt = mostTelling(attempts);
    switch (attempt.error.kind()) {
    case EngineError::Kind::PermissionDenied:
        return remediesForPermission(attempt.endpoint);
    case EngineError::Kind::EngineTooOld:
    case EngineError::Kind::EngineTooNew:
        return {{attempt.error.advice(), {}}};
    case EngineError::Kind::Unreachable:
        if (attempt.endpoint.isEmpty() && !unusable.isEmpty()) {
            return {{tr("Name an engine at a Unix socket or plain TCP address, in DOCKER_HOST, by a Docker context or "
                        "with --host."),
                     {}}};
        }
        return remediesForUnreachable(attempt.endpoint);
    case EngineError::Kind::ConnectionLost:
    case EngineError::Kind::Protocol:
    case EngineError::Kind::Refused:
    case EngineError::Kind::Cancelled:
        break;
    }
    QList<Remedy> remedies;
    if (const QString advice = attempt.error.advice(); !advice.isEmpty())
        remedies.append({advice, {}});
    remedies.append({tr("Try again, or choose another engine in the box at the top of the navigation."), {}});
    return remedies;
}

} // namespace Gantry
