// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

/// Readers for the shapes that recur in the engine's JSON. A missing or null member reads as empty.
namespace Gantry::Json {

inline QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    list.reserve(array.size());
    for (const auto &entry : array)
        list << entry.toString();
    return list;
}

inline QMap<QString, QString> stringMap(const QJsonValue &value)
{
    QMap<QString, QString> map;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

inline QJsonObject object(const QMap<QString, QString> &map)
{
    QJsonObject object;
    for (auto it = map.begin(); it != map.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

/// RFC 3339 as Go prints it (up to nanoseconds, any zone), in UTC; invalid for Go's zero time and for anything else.
QDateTime time(const QJsonValue &value);

inline qint64 integer(const QJsonValue &value)
{
    return qint64(value.toDouble());
}

} // namespace Gantry::Json
