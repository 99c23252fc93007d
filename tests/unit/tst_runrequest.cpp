// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/portconflicts.h"
#include "run/runagain.h"
#include "run/runamount.h"
#include "run/runrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestRunRequest : public QObject
{
    Q_OBJECT

private:
    static QByteArray compact(const QJsonValue &value)
    {
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).replace('"', '\'');
    }

    static RunRequest alpine()
    {
        RunRequest request;
        request.image = u"alpine"_s;
        return request;
    }

private Q_SLOTS:
    void theBodyOfTheCall()
    {
        RunRequest request = alpine();
        request.command = {u"c"_s};
        request.entrypoint = {u"a"_s, u"b"_s};
        request.environment = {u"A=1"_s};
        request.labels = {u"x=y=z"_s, u"naked"_s};
        request.ports = {{.first = 8000, .last = 8000, .containerPort = 80},
                         {.address = u"127.0.0.1"_s, .containerPort = 80},
                         {.first = 1, .last = 9, .containerPort = 53, .protocol = u"udp"_s}};
        using Kind = RunMount::Kind;
        request.mounts = {{Kind::Volume, u"data"_s, u"/d"_s, true, {}},
                          {Kind::Volume, {}, u"/cache"_s, false, {}},
                          {Kind::Bind, u"/a:b"_s, u"/c"_s, true, {}},
                          {Kind::Tmpfs, {}, u"/run"_s, false, u"size=1m"_s}};
        request.network = u"front"_s;
        request.aliases = {u"one"_s};
        request.restart = u"on-failure:3"_s;
        request.memory = u"512m"_s;
        request.cpus = u"1.5"_s;
        request.tty = request.interactive = true;
        request.health.command = u"true"_s;
        request.health.interval = u"1m30s"_s;
        const QJsonObject json = request.toJson();
        QCOMPARE(json["Entrypoint"_L1].toArray(), QJsonArray{u"a"_s});
        QCOMPARE(json["Cmd"_L1].toArray(), (QJsonArray{u"b"_s, u"c"_s}));
        QCOMPARE(compact(json["Labels"_L1]), "{'naked':'','x':'y=z'}");
        QCOMPARE(compact(json["ExposedPorts"_L1]), "{'53/udp':{},'80/tcp':{}}");
        QCOMPARE(compact(json["Volumes"_L1]), "{'/cache':{}}");
        QCOMPARE(compact(json["Healthcheck"_L1]), "{'Interval':90000000000,'Test':['CMD-SHELL','true']}");
        QCOMPARE(compact(json["NetworkingConfig"_L1]), "{'EndpointsConfig':{'front':{'Aliases':['one']}}}");
        QVERIFY(json["OpenStdin"_L1].toBool() && json["StdinOnce"_L1].toBool() && json["Tty"_L1].toBool());
        const QJsonObject host = json["HostConfig"_L1].toObject();
        QCOMPARE(compact(host["PortBindings"_L1]),
                 "{'53/udp':[{'HostIp':'','HostPort':'1-9'}],'80/tcp':[{'HostIp':'','HostPort':'8000'},"
                 "{'HostIp':'127.0.0.1','HostPort':''}]}");
        QCOMPARE(host["Binds"_L1].toArray(), QJsonArray{u"data:/d:ro"_s});
        QCOMPARE(compact(host["Mounts"_L1].toArray().first()),
                 "{'ReadOnly':true,'Source':'/a:b','Target':'/c','Type':'bind'}");
        QCOMPARE(compact(host["Tmpfs"_L1]), "{'/run':'size=1m'}");
        QCOMPARE(compact(host["RestartPolicy"_L1]), "{'MaximumRetryCount':3,'Name':'on-failure'}");
        QCOMPARE(host["Memory"_L1].toInteger(), 512LL * 1024 * 1024);
        QCOMPARE(host["NanoCpus"_L1].toInteger(), 1'500'000'000);
        QCOMPARE(host["NetworkMode"_L1].toString(), u"front"_s);
    }

    void whatNobodySaidIsNotInTheBody()
    {
        const QJsonObject json = alpine().toJson();
        for (const QString &key : {u"Cmd"_s, u"Entrypoint"_s, u"Env"_s, u"User"_s, u"Healthcheck"_s, u"Labels"_s})
            QVERIFY2(!json.contains(key), qPrintable(key));
        QCOMPARE(json["HostConfig"_L1].toObject().keys(), QStringList{u"RestartPolicy"_s});
    }

    void secretsAreLeftToTheShell()
    {
        RunRequest request = alpine();
        request.environment = {u"POSTGRES_PASSWORD=geheim"_s, u"MODE=dev"_s};
        const QStringList hidden = request.toCommand({u"docker"_s}, false);
        QCOMPARE(hidden.join(u' '), u"docker run -e POSTGRES_PASSWORD -e MODE=dev alpine"_s);
        QVERIFY(request.toCommand({u"docker"_s}, true).contains(u"POSTGRES_PASSWORD=geheim"_s));
    }

    void problems_data()
    {
        QTest::addColumn<RunRequest>("request");
        QTest::addColumn<bool>("good");
        const auto row = [](const char *name, bool good, const std::function<void(RunRequest &)> &change) {
            RunRequest request = alpine();
            change(request);
            QTest::newRow(name) << request << good;
        };
        row("plain", true, [](RunRequest &) {});
        row("no image", false, [](RunRequest &r) { r.image.clear(); });
        row("name", true, [](RunRequest &r) { r.name = u"a.b-c_d"_s; });
        row("name with a dash first", false, [](RunRequest &r) { r.name = u"-rf"_s; });
        row("relative folder", false, [](RunRequest &r) {
            r.mounts = {{RunMount::Kind::Bind, u"./a"_s, u"/a"_s, false, {}}};
        });
        row("no target", false, [](RunRequest &r) { r.mounts = {{RunMount::Kind::Volume, u"a"_s, {}, false, {}}}; });
        row("restart", true, [](RunRequest &r) { r.restart = u"on-failure:5"_s; });
        row("unknown restart", false, [](RunRequest &r) { r.restart = u"sometimes"_s; });
        row("removed and restarted", false, [](RunRequest &r) {
            r.restart = u"always"_s;
            r.autoRemove = true;
        });
        row("aliases without a network", false, [](RunRequest &r) { r.aliases = {u"a"_s}; });
        row("memory", false, [](RunRequest &r) { r.memory = u"much"_s; });
        row("processors", false, [](RunRequest &r) { r.cpus = u"-1"_s; });
        row("time", false, [](RunRequest &r) { r.health.interval = u"30"_s; });
        row("retries", false, [](RunRequest &r) { r.health.retries = u"x"_s; });
        row("nameless variable", false, [](RunRequest &r) { r.environment = {u"=x"_s}; });
    }

    void problems()
    {
        QFETCH(const RunRequest, request);
        QFETCH(const bool, good);
        QCOMPARE(request.problem().isEmpty(), good);
    }

    void amounts()
    {
        QCOMPARE(RunAmount::bytes(u"512"_s), 512);
        QCOMPARE(RunAmount::bytes(u"1.5g"_s), 1610612736);
        QCOMPARE(RunAmount::bytes(u"64MiB"_s), 67108864);
        QCOMPARE(RunAmount::bytes(u"1kb"_s), 1024);
        QVERIFY(!RunAmount::bytes(u"-1"_s) && !RunAmount::bytes(u"1x"_s) && !RunAmount::bytes({}));
        QVERIFY(!RunAmount::bytes(u"99999999999999999999p"_s));
        QCOMPARE(RunAmount::nanoCpus(u".5"_s), 500'000'000);
        QVERIFY(!RunAmount::nanoCpus(u"1,5"_s) && !RunAmount::nanoCpus(u"nan"_s));
        QCOMPARE(RunAmount::nanoseconds(u"1h2m3.5s"_s), 3'723'500'000'000);
        QCOMPARE(RunAmount::nanoseconds(u"250ms"_s), 250'000'000);
        QVERIFY(!RunAmount::nanoseconds(u"5"_s) && !RunAmount::nanoseconds(u"s"_s) && !RunAmount::nanoseconds({}));
    }

    /// As an engine tells of a container that was made by \a request.
    static ContainerDetails made(const RunRequest &request, const QJsonObject &ofImage)
    {
        QJsonObject config = request.toJson();
        const QJsonObject host = config.take(u"HostConfig"_s).toObject();
        const QJsonObject networks
            = config.take(u"NetworkingConfig"_s).toObject().value(u"EndpointsConfig"_s).toObject();
        QJsonArray environment = config.value(u"Env"_s).toArray();
        const QJsonArray own = ofImage.value(u"Env"_s).toArray();
        for (const auto &each : own)
            environment << each;
        config.insert(u"Env"_s, environment);
        for (const QString &key : {u"Cmd"_s, u"Entrypoint"_s, u"WorkingDir"_s}) {
            if (!config.contains(key))
                config.insert(key, ofImage.value(key));
        }
        if (!config.contains(u"Hostname"_s))
            config.insert(u"Hostname"_s, u"0123456789ab"_s);
        return ContainerDetails::fromJson({{u"Id"_s, u"0123456789abcdef"_s},
                                           {u"Config"_s, config},
                                           {u"HostConfig"_s, host},
                                           {u"NetworkSettings"_s, QJsonObject{{u"Networks"_s, networks}}}});
    }

    void aContainerTellsHowItWasRun()
    {
        const QJsonObject ofImage{{u"Env"_s, QJsonArray{u"PATH=/bin"_s}},
                                  {u"Cmd"_s, QJsonArray{u"serve"_s}},
                                  {u"Entrypoint"_s, QJsonArray{u"/entry"_s}},
                                  {u"WorkingDir"_s, u"/app"_s}};
        const ImageDetails image = ImageDetails::fromJson({{u"Config"_s, ofImage}});
        RunRequest plain;
        plain.image = u"api:1"_s;
        QCOMPARE(RunAgain::of(made(plain, ofImage), image).request, plain);

        RunRequest request = plain;
        request.command = {u"serve"_s, u"--port 1"_s};
        request.environment = {u"DB_PASSWORD=s3cret=x"_s, u"EMPTY="_s};
        request.labels = {u"a=b"_s};
        request.ports = RunPort::parseAll(u"127.0.0.1:8001:8000 53/udp [::1]:9:9 7000-7010:70"_s);
        std::sort(request.ports.begin(), request.ports.end(), [](const RunPort &a, const RunPort &b) {
            return u"%1/%2"_s.arg(a.containerPort).arg(a.protocol) < u"%1/%2"_s.arg(b.containerPort).arg(b.protocol);
        });
        request.mounts = {*RunMount::fromVolume(u"data:/data:ro"_s), *RunMount::fromVolume(u"/src:/src"_s),
                          *RunMount::fromMount(u"type=bind,source=/a:b,target=/c"_s, nullptr),
                          *RunMount::fromTmpfs(u"/run:size=1m"_s), *RunMount::fromVolume(u"/anonymous"_s)};
        request.network = u"backend"_s;
        request.aliases = {u"api"_s};
        request.restart = u"on-failure:3"_s;
        request.memory = u"512m"_s;
        request.cpus = u"1.5"_s;
        request.sharedMemory = u"1g"_s;
        request.user = u"7"_s;
        request.workingDirectory = u"/srv"_s;
        request.hostname = u"host"_s;
        request.health.command = u"curl -f x"_s;
        request.health.interval = u"30s"_s;
        request.health.retries = u"4"_s;
        request.addedCapabilities = {u"NET_ADMIN"_s};
        request.droppedCapabilities = {u"ALL"_s};
        request.privileged = request.init = request.tty = request.interactive = request.detach = true;
        QCOMPARE(RunAgain::of(made(request, ofImage), image).request.toCommand({}, true), request.toCommand({}, true));
        QCOMPARE(RunAgain::of(made(request, ofImage), image).request, request);

        request.entrypoint = {u"sh"_s};
        request.command = {u"-c"_s, u"x"_s};
        const RunRequest shell = RunAgain::of(made(request, ofImage), image).request;
        QCOMPARE(shell.entrypoint, request.entrypoint);
        QCOMPARE(shell.command, request.command);
        // Where the image is gone, all is said.
        QVERIFY(RunAgain::of(made(plain, ofImage), {}).request.environment.contains(u"PATH=/bin"_s));
        ContainerDetails odd = made(plain, ofImage);
        odd.raw.insert(u"HostConfig"_s, QJsonObject{{u"Dns"_s, QJsonArray{u"1.1.1.1"_s}}, {u"Links"_s, QJsonArray{}}});
        QCOMPARE(RunAgain::of(odd, image).leftOut, QStringList(u"--dns"_s));
    }

    void portsThatAreNone()
    {
        for (const QString &text : {u"x"_s, u"0:80"_s, u"80:0"_s, u"65536"_s, u"8001-8000:80"_s, u"1-2:3-5"_s,
                                    u"80/icmp"_s, u"host:80:80"_s, u"-p"_s, u"80:80:80:80"_s})
            QVERIFY2(!RunPort::parse(text), qPrintable(text));
        QStringList bad;
        QCOMPARE(RunPort::parseAll(u"80:80, zzz 81:81 0:1"_s, &bad).size(), 2);
        QCOMPARE(bad, QStringList({u"zzz"_s, u"0:1"_s}));
        // What was typed stays in sight, and goes nowhere.
        RunRequest request;
        request.image = u"api"_s;
        request.oddPorts = bad;
        QCOMPARE(request.toCommand({u"docker"_s}, true),
                 QStringList({u"docker"_s, u"run"_s, u"-p"_s, u"zzz"_s, u"-p"_s, u"0:1"_s, u"api"_s}));
        QVERIFY(!request.toJson().value("HostConfig"_L1).toObject().contains("PortBindings"_L1));
    }

    void portsThatContainersHold()
    {
        ContainerSummary web;
        web.id = u"1"_s;
        web.name = u"web"_s;
        web.state = ContainerState::Running;
        web.ports = {{.address = u"0.0.0.0"_s, .privatePort = 80, .publicPort = 8000, .protocol = u"tcp"_s},
                     {.address = u"127.0.0.1"_s, .privatePort = 81, .publicPort = 8001, .protocol = u"tcp"_s}};
        ContainerSummary stopped = web;
        stopped.id = u"2"_s;
        stopped.state = ContainerState::Exited;
        stopped.ports = {{.address = {}, .privatePort = 1, .publicPort = 9000, .protocol = u"tcp"_s}};
        const auto conflicts = [&](const QString &ports) {
            return PortConflicts::among(RunPort::parseAll(ports), {web, stopped}).size();
        };
        QCOMPARE(conflicts(u"8000:1"_s), 1);
        QCOMPARE(conflicts(u"127.0.0.1:8000:1"_s), 1);
        QCOMPARE(conflicts(u"8001:1"_s), 1);
        QCOMPARE(conflicts(u"127.0.0.2:8001:1"_s), 0);
        QCOMPARE(conflicts(u"8000:1/udp"_s), 0);
        QCOMPARE(conflicts(u"8000-8005:1"_s), 0);
        QCOMPARE(conflicts(u"80"_s), 0);
        QCOMPARE(conflicts(u"9000:1"_s), 0);
        const QString words = PortConflicts::among(RunPort::parseAll(u"8000:1"_s), {web}).first().words();
        QVERIFY(words.contains(u"8000"_s) && words.contains(u"web"_s));
    }

    void portsThatProgramsHold()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const QString port = u"%1:80"_s.arg(server.serverPort());
        QFuture<QList<PortConflict>> found = PortConflicts::onThisMachine(RunPort::parseAll(port));
        QTRY_VERIFY(found.isFinished());
        QCOMPARE(found.result().size(), 1);
        QVERIFY(found.result().first().words().contains(QString::number(server.serverPort())));
    }
};

QTEST_GUILESS_MAIN(TestRunRequest)
#include "tst_runrequest.moc"
