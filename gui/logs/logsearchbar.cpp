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
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// From this width on there is room for words; in one row, too.
constexpr int WideBar = 600;
constexpr int WideRow = 1000;
constexpr int NarrowestField = 80;
constexpr int WidestField = 380;
constexpr int WidestPattern = 300; ///< of the kept one
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
    m_keptChip = new QPushButton(symbolIcon(u"close"_s), {}, this);
    m_keptChip->setObjectName(u"keptFilter"_s);
    m_keptChip->setFocusPolicy(Qt::TabFocus);
    setButtonKind(m_keptChip, ButtonKind::Outlined);
    m_keptChip->hide();
    connect(m_keptChip, &QPushButton::clicked, this, &LogSearchBar::showAll);
    fillMenu();
    fillTimes();
    nameChoice();

    m_upper->setSpacing(2);
    m_upper->addWidget(m_field, 1);
    for (QToolButton *button : {m_case, m_word, m_expression, previous, next})
        m_upper->addWidget(button);
    m_row->setSpacing(4);
    m_row->addWidget(m_lines);
    m_row->addWidget(m_times);
    m_row->addStretch(1);
    m_rows = new QBoxLayout(QBoxLayout::TopToBottom);
    m_rows->setContentsMargins(20, 6, 12, 2);
    m_rows->setSpacing(2);
    m_rows->addLayout(m_upper);
    m_rows->addLayout(m_row, 1);
    auto *kept = new QHBoxLayout;
    kept->setContentsMargins(20, 0, 12, 0);
    kept->addWidget(m_keptChip);
    kept->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_rows);
    layout->addLayout(kept);

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
            if (lines == Lines::All)
                m_kept = {};
            nameChoice();
            Q_EMIT choiceChanged();
        });
        return action;
    };
    m_all = addKind(Lines::All, tr("All lines"));
    m_all->setChecked(true);
    addKind(Lines::Matches, tr("Only matches"));
    addKind(Lines::Others, tr("Without matches"));
    m_keep = menu->addAction(tr("Search within these lines"));
    m_keep->setToolTip(tr("Keep what is looked for as the filter, so that the field is free for another search."));
    connect(m_keep, &QAction::triggered, this, &LogSearchBar::keepPattern);
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
    setPlainToolTip(m_lines, text);
    fitChoice();
    m_keep->setEnabled(m_shown != Lines::All && m_kept.isEmpty() && !pattern().isEmpty());
    QString kept = m_kept.text;
    kept
        = (m_shown == Lines::Others ? tr("Only lines without “%1”") : tr("Only lines with “%1”"))
              .arg(fontMetrics().elidedText(kept.replace(u'&', "&&"_L1), Qt::ElideRight, Fonts::scaled(WidestPattern)));
    m_keptChip->setText(kept);
    m_keptChip->setAccessibleName(kept);
    setPlainToolTip(m_keptChip, tr("Show all lines again"));
    m_keptChip->setVisible(!m_kept.isEmpty());
    if (m_rows)
        fitRows();
}

QString LogSearchBar::widestChoice() const
{
    QStringList names{tr("All lines"), tr("Only matches"), tr("Without matches")};
    if (m_isWide)
        names << tr("Errors only") << tr("Warnings and errors");
    const QFontMetrics metrics = m_lines->fontMetrics();
    return *std::max_element(names.cbegin(), names.cend(), [&metrics](const auto &a, const auto &b) {
        return metrics.horizontalAdvance(a) < metrics.horizontalAdvance(b);
    });
}

void LogSearchBar::fitChoice()
{
    const bool filtered = m_shown != Lines::All || m_least != LogLevel::Kind::None;
    m_lines->setIcon(m_isFolded ? symbolIcon(u"filter"_s, filtered ? Tone::Accent : Tone::Muted) : QIcon());
    if (m_isFolded) {
        m_lines->setText({});
        m_lines->setMinimumWidth(0);
        m_lines->setMaximumWidth(QWIDGETSIZE_MAX);
        return;
    }
    const QString widest = widestChoice();
    const QFontMetrics metrics = m_lines->fontMetrics();
    m_lines->setFixedWidth(m_lines->widthWith(widest));
    m_lines->setText(metrics.elidedText(m_choiceWords, Qt::ElideRight, metrics.horizontalAdvance(widest)));
}

void LogSearchBar::setLow(bool low)
{
    if (m_isLow == low)
        return;
    m_isLow = low;
    fitRows();
}

void LogSearchBar::keepPattern()
{
    m_kept = pattern();
    m_field->clear();
    nameChoice();
    m_field->setFocus(Qt::OtherFocusReason);
}

void LogSearchBar::showAll()
{
    m_field->setFocus(Qt::OtherFocusReason); // the button goes
    m_all->trigger();
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
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
             || event->type() == QEvent::Show)
        fitChoice();
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
        fitChoice();
        Q_EMIT widened(wide);
    }
    const QMargins margins = m_rows->contentsMargins();
    const int rest = m_upper->minimumSize().width() - m_field->minimumWidth();
    const int room = width() - margins.left() - margins.right();
    const int others = m_row->sizeHint().width() - m_row->itemAt(0)->sizeHint().width();
    const int words = m_lines->widthWith(widestChoice());
    const auto fitsInOne = [&](int choice) {
        return (wide || m_isLow) && room >= Fonts::scaled(WidestField / 2) + rest + RowGap + others + choice;
    };
    // Where it is low a second row costs lines of the log, and words are the smaller loss.
    if (const bool folded = room < others + words || (m_isLow && !fitsInOne(words)); folded != m_isFolded) {
        m_isFolded = folded;
        fitChoice();
    }
    const bool oneRow = fitsInOne(m_isFolded ? m_lines->widthWith({}) + m_lines->iconSize().width() : words);
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
    nameChoice();
    if (m_shown != Lines::All && m_kept.isEmpty())
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
        choice.pattern = m_kept.isEmpty() ? pattern() : m_kept;
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
