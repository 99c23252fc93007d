// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labenvironment.h"

#include <QTemporaryDir>

#include <unistd.h>

namespace Gantry {

/// An engine of a test's own, to be killed and started again by the lab's tool; of the same kind as the lab's.
class PrivateEngine
{
public:
    PrivateEngine() = default;
    ~PrivateEngine()
    {
        kill();
        asRoot({QStringLiteral("rm"), QStringLiteral("-rf"), place()});
    }
    Q_DISABLE_COPY_MOVE(PrivateEngine)

    Lab::CommandResult start() const
    {
        QStringList command{tool(), QStringLiteral("start"), place(), place() + QStringLiteral("/data"),
                            QStringLiteral("--own-network")};
        if (Lab::isPodman())
            command << QStringLiteral("--podman");
        return asRoot(command);
    }
    bool kill() const { return asRoot({tool(), QStringLiteral("kill"), place()}).ok(); }

    QString host() const { return QStringLiteral("unix://") + place() + QStringLiteral("/docker.sock"); }
    Lab::CommandResult docker(const QStringList &arguments) const
    {
        return Lab::run(QStringLiteral("docker"), QStringList{QStringLiteral("-H"), host()} + arguments);
    }
    /// Copies an image of the lab's engine.
    bool load(const QString &image) const
    {
        const QString script = QStringLiteral(R"(docker -H "$1" save "$2" | docker -H "$3" load)");
        return Lab::run(QStringLiteral("sh"),
                        {QStringLiteral("-c"), script, QStringLiteral("-"), Lab::dockerHost(), image, host()})
            .ok();
    }

private:
    static QString tool() { return QStringLiteral(GANTRY_SOURCE_DIR "/tests/lab/engine"); }
    QString place() const { return m_directory.filePath(QStringLiteral("e")); }
    static Lab::CommandResult asRoot(const QStringList &command)
    {
        const QStringList whole
            = ::geteuid() == 0 ? command : QStringList{QStringLiteral("sudo"), QStringLiteral("-n")} + command;
        return Lab::run(whole[0], whole.mid(1));
    }

    // A path as short as a socket's must be.
    QTemporaryDir m_directory{QStringLiteral("/tmp/gantry-engine-XXXXXX")};
};

} // namespace Gantry
