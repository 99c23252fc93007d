// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Gantry {

/// How the time of a line is written beside it.
class LogTimes
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::LogTimes)

public:
    enum class Kind { Off, Local, Utc, Relative };

    /// Of a time in nanoseconds since 1970, 0 for none: the time of day, with the date before it where that is not
    /// today's, or how long ago it is to \a now, in milliseconds since 1970.
    static QString text(Kind kind, qint64 time, qint64 now);
    /// The whole time and date.
    static QString whole(Kind kind, qint64 time);
};

} // namespace Gantry
