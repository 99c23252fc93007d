// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/pgconnection.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>

namespace Gantry {

/// The side of a Catalogue that lives in its thread: asks one query after the other over a connection that it opens
/// when there is something to ask and closes when there was nothing for a minute.
class CatalogueWorker : public QObject
{
    Q_OBJECT

public:
    using Rows = QList<QList<std::optional<QByteArray>>>;
    struct Question
    {
        QByteArray statement;
        PgConnection::Parameters parameters;
        std::function<void(const Rows &rows)> answer;
        std::function<void(const ServerMessage &message)> fail;
    };

    CatalogueWorker();

    void setParameters(const ConnectionParameters &parameters);
    /// What waits fails.
    void close();
    void ask(const Question &question);

private:
    void next();
    void take(const PgResult &result);
    void finish();
    void failAll(const ServerMessage &message);

    ConnectionParameters m_parameters;
    PgConnection m_connection;
    std::deque<Question> m_questions; // the first is being asked
    Rows m_rows;
    ServerMessage m_error;
    QTimer m_idle;
};

} // namespace Gantry
