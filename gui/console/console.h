// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/consolecontext.h"
#include "console/sqleditor.h"
#include "postgres/catalogue.h"
#include "postgres/consoleconnection.h"
#include "postgres/consolestore.h"
#include "postgres/sqlsession.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSplitter;
class QStackedWidget;

namespace Gantry {

class ActionButton;
class ActionRegistry;
class CataloguePane;
class ConsoleActions;
class ConsoleHeader;
class ConsoleNotice;
class ConsoleRunner;
class QueryTab;
class ResultPane;
class TabBar;

/// The SQL console of one database: its connection, the tree of its objects, its queries with their results.
class Console : public QWidget
{
    Q_OBJECT

public:
    /// \a stored is a console of an earlier run, or a new one with a place and an id.
    Console(const ConsoleContext &context, const StoredConsole &stored, QWidget *parent = nullptr);
    ~Console() override;

    const QString &id() const { return m_id; }
    const ConsolePlace &place() const { return m_connection->place(); }
    /// "demo · shop / db".
    QString title() const;
    void setOrder(int order);

    ConsoleConnection *connection() const { return m_connection; }
    SqlSession *session() const { return m_session; }
    ConsoleRunner *runner() const { return m_runner; }
    ConsoleNotice *notice() const { return m_notice; }
    /// Those of consoles, with this one alone as their subject: its own buttons have them, and its window.
    ActionRegistry *actions() const { return m_actions; }
    /// Opens it in a window of its own.
    ActionButton *detachButton() const;
    CataloguePane *catalogue() const { return m_cataloguePane; }
    QueryTab *currentQuery() const;
    QList<QueryTab *> queries() const;
    /// A statement waits for the connection that is being made.
    bool isWaiting() const { return m_pending.has_value(); }
    /// The result that is seen; null while messages are.
    ResultPane *currentResult() const;

    void connectNow();
    QueryTab *newQuery();
    void openFile(const QString &path);
    void chooseFile();
    void save();
    void closeQuery(QueryTab *query);
    void run();
    void runAll();
    void cancel();
    void commit();
    void rollback();
    void exportCsv();
    void toggleExpanded();
    void showHistory();
    /// The query after the current one, or before it where \a by is negative; from the last to the first.
    void stepQuery(int by);
    /// The same for results and messages.
    void stepResult(int by);
    void showMessages();
    void startFinding(bool replace);
    void focusNextPane();
    void askForLogin();
    /// Asks first when that loses something.
    void reconnect();
    /// What would be lost if Gantry were quit now, a sentence; empty if nothing would: texts are kept.
    QString quittingLoses() const;
    /// What would be lost if it were closed now, as a question's consequence; empty if nothing would.
    QString closingLoses() const;

Q_SIGNALS:
    void titleChanged();
    void closeRequested();
    /// What the actions of the registry depend on is another.
    void actionsChanged();

private:
    // console.cpp
    void build();
    void connectParts();
    QueryTab *addQuery(const StoredQuery &stored);
    QueryTab *queryAt(int index) const;
    void updateTabs();
    StoredConsole stored() const;
    void changed();

    // consolefiles.cpp
    void writeFile(QueryTab *query, const QString &path, const QByteArray &known);
    void askWhichText(QueryTab *query);
    void reloadFile(QueryTab *query);

    // consolework.cpp
    void runPiece(QueryTab *query, const SqlEditor::Piece &piece);
    QString whyNotRun(const SqlEditor::Piece &piece) const;
    void escape(const QueryTab *query);
    void becomeConnected();
    void login(const ConsoleConnection::Login &login, bool remember);
    void takeLogin(const ConsoleConnection::Login &login, bool remember);
    /// Closes, and says what went with the connection.
    void closeSession();
    void unlessItLoses(const QString &verb, const QString &text, const std::function<void()> &act);
    /// Says that it was not run, a sentence.
    void dropPending(const QString &sentence);
    void followAttempt();
    void refuse(QueryTab *query, const QString &sentence);
    void recall(QueryTab *query, bool newer);
    void exportTo(const QPointer<ResultPane> &pane, const std::shared_ptr<QueryResult> &result, const QString &path);

    const ConsoleContext m_context;
    const QString m_id;
    int m_order;
    ActionRegistry *m_actions;
    ConsoleConnection *m_connection;
    SqlSession *m_session;
    Catalogue *m_catalogue;
    ConsoleRunner *m_runner;

    ConsoleHeader *m_header = nullptr;
    ConsoleNotice *m_notice = nullptr;
    QSplitter *m_splitter = nullptr;
    CataloguePane *m_cataloguePane = nullptr;
    TabBar *m_queryBar = nullptr;
    QStackedWidget *m_queries = nullptr;
    int m_queryNumber = 0;
    bool m_restoring = false;

    struct Pending
    {
        QPointer<QueryTab> query;
        SqlEditor::Piece piece;
        QString containerId = {}; ///< that is being connected to; empty until that has begun
    };
    std::optional<Pending> m_pending; ///< runs when the attempt to connect that goes on succeeds, or not at all
    QString m_passwordToRemember;
    bool m_rememberTrial = false; ///< the password of the login that is tried
    bool m_hadSession = false;
    quint64 m_historyGeneration = 0;
    QTimer m_catalogueRefresh;
};

} // namespace Gantry
