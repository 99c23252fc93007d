// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cataloguepane.h"
#include "console/consolecontext.h"
#include "console/resultfooter.h"
#include "console/valueview.h"
#include "faults/rounds.h"
#include "items/cataloguemodel.h"
#include "look/pill.h"
#include "memoryuse.h"
#include "postgres/consolestore.h"
#include "postgres/containerconsolebackend.h"
#include "postgres/passwordkeeper.h"
#include "postgres/sqlhistory.h"
#include "serverfixture.h"

#include <QAbstractButton>
#include <QDirIterator>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The console on servers that refuse, die, and send more than anybody can read.
class TestConsoleBadDays : public ServerFixture
{
    Q_OBJECT

    /// A size of this test's faults, larger where somebody asks for it.
    static int byHand(const char *variable, int otherwise)
    {
        bool ok = false;
        const int value = qEnvironmentVariableIntValue(variable, &ok);
        return ok ? value : otherwise;
    }

    /// Of all that was kept: settings, texts, history.
    QStringList filesWith(const QByteArray &text) const
    {
        QStringList found;
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                found += file.fileName();
        }
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        beginServer(u"gantry-baddays"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(opens(m_server->id()), qPrintable(connection()->sentence()));
    }

    void cleanupTestCase() { endServer(); }

    void init()
    {
        m_page->openConsole(m_server->id());
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        type({});
    }

