// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/loginreader.h"

#include "engine/onanswer.h"

#include <QTimer>

namespace Gantry {

using namespace Qt::StringLiterals;

LoginReader::LoginReader(EngineClient *client, ContainerDetails container)
    : QObject(client)
    , m_client(client)
    , m_container(std::move(container))
{
    // The official image's names, then those of Bitnami's.
    look(&m_user, {u"POSTGRES_USER"_s, u"POSTGRESQL_USERNAME"_s});
    look(&m_password, {u"POSTGRES_PASSWORD"_s, u"POSTGRESQL_PASSWORD"_s, u"POSTGRESQL_POSTGRES_PASSWORD"_s});
    look(&m_database, {u"POSTGRES_DB"_s, u"POSTGRESQL_DATABASE"_s});
    // The server itself obeys PGPORT.
    for (const QString &variable : {u"PGPORT"_s, u"POSTGRESQL_PORT_NUMBER"_s}) {
        if (const quint16 port = m_container.environmentValue(variable).value_or(QString()).toUShort(); port != 0)
            m_login.port = port;
    }
    readNext();
}

void LoginReader::look(std::optional<QString> *value, const QStringList &variables)
{
    for (const QString &variable : variables) {
        const std::optional<QString> direct = m_container.environmentValue(variable);
        if (direct && !direct->isEmpty()) {
            *value = direct;
            return;
        }
        const std::optional<QString> path = m_container.environmentValue(variable + "_FILE"_L1);
        if (path && !path->isEmpty()) {
            m_files << File{*path, value};
            return;
        }
    }
}

void LoginReader::readNext()
{
    if (m_files.isEmpty()) {
        finish();
        return;
    }
    const File file = m_files.takeFirst();
    if (m_container.state != ContainerState::Running) {
        m_login.problems << tr("The container must run for %1 to be read in it.").arg(file.path);
        readNext();
        return;
    }
    ExecConfig config;
    config.command = QStringList{u"cat"_s, u"--"_s, file.path};
    // A secret is often readable by root alone.
    config.user = u"0"_s;
    config.attachStdin = false;
    onAnswer<EngineError>(
        m_client->runExec(m_container.id, config), this,
        [this, file](const ExecResult &result) {
            if (result.exitCode == 0) {
                // As $(< file) in the image's entrypoint reads it.
                QString content = QString::fromUtf8(result.output);
                while (content.endsWith(u'\n'))
                    content.chop(1);
                *file.value = content;
            } else {
                m_login.problems << tr("Could not read %1 in the container: “%2”")
                                        .arg(file.path, QString::fromUtf8(result.errorOutput).trimmed());
            }
            readNext();
        },
        [this](const EngineError &error) {
            m_login.problems << error.sentence();
            readNext();
        });
}

void LoginReader::finish()
{
    m_login.user = m_user.value_or(u"postgres"_s);
    m_login.password = m_password.value_or(QString());
    m_login.hasPassword = m_password.has_value();
    m_login.database = m_database.value_or(m_login.user);
    m_answer.succeed(m_login);
    deleteLater();
}

} // namespace Gantry
