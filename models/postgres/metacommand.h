// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/metaanswer.h"

#include <QByteArrayList>
#include <QByteArrayView>

namespace Gantry {

/// A backslash command that is answered as psql answers it (\d, \dt and its kin, \l, \x, \conninfo; PostgreSQL
/// documentation, "psql", Meta-Commands); the others are answered with a sentence. None is ever sent to the server: a
/// command asks queries of its own, one after the other.
class MetaCommand
{
public:
    enum class Expanded { Unchanged, On, Off, Auto, Toggle };

    /// \a text with its backslash, as the lexer cuts it.
    MetaCommand(QByteArrayView text, const MetaContext &context);

    /// The next query to send. Nothing: the command is done.
    std::optional<MetaQuery> next() { return m_answer.next(); }
    /// The rows of that query.
    void take(const MetaRows &rows) { m_answer.take(rows); }

    const QList<MetaTable> &tables() const { return m_answer.tables(); }
    /// The answer in words, where there is one.
    QString sentence() const { return m_answer.sentence(); }
    /// What else there is to say, a sentence each.
    const QStringList &notes() const { return m_notes; }
    bool failed() const { return m_answer.failed(); } ///< the sentence tells why
    Expanded expanded() const { return m_expanded; }

private:
    void describe(const QByteArray &flags, const QByteArray &pattern);
    void expand(const QByteArray &argument);
    void tellConnection();

    MetaContext m_context;
    MetaAnswer m_answer;
    QStringList m_notes;
    Expanded m_expanded = Expanded::Unchanged;
};

/// The command's name and its arguments, as psql cuts them: quotes of both kinds group, single quotes are taken away,
/// a semicolon at the end of the line means nothing.
QByteArrayList metaCommandWords(QByteArrayView text);

} // namespace Gantry
