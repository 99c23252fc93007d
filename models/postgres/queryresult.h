// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/resultstore.h"
#include "postgres/statementsplitter.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

namespace Gantry {

/// One result as the window sees it: the store and what is known of the statement. Lives in the thread of the window;
/// SqlSession announces to it what its own thread has appended, at most once a frame.
class QueryResult : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Complete, Cancelled, Failed };
    Q_ENUM(State)

    /// \a sent runs since the statement was sent.
    QueryResult(std::shared_ptr<ResultStore> store, const QByteArray &statement, const QElapsedTimer &sent,
                QObject *parent = nullptr);

    const std::shared_ptr<ResultStore> &store() const { return m_store; }
    /// The text that was sent, or the backslash command.
    QByteArray statement() const { return m_statement; }
    /// The rows that have been announced: models show these.
    qint64 rowCount() const { return m_rowCount; }
    State state() const { return m_state; }
    bool isCancelling() const { return m_cancelling && m_state == State::Running; }
    QString commandTag() const { return m_commandTag; } ///< "SELECT 5", empty while running
    double firstRowMilliseconds() const { return m_firstRow; } ///< since the statement was sent
    double totalMilliseconds() const; ///< so far, while running

    /// Of the answer to a backslash command, as psql writes it: Table "public.orders". Empty for a query.
    QString title() const { return m_title; }
    QStringList footers() const { return m_footers; }
    void describe(const QString &title, const QStringList &footers);

    void announce(qint64 rowCount, double firstRowMilliseconds);
    void finish(State state, const QString &commandTag, double totalMilliseconds);
    void setTypeNames(const QStringList &names);
    /// The server was asked to stop it.
    void setCancelling();

Q_SIGNALS:
    /// Rows \a first to \a last (both from 0, inclusive) are there.
    void rowsAppended(qint64 first, qint64 last);
    void columnsChanged(); ///< names of types became known
    void cancelling();
    void finished();

private:
    std::shared_ptr<ResultStore> m_store;
    QByteArray m_statement;
    QElapsedTimer m_sent;
    QString m_title;
    QStringList m_footers;
    QString m_commandTag;
    qint64 m_rowCount = 0;
    double m_firstRow = 0;
    double m_total = 0;
    State m_state = State::Running;
    bool m_cancelling = false;
};

} // namespace Gantry
