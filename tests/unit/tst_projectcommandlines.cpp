// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeengine.h"

#include "compose/composearguments.h"
#include "compose/composelabels.h"
#include "compose/projectcommands.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The equivalent commands of projects: pasted into the user's shell they must speak to the engine of the window.
class TestProjectCommandLines : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<FakeEngine> m_fake;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<ProjectStore> m_store;
    std::unique_ptr<ComposeCli> m_cli;
    std::unique_ptr<OperationLog> m_log;
    std::unique_ptr<ProjectCommands> m_commands;
    std::unique_ptr<QTemporaryDir> m_dir;

    /// A project "inside" of one container, whose file is here.
    void connectTo(bool podman, bool shellReachesIt)
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QFile file(m_dir->filePath(u"compose.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("services: {db: {image: postgres}}\n");
        file.close();
        m_fake = std::make_unique<FakeEngine>();
        m_fake->answerBasics();
        if (podman) {
            m_fake->answer("/version",
                           R"({"Version": "4.9.3", "ApiVersion": "1.41", "MinAPIVersion": "1.24",)"
                           R"("Components": [{"Name": "Podman Engine", "Version": "4.9.3"}]})");
        }
        m_fake->answer("/containers/json",
                       R"([{"Id": "id-db", "Names": ["/inside-db-1"], "State": "running", "Status": "Up", "Labels": {)"
                       R"("com.docker.compose.project": "inside", "com.docker.compose.service": "db",)"
                       R"("com.docker.compose.version": "2.26.1", "com.docker.compose.project.working_dir": ")"
                           + m_dir->path().toUtf8() + R"(", "com.docker.compose.project.config_files": ")"
                           + file.fileName().toUtf8() + R"("}}])");
        m_fake->answer("/containers/id-db", {}, 204);
        m_engine = std::make_unique<Engine>();
        m_store = std::make_unique<ProjectStore>(m_engine->containers());
        m_cli = std::make_unique<ComposeCli>();
        m_log = std::make_unique<OperationLog>();
        m_commands = std::make_unique<ProjectCommands>(m_engine.get(), m_store.get(), m_cli.get(), m_log.get());
        m_engine->start(m_fake->found(shellReachesIt));
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
        QCOMPARE(m_engine->info().isPodman(), podman);
        QTRY_VERIFY(m_store->project(u"inside"_s).files.complete());
    }

