// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logmenu.h"

#include "logs/logsincedialog.h"
#include "look/icons.h"

#include <QLocale>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

LogMenu::LogMenu(int tail, QWidget *parent)
    : QMenu(parent)
{
    const auto begin = [this](const QString &text, auto beginning) {
        connect(addAction(text), &QAction::triggered, this, [this, beginning] { Q_EMIT beginningChosen(beginning()); });
    };
    begin(tr("From the beginning"), [] { return ContainerLog::Beginning{}; });
    begin(tr("The last %1 lines").arg(QLocale().toString(tail)), [tail] { return ContainerLog::Beginning{tail}; });
    constexpr int minute = 60;
    for (const auto &[seconds, text] :
         {std::pair(10 * minute, tr("Since 10 minutes ago")), std::pair(60 * minute, tr("Since an hour ago")),
          std::pair(24 * 60 * minute, tr("Since a day ago"))}) {
        begin(text, [before = seconds] {
            return ContainerLog::Beginning{-1, QDateTime::currentDateTimeUtc().addSecs(-before)};
        });
    }
    connect(addAction(tr("Since…")), &QAction::triggered, this, &LogMenu::askSince);
    addSeparator();
    // The keys are the view's own: here they are only told.
    m_wrap = addAction(symbolIcon(u"wrap"_s), tr("Wrap long lines") + u"\tW"_s);
    m_raw = addAction(symbolIcon(u"braces"_s), tr("JSON lines as they came") + u"\tJ"_s);
    for (QAction *toggle : {m_wrap, m_raw})
        toggle->setCheckable(true);
    connect(m_wrap, &QAction::triggered, this, &LogMenu::wrapChosen);
    connect(m_raw, &QAction::triggered, this, &LogMenu::rawChosen);
    addSeparator();
    m_save = addAction(symbolIcon(u"save"_s), tr("Save all lines…"));
    m_saveShown = addAction(tr("Save the shown lines…"));
    m_clear = addAction(tr("Clear"));
    m_clear->setToolTip(tr("Forget the lines here; the engine keeps its log."));
    connect(m_save, &QAction::triggered, this, [this] { Q_EMIT saveChosen(false); });
    connect(m_saveShown, &QAction::triggered, this, [this] { Q_EMIT saveChosen(true); });
    connect(m_clear, &QAction::triggered, this, &LogMenu::clearChosen);
    setToolTipsVisible(true);
}

void LogMenu::setLines(bool some, bool someHidden)
{
    m_save->setEnabled(some);
    m_saveShown->setEnabled(some && someHidden);
    m_saveShown->setToolTip(someHidden ? QString() : tr("All lines are shown."));
    m_clear->setEnabled(some);
}

void LogMenu::askSince()
{
    auto *dialog = new LogSinceDialog(parentWidget()->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LogSinceDialog::chosen, this, [this](const QDateTime &since) {
        Q_EMIT beginningChosen({-1, since.toUTC()});
    });
    dialog->open();
}

} // namespace Gantry
