// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cataloguepane.h"
#include "console/resultfooter.h"
#include "databases/databaselist.h"
#include "futures.h"
#include "items/cataloguemodel.h"
#include "items/databasemodel.h"
#include "look/banner.h"
#include "look/pill.h"
#include "look/treeview.h"
#include "serverfixture.h"
#include "shell/detachedwindow.h"
#include "shell/detachedwindows.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The console on a real server in a container that publishes nothing.
class TestConsole : public ServerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginServer(u"gantry-console"_s); }

    void cleanupTestCase() { endServer(); }

    void listShowsTheContainer()
    {
        const auto listed = [this] {
            const DatabaseModel *model = m_page->list()->model();
            for (int row = 0; row < model->rowCount(); ++row) {
                if (model->row(row).name == m_server->name())
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
        m_page->openConsole(m_server->id());
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), 2 * Patience);
        QCOMPARE(connection()->server().database, u"shop"_s);
        QCOMPARE(connection()->server().user, u"demo"_s);

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
        QVERIFY(ended.size() > 0 || ended.wait(10 * Patience)); // a sanitizer takes its time for so many
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

    void transactionIsShownAndEnded()
    {
        QVERIFY(runAll("CREATE TABLE IF NOT EXISTS kept (a int); TRUNCATE kept; BEGIN; INSERT INTO kept VALUES (1);"));
        QTRY_COMPARE(console()->session()->transaction(), SqlSession::Transaction::Open);
        QVERIFY(m_workbench->actions()->action(u"sql.commit"_s)->isEnabled());
        QCOMPARE(console()->runner()->transactionChanges(), 1);
        QVERIFY(hasEnded(m_page->settle()));
        QCOMPARE(m_page->quittingLoses().size(), 1);
        QVERIFY(m_page->quittingLoses().first().contains(u"rolled back"_s));
        QVERIFY(console()->closingLoses().contains(u"rolled back"_s));
        QVERIFY(console()->closingLoses().contains(u"text of its queries is lost"_s));
        press(u"sql.rollback"_s);
        QTRY_COMPARE(console()->session()->transaction(), SqlSession::Transaction::None);
        QTRY_VERIFY(!console()->runner()->isRunning());
        QVERIFY(runAll("SELECT count(*) FROM kept"));
        QTRY_COMPARE(cell(0, 0, 0), u"0"_s);
        QVERIFY(hasEnded(m_page->settle()));
        QCOMPARE(m_page->quittingLoses(), QStringList());

        const auto *pill = console()->findChild<Pill *>();
        QTRY_COMPARE(pill->text(), u"idle"_s);
        QVERIFY(runAll("BEGIN; SELECT 1/0;"));
        QTRY_COMPARE(pill->text(), u"transaction failed"_s);
        press(u"sql.rollback"_s);
        QTRY_COMPARE(pill->text(), u"idle"_s);
    }

    void aTransactionInAWindowOfItsOwnIsNotLostUnasked()
    {
        QVERIFY(runAll("BEGIN; SELECT 1;"));
        QTRY_COMPARE(console()->session()->transaction(), SqlSession::Transaction::Open);
        Console *open = console();
        m_page->detach();
        const QList<DetachedWindow *> windows = m_workbench->windows()->windows(u"console"_s);
        QCOMPARE(windows.size(), 1);
        QVERIFY(windows.first()->isAncestorOf(open));
        QVERIFY(hasEnded(m_page->settle()));
        QVERIFY(m_page->quittingLoses().value(0).contains(u"rolled back"_s));
        windows.first()->goBack();
        QTRY_COMPARE(console(), open);
        QCOMPARE(open->session()->transaction(), SqlSession::Transaction::Open);
        press(u"sql.rollback"_s);
        QTRY_COMPARE(open->session()->transaction(), SqlSession::Transaction::None);
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
};

QTEST_MAIN(TestConsole)
#include "tst_console.moc"