    void aPasswordThatCountedOnlyOnceIsSaid()
    {
        const QString volume = u"gantry-old-password"_s;
        Lab::docker({u"volume"_s, u"rm"_s, u"-f"_s, volume});
        const QStringList kept{u"--volume"_s, volume + u":/var/lib/postgresql/data"_s};
        {
            const PostgresContainer before(
                u"gantry-old"_s,
                {.options = kept + QStringList{u"--env"_s, u"POSTGRES_PASSWORD=first-secret"_s}, .arguments = {}});
            QVERIFY2(before.answers(), before.problem());
        }
        const PostgresContainer server(
            u"gantry-old"_s,
            {.options = kept + QStringList{u"--env"_s, u"POSTGRES_PASSWORD=second-secret"_s}, .arguments = {}});
        const auto remove = qScopeGuard([&volume] { Lab::docker({u"volume"_s, u"rm"_s, u"-f"_s, volume}); });
        QVERIFY2(server.answers(), server.problem());
        QTRY_VERIFY_WITH_TIMEOUT(m_workbench->engine()->containers()->contains(server.id()), Patience);
        m_page->openConsole(server.id());
        type("SELECT 'kept' AS typed");
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::NeedsLogin, Patience);
        const auto *reason = console()->findChild<QLabel *>(u"loginReason"_s);
        QVERIFY(reason && reason->isVisible());
        QVERIFY2(reason->text().contains(u"password authentication failed"_s)
                     && reason->text().contains(u"only at the first start"_s),
                 qPrintable(reason->text()));
        QVERIFY2(reason->text().contains(u"\". It is the password of"_s), qPrintable(reason->text()));
        QVERIFY(!reason->text().contains(u"secret"_s));
        auto *password = console()->findChild<QLineEdit *>(u"loginPassword"_s);
        password->setText(u"wrong"_s);
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(reason->isVisible() && !reason->text().contains(u"first start"_s), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::NeedsLogin, Patience);
        password->setText(u"first-secret"_s);
        // What is run meanwhile waits for it, and takes nothing of it away.
        query()->editor()->setFocus();
        press(u"sql.run"_s);
        QVERIFY2(messages().contains(u"waits for the login"_s), qPrintable(messages()));
        QCOMPARE(password->text(), u"first-secret"_s);
        QVERIFY(query()->editor()->hasFocus());
        QTest::keyClick(password, Qt::Key_Return);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QCOMPARE(query()->editor()->utf8(), QByteArray("SELECT 'kept' AS typed"));
        QTRY_COMPARE(cell(0, 0, 0), u"kept"_s);
        QCOMPARE(filesWith("-secret"), QStringList());
        connection()->disconnectNow();
    }

    void aServerThatDemandsTlsIsReachedOrSaysSo()
    {
        const PostgresContainer server(u"gantry-tls-console"_s);
        QVERIFY2(server.answers(), server.problem());
        QVERIFY(server
                    .shell(u"cd \"$PGDATA\" && openssl req -new -x509 -days 2 -nodes -subj /CN=gantry -out server.crt "
                           "-keyout server.key 2>/dev/null && chmod 600 server.key && echo \"ssl = on\" "
                           ">>postgresql.conf && sed -i 's/^host /hostssl /' pg_hba.conf && pg_ctl reload"_s)
                    .ok());
        QVERIFY2(opens(server.id()), qPrintable(connection()->sentence()));
        QVERIFY(connection()->server().encrypted);
        connection()->disconnectNow();
        connection()->setAllowedRoutes(DatabaseRoute::ExecTunnel);
        console()->connectNow();
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Failed, Patience);
        QVERIFY2(noticeSays(u"encrypted connections only"_s), qPrintable(connection()->sentence()));
    }

    void killedServerIsSaidAndNothingTypedIsLost_data()
    {
        QTest::addColumn<QString>("phase");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("connect") << u"connect"_s << QByteArray("SELECT 'typed'");
        QTest::newRow("cancel") << u"cancel"_s << QByteArray("SELECT pg_sleep(60) -- typed");
    }
    void killedServerIsSaidAndNothingTypedIsLost()
    {
        QFETCH(const QString, phase);
        QFETCH(const QByteArray, text);
        QSignalSpy started(console()->session(), &SqlSession::statementStarted);
        type(text);
        if (phase == "connect"_L1) {
            connection()->disconnectNow();
            QVERIFY(m_server->signal(u"STOP"_s)); // the connection is made, and nobody answers in it
            console()->connectNow();
            QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), State::Connecting, Patience);
        } else {
            press(u"sql.runAll"_s);
            QTRY_VERIFY_WITH_TIMEOUT(!started.isEmpty(), Patience);
            QVERIFY(m_server->signal(u"STOP"_s));
            press(u"sql.cancel"_s);
        }
        QVERIFY(m_server->signal(u"KILL"_s));
        const LoopWatch watch;
        QTRY_VERIFY_WITH_TIMEOUT(!connection()->isContainerRunning(), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(connection()->state(), phase == "connect"_L1 ? State::Stopped : State::Lost, 2000);
        QTRY_VERIFY2_WITH_TIMEOUT(noticeSays(u"is not running"_s), qPrintable(connection()->sentence()), 2000);
        QVERIFY(!console()->runner()->isRunning());
        QCOMPARE(query()->editor()->utf8(), text);
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        QVERIFY(m_server->start());
        QTRY_VERIFY_WITH_TIMEOUT(connection()->isContainerRunning(), Patience);
        if (phase != "connect"_L1)
            press(u"sql.reconnect"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY(runAll("SELECT 'back'"));
        QTRY_COMPARE(cell(0, 0, 0), u"back"_s);
    }

    void aHundredThousandNoticesAreReadable()
    {
        const LoopWatch watch;
        const qint64 before = MemoryUse::resident();
        QVERIFY(runAll("DO $$ BEGIN FOR i IN 1..100000 LOOP RAISE NOTICE 'number %', i; END LOOP; END $$"));
        QTRY_VERIFY2_WITH_TIMEOUT(messages().contains(u"more notice(s) came and are not shown"_s),
                                  qPrintable(messages().right(200)), Patience);
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        QVERIFY(MemoryUse::grewLess(before, 100'000'000));
        QVERIFY(messages().contains(u"DO, "_s));
    }

    void anErrorOfAMegabyteIsReadable_data()
    {
        QTest::addColumn<QByteArray>("raise");
        QTest::newRow("words") << QByteArray("RAISE EXCEPTION '%', repeat('e ', 500000)");
        QTest::newRow("one word") << QByteArray("RAISE EXCEPTION '%', repeat('e', 1000000)");
        QTest::newRow("lines") << QByteArray("RAISE EXCEPTION '%', repeat(E'e\\n', 500000)");
        QTest::newRow("all") << QByteArray(
            "RAISE EXCEPTION '%', repeat('e ', 300000) USING DETAIL = repeat('d ', 300000), "
            "HINT = repeat('h ', 300000)");
    }

    void anErrorOfAMegabyteIsReadable()
    {
        QFETCH(const QByteArray, raise);
        const LoopWatch watch;
        QVERIFY(runAll("DO $$ BEGIN " + raise + "; END $$;"));
        QTRY_VERIFY(query()->results()->messages()->isVisible());
        QVERIFY(query()->editor()->hasError());
        QTRY_COMPARE(console()->findChild<Pill *>()->text(), u"idle"_s);
        QVERIFY2(messages().startsWith(u"ERROR: e"_s), qPrintable(messages().left(100)));
        // What it does to the window is not left for later.
        query()->editor()->repaint();
        query()->results()->messages()->repaint();
        query()->results()->messages()->verticalScrollBar()->setValue(0);
        query()->results()->messages()->repaint();
        QTest::keyClicks(query()->editor(), u"abc"_s);
        qInfo("longest stall %lld ms", watch.longestMs());
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        // Its place is below it, and no other place keeps all of it.
        QVERIFY2(messages().right(200).contains(u"in line 1: DO $$"_s), qPrintable(messages().right(200)));
        if (raise.contains("DETAIL"))
            QVERIFY(messages().contains(u"\nDetail: d d"_s) && messages().contains(u"\nHint: h h"_s));
        const auto kept = m_page->findChild<SqlHistory *>()->search(u"RAISE EXCEPTION"_s, {}, 1);
        QTRY_VERIFY(kept.isFinished());
        QCOMPARE(kept.result().size(), 1);
        QVERIFY(kept.result().first().error.startsWith(u'e'));
        QVERIFY(kept.result().first().error.size() < 3000);
    }

    void sixteenHundredColumnsAreShown()
    {
        QByteArrayList columns;
        for (int i = 0; i < 1'600; ++i)
            columns += "'value " + QByteArray::number(i) + "' AS c" + QByteArray::number(i);
        const LoopWatch watch;
        QVERIFY(runAll("SELECT " + columns.join(",\n") + " FROM generate_series(1, 1000)"));
        QTRY_COMPARE(cell(0, 999, 1'599), u"value 1599"_s);
        ResultView *view = query()->results()->pane(0)->view();
        view->setCurrent(999, 1'599);
        QCoreApplication::processEvents();
        query()->results()->pane(0)->setExpanded(true);
        QTRY_COMPARE(view->rowCount(), qint64(1000) * 1601);
        qInfo("longest stall %lld ms", watch.longestMs());
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
    }

    void aValueOfManyMegabytesIsShownInPart()
    {
        const LoopWatch watch;
        const QByteArray size = QByteArray::number(byHand("GANTRY_BAD_DAY_BYTES", 150'000'000));
        QVERIFY(runAll("SELECT 1 AS a, repeat('x', " + size + ") AS big", 4 * Patience));
        QTRY_VERIFY(cell(0, 0, 1).startsWith(u"xxx"_s));
        ResultPane *pane = query()->results()->pane(0);
        pane->view()->setCurrent(0, 1);
        QTest::keyClick(pane->view(), Qt::Key_Return);
        auto *value = pane->findChild<ValueView *>(u"valueView"_s);
        QTRY_VERIFY(value->isVisible());
        QVERIFY(value->findChild<QLabel *>(u"valueRest"_s)->text().contains(u"Only the first"_s));
        value->findChild<QAbstractButton *>(u"valueMore"_s)->click();
        value->findChild<QAbstractButton *>(u"copyValue"_s)->click();
        const auto said = [value] {
            const QList<QLabel *> labels = value->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                return label->text().contains(u"too much for the clipboard"_s);
            });
        };
        QTRY_VERIFY(said());
        value->findChild<QAbstractButton *>(u"saveValue"_s)->click();
        auto *dialog = value->findChild<QFileDialog *>();
        QVERIFY(dialog);
        const QString path = m_home.filePath(u"value.txt"_s);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
        QTRY_COMPARE_WITH_TIMEOUT(QFileInfo(path).size(), size.toLongLong(), Patience);
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray piece(1'000'000, 'x');
        while (!file.atEnd()) {
            const QByteArray read = file.read(piece.size());
            QVERIFY(read == QByteArrayView(piece).first(read.size()));
        }
        QVERIFY(file.remove());
        QVERIFY(runAll("SELECT 'small'"));
    }

    void emptyAndIdenticalNamesAreTold()
    {
        QVERIFY(runAll("DROP TABLE IF EXISTS named; CREATE TABLE named (a int, b int); INSERT INTO named VALUES (1, 2);"
                       "UPDATE pg_attribute SET attname = '' WHERE attrelid = 'named'::regclass AND attname = 'b'"));
        QVERIFY2(!messages().contains(u"ERROR"_s), qPrintable(messages()));
        QVERIFY(runAll("SELECT (f).*, (f).a AS a FROM (SELECT named AS f FROM named OFFSET 0) s"));
        QTRY_VERIFY2(query()->results()->resultCount() == 1, qPrintable(messages()));
        QTRY_COMPARE(cell(0, 0, 1), u"2"_s);
        const GridContent *content = query()->results()->pane(0)->view()->content();
        QCOMPARE(content->column(0).name, content->column(2).name);
        QCOMPARE(content->column(1).name, QString());
        QCOMPARE(cell(0, 0, 2), u"1"_s);
        CatalogueModel *model = console()->catalogue()->model();
        const auto find = [model](const QString &name) {
            return model->match(model->index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive)
                .value(0);
        };
        console()->catalogue()->refresh();
        QTRY_VERIFY_WITH_TIMEOUT(find(u"named"_s).isValid(), Patience);
        model->fetchMore(find(u"named"_s));
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(find(u"named"_s)), 2, Patience);
        QVERIFY(runAll("DROP TABLE named"));
    }

    void otherEncodingsAreReadAndWritten_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("LATIN1") << QByteArray("LATIN1");
        QTest::newRow("SQL_ASCII") << QByteArray("SQL_ASCII");
    }
    void otherEncodingsAreReadAndWritten()
    {
        QFETCH(const QByteArray, encoding);
        const QByteArray database = "in_" + encoding.toLower();
        QVERIFY(runAll("DROP DATABASE IF EXISTS " + database + " WITH (FORCE); CREATE DATABASE " + database
                       + " ENCODING '" + encoding + "' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"));
        QVERIFY2(!messages().contains(u"ERROR"_s), qPrintable(messages()));
        connection()->disconnectNow();
        connection()->setLogin({{}, {}, QString::fromUtf8(database)});
        const auto back = qScopeGuard([this] {
            connection()->disconnectNow();
            connection()->setLogin({});
        });
        console()->connectNow();
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
        QVERIFY(
            runAll("CREATE TABLE \"caf\u00e9\" (\"pr\u00e9nom\" text); INSERT INTO \"caf\u00e9\" VALUES ('Zo\u00eb');"
                   "SELECT * FROM \"caf\u00e9\""));
        QTRY_COMPARE(cell(0, 0, 0), u"Zo\u00eb"_s);
        QCOMPARE(query()->results()->pane(0)->view()->content()->column(0).name, u"pr\u00e9nom"_s);
        QVERIFY(runAll("SELECT '\u00e9', nothing FROM \"caf\u00e9\""));
        QVERIFY(query()->editor()->hasError());
        QCOMPARE(query()->editor()->cursorPosition(), QByteArray("SELECT '\u00e9', ").size());
        if (encoding == "SQL_ASCII") {
            QVERIFY(runAll("SELECT E'caf\\351' AS bytes"));
            QTRY_VERIFY2(cell(0, 0, 0).startsWith(u"caf"_s), qPrintable(cell(0, 0, 0)));
            QCOMPARE(cell(0, 0, 0).size(), 4);
        }
        const CatalogueModel *model = console()->catalogue()->model();
        QTRY_VERIFY_WITH_TIMEOUT(
            !model->match(model->index(0, 0), Qt::DisplayRole, u"caf\u00e9"_s, 1, Qt::MatchExactly | Qt::MatchRecursive)
                 .isEmpty(),
            Patience);
    }

    void aScriptOfManyThousandStatementsEnds()
    {
        QByteArray script;
        const int statements = byHand("GANTRY_BAD_DAY_STATEMENTS", 10'000);
        for (int i = 0; i < statements; ++i)
            script += "SELECT " + QByteArray::number(i) + ";\n";
        const LoopWatch watch;
        const qint64 before = MemoryUse::resident();
        QElapsedTimer clock;
        clock.start();
        QVERIFY(runAll(script, 4 * Patience));
        qInfo("%lld ms, longest stall %lld ms, %lld MB", clock.elapsed(), watch.longestMs(),
              (MemoryUse::resident() - before) / 1'000'000);
        QVERIFY2(messages().contains(u"Only the first"_s) || messages().contains(u"SELECT %1"_s.arg(statements - 1)),
                 qPrintable(messages().right(500)));
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        QVERIFY(MemoryUse::grewLess(before, 300'000'000));
        QCOMPARE(query()->editor()->utf8().size(), script.size());
    }

    void fiftyConsoles()
    {
        // Each with a connection for its statements and one for its tree: more than the server takes.
        constexpr int consoles = 50;
        std::vector<std::unique_ptr<Console>> opened;
        const auto stored = [this](int number) {
            StoredConsole result;
            result.id = ConsoleStore::newId();
            result.order = number;
            result.place = console()->place();
            return result;
        };
        ConsoleContext context;
        context.workbench = m_workbench.get();
        QObject owner;
        context.backend = new ContainerConsoleBackend(m_workbench->engine(), &owner);
        context.store = new ConsoleStore(m_home.filePath(u"fifty"_s), &owner);
        context.history = new SqlHistory(m_home.filePath(u"fifty-history"_s), &owner);
        context.passwords = new PasswordKeeper(&owner);
        const LoopWatch watch;
        for (int i = 0; i < consoles; ++i) {
            opened.push_back(std::make_unique<Console>(context, stored(i)));
            opened.back()->connectNow();
            QTest::qWait(0); // nobody opens them all at once
        }
        const auto settled = [&opened] {
            return std::all_of(opened.cbegin(), opened.cend(),
                               [](const auto &each) { return !each->connection()->isBusy(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(settled(), 2 * Patience);
        int open = 0;
        for (const auto &each : opened) {
            if (each->connection()->state() == State::Connected) {
                ++open;
                continue;
            }
            QCOMPARE(each->connection()->state(), State::Failed);
            QVERIFY2(each->connection()->sentence().contains(u"no room for another connection"_s),
                     qPrintable(each->connection()->sentence()));
        }
        qInfo("%d of them open, longest stall %lld ms", open, watch.longestMs());
        QVERIFY2(open >= 30, QByteArray::number(open));
        // Connected at the same moment, as no person does it.
        QVERIFY2(watch.longestMs() < 2 * LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        QVERIFY(runAll("SELECT 'undisturbed'"));
        QTRY_COMPARE(cell(0, 0, 0), u"undisturbed"_s);
        opened.clear();
    }
};

QTEST_MAIN(TestConsoleBadDays)
#include "tst_consolebaddays.moc"
