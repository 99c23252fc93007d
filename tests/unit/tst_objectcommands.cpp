// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeengine.h"

#include "operations/objectcommands.h"

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
