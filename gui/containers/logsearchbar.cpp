// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/logsearchbar.h"

#include "look/buttonkind.h"
#include "look/menubutton.h"
#include "look/searchfield.h"
#include "look/symbolbutton.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

LogSearchBar::LogSearchBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField(tr("Search log"), this))
    , m_case(makeToggle(u"match-case"_s, tr("Match case"), u"logMatchCase"_s))
    , m_word(makeToggle(u"whole-word"_s, tr("Whole words"), u"logWholeWords"_s))
    , m_expression(makeToggle(u"regex"_s, tr("Regular expression"), u"logExpression"_s))
    , m_lines(new MenuButton(this))
    , m_times(makeSymbolButton(u"clock"_s, tr("Times of the lines"), u"logTimes"_s, this))
    , m_row(new QHBoxLayout)
{
    m_field->setObjectName(u"searchLog"_s);
    m_field->setAccessibleName(tr("Search log"));
    m_field->setMinimumWidth(80);
    QToolButton *previous = makeSymbolButton(u"chevron-up"_s, tr("Find previous"), u"findPrevious"_s, this);
    QToolButton *next = makeSymbolButton(u"chevron-down"_s, tr("Find next"), u"findNext"_s, this);
    m_lines->setObjectName(u"shownLines"_s);
    m_lines->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_lines, ButtonKind::Ghost);
    fillMenu();
    fillTimes();

    auto *upper = new QHBoxLayout;
    upper->setSpacing(2);
    upper->addWidget(m_field, 1);
    for (QToolButton *button : {m_case, m_word, m_expression, previous, next})
        upper->addWidget(button);
    m_row->setSpacing(4);
    m_row->addWidget(m_lines);
    m_row->addWidget(m_times);
    m_row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 6, 12, 2);
    layout->setSpacing(2);
    layout->addLayout(upper);
    layout->addLayout(m_row);

    connect(m_field, &QLineEdit::textChanged, this, &LogSearchBar::change);
    for (const QToolButton *toggle : {m_case, m_word, m_expression})
        connect(toggle, &QToolButton::toggled, this, &LogSearchBar::change);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { Q_EMIT stepped(true); });
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(false); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(true); });
}

QToolButton *LogSearchBar::makeToggle(const QString &symbol, const QString &text, const QString &name)
{
    QToolButton *button = makeSymbolButton(symbol, text, name, this);
    button->setCheckable(true);
    return button;
}

void LogSearchBar::fillMenu()
{
    QMenu *menu = m_lines->entries();
    auto *kinds = new QActionGroup(this);
    const auto addKind = [this, menu, kinds](Lines lines, const QString &text) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        kinds->addAction(action);
        connect(action, &QAction::triggered, this, [this, lines, text] {
            m_shown = lines;
            m_lines->setText(text);
            m_lines->setAccessibleName(text);
            Q_EMIT choiceChanged();
        });
        return action;
    };
    addKind(Lines::All, tr("All lines"))->trigger();
    addKind(Lines::Matches, tr("Only matches"));
    addKind(Lines::Others, tr("Without matches"));
    menu->addSeparator();
    auto *contexts = new QActionGroup(this);
    for (const int context : {0, 2, 5, 10}) {
        QAction *action = menu->addAction(context == 0 ? tr("No lines around them")
                                                       : tr("%n line(s) before and after", nullptr, context));
        action->setCheckable(true);
        action->setChecked(context == 0);
        contexts->addAction(action);
        connect(action, &QAction::triggered, this, [this, context] {
            m_context = context;
            Q_EMIT choiceChanged();
        });
    }
}

void LogSearchBar::fillTimes()
{
    auto *menu = new QMenu(m_times);
    auto *kinds = new QActionGroup(menu);
    for (const auto &[kind, text] :
         {std::pair(LogTimes::Kind::Off, tr("No times")), std::pair(LogTimes::Kind::Local, tr("Local times")),
          std::pair(LogTimes::Kind::Utc, tr("UTC times")), std::pair(LogTimes::Kind::Relative, tr("How long ago"))}) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(kind == LogTimes::Kind::Off);
        kinds->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = kind] { Q_EMIT timesChosen(chosen); });
    }
    m_times->setMenu(menu);
    m_times->setPopupMode(QToolButton::InstantPopup);
}

void LogSearchBar::change()
{
    Q_EMIT patternChanged();
    if (m_shown != Lines::All)
        Q_EMIT choiceChanged();
}

LogPattern LogSearchBar::pattern() const
{
    return {m_field->text(), m_case->isChecked(), m_word->isChecked(), m_expression->isChecked()};
}

LogFilter::Choice LogSearchBar::choice() const
{
    if (m_shown == Lines::All)
        return {};
    return {pattern(), m_shown == Lines::Others, m_context};
}

void LogSearchBar::startFinding()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

bool LogSearchBar::fieldHasFocus() const
{
    return m_field->hasFocus();
}

} // namespace Gantry
