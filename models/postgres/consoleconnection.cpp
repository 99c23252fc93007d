// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/consoleconnection.h"

#include "engine/onanswer.h"
#include "postgres/connectprobe.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

constexpr int RetryInterval = 1000;

bool isSilence(const ConnectFailure &failure)
{
    return failure.kind == ConnectFailure::Kind::Refused || failure.kind == ConnectFailure::Kind::Unreachable;
}

/// Of sentences, some of which end with a server's words and so without a stop.
QString joined(QStringList sentences)
{
    static const QRegularExpression stopped(QStringLiteral("[.!?\u2026][\"\u201D\u00BB]*$"));
    for (qsizetype i = 0; i + 1 < sentences.size(); ++i) {
        if (!stopped.match(sentences.at(i)).hasMatch())
            sentences[i] += QLatin1Char('.');
    }
    return sentences.join(QLatin1Char(' '));
}

bool isAboutLogin(const ConnectFailure &failure)
{
    return failure.kind == ConnectFailure::Kind::NeedsPassword || failure.kind == ConnectFailure::Kind::WrongPassword
        || failure.kind == ConnectFailure::Kind::NoSuchRole || failure.kind == ConnectFailure::Kind::NoSuchDatabase;
}

} // namespace

ConsoleConnection::ConsoleConnection(ConsoleBackend *backend, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryInterval);
    connect(&m_retry, &QTimer::timeout, this, &ConsoleConnection::begin);
    connect(m_backend, &ConsoleBackend::presenceChanged, this, &ConsoleConnection::updatePresence);
}

ConsoleConnection::~ConsoleConnection() = default;

void ConsoleConnection::setPlace(const ConsolePlace &place)
{
    if (m_place == place)
        return;
    m_place = place;
    Q_EMIT placeChanged();
}

ConsoleBackend::Presence ConsoleConnection::presence() const
{
    ConsolePlace place = m_place;
    return m_backend->find(&place);
}

ConsoleBackend::Presence ConsoleConnection::ownPresence() const
{
    ConsolePlace own;
    own.containerId = m_place.containerId;
    return m_backend->find(&own);
}

bool ConsoleConnection::isContainerRunning() const
{
    return presence() == ConsoleBackend::Presence::Running;
}

bool ConsoleConnection::isContainerPaused() const
{
    return presence() == ConsoleBackend::Presence::Paused;
}

bool ConsoleConnection::isContainerMissing() const
{
    return presence() == ConsoleBackend::Presence::Missing;
}

bool ConsoleConnection::isEngineAway() const
{
    return presence() == ConsoleBackend::Presence::EngineAway;
}

QString ConsoleConnection::obstacle() const
{
    switch (presence()) {
    case ConsoleBackend::Presence::EngineAway:
        return tr("the engine is not connected. Run it again when it is.");
    case ConsoleBackend::Presence::Missing:
        return tr("there is no container of %1. Run it again when there is one.").arg(m_place.label());
    case ConsoleBackend::Presence::Stopped:
        return tr("the container %1 is not running. Start it, then run again.").arg(m_place.containerName);
    case ConsoleBackend::Presence::Paused:
        return tr("the container %1 is paused. Unpause it, then run again.").arg(m_place.containerName);
    case ConsoleBackend::Presence::Running:
        break;
    }
    return {};
}

void ConsoleConnection::changeLogin(const Login &login)
{
    if (!m_loginBefore)
        m_loginBefore = m_login;
    m_login = login;
}

