// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace Gantry {

/// One line of terminal output as text: escape sequences removed, their colours kept as spans (ECMA-48 SGR).
struct AnsiText
{
    struct Span
    {
        qsizetype start = 0;
        qsizetype length = 0;
        int color = -1; ///< 0 to 15 of the terminal's palette, -1 for the default
        bool bold = false;

        friend bool operator==(const Span &, const Span &) = default;
    };

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
