// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakecontainers.h"
#include "futures.h"

#include "items/databasemodel.h"
#include "items/humanize.h"
#include "postgres/databasefinder.h"
#include "postgres/tunneltool.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestDatabaseFinder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imageNames_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<bool>("database");
        for (const char *yes :
             {"postgres", "postgres:16", "postgres:16-alpine", "docker.io/library/postgres:15@sha256:00",
              "postgis/postgis:16-3.4", "timescale/timescaledb-ha:pg16", "pgvector/pgvector:pg16",
              "bitnami/postgresql:15", "registry:5000/team/postgres-custom", "gantry-lab/postgres:15",
              "supabase/postgres:15.1", "my_postgres", "postgres16"})
            QTest::newRow(yes) << QString::fromLatin1(yes) << true;
        for (const char *no : {"redis", "prometheuscommunity/postgres-exporter:v0.15", "postgrest/postgrest",
                               "dpage/pgadmin4", "edoburu/pgbouncer", "prodrigestivill/postgres-backup-local",
                               "postgres-company/api", "tp1_db", "sha256:0011", ""})
            QTest::newRow(no) << QString::fromLatin1(no) << false;
    }

    void imageNames()
    {
        QFETCH(const QString, image);
        QFETCH(const bool, database);
        ContainerSummary container;
        container.image = image;
        QCOMPARE(DatabaseFinder::looksLikeDatabase(container), database);
    }

    void portInTheList()
    {
        ContainerSummary container;
        container.image = u"tp1_db"_s;
        container.ports << ContainerPort{{}, 5432, 0, u"tcp"_s};
        QVERIFY(DatabaseFinder::looksLikeDatabase(container));
        container.ports[0].privatePort = 5433;
        QVERIFY(!DatabaseFinder::looksLikeDatabase(container));
    }

    void details()
    {
        ContainerDetails container;
        container.image = u"tp1_db"_s;
        QVERIFY(!DatabaseFinder::isDatabase(container));
        container.environment = QStringList{u"PGDATA=/data"_s};
        QVERIFY(DatabaseFinder::isDatabase(container));
        container.environment.clear();
        container.exposedPorts = QStringList{u"5432/tcp"_s};
        QVERIFY(DatabaseFinder::isDatabase(container));
        container.exposedPorts.clear();
        // A client has the same variables as its server.
        container.environment
            = QStringList{u"POSTGRES_USER=u"_s, u"POSTGRES_PASSWORD=p"_s, u"POSTGRES_DB=d"_s, u"POSTGRES_HOST=db"_s};
        container.path = u"uvicorn"_s;
        QVERIFY(!DatabaseFinder::isDatabase(container));
        container.path = u"docker-entrypoint.sh"_s;
        container.arguments = QStringList{u"/usr/lib/postgresql/15/bin/postgres"_s};
        QVERIFY(DatabaseFinder::isDatabase(container));
    }

    void images()
    {
        ImageDetails image;
        QVERIFY(!DatabaseFinder::isDatabase(image));
        image.environment = QStringList{u"PG_MAJOR=16"_s, u"PGDATA=/var/lib/postgresql/data"_s};
        QVERIFY(DatabaseFinder::isDatabase(image));
    }

    void followsTheEngineAndAsksEachImageOnce()
    {
        FakeEngine fake;
        fake.answerBasics();
        fake.answer("/containers/json", R"([
            {"Id": "a", "Names": ["/api"], "Image": "tp1_api", "ImageID": "sha256:api", "State": "running"},
            {"Id": "b", "Names": ["/db"], "Image": "tp1_db", "ImageID": "sha256:db", "State": "exited"},
            {"Id": "c", "Names": ["/db2"], "Image": "tp1_db", "ImageID": "sha256:db", "State": "exited"},
            {"Id": "d", "Names": ["/pg"], "Image": "postgres:16", "ImageID": "sha256:pg", "State": "running"}])");
        fake.answer("/images/sha256%3Aapi/json", R"({"Config": {"Env": ["POSTGRES_PASSWORD=x"]}})");
        fake.answer("/images/sha256%3Adb/json", R"({"Config": {"Env": ["PGDATA=/x"]}})");
        Engine engine;
        DatabaseFinder finder(&engine);
        QSignalSpy changed(&finder, &DatabaseFinder::changed);
        engine.start(fake.found());
        QTRY_COMPARE(finder.databases().size(), 3);
        QVERIFY(!finder.isDatabase(u"a"_s));
        QVERIFY(finder.isDatabase(u"b"_s));
        QVERIFY(finder.isDatabase(u"c"_s));
        QVERIFY(finder.isDatabase(u"d"_s));
        QCOMPARE(fake.countOf("/images/sha256%3Adb"), 1);
        QCOMPARE(fake.countOf("/images/sha256%3Apg"), 0);

        // A further container of a known image is judged without asking.
        changed.clear();
        fake.answer("/containers/json", R"([{"Id": "e", "Names": ["/db3"], "ImageID": "sha256:db"}])");
        fake.sendContainerEvent("create", "e");
        QTRY_VERIFY(finder.isDatabase(u"e"_s));
        QCOMPARE(fake.countOf("/images/sha256%3Adb"), 1);
        QCOMPARE(changed.count(), 1);
        fake.answer("/containers/json", "[]");
        fake.sendContainerEvent("destroy", "e");
        QTRY_VERIFY(!finder.isDatabase(u"e"_s));
    }

    void modelShowsTheDatabasesOfTheEngine()
    {
        FakeEngine fake;
        fake.answerBasics();
        FakeContainers containers(&fake);
        const auto port = [](const QString &address) {
            return QJsonObject{
                {u"IP"_s, address}, {u"PrivatePort"_s, 5432}, {u"PublicPort"_s, 15432}, {u"Type"_s, u"tcp"_s}};
        };
        containers.add('d', u"pg"_s, u"postgres:16"_s, u"Up 2 hours (healthy)"_s,
                       {{u"com.docker.compose.project"_s, u"shop"_s}, {u"com.docker.compose.service"_s, u"db"_s}},
                       {{u"Ports"_s, QJsonArray{port(u"0.0.0.0"_s), port(u"::"_s)}}});
        containers.add('f', u"web"_s, u"web"_s, u"Up 2 hours"_s);
        Engine engine;
        DatabaseFinder finder(&engine);
        DatabaseModel model(engine.containers(), &finder);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QCOMPARE(model.rowCount(), 0);
        engine.start(fake.found());
        QTRY_COMPARE(model.rowCount(), 1);
        const QPersistentModelIndex first = model.index(0, 0);
        QCOMPARE(first.data().toString(), u"pg"_s);
        const auto cell = [&model](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(cell(0, DatabaseModel::StateColumn), u"healthy"_s);
        QCOMPARE(cell(0, DatabaseModel::PlaceColumn), u"shop / db"_s);
        QCOMPARE(cell(0, DatabaseModel::ImageColumn), u"postgres:16"_s);
        QCOMPARE(cell(0, DatabaseModel::PortsColumn), u"15432"_s);
        QCOMPARE(model.index(0, DatabaseModel::CreatedColumn).data(SortRole).toDateTime().toSecsSinceEpoch(),
                 1'700'000'000);
        QVERIFY(first.data(FilterTextRole).toString().contains(u"shop / db"_s));

        containers.add('e', u"<b>other"_s, u"postgres:15"_s, u"Exited (3) 2 hours ago"_s);
        containers.tell("create", 'e');
        QTRY_COMPARE(model.rowCount(), 2);
        QCOMPARE(cell(1, DatabaseModel::NameColumn), u"<b>other"_s);
        QCOMPARE(cell(1, DatabaseModel::PortsColumn), Humanize::absent());
        QVERIFY(cell(1, DatabaseModel::StateColumn).contains(u'3'));

        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        containers.setStatus('d', u"Exited (0) 1 second ago"_s);
        containers.tell("die", 'd');
        QTRY_COMPARE(cell(0, DatabaseModel::StateColumn), u"exited (0)"_s);
        QCOMPARE(changed.count(), 1);
        QVERIFY(first.isValid());

        containers.remove('d');
        containers.tell("destroy", 'd');
        QTRY_COMPARE(model.rowCount(), 1);
        QVERIFY(!first.isValid());
        QCOMPARE(cell(0, DatabaseModel::NameColumn), u"<b>other"_s);
        QCOMPARE(reset.count(), 0);
    }

    void login_data()
    {
        QTest::addColumn<QStringList>("environment");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("database");
        QTest::addColumn<int>("port");
        QTest::newRow("nothing") << QStringList() << u"postgres"_s << QString() << u"postgres"_s << 5432;
        QTest::newRow("all") << QStringList{u"POSTGRES_USER=ada"_s, u"POSTGRES_PASSWORD=a=b c"_s, u"POSTGRES_DB=shop"_s}
                             << u"ada"_s << u"a=b c"_s << u"shop"_s << 5432;
        QTest::newRow("database of the user")
            << QStringList{u"POSTGRES_USER=ada"_s} << u"ada"_s << QString() << u"ada"_s << 5432;
        QTest::newRow("bitnami") << QStringList{u"POSTGRESQL_USERNAME=b"_s, u"POSTGRESQL_PASSWORD=p"_s,
                                                u"POSTGRESQL_DATABASE=d"_s, u"POSTGRESQL_PORT_NUMBER=6000"_s}
                                 << u"b"_s << u"p"_s << u"d"_s << 6000;
        QTest::newRow("port") << QStringList{u"PGPORT=5433"_s} << u"postgres"_s << QString() << u"postgres"_s << 5433;
        QTest::newRow("bad port") << QStringList{u"PGPORT=none"_s} << u"postgres"_s << QString() << u"postgres"_s
                                  << 5432;
    }

    void login()
    {
        QFETCH(const QStringList, environment);
        QFETCH(const QString, user);
        QFETCH(const QString, password);
        QFETCH(const QString, database);
        QFETCH(const int, port);
        const FakeEngine fake;
        EngineClient client(fake.endpoint());
        ContainerDetails container;
        container.environment = environment;
        const QFuture<DatabaseLogin> future = DatabaseFinder::login(&client, container);
        QVERIFY(hasEnded(future));
        QCOMPARE(future.result().user, user);
        QCOMPARE(future.result().password, password);
        QCOMPARE(future.result().hasPassword, !password.isEmpty());
        QCOMPARE(future.result().database, database);
        QCOMPARE(int(future.result().port), port);
        QVERIFY(future.result().problems.isEmpty());
        QCOMPARE(future.result().parameters().user, user);
    }

    void passwordFileOfAStoppedContainerIsSaid()
    {
        const FakeEngine fake;
        EngineClient client(fake.endpoint());
        ContainerDetails container;
        container.state = ContainerState::Exited;
        container.environment = QStringList{u"POSTGRES_PASSWORD_FILE=/run/secrets/pw"_s};
        const QFuture<DatabaseLogin> future = DatabaseFinder::login(&client, container);
        QVERIFY(hasEnded(future));
        QVERIFY(!future.result().hasPassword);
        QCOMPARE(future.result().problems.size(), 1);
        QVERIFY(future.result().problems[0].contains(u"/run/secrets/pw"_s));
    }

    void tunnelToolsAreChosenInOrder()
    {
        QCOMPARE(TunnelTool::choose(u"busybox\nperl\nbash\n"_s)->name(), u"bash"_s);
        QCOMPARE(TunnelTool::choose(u"busybox\nperl\n"_s)->name(), u"perl"_s);
        QCOMPARE(TunnelTool::choose(u"bash\nperl\n"_s, {u"perl"_s})->name(), u"perl"_s);
        QVERIFY(!TunnelTool::choose(QString()));
        QVERIFY(!TunnelTool::choose(u"telnet\n"_s));
        QVERIFY(!TunnelTool::choose(u"telnet\n"_s, {u"telnet"_s}));
        const QStringList bash = TunnelTool::choose(u"bash"_s)->command(5433);
        QCOMPARE(bash.mid(0, 2), QStringList({u"bash"_s, u"-c"_s}));
        QVERIFY(bash[2].contains(u"/dev/tcp/127.0.0.1/5433"_s));
        for (const QString &name : TunnelTool::names())
            QVERIFY(TunnelTool::choose(name)->command(6000).join(u' ').contains(u"6000"_s));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseFinder)
#include "tst_databasefinder.moc"
