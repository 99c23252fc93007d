// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Gantry {

/// How serious a line of a log calls itself, found without knowing its format.
struct LogLevel
{
    enum class Kind : quint8 { None, Debug, Info, Warning, Error };

    Kind kind = Kind::None;
    /// The word that says so, in bytes.
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const LogLevel &, const LogLevel &) = default;

    /// Reads the beginning of a line: a word in capitals ("ERROR", "WARN"), one in brackets or before a colon at the
    /// start ("[error]", "error: "), or the value of "level", "lvl" or "severity". The first one counts; words of the
    /// message itself ("no error found") do not. Escape sequences are passed over. Of a JSON object the field counts
    /// that says it, wherever it stands, and only that. The two ends of a Python traceback are errors, too: "Traceback
    /// (… and "some.ValueError: why".
    static LogLevel of(QByteArrayView line);

    /// What a word alone says: "warn", "Critical".
    static Kind ofWord(QByteArrayView word);

    static constexpr qsizetype Read = 192; ///< bytes
};

} // namespace Gantry
