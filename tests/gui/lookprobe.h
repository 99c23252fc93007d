// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/theme.h"
#include "look/tokens.h"

#include <QtTest>
#include <QtWidgets>

#include <cmath>

namespace Gantry::LookProbe {

/// The rows "light" and "dark" of a data-driven test.
inline void addThemes()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

inline const Tokens &tokensOf(bool dark)
{
    return dark ? Tokens::darkTheme() : Tokens::lightTheme();
}

/// Puts the theme on and lets the widgets know: Qt posts the change of palette to them.
inline void wear(Theme *theme, bool dark)
{
    theme->setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    QCoreApplication::sendPostedEvents();
}

inline QImage grabbed(QWidget *widget)
{
    return widget->grab().toImage().convertToFormat(QImage::Format_ARGB32);
}

/// How many pixels have exactly this colour.
inline int count(const QImage &image, const QColor &color)
{
    int found = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            found += image.pixel(x, y) == color.rgb() ? 1 : 0;
    }
    return found;
}

/// The smallest rectangle around all pixels of the colour; null where there is none.
inline QRect extent(const QImage &image, const QColor &color)
{
    QRect found;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) == color.rgb())
                found |= QRect(x, y, 1, 1);
        }
    }
    return found;
}

/// Relative luminance and contrast as WCAG 2 defines them.
inline double luminance(const QColor &color)
{
    const auto linear = [](double channel) {
        return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

inline double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

/// How much the focus ring of a control stands out from what the control is filled with, at the weakest of its sides.
inline double ringContrast(const QImage &plain, const QImage &focused)
{
    constexpr int depth = 6;
    const QRect rect = plain.rect();
    const QPoint middle = rect.center();
    const QColor fill = plain.pixelColor(depth, middle.y());
    double weakest = 21;
    const auto judge = [&](QPoint place, const QPoint &inward) {
        double strongest = 1;
        for (int i = 0; i < depth; ++i, place += inward) {
            if (plain.pixel(place) != focused.pixel(place))
                strongest = std::max(strongest, contrast(focused.pixelColor(place), fill));
        }
        weakest = std::min(weakest, strongest);
    };
    judge({rect.left(), middle.y()}, {1, 0});
    judge({rect.right(), middle.y()}, {-1, 0});
    judge({middle.x(), rect.top()}, {0, 1});
    judge({middle.x(), rect.bottom()}, {0, -1});
    return weakest;
}

} // namespace Gantry::LookProbe
