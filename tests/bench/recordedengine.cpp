// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// gantry-bench-engine CONTAINERS: an engine with that many containers that answers as Docker 24 does, from memory, so
// that it can do what a real one cannot: 5,000 events in a second. Prints "ready ADDRESS"; a line "storm RATE SECONDS"
// on standard input makes it start and stop containers at that rate, which ends with "storm EVENTS". "lines RATE
// SECONDS" writes lines of the log that is followed at that rate, "flood LINES" as fast as they are taken.
#include "commandloop.h"
#include "fakeengine.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <vector>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

class RecordedEngine
{
public:
    explicit RecordedEngine(int containers)
        : m_runs(size_t(containers))
    {
        m_engine.answerBasics();
        for (int i = 0; i < containers; ++i) {
            m_numbers.insert(QString::fromLatin1(id(i)), i);
            m_runs[size_t(i)] = i % 50 == 0;
        }
        m_engine.on("/containers/json", [this](QLocalSocket *socket, const FakeEngine::Request &request) {
            FakeEngine::send(socket, list(request.target));
        });
        m_engine.on("/containers/", [this](QLocalSocket *socket, const FakeEngine::Request &request) {
            if (request.target.contains("/logs?")) {
                m_log = socket;
                socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                return;
            }
            FakeEngine::send(socket, R"({"Id": ")" + request.target.split('/').value(2) + R"(", "Config": {}})");
        });
    }

    QByteArray address() const { return m_engine.endpoint().address().toUtf8(); }
    bool isFollowed() const { return m_engine.hasEventStream(); }

    /// As many events as are due by the clock, every millisecond.
    qint64 storm(int rate, int seconds)
    {
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        QElapsedTimer clock;
        qint64 sent = 0;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            for (const qint64 due = clock.elapsed() * rate / 1000; sent < due; ++sent)
                change(int(sent * 7 % qint64(m_runs.size())));
        });
        clock.start();
        timer.start(1);
        await("the end of the storm", [&] { return clock.elapsed() >= seconds * 1000; });
        return sent;
    }

    bool isRead() const { return m_log; }

    /// As many lines of a container's log as are due by the clock, every millisecond.
    qint64 lines(int rate, int seconds)
    {
        QTimer timer;
        timer.setTimerType(Qt::PreciseTimer);
        QElapsedTimer clock;
        qint64 sent = 0;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            const qint64 due = std::min(clock.elapsed(), seconds * 1000LL) * rate / 1000;
            writeLines(sent, due);
            sent = due;
        });
        clock.start();
        timer.start(1);
        await("the end of the lines", [&] { return clock.elapsed() > seconds * 1000; });
        return sent;
    }

    /// So many, as fast as they are taken.
    qint64 flood(qint64 count)
    {
        constexpr qint64 ahead = 4 * 1024 * 1024;
        constexpr qint64 atOnce = 10'000;
        QTimer timer;
        qint64 sent = 0;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            for (; sent < count && m_log && m_log->bytesToWrite() < ahead; sent = std::min(count, sent + atOnce))
                writeLines(sent, std::min(count, sent + atOnce));
        });
        timer.start(1);
        await(
            "the end of the flood", [&] { return sent == count; }, 600'000);
        return sent;
    }

