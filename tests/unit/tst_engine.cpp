// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeengine.h"

#include "engine/engine.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestEngine : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeEngine> m_fake;
    std::unique_ptr<Engine> m_engine;
    QHash<QByteArray, QByteArray> m_containers; ///< id → state, as the fake engine knows them

    EndpointDiscovery::Found found(bool explicitly = true) const
    {
        EndpointDiscovery::Found found = m_fake->found();
        found.explicitly = explicitly;
        return found;
    }

    void answerContainers(QLocalSocket *socket, const FakeEngine::Request &request) const
    {
        QByteArrayList entries;
        for (auto it = m_containers.cbegin(); it != m_containers.cend(); ++it) {
            if (request.target.contains("filters") && !request.target.contains("%22" + it.key() + "%22"))
                continue;
            entries << FakeEngine::container(it.key(), it.key(), it.value());
        }
        FakeEngine::send(socket, '[' + entries.join(',') + ']');
    }

    /// How often containers were asked for by their ids, as events make it.
    static int fetches(const FakeEngine &engine)
    {
        const auto &requests = engine.requests();
        return int(std::count_if(requests.begin(), requests.end(), [](const FakeEngine::Request &request) {
            return request.target.contains("/containers/json") && request.target.contains("filters");
        }));
    }

    void becomePodman()
    {
        m_fake->answer("/version", R"({"ApiVersion": "1.41", "MinAPIVersion": "1.24",
            "Components": [{"Name": "Podman Engine", "Version": "4.3.1"}]})");
    }

    ContainerState state(const QString &id) const { return m_engine->containers()->container(id).state; }

