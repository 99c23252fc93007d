// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containerfacts.h"
#include "items/publishedport.h"
#include "items/secretnames.h"

#include <QJsonArray>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

ContainerDetails database()
{
    ContainerDetails container;
    container.id = u"d"_s;
    container.name = u"tp1-db-1"_s;
    container.image = u"postgres:16"_s;
    container.path = u"docker-entrypoint.sh"_s;
    container.arguments = {u"postgres"_s, u"-c"_s, u"a b"_s};
    container.state = ContainerState::Running;
    container.started = QDateTime::currentDateTimeUtc().addSecs(-180);
    container.restartPolicy = u"unless-stopped"_s;
    container.environment = {u"POSTGRES_USER=demo"_s, u"POSTGRES_PASSWORD=s3cret=with"_s, u"EMPTY="_s};
    container.exposedPorts = {u"5432/tcp"_s};
    container.mounts = {{u"volume"_s, u"tp1_pgdata"_s, {}, u"/var/lib/postgresql/data"_s, true}};
    container.networks = {{u"tp1_default"_s, {}, u"172.20.0.3"_s, {}, {}, {}}};
    container.labels = {{u"com.docker.compose.project"_s, u"tp1"_s}};
    return container;
}

QStringList print(const QList<FactSection> &sections)
{
    QStringList lines;
    for (const FactSection &section : sections) {
        lines << section.id;
        for (const Fact &fact : section.facts)
            lines << u"  %1: %2%3"_s.arg(fact.name, fact.value,
                                         fact.kind == Fact::Kind::Secret ? u" (secret)"_s : u""_s);
    }
    return lines;
}

} // namespace

class TestContainerFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesAContainer()
    {
        const QStringList lines = print(ContainerFacts::of(database(), Endpoint()));
        QCOMPARE(lines.first(), u"general"_s);
        QVERIFY(lines.contains(u"  Image: postgres:16"_s));
        QVERIFY(lines.contains(u"  Command: docker-entrypoint.sh postgres -c 'a b'"_s));
        QVERIFY(lines.contains(u"  Restart: unless-stopped"_s));
        QVERIFY(lines.contains(u"  Project: tp1"_s));
        QVERIFY(lines.contains(u"  tp1_default: 172.20.0.3"_s));
        QVERIFY(lines.contains(u"  5432/tcp: not published to the host"_s));
        QVERIFY(lines.contains(u"  tp1_pgdata: /var/lib/postgresql/data"_s));
        QVERIFY(lines.contains(u"  : volume, read and write"_s));
        QVERIFY(lines.contains(u"  POSTGRES_USER: demo"_s));
        QVERIFY(lines.contains(u"  POSTGRES_PASSWORD: s3cret=with (secret)"_s));
        QVERIFY(lines.contains(u"  EMPTY: "_s));
        QVERIFY(lines.contains(u"labels"_s));
    }

    void saysHowItEnded()
    {
        ContainerDetails container = database();
        container.state = ContainerState::Exited;
        container.finished = container.started;
        container.exitCode = 137;
        container.outOfMemory = true;
        container.error = u"no such file"_s;
        const QStringList lines = print(ContainerFacts::of(container, Endpoint()));
        QVERIFY(lines.contains(u"  Exit code: 137, killed for want of memory"_s));
        QVERIFY(lines.contains(u"  Error: no such file"_s));
        QVERIFY(lines.filter(u"  Started"_s).isEmpty());
        container.outOfMemory = false;
        container.exitCode = 0;
        QVERIFY(print(ContainerFacts::of(container, Endpoint())).contains(u"  Exit code: 0, its command finished"_s));
    }

    void linksPublishedPorts()
    {
        ContainerDetails container = database();
        container.ports = {{u"0.0.0.0"_s, 80, 8080, u"tcp"_s}, {u"::"_s, 80, 8080, u"tcp"_s}};
        const QList<FactSection> sections = ContainerFacts::of(container, Endpoint());
        const QList<Fact> network = sections.at(1).facts;
        QCOMPARE(network.at(1).name, u"80/tcp"_s);
        QCOMPARE(network.at(1).value, u"localhost:8080"_s);
        QCOMPARE(network.at(1).link, QUrl(u"http://localhost:8080"_s));
    }

    void tellsWhatAStoppedContainerWillPublish()
    {
        ContainerDetails container = database();
        container.state = ContainerState::Exited;
        container.exposedPorts << u"80/tcp"_s << u"90/tcp"_s;
        container.configuredPorts = {{{}, 80, 8080, u"tcp"_s}, {{}, 90, 0, u"tcp"_s}};
        const QList<FactSection> sections = ContainerFacts::of(container, Endpoint());
        const QStringList lines = print(sections);
        QVERIFY(lines.contains(u"  80/tcp: port 8080 of the host, while it runs"_s));
        QVERIFY(lines.contains(u"  90/tcp: a free port of the host, while it runs"_s));
        QVERIFY(lines.contains(u"  5432/tcp: not published to the host"_s));
        for (const Fact &fact : sections.at(1).facts)
            QVERIFY(!fact.link.isValid());
    }

    void publishedPorts()
    {
        const QList<PublishedPort> ports = PublishedPort::of({
            {u"127.0.0.1"_s, 443, 9443, u"tcp"_s},
            {u"0.0.0.0"_s, 80, 80, u"tcp"_s},
            {u"::"_s, 80, 80, u"tcp"_s},
            {{}, 5432, 0, u"tcp"_s},
            {u"0.0.0.0"_s, 53, 53, u"udp"_s},
        });
        QCOMPARE(PublishedPort::text(ports), u"53/udp, 80, 9443"_s);
        QList<ContainerPort> many{{{}, 80, 9000, u"udp"_s}, {{}, 80, 8080, u"tcp"_s}, {{}, 81, 8081, u"tcp"_s}};
        for (quint16 port = 8000; port < 8013; ++port)
            many << ContainerPort{{}, port, port, u"tcp"_s};
        QCOMPARE(PublishedPort::text(PublishedPort::of(many)), u"8000–8012, 8080, 8081, 9000/udp"_s);
        QCOMPARE(ports.at(2).url(Endpoint()), QUrl(u"https://127.0.0.1:9443"_s));
        QCOMPARE(ports.at(1).url(*Endpoint::parse(u"tcp://far.example:2375"_s)), QUrl(u"http://far.example:80"_s));
    }

    void recognisesSecrets_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("secret");
        const auto row = [](const char *name, const char *value, bool secret) {
            QTest::newRow(name) << QString::fromLatin1(value) << secret;
        };
        row("POSTGRES_PASSWORD", "x", true);
        row("DB_PASS", "x", true);
        row("API_KEY", "x", true);
        row("APIKEY", "x", true);
        row("KEY", "x", true);
        row("GITHUB_TOKEN", "x", true);
        row("AWS_SECRET_ACCESS_KEY", "x", true);
        row("DATABASE_URL", "postgres://demo:demo@db/demo", true);
        row("AUTH", "x", true);
        row("POSTGRES_PASSWORD_FILE", "/run/secrets/pw", false);
        row("HOMEPAGE", "https://example.org/a:b@c", false);
        row("POSTGRES_USER", "demo", false);
        row("PATH", "/usr/bin", false);
        row("MONKEY", "x", false);
        row("KEYBOARD", "x", false);
        row("AUTHOR", "x", false);
        row("EMPTY_PASSWORD", "", false);
    }

    void recognisesSecrets()
    {
        QFETCH(QString, value);
        QTEST(SecretNames::isSecret(QString::fromLatin1(QTest::currentDataTag()), value), "secret");
    }

    void masksTheInspection()
    {
        const QJsonObject config{{u"Env"_s, QJsonArray{u"A=1"_s, u"TOKEN=abc"_s}},
                                 {u"Labels"_s, QJsonObject{{u"password"_s, u"p"_s}, {u"tier"_s, u"front"_s}}}};
        const QJsonObject masked = SecretNames::masked({{u"Config"_s, config}, {u"Id"_s, u"x"_s}});
        QCOMPARE(masked[u"Id"_s].toString(), u"x"_s);
        QCOMPARE(masked[u"Config"_s][u"Env"_s][0].toString(), u"A=1"_s);
        QCOMPARE(masked[u"Config"_s][u"Env"_s][1].toString(), u"TOKEN="_s + SecretNames::mask());
        QCOMPARE(masked[u"Config"_s][u"Labels"_s][u"password"_s].toString(), SecretNames::mask());
        QCOMPARE(masked[u"Config"_s][u"Labels"_s][u"tier"_s].toString(), u"front"_s);
    }
};

QTEST_GUILESS_MAIN(TestContainerFacts)
#include "tst_containerfacts.moc"
