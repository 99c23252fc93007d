// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/labengine.h"
#include "live/realregistry.h"
#include "operations/operationlog.h"
#include "run/containerrun.h"
#include "run/runline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const QString prefix = u"liverun-"_s;

} // namespace

/// `docker run` by Gantry on a real engine, beside the real `docker run`.
class TestLiveRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        removeAll();
        m_engine.connect();
    }
    void cleanup() { removeAll(); }
    void cleanupTestCase() { m_engine.reset(); }

    void aShortCommand()
    {
        RunRequest request = busybox(u"hello"_s);
        request.command = {u"echo"_s, u"Bonjour à tous"_s};
        const QString id = run(request);
        QVERIFY2(!id.isEmpty(), qPrintable(m_failure.text()));
        QCOMPARE(Lab::docker({u"wait"_s, id}).output, u"0"_s);
        QCOMPARE(Lab::docker({u"logs"_s, id}).output, u"Bonjour à tous"_s);
        QCOMPARE(m_operation->title(), u"Run liverun-hello"_s);
        QVERIFY(m_operation->commandLine().endsWith(u"run --name liverun-hello "_s + request.image
                                                    + u" echo 'Bonjour à tous'"_s));
    }

    void aNameThatIsTaken()
    {
        QVERIFY(!run(busybox(u"twice"_s)).isEmpty());
        QVERIFY(run(busybox(u"twice"_s)).isEmpty());
        QVERIFY2(m_failure.words.contains(u"already in use"_s), qPrintable(m_failure.text()));
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.Running}}"_s, prefix + u"twice"_s}).output, u"true"_s);
    }

    void aPortThatIsTaken()
    {
        RunRequest first = busybox(u"port1"_s);
        first.ports = *RunPort::parse(u"18473:80"_s);
        QVERIFY(!run(first).isEmpty());
        RunRequest second = first;
        second.name = prefix + u"port2"_s;
        QVERIFY(run(second).isEmpty());
        QVERIFY2(m_failure.words.contains(u"18473"_s), qPrintable(m_failure.text()));
        QVERIFY2(m_failure.advice.contains(u"removed again"_s), qPrintable(m_failure.text()));
        QVERIFY(!Lab::docker({u"inspect"_s, second.name}).ok());
        // The name is free for the next try.
        second.ports = *RunPort::parse(u"18474:80"_s);
        QVERIFY2(!run(second).isEmpty(), qPrintable(m_failure.text()));
    }

    void aCommandThatIsNotThere()
    {
        RunRequest request = busybox(u"nothere"_s);
        request.command = {u"nosuchprogram"_s};
        QVERIFY(run(request).isEmpty());
        QVERIFY2(m_failure.words.contains(u"nosuchprogram"_s), qPrintable(m_failure.text()));
        QVERIFY(!Lab::docker({u"inspect"_s, request.name}).ok());
        QVERIFY(m_operation->canRetry());
    }

    void noImageCanHaveThisName()
    {
        RunRequest request = busybox(u"odd"_s);
        request.image = u"--privileged"_s;
        QVERIFY(run(request).isEmpty());
        QVERIFY2(m_failure.fact.contains(u"--privileged"_s), qPrintable(m_failure.text()));
    }

    void anImageThatIsNotThereIsPulled()
    {
        RealRegistry registry(false);
        QVERIFY2(registry.isUp(), registry.words());
        QVERIFY2(registry.offer(Lab::image(Lab::Image::Busybox), u"pulled:1"_s), registry.words());
        RunRequest request = busybox(u"pulled"_s);
        request.image = registry.reference(u"pulled:1"_s);
        const QString id = run(request);
        QVERIFY2(!id.isEmpty(), qPrintable(m_failure.text()));
        QVERIFY(m_pulled);
        removeAll();
        Lab::docker({u"rmi"_s, request.image});
    }

    void cancelLeavesNothing()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        RunRequest request = busybox(u"cancelled"_s);
        request.image = u"127.0.0.1:%1/x:1"_s.arg(silent.serverPort());
        auto *work = new ContainerRun(&*m_engine, &m_log, request);
        QSignalSpy cancelled(work, &ContainerRun::cancelled);
        QTRY_VERIFY(silent.hasPendingConnections());
        work->operation()->cancel();
        QTRY_COMPARE(cancelled.size(), 1);
        QCOMPARE(work->operation()->state(), Operation::State::Cancelled);
        QVERIFY(!Lab::docker({u"inspect"_s, request.name}).ok());
    }

    /// Gantry's container is the one that docker makes of the line that Gantry shows.
    void theSameAsDockersOwn_data()
    {
        QTest::addColumn<QString>("options");
        QTest::newRow("plain") << QString();
        QTest::newRow("ports") << u"-p 18475:80 -p 127.0.0.1::53/udp -p 18480-18485:81"_s;
        QTest::newRow("mounts") << u"-v liverun-data:/data:ro -v /tmp:/host -v /anonymous --tmpfs /run:size=1m "
                                   "--mount type=bind,source=/usr,target=/u,readonly"_s;
        QTest::newRow("process")
            << u"-it -u 0:0 -w /bin --hostname h --init --entrypoint sleep -e A=1 -e 'B=x y' --label "
               "a=b --cap-add NET_ADMIN --cap-drop MKNOD"_s;
        QTest::newRow("limits, health, network")
            << u"--memory 64m --cpus 0.5 --shm-size 32m --restart on-failure:3 --network none --health-cmd true "
               "--health-interval 5s --health-timeout 2s --health-retries 2 --health-start-period 1m"_s;
    }

    void theSameAsDockersOwn()
    {
        QFETCH(const QString, options);
        const QString image = Lab::image(Lab::Image::Busybox);
        RunLine line = RunLine::parse(u"docker run -d %1 %2 60"_s.arg(options, image));
        QVERIFY2(line.problem.isEmpty() && line.notices.isEmpty(), qPrintable(line.problem + line.notices.join(u'\n')));
        line.request.command
            = line.request.entrypoint.isEmpty() ? QStringList{u"sleep"_s, u"60"_s} : line.request.command;
        line.request.name = prefix + u"same"_s;
        QVERIFY2(!run(line.request).isEmpty(), qPrintable(m_failure.text()));
        const QJsonObject ours = inspected();
        removeAll();
        const Lab::CommandResult docker = Lab::docker(line.request.toCommand({}, true));
        QVERIFY2(docker.ok(), qPrintable(docker.error));
        const QJsonObject theirs = inspected();
        const QStringList found = differences(ours, theirs);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

private:
    static RunRequest busybox(const QString &name)
    {
        RunRequest request;
        request.image = Lab::image(Lab::Image::Busybox);
        request.name = prefix + name;
        return request;
    }

    /// The id of the container that was started; empty after a failure.
    QString run(const RunRequest &request)
    {
        m_failure = {};
        m_pulled = false;
        QString id;
        auto *work = new ContainerRun(&*m_engine, &m_log, request);
        m_operation = work->operation();
        connect(work, &ContainerRun::started, this, [&id](const QString &started) { id = started; });
        connect(work, &ContainerRun::failed, this, [this](const Failure &failure) { m_failure = failure; });
        connect(work, &ContainerRun::pulling, this, [this] { m_pulled = true; });
        [&] { QTRY_VERIFY(!m_operation->isRunning()); }();
        return id;
    }

    static QJsonObject inspected()
    {
        const QByteArray json = Lab::docker({u"inspect"_s, prefix + u"same"_s}).output.toUtf8();
        return QJsonDocument::fromJson(json).array().first().toObject();
    }

    /// Of what a container is made of; what differs by itself, and the client's own size of the terminal, left out.
    static QStringList differences(const QJsonObject &ours, const QJsonObject &theirs)
    {
        QStringList found;
        for (const QString &part : {u"Config"_s, u"HostConfig"_s}) {
            QJsonObject a = ours[part].toObject();
            QJsonObject b = theirs[part].toObject();
            for (const QString &key : {u"ConsoleSize"_s, u"ContainerIDFile"_s}) {
                a.remove(key);
                b.remove(key);
            }
            // The client has binds and variables in the order of a hash map, and capabilities with or without a prefix,
            // by its version.
            for (QJsonObject *each : {&a, &b}) {
                for (const QString &key : {u"Binds"_s, u"CapAdd"_s, u"CapDrop"_s, u"Env"_s}) {
                    QStringList list = each->value(key).toVariant().toStringList();
                    list.replaceInStrings(u"CAP_"_s, QString());
                    list.sort();
                    each->insert(key, QJsonArray::fromStringList(list));
                }
            }
            const auto isNothing = [](const QJsonValue &value) {
                return value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty())
                    || (value.isObject() && value.toObject().isEmpty());
            };
            QStringList keys = a.keys() + b.keys();
            keys.removeDuplicates();
            for (const QString &key : std::as_const(keys)) {
                const bool isMadeUp = key == "Hostname"_L1 && a[key].toString().size() == 12;
                if (a[key] != b[key] && !(isNothing(a[key]) && isNothing(b[key])) && !isMadeUp) {
                    found << u"%1.%2: %3 / %4"_s.arg(part, key,
                                                     QString::fromUtf8(QJsonDocument(QJsonArray{a[key]}).toJson()),
                                                     QString::fromUtf8(QJsonDocument(QJsonArray{b[key]}).toJson()));
                }
            }
        }
        return found;
    }

    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name="_s + prefix})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids);
        Lab::docker({u"volume"_s, u"rm"_s, u"liverun-data"_s});
    }

    LabEngine m_engine;
    OperationLog m_log;
    QPointer<Operation> m_operation;
    Failure m_failure;
    bool m_pulled = false;
};

QTEST_GUILESS_MAIN(TestLiveRun)
#include "tst_liverun.moc"
