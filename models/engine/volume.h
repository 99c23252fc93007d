// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QString>

namespace Gantry {

/// A volume: an entry of GET /volumes, or GET /volumes/{name} (API 1.41).
struct Volume
{
    QString name;
    QString driver;
    QString mountpoint; ///< path on the engine's host
    QString scope;
    QDateTime created;
    QMap<QString, QString> labels;

    /// Compose project the volume was made for, empty for none.
    QString project() const;
    /// Whether \a name is one that Docker gives to a volume that was not named: 64 hexadecimal digits.
    static bool isAnonymous(const QString &name);
    friend bool operator==(const Volume &, const Volume &) = default;
    static Volume fromJson(const QJsonObject &object);
};

} // namespace Gantry
