// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containersprobe.h"
#include "look/banner.h"
#include "shell/enginewords.h"
#include "turnwatch.h"

#include <QApplication>
#include <QLabel>
#include <QTabBar>

#include <sys/stat.h>
#include <unistd.h>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// The window is true again so soon after the fault.
constexpr int SettleMs = 2000;

enum class Day { NotRunning, Garbage, OtherServer, CutShort, ListRefused, ListCutShort, TooOld, TooNew, NoPermission };

void answerGarbage(QLocalSocket *socket, const FakeEngine::Request &)
{
    socket->write(QByteArrayLiteral("\x16\x03\x01\x02\0<b>\r\n\r\n"));
    socket->disconnectFromServer();
}

} // namespace

/// An engine that is not there, is another one, says no, or says too much: what the window says, and that it is right
/// again as soon as the engine is.
class TestEngineBadDays : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginShells(); }
    void whatTheWindowSays_data();
    void whatTheWindowSays();
    void stallsInEveryPhase_data();
    void stallsInEveryPhase();
    void aStallHasAnEndInWordsAndComesBackByItself_data();
    void aStallHasAnEndInWordsAndComesBackByItself();
    void aStalledAnswerHoldsNothingElseUp_data();
    void aStalledAnswerHoldsNothingElseUp();
    void refusalsAreSaidWithAdvice_data();
    void refusalsAreSaidWithAdvice();
    void fiveThousandEventsASecond();

private:
    static QString textOf(const QWidget *widget)
    {
        QStringList texts;
        const QList<QLabel *> labels = widget->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }
    static int rows(const Shell &shell)
    {
        const QAbstractItemModel *model = shell.find<ContainerTree>(u"containersTree"_s)->model();
        return model->rowCount(model->index(0, 0));
    }
};

void TestEngineBadDays::whatTheWindowSays_data()
{
    QTest::addColumn<Day>("day");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("advice");
    QTest::newRow("not running") << Day::NotRunning << u"No container engine answers."_s << u"start it"_s;
    QTest::newRow("garbage") << Day::Garbage << u"does not answer as a container engine should"_s
                             << u"really that of"_s;
    QTest::newRow("another server") << Day::OtherServer << u"does not answer as a container engine should"_s
                                    << u"choose another engine"_s;
    QTest::newRow("closes mid-body") << Day::CutShort << u"does not answer as a container engine should"_s
                                     << u"choose another engine"_s;
    QTest::newRow("lists nothing") << Day::ListRefused << u"Docker runs, but refused what Gantry needs."_s
                                   << u"the containers. The engine says: “layer store is corrupt”"_s;
    QTest::newRow("closes mid-list") << Day::ListCutShort << u"Docker runs, but did not answer to the end."_s
                                     << u"choose another engine"_s;
    QTest::newRow("too old") << Day::TooOld << u"speak no common version"_s << u"newer Docker (20.10 or later)"_s;
    QTest::newRow("minimum newer than we know")
        << Day::TooNew << u"speak no common version"_s << u"Install a newer Gantry"_s;
    QTest::newRow("no permission") << Day::NoPermission << u"Docker runs, but you may not use it."_s
                                   << u"group docker"_s;
}

