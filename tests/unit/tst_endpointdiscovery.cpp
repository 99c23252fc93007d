// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/endpointdiscovery.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestEndpointDiscovery : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_directory;
    QProcessEnvironment m_environment;

    QString path(const QString &name) const { return m_directory->filePath(name); }

    void write(const QString &name, const QByteArray &content = {})
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    void writeContext(const QString &name, const QByteArray &host)
    {
        const QString id
            = QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
        write(u"home/.docker/contexts/meta/"_s + id + u"/meta.json"_s,
              R"({"Name": "x", "Endpoints": {"docker": {"Host": ")" + host + R"("}}})");
    }

    EndpointDiscovery::Found find(const QString &host = {}) const
    {
        return EndpointDiscovery(m_environment, path(u"root"_s)).find(host);
    }

    QStringList addresses(const EndpointDiscovery::Found &found) const
    {
        QStringList list;
        for (const Endpoint &endpoint : found.endpoints)
            list << endpoint.address().replace(m_directory->path(), u"~"_s);
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_environment = {};
        m_environment.insert(u"HOME"_s, path(u"home"_s));
        m_environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
    }

    void nothingThere()
    {
        const auto found = find();
        QVERIFY(found.endpoints.isEmpty());
        QVERIFY(!found.explicitly);
        QVERIFY(found.problems.isEmpty());
    }

    void wellKnownSocketsInOrder()
    {
        for (const char *name : {"run/podman/podman.sock", "root/run/podman/podman.sock", "run/docker.sock",
                                 "home/.docker/desktop/docker.sock", "root/var/run/docker.sock"})
            write(QString::fromLatin1(name));
        const auto found = find();
        QVERIFY(!found.explicitly);
        QCOMPARE(addresses(found),
                 QStringList({u"unix://~/root/var/run/docker.sock"_s, u"unix://~/run/docker.sock"_s,
                              u"unix://~/home/.docker/desktop/docker.sock"_s, u"unix://~/run/podman/podman.sock"_s,
                              u"unix://~/root/run/podman/podman.sock"_s}));
        QVERIFY(found.endpoints[0].shellReachesIt);
        QVERIFY(!found.endpoints[1].shellReachesIt);
        for (const Endpoint &endpoint : found.endpoints)
            QVERIFY(!endpoint.reason.isEmpty());
    }

    void hostGoesBeforeEverything()
    {
        write(u"root/var/run/docker.sock"_s);
        m_environment.insert(u"DOCKER_HOST"_s, u"tcp://other:1"_s);
        const auto found = find(u"unix:///given.sock"_s);
        QVERIFY(found.explicitly);
        QCOMPARE(addresses(found), QStringList(u"unix:///given.sock"_s));
        QVERIFY(!found.endpoints[0].shellReachesIt);
    }

    void dockerHost()
    {
        write(u"root/var/run/docker.sock"_s);
        m_environment.insert(u"DOCKER_HOST"_s, u"tcp://far:2375"_s);
        const auto found = find();
        QVERIFY(found.explicitly);
        QCOMPARE(addresses(found), QStringList(u"tcp://far:2375"_s));
        QCOMPARE(found.endpoints[0].name, u"far"_s);
        QVERIFY(found.endpoints[0].shellReachesIt);
    }

    void unsupportedHostIsSaidAndNothingElseTried()
    {
        write(u"root/var/run/docker.sock"_s);
        m_environment.insert(u"DOCKER_HOST"_s, u"ssh://me@far"_s);
        auto found = find();
        QVERIFY(found.explicitly);
        QVERIFY(found.endpoints.isEmpty());
        QCOMPARE(found.problems.size(), 1);
        QVERIFY(found.problems[0].contains(u"ssh://me@far"_s));

        m_environment.insert(u"DOCKER_HOST"_s, u"tcp://far:2376"_s);
        m_environment.insert(u"DOCKER_TLS_VERIFY"_s, u"1"_s);
        found = find();
        QVERIFY(found.endpoints.isEmpty());
        QVERIFY(found.problems[0].contains(u"TLS"_s));
    }

    void currentContextGoesFirst()
    {
        write(u"root/var/run/docker.sock"_s);
        write(u"home/.docker/config.json"_s, R"({"currentContext": "desk top"})");
        writeContext(u"desk top"_s, "unix:///desk.sock");
        const auto found = find();
        QVERIFY(!found.explicitly);
        QCOMPARE(addresses(found), QStringList({u"unix:///desk.sock"_s, u"unix://~/root/var/run/docker.sock"_s}));
        QCOMPARE(found.endpoints[0].name, u"desk top"_s);
        QVERIFY(found.endpoints[0].fromContext);
        QVERIFY(!found.endpoints[1].fromContext);
        QVERIFY(found.endpoints[0].shellReachesIt);
        QVERIFY(!found.endpoints[1].shellReachesIt);
    }

    void contextOfTheEnvironmentIsExplicit()
    {
        write(u"root/var/run/docker.sock"_s);
        write(u"home/.docker/config.json"_s, R"({"currentContext": "other"})");
        writeContext(u"mine"_s, "tcp://mine:2375");
        m_environment.insert(u"DOCKER_CONTEXT"_s, u"mine"_s);
        const auto found = find();
        QVERIFY(found.explicitly);
        QCOMPARE(addresses(found), QStringList(u"tcp://mine:2375"_s));
    }

    void defaultContextIsNoContext()
    {
        write(u"root/var/run/docker.sock"_s);
        write(u"home/.docker/config.json"_s, R"({"currentContext": "other"})");
        m_environment.insert(u"DOCKER_CONTEXT"_s, u"default"_s);
        const auto found = find();
        QVERIFY(!found.explicitly);
        QVERIFY(found.problems.isEmpty());
        QCOMPARE(addresses(found), QStringList(u"unix://~/root/var/run/docker.sock"_s));
        QVERIFY(!found.contextNamed);
        QVERIFY(found.endpoints[0].shellReachesIt);
    }

    void dockerConfigMovesTheFolder()
    {
        write(u"elsewhere/config.json"_s, R"({"currentContext": "gone"})");
        m_environment.insert(u"DOCKER_CONFIG"_s, path(u"elsewhere"_s));
        const auto found = find();
        QCOMPARE(found.problems.size(), 1);
        QVERIFY(found.problems[0].contains(u"gone"_s));
    }

    void unusableContextsAreSaid_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::newRow("ssh") << QByteArray("ssh://user@far");
        QTest::newRow("pipe") << QByteArray("npipe:////./pipe/docker");
        QTest::newRow("nonsense") << QByteArray("nonsense");
        QTest::newRow("empty") << QByteArray();
    }

    void unusableContextsAreSaid()
    {
        QFETCH(const QByteArray, host);
        write(u"root/var/run/docker.sock"_s);
        write(u"home/.docker/config.json"_s, R"({"currentContext": "ctx"})");
        writeContext(u"ctx"_s, host);
        const auto found = find();
        QCOMPARE(found.problems.size(), 1);
        QVERIFY(found.problems[0].contains(u"ctx"_s));
        QCOMPARE(addresses(found), QStringList(u"unix://~/root/var/run/docker.sock"_s));
        // The docker command in the user's shell goes to the context's engine.
        QVERIFY(found.contextNamed);
        QVERIFY(!found.endpoints[0].shellReachesIt);
        QVERIFY(!found.endpoints[0].fromContext);
    }

    void contextWithCertificatesIsSaid()
    {
        write(u"home/.docker/config.json"_s, R"({"currentContext": "tls"})");
        writeContext(u"tls"_s, "tcp://far:2376");
        const QString id = QString::fromLatin1(QCryptographicHash::hash("tls", QCryptographicHash::Sha256).toHex());
        write(u"home/.docker/contexts/tls/"_s + id + u"/docker/ca.pem"_s);
        const auto found = find();
        QVERIFY(found.endpoints.isEmpty());
        QVERIFY(found.problems[0].contains(u"TLS"_s));
    }

    void brokenConfigurationIsSaid()
    {
        write(u"root/var/run/docker.sock"_s);
        write(u"home/.docker/config.json"_s, "{ broken");
        const auto found = find();
        QCOMPARE(found.problems.size(), 1);
        QVERIFY(found.problems[0].contains(u"config.json"_s));
        QCOMPARE(found.endpoints.size(), 1);
        // It may name a context: nobody can tell where the docker command goes.
        QVERIFY(!found.endpoints[0].shellReachesIt);
    }

    void sameSocketTwiceIsOne()
    {
        write(u"run/docker.sock"_s);
        write(u"home/.docker/config.json"_s, R"({"currentContext": "rootless"})");
        writeContext(u"rootless"_s, "unix://" + path(u"run/docker.sock"_s).toUtf8());
        const auto found = find();
        QCOMPARE(found.endpoints.size(), 1);
        QCOMPARE(found.endpoints[0].name, u"rootless"_s);
    }
};

QTEST_GUILESS_MAIN(TestEndpointDiscovery)
#include "tst_endpointdiscovery.moc"
