// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/sessionprobe.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Connections that cannot be made, and what else than the parameters could lead them astray.
class TestSqlConnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Lab::isUp(), Lab::notUp); }

    void wrongPassword();
    void passwordNeeded();
    void noSuchDatabase();
    void noSuchRole();
    void nobodyListens();
    void noSuchSocketFolder();
    void silentServerTimesOut();
    void openCanBeGivenUp();
    void startingUpIsWaitedFor();
    void tooManyConnections();
    void databaseNameIsNoConnectionString();
    void hostileEnvironment();
    void settingsOfTheSession();
    void sessionDestroyedWhileOpening();
};

void TestSqlConnecting::wrongPassword()
{
    ConnectionParameters parameters = labParameters();
    parameters.password = u"wrong"_s;
    SessionProbe probe;
    QVERIFY(!probe.open(parameters));
    QCOMPARE(probe.failures.size(), 1);
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::WrongPassword);
    QCOMPARE(probe.failures[0].sqlState, u"28P01"_s);
    QVERIFY(probe.failures[0].serverWords.contains(u"password authentication failed"_s));
    QVERIFY(probe.failures[0].sentence.contains(probe.failures[0].serverWords));
    QCOMPARE(probe.session.state(), SqlSession::State::Disconnected);
}

void TestSqlConnecting::passwordNeeded()
{
    ConnectionParameters parameters = labParameters();
    parameters.password.clear();
    SessionProbe probe;
    QVERIFY(!probe.open(parameters));
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::NeedsPassword);
}

void TestSqlConnecting::noSuchDatabase()
{
    ConnectionParameters parameters = labParameters();
    parameters.database = u"no such 'database'"_s;
    SessionProbe probe;
    QVERIFY(!probe.open(parameters));
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::NoSuchDatabase);
    QCOMPARE(probe.failures[0].sqlState, u"3D000"_s);
    QVERIFY(probe.failures[0].serverWords.contains(u"no such 'database'"_s));
}

void TestSqlConnecting::noSuchRole()
{
    // Over a network the server hides which of the two is wrong.
    ConnectionParameters parameters = labParameters();
    parameters.user = u"nobody at all"_s;
    SessionProbe probe;
    QVERIFY(!probe.open(parameters));
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::WrongPassword
            || probe.failures[0].kind == ConnectFailure::Kind::NoSuchRole);
    QVERIFY(probe.failures[0].sentence.contains(u"nobody at all"_s));
}

void TestSqlConnecting::nobodyListens()
{
    ConnectionParameters parameters = labParameters();
    parameters.host = u"127.0.0.1"_s;
    parameters.port = 1;
    SessionProbe probe;
    QVERIFY(!probe.open(parameters));
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::Refused);
    QVERIFY(probe.failures[0].sqlState.isEmpty());
    QVERIFY(probe.failures[0].sentence.contains(u"127.0.0.1:1"_s));
}

void TestSqlConnecting::noSuchSocketFolder()
{
    const QTemporaryDir folder;
    ConnectionParameters parameters = labParameters();
    parameters.host = folder.path();
    SessionProbe probe;
    QVERIFY(!probe.open(parameters));
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::Refused);
}

void TestSqlConnecting::silentServerTimesOut()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ConnectionParameters parameters = labParameters();
    parameters.host = u"127.0.0.1"_s;
    parameters.port = silent.serverPort();
    parameters.connectTimeout = 1;
    SessionProbe probe;
    QVERIFY(!probe.open(parameters));
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::Unreachable);
}

void TestSqlConnecting::openCanBeGivenUp()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ConnectionParameters parameters = labParameters();
    parameters.host = u"127.0.0.1"_s;
    parameters.port = silent.serverPort();
    SessionProbe probe;
    probe.session.open(parameters);
    QVERIFY(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }));
    probe.session.cancel();
    QCOMPARE(probe.session.state(), SqlSession::State::Disconnected);
    QCOMPARE(probe.failures.size(), 1);
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::Cancelled);
    QTcpSocket *socket = silent.nextPendingConnection();
    QVERIFY(QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::UnconnectedState; }));
    QVERIFY(probe.open());
    QCOMPARE(probe.failures.size(), 1);
}

void TestSqlConnecting::startingUpIsWaitedFor()
{
    // A server that answers as one does in its recovery, then is the real one.
    QTcpServer starting;
    QVERIFY(starting.listen(QHostAddress::LocalHost));
    int attempts = 0;
    connect(&starting, &QTcpServer::newConnection, &starting, [&] {
        QTcpSocket *socket = starting.nextPendingConnection();
        ++attempts;
        if (attempts > 2) {
            auto *onward = new QTcpSocket(socket);
            onward->connectToHost(labParameters().host, labParameters().port);
            connect(socket, &QTcpSocket::readyRead, onward, [=] { onward->write(socket->readAll()); });
            connect(onward, &QTcpSocket::readyRead, socket, [=] { socket->write(onward->readAll()); });
            return;
        }
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            const QByteArray sent = socket->readAll();
            if (sent.size() == 8) { // asks for encryption
                socket->write("N");
                return;
            }
            const QByteArray fields("SFATAL\0VFATAL\0C57P03\0Mthe database system is starting up\0\0", 58);
            QByteArray size(4, '\0');
            size[3] = char(fields.size() + 4);
            socket->write("E" + size + fields);
            socket->disconnectFromHost();
        });
    });
    ConnectionParameters parameters = labParameters();
    parameters.host = u"127.0.0.1"_s;
    parameters.port = starting.serverPort();
    SessionProbe probe;
    QSignalSpy progress(&probe.session, &SqlSession::connectProgress);
    QVERIFY(probe.open(parameters));
    QVERIFY(attempts > 2);
    QVERIFY(!progress.isEmpty());
    QVERIFY(progress[0][0].toString().contains(u"starting up"_s));

    attempts = -1'000'000;
    parameters.startupTimeout = 1;
    QVERIFY(!probe.open(parameters));
    QVERIFY(probe.failures[0].kind == ConnectFailure::Kind::StartingUp);
    QCOMPARE(probe.failures[0].sqlState, u"57P03"_s);
}

