// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <compare>
#include <vector>

namespace Gantry {

class TerminalScreen;

/// A cell of a terminal by the number of its line, which stays while the line moves up.
struct TerminalPlace
{
    qint64 line = -1;
    int column = 0;

    bool isValid() const { return line >= 0; }
    friend auto operator<=>(const TerminalPlace &, const TerminalPlace &) = default;
};

/// A line as the program wrote it, over all rows of the screen that it takes: its text, and where each character
/// stands.
class TerminalText
{
public:
    /// Of the text, in UTF-16 units.
    struct Part
    {
        qsizetype start = 0;
        qsizetype length = 0;
    };

    /// The line that goes through row \a line of \a screen, with at most so many of its rows before that one.
    static TerminalText of(const TerminalScreen &screen, qint64 line, int before = MostRows);
    /// What is copied of \a screen from one place to before another: without line breaks where a line goes on in the
    /// next row, and without the blank ends of lines.
    static QString between(const TerminalScreen &screen, TerminalPlace from, TerminalPlace to);

    const QString &text() const { return m_text; }
    qint64 firstLine() const { return m_first; }
    qint64 lastLine() const { return m_last; }
    /// Of a character, or the end of the text.
    TerminalPlace place(qsizetype index) const;
    /// The character at a place, or the next one.
    qsizetype index(TerminalPlace place) const;
    /// What a double click selects: a word or a path, or the character alone.
    Part wordAt(qsizetype index) const;
    /// The web address that a character belongs to; of length 0 where there is none. Only http and https.
    Part linkAt(qsizetype index) const;

    /// Rows of one line that are looked at; a longer one is several.
    static constexpr int MostRows = 200;

private:
    QString m_text;
    std::vector<TerminalPlace> m_places; ///< one a UTF-16 unit, and the end
    qint64 m_first = 0;
    qint64 m_last = 0;
};

} // namespace Gantry
