// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace Gantry {

/// A statement or backslash command of a script, as a range of the script's UTF-8 bytes.
struct SqlStatement
{
    enum class Kind : quint8 { Query, Backslash };
    /// Bytes of the range that are not sent: a backslash command in the midst, the backslash of "\;", the data behind
    /// COPY … FROM STDIN.
    struct Hole
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    Kind kind = Kind::Query;
    bool terminated = true; ///< false: the text ended before the semicolon
    qsizetype begin = 0; ///< the first byte that is neither blank nor of a "--" comment
    qsizetype end = 0; ///< behind the semicolon; of a backslash command without the newline
    int line = 0; ///< of begin, from 0
    QList<Hole> holes;

    qsizetype length() const { return end - begin; }
};

/// Cuts a script into the statements that psql would send: at a semicolon outside quotes, comments, parentheses and
/// the BEGIN ATOMIC … END body of a function. Statements without any word are left out.
namespace StatementSplitter {

QList<SqlStatement> split(QByteArrayView script);

/// The index of the statement that "run the statement here" means at byte \a position; -1 when there is none. Behind a
/// semicolon the statement before it counts for the rest of the line; in a blank place or a comment the next statement
/// counts, after the last one the last.
qsizetype statementAt(const QList<SqlStatement> &statements, QByteArrayView script, qsizetype position);

/// The text to send.
QByteArray query(QByteArrayView script, const SqlStatement &statement);

/// The text to type for the same: as it stands in the script, with the backslash of "\;" and without the backslash
/// commands in its midst, which are statements of their own.
QByteArray typed(QByteArrayView script, const SqlStatement &statement);

/// What the server counts in the positions of its messages: characters, but bytes in a database in SQL_ASCII.
enum class PositionUnit { Characters, Bytes };

/// The byte of the script that \a position (from 1) in query() stands for; -1 when it is out of range.
qsizetype scriptPosition(QByteArrayView script, const SqlStatement &statement, int position,
                         PositionUnit unit = PositionUnit::Characters);

/// A line of a script, and what of a statement stands in it.
struct Line
{
    int number = 0; ///< from 0
    QByteArray text;
};
/// That of byte \a position of the statement.
Line lineAt(QByteArrayView script, const SqlStatement &statement, qsizetype position);

} // namespace StatementSplitter

} // namespace Gantry
