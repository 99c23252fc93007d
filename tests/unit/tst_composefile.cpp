// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composefile.h"
#include "compose/interpolation.h"
#include "compose/yamljson.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(text);
}

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(GANTRY_SOURCE_DIR "/tests/unit/compose/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// "api(db:healthy) image ports": the model in one line a service.
QString printed(const ComposeModel &model)
{
    QStringList lines;
    for (const ProjectService &service : model.services) {
        QStringList needs;
        for (const ServiceDependency &each : service.dependsOn) {
            const QString condition = each.condition == ServiceDependency::Condition::Healthy ? u":healthy"_s
                : each.condition == ServiceDependency::Condition::Completed                   ? u":completed"_s
                                                                                              : QString();
            needs.append(each.service + condition);
        }
        QStringList ports;
        for (const ContainerPort &port : service.ports)
            ports.append(u"%1:%2:%3/%4"_s.arg(port.address, QString::number(port.publicPort),
                                              QString::number(port.privatePort), port.protocol));
        lines.append(u"%1(%2) %3 [%4]"_s.arg(service.name, needs.join(u','), service.image, ports.join(u' ')));
    }
    return lines.join(u'\n');
}

} // namespace

class TestComposeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir.emplace();
        QVERIFY(m_dir->isValid());
        m_environment = QProcessEnvironment();
    }

    void findsTheFileOfAFolder_data()
    {
        QTest::addColumn<QStringList>("present");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const QStringList &present, const QStringList &found) {
            QTest::newRow(name) << present << found;
        };
        row("compose.yaml", {u"compose.yaml"_s}, {u"compose.yaml"_s});
        row("compose.yaml first", {u"docker-compose.yml"_s, u"compose.yml"_s, u"compose.yaml"_s}, {u"compose.yaml"_s});
        row("compose.yml second", {u"docker-compose.yml"_s, u"compose.yml"_s}, {u"compose.yml"_s});
        row("docker-compose.yml", {u"docker-compose.yaml"_s, u"docker-compose.yml"_s}, {u"docker-compose.yml"_s});
        row("docker-compose.yaml", {u"docker-compose.yaml"_s}, {u"docker-compose.yaml"_s});
        row("override", {u"compose.yaml"_s, u"compose.override.yaml"_s},
            {u"compose.yaml"_s, u"compose.override.yaml"_s});
        row("override with the other extension", {u"docker-compose.yml"_s, u"docker-compose.override.yaml"_s},
            {u"docker-compose.yml"_s, u"docker-compose.override.yaml"_s});
        row("override of the other name", {u"compose.yaml"_s, u"docker-compose.override.yml"_s}, {u"compose.yaml"_s});
    }
    void findsTheFileOfAFolder()
    {
        QFETCH(QStringList, present);
        QFETCH(QStringList, found);
        for (const QString &name : present)
            write(path(name), "services: {}\n");
        const ComposeFile::Found result = ComposeFile::find(m_dir->path(), m_environment);
        QCOMPARE(result.problem, QString());
        QStringList expected;
        for (const QString &name : found)
            expected.append(path(name));
        QCOMPARE(result.files.configFiles, expected);
        QCOMPARE(result.files.workingDirectory, m_dir->path());
    }

    void anOddlyNamedFileStandsAlone()
    {
        write(path(u"prod.yaml"_s), "services: {}\n");
        write(path(u"prod.override.yaml"_s), "services: {}\n");
        const ComposeFile::Found result = ComposeFile::find(path(u"prod.yaml"_s), m_environment);
        QCOMPARE(result.files.configFiles, QStringList{path(u"prod.yaml"_s)});
    }

    void saysWhyAPathLeadsToNoProject()
    {
        const ComposeFile::Found empty = ComposeFile::find(m_dir->path(), m_environment);
        QVERIFY2(empty.problem.contains(m_dir->path()), qPrintable(empty.problem));
        QVERIFY(empty.problem.contains(u"compose.yaml"_s));
        const ComposeFile::Found none = ComposeFile::find(path(u"gone.yaml"_s), m_environment);
        QVERIFY2(none.problem.contains(u"does not exist"_s), qPrintable(none.problem));
        QVERIFY(none.files.configFiles.isEmpty());
    }

    void whatIsNoFileIsNotReadAsOne()
    {
        QVERIFY(QDir().mkpath(path(u"compose.yaml"_s)));
        const ComposeFile::Found folder = ComposeFile::find(m_dir->path(), m_environment);
        QVERIFY2(folder.problem.contains(u"no Compose file"_s), qPrintable(folder.problem));
        const ComposeFile::Found within = ComposeFile::find(path(u"compose.yaml"_s), m_environment);
        QVERIFY2(within.problem.contains(u"no Compose file in "_s + path(u"compose.yaml"_s)),
                 qPrintable(within.problem));

        // Whoever read from a pipe would wait for ever.
        QCOMPARE(::mkfifo(path(u"pipe.yaml"_s).toUtf8().constData(), 0600), 0);
        const ComposeFile::Found pipe = ComposeFile::find(path(u"pipe.yaml"_s), m_environment);
        QVERIFY2(pipe.problem.contains(u"is not a file"_s), qPrintable(pipe.problem));
        write(path(u"shop/compose.yaml"_s), "services: {}\n");
        QCOMPARE(::mkfifo(path(u"shop/.env"_s).toUtf8().constData(), 0600), 0);
        QCOMPARE(ComposeFile::find(path(u"shop"_s), m_environment).projectName, u"shop"_s);
    }

    void whatMustNotBeReadIsSaid()
    {
        const QString file = path(u"compose.yaml"_s);
        write(file, "services: {}\n");
        QVERIFY(QFile::setPermissions(file, {}));
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7755)));
        const bool isRoot = ::geteuid() == 0; // who may read everything
        if (isRoot)
            QCOMPARE(::setresuid(65534, 65534, 0), 0);
        const auto restore = qScopeGuard([isRoot] {
            if (isRoot)
                (void)!::setresuid(0, 0, 0);
        });
        const ComposeFile::Found found = ComposeFile::find(m_dir->path(), m_environment);
        QCOMPARE(found.problem, file + u" cannot be read: permission denied."_s);
        const QString model = ComposeModel::fromFiles({file}, m_environment).problem;
        QVERIFY2(model.startsWith(file) && model.contains(qt_error_string(EACCES)), qPrintable(model));
        QString problem;
        ComposeFile::read(file, &problem);
        QVERIFY2(problem.contains(qt_error_string(EACCES)), qPrintable(problem));
    }

    void whatIsThereInsteadIsSaid()
    {
        const auto why = [this](const QString &file) {
            ProjectFiles files;
            files.workingDirectory = m_dir->path();
            files.configFiles = {file};
            return ComposeFile::resolved(files).whyMissing;
        };
        const QString file = path(u"compose.yaml"_s);
        QCOMPARE(why(u"compose.yaml"_s), u"compose.yaml was not found on this machine."_s);
        QVERIFY(QDir().mkpath(file));
        QCOMPARE(why(file), file + u" is a folder, not a file."_s);
        QVERIFY(QDir().rmdir(file));
        QCOMPARE(::mkfifo(QFile::encodeName(file).constData(), 0600), 0);
        QCOMPARE(why(file), file + u" is not a file."_s);
        QVERIFY(QFile::remove(file));
        const QString inside = path(u"closed/deep/compose.yaml"_s);
        QVERIFY(QDir().mkpath(path(u"closed/deep"_s)));
        QVERIFY(QFile::setPermissions(path(u"closed"_s), {}));
        QVERIFY(QFile::setPermissions(m_dir->path(), QFile::Permissions(0x7755)));
        const bool isRoot = ::geteuid() == 0; // who may enter everything
        if (isRoot)
            QCOMPARE(::setresuid(65534, 65534, 0), 0);
        const QString closed = why(inside);
        if (isRoot)
            QCOMPARE(::setresuid(0, 0, 0), 0);
        QVERIFY(QFile::setPermissions(path(u"closed"_s), QFile::Permissions(0x7700)));
        QCOMPARE(closed, inside + u" cannot be read: permission denied."_s);
    }

    void whatIsTooLargeIsSaid()
    {
        const QString file = path(u"compose.yaml"_s);
        write(file, "services: {}\n" + QByteArray("# comment\n").repeated(500'000));
        const ComposeFile::Found found = ComposeFile::find(file, m_environment);
        QCOMPARE(found.problem, QString()); // Compose may well take it
        QVERIFY(ComposeModel::fromFiles({file}, m_environment).problem.contains(u"larger than 4 MiB"_s));
        QString problem;
        QCOMPARE(ComposeFile::read(file, &problem), QString());
        QVERIFY2(problem.contains(u"larger than 4 MiB"_s), qPrintable(problem));
    }

    void namesTheProjectAsComposeDoes()
    {
        const QString folder = path(u"My Shop.2"_s);
        write(folder + u"/compose.yaml"_s, "services: {}\n");
        QCOMPARE(ComposeFile::find(folder, m_environment).projectName, u"myshop2"_s);
        write(folder + u"/compose.yaml"_s, "name: declared-${STAGE:-dev}\nservices: {}\n");
        QCOMPARE(ComposeFile::find(folder, m_environment).projectName, u"declared-dev"_s);
        write(folder + u"/.env"_s, "COMPOSE_PROJECT_NAME=dotenv\nSTAGE=prod\n");
        QCOMPARE(ComposeFile::find(folder, m_environment).projectName, u"dotenv"_s);
        m_environment.insert(u"COMPOSE_PROJECT_NAME"_s, u"Outside"_s);
        QCOMPARE(ComposeFile::find(folder, m_environment).projectName, u"outside"_s);
    }

    void normalisesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("normalised");
        QTest::newRow("case") << u"TP1"_s << u"tp1"_s;
        QTest::newRow("inner signs stay") << u"my-shop_2"_s << u"my-shop_2"_s;
        QTest::newRow("leading signs go") << u"_-x"_s << u"x"_s;
        QTest::newRow("others go") << u"été & co."_s << u"tco"_s;
        QTest::newRow("nothing left") << u"…"_s << QString();
    }
    void normalisesNames()
    {
        QFETCH(QString, name);
        QFETCH(QString, normalised);
        QCOMPARE(ComposeFile::normalisedProjectName(name), normalised);
    }

    void resolvesTheRelativeFilesOfCompose1()
    {
        write(path(u"compose.yaml"_s), "services: {}\n");
        write(path(u"sub/other.yaml"_s), "services: {}\n");
        ProjectFiles labelled;
        labelled.workingDirectory = m_dir->path();
        labelled.configFiles = {u"sub/other.yaml"_s, u"../elsewhere/compose.yaml"_s, u"gone.yaml"_s};
        const ProjectFiles files = ComposeFile::resolved(labelled);
        QCOMPARE(files.configFiles, QStringList({path(u"sub/other.yaml"_s), path(u"compose.yaml"_s)}));
        QCOMPARE(files.missing, QStringList{u"gone.yaml"_s});
        QVERIFY(!files.complete());
    }

    void leavesTheDefaultEnvFileToCompose()
    {
        write(path(u"compose.yaml"_s), "services: {}\n");
        write(path(u".env"_s), "");
        write(path(u"prod.env"_s), "");
        ProjectFiles labelled;
        labelled.workingDirectory = m_dir->path();
        labelled.configFiles = QStringList{path(u"compose.yaml"_s)};
        labelled.environmentFiles = QStringList{path(u".env"_s)};
        QCOMPARE(ComposeFile::resolved(labelled).environmentFiles, QStringList());
        labelled.environmentFiles = QStringList{path(u"prod.env"_s)};
        QCOMPARE(ComposeFile::resolved(labelled).environmentFiles, QStringList{path(u"prod.env"_s)});
        labelled.environmentFiles = QStringList{path(u"gone.env"_s)};
        QVERIFY(!ComposeFile::resolved(labelled).complete());
    }

    void readsTheSampleProject()
    {
        const QString sample = QStringLiteral(GANTRY_SOURCE_DIR "/resources/sample/compose.yaml");
        const ComposeModel model = ComposeModel::fromFiles({sample}, m_environment);
        QCOMPARE(model.problem, QString());
        QCOMPARE(printed(model), u"api(db:healthy) gantry-sample-api [0.0.0.0:8000:8000/tcp]\ndb() postgres:16 []"_s);
        QCOMPARE(model.volumes, QStringList{u"pgdata"_s});
        QVERIFY(model.services.first().built);
        QCOMPARE(model.services.first().buildFolder, u"./api"_s);
        m_environment.insert(u"SAMPLE_API_PORT"_s, u"8080"_s);
        const ComposeModel other = ComposeModel::fromFiles({sample}, m_environment);
        QCOMPARE(other.services.first().ports.first().publicPort, quint16(8080));
    }

    void readsWhatBothComposesPrint()
    {
        const QString expected
            = u"api(db:healthy) gantry-lab/api [0.0.0.0:8000:8000/tcp]\ndb() gantry-lab/postgres:15 []"_s;
        const ComposeModel second = ComposeModel::fromConfigJson(fixture(u"config-2.26.json"_s));
        QCOMPARE(printed(second), expected);
        QCOMPARE(second.name, u"shop"_s);
        QCOMPARE(second.services.first().buildFolder, u"/srv/shop/api"_s);
        QCOMPARE(second.volumes, QStringList{u"pgdata"_s});
        const ComposeModel first = ComposeModel::fromConfigYaml(fixture(u"config-1.29.yaml"_s));
        QCOMPARE(printed(first), expected);
        QCOMPARE(first.volumes, QStringList{u"pgdata"_s});
    }

    void mergesFilesAndUnderstandsEveryPortSyntax()
    {
        write(path(u"a.yaml"_s), R"(
x-common: &common
  image: base
  profiles: [dev]
services:
  web:
    <<: *common
    depends_on: [api, db]
    ports:
      - "3000"
      - "127.0.0.1:8001:80/udp"
      - "[::1]:443:443"
      - 9000-9001:7000-7001
      - target: 53
        published: "5353"
        protocol: udp
  api:
    network_mode: "service:db"
    deploy: {replicas: 3}
volumes:
  data:
  shared: {external: true}
)");
        write(path(u"b.yaml"_s),
              "services:\n  web:\n    image: better:2\n    depends_on:\n      db: {condition: "
              "service_healthy}\n  db: {image: postgres}\n");
        const ComposeModel model = ComposeModel::fromFiles({path(u"a.yaml"_s), path(u"b.yaml"_s)}, m_environment);
        QCOMPARE(printed(model),
                 u"api(db)  []\ndb() postgres []\nweb(api,db:healthy) better:2 [:0:3000/tcp 127.0.0.1:8001:80/udp "
                 "[::1]:443:443/tcp 0.0.0.0:9000:7000/tcp 0.0.0.0:9001:7001/tcp 0.0.0.0:5353:53/udp]"_s);
        QCOMPARE(model.services.first().declaredInstances, 3);
        QCOMPARE(model.profiles, QStringList{u"dev"_s});
        QCOMPARE(model.volumes, QStringList{u"data"_s});
    }

    void brokenFilesHaveTheParsersWords()
    {
        write(path(u"broken.yaml"_s), "services:\n  api:\n   image: x\n  - y\n");
        const ComposeModel model = ComposeModel::fromFiles({path(u"broken.yaml"_s)}, m_environment);
        QVERIFY2(model.problem.contains(u"line 4"_s), qPrintable(model.problem));
        QVERIFY(model.services.isEmpty());
        QVERIFY(!ComposeModel::fromFiles({path(u"none.yaml"_s)}, m_environment).problem.isEmpty());
        QVERIFY(!ComposeModel::fromConfigJson("nonsense").problem.isEmpty());
    }

    void refusesABombOfAliases()
    {
        QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 12; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            const QByteArray name = "a" + QByteArray::number(i);
            bomb += name + ": &" + name + " [" + (before + ",").repeated(9) + before + "]\n";
        }
        const YamlDocument document = jsonFromYaml(bomb);
        QVERIFY(!document.problem.isEmpty());
        QVERIFY(document.root.isEmpty());
        QVERIFY(!jsonFromYaml(QByteArray("[").repeated(5000)).problem.isEmpty());
        QVERIFY(!jsonFromYaml("- only\n- a list\n").problem.isEmpty());
    }

    void interpolatesAsComposeDoes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const QString &text, const QString &expected) { QTest::newRow(qPrintable(text)) << text << expected; };
        row(u"plain"_s, u"plain"_s);
        row(u"$NAME-x"_s, u"value-x"_s);
        row(u"${NAME}x"_s, u"valuex"_s);
        row(u"${UNSET}"_s, QString());
        row(u"${EMPTY:-d}"_s, u"d"_s);
        row(u"${EMPTY-d}"_s, QString());
        row(u"${UNSET-d}"_s, u"d"_s);
        row(u"${UNSET:-${NAME}:1}"_s, u"value:1"_s);
        row(u"${NAME:+other}"_s, u"other"_s);
        row(u"${EMPTY:+other}"_s, QString());
        row(u"${UNSET?must be set}"_s, QString());
        row(u"$$NAME"_s, u"$NAME"_s);
        row(u"cost: 5$"_s, u"cost: 5$"_s);
        row(u"${"_s, u"${"_s);
        row(u"${1x}"_s, u"${1x}"_s);
    }
    void interpolatesAsComposeDoes()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        m_environment.insert(u"NAME"_s, u"value"_s);
        m_environment.insert(u"EMPTY"_s, u""_s);
        QCOMPARE(interpolated(text, m_environment), expected);
    }

    void readsEnvFiles()
    {
        const QProcessEnvironment found
            = environmentFromFile("# comment\nA=1\n export B = two words # note\nC=\"quoted # no "
                                  "note\"\nD='single'\nE=\nnonsense\n=x\nF=a=b\r\n");
        QCOMPARE(found.value(u"A"_s), u"1"_s);
        QCOMPARE(found.value(u"B"_s), u"two words"_s);
        QCOMPARE(found.value(u"C"_s), u"quoted # no note"_s);
        QCOMPARE(found.value(u"D"_s), u"single"_s);
        QVERIFY(found.contains(u"E"_s));
        QCOMPARE(found.value(u"F"_s), u"a=b"_s);
        QCOMPARE(found.keys().size(), 6);
    }

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }

    std::optional<QTemporaryDir> m_dir;
    QProcessEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TestComposeFile)
#include "tst_composefile.moc"
