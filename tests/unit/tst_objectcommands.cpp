// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeengine.h"

#include "operations/archivecommands.h"
#include "operations/objectcommands.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QThread>
#include <QThreadPool>

#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestObjectCommands : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeEngine> m_fake;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<OperationLog> m_log;
    std::unique_ptr<ObjectCommands> m_commands;

    static QList<ObjectCommands::Target> targets(const QStringList &names)
    {
        QList<ObjectCommands::Target> targets;
        for (const QString &name : names)
            targets << ObjectCommands::Target{u"id-"_s + name, name};
        return targets;
    }

private Q_SLOTS:
    void init()
    {
        m_fake = std::make_unique<FakeEngine>();
        m_fake->answerBasics();
        m_engine = std::make_unique<Engine>();
        m_engine->start(m_fake->found(true));
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        m_log = std::make_unique<OperationLog>();
        m_commands = std::make_unique<ObjectCommands>(m_engine.get(), m_log.get());
    }

    void cleanup()
    {
        m_commands.reset();
        m_log.reset();
        m_engine.reset();
        m_fake.reset();
    }

    void everyKindAsksForItsOwn_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("title");
        QTest::newRow("image") << 0 << QByteArray("/images/id-a?force=0") << u"docker rmi a"_s << u"Remove image a"_s;
        QTest::newRow("volume") << 1 << QByteArray("/volumes/id-a?force=0") << u"docker volume rm a"_s
                                << u"Remove volume a"_s;
        QTest::newRow("network") << 2 << QByteArray("/networks/id-a") << u"docker network rm a"_s
                                 << u"Remove network a"_s;
    }

    void everyKindAsksForItsOwn()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, target);
        QFETCH(const QString, line);
        QFETCH(const QString, title);
        m_fake->answer(target, {}, 204);
        const QList<ObjectCommands::Target> one = targets({u"a"_s});
        Operation *operation = kind == 0 ? m_commands->removeImages(one)
            : kind == 1                  ? m_commands->removeVolumes(one)
                                         : m_commands->removeNetworks(one);
        QCOMPARE(operation->title(), title);
        QCOMPARE(operation->commandLine(), line);
        QVERIFY(m_log->isBusy(u"id-a"_s));
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->countOf(target), 1);
    }

    void aNameMayLookLikeAnOption()
    {
        // Docker takes such names for networks.
        Operation *operation = m_commands->removeNetworks(targets({u"a"_s, u"-f $(id)"_s}));
        QCOMPARE(operation->commandLine(), u"docker network rm -- a '-f $(id)'"_s);
        QTRY_VERIFY(!operation->isRunning());
    }

    void onlyWhatFailedIsRetried()
    {
        bool inUse = true;
        m_fake->answer("/volumes/id-", {}, 204);
        m_fake->on("/volumes/id-b", [&](QLocalSocket *socket, const auto &) {
            FakeEngine::send(socket, inUse ? R"({"message": "volume is in use"})" : "", inUse ? 409 : 204);
        });
        Operation *operation = m_commands->removeVolumes(targets({u"a"_s, u"b"_s, u"c"_s}));
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY2(operation->error().contains(u"b: “volume is in use”"_s), qPrintable(operation->error()));

        inUse = false;
        operation->retry();
        Operation *again = m_log->operations().last();
        QCOMPARE(again->commandLine(), u"docker volume rm b"_s);
        QTRY_COMPARE(again->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->countOf("/volumes/id-a"), 1);
        QCOMPARE(m_fake->countOf("/volumes/id-b"), 2);
        QCOMPARE(m_fake->countOf("/volumes/id-c"), 1);
    }

    void whatIsGoneAlreadyIsRemoved()
    {
        m_fake->answer("/networks/id-a", R"({"message": "no such network"})", 404);
        Operation *operation = m_commands->removeNetworks(targets({u"a"_s}));
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
    }

    void atMostEightSideBySideAndCancel()
    {
        int asked = 0;
        m_fake->on("/images/id-", [&](QLocalSocket *, const auto &) { ++asked; });
        QStringList names;
        for (int i = 0; i < 10; ++i)
            names << QString::number(i);
        Operation *operation = m_commands->removeImages(targets(names));
        QTRY_COMPARE(asked, 8);
        QVERIFY(operation->canCancel());
        operation->cancel();
        QCOMPARE(operation->state(), Operation::State::Cancelled);
        QVERIFY(operation->canRetry());
        m_fake->answer("/images/id-", "[]");
        operation->retry();
        QTRY_COMPARE(m_log->operations().last()->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->countOf("/images/id-9"), 1);
        QCOMPARE(m_fake->countOf("/images/id-0"), 2);
        QCOMPARE(asked, 8);
    }

    void whatAnEngineSaysInTheMiddleOfAnArchive_data()
    {
        QTest::addColumn<QByteArray>("tail");
        QTest::addColumn<bool>("close");
        QTest::addColumn<QString>("words");
        QTest::newRow("error") << QByteArray(R"({"message":"no space left on device"})") << false
                               << u"no space left on device"_s;
        QTest::newRow("cut") << QByteArray("half") << false << u"not whole"_s;
        QTest::newRow("lost") << QByteArray() << true << u"closed the connection"_s;
        QTest::newRow("whole") << QByteArray(1024, '\0') << false << QString();
    }

    void whatAnEngineSaysInTheMiddleOfAnArchive()
    {
        QFETCH(const QByteArray, tail);
        QFETCH(const bool, close);
        QFETCH(const QString, words);
        m_fake->on("/images/get?names=web%3A1", [&](QLocalSocket *socket, const auto &) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/x-tar\r\nTransfer-Encoding: chunked\r\n\r\n");
            const QByteArray megabyte(1'000'000, 'x');
            for (int i = 0; i < 3; ++i)
                socket->write(FakeEngine::chunk(megabyte));
            if (close) {
                socket->disconnectFromServer();
                return;
            }
            socket->write(FakeEngine::chunk(tail));
            socket->write("0\r\n\r\n");
        });
        QTemporaryDir folder;
        const QString path = folder.filePath(u"web.tar"_s);
        ArchiveCommands archives(m_engine.get(), m_log.get());
        Operation *save = archives.save({u"web:1"_s}, path, 3'000'000);
        QCOMPARE(save->commandLine(), u"docker save web:1 > "_s + path);
        QTRY_VERIFY(!save->isRunning());
        QVERIFY2(save->error().contains(words), qPrintable(save->error()));
        QCOMPARE(save->state(), words.isEmpty() ? Operation::State::Succeeded : Operation::State::Failed);
        QCOMPARE(save->canRetry(), !words.isEmpty());
        QCOMPARE(QFile(path).size(), words.isEmpty() ? 3'001'024 : 0);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), words.isEmpty() ? 1 : 0);
    }

    void savesThatWaitHoldNoThreadOfTheOthers()
    {
        m_fake->on("/images/get", [](QLocalSocket *, const auto &) {});
        const QTemporaryDir folder;
        ArchiveCommands archives(m_engine.get(), m_log.get());
        const int count = QThread::idealThreadCount();
        QList<Operation *> saves;
        for (int i = 0; i < count; ++i)
            saves << archives.save({u"web:1"_s}, folder.filePath(QString::number(i)), 0);
        QTRY_COMPARE(m_fake->countOf("/images/get"), count);
        QTRY_COMPARE(QThreadPool::globalInstance()->activeThreadCount(), 0);
        m_fake->answer("/containers/json", '[' + FakeEngine::container("a", "late", "running") + ']');
        m_fake->sendContainerEvent("start", "a");
        QTRY_VERIFY(m_engine->containers()->contains(u"a"_s));
        for (Operation *save : saves) {
            QVERIFY(save->isRunning());
            save->cancel();
            QTRY_VERIFY(!save->isRunning());
        }
    }

    void anArchiveIsSentWhole()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"web.tar"_s));
        QByteArray archive(2'000'000, 'x');
        archive.replace(257, 5, "ustar");
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(archive) == archive.size());
        file.close();
        QByteArray received;
        QByteArray answer = R"({"stream":"Loaded image: web:1\n"})";
        m_fake->on("/images/load", [&](QLocalSocket *socket, const FakeEngine::Request &request) {
            received = request.body;
            FakeEngine::send(socket, answer + "\r\n");
        });
        ArchiveCommands archives(m_engine.get(), m_log.get());
        Operation *load = archives.load(file.fileName());
        QTRY_COMPARE(load->state(), Operation::State::Succeeded);
        QCOMPARE(received.size(), archive.size());
        QVERIFY(received == archive);
        QCOMPARE(load->output(), u"Loaded image: web:1\n"_s);
        // A refusal comes as success.
        answer = R"({"errorDetail":{"message":"unexpected EOF"},"error":"unexpected EOF"})";
        load = archives.load(file.fileName());
        QTRY_COMPARE(load->state(), Operation::State::Failed);
        QVERIFY2(load->error().contains(u"unexpected EOF"_s), qPrintable(load->error()));
        m_fake->on("/images/load", [](QLocalSocket *socket, const auto &) { socket->disconnectFromServer(); });
        load = archives.load(file.fileName());
        QTRY_COMPARE(load->state(), Operation::State::Failed);
    }

    void namesAndConnectionsAsk()
    {
        m_fake->answer("/images/web%3A1/tag?repo=host%3A5000%2Fweb&tag=2", {}, 201);
        Operation *tag = m_commands->tagImage({u"web:1"_s, u"web:1"_s}, u"host:5000/web:2"_s);
        QCOMPARE(tag->commandLine(), u"docker tag web:1 host:5000/web:2"_s);
        QTRY_COMPARE(tag->state(), Operation::State::Succeeded);
        m_fake->answer("/networks/n1/connect", {}, 200);
        Operation *join = m_commands->connectNetwork({u"n1"_s, u"net"_s}, {u"c1"_s, u"db"_s}, QStringList{u"store"_s});
        QCOMPARE(join->commandLine(), u"docker network connect --alias store net db"_s);
        QTRY_COMPARE(join->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->requests().last().body, R"({"Container":"c1","EndpointConfig":{"Aliases":["store"]}})");
    }

    void adviceOfAnEarlierFailureStays()
    {
        // The first loses its connection, of which there is advice; the second is refused, of which there is none.
        QList<QLocalSocket *> waiting;
        m_fake->on("/volumes/id-a", [&](QLocalSocket *socket, const auto &) { socket->disconnectFromServer(); });
        m_fake->on("/volumes/id-b", [&](QLocalSocket *socket, const auto &) { waiting << socket; });
        Operation *operation = m_commands->removeVolumes(targets({u"a"_s, u"b"_s}));
        QTRY_COMPARE(operation->percent(), 50);
        QTRY_COMPARE(waiting.size(), 1);
        FakeEngine::send(waiting[0], R"({"message": "in use"})", 409);
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        const QString advice = EngineError(EngineError::Kind::ConnectionLost, {}, {}).advice();
        QVERIFY2(operation->error().contains(advice), qPrintable(operation->error()));
    }
};

QTEST_GUILESS_MAIN(TestObjectCommands)
#include "tst_objectcommands.moc"
