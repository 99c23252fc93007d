// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labenvironment.h"
#include "postgres/sqlsession.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

namespace Gantry {

/// How to reach the lab's server.
inline ConnectionParameters labParameters()
{
    const Lab::PostgresServer server = Lab::postgres();
    ConnectionParameters parameters;
    parameters.host = server.host;
    parameters.port = server.port;
    parameters.user = server.user;
    parameters.password = server.password;
    parameters.database = server.database;
    return parameters;
}

/// A session and everything that it has signalled, for tests.
class SessionProbe
{
public:
    SessionProbe()
    {
        QObject::connect(&session, &SqlSession::connectFailed, &session,
                         [this](const ConnectFailure &failure) { failures += failure; });
        QObject::connect(&session, &SqlSession::resultStarted, &session,
                         [this](const std::shared_ptr<QueryResult> &result) { results += result; });
        QObject::connect(&session, &SqlSession::statementFinished, &session,
                         [this](const StatementOutcome &outcome) { outcomes += outcome; });
        QObject::connect(&session, &SqlSession::runFinished, &session,
                         [this](const RunOutcome &outcome) { runs += outcome; });
        QObject::connect(&session, &SqlSession::noticesReceived, &session,
                         [this](const QList<ServerMessage> &batch, qint64 omitted) {
                             notices += batch;
                             noticesOmitted += omitted;
                             ++noticeBatches;
                         });
        QObject::connect(&session, &SqlSession::answered, &session,
                         [this](const QString &sentence) { answers += sentence; });
        QObject::connect(&session, &SqlSession::connectionLost, &session,
                         [this](const QString &words) { losses += words; });
    }

    Q_DISABLE_COPY_MOVE(SessionProbe)

    bool open(const ConnectionParameters &parameters = labParameters())
    {
        session.open(parameters);
        return QTest::qWaitFor([this] { return session.state() != SqlSession::State::Connecting; }, 30'000)
            && session.isOpen();
    }

    /// Runs a script to its end; false when that did not come, or a statement failed.
    bool run(const QByteArray &script, const SqlSession::RunOptions &options = {})
    {
        return runToEnd(script, options) && runs.last().failed == 0 && !runs.last().connectionLost;
    }

    /// Runs a script in which statements may fail to its end; false when that did not come.
    bool runToEnd(const QByteArray &script, const SqlSession::RunOptions &options = {})
    {
        forget();
        const quint64 id = session.run(script, StatementSplitter::split(script), options);
        return id != 0 && finished();
    }

    bool finished()
    {
        return QTest::qWaitFor([this] { return !runs.isEmpty() && !session.isRunning(); }, 300'000);
    }

    void forget()
    {
        results.clear();
        outcomes.clear();
        runs.clear();
        notices.clear();
        noticesOmitted = 0;
        noticeBatches = 0;
        answers.clear();
    }

    /// A value of the last result; "NULL" for NULL.
    QByteArray value(qint64 row = 0, int column = 0) const
    {
        if (results.isEmpty() || row >= results.last()->rowCount())
            return "no such row";
        const ResultCell cell = results.last()->store()->cell(row, column);
        return cell.isNull ? QByteArray("NULL") : cell.text;
    }

    ServerMessage error() const { return outcomes.isEmpty() ? ServerMessage() : outcomes.last().error; }

    QList<ConnectFailure> failures;
    QList<std::shared_ptr<QueryResult>> results;
    QList<StatementOutcome> outcomes;
    QList<RunOutcome> runs;
    QList<ServerMessage> notices;
    qint64 noticesOmitted = 0;
    int noticeBatches = 0;
    QStringList answers;
    QStringList losses;
    SqlSession session; // ends before what its signals fill
};

} // namespace Gantry
