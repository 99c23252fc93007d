// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "postgres/databaselogin.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QSet>

namespace Gantry {

/// Which containers of an engine are PostgreSQL servers, kept up to date. Most are told by what the list says of them
/// (image name, ports); where that does not decide, the image is inspected, once for each.
class DatabaseFinder : public QObject
{
    Q_OBJECT

public:
    explicit DatabaseFinder(Engine *engine, QObject *parent = nullptr);

    bool isDatabase(const QString &containerId) const { return m_databases.contains(containerId); }
    /// Ids of the containers that are databases, running or not, in no order.
    QStringList databases() const { return {m_databases.begin(), m_databases.end()}; }

    /// Whether the list alone says that this is a PostgreSQL server; false where it cannot tell.
    static bool looksLikeDatabase(const ContainerSummary &container);
    /// Whether environment, exposed ports, image or command say so.
    static bool isDatabase(const ContainerDetails &container);
    static bool isDatabase(const ImageDetails &image);

    /// Reads user, password, database and port out of the container's environment; values that are kept in files
    /// (POSTGRES_PASSWORD_FILE and the like) are read inside the container, which must run for that.
    static QFuture<DatabaseLogin> login(EngineClient *client, const ContainerDetails &container);

Q_SIGNALS:
    /// isDatabase() may answer otherwise for some containers.
    void changed();

private:
    enum class Verdict { Unknown, Asked, Yes, No };

    void judge(const QStringList &ids);
    void askNext();
    void forgetImages();

    Engine *m_engine;
    QSet<QString> m_databases;
    QHash<QString, Verdict> m_images; ///< by image id
    QStringList m_toAsk;
    int m_asking = 0;
};

} // namespace Gantry
