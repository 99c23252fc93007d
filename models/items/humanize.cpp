// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/humanize.h"

#include <QDir>
#include <QLocale>

#include <array>
#include <cmath>

namespace Gantry {

using namespace Qt::StringLiterals;

Humanize::Amount Humanize::size(qint64 bytes)
{
    const std::array<QString, 6> units{tr("B"), tr("kB"), tr("MB"), tr("GB"), tr("TB"), tr("PB")};
    auto value = double(bytes);
    std::size_t unit = 0;
    // 999.5 would be shown as 1000.
    while (qAbs(value) >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const double shown = qAbs(value);
    const int decimals = unit == 0 || shown >= 99.95 ? 0 : shown >= 9.995 ? 1 : 2;
    return {QLocale().toString(value, 'f', decimals), units[unit]};
}

QString Humanize::sizeText(qint64 bytes)
{
    const Amount amount = size(bytes);
    return tr("%1 %2", "number and unit").arg(amount.number, amount.unit);
}

QString Humanize::ago(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return {};
    const qint64 seconds = time.secsTo(now);
    if (seconds < 5)
        return tr("just now");
    if (seconds < 60)
        return tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    const QDate day = time.toLocalTime().date();
    const qint64 days = day.daysTo(now.toLocalTime().date());
    if (days == 0 || seconds < 6 * 3600)
        return tr("%1 h ago").arg(seconds / 3600);
    if (days == 1)
        return tr("yesterday");
    if (days < 14)
        return tr("%n day(s) ago", nullptr, int(days));
    if (days < 60)
        return tr("%n week(s) ago", nullptr, int(days / 7));
    const QLocale locale;
    const QString month = locale.standaloneMonthName(day.month());
    if (days < 330)
        return tr("in %1", "a month's name").arg(month);
    return tr("in %1 %2", "a month's name and the year").arg(month, QString::number(day.year()));
}

QString Humanize::age(const QDateTime &since, const QDateTime &now)
{
    if (!since.isValid())
        return {};
    const qint64 minutes = since.secsTo(now) / 60;
    if (minutes < 1)
        return tr("< 1 min");
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    if (minutes < 48 * 60)
        return tr("%1 h").arg(minutes / 60);
    return tr("%n day(s)", nullptr, int(minutes / (24 * 60)));
}

int Humanize::holds(const QDateTime &time, const QDateTime &now)
{
    constexpr qint64 minute = 60'000;
    const qint64 passed = time.isValid() ? time.msecsTo(now) : 0;
    if (passed >= 60 * minute || !time.isValid())
        return int(minute);
    if (passed >= minute)
        return int(minute - passed % minute);
    return int(passed >= 5000 ? 1000 - passed % 1000 : qMin(minute, 5000 - passed));
}

QString Humanize::exactTime(const QDateTime &time)
{
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::LongFormat) : QString();
}

QString Humanize::duration(qint64 milliseconds)
{
    if (milliseconds < 1000)
        return tr("%1 ms").arg(qMax<qint64>(0, milliseconds));
    if (milliseconds < 60000)
        return tr("%1 s").arg(QLocale().toString(std::floor(double(milliseconds) / 100) / 10, 'f', 1));
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    return tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
}

QString Humanize::shortDuration(double milliseconds)
{
    return milliseconds < 9.95 ? roundTrip(qRound64(qMax(0.0, milliseconds) * 1000)) : duration(qRound64(milliseconds));
}

QString Humanize::roundTrip(qint64 microseconds)
{
    const double milliseconds = double(microseconds) / 1000;
    if (microseconds < 50)
        return tr("<%1 ms").arg(QLocale().toString(0.1, 'f', 1));
    return tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0));
}

QString Humanize::path(const QString &path)
{
    const QString home = QDir::homePath();
    if (path == home)
        return u"~"_s;
    return path.startsWith(home + u'/') && home != u"/" ? u"~"_s + path.mid(home.size()) : path;
}

} // namespace Gantry
