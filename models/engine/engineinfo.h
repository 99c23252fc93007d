// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <compare>
#include <optional>

namespace Gantry {

/// "1.41" as two numbers, so that 1.9 < 1.41.
struct ApiVersion
{
    int major = 0;
    int minor = 0;

    /// Nothing unless \a text is NUMBER.NUMBER.
    static std::optional<ApiVersion> parse(const QString &text);
    QString toString() const;
    friend auto operator<=>(const ApiVersion &, const ApiVersion &) = default; // NOLINT(modernize-use-nullptr)
};

/// GET /version, and what of GET /info the window shows (API 1.41).
struct EngineInfo
{
    QString product; ///< "Docker" or "Podman"
    QString version; ///< "20.10.24"
    ApiVersion api; ///< negotiated
    ApiVersion minimumApi; ///< of the engine
    ApiVersion maximumApi; ///< of the engine
    QString operatingSystem;
    QString architecture;
    QString storageDriver;
    QString rootDirectory;
    int cpus = 0;
    qint64 memory = 0; ///< bytes
    bool rootless = false;

    bool isPodman() const { return product == QLatin1String("Podman"); }
};

} // namespace Gantry