void TestEngineBadDays::whatTheWindowSays()
{
    QFETCH(Day, day);
    QFETCH(QString, sentence);
    QFETCH(QString, advice);
    FakeEngine engine;
    engine.answerBasics();
    FakeContainers containers(&engine);
    containers.add('a', u"web"_s, u"web:1"_s, u"Up 1 minute"_s);
    const QByteArray socket = engine.endpoint().path.toLocal8Bit();
    const auto restoreUser = qScopeGuard([] {
        if (::getuid() == 0)
            QCOMPARE(::seteuid(0), 0);
    });
    switch (day) {
    case Day::NotRunning:
        engine.stop();
        break;
    case Day::Garbage:
        engine.on("/_ping", answerGarbage);
        break;
    case Day::OtherServer:
        engine.answer("/_ping", "<html>", 404);
        break;
    case Day::CutShort:
        engine.on("/version", [](QLocalSocket *connection, const FakeEngine::Request &) {
            connection->write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"Version\": \"24");
            connection->disconnectFromServer();
        });
        break;
    case Day::ListRefused:
        engine.answer("/containers/json", R"({"message": "layer store is corrupt"})", 500);
        break;
    case Day::ListCutShort:
        engine.on("/containers/json", [](QLocalSocket *connection, const FakeEngine::Request &) {
            connection->write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n[{");
            connection->disconnectFromServer();
        });
        break;
    case Day::TooOld:
        engine.answer("/version", R"({"Version": "1.13", "ApiVersion": "1.25", "MinAPIVersion": "1.12"})");
        break;
    case Day::TooNew:
        engine.answer("/version", R"({"Version": "99.0", "ApiVersion": "1.99", "MinAPIVersion": "1.98"})");
        break;
    case Day::NoPermission:
        QCOMPARE(::chmod(socket.constData(), 0), 0);
        if (::getuid() == 0)
            QCOMPARE(::seteuid(65534), 0); // root may everything
        break;
    }

    Shell shell(stateFile());
    shell.connectTo(engine);
    const auto *page = shell.find<QWidget>(u"noEngine"_s);
    QTRY_VERIFY(page->isVisible());
    QTRY_VERIFY2(textOf(page).contains(sentence), qPrintable(textOf(page)));
    QTRY_VERIFY2(textOf(page).contains(advice), qPrintable(textOf(page)));
    QVERIFY(!EngineWords::statusLine(*shell.workbench.engine()).isEmpty());

    if (day == Day::NoPermission && ::getuid() == 0)
        QCOMPARE(::seteuid(0), 0);
    QCOMPARE(day == Day::NoPermission ? ::chmod(socket.constData(), 0600) : 0, 0);
    if (day == Day::NotRunning)
        QVERIFY(engine.listen());
    engine.answerBasics();
    FakeContainers mended(&engine);
    mended.add('a', u"web"_s, u"web:1"_s, u"Up 1 minute"_s);
    shell.action(u"engine.retry"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(shell.isConnected() && rows(shell) == 1, SettleMs);
    QVERIFY(!page->isVisible());
}

void TestEngineBadDays::stallsInEveryPhase_data()
{
    QTest::addColumn<QByteArray>("phase");
    QTest::addColumn<bool>("begun"); // stalls in the middle of the answer's head
    for (const char *phase : {"/_ping", "/version", "/info", "/events", "/containers/json"}) {
        QTest::newRow(phase) << QByteArray(phase) << false;
        QTest::newRow(qPrintable(QLatin1String(phase) + u", begun"_s)) << QByteArray(phase) << true;
    }
}

void TestEngineBadDays::stallsInEveryPhase()
{
    QFETCH(QByteArray, phase);
    QFETCH(bool, begun);
    FakeEngine engine;
    engine.answerBasics();
    FakeContainers containers(&engine);
    containers.add('a', u"web"_s, u"web:1"_s, u"Up 1 minute"_s);
    int stalled = 0;
    engine.on(phase, [&](QLocalSocket *socket, const FakeEngine::Request &) {
        ++stalled;
        if (begun)
            socket->write("HTTP/1.1 200 OK\r\nContent-Le");
    });
    Shell shell(stateFile());
    TurnWatch watch;
    shell.connectTo(engine);
    QTRY_COMPARE(stalled, 1);
    QVERIFY(!shell.isConnected());
    QVERIFY2(EngineWords::statusLine(*shell.workbench.engine()).startsWith(u"Connecting to "_s),
             qPrintable(EngineWords::statusLine(*shell.workbench.engine())));

    // Another engine can be had at once.
    FakeEngine other;
    other.answerBasics();
    FakeContainers others(&other);
    others.add('b', u"one"_s, u"web:1"_s, u"Up 1 minute"_s);
    others.add('c', u"two"_s, u"web:1"_s, u"Up 1 minute"_s);
    shell.connectTo(other);
    QTRY_VERIFY_WITH_TIMEOUT(shell.isConnected() && rows(shell) == 2, SettleMs);

    // And this one, when it has come to itself.
    engine.answerBasics();
    FakeContainers mended(&engine);
    mended.add('a', u"web"_s, u"web:1"_s, u"Up 1 minute"_s);
    shell.connectTo(engine);
    QTRY_VERIFY_WITH_TIMEOUT(shell.isConnected() && rows(shell) == 1, SettleMs);
    QVERIFY2(watch.longestMs() < TurnWatch::mostMs, qPrintable(QString::number(watch.longestMs())));
}

void TestEngineBadDays::aStallHasAnEndInWordsAndComesBackByItself_data()
{
    QTest::addColumn<QByteArray>("phase");
    QTest::addColumn<bool>("begun");
    QTest::addColumn<QString>("sentence");
    const QString something = u"does not answer as a container engine should."_s;
    const QString notToTheEnd = u"Docker runs, but did not answer to the end."_s;
    for (const auto &[phase, sentence] :
         {std::pair("/_ping", something), std::pair("/version", something), std::pair("/events", notToTheEnd),
          std::pair("/containers/json", notToTheEnd)}) {
        QTest::newRow(phase) << QByteArray(phase) << false << sentence;
        QTest::newRow(qPrintable(QLatin1String(phase) + u", begun"_s)) << QByteArray(phase) << true << sentence;
    }
}

void TestEngineBadDays::aStallHasAnEndInWordsAndComesBackByItself()
{
    QFETCH(QByteArray, phase);
    QFETCH(bool, begun);
    QFETCH(QString, sentence);
    FakeEngine engine;
    engine.answerBasics();
    FakeContainers containers(&engine);
    containers.add('a', u"web"_s, u"web:1"_s, u"Up 1 minute"_s);
    engine.on(phase, [&](QLocalSocket *socket, const FakeEngine::Request &) {
        if (begun)
            socket->write("HTTP/1.1 200 OK\r\nContent-Le");
    });
    Shell shell(stateFile());
    shell.workbench.engine()->setPatienceMs(1000); // of half a minute
    shell.connectTo(engine);
    const auto *page = shell.find<QWidget>(u"noEngine"_s);
    QTRY_VERIFY(page->isVisible());
    QTRY_VERIFY2(textOf(page).contains(u"Looking for a container engine…"_s), qPrintable(textOf(page)));
    QTRY_VERIFY2(textOf(page).contains(sentence), qPrintable(textOf(page)));
    QTRY_VERIFY2(textOf(page).contains(u"choose another engine"_s), qPrintable(textOf(page)));
    QVERIFY(!EngineWords::statusLine(*shell.workbench.engine()).isEmpty());
    QCOMPARE(shell.workbench.engine()->problems().size(), 1);
    const QString why = shell.workbench.engine()->problems()[0].sentence();
    QVERIFY2(why.contains(u"no answer for 1 second"_s), qPrintable(why));

    // It comes to itself; nobody clicks. What was asked meanwhile is answered no more.
    engine.answerBasics();
    FakeContainers mended(&engine);
    mended.add('a', u"web"_s, u"web:1"_s, u"Up 1 minute"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shell.isConnected(), 5000);
    QTRY_COMPARE_WITH_TIMEOUT(rows(shell), 1, SettleMs);
    QVERIFY(!page->isVisible());
}

void TestEngineBadDays::aStalledAnswerHoldsNothingElseUp_data()
{
    const QByteArray container = "/containers/" + FakeContainers::id('a');
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("inspection") << QByteArray(container + "/json");
    QTest::newRow("log") << QByteArray(container + "/logs");
    QTest::newRow("stop") << QByteArray(container + "/stop");
    QTest::newRow("images") << QByteArray("/images/json");
    QTest::newRow("volumes") << QByteArray("/volumes");
    QTest::newRow("networks") << QByteArray("/networks");
}

void TestEngineBadDays::aStalledAnswerHoldsNothingElseUp()
{
    QFETCH(QByteArray, path);
    FakeEngine engine;
    engine.answerBasics();
    FakeContainers containers(&engine);
    containers.add('a', u"web"_s, u"web:1"_s, u"Up 1 minute"_s);
    containers.add('b', u"db"_s, u"db:1"_s, u"Up 1 minute"_s);
    QList<QPointer<QLocalSocket>> stalled;
    engine.on(path, [&stalled](QLocalSocket *socket, const FakeEngine::Request &) {
        socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n[");
        stalled << socket;
    });
    Shell shell(stateFile());
    shell.window.resize(1440, 900);
    shell.connectTo(engine);
    QTRY_COMPARE(rows(shell), 2);
    auto *tree = shell.find<ContainerTree>(u"containersTree"_s);
    tree->select(QString::fromLatin1(FakeContainers::id('a')));
    if (path.endsWith("/logs")) {
        QTRY_VERIFY(shell.find<QWidget>(u"general"_s));
        shell.action(u"container.logs"_s)->trigger();
    } else if (path.endsWith("/stop")) {
        shell.action(u"container.stop"_s)->trigger();
    }
    QTRY_VERIFY(!stalled.isEmpty());

    // What others do is seen, another container can be read, and something done with it.
    containers.setStatus('b', u"Exited (1) 1 second ago"_s);
    containers.tell("die", 'b');
    const auto stateOf = [&shell](char digit) {
        return shell.workbench.engine()->containers()->container(QString::fromLatin1(FakeContainers::id(digit))).state;
    };
    QTRY_COMPARE_WITH_TIMEOUT(stateOf('b'), ContainerState::Exited, SettleMs);
    tree->select(QString::fromLatin1(FakeContainers::id('b')));
    const auto *title = shell.find<QLabel>(u"detailsTitle"_s);
    QTRY_COMPARE(title->text(), u"db"_s);
    shell.find<QTabBar>(u"detailTabs"_s)->setCurrentIndex(ContainerDetailsPane::OverviewTab);
    const auto readsB = [&shell] {
        const auto *general = shell.find<QWidget>(u"general"_s);
        return general && general->isVisible() && textOf(general).contains(u"db:1"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(readsB(), SettleMs);
    containers.accept('b', "start");
    QTRY_VERIFY(shell.action(u"container.start"_s)->isEnabled());
    shell.action(u"container.start"_s)->trigger();
    QTRY_VERIFY(containers.changes().contains("POST " + FakeContainers::path('b', "start")));
    QVERIFY(shell.isConnected());
}

void TestEngineBadDays::refusalsAreSaidWithAdvice_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("advice");
    QTest::newRow("disk full") << u"mkdir /var/lib/docker/overlay2/x: no space left on device"_s
                               << u"The disk of the engine is full: free some of it with Clean up."_s;
    QTest::newRow("read-only")
        << u"mkdir /var/lib/docker/overlay2/x: read-only file system"_s
        << u"What must be written there is read-only: a folder that is mounted so, or the whole disk of "
           "the engine after an error."_s;
}

void TestEngineBadDays::refusalsAreSaidWithAdvice()
{
    QFETCH(QString, words);
    QFETCH(QString, advice);
    FakeEngine engine;
    engine.answerBasics();
    FakeContainers containers(&engine);
    containers.add('a', u"web"_s, u"web:1"_s, u"Exited (0) 2 hours ago"_s);
    containers.refuse('a', "start", words.toUtf8());
    Shell shell(stateFile());
    shell.connectTo(engine);
    QTRY_COMPARE(rows(shell), 1);
    auto *tree = shell.find<ContainerTree>(u"containersTree"_s);
    tree->select(QString::fromLatin1(FakeContainers::id('a')));
    shell.action(u"container.start"_s)->trigger();
    const auto *banner = shell.find<Banner>(u"failureBar"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(textOf(banner).contains(words), qPrintable(textOf(banner)));
    QVERIFY2(textOf(banner).contains(advice), qPrintable(textOf(banner)));
    const QModelIndex row = tree->model()->index(0, 0, tree->model()->index(0, 0));
    QTRY_COMPARE(row.siblingAtColumn(ContainerModel::StateColumn).data().toString(), u"exited (0)"_s);
    QVERIFY(shell.action(u"container.start"_s)->isEnabled());
}

void TestEngineBadDays::fiveThousandEventsASecond()
{
    constexpr int count = 50;
    constexpr int seconds = 2;
    FakeEngine engine;
    engine.answerBasics();
    QMap<QByteArray, QByteArray> states;
    const auto idOf = [](int i) { return QByteArray::number(i).rightJustified(64, '0'); };
    for (int i = 0; i < count; ++i)
        states.insert(idOf(i), "running");
    engine.on("/containers/json", [&](QLocalSocket *socket, const FakeEngine::Request &request) {
        QByteArrayList entries;
        for (auto it = states.cbegin(); it != states.cend(); ++it) {
            if (!request.target.contains("filters") || request.target.contains(it.key()))
                entries << FakeEngine::container(it.key(), "c" + it.key().right(3), it.value());
        }
        FakeEngine::send(socket, '[' + entries.join(',') + ']');
    });
    Shell shell(stateFile());
    shell.connectTo(engine);
    QTRY_COMPARE(rows(shell), count);
    QTRY_VERIFY(engine.hasEventStream());

    const int listsBefore = engine.countOf("/containers/json");
    TurnWatch watch;
    QElapsedTimer clock;
    clock.start();
    qint64 sent = 0;
    QTimer storm;
    connect(&storm, &QTimer::timeout, this, [&] {
        for (const qint64 due = std::min<qint64>(clock.elapsed(), 1000 * seconds) * 5; sent < due; ++sent) {
            const QByteArray id = idOf(int(sent % count));
            const bool starts = states[id] != "running";
            states[id] = starts ? "running" : "exited";
            engine.sendContainerEvent(starts ? "start" : "die", id);
        }
    });
    storm.start(5);
    QTRY_COMPARE_WITH_TIMEOUT(sent, qint64(5000 * seconds), 20'000);
    storm.stop();
    const auto isTrue = [&] {
        const auto &shown = shell.workbench.engine()->containers()->containers();
        return shown.size() == count
            && std::all_of(shown.cbegin(), shown.cend(), [&](const ContainerSummary &container) {
                   return container.isRunning() == (states.value(container.id.toLatin1()) == "running");
               });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTrue(), SettleMs);
    const int lists = engine.countOf("/containers/json") - listsBefore;
    qInfo("%lld events: the loop stood still for %lld ms at most, %d lists asked for", sent, watch.longestMs(), lists);
    // One list a frame at most.
    QVERIFY2(lists <= clock.elapsed() / 16, qPrintable(QString::number(lists)));
    QVERIFY2(watch.longestMs() < TurnWatch::mostMs, qPrintable(QString::number(watch.longestMs())));
}

QTEST_MAIN(TestEngineBadDays)
#include "tst_enginebaddays.moc"
