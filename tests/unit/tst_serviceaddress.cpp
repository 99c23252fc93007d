// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/reachtool.h"
#include "items/connectionmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Where services are reached, from inside and from this machine; and how the words of a try are judged.
class TestServiceAddress : public QObject
{
    Q_OBJECT

    const Endpoint m_local = *Endpoint::parse(u"/var/run/docker.sock"_s);
    const Endpoint m_remote = *Endpoint::parse(u"tcp://far.example:2375"_s);
    const QList<QHostAddress> m_own{QHostAddress(u"172.20.0.1"_s)};

    static ContainerNetwork network(const QString &address)
    {
        return {.name = u"tp1_default"_s,
                .networkId = u"n"_s,
                .address = address,
                .gateway = u"172.20.0.1"_s,
                .address6 = {},
                .aliases = {}};
    }

    static ServiceContainer database()
    {
        ContainerDetails details;
        details.id = u"db-id"_s;
        details.state = ContainerState::Running;
        details.exposedPorts << u"5432/tcp"_s;
        details.networks << network(u"172.20.0.2"_s);
        DatabaseLogin login;
        login.user = u"demo"_s;
        login.password = u"p@ss:word/"_s;
        login.database = u"demo"_s;
        return {u"db"_s, details, login};
    }

    static ServiceContainer api(const QStringList &environment)
    {
        ContainerDetails details;
        details.id = u"api-id"_s;
        details.state = ContainerState::Running;
        details.exposedPorts << u"8000/tcp"_s << u"53/udp"_s;
        details.ports << ContainerPort{u"0.0.0.0"_s, 8000, 18000, u"tcp"_s};
        details.networks << network(u"172.20.0.3"_s);
        details.environment = environment;
        return {u"api"_s, details, {}};
    }

    /// "db network db:5432 postgresql://…", a line each.
    static QStringList lines(const QList<ServiceAddress> &addresses)
    {
        QStringList result;
        for (const ServiceAddress &address : addresses) {
            result << QStringList{address.service,
                                  address.from == ServiceAddress::From::Network ? u"network"_s : u"machine"_s,
                                  address.address(), address.url(ServiceAddress::Password::Shown),
                                  address.usedBy.join(u", "_s)}
                          .join(u' ')
                          .simplified();
        }
        return result;
    }

private Q_SLOTS:
    void bothSidesOfEveryPort()
    {
        QCOMPARE(
            lines(serviceAddresses({api({u"DATABASE_HOST=db"_s}), database()}, m_local, m_own)),
            QStringList({u"api network api:53/udp"_s, u"api machine"_s, u"api network api:8000 http://api:8000"_s,
                         u"api machine 127.0.0.1:18000 http://127.0.0.1:18000"_s,
                         u"db network db:5432 postgresql://demo:p%40ss%3Aword%2F@db:5432/demo api: DATABASE_HOST"_s,
                         u"db machine 172.20.0.2:5432 "
                         "postgresql://demo:p%40ss%3Aword%2F@172.20.0.2:5432/demo"_s}));
    }

    void aStrangersAddressIsNotOffered()
    {
        const QList<ServiceAddress> addresses = serviceAddresses({database()}, m_local, {});
        QCOMPARE(lines(addresses).last(), u"db machine"_s);
        QCOMPARE(lines(serviceAddresses({database()}, m_remote, m_own)).last(), u"db machine"_s);
        QCOMPARE(lines(serviceAddresses({api({})}, m_remote, m_own)).last(),
                 u"api machine far.example:18000 http://far.example:18000"_s);
    }

    void aStoppedOneTellsWhatItWillPublish()
    {
        ServiceContainer stopped = api({});
        stopped.details.state = ContainerState::Exited;
        stopped.details.ports.clear();
        stopped.details.exposedPorts.clear();
        stopped.details.configuredPorts << ContainerPort{{}, 8000, 18000, u"tcp"_s};
        QCOMPARE(lines(serviceAddresses({stopped}, m_local, m_own)),
                 QStringList({u"api network api:8000 http://api:8000"_s,
                              u"api machine 127.0.0.1:18000 http://127.0.0.1:18000"_s}));
    }

    void theHostsNetworkIsThisMachine()
    {
        ServiceContainer host = database();
        host.details.raw = {{u"HostConfig"_s, QJsonObject{{u"NetworkMode"_s, u"host"_s}}}};
        host.login->password.clear();
        QCOMPARE(lines(serviceAddresses({host}, m_local, m_own)),
                 QStringList({u"db network localhost:5432 postgresql://demo@localhost:5432/demo"_s,
                              u"db machine 127.0.0.1:5432 postgresql://demo@127.0.0.1:5432/demo"_s}));
    }

