// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cataloguepane.h"
#include "console/console.h"
#include "console/consoleheader.h"
#include "console/consolenotice.h"
#include "console/consolerunner.h"
#include "console/messagesview.h"
#include "console/querytab.h"
#include "console/resultfooter.h"
#include "console/resultpane.h"
#include "console/resulttabs.h"
#include "console/resultview.h"
#include "console/transactionchip.h"
#include "databases/databaselist.h"
#include "databases/databasespage.h"
#include "items/cataloguemodel.h"
#include "items/databasemodel.h"
#include "lab/labenvironment.h"
#include "look/banner.h"
#include "look/elidedlabel.h"
#include "look/pill.h"
#include "look/tabbar.h"
#include "look/theme.h"
#include "look/treeview.h"
#include "postgres/passwordkeeper.h"
#include "shell/workbench.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;
using State = ConsoleConnection::State;

namespace {
constexpr int Patience = 30000;
}

/// The console on a real server in a container that publishes nothing.
class TestConsole : public QObject
{
    Q_OBJECT

    const QString m_name = u"gantry-console-test"_s;
    QTemporaryDir m_home;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<DatabasesPage> m_page;

    QString containerId() const { return Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, m_name}).output; }
    Console *console() const { return m_page->currentConsole(); }
    QueryTab *query() const { return console()->currentQuery(); }
    QString messages() const { return query()->results()->messages()->toPlainText(); }
    QString cell(int result, qint64 row, int column) const
    {
        const ResultPane *pane = query()->results()->pane(result);
        return pane && pane->view()->rowCount() > row ? pane->view()->displayText(row, column) : QString();
    }
    void type(const QByteArray &sql) { query()->editor()->setScript(sql, false); }
    void press(const QString &id) { m_workbench->actions()->action(id)->trigger(); }
    bool runAll(const QByteArray &sql)
    {
        type(sql);
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        press(u"sql.runAll"_s);
        return ended.size() > 0 || ended.wait(Patience);
    }
    /// As when the program starts.
    void makePage()
    {
        m_page.reset();
        m_workbench.reset();
        m_workbench = std::make_unique<Workbench>(m_state.get());
        m_workbench->engine()->start(EndpointDiscovery(), Lab::dockerHost());
        QTRY_COMPARE_WITH_TIMEOUT(m_workbench->engine()->state(), Engine::State::Connected, Patience);
        m_page = std::make_unique<DatabasesPage>(m_workbench.get());
        QSignalSpy restored(m_page.get(), &DatabasesPage::restored);
        m_page->resize(1222, 780);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QVERIFY(restored.size() > 0 || restored.wait());
    }
    bool connected() const { return console() && console()->connection()->state() == State::Connected; }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain
        Lab::docker({u"rm"_s, u"--force"_s, u"--volumes"_s, m_name});
        const Lab::CommandResult started = Lab::docker(
            {u"run"_s, u"--detach"_s, u"--name"_s, m_name, u"--env"_s, u"POSTGRES_USER=demo"_s, u"--env"_s,
             u"POSTGRES_PASSWORD=demo"_s, u"--env"_s, u"POSTGRES_DB=shop"_s, Lab::image(Lab::Image::Postgres)});
        QVERIFY2(started.ok(), qPrintable(started.error));
        m_state = std::make_unique<UiState>(m_home.filePath(u"state.ini"_s));
        m_theme = std::make_unique<Theme>();
        m_theme->setMode(Theme::Mode::Light);
        m_theme->apply();
        makePage();
    }

    void cleanupTestCase()
    {
        m_page.reset();
        m_workbench.reset();
        if (Lab::isUp())
            Lab::docker({u"rm"_s, u"--force"_s, u"--volumes"_s, m_name});
    }

    void listShowsTheContainer()
    {
        const auto listed = [this] {
            const DatabaseModel *model = m_page->list()->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->row(row).name == m_name)
                    return true;
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(listed(), Patience);
    }

    void opensWithoutAQuestion()
    {
        const auto queryOf = [this](const QString &path) -> QueryTab * {
            const QList<QueryTab *> queries = console()->queries();
            const auto found = std::find_if(queries.cbegin(), queries.cend(),
                                            [&path](const QueryTab *tab) { return tab->path() == path; });
            return found == queries.cend() ? nullptr : *found;
        };
        QStringList paths;
        for (const QString &name : {u"waits.sql"_s, u"follows.sql"_s}) {
            paths += m_home.filePath(name);
            QFile file(paths.last());
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("SELECT 1;");
        }
        m_workbench->openPath(paths[0]);
        auto *banner = m_page->findChild<Banner *>(u"waitingFiles"_s);
        QVERIFY(banner->isVisible());
        // Right after the container was started, the server may not answer yet: the console waits.
        m_page->openConsole(containerId());
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(console()->connection()->sentence()), 2 * Patience);
        QCOMPARE(console()->connection()->server().database, u"shop"_s);
        QCOMPARE(console()->connection()->server().user, u"demo"_s);

        QTRY_VERIFY(queryOf(paths[0]));
        m_page->showList();
        QVERIFY(!banner->isVisible());
        m_workbench->openPath(paths[1]);
        QVERIFY(console());
        QTRY_VERIFY(queryOf(paths[1]));
        for (const QString &path : paths)
            console()->closeQuery(queryOf(path));
    }

    void answersTwoSelects()
    {
        QVERIFY(runAll("SELECT version(); SELECT current_database();"));
        QCOMPARE(query()->results()->resultCount(), 2);
        QTRY_VERIFY(cell(0, 0, 0).startsWith(u"PostgreSQL 15"_s));
        QTRY_COMPARE(cell(1, 0, 0), u"shop"_s);
        QVERIFY(messages().contains(u"SELECT 1"_s));
    }

    void runsTheStatementAtTheCursor()
    {
        type("SELECT 'first' AS a;\nSELECT 'second' AS b;");
        query()->editor()->moveCursor(25);
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        QTest::keyClick(query()->editor(), Qt::Key_Return, Qt::ControlModifier);
        if (ended.isEmpty()) // the shortcut belongs to the main window, which is not here
            press(u"sql.run"_s);
        QVERIFY(ended.size() > 0 || ended.wait(Patience));
        QCOMPARE(query()->results()->resultCount(), 1);
        QTRY_COMPARE(cell(0, 0, 0), u"second"_s);
    }

    void nullAndEmptyAndNumbersDiffer()
    {
        QVERIFY(runAll("SELECT NULL::text AS n, '' AS e, 1.50::numeric AS x"));
        QTRY_COMPARE(cell(0, 0, 0), u"NULL"_s);
        QCOMPARE(cell(0, 0, 1), QString());
        QCOMPARE(cell(0, 0, 2), u"1.50"_s);
        const ResultPane *pane = query()->results()->pane(0);
        QVERIFY(pane->view()->content()->cell(0, 2, 100).isNumeric);
        QTRY_COMPARE(pane->view()->content()->column(2).typeName, u"numeric"_s);
    }

    void copies()
    {
        QVERIFY(runAll("SELECT g AS id, 'name ' || g AS name FROM generate_series(1, 3) g"));
        ResultPane *pane = query()->results()->pane(0);
        QTRY_COMPARE(pane->view()->rowCount(), qint64(3));
        pane->view()->selectAll();
        pane->copyWithHeaders();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"id\tname\n1\tname 1\n2\tname 2\n3\tname 3"_s);
        pane->view()->setCurrent(1, 1);
        pane->copyCells();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"name 2"_s);
        pane->copyRows();
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"2\tname 2"_s);
    }

    void errorIsMarkedAtItsPlace()
    {
        const QByteArray sql = "SELECT 'größe',\n  nothing\nFROM pg_class;";
        QVERIFY(runAll(sql));
        QVERIFY(query()->editor()->hasError());
        QCOMPARE(query()->editor()->cursorPosition(), sql.indexOf("nothing"));
        QVERIFY(messages().contains(u"42703"_s));
        QVERIFY(!query()->results()->currentPane());
    }

    void noticesAreShown()
    {
        QVERIFY(runAll("DO $$ BEGIN RAISE NOTICE 'hello % there', 5; END $$;"));
        QTRY_VERIFY(messages().contains(u"hello 5 there"_s));
    }

    void millionRowsArrive()
    {
        type("SELECT g, md5(g::text) FROM generate_series(1, 1000000) g");
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        press(u"sql.runAll"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!cell(0, 0, 0).isEmpty(), Patience);
        QVERIFY(ended.size() > 0 || ended.wait(Patience));
        QTRY_COMPARE(query()->results()->pane(0)->view()->rowCount(), qint64(1'000'000));
        QCOMPARE(cell(0, 999'999, 0), u"1000000"_s);
    }

    void cancelStopsTheStatementOnTheServer()
    {
        type("SELECT 1 AS before; SELECT pg_sleep(60);");
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        press(u"sql.runAll"_s);
        QTRY_COMPARE(cell(0, 0, 0), u"1"_s);
        QTRY_VERIFY(console()->runner()->isRunning());
        press(u"sql.cancel"_s);
        QVERIFY(ended.size() > 0 || ended.wait(Patience));
        QVERIFY(messages().contains(u"57014"_s));
        QCOMPARE(cell(0, 0, 0), u"1"_s);
        QVERIFY(runAll("SELECT 'still there'"));
        QTRY_VERIFY2(cell(0, 0, 0) == u"still there"_s, qPrintable(messages()));
    }

    void cancelledRowsStayInSight()
    {
        type("SELECT generate_series(1, 100000000), repeat('x', 100); SELECT 2;");
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        press(u"sql.runAll"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!cell(0, 1000, 0).isEmpty(), Patience);
        press(u"sql.cancel"_s);
        QVERIFY(ended.size() > 0 || ended.wait(Patience));
        const ResultPane *pane = query()->results()->pane(0);
        QCOMPARE(query()->results()->currentPane(), pane);
        QVERIFY2(pane->footer()->text().contains(u"cancelled after"_s)
                     && pane->footer()->text().contains(u"the rows so far are kept"_s),
                 qPrintable(pane->footer()->text()));
        QVERIFY2(messages().endsWith(u"1 statement(s) after it were not run."_s), qPrintable(messages()));
    }

    /// The window answers while a long script runs, and sees what came of it so far.
    void aLongScriptIsCancelledInItsMidst()
    {
        constexpr int Statements = 30'000;
        QByteArray script;
        for (int i = 0; i < Statements / 3; ++i)
            script += "SELECT 1;\nSET work_mem TO DEFAULT;\nSELECT WHERE false;\n";
        type(script);
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        QTimer hand;
        connect(&hand, &QTimer::timeout, this, [this] {
            if (query()->results()->messages()->count() > 10)
                press(u"sql.cancel"_s);
        });
        hand.start(0);
        press(u"sql.runAll"_s);
        QVERIFY(ended.size() > 0 || ended.wait(2 * Patience));
        hand.stop();
        QVERIFY2(query()->results()->messages()->count() < Statements / 2, qPrintable(messages().right(500)));
        const QString last = messages().section(u'\n', -1);
        QVERIFY2(last.startsWith(u"The run was cancelled. "_s) && last.endsWith(u" were not run."_s), qPrintable(last));
        QVERIFY(!query()->results()->currentPane());
        QVERIFY(query()->results()->messages()->hasCautions());
        QVERIFY(runAll("SELECT 'still there'"));
        QTRY_COMPARE(cell(0, 0, 0), u"still there"_s);
    }

    void exportIsOfTheResultThatWasShown()
    {
        QVERIFY(runAll("SELECT 'wanted' AS a"));
        QTRY_COMPARE(cell(0, 0, 0), u"wanted"_s);
        press(u"sql.exportCsv"_s);
        auto *dialog = console()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        // What comes meanwhile is another result, or none.
        QVERIFY(runAll("SELECT 1/0"));
        QCOMPARE(query()->results()->resultCount(), 0);
        const QString path = m_home.filePath(u"wanted.csv"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "a\nwanted\n");

        type("SELECT 1; SELECT pg_sleep(60);");
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        press(u"sql.runAll"_s);
        QTRY_COMPARE(cell(0, 0, 0), u"1"_s);
        const QAction *exports = m_workbench->actions()->action(u"sql.exportCsv"_s);
        QVERIFY(!exports->isEnabled());
        QVERIFY2(exports->toolTip().contains(u"A statement is running."_s), qPrintable(exports->toolTip()));
        press(u"sql.cancel"_s);
        QVERIFY(ended.size() > 0 || ended.wait(Patience));
    }

    void aFileOfAnotherEncodingIsRefused()
    {
        const QString path = m_home.filePath(u"latin.sql"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SELECT 'caf\xe9';");
        file.close();
        const qsizetype before = console()->queries().size();
        console()->openFile(path);
        const auto said = [this] {
            const QList<QLabel *> labels = console()->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                return label->isVisible() && label->text().contains(u"UTF-8"_s);
            });
        };
        QTRY_VERIFY(said());
        QCOMPARE(console()->queries().size(), before);
    }

    void transactionIsShownAndEnded()
    {
        QVERIFY(runAll("CREATE TABLE IF NOT EXISTS kept (a int); TRUNCATE kept; BEGIN; INSERT INTO kept VALUES (1);"));
        QTRY_COMPARE(console()->session()->transaction(), SqlSession::Transaction::Open);
        QVERIFY(m_workbench->actions()->action(u"sql.commit"_s)->isEnabled());
        QCOMPARE(console()->runner()->transactionChanges(), 1);
        QCOMPARE(m_page->quittingLoses().size(), 1);
        QVERIFY(m_page->quittingLoses().first().contains(u"rolled back"_s));
        QVERIFY(console()->closingLoses().contains(u"rolled back"_s));
        QVERIFY(console()->closingLoses().contains(u"text of its queries is lost"_s));
        press(u"sql.rollback"_s);
        QTRY_COMPARE(console()->session()->transaction(), SqlSession::Transaction::None);
        QTRY_VERIFY(!console()->runner()->isRunning());
        QVERIFY(runAll("SELECT count(*) FROM kept"));
        QTRY_COMPARE(cell(0, 0, 0), u"0"_s);
        QCOMPARE(m_page->quittingLoses(), QStringList());

        const auto *pill = console()->findChild<Pill *>();
        QTRY_COMPARE(pill->text(), u"idle"_s);
        QVERIFY(runAll("BEGIN; SELECT 1/0;"));
        QTRY_COMPARE(pill->text(), u"transaction failed"_s);
        press(u"sql.rollback"_s);
        QTRY_COMPARE(pill->text(), u"idle"_s);
    }

    void catalogueShowsTables()
    {
        QVERIFY(runAll("CREATE TABLE IF NOT EXISTS \"Odd name\" (id bigint PRIMARY KEY, note text);"));
        CatalogueModel *model = console()->catalogue()->model();
        const auto find = [model](const QString &name) {
            return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive)
                .value(0);
        };
        model->fetchSchemas();
        QTRY_VERIFY_WITH_TIMEOUT(find(u"Odd name"_s).isValid(), Patience);
        QCOMPARE(model->sqlName(find(u"Odd name"_s)), u"\"Odd name\""_s);
        QCOMPARE(model->selectStatement(find(u"Odd name"_s)), u"SELECT * FROM \"Odd name\" LIMIT 100;"_s);
        model->fetchMore(find(u"Odd name"_s));
        QTRY_VERIFY_WITH_TIMEOUT(find(u"note"_s).isValid(), Patience);

        // A filter says when nothing matches, and leaves the tree as it was.
        auto *filter = console()->catalogue()->findChild<QLineEdit *>(u"catalogueFilter"_s);
        const auto *empty = console()->catalogue()->findChild<QWidget *>(u"catalogueEmpty"_s);
        const TreeView *tree = console()->catalogue()->tree();
        const auto expanded = [tree](const QModelIndex &above = {}) {
            QStringList names;
            QList<QModelIndex> parents{above};
            while (!parents.isEmpty()) {
                const QModelIndex parent = parents.takeFirst();
                for (int row = 0; row < tree->model()->rowCount(parent); ++row) {
                    const QModelIndex index = tree->model()->index(row, 0, parent);
                    if (!tree->isExpanded(index))
                        continue;
                    names += index.data().toString();
                    parents += index;
                }
            }
            return names;
        };
        QTRY_VERIFY(expanded().contains(u"public"_s));
        const QStringList before = expanded();
        QVERIFY(!empty->isVisible());
        filter->setText(u"no such object"_s);
        QTRY_VERIFY(empty->isVisible());
        filter->setText(u"odd"_s);
        QTRY_VERIFY(!empty->isVisible());
        filter->clear();
        QTRY_COMPARE(expanded(), before);
        QVERIFY(!empty->isVisible());
    }

    void metaCommands()
    {
        QVERIFY(runAll("\\dt\n"));
        QTRY_VERIFY(query()->results()->resultCount() == 1);
        QVERIFY(runAll("\\unknown"));
        QCOMPARE(query()->results()->resultCount(), 0);
        QVERIFY(!messages().isEmpty());
    }

    void lostConnectionIsSaidAndComesBack()
    {
        QVERIFY(runAll("SELECT 'kept row' AS a"));
        type("SELECT 'text that stays'");
        const auto *route = console()->findChild<ElidedLabel *>(u"consoleRoute"_s);
        QVERIFY2(route->text().endsWith(u" ms"_s), qPrintable(route->text()));
        Lab::docker(
            {u"exec"_s, m_name, u"psql"_s, u"-U"_s, u"demo"_s, u"-d"_s, u"shop"_s, u"-c"_s,
             u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'demo' AND pid <> pg_backend_pid()"_s});
        QTRY_COMPARE_WITH_TIMEOUT(console()->connection()->state(), State::Lost, Patience);
        QVERIFY(!console()->notice()->text().isEmpty());
        QCOMPARE(route->text(), console()->connection()->route().label()); // without how fast it answered once
        QCOMPARE(cell(0, 0, 0), u"kept row"_s);
        QCOMPARE(query()->editor()->utf8(), QByteArray("SELECT 'text that stays'"));
        press(u"sql.reconnect"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(console()->connection()->sentence()), Patience);
        QVERIFY(messages().contains(u"in a new session"_s));
        QVERIFY(runAll("SELECT 'back'"));
        QTRY_COMPARE(cell(0, 0, 0), u"back"_s);
        QVERIFY(!messages().contains(u"in a new session"_s));
    }

    void lostTransactionIsNotGoneOnWithOutside_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("said");
        QTest::newRow("transaction") << QByteArray("BEGIN; DELETE FROM kept;") << u"transaction was lost"_s;
        QTest::newRow("statement in a transaction")
            << QByteArray("BEGIN; DELETE FROM kept; SELECT pg_sleep(60);") << u"transaction was lost"_s;
        QTest::newRow("statement") << QByteArray("SELECT pg_sleep(60);") << u"a statement was running"_s;
        QTest::newRow("nothing") << QByteArray("SELECT 1;") << QString();
    }

    /// The server is killed in the middle of a transaction: what follows must not run outside it.
    void lostTransactionIsNotGoneOnWithOutside()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QString, said);
        QVERIFY(runAll("CREATE TABLE IF NOT EXISTS kept (a int); TRUNCATE kept; INSERT INTO kept VALUES (1), (2);"));
        type(before);
        press(u"sql.runAll"_s);
        if (before.contains("DELETE"))
            QTRY_VERIFY(messages().contains(u"DELETE 2"_s));
        QTRY_COMPARE(console()->runner()->isRunning(), before.contains("pg_sleep"));
        Lab::docker({u"kill"_s, m_name});
        QTRY_COMPARE_WITH_TIMEOUT(console()->connection()->state(), State::Lost, Patience);
        const QString words = console()->notice()->text();
        QVERIFY2(!words.contains(u'\n') && !words.contains(u'\t') && !words.contains(u"invalid socket"_s),
                 qPrintable(words));
        Lab::docker({u"start"_s, m_name});
        QTRY_VERIFY_WITH_TIMEOUT(console()->connection()->isContainerRunning(), Patience);

        type("DELETE FROM kept WHERE a = 1");
        press(u"sql.run"_s);
        if (said.isEmpty()) {
            QTRY_VERIFY2_WITH_TIMEOUT(messages().contains(u"DELETE 1"_s), qPrintable(messages()), Patience);
            QTRY_VERIFY(!console()->runner()->isRunning());
            return;
        }
        QTRY_VERIFY2(messages().contains(said) && messages().contains(u"Nothing was run"_s), qPrintable(messages()));
        QCOMPARE(console()->connection()->state(), State::Lost);
        QVERIFY(!console()->notice()->text().isEmpty());
        press(u"sql.reconnect"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(console()->connection()->sentence()), Patience);
        QVERIFY(runAll("SELECT count(*) FROM kept"));
        QTRY_COMPARE(cell(0, 0, 0), u"2"_s);
    }

    /// The editor has another text than what failed.
    void aCommitThatFailsMarksNothing()
    {
        QVERIFY(runAll("CREATE TEMP TABLE checked (a int UNIQUE DEFERRABLE INITIALLY DEFERRED); BEGIN; "
                       "INSERT INTO checked VALUES (1), (1);"));
        QTRY_VERIFY(m_workbench->actions()->action(u"sql.commit"_s)->isEnabled());
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        press(u"sql.commit"_s);
        QVERIFY(ended.size() > 0 || ended.wait(Patience));
        QVERIFY2(messages().contains(u"23505"_s), qPrintable(messages()));
        QVERIFY(!query()->editor()->hasError());
        QCOMPARE(console()->session()->transaction(), SqlSession::Transaction::None);
    }

    void historyKeepsWhatWasTyped()
    {
        QVERIFY(runAll("SELECT 1 AS one\\; SELECT 2 AS two;"));
        QCOMPARE(query()->results()->resultCount(), 2);
        type({});
        Q_EMIT query()->editor()->historyRequested(false);
        QTRY_COMPARE(query()->editor()->utf8(), QByteArray("SELECT 1 AS one\\; SELECT 2 AS two;"));
    }

    void historyKeysGiveBackWhatWasTyped()
    {
        QVERIFY(runAll("SELECT 'older';"));
        QVERIFY(runAll("SELECT 'newest';"));
        const QByteArray typed = "SELECT 'typed'\nFROM nowhere";
        const auto press = [this](Qt::Key key) { QTest::keyClick(query()->editor(), key, Qt::ControlModifier); };
        const auto text = [this] { return query()->editor()->utf8(); };
        type(typed);
        query()->editor()->moveCursor(5);
        press(Qt::Key_Down); // nothing is newer
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'newest';");
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'older';");
        press(Qt::Key_Down);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'newest';");
        press(Qt::Key_Down);
        QTRY_COMPARE(text(), typed);
        QCOMPARE(query()->editor()->cursorPosition(), 5);
        press(Qt::Key_Down);
        press(Qt::Key_Down);

        // Another text begins anew, and another query has a place of its own.
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'newest';");
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'older';");
        QueryTab *first = query();
        this->press(u"sql.newQuery"_s);
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), QByteArray("SELECT 'newest';"));
        type({});
        this->press(u"sql.closeQuery"_s);
        console()->stepQuery(int(console()->queries().indexOf(first) - console()->queries().indexOf(query())));
        QCOMPARE(query(), first);
        type("SELECT 'another'");
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), QByteArray("SELECT 'another';\n\nSELECT 'newest';"));
    }

    void recalledStatementRunsAlone_data()
    {
        QTest::addColumn<QByteArray>("draft");
        QTest::addColumn<QByteArray>("closed");

        QTest::newRow("no semicolon") << "SELECT 1"_ba
                                      << "SELECT 1;"_ba;
        QTest::newRow("comment behind it") << "SELECT 1 -- one"_ba
                                           << "SELECT 1; -- one"_ba;
        QTest::newRow("semicolon") << "SELECT 1;"_ba
                                   << "SELECT 1;"_ba;
        QTest::newRow("only a comment") << "-- one"_ba
                                        << "-- one"_ba;
        QTest::newRow("command") << "\\conninfo"_ba
                                 << "\\conninfo"_ba;
        QTest::newRow("open string") << "SELECT 'one"_ba
                                     << "SELECT 'one"_ba;
        QTest::newRow("open parenthesis") << "SELECT (1"_ba
                                          << "SELECT (1"_ba;
        QTest::newRow("open comment") << "SELECT 1; /* one"_ba
                                      << "SELECT 1; /* one"_ba;
    }

    void recalledStatementRunsAlone()
    {
        QFETCH(const QByteArray, draft);
        QFETCH(const QByteArray, closed);
        QVERIFY(runAll("SELECT 77 AS recalled;"));
        QVERIFY(runAll("SELECT 78 AS newer;"));
        const auto press = [this](Qt::Key key) { QTest::keyClick(query()->editor(), key, Qt::ControlModifier); };
        const auto text = [this] { return query()->editor()->utf8(); };
        type(draft);
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), closed + "\n\nSELECT 78 AS newer;");
        press(Qt::Key_Down);
        QTRY_COMPARE(text(), draft);
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), closed + "\n\nSELECT 78 AS newer;");
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), closed + "\n\nSELECT 77 AS recalled;");
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        this->press(u"sql.run"_s);
        QVERIFY(ended.size() > 0 || ended.wait(Patience));
        QTRY_VERIFY2(cell(0, 0, 0) == u"77"_s, qPrintable(messages()));
        QCOMPARE(query()->results()->resultCount(), 1);
    }

    /// The history shows passwords as ***, which must not become the password.
    void maskedPasswordIsNotRun()
    {
        QVERIFY(runAll("CREATE ROLE masked LOGIN PASSWORD 'open sesame';"));
        type({});
        Q_EMIT query()->editor()->historyRequested(false);
        QTRY_VERIFY(query()->editor()->utf8().contains("PASSWORD '***'"));
        press(u"sql.runAll"_s);
        QVERIFY2(messages().contains(u"Nothing was run"_s), qPrintable(messages()));
        press(u"sql.runAll"_s);
        QCOMPARE(messages().count(u"Nothing was run"_s), 1);
        QVERIFY(!console()->runner()->isRunning());
        QVERIFY(!messages().contains(u"already exists"_s));
        QVERIFY(runAll("DROP ROLE masked; SELECT '***' AS stars;"));
        QTRY_COMPARE(cell(0, 0, 0), u"***"_s);
    }

    void stoppedContainerIsSaidAndWaitedFor()
    {
        Lab::docker({u"stop"_s, m_name});
        QTRY_COMPARE_WITH_TIMEOUT(console()->connection()->state(), State::Lost, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!console()->connection()->isContainerRunning(), Patience);
        console()->connectNow();
        QTRY_COMPARE(console()->connection()->state(), State::Stopped);
        Lab::docker({u"start"_s, m_name});
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(console()->connection()->sentence()), 2 * Patience);
    }

    void pausedContainerIsSaidAndUnpaused()
    {
        Lab::docker({u"pause"_s, m_name});
        QTRY_VERIFY_WITH_TIMEOUT(console()->notice()->text().contains(u"is paused"_s), Patience);
        QCOMPARE(console()->connection()->state(), State::Connected);
        auto *unpause = console()->notice()->findChild<QAction *>(u"console.unpause"_s);
        QVERIFY(unpause);
        unpause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(console()->notice()->text(), QString(), Patience);
        QVERIFY(runAll("SELECT 'awake'"));
        QTRY_COMPARE(cell(0, 0, 0), u"awake"_s);
    }

    void tabGoesFromTheConsolesThroughTheConsole()
    {
        const QWidget *window = m_page->window();
        QWidget *widget = m_page->findChild<TabBar *>(u"consoleTabs"_s);
        QVERIFY(widget && window);
        QStringList visited;
        do {
            widget = widget->nextInFocusChain();
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisibleTo(window) && !widget->focusProxy())
                visited += widget->objectName();
        } while (widget != query()->editor() && visited.size() < 100);
        QVERIFY2(visited.indexOf(u"closeConsole"_s) == 0, qPrintable(visited.join(u' ')));
        QVERIFY2(visited.indexOf(u"sql.run"_s) > 0, qPrintable(visited.join(u' ')));
        QVERIFY2(visited.indexOf(u"catalogue"_s) > visited.indexOf(u"sql.run"_s), qPrintable(visited.join(u' ')));
    }

    void keysGoFromQueryToQuery()
    {
        press(u"sql.newQuery"_s);
        QueryTab *second = query();
        press(u"sql.previousQuery"_s);
        QVERIFY(query() != second);
        press(u"sql.nextQuery"_s);
        QCOMPARE(query(), second);
        QVERIFY(runAll("SELECT 1; SELECT 2;"));
        press(u"sql.nextResult"_s);
        QCOMPARE(query()->results()->currentPane(), query()->results()->pane(1));
        m_page->activateWindow(); // a dialog of an earlier test may have had it
        press(u"sql.messages"_s);
        QTRY_VERIFY(query()->results()->messages()->hasFocus());
        press(u"sql.nextResult"_s);
        QCOMPARE(query()->results()->currentPane(), query()->results()->pane(0));
        type({});
        press(u"sql.closeQuery"_s);
        QVERIFY(query() != second);
    }

    void aRunBesideAnotherQuerysIsRefused()
    {
        press(u"sql.newQuery"_s);
        QueryTab *first = query();
        auto *bar = console()->findChild<TabBar *>(u"queryTabs"_s);
        const auto isMarked = [&](QueryTab *tab) {
            return bar->tabButton(int(console()->queries().indexOf(tab)), QTabBar::RightSide) != nullptr;
        };
        type("SELECT pg_sleep(60)");
        press(u"sql.runAll"_s);
        QVERIFY(console()->runner()->isRunning());
        QVERIFY(isMarked(first));
        press(u"sql.newQuery"_s);
        QVERIFY(isMarked(first) && !isMarked(query()));
        type("SELECT 2");
        press(u"sql.run"_s);
        QVERIFY2(messages().contains(u"Nothing was run: “%1” is running"_s.arg(first->title())),
                 qPrintable(messages()));
        QVERIFY(!query()->results()->currentPane());
        QTest::keyClick(query()->editor(), Qt::Key_Escape);
        QVERIFY(!console()->session()->isCancelling());
        const QAction *cancel = m_workbench->actions()->action(u"sql.cancel"_s);
        QVERIFY2(cancel->isEnabled() && cancel->toolTip().contains(first->title()), qPrintable(cancel->toolTip()));

        type({});
        press(u"sql.closeQuery"_s);
        QCOMPARE(query(), first);
        QTest::keyClick(first->editor(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!console()->runner()->isRunning(), Patience);
        QVERIFY(messages().contains(u"Cancelled after"_s));
        QVERIFY(!isMarked(first));
        type({});
        press(u"sql.closeQuery"_s);
    }

    void wrongPasswordAsksInThePage()
    {
        console()->connection()->disconnectNow();
        console()->connection()->setLogin({{}, u"wrong"_s, {}});
        type("SELECT 'waited for the login' AS a");
        press(u"sql.runAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(console()->connection()->state(), State::NeedsLogin, Patience);
        QVERIFY(console()->notice()->text().contains(u"password authentication failed"_s));
        auto *password = console()->findChild<QLineEdit *>(u"loginPassword"_s);
        QVERIFY(password && password->isVisible());
        m_page->activateWindow(); // a dialog of an earlier test may have had it
        QTRY_VERIFY(password->hasFocus());
        auto *remember = console()->findChild<QAbstractButton *>(u"loginRemember"_s);
        QVERIFY(remember);
        remember->setChecked(true);
        QSignalSpy refused(m_page->findChild<PasswordKeeper *>(), &PasswordKeeper::failed);
        QTest::keyClicks(password, u"demo"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(query()->editor()->hasFocus());
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(console()->connection()->sentence()), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, 0, 0), u"waited for the login"_s, Patience);
        // There is no keychain here: it is not remembered that the password is in it.
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, Patience);
        QVERIFY(!m_state->value(u"console/remembered/"_s + console()->place().key()).toBool());
        remember->setChecked(false);
    }

    void throughTheTunnelAlone()
    {
        console()->connection()->disconnectNow();
        console()->connection()->setAllowedRoutes(DatabaseRoute::ExecTunnel);
        console()->connectNow();
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(console()->connection()->sentence()), Patience);
        QCOMPARE(console()->connection()->route().kind, DatabaseRoute::ExecTunnel);
        QVERIFY(runAll("SELECT version(); SELECT current_database();"));
        QTRY_COMPARE(cell(1, 0, 0), u"shop"_s);
    }

    void textSurvivesARestart()
    {
        type("SELECT 'survivor'");
        console()->newQuery();
        type("SELECT 'second'");
        makePage();
        QCOMPARE(m_page->consoles().size(), 1);
        QCOMPARE(m_page->currentConsole(), m_page->consoles().first());
        const QList<QueryTab *> queries = m_page->consoles().first()->queries();
        QCOMPARE(queries.size(), 2);
        QCOMPARE(queries.at(0)->editor()->utf8(), QByteArray("SELECT 'survivor'"));
        QCOMPARE(queries.at(1)->editor()->utf8(), QByteArray("SELECT 'second'"));
        // Seen again, it connects by itself.
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(console()->connection()->sentence()), Patience);
    }

    void theHeaderGivesWayToTheTransaction_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("English") << QStringList{u"Commit"_s, u"Roll back"_s, u"Cancel"_s, u"Run"_s};
        QTest::newRow("French") << QStringList{u"Valider"_s, u"Abandonner"_s, u"Annuler"_s, u"Exécuter"_s};
    }

    /// In a window of 1000 × 600.
    void theHeaderGivesWayToTheTransaction()
    {
        QFETCH(QStringList, words);
        QTRY_VERIFY_WITH_TIMEOUT(connected(), Patience);
        const QStringList ids{u"sql.commit"_s, u"sql.rollback"_s, u"sql.cancel"_s, u"sql.run"_s};
        QStringList before;
        for (qsizetype i = 0; i < ids.size(); ++i) {
            before += m_workbench->actions()->action(ids.at(i))->text();
            m_workbench->actions()->action(ids.at(i))->setText(words.at(i));
        }
        auto *header = console()->findChild<ConsoleHeader *>();
        const auto *user = header->findChild<QWidget *>(u"consoleUser"_s);
        QVERIFY(runAll("CREATE TABLE IF NOT EXISTS kept (a int); BEGIN; INSERT INTO kept VALUES (1);"));
        QTRY_VERIFY(header->transactionChip()->isVisible());
        m_page->resize(1400, 780);
        QTRY_VERIFY(user->isVisible());
        m_page->resize(784, 450);
        QTRY_VERIFY(!user->isVisible());
        QCOMPARE(m_page->width(), 784);
        QList<QWidget *> needed{header->transactionChip()};
        needed += header->transactionChip()->findChild<QWidget *>(u"transactionText"_s);
        for (const QString &id : ids)
            needed += header->findChild<QWidget *>(id);
        for (const QWidget *widget : std::as_const(needed)) {
            QVERIFY(widget);
            QTRY_VERIFY2(widget->width() >= widget->sizeHint().width(), qPrintable(widget->objectName()));
            QVERIFY2(header->rect().contains(QRect(widget->mapTo(header, QPoint()), widget->size())),
                     qPrintable(widget->objectName()));
        }
        QVERIFY(runAll("ROLLBACK"));
        for (qsizetype i = 0; i < ids.size(); ++i)
            m_workbench->actions()->action(ids.at(i))->setText(before.at(i));
    }
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
