// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Gantry {

/// One word of a line as a POSIX shell takes it apart; nothing is ever expanded.
struct ShellWord
{
    QString text; ///< without its quotes
    QString source; ///< as it stood in the line
    bool expands = false; ///< a shell would put something else here: $NAME, $(…), `…`, ~, *.txt
    bool isOperator = false; ///< |, >, &&, ;…: not of the command

    friend bool operator==(const ShellWord &, const ShellWord &) = default;
};

/// The quoting rules of POSIX sh, with $'…' of bash: quotes, backslashes, continued lines, comments.
class ShellWords
{
public:
    QList<ShellWord> words;
    QString problem; ///< why the line is none, translated; empty if it is one

    static ShellWords split(const QString &line);
    /// The words alone.
    QStringList texts() const;
};

} // namespace Gantry
