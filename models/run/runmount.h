// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Gantry {

/// A folder in a container that comes from outside.
struct RunMount
{
    enum class Kind { Volume, Bind, Tmpfs };

    Kind kind = Kind::Volume;
    QString source = {}; ///< a volume's name (empty for one without), or a path of the engine's host
    QString target = {}; ///< path in the container
    bool readOnly = false;
    QString options = {}; ///< further ones of -v ("z"), or those of --tmpfs ("size=64m")

    /// SOURCE:TARGET[:OPTIONS], where that can say it: a path with a colon needs --mount. As in HostConfig.Binds.
    std::optional<QString> bind() const;
    /// The option and its value: {"-v", "data:/data:ro"}, {"--tmpfs", "/run"}, {"--mount", "type=bind,…"}.
    QStringList arguments() const;

    /// Of -v; nothing for what is none.
    static std::optional<RunMount> fromVolume(const QString &text);
    /// Of --mount (type, source, target, readonly), comma-separated with the quotes of CSV. Keys that Gantry does not
    /// know go to \a unknown.
    static std::optional<RunMount> fromMount(const QString &text, QStringList *unknown);
    static std::optional<RunMount> fromTmpfs(const QString &text);

    friend bool operator==(const RunMount &, const RunMount &) = default;
};

} // namespace Gantry
