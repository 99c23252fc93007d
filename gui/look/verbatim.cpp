// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/verbatim.h"

namespace Gantry {

QString verbatim(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace Gantry
