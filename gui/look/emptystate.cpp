// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/emptystate.h"

#include "look/actionbutton.h"
#include "look/card.h"
#include "look/fonts.h"
#include "look/keyhint.h"
#include "look/label.h"
#include "look/symbollabel.h"

#include <QAction>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int columnWidth = 896;
constexpr int inset = 20;
/// What can be done stands below, and must stay in sight.
constexpr int mostLines = 6;

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
    m_explanation->setMostLines(mostLines);
    m_explanation->setObjectName(u"emptyExplanation"_s);

    auto *area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget(area);
    auto *column = new QWidget(page);
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
    auto *middle = new QVBoxLayout(page);
    middle->setContentsMargins(inset, inset, inset, inset);
    middle->addStretch(2);
    middle->addLayout(across);
    middle->addStretch(3);
    area->setWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
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
    // All get the same width, whatever is in them.
    card->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *lines = new QVBoxLayout(card);
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
    auto *button = new ActionButton(action, primary ? ButtonKind::Primary : ButtonKind::Outlined, card);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed); // a long text is cut; the tooltip has all of it
    button->setMinimumWidth(std::min(button->sizeHint().width(), Fonts::scaled(150)));
    if (!focusProxy())
        setFocusProxy(button);
    buttons->addWidget(button);
    buttons->addStretch(1);
    if (!action->shortcut().isEmpty())
        buttons->addWidget(new KeyHint(action->shortcut(), card));
    lines->addLayout(buttons);
    m_cards->addWidget(card, 1);
    m_cardList.append(card);
    arrangeCards();
    return more;
}

void EmptyState::clearCards()
{
    m_cardList.clear();
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrangeCards();
}

void EmptyState::arrangeCards()
{
    const int room = std::min(columnWidth, width() - 2 * inset - style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    setCompact(false);
    if (widthOfCards() > room)
        setCompact(true);
    m_cards->setDirection(widthOfCards() > room ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void EmptyState::setCompact(bool compact)
{
    const int margin = compact ? 12 : 20;
    m_cards->setSpacing(compact ? 12 : 16);
    for (const Card *card : std::as_const(m_cardList)) {
        const QList<KeyHint *> hints = card->findChildren<KeyHint *>();
        for (KeyHint *hint : hints)
            hint->setVisible(!compact);
        card->layout()->setContentsMargins(margin, margin, margin, margin);
        card->layout()->activate();
    }
}

int EmptyState::widthOfCards() const
{
    int widest = 0;
    for (const Card *card : m_cardList)
        widest = std::max(widest, card->minimumSizeHint().width());
    const int count = int(m_cardList.size());
    return count * widest + (count - 1) * m_cards->spacing();
}

} // namespace Gantry
