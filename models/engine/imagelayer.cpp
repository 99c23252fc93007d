// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imagelayer.h"

#include "engine/json.h"

namespace Gantry {

using namespace Qt::StringLiterals;

QString ImageLayer::instruction() const
{
    QString text = createdBy;
    const auto shell = "/bin/sh -c "_L1;
    const auto setting = "#(nop)"_L1;
    if (text.startsWith(shell)) {
        text = text.mid(shell.size());
        text = text.startsWith(setting) ? text.mid(setting.size()).trimmed() : u"RUN "_s + text;
    }
    // BuildKit keeps the instruction and says after it that it was its own.
    const auto mark = " # buildkit"_L1;
    if (text.endsWith(mark))
        text.chop(mark.size());
    return text.startsWith("RUN "_L1 + shell) ? "RUN "_L1 + text.mid(4 + shell.size()) : text;
}

ImageLayer ImageLayer::fromJson(const QJsonObject &object)
{
    ImageLayer layer;
    layer.id = object["Id"_L1].toString();
    if (layer.id.startsWith(u'<')) // "<missing>"
        layer.id.clear();
    layer.created = QDateTime::fromSecsSinceEpoch(Json::integer(object["Created"_L1])).toUTC();
    layer.createdBy = object["CreatedBy"_L1].toString();
    layer.comment = object["Comment"_L1].toString();
    layer.tags = Json::strings(object["Tags"_L1]);
    layer.size = Json::integer(object["Size"_L1]);
    return layer;
}

} // namespace Gantry
