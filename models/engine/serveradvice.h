// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace Gantry {

/// Words by which a failure is known, and what to do about it (QT_TRANSLATE_NOOP).
struct KnownFailure
{
    QLatin1StringView part;
    const char *advice;
};

/// The advice of the first that \a words contain, translated in its \a context; empty when none does.
QString adviceOn(const QString &words, std::span<const KnownFailure> known, const char *context);

/// What a user can do about a failure that an engine described in these words, translated; empty when unknown.
QString serverAdvice(const QString &words);

} // namespace Gantry
