// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineerror.h"
#include "postgres/connectionparameters.h"
#include "postgres/consolebackend.h"
#include "postgres/sqlsession.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace Gantry {

class ConnectProbe;

/// How a console gets its connection: finds the container, reads its environment, tries the routes in order, refuses a
/// stranger at the container's address, waits for a server that is coming up, asks for a login that works. It opens
/// nothing itself: openRequested() goes to a SqlSession, whose signals come back into the slots here. Whoever waits
/// can cancel() at every point.
class ConsoleConnection : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle, ///< not asked for, or cancelled
        EngineAway, ///< goes on by itself when the engine is back
        Missing, ///< goes on by itself when there is a container of that place
        Stopped, ///< or paused; goes on by itself when the container runs
        Reading, ///< the container's environment and addresses
        Connecting,
        Waiting, ///< the server does not answer yet; asked again every second
        NeedsLogin, ///< goes on with setLogin() and connectNow()
        Failed,
        Connected,
        Lost, ///< was connected
    };
    Q_ENUM(State)

    /// What the user wants instead of the environment's; empty members leave it.
    struct Login
    {
        QString user;
        QString password;
        QString database;

        friend bool operator==(const Login &, const Login &) = default;
    };

    /// \a backend outlives the connection.
    explicit ConsoleConnection(ConsoleBackend *backend, QObject *parent = nullptr);
    ~ConsoleConnection() override;

    void setPlace(const ConsolePlace &place);
    const ConsolePlace &place() const { return m_place; }
    void setLogin(const Login &login) { m_login = login; }
    /// The same for a login that nobody has seen work: cancel() goes back to the one before.
    void changeLogin(const Login &login);
    /// Tries \a login beside the open connection, which stays as it is: answered by loginProven(), or by changed() with
    /// a loginProblem(). cancel() ends it.
    void tryLogin(const Login &login);
    bool isTryingLogin() const { return m_trial != nullptr; }
    /// Why the login tried last does not work; empty while it is not known.
    const QString &loginProblem() const { return m_loginProblem; }
    const Login &login() const { return m_login; }
    /// Restricts the routes, for tests and for users who must; all are allowed at first.
    void setAllowedRoutes(DatabaseRoute::Kinds kinds) { m_allowed = kinds; }
    /// How long a server that does not answer is waited for. 60 s at first.
    void setPatience(int milliseconds) { m_patience = milliseconds; }

    State state() const { return m_state; }
    /// A connection is being made.
    bool isBusy() const
    {
        return m_state == State::Reading || m_state == State::Connecting || m_state == State::Waiting;
    }
    /// What is happening or what went wrong and what to do, translated; untrusted plain text.
    const QString &sentence() const { return m_sentence; }
    /// The container runs, as far as is known.
    bool isContainerRunning() const;
    /// Why there is no chance to connect now and what to do, a sentence; empty where there is one.
    QString obstacle() const;
    bool isContainerPaused() const;
    bool isContainerMissing() const;
    bool isEngineAway() const;
    /// Where the server listens in the container.
    quint16 serverPort() const { return m_found.port; }

    /// Of the present or last connection.
    const DatabaseRoute &route() const { return m_route; }
    const ConnectionParameters &parameters() const { return m_parameters; }
    const ServerInfo &server() const { return m_server; }

public Q_SLOTS:
    void connectNow();
    /// Gives up what is being done; an open connection stays.
    void cancel();
    /// Closes, and forgets the tunnel.
    void disconnectNow();

    // From the session.
    void sessionConnected(const Gantry::ServerInfo &server);
    void sessionFailed(const Gantry::ConnectFailure &failure);
    void sessionProgress(const QString &sentence);
    void sessionLost(const QString &words);

Q_SIGNALS:
    void changed();
    void placeChanged();
    void openRequested(const Gantry::ConnectionParameters &parameters);
    void closeRequested();
    /// The open connection leads nowhere any more, though the system has not noticed it yet.
    void routeGone(const QString &words);
    void loginProven(const Gantry::ConsoleConnection::Login &login);
    void connected();

private:
    void setState(State state, const QString &sentence);
    void begin();
    void readLogin();
    void readRoutes();
    void tryRoute(qsizetype index);
    void openRoute(const OpenRoute &opened);
    ConnectionParameters parametersFor(const Login &login) const;
    void endTrial();
    bool betterRouteMayAnswer() const;
    void routeFailed(const ConnectFailure &failure);
    void allRoutesFailed();
    /// What may be behind a login that failed.
    QStringList hints(const ConnectFailure &failure) const;
    void fail(const EngineError &error);
    ConsoleBackend::Presence presence() const;
    void updatePresence();
    /// Of the very container that the connection leads into, whatever else stands for the place by now.
    ConsoleBackend::Presence ownPresence() const;
    template <typename T> void await(const QFuture<T> &future, std::function<void(const T &)> then);

    ConsoleBackend *m_backend;
    ConsolePlace m_place;
    Login m_login;
    std::optional<Login> m_loginBefore; ///< m_login has not been seen to work
    std::unique_ptr<ConnectProbe> m_trial; ///< of another login
    QString m_loginProblem;
    DatabaseLogin m_found;
    DatabaseRoute::Kinds m_allowed{DatabaseRoute::allKinds};
    QList<DatabaseRoute> m_routes;
    qsizetype m_routeIndex = 0;
    QList<ConnectFailure> m_failures; ///< of this round, a route each
    bool m_lookedAgain = false; ///< at the routes before the one that answered
    std::shared_ptr<QObject> m_guard;

    State m_state = State::Idle;
    ConsoleBackend::Presence m_presence = ConsoleBackend::Presence::Missing; ///< as last told
    bool m_wanted = false;
    QString m_sentence;
    DatabaseRoute m_route; ///< of the present or last connection
    ConnectionParameters m_parameters;
    ServerInfo m_server;
    int m_patience = 60000;
    quint64 m_generation = 0; ///< answers to an older one are dropped
    QTimer m_retry;
    QElapsedTimer m_waiting; ///< since the server was first found silent
};

} // namespace Gantry
