// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace Gantry {

/// Sizes, times and counts as people read them, translated; the same words everywhere.
class Humanize
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::Humanize)

public:
    /// A number and its unit apart, for columns that align both: "48.2" and "MB".
    struct Amount
    {
        QString number;
        QString unit;
    };

    /// Bytes in decimal units as docker prints them (kB, MB, GB, TB), three digits.
    static Amount size(qint64 bytes);
    /// The same in one string: "48.2 MB".
    static QString sizeText(qint64 bytes);
    /// "3 minutes ago", "yesterday", "in March", "in March 2023"; empty for an invalid time.
    static QString ago(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTime());
    /// How long something lasts so far, as coarse as ago(): "less than a minute", "3 minutes", "2 hours", "5 days".
    static QString age(const QDateTime &since, const QDateTime &now = QDateTime::currentDateTime());
    /// For how many milliseconds ago() and age() go on saying what they say; a minute at most.
    static int holds(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTime());
    /// A time in full, local, for tooltips; empty for an invalid time.
    static QString exactTime(const QDateTime &time);
    /// How long something took: "38 ms", "3.2 s", "2 min 5 s", "1 h 4 min".
    static QString duration(qint64 milliseconds);
    /// The same of something that may be very short: "0.4 ms".
    static QString shortDuration(double milliseconds);
    /// "1.2 ms" or "48 ms".
    static QString roundTrip(qint64 microseconds);
    /// What stands where a value is missing: an en dash.
    static QString absent() { return QStringLiteral("–"); }
    static QString orAbsent(const QString &text) { return text.isEmpty() ? absent() : text; }
    /// A path with the home folder as "~".
    static QString path(const QString &path);
};

} // namespace Gantry
