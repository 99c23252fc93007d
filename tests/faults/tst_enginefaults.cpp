// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "faults/faultproxy.h"
#include "faults/rounds.h"
#include "futures.h"
#include "lab/labenvironment.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 2000;

} // namespace

/// A real engine behind a proxy that harms bytes: whatever it does, every call ends, the window's thread goes on, and
/// two seconds after the connection stands again the list is true.
class TestEngineFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCallEndsAndTheListIsTrue();
    void cleanupTestCase();

private:
    /// One line a container: id, name, state, and the image, which no event would bring up to date.
    static QStringList lines(const QList<ContainerSummary> &containers);
    QStringList shown() const { return lines(m_engine->containers()->containers().values()); }
    QStringList truth();
    /// Does something with the engine under test, and something to it from outside.
    void act(QRandomGenerator *random);
    void actOutside(QRandomGenerator *random);
    template <typename T> void follow(const QFuture<T> &future)
    {
        m_running.append([future] { return future.isFinished(); });
    }
    bool allHaveEnded() const;

    QTemporaryDir m_directory;
    std::optional<FaultProxy> m_proxy;
    std::optional<EngineClient> m_outside;
    std::optional<Engine> m_engine;
    QStringList m_ids;
    QList<std::function<bool()>> m_running;
};

void TestEngineFaults::initTestCase()
{
    QVERIFY2(Lab::isUp(), Lab::notUp);
    const Endpoint real = *Endpoint::parse(Lab::dockerHost());
    m_outside.emplace(real);
    QVERIFY(failureOf(m_outside->negotiate()).isEmpty());
    for (int i = 0; i < 6; ++i) {
        const auto created = Lab::docker({i % 2 ? u"run"_s : u"create"_s, i % 2 ? u"--detach"_s : u"--tty"_s,
                                          u"--name"_s, u"faults-%1"_s.arg(i), u"--label"_s, u"gantry.test=faults"_s,
                                          Lab::image(Lab::Image::Busybox)});
        QVERIFY2(created.ok(), qPrintable(created.error));
        m_ids.append(created.output);
    }
    m_proxy.emplace(m_directory.filePath(u"proxy"_s), Lab::dockerHost().mid(7));
    EndpointDiscovery::Found found;
    found.endpoints << *Endpoint::parse(m_directory.filePath(u"proxy"_s));
    found.explicitly = true;
    m_engine.emplace();
    m_engine->start(found);
    QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
    QTRY_COMPARE(shown(), truth());
}

void TestEngineFaults::cleanupTestCase()
{
    m_engine.reset();
    if (!m_ids.isEmpty())
        Lab::docker(QStringList{u"rm"_s, u"--force"_s, u"--volumes"_s} + m_ids);
}

QStringList TestEngineFaults::lines(const QList<ContainerSummary> &containers)
{
    QStringList result;
    for (const ContainerSummary &container : containers)
        result << u"%1 %2 %3 %4"_s.arg(container.id, container.name).arg(int(container.state)).arg(container.image);
    result.sort();
    return result;
}

QStringList TestEngineFaults::truth()
{
    const auto listed = m_outside->containers();
    return hasEnded(listed) ? lines(listed.result()) : QStringList{u"no answer"_s};
}

void TestEngineFaults::act(QRandomGenerator *random)
{
    const QString id = m_ids[random->bounded(m_ids.size())];
    EngineClient *client = m_engine->client();
    if (!client)
        return m_engine->retryNow();
    switch (random->bounded(8)) {
    case 0:
        return follow(client->startContainer(id));
    case 1:
        return follow(client->stopContainer(id, 0));
    case 2:
        return follow(client->inspectContainer(id));
    case 3:
        return follow(client->runExec(id, ExecConfig{{u"echo"_s, u"hello"_s}, {}, {}, {}, false, true, {}}));
    case 4:
        return follow(client->images());
    case 5:
        return m_engine->refresh();
    case 6:
        return m_engine->wantPorts(m_ids);
    default: {
        LogStream *stream = client->logs(id, EngineClient::LogOptions{false, false, -1, {}}, &*m_engine);
        auto ended = std::make_shared<bool>(false);
        const auto end = [stream, ended] {
            *ended = true;
            stream->deleteLater();
        };
        connect(stream, &EngineStream::finished, this, end);
        connect(stream, &EngineStream::failed, this, end);
        m_running.append([ended] { return *ended; });
    }
    }
}

void TestEngineFaults::actOutside(QRandomGenerator *random)
{
    const QString id = m_ids[random->bounded(m_ids.size())];
    switch (random->bounded(4)) {
    case 0:
        return follow(m_outside->startContainer(id));
    case 1:
        return follow(m_outside->stopContainer(id, 0));
    case 2:
        return follow(m_outside->renameContainer(id, u"faults-renamed-%1"_s.arg(random->generate())));
    default:
        return;
    }
}

bool TestEngineFaults::allHaveEnded() const
{
    return std::all_of(m_running.begin(), m_running.end(), [](const auto &ended) { return ended(); });
}

void TestEngineFaults::everyCallEndsAndTheListIsTrue()
{
    using Kind = Fault::Kind;
    const QList<Kind> kinds{Kind::Refuse, Kind::Cut,           Kind::Stall,       Kind::Trickle,
                            Kind::Flip,   Kind::EndlessHeader, Kind::WrongLength, Kind::Unavailable};
    for (const FaultRound &round : faultRounds()) {
        QRandomGenerator random(round.seed);
        const Fault fault = chooseFault(&random, kinds);
        const QByteArray which = round.name() + ": " + describe(fault).toUtf8();
        LoopWatch watch;
        m_running.clear();

        m_proxy->begin(fault, random.generate());
        for (int i = random.bounded(1, 4); i > 0; --i) {
            act(&random);
            actOutside(&random);
            QTest::qWait(random.bounded(40));
        }
        m_proxy->end();

        if (m_engine->state() != Engine::State::Connected)
            m_engine->retryNow(); // the user's button; else up to ten seconds of backoff would be waited for
        QVERIFY2(QTest::qWaitFor([&] { return allHaveEnded(); }, 30'000), which + ": a call does not end");
        QVERIFY2(QTest::qWaitFor([&] { return m_engine->state() == Engine::State::Connected; }, 30'000),
                 which + ": does not come back");
        QStringList now;
        const bool isTrue = QTest::qWaitFor([&] { return shown() == (now = truth()); }, settleMs);
        QVERIFY2(isTrue,
                 which + ": shows\n  " + shown().join(u"\n  "_s).toUtf8() + "\nbut there is\n  "
                     + now.join(u"\n  "_s).toUtf8());
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs,
                 which + ": froze for " + QByteArray::number(watch.longestMs()) + " ms");
    }
}

QTEST_GUILESS_MAIN(TestEngineFaults)
#include "tst_enginefaults.moc"
