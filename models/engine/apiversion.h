// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace Gantry
