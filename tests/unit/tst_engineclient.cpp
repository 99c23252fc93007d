// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineclientfixture.h"
#include "futures.h"

#include "engine/httpclient.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Gantry;
using namespace Qt::StringLiterals;
using Kind = EngineError::Kind;

class TestEngineClient : public EngineClientFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void negotiates_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QString>("api"); // empty: none in common
        QTest::addColumn<QString>("advice");
        QTest::newRow("older engine") << QByteArray(R"({"ApiVersion": "1.41", "MinAPIVersion": "1.12"})") << u"1.41"_s
                                      << QString();
        QTest::newRow("newer engine") << QByteArray(R"({"ApiVersion": "1.99", "MinAPIVersion": "1.44"})") << u"1.52"_s
                                      << QString();
        QTest::newRow("too old") << QByteArray(R"({"ApiVersion": "1.40", "MinAPIVersion": "1.12"})") << QString()
                                 << u"Install a newer Docker (20.10 or later)."_s;
        QTest::newRow("too new") << QByteArray(R"({"ApiVersion": "1.99", "MinAPIVersion": "1.60"})") << QString()
                                 << u"Install a newer Gantry."_s;
    }

    void negotiates()
    {
        QFETCH(const QByteArray, version);
        QFETCH(const QString, api);
        QFETCH(const QString, advice);
        m_engine->answer("/version", version);
        QFuture<EngineInfo> future = m_client->negotiate();
        if (api.isEmpty()) {
            const auto error = errorOf(future);
            QVERIFY(error);
            QCOMPARE(error->advice(), advice);
            return;
        }
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().api.toString(), api);
        QCOMPARE(m_client->info().operatingSystem, u"Test"_s);
        QCOMPARE(m_client->info().cpus, 2);
        QVERIFY(!m_client->info().isPodman());
    }

    void podmanIsRecognised()
    {
        m_engine->answer("/version", R"({"ApiVersion": "1.41", "MinAPIVersion": "1.24", "Version": "4.3.1",
            "Components": [{"Name": "Podman Engine", "Version": "4.3.1"}, {"Name": "Conmon"}]})");
        QFuture<EngineInfo> future = m_client->negotiate();
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result().isPodman());
        QCOMPARE(future.result().version, u"4.3.1"_s);
    }

    void podmanIsToldHowLongToWaitForAContainersEnd()
    {
        m_engine->answer("/version", R"({"ApiVersion": "1.41", "Components": [{"Name": "Podman Engine"}]})");
        m_engine->answer("/containers/db/json", R"({"Id": "db", "Config": {"StopTimeout": 25}})");
        m_engine->answer("/containers/web/json", R"({"Id": "web", "Config": {"StopTimeout": 0}})");
        m_engine->answer("/containers/db/stop", {}, 204);
        m_engine->answer("/containers/web/restart", {}, 204);
        QCOMPARE(failureOf(m_client->negotiate()), QString());
        QCOMPARE(failureOf(m_client->stopContainer(u"db"_s)), QString());
        QCOMPARE(m_engine->requests().last().target, "/containers/db/stop?t=25");
        QCOMPARE(failureOf(m_client->restartContainer(u"web"_s)), QString());
        QCOMPARE(m_engine->requests().last().target, "/containers/web/restart?t=10");
    }

    void connectsToAnEngineThatCannotDescribeItself()
    {
        m_engine->answer("/info", R"({"message": "no"})", 500);
        QFuture<EngineInfo> future = m_client->negotiate();
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().api.toString(), u"1.43"_s);
    }

    void otherServersAreNoEngine()
    {
        m_engine->on("/_ping", [](QLocalSocket *socket, const auto &) { FakeEngine::send(socket, "OK"); });
        const auto error = errorOf(m_client->negotiate());
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Protocol);
    }

    void requestsCarryTheNegotiatedVersion()
    {
        QFuture<EngineInfo> negotiated = m_client->negotiate();
        QTRY_VERIFY(negotiated.isFinished());
        QByteArray first;
        m_engine->on("/containers/", [&](QLocalSocket *socket, const auto &request) {
            first = request.target;
            FakeEngine::send(socket, "{}");
        });
        QFuture<ContainerDetails> details = m_client->inspectContainer(u"a/../b?c d"_s);
        QTRY_VERIFY(details.isFinished());
        QCOMPARE(first, "/containers/a%2F..%2Fb%3Fc%20d/json");
    }

    void listsAndFilters()
    {
        m_engine->answer("/containers/json", R"([{"Id": "a", "Names": ["/web"], "State": "running"}])");
        QFuture<QList<ContainerSummary>> list = m_client->containers({u"a"_s, u"b"_s});
        QTRY_VERIFY(list.isFinished());
        QCOMPARE(list.result().size(), 1);
        QCOMPARE(list.result()[0].name, u"web"_s);
        QCOMPARE(m_engine->requests().last().target,
                 "/containers/json?all=1&filters=%7B%22id%22%3A%5B%22a%22%2C%22b%22%5D%7D");
    }

    void refusalsCarryTheEnginesWords_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("message") << QByteArray(R"({"message": "No such container: web\n"})")
                                 << u"No such container: web"_s;
        QTest::newRow("podman") << QByteArray(R"({"cause": "no such container", "response": 404})")
                                << u"no such container"_s;
        QTest::newRow("plain") << QByteArray("go away <b>now</b>") << u"go away <b>now</b>"_s;
        QTest::newRow("nothing") << QByteArray() << u"Words"_s;
        QTest::newRow("page") << QByteArray("\n<!DOCTYPE html>\n<html><body>Bad Gateway</body></html>") << u"Words"_s;
        QTest::newRow("page after a comment") << QByteArray("ERROR <HTML><p>x</HTML>") << u"Words"_s;
        QTest::newRow("several lines") << QByteArray("out of\r\n\tmemory\n") << u"out of memory"_s;
        QTest::newRow("long") << QByteArray(5000, 'x') << QString(299, u'x') + u'…';
    }

    void refusalsCarryTheEnginesWords()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, words);
        m_engine->answer("/containers/web/stop", body, 404);
        const auto error = errorOf(m_client->stopContainer(u"web"_s));
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Refused);
        QVERIFY(error->isNotFound());
        QCOMPARE(error->message(), words);
        QVERIFY(error->sentence().contains(words));
        QVERIFY(error->sentence().contains(u"stop container web"_s));
    }

    void knownRefusalsHaveAdvice()
    {
        m_engine->answer("/containers/web/start",
                         R"({"message": "Bind for 0.0.0.0:8000 failed: port is already allocated"})", 500);
        const auto error = errorOf(m_client->startContainer(u"web"_s));
        QVERIFY(error);
        QCOMPARE(error->advice(), u"Another container uses this port: stop it, or publish another port."_s);
    }

    void notModifiedIsSuccess()
    {
        m_engine->answer("/containers/web/start", {}, 304);
        QFuture<void> future = m_client->startContainer(u"web"_s);
        QTRY_VERIFY(future.isFinished());
        future.waitForFinished();
        QCOMPARE(m_engine->requests().last().method, "POST");
    }

    void answerThatIsNoJson()
    {
        m_engine->answer("/containers/json", "<html>");
        const auto error = errorOf(m_client->containers());
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Protocol);
    }

    void answerOfAnotherShape_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isObject");
        QTest::newRow("a message") << QByteArray(R"({"message": "try later"})") << true;
        QTest::newRow("a list of words") << QByteArray(R"(["try later"])") << false;
        QTest::newRow("an empty list") << QByteArray("[]") << false;
    }

    void answerOfAnotherShape()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const bool, isObject);
        for (const char *target : {"/containers/", "/images/", "/volumes", "/networks"})
            m_engine->answer(target, json);
        m_engine->answer("/containers/json", json);
        m_engine->answer("/images/json", json);
        const auto isProtocol = [](const std::optional<EngineError> &error) {
            return error && error->kind() == Kind::Protocol && !error->message().isEmpty();
        };
        if (json != "[]") {
            QVERIFY(isProtocol(errorOf(m_client->containers())));
            QVERIFY(isProtocol(errorOf(m_client->images())));
            QVERIFY(isProtocol(errorOf(m_client->networks())));
        }
        QVERIFY(isProtocol(errorOf(m_client->volumes())));
        QVERIFY(isProtocol(errorOf(m_client->containerProcesses(u"a"_s))));
        if (!isObject) {
            QVERIFY(isProtocol(errorOf(m_client->inspectContainer(u"a"_s))));
            QVERIFY(isProtocol(errorOf(m_client->inspectImage(u"a"_s))));
            QVERIFY(isProtocol(errorOf(m_client->inspectVolume(u"a"_s))));
            QVERIFY(isProtocol(errorOf(m_client->inspectNetwork(u"a"_s))));
        }
    }

    void emptyListsAreNoErrors()
    {
        QFuture<QList<Volume>> volumes = m_client->volumes();
        QFuture<QList<Network>> networks = m_client->networks();
        QTRY_VERIFY(volumes.isFinished() && networks.isFinished());
        QCOMPARE(volumes.result().size(), 0);
        QCOMPARE(networks.result().size(), 0);
    }

    void noEngine()
    {
        const EngineClient client(*Endpoint::parse(u"/nowhere/at/all.sock"_s));
        const auto error = errorOf(const_cast<EngineClient &>(client).ping());
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Unreachable);
        QVERIFY(error->message().contains(u"/nowhere/at/all.sock"_s));
        QVERIFY(!error->advice().isEmpty());
    }

    void nobodyListens()
    {
        const QString path = m_engine->endpoint().path;
        m_engine->stop();
        // A socket file that outlived its server, as after kill -9.
        {
            QLocalServer server;
            QVERIFY(server.listen(path));
            QVERIFY(QFile::rename(path, path + u".left"_s));
        }
        EngineClient client(*Endpoint::parse(path + u".left"_s));
        const auto error = errorOf(client.ping());
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Unreachable);
    }

    void tcp()
    {
        EngineClient client(*Endpoint::parse(u"tcp://127.0.0.1:1"_s));
        const auto error = errorOf(client.ping());
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Unreachable);
        QVERIFY(error->message().contains(u"127.0.0.1:1"_s));
    }

    void callsShareAConnection()
    {
        for (int i = 0; i < 5; ++i) {
            QFuture<QList<Network>> future = m_client->networks();
            QTRY_VERIFY(future.isFinished());
        }
        QCOMPARE(m_engine->connections(), 1);
    }

    void whatMustNotBeDoneTwiceHasAConnectionOfItsOwn()
    {
        m_engine->answer("/containers/web/kill", {}, 204);
        QFuture<QList<Network>> list = m_client->networks();
        QTRY_VERIFY(list.isFinished());
        QFuture<void> kill = m_client->killContainer(u"web"_s);
        QTRY_VERIFY(kill.isFinished());
        QCOMPARE(m_engine->connections(), 2);
    }

    void keptConnectionThatDiesIsReplaced()
    {
        // Closes each connection at its second request, without an answer.
        QHash<int, int> served;
        m_engine->on("/networks", [&](QLocalSocket *socket, const FakeEngine::Request &request) {
            if (++served[request.connection] > 1)
                socket->abort();
            else
                FakeEngine::send(socket, "[]");
        });
        for (int i = 0; i < 3; ++i) {
            QFuture<QList<Network>> future = m_client->networks();
            QTRY_VERIFY(future.isFinished());
            QCOMPARE(future.result().size(), 0);
        }
        QCOMPARE(m_engine->connections(), 3);
    }

    void keptConnectionClosedWhileIdle()
    {
        QLocalSocket *last = nullptr;
        m_engine->on("/networks", [&](QLocalSocket *socket, const auto &) {
            last = socket;
            FakeEngine::send(socket, "[]");
        });
        QFuture<QList<Network>> first = m_client->networks();
        QTRY_VERIFY(first.isFinished());
        last->disconnectFromServer();
        QFuture<QList<Network>> second = m_client->networks();
        QTRY_VERIFY(second.isFinished());
        QCOMPARE(second.result().size(), 0);
    }

    void closedWithoutAnswerIsLostAndNotRepeated()
    {
        m_engine->on("/networks", [](QLocalSocket *socket, const auto &) { socket->abort(); });
        const auto error = errorOf(m_client->networks());
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::ConnectionLost);
        QCOMPARE(m_engine->countOf("/networks"), 1);
    }

    void closedInTheMiddle()
    {
        m_engine->on("/networks", [](QLocalSocket *socket, const auto &) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[");
            socket->disconnectFromServer();
        });
        const auto error = errorOf(m_client->networks());
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::ConnectionLost);
    }

    void garbage()
    {
        m_engine->on("/networks",
                     [](QLocalSocket *socket, const auto &) { socket->write("\x16\x03\x01 garbage\r\n\r\n"); });
        const auto error = errorOf(m_client->networks());
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Protocol);
    }

    void silenceEndsACall()
    {
        m_engine->on("/networks", [](QLocalSocket *socket, const auto &) { socket->write("HTTP/1.1 200 OK\r\n"); });
        HttpClient http(m_engine->endpoint());
        HttpRequest request;
        request.target = "/networks";
        request.attempted = u"try"_s;
        request.stallTimeoutMs = 100;
        QSignalSpy failed(http.send(request), &HttpCall::failed);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<EngineError>().kind(), Kind::ConnectionLost);
    }

    void slowButSteadyAnswerIsNoSilence()
    {
        m_engine->on("/networks", [this](QLocalSocket *socket, const auto &) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\n");
            auto *timer = new QTimer(socket);
            connect(timer, &QTimer::timeout, this, [socket] { socket->write(" "); });
            timer->start(60);
        });
        HttpClient http(m_engine->endpoint());
        HttpRequest request;
        request.target = "/networks";
        request.stallTimeoutMs = 250;
        QSignalSpy finished(http.send(request), &HttpCall::finished);
        QTRY_COMPARE(finished.count(), 1);
    }

    void cancellingClosesTheConnection()
    {
        QSignalSpy *closed = nullptr;
        m_engine->on("/containers/web/stop", [&](QLocalSocket *socket, const auto &) {
            closed = new QSignalSpy(socket, &QLocalSocket::disconnected);
        });
        QFuture<void> future = m_client->stopContainer(u"web"_s);
        QTRY_VERIFY(closed);
        future.cancel();
        QTRY_COMPARE(closed->count(), 1);
        delete closed;
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
    }

    void measuringWaitsForItsTurn()
    {
        // Docker 20.10 measures once at a time.
        m_engine->on("/system/df", [this](QLocalSocket *socket, const auto &) {
            const bool busy = m_engine->countOf("/system/df") < 3;
            FakeEngine::send(
                socket, busy ? R"({"message": "a disk usage operation is already running"})" : R"({"LayersSize": 7})",
                busy ? 409 : 200);
        });
        const QFuture<DiskUsage> usage = m_client->diskUsage();
        QVERIFY(hasEnded(usage));
        QCOMPARE(usage.result().layersSize, 7);

        m_engine->on("/system/df", [](QLocalSocket *socket, const auto &) {
            FakeEngine::send(socket, R"({"message": "a disk usage operation is already running"})", 409);
        });
        QFuture<DiskUsage> cancelled = m_client->diskUsage();
        QTRY_VERIFY(m_engine->countOf("/system/df") > 4);
        cancelled.cancel();
        QTRY_VERIFY(cancelled.isFinished());
        const int asked = m_engine->countOf("/system/df");
        QTest::qWait(700);
        QVERIFY(m_engine->countOf("/system/df") <= asked + 1);
    }

    void deletedClientAnswersWithCancelled()
    {
        m_engine->on("/containers/web/stop", [](QLocalSocket *, const auto &) {});
        QFuture<void> future = m_client->stopContainer(u"web"_s);
        QTRY_COMPARE(m_engine->countOf("/containers/web/stop"), 1);
        m_client.reset();
        QVERIFY(!future.isFinished());
        const auto error = errorOf(future);
        QVERIFY(error);
        QCOMPARE(error->kind(), Kind::Cancelled);
    }

    void answersNeverComeInsideTheCall()
    {
        bool inside = true;
        bool answered = false;
        m_client->networks().then(this, [&](const QList<Network> &) {
            answered = true;
            QVERIFY(!inside);
        });
        inside = false;
        QTRY_VERIFY(answered);
    }
};

QTEST_GUILESS_MAIN(TestEngineClient)
#include "tst_engineclient.moc"
