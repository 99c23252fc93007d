// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logsearchbar.h"

#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/menubutton.h"
#include "look/plaintooltip.h"
#include "look/searchfield.h"
#include "look/symbolbutton.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// From this width on there is room for words; in one row, too.
constexpr int WideBar = 600;
constexpr int WideRow = 1000;
constexpr int NarrowestField = 80;
constexpr int WidestField = 380;
constexpr int RowGap = 12; ///< between the rows where they stand side by side

} // namespace

LogSearchBar::LogSearchBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField(tr("Search log"), this))
    , m_case(makeToggle(u"match-case"_s, tr("Match case"), u"logMatchCase"_s))
    , m_word(makeToggle(u"whole-word"_s, tr("Whole words"), u"logWholeWords"_s))
    , m_expression(makeToggle(u"regex"_s, tr("Regular expression"), u"logExpression"_s))
    , m_lines(new MenuButton(this))
    , m_times(makeSymbolButton(u"clock"_s, tr("Times of the lines"), u"logTimes"_s, this))
    , m_row(new QHBoxLayout)
    , m_upper(new QHBoxLayout)
{
    m_field->setObjectName(u"searchLog"_s);
    m_field->setAccessibleName(tr("Search log"));
    m_field->setMinimumWidth(NarrowestField);
    QToolButton *previous = makeSymbolButton(u"chevron-up"_s, tr("Find previous"), u"findPrevious"_s, this);
    QToolButton *next = makeSymbolButton(u"chevron-down"_s, tr("Find next"), u"findNext"_s, this);
    m_lines->setObjectName(u"shownLines"_s);
    m_lines->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_lines, ButtonKind::Ghost);
    fillMenu();
    fillTimes();

    m_upper->setSpacing(2);
    m_upper->addWidget(m_field, 1);
    for (QToolButton *button : {m_case, m_word, m_expression, previous, next})
        m_upper->addWidget(button);
    m_row->setSpacing(4);
    m_row->addWidget(m_lines);
    m_row->addWidget(m_times);
    m_row->addStretch(1);
    m_rows = new QBoxLayout(QBoxLayout::TopToBottom, this);
    m_rows->setContentsMargins(20, 6, 12, 2);
    m_rows->setSpacing(2);
    m_rows->addLayout(m_upper);
    m_rows->addLayout(m_row, 1);

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
        connect(action, &QAction::triggered, this, [this, lines] {
            m_shown = lines;
            nameChoice();
            Q_EMIT choiceChanged();
        });
        return action;
    };
    addKind(Lines::All, tr("All lines"))->trigger();
    addKind(Lines::Matches, tr("Only matches"));
    addKind(Lines::Others, tr("Without matches"));
    menu->addSeparator();
    fillLevels(menu);
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

void LogSearchBar::fillLevels(QMenu *menu)
{
    auto *levels = new QActionGroup(this);
    for (const auto &[least, text] : {std::pair(LogLevel::Kind::None, tr("All levels")),
                                      std::pair(LogLevel::Kind::Warning, tr("Warnings and errors")),
                                      std::pair(LogLevel::Kind::Error, tr("Errors only"))}) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(least == LogLevel::Kind::None);
        levels->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = least] {
            m_least = chosen;
            nameChoice();
            Q_EMIT choiceChanged();
        });
    }
}

void LogSearchBar::nameChoice()
{
    const QString lines = m_shown == Lines::Matches ? tr("Only matches")
        : m_shown == Lines::Others                  ? tr("Without matches")
                                                    : tr("All lines");
    const QString levels = m_least == LogLevel::Kind::Error ? tr("Errors only") : tr("Warnings and errors");
    const QString text = m_least == LogLevel::Kind::None ? lines
        : m_shown == Lines::All                          ? levels
                                                         : lines + u" · "_s + levels;
    m_choiceWords = text;
    m_lines->setAccessibleName(text);
    showChoice();
    if (m_rows)
        fitRows();
}

void LogSearchBar::showChoice()
{
    const bool filtered = m_shown != Lines::All || m_least != LogLevel::Kind::None;
    m_lines->setText(m_isFolded ? QString() : m_choiceWords);
    m_lines->setIcon(m_isFolded ? symbolIcon(u"filter"_s, filtered ? Tone::Accent : Tone::Muted) : QIcon());
    setPlainToolTip(m_lines, m_isFolded ? m_choiceWords : QString());
}

void LogSearchBar::setLow(bool low)
{
    if (m_isLow == low)
        return;
    m_isLow = low;
    fitRows();
}

void LogSearchBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitRows();
}

bool LogSearchBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitRows();
    return QWidget::event(event);
}

QSize LogSearchBar::minimumSizeHint() const
{
    const QSize size = QWidget::minimumSizeHint();
    if (!m_isWide)
        m_narrowest = size.width();
    return {m_narrowest, size.height()};
}

void LogSearchBar::fitRows()
{
    const bool wide = width() >= Fonts::scaled(m_isLow ? WideRow : WideBar);
    if (wide != m_isWide) {
        minimumSizeHint();
        m_isWide = wide;
        Q_EMIT widened(wide);
    }
    const QMargins margins = m_rows->contentsMargins();
    const int rest = m_upper->minimumSize().width() - m_field->minimumWidth();
    const int room = width() - margins.left() - margins.right();
    const int row = m_row->sizeHint().width() - m_lines->sizeHint().width() + m_lines->widthWith(m_choiceWords);
    const bool oneRow = (wide || m_isLow) && room >= Fonts::scaled(WidestField / 2) + rest + RowGap + row;
    if (const bool folded = room < row; folded != m_isFolded) {
        m_isFolded = folded;
        showChoice();
    }
    if (oneRow == (m_rows->direction() == QBoxLayout::LeftToRight))
        return; // else each layout would be followed by another
    m_rows->setDirection(oneRow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_rows->setSpacing(oneRow ? RowGap : 2);
    m_field->setMaximumWidth(oneRow ? Fonts::scaled(WidestField) : QWIDGETSIZE_MAX);
}

void LogSearchBar::setTimes(LogTimes::Kind kind)
{
    m_timeKinds->actions().at(int(kind))->trigger();
}

void LogSearchBar::fillTimes()
{
    auto *menu = new QMenu(m_times);
    auto *kinds = new QActionGroup(menu);
    m_timeKinds = kinds;
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
    LogFilter::Choice choice;
    if (m_shown != Lines::All)
        choice.pattern = pattern();
    choice.inverted = m_shown == Lines::Others;
    choice.context = m_context;
    choice.least = m_least;
    return choice;
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
