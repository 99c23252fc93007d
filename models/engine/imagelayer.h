// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace Gantry {

/// A step in which an image was made: one entry of GET /images/{name}/history (API 1.41), the last one first.
struct ImageLayer
{
    QString id; ///< empty where the image of that step is not there
    QDateTime created;
    QString createdBy; ///< as the builder noted it: "/bin/sh -c #(nop)  CMD [\"sh\"]"
    QString comment;
    QStringList tags;
    qint64 size = 0; ///< bytes; 0 where the step only changed settings

    /// What a Dockerfile said, as far as the note tells: "CMD [\"sh\"]", "RUN apt-get update".
    QString instruction() const;
    friend bool operator==(const ImageLayer &, const ImageLayer &) = default;
    static ImageLayer fromJson(const QJsonObject &object);
};

} // namespace Gantry
