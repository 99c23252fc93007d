// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/theme.h"
#include "look/tokens.h"

#include <QtTest>
#include <QtWidgets>

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

} // namespace Gantry::LookProbe