void ConsoleConnection::tryLogin(const Login &login)
{
    if (m_state != State::Connected)
        return;
    Login wanted = login;
    // Another database of the same user: no form shows the password again.
    if (wanted.password.isEmpty() && wanted.user == m_parameters.user)
        wanted.password = m_login.password;
    ConnectionParameters parameters = m_parameters; // the way that is known to lead to this server
    const ConnectionParameters as = parametersFor(wanted);
    parameters.user = as.user;
    parameters.password = as.password;
    parameters.database = as.database;
    m_loginProblem.clear();
    endTrial();
    m_trial = std::make_unique<ConnectProbe>(parameters);
    // Queued, because both end the probe.
    connect(
        m_trial.get(), &ConnectProbe::succeeded, this,
        [this, wanted, trial = m_trial.get()] {
            if (trial != m_trial.get()) // ended since
                return;
            endTrial();
            Q_EMIT loginProven(wanted);
        },
        Qt::QueuedConnection);
    connect(
        m_trial.get(), &ConnectProbe::failed, this,
        [this, trial = m_trial.get()](const ConnectFailure &failure) {
            if (trial != m_trial.get())
                return;
            m_loginProblem = failure.sentence;
            endTrial();
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
    m_trial->start();
    Q_EMIT changed();
}

void ConsoleConnection::endTrial()
{
    if (m_trial)
        m_trial.release()->deleteLater();
}

void ConsoleConnection::setState(State state, const QString &sentence)
{
    if (m_state == state && m_sentence == sentence)
        return;
    m_state = state;
    m_sentence = sentence;
    Q_EMIT changed();
}

/// Runs \a then, or fails, unless what was asked for has been given up in the meantime.
template <typename T> void ConsoleConnection::await(const QFuture<T> &future, std::function<void(const T &)> then)
{
    const quint64 generation = m_generation;
    onAnswer<EngineError>(
        future, this,
        [this, generation, then = std::move(then)](const T &value) {
            if (generation == m_generation)
                then(value);
        },
        [this, generation](const EngineError &error) {
            if (generation == m_generation)
                fail(error);
        });
}

void ConsoleConnection::connectNow()
{
    m_wanted = true;
    m_waiting.invalidate();
    begin();
}

void ConsoleConnection::begin()
{
    m_retry.stop();
    ++m_generation;
    m_failures.clear();
    m_lookedAgain = false;
    ConsolePlace place = m_place;
    const ConsoleBackend::Presence presence = m_backend->find(&place);
    setPlace(place);
    if (presence != ConsoleBackend::Presence::Running)
        m_waiting.invalidate(); // what comes next is another attempt
    switch (presence) {
    case ConsoleBackend::Presence::EngineAway:
        setState(State::EngineAway, tr("The engine is not connected. The console connects when it is back."));
        return;
    case ConsoleBackend::Presence::Missing:
        setState(State::Missing,
                 tr("There is no container of %1. The console connects when there is one.").arg(m_place.label()));
        return;
    case ConsoleBackend::Presence::Stopped:
        setState(State::Stopped, tr("The container %1 is not running.").arg(m_place.containerName));
        return;
    case ConsoleBackend::Presence::Paused:
        setState(State::Stopped, tr("The container %1 is paused.").arg(m_place.containerName));
        return;
    case ConsoleBackend::Presence::Running:
        readLogin();
        return;
    }
}

void ConsoleConnection::readLogin()
{
    // A round of waiting keeps its sentence: it would flicker every second.
    if (!m_waiting.isValid())
        setState(State::Reading, tr("Reading the environment of %1…").arg(m_place.containerName));
    await<DatabaseLogin>(m_backend->login(m_place.containerId), [this](const DatabaseLogin &login) {
        m_found = login;
        readRoutes();
    });
}

void ConsoleConnection::readRoutes()
{
    await<QList<DatabaseRoute>>(m_backend->routes(m_place.containerId, m_found.port, m_allowed),
                                [this](const QList<DatabaseRoute> &routes) {
                                    m_routes = routes;
                                    tryRoute(0);
                                });
}

void ConsoleConnection::tryRoute(qsizetype index)
{
    if (index >= m_routes.size()) {
        allRoutesFailed();
        return;
    }
    m_routeIndex = index;
    const DatabaseRoute &route = m_routes.at(index);
    if (!m_waiting.isValid()) {
        setState(State::Connecting, tr("Connecting through the %1…").arg(route.label()));
    }
    const quint64 generation = m_generation;
    onAnswer<EngineError>(
        m_backend->open(m_place.containerId, m_found.port, route), this,
        [this, generation](const OpenRoute &opened) {
            if (generation == m_generation)
                openRoute(opened);
        },
        [this, generation](const EngineError &error) {
            if (generation != m_generation)
                return;
            ConnectFailure failure;
            failure.serverWords = error.message();
            failure.sentence = error.sentence();
            routeFailed(failure);
        });
}

ConnectionParameters ConsoleConnection::parametersFor(const Login &login) const
{
    ConnectionParameters parameters = m_found.parameters();
    // Another user's password is not the environment's.
    if (!login.user.isEmpty() && login.user != m_found.user)
        parameters.password.clear();
    if (!login.user.isEmpty())
        parameters.user = login.user;
    if (!login.password.isEmpty())
        parameters.password = login.password;
    if (!login.database.isEmpty())
        parameters.database = login.database;
    return parameters;
}

void ConsoleConnection::openRoute(const OpenRoute &opened)
{
    m_guard = opened.guard;
    ConnectionParameters parameters = parametersFor(m_login);
    if (opened.route.kind == DatabaseRoute::ExecTunnel)
        parameters.sslMode = QStringLiteral("disable"); // the bytes never leave the engine's own connection
    opened.route.apply(&parameters);
    m_parameters = parameters;
    Q_EMIT openRequested(parameters);
}

void ConsoleConnection::sessionConnected(const ServerInfo &server)
{
    if (m_state != State::Connecting && m_state != State::Waiting)
        return;
    const DatabaseRoute &route = m_routes.at(m_routeIndex);
    if (!route.accepts(server.address)) {
        Q_EMIT closeRequested();
        ConnectFailure failure;
        failure.sentence = tr("Another server answered at the %1: it says that its address is “%2”, which is not the "
                              "container's.")
                               .arg(route.label(), server.address);
        routeFailed(failure);
        return;
    }
    if (betterRouteMayAnswer()) {
        m_lookedAgain = true;
        Q_EMIT closeRequested();
        m_guard.reset();
        m_failures.clear();
        tryRoute(0);
        return;
    }
    m_route = route;
    m_server = server;
    m_loginBefore.reset();
    m_waiting.invalidate();
    setState(State::Connected, {});
    Q_EMIT connected();
}

/// A server that is coming up refused at an address and answered in the tunnel a moment later.
bool ConsoleConnection::betterRouteMayAnswer() const
{
    return !m_lookedAgain && std::any_of(m_failures.cbegin(), m_failures.cend(), [](const ConnectFailure &failure) {
        return failure.kind == ConnectFailure::Kind::Refused;
    });
}

void ConsoleConnection::sessionFailed(const ConnectFailure &failure)
{
    if ((m_state != State::Connecting && m_state != State::Waiting) || failure.kind == ConnectFailure::Kind::Cancelled)
        return;
    ConnectFailure judged = failure;
    // Behind a tunnel or the engine's proxy nobody can be heard refusing: the connection just ends without a word of
    // the server.
    if (m_routes.at(m_routeIndex).kind != DatabaseRoute::ContainerAddress && failure.sqlState.isEmpty()
        && failure.kind == ConnectFailure::Kind::Other)
        judged.kind = ConnectFailure::Kind::Refused;
    routeFailed(judged);
}

void ConsoleConnection::sessionProgress(const QString &sentence)
{
    if (m_state == State::Connecting || m_state == State::Waiting)
        setState(m_state, sentence);
}

void ConsoleConnection::routeFailed(const ConnectFailure &failure)
{
    m_guard.reset();
    m_failures.append(failure);
    tryRoute(m_routeIndex + 1);
}

QStringList ConsoleConnection::hints(const ConnectFailure &failure) const
{
    const bool fromEnvironment
        = m_found.hasPassword && m_parameters.user == m_found.user && m_parameters.password == m_found.password;
    if (failure.kind != ConnectFailure::Kind::WrongPassword || !fromEnvironment)
        return m_found.problems;
    return m_found.problems
        + QStringList{tr("It is the password of the container's environment, which counts only at the first start of a "
                         "database: this one may have been made with another. Type that one.")};
}

void ConsoleConnection::allRoutesFailed()
{
    if (m_failures.isEmpty()) {
        setState(State::Failed, tr("There is no allowed way to the server in %1.").arg(m_place.containerName));
        return;
    }
    // What a server answered says more than that nobody did; of answers, the last route's: the surest one.
    const auto answer = std::find_if_not(m_failures.crbegin(), m_failures.crend(), isSilence);
    if (answer != m_failures.crend()) {
        const auto login = std::find_if(m_failures.crbegin(), m_failures.crend(), isAboutLogin);
        if (login != m_failures.crend())
            setState(State::NeedsLogin, joined(QStringList{login->sentence} + hints(*login)));
        else
            setState(State::Failed, answer->sentence);
        return;
    }
    if (!m_waiting.isValid())
        m_waiting.start();
    if (m_waiting.hasExpired(m_patience)) {
        m_waiting.invalidate();
        setState(State::Failed, m_failures.last().sentence);
        return;
    }
    setState(State::Waiting, tr("The server in %1 does not answer yet. Waiting for it…").arg(m_place.containerName));
    m_retry.start();
}

void ConsoleConnection::fail(const EngineError &error)
{
    const QString advice = error.advice();
    setState(State::Failed, advice.isEmpty() ? error.sentence() : error.sentence() + QLatin1Char(' ') + advice);
}

void ConsoleConnection::cancel()
{
    m_wanted = false;
    endTrial();
    m_loginProblem.clear();
    if (m_state == State::Connected || m_state == State::Lost || m_state == State::Idle)
        return;
    ++m_generation;
    m_retry.stop();
    m_waiting.invalidate();
    if (m_loginBefore)
        m_login = *std::exchange(m_loginBefore, {});
    const bool busy = isBusy();
    setState(State::Idle, busy ? tr("Connecting was cancelled.") : QString());
    Q_EMIT closeRequested();
    m_guard.reset();
}

void ConsoleConnection::disconnectNow()
{
    m_wanted = false;
    ++m_generation;
    m_retry.stop();
    m_waiting.invalidate();
    endTrial();
    m_loginProblem.clear();
    Q_EMIT closeRequested();
    m_guard.reset();
    setState(State::Idle, {});
}

void ConsoleConnection::sessionLost(const QString &words)
{
    if (m_state != State::Connected)
        return;
    endTrial();
    m_guard.reset();
    setState(
        State::Lost,
        words.isEmpty()
            ? tr("The connection to the server was lost.")
            : tr("The connection to the server was lost: “%1”.").arg(words.endsWith(u'.') ? words.chopped(1) : words));
}

void ConsoleConnection::updatePresence()
{
    const ConsoleBackend::Presence before = std::exchange(m_presence, presence());
    if (m_wanted && (m_state == State::EngineAway || m_state == State::Missing || m_state == State::Stopped)) {
        begin();
        return;
    }
    // A container that stops while it is waited for will not answer any more, and why it did not answer is known.
    const bool trying = m_state == State::Waiting || m_state == State::Connecting || m_state == State::Reading
        || (m_state == State::Failed && before == ConsoleBackend::Presence::Running);
    if (m_wanted && trying && m_presence != ConsoleBackend::Presence::Running) {
        Q_EMIT closeRequested();
        m_guard.reset();
        begin();
        return;
    }
    // Its end may not come through the network, which went with the container.
    if (m_state == State::Connected && ownPresence() == ConsoleBackend::Presence::Missing) {
        Q_EMIT routeGone(tr("the container %1 was removed").arg(m_place.containerName));
        return;
    }
    if (m_state == State::Connected && ownPresence() == ConsoleBackend::Presence::Stopped) {
        Q_EMIT routeGone(tr("the container %1 is not running any more").arg(m_place.containerName));
        return;
    }
    if (m_state == State::Connected && !m_backend->hasRoute(m_place.containerId, m_route)) {
        Q_EMIT routeGone(tr("the route to the database is gone: %1 has no %2 any more", "a container, a route to it")
                             .arg(m_place.containerName, m_route.label()));
        return;
    }
    const bool told = m_state == State::Lost || m_state == State::Failed || m_state == State::Connected;
    if (told && m_presence != before)
        Q_EMIT changed();
}

} // namespace Gantry
