// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/projectfixture.h"

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Whole projects against a real engine with both Compose versions, and without any.
class TestProjectCommands : public ProjectFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { connectEngine(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void theWholeLifeOfAProject_data()
    {
        QTest::addColumn<int>("tools");
        QTest::addColumn<QString>("shown");
        const QString line = u"env DOCKER_HOST=%1 docker-compose --project-name %2 --file %3 up -d"_s;
        QTest::newRow("Compose 2") << int(Second) << line;
        QTest::newRow("Compose 1") << int(First) << line;
    }
    void theWholeLifeOfAProject()
    {
        QFETCH(int, tools);
        QFETCH(QString, shown);
        const QString name = openSample(u"life"_s, tools);
        if (QTest::currentTestFailed() || name.isEmpty())
            return;

        Operation *up = m_commands->up(name, {});
        QString line = shown.arg(Lab::dockerHost(), name, path(u"life/compose.yaml"_s));
        for (const QString &variable : m_engine->info().traits.composeVariables(tools == First ? 1 : 2))
            line.replace(u"env "_s, u"env "_s + variable + u' ');
        QCOMPARE(up->commandLine(), line + (Lab::isPodman() ? u" --timeout 10"_s : QString()));
        QVERIFY(up->subjects().contains(u"project:"_s + name));
        QVERIFY(succeeds(up));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        QCOMPARE(engineSays(name), QStringList({u"api"_s, u"db"_s}));
        QTRY_COMPARE(m_store->project(name).service(u"db"_s)->health, Health::Healthy);
        QVERIFY(m_store->project(name).files.complete());
        QCOMPARE(m_store->project(name).composeMajor(), tools == First ? 1 : 2);
        QVERIFY(!up->output().isEmpty());

        QVERIFY(succeeds(m_commands->stop(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 0);
        QCOMPARE(engineSays(name).size(), 2);

        QVERIFY(succeeds(m_commands->start(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);

        const QString before = inspect(leadOf(name, u"db"_s), u"{{.State.StartedAt}}"_s);
        QVERIFY(succeeds(m_commands->restart(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        QVERIFY(inspect(leadOf(name, u"db"_s), u"{{.State.StartedAt}}"_s) != before);

        // An up that changes nothing asks nothing.
        bool asked = false;
        QVERIFY(succeeds(m_commands->up(name, {}, [&asked](const UpPlan &, const ProjectCommands::Answer &answer) {
            asked = true;
            answer(false);
        })));
        QVERIFY(!asked);

        QVERIFY(succeeds(m_commands->down(name)));
        QTRY_VERIFY(!m_store->project(name).hasContainers());
        QVERIFY(m_store->contains(name)); // it was opened: it stays
        QCOMPARE(engineSays(name), QStringList());
        QCOMPARE(labelled(u"network"_s, name), QStringList());
        QCOMPARE(labelled(u"volume"_s, name), QStringList{name + u"_pgdata"_s});
        QTRY_COMPARE(m_commands->volumesOf(name), QStringList{name + u"_pgdata"_s});

        Operation *last = m_commands->down(name, true);
        QVERIFY(last->commandLine().endsWith(u"down --volumes"_s));
        QVERIFY(!last->canRetry());
        if (tools == Second) {
            QVERIFY(succeeds(last));
            QCOMPARE(labelled(u"volume"_s, name), QStringList());
        } else {
            QVERIFY(succeeds(last));
            QTRY_COMPARE(labelled(u"volume"_s, name), QStringList());
        }
        QTRY_COMPARE(m_commands->volumesOf(name), QStringList());
    }

    void aForeignProjectWithoutFilesAndTools_data()
    {
        QTest::addColumn<int>("maker");
        QTest::addColumn<int>("tools");
        QTest::addColumn<int>("route");
        using Route = ProjectCommands::Route;
        QTest::newRow("made by 2, nothing at hand") << int(Second) << int(NoTools) << int(Route::EngineApi);
        QTest::newRow("made by 1, nothing at hand") << int(First) << int(NoTools) << int(Route::EngineApi);
        QTest::newRow("made by 2, only 2's name is needed") << int(Second) << int(Second) << int(Route::SecondByName);
        QTest::newRow("made by 1, 1 needs its files") << int(First) << int(First) << int(Route::EngineApi);
    }
    void aForeignProjectWithoutFilesAndTools()
    {
        QFETCH(int, maker);
        QFETCH(int, tools);
        QFETCH(int, route);
        const QString name = u"foreign"_s;
        if (!needs(maker | tools))
            return;
        QVERIFY(QDir().mkpath(path(name)));
        write(path(name + u"/compose.yaml"_s), small());
        m_projects.append(name);
        QVERIFY(Lab::run(maker == First ? Lab::compose1() : Lab::compose2(), {u"up"_s, u"-d"_s}, path(name)).ok());
        QVERIFY(QDir(path(name)).removeRecursively());
        setTools(tools);
        QTRY_VERIFY(m_store->contains(name));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        QTRY_VERIFY(!m_store->project(name).files.missing.isEmpty());
        QCOMPARE(int(m_commands->route(m_store->project(name))),
                 Lab::isPodman() ? int(ProjectCommands::Route::EngineApi) : route);
        QVERIFY2(m_commands->upObstacle(name).contains(u"compose.yaml"_s), qPrintable(m_commands->upObstacle(name)));

        Operation *stop = m_commands->stop(name);
        QVERIFY(stop->commandLine().endsWith(u"--project-name foreign stop"_s));
        QVERIFY(succeeds(stop));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 0);

        QVERIFY(succeeds(m_commands->start(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        if (maker == Second && !Lab::isPodman()) { // whose checks need systemd
            // Its labels tell that api waits for db to be healthy: at least one check, that is 1 s.
            const auto started = [&](const QString &service) {
                return QDateTime::fromString(inspect(leadOf(name, service), u"{{.State.StartedAt}}"_s),
                                             Qt::ISODateWithMs);
            };
            QVERIFY(started(u"db"_s).msecsTo(started(u"api"_s)) > 900);
        }

        QVERIFY(succeeds(m_commands->restart(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);

        // Half of it runs: both start and stop work.
        QVERIFY(Lab::docker({u"stop"_s, leadOf(name, u"api"_s)}).ok());
        QTRY_COMPARE(m_store->project(name).runningContainers(), 1);
        QVERIFY(succeeds(m_commands->start(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        QVERIFY(Lab::docker({u"stop"_s, leadOf(name, u"api"_s)}).ok());
        QTRY_COMPARE(m_store->project(name).runningContainers(), 1);
        QVERIFY(succeeds(m_commands->stop(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 0);

        QTRY_COMPARE(m_commands->volumesOf(name), QStringList{u"foreign_pgdata"_s});
        QVERIFY(succeeds(m_commands->down(name, true)));
        QTRY_VERIFY(!m_store->contains(name));
        QCOMPARE(labelled(u"network"_s, name), QStringList());
        QCOMPARE(labelled(u"volume"_s, name), QStringList());
    }

    void aNameThatComposeRefusesIsNoObstacle_data()
    {
        QTest::addColumn<int>("tools");
        QTest::addColumn<QString>("name");
        QTest::newRow("an option, Compose 2") << int(Second) << u"-rf"_s;
        QTest::newRow("markup, Compose 2") << int(Second) << u"<b>bold</b>"_s;
        QTest::newRow("a line break, Compose 2") << int(Second) << u"shop\n"_s;
        QTest::newRow("60,000 characters, Compose 2") << int(Second) << QString(60000, u'W');
        QTest::newRow("an option, Compose 1") << int(First) << u"-rf"_s;
        QTest::newRow("another project for Compose 1") << int(First) << u"Shop"_s;
    }
    void aNameThatComposeRefusesIsNoObstacle()
    {
        QFETCH(int, tools);
        QFETCH(QString, name);
        if (!needs(tools))
            return;
        setTools(tools);
        QVERIFY(QDir().mkpath(path(u"files"_s)));
        write(path(u"files/compose.yaml"_s),
              "services: {api: {network_mode: bridge, image: " + Lab::image(Lab::Image::Busybox).toUtf8() + "}}\n");
        const auto run = [&](const QString &project) {
            return Lab::docker(
                       {u"run"_s, u"-d"_s, u"--label"_s, u"com.docker.compose.project="_s + project, u"--label"_s,
                        u"com.docker.compose.service=api"_s, u"--label"_s, u"com.docker.compose.container-number=1"_s,
                        u"--label"_s, u"com.docker.compose.oneoff=False"_s, u"--label"_s,
                        u"com.docker.compose.version="_s + (tools == First ? m_first : m_second).version, u"--label"_s,
                        u"com.docker.compose.project.working_dir="_s + path(u"files"_s), u"--label"_s,
                        u"com.docker.compose.project.config_files="_s + path(u"files/compose.yaml"_s),
                        Lab::image(Lab::Image::Busybox)})
                .ok();
        };
        // Where Compose 1 leaves out what it does not like, it means this one.
        m_projects << name << u"shop"_s;
        QVERIFY(run(name));
        QVERIFY(run(u"shop"_s));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 1);
        QTRY_VERIFY(m_store->project(name).files.complete());
        QTRY_COMPARE(m_store->project(u"shop"_s).runningContainers(), 1);

        Operation *stop = m_commands->stop(name);
        QVERIFY(succeeds(stop));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 0);
        const QString container = inspect(leadOf(name, u"api"_s), u"{{.Name}}"_s).trimmed().mid(1);
        if (tools == Second && !Lab::isPodman())
            QCOMPARE(stop->command(), m_engine->commandPrefix() + QStringList({u"stop"_s, container}));
        QVERIFY(succeeds(m_commands->start(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 1);
        QVERIFY(succeeds(m_commands->restart(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 1);
        if (tools == Second || name == u"Shop"_s)
            QVERIFY2(m_commands->upObstacle(name).contains(u"a-z, 0-9"_s), qPrintable(m_commands->upObstacle(name)));
        QVERIFY(succeeds(m_commands->down(name)));
        QTRY_VERIFY(!m_store->project(name).hasContainers());
        QCOMPARE(m_store->project(u"shop"_s).runningContainers(), 1);
    }

    void aServiceLeavesTheOthersAlone_data()
    {
        QTest::addColumn<int>("tools");
        QTest::addColumn<QString>("container");
        QTest::newRow("Compose 2") << int(Second) << u"alone-db-1"_s;
        QTest::newRow("Compose 1") << int(First) << u"alone_db_1"_s;
    }
    void aServiceLeavesTheOthersAlone()
    {
        QFETCH(int, tools);
        QFETCH(QString, container);
        const QString name = openText(u"alone"_s, tools, small());
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        QVERIFY(succeeds(m_commands->up(name, {})));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        const QString api = leadOf(name, u"api"_s);
        const QString before = inspect(api, u"{{.State.StartedAt}}"_s);

        Operation *stop = m_commands->stopService(name, u"db"_s);
        QCOMPARE(stop->commandLine(), m_engine->commandPrefix().join(u' ') + u" stop "_s + container);
        QVERIFY(succeeds(stop));
        QTRY_COMPARE(m_store->project(name).service(u"db"_s)->running, 0);
        QCOMPARE(m_store->project(name).service(u"api"_s)->running, 1);
        QVERIFY(succeeds(m_commands->startService(name, u"db"_s)));
        QTRY_COMPARE(m_store->project(name).service(u"db"_s)->running, 1);
        const QString db = inspect(leadOf(name, u"db"_s), u"{{.State.StartedAt}}"_s);
        QVERIFY(succeeds(m_commands->restartService(name, u"db"_s)));
        QVERIFY(inspect(leadOf(name, u"db"_s), u"{{.State.StartedAt}}"_s) != db);
        QCOMPARE(inspect(api, u"{{.State.StartedAt}}"_s), before);
    }

    void cancelEndsAnUpInTheMiddle_data()
    {
        QTest::addColumn<int>("tools");
        QTest::newRow("Compose 2") << int(Second);
        QTest::newRow("Compose 1") << int(First);
    }
    void cancelEndsAnUpInTheMiddle()
    {
        QFETCH(int, tools);
        const QString name = openText(u"cancelled"_s, tools, slow());
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        Operation *up = m_commands->up(name, {});
        QTRY_COMPARE_WITH_TIMEOUT(m_store->project(name).runningContainers(), 1, patience);
        QVERIFY(up->isRunning());
        QVERIFY(up->canCancel());
        QVERIFY2(!up->phase().isEmpty(), "a phase is recognised in the plain output");
        up->cancel();
        QCOMPARE(up->state(), Operation::State::Cancelling);
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), 12000);
        QCOMPARE(up->state(), Operation::State::Cancelled);
        // The true state is shown: slow runs on, waits does not.
        QCOMPARE(m_store->project(name).service(u"slow"_s)->running, 1);
        QCOMPARE(m_store->project(name).service(u"waits"_s)->running, 0);
        QCOMPARE(pidsOf(name), QList<qint64>());
        QVERIFY(succeeds(m_commands->down(name)));
    }

    void anInvalidFileShowsComposesWordsAndChangesNothing_data()
    {
        QTest::addColumn<int>("tools");
        QTest::addColumn<QString>("words");
        QTest::newRow("Compose 2") << int(Second) << u"services.api.ports must be a list"_s;
        QTest::newRow("Compose 1") << int(First) << u"services.api.ports contains an invalid type"_s;
    }
    void anInvalidFileShowsComposesWordsAndChangesNothing()
    {
        QFETCH(int, tools);
        QFETCH(QString, words);
        const QString name = openText(u"invalid"_s, tools, small());
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        QVERIFY(succeeds(m_commands->up(name, {})));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        const QStringList before = engineSays(name, u"{{.ID}}"_s);
        write(path(u"invalid/compose.yaml"_s), "services:\n  api:\n    image: x\n    ports: nonsense\n");

        bool asked = false;
        Operation *up = m_commands->up(name, {}, [&asked](const UpPlan &, const ProjectCommands::Answer &answer) {
            asked = true;
            answer(true);
        });
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), patience);
        QCOMPARE(up->state(), Operation::State::Failed);
        QVERIFY2(up->error().contains(words), qPrintable(up->error()));
        QVERIFY2(up->error().contains(u"Correct the file"_s), qPrintable(up->error()));
        QVERIFY(!asked);
        m_commands->check(name);
        QTRY_VERIFY(m_store->project(name).problem.contains(words));
        QCOMPARE(engineSays(name, u"{{.ID}}"_s), before);
        QCOMPARE(m_store->project(name).runningContainers(), 2);
        // It can still be stopped.
        QVERIFY(succeeds(m_commands->stop(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 0);
    }

    void anUpThatWouldRecreateNamesTheServices_data()
    {
        QTest::addColumn<int>("tools");
        QTest::newRow("Compose 2") << int(Second);
        QTest::newRow("Compose 1") << int(First);
    }
    void anUpThatWouldRecreateNamesTheServices()
    {
        QFETCH(int, tools);
        const QString name = openText(u"changed"_s, tools, small());
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        QVERIFY(succeeds(m_commands->up(name, {})));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        write(path(u"changed/.env"_s), "SAMPLE_API_PORT=18001\n");
        qunsetenv("SAMPLE_API_PORT");
        const auto restore = qScopeGuard([] { qputenv("SAMPLE_API_PORT", "18000"); });
        ComposeCli fresh;
        fresh.setPrograms(m_cli->programs());
        ProjectCommands commands(&*m_engine, &*m_store, &fresh, &*m_log);

        const QString api = leadOf(name, u"api"_s);
        const QString db = leadOf(name, u"db"_s);
        UpPlan plan;
        bool go = false;
        qint64 asked = 0;
        qint64 answered = 0;
        const ProjectCommands::Confirm confirm = [&](const UpPlan &found, const ProjectCommands::Answer &answer) {
            plan = found;
            const Operation *up = m_log->operations().last();
            asked = up->elapsed();
            answer(go);
            answered = up->elapsed();
        };
        Operation *refused = commands.up(name, {}, confirm);
        QTRY_VERIFY_WITH_TIMEOUT(!refused->isRunning(), patience);
        QCOMPARE(refused->state(), Operation::State::Cancelled);
        const QList<UpPlan::Change> expected{{u"api"_s, u"port 18000 → 18001"_s}};
        QCOMPARE(plan.recreated, expected);
        QCOMPARE(leadOf(name, u"api"_s), api);

        go = true;
        QVERIFY(succeeds(commands.up(name, {}, confirm)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        QTRY_VERIFY(leadOf(name, u"api"_s) != api);
        QCOMPARE(leadOf(name, u"db"_s), db);
        QVERIFY(answered < asked); // the time of the question is not the up's
    }

    void theOtherVersionsContainersAreNamedBeforeTheyAreReplaced()
    {
        if (!needs(First | Second))
            return;
        const QString name = openText(u"other"_s, First, small());
        QVERIFY(!name.isEmpty());
        QVERIFY(succeeds(m_commands->up(name, {})));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        setTools(Second);
        const QStringList before = engineSays(name, u"{{.ID}}"_s);
        UpPlan plan;
        Operation *up = m_commands->up(name, {}, [&plan](const UpPlan &found, const ProjectCommands::Answer &answer) {
            plan = found;
            answer(false);
        });
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), patience);
        QCOMPARE(plan.recreated.size(), 2);
        QVERIFY2(plan.note.contains(u"1.29.2"_s), qPrintable(plan.note));
        QCOMPARE(engineSays(name, u"{{.ID}}"_s), before);
        // With both at hand the right one is taken, and nothing would change.
        setTools(First | Second);
        QCOMPARE(m_commands->upProgram(name)->version, m_first.version);
        QFuture<UpPlan> again = m_commands->plan(name, {});
        QTRY_VERIFY_WITH_TIMEOUT(again.isFinished(), patience);
        QVERIFY2(!again.result().recreates(), "the version that made the project changes nothing");
    }

    void everythingTheProjectWasMadeFromIsPassedAgain()
    {
        QVERIFY(QDir().mkpath(path(u"split/files"_s)));
        QVERIFY(QDir().mkpath(path(u"split/home/data"_s)));
        write(path(u"split/files/compose.yaml"_s),
              "services:\n  web:\n    image: " + Lab::image(Lab::Image::Busybox).toUtf8()
                  + "\n    environment: {STAGE: \"${STAGE}\"}\n    volumes: [\"./data:/data\"]\n");
        write(path(u"split/files/more.yaml"_s), "services:\n  web:\n    labels: {more: \"1\"}\n");
        write(path(u"split/prod.env"_s), "STAGE=production\n");
        m_projects.append(u"made"_s);
        QVERIFY(Lab::run(Lab::compose2(),
                         {u"-p"_s, u"made"_s, u"-f"_s, path(u"split/files/compose.yaml"_s), u"-f"_s,
                          path(u"split/files/more.yaml"_s), u"--project-directory"_s, path(u"split/home"_s),
                          u"--env-file"_s, path(u"split/prod.env"_s), u"up"_s, u"-d"_s})
                    .ok());
        setTools(Second);
        QTRY_VERIFY(m_store->project(u"made"_s).files.complete());
        QFuture<UpPlan> plan = m_commands->plan(u"made"_s, {});
        QTRY_VERIFY_WITH_TIMEOUT(plan.isFinished(), patience);
        QCOMPARE(plan.result().problem, QString());
        QCOMPARE(plan.result().recreated, QList<UpPlan::Change>());
        const QString web = leadOf(u"made"_s, u"web"_s);
        QVERIFY(succeeds(m_commands->up(u"made"_s, {})));
        QCOMPARE(leadOf(u"made"_s, u"web"_s), web);
    }

    void anEngineThatFailsIsToldInWords()
    {
        const QString name = openText(u"failing"_s, Second,
                                      "services:\n  web:\n    image: " + Lab::image(Lab::Image::Busybox).toUtf8()
                                          + "\n    ports: [\"18005:80\"]\n");
        QVERIFY(!name.isEmpty());
        QVERIFY(Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, u"blocker"_s, u"-p"_s, u"18005:80"_s,
                             Lab::image(Lab::Image::Busybox)})
                    .ok());
        const auto unblock = qScopeGuard([] { Lab::docker({u"rm"_s, u"-f"_s, u"blocker"_s}); });
        Operation *up = m_commands->up(name, {});
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), patience);
        QCOMPARE(up->state(), Operation::State::Failed);
        QVERIFY2(up->error().contains(Lab::isPodman() ? u"address already in use"_s : u"port is already allocated"_s),
                 qPrintable(up->error()));
        QVERIFY2(up->error().contains(u"publish another port"_s), qPrintable(up->error()));
        QVERIFY(up->canRetry());
        QVERIFY(Lab::docker({u"rm"_s, u"-f"_s, u"blocker"_s}).ok());
        up->retry();
        QTRY_COMPARE_WITH_TIMEOUT(m_log->operations().last()->state(), Operation::State::Succeeded, patience);
    }
};

QTEST_GUILESS_MAIN(TestProjectCommands)
#include "tst_projectcommands.moc"
