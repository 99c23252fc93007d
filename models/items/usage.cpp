// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/usage.h"

#include <QCoreApplication>

namespace Gantry {

QString Usage::containersText() const
{
    if (containers.size() <= 1)
        return containers.value(0);
    return QCoreApplication::translate("Gantry::Usage", "%n container(s)", nullptr, int(containers.size()));
}

QString Usage::projectsText(const QString &own) const
{
    QStringList names = projects;
    if (!own.isEmpty() && !names.contains(own)) {
        names.append(own);
        names.sort();
    }
    return names.join(QLatin1String(", "));
}

} // namespace Gantry
