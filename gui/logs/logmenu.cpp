// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logmenu.h"

#include "logs/logbeginningdialog.h"
#include "look/icons.h"

#include <QActionGroup>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

LogMenu::LogMenu(QWidget *parent)
    : QMenu(parent)
    , m_beginnings(new QActionGroup(this))
{
    fillBeginnings();
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

void LogMenu::fillBeginnings()
{
    m_all = addBeginning(tr("From the beginning"));
    connect(m_all, &QAction::triggered, this, [this] { choose(m_all, {}); });
    for (const int tail : {1'000, 10'000, 100'000}) {
        QAction *action = addBeginning(tr("The last %1 lines").arg(QLocale().toString(tail)));
        connect(action, &QAction::triggered, this, [this, action, tail] { choose(action, {tail}); });
        m_tails.append({action, tail});
    }
    m_otherTail = addBeginning({});
    connect(m_otherTail, &QAction::triggered, this, &LogMenu::askTail);
    constexpr int minute = 60;
    for (const auto &[seconds, text] :
         {std::pair(10 * minute, tr("Since 10 minutes ago")), std::pair(60 * minute, tr("Since an hour ago")),
          std::pair(24 * 60 * minute, tr("Since a day ago"))}) {
        QAction *action = addBeginning(text);
        connect(action, &QAction::triggered, this, [this, action, before = seconds] {
            choose(action, {-1, QDateTime::currentDateTimeUtc().addSecs(-before)});
        });
    }
    m_otherSince = addBeginning({});
    connect(m_otherSince, &QAction::triggered, this, &LogMenu::askSince);
    setBeginning({});
}

QAction *LogMenu::addBeginning(const QString &text)
{
    QAction *action = addAction(text);
    action->setCheckable(true);
    m_beginnings->addAction(action);
    return action;
}

void LogMenu::choose(QAction *action, const ReadLog::Beginning &beginning)
{
    m_chosen = action;
    m_beginning = beginning;
    Q_EMIT beginningChosen(beginning);
}

void LogMenu::setBeginning(const ReadLog::Beginning &beginning)
{
    if (!m_chosen || beginning != m_beginning) {
        const auto tail = std::find_if(m_tails.cbegin(), m_tails.cend(),
                                       [&beginning](const auto &each) { return each.second == beginning.tail; });
        m_chosen = beginning.since.isValid() ? m_otherSince
            : beginning.tail < 0             ? m_all
            : tail != m_tails.cend()         ? tail->first
                                             : m_otherTail;
        m_beginning = beginning;
    }
    m_chosen->setChecked(true);
    m_otherTail->setText(m_chosen == m_otherTail ? tr("The last %1 lines…").arg(QLocale().toString(beginning.tail))
                                                 : tr("The last lines…"));
    m_otherSince->setText(
        m_chosen == m_otherSince
            ? tr("Since %1…").arg(QLocale().toString(beginning.since.toLocalTime(), QLocale::ShortFormat))
            : tr("Since…"));
}

void LogMenu::askTail()
{
    setBeginning(m_beginning); // as long as there is no answer
    auto *dialog = new LogTailDialog(parentWidget()->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LogTailDialog::chosen, this, [this](int lines) { choose(m_otherTail, {lines}); });
    dialog->open();
}

void LogMenu::askSince()
{
    setBeginning(m_beginning);
    auto *dialog = new LogSinceDialog(parentWidget()->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LogSinceDialog::chosen, this, [this](const QDateTime &since) {
        choose(m_otherSince, {-1, since.toUTC()});
    });
    dialog->open();
}

} // namespace Gantry
