// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/querytab.h"
#include "console/sqleditor.h"
#include "postgres/sqlsession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace Gantry {

class MessagesView;
class SqlHistory;

/// Runs pieces of a query on the console's session and brings what comes back to the query's tab: results, messages,
/// the mark of an error; what ran goes to the history.
class ConsoleRunner : public QObject
{
    Q_OBJECT

public:
    /// Both outlive the runner; \a history may be null.
    ConsoleRunner(SqlSession *session, SqlHistory *history, QObject *parent = nullptr);

    /// Names the console in the history: "demo@shop/db".
    void setLabel(const QString &label) { m_label = label; }
    const QString &label() const { return m_label; }
    /// Where messages go while nothing runs: the query that is seen.
    void setIdleTab(QueryTab *tab) { m_idleTab = tab; }

    /// False when the session cannot run anything now.
    bool run(QueryTab *tab, const SqlEditor::Piece &piece);
    /// Commit and rollback: \a start begins a run of the session's own.
    bool run(QueryTab *tab, const std::function<quint64()> &start);
    bool isRunning() const { return m_run != 0; }
    /// The query that runs; null while none does.
    QueryTab *runningTab() const { return m_run != 0 ? m_tab.data() : nullptr; }
    qint64 elapsed() const { return m_run != 0 ? m_elapsed.elapsed() : 0; }
    /// Statements of the open transaction that changed something.
    int transactionChanges() const { return m_changes; }

Q_SIGNALS:
    void started();
    void ended();
    void transactionChangesChanged(); ///< at most once a frame
    /// A statement may have changed what the catalogue holds.
    void schemaChanged();

private:
    MessagesView *messages() const;
    bool begin(QueryTab *tab, qsizetype offset, int line, const std::function<quint64()> &start);
    void finishStatement(const StatementOutcome &outcome);
    void setTransactionChanges(int changes);
    void markError(const StatementOutcome &outcome);
    QString notRun(const RunOutcome &outcome) const;
    void finishRun(const RunOutcome &outcome);

    SqlSession *m_session;
    SqlHistory *m_history;
    QString m_label;
    QPointer<QueryTab> m_tab;
    QPointer<QueryTab> m_idleTab;
    qsizetype m_offset = 0; ///< of the script in the editor; -1 when it is not from there
    int m_line = 0; ///< where it begins
    qsizetype m_lastBegin = -1; ///< of the statement that ended last, in the script
    quint64 m_revision = 0;
    quint64 m_run = 0;
    bool m_cancelAsked = false;
    int m_changes = 0;
    QTimer m_changesAnnouncement;
    QElapsedTimer m_elapsed;
};

} // namespace Gantry
