// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labenvironment.h"
#include "postgres/connectionparameters.h"

namespace Gantry {

/// A PostgreSQL server in a container of its own, for what lab-pg must not suffer; user, password: demo, database:
/// shop.
class PostgresContainer
{
public:
    struct Setup
    {
        QStringList options; ///< of `docker run`
        QStringList arguments; ///< of the server
    };

    explicit PostgresContainer(const QString &name)
        : PostgresContainer(name, {})
    {
    }
    PostgresContainer(const QString &name, const Setup &setup)
        : m_name(name)
    {
        Lab::docker({QStringLiteral("rm"), QStringLiteral("--force"), QStringLiteral("--volumes"), m_name});
        QStringList command{QStringLiteral("run"), QStringLiteral("--detach"), QStringLiteral("--name"), m_name};
        const auto has = [&setup](const QString &variable) {
            return setup.options.filter(variable + QLatin1Char('=')).size() > 0;
        };
        for (const QString &variable : {QStringLiteral("POSTGRES_USER=demo"), QStringLiteral("POSTGRES_PASSWORD=demo"),
                                        QStringLiteral("POSTGRES_DB=shop")}) {
            if (!has(variable.section(QLatin1Char('='), 0, 0)))
                command << QStringLiteral("--env") << variable;
        }
        command << setup.options << Lab::image(Lab::Image::Postgres) << QStringLiteral("-c")
                << QStringLiteral("fsync=off") << setup.arguments;
        m_started = Lab::docker(command);
    }
    ~PostgresContainer()
    {
        Lab::docker({QStringLiteral("rm"), QStringLiteral("--force"), QStringLiteral("--volumes"), m_name});
    }
    Q_DISABLE_COPY_MOVE(PostgresContainer)

    const QString &name() const { return m_name; }
    QByteArray problem() const { return m_started.error.toUtf8(); }
    QString id() const { return m_started.output; }

    /// Whether the server answers within a minute.
    bool answers() const
    {
        return m_started.ok()
            && shell(QStringLiteral(
                         "for i in $(seq 300); do pg_isready -q -h 127.0.0.1 && exit; sleep 0.2; done; exit 1"))
                   .ok();
    }

    /// Runs bash in the container as the server's own user.
    Lab::CommandResult shell(const QString &script) const
    {
        return Lab::docker({QStringLiteral("exec"), QStringLiteral("--user"), QStringLiteral("postgres"), m_name,
                            QStringLiteral("bash"), QStringLiteral("-c"), script});
    }

    /// SQL by the server's own psql, as the superuser.
    Lab::CommandResult psql(const QString &sql) const
    {
        return Lab::docker({QStringLiteral("exec"), QStringLiteral("--user"), QStringLiteral("postgres"), m_name,
                            QStringLiteral("psql"), QStringLiteral("-XAtq"), QStringLiteral("-U"),
                            QStringLiteral("demo"), QStringLiteral("-d"), QStringLiteral("shop"), QStringLiteral("-c"),
                            sql});
    }

    bool signal(const QString &name) const
    {
        return Lab::docker({QStringLiteral("kill"), QStringLiteral("--signal"), name, m_name}).ok();
    }
    bool start() const { return Lab::docker({QStringLiteral("start"), m_name}).ok(); }

    ConnectionParameters parameters() const
    {
        ConnectionParameters parameters;
        parameters.host = Lab::docker({QStringLiteral("inspect"), QStringLiteral("--format"),
                                       QStringLiteral("{{.NetworkSettings.IPAddress}}"), m_name})
                              .output;
        parameters.user = QStringLiteral("demo");
        parameters.password = QStringLiteral("demo");
        parameters.database = QStringLiteral("shop");
        return parameters;
    }

private:
    QString m_name;
    Lab::CommandResult m_started;
};

} // namespace Gantry
