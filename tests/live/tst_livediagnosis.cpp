// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/stopreader.h"
#include "engine/onanswer.h"
#include "live/labengine.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
const QString prefix = u"live-diagnosis-"_s;

QString busybox()
{
    return Lab::image(Lab::Image::Busybox);
}

QString python()
{
    return Lab::image(Lab::Image::Api);
}

} // namespace

/// "Why did it stop?" of real containers that really stopped.
class TestLiveDiagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        removeAll();
        m_engine.connect();
    }
    void init() { m_folder.emplace(); }
    void cleanup()
    {
        removeAll();
        m_folder.reset();
    }
    void cleanupTestCase() { m_engine.reset(); }

    void causes_data()
    {
        QTest::addColumn<QStringList>("arguments"); ///< of docker run, after the name
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("title");
        QTest::newRow("command finished")
            << QStringList{busybox(), u"echo"_s, u"Bonjour"_s} << u"finished"_s << u"Its command finished"_s;
        QTest::newRow("missing command") << QStringList{busybox(), u"nosuchprogram"_s} << u"command-not-found"_s
                                         << u"The image has no program “nosuchprogram”"_s;
        QTest::newRow("missing in a shell") << QStringList{busybox(), u"sh"_s, u"-c"_s, u"nosuchprogram"_s}
                                            << u"program-missing-shell"_s << u"There is no program “nosuchprogram”"_s;
        QTest::newRow("exec format") << QStringList{u"--entrypoint"_s, u"/run.sh"_s, u"-v"_s, u"RUN:/run.sh"_s,
                                                    busybox()}
                                     << u"exec-format"_s << u"The program is not made for this machine"_s;
        // Not at once: who dies before the engine watches its memory is not known to have run out of it.
        const QString hungry = u"import time; time.sleep(1); x = bytearray(200 * 1024 * 1024)"_s;
        QTest::newRow("out of memory") << QStringList{u"-m"_s, u"20m"_s, python(), u"python3"_s, u"-c"_s, hungry}
                                       << u"out-of-memory"_s << u"It ran out of memory"_s;
        QTest::newRow("variable") << QStringList{python(), u"python3"_s, u"-c"_s,
                                                 u"import os; os.environ['DATABASE_URL']"_s}
                                  << u"variable-missing-python"_s << u"The variable DATABASE_URL is not set"_s;
        QTest::newRow("full disk") << QStringList{u"--tmpfs"_s,      u"/data:size=1m"_s, busybox(),   u"dd"_s,
                                                  u"if=/dev/zero"_s, u"of=/data/x"_s,    u"bs=64k"_s, u"count=64"_s}
                                   << u"disk-full"_s << u"A disk is full"_s;
        QTest::newRow("uvicorn") << QStringList{u"-v"_s,      u"APP:/app"_s, u"-w"_s,      u"/app"_s,   python(),
                                                u"python3"_s, u"-m"_s,       u"uvicorn"_s, u"app:app"_s}
                                 << u"uvicorn-attribute"_s << u"uvicorn found no variable “app” in app.py"_s;
        QTest::newRow("unknown") << QStringList{busybox(), u"sh"_s, u"-c"_s, u"echo odd; exit 7"_s} << QString()
                                 << u"It ended with code 7, and the cause is not known"_s;
    }

    void causes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, rule);
        QFETCH(QString, title);
        write(u"run.sh"_s, "echo no first line\n", true);
        write(u"app.py"_s, "from fastapi import FastAPI\n\nappi = FastAPI(title=\"Simple API\")\n");
        arguments.replaceInStrings(u"RUN:"_s, m_folder->filePath(u"run.sh"_s) + u':');
        arguments.replaceInStrings(u"APP:"_s, m_folder->path() + u':');
        run(u"one"_s, arguments);
        awaitEnd(u"one"_s);
        const Diagnosis diagnosis = diagnosed(u"one"_s);
        QVERIFY2(diagnosis.rule == rule, qPrintable(diagnosis.report()));
        QCOMPARE(diagnosis.title, title);
    }

    void theHolderOfAPortIsNamed()
    {
        run(u"holder"_s, {u"-p"_s, u"18473:80"_s, busybox()});
        run(u"second"_s, {u"-p"_s, u"18473:80"_s, busybox()});
        const QString holder = prefix + u"holder"_s;
        QTRY_VERIFY_WITH_TIMEOUT(hasPort(holder, 18473), patience);
        Diagnosis diagnosis = diagnosed(u"second"_s);
        QCOMPARE(diagnosis.title, u"Port 18473 is taken already"_s);
        QVERIFY2(diagnosis.words.contains(u"The container %1 publishes it."_s.arg(holder)),
                 qPrintable(diagnosis.words));

        // A program of this machine: this test.
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::AnyIPv4));
        run(u"third"_s, {u"-p"_s, u"%1:80"_s.arg(server.serverPort()), busybox()});
        diagnosis = diagnosed(u"third"_s);
        QCOMPARE(diagnosis.title, u"Port %1 is taken already"_s.arg(server.serverPort()));
        QVERIFY2(diagnosis.words.contains(
                     u"The program tst_livediagnos of this machine (process %1)"_s.arg(qApp->applicationPid())),
                 qPrintable(diagnosis.words));
    }

    void aFailingHealthCheckIsExplained()
    {
        run(u"sick"_s,
            {u"--health-cmd"_s, u"wget -q -O - http://127.0.0.1:8000/"_s, u"--health-interval"_s, u"1s"_s,
             u"--health-retries"_s, u"2"_s, busybox()});
        QTRY_COMPARE_WITH_TIMEOUT(inspected(u"sick"_s).health, Health::Unhealthy, patience);
        const Diagnosis diagnosis = diagnosed(u"sick"_s);
        QVERIFY2(diagnosis.rule == u"probe-refused"_s, qPrintable(diagnosis.report()));
        QCOMPARE(diagnosis.kind, Diagnosis::Kind::Unhealthy);
        QVERIFY2(diagnosis.report().contains(u"It said: wget: can't connect to remote host (127.0.0.1): "_s),
                 qPrintable(diagnosis.report()));
    }

    void restartsAreCounted()
    {
        run(u"again"_s, {u"--restart"_s, u"always"_s, busybox(), u"sh"_s, u"-c"_s, u"echo 'fatal: no luck'; exit 4"_s});
        QTRY_VERIFY_WITH_TIMEOUT(inspected(u"again"_s).restartCount >= 3
                                     && inspected(u"again"_s).state == ContainerState::Restarting,
                                 patience);
        ContainerDetails container;
        QTRY_VERIFY_WITH_TIMEOUT((container = inspected(u"again"_s)).state == ContainerState::Restarting, patience);
        const Diagnosis diagnosis = diagnosed(container);
        QCOMPARE(diagnosis.title, u"It ended with code 4, and the cause is not known"_s);
        const QString report = diagnosis.report();
        QVERIFY2(report.contains(u"Restarts: %1 so far. Its policy: always."_s.arg(container.restartCount)),
                 qPrintable(report));
        QVERIFY2(report.contains(u"fatal: no luck"_s), qPrintable(report));
    }

    void anEarlierLifeExplainsNothing()
    {
        const QString script = u"if [ -e /tmp/x ]; then echo second; exit 3; fi; touch /tmp/x; cat /nosuch"_s;
        run(u"twice"_s, {busybox(), u"sh"_s, u"-c"_s, u"mkdir -p /tmp; "_s + script});
        awaitEnd(u"twice"_s);
        QCOMPARE(diagnosed(u"twice"_s).rule, u"file-missing"_s);
        QVERIFY(Lab::docker({u"start"_s, prefix + u"twice"_s}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(inspected(u"twice"_s).exitCode, 3, patience);
        const Diagnosis diagnosis = diagnosed(u"twice"_s);
        QVERIFY2(!diagnosis.isKnown(), qPrintable(diagnosis.report()));
        QVERIFY(diagnosis.linesAreAll);
        QCOMPARE(diagnosis.lines.size(), 1);
        QCOMPARE(diagnosis.lines.first().text, u"second"_s);
        QVERIFY(diagnosis.lines.first().time.isValid());
    }

    void aFloodIsBounded()
    {
        // 400 lines of 1 MB would be read whole.
        run(u"flood"_s,
            {busybox(), u"sh"_s, u"-c"_s,
             u"i=0; while [ $i -lt 60 ]; do head -c 1000000 /dev/zero | tr '\\\\0' x; echo; i=$((i+1)); done; "
             "exit 5"_s});
        awaitEnd(u"flood"_s);
        const Diagnosis diagnosis = diagnosed(u"flood"_s);
        QCOMPARE(diagnosis.title, u"It ended with code 5, and the cause is not known"_s);
        QVERIFY(!diagnosis.linesAreAll);
        QVERIFY(diagnosis.report().size() < 200'000);
    }

private:
    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name="_s + prefix})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            QVERIFY(Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids).ok());
    }
    void write(const QString &name, const QByteArray &text, bool executable = false)
    {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        if (executable)
            QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther));
    }
    /// That the start may fail is what some tests want.
    static void run(const QString &name, const QStringList &arguments)
    {
        Lab::docker(QStringList{u"run"_s, u"-d"_s, u"--name"_s, prefix + name} + arguments);
    }
    ContainerDetails inspected(const QString &name)
    {
        ContainerDetails details;
        bool answered = false;
        onAnswer<EngineError>(
            m_engine->client()->inspectContainer(prefix + name), this,
            [&](const ContainerDetails &answer) {
                details = answer;
                answered = true;
            },
            [&](const EngineError &error) {
                qWarning("%s", qPrintable(error.sentence()));
                answered = true;
            });
        [[maybe_unused]] const bool came = QTest::qWaitFor([&answered] { return answered; }, patience);
        return details;
    }
    void awaitEnd(const QString &name) { QTRY_VERIFY_WITH_TIMEOUT(!inspected(name).isRunning(), patience); }
    bool hasPort(const QString &name, quint16 port) const
    {
        for (const ContainerSummary &container : m_engine->containers()->containers()) {
            if (container.name == name && !container.ports.isEmpty() && container.ports.first().publicPort == port)
                return true;
        }
        return false;
    }
    Diagnosis diagnosed(const QString &name) { return diagnosed(inspected(name)); }
    Diagnosis diagnosed(const ContainerDetails &container)
    {
        StopReader reader(&*m_engine);
        Diagnosis found;
        bool answered = false;
        connect(&reader, &StopReader::diagnosed, this, [&](const Diagnosis &diagnosis) {
            found = diagnosis;
            answered = true;
        });
        reader.read(container);
        if (!QTest::qWaitFor([&answered] { return answered; }, patience))
            qWarning("no diagnosis");
        return found;
    }

    std::optional<QTemporaryDir> m_folder;
    LabEngine m_engine;
};

QTEST_GUILESS_MAIN(TestLiveDiagnosis)
#include "tst_livediagnosis.moc"