void TestSqlConnecting::tooManyConnections()
{
    SessionProbe probe;
    QVERIFY(probe.open());
    QVERIFY(probe.run("DROP DATABASE IF EXISTS gantry_full; CREATE DATABASE gantry_full CONNECTION LIMIT 0;"
                      "DROP ROLE IF EXISTS gantry_guest; CREATE ROLE gantry_guest LOGIN PASSWORD 'guest'"));
    QCOMPARE(probe.runs.last().failed, 0);
    ConnectionParameters parameters = labParameters();
    parameters.database = u"gantry_full"_s;
    parameters.user = u"gantry_guest"_s;
    parameters.password = u"guest"_s;
    SessionProbe guest;
    QVERIFY(!guest.open(parameters));
    QVERIFY(guest.failures[0].kind == ConnectFailure::Kind::TooManyConnections);
    QVERIFY(probe.run("DROP DATABASE gantry_full; DROP ROLE gantry_guest"));
    QCOMPARE(probe.runs.last().failed, 0);
}

void TestSqlConnecting::databaseNameIsNoConnectionString()
{
    for (const QString &name : {u"host=evil.invalid"_s, u"postgresql://evil.invalid/x"_s, u"a' host='evil.invalid"_s}) {
        ConnectionParameters parameters = labParameters();
        parameters.database = name;
        SessionProbe probe;
        QVERIFY(!probe.open(parameters));
        QVERIFY2(probe.failures[0].kind == ConnectFailure::Kind::NoSuchDatabase,
                 qPrintable(probe.failures[0].sentence));
        QVERIFY(probe.failures[0].serverWords.contains(name));
    }
}

void TestSqlConnecting::hostileEnvironment()
{
    const QList<std::pair<const char *, const char *>> hostile{
        {"PGSSLMODE", "verify-full"},
        {"PGOPTIONS", "-c search_path=evil"},
        {"PGSERVICE", "evil"},
        {"PGSERVICEFILE", "/nowhere"},
        {"PGHOST", "evil.invalid"},
        {"PGHOSTADDR", "192.0.2.1"},
        {"PGPORT", "1"},
        {"PGUSER", "evil"},
        {"PGPASSWORD", "evil"},
        {"PGDATABASE", "evil"},
        {"PGAPPNAME", "evil"},
        {"PGDATESTYLE", "German"},
        {"PGTZ", "Asia/Kathmandu"},
        {"PGCLIENTENCODING", "LATIN1"},
        {"PGTARGETSESSIONATTRS", "standby"},
        {"PGSSLROOTCERT", "/nowhere"},
        {"PGCONNECT_TIMEOUT", "1"},
        {"PGGSSENCMODE", "require"},
        {"PGREQUIREPEER", "evil"},
        {"PGCHANNELBINDING", "require"},
        {"PGGEQO", "off"},
    };
    for (const auto &[name, value] : hostile)
        qputenv(name, value);
    SessionProbe probe;
    QVERIFY2(probe.open(), qPrintable(probe.failures.value(0).sentence));
    QVERIFY(probe.run("SELECT current_setting('search_path'), current_setting('DateStyle'), "
                      "current_setting('TimeZone'), current_setting('application_name'), "
                      "current_setting('client_encoding'), current_setting('geqo'), current_user"));
    QVERIFY(!probe.value(0, 0).contains("evil"));
    QVERIFY(!probe.value(0, 1).contains("German"));
    QVERIFY(!probe.value(0, 2).contains("Kathmandu"));
    QCOMPARE(probe.value(0, 3), "Gantry");
    QVERIFY(probe.value(0, 4) == "UTF8" || probe.value(0, 4) == "SQL_ASCII"); // as the database is
    QCOMPARE(probe.value(0, 5), "on");
    QCOMPARE(probe.value(0, 6), labParameters().user.toUtf8());
    for (const auto &[name, value] : hostile)
        qunsetenv(name);
}

void TestSqlConnecting::settingsOfTheSession()
{
    ConnectionParameters parameters = labParameters();
    parameters.settings = {{u"default_transaction_read_only"_s, u"on"_s}, {u"search_path"_s, u"\"a b\\c\", public"_s}};
    SessionProbe probe;
    QVERIFY2(probe.open(parameters), qPrintable(probe.failures.value(0).sentence));
    QVERIFY(probe.run("SHOW search_path"));
    QCOMPARE(probe.value(), "\"a b\\c\", public");
    QVERIFY(probe.runToEnd("CREATE TABLE gantry_never (id int)"));
    QCOMPARE(probe.error().sqlState, u"25006"_s);

    parameters.settings = {{u"search_path"_s, u"a;host=evil.invalid"_s}};
    QVERIFY(!probe.open(parameters));
    QVERIFY(probe.failures.last().kind == ConnectFailure::Kind::InvalidParameters);
}

void TestSqlConnecting::sessionDestroyedWhileOpening()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ConnectionParameters parameters = labParameters();
    parameters.host = u"127.0.0.1"_s;
    parameters.port = silent.serverPort();
    {
        SqlSession session;
        session.open(parameters);
        QVERIFY(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }));
    }
    QTcpSocket *socket = silent.nextPendingConnection();
    QVERIFY(QTest::qWaitFor([&] { return socket->state() == QAbstractSocket::UnconnectedState; }));
}

QTEST_GUILESS_MAIN(TestSqlConnecting)
#include "tst_sqlconnecting.moc"
