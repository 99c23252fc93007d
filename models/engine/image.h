// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace Gantry {

/// One entry of GET /images/json (API 1.41).
struct ImageSummary
{
    QString id; ///< "sha256:…"
    QStringList tags; ///< "postgres:16"; empty for a dangling image
    QStringList digests;
    QDateTime created;
    qint64 size = 0; ///< bytes
    QMap<QString, QString> labels;

    QString shortId() const { return id.section(QLatin1Char(':'), -1).left(12); }
    friend bool operator==(const ImageSummary &, const ImageSummary &) = default;
    static ImageSummary fromJson(const QJsonObject &object);
};

/// GET /images/{name}/json (API 1.41).
struct ImageDetails
{
    QString id;
    QStringList tags;
    QDateTime created;
    qint64 size = 0; ///< bytes
    QString architecture;
    QString os;
    QStringList command;
    QStringList entrypoint;
    QStringList environment;
    QStringList exposedPorts; ///< "8000/tcp"
    QMap<QString, QString> labels;
    QStringList layers; ///< digests of its layers, the lowest first
    QJsonObject raw;

    static ImageDetails fromJson(const QJsonObject &object);
};

} // namespace Gantry
