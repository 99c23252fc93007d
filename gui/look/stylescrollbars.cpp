// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/paint.h"
#include "look/style.h"
#include "look/tokens.h"

#include <QAbstractScrollArea>
#include <QPainter>

namespace Gantry {

namespace {

/// What lies under the bar: the background of the content it scrolls.
QColor backgroundOf(const QStyleOption &option, const QWidget *bar)
{
    const QWidget *ancestor = bar ? bar->parentWidget() : nullptr;
    while (ancestor && !qobject_cast<const QAbstractScrollArea *>(ancestor))
        ancestor = ancestor->parentWidget();
    if (const auto *area = qobject_cast<const QAbstractScrollArea *>(ancestor)) {
        const QWidget *viewport = area->viewport();
        return viewport->palette().color(viewport->backgroundRole());
    }
    return option.palette.color(QPalette::Window);
}

} // namespace

void Style::drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    painter->fillRect(option.rect, backgroundOf(option, widget));
    if (option.maximum <= option.minimum)
        return;
    const bool active = option.state.testFlag(State_MouseOver) || option.activeSubControls.testFlag(SC_ScrollBarSlider);
    QColor handle = tokens.text3;
    handle.setAlphaF(active ? 0.6F : 0.35F);
    const QRectF slider(scrollBarPart(option, SC_ScrollBarSlider));
    const bool upright = option.orientation == Qt::Vertical;
    fillRounded(painter, upright ? slider.adjusted(3, 2, -3, -2) : slider.adjusted(2, 3, -2, -3), 3, handle);
}

QRect Style::scrollBarPart(const QStyleOptionSlider &option, SubControl part) const
{
    const QRect &rect = option.rect;
    const bool upright = option.orientation == Qt::Vertical;
    const int length = upright ? rect.height() : rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int slider = length;
    if (range > 0) {
        slider = int(qint64(option.pageStep) * length / (range + option.pageStep));
        slider = std::min(length, std::max(slider, pixelMetric(PM_ScrollBarSliderMin, &option, nullptr)));
    }
    const int start = sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - slider,
                                              option.upsideDown);
    const auto piece = [&](int from, int size) {
        const QRect logical = upright ? QRect(rect.x(), rect.y() + from, rect.width(), size)
                                      : QRect(rect.x() + from, rect.y(), size, rect.height());
        return visualRect(option.direction, rect, logical);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return piece(start, slider);
    case SC_ScrollBarGroove:
        return rect;
    case SC_ScrollBarSubPage:
        return piece(0, start);
    case SC_ScrollBarAddPage:
        return piece(start + slider, length - start - slider);
    default:
        return {};
    }
}

} // namespace Gantry