    void usersAreFoundByTheirVariables_data()
    {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<bool>("uses");
        QTest::newRow("url") << u"DATABASE_URL=postgresql://demo:demo@db:5432/demo"_s << true;
        QTest::newRow("driver, no port") << u"DATABASE_URL=postgresql+psycopg://demo:demo@db/demo"_s << true;
        QTest::newRow("host") << u"PGHOST=db"_s << true;
        QTest::newRow("host and port") << u"DB=db:5432"_s << true;
        QTest::newRow("another port") << u"DB=db:5433"_s << false;
        QTest::newRow("url of another port") << u"U=http://db:8080/"_s << false;
        QTest::newRow("a word") << u"NOTE=the db is fine"_s << false;
        QTest::newRow("another host") << u"U=postgresql://demo@mydb:5432/x"_s << false;
        QTest::newRow("no url") << u"U=://db"_s << false;
    }
    void usersAreFoundByTheirVariables()
    {
        QFETCH(QString, variable);
        const QList<ServiceAddress> addresses = serviceAddresses({api({variable}), database()}, m_local, m_own);
        QTEST(!addresses.at(4).usedBy.isEmpty(), "uses");
    }

    void theTableMasksUntilAsked()
    {
        ConnectionModel model;
        const QAbstractItemModelTester tester(&model);
        model.setAddresses(serviceAddresses({api({}), database()}, m_local, m_own));
        QCOMPARE(model.rowCount(), 6);
        const auto url = [&model] { return model.index(4, ConnectionModel::UrlColumn).data().toString(); };
        QVERIFY(model.hasPasswords());
        QVERIFY2(!url().contains(u"word"_s) && url().startsWith(u"postgresql://demo:•"_s), qPrintable(url()));
        QCOMPARE(model.index(4, 0).data(ConnectionModel::CopyTextRole).toString(),
                 u"postgresql://demo:p%40ss%3Aword%2F@db:5432/demo"_s);
        model.setPasswordsShown(true);
        QVERIFY2(url().contains(u"p%40ss"_s), qPrintable(url()));
        QCOMPARE(model.index(1, ConnectionModel::AddressColumn).data().toString(), u"Port 53 is not published"_s);
        model.setAddresses(serviceAddresses({database()}, m_local, m_own));
        QCOMPARE(model.rowCount(), 2);
    }

    void wordsOfATryAreJudged_data()
    {
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("words");
        QTest::addColumn<Reach>("reach");
        QTest::newRow("reached") << 0 << QString() << Reach::Reached;
        QTest::newRow("bash refused") << 1 << u"/dev/tcp/db/5433: Connection refused"_s << Reach::Refused;
        QTest::newRow("python name") << 1 << u"[Errno -2] Name or service not known"_s << Reach::UnknownHost;
        QTest::newRow("python temporary")
            << 1 << u"[Errno -3] Temporary failure in name resolution"_s << Reach::UnknownHost;
        QTest::newRow("busybox name") << 1 << u"nc: bad address 'dbx'"_s << Reach::UnknownHost;
        QTest::newRow("busybox time") << 1 << u"nc: timed out"_s << Reach::Silent;
        QTest::newRow("timeout") << 124 << QString() << Reach::Silent;
        QTest::newRow("curl") << 7 << u"curl: (7) Failed to connect to db port 1: Connection refused"_s
                              << Reach::Refused;
        QTest::newRow("node") << 1 << u"getaddrinfo ENOTFOUND dbx"_s << Reach::UnknownHost;
        QTest::newRow("other") << 1 << u"bash: something else"_s << Reach::Failed;
    }
    void wordsOfATryAreJudged()
    {
        QFETCH(int, exitCode);
        QFETCH(QString, words);
        QTEST(reachOf(exitCode, words), "reach");
    }

    void theBestToolIsChosenAndGetsNoShell()
    {
        QVERIFY(!ReachTool::choose(u"OCI runtime exec failed: exec: \"sh\": not found"_s, u"db"_s));
        QCOMPARE(ReachTool::choose(u"bash\npython3\ntimeout\n"_s, u"db"_s)->name(), u"python3"_s);
        const QStringList command
            = ReachTool::choose(u"bash\ntimeout\n"_s, u"$(reboot)"_s)->command(u"$(reboot)"_s, 5432);
        QCOMPARE(command,
                 QStringList({u"timeout"_s, u"5"_s, u"bash"_s, u"-c"_s, u"exec 3<>\"/dev/tcp/$0/$1\""_s, u"$(reboot)"_s,
                              u"5432"_s}));
    }

    void aHostIsNoOption()
    {
        const QString host = u"-v"_s;
        for (const QString &name : {u"perl"_s, u"node"_s}) {
            const QStringList command = ReachTool::choose(name, host)->command(host, 5432);
            QCOMPARE(command.last(3), QStringList({u"--"_s, host, u"5432"_s}));
        }
        QVERIFY(ReachTool::choose(u"busybox"_s, u"db"_s));
        QVERIFY(!ReachTool::choose(u"busybox"_s, host));
        QCOMPARE(ReachTool::choose(u"busybox\ncurl"_s, host)->name(), u"curl"_s);
    }
};

QTEST_GUILESS_MAIN(TestServiceAddress)
#include "tst_serviceaddress.moc"
