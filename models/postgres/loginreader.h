// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/answer.h"
#include "engine/engineclient.h"
#include "postgres/databaselogin.h"

#include <QObject>

#include <optional>

namespace Gantry {

/// Reads a DatabaseLogin out of a container's environment and the files that it names: DatabaseFinder::login().
/// Deletes itself.
class LoginReader : public QObject
{
    Q_OBJECT

public:
    LoginReader(EngineClient *client, ContainerDetails container);
    QFuture<DatabaseLogin> future() const { return m_answer.future(); }

private:
    struct File
    {
        QString path;
        std::optional<QString> *value; ///< where its content goes
    };

    void look(std::optional<QString> *value, const QStringList &variables);
    void readNext();
    void finish();

    EngineClient *m_client;
    ContainerDetails m_container;
    Answer<DatabaseLogin> m_answer;
    std::optional<QString> m_user;
    std::optional<QString> m_password;
    std::optional<QString> m_database;
    QList<File> m_files;
    DatabaseLogin m_login;
};

} // namespace Gantry
