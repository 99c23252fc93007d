// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/privateengine.h"

#include "engine/engine.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// No row is wrong any more so soon after the last command, or the connection.
constexpr int settleMs = 2000;
/// Gantry asks again at least as often, and then connects.
constexpr int reconnectMs = 10'000 + settleMs;

} // namespace

/// The list of containers against the docker command, under churn and when the engine dies.
class TestLiveList : public QObject
{
    Q_OBJECT

private:
    static EndpointDiscovery::Found at(const QString &address)
    {
        EndpointDiscovery::Found found;
        found.endpoints << *Endpoint::parse(address);
        found.explicitly = true;
        return found;
    }

    /// id, name and state of each container, one a line, as the store has them.
    static QStringList ofStore(const Engine &engine)
    {
        static const QHash<ContainerState, QString> words{
            {ContainerState::Created, u"created"_s}, {ContainerState::Running, u"running"_s},
            {ContainerState::Paused, u"paused"_s},   {ContainerState::Restarting, u"restarting"_s},
            {ContainerState::Exited, u"exited"_s},   {ContainerState::Removing, u"removing"_s},
            {ContainerState::Dead, u"dead"_s}};
        QStringList lines;
        for (const ContainerSummary &container : engine.containers()->containers())
            lines << container.id + u' ' + container.name + u' ' + words.value(container.state);
        lines.sort();
        return lines;
    }

    static QStringList ofDocker(const QString &host)
    {
        QStringList lines = Lab::run(u"docker"_s,
                                     {u"-H"_s, host, u"ps"_s, u"-a"_s, u"--no-trunc"_s, u"--format"_s,
                                      u"{{.ID}} {{.Names}} {{.State}}"_s})
                                .output.split(u'\n', Qt::SkipEmptyParts);
        lines.sort();
        return lines;
    }

    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name=live-list-"_s})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            QVERIFY(Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids).ok());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        removeAll();
    }
    void cleanup() { removeAll(); }

    void staysTrueUnderChurn()
    {
        Engine engine;
        engine.start(at(Lab::dockerHost()));
        // The churn begins before the first list and does not wait for it.
        QList<QProcess *> workers;
        for (int worker = 0; worker < 4; ++worker) {
            auto *process = new QProcess(this);
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"DOCKER_HOST"_s, Lab::dockerHost());
            environment.insert(u"IMAGE"_s, Lab::image(Lab::Image::Busybox));
            process->setProcessEnvironment(environment);
            const QString script
                = u"for i in $(seq 6); do n=live-list-%1-$i; docker run -d --name $n $IMAGE; "
                  u"case $((i %% 6)) in 0) docker rm -f $n;; 1) docker stop $n;; 2) docker pause $n;; "
                  u"3) docker rename $n $n-renamed; docker kill $n-renamed;; "
                  u"4) docker run --name $n-short $IMAGE true;; "
                  u"5) docker run --rm --name $n-gone $IMAGE true; docker restart -t 1 $n;; esac; done"_s;
            process->start(
                u"sh"_s, {u"-c"_s, QString(script).replace(u"%1"_s, QString::number(worker)).replace(u"%%"_s, u"%"_s)});
            workers << process;
        }
        QSignalSpy changes(engine.containers(), &ContainerStore::changed);
        for (QProcess *worker : workers)
            QTRY_COMPARE_WITH_TIMEOUT(worker->state(), QProcess::NotRunning, 240'000);
        const QStringList truth = ofDocker(Lab::dockerHost());
        QVERIFY(truth.size() > 20);
        QElapsedTimer settling;
        settling.start();
        QTRY_COMPARE_WITH_TIMEOUT(ofStore(engine), truth, settleMs);
        qInfo("true %lld ms after the last command, %lld batches of changes", settling.elapsed(),
              qint64(changes.count()));
        qDeleteAll(workers);

        // And the exit codes and networks too, not only what is compared above.
        for (const ContainerSummary &container : engine.containers()->containers()) {
            if (container.state == ContainerState::Exited)
                QVERIFY2(container.exitCode.has_value(), qPrintable(container.name));
            if (container.state == ContainerState::Running)
                QVERIFY2(!container.networks.isEmpty() && !container.networks[0].address.isEmpty(),
                         qPrintable(container.name));
        }
    }

    void asksNothingWhileNothingHappens()
    {
        Engine engine;
        engine.start(at(Lab::dockerHost()));
        QTRY_COMPARE(engine.state(), Engine::State::Connected);
        // A health check every second: exec_* events without an end.
        QVERIFY(Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, u"live-list-health"_s, u"--health-cmd"_s, u"true"_s,
                             u"--health-interval"_s, u"1s"_s, Lab::image(Lab::Image::Busybox)})
                    .ok());
        const auto health = [&] {
            for (const ContainerSummary &container : engine.containers()->containers()) {
                if (container.name == "live-list-health"_L1)
                    return container.health;
            }
            return Health::None;
        };
        QTRY_COMPARE_WITH_TIMEOUT(health(), Health::Healthy, 20'000);
        QSignalSpy changes(engine.containers(), &ContainerStore::changed);
        QElapsedTimer quiet;
        quiet.start();
        qsizetype lists = -1;
        // The follow-ups of the last event come first; after them it must be quiet through several checks.
        QTRY_VERIFY_WITH_TIMEOUT(std::exchange(lists, changes.count()) == changes.count() && quiet.elapsed() > 2500,
                                 5000);
        changes.clear();
        QVERIFY(!QTest::qWaitFor([&] { return changes.count() > 0; }, 4000));
    }

    void survivesTheDeathOfTheEngine()
    {
        const PrivateEngine lab;
        const Lab::CommandResult started = lab.start();
        QVERIFY2(started.ok(), qPrintable(started.error));
        const QString host = lab.host();
        QVERIFY(lab.load(Lab::image(Lab::Image::Busybox)));
        const auto docker = [&lab](const QStringList &arguments) { return lab.docker(arguments).ok(); };
        QVERIFY(docker({u"run"_s, u"-d"_s, u"--name"_s, u"one"_s, Lab::image(Lab::Image::Busybox)}));
        QVERIFY(docker({u"run"_s, u"-d"_s, u"--name"_s, u"two"_s, Lab::image(Lab::Image::Busybox)}));

        Engine engine;
        engine.start(at(host));
        QTRY_COMPARE_WITH_TIMEOUT(engine.state(), Engine::State::Connected, 10'000);
        QCOMPARE(engine.containers()->runningCount(), 2);

        QVERIFY(lab.kill());
        const bool lost = QTest::qWaitFor([&engine] { return engine.state() == Engine::State::Lost; });
        QVERIFY2(lost, docker({u"version"_s}) ? "the engine was not killed" : "the loss was not noticed");
        QCOMPARE(engine.containers()->size(), 2);
        QVERIFY(!engine.problems().isEmpty());

        QVERIFY(lab.start().ok());
        QVERIFY(docker({u"rm"_s, u"-f"_s, u"one"_s}));
        QVERIFY(docker({u"run"_s, u"-d"_s, u"--name"_s, u"three"_s, Lab::image(Lab::Image::Busybox)}));
        const QStringList truth = ofDocker(host);
        QTRY_COMPARE_WITH_TIMEOUT(engine.state(), Engine::State::Connected, reconnectMs);
        QTRY_COMPARE_WITH_TIMEOUT(ofStore(engine), truth, settleMs);
        QCOMPARE(engine.containers()->size(), 2);
        QVERIFY(engine.problems().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLiveList)
#include "tst_livelist.moc"
