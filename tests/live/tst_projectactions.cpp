// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/projectfixture.h"
#include "live/registry.h"

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What the menus of a project and its services offer besides Up, Start, Stop, Restart and Down (those are in
/// tst_projectcommands), and Cancel in each phase: with both Compose versions.
class TestProjectActions : public ProjectFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { connectEngine(); }
    void init() { begin(); }
    void cleanup()
    {
        end();
        for (const QString &image : std::exchange(m_images, {})) {
            // Also the edition before, which has lost its tag.
            const QString repository = image.left(image.lastIndexOf(u':'));
            const QString ids
                = Lab::docker({u"image"_s, u"ls"_s, u"--quiet"_s, u"--filter"_s, u"reference="_s + repository}).output;
            for (const QString &id : ids.split(u'\n', Qt::SkipEmptyParts))
                Lab::docker({u"rmi"_s, u"-f"_s, id});
        }
    }

    void buildMakesTheImageAnew_data() { bothVersions(); }
    void buildMakesTheImageAnew()
    {
        QFETCH(int, tools);
        const QString name = openBuilt(u"built"_s, tools, "LABEL edition=1\n");
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        QVERIFY(succeeds(m_commands->up(name, {})));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        QCOMPARE(edition(name, u"web"_s), u"1"_s);
        const QString other = leadOf(name, u"other"_s);

        // Of a service alone.
        write(path(u"built/Dockerfile"_s), dockerfile("LABEL edition=2\n"));
        UpOptions options;
        options.build = true;
        options.services = QStringList{u"web"_s};
        Operation *build = m_commands->up(name, options);
        QVERIFY2(build->commandLine().endsWith(Lab::isPodman() ? u"up -d --build --timeout 10 web"_s
                                                               : u"up -d --build web"_s),
                 qPrintable(build->commandLine()));
        QVERIFY(succeeds(build));
        QTRY_COMPARE(edition(name, u"web"_s), u"2"_s);
        QCOMPARE(leadOf(name, u"other"_s), other);

        write(path(u"built/Dockerfile"_s), dockerfile("RUN [\"false\"]\n"));
        options.services.clear();
        Operation *broken = m_commands->up(name, options);
        QTRY_VERIFY_WITH_TIMEOUT(!broken->isRunning(), patience);
        QCOMPARE(broken->state(), Operation::State::Failed);
        QVERIFY2(broken->error().contains(u"false"_s), qPrintable(broken->error()));
        QCOMPARE(m_store->project(name).runningContainers(), 2);
    }

    void pullFetchesANewerImage_data() { bothVersions(); }
    void pullFetchesANewerImage()
    {
        QFETCH(int, tools);
        if (Lab::isPodman())
            QSKIP(withoutTls);
        Registry registry;
        QVERIFY(registry.offer(u"web"_s, u"1"_s));
        const QString reference = registry.reference(u"web"_s);
        m_images.append(reference);
        const QString name = openText(u"pulled"_s, tools,
                                      "services:\n  web:\n    image: " + reference.toUtf8()
                                          + "\n  other:\n    image: " + reference.toUtf8() + '\n');
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        QVERIFY(succeeds(m_commands->up(name, {}))); // what is not there is pulled
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        QCOMPARE(edition(name, u"web"_s), u"1"_s);
        QVERIFY(registry.offer(u"web"_s, u"2"_s));
        UpOptions options;
        options.pull = true;
        options.services = QStringList{u"web"_s};
        QVERIFY(succeeds(m_commands->up(name, options)));
        QTRY_COMPARE(edition(name, u"web"_s), u"2"_s);
        QCOMPARE(edition(name, u"other"_s), u"1"_s);
        options.services.clear();
        QVERIFY(succeeds(m_commands->up(name, options)));
        QTRY_COMPARE(edition(name, u"other"_s), u"2"_s);
    }

    void anImageThatCannotBePulledIsSaid_data() { bothVersions(); }
    void anImageThatCannotBePulledIsSaid()
    {
        QFETCH(int, tools);
        if (Lab::isPodman())
            QSKIP(withoutTls);
        Registry registry;
        const QString name = openText(
            u"unpulled"_s, tools, "services:\n  web:\n    image: " + registry.reference(u"nothing"_s).toUtf8() + '\n');
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        UpOptions options;
        options.pull = true;
        Operation *up = m_commands->up(name, options);
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), patience);
        QCOMPARE(up->state(), Operation::State::Failed);
        QVERIFY2(up->error().contains(u"manifest unknown"_s)
                     && up->error().contains(u"The registry has no image of this name"_s),
                 qPrintable(up->error()));
        QCOMPARE(m_store->project(name).problem, QString()); // the file is not at fault
        QCOMPARE(engineSays(name), QStringList());
    }

    void recreateReplacesContainers_data() { bothVersions(); }
    void recreateReplacesContainers()
    {
        QFETCH(int, tools);
        const QString name = openText(u"renewed"_s, tools, pair());
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        QVERIFY(succeeds(m_commands->up(name, {})));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        const QStringList before = engineSays(name, u"{{.ID}}"_s);
        UpPlan plan;
        UpOptions options;
        options.recreate = true;
        const auto yes = [&plan](const UpPlan &asked, const ProjectCommands::Answer &answer) {
            plan = asked;
            answer(true);
        };
        QVERIFY(succeeds(m_commands->up(name, options, yes)));
        QCOMPARE(plan.recreated.size(), 2);
        const QStringList after = engineSays(name, u"{{.ID}}"_s);
        QCOMPARE(after.size(), 2);
        QVERIFY(!after.contains(before[0]) && !after.contains(before[1]));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);

        // Of one service alone.
        const QString db = leadOf(name, u"db"_s);
        const QString api = leadOf(name, u"api"_s);
        options.services = QStringList{u"api"_s};
        QVERIFY(succeeds(m_commands->up(name, options, yes)));
        QCOMPARE(plan.recreated.size(), 1);
        QTRY_VERIFY(!leadOf(name, u"api"_s).isEmpty() && leadOf(name, u"api"_s) != api);
        if (tools == Second) // Compose 1 renews what it depends on, too
            QCOMPARE(leadOf(name, u"db"_s), db);
    }

    void profilesAndServicesLimitAnUp_data() { bothVersions(); }
    void profilesAndServicesLimitAnUp()
    {
        QFETCH(int, tools);
        const QByteArray image = "{image: " + Lab::image(Lab::Image::Busybox).toUtf8();
        const QString name = openText(u"parts"_s, tools,
                                      "services:\n  web: " + image + ", depends_on: [db]}\n  db: " + image
                                          + "}\n  mail: " + image + "}\n  debug: " + image + ", profiles: [dev]}\n");
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        UpOptions options;
        options.services = QStringList{u"web"_s};
        QVERIFY(succeeds(m_commands->up(name, options)));
        QCOMPARE(engineSays(name), QStringList({u"db"_s, u"web"_s}));
        QVERIFY(succeeds(m_commands->up(name, {})));
        QCOMPARE(engineSays(name), QStringList({u"db"_s, u"mail"_s, u"web"_s}));
        m_store->setActiveProfiles(name, {u"dev"_s});
        Operation *up = m_commands->up(name, {});
        QVERIFY2(up->commandLine().contains(u" --profile dev up -d"_s), qPrintable(up->commandLine()));
        QVERIFY(succeeds(up));
        QCOMPARE(engineSays(name), QStringList({u"db"_s, u"debug"_s, u"mail"_s, u"web"_s}));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 4);
        QVERIFY(succeeds(m_commands->down(name)));
        QCOMPARE(engineSays(name), QStringList());
    }

    void cancelInEachPhase_data()
    {
        QTest::addColumn<int>("tools");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("phase");
        const auto row = [](int tools, const QString &action, const QString &phase) {
            QTest::addRow("%s of %s, %s", qPrintable(phase), qPrintable(action),
                          tools == Second      ? "Compose 2"
                              : tools == First ? "Compose 1"
                                               : "no Compose")
                << tools << action << phase;
        };
        for (const int tools : {Second, First}) {
            row(tools, u"up"_s, u"Finding out"_s);
            row(tools, u"up"_s, u"Waiting for your answer"_s);
            row(tools, u"build"_s, u"Building"_s);
        }
        for (const int tools : {Second, First, NoTools}) {
            row(tools, u"stop"_s, u"Stopping"_s);
            row(tools, u"down"_s, u"Stopping"_s);
            // Through the API they are stopped, then started.
            const bool direct = tools == NoTools || Lab::isPodman();
            row(tools, u"restart"_s, direct ? u"Stopping"_s : u"Restarting"_s);
        }
    }
    void cancelInEachPhase()
    {
        QFETCH(int, tools);
        QFETCH(QString, action);
        QFETCH(QString, phase);
        // It hears no stop.
        const QString name = openBuilt(u"phases"_s, tools == NoTools ? Second : tools, "STOPSIGNAL SIGUSR1\n");
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        QVERIFY(succeeds(m_commands->up(name, {})));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
        const QStringList before = engineSays(name, u"{{.ID}}"_s);
        const QString web = leadOf(name, u"web"_s);
        const QString started = inspect(web, u"{{.State.StartedAt}}"_s);
        setTools(tools);
        const bool direct = m_commands->route(m_store->project(name)) == ProjectCommands::Route::EngineApi;
        QVERIFY(tools != NoTools || direct);
        ProjectCommands::Answer answer;
        const auto ask = [&answer](const UpPlan &, const ProjectCommands::Answer &asked) { answer = asked; };
        UpOptions options;
        Operation *operation = nullptr;
        if (action == "build"_L1) {
            write(path(u"phases/Dockerfile"_s), dockerfile("RUN [\"sleep\", \"60\"]\n"));
            options.build = true;
            operation = m_commands->up(name, options);
        } else if (action == "stop"_L1) {
            operation = m_commands->stop(name);
        } else if (action == "restart"_L1) {
            operation = m_commands->restart(name);
        } else if (action == "down"_L1) {
            operation = m_commands->down(name);
        } else {
            options.recreate = phase == "Waiting for your answer"_L1;
            operation = m_commands->up(name, options, ask);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(operation->phase().startsWith(phase), qPrintable(operation->phase()), patience);
        operation->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!operation->isRunning(), 12'000);
        QCOMPARE(operation->state(), Operation::State::Cancelled);
        if (answer)
            answer(true); // too late
        QCOMPARE(operation->state(), Operation::State::Cancelled);
        // Both change while they are looked at, so each is asked once a look.
        QVERIFY(QTest::qWaitFor([&] { return pidsOf(name).isEmpty(); }, patience));
        // What the engine had begun it may bring to its end; what is shown follows.
        const auto agreed = [&] {
            const QString running
                = Lab::docker({u"ps"_s, u"-q"_s, u"--filter"_s, u"label=com.docker.compose.project="_s + name}).output;
            return m_store->project(name).runningContainers() == running.split(u'\n', Qt::SkipEmptyParts).size();
        };
        if (direct && action != "up"_L1 && action != "build"_L1)
            QTRY_COMPARE_WITH_TIMEOUT(m_store->project(name).runningContainers(), 0, 15'000);
        QVERIFY(QTest::qWaitFor(agreed, 15'000));
        const QStringList after = engineSays(name, u"{{.ID}}"_s);
        // Compose 2 removes a container that stopped while it waits for the others.
        if (action == "down"_L1 && !direct)
            QVERIFY2(after.contains(web), qPrintable(after.join(u' ')));
        else
            QCOMPARE(after, before);
        if (direct)
            QCOMPARE(inspect(web, u"{{.State.StartedAt}}"_s), started); // no call follows the one that was made
    }

    void cancelWhileAStartWaits()
    {
        if (Lab::isPodman())
            QSKIP("Its health checks need systemd.");
        const QByteArray image = "    image: " + Lab::image(Lab::Image::Busybox).toUtf8() + '\n';
        const QString name = openText(u"waiting"_s, Second,
                                      "services:\n  slow:\n" + image
                                          + "    healthcheck: {test: [CMD, test, -e, /well], interval: 1s, retries: "
                                            "1000}\n  waits:\n"
                                          + image + "    depends_on: {slow: {condition: service_healthy}}\n");
        QVERIFY(!name.isEmpty());
        Operation *up = m_commands->up(name, {});
        QTRY_COMPARE_WITH_TIMEOUT(m_store->project(name).runningContainers(), 1, patience);
        up->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), 12'000);
        QTRY_VERIFY(m_store->project(name).service(u"waits"_s)->exists());
        setTools(NoTools);
        Operation *start = m_commands->start(name);
        QTRY_VERIFY2(start->phase().startsWith(u"Waiting for"_s), qPrintable(start->phase()));
        start->cancel();
        QCOMPARE(start->state(), Operation::State::Cancelled);

        // What it waited for comes, and nothing follows.
        QVERIFY(Lab::docker({u"exec"_s, leadOf(name, u"slow"_s), u"touch"_s, u"/well"_s}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(m_store->project(name).service(u"slow"_s)->health, Health::Healthy, patience);
        QVERIFY(succeeds(m_commands->startService(name, u"slow"_s))); // through the same connection, later
        QCOMPARE(inspect(leadOf(name, u"waits"_s), u"{{.State.Status}}"_s), u"created"_s);
        QVERIFY(succeeds(m_commands->start(name)));
        QTRY_COMPARE(m_store->project(name).runningContainers(), 2);
    }

    void cancelWhilePulling_data() { bothVersions(); }
    void cancelWhilePulling()
    {
        QFETCH(int, tools);
        QTcpServer silent; // a registry that takes connections and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        const QString name
            = openText(u"pulling"_s, tools,
                       "services:\n  web:\n    image: 127.0.0.1:" + QByteArray::number(silent.serverPort()) + "/web\n");
        if (QTest::currentTestFailed() || name.isEmpty())
            return;
        Operation *up = m_commands->up(name, {});
        QTRY_VERIFY_WITH_TIMEOUT(up->phase().startsWith(u"Pulling"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), patience);
        up->cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), 12'000);
        QCOMPARE(up->state(), Operation::State::Cancelled);
        QCOMPARE(pidsOf(name), QList<qint64>());
        QCOMPARE(engineSays(name), QStringList());
    }

private:
    static constexpr const char *withoutTls
        = "Podman asks a registry without TLS only where its settings name the registry.";

    static void bothVersions()
    {
        QTest::addColumn<int>("tools");
        QTest::newRow("Compose 2") << int(Second);
        QTest::newRow("Compose 1") << int(First);
    }

    static QByteArray pair()
    {
        const QByteArray image = "{image: " + Lab::image(Lab::Image::Busybox).toUtf8();
        return "services:\n  api: " + image + ", depends_on: [db]}\n  db: " + image + "}\n";
    }

    static QByteArray dockerfile(const QByteArray &more)
    {
        return "FROM " + Lab::image(Lab::Image::Busybox).toUtf8() + '\n' + more;
    }

    /// A project of two services, of which "web" is built.
    QString openBuilt(const QString &name, int tools, const QByteArray &more)
    {
        QDir().mkpath(path(name));
        write(path(name + u"/Dockerfile"_s), dockerfile(more));
        const QString image = u"gantry-test/"_s + name;
        m_images.append(image);
        return openText(name, tools,
                        "services:\n  web:\n    build: .\n    image: " + image.toUtf8()
                            + "\n    stop_grace_period: 5s\n  other:\n    image: "
                            + Lab::image(Lab::Image::Busybox).toUtf8() + '\n');
    }

    /// The label "edition" of the container of a service.
    QString edition(const QString &project, const QString &service) const
    {
        return inspect(leadOf(project, service), u"{{index .Config.Labels \"edition\"}}"_s);
    }

    QStringList m_images; ///< that a test made
};

QTEST_GUILESS_MAIN(TestProjectActions)
#include "tst_projectactions.moc"
