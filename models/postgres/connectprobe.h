// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/connectionparameters.h"
#include "postgres/sessionevents.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <libpq-fe.h>

#include <memory>

class QSocketNotifier;

namespace Gantry {

/// Tries a connection without blocking, to learn why it would fail: QSqlDatabase::open() tells no SQLSTATE and cannot
/// be given up. Asks a server that is starting up again until it is ready or ConnectionParameters::startupTimeout ends.
class ConnectProbe : public QObject
{
    Q_OBJECT

public:
    explicit ConnectProbe(const ConnectionParameters &parameters, QObject *parent = nullptr);
    ~ConnectProbe() override;

    void start();

Q_SIGNALS:
    void succeeded();
    void failed(const Gantry::ConnectFailure &failure);
    void progress(const QString &sentence);

private:
    void attempt();
    void poll();
    void fail();
    void drop();
    void report(ConnectFailure::Kind kind, const QString &sqlState, const QString &words);

    ConnectionParameters m_parameters;
    PGconn *m_connection = nullptr;
    std::unique_ptr<QSocketNotifier> m_notifier; // anew for each step: the socket changes from address to address
    QTimer m_timeout;
    QTimer m_again;
    QElapsedTimer m_since;
};

/// What a failed connection means: the SQLSTATE where \a message has one (PQERRORS_VERBOSE), else the system's words.
ConnectFailure connectFailure(const ConnectionParameters &parameters, const QString &message, bool needsPassword);

} // namespace Gantry
