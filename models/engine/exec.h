// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace Gantry {

/// Body of POST /containers/{id}/exec (API 1.41).
struct ExecConfig
{
    QStringList command;
    QStringList environment;
    QString user;
    QString workingDirectory;
    bool tty = false;
    bool attachStdin = true;
    QString detachKeys; ///< empty: the engine's own, which hold Ctrl+P back until the next key

    QJsonObject toJson() const;
};

/// GET /exec/{id}/json (API 1.41).
struct ExecDetails
{
    QString id;
    bool running = false;
    std::optional<int> exitCode; ///< nothing while it runs
    qint64 pid = 0;

    static ExecDetails fromJson(const QJsonObject &object);
};

/// How an exec ended: its exit code and what it wrote.
struct ExecResult
{
    int exitCode = 0;
    QByteArray output;
    QByteArray errorOutput;
};

} // namespace Gantry
