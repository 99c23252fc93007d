// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/elidedlabel.h"
#include "postgres/passwordkeeper.h"
#include "serverfixture.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QScrollBar>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// How a console loses its server and finds it again.
class TestConsoleConnecting : public ServerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        beginServer(u"gantry-console-connecting"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(opens(m_server->id()), qPrintable(connection()->sentence()));
    }

    void cleanupTestCase() { endServer(); }

    void lostConnectionIsSaidAndComesBack()
    {
        QVERIFY(runAll("SELECT 'kept row' AS a"));
        type("SELECT 'text that stays'");
        const auto *route = console()->findChild<ElidedLabel *>(u"consoleRoute"_s);
        QVERIFY2(route->text().endsWith(u" ms"_s), qPrintable(route->text()));
        Lab::docker(
            {u"exec"_s, m_server->name(), u"psql"_s, u"-U"_s, u"demo"_s, u"-d"_s, u"shop"_s, u"-c"_s,
             u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'demo' AND pid <> pg_backend_pid()"_s});
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Lost, Patience);
        QVERIFY(!console()->notice()->text().isEmpty());
        QCOMPARE(route->text(), connection()->route().label()); // without how fast it answered once
        QCOMPARE(cell(0, 0, 0), u"kept row"_s);
        QCOMPARE(query()->editor()->utf8(), QByteArray("SELECT 'text that stays'"));
        press(u"sql.reconnect"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
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
        Lab::docker({u"kill"_s, m_server->name()});
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Lost, Patience);
        const QString words = console()->notice()->text();
        QVERIFY2(!words.contains(u'\n') && !words.contains(u'\t') && !words.contains(u"invalid socket"_s),
                 qPrintable(words));
        QTRY_VERIFY_WITH_TIMEOUT(!connection()->isContainerRunning(), Patience); // not what was known before
        Lab::docker({u"start"_s, m_server->name()});
        QTRY_VERIFY_WITH_TIMEOUT(connection()->isContainerRunning(), Patience);

        type("DELETE FROM kept WHERE a = 1");
        press(u"sql.run"_s);
        if (said.isEmpty()) {
            QTRY_VERIFY2_WITH_TIMEOUT(messages().contains(u"DELETE 1"_s), qPrintable(messages()), Patience);
            QTRY_VERIFY(!console()->runner()->isRunning());
            return;
        }
        QTRY_VERIFY2(messages().contains(said) && messages().contains(u"Nothing was run"_s), qPrintable(messages()));
        QCOMPARE(connection()->state(), State::Lost);
        // Each press is answered, also of another text, and in one line.
        const int lines = query()->results()->messages()->document()->blockCount();
        QVERIFY(!messages().endsWith(u')'));
        type("DELETE FROM kept WHERE a = 2");
        for (const QString &times : {u" (×2)"_s, u" (×3)"_s}) {
            query()->results()->messages()->verticalScrollBar()->setValue(0);
            press(u"sql.run"_s);
            QTRY_VERIFY2(messages().endsWith(u"Reconnect first."_s + times), qPrintable(messages()));
            const QScrollBar *bar = query()->results()->messages()->verticalScrollBar();
            QCOMPARE(bar->value(), bar->maximum());
            QCOMPARE(query()->results()->messages()->document()->blockCount(), lines);
        }
        QVERIFY(!console()->notice()->text().isEmpty());
        press(u"sql.reconnect"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY(runAll("SELECT count(*) FROM kept"));
        QTRY_COMPARE(cell(0, 0, 0), u"2"_s);
    }

    void stoppedContainerIsSaidAndWaitedFor()
    {
        Lab::docker({u"stop"_s, m_server->name()});
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Lost, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!connection()->isContainerRunning(), Patience);
        console()->connectNow();
        QTRY_COMPARE(connection()->state(), State::Stopped);
        Lab::docker({u"start"_s, m_server->name()});
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), 2 * Patience);
    }

    void pausedContainerIsSaidAndUnpaused()
    {
        Lab::docker({u"pause"_s, m_server->name()});
        QTRY_VERIFY_WITH_TIMEOUT(console()->notice()->text().contains(u"is paused"_s), Patience);
        QCOMPARE(connection()->state(), State::Connected);
        auto *unpause = console()->notice()->findChild<QAction *>(u"console.unpause"_s);
        QVERIFY(unpause);
        unpause->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(console()->notice()->text(), QString(), Patience);
        QVERIFY(runAll("SELECT 'awake'"));
        QTRY_COMPARE(cell(0, 0, 0), u"awake"_s);
    }

    void wrongPasswordAsksInThePage()
    {
        connection()->disconnectNow();
        connection()->setLogin({{}, u"wrong"_s, {}});
        type("SELECT 'waited for the login' AS a");
        press(u"sql.runAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::NeedsLogin, Patience);
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
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(cell(0, 0, 0), u"waited for the login"_s, Patience);
        // There is no keychain here: it is not remembered that the password is in it.
        QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, Patience);
        QVERIFY(!m_state->value(u"console/remembered/"_s + console()->place().key()).toBool());
        remember->setChecked(false);
    }

    void throughTheTunnelAlone()
    {
        connection()->disconnectNow();
        connection()->setAllowedRoutes(DatabaseRoute::ExecTunnel);
        console()->connectNow();
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QCOMPARE(connection()->route().kind, DatabaseRoute::ExecTunnel);
        QVERIFY(runAll("SELECT version(); SELECT current_database();"));
        QTRY_COMPARE(cell(1, 0, 0), u"shop"_s);
    }
};

QTEST_MAIN(TestConsoleConnecting)
#include "tst_consoleconnecting.moc"
