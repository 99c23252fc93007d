// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engineerror.h"

#include "engine/serveradvice.h"
#include "quoted.h"

#include <QCoreApplication>

namespace Gantry {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Gantry::EngineError", text);
}

} // namespace

EngineError::EngineError(Kind kind, QString attempted, QString message, int status)
    : m_kind(kind)
    , m_attempted(std::move(attempted))
    , m_message(std::move(message))
    , m_status(status)
{
}

QString EngineError::fact() const
{
    return tr("Could not %1.").arg(m_attempted);
}

QString EngineError::words() const
{
    switch (m_kind) {
    case Kind::Refused:
    case Kind::Unreachable:
    case Kind::PermissionDenied:
        return quoted(m_message);
    case Kind::ConnectionLost:
    case Kind::Protocol:
    case Kind::EngineTooOld:
    case Kind::EngineTooNew:
    case Kind::Cancelled:
        break;
    }
    return m_message;
}

QString EngineError::sentence() const
{
    switch (m_kind) {
    case Kind::Cancelled:
        if (m_message.isEmpty())
            return tr("Cancelled: %1.").arg(m_attempted);
        break;
    case Kind::Refused:
        return tr("Could not %1. The engine says: %2").arg(m_attempted, words());
    case Kind::Unreachable:
    case Kind::PermissionDenied:
    case Kind::ConnectionLost:
    case Kind::Protocol:
    case Kind::EngineTooOld:
    case Kind::EngineTooNew:
        break;
    }
    return tr("Could not %1: %2").arg(m_attempted, words());
}

QString EngineError::advice() const
{
    switch (m_kind) {
    case Kind::Unreachable:
        return tr("Start the engine (for instance with “sudo systemctl start docker”), or choose another one.");
    case Kind::PermissionDenied:
        return tr("Your user may not open the engine's socket. Add it to the group “docker” (“sudo usermod -aG docker "
                  "$USER”, then log in again), which gives it the rights of root; or use a rootless engine.");
    case Kind::ConnectionLost:
        return tr("The engine may have been stopped or restarted. Gantry connects again by itself.");
    case Kind::Protocol:
        return tr("Is the address really that of a Docker or Podman engine?");
    case Kind::EngineTooOld:
        return tr("Install a newer Docker (20.10 or later).");
    case Kind::EngineTooNew:
        return tr("Install a newer Gantry.");
    case Kind::Refused:
        return serverAdvice(m_message);
    case Kind::Cancelled:
        break;
    }
    return {};
}

} // namespace Gantry
