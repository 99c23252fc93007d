// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composearguments.h"
#include "compose/composecli.h"
#include "compose/composelabels.h"
#include "compose/composeoutput.h"
#include "compose/upplan.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

QString fixture(const QString &name)
{
    QFile file(QStringLiteral(GANTRY_SOURCE_DIR "/tests/unit/compose/") + name);
    return file.open(QIODevice::ReadOnly) ? ComposeOutput().feed(file.readAll()) : QString();
}

ComposeProgram program(ComposeProgram::Kind kind, const QString &version)
{
    return {kind, u"/usr/bin/tool"_s, version};
}

const ComposeProgram second = program(ComposeProgram::Kind::DockerPlugin, u"2.26.1"_s);
const ComposeProgram first = program(ComposeProgram::Kind::Standalone, u"1.29.2"_s);

/// The project of the recorded outputs: api needs db.
Project shop()
{
    Project project;
    project.name = u"shop"_s;
    project.files.workingDirectory = u"/srv/shop"_s;
    project.files.configFiles = QStringList{u"/srv/shop/compose.yaml"_s};
    ProjectService api;
    api.name = u"api"_s;
    api.inFile = true;
    api.built = true;
    api.containers = QStringList{u"id-api"_s};
    ProjectService db;
    db.name = u"db"_s;
    db.inFile = true;
    db.containers = QStringList{u"id-db"_s};
    project.services = {api, db};
    return project;
}

QString printed(const UpPlan &plan)
{
    QStringList recreated;
    for (const UpPlan::Change &change : plan.recreated)
        recreated.append(change.service);
    return u"recreate %1; create %2"_s.arg(recreated.join(u','), plan.created.join(u','));
}

} // namespace

class TestComposeCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesEverythingTheProjectWasMadeFrom()
    {
        Project project = shop();
        QCOMPARE(ComposeArguments::up(second, project, {}).join(u' '),
                 u"--project-name shop --file /srv/shop/compose.yaml up -d"_s);
        project.files.configFiles = QStringList{u"/srv/files/compose.yaml"_s, u"/srv/files/compose.prod.yaml"_s};
        project.files.environmentFiles = QStringList{u"/srv/a.env"_s, u"/srv/b.env"_s};
        project.activeProfiles = QStringList{u"dev"_s};
        UpOptions options;
        options.build = true;
        options.recreate = true;
        options.services = QStringList{u"api"_s};
        QCOMPARE(ComposeArguments::up(second, project, options).join(u' '),
                 u"--project-name shop --file /srv/files/compose.yaml --file /srv/files/compose.prod.yaml "
                 "--project-directory /srv/shop --env-file /srv/a.env --env-file /srv/b.env --profile dev "
                 "up -d --build --force-recreate api"_s);
        QVERIFY(!ComposeArguments::up(program(ComposeProgram::Kind::PodmanCompose, u"1.0.3"_s), project, {})
                     .contains(u"--project-directory"_s));
    }

    void pullsInTheWayOfEachVersion()
    {
        UpOptions options;
        options.pull = true;
        QVERIFY(ComposeArguments::up(second, shop(), options).join(u' ').endsWith(u"up -d --pull always"_s));
        QVERIFY(ComposeArguments::up(first, shop(), options).join(u' ').endsWith(u"up -d"_s));
        // api is built: no registry has it.
        QVERIFY(ComposeArguments::pull(first, shop(), options).join(u' ').endsWith(u"pull db"_s));
        options.services = QStringList{u"api"_s};
        QCOMPARE(ComposeArguments::pull(first, shop(), options), QStringList());
    }

    void asksForTheConfigurationWithEveryProfile()
    {
        Project project = shop();
        project.profiles = QStringList{u"dev"_s, u"ops"_s};
        const QString line = ComposeArguments::config(second, project).join(u' ');
        QVERIFY2(line.endsWith(u"--profile dev --profile ops config --format json"_s), qPrintable(line));
        QVERIFY(ComposeArguments::config(first, project).join(u' ').endsWith(u"config"_s));
        QVERIFY(ComposeArguments::dryRun(project, second, {}).join(u' ').startsWith(u"--dry-run --project-name"_s));
    }

    void leadsComposeToTheEngineAndNowhereElse()
    {
        QProcessEnvironment base;
        base.insert(u"DOCKER_CONTEXT"_s, u"remote"_s);
        base.insert(u"COMPOSE_FILE"_s, u"/other.yaml"_s);
        base.insert(u"COMPOSE_PROJECT_NAME"_s, u"other"_s);
        base.insert(u"HOME"_s, u"/home/me"_s);
        const QProcessEnvironment result
            = ComposeArguments::environment(base, *Endpoint::parse(u"unix:///run/x.sock"_s));
        QCOMPARE(result.value(u"DOCKER_HOST"_s), u"unix:///run/x.sock"_s);
        QCOMPARE(result.value(u"HOME"_s), u"/home/me"_s);
        QVERIFY(!result.contains(u"DOCKER_CONTEXT"_s));
        QVERIFY(!result.contains(u"COMPOSE_FILE"_s));
        QVERIFY(!result.contains(u"COMPOSE_PROJECT_NAME"_s));
    }

    void readsVersions_data()
    {
        QTest::addColumn<QString>("output");
        QTest::addColumn<QString>("version");
        QTest::newRow("Debian 13") << u"2.26.1-4\n"_s << u"2.26.1-4"_s;
        QTest::newRow("Compose 1") << u"1.29.2\n"_s << u"1.29.2"_s;
        QTest::newRow("with v") << u"v2.39.1\n"_s << u"2.39.1"_s;
        QTest::newRow("podman-compose") << u"podman-compose version: 1.0.3\nusing podman version: 4.3.1"_s
                                        << u"1.0.3"_s;
        QTest::newRow("none") << u"docker: 'compose' is not a docker command."_s << QString();
    }
    void readsVersions()
    {
        QFETCH(QString, output);
        QFETCH(QString, version);
        QCOMPARE(ComposeProgram::versionIn(output), version);
    }

    void findsToolsInTheirOrder()
    {
        QTemporaryDir dir;
        const auto tool = [&dir](const QString &name, const QByteArray &script) {
            QFile file(dir.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\n" + script);
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        };
        QProcessEnvironment environment;
        environment.insert(u"PATH"_s, dir.path());
        ComposeCli cli(environment);
        QSignalSpy searched(&cli, &ComposeCli::searched);

        cli.search();
        QVERIFY(searched.wait(Tests::patience));
        QCOMPARE(cli.programs().size(), 0);
        QVERIFY(!cli.preferred(false));

        tool(u"podman-compose"_s, "echo podman-compose version: 1.0.3");
        tool(u"docker-compose"_s, "echo 1.29.2");
        tool(u"docker"_s, "echo \"docker: 'compose' is not a docker command.\" >&2; exit 1");
        cli.search();
        QVERIFY(searched.wait(Tests::patience));
        QCOMPARE(names(cli), QStringList({u"docker-compose 1.29.2"_s, u"podman-compose 1.0.3"_s}));

        tool(u"docker"_s, "[ \"$*\" = 'compose version --short' ] && echo 2.26.1");
        cli.search();
        QVERIFY(searched.wait(Tests::patience));
        QCOMPARE(names(cli),
                 QStringList({u"docker compose 2.26.1"_s, u"docker-compose 1.29.2"_s, u"podman-compose 1.0.3"_s}));
        QCOMPARE(cli.preferred(false)->shown(), QStringList({u"docker"_s, u"compose"_s}));

        // One that hangs is left out; the shell has no sleep in this PATH.
        tool(u"docker"_s, "while :; do :; done");
        cli.setPatience(300);
        cli.search();
        QVERIFY(cli.isSearching());
        QVERIFY(searched.wait(Tests::patience));
        QCOMPARE(names(cli), QStringList({u"docker-compose 1.29.2"_s, u"podman-compose 1.0.3"_s}));
    }

    void aSearchForLaterBeginsWithTheFirstThatIsDue()
    {
        ComposeCli cli(QProcessEnvironment{});
        QSignalSpy searched(&cli, &ComposeCli::searched);
        cli.searchAfter(3'600'000);
        QVERIFY(cli.isSearching());
        QVERIFY(searched.isEmpty());
        cli.searchAfter(0);
        QVERIFY(searched.wait(Tests::patience));
        QVERIFY(!cli.isSearching());

        cli.searchAfter(3'600'000);
        cli.search();
        QVERIFY(searched.wait(Tests::patience));
        QVERIFY(!cli.isSearching());
    }

    void choosesTheVersionThatMadeTheProject()
    {
        ComposeCli cli;
        const ComposeProgram podman = program(ComposeProgram::Kind::PodmanCompose, u"1.0.3"_s);
        cli.setPrograms({second, first, podman});
        Project project = shop();
        QCOMPARE(cli.matching(project, false)->version, second.version);
        project.composeVersion = u"1.29.2"_s;
        QCOMPARE(cli.matching(project, false)->version, first.version);
        project.composeVersion = u"5.0.0"_s;
        QCOMPARE(cli.matching(project, false)->version, second.version);
        project.composeVersion = u"1.0.3"_s;
        project.podmanCompose = true;
        QVERIFY(!cli.matching(project, false));
        QCOMPARE(cli.matching(project, true)->version, podman.version);
        cli.setPrograms({second});
        project.podmanCompose = false;
        QVERIFY(!cli.matching(project, false));
        // Podman's own tools reach Podman's engine only.
        cli.setPrograms({podman});
        QVERIFY(!cli.preferred(false));
        QVERIFY(cli.preferred(true));
    }

    void readsDryRuns_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("plan");
        QTest::newRow("port changed") << u"dryrun-recreate-2.26.txt"_s << u"recreate api; create "_s;
        QTest::newRow("nothing to do") << u"dryrun-running-2.26.txt"_s << u"recreate ; create "_s;
        QTest::newRow("one missing") << u"dryrun-create-2.26.txt"_s << u"recreate ; create api"_s;
    }
    void readsDryRuns()
    {
        QFETCH(QString, file);
        QFETCH(QString, plan);
        Project project = shop();
        const QHash<QString, QString> containers{{u"id-api"_s, u"shop-api-1"_s}, {u"id-db"_s, u"shop-db-1"_s}};
        QCOMPARE(printed(UpPlan::fromDryRun(project, containers, fixture(file))), plan);
    }

    void aServicesNameMayHoldDashes()
    {
        Project project;
        project.name = u"a"_s;
        ProjectService one;
        one.name = u"b"_s;
        ProjectService other;
        other.name = u"b-c"_s;
        project.services = {one, other};
        const UpPlan plan = UpPlan::fromDryRun(project, {}, u" DRY-RUN MODE -  Container a-b-c-1  Creating\n"_s);
        QCOMPARE(plan.created, QStringList{u"b-c"_s});
    }

    void comparesHashes()
    {
        const QString output = fixture(u"hashes-2.26.txt"_s);
        const QString api = output.section(u'\n', 0, 0).section(u' ', 1, 1);
        const QString db = output.section(u'\n', 1, 1).section(u' ', 1, 1);
        QCOMPARE(api.size(), 64);
        QHash<QString, QString> hashes{{u"id-api"_s, api}, {u"id-db"_s, db}};
        QCOMPARE(printed(UpPlan::fromHashes(shop(), hashes, output)), u"recreate ; create "_s);
        hashes.insert(u"id-db"_s, u"older"_s);
        QCOMPARE(printed(UpPlan::fromHashes(shop(), hashes, output)), u"recreate db; create "_s);
        Project half = shop();
        half.services[0].containers.clear();
        QCOMPARE(printed(UpPlan::fromHashes(half, hashes, output)), u"recreate db; create api"_s);
    }

    void namesAllServicesThatExist()
    {
        Project half = shop();
        half.services[0].containers.clear();
        QCOMPARE(printed(UpPlan::recreatingAll(half, {}, u"why"_s)), u"recreate db; create api"_s);
        QCOMPARE(printed(UpPlan::recreatingAll(half, {u"api"_s}, u"why"_s)), u"recreate ; create api"_s);
    }

    void stripsWhatIsNoText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("a\nb\tc") << u"a\nb\tc"_s;
        QTest::newRow("colour") << QByteArray("\x1b[1;32mdone\x1b[0m!") << u"done!"_s;
        QTest::newRow("title") << QByteArray("\x1b]0;evil\x07safe\x1b]8;;http://x\x1b\\link") << u"safelink"_s;
        QTest::newRow("character set") << QByteArray("\x1b(Bx") << u"x"_s;
        QTest::newRow("line ends") << QByteArray("a\r\nb\rc") << u"a\nb\nc"_s;
        QTest::newRow("controls") << QByteArray("a\x08\x7f"
                                                "b\xc2\x9b"
                                                "31mc")
                                  << u"abc"_s;
        QTest::newRow("UTF-8") << QByteArray("caf\xc3\xa9 \xf0\x9f\x90\xb3") << u"café 🐳"_s;
    }
    void stripsWhatIsNoText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QCOMPARE(ComposeOutput().feed(bytes), text);
        // Cut anywhere, it is the same.
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            ComposeOutput output;
            const QString before = output.feed(bytes.left(cut));
            QCOMPARE(before + output.feed(bytes.mid(cut)), text);
        }
    }

    void tellsPhases_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("phase");
        const auto row
            = [](const QString &line, const QString &phase) { QTest::newRow(qPrintable(line)) << line << phase; };
        row(u" Container shop-db-1  Starting"_s, u"Starting shop-db-1"_s);
        row(u" Container shop-db-1 Starting "_s, u"Starting shop-db-1"_s);
        row(u" Container shop-db-1  Started"_s, QString());
        row(u" Container shop-db-1  Waiting"_s, u"Waiting for shop-db-1"_s);
        row(u" Container shop-api-1  Recreate"_s, u"Recreating shop-api-1"_s);
        row(u" Volume \"shop_pgdata\"  Creating"_s, u"Creating shop_pgdata"_s);
        row(u" db Pulling "_s, u"Pulling db"_s);
        row(u"Creating network \"shop_default\" with the default driver"_s, u"Creating shop_default"_s);
        row(u"Creating shop_db_1 ... "_s, u"Creating shop_db_1"_s);
        row(u"Creating shop_db_1 ... done"_s, QString());
        row(u"Pulling a (nowhere/none:)..."_s, u"Pulling a"_s);
        row(u"#6 [api 2/4] RUN make"_s, u"Building: [api 2/4] RUN make"_s);
        row(u"#6 DONE 1.1s"_s, QString());
        row(u"Step 2/7 : FROM base"_s, u"Building: Step 2/7 : FROM base"_s);
        row(u"STEP 2/3: RUN [\"make\"]"_s, u"Building: STEP 2/3: RUN [\"make\"]"_s); // Podman
        row(u"Error response from daemon: no"_s, QString());
    }
    void tellsPhases()
    {
        QFETCH(QString, line);
        QFETCH(QString, phase);
        QCOMPARE(composePhase(line), phase);
    }

    void keepsComposesOwnWords_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("advice");
        QTest::newRow("invalid, 2") << u"invalid-2.26.txt"_s
                                    << u"validating /srv/bad/compose.yaml: services.api.ports must be a list"_s
                                    << u"Correct the file"_s;
        QTest::newRow("invalid, 1")
            << u"invalid-1.29.txt"_s
            << u"The Compose file '/srv/bad/compose.yaml' is invalid because:\nservices.api.ports contains an invalid type, it should be an array\nUnsupported config option for services.api: 'imagee'"_s
            << u"Correct the file"_s;
        QTest::newRow("port taken") << u"port-2.26.txt"_s << fixture(u"port-2.26.txt"_s).trimmed().section(u'\n', -1)
                                    << u"publish another port"_s;
        QTest::newRow("no registry") << u"missing-1.29.txt"_s
                                     << fixture(u"missing-1.29.txt"_s).trimmed().section(u'\n', -1)
                                     << u"registry could not be reached"_s;
        QTest::newRow("all went well") << u"up-2.26.txt"_s << QString() << QString();
        QTest::newRow("all went well, 1") << u"up-1.29.txt"_s << QString() << QString();
    }
    void keepsComposesOwnWords()
    {
        QFETCH(QString, file);
        QFETCH(QString, words);
        QFETCH(QString, advice);
        const QString output = fixture(file);
        QVERIFY(!output.isEmpty());
        QCOMPARE(composeWords(output), words);
        QVERIFY2(composeAdvice(output).contains(advice), qPrintable(composeAdvice(output)));
    }

private:
    static QStringList names(const ComposeCli &cli)
    {
        QStringList result;
        for (const ComposeProgram &each : cli.programs())
            result.append(each.displayName());
        return result;
    }
};

QTEST_GUILESS_MAIN(TestComposeCli)
#include "tst_composecli.moc"
