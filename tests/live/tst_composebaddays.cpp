// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/rounds.h"
#include "live/projectfixture.h"

#include <csignal>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Files that Compose refuses or only just takes, a Compose that is killed or does not answer, and others who work on
/// the same project: with both real versions.
class TestComposeBadDays : public ProjectFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { connectEngine(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void aFileThatComposeRefusesHasItsWords_data()
    {
        QTest::addColumn<int>("tools");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        const auto rows = [](const char *name, const QByteArray &text, const QString &second, const QString &first) {
            QTest::addRow("%s, Compose 2", name) << int(Second) << text << second;
            if (!first.isEmpty())
                QTest::addRow("%s, Compose 1", name) << int(First) << text << first;
        };
        rows("a cycle", "services:\n  a: {image: x, depends_on: [b]}\n  b: {image: x, depends_on: [a]}\n",
             u"dependency cycle detected"_s, u"Circular dependency between"_s);
        rows("a variable that must be set", "services:\n  a: {image: \"${NOWHERE_SET:?name the image}\"}\n",
             u"name the image"_s, u"name the image"_s);
        rows("no YAML", "services:\n  a:\n   image: x\n  - y\n", u"yaml: "_s, u"expected <block end>"_s);
        rows("an empty file", "", u"empty compose file"_s, {});
        rows("a dependency that is not there", "services:\n  a: {image: x, depends_on: [ghost]}\n", u"ghost"_s, {});
        rows("bytes that are no text", "services:\n  a: {image: \"\xff\xfe\x01\"}\n", u"yaml: "_s, {});
    }
    void aFileThatComposeRefusesHasItsWords()
    {
        QFETCH(int, tools);
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const QString name = openText(u"refused"_s, tools, text);
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        m_commands->check(name);
        QTRY_VERIFY_WITH_TIMEOUT(!m_store->project(name).problem.isEmpty(), patience);
        QVERIFY2(m_store->project(name).problem.contains(words), qPrintable(m_store->project(name).problem));
        const Operation *up = m_commands->up(name, {});
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), patience);
        QCOMPARE(up->state(), Operation::State::Failed);
        QVERIFY2(up->error().contains(words), qPrintable(up->error()));
        QCOMPARE(engineSays(name), QStringList());
        // Mended, it is taken at once.
        write(path(u"refused/compose.yaml"_s), small());
        QTRY_VERIFY_WITH_TIMEOUT(m_commands->upObstacle(name).isEmpty(), patience);
    }

    void aFileThatComposeTakesIsTaken_data()
    {
        QTest::addColumn<int>("tools");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("environment");
        const QByteArray image = "image: " + Lab::image(Lab::Image::Busybox).toUtf8();
        const auto rows = [](const char *name, const QByteArray &text, const QString &said, const QString &variable) {
            QTest::addRow("%s, Compose 2", name) << int(Second) << text << said << variable;
            QTest::addRow("%s, Compose 1", name) << int(First) << text << said << variable;
        };
        rows("unset variables",
             "services:\n  web:\n    " + image + "\n    environment: {STAGE: \"at ${NOWHERE_SET}.\"}\n",
             u"variable is not set"_s, u"STAGE=at ."_s);
        rows("anchors and merge keys",
             "x-common: &common\n  " + image
                 + "\n  environment: &environment {STAGE: common, KEPT: \"yes\"}\n"
                   "services:\n  web:\n    <<: *common\n    environment:\n      <<: *environment\n      STAGE: own\n",
             {}, u"STAGE=own"_s);
        QTest::newRow("5 MB, Compose 2") << int(Second)
                                         << ("# " + QByteArray(97, 'x') + '\n').repeated(50'000)
                + "services:\n  web:\n    " + image + "\n    environment: {STAGE: large}\n"
                                         << QString() << u"STAGE=large"_s;
    }
    void aFileThatComposeTakesIsTaken()
    {
        QFETCH(int, tools);
        QFETCH(QByteArray, text);
        QFETCH(QString, said);
        QFETCH(QString, environment);
        const LoopWatch watch;
        const QString name = openText(u"taken"_s, tools, text);
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        m_commands->check(name);
        QTRY_VERIFY_WITH_TIMEOUT(m_store->project(name).service(u"web"_s), patience);
        QCOMPARE(m_store->project(name).problem, QString());
        Operation *up = m_commands->up(name, {});
        QVERIFY(succeeds(up));
        QVERIFY2(up->output().contains(said), qPrintable(up->output()));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 1);
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        const QString seen = inspect(leadOf(name, u"web"_s), u"{{json .Config.Env}}"_s);
        QVERIFY2(seen.contains(environment), qPrintable(seen));
    }

    void aComposeThatIsKilledIsSaid_data() { bothVersions(); }
    void aComposeThatIsKilledIsSaid()
    {
        QFETCH(int, tools);
        const QString name = openText(u"killed"_s, tools, slow());
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        Operation *up = m_commands->up(name, {});
        QTRY_COMPARE_WITH_TIMEOUT(m_store->project(name).runningContainers(), 1, patience);
        const QList<qint64> pids = pidsOf(name);
        QVERIFY(!pids.isEmpty());
        for (const qint64 pid : pids)
            ::kill(pid_t(pid), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), 5000);
        QCOMPARE(up->state(), Operation::State::Failed);
        QVERIFY2(up->error().contains(u"did not run to its end"_s), qPrintable(up->error()));
        QVERIFY(up->canRetry());
        QCOMPARE(m_store->project(name).service(u"slow"_s)->running, 1);
        QVERIFY(succeeds(m_commands->down(name)));
        QCOMPARE(engineSays(name), QStringList());
    }

    void aComposeThatDoesNotAnswerIsLeft()
    {
        const QString name = openText(u"silent"_s, Second, slow());
        QVERIFY(!name.isEmpty());
        Operation *up = m_commands->up(name, {});
        QTRY_COMPARE_WITH_TIMEOUT(m_store->project(name).runningContainers(), 1, patience);
        up->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), patience);
        const QString program = path(u"docker-compose"_s);
        write(program, "#!/bin/sh\ntrap '' INT TERM\nwhile :; do sleep 0.1; done\n");
        QVERIFY(QFile::setPermissions(program, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        m_cli->setPrograms({{ComposeProgram::Kind::Standalone, program, u"2.26.1"_s}});

        Operation *silent
            = m_commands->up(name, {}, [](const UpPlan &, const ProjectCommands::Answer &answer) { answer(true); });
        QCOMPARE(silent->phase(), u"Finding out what would change"_s);
        QTRY_VERIFY(!pidsOf(name).isEmpty());
        silent->cancel();
        QCOMPARE(silent->state(), Operation::State::Cancelled);
        // Though it hears neither SIGINT nor SIGTERM.
        QTRY_COMPARE_WITH_TIMEOUT(pidsOf(name), QList<qint64>(), 10'000);
        setTools(Second);
        QVERIFY(succeeds(m_commands->down(name)));
    }

    void whatOthersDoDuringAnUpIsTrueAfterwards_data()
    {
        QTest::addColumn<int>("tools");
        QTest::addColumn<QString>("what");
        QTest::newRow("remove, Compose 2") << int(Second) << u"remove"_s;
        QTest::newRow("down, Compose 2") << int(Second) << u"down"_s;
        QTest::newRow("remove, Compose 1") << int(First) << u"remove"_s;
        QTest::newRow("stop, Compose 1") << int(First) << u"stop"_s;
    }
    void whatOthersDoDuringAnUpIsTrueAfterwards()
    {
        QFETCH(int, tools);
        QFETCH(QString, what);
        const QString name = openText(u"raced"_s, tools, slow());
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        const LoopWatch watch;
        Operation *up = m_commands->up(name, {});
        QTRY_COMPARE_WITH_TIMEOUT(m_store->project(name).runningContainers(), 1, patience);
        const QString container = leadOf(name, u"slow"_s);
        QProcess other; // not waited for: the loop is watched
        const QStringList arguments = what == "down"_L1 ? QStringList{u"-p"_s, name, u"down"_s, u"-t"_s, u"0"_s}
            : what == "stop"_L1                         ? QStringList{u"stop"_s, u"-t"_s, u"0"_s, container}
                                                        : QStringList{u"rm"_s, u"-f"_s, container};
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"DOCKER_HOST"_s, Lab::dockerHost());
        other.setProcessEnvironment(environment);
        other.setWorkingDirectory(u"/"_s);
        other.start(what == "down"_L1 ? Lab::compose2() : u"docker"_s, arguments);
        QTRY_COMPARE_WITH_TIMEOUT(other.state(), QProcess::NotRunning, patience);
        QCOMPARE(other.exitCode(), 0);
        // Compose 1 takes no container for a healthy one, or waits for what never comes: then it can be cancelled.
        if (tools == First && !QTest::qWaitFor([up] { return !up->isRunning(); }, 4000))
            up->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), 15'000);
        if (tools == Second)
            QCOMPARE(up->state(), Operation::State::Failed);
        if (up->state() == Operation::State::Failed) {
            const QString error = up->error();
            const bool gone = error.contains(u"No such container"_s);
            QVERIFY2(gone || error.contains(u"exited ("_s) || error.contains(u"is unhealthy"_s), qPrintable(error));
            QVERIFY2(error.endsWith(gone ? u"Something else removed the container meanwhile. Try again."_s
                                         : u"The log of that container tells why it failed."_s),
                     qPrintable(error));
        }
        const auto shown = [&] {
            QStringList lines;
            for (const ProjectService &service : m_store->project(name).services) {
                for (const QString &id : service.containers)
                    lines += id + u' ' + m_engine->containers()->container(id).status.section(u' ', 0, 0);
            }
            lines.sort();
            return lines;
        };
        QStringList truth;
        for (const QString &line : engineSays(name, u"{{.ID}} {{.Status}}"_s))
            truth += line.section(u' ', 0, 1);
        QTRY_COMPARE_WITH_TIMEOUT(shown(), truth, 2000);
        QVERIFY2(watch.longestMs() < 2 * LoopWatch::frozenMs, QByteArray::number(watch.longestMs())); // with docker ps
    }

    void secretsStayInTheirFiles_data() { bothVersions(); }
    void secretsStayInTheirFiles()
    {
        QFETCH(int, tools);
        const QByteArray text = "services:\n  web:\n    image: " + Lab::image(Lab::Image::Busybox).toUtf8()
            + "\n    environment: {PASSWORD: \"${PASSWORD}\"}\n";
        QVERIFY(QDir().mkpath(path(u"secret"_s)));
        write(path(u"secret/.env"_s), "PASSWORD=first-secret\n");
        const QString name = openText(u"secret"_s, tools, text);
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        QVERIFY(succeeds(m_commands->up(name, {})));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 1);
        write(path(u"secret/.env"_s), "PASSWORD=second-secret\n");
        UpPlan plan;
        QVERIFY(succeeds(m_commands->up(name, {}, [&plan](const UpPlan &found, const ProjectCommands::Answer &answer) {
            plan = found;
            answer(true);
        })));
        QCOMPARE(plan.recreated, (QList<UpPlan::Change>{{u"web"_s, u"its configuration changed"_s}}));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 1);
        write(path(u"secret/compose.yaml"_s), text + "    ports: \"${PASSWORD}\"\n");
        Operation *refused = m_commands->up(name, {});
        QTRY_VERIFY_WITH_TIMEOUT(!refused->isRunning(), patience);
        QCOMPARE(refused->state(), Operation::State::Failed);
        for (const Operation *operation : m_log->operations()) {
            const QString all = operation->commandLine() + operation->output() + operation->error();
            QVERIFY2(!all.contains(u"-secret"_s), qPrintable(all));
        }
    }

    void aFileThatChangesDuringAnUpIsReadAgain()
    {
        const QString name = openText(u"edited"_s, Second, slow());
        QVERIFY(!name.isEmpty());
        Operation *up = m_commands->up(name, {});
        QTRY_COMPARE_WITH_TIMEOUT(m_store->project(name).runningContainers(), 1, patience);
        write(path(u"edited/compose.yaml"_s),
              slow() + "  late:\n    image: " + Lab::image(Lab::Image::Busybox).toUtf8() + '\n');
        QTRY_VERIFY(m_store->project(name).service(u"late"_s));
        QVERIFY(up->isRunning());
        QVERIFY(!m_store->project(name).service(u"late"_s)->exists());
        QVERIFY(QFile::remove(path(u"edited/compose.yaml"_s)));
        QTRY_VERIFY(!m_commands->upObstacle(name).isEmpty());
        QVERIFY(up->isRunning());
        up->cancel();
        QTRY_COMPARE_WITH_TIMEOUT(up->state(), Operation::State::Cancelled, 12'000);
        QVERIFY(succeeds(m_commands->down(name)));
    }

private:
    static void bothVersions()
    {
        QTest::addColumn<int>("tools");
        QTest::newRow("Compose 2") << int(Second);
        QTest::newRow("Compose 1") << int(First);
    }
};

QTEST_GUILESS_MAIN(TestComposeBadDays)
#include "tst_composebaddays.moc"
