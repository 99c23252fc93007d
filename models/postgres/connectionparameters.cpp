// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/connectionparameters.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Gantry::ConnectionParameters", text);
}

// As libpq reads the "options" parameter: blanks and backslashes are escaped.
QByteArray escapedOption(const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    QByteArray result;
    for (const char c : bytes) {
        if (c == '\\' || c == ' ' || c == '\t' || c == '\n')
            result += '\\';
        result += c;
    }
    return result;
}

// As libpq reads a value of a connection string.
QByteArray quoted(QByteArray value)
{
    value.replace('\\', "\\\\").replace('\'', "\\'");
    return '\'' + value + '\'';
}

} // namespace

std::optional<QString> ConnectionParameters::problem() const
{
    if (host.isEmpty())
        return tr("No host is given.");
    if (user.isEmpty())
        return tr("No user is given.");
    if (port == 0)
        return tr("Port 0 cannot be connected to.");
    if (host.contains(u','))
        return tr("“%1” cannot be used as a host: a comma would make it a list of hosts.").arg(host);
    for (const QString &value : {host, user, password, database, sslMode}) {
        if (value.contains(QChar(u'\0')))
            return tr("A connection parameter contains the character 0, which PostgreSQL cannot take.");
    }
    static const QStringList modes{QStringLiteral("disable"),   QStringLiteral("allow"),
                                   QStringLiteral("prefer"),    QStringLiteral("require"),
                                   QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    if (!modes.contains(sslMode))
        return tr("“%1” is not an SSL mode of PostgreSQL.").arg(sslMode);
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_.]*\\z"));
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        if (!name.match(setting.key()).hasMatch())
            return tr("“%1” is not the name of a setting.").arg(setting.key());
        // Qt's driver turns a semicolon of its options into a blank.
        if (setting.value().contains(u';') || setting.value().contains(QChar(u'\0')))
            return tr("The value of the setting “%1” contains a character that cannot be sent.").arg(setting.key());
    }
    return {};
}

QString ConnectionParameters::label() const
{
    return QStringLiteral("%1@%2:%3/%4").arg(user, host, QString::number(port), database.isEmpty() ? user : database);
}

QList<std::pair<QByteArray, QByteArray>> ConnectionParameters::keywords() const
{
    QByteArray options;
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting) {
        if (!options.isEmpty())
            options += ' ';
        options += "-c " + setting.key().toUtf8() + '=' + escapedOption(setting.value());
    }
    return {
        {"host", host.toUtf8()},
        {"port", QByteArray::number(port)},
        {"user", user.toUtf8()},
        {"password", password.toUtf8()},
        {"dbname", (database.isEmpty() ? user : database).toUtf8()},
        {"sslmode", sslMode.toUtf8()},
        {"gssencmode", "disable"},
        {"options", options},
        {"application_name", "Gantry"},
        {"client_encoding", "UTF8"},
        {"connect_timeout", QByteArray::number(connectTimeout)},
        {"tcp_user_timeout", QByteArray::number(silenceTimeout * 1000)}, // bounds a PQcancel() to it, too
        // Who waits for rows sends nothing that could be left unacknowledged.
        {"keepalives", "1"},
        {"keepalives_idle", QByteArray::number(std::max(1, silenceTimeout / 3))},
        {"keepalives_interval", QByteArray::number(std::max(1, silenceTimeout / 6))},
        {"keepalives_count", "4"},
        {"passfile", "/dev/null/none"}, // the default would be a file of the user
    };
}

QString ConnectionParameters::connectOptions() const
{
    QByteArrayList result;
    const QList<std::pair<QByteArray, QByteArray>> all = keywords();
    for (const auto &[keyword, value] : all.sliced(5))
        result += keyword + '=' + quoted(value);
    return QString::fromUtf8(result.join(';'));
}

} // namespace Gantry
