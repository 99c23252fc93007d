// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/oneline.h"

namespace Gantry {

QString oneLine(QString text)
{
    for (QChar &character : text) {
        if (character == u'\n' || character == u'\r' || character == u'\t' || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator)
            character = u' ';
    }
    return text;
}

} // namespace Gantry
