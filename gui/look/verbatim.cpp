// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/verbatim.h"

#include "look/oneline.h"

namespace Gantry {

QString verbatim(const QString &text, qsizetype most)
{
    return oneLine(text, most).replace(u'&', QStringLiteral("&&"));
}

} // namespace Gantry
