// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Gantry {

/// A colour as a program asked for it (ECMA-48 SGR), in a terminal or in a log.
class TerminalColor
{
public:
    constexpr TerminalColor() = default;
    static constexpr TerminalColor indexed(quint8 index) { return TerminalColor(IndexedBit | index); }
    static constexpr TerminalColor rgb(quint8 red, quint8 green, quint8 blue)
    {
        return TerminalColor(RgbBit | quint32(red) << 16 | quint32(green) << 8 | blue);
    }

    constexpr bool isDefault() const { return m_value == 0; }
    constexpr bool isIndexed() const { return m_value & IndexedBit; }
    /// Of the palette of 256.
    constexpr int index() const { return int(m_value & 0xff); }
    /// 0xRRGGBB, where it is neither the default nor of the palette.
    constexpr quint32 rgb() const { return m_value & 0xffffff; }

    friend constexpr bool operator==(TerminalColor, TerminalColor) = default;

private:
    static constexpr quint32 IndexedBit = 1U << 24;
    static constexpr quint32 RgbBit = 1U << 25;

    constexpr explicit TerminalColor(quint32 value)
        : m_value(value)
    {
    }

    quint32 m_value = 0;
};

/// How a cell of a terminal, or a piece of a log's line, is drawn.
struct TerminalStyle
{
    enum Flag : quint32 {
        Bold = 1U << 21,
        Italic = 1U << 22,
        Underline = 1U << 23,
        DoubleUnderline = 1U << 24,
        Reverse = 1U << 25,
        Strike = 1U << 26,
        Blink = 1U << 30,
        Dim = 1U << 31,
        AllFlags = Bold | Italic | Underline | DoubleUnderline | Reverse | Strike | Blink | Dim,
    };

    quint32 flags = 0;
    TerminalColor foreground;
    TerminalColor background;

    bool has(Flag flag) const { return flags & flag; }
    void set(Flag flag, bool on) { flags = on ? flags | flag : flags & ~quint32(flag); }

    friend bool operator==(const TerminalStyle &, const TerminalStyle &) = default;
};

} // namespace Gantry
