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

namespace Gantry {

using namespace Qt::StringLiterals;

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

QSize PaletteButton::sizeHint() const
{
    return {Fonts::scaled(m_compact ? 34 : 280), Fonts::scaled(30)};
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
    const QRect symbol(m_compact ? (width() - side) / 2 : 10, (height() - side) / 2, side, side);
    drawSymbol(&painter, place(symbol), u"search"_s, tokens.text2);
    if (m_compact)
        return;
    const QRect texts(symbol.right() + 7, 0, width() - symbol.right() - 17, height());
    const auto line = [&](const QString &words, Qt::Alignment edge, const QRect &area) {
        painter.drawText(place(area),
                         int(QStyle::visualAlignment(layoutDirection(), edge | Qt::AlignVCenter)) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(words, Qt::ElideRight, area.width()));
    };
    const QString keys = m_action->shortcut().toString(QKeySequence::NativeText);
    painter.setFont(Fonts::ui(11, QFont::Medium));
    painter.setPen(tokens.text3);
    line(keys, Qt::AlignRight, texts);
    const int taken = painter.fontMetrics().horizontalAdvance(keys) + 10;
    painter.setFont(Fonts::ui());
    painter.setPen(tokens.text2);
    line(text(), Qt::AlignLeft, texts.adjusted(0, 0, -taken, 0));
}

} // namespace Gantry
