// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/httprequest.h"
#include "engine/onanswer.h"
#include "faults/faultproxy.h"
#include "faults/rounds.h"
#include "futures.h"
#include "lab/labenvironment.h"

#include <QElapsedTimer>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 2000;
constexpr int shortPatienceMs = 500;
/// The engine's shortest pause before it tries again, and what a busy machine takes to try.
constexpr int pauseMs = 250;
constexpr int tryMs = 2000;

Fault afterNothing(Fault::Kind kind)
{
    return {kind, kind != Fault::Kind::Unavailable, 0};
}

} // namespace

/// A real engine behind a proxy that harms bytes: whatever it does, every call ends, the window's thread goes on, and
/// two seconds after the connection stands again the list is true.
class TestEngineFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aResetIsOne();
    void everyCallEndsAndTheListIsTrue_data();
    void everyCallEndsAndTheListIsTrue();
    void comesBackByItself_data();
    void comesBackByItself();
    void cleanup() { m_proxy->end(); }
    void cleanupTestCase();

private:
    /// One line a container: id, name, state, and the image, which no event would bring up to date.
    static QStringList lines(const QList<ContainerSummary> &containers);
    QStringList shown() const { return lines(m_engine->containers()->containers().values()); }
    QStringList truth();
    void connectOver(bool tcp);
    /// Does something with the engine under test, and something to it from outside.
    void act(QRandomGenerator *random);
    void actOutside(QRandomGenerator *random);
    /// What has an end though the engine is silent.
    void ask();
    template <typename T> void follow(const QFuture<T> &future)
    {
        m_running.append([future] { return future.isFinished(); });
        onAnswer<EngineError>(
            future, this, [](const auto &...) {}, [this](const EngineError &error) { m_errors.append(error); });
    }
    /// What it does is true from its end on.
    template <typename T> void followOutside(const QFuture<T> &future)
    {
        m_running.append([future] { return future.isFinished(); });
        OnAnswer::whenFinished(future, this, [this](const auto &) { m_since.start(); });
    }
    void noteProblems() { m_errors += m_engine->problems() + m_engine->refreshProblems(); }
    bool allHaveEnded() const;
    /// Whether the list is true two seconds after the last of: the fault's end, the connection, a change from outside.
    bool isTrueInTime();
    /// What failed without a sentence that says what, and why; empty where there is none.
    QByteArray wordless() const;
    QByteArray difference();

    QTemporaryDir m_directory;
    std::optional<FaultProxy> m_proxy;
    std::optional<EngineClient> m_outside;
    std::optional<Engine> m_engine;
    QStringList m_ids;
    QList<std::function<bool()>> m_running;
    QList<EngineError> m_errors;
    QElapsedTimer m_since;
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
}

