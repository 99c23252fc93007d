// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "futures.h"
#include "lab/labenvironment.h"

#include "engine/engine.h"
#include "postgres/containerconsolebackend.h"
#include "postgres/databasefinder.h"
#include "postgres/databaseroute.h"
#include "postgres/exectunnel.h"
#include "postgres/tunneltool.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPointer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <libpq-fe.h>

#include <csignal>
#include <thread>

#include <sys/socket.h>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// Set in the second process that killedProgramLeavesNothing() starts and kills.
constexpr const char *holdVariable = "GANTRY_TEST_HOLD_TUNNEL";

struct Closer
{
    void operator()(PGconn *connection) const { PQfinish(connection); }
    void operator()(PGresult *result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, Closer>;
using Result = std::unique_ptr<PGresult, Closer>;

Connection connectTo(const QString &host, const char *application = "tunnel-test")
{
    const Lab::PostgresServer server = Lab::postgres();
    const QByteArray parameters
        = u"host='%1' port=5432 user='%2' password='%3' dbname='%4' application_name='%5' sslmode=disable"_s
              .arg(host, server.user, server.password, server.database, QString::fromLatin1(application))
              .toUtf8();
    return Connection(PQconnectdb(parameters.constData()));
}

QByteArray ask(const Connection &connection, const char *query)
{
    const Result result(PQexec(connection.get(), query));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK)
        return QByteArray("error: ") + PQerrorMessage(connection.get());
    return PQgetvalue(result.get(), 0, 0);
}

/// Asks the server without the tunnel.
QString askDirectly(const QString &query)
{
    return QString::fromUtf8(ask(connectTo(Lab::postgres().host, "observer"), query.toUtf8().constData()));
}

/// How many backends serve connections of this test, and how many processes of tools are in the container.
QString leftBehind()
{
    const QString backends
        = askDirectly(u"SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'tunnel-test%'"_s);
    QStringList tools = Lab::docker({u"top"_s, u"lab-pg"_s, u"-eo"_s, u"pid,args"_s}).output.split(u'\n').mid(1);
    // Not the server, whose processes have no arguments while they end; not its health check.
    tools.removeIf([](const QString &line) {
        return line.contains(u" postgres"_s) || line.contains(u"[postgres]"_s) || line.contains(u"pg_isready"_s)
            || line.contains(u"runc init"_s);
    });
    return tools.isEmpty() ? backends + u" backends"_s : backends + u" backends, and "_s + tools.join(u", "_s);
}

/// How often the server has started again because it took the end of some process for a crash.
int serverCrashes()
{
    const auto logs = Lab::docker({u"logs"_s, u"lab-pg"_s});
    return int(QString(logs.output + logs.error).count(u"terminating any other active server processes"_s));
}

/// The folders of this program's tunnels.
QStringList ownFolders()
{
    QStringList found;
    const QString name = u"gantry-tunnel-%1-*"_s.arg(QCoreApplication::applicationPid());
    for (const QString &place : {qEnvironmentVariable("XDG_RUNTIME_DIR"), QDir::tempPath()}) {
        if (place.isEmpty())
            continue;
        for (const QFileInfo &folder : QDir(place).entryInfoList({name}, QDir::Dirs))
            found += folder.filePath();
    }
    return found;
}

const auto nothing = u"0 backends"_s;

} // namespace

