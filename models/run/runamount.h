// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// Amounts as the options of `docker run` take them.
namespace Gantry::RunAmount {

/// Bytes of "512m", "1.5g", "64MiB" (go-units RAMInBytes: all of them in steps of 1024).
std::optional<qint64> bytes(const QString &text);
/// Billionths of a processor of "1.5".
std::optional<qint64> nanoCpus(const QString &text);
/// Nanoseconds of "1m30s" (Go's time.ParseDuration).
std::optional<qint64> nanoseconds(const QString &text);

} // namespace Gantry::RunAmount
