// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palettebutton.h"

#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/plaintooltip.h"
#include "look/style.h"
#include "look/tokens.h"
#include "shell/actionregistry.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionButton>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int edge = 10;
constexpr int keysGap = 10;
constexpr int usualWidth = 280;

int textsLeft()
{
    return edge + Fonts::scaled(16) + 6;
}

QFont keysFont()
{
    return Fonts::ui(11, QFont::Medium);
}

} // namespace

PaletteButton::PaletteButton(QAction *action, QWidget *parent)
    : QPushButton(ActionRegistry::plainText(action->text()), parent)
    , m_action(action)
{
    setObjectName(u"paletteButton"_s);
    setAccessibleName(text());
    setToolTip(action->toolTip());
    setAccessibleDescription(toolTipText(action->toolTip()));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
}

void PaletteButton::setCompact(bool compact)
{
    m_compact = compact;
    updateGeometry();
}

void PaletteButton::setRoom(int room)
{
    if (m_room == room)
        return;
    m_room = room;
    updateGeometry();
}

QString PaletteButton::keys() const
{
    return m_action->shortcut().toString(QKeySequence::NativeText);
}

int PaletteButton::wholeWidth() const
{
    const int words = Fonts::advance(Fonts::ui(), text()) + keysGap + Fonts::advance(keysFont(), keys());
    return textsLeft() + words + edge;
}

int PaletteButton::leastWidth() const
{
    return std::min(Fonts::scaled(usualWidth), wholeWidth());
}

QSize PaletteButton::sizeHint() const
{
    const int width = std::clamp(m_room, leastWidth(), std::max(Fonts::scaled(usualWidth), wholeWidth()));
    return {isCompact() ? Fonts::scaled(34) : width, Fonts::scaled(30)};
}

void PaletteButton::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QStyleOptionButton option;
    initStyleOption(&option);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    drawRounded(&painter, rect(), 6, hover ? tokens.hover : tokens.base, hover ? tokens.lineStrong : tokens.line);
    if (Style::showsFocus(&option, this))
        drawFocusRing(&painter, rect(), 6, tokens);
    const auto place = [this](const QRect &area) { return QStyle::visualRect(layoutDirection(), rect(), area); };
    const int side = Fonts::scaled(16);
    const QRect symbol(isCompact() ? (width() - side) / 2 : edge, (height() - side) / 2, side, side);
    drawSymbol(&painter, place(symbol), u"search"_s, tokens.text2);
    if (isCompact())
        return;
    const QRect texts(textsLeft(), 0, width() - textsLeft() - edge, height());
    const auto line = [&](const QString &words, Qt::Alignment toEdge, const QRect &area) {
        painter.drawText(place(area),
                         int(QStyle::visualAlignment(layoutDirection(), toEdge | Qt::AlignVCenter))
                             | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, area.width()));
    };
    painter.setFont(keysFont());
    painter.setPen(tokens.text3);
    line(keys(), Qt::AlignRight, texts);
    const int taken = Fonts::advance(keysFont(), keys()) + keysGap;
    painter.setFont(Fonts::ui());
    painter.setPen(tokens.text2);
    line(text(), Qt::AlignLeft, texts.adjusted(0, 0, -taken, 0));
}

} // namespace Gantry
