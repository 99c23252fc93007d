// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labenvironment.h"

#include <QObject>

namespace Gantry {

/// Containers, images, volumes and networks with a name of their own on the lab's engine, which go afterwards.
class ObjectsFixture : public QObject
{
protected:
    static QString name(const QString &what) { return QStringLiteral("objects-") + what; }

    /// A container that wrote \a megabytes into itself, and ended.
    static QString stopped(const QString &what, int megabytes = 0)
    {
        const QString write = QStringLiteral("head -c %1 /dev/urandom > /x").arg(megabytes * 1'000'000);
        const Lab::CommandResult result
            = Lab::docker({QStringLiteral("run"), QStringLiteral("-d"), QStringLiteral("--name"), name(what),
                           Lab::image(Lab::Image::Busybox), QStringLiteral("sh"), QStringLiteral("-c"), write});
        if (!result.ok() || !Lab::docker({QStringLiteral("wait"), result.output}).ok())
            return {};
        return result.output;
    }

    /// An image of the lab's small one and a layer of so many megabytes; without a name where \a tag is empty.
    static QString image(const QString &tag, int megabytes)
    {
        const QString container = stopped(QStringLiteral("maker"), megabytes);
        QStringList words{QStringLiteral("commit"), container};
        if (!tag.isEmpty())
            words << tag;
        const QString id = Lab::docker(words).output;
        Lab::docker({QStringLiteral("rm"), container});
        return id;
    }

    /// A volume with so many megabytes.
    static bool volume(const QString &what, int megabytes)
    {
        return Lab::docker({QStringLiteral("run"), QStringLiteral("--rm"), QStringLiteral("-v"),
                            name(what) + QStringLiteral(":/d"), Lab::image(Lab::Image::Busybox), QStringLiteral("sh"),
                            QStringLiteral("-c"),
                            QStringLiteral("head -c %1 /dev/urandom > /d/x").arg(megabytes * 1'000'000)})
            .ok();
    }

    static QStringList list(const QStringList &command)
    {
        return Lab::docker(command).output.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }

    static void removeAll()
    {
        const QString filter = QStringLiteral("name=objects-");
        const auto remove = [](const QStringList &words, const QStringList &things) {
            if (!things.isEmpty())
                Lab::docker(words + things);
        };
        remove({QStringLiteral("rm"), QStringLiteral("-fv")},
               list({QStringLiteral("ps"), QStringLiteral("-aq"), QStringLiteral("--filter"), filter}));
        Lab::docker({QStringLiteral("container"), QStringLiteral("prune"), QStringLiteral("-f")});
        remove({QStringLiteral("rmi"), QStringLiteral("-f")},
               list({QStringLiteral("images"), QStringLiteral("--format"), QStringLiteral("{{.Repository}}:{{.Tag}}"),
                     QStringLiteral("--filter"), QStringLiteral("reference=objects-*")}));
        remove({QStringLiteral("rmi"), QStringLiteral("-f")},
               list({QStringLiteral("images"), QStringLiteral("-q"), QStringLiteral("--filter"),
                     QStringLiteral("dangling=true")}));
        // Other tests build: what is left of that would be ticked, and shares layers with images.
        Lab::docker({QStringLiteral("builder"), QStringLiteral("prune"), QStringLiteral("-af")});
        remove({QStringLiteral("volume"), QStringLiteral("rm")},
               list({QStringLiteral("volume"), QStringLiteral("ls"), QStringLiteral("-q"), QStringLiteral("--filter"),
                     QStringLiteral("dangling=true")}));
        remove({QStringLiteral("network"), QStringLiteral("rm")},
               list({QStringLiteral("network"), QStringLiteral("ls"), QStringLiteral("-q"), QStringLiteral("--filter"),
                     filter}));
    }
};

} // namespace Gantry
