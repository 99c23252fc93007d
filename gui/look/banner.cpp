// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/banner.h"

#include "look/actionbutton.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/paint.h"
#include "look/symbollabel.h"
#include "look/tokens.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int betweenTexts = 10;
/// Texts that would get less beside the buttons stand above them.
constexpr int narrowTexts = 160;
/// It must not cover the page, whatever a server says.
constexpr int mostLinesOfFact = 4;
constexpr int mostLines = 8;

QString symbolOf(Banner::Kind kind)
{
    switch (kind) {
    case Banner::Kind::Information:
        return u"info"_s;
    case Banner::Kind::Success:
        return u"check"_s;
    case Banner::Kind::Warning:
        return u"warning"_s;
    case Banner::Kind::Error:
        return u"error"_s;
    }
    return {};
}

} // namespace

Tone Banner::toneOf(Kind kind)
{
    switch (kind) {
    case Kind::Information:
        return Tone::Accent;
    case Kind::Success:
        return Tone::Success;
    case Kind::Warning:
        return Tone::Warning;
    case Kind::Error:
        return Tone::Error;
    }
    return Tone::Accent;
}

Banner::Banner(Kind kind, QWidget *parent)
    : QFrame(parent)
    , m_kind(kind)
    , m_icon(new SymbolLabel(symbolOf(kind), toneOf(kind), this))
    , m_fact(new Label(this))
    , m_consequence(new Label(this))
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_texts(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_buttons(new QHBoxLayout)
{
    m_fact->setLook(13, QFont::DemiBold);
    m_fact->setObjectName(u"bannerFact"_s);
    m_consequence->setObjectName(u"bannerConsequence"_s);
    for (Label *label : {m_fact, m_consequence})
        label->setMinimumWidth(1); // a text in one line must not hold the window wide
    m_fact->setMostLines(mostLinesOfFact);
    m_consequence->setMostLines(mostLines);
    m_texts->addWidget(m_fact);
    m_texts->addWidget(m_consequence, 1);
    m_buttons->setSpacing(8);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    m_parts->setSpacing(10);
    m_parts->addLayout(m_texts, 1);
    m_parts->addLayout(m_buttons);
    layout->addLayout(m_parts, 1);
    setMessage({});
}

void Banner::setMessage(const QString &fact, const QString &consequence)
{
    m_fact->setText(oneLine(fact));
    m_consequence->setText(consequence);
    m_consequence->setVisible(!consequence.isEmpty());
    setAccessibleName(fact);
    setAccessibleDescription(consequence);
    arrange();
}

void Banner::setMostLines(int lines)
{
    m_consequence->setMostLines(lines);
}

void Banner::setKind(Kind kind)
{
    m_kind = kind;
    m_icon->setSymbol(m_symbol.isEmpty() ? symbolOf(kind) : m_symbol, toneOf(kind));
    update();
}

void Banner::setSymbol(const QString &symbol)
{
    m_symbol = symbol;
    setKind(m_kind);
}

ActionButton *Banner::addButton(QAction *action, bool primary)
{
    auto *button = new ActionButton(action, primary ? ButtonKind::Primary : ButtonKind::Outlined, this);
    setButtonKind(button, primary ? ButtonKind::Primary : ButtonKind::Outlined, true);
    m_buttons->addWidget(button);
    arrange();
    return button;
}

void Banner::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillRounded(&painter, rect(), 8, Tokens::of(palette()).tint(toneOf(m_kind)));
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

void Banner::arrange()
{
    // Side by side while both texts fit into one line, else below each other, each wrapped.
    const int taken = m_icon->width() + m_buttons->sizeHint().width() + 60;
    const int texts = m_fact->fontMetrics().horizontalAdvance(m_fact->text()) + betweenTexts
        + QFontMetrics(Fonts::ui(13)).horizontalAdvance(m_consequence->text());
    const bool fits = texts < width() - taken;
    const bool narrow = !fits && m_buttons->count() > 0 && width() - taken < Fonts::scaled(narrowTexts);
    m_parts->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_parts->setAlignment(m_buttons, narrow ? Qt::AlignLeft : Qt::Alignment());
    m_texts->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_texts->setSpacing(fits ? betweenTexts : 0);
    for (Label *label : {m_fact, m_consequence})
        label->setWordWrap(!fits);
    m_consequence->setLook(fits ? 13 : 12);
}

} // namespace Gantry
