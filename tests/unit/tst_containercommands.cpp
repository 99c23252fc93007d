// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeengine.h"

#include "operations/containercommands.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestContainerCommands : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeEngine> m_fake;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<OperationLog> m_log;
    std::unique_ptr<ContainerCommands> m_commands;

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeEngine>();
        m_fake->answerBasics();
        QByteArrayList entries;
        for (const char *name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"})
            entries << FakeEngine::container(QByteArray("id-") + name, name, *name < 'c' ? "running" : "exited");
        m_fake->answer("/containers/json", '[' + entries.join(',') + ']');
        m_engine = std::make_unique<Engine>();
        m_engine->start(m_fake->found(true));
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        m_log = std::make_unique<OperationLog>();
        m_commands = std::make_unique<ContainerCommands>(m_engine.get(), m_log.get());
    }

    void cleanup()
    {
        m_commands.reset();
        m_log.reset();
        m_engine.reset();
        m_fake.reset();
    }

    void oneContainer()
    {
        m_fake->answer("/containers/id-a/stop", {}, 204);
        Operation *operation = m_commands->stop({u"id-a"_s});
        QCOMPARE(operation->title(), u"Stop a"_s);
        QCOMPARE(operation->commandLine(), u"docker stop a"_s);
        QVERIFY(m_log->isBusy(u"id-a"_s));
        QVERIFY(operation->canCancel());
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
        QVERIFY(!operation->canRetry());
        QVERIFY(!m_log->isBusy(u"id-a"_s));
    }

    void everyVerbAsksForItsOwn_data()
    {
        QTest::addColumn<int>("verb");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("line");
        QTest::newRow("start") << 0 << QByteArray("/containers/id-a/start") << u"docker start a"_s;
        QTest::newRow("restart") << 1 << QByteArray("/containers/id-a/restart") << u"docker restart a"_s;
        QTest::newRow("pause") << 2 << QByteArray("/containers/id-a/pause") << u"docker pause a"_s;
        QTest::newRow("unpause") << 3 << QByteArray("/containers/id-a/unpause") << u"docker unpause a"_s;
        QTest::newRow("kill") << 4 << QByteArray("/containers/id-a/kill?signal=SIGKILL") << u"docker kill a"_s;
        QTest::newRow("rename") << 5 << QByteArray("/containers/id-a/rename?name=new%20name")
                                << u"docker rename a 'new name'"_s;
        QTest::newRow("remove") << 6 << QByteArray("/containers/id-a?force=1&v=1") << u"docker rm -f -v a"_s;
    }

    void everyVerbAsksForItsOwn()
    {
        QFETCH(const int, verb);
        QFETCH(const QByteArray, target);
        QFETCH(const QString, line);
        m_fake->answer("/containers/id-a", {}, 204);
        const QStringList ids{u"id-a"_s};
        Operation *operation = verb == 0 ? m_commands->start(ids)
            : verb == 1                  ? m_commands->restart(ids)
            : verb == 2                  ? m_commands->pause(ids)
            : verb == 3                  ? m_commands->unpause(ids)
            : verb == 4                  ? m_commands->kill(ids)
            : verb == 5                  ? m_commands->rename(ids[0], u"new name"_s)
                                         : m_commands->remove(ids, true);
        QCOMPARE(operation->commandLine(), line);
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->requests().last().target, target);
        QCOMPARE(m_fake->requests().last().method, verb == 6 ? "DELETE" : "POST");
    }

    void failuresAreNamedAndRetriedAlone()
    {
        bool refuse = true;
        m_fake->answer("/containers/id-", {}, 204);
        m_fake->on("/containers/id-b/start", [&](QLocalSocket *socket, const auto &) {
            FakeEngine::send(socket, refuse ? R"({"message": "port is already allocated"})" : "", refuse ? 500 : 204);
        });
        Operation *operation = m_commands->start({u"id-a"_s, u"id-b"_s, u"id-c"_s});
        QCOMPARE(operation->title(), u"Start 3 container(s)"_s);
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY2(operation->error().contains(u"b: “port is already allocated”"_s), qPrintable(operation->error()));
        QVERIFY(operation->error().contains(u"1 of 3"_s));
        QCOMPARE(m_fake->countOf("/containers/id-c/start"), 1);

        refuse = false;
        QVERIFY(operation->canRetry());
        operation->retry();
        QCOMPARE(m_log->operations().size(), 2);
        Operation *again = m_log->operations().last();
        QCOMPARE(again->commandLine(), u"docker start b"_s);
        QTRY_COMPARE(again->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->countOf("/containers/id-a/start"), 1);
        QCOMPARE(m_fake->countOf("/containers/id-b/start"), 2);
    }

    void oneFailureIsASentence()
    {
        m_fake->answer("/containers/id-a/pause", R"({"message": "already paused"})", 409);
        Operation *operation = m_commands->pause({u"id-a"_s});
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QCOMPARE(operation->failure().fact, u"Could not pause container a."_s);
        QCOMPARE(operation->failure().words, u"“already paused”"_s);
    }

    void aRefusalWithoutWordsIsAFailure()
    {
        m_fake->answer("/containers/id-a/pause", R"({"message": ""})", 500);
        Operation *operation = m_commands->pause({u"id-a"_s});
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
    }

    void atMostEightSideBySideAndCancel()
    {
        QList<QLocalSocket *> waiting;
        for (const char *name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"})
            m_fake->on(QByteArray("/containers/id-") + name,
                       [&](QLocalSocket *socket, const auto &) { waiting << socket; });
        QStringList ids;
        for (const char *name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"})
            ids << u"id-"_s + QString::fromLatin1(name);
        Operation *operation = m_commands->stop(ids);
        QTRY_COMPARE(waiting.size(), 8);
        FakeEngine::send(waiting[0], {}, 204);
        QTRY_COMPARE(waiting.size(), 9);
        QCOMPARE(operation->percent(), 10);
        QCOMPARE(operation->phase(), u"1 of 10"_s);

        operation->cancel();
        QCOMPARE(operation->state(), Operation::State::Cancelled);
        QVERIFY(operation->output().contains(u"b"_s));
        QVERIFY(operation->canRetry());
        // A further call goes through, and what had not begun never does.
        QFuture<QList<Network>> list = m_engine->client()->networks();
        QTRY_VERIFY(list.isFinished());
        QCOMPARE(waiting.size(), 9);
        operation->retry();
        QVERIFY(!m_log->operations().last()->command().contains(u"a"_s));
        QVERIFY(m_log->operations().last()->command().contains(u"j"_s));
        m_log->operations().last()->cancel();
    }

    void removesVolumesAfterTheirContainers()
    {
        m_fake->answer("/containers/id-", {}, 204);
        m_fake->answer("/volumes/data", {}, 204);
        m_fake->answer("/volumes/cache", R"({"message": "volume is in use"})", 409);
        Operation *operation = m_commands->remove({u"id-c"_s, u"id-d"_s}, false, {u"data"_s, u"cache"_s});
        QCOMPARE(operation->commandLine(), u"docker rm c d && docker volume rm data cache"_s);
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY(operation->error().contains(u"cache: “volume is in use”"_s));
        m_fake->answer("/volumes/cache", {}, 204);
        operation->retry();
        Operation *again = m_log->operations().last();
        QCOMPARE(again->commandLine(), u"docker volume rm cache"_s);
        QTRY_COMPARE(again->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->countOf("/containers/id-c?"), 1);
    }

    void volumesStayWhenAContainerStays()
    {
        m_fake->answer("/containers/id-c", R"({"message": "is busy"})", 409);
        m_fake->answer("/volumes/data", {}, 204);
        Operation *operation = m_commands->remove({u"id-c"_s}, false, {u"data"_s});
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QCOMPARE(m_fake->countOf("/volumes/data"), 0);
    }

    void goneAlreadyIsRemoved()
    {
        m_fake->answer("/containers/id-c", R"({"message": "No such container"})", 404);
        Operation *operation = m_commands->remove({u"id-c"_s}, false);
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
    }

    void withoutAnEngine()
    {
        m_fake->stop();
        QTRY_COMPARE(m_engine->state(), Engine::State::Lost);
        Operation *operation = m_commands->stop({u"id-a"_s});
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY(operation->error().contains(u"not connected"_s));
        QVERIFY(operation->canRetry());
    }

    void engineLostInTheMiddle()
    {
        m_fake->on("/containers/id-a/stop", [](QLocalSocket *socket, const auto &) { socket->abort(); });
        Operation *operation = m_commands->stop({u"id-a"_s});
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY(!operation->error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestContainerCommands)
#include "tst_containercommands.moc"
