// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// gantry-bench-engine CONTAINERS: an engine with that many containers that answers as Docker 24 does, from memory, so
// that it can do what a real one cannot: 5,000 events in a second. Prints "ready ADDRESS"; a line "storm RATE SECONDS"
// on standard input makes it start and stop containers at that rate, which ends with "storm EVENTS".
#include "commandloop.h"
#include "fakeengine.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QUrlQuery>

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
        m_engine.on("/containers/", [](QLocalSocket *socket, const FakeEngine::Request &request) {
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

private:
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
    CommandLoop::say("ready " + engine.address());
    return loop.run();
}
