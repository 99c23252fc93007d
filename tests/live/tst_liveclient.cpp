// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "futures.h"
#include "lab/labenvironment.h"

#include "engine/engineclient.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Every call of EngineClient on a real engine.
class TestLiveClient : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EngineClient> m_client;
    static constexpr auto prefix = "live-client-"_L1;

    QString make(const QString &name, const QStringList &options = {}, const QStringList &command = {})
    {
        const Lab::CommandResult result
            = Lab::docker(QStringList{u"run"_s, u"-d"_s, u"--name"_s, prefix + name} + options
                          + QStringList{Lab::image(Lab::Image::Busybox)} + command);
        return result.ok() ? result.output : QString();
    }

    static QString state(const QString &id)
    {
        return Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.Status}}"_s, id}).output;
    }

    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name="_s + prefix})
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

    void init()
    {
        m_client = std::make_unique<EngineClient>(*Endpoint::parse(Lab::dockerHost()));
        QCOMPARE(failureOf(m_client->negotiate()), QString());
    }

    void cleanup()
    {
        m_client.reset();
        removeAll();
    }

    void negotiated()
    {
        const EngineInfo &info = m_client->info();
        QCOMPARE(info.product, Lab::isPodman() ? u"Podman"_s : u"Docker"_s);
        QCOMPARE(info.version, Lab::docker({u"version"_s, u"-f"_s, u"{{.Server.Version}}"_s}).output);
        QVERIFY(info.api >= (ApiVersion{1, 41}));
        QVERIFY(info.cpus > 0);
        QVERIFY(info.memory > 0);
        QVERIFY(!info.storageDriver.isEmpty());
        QVERIFY(!info.rootDirectory.isEmpty());
        const QFuture<ApiVersion> ping = m_client->ping();
        QVERIFY(hasEnded(ping));
        QCOMPARE(ping.result(), info.maximumApi);
    }

    void lifeOfAContainer()
    {
        ContainerConfig config;
        config.image = Lab::image(Lab::Image::Busybox);
        config.environment = QStringList{u"COLOUR=blue"_s};
        config.labels.insert(u"gantry.test"_s, u"yes"_s);
        config.ports << ContainerPort{u"127.0.0.1"_s, 80, 0, u"tcp"_s};
        const QString name = prefix + u"life"_s;
        QFuture<QString> created = m_client->createContainer(name, config);
        QVERIFY(hasEnded(created));
        const QString id = created.result();
        QCOMPARE(id.size(), 64);

        QFuture<QList<ContainerSummary>> list = m_client->containers({id});
        QVERIFY(hasEnded(list));
        QCOMPARE(list.result().size(), 1);
        QCOMPARE(list.result()[0].state, ContainerState::Created);
        QCOMPARE(list.result()[0].name, name);

        QCOMPARE(failureOf(m_client->startContainer(id)), QString());
        QCOMPARE(failureOf(m_client->startContainer(id)), QString());
        QCOMPARE(state(id), u"running"_s);

        QFuture<ContainerDetails> inspected = m_client->inspectContainer(id);
        QVERIFY(hasEnded(inspected));
        const ContainerDetails details = inspected.result();
        QCOMPARE(details.state, ContainerState::Running);
        QCOMPARE(details.environmentValue(u"COLOUR"_s), u"blue"_s);
        QCOMPARE(details.labels.value(u"gantry.test"_s), u"yes"_s);
        QVERIFY(details.pid > 0);
        QVERIFY(qAbs(details.started.secsTo(QDateTime::currentDateTimeUtc())) < 60);
        QVERIFY(!details.finished.isValid());
        QCOMPARE(details.ports.size(), 1);
        QVERIFY(details.ports[0].publicPort > 0);
        QCOMPARE(details.networks.size(), 1);
        QVERIFY(!details.networks[0].address.isEmpty());

        QFuture<ContainerProcesses> processes = m_client->containerProcesses(id);
        QVERIFY(hasEnded(processes));
        QVERIFY(processes.result().titles.value(0).contains(u"PID"_s) || processes.result().titles.contains(u"PID"_s));
        QVERIFY(!processes.result().processes.isEmpty());

        QCOMPARE(failureOf(m_client->pauseContainer(id)), QString());
        QCOMPARE(state(id), u"paused"_s);
        QCOMPARE(failureOf(m_client->unpauseContainer(id)), QString());
        QCOMPARE(state(id), u"running"_s);
        QCOMPARE(failureOf(m_client->renameContainer(id, name + u"-2"_s)), QString());
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.Name}}"_s, id}).output, u'/' + name + u"-2"_s);
        QCOMPARE(failureOf(m_client->restartContainer(id, 1)), QString());
        QCOMPARE(state(id), u"running"_s);
        QCOMPARE(failureOf(m_client->killContainer(id)), QString());
        QTRY_COMPARE(state(id), u"exited"_s);
        QCOMPARE(failureOf(m_client->startContainer(id)), QString());
        QCOMPARE(failureOf(m_client->stopContainer(id, 5)), QString());
        QCOMPARE(failureOf(m_client->stopContainer(id)), QString());
        QCOMPARE(state(id), u"exited"_s);
        QCOMPARE(failureOf(m_client->removeContainer(id, false, true)), QString());
        list = m_client->containers({id});
        QVERIFY(hasEnded(list));
        QVERIFY(list.result().isEmpty());
    }

    void stoppedContainerMayEndByItself()
    {
        const QString id
            = make(u"gentle"_s, {}, {u"sh"_s, u"-c"_s, u"trap 'sleep 1; exit 7' TERM; while :; do sleep 0.1; done"_s});
        QVERIFY(!id.isEmpty());
        QCOMPARE(failureOf(m_client->stopContainer(id)), QString());
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.ExitCode}}"_s, id}).output, u"7"_s);
    }

    void refusalsInTheEnginesWords()
    {
        const QString id = make(u"refuse"_s);
        QVERIFY(!id.isEmpty());
        auto error = errorOf(m_client->startContainer(u"no such"_s));
        QVERIFY(error && error->isNotFound());
        QVERIFY2(error->message().contains(u"no such container"_s, Qt::CaseInsensitive), qPrintable(error->message()));
        error = errorOf(m_client->unpauseContainer(id));
        QVERIFY(error);
        QVERIFY2(error->message().contains(u"not paused"_s), qPrintable(error->message()));
        ContainerConfig config;
        config.image = Lab::image(Lab::Image::Busybox);
        error = errorOf(m_client->createContainer(prefix + u"refuse"_s, config));
        QVERIFY(error);
        QCOMPARE(error->status(), Lab::isPodman() ? 500 : 409);
        error = errorOf(m_client->removeContainer(id, false, false));
        QVERIFY(error);
        QCOMPARE(error->status(), Lab::isPodman() ? 500 : 409);
        error = errorOf(m_client->inspectImage(u"no/such:image"_s));
        QVERIFY(error && error->isNotFound());
        for (const QString &odd : {u"../../info"_s, u"a b"_s, u"a?b=c"_s, u"ü#"_s, u"%2f"_s}) {
            error = errorOf(m_client->inspectContainer(odd));
            QVERIFY2(error && error->kind() == EngineError::Kind::Refused, qPrintable(odd));
        }
    }

    void logs_data()
    {
        QTest::addColumn<bool>("tty");
        QTest::newRow("frames") << false;
        QTest::newRow("terminal") << true;
    }

    void logs()
    {
        QFETCH(const bool, tty);
        const QString id = make(u"logs"_s, tty ? QStringList{u"-t"_s} : QStringList(),
                                {u"sh"_s, u"-c"_s, u"echo one; echo two >&2; echo three"_s});
        QVERIFY(!id.isEmpty());
        EngineClient::LogOptions options;
        options.tty = tty;
        const std::unique_ptr<LogStream> stream(m_client->logs(id, options, nullptr));
        QByteArray output;
        QByteArray errors;
        connect(stream.get(), &LogStream::data, this, [&](LogStream::Channel channel, const QByteArray &bytes) {
            (channel == LogStream::Channel::Error ? errors : output) += bytes;
        });
        QSignalSpy finished(stream.get(), &EngineStream::finished);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 10000);
        if (tty) {
            QCOMPARE(output, "one\r\ntwo\r\nthree\r\n");
        } else {
            QCOMPARE(output, "one\nthree\n");
            QCOMPARE(errors, "two\n");
        }
    }

    void followedLogArrivesWhileTheContainerRuns()
    {
        const QString id = make(u"follow"_s, {}, {u"sh"_s, u"-c"_s, u"while read l; do echo got $l; done"_s});
        QVERIFY(!id.isEmpty());
        const QString talker = make(u"talker"_s, {u"-i"_s}, {u"cat"_s});
        EngineClient::LogOptions options;
        options.timestamps = true;
        const std::unique_ptr<LogStream> stream(m_client->logs(talker, options, nullptr));
        QSignalSpy opened(stream.get(), &EngineStream::opened);
        QSignalSpy data(stream.get(), &LogStream::data);
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(Lab::docker({u"exec"_s, talker, u"sh"_s, u"-c"_s, u"echo hello > /proc/1/fd/1"_s}).ok());
        QTRY_COMPARE(data.count(), 1);
        const QByteArray line = data[0][1].toByteArray();
        QVERIFY2(line.endsWith("Z hello\n"), line.constData());
    }

    void aHundredMegabytesOfLog()
    {
        const QString id = make(u"much"_s, {},
                                {u"sh"_s, u"-c"_s, u"yes $(head -c 999 /dev/zero | tr '\\0' x) | head -c 100000000"_s});
        QVERIFY(!id.isEmpty());
        QVERIFY(Lab::docker({u"wait"_s, id}).ok());
        EngineClient::LogOptions options;
        options.follow = false;
        const std::unique_ptr<LogStream> stream(m_client->logs(id, options, nullptr));
        qint64 received = 0;
        connect(stream.get(), &LogStream::data, this,
                [&](LogStream::Channel, const QByteArray &bytes) { received += bytes.size(); });
        QSignalSpy finished(stream.get(), &EngineStream::finished);
        QElapsedTimer timer;
        timer.start();
        // An event loop: QTRY_* sleeps between two looks, and the engine waits for every few kilobytes to be read.
        QVERIFY(finished.wait(120000));
        qInfo("100 MB of log in %lld ms", timer.elapsed());
        QCOMPARE(received, 100'000'000);
    }

    void execRunsToItsExitCode()
    {
        const QString id = make(u"exec"_s);
        ExecConfig config;
        config.command = QStringList{u"sh"_s, u"-c"_s, u"echo out; echo err >&2; echo $X; pwd; exit 3"_s};
        config.environment = QStringList{u"X=a b"_s};
        config.workingDirectory = u"/bin"_s;
        QFuture<ExecResult> result = m_client->runExec(id, config);
        QVERIFY(hasEnded(result));
        QCOMPARE(result.result().exitCode, 3);
        QCOMPARE(result.result().output, "out\na b\n/bin\n");
        QCOMPARE(result.result().errorOutput, "err\n");

        config.command = QStringList{u"no-such-program"_s};
        const QFuture<ExecResult> missing = m_client->runExec(id, config);
        QVERIFY(hasEnded(missing));
        // Some engines refuse, others run it and answer 126 or 127.
        if (!errorOf(missing))
            QVERIFY(missing.result().exitCode >= 126);

        config.command = QStringList{u"sh"_s, u"-c"_s, u"yes | head -c 20000000"_s};
        const auto error = errorOf(m_client->runExec(id, config));
        QVERIFY(error);
        QVERIFY2(error->sentence().contains(u"16 MiB"_s), qPrintable(error->sentence()));
    }

    void execEchoesAHundredMegabytes()
    {
        const QString id = make(u"echo"_s);
        ExecConfig config;
        config.command = QStringList{u"cat"_s};
        QFuture<QString> created = m_client->createExec(id, config);
        QVERIFY(hasEnded(created));
        const std::unique_ptr<ExecStream> exec(m_client->startExec(created.result(), false, nullptr));
        constexpr qint64 total = 100 * 1024 * 1024;
        QByteArray piece(64 * 1024, Qt::Uninitialized);
        for (qsizetype i = 0; i < piece.size(); ++i)
            piece[i] = char(i * 7 + i / 251);
        qint64 sent = 0;
        qint64 received = 0;
        bool same = true;
        const auto write = [&] {
            while (sent < total && exec->bytesToWrite() < 1024 * 1024) {
                exec->write(piece);
                sent += piece.size();
                if (sent == total)
                    exec->closeInput();
            }
        };
        connect(exec.get(), &ExecStream::bytesWritten, this, write);
        connect(exec.get(), &ExecStream::output, this, [&](const QByteArray &bytes) {
            qsizetype at = 0;
            while (at < bytes.size()) {
                const qsizetype offset = qsizetype(received % piece.size());
                const qsizetype length = std::min(bytes.size() - at, piece.size() - offset);
                same = same && memcmp(bytes.constData() + at, piece.constData() + offset, size_t(length)) == 0;
                at += length;
                received += length;
            }
        });
        QSignalSpy finished(exec.get(), &EngineStream::finished);
        QElapsedTimer timer;
        timer.start();
        write();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
        qInfo("100 MiB through cat and back in %lld ms", timer.elapsed());
        QCOMPARE(received, total);
        QVERIFY(same);
    }

    void pausedExecHoldsTheProcessBack()
    {
        const QString id = make(u"hold"_s);
        ExecConfig config;
        config.command = QStringList{u"sh"_s, u"-c"_s, u"yes | head -c 50000000; echo done > /done"_s};
        QFuture<QString> created = m_client->createExec(id, config);
        QVERIFY(hasEnded(created));
        const std::unique_ptr<ExecStream> exec(m_client->startExec(created.result(), false, nullptr));
        qint64 received = 0;
        connect(exec.get(), &ExecStream::output, this, [&](const QByteArray &bytes) {
            if (received == 0)
                exec->setPaused(true);
            received += bytes.size();
        });
        QTRY_VERIFY(received > 0);
        QFuture<ExecDetails> details = m_client->inspectExec(created.result());
        QVERIFY(hasEnded(details));
        QVERIFY(details.result().running);
        QVERIFY(received < 2'000'000);
        QVERIFY(!Lab::docker({u"exec"_s, id, u"test"_s, u"-e"_s, u"/done"_s}).ok());
        QSignalSpy finished(exec.get(), &EngineStream::finished);
        exec->setPaused(false);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30000);
        QCOMPARE(received, 50'000'000);
    }

    void terminalExec()
    {
        const QString id = make(u"tty"_s);
        ExecConfig config;
        config.command = QStringList{u"sh"_s};
        config.tty = true;
        QFuture<QString> created = m_client->createExec(id, config);
        QVERIFY(hasEnded(created));
        const std::unique_ptr<ExecStream> exec(m_client->startExec(created.result(), true, nullptr));
        QByteArray output;
        connect(exec.get(), &ExecStream::output, this, [&](const QByteArray &bytes) { output += bytes; });
        QSignalSpy opened(exec.get(), &EngineStream::opened);
        QSignalSpy finished(exec.get(), &EngineStream::finished);
        QTRY_COMPARE(opened.count(), 1);
        QTRY_VERIFY(output.contains('#'));
        QCOMPARE(failureOf(m_client->resizeExec(created.result(), 91, 37)), QString());
        exec->write("stty size\n");
        QTRY_VERIFY2(output.contains("37 91"), output.constData());
        exec->write("exit 5\n");
        QTRY_COMPARE(finished.count(), 1);
        QFuture<ExecDetails> details = m_client->inspectExec(created.result());
        QVERIFY(hasEnded(details));
        QCOMPARE(details.result().exitCode, 5);
    }

    void cancelledStopLeavesNothingWaiting()
    {
        const QString id = make(u"stubborn"_s, {}, {u"sh"_s, u"-c"_s, u"trap '' TERM; while :; do sleep 1; done"_s});
        QVERIFY(!id.isEmpty());
        QFuture<void> stop = m_client->stopContainer(id, 30);
        QFuture<QList<Network>> other = m_client->networks();
        QVERIFY(hasEnded(other));
        QVERIFY(!stop.isFinished());
        stop.cancel();
        QVERIFY(hasEnded(stop, 2000));
    }

    void images()
    {
        const QString tag = (Lab::isPodman() ? u"localhost/"_s : QString()) + u"gantry-lab/live-client:tag"_s;
        QVERIFY(Lab::docker({u"tag"_s, Lab::image(Lab::Image::Busybox), tag}).ok());
        QFuture<QList<ImageSummary>> list = m_client->images();
        QVERIFY(hasEnded(list));
        const QList<ImageSummary> images = list.result();
        QVERIFY(std::any_of(images.begin(), images.end(), [&](const ImageSummary &image) {
            return image.tags.contains(tag) && image.size > 0 && image.created.isValid();
        }));
        QFuture<ImageDetails> details = m_client->inspectImage(tag);
        QVERIFY(hasEnded(details));
        QVERIFY(details.result().tags.contains(tag));
        QVERIFY(!details.result().command.isEmpty());
        QCOMPARE(failureOf(m_client->removeImage(tag, false)), QString());
        QVERIFY(errorOf(m_client->inspectImage(tag)));
    }

    void volumesAndNetworks()
    {
        const QString name = prefix + u"data"_s;
        QVERIFY(Lab::docker({u"volume"_s, u"create"_s, u"--label"_s, u"a=b"_s, name}).ok());
        QVERIFY(Lab::docker({u"network"_s, u"create"_s, name}).ok());
        QFuture<QList<Volume>> volumes = m_client->volumes();
        QVERIFY(hasEnded(volumes));
        const QList<Volume> listed = volumes.result();
        QVERIFY(std::any_of(listed.begin(), listed.end(), [&](const Volume &volume) { return volume.name == name; }));
        QFuture<Volume> volume = m_client->inspectVolume(name);
        QVERIFY(hasEnded(volume));
        QCOMPARE(volume.result().labels.value(u"a"_s), u"b"_s);
        QVERIFY(volume.result().created.isValid());

        QFuture<QList<Network>> networks = m_client->networks();
        QVERIFY(hasEnded(networks));
        QString id;
        for (const Network &network : networks.result()) {
            if (network.name == name)
                id = network.id;
        }
        const QString container = make(u"net"_s, {u"--network"_s, name, u"-v"_s, name + u":/data"_s});
        QFuture<Network> network = m_client->inspectNetwork(id);
        QVERIFY(hasEnded(network));
        QCOMPARE(network.result().containers.value(container).name, prefix + u"net"_s);
        QVERIFY(!network.result().subnets.isEmpty());
        QVERIFY(!network.result().subnets[0].gateway.isEmpty());

        auto error = errorOf(m_client->removeVolume(name, false));
        QVERIFY(error);
        QCOMPARE(error->status(), 409);
        QVERIFY(errorOf(m_client->removeNetwork(id)));
        QCOMPARE(failureOf(m_client->removeContainer(container, true, false)), QString());
        QCOMPARE(failureOf(m_client->removeVolume(name, false)), QString());
        QCOMPARE(failureOf(m_client->removeNetwork(id)), QString());
    }

    void eventsArrive()
    {
        const std::unique_ptr<EventStream> stream(m_client->events(nullptr));
        QSignalSpy opened(stream.get(), &EngineStream::opened);
        QStringList actions;
        connect(stream.get(), &EventStream::arrived, this, [&](const EngineEvent &event) {
            if (event.type == "container"_L1)
                actions << event.action;
        });
        QTRY_COMPARE(opened.count(), 1);
        const QString id = make(u"events"_s);
        QTRY_VERIFY(actions.contains(u"start"_s));
        QVERIFY(actions.contains(u"create"_s));
        QVERIFY(Lab::docker({u"rm"_s, u"-f"_s, id}).ok());
        QTRY_VERIFY(actions.contains(u"destroy"_s));
    }

    void endsOfALifeAreRemembered()
    {
        const QString id = make(u"ends"_s, {}, {u"true"_s});
        QVERIFY(Lab::docker({u"wait"_s, id}).ok());
        QVERIFY(Lab::docker({u"start"_s, id}).ok());
        QVERIFY(Lab::docker({u"wait"_s, id}).ok());
        const QFuture<ContainerDetails> inspected = m_client->inspectContainer(id);
        QVERIFY(hasEnded(inspected));
        const QDateTime started = inspected.result().started;
        const std::unique_ptr<EventStream> stream(m_client->containerEnds(id, started.addSecs(-60), started, nullptr));
        QList<qint64> ends; // ms before the last start
        connect(stream.get(), &EventStream::arrived, this, [&](const EngineEvent &event) {
            QCOMPARE(event.action, u"die"_s);
            QCOMPARE(event.id, id);
            if (const qint64 before = started.toMSecsSinceEpoch() - event.timeNano / 1'000'000; before >= 0)
                ends << before;
        });
        QSignalSpy finished(stream.get(), &EngineStream::finished);
        QVERIFY(finished.wait(Tests::patience));
        QCOMPARE(ends.size(), 1);
        QVERIFY2(ends.first() < 60'000, qPrintable(QString::number(ends.first())));
    }
};

QTEST_GUILESS_MAIN(TestLiveClient)
#include "tst_liveclient.moc"