private Q_SLOTS:
    void cleanup()
    {
        m_commands.reset();
        m_log.reset();
        m_cli.reset();
        m_store.reset();
        m_engine.reset();
        m_fake.reset();
        m_dir.reset();
    }

    void everyCommandNamesTheEngineUnlessTheShellReachesIt_data()
    {
        QTest::addColumn<bool>("podman");
        QTest::addColumn<bool>("reached");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("compose"); ///< %1: the engine's address
        QTest::addColumn<QString>("plain");
        using Kind = ComposeProgram::Kind;
        const QString plugin = u"docker compose"_s;
        const QString pluginAt = u"docker -H %1 compose"_s;
        const QString alone = u"docker-compose"_s;
        const QString aloneAt = u"env DOCKER_HOST=%1 docker-compose"_s;
        QTest::newRow("plugin, own") << false << true << int(Kind::DockerPlugin) << plugin << u"docker"_s;
        QTest::newRow("plugin, other") << false << false << int(Kind::DockerPlugin) << pluginAt << u"docker -H %1"_s;
        QTest::newRow("standalone, own") << false << true << int(Kind::Standalone) << alone << u"docker"_s;
        QTest::newRow("standalone, other") << false << false << int(Kind::Standalone) << aloneAt << u"docker -H %1"_s;
        // A plain docker does not go where a plain podman goes.
        QTest::newRow("Podman's own, by Docker's tool")
            << true << true << int(Kind::DockerPlugin) << pluginAt << u"podman"_s;
        QTest::newRow("Podman's own") << true << true << int(Kind::PodmanPlugin) << u"podman compose"_s << u"podman"_s;
        QTest::newRow("Podman elsewhere") << true << false << int(Kind::PodmanPlugin)
                                          << u"env DOCKER_HOST=%1 podman compose"_s << u"podman --url %1"_s;
    }

    void everyCommandNamesTheEngineUnlessTheShellReachesIt()
    {
        QFETCH(const bool, podman);
        QFETCH(const bool, reached);
        QFETCH(const int, kind);
        QFETCH(QString, compose);
        QFETCH(QString, plain);
        connectTo(podman, reached);
        if (QTest::currentTestFailed())
            return;
        m_cli->setPrograms({{ComposeProgram::Kind(kind), u"/bin/true"_s, u"2.26.1"_s}});
        const QString address = m_engine->endpoint().address();
        compose.replace(u"%1"_s, address);
        plain.replace(u"%1"_s, address);
        const QString inside = u" --project-name inside "_s;
        QCOMPARE(m_commands->stopService(u"inside"_s, u"db"_s)->commandLine(), plain + u" stop inside-db-1"_s);
        QCOMPARE(m_commands->startService(u"inside"_s, u"db"_s)->commandLine(), plain + u" start inside-db-1"_s);
        // Podman's projects are stopped through the API, whose nearest command this is.
        const QString own = (reached ? QString() : u"env DOCKER_HOST="_s + address + u' ') + u"podman compose"_s;
        const QString ending = podman ? own : compose;
        QCOMPARE(m_commands->restart(u"inside"_s)->commandLine(), ending + inside + u"restart"_s);
        QCOMPARE(m_commands->down(u"inside"_s)->commandLine(), ending + inside + u"down"_s);
        const QString file = u"--file "_s + m_dir->filePath(u"compose.yaml"_s);
        const QString builder = podman ? u"DOCKER_BUILDKIT=0 "_s : QString();
        const QString up = builder.isEmpty() || compose.startsWith(u"env "_s) ? compose : u"env "_s + compose;
        QCOMPARE(m_commands->up(u"inside"_s, {})->commandLine(),
                 QString(up).replace(u"env "_s, u"env "_s + builder) + inside + file + u" up -d"_s
                     + (podman ? u" --timeout 10"_s : QString()));
        QTRY_VERIFY(m_log->running().isEmpty());
    }

    void withoutAnyToolTheUsualOneIsNamed()
    {
        connectTo(false, false);
        if (QTest::currentTestFailed())
            return;
        Operation *stop = m_commands->stop(u"inside"_s);
        QCOMPARE(stop->commandLine(),
                 u"docker -H %1 compose --project-name inside stop"_s.arg(m_engine->endpoint().address()));
        QTRY_COMPARE(stop->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->countOf("/containers/id-db/stop"), 1);
    }

    void composeIsToldWhatTheEngineCannotDo_data()
    {
        QTest::addColumn<QByteArray>("version");
        QTest::addColumn<QStringList>("first"); ///< what Compose 1 needs
        QTest::addColumn<QStringList>("second");
        QTest::newRow("20.10") << QByteArray(R"({"ApiVersion": "1.41"})") << QStringList() << QStringList();
        QTest::newRow("25.0") << QByteArray(R"({"ApiVersion": "1.44"})") << QStringList() << QStringList();
        QTest::newRow("26.1") << QByteArray(R"({"ApiVersion": "1.45"})") << QStringList{u"COMPOSE_API_VERSION=1.44"_s}
                              << QStringList();
        QTest::newRow("Podman") << QByteArray(R"({"ApiVersion": "1.41", "Components": [{"Name": "Podman Engine"}]})")
                                << QStringList() << QStringList{u"DOCKER_BUILDKIT=0"_s};
    }

    void composeIsToldWhatTheEngineCannotDo()
    {
        QFETCH(const QByteArray, version);
        QFETCH(const QStringList, first);
        QFETCH(const QStringList, second);
        const EngineTraits traits = EngineTraits::of(QJsonDocument::fromJson(version).object());
        QCOMPARE(traits.composeVariables(1), first);
        QCOMPARE(traits.composeVariables(2), second);
        const QProcessEnvironment set
            = ComposeArguments::environment({}, *Endpoint::parse(u"unix:///tmp/s"_s), first + second);
        for (const QString &variable : first + second)
            QCOMPARE(set.value(variable.section(u'=', 0, 0)), variable.section(u'=', 1));
    }

    void podmanHasComposeAmongItsCommandsSince47()
    {
        const auto has = [](const QString &number) {
            const QJsonObject podman{{u"Name"_s, u"Podman Engine"_s}};
            return EngineTraits::of({{u"Version"_s, number}, {u"Components"_s, QJsonArray{podman}}}).hasComposeCommand;
        };
        QVERIFY(!has(u"4.3.1"_s));
        QVERIFY(has(u"4.7.0"_s));
        QVERIFY(has(u"5.4.2"_s));
        QVERIFY(EngineTraits::of({{u"Version"_s, u"1.0"_s}}).hasComposeCommand);
    }

    void whatTheUserHasSetStays()
    {
        connectTo(true, true);
        if (QTest::currentTestFailed())
            return;
        qputenv("DOCKER_BUILDKIT", "1");
        const auto restore = qScopeGuard([] { qunsetenv("DOCKER_BUILDKIT"); });
        ComposeCli cli;
        cli.setPrograms({{ComposeProgram::Kind::PodmanPlugin, u"/bin/true"_s, u"2.26.1"_s}});
        ProjectCommands commands(m_engine.get(), m_store.get(), &cli, m_log.get());
        QVERIFY(commands.up(u"inside"_s, {})->commandLine().startsWith(u"podman compose "_s));
        QTRY_VERIFY(m_log->running().isEmpty());
    }

    void podmanComposeIsToldByItsOwnVariable()
    {
        const ComposeProgram program{ComposeProgram::Kind::PodmanCompose, u"/usr/bin/podman-compose"_s, u"1.0.3"_s};
        QCOMPARE(program.shownFor({}), QStringList{u"podman-compose"_s});
        QCOMPARE(program.shownFor(u"unix:///tmp/p.sock"_s),
                 QStringList({u"env"_s, u"CONTAINER_HOST=unix:///tmp/p.sock"_s, u"podman-compose"_s}));
    }
};

QTEST_GUILESS_MAIN(TestProjectCommandLines)
#include "tst_projectcommandlines.moc"
