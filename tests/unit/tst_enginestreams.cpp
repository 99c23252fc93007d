// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engineclientfixture.h"
#include "futures.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Gantry;
using namespace Qt::StringLiterals;
using Kind = EngineError::Kind;

/// Events, logs and execs: what goes on after the head of an answer.
class TestEngineStreams : public EngineClientFixture
{
    Q_OBJECT

    static QByteArray frame(char channel, const QByteArray &bytes) { return FakeEngine::frame(channel, bytes); }

    static constexpr const char *chunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void events()
    {
        EventStream *stream = m_client->events(this);
        QSignalSpy opened(stream, &EngineStream::opened);
        QSignalSpy events(stream, &EventStream::arrived);
        QSignalSpy finished(stream, &EngineStream::finished);
        QTRY_COMPARE(opened.count(), 1);
        m_engine->sendEvent(R"({"Type":"container","Action":"start","Actor":{"ID":"a"}})");
        m_engine->sendEvent("{\"Type\":\"network\",\"Action\":\"create\"}\n\n  ");
        QTRY_COMPARE(events.count(), 2);
        QTRY_VERIFY(m_engine->hasEventStream());
        m_engine->closeEventStreams();
        QSignalSpy failed(stream, &EngineStream::failed);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(finished.count(), 0);
        delete stream;
    }

