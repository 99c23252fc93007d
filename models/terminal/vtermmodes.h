// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>

struct VTerm;

namespace Gantry {

/// What libvterm does not tell of itself: whether its parser is amid a sequence, and whether a mode is set in which
/// letters and line breaks are not just these. Reads along with a parser of libvterm that has no terminal, and takes
/// what it does not surely know for a reason against.
class VtermModes
{
public:
    explicit VtermModes(int rows);
    ~VtermModes();
    Q_DISABLE_COPY_MOVE(VtermModes)

    /// All bytes from an escape character on until isGround() again, and all control characters, have to be fed.
    void feed(char byte);
    /// Nothing is pending: what comes next is text or begins something.
    bool isGround() const { return m_isGround; }
    /// The last sequence set colours or attributes, and nothing else.
    bool wasStyle() const { return m_wasStyle; }
    /// The last sequence asks for repetitions of the last character (REP), this often; 0 from the next call on.
    bool isRepetition() const { return m_times > 0; }
    int takeRepetition() { return std::exchange(m_times, 0); }
    /// Characters are those of ASCII and UTF-8 and overwrite what is there, lines wrap, the whole screen scrolls, and
    /// tabulators stand at every eighth column.
    bool isPlain() const { return m_special == 0; }
    void setRows(int rows) { m_rows = rows; }

private:
    struct Callbacks;
    enum Special : unsigned {
        Insert = 1U << 0,
        NewLine = 1U << 1,
        NoWrap = 1U << 2,
        Origin = 1U << 3,
        SideMargins = 1U << 4,
        Region = 1U << 5,
        CharacterSet = 1U << 6,
        Shift = 1U << 7,
        Tabulators = 1U << 8,
    };

    void set(Special special, bool on) { m_special = on ? m_special | special : m_special & ~unsigned(special); }
    void control(unsigned char code);
    void escape(const char *bytes, qsizetype size);
    void setMode(bool isPrivate, const long *arguments, int count, bool on);
    void setRegion(const long *arguments, int count);

    VTerm *m_parser;
    int m_rows;
    bool m_isGround = true;
    bool m_wasStyle = false;
    bool m_hadControl = false; ///< amid the sequence
    int m_times = 0;
    unsigned m_special = 0;
};

} // namespace Gantry
