// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/failure.h"

#include "engine/engineerror.h"

#include <QStringList>

namespace Gantry {

Failure Failure::of(const EngineError &error)
{
    return {error.fact(), error.words(), error.advice()};
}

QString Failure::reason() const
{
    QStringList parts{words, advice};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

QString Failure::text() const
{
    QStringList parts{fact, reason()};
    parts.removeAll(QString());
    return parts.join(u'\n');
}

} // namespace Gantry