private:
    void writeLines(qint64 from, qint64 to)
    {
        // Two milliseconds' lines have one time, as a busy container's may.
        QByteArray frames;
        QByteArray time;
        for (qint64 number = from; number < to; ++number) {
            if (time.isEmpty() || number % 200 == 0) {
                const qint64 milliseconds = 1'714'521'600'000 + number / 200 * 2;
                time = QDateTime::fromMSecsSinceEpoch(milliseconds).toUTC().toString(Qt::ISODateWithMs).toLatin1();
            }
            const QByteArray text = time + " INFO  request_id=" + QByteArray::number(number)
                + " GET /v1/products?page=12 200 12.4 ms, 48 items from cache";
            frames += FakeEngine::frame(1, text.leftJustified(136) + '\n');
        }
        if (m_log && !frames.isEmpty())
            m_log->write(FakeEngine::chunk(frames));
    }

    static QByteArray id(int number) { return QByteArray::number(number + 0x100000, 16).repeated(11).left(64); }
    static QByteArray name(int number) { return "service-" + QByteArray::number(number).rightJustified(5, '0'); }

    QByteArray entry(int number) const
    {
        const bool runs = m_runs[size_t(number)];
        return R"({"Id":")" + id(number) + R"(","Names":["/)" + name(number)
            + R"("],"Image":"registry.example/team/service:1.4","ImageID":"sha256:)" + id(7)
            + R"(","Command":"/usr/local/bin/service --config /etc/service.conf","Created":)"
            + QByteArray::number(1'700'000'000 + number) + R"(,"Ports":[{"IP":"0.0.0.0","PrivatePort":80,"PublicPort":)"
            + QByteArray::number(20'000 + number % 40'000)
            + R"(,"Type":"tcp"}],"Labels":{"maintainer":"team","com.docker.compose.project":"project-)"
            + QByteArray::number(number % 40) + R"(","com.docker.compose.service":")" + name(number)
            + R"(","com.docker.compose.container-number":"1","com.docker.compose.oneoff":"False"},"State":")"
            + (runs ? "running" : "exited") + R"(","Status":")" + (runs ? "Up 2 minutes" : "Exited (0) 2 minutes ago")
            + R"(","HostConfig":{"NetworkMode":"default"},"NetworkSettings":{"Networks":{"bridge":{"NetworkID":")"
            + id(9) + R"(","EndpointID":"","Gateway":"","IPAddress":"","MacAddress":""}}},"Mounts":[]})";
    }

    QByteArray list(const QByteArray &target) const
    {
        const QUrlQuery query(QUrl::fromEncoded(target));
        const QByteArray filters = query.queryItemValue(u"filters"_s, QUrl::FullyDecoded).toUtf8();
        const QJsonArray wanted = QJsonDocument::fromJson(filters).object().value("id"_L1).toArray();
        QByteArrayList entries;
        for (const QJsonValue &each : wanted) {
            if (const auto found = m_numbers.constFind(each.toString()); found != m_numbers.cend())
                entries << entry(*found);
        }
        for (int i = 0; wanted.isEmpty() && i < int(m_runs.size()); ++i)
            entries << entry(i);
        return '[' + entries.join(',') + ']';
    }

    void change(int number)
    {
        const bool runs = !m_runs[size_t(number)];
        m_runs[size_t(number)] = runs;
        const QByteArray action = runs ? "start" : "die";
        m_engine.sendEvent(
            R"({"status":")" + action + R"(","id":")" + id(number)
            + R"(","from":"registry.example/team/service:1.4","Type":"container","Action":")" + action
            + R"(","Actor":{"ID":")" + id(number)
            + R"(","Attributes":{"image":"registry.example/team/service:1.4","maintainer":"team","name":")"
            + name(number) + R"("}},"scope":"local","time":1700000000,"timeNano":1700000000000000000})");
    }

    FakeEngine m_engine;
    QPointer<QLocalSocket> m_log; ///< that is followed
    QHash<QString, int> m_numbers;
    std::vector<bool> m_runs;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    RecordedEngine engine(argc > 1 ? QByteArray(argv[1]).toInt() : 0);
    CommandLoop loop;
    loop.on("storm", [&engine](const QByteArray &arguments) {
        const QByteArrayList words = arguments.split(' ');
        await("somebody who follows the events", [&engine] { return engine.isFollowed(); });
        return QByteArray::number(engine.storm(words.value(0).toInt(), words.value(1).toInt()));
    });
    const auto lines = [&engine](auto write) {
        return [&engine, write](const QByteArray &arguments) {
            const QByteArrayList words = arguments.split(' ');
            await("somebody who follows the log", [&engine] { return engine.isRead(); });
            return QByteArray::number(write(words.value(0).toInt(), words.value(1).toInt()));
        };
    };
    loop.on("lines", lines([&engine](int rate, int seconds) { return engine.lines(rate, seconds); }));
    loop.on("flood", lines([&engine](int count, int) { return engine.flood(count); }));
    CommandLoop::say("ready " + engine.address());
    return loop.run();
}
