// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/event.h"

#include "engine/json.h"

#include <QSet>

namespace Gantry {

using namespace Qt::StringLiterals;

bool EngineEvent::changesLists() const
{
    if (type == "container"_L1) {
        // A health check every two seconds sends three exec_* events and changes nothing.
        static const QSet<QString> silent{
            u"top"_s,    u"attach"_s, u"detach"_s,       u"resize"_s,         u"copy"_s,
            u"commit"_s, u"export"_s, u"archive-path"_s, u"extract-to-dir"_s, u"exec_detach"_s};
        return !action.startsWith("exec_"_L1) && !silent.contains(action);
    }
    if (type == "image"_L1)
        return action != "push"_L1 && action != "save"_L1;
    if (type == "volume"_L1)
        return action != "mount"_L1 && action != "unmount"_L1;
    return type == "network"_L1;
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
    return event;
}

} // namespace Gantry
