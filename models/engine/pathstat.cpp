// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pathstat.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>

namespace Gantry {

using namespace Qt::StringLiterals;

bool PathStat::parse(const QByteArray &header, PathStat *stat)
{
    const QByteArray::FromBase64Result json
        = QByteArray::fromBase64Encoding(header.trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    const QJsonDocument document = json ? QJsonDocument::fromJson(json.decoded) : QJsonDocument();
    if (!document.isObject())
        return false;
    const QJsonObject object = document.object();
    stat->name = object["name"_L1].toString().toUtf8();
    stat->size = object["size"_L1].toInteger();
    stat->mode = quint32(object["mode"_L1].toInteger());
    // Go writes nanoseconds, which Qt takes for milliseconds well enough.
    const QDateTime time = QDateTime::fromString(object["mtime"_L1].toString(), Qt::ISODateWithMs);
    stat->modified = time.isValid() ? time.toSecsSinceEpoch() : 0;
    stat->linkTarget = object["linkTarget"_L1].toString().toUtf8();
    return true;
}

} // namespace Gantry
