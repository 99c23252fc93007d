// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Gantry {

/// A colour as a program in the terminal asked for it.
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

/// How a cell is drawn.
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
        AllFlags = Bold | Italic | Underline | DoubleUnderline | Reverse | Strike | Blink,
    };

    quint32 flags = 0;
    TerminalColor foreground;
    TerminalColor background;

    bool has(Flag flag) const { return flags & flag; }
    void set(Flag flag, bool on) { flags = on ? flags | flag : flags & ~quint32(flag); }

    friend bool operator==(const TerminalStyle &, const TerminalStyle &) = default;
};

/// One cell of a terminal, 12 bytes: a character, or the number of a cluster (a character with its combining ones,
/// TerminalScreen::cluster()), and its style. A wide character has a second cell, which is its right half.
class TerminalCell
{
public:
    TerminalCell() = default;
    TerminalCell(char32_t character, const TerminalStyle &style)
        : m_bits(quint32(character) | style.flags)
        , m_foreground(style.foreground)
        , m_background(style.background)
    {
    }
    static TerminalCell ofCluster(quint32 number, const TerminalStyle &style)
    {
        TerminalCell cell(number, style);
        cell.m_bits |= ClusterBit;
        return cell;
    }
    static TerminalCell rightHalf(const TerminalStyle &style)
    {
        TerminalCell cell(0, style);
        cell.m_bits |= RightHalfBit;
        return cell;
    }
    void setWide() { m_bits |= WideBit; }

    /// 0 where nothing was written.
    char32_t character() const { return m_bits & CharacterBits; }
    bool isCluster() const { return m_bits & ClusterBit; }
    bool isWide() const { return m_bits & WideBit; }
    bool isRightHalf() const { return m_bits & RightHalfBit; }
    /// Either half of a wide character.
    bool isHalf() const { return m_bits & (WideBit | RightHalfBit); }
    TerminalStyle style() const { return {m_bits & TerminalStyle::AllFlags, m_foreground, m_background}; }

private:
    static constexpr quint32 CharacterBits = (1U << 21) - 1;
    static constexpr quint32 WideBit = 1U << 27;
    static constexpr quint32 ClusterBit = 1U << 28;
    static constexpr quint32 RightHalfBit = 1U << 29;

    quint32 m_bits = 0;
    TerminalColor m_foreground;
    TerminalColor m_background;
};

} // namespace Gantry
