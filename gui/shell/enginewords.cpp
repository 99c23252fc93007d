// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/enginewords.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

bool holds(const QList<EngineError> &problems, EngineError::Kind kind)
{
    return std::any_of(problems.cbegin(), problems.cend(),
                       [kind](const EngineError &error) { return error.kind() == kind; });
}

} // namespace

QString EngineWords::state(Engine::State state)
{
    switch (state) {
    case Engine::State::Searching:
        return tr("not reachable");
    case Engine::State::Connecting:
        return tr("connecting");
    case Engine::State::Connected:
        return tr("connected");
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
    // The packager's suffix ("20.10.24+dfsg1") says nothing here.
    const QString version = info.version.section(u'+', 0, 0);
    return u"%1 %2"_s.arg(info.product, length == Length::Full ? version : version.section(u'.', 0, 1));
}

QString EngineWords::statusLine(const Engine &engine)
{
    const Endpoint &endpoint = engine.endpoint();
    const QString place = endpoint.reason.isEmpty()
        ? endpoint.address()
        : tr("%1, %2", "an address, and why it is used").arg(endpoint.address(), endpoint.reason);
    switch (engine.state()) {
    case Engine::State::Connected:
        return tr("Connected to %1").arg(place);
    case Engine::State::Connecting:
        return tr("Connecting to %1").arg(place);
    case Engine::State::Lost:
        return tr("Connection lost to %1, trying again").arg(place);
    case Engine::State::Searching:
        break;
    }
    return endpoint.address().isEmpty() ? tr("No engine found") : tr("No answer from %1").arg(place);
}

QString EngineWords::failure(const QList<EngineError> &problems)
{
    if (holds(problems, EngineError::Kind::PermissionDenied))
        return tr("Docker runs, but you may not use it.");
    if (holds(problems, EngineError::Kind::Incompatible))
        return tr("The engine and Gantry speak no common version.");
    if (problems.isEmpty() || holds(problems, EngineError::Kind::Unreachable))
        return tr("No container engine answers.");
    return tr("The engine does not answer as it should.");
}

QList<EngineWords::Remedy> EngineWords::remedies(const QList<EngineError> &problems)
{
    if (holds(problems, EngineError::Kind::PermissionDenied)) {
        return {{tr("Join the group docker, then log out and in again. Members of this group have the rights of the "
                    "administrator on this computer."),
                 {u"sudo usermod -aG docker $USER"_s}},
                {tr("Or run Docker without administrator rights (rootless), as yourself."),
                 {u"dockerd-rootless-setuptool.sh install"_s, u"systemctl --user start docker"_s}}};
    }
    if (holds(problems, EngineError::Kind::Incompatible))
        return {{tr("Install a newer Docker (20.10 or later) or a newer Gantry."), {}}};
    return {{tr("If Docker is installed, start it."), {u"sudo systemctl start docker"_s}},
            {tr("If it is not installed, install it."), {u"sudo apt install docker.io"_s}}};
}

} // namespace Gantry
