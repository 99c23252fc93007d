// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/queryresult.h"

namespace Gantry {

QueryResult::QueryResult(std::shared_ptr<ResultStore> store, const QByteArray &statement, const QElapsedTimer &sent,
                         QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_statement(statement)
    , m_sent(sent)
{
}

double QueryResult::totalMilliseconds() const
{
    return m_state == State::Running ? double(m_sent.nsecsElapsed()) / 1e6 : m_total;
}

void QueryResult::describe(const QString &title, const QStringList &footers)
{
    m_title = title;
    m_footers = footers;
}

void QueryResult::announce(qint64 rowCount, double firstRowMilliseconds)
{
    if (rowCount <= m_rowCount)
        return;
    const qint64 first = m_rowCount;
    m_rowCount = rowCount;
    m_firstRow = firstRowMilliseconds;
    Q_EMIT rowsAppended(first, rowCount - 1);
}

void QueryResult::finish(State state, const QString &commandTag, double totalMilliseconds)
{
    m_state = state;
    m_commandTag = commandTag;
    m_total = totalMilliseconds;
    Q_EMIT finished();
}

void QueryResult::setCancelling()
{
    m_cancelling = true;
    if (isCancelling())
        Q_EMIT cancelling();
}

void QueryResult::setTypeNames(const QStringList &names)
{
    m_store->setTypeNames(names);
    Q_EMIT columnsChanged();
}

} // namespace Gantry
