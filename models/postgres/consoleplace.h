// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Gantry {

/// Which database container a console belongs to. A container of a project is found again by project and service, also
/// when it has been made anew; others by id or name.
struct ConsolePlace
{
    QString containerId;
    QString containerName;
    QString project; ///< empty for a container of no project
    QString service;

    bool isNull() const { return containerId.isEmpty() && containerName.isEmpty(); }
    /// "shop / db", or the container's name.
    QString label() const { return project.isEmpty() ? containerName : project + QStringLiteral(" / ") + service; }
    /// The same place after a restart, whatever the container's id: names settings and secrets.
    QString key() const
    {
        return project.isEmpty() ? QStringLiteral("container/") + containerName
                                 : QStringLiteral("service/") + project + QLatin1Char('/') + service;
    }
    /// Whether a console of one serves the other.
    bool serves(const ConsolePlace &other) const { return containerId == other.containerId || key() == other.key(); }

    friend bool operator==(const ConsolePlace &, const ConsolePlace &) = default;
};

} // namespace Gantry
