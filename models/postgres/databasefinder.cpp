// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/databasefinder.h"

#include "engine/onanswer.h"
#include "postgres/loginreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int askedSideBySide = 4;
constexpr quint16 postgresPort = 5432;

/// Words of an image's name that make it a PostgreSQL server, and words that make it a tool around one.
bool isServerImage(const QString &image)
{
    static const QSet<QString> servers{u"postgres"_s,  u"postgresql"_s,   u"postgis"_s, u"timescaledb"_s,
                                       u"timescale"_s, u"pgvector"_s,     u"citus"_s,   u"paradedb"_s,
                                       u"spilo"_s,     u"pgautoupgrade"_s};
    static const QSet<QString> tools{u"exporter"_s, u"backup"_s,    u"backups"_s,    u"operator"_s, u"client"_s,
                                     u"admin"_s,    u"proxy"_s,     u"pgbouncer"_s,  u"bouncer"_s,  u"pooler"_s,
                                     u"ui"_s,       u"web"_s,       u"metrics"_s,    u"meta"_s,     u"migrate"_s,
                                     u"dump"_s,     u"migration"_s, u"migrations"_s, u"restore"_s,  u"cli"_s};
    static const QRegularExpression separators(u"[-_.]"_s);
    const QString repository = image.section(u'@', 0, 0).section(u'/', -1).section(u':', 0, 0).toLower();
    bool server = false;
    for (const QString &word : repository.split(separators)) {
        if (tools.contains(word))
            return false;
        QString stem = word;
        while (!stem.isEmpty() && stem.back().isDigit())
            stem.chop(1);
        server = server || servers.contains(word) || servers.contains(stem);
    }
    return server;
}

bool hasVariable(const QStringList &environment, QLatin1String name)
{
    return std::any_of(environment.begin(), environment.end(),
                       [name](const QString &entry) { return entry.section(u'=', 0, 0) == name; });
}

/// PGDATA is set by every image of the server, POSTGRES_PASSWORD by its clients too: that alone proves nothing.
bool isServer(const QString &image, const QStringList &environment, const QStringList &exposedPorts,
              const QStringList &command)
{
    if (isServerImage(image) || hasVariable(environment, "PGDATA"_L1) || exposedPorts.contains(u"5432/tcp"_s))
        return true;
    const bool configured = hasVariable(environment, "POSTGRES_PASSWORD"_L1)
        || hasVariable(environment, "POSTGRES_PASSWORD_FILE"_L1) || hasVariable(environment, "POSTGRES_USER"_L1)
        || hasVariable(environment, "POSTGRES_HOST_AUTH_METHOD"_L1);
    return configured && std::any_of(command.begin(), command.end(), [](const QString &word) {
               return word.section(u'/', -1) == "postgres"_L1;
           });
}

} // namespace

DatabaseFinder::DatabaseFinder(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(engine->containers(), &ContainerStore::changed, this,
            [this](const QStringList &inserted, const QStringList &updated, const QStringList &removed) {
                judge(removed + inserted + updated);
            });
    connect(engine, &Engine::stateChanged, this, [this](Engine::State state) {
        if (state == Engine::State::Connected)
            askNext();
        else
            forgetImages();
    });
    judge(engine->containers()->containers().keys());
}

bool DatabaseFinder::looksLikeDatabase(const ContainerSummary &container)
{
    return isServerImage(container.image)
        || std::any_of(container.ports.begin(), container.ports.end(), [](const ContainerPort &port) {
               return port.privatePort == postgresPort && port.protocol == "tcp"_L1;
           });
}

bool DatabaseFinder::isDatabase(const ContainerDetails &container)
{
    return isServer(container.image, container.environment, container.exposedPorts,
                    QStringList{container.path} + container.arguments);
}

bool DatabaseFinder::isDatabase(const ImageDetails &image)
{
    return isServer(image.tags.value(0), image.environment, image.exposedPorts, image.entrypoint + image.command);
}

QFuture<DatabaseLogin> DatabaseFinder::login(EngineClient *client, const ContainerDetails &container)
{
    return (new LoginReader(client, container))->future();
}

void DatabaseFinder::judge(const QStringList &ids)
{
    bool different = false;
    for (const QString &id : ids) {
        const ContainerSummary container = m_engine->containers()->container(id);
        bool database = false;
        if (!container.id.isEmpty()) {
            Verdict &image = m_images[container.imageId];
            database = looksLikeDatabase(container) || image == Verdict::Yes;
            if (!database && image == Verdict::Unknown && !m_toAsk.contains(container.imageId))
                m_toAsk << container.imageId;
        }
        if (database != m_databases.contains(id)) {
            different = true;
            if (database)
                m_databases.insert(id);
            else
                m_databases.remove(id);
        }
    }
    if (different)
        Q_EMIT changed();
    askNext();
}

void DatabaseFinder::askNext()
{
    while (m_engine->client() && m_asking < askedSideBySide && !m_toAsk.isEmpty()) {
        const QString image = m_toAsk.takeFirst();
        if (image.isEmpty())
            continue;
        ++m_asking;
        m_images[image] = Verdict::Asked;
        const auto answered = [this, image](Verdict verdict) {
            --m_asking;
            m_images[image] = verdict;
            QStringList ids;
            for (const ContainerSummary &container : m_engine->containers()->containers()) {
                if (container.imageId == image)
                    ids << container.id;
            }
            judge(ids);
        };
        onAnswer<EngineError>(
            m_engine->client()->inspectImage(image), this,
            [answered](const ImageDetails &details) { answered(isDatabase(details) ? Verdict::Yes : Verdict::No); },
            // An image that is gone or cannot be read tells nothing.
            [answered](const EngineError &error) {
                answered(error.kind() == EngineError::Kind::Refused ? Verdict::No : Verdict::Unknown);
            });
    }
}

void DatabaseFinder::forgetImages()
{
    m_toAsk.clear();
    for (auto it = m_images.begin(); it != m_images.end(); ++it) {
        if (*it == Verdict::Asked)
            *it = Verdict::Unknown;
    }
}

} // namespace Gantry
