// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/detailedmenu.h"

#include "look/style.h"

#include <QActionEvent>
#include <QStyleOptionMenuItem>

namespace Gantry {

DetailedMenu::DetailedMenu(QWidget *parent)
    : QMenu(parent)
{
    setToolTipsVisible(true);
}

void DetailedMenu::setDetails(QAction *action, const QStringList &lines)
{
    if (m_details.value(action) == lines)
        return;
    m_details.insert(action, lines);
    QStringList all;
    const QList<QAction *> entries = actions();
    for (const QAction *entry : entries) {
        if (!details(entry).isEmpty())
            all << entry->text() + QLatin1String(": ") + details(entry).join(QLatin1String("; "));
    }
    setAccessibleDescription(all.join(QLatin1Char('\n')));
    // It has another size now.
    QActionEvent event(QEvent::ActionChanged, action);
    actionEvent(&event);
}

void DetailedMenu::initStyleOption(QStyleOptionMenuItem *option, const QAction *action) const
{
    QMenu::initStyleOption(option, action);
    const QStringList lines = details(action);
    if (!lines.isEmpty() && qobject_cast<const Style *>(style()))
        option->text += QLatin1Char('\n') + lines.join(QLatin1Char('\n'));
}

} // namespace Gantry
