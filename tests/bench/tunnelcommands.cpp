// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandloop.h"
#include "commands.h"
#include "lab/labenvironment.h"
#include "postgres/exectunnel.h"

#include <libpq-fe.h>

#include <memory>
#include <thread>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *hundredMegabytes = "COPY (SELECT repeat('x', 999) FROM generate_series(1, 100000)) TO STDOUT";

struct Measured
{
    double connect = 0; ///< ms
    double copy = 0; ///< ms
    qint64 bytes = 0;
    QByteArray problem;
};

/// What libpq alone sees of a route; blocks.
Measured measure(const QByteArray &parameters)
{
    Measured measured;
    const qint64 begin = monotonicTime();
    const std::unique_ptr<PGconn, void (*)(PGconn *)> connection(PQconnectdb(parameters.constData()), PQfinish);
    const qint64 connected = monotonicTime();
    measured.connect = double(connected - begin) / 1e6;
    const std::unique_ptr<PGresult, void (*)(PGresult *)> copy(PQexec(connection.get(), hundredMegabytes), PQclear);
    if (PQresultStatus(copy.get()) != PGRES_COPY_OUT) {
        measured.problem = PQerrorMessage(connection.get());
        return measured;
    }
    char *line = nullptr;
    for (int size = 0; (size = PQgetCopyData(connection.get(), &line, 0)) > 0; PQfreemem(line))
        measured.bytes += size;
    measured.copy = double(monotonicTime() - connected) / 1e6;
    return measured;
}

class TunnelCommands
{
public:
    QByteArray open(const QString &container)
    {
        m_tunnel = std::make_unique<ExecTunnel>(*Endpoint::parse(Lab::dockerHost()), container, 5432);
        m_tunnel->start();
        await("the tunnel", [this] { return m_tunnel->state() != ExecTunnel::State::Starting; });
        return m_tunnel->state() == ExecTunnel::State::Ready ? m_tunnel->tool().toUtf8() : "failed";
    }

    /// A connection, then 100 MB through it: milliseconds of both, and the bytes that came.
    QByteArray copy(const QByteArray &route)
    {
        const Lab::PostgresServer server = Lab::postgres();
        const QString host = route == "tunnel" ? m_tunnel->directory() : server.host;
        const QByteArray parameters = u"host='%1' port=5432 user='%2' password='%3' dbname='%4' sslmode=disable"_s
                                          .arg(host, server.user, server.password, server.database)
                                          .toUtf8();
        Measured measured;
        std::atomic<bool> ended = false;
        QObject context;
        std::thread thread([&] {
            measured = measure(parameters);
            ended = true;
            QMetaObject::invokeMethod(&context, [] {}); // wakes the loop
        });
        await("100 MB", [&ended] { return ended.load(); });
        thread.join();
        if (!measured.problem.isEmpty())
            return measured.problem.simplified();
        return QByteArray::number(measured.connect) + ' ' + QByteArray::number(measured.copy) + ' '
            + QByteArray::number(measured.bytes);
    }

private:
    std::unique_ptr<ExecTunnel> m_tunnel;
};

} // namespace

void addTunnelCommands(CommandLoop *loop)
{
    const auto commands = std::make_shared<TunnelCommands>();
    loop->on("tunnel", [=](const QByteArray &container) { return commands->open(QString::fromUtf8(container)); });
    loop->on("copy", [=](const QByteArray &route) { return commands->copy(route); });
}

} // namespace Gantry