private Q_SLOTS:
    void init()
    {
        m_containers = {{"a", "running"}, {"b", "exited"}};
        m_fake = std::make_unique<FakeEngine>();
        m_fake->answerBasics();
        m_fake->on("/containers/json",
                   [this](QLocalSocket *socket, const auto &request) { answerContainers(socket, request); });
        m_engine = std::make_unique<Engine>();
    }

    void cleanup()
    {
        m_engine.reset();
        m_fake.reset();
    }

    void connectsAndLists()
    {
        QSignalSpy states(m_engine.get(), &Engine::stateChanged);
        QVERIFY(!m_engine->client());
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QVERIFY(m_engine->client());
        QCOMPARE(m_engine->info().version, u"24.0.0"_s);
        QCOMPARE(m_engine->containers()->size(), 2);
        QCOMPARE(states.count(), 2);
        QCOMPARE(states[0][0].value<Engine::State>(), Engine::State::Connecting);
        QTRY_COMPARE(m_fake->countOf("/networks"), 1);
        QTRY_COMPARE(m_fake->countOf("/images/json"), 1);
    }

    void followsEvents()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QSignalSpy events(m_engine.get(), &Engine::containerEvent);
        m_containers["b"] = "running";
        m_containers["c"] = "created";
        m_fake->sendContainerEvent("start", "b");
        m_fake->sendContainerEvent("create", "c");
        QTRY_COMPARE(state(u"b"_s), ContainerState::Running);
        QTRY_COMPARE(state(u"c"_s), ContainerState::Created);
        QCOMPARE(events.count(), 2);
        m_containers.remove("a");
        m_fake->sendContainerEvent("destroy", "a");
        QTRY_VERIFY(!m_engine->containers()->contains(u"a"_s));
    }

    void networkEventsTouchTheirContainer()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        m_containers["b"] = "paused";
        m_fake->sendEvent(R"({"Type":"network","Action":"connect","Actor":{"ID":"n","Attributes":{"container":"b"}}})");
        QTRY_COMPARE(state(u"b"_s), ContainerState::Paused);
        // As Podman says it.
        m_containers["b"] = "running";
        m_fake->sendEvent(R"({"Type":"network","Action":"connect","Actor":{"ID":"b","Attributes":{"image":"i"}}})");
        QTRY_COMPARE(state(u"b"_s), ContainerState::Running);
    }

    void eventsThatChangeNothingAreNotAskedFor()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QByteArray target;
        for (const auto &request : m_fake->requests())
            target = request.target.contains("/events") ? request.target : target;
        const QString filters
            = QUrlQuery(QUrl(QString::fromLatin1(target))).queryItemValue(u"filters"_s, QUrl::FullyDecoded);
        const QJsonArray actions = QJsonDocument::fromJson(filters.toUtf8())["event"_L1].toArray();
        for (const auto &action : actions)
            QVERIFY((EngineEvent{u"container"_s, action.toString(), {}, {}, 0, {}}.changesLists()));
        QVERIFY(actions.contains(u"die"_s));
        QVERIFY(actions.contains(u"died"_s)); // as Podman says
    }

    void healthThatEachProbeTellsIsReadOnceAChange()
    {
        becomePodman();
        QByteArray health = "starting";
        m_fake->on("/v4.0.0/libpod/containers/json", [&health](QLocalSocket *socket, const auto &) {
            FakeEngine::send(socket, R"([{"Id": "a", "Status": ")" + health + R"("}])");
        });
        const auto probe = [this](const QByteArray &found) {
            m_fake->sendEvent(R"({"Type":"container","Action":"health_status","HealthStatus":")" + found
                              + R"(","Actor":{"ID":"a","Attributes":{"name":"web"}}})");
        };
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QCOMPARE(m_engine->containers()->container(u"a"_s).health, Health::Starting);
        QSignalSpy told(m_engine.get(), &Engine::containerEvent);
        m_containers["b"] = "paused";
        probe("starting");
        m_fake->sendContainerEvent("pause", "b");
        QTRY_COMPARE(state(u"b"_s), ContainerState::Paused);
        QCOMPARE(told.count(), 2);
        for (const auto &request : m_fake->requests())
            QVERIFY(!request.target.contains("all=1&filters") || !request.target.contains("%22a%22"));
        health = "healthy";
        probe("healthy");
        QTRY_COMPARE(m_engine->containers()->container(u"a"_s).health, Health::Healthy);
    }

    void networksAreListedAgainWhereNoEventTellsOfThem()
    {
        becomePodman();
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QTRY_COMPARE(m_fake->countOf("/networks"), 1);
        m_fake->answer("/networks", R"([{"Id": "n1", "Name": "tp1_default"}])");
        m_fake->sendContainerEvent("create", "a");
        QTRY_COMPARE(m_engine->networks().size(), 1);

        m_fake->answer("/networks/n1", R"({"Id": "n1", "Name": "tp1_default"})");
        m_fake->answer("/networks/tp1_default", {}, 204);
        m_fake->answer("/networks", "[]");
        QFuture<void> removed = m_engine->client()->removeNetwork(u"n1"_s);
        QTRY_VERIFY(removed.isFinished());
        QTRY_VERIFY(m_engine->networks().isEmpty());
        QCOMPARE(m_fake->countOf("/networks/tp1_default"), 1); // a network in use is safe by its name only
    }

    void execEventsAskForNothing()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QTRY_COMPARE(m_fake->countOf("/images/json"), 1);
        for (int i = 0; i < 50; ++i)
            m_fake->sendContainerEvent("exec_start: sh", "a");
        // The last one is known to have arrived when what follows it has.
        m_containers["b"] = "running";
        m_fake->sendContainerEvent("start", "b");
        QTRY_COMPARE(state(u"b"_s), ContainerState::Running);
        QCOMPARE(fetches(*m_fake), 1);
        for (const FakeEngine::Request &request : m_fake->requests())
            QVERIFY(!request.target.contains("%22a%22"));
    }

    void burstsAreFetchedTogether()
    {
        for (int i = 0; i < 100; ++i)
            m_containers[QByteArray::number(i)] = "running";
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QSignalSpy changed(m_engine->containers(), &ContainerStore::changed);
        for (int i = 0; i < 100; ++i) {
            m_containers[QByteArray::number(i)] = "exited";
            m_fake->sendContainerEvent("die", QByteArray::number(i));
        }
        QTRY_COMPARE(state(u"99"_s), ContainerState::Exited);
        QVERIFY2(fetches(*m_fake) <= 3, qPrintable(QString::number(fetches(*m_fake))));
        // In pieces, so that the window has its turn, but not one by one.
        QVERIFY2(changed.count() <= 12, qPrintable(QString::number(changed.count())));
        for (const QList<QVariant> &change : changed)
            QVERIFY(change.at(1).toStringList().size() <= 25);
    }

    void aStormLeavesTimeBetweenItsUpdates()
    {
        for (int i = 0; i < 100; ++i)
            m_containers[QByteArray::number(i)] = "running";
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QElapsedTimer clock;
        clock.start();
        QList<qint64> times;
        m_fake->on("/containers/json", [&](QLocalSocket *socket, const FakeEngine::Request &request) {
            answerContainers(socket, request);
            if (!request.target.contains("filters"))
                return;
            times << clock.elapsed();
            for (int i = 0; i < 100; ++i)
                m_fake->sendContainerEvent("start", QByteArray::number(i));
        });
        m_fake->sendContainerEvent("start", "1");
        QTRY_VERIFY(times.size() >= 4);
        // The first was of one container, each later one of 100.
        QVERIFY2(times[2] - times[1] >= 100 && times[3] - times[2] >= 100,
                 qPrintable(u"%1 %2 %3"_s.arg(times[1]).arg(times[2]).arg(times[3])));
    }

    void aRowThatWasHarmedOnItsWayIsMended()
    {
        // In the whole list, of which no event will tell: a ghost, and one that is missing.
        bool first = true;
        m_fake->on("/containers/json", [&](QLocalSocket *socket, const auto &request) {
            const QHash<QByteArray, QByteArray> known = m_containers;
            if (std::exchange(first, false))
                m_containers = {{"a", "running"}, {"f", "exited"}};
            answerContainers(socket, request);
            m_containers = known;
        });
        m_engine->start(found());
        QTRY_VERIFY(m_engine->containers()->containers().contains(u"f"_s));
        QTRY_COMPARE(m_engine->containers()->containers().keys().size(), 2);
        QTRY_VERIFY(m_engine->containers()->containers().contains(u"b"_s));
        QVERIFY(!m_engine->containers()->containers().contains(u"f"_s));

        // In the answer to an event.
        m_fake->on("/containers/json", [this](QLocalSocket *socket, const auto &) {
            FakeEngine::send(socket,
                             '[' + FakeEngine::container("a", "a", "exited") + ','
                                 + FakeEngine::container("g", "g", "exited") + ']');
        });
        m_fake->sendContainerEvent("die", "a");
        QTRY_COMPARE(state(u"a"_s), ContainerState::Exited);
        QCOMPARE(m_engine->containers()->size(), 2);
    }

    void listThatLagsBehindTheEventIsAskedAgain()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        // As the engine does: "die" first, its own list later.
        m_fake->sendContainerEvent("die", "a");
        QTRY_VERIFY(fetches(*m_fake) > 0);
        QCOMPARE(state(u"a"_s), ContainerState::Running);
        m_containers["a"] = "exited";
        QTRY_COMPARE(state(u"a"_s), ContainerState::Exited);
    }

    void eventsBetweenSubscriptionAndListAreNotLost()
    {
        // The list is taken, then the container stops, then the list arrives.
        m_fake->on("/containers/json", [this](QLocalSocket *socket, const FakeEngine::Request &request) {
            if (!request.target.contains("filters")) {
                answerContainers(socket, request);
                m_containers["a"] = "exited";
                m_fake->sendContainerEvent("die", "a");
                return;
            }
            answerContainers(socket, request);
        });
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QTRY_COMPARE(state(u"a"_s), ContainerState::Exited);
    }

    void lossKeepsTheListAndComesBackTrue()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QSignalSpy changed(m_engine->containers(), &ContainerStore::changed);
        m_fake->stop();
        QTRY_COMPARE(m_engine->state(), Engine::State::Lost);
        QVERIFY(!m_engine->client());
        QCOMPARE(m_engine->containers()->size(), 2);
        QCOMPARE(m_engine->problems().size(), 1);
        QCOMPARE(m_engine->problems()[0].kind(), EngineError::Kind::ConnectionLost);
        QTRY_COMPARE(m_engine->problems()[0].kind(), EngineError::Kind::Unreachable);
        QCOMPARE(m_engine->state(), Engine::State::Lost);
        QCOMPARE(changed.count(), 0);

        m_containers.remove("a");
        m_containers["c"] = "running";
        QVERIFY(m_fake->listen());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QVERIFY(m_engine->problems().isEmpty());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed[0][0].toStringList(), QStringList(u"c"_s));
        QCOMPARE(changed[0][1].toStringList(), QStringList());
        QCOMPARE(changed[0][2].toStringList(), QStringList(u"a"_s));
    }

    void shortConnectionsAreRepeatedMoreAndMoreSlowly()
    {
        QElapsedTimer sinceLoss;
        QList<qint64> pauses;
        connect(m_engine.get(), &Engine::stateChanged, this, [&](Engine::State now) {
            if (now == Engine::State::Lost)
                sinceLoss.start();
            if (now == Engine::State::Connected && sinceLoss.isValid()) {
                pauses << sinceLoss.elapsed();
                sinceLoss.invalidate();
            }
        });
        m_engine->start(found());
        for (int round = 0; round <= 3; ++round) {
            QTRY_COMPARE(pauses.size(), round);
            QTRY_VERIFY(m_engine->state() == Engine::State::Connected && m_fake->hasEventStream());
            if (round < 3)
                m_fake->closeEventStreams();
            QTRY_VERIFY(round == 3 || m_engine->state() == Engine::State::Lost);
        }
        // Timers may be off by a twentieth.
        QVERIFY2(pauses[0] >= 225 && pauses[1] >= 450 && pauses[2] >= 900,
                 qPrintable(u"%1 %2 %3"_s.arg(pauses[0]).arg(pauses[1]).arg(pauses[2])));
        // What the user asks for begins anew.
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QTRY_VERIFY(m_fake->hasEventStream());
        m_fake->closeEventStreams();
        QTRY_COMPARE(pauses.size(), 4);
        QVERIFY2(pauses[3] < pauses[2], qPrintable(QString::number(pauses[3])));
    }

    void lossIsForTheSameEngineOnly()
    {
        FakeEngine other;
        other.answerBasics();
        EndpointDiscovery::Found both = found(false);
        both.endpoints << other.endpoint();
        m_engine->start(both);
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        m_fake->stop();
        QTRY_COMPARE(m_engine->state(), Engine::State::Lost);
        QTRY_COMPARE(m_engine->problems()[0].kind(), EngineError::Kind::Unreachable);
        QCOMPARE(m_engine->state(), Engine::State::Lost);
        QCOMPARE(other.connections(), 0);
    }

    void triesTheNextEndpoint()
    {
        EndpointDiscovery::Found several;
        several.endpoints << *Endpoint::parse(u"/nowhere.sock"_s) << m_fake->endpoint();
        m_engine->start(several);
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QCOMPARE(m_engine->endpoint(), m_fake->endpoint());
    }

    void contextThatWasPassedOverIsSaidWhileConnected()
    {
        EndpointDiscovery::Found several;
        several.endpoints << *Endpoint::parse(u"/nowhere.sock"_s) << m_fake->endpoint();
        several.endpoints[0].name = u"desk"_s;
        several.endpoints[0].fromContext = true;
        m_engine->start(several);
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QCOMPARE(m_engine->passedOver().size(), 1);
        QVERIFY(m_engine->passedOver()[0].contains(u"desk"_s));
        QVERIFY(m_engine->passedOver()[0].contains(u"there is no socket /nowhere.sock"_s));
        // Still so when that engine went away and came back.
        m_fake->stop();
        QTRY_COMPARE(m_engine->state(), Engine::State::Lost);
        QVERIFY(m_fake->listen());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QCOMPARE(m_engine->passedOver().size(), 1);
        // Not of an engine that the user chose.
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QVERIFY(m_engine->passedOver().isEmpty());
    }

    void explicitEndpointIsTheOnlyOne()
    {
        EndpointDiscovery::Found several;
        several.endpoints << *Endpoint::parse(u"/nowhere.sock"_s) << m_fake->endpoint();
        several.explicitly = true;
        m_engine->start(several);
        QTRY_COMPARE(m_engine->state(), Engine::State::Searching);
        QCOMPARE(m_engine->problems().size(), 1);
        QCOMPARE(m_fake->connections(), 0);
        QCOMPARE(m_engine->endpoint().path, u"/nowhere.sock"_s);
    }

    void nothingFoundIsSaid()
    {
        EndpointDiscovery::Found nothing;
        nothing.problems << u"The context is broken."_s;
        m_engine->start(nothing);
        QTRY_COMPARE(m_engine->state(), Engine::State::Searching);
        QCOMPARE(m_engine->problems().size(), 1);
        QVERIFY(m_engine->problems()[0].sentence().contains(u"The context is broken."_s));
        QVERIFY(!m_engine->problems()[0].advice().isEmpty());
    }

    void engineThatStartsLaterIsFound()
    {
        m_fake->stop();
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Searching);
        QVERIFY(m_fake->listen());
        m_engine->retryNow();
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
    }

    void startAgainForgetsTheOtherEngine()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        FakeEngine other;
        other.answerBasics();
        other.answer("/containers/json", R"([{"Id": "z", "Names": ["/z"], "State": "running"}])");
        m_engine->start(other.found());
        QCOMPARE(m_engine->containers()->size(), 0);
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QCOMPARE(m_engine->containers()->containers().keys(), QStringList(u"z"_s));
        // Nothing of the first one comes through any more.
        m_fake->sendContainerEvent("create", "c");
        other.sendContainerEvent("start", "z");
        QTRY_VERIFY(fetches(other) > 0);
        QCOMPARE(m_engine->containers()->size(), 1);
    }

    void otherListsFollowTheirEvents()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_fake->countOf("/volumes"), 1);
        QSignalSpy volumes(m_engine.get(), &Engine::volumesChanged);
        m_fake->answer("/volumes", R"({"Volumes": [{"Name": "data"}]})");
        for (int i = 0; i < 20; ++i)
            m_fake->sendEvent(R"({"Type":"volume","Action":"create","Actor":{"ID":"data"}})");
        QTRY_COMPARE(m_engine->volumes().size(), 1);
        QCOMPARE(volumes.count(), 1);
        QCOMPARE(m_fake->countOf("/volumes"), 2);
        QCOMPARE(m_fake->countOf("/images/json"), 1);
    }

    void refusedListIsSaidAndRepeated()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QSignalSpy refused(m_engine.get(), &Engine::refreshProblemsChanged);
        m_fake->answer("/containers/json", R"({"message": "storage is busy"})", 500);
        m_containers["a"] = "paused";
        m_fake->sendContainerEvent("pause", "a");
        QTRY_COMPARE(refused.count(), 1);
        QCOMPARE(m_engine->refreshProblems().size(), 1);
        QCOMPARE(m_engine->state(), Engine::State::Connected);
        m_fake->on("/containers/json",
                   [this](QLocalSocket *socket, const auto &request) { answerContainers(socket, request); });
        QTRY_COMPARE(state(u"a"_s), ContainerState::Paused);
        QTRY_VERIFY(m_engine->refreshProblems().isEmpty());
    }

    void refusedRefreshIsRepeated()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        m_fake->answer("/containers/json", R"({"message": "storage is busy"})", 500);
        m_engine->refresh();
        QTRY_COMPARE(m_engine->refreshProblems().size(), 1);
        // Created behind the back of the events: only the whole list has it.
        m_containers["z"] = "running";
        m_fake->on("/containers/json",
                   [this](QLocalSocket *socket, const auto &request) { answerContainers(socket, request); });
        QTRY_VERIFY(m_engine->containers()->contains(u"z"_s));
        QVERIFY(m_engine->refreshProblems().isEmpty());
    }

    void commandsNameTheEngineWhereTheShellWouldNot()
    {
        m_engine->start(found());
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QCOMPARE(m_engine->commandPrefix(), QStringList({u"docker"_s, u"-H"_s, m_fake->endpoint().address()}));
        EndpointDiscovery::Found usual = found();
        usual.endpoints[0].shellReachesIt = true;
        m_engine->start(usual);
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QCOMPARE(m_engine->commandPrefix(), QStringList(u"docker"_s));
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