    void unreadableEventsEndTheStream()
    {
        EventStream *stream = m_client->events(this);
        QSignalSpy opened(stream, &EngineStream::opened);
        QSignalSpy failed(stream, &EngineStream::failed);
        QTRY_COMPARE(opened.count(), 1);
        m_engine->sendEvent("this is no JSON");
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed[0][0].value<EngineError>().kind(), Kind::Protocol);
        delete stream;
    }

    void refusedStream()
    {
        m_engine->answer("/containers/web/logs", R"({"message": "No such container: web"})", 404);
        const std::unique_ptr<LogStream> stream(m_client->logs(u"web"_s, {}, nullptr));
        QSignalSpy failed(stream.get(), &EngineStream::failed);
        QSignalSpy opened(stream.get(), &EngineStream::opened);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(opened.count(), 0);
        const auto error = failed[0][0].value<EngineError>();
        QVERIFY(error.isNotFound());
        QCOMPARE(error.message(), u"No such container: web"_s);
    }

    void logsAreDemultiplexed()
    {
        m_engine->on("/containers/web/logs", [](QLocalSocket *socket, const auto &) {
            socket->write(chunkedHead + FakeEngine::chunk(frame(1, "out\n") + frame(2, "err\n"))
                          + FakeEngine::chunk(frame(1, "end\n")) + "0\r\n\r\n");
        });
        EngineClient::LogOptions options;
        options.timestamps = true;
        options.tail = 10;
        options.since = QDateTime::fromMSecsSinceEpoch(1'700'000'000'045);
        const std::unique_ptr<LogStream> stream(m_client->logs(u"web"_s, options, nullptr));
        QByteArray output;
        QByteArray errors;
        connect(stream.get(), &LogStream::data, this, [&](LogStream::Channel channel, const QByteArray &bytes) {
            (channel == LogStream::Channel::Error ? errors : output) += bytes;
        });
        QSignalSpy finished(stream.get(), &EngineStream::finished);
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(output, "out\nend\n");
        QCOMPARE(errors, "err\n");
        QCOMPARE(m_engine->requests().last().target,
                 "/containers/web/logs?stdout=1&stderr=1&follow=1&timestamps=1&tail=10&since=1700000000.045000000");
    }

    void terminalLogsArePlain()
    {
        m_engine->on("/containers/web/logs", [](QLocalSocket *socket, const auto &) {
            socket->write(chunkedHead + FakeEngine::chunk("plain\r\n") + "0\r\n\r\n");
        });
        EngineClient::LogOptions options;
        options.tty = true;
        const std::unique_ptr<LogStream> stream(m_client->logs(u"web"_s, options, nullptr));
        QSignalSpy data(stream.get(), &LogStream::data);
        QTRY_COMPARE(data.count(), 1);
        QCOMPARE(data[0][1].toByteArray(), "plain\r\n");
    }

    void pausedLogHoldsTheSenderBackAndAFloodLeavesRoom()
    {
        constexpr int total = 64 * 1024 * 1024;
        QPointer<QLocalSocket> sender;
        m_engine->on("/containers/web/logs", [&](QLocalSocket *socket, const auto &) {
            sender = socket;
            socket->write(chunkedHead);
            const QByteArray piece = FakeEngine::chunk(frame(1, QByteArray(64 * 1024 - 8, 'x')));
            for (int sent = 0; sent < total; sent += 64 * 1024)
                socket->write(piece);
            socket->write("0\r\n\r\n");
        });
        const std::unique_ptr<LogStream> stream(m_client->logs(u"web"_s, {}, nullptr));
        qint64 received = 0;
        qsizetype largest = 0;
        connect(stream.get(), &LogStream::data, this, [&](LogStream::Channel, const QByteArray &bytes) {
            received += bytes.size();
            largest = std::max(largest, bytes.size());
            if (received > 1024 * 1024 && received - bytes.size() <= 1024 * 1024)
                stream->setPaused(true);
        });
        QTRY_VERIFY(received > 1024 * 1024);
        // Whatever fits into buffers moves on, then everything rests.
        qint64 before = -1;
        QTRY_VERIFY_WITH_TIMEOUT(std::exchange(before, sender->bytesToWrite()) == sender->bytesToWrite(), 5000);
        QVERIFY(received < 2 * 1024 * 1024);
        QVERIFY(sender->bytesToWrite() > total / 2);

        int turns = 0;
        QTimer ticker;
        connect(&ticker, &QTimer::timeout, this, [&] { ++turns; });
        ticker.start(0);
        QSignalSpy finished(stream.get(), &EngineStream::finished);
        stream->setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
        QVERIFY(received > total - 64 * 1024);
        QVERIFY2(largest <= 256 * 1024, qPrintable(QString::number(largest)));
        // Every slice leaves the event loop a turn.
        QVERIFY2(turns > total / (256 * 1024) / 2, qPrintable(QString::number(turns)));
    }

    void streamMayBeDeletedInItsSignal()
    {
        m_engine->on("/containers/web/logs", [](QLocalSocket *socket, const auto &) {
            socket->write(chunkedHead + FakeEngine::chunk(frame(1, "a") + frame(2, "b") + frame(1, "c")) + "0\r\n\r\n");
        });
        auto *stream = m_client->logs(u"web"_s, {}, nullptr);
        int pieces = 0;
        connect(stream, &LogStream::data, this, [&] {
            ++pieces;
            delete stream;
        });
        QSignalSpy gone(stream, &QObject::destroyed);
        QTRY_COMPARE(gone.count(), 1);
        QCOMPARE(pieces, 1);
    }

    void cancelledStreamIsSilent()
    {
        const std::unique_ptr<EventStream> stream(m_client->events(nullptr));
        QSignalSpy opened(stream.get(), &EngineStream::opened);
        QSignalSpy events(stream.get(), &EventStream::arrived);
        QSignalSpy failed(stream.get(), &EngineStream::failed);
        QSignalSpy finished(stream.get(), &EngineStream::finished);
        QTRY_COMPARE(opened.count(), 1);
        m_engine->sendContainerEvent("start", "a");
        stream->cancel();
        QTRY_VERIFY(!m_engine->hasEventStream());
        QCOMPARE(events.count() + failed.count() + finished.count(), 0);
    }

    void execTakesTheConnectionOver()
    {
        QByteArray received;
        m_engine->on("/exec/e1/start", [&](QLocalSocket *socket, const FakeEngine::Request &request) {
            QCOMPARE(request.body, R"({"Detach":false,"Tty":false})");
            socket->disconnect(m_engine.get());
            connect(socket, &QLocalSocket::readyRead, this, [&, socket] {
                received += socket->readAll();
                if (received == "early late") {
                    socket->write(frame(2, "warned") + frame(1, "echoed"));
                    socket->disconnectFromServer();
                }
            });
            socket->write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n" + frame(1, "hello "));
        });
        const std::unique_ptr<ExecStream> exec(m_client->startExec(u"e1"_s, false, nullptr));
        QByteArray output;
        QByteArray errors;
        connect(exec.get(), &ExecStream::output, this, [&](const QByteArray &bytes) { output += bytes; });
        connect(exec.get(), &ExecStream::errorOutput, this, [&](const QByteArray &bytes) { errors += bytes; });
        QSignalSpy opened(exec.get(), &EngineStream::opened);
        QSignalSpy finished(exec.get(), &EngineStream::finished);
        exec->write("early");
        QCOMPARE(exec->bytesToWrite(), 5);
        QTRY_COMPARE(opened.count(), 1);
        exec->write(" late");
        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(output, "hello echoed");
        QCOMPARE(errors, "warned");
        QCOMPARE(exec->bytesToWrite(), 0);
    }

    void execThatIsNotHandedOver_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("200") << 200 << Kind::Protocol;
        QTest::newRow("409") << 409 << Kind::Refused;
    }

    void execThatIsNotHandedOver()
    {
        QFETCH(const int, status);
        QFETCH(const Kind, kind);
        m_engine->answer("/exec/e1/start", R"({"message": "container is not running"})", status);
        const std::unique_ptr<ExecStream> exec(m_client->startExec(u"e1"_s, false, nullptr));
        QSignalSpy failed(exec.get(), &EngineStream::failed);
        QSignalSpy opened(exec.get(), &EngineStream::opened);
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(opened.count(), 0);
        QCOMPARE(failed[0][0].value<EngineError>().kind(), kind);
    }

    void runExec()
    {
        m_engine->answer("/containers/web/exec", R"({"Id": "e1"})", 201);
        m_engine->on("/exec/e1/start", [](QLocalSocket *socket, const auto &) {
            socket->write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n" + frame(1, "out")
                          + frame(2, "err"));
            socket->disconnectFromServer();
        });
        // The engine says "running" for a moment after the end of the output.
        int asked = 0;
        m_engine->on("/exec/e1/json", [&](QLocalSocket *socket, const auto &) {
            FakeEngine::send(socket,
                             ++asked < 3 ? R"({"ID": "e1", "Running": true, "ExitCode": null})"
                                         : R"({"ID": "e1", "Running": false, "ExitCode": 7})");
        });
        ExecConfig config;
        config.command = QStringList{u"cat"_s, u"/etc/passwd"_s};
        config.attachStdin = false;
        QFuture<ExecResult> future = m_client->runExec(u"web"_s, config);
        QTRY_VERIFY(future.isFinished());
        QCOMPARE(future.result().exitCode, 7);
        QCOMPARE(future.result().output, "out");
        QCOMPARE(future.result().errorOutput, "err");
    }
};

QTEST_GUILESS_MAIN(TestEngineStreams)
#include "tst_enginestreams.moc"
