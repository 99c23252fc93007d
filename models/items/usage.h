// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Gantry {

/// Which containers, and through them which projects, use an image, a volume or a network.
struct Usage
{
    QStringList containers; ///< names, sorted
    QStringList projects; ///< sorted, each once

    bool isEmpty() const { return containers.isEmpty(); }
    /// The container's name, "3 containers", or empty.
    QString containersText() const;
    /// "tp1, shop"; \a own is the project that the object was made for and is always in it.
    QString projectsText(const QString &own = {}) const;

    friend bool operator==(const Usage &, const Usage &) = default;
};

} // namespace Gantry
