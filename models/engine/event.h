// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace Gantry {

/// One message of GET /events (API 1.41).
struct EngineEvent
{
    QString type; ///< "container", "image", "volume", "network", …
    QString action; ///< "start", "die", "health_status: healthy", …
    QString id; ///< a container's id, an image's name or id, a volume's name, a network's id
    QMap<QString, QString> attributes;
    qint64 timeNano = 0; ///< since the epoch
    /// What a health check found. Podman tells of each one, Docker only where the state changes.
    std::optional<Health> probed;

    /// False for exec_*, top, attach, resize and the like, which change nothing that a list shows.
    bool changesLists() const;
    /// The parameter "filters" of GET /events that leaves out, at the engine, most of what changes no list.
    static QByteArray filterOfChanges();
    /// Also what Podman puts otherwise; the members say it as Docker does.
    static EngineEvent fromJson(const QJsonObject &object);
};

} // namespace Gantry
