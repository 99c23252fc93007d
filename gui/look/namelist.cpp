// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/namelist.h"

namespace Gantry {

using namespace Qt::StringLiterals;

NameList::NameList(const QStringList &lines, QWidget *parent)
    : QPlainTextEdit(lines.join(u'\n'), parent)
{
    setObjectName(u"nameList"_s);
    setAccessibleName(tr("Names"));
    setReadOnly(true);
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setFixedHeight(fontMetrics().lineSpacing() * (Few - 2));
}

} // namespace Gantry
