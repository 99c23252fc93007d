// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandloop.h"
#include "commands.h"
#include "live/sessionprobe.h"
#include "postgres/csvexport.h"
#include "postgres/sqlsession.h"
#include "processmemory.h"

namespace Gantry {

namespace {

class SessionCommands
{
public:
    /// Connects, runs the statement and takes all rows. Answers milliseconds, rows, bytes of text, and the bytes of
    /// memory by which the process grew at its peak, then those in the temporary file.
    QByteArray fetch(const QByteArray &sql)
    {
        m_result.reset();
        const qint64 memory = processMemory("VmRSS");
        if (!forgetPeakOfMemory())
            return "no peak of memory";
        const qint64 begin = monotonicTime();
        SqlSession session;
        bool ended = false;
        QObject::connect(&session, &SqlSession::connected, &session, [&] { session.run(sql); });
        QObject::connect(&session, &SqlSession::resultStarted, &session,
                         [this](const std::shared_ptr<QueryResult> &result) { m_result = result; });
        QObject::connect(&session, &SqlSession::runFinished, &session, [&ended] { ended = true; });
        session.open(labParameters());
        await("the end of the statement", [&ended] { return ended; });
        const double milliseconds = double(monotonicTime() - begin) / 1e6;
        const auto &store = m_result->store();
        QByteArrayList figures{QByteArray::number(milliseconds)};
        for (const qint64 figure :
             {m_result->rowCount(), store->textBytes(), processMemory("VmHWM") - memory, store->spilledBytes()})
            figures << QByteArray::number(figure);
        return figures.join(' ');
    }

    /// Writes the last result; answers milliseconds.
    QByteArray exportTo(const QString &path)
    {
        CsvExport csv(m_result->store(), path);
        bool ended = false;
        QString problem;
        QObject::connect(&csv, &CsvExport::finished, &csv, [&ended] { ended = true; });
        QObject::connect(&csv, &CsvExport::failed, &csv, [&](const QString &sentence) {
            ended = true;
            problem = sentence;
        });
        const qint64 begin = monotonicTime();
        csv.start();
        await("the end of the export", [&ended] { return ended; });
        return problem.isEmpty() ? QByteArray::number(double(monotonicTime() - begin) / 1e6) : problem.toUtf8();
    }

private:
    std::shared_ptr<QueryResult> m_result;
};

} // namespace

void addSessionCommands(CommandLoop *loop)
{
    const auto commands = std::make_shared<SessionCommands>();
    loop->on("fetch", [=](const QByteArray &sql) { return commands->fetch(sql); });
    loop->on("export", [=](const QByteArray &path) { return commands->exportTo(QString::fromUtf8(path)); });
}

} // namespace Gantry
