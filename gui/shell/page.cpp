// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/page.h"

namespace Gantry {

Page::Page(const QString &id, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(id);
}

} // namespace Gantry
