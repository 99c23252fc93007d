// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logtimes.h"

#include "items/humanize.h"

#include <QDateTime>
#include <QLocale>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Millisecond = 1'000'000;

QDateTime dateTime(LogTimes::Kind kind, qint64 milliseconds)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(milliseconds);
    return kind == LogTimes::Kind::Utc ? local.toUTC() : local;
}

} // namespace

QString LogTimes::text(Kind kind, qint64 time, qint64 now)
{
    if (kind == Kind::Off || time == 0)
        return {};
    const qint64 milliseconds = time / Millisecond;
    if (kind == Kind::Relative)
        return Humanize::ago(dateTime(kind, milliseconds), dateTime(kind, now));
    const QDateTime shown = dateTime(kind, milliseconds);
    const QString clock = shown.time().toString(u"HH:mm:ss.zzz"_s);
    return shown.date() == dateTime(kind, now).date() ? clock : shown.date().toString(u"yyyy-MM-dd "_s) + clock;
}

QString LogTimes::whole(Kind kind, qint64 time)
{
    const QDateTime shown = dateTime(kind, time / Millisecond);
    return QLocale().toString(shown.date(), QLocale::LongFormat) + u' ' + shown.time().toString(u"HH:mm:ss.zzz"_s)
        + u' ' + shown.timeZoneAbbreviation();
}

} // namespace Gantry
