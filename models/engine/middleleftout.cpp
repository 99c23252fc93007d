// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/middleleftout.h"

namespace Gantry {

QString middleLeftOut(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    QString first = text.first(most * 2 / 3);
    QString last = text.last(most - first.size() - 1);
    // Neither with half a character.
    if (first.back().isHighSurrogate())
        first.chop(1);
    if (last.front().isLowSurrogate())
        last.remove(0, 1);
    return first + u'…' + last;
}

} // namespace Gantry
