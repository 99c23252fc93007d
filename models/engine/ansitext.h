// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/terminalstyle.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace Gantry {

/// One line of terminal output as text: escape sequences removed, the colours and styles that they set
/// (ECMA-48 SGR) kept as spans. What hides text or makes it blink is not carried out.
struct AnsiText
{
    struct Span
    {
        qsizetype start = 0;
        qsizetype length = 0;
        TerminalStyle style;

        friend bool operator==(const Span &, const Span &) = default;
    };

    /// A colour of the terminal's palette, as we ourselves mark a word.
    static TerminalStyle styleOf(quint8 color, bool bold);

    QString text;
    QList<Span> spans; ///< only where a line differs from the default, in order

    /// Reads UTF-8 (invalid bytes become U+FFFD). Tabs become spaces up to the next multiple of eight, a carriage
    /// return begins the line again, a backspace takes a character back; other control and bidirectional formatting
    /// characters become visible, so that a log cannot pretend to be something else.
    static AnsiText parse(QByteArrayView line);
    /// Whether the line holds nothing that parse() would carry out.
    static bool isPlain(QByteArrayView line);
    /// The texts of lines that each end in "\n".
    static QString textOf(const QByteArray &lines);
};

} // namespace Gantry
