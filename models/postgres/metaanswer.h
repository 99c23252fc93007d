// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <deque>
#include <functional>
#include <optional>

namespace Gantry {

using MetaCell = std::optional<QByteArray>; ///< no value: NULL
using MetaRows = QList<QList<MetaCell>>;

/// A table of the answer to a backslash command, as psql lays it out.
struct MetaTable
{
    QString title; ///< Table "public.orders"
    QStringList headers;
    MetaRows rows;
    QStringList footers; ///< a line each
};

/// What a backslash command needs to know of the session.
struct MetaContext
{
    int serverVersion = 0; ///< 160003
    QString database;
    QString user;
    QString host; ///< a name, an address, or the folder of a Unix socket
    QString address; ///< of the host where it is a name
    quint16 port = 0;
};

/// A query that a backslash command asks the server.
struct MetaQuery
{
    QByteArray statement;
    QList<MetaCell> parameters;
    std::function<void(const MetaRows &rows)> take; ///< may ask further queries
};

/// The answer to a backslash command while it is put together: queries that are still to be asked and what came of
/// those before.
class MetaAnswer
{
public:
    /// Asks after what take() asked before, and before everything that was waiting when take() was called.
    void ask(const QByteArray &statement, const QList<MetaCell> &parameters,
             std::function<void(const MetaRows &rows)> take);
    std::optional<MetaQuery> next();
    /// The rows of the query that next() gave last.
    void take(const MetaRows &rows);

    void fail(const QString &sentence);
    void say(const QString &sentence) { m_sentence = sentence; }
    void addTable(const MetaTable &table) { m_tables += table; }
    MetaTable &lastTable() { return m_tables.last(); }

    const QList<MetaTable> &tables() const { return m_tables; }
    QString sentence() const { return m_sentence; }
    bool failed() const { return m_failed; }

private:
    QList<MetaTable> m_tables;
    QString m_sentence;
    bool m_failed = false;
    std::deque<MetaQuery> m_waiting;
    std::deque<MetaQuery>::size_type m_asked = 0; // of these, by the take() that goes on
    std::function<void(const MetaRows &rows)> m_taking;
};

} // namespace Gantry
