// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/pgconnection.h"
#include "postgres/statementrunner.h"

#include <QHash>
#include <QObject>

namespace Gantry {

/// The side of a SqlSession that lives in the thread of its connection. Signals carry the number of the opening that
/// they belong to, so that the session can drop those of an earlier one.
class SessionWorker : public QObject
{
    Q_OBJECT

public:
    using Settings = QHash<QString, QString>;

    /// What the signals tell is taken through \a receiver.
    explicit SessionWorker(std::shared_ptr<FrameQueue::Inlet> receiver);

    /// \a canceller is of this opening alone.
    void open(quint64 opening, const ConnectionParameters &parameters,
              const std::shared_ptr<StatementCanceller> &canceller);
    void close();
    void start(const StatementRunner::Run &run);
    StatementRunner *runner() { return &m_runner; }

Q_SIGNALS:
    void opened(quint64 opening, const Gantry::ServerInfo &server, const QHash<QString, QString> &settings);
    void failed(quint64 opening, const Gantry::ConnectFailure &failure);
    void progress(quint64 opening, const QString &sentence);
    void lost(quint64 opening, const QString &words);
    void statusChanged(quint64 opening, Gantry::TransactionState transaction, const QHash<QString, QString> &settings);
    void notified(quint64 opening, const QString &channel, const QString &payload, int backendPid);

private:
    void setUp();
    void measureRoundTrip();
    void loadTypeNames();
    MetaContext metaContext() const;
    Settings settings() const;

    std::shared_ptr<StatementCanceller> m_canceller;
    ConnectionParameters m_parameters;
    PgConnection m_connection;
    StatementRunner m_runner;
    quint64 m_opening = 0;
    qint64 m_roundTripUs = 0;
};

} // namespace Gantry
