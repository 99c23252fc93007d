// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultfooter.h"
#include "consolefixture.h"
#include "futures.h"
#include "look/banner.h"
#include "postgres/consolestore.h"
#include "postgres/sqlhistory.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What a user of the console may lose, and what is said about it; on a real server in a network of its own.
class TestConsoleFaults : public ConsoleFixture
{
    Q_OBJECT

    const QString m_name = u"gantry-console-faults"_s;
    const QString m_network = u"gantry-console-faults"_s;

    QString containerId() const { return Lab::docker({u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, m_name}).output; }
    QMessageBox *question() const
    {
        const QList<QMessageBox *> boxes = m_page->window()->findChildren<QMessageBox *>(u"question"_s);
        const auto open
            = std::find_if(boxes.cbegin(), boxes.cend(), [](const QMessageBox *box) { return box->isVisible(); });
        return open == boxes.cend() ? nullptr : *open;
    }
    /// False where nothing is asked.
    bool answer(const QString &button)
    {
        QMessageBox *box = question();
        auto *chosen = box ? box->findChild<QAbstractButton *>(button) : nullptr;
        if (chosen)
            chosen->click();
        return chosen;
    }
    QString offered() const
    {
        QStringList texts;
        const QList<QAbstractButton *> buttons = console()->notice()->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible())
                texts += button->text();
        }
        return texts.join(u'|');
    }
    Lab::CommandResult startContainer() const
    {
        return Lab::docker({u"run"_s, u"--detach"_s, u"--name"_s, m_name, u"--network"_s, m_network, u"--env"_s,
                            u"POSTGRES_USER=demo"_s, u"--env"_s, u"POSTGRES_PASSWORD=demo"_s, u"--env"_s,
                            u"POSTGRES_DB=shop"_s, Lab::image(Lab::Image::Postgres)});
    }
    void logInAs(const QString &user, const QString &password)
    {
        m_page->activateWindow(); // a dialog of an earlier test may have had it
        press(u"sql.login"_s);
        auto *userField = console()->findChild<QLineEdit *>(u"loginUser"_s);
        auto *passwordField = console()->findChild<QLineEdit *>(u"loginPassword"_s);
        QVERIFY(userField && passwordField && passwordField->isVisible());
        userField->setText(user);
        passwordField->setText(password);
        QTest::keyClick(passwordField, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase()
    {
        beginConsoles();
        Lab::docker({u"rm"_s, u"--force"_s, u"--volumes"_s, m_name});
        Lab::docker({u"network"_s, u"create"_s, m_network});
        const Lab::CommandResult started = startContainer();
        QVERIFY2(started.ok(), qPrintable(started.error));
        m_page->openConsole(containerId());
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), 2 * Patience);
    }

    void whatCannotBeKeptIsSaidUntilItIs()
    {
        type("SELECT 1 AS kept");
        QTRY_COMPARE(m_page->quittingLoses(), QStringList());
        const auto *banner = console()->findChild<Banner *>(u"unkeptBanner"_s);
        QVERIFY(banner && !banner->isVisible());
        const QString folder = m_page->findChild<ConsoleStore *>()->folder();
        QVERIFY(QDir(folder).removeRecursively());
        QFile inItsPlace(folder);
        QVERIFY(inItsPlace.open(QIODevice::WriteOnly));

        // Nobody waits until it was tried: who quits at once is asked, too.
        type("SELECT 2 AS while_full");
        QVERIFY(hasEnded(m_page->settle()));
        const QStringList losses = m_page->quittingLoses();
        QCOMPARE(losses.size(), 1);
        QVERIFY2(losses.first().contains(u"The text of Query 1 is lost"_s), qPrintable(losses.first()));
        QVERIFY(banner->isVisible());
        // What else there is to say stands below it.
        Q_EMIT m_page->findChild<SqlHistory *>()->failed(u"The history is full."_s);
        QVERIFY(noticeSays(u"The history is full."_s) && noticeSays(folder));
        connection()->disconnectNow();
        QVERIFY(!noticeSays(u"The history is full."_s) && noticeSays(folder));
        console()->connectNow();
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY(noticeSays(folder));

        QVERIFY(inItsPlace.remove());
        QTRY_VERIFY_WITH_TIMEOUT(!banner->isVisible(), Patience);
        QVERIFY(console()->notice()->isHidden());
        QCOMPARE(m_page->quittingLoses(), QStringList());
        type({});
    }

    void cleanupTestCase()
    {
        endConsoles();
        if (!Lab::isUp())
            return;
        Lab::docker({u"rm"_s, u"--force"_s, u"--volumes"_s, m_name});
        Lab::docker({u"network"_s, u"rm"_s, m_network});
    }

    void init()
    {
        if (!connected())
            console()->connectNow(); // a test before may have failed
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
    }

    void reconnectAsksBeforeATransactionIsLost()
    {
        QVERIFY(runAll("BEGIN; CREATE TEMP TABLE t (a int);"));
        QTRY_COMPARE(console()->session()->transaction(), SqlSession::Transaction::Open);
        press(u"sql.reconnect"_s);
        QVERIFY(question());
        QVERIFY(question()->informativeText().contains(u"open transaction is rolled back"_s));
        QCOMPARE(question()->defaultButton()->objectName(), u"questionCancel"_s);
        QVERIFY(answer(u"questionCancel"_s));
        QCOMPARE(console()->session()->transaction(), SqlSession::Transaction::Open);

        press(u"sql.reconnect"_s);
        QVERIFY(answer(u"questionVerb"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY2(messages().contains(u"the open transaction was rolled back"_s), qPrintable(messages()));
        QCOMPARE(console()->session()->transaction(), SqlSession::Transaction::None);

        press(u"sql.reconnect"_s);
        QVERIFY(!question()); // nothing is lost
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
    }

    void reconnectSaysWhatBecomesOfAStatement()
    {
        type("SELECT pg_sleep(60); SELECT 2;");
        QSignalSpy started(console()->session(), &SqlSession::statementStarted);
        press(u"sql.runAll"_s);
        QVERIFY(started.size() > 0 || started.wait(Patience));
        press(u"sql.reconnect"_s);
        QVERIFY(question());
        QVERIFY(question()->informativeText().contains(u"running statement is cancelled"_s));
        QVERIFY(answer(u"questionVerb"_s));
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY2(messages().contains(u"may have taken effect"_s), qPrintable(messages()));
        QVERIFY2(messages().contains(u"1 statement(s) after it"_s), qPrintable(messages()));
        type({});
        Q_EMIT query()->editor()->historyRequested(false);
        QTRY_COMPARE(query()->editor()->utf8(), QByteArray("SELECT pg_sleep(60);"));

        type("SELECT pg_sleep(60);");
        press(u"sql.runAll"_s);
        press(u"sql.reconnect"_s);
        QVERIFY(answer(u"questionVerb"_s));
        QVERIFY2(!messages().contains(u"not run"_s), qPrintable(messages()));
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY(runAll("SELECT 'next'"));
        QTRY_COMPARE(cell(0, 0, 0), u"next"_s);
    }

    void cancelThatComesTooLateIsSaid()
    {
        QVERIFY(runAll("CREATE TEMP TABLE late (a int);"));
        // Both wait for a server that stands still; which of them it sees first when it goes on is chance.
        for (int round = 0; round < 20 && !messages().contains(u"INSERT 0 1"_s); ++round) {
            QVERIFY(Lab::docker({u"pause"_s, m_name}).ok());
            type("INSERT INTO late VALUES (1);");
            QSignalSpy started(console()->session(), &SqlSession::statementStarted);
            QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
            press(u"sql.runAll"_s);
            QVERIFY(started.size() > 0 || started.wait(Patience));
            press(u"sql.cancel"_s);
            QVERIFY(Lab::docker({u"unpause"_s, m_name}).ok());
            QVERIFY(ended.size() > 0 || ended.wait(Patience));
        }
        QVERIFY2(messages().contains(u"INSERT 0 1"_s)
                     && messages().endsWith(u"Cancel came too late: the statement had ended."_s),
                 qPrintable(messages()));
        QVERIFY(query()->results()->messages()->hasCautions());
        QVERIFY(runAll("SELECT count(*) FROM late;"));
        QTRY_COMPARE(cell(0, 0, 0), u"1"_s);
        QVERIFY(!messages().contains(u"too late"_s));
    }

    void statementBeforeACommandIsNotCalledAfterIt()
    {
        QVERIFY(runAll("SELECT 5 AS five \\unknown"));
        QVERIFY2(messages().contains(u"1 statement(s) were not run"_s), qPrintable(messages()));
    }

    void networkThatGoesUnderAStatementIsSaid()
    {
        if (connection()->route().kind != DatabaseRoute::ContainerAddress)
            QSKIP("The containers' networks are not this machine's.");
        type("SELECT pg_sleep(60);");
        QSignalSpy started(console()->session(), &SqlSession::statementStarted);
        press(u"sql.runAll"_s);
        QVERIFY(started.size() > 0 || started.wait(Patience));
        const Lab::CommandResult left = Lab::docker({u"network"_s, u"disconnect"_s, m_network, m_name});
        QVERIFY2(left.ok(), qPrintable(left.error));
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Lost, 5000);
        QVERIFY2(console()->notice()->text().contains(u"the route to the database is gone"_s),
                 qPrintable(console()->notice()->text()));
        QVERIFY2(messages().contains(u"may have taken effect"_s), qPrintable(messages()));

        press(u"sql.reconnect"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QCOMPARE(connection()->route().kind, DatabaseRoute::ExecTunnel);
        type("SELECT 'through'");
        press(u"sql.runAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, 0, 0), u"through"_s,
                                  3000); // the cancel to the old address is still on its way

        QVERIFY(Lab::docker({u"network"_s, u"connect"_s, m_network, m_name}).ok());
        const QString id = containerId();
        const auto hasAddress = [&] {
            const QList<ContainerNetwork> networks = m_workbench->engine()->containers()->container(id).networks;
            return networks.size() == 1 && !networks[0].address.isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasAddress(), Patience);
        press(u"sql.reconnect"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QCOMPARE(connection()->route().kind, DatabaseRoute::ContainerAddress);
    }

    void loginThatFailsLeavesTheSession()
    {
        QVERIFY(runAll("DROP ROLE IF EXISTS bob; CREATE ROLE bob LOGIN PASSWORD 'bobs';"
                       "BEGIN; CREATE TEMP TABLE t AS SELECT 7 AS a;"));
        const int backend = connection()->server().backendPid;
        logInAs(u"bob"_s, u"wrong"_s);
        auto *reason = console()->findChild<QLabel *>(u"loginReason"_s);
        QVERIFY(reason);
        QTRY_VERIFY2_WITH_TIMEOUT(reason->isVisible() && reason->text().contains(u"refused the password of “bob”"_s),
                                  qPrintable(reason->text()), Patience);
        QVERIFY(connected());
        QCOMPARE(console()->findChild<QLineEdit *>(u"loginUser"_s)->text(), u"bob"_s);
        console()->findChild<QAbstractButton *>(u"loginCancel"_s)->click();
        QVERIFY(!reason->isVisible());
        QVERIFY(query()->editor()->hasFocus());
        QVERIFY(runAll("SELECT a FROM t"));
        QTRY_COMPARE(cell(0, 0, 0), u"7"_s);
        QCOMPARE(connection()->server().backendPid, backend);

        logInAs(u"bob"_s, u"bobs"_s);
        QTRY_VERIFY_WITH_TIMEOUT(question(), Patience);
        QVERIFY(question()->informativeText().contains(u"open transaction is rolled back"_s));
        QVERIFY(answer(u"questionCancel"_s));
        QCOMPARE(console()->session()->transaction(), SqlSession::Transaction::Open);
        QTest::keyClick(console()->findChild<QLineEdit *>(u"loginPassword"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(question(), Patience);
        QVERIFY(answer(u"questionVerb"_s));
        QTRY_COMPARE_WITH_TIMEOUT(connection()->server().user, u"bob"_s, Patience);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY2(messages().contains(u"the open transaction was rolled back"_s), qPrintable(messages()));
        logInAs(u"demo"_s, u"demo"_s);
        QTRY_COMPARE_WITH_TIMEOUT(connection()->server().user, u"demo"_s, Patience);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
    }

    void fileChangedOutsideIsNotOverwrittenUnasked()
    {
        const QString path = m_home.filePath(u"a.sql"_s);
        const auto write = [&path](const QByteArray &text) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        const auto content = [&path] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QVERIFY(write("SELECT 1;"));
        console()->openFile(path);
        QTRY_COMPARE(query()->path(), path);
        type("SELECT 'typed';");
        press(u"sql.save"_s);
        QTRY_COMPARE(content(), QByteArray("SELECT 'typed';"));
        QTRY_VERIFY(!query()->isChanged());
        QVERIFY(!question()); // its own change

        QVERIFY(write("SELECT 'outside';"));
        type("SELECT 'typed again';");
        press(u"sql.save"_s);
        QTRY_VERIFY(question());
        QVERIFY2(question()->text().contains(path), qPrintable(question()->text()));
        QVERIFY(answer(u"questionCancel"_s));
        QCOMPARE(content(), QByteArray("SELECT 'outside';"));
        QCOMPARE(query()->editor()->utf8(), QByteArray("SELECT 'typed again';"));
        QVERIFY(query()->isChanged());

        press(u"sql.save"_s);
        QTRY_VERIFY(question());
        QVERIFY(answer(u"questionOther"_s));
        QTRY_COMPARE(query()->editor()->utf8(), QByteArray("SELECT 'outside';"));
        QTRY_VERIFY(!query()->isChanged());
        query()->editor()->undo();
        QCOMPARE(query()->editor()->utf8(), QByteArray("SELECT 'typed again';"));

        QVERIFY(write("SELECT 'outside again';"));
        press(u"sql.save"_s);
        QTRY_VERIFY(question());
        QVERIFY(answer(u"questionVerb"_s));
        QTRY_COMPARE(content(), QByteArray("SELECT 'typed again';"));
    }

    void closingAQueryLeavesTheFocusInTheNext()
    {
        press(u"sql.newQuery"_s);
        QVERIFY(query()->isEmpty());
        m_page->activateWindow();
        QTRY_VERIFY(query()->editor()->hasFocus());
        const QueryTab *closed = query();
        press(u"sql.closeQuery"_s);
        QVERIFY(query() != closed);
        QTRY_VERIFY(query()->editor()->hasFocus());
    }

    void commandOfAnExportWritesTheSameFile()
    {
        QVERIFY(runAll("SELECT '' AS empty, NULL AS \"null, or not\", 'a,\"b\"' AS quoted -- the end"));
        QTRY_COMPARE(query()->results()->resultCount(), 1);
        press(u"sql.exportCsv"_s);
        auto *dialog = console()->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = m_home.filePath(u"exported.csv"_s);
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY(QFile::exists(path));
        const auto foot = [this] { return query()->results()->pane(0)->footer()->text(); };
        QTRY_VERIFY2(foot().endsWith(u"1 row(s) exported to exported.csv"_s), qPrintable(foot()));
        QFile exported(path);
        QVERIFY(exported.open(QIODevice::ReadOnly));
        const QByteArray expected = exported.readAll();
        QCOMPARE(expected, "empty,\"null, or not\",quoted\n\"\",,\"a,\"\"b\"\"\"\n");
        exported.close();
        QVERIFY(exported.remove());

        const QString line = m_workbench->operations()->operations().last()->commandLine();
        QVERIFY2(line.contains(u" exec "_s + m_name + u" psql "_s) && line.endsWith(u"> "_s + path), qPrintable(line));
        QProcess shell;
        shell.start(u"sh"_s, {u"-c"_s, line});
        QVERIFY(shell.waitForFinished(Patience));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        QVERIFY(exported.open(QIODevice::ReadOnly));
        QCOMPARE(exported.readAll(), expected);
    }

    void runThatWaitsForTheConnectionIsSaidAndDropped()
    {
        const QAction *cancel = m_workbench->actions()->action(u"sql.cancel"_s);
        QSignalSpy started(console()->runner(), &ConsoleRunner::started);
        connection()->disconnectNow();
        type("SELECT 'dropped'");
        press(u"sql.run"_s);
        QVERIFY(connection()->isBusy());
        QVERIFY2(messages().contains(u"waits for the connection"_s), qPrintable(messages()));
        QVERIFY(cancel->isEnabled());
        press(u"sql.cancel"_s);
        QVERIFY2(messages().contains(u"Nothing was run: it was cancelled"_s), qPrintable(messages()));
        QCOMPARE(connection()->state(), State::Idle);
        QVERIFY(!cancel->isEnabled());
        console()->connectNow();
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY(started.isEmpty());

        connection()->disconnectNow();
        type("SELECT 'waited'");
        press(u"sql.run"_s);
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, 0, 0), u"waited"_s, Patience);
    }

    /// The container goes while the server in it is waited for, and another of its name comes.
    void runDoesNotOutlastItsAttempt()
    {
        QVERIFY(runAll("ALTER SYSTEM SET port = 5444;")); // nobody answers at the port of before
        QVERIFY(Lab::docker({u"restart"_s, m_name}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Lost, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(connection()->isContainerRunning(), Patience);
        type("SELECT 'too late'");
        QSignalSpy started(console()->runner(), &ConsoleRunner::started);
        press(u"sql.run"_s);
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Waiting, Patience);
        QVERIFY(console()->isWaiting());
        Lab::docker({u"rm"_s, u"--force"_s, u"--volumes"_s, m_name});
        QTRY_VERIFY_WITH_TIMEOUT(messages().contains(u"Nothing was run: there is no container"_s), Patience);
        QVERIFY(!console()->isWaiting());
        QVERIFY(startContainer().ok());
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), 2 * Patience);
        QVERIFY(started.isEmpty());
    }

    /// No word of it comes through the network, which is gone, too.
    void killedContainerEndsTheQueryAtOnce()
    {
        type("BEGIN; SELECT g, repeat('x', 1000) FROM generate_series(1, 100000000) g;");
        press(u"sql.runAll"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!cell(0, 1000, 0).isEmpty(), Patience);
        Lab::docker({u"kill"_s, m_name});
        QTRY_VERIFY_WITH_TIMEOUT(!connection()->isContainerRunning(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Lost, 1000);
        QVERIFY(!console()->runner()->isRunning());
        QCOMPARE(cell(0, 1000, 0), u"1001"_s);
        // It is told while the container is down, not first when it runs again.
        QVERIFY(noticeSays(u"The container is not running."_s));
        QVERIFY(noticeSays(u"server rolls it back"_s));
        QVERIFY(Lab::docker({u"start"_s, m_name}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(connection()->isContainerRunning(), Patience);
    }

    void removedContainerIsCalledSoAndNothingRunsLater()
    {
        Lab::docker({u"rm"_s, u"--force"_s, u"--volumes"_s, m_name});
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Lost, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(connection()->isContainerMissing(), Patience);
        QTRY_VERIFY(noticeSays(u"The container was removed"_s));
        QVERIFY(!noticeSays(u"not running"_s));
        QTRY_COMPARE(offered(), u"Reconnect"_s); // buttons go with the event loop

        console()->notice()->setUpPossible([] { return true; });
        type("SELECT 3 AS three");
        press(u"sql.run"_s);
        QVERIFY2(messages().contains(u"Nothing was run: there is no container"_s), qPrintable(messages()));
        QTRY_COMPARE(connection()->state(), State::Missing);
        QTRY_COMPARE(offered(), u"Up|Cancel connecting"_s);
        QSignalSpy up(m_workbench.get(), &Workbench::upProjectRequested);
        console()->notice()->findChild<QAction *>(u"console.up"_s)->trigger();
        QCOMPARE(up.size(), 1);

        QVERIFY(startContainer().ok());
        QSignalSpy started(console()->runner(), &ConsoleRunner::started);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), 2 * Patience);
        QVERIFY(started.isEmpty() && !console()->isWaiting());
    }

    void runWithoutAChanceToConnectIsRefused()
    {
        Lab::docker({u"stop"_s, m_name});
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Lost, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!connection()->isContainerRunning(), Patience);
        query()->results()->clear();
        type("SELECT 4 AS four");
        QSignalSpy started(console()->runner(), &ConsoleRunner::started);
        press(u"sql.run"_s);
        QVERIFY2(messages().contains(u"Nothing was run: the container %1 is not running. Start it"_s.arg(m_name)),
                 qPrintable(messages()));
        QTRY_COMPARE(connection()->state(), State::Stopped);
        QVERIFY(Lab::docker({u"start"_s, m_name}).ok()); // from outside, however much later
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), 2 * Patience);
        QVERIFY(started.isEmpty() && !console()->isWaiting());
        // The server was not up yet when the console began to ask.
        QCOMPARE(connection()->route().kind, DatabaseRoute::ContainerAddress);
    }
};

QTEST_MAIN(TestConsoleFaults)
#include "tst_consolefaults.moc"
