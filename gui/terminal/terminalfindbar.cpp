// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalfindbar.h"

#include "look/label.h"
#include "look/searchfield.h"
#include "look/symbolbutton.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>

namespace Gantry {

using namespace Qt::StringLiterals;

TerminalFindBar::TerminalFindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new SearchField(tr("Search terminal"), this))
    , m_case(makeSymbolButton(u"match-case"_s, tr("Match case"), u"terminalMatchCase"_s, this))
    , m_word(makeSymbolButton(u"whole-word"_s, tr("Whole words"), u"terminalWholeWords"_s, this))
    , m_expression(makeSymbolButton(u"regex"_s, tr("Regular expression"), u"terminalExpression"_s, this))
    , m_said(new Label(this))
{
    setObjectName(u"terminalFindBar"_s);
    m_field->setObjectName(u"searchTerminal"_s);
    m_field->setAccessibleName(tr("Search terminal"));
    m_field->setMinimumWidth(80);
    m_field->installEventFilter(this);
    m_said->setObjectName(u"terminalFound"_s);
    m_said->setLook(12);
    QToolButton *previous = makeSymbolButton(u"chevron-up"_s, tr("Find previous"), u"terminalFindPrevious"_s, this);
    QToolButton *next = makeSymbolButton(u"chevron-down"_s, tr("Find next"), u"terminalFindNext"_s, this);
    QToolButton *close = makeSymbolButton(u"close"_s, tr("Close find"), u"terminalCloseFind"_s, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(2);
    layout->addWidget(m_field, 1);
    for (QToolButton *toggle : {m_case, m_word, m_expression}) {
        toggle->setCheckable(true);
        layout->addWidget(toggle);
        connect(toggle, &QToolButton::toggled, this, &TerminalFindBar::patternChanged);
    }
    layout->addWidget(previous);
    layout->addWidget(next);
    layout->addWidget(m_said);
    layout->addWidget(close);
    connect(m_field, &QLineEdit::textChanged, this, &TerminalFindBar::patternChanged);
    // From the end, where one looks, to what came before.
    connect(m_field, &QLineEdit::returnPressed, this, [this] { Q_EMIT stepped(false); });
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(false); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(true); });
    connect(close, &QToolButton::clicked, this, &TerminalFindBar::closed);
    hide();
}

LogPattern TerminalFindBar::pattern() const
{
    return {m_field->text(), m_case->isChecked(), m_word->isChecked(), m_expression->isChecked()};
}

void TerminalFindBar::setPattern(const LogPattern &pattern)
{
    m_case->setChecked(pattern.caseSensitive);
    m_word->setChecked(pattern.wholeWord);
    m_expression->setChecked(pattern.regularExpression);
    m_field->setText(pattern.text);
}

void TerminalFindBar::open()
{
    show();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void TerminalFindBar::say(const QString &words, bool isProblem)
{
    m_said->setTone(isProblem ? Tone::Error : Tone::Muted);
    m_said->setText(words);
}

/// The field would only empty itself.
bool TerminalFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TerminalFindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (event->matches(QKeySequence::FindNext))
        Q_EMIT stepped(true);
    else if (event->matches(QKeySequence::FindPrevious))
        Q_EMIT stepped(false);
    else
        QWidget::keyPressEvent(event);
}

} // namespace Gantry
