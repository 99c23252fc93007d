// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/connectprobe.h"

#include <QRegularExpression>
#include <QSocketNotifier>

#include <array>
#include <cerrno>

namespace Gantry {

namespace {

using Kind = ConnectFailure::Kind;
constexpr int againMilliseconds = 400;

bool tellsOf(const QString &message, std::initializer_list<int> codes)
{
    return std::any_of(codes.begin(), codes.end(), [&](int code) { return message.contains(qt_error_string(code)); });
}

Kind kindOf(const QString &sqlState, const QString &message, bool needsPassword)
{
    if (needsPassword)
        return Kind::NeedsPassword;
    if (sqlState == QLatin1String("28P01"))
        return Kind::WrongPassword;
    if (sqlState == QLatin1String("3D000"))
        return Kind::NoSuchDatabase;
    if (sqlState == QLatin1String("53300"))
        return Kind::TooManyConnections;
    if (sqlState == QLatin1String("57P03"))
        return Kind::StartingUp;
    if (sqlState == QLatin1String("28000") && !message.contains(QLatin1String("pg_hba.conf")))
        return Kind::NoSuchRole;
    if (!sqlState.isEmpty())
        return Kind::Rejected;
    if (tellsOf(message, {ECONNREFUSED, ENOENT}))
        return Kind::Refused;
    if (tellsOf(message, {EHOSTUNREACH, ENETUNREACH, ETIMEDOUT, EHOSTDOWN})
        || message.contains(QLatin1String("could not translate host name")))
        return Kind::Unreachable;
    return Kind::Other;
}

QString sentenceFor(Kind kind, const ConnectionParameters &parameters, const QString &words)
{
    const QString where = QStringLiteral("%1:%2").arg(parameters.host, QString::number(parameters.port));
    const QString database = parameters.database.isEmpty() ? parameters.user : parameters.database;
    switch (kind) {
    case Kind::InvalidParameters:
        return ConnectProbe::tr("The connection cannot be tried. %1").arg(words);
    case Kind::NeedsPassword:
        return ConnectProbe::tr("The server asks for the password of “%1”.").arg(parameters.user);
    case Kind::WrongPassword:
        return ConnectProbe::tr("The server refused the password of “%1”. It says: %2").arg(parameters.user, words);
    case Kind::NoSuchRole:
        return ConnectProbe::tr("The server does not let “%1” in. It says: %2").arg(parameters.user, words);
    case Kind::NoSuchDatabase:
        return ConnectProbe::tr("There is no database “%1” to open. The server says: %2").arg(database, words);
    case Kind::Rejected:
        // The words of pg_hba.conf's gatekeeper for a connection without TLS.
        if (words.contains(QLatin1String("no encryption"))) {
            return ConnectProbe::tr("The server lets in encrypted connections only, and this way to it is not "
                                    "encrypted. Publish the port of its container, or let its pg_hba.conf allow this "
                                    "way. It says: %1")
                .arg(words);
        }
        return ConnectProbe::tr("The server refused the connection. It says: %1").arg(words);
    case Kind::TooManyConnections:
        return ConnectProbe::tr("The server has no room for another connection. Close one and try again. It says: %1")
            .arg(words);
    case Kind::StartingUp:
        return ConnectProbe::tr("The server is still not ready. Try again later. It says: %1").arg(words);
    case Kind::Refused:
        return ConnectProbe::tr("Nothing listens at %1. Is the server running? %2").arg(where, words);
    case Kind::Unreachable:
        return ConnectProbe::tr("%1 cannot be reached. %2").arg(where, words);
    case Kind::Cancelled:
        return ConnectProbe::tr("The connection was given up.");
    case Kind::Other:
        break;
    }
    return ConnectProbe::tr("The connection to %1 failed. %2").arg(where, words);
}

} // namespace

ConnectFailure connectFailure(const ConnectionParameters &parameters, const QString &message, bool needsPassword)
{
    // "FATAL:  28P01: password authentication failed …" and "LOCATION:  auth_failed, auth.c:326"; the words before the
    // code are translated, the code is not. The last one counts: each address of a host has its own.
    static const QRegularExpression verbose(QStringLiteral("(?:^|: |\\n)\\S+:\\s+([0-9A-Z]{5}): ([^\\n]*)"));
    QString sqlState;
    QString words;
    for (QRegularExpressionMatchIterator i = verbose.globalMatch(message); i.hasNext();) {
        const QRegularExpressionMatch match = i.next();
        sqlState = match.captured(1);
        words = match.captured(2);
    }
    if (sqlState.isEmpty())
        words = message.simplified();
    ConnectFailure failure;
    failure.kind = kindOf(sqlState, message, needsPassword);
    failure.sqlState = sqlState;
    failure.serverWords = words;
    failure.sentence = sentenceFor(failure.kind, parameters, words);
    return failure;
}

ConnectProbe::ConnectProbe(const ConnectionParameters &parameters, QObject *parent)
    : QObject(parent)
    , m_parameters(parameters)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        drop();
        report(Kind::Unreachable, {},
               tr("There was no answer within %n second(s).", nullptr, m_parameters.connectTimeout));
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ConnectProbe::attempt);
}

