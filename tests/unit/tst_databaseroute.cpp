// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/databaseroute.h"

#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestDatabaseRoute : public QObject
{
    Q_OBJECT

private:
    const Endpoint m_local = *Endpoint::parse(u"/var/run/docker.sock"_s);
    const Endpoint m_remote = *Endpoint::parse(u"tcp://far.example:2375"_s);
    const QList<QHostAddress> m_own{QHostAddress(u"127.0.0.1"_s), QHostAddress(u"172.20.0.1"_s)};
    static constexpr DatabaseRoute::Kinds all{DatabaseRoute::allKinds};

    static ContainerDetails container()
    {
        ContainerDetails details;
        details.networks << ContainerNetwork{.name = u"tp1_default"_s,
                                             .networkId = u"n"_s,
                                             .address = u"172.20.0.2"_s,
                                             .gateway = u"172.20.0.1"_s,
                                             .address6 = {},
                                             .aliases = {}};
        details.ports << ContainerPort{u"0.0.0.0"_s, 5432, 5433, u"tcp"_s}
                      << ContainerPort{u"::"_s, 5432, 5433, u"tcp"_s}
                      << ContainerPort{u"0.0.0.0"_s, 80, 8080, u"tcp"_s};
        return details;
    }

    static QStringList labels(const QList<DatabaseRoute> &routes)
    {
        QStringList list;
        for (const DatabaseRoute &route : routes)
            list << route.label();
        return list;
    }

private Q_SLOTS:
    void allOfThemInOrder()
    {
        QCOMPARE(labels(DatabaseRoute::find(container(), 5432, m_local, all, m_own)),
                 QStringList({u"published port 127.0.0.1:5433"_s, u"published port [::1]:5433"_s,
                              u"container address 172.20.0.2:5432"_s, u"exec tunnel"_s}));
    }

    void kindsCanBeLeftOut()
    {
        QCOMPARE(labels(DatabaseRoute::find(container(), 5432, m_local, DatabaseRoute::ExecTunnel, m_own)),
                 QStringList(u"exec tunnel"_s));
        QCOMPARE(DatabaseRoute::find(container(), 5432, m_local, DatabaseRoute::Kinds(), m_own).size(), 0);
    }

    void strangersNetworkIsNotUsed()
    {
        const auto routes = DatabaseRoute::find(container(), 5432, m_local, all, {QHostAddress(u"10.0.0.1"_s)});
        QVERIFY(!labels(routes).contains(u"container address 172.20.0.2:5432"_s));
        ContainerDetails noGateway = container();
        noGateway.networks[0].gateway.clear();
        QVERIFY(!labels(DatabaseRoute::find(noGateway, 5432, m_local, all, m_own))
                     .contains(u"container address 172.20.0.2:5432"_s));
    }

    void remoteEngineHasNoAddressesOfThisMachine()
    {
        QCOMPARE(labels(DatabaseRoute::find(container(), 5432, m_remote, all, m_own)),
                 QStringList({u"published port far.example:5433"_s, u"exec tunnel"_s}));
        ContainerDetails loopback = container();
        loopback.ports = {ContainerPort{u"127.0.0.1"_s, 5432, 5433, u"tcp"_s}};
        QCOMPARE(labels(DatabaseRoute::find(loopback, 5432, m_remote, all, m_own)), QStringList(u"exec tunnel"_s));
    }

    void onlyPublishedTcpPortsOfTheServer()
    {
        ContainerDetails details = container();
        details.ports = {ContainerPort{{}, 5432, 0, u"tcp"_s}, ContainerPort{u"0.0.0.0"_s, 5432, 99, u"udp"_s}};
        QCOMPARE(labels(DatabaseRoute::find(details, 5432, m_local, DatabaseRoute::PublishedPort, m_own)),
                 QStringList());
        details.ports = {ContainerPort{u"192.168.1.5"_s, 6000, 7000, u"tcp"_s}};
        QCOMPARE(labels(DatabaseRoute::find(details, 6000, m_local, DatabaseRoute::PublishedPort, m_own)),
                 QStringList(u"published port 192.168.1.5:7000"_s));
    }

    void withoutAnAddressThereIsNothingToVerify()
    {
        ContainerDetails host = container();
        host.networks = {ContainerNetwork{
            .name = u"host"_s, .networkId = u"h"_s, .address = {}, .gateway = {}, .address6 = {}, .aliases = {}}};
        QCOMPARE(labels(DatabaseRoute::find(host, 5432, m_local, all, m_own)), QStringList(u"exec tunnel"_s));
    }

    void verification()
    {
        const auto routes = DatabaseRoute::find(container(), 5432, m_local, all, m_own);
        QVERIFY(routes[0].accepts(u"172.20.0.2"_s));
        QVERIFY(routes[0].accepts(u"172.20.0.2/32"_s));
        QVERIFY(!routes[0].accepts(u"172.20.0.3"_s));
        QVERIFY(!routes[0].accepts(u"127.0.0.1"_s));
        QVERIFY(!routes[0].accepts(QString()));
        QCOMPARE(routes.last().kind, DatabaseRoute::ExecTunnel);
        QVERIFY(routes.last().accepts(u"127.0.0.1"_s));
        QVERIFY(routes.last().accepts(QString()));
    }

    void appliesToParameters()
    {
        ConnectionParameters parameters;
        DatabaseRoute::find(container(), 5432, m_local, all, m_own)[0].apply(&parameters);
        QCOMPARE(parameters.host, u"127.0.0.1"_s);
        QCOMPARE(parameters.port, quint16(5433));
    }

    void silenceIsBorneByWhereTheServerIs()
    {
        const auto borne = [](const DatabaseRoute &route) {
            ConnectionParameters parameters;
            route.apply(&parameters);
            const QList<std::pair<QByteArray, QByteArray>> keywords = parameters.keywords();
            const QHash<QByteArray, QByteArray> given(keywords.cbegin(), keywords.cend());
            // Of one that waits for rows: until the first probe, and as many as go unanswered.
            const int probes = given.value("keepalives_idle").toInt()
                + given.value("keepalives_interval").toInt() * given.value("keepalives_count").toInt();
            return QList<int>{given.value("tcp_user_timeout").toInt(), probes * 1000};
        };
        const auto near = DatabaseRoute::find(container(), 5432, m_local, all, m_own);
        QCOMPARE(borne(near[0]), (QList<int>{12'000, 12'000})); // a published port
        QCOMPARE(borne(near[2]), (QList<int>{12'000, 12'000})); // the container's address
        const auto far = DatabaseRoute::find(container(), 5432, m_remote, all, m_own);
        QCOMPARE(borne(far[0]), (QList<int>{60'000, 60'000}));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseRoute)
#include "tst_databaseroute.moc"
