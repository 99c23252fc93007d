// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/container.h"
#include "engine/containerstatus.h"
#include "engine/endpoint.h"
#include "engine/engineinfo.h"
#include "engine/event.h"
#include "engine/exec.h"
#include "engine/image.h"
#include "engine/network.h"
#include "engine/sharedstrings.h"
#include "engine/volume.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestEngineValues : public QObject
{
    Q_OBJECT

private:
    static QJsonObject json(const char *text)
    {
        QJsonParseError error;
        const QJsonDocument document = QJsonDocument::fromJson(text, &error);
        if (error.error != QJsonParseError::NoError)
            qFatal("bad JSON in the test: %s", qPrintable(error.errorString()));
        return document.object();
    }

private Q_SLOTS:
    void status_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<Health>("health");
        QTest::addColumn<int>("exitCode"); // -999: none
        QTest::addColumn<qint64>("seconds"); // -1: none

        const auto row = [](const char *text, Health health, int code, qint64 seconds) {
            QTest::newRow(text) << QString::fromLatin1(text) << health << code << seconds;
        };
        row("Up 3 minutes (healthy)", Health::Healthy, -999, 180);
        row("Up 2 hours (unhealthy)", Health::Unhealthy, -999, 7200);
        row("Up Less than a second (health: starting)", Health::Starting, -999, 0);
        row("Up About a minute", Health::None, -999, 60);
        row("Up About an hour (Paused)", Health::None, -999, 3600);
        row("Up 1 second", Health::None, -999, 1);
        row("Up 3 weeks", Health::None, -999, 3 * 7 * 86400);
        row("Exited (0) 5 minutes ago", Health::None, 0, 300);
        row("Exited (137) 2 days ago", Health::None, 137, 2 * 86400);
        row("Exited (-1) 2 months ago", Health::None, -1, 60 * 86400);
        row("Restarting (1) 4 seconds ago", Health::None, 1, 4);
        row("Created", Health::None, -999, -1);
        row("Removal In Progress", Health::None, -999, -1);
        row("Dead", Health::None, -999, -1);
        row("", Health::None, -999, -1);
        row("Exited (99999999999999) 1 year ago", Health::None, 0, 365 * 86400);
    }

    void status()
    {
        QFETCH(const QString, status);
        QFETCH(const Health, health);
        QFETCH(const int, exitCode);
        QFETCH(const qint64, seconds);
        const ContainerStatus parsed = ContainerStatus::parse(status);
        QCOMPARE(parsed.health, health);
        QCOMPARE(parsed.exitCode.value_or(-999), exitCode);
        QCOMPARE(parsed.seconds.value_or(-1), seconds);
    }

    void summary()
    {
        const ContainerSummary c = ContainerSummary::fromJson(json(R"JSON({
            "Id": "0123456789abcdef0123", "Names": ["/other/alias", "/tp1_db_1"], "Image": "postgres:16",
            "ImageID": "sha256:11", "Command": "docker-entrypoint.sh postgres", "Created": 1700000000,
            "State": "running", "Status": "Up 3 minutes (healthy)",
            "Ports": [{"IP": "::", "PrivatePort": 5432, "PublicPort": 32768, "Type": "tcp"},
                      {"IP": "0.0.0.0", "PrivatePort": 5432, "PublicPort": 32768, "Type": "tcp"},
                      {"PrivatePort": 80, "Type": "tcp"}],
            "Labels": {"com.docker.compose.project": "tp1", "com.docker.compose.service": "db"},
            "NetworkSettings": {"Networks": {"tp1_default": {"NetworkID": "n1", "IPAddress": "172.20.0.2",
                "Gateway": "172.20.0.1", "GlobalIPv6Address": "", "Aliases": null}}},
            "Mounts": [{"Type": "volume", "Name": "tp1_pgdata", "Source": "/v/tp1_pgdata/_data",
                        "Destination": "/var/lib/postgresql/data", "RW": true},
                       {"Type": "bind", "Source": "/etc/x", "Destination": "/etc/x", "RW": false}]})JSON"));
        QCOMPARE(c.name, u"tp1_db_1"_s);
        QCOMPARE(c.shortId(), u"0123456789ab"_s);
        QCOMPARE(c.state, ContainerState::Running);
        QCOMPARE(c.health, Health::Healthy);
        QCOMPARE(c.project(), u"tp1"_s);
        QCOMPARE(c.service(), u"db"_s);
        QCOMPARE(c.created, QDateTime(QDate(2023, 11, 14), QTime(22, 13, 20), QTimeZone::utc()));
        QVERIFY(qAbs(c.since.secsTo(QDateTime::currentDateTimeUtc()) - 180) <= 2);
        QCOMPARE(c.ports.size(), 3);
        QCOMPARE(c.ports[0].privatePort, quint16(80));
        QCOMPARE(c.ports[0].publicPort, quint16(0));
        QCOMPARE(c.ports[1].address, u"0.0.0.0"_s);
        QCOMPARE(c.ports[1].publicPort, quint16(32768));
        QCOMPARE(c.mounts.size(), 2);
        QCOMPARE(c.mounts[0].destination, u"/etc/x"_s);
        QVERIFY(!c.mounts[0].writable);
        QCOMPARE(c.mounts[1].name, u"tp1_pgdata"_s);
        QCOMPARE(c.networks.size(), 1);
        QCOMPARE(c.networks[0].address, u"172.20.0.2"_s);
        QCOMPARE(c.networks[0].gateway, u"172.20.0.1"_s);
    }

    void summaryOfNothingHasDefaults()
    {
        const ContainerSummary c = ContainerSummary::fromJson({});
        QCOMPARE(c.state, ContainerState::Unknown);
        QVERIFY(c.name.isEmpty());
        QVERIFY(!c.exitCode);
        QVERIFY(!c.isRunning());
    }

    void healthOfNewerLists()
    {
        const ContainerSummary c = ContainerSummary::fromJson(
            json(R"JSON({"State": "running", "Status": "Up 1 second", "Health": {"Status": "unhealthy"}})JSON"));
        QCOMPARE(c.health, Health::Unhealthy);
    }

    void podmanLabelsAndStates()
    {
        const ContainerSummary c = ContainerSummary::fromJson(
            json(R"JSON({"State": "configured", "Labels": {"io.podman.compose.project": "p",
                     "io.podman.compose.service": "s"}})JSON"));
        QCOMPARE(c.state, ContainerState::Created);
        QCOMPARE(c.project(), u"p"_s);
        QCOMPARE(c.service(), u"s"_s);
    }

    void whatContainersOfAListHaveInCommonIsInMemoryOnce()
    {
        const QJsonObject object = json(R"JSON({"Id": "01", "Image": "postgres:16", "ImageID": "sha256:11",
            "Command": "sleep 1", "State": "running", "Status": "Up 3 minutes",
            "Ports": [{"IP": "0.0.0.0", "PrivatePort": 80, "PublicPort": 8080, "Type": "tcp"}],
            "Labels": {"com.docker.compose.project": "tp1"},
            "NetworkSettings": {"Networks": {"tp1_default": {"NetworkID": "n1", "Gateway": "172.20.0.1"}}},
            "Mounts": [{"Type": "bind", "Destination": "/x"}]})JSON");
        SharedStrings strings;
        const ContainerSummary a = ContainerSummary::fromJson(object, &strings);
        const ContainerSummary b = ContainerSummary::fromJson(object, &strings);
        QCOMPARE(a, ContainerSummary::fromJson(object));
        const auto common = [](const ContainerSummary &c) {
            return QStringList{c.image,
                               c.imageId,
                               c.command,
                               c.status,
                               c.ports[0].address,
                               c.ports[0].protocol,
                               c.mounts[0].type,
                               c.networks[0].name,
                               c.networks[0].networkId,
                               c.networks[0].gateway,
                               c.labels.firstKey(),
                               c.labels.first()};
        };
        for (qsizetype i = 0; i < common(a).size(); ++i)
            QVERIFY2(common(a)[i].constData() == common(b)[i].constData(), qPrintable(common(a)[i]));
    }

    void aLastLifeBeginsAfterTheOneBefore()
    {
        ContainerDetails d;
        QVERIFY(!d.lastLifeBegins().isValid());
        d.started = QDateTime::fromMSecsSinceEpoch(20'000);
        QCOMPARE(d.lastLifeBegins(), d.started.addMSecs(-200));
        d.finished = d.started.addMSecs(-50);
        QCOMPARE(d.lastLifeBegins(), d.finished);
        d.finished = d.started.addSecs(1); // the end of this life
        QCOMPARE(d.lastLifeBegins(), d.started.addMSecs(-200));
    }

    void details()
    {
        const ContainerDetails d = ContainerDetails::fromJson(json(R"JSON({
            "Id": "abc", "Created": "2023-11-14T22:13:20.123456789Z", "Path": "postgres", "Args": ["-c", "x=y"],
            "State": {"Status": "running", "Running": true, "OOMKilled": false, "Pid": 4711, "ExitCode": 0,
                "Error": "", "StartedAt": "2023-11-14T23:13:21.5+01:00", "FinishedAt": "0001-01-01T00:00:00Z",
                "Health": {"Status": "starting", "FailingStreak": 2, "Log": [{"Start": "2023-11-14T22:13:30Z",
                    "End": "2023-11-14T22:13:31Z", "ExitCode": 1, "Output": "no response\n"}]}},
            "Image": "sha256:22", "Name": "/db", "RestartCount": 3,
            "HostConfig": {"RestartPolicy": {"Name": "unless-stopped", "MaximumRetryCount": 0}, "AutoRemove": false,
                "PortBindings": {"5432/tcp": [{"HostIp": "", "HostPort": "5434"}], "90/tcp": [{"HostPort": ""}], "91/tcp": null}},
            "Config": {"User": "postgres", "Tty": true, "OpenStdin": false, "Image": "postgres:16",
                "Env": ["POSTGRES_USER=demo", "EMPTY=", "EQ=a=b"], "ExposedPorts": {"5432/tcp": {}},
                "WorkingDir": "/srv", "Labels": {"a": "b"},
                "Healthcheck": {"Test": ["CMD-SHELL", "pg_isready"], "Interval": 2000000000}},
            "NetworkSettings": {"Ports": {"5432/tcp": [{"HostIp": "127.0.0.1", "HostPort": "5433"}], "80/udp": null},
                "Networks": {"n": {"NetworkID": "n1", "IPAddress": "10.0.0.2", "Gateway": "10.0.0.1",
                    "Aliases": ["db"]}}}})JSON"));
        QCOMPARE(d.name, u"db"_s);
        QCOMPARE(d.image, u"postgres:16"_s);
        QCOMPARE(d.imageId, u"sha256:22"_s);
        QCOMPARE(d.created, QDateTime(QDate(2023, 11, 14), QTime(22, 13, 20, 123), QTimeZone::utc()));
        QCOMPARE(d.started, QDateTime(QDate(2023, 11, 14), QTime(22, 13, 21, 500), QTimeZone::utc()));
        QVERIFY(!d.finished.isValid());
        QCOMPARE(d.lastLifeBegins(), d.started.addMSecs(-100)); // it has been restarted
        QCOMPARE(d.pid, 4711);
        QCOMPARE(d.restartCount, 3);
        QCOMPARE(d.restartPolicy, u"unless-stopped"_s);
        QVERIFY(d.tty);
        QCOMPARE(d.environmentValue(u"POSTGRES_USER"_s), u"demo"_s);
        QCOMPARE(d.environmentValue(u"EMPTY"_s), u""_s);
        QCOMPARE(d.environmentValue(u"EQ"_s), u"a=b"_s);
        QVERIFY(!d.environmentValue(u"POSTGRES"_s));
        QCOMPARE(d.exposedPorts, QStringList(u"5432/tcp"_s));
        QCOMPARE(d.ports.size(), 2);
        QCOMPARE(d.ports[0].protocol, u"udp"_s);
        QCOMPARE(d.ports[1].publicPort, quint16(5433));
        QCOMPARE(d.configuredPorts, QList<ContainerPort>({{{}, 90, 0, u"tcp"_s}, {{}, 5432, 5434, u"tcp"_s}}));
        QCOMPARE(d.health, Health::Starting);
        QCOMPARE(d.failingStreak, 2);
        QCOMPARE(d.healthIntervalMs, 2000);
        QCOMPARE(d.healthLog.size(), 1);
        QCOMPARE(d.healthLog[0].exitCode, 1);
        QCOMPARE(d.networks[0].aliases, QStringList(u"db"_s));
        QVERIFY(d.raw.contains(u"HostConfig"_s));
    }

    void config()
    {
        ContainerConfig config;
        config.image = u"busybox"_s;
        config.command = QStringList{u"sleep"_s, u"1"_s};
        config.labels.insert(u"k"_s, u"v"_s);
        config.ports << ContainerPort{u"127.0.0.1"_s, 80, 8080, {}} << ContainerPort{{}, 80, 0, u"tcp"_s};
        const QJsonObject o = config.toJson();
        QCOMPARE(o["Cmd"_L1].toArray().size(), 2);
        QVERIFY(!o.contains("Entrypoint"_L1));
        QCOMPARE(o["Labels"_L1]["k"_L1].toString(), u"v"_s);
        const QJsonArray bindings = o["HostConfig"_L1]["PortBindings"_L1]["80/tcp"_L1].toArray();
        QCOMPARE(bindings.size(), 2);
        QCOMPARE(bindings[0]["HostPort"_L1].toString(), u"8080"_s);
        QCOMPARE(bindings[1]["HostPort"_L1].toString(), QString());
    }

    void images()
    {
        const ImageSummary i = ImageSummary::fromJson(json(R"JSON({"Id": "sha256:0123456789abcdef",
            "RepoTags": ["<none>:<none>"], "RepoDigests": ["<none>@<none>"], "Created": 1, "Size": 5000000000,
            "Labels": null})JSON"));
        QVERIFY(i.tags.isEmpty());
        QVERIFY(i.digests.isEmpty());
        QCOMPARE(i.shortId(), u"0123456789ab"_s);
        QCOMPARE(i.size, 5'000'000'000);
        const ImageDetails d = ImageDetails::fromJson(json(R"JSON({"Id": "sha256:1", "RepoTags": ["a:b"], "Os": "linux",
            "Created": "2023-11-14T22:13:20Z", "Config": {"Env": ["A=1"], "ExposedPorts": {"80/tcp": {}}}})JSON"));
        QCOMPARE(d.tags, QStringList(u"a:b"_s));
        QCOMPARE(d.environment, QStringList(u"A=1"_s));
        QCOMPARE(d.exposedPorts, QStringList(u"80/tcp"_s));
    }

    void podmansDefaultNetworkHasTheNameThatItIsListedUnder()
    {
        const auto networksOf = [](const char *networks) {
            return ContainerSummary::fromJson(
                       json(QByteArray(R"JSON({"NetworkSettings": {"Networks": )JSON") + networks + "}}"))
                .networks;
        };
        QCOMPARE(networksOf(R"JSON({"podman": {"NetworkID": "podman", "IPAddress": "10.88.0.2"}})JSON")[0].name,
                 u"bridge"_s);
        QCOMPARE(networksOf(R"JSON({"podman": {"NetworkID": "0123"}})JSON")[0].name, u"podman"_s);
    }

    void networksAndVolumes()
    {
        const Network n = Network::fromJson(json(R"JSON({"Id": "n1", "Name": "tp1_default", "Driver": "bridge",
            "Internal": true, "IPAM": {"Config": [{"Subnet": "10.1.0.0/16", "Gateway": "10.1.0.1"}]},
            "Containers": {"c1": {"Name": "web"}}, "Labels": {"com.docker.compose.project": "tp1"}})JSON"));
        QCOMPARE(n.subnets.size(), 1);
        QCOMPARE(n.subnets[0].gateway, u"10.1.0.1"_s);
        QCOMPARE(n.containers.value(u"c1"_s).name, u"web"_s);
        QCOMPARE(n.project(), u"tp1"_s);
        QVERIFY(n.internal);
        const Volume v = Volume::fromJson(json(R"JSON({"Name": "v", "CreatedAt": "2023-11-14T23:13:20+01:00",
            "Labels": {"com.docker.compose.project": "tp1"}})JSON"));
        QCOMPARE(v.created, QDateTime(QDate(2023, 11, 14), QTime(22, 13, 20), QTimeZone::utc()));
        QCOMPARE(v.project(), u"tp1"_s);
    }

    void events()
    {
        const EngineEvent e
            = EngineEvent::fromJson(json(R"JSON({"Type": "container", "Action": "health_status: healthy",
            "Actor": {"ID": "c1", "Attributes": {"name": "web"}}, "timeNano": 1700000000123456789})JSON"));
        QCOMPARE(e.id, u"c1"_s);
        QCOMPARE(e.timeNano, 1'700'000'000'123'456'789);
        QVERIFY(e.changesLists());

        const auto changes = [](const QString &type, const QString &action) {
            EngineEvent event;
            event.type = type;
            event.action = action;
            return event.changesLists();
        };
        for (const QString &action : {u"create"_s, u"start"_s, u"die"_s, u"stop"_s, u"pause"_s, u"unpause"_s,
                                      u"rename"_s, u"update"_s, u"destroy"_s, u"oom"_s, u"kill"_s, u"restart"_s})
            QVERIFY2(changes(u"container"_s, action), qPrintable(action));
        for (const QString &action :
             {u"exec_create: sh"_s, u"exec_start: sh"_s, u"exec_die"_s, u"top"_s, u"attach"_s, u"resize"_s})
            QVERIFY2(!changes(u"container"_s, action), qPrintable(action));
        QVERIFY(changes(u"image"_s, u"untag"_s));
        QVERIFY(changes(u"network"_s, u"connect"_s));
        QVERIFY(!changes(u"volume"_s, u"mount"_s));
        QVERIFY(!changes(u"daemon"_s, u"reload"_s));
        // What makes an image without a name is told as the container's.
        const EngineEvent commit
            = EngineEvent::fromJson(json(R"JSON({"Type": "container", "Action": "commit", "Actor": {"ID": "c"}})JSON"));
        QCOMPARE(commit.type, u"image"_s);
        QVERIFY(commit.changesLists());
    }

    void eventsOfPodmanAreReadAsDockers()
    {
        const EngineEvent removed
            = EngineEvent::fromJson(json(R"JSON({"Type": "container", "Action": "remove", "Actor": {"ID": "c"}})JSON"));
        QCOMPARE(removed.action, u"destroy"_s);
        const EngineEvent volume
            = EngineEvent::fromJson(json(R"JSON({"Type": "volume", "Action": "remove", "Actor": {"ID": ""}})JSON"));
        QCOMPARE(volume.action, u"remove"_s);
        const EngineEvent connected = EngineEvent::fromJson(
            json(R"JSON({"Type": "network", "Action": "connect", "Actor": {"ID": "c", "Attributes": {}}})JSON"));
        QCOMPARE(connected.attributes.value(u"container"_s), u"c"_s);
        const EngineEvent probe = EngineEvent::fromJson(json(R"JSON({"Type": "container", "Action": "health_status",
            "HealthStatus": "unhealthy", "Actor": {"ID": "c"}})JSON"));
        QCOMPARE(probe.probed, std::optional(Health::Unhealthy));
        QVERIFY(!removed.probed);
    }

    void execs()
    {
        QVERIFY(!ExecDetails::fromJson(json(R"JSON({"ID": "e", "Running": true, "ExitCode": null})JSON")).exitCode);
        QCOMPARE(ExecDetails::fromJson(json(R"JSON({"ID": "e", "Running": false, "ExitCode": 3})JSON")).exitCode, 3);
    }

    void apiVersions()
    {
        QCOMPARE(ApiVersion::parse(u"1.41"_s), (ApiVersion{1, 41}));
        QVERIFY(*ApiVersion::parse(u"1.9"_s) < *ApiVersion::parse(u"1.41"_s));
        for (const QString &bad : {u""_s, u"1"_s, u"1.x"_s, u"1.41.2"_s, u"-1.2"_s, u"1.99999999999"_s})
            QVERIFY2(!ApiVersion::parse(bad), qPrintable(bad));
        QCOMPARE((ApiVersion{1, 45}).toString(), u"1.45"_s);
    }

    void endpoints_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("normal"); // empty: not an endpoint
        QTest::newRow("unix") << u"unix:///var/run/docker.sock"_s << u"unix:///var/run/docker.sock"_s;
        QTest::newRow("path") << u"/run/a b.sock"_s << u"unix:///run/a b.sock"_s;
        QTest::newRow("tcp") << u"tcp://localhost:2376"_s << u"tcp://localhost:2376"_s;
        QTest::newRow("tcp default") << u"tcp://10.0.0.1"_s << u"tcp://10.0.0.1:2375"_s;
        QTest::newRow("tcp slash") << u"tcp://h:1/"_s << u"tcp://h:1"_s;
        QTest::newRow("ipv6") << u"tcp://[::1]:2375"_s << u"tcp://[::1]:2375"_s;
        QTest::newRow("http") << u"http://h:99"_s << u"tcp://h:99"_s;
        for (const char *bad : {"", "unix://", "unix://relative", "relative", "ssh://host", "npipe:////./pipe/x",
                                "tcp://", "tcp://u:p@h:1", "tcp://h:1/x", "tcp://h:99999", "fd://"})
            QTest::addRow("bad %s", bad) << QString::fromLatin1(bad) << QString();
    }

    void endpoints()
    {
        QFETCH(const QString, address);
        QFETCH(const QString, normal);
        const std::optional<Endpoint> endpoint = Endpoint::parse(address);
        QCOMPARE(endpoint.has_value(), !normal.isEmpty());
        if (endpoint)
            QCOMPARE(endpoint->address(), normal);
    }
};

QTEST_GUILESS_MAIN(TestEngineValues)
#include "tst_enginevalues.moc"