void TestEngineFaults::connectOver(bool tcp)
{
    EndpointDiscovery::Found found;
    found.endpoints << *Endpoint::parse(tcp ? u"tcp://127.0.0.1:%1"_s.arg(m_proxy->tcpPort())
                                            : m_directory.filePath(u"proxy"_s));
    found.explicitly = true;
    m_engine.emplace();
    connect(&*m_engine, &Engine::stateChanged, this, [this](Engine::State state) {
        if (state == Engine::State::Connected)
            m_since.start();
    });
    connect(&*m_engine, &Engine::problemsChanged, this, &TestEngineFaults::noteProblems);
    connect(&*m_engine, &Engine::refreshProblemsChanged, this, &TestEngineFaults::noteProblems);
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

void TestEngineFaults::ask()
{
    EngineClient *client = m_engine->client();
    follow(client->inspectContainer(m_ids.first()));
    follow(client->images());
    follow(client->volumes());
    m_engine->refresh();
}

void TestEngineFaults::actOutside(QRandomGenerator *random)
{
    const QString id = m_ids[random->bounded(m_ids.size())];
    switch (random->bounded(4)) {
    case 0:
        return followOutside(m_outside->startContainer(id));
    case 1:
        return followOutside(m_outside->stopContainer(id, 0));
    case 2:
        return followOutside(m_outside->renameContainer(id, u"faults-renamed-%1"_s.arg(random->generate())));
    default:
        return;
    }
}

bool TestEngineFaults::allHaveEnded() const
{
    return std::all_of(m_running.begin(), m_running.end(), [](const auto &ended) { return ended(); });
}

bool TestEngineFaults::isTrueInTime()
{
    bool isTrue = false;
    const bool decided = QTest::qWaitFor(
        [&] {
            if (m_engine->state() != Engine::State::Connected) {
                m_engine->retryNow(); // the user's button; comesBackByItself() waits for the pauses instead
                return false;
            }
            const QStringList now = truth();
            isTrue = m_engine->state() == Engine::State::Connected && shown() == now;
            return isTrue || m_since.elapsed() > settleMs;
        },
        30'000);
    return decided && isTrue;
}

QByteArray TestEngineFaults::wordless() const
{
    for (const EngineError &error : m_errors) {
        const bool saysWhy = !error.message().trimmed().isEmpty() || error.kind() == EngineError::Kind::Cancelled;
        if (error.attempted().isEmpty() || !saysWhy || !error.sentence().contains(error.attempted()))
            return "what failed is not said: \"" + error.sentence().toUtf8() + '"';
    }
    return {};
}

QByteArray TestEngineFaults::difference()
{
    return ": shows\n  " + shown().join(u"\n  "_s).toUtf8() + "\nbut there is\n  " + truth().join(u"\n  "_s).toUtf8();
}

void TestEngineFaults::aResetIsOne()
{
    const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const auto close = qScopeGuard([client] { ::close(client); });
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_proxy->tcpPort());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    m_proxy->begin(afterNothing(Fault::Kind::Reset), 1);
    const auto heal = qScopeGuard([this] { m_proxy->end(); });
    ::connect(client, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    const QByteArray request = "GET /_ping HTTP/1.1\r\nHost: engine\r\n\r\n";
    QTRY_COMPARE(::send(client, request.constData(), size_t(request.size()), MSG_NOSIGNAL), request.size());
    char byte = 0;
    int error = 0;
    QTRY_VERIFY(::recv(client, &byte, 1, 0) < 0 && (error = errno) != EAGAIN);
    QCOMPARE(error, ECONNRESET);
}

void TestEngineFaults::everyCallEndsAndTheListIsTrue_data()
{
    QTest::addColumn<bool>("tcp");
    QTest::newRow("Unix socket") << false;
    QTest::newRow("TCP") << true;
}

void TestEngineFaults::everyCallEndsAndTheListIsTrue()
{
    QFETCH(const bool, tcp);
    using Kind = Fault::Kind;
    QList<Kind> kinds{Kind::Refuse, Kind::Cut,           Kind::Stall,       Kind::Trickle,
                      Kind::Flip,   Kind::EndlessHeader, Kind::WrongLength, Kind::Unavailable};
    if (tcp)
        kinds << Kind::Reset;
    connectOver(tcp);
    QVERIFY(m_engine->client());
    for (const FaultRound &round : faultRounds()) {
        if (round.isOverTcp() != tcp)
            continue;
        QRandomGenerator random(round.seed);
        Fault fault = chooseFault(&random, kinds);
        if (round.isHeld())
            fault = {Kind::Stall, true, random.bounded(500)};
        const QByteArray which = round.name() + ": " + describe(fault).toUtf8();
        LoopWatch watch;
        m_running.clear();
        m_errors.clear();

        m_proxy->begin(fault, random.generate());
        if (round.isHeld()) {
            m_engine->setPatienceMs(shortPatienceMs);
            ask();
            actOutside(&random);
            const bool ended = QTest::qWaitFor([&] { return allHaveEnded(); }, shortPatienceMs + settleMs);
            QVERIFY2(ended, which + ": a call does not end while nothing is answered");
            // What a future ends with is told in a later turn.
            QVERIFY2(QTest::qWaitFor([&] { return !m_errors.isEmpty(); }), which + ": nothing is said of that");
            m_engine->setPatienceMs(HttpRequest::UsualPatienceMs);
        } else {
            for (int i = random.bounded(1, 4); i > 0; --i) {
                act(&random);
                actOutside(&random);
                QTest::qWait(random.bounded(40));
            }
        }
        m_proxy->end();
        m_since.start();

        QVERIFY2(isTrueInTime(), which + difference());
        QVERIFY2(QTest::qWaitFor([&] { return allHaveEnded(); }, 30'000), which + ": a call does not end");
        m_since.start();
        QVERIFY2(isTrueInTime(), which + ", when all had ended" + difference());
        QVERIFY2(wordless().isEmpty(), which + ": " + wordless());
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs,
                 which + ": froze for " + QByteArray::number(watch.longestMs()) + " ms");
    }
}

void TestEngineFaults::comesBackByItself_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    for (const Fault::Kind kind : {Fault::Kind::Refuse, Fault::Kind::Cut, Fault::Kind::Reset, Fault::Kind::Stall,
                                   Fault::Kind::EndlessHeader, Fault::Kind::Unavailable})
        QTest::newRow(qPrintable(describe(afterNothing(kind)))) << kind;
}

void TestEngineFaults::comesBackByItself()
{
    QFETCH(const Fault::Kind, kind);
    connectOver(true);
    QVERIFY(m_engine->client());
    m_engine->setPatienceMs(shortPatienceMs);
    // The stream of events breaks at its next byte, and whoever tries again meets the fault.
    QElapsedTimer lost;
    m_proxy->begin(afterNothing(Fault::Kind::Cut), 1);
    for (const QString &name : {u"faults-a"_s, u"faults-b"_s})
        QCOMPARE(failureOf(m_outside->renameContainer(m_ids.first(), name)), QString());
    QTRY_COMPARE(m_engine->state(), Engine::State::Lost);
    lost.start();
    m_errors.clear();
    m_proxy->begin(afterNothing(kind), 1);
    QTRY_VERIFY(!m_errors.isEmpty()); // another failure than that of the loss
    QCOMPARE(failureOf(m_outside->renameContainer(m_ids.first(), u"faults-renamed"_s)), QString());
    QCOMPARE(m_engine->state(), Engine::State::Lost);
    QVERIFY2(wordless().isEmpty(), wordless());

    // Nobody clicks. The pauses double: the next one is no longer than all of them so far, and the shortest.
    m_proxy->end();
    const int lasted = int(lost.elapsed());
    const int patience = kind == Fault::Kind::Stall ? shortPatienceMs : 0;
    QTRY_COMPARE_WITH_TIMEOUT(m_engine->state(), Engine::State::Connected, lasted + pauseMs + patience + tryMs);
    QStringList now;
    QVERIFY2(QTest::qWaitFor([&] { return shown() == (now = truth()); }, settleMs), "the list" + difference());
    QVERIFY(now.join(u' ').contains(u"faults-renamed"_s));
    QVERIFY(m_engine->problems().isEmpty());
}

QTEST_GUILESS_MAIN(TestEngineFaults)
#include "tst_enginefaults.moc"
