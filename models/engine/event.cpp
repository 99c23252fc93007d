// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/event.h"

#include "engine/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace Gantry {

using namespace Qt::StringLiterals;

bool EngineEvent::changesLists() const
{
    if (type == "container"_L1) {
        // A health check every two seconds sends three exec_* events and changes nothing.
        static const QSet<QString> silent{u"top"_s,    u"attach"_s,       u"detach"_s,         u"resize"_s, u"copy"_s,
                                          u"export"_s, u"archive-path"_s, u"extract-to-dir"_s, u"exec"_s};
        return !action.startsWith("exec_"_L1) && !silent.contains(action);
    }
    if (type == "image"_L1)
        return action != "push"_L1 && action != "save"_L1;
    if (type == "volume"_L1)
        return action != "mount"_L1 && action != "unmount"_L1;
    return type == "network"_L1;
}

QByteArray EngineEvent::filterOfChanges()
{
    // With health_status among them Docker takes each for the beginning of an action's name. The last ones are
    // Podman's.
    static const QJsonArray actions{
        u"create"_s,  u"start"_s,           u"restart"_s,    u"stop"_s,   u"die"_s,           u"kill"_s,
        u"pause"_s,   u"unpause"_s,         u"rename"_s,     u"update"_s, u"destroy"_s,       u"oom"_s,
        u"connect"_s, u"remove"_s,          u"disconnect"_s, u"pull"_s,   u"tag"_s,           u"untag"_s,
        u"delete"_s,  u"import"_s,          u"load"_s,       u"prune"_s,  u"health_status"_s, u"died"_s,
        u"cleanup"_s, u"loadfromarchive"_s, u"commit"_s};
    static const QJsonArray types{u"container"_s, u"image"_s, u"volume"_s, u"network"_s};
    return QJsonDocument(QJsonObject{{u"type"_s, types}, {u"event"_s, actions}}).toJson(QJsonDocument::Compact);
}

EngineEvent EngineEvent::fromJson(const QJsonObject &object)
{
    const QJsonObject actor = object["Actor"_L1].toObject();
    EngineEvent event;
    event.type = object["Type"_L1].toString();
    event.action = object["Action"_L1].toString();
    event.id = actor["ID"_L1].toString();
    event.attributes = Json::stringMap(actor["Attributes"_L1]);
    event.timeNano = object["timeNano"_L1].toInteger();
    if (const QJsonValue health = object["HealthStatus"_L1]; health.isString())
        event.probed = healthFromWord(health.toString());
    if (event.type == "container"_L1 && event.action == "remove"_L1)
        event.action = u"destroy"_s;
    // It makes an image, of which the engine tells nothing else unless it gets a name.
    if (event.type == "container"_L1 && event.action == "commit"_L1)
        event.type = u"image"_s;
    const bool connects = event.action == "connect"_L1 || event.action == "disconnect"_L1;
    if (event.type == "network"_L1 && connects && !event.attributes.contains(u"container"_s))
        event.attributes.insert(u"container"_s, std::exchange(event.id, {}));
    return event;
}

} // namespace Gantry
