// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "quoted.h"

#include <QCoreApplication>

namespace Gantry {

QString quoted(const QString &words)
{
    //: What someone else said, in quotation marks.
    return words.isEmpty() ? QString() : QCoreApplication::translate("Gantry::Quoted", "“%1”").arg(words);
}

} // namespace Gantry
