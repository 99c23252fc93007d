// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace Gantry {

/// Reads the time that an engine puts before each line of a log with timestamps=1 (GET /containers/{id}/logs): RFC 3339
/// with up to nine digits of a second, "Z" or an offset, and a space.
class LogTimestamp
{
public:
    /// Bytes of the time with which \a text begins, the space included; None where it begins with something else,
    /// Incomplete where more bytes are needed to tell.
    int read(QByteArrayView text);
    /// What was read last, in nanoseconds since 1970.
    qint64 nanoseconds() const { return m_nanoseconds; }

    static constexpr int None = 0;
    static constexpr int Incomplete = -1;
    static constexpr qsizetype Longest = 36;

private:
    static constexpr int ToTheMinute = 17; ///< "2024-01-01T10:00:"

    char m_minuteText[ToTheMinute] = {}; ///< read last: neighbours are mostly of the same minute
    qint64 m_minute = 0; ///< in seconds
    qint64 m_nanoseconds = 0;
};

} // namespace Gantry
