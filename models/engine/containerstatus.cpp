// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/containerstatus.h"

#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

std::optional<qint64> secondsFromWords(const QString &status)
{
    // The words of go-units' HumanDuration.
    static const QRegularExpression words(
        u"\\b(less than a second|about a minute|about an hour|\\d+ (?:second|minute|hour|day|week|month|year)s?)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = words.match(status);
    if (!match.hasMatch())
        return std::nullopt;
    const QString text = match.captured(1).toLower();
    if (text == "less than a second"_L1)
        return 0;
    if (text == "about a minute"_L1)
        return 60;
    if (text == "about an hour"_L1)
        return 3600;
    const qint64 count = text.section(u' ', 0, 0).toLongLong();
    const QString unit = text.section(u' ', 1);
    constexpr qint64 day = 86400;
    if (unit.startsWith("second"_L1))
        return count;
    if (unit.startsWith("minute"_L1))
        return count * 60;
    if (unit.startsWith("hour"_L1))
        return count * 3600;
    if (unit.startsWith("day"_L1))
        return count * day;
    if (unit.startsWith("week"_L1))
        return count * 7 * day;
    if (unit.startsWith("month"_L1))
        return count * 30 * day;
    return count * 365 * day;
}

} // namespace

ContainerStatus ContainerStatus::parse(const QString &status)
{
    ContainerStatus result;
    if (status.contains("(unhealthy)"_L1))
        result.health = Health::Unhealthy;
    else if (status.contains("(healthy)"_L1))
        result.health = Health::Healthy;
    else if (status.contains("(health: starting)"_L1) || status.contains("(starting)"_L1))
        result.health = Health::Starting;

    static const QRegularExpression code(u"^(?:Exited|Restarting) \\((-?\\d+)\\)"_s);
    if (const QRegularExpressionMatch match = code.match(status); match.hasMatch())
        result.exitCode = match.captured(1).toInt();
    result.seconds = secondsFromWords(status);
    return result;
}

} // namespace Gantry
