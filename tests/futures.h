// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineerror.h"

#include <QFuture>
#include <QTest>

#include <optional>

namespace Gantry {

/// Waits, with the event loop running, until \a future has ended; false after \a timeoutMs.
template <typename T> bool hasEnded(const QFuture<T> &future, int timeoutMs = 20000)
{
    return QTest::qWaitFor([&] { return future.isFinished(); }, timeoutMs);
}

/// The error of a future that comes to its end with one; nothing when it succeeds or does not end.
template <typename T> std::optional<EngineError> errorOf(QFuture<T> future, int timeoutMs = 20000)
{
    if (!hasEnded(future, timeoutMs))
        return std::nullopt;
    try {
        future.waitForFinished();
    } catch (const EngineError &error) {
        return error;
    }
    return std::nullopt;
}

/// Why \a future did not succeed; empty when it did. For QVERIFY2-like checks of futures without a result.
template <typename T> QString failureOf(const QFuture<T> &future, int timeoutMs = 20000)
{
    if (!hasEnded(future, timeoutMs))
        return QStringLiteral("did not end");
    const std::optional<EngineError> error = errorOf(future);
    return error ? error->sentence() : QString();
}

} // namespace Gantry