ConnectProbe::~ConnectProbe()
{
    drop();
}

void ConnectProbe::start()
{
    if (const std::optional<QString> problem = m_parameters.problem()) {
        report(Kind::InvalidParameters, {}, *problem);
        return;
    }
    m_since.start();
    attempt();
}

void ConnectProbe::attempt()
{
    const QList<std::pair<QByteArray, QByteArray>> all = m_parameters.keywords();
    std::vector<const char *> keywords;
    std::vector<const char *> values;
    for (const auto &[keyword, value] : all) {
        keywords.push_back(keyword.constData());
        values.push_back(value.constData());
    }
    keywords.push_back(nullptr);
    values.push_back(nullptr);
    m_connection = PQconnectStartParams(keywords.data(), values.data(), 0);
    if (m_connection == nullptr || PQstatus(m_connection) == CONNECTION_BAD) {
        fail();
        return;
    }
    PQsetErrorVerbosity(m_connection, PQERRORS_VERBOSE);
    m_timeout.start(m_parameters.connectTimeout * 1000);
    poll();
}

void ConnectProbe::poll()
{
    if (m_connection == nullptr) // given up since the notification was queued
        return;
    const PostgresPollingStatusType status = PQconnectPoll(m_connection);
    m_notifier.reset();
    switch (status) {
    case PGRES_POLLING_OK:
        drop();
        Q_EMIT succeeded();
        return;
    case PGRES_POLLING_READING:
    case PGRES_POLLING_WRITING: {
        const auto type = status == PGRES_POLLING_READING ? QSocketNotifier::Read : QSocketNotifier::Write;
        m_notifier = std::make_unique<QSocketNotifier>(PQsocket(m_connection), type);
        // Queued, because poll() replaces the notifier that sent the signal.
        connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] { m_notifier->setEnabled(false); });
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &ConnectProbe::poll, Qt::QueuedConnection);
        return;
    }
    default:
        fail();
    }
}

void ConnectProbe::fail()
{
    const QString message
        = m_connection == nullptr ? qt_error_string(ENOMEM) : QString::fromLocal8Bit(PQerrorMessage(m_connection));
    const bool needsPassword = m_connection != nullptr && PQconnectionNeedsPassword(m_connection) != 0;
    const ConnectFailure failure = connectFailure(m_parameters, message, needsPassword);
    drop();
    if (failure.kind == Kind::StartingUp && m_since.elapsed() < m_parameters.startupTimeout * 1000LL) {
        Q_EMIT progress(tr("The server is not ready yet and is asked again. It says: %1").arg(failure.serverWords));
        m_again.start(againMilliseconds);
        return;
    }
    Q_EMIT failed(failure);
}

void ConnectProbe::drop()
{
    m_timeout.stop();
    m_notifier.reset();
    PQfinish(m_connection);
    m_connection = nullptr;
}

void ConnectProbe::report(Kind kind, const QString &sqlState, const QString &words)
{
    ConnectFailure failure{kind, sqlState, words, sentenceFor(kind, m_parameters, words)};
    Q_EMIT failed(failure);
}

} // namespace Gantry