class TestExecTunnel : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temporary;
    std::unique_ptr<EngineClient> m_client;
    std::unique_ptr<ExecTunnel> m_tunnel;
    int m_crashes = 0;

    static Endpoint endpoint() { return *Endpoint::parse(Lab::dockerHost()); }

    bool open(const QStringList &tools = TunnelTool::names(), const QString &container = u"lab-pg"_s)
    {
        m_tunnel = std::make_unique<ExecTunnel>(endpoint(), container, 5432);
        m_tunnel->setTools(tools);
        QSignalSpy failed(m_tunnel.get(), &ExecTunnel::failed);
        m_tunnel->start();
        return QTest::qWaitFor([&] { return m_tunnel->state() != ExecTunnel::State::Starting; }, 10'000)
            && m_tunnel->state() == ExecTunnel::State::Ready;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        // Where no other test's tunnel clears away what a killed program left.
        qputenv("TMPDIR", QFile::encodeName(m_temporary.path()));
    }
    void init()
    {
        QTRY_COMPARE_WITH_TIMEOUT(leftBehind(), nothing, 5000);
        m_crashes = serverCrashes();
        m_client = std::make_unique<EngineClient>(endpoint());
        QCOMPARE(failureOf(m_client->negotiate()), QString());
    }
    void cleanup()
    {
        QCOMPARE(serverCrashes(), m_crashes);
        m_tunnel.reset();
        m_client.reset();
    }

    void tools_data()
    {
        QTest::addColumn<QString>("tool");
        for (const QString &tool : TunnelTool::names())
            QTest::newRow(qPrintable(tool)) << tool;
    }

    /// Each tool that the lab's container has, with every end of a connection.
    void tools()
    {
        QFETCH(const QString, tool);
        ExecConfig probe;
        probe.command = TunnelTool::probe();
        probe.attachStdin = false;
        QFuture<ExecResult> probed = m_client->runExec(u"lab-pg"_s, probe);
        QVERIFY(hasEnded(probed));
        if (!TunnelTool::choose(QString::fromUtf8(probed.result().output), {tool}))
            QSKIP("The lab's PostgreSQL image does not have this tool.");

        QVERIFY(open({tool}));
        QCOMPARE(m_tunnel->tool(), tool);
        QFileInfo folder(m_tunnel->directory());
        QCOMPARE(folder.permissions() & ~(QFile::ReadUser | QFile::WriteUser | QFile::ExeUser),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);

        // In order.
        {
            const Connection connection = connectTo(m_tunnel->directory());
            QVERIFY2(PQstatus(connection.get()) == CONNECTION_OK, PQerrorMessage(connection.get()));
            QCOMPARE(ask(connection, "SELECT host(inet_server_addr())"), "127.0.0.1");
            QCOMPARE(ask(connection, "SELECT length(repeat('x', 5000000))"), "5000000");
            QCOMPARE(ask(connection, "SELECT sum(length(repeat(g::text, 100))) FROM generate_series(1, 100000) g"),
                     "48889500");
            QTRY_COMPARE(m_tunnel->connections(), 1);
        }
        QTRY_COMPARE_WITH_TIMEOUT(leftBehind(), nothing, 2000);
        QTRY_COMPARE(m_tunnel->connections(), 0);

        // The backend is terminated: the client is told.
        {
            const Connection connection = connectTo(m_tunnel->directory());
            const QByteArray pid = ask(connection, "SELECT pg_backend_pid()");
            QCOMPARE(askDirectly(u"SELECT pg_terminate_backend(%1)"_s.arg(QString::fromLatin1(pid))), u"t"_s);
            QElapsedTimer timer;
            timer.start();
            const QByteArray answer = ask(connection, "SELECT 1");
            QVERIFY2(answer.contains("terminating connection"), answer.constData());
            QVERIFY(timer.elapsed() < 2000);
            QTRY_COMPARE_WITH_TIMEOUT(leftBehind(), nothing, 2000);
        }

        // The client drops the connection in the middle of a statement.
        {
            Connection connection = connectTo(m_tunnel->directory());
            QCOMPARE(PQsendQuery(connection.get(), "SELECT repeat('x', 1000), generate_series(1, 10000000)"), 1);
            QTRY_VERIFY(leftBehind().startsWith(u'1'));
            ::shutdown(PQsocket(connection.get()), SHUT_RDWR);
            QTRY_COMPARE_WITH_TIMEOUT(leftBehind(), nothing, 3000);
        }
    }

    void idleBackendThatIsTerminatedIsNoticedAtOnce()
    {
        QVERIFY(open());
        const Connection connection = connectTo(m_tunnel->directory());
        const QByteArray pid = ask(connection, "SELECT pg_backend_pid()");
        QCOMPARE(askDirectly(u"SELECT pg_terminate_backend(%1)"_s.arg(QString::fromLatin1(pid))), u"t"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_tunnel->connections(), 0, 2000);
        QVERIFY(PQconsumeInput(connection.get()) == 0 || PQstatus(connection.get()) == CONNECTION_BAD
                || PQisBusy(connection.get()) == 0);
    }

    void cancelGoesThrough()
    {
        QVERIFY(open());
        const Connection connection = connectTo(m_tunnel->directory());
        QCOMPARE(PQsendQuery(connection.get(), "SELECT pg_sleep(60)"), 1);
        QTRY_VERIFY(askDirectly(u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND "
                                "application_name = 'tunnel-test'"_s)
                    == u"1"_s);
        PGcancel *cancel = PQgetCancel(connection.get());
        char problem[256] = {};
        const int sent = PQcancel(cancel, problem, sizeof problem);
        PQfreeCancel(cancel);
        QVERIFY2(sent, problem);
        const Result result(PQgetResult(connection.get()));
        QCOMPARE(PQresultErrorField(result.get(), PG_DIAG_SQLSTATE), "57014");
    }

    void manyConnections()
    {
        QVERIFY(open());
        std::vector<Connection> connections;
        for (int i = 0; i < 20; ++i)
            connections.push_back(connectTo(m_tunnel->directory()));
        for (const Connection &connection : connections)
            QCOMPARE(ask(connection, "SELECT 1"), "1");
        QTRY_COMPARE(m_tunnel->connections(), 20);
        connections.clear();
        QTRY_COMPARE_WITH_TIMEOUT(leftBehind(), nothing, 3000);
    }

    void closingTheTunnelLeavesNothing()
    {
        QVERIFY(open());
        const QString folder = m_tunnel->directory();
        const Connection connection = connectTo(folder);
        QVERIFY(PQstatus(connection.get()) == CONNECTION_OK);
        m_tunnel.reset();
        QTRY_COMPARE_WITH_TIMEOUT(leftBehind(), nothing, 2000);
        QTRY_VERIFY(!QFileInfo::exists(folder));
        QVERIFY(ask(connection, "SELECT 1").startsWith("error"));
    }

    /// What opened a tunnel for a console keeps nothing of it: each second of waiting for a server opens another one.
    void backendKeepsNoTunnel_data()
    {
        QTest::addColumn<QString>("container");
        QTest::addColumn<bool>("opens");
        QTest::newRow("opened") << u"lab-pg"_s << true;
        QTest::newRow("failed") << u"no-such-container"_s << false;
    }

    void backendKeepsNoTunnel()
    {
        QFETCH(const QString, container);
        QFETCH(const bool, opens);
        Engine engine;
        engine.start(EndpointDiscovery(), Lab::dockerHost());
        QTRY_COMPARE(engine.state(), Engine::State::Connected);
        ContainerConsoleBackend backend(&engine);
        QFuture<OpenRoute> opening = backend.open(container, 5432, {});
        QTRY_COMPARE(ownFolders().size(), 1);
        QCOMPARE(!errorOf(opening), opens);
        if (opens) {
            OpenRoute opened = opening.result();
            const QPointer<QObject> tunnel = opened.guard.get();
            QCOMPARE(ownFolders(), QStringList{opened.route.host});
            opening = {};
            // As long as the guard lives the route can be used.
            QVERIFY(PQstatus(connectTo(opened.route.host).get()) == CONNECTION_OK);
            opened.guard.reset();
            QVERIFY(!tunnel);
        }
        opening = {};
        QTRY_COMPARE(ownFolders(), QStringList());
    }

    /// The program is killed with SIGKILL in the middle of a statement.
    void killedProgramLeavesNothing()
    {
        if (Lab::isPodman())
            QSKIP("Podman 4.3 leaves an exec alone whose client dies while it writes.");
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(holdVariable), u"1"_s);
        program.setProcessEnvironment(environment);
        program.start(QCoreApplication::applicationFilePath(), {});
        QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), 10'000);
        const QString folder = QString::fromUtf8(program.readLine().trimmed());
        QVERIFY2(QFileInfo::exists(folder), qPrintable(folder));
        QTRY_VERIFY(leftBehind().startsWith(u'1'));
        program.kill();
        QTRY_COMPARE(program.state(), QProcess::NotRunning);
        QTRY_COMPARE_WITH_TIMEOUT(leftBehind(), nothing, 2000);
        // Its folder goes when the next tunnel is made.
        QVERIFY(QFileInfo::exists(folder));
        QVERIFY(open());
        QVERIFY(!QFileInfo::exists(folder));
    }

    void killedServerEndsTheConnection()
    {
        const QString name = u"live-tunnel-pg"_s;
        Lab::docker({u"rm"_s, u"-fv"_s, name});
        const Lab::PostgresServer server = Lab::postgres();
        QVERIFY(Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, name, u"-e"_s, u"POSTGRES_USER="_s + server.user, u"-e"_s,
                             u"POSTGRES_PASSWORD="_s + server.password, u"-e"_s, u"POSTGRES_DB="_s + server.database,
                             Lab::image(Lab::Image::Postgres), u"-c"_s, u"fsync=off"_s})
                    .ok());
        const auto remove = qScopeGuard([&] { Lab::docker({u"rm"_s, u"-fv"_s, name}); });
        QVERIFY(open(TunnelTool::names(), name));
        Connection connection;
        QTRY_VERIFY_WITH_TIMEOUT(
            (connection = connectTo(m_tunnel->directory()), PQstatus(connection.get()) == CONNECTION_OK), 30'000);
        QVERIFY(Lab::docker({u"kill"_s, name}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(m_tunnel->connections(), 0, 2000);
        QVERIFY(ask(connection, "SELECT 1").startsWith("error"));
    }

    void portWithoutAServerIsSaid()
    {
        m_tunnel = std::make_unique<ExecTunnel>(endpoint(), u"lab-pg"_s, 1);
        QSignalSpy ready(m_tunnel.get(), &ExecTunnel::ready);
        QSignalSpy failed(m_tunnel.get(), &ExecTunnel::connectionFailed);
        m_tunnel->start();
        QTRY_COMPARE(ready.count(), 1);
        QElapsedTimer timer;
        timer.start();
        const Connection connection = connectTo(m_tunnel->directory());
        QVERIFY(PQstatus(connection.get()) == CONNECTION_BAD);
        QVERIFY(timer.elapsed() < 3000);
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY2(m_tunnel->lastProblem().contains(u"onnection refused"_s), qPrintable(m_tunnel->lastProblem()));
    }

    void containerWithoutATool()
    {
        m_tunnel = std::make_unique<ExecTunnel>(endpoint(), u"lab-pg"_s, 5432);
        m_tunnel->setTools({u"telnet"_s});
        QSignalSpy failed(m_tunnel.get(), &ExecTunnel::failed);
        m_tunnel->start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains(u"telnet"_s));
    }

    void containerThatDoesNotExist()
    {
        m_tunnel = std::make_unique<ExecTunnel>(endpoint(), u"no-such-container"_s, 5432);
        QSignalSpy failed(m_tunnel.get(), &ExecTunnel::failed);
        m_tunnel->start();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed[0][0].toString().contains(u"no such container"_s, Qt::CaseInsensitive));
    }

    /// 100 MB through the tunnel against the container's address, and how the window's thread fares meanwhile.
    void throughput()
    {
        QVERIFY(open());
        const auto fetch = [](const Connection &connection) {
            qint64 bytes = 0;
            const Result begun(PQexec(connection.get(),
                                      "COPY (SELECT repeat('x', 999) FROM generate_series(1, "
                                      "100000)) TO STDOUT"));
            if (PQresultStatus(begun.get()) != PGRES_COPY_OUT)
                return qint64(-1);
            char *buffer = nullptr;
            for (int length = 0; (length = PQgetCopyData(connection.get(), &buffer, 0)) > 0; PQfreemem(buffer))
                bytes += length;
            return bytes;
        };
        const auto measure = [&](const QString &host) {
            qint64 bytes = 0;
            qint64 elapsed = 0;
            std::atomic_bool done = false;
            std::thread session([&] {
                const Connection connection = connectTo(host);
                QElapsedTimer timer;
                timer.start();
                bytes = fetch(connection);
                elapsed = timer.elapsed();
                done = true;
            });
            qint64 longestGap = 0;
            QElapsedTimer gap;
            gap.start();
            QTimer ticker;
            QObject::connect(&ticker, &QTimer::timeout, [&] { longestGap = std::max(longestGap, gap.restart()); });
            ticker.start(1);
            const bool ended = QTest::qWaitFor([&] { return done.load(); }, 60'000);
            session.join();
            qInfo("%s: %lld bytes in %lld ms, longest gap in the window's thread %lld ms", qPrintable(host.left(20)),
                  bytes, elapsed, longestGap);
            return ended && bytes == 100'000'000 ? elapsed : -1;
        };
        const qint64 direct = measure(Lab::postgres().host);
        const qint64 tunnel = measure(m_tunnel->directory());
        QVERIFY(direct > 0);
        QVERIFY(tunnel > 0);
    }

    void loginFromTheEnvironment()
    {
        QFuture<ContainerDetails> details = m_client->inspectContainer(u"lab-pg"_s);
        QVERIFY(hasEnded(details));
        QVERIFY(DatabaseFinder::isDatabase(details.result()));
        QFuture<DatabaseLogin> login = DatabaseFinder::login(m_client.get(), details.result());
        QVERIFY(hasEnded(login));
        const Lab::PostgresServer server = Lab::postgres();
        QCOMPARE(login.result().user, server.user);
        QCOMPARE(login.result().password, server.password);
        QCOMPARE(login.result().database, server.database);
        QCOMPARE(login.result().port, quint16(5432));
        QVERIFY(login.result().problems.isEmpty());

        // The same machine: the container's address is ours, and the server's own address proves it.
        const QList<DatabaseRoute> routes = DatabaseRoute::find(details.result(), 5432, endpoint());
        QCOMPARE(routes.size(), 2);
        QCOMPARE(routes[0].kind, DatabaseRoute::ContainerAddress);
        QCOMPARE(routes[0].host, server.host);
        const Connection connection = connectTo(routes[0].host);
        QVERIFY(routes[0].accepts(QString::fromLatin1(ask(connection, "SELECT inet_server_addr()"))));
    }

    void loginFromFilesInTheContainer()
    {
        const QString name = u"live-tunnel-files"_s;
        Lab::docker({u"rm"_s, u"-fv"_s, name});
        const QString id = Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, name, u"-u"_s, u"1000"_s, u"-e"_s,
                                        u"POSTGRES_USER=ada"_s, u"-e"_s, u"POSTGRES_PASSWORD_FILE=/run/secrets/pw"_s,
                                        u"-e"_s, u"POSTGRES_DB_FILE=/missing"_s, Lab::image(Lab::Image::Busybox)})
                               .output;
        const auto remove = qScopeGuard([&] { Lab::docker({u"rm"_s, u"-fv"_s, name}); });
        QVERIFY(
            Lab::docker({u"exec"_s, u"-u"_s, u"0"_s, name, u"sh"_s, u"-c"_s,
                         u"umask 077; mkdir -p /run/secrets; printf 'p\\303\\244ss word\\n\\n' > /run/secrets/pw"_s})
                .ok());
        QFuture<ContainerDetails> details = m_client->inspectContainer(id);
        QVERIFY(hasEnded(details));
        QFuture<DatabaseLogin> login = DatabaseFinder::login(m_client.get(), details.result());
        QVERIFY(hasEnded(login));
        QCOMPARE(login.result().user, u"ada"_s);
        QCOMPARE(login.result().password, u"päss word"_s);
        QCOMPARE(login.result().database, u"ada"_s);
        QCOMPARE(login.result().problems.size(), 1);
        QVERIFY(login.result().problems[0].contains(u"/missing"_s));
    }
};

namespace {

/// Holds a tunnel with a connection that is in the middle of a result, until killed.
int hold(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    ExecTunnel tunnel(*Endpoint::parse(Lab::dockerHost()), u"lab-pg"_s, 5432);
    Connection connection;
    QObject::connect(&tunnel, &ExecTunnel::ready, &tunnel, [&] {
        connection = connectTo(tunnel.directory(), "tunnel-test-held");
        PQsendQuery(connection.get(), "SELECT repeat('x', 1000), generate_series(1, 100000000)");
        PQflush(connection.get());
        printf("%s\n", qPrintable(tunnel.directory()));
        fflush(stdout);
    });
    tunnel.start();
    return application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsSet(holdVariable))
        return hold(argc, argv);
    QCoreApplication application(argc, argv);
    TestExecTunnel test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_exectunnel.moc"
