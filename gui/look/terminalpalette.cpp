// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/terminalpalette.h"

#include "look/tokens.h"

#include <algorithm>
#include <cmath>

namespace Gantry {

namespace {

constexpr qsizetype mostKnown = 4096;
constexpr double dimmedPart = 0.4; ///< of the way to the ground

double luminance(const QColor &color)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

QColor mixed(const QColor &from, const QColor &to, double part)
{
    const auto mix = [part](int a, int b) { return int(std::lround(a + (b - a) * part)); };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

/// Beyond the sixteen: a cube of 6 × 6 × 6 and 24 greys, as xterm has them.
QColor beyond(int index)
{
    constexpr int cubeBegin = 16;
    constexpr int greyBegin = 232;
    if (index >= greyBegin) {
        const int grey = 8 + (index - greyBegin) * 10;
        return QColor(grey, grey, grey);
    }
    const auto level = [](int step) { return step == 0 ? 0 : 55 + step * 40; };
    const int place = index - cubeBegin;
    return QColor(level(place / 36), level(place / 6 % 6), level(place % 6));
}

} // namespace

TerminalPalette::TerminalPalette(const Tokens &tokens)
    : m_text(tokens.text)
    , m_ground(tokens.base)
    , m_isDark(tokens.isDark)
{
    const QColor magenta = tokens.services[5];
    const QColor cyan = tokens.services[4];
    const QList<QColor> hues{tokens.red.text, tokens.green.text, tokens.amber.text, tokens.blue.text, magenta, cyan};
    m_colors[0] = m_isDark ? tokens.chrome.darker(150) : QColor(Qt::black);
    m_colors[7] = m_isDark ? tokens.text2 : tokens.lineStrong;
    m_colors[8] = tokens.text3;
    m_colors[15] = Qt::white;
    for (int i = 0; i < int(hues.size()); ++i) {
        m_colors[std::size_t(i) + 1] = hues[i];
        m_colors[std::size_t(i) + 9] = mixed(hues[i], m_isDark ? QColor(Qt::white) : tokens.text, 0.25);
    }
}

const TerminalPalette &TerminalPalette::of(const Tokens &tokens)
{
    static const TerminalPalette light(Tokens::lightTheme());
    static const TerminalPalette dark(Tokens::darkTheme());
    return tokens.isDark ? dark : light;
}

QColor TerminalPalette::of(TerminalColor color, const QColor &otherwise) const
{
    if (color.isDefault())
        return otherwise;
    if (!color.isIndexed())
        return QColor::fromRgb(color.rgb());
    return color.index() < 16 ? m_colors[std::size_t(color.index())] : beyond(color.index());
}

QColor TerminalPalette::foreground(TerminalColor color) const
{
    return of(color, m_text);
}

QColor TerminalPalette::background(TerminalColor color) const
{
    return of(color, m_ground);
}

double TerminalPalette::contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor TerminalPalette::readable(const QColor &text, const QColor &ground) const
{
    const quint64 key = quint64(text.rgb()) << 32 | ground.rgb();
    const auto known = m_readable.constFind(key);
    if (known != m_readable.constEnd())
        return QColor::fromRgb(*known);
    QColor result = text;
    const QColor end = contrast(Qt::white, ground) > contrast(Qt::black, ground) ? Qt::white : Qt::black;
    for (double part = 0.1; contrast(result, ground) < LeastContrast && part < 1.05; part += 0.1)
        result = mixed(text, end, std::min(part, 1.0));
    if (m_readable.size() >= mostKnown)
        m_readable.clear();
    m_readable.insert(key, result.rgb());
    return result;
}

QColor TerminalPalette::dimmed(const QColor &text, const QColor &ground) const
{
    return readable(mixed(text, ground, dimmedPart), ground);
}

} // namespace Gantry
