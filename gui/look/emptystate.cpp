// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/emptystate.h"

#include "look/actionbutton.h"
#include "look/card.h"
#include "look/keyhint.h"
#include "look/label.h"
#include "look/symbollabel.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int columnWidth = 896;
constexpr int stackedBelow = 640;

} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_mark(new SymbolLabel(u"logo"_s, Tone::Accent, this))
    , m_sentence(new Label(this))
    , m_explanation(new Label(this))
    , m_cards(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_below(new QVBoxLayout)
{
    m_mark->setSide(40);
    m_sentence->setLook(22, QFont::DemiBold);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(u"emptySentence"_s);
    m_explanation->setTone(Tone::Muted);
    m_explanation->setWordWrap(true);
    m_explanation->setObjectName(u"emptyExplanation"_s);
    m_cards->setSpacing(16);

    auto *column = new QWidget(this);
    column->setMaximumWidth(columnWidth);
    auto *lines = new QVBoxLayout(column);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(m_mark);
    lines->addSpacing(16);
    lines->addWidget(m_sentence);
    lines->addSpacing(4);
    lines->addWidget(m_explanation);
    lines->addSpacing(22);
    lines->addLayout(m_cards);
    lines->addSpacing(26);
    lines->addLayout(m_below);

    auto *across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(column, 1000);
    across->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);
}

void EmptyState::setSymbol(const QString &symbol)
{
    m_mark->setSymbol(symbol, Tone::Accent);
}

void EmptyState::setSentence(const QString &sentence, const QString &explanation)
{
    m_sentence->setText(sentence);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
}

QVBoxLayout *EmptyState::addCard(const QString &symbol, const QString &title, const QString &text, QAction *action,
                                 bool primary)
{
    auto *card = new Card(Card::Kind::Plain, this);
    auto *lines = new QVBoxLayout(card);
    lines->setContentsMargins(20, 20, 20, 20);
    lines->setSpacing(0);
    auto *mark = new SymbolLabel(symbol, Tone::Accent, card);
    mark->setSide(16, 36);
    lines->addWidget(mark);
    lines->addSpacing(14);
    auto *heading = new Label(title, card);
    heading->setLook(15, QFont::DemiBold);
    heading->setWordWrap(true);
    lines->addWidget(heading);
    lines->addSpacing(4);
    auto *words = new Label(text, card);
    words->setTone(Tone::Muted);
    words->setWordWrap(true);
    lines->addWidget(words);
    auto *more = new QVBoxLayout;
    more->setContentsMargins(0, 8, 0, 0);
    lines->addLayout(more);
    lines->addStretch(1);
    lines->addSpacing(16);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(new ActionButton(action, primary ? ButtonKind::Primary : ButtonKind::Outlined, card));
    buttons->addStretch(1);
    if (!action->shortcut().isEmpty())
        buttons->addWidget(new KeyHint(action->shortcut(), card));
    lines->addLayout(buttons);
    m_cards->addWidget(card, 1);
    return more;
}

void EmptyState::clearCards()
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_cards->setDirection(width() < stackedBelow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace Gantry
