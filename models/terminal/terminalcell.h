// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/terminalstyle.h"

namespace Gantry {

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
