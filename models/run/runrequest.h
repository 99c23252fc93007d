// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runmount.h"
#include "run/runport.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace Gantry {

/// A health check of one's own: what --health-cmd and its companions say. Amounts as text, empty for the image's own.
struct RunHealth
{
    bool off = false; ///< --no-healthcheck
    QString command; ///< for a shell in the container; empty for the image's own
    QString interval;
    QString timeout;
    QString startPeriod;
    QString retries;

    friend bool operator==(const RunHealth &, const RunHealth &) = default;
};

/// What `docker run` is told, option by option; amounts stay the text that was typed.
struct RunRequest
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::RunRequest)

public:
    QString image;
    QString name; ///< empty: the engine makes one up
    QStringList command; ///< empty: the image's own
    QStringList entrypoint; ///< empty: the image's own; one empty word: none
    QStringList environment; ///< "NAME=value"
    QStringList labels; ///< "name=value", or the name alone
    QList<RunPort> ports;
    QStringList oddPorts; ///< typed as ports, and none: only the command line has them
    bool publishAll = false; ///< what the image exposes, at free ports
    QList<RunMount> mounts;
    QString network; ///< empty: the engine's default
    QStringList aliases; ///< in that network
    QString restart; ///< "no" (or empty), "always", "unless-stopped", "on-failure[:TIMES]"
    QString memory; ///< "512m"
    QString cpus; ///< "1.5"
    QString sharedMemory; ///< "64m"
    QString user;
    QString workingDirectory;
    QString hostname;
    RunHealth health;
    QStringList addedCapabilities;
    QStringList droppedCapabilities;
    bool privileged = false;
    bool init = false;
    bool tty = false;
    bool interactive = false;
    bool autoRemove = false;
    bool detach = false;

    /// Body of POST /containers/create (API 1.41).
    QJsonObject toJson() const;
    /// `docker run …` behind a prefix such as {"docker", "-H", …}. Without \a secrets, of variables that sound like
    /// secrets the names alone, so that the shell's own values are taken.
    QStringList toCommand(const QStringList &prefix, bool secrets) const;
    /// What makes it no request, translated; empty where there is nothing. Names that the engine knows better are its
    /// business.
    QString problem() const;
    /// False for the network modes that are none of the engine's networks, and have no aliases.
    static bool isOwnNetwork(const QString &network);

    friend bool operator==(const RunRequest &, const RunRequest &) = default;
};

} // namespace Gantry
