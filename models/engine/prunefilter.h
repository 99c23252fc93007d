// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace Gantry {

/// Which of the things that nobody uses a clean-up is about: old enough, and with all of these labels.
struct PruneFilter
{
    int olderThanHours = 0; ///< 0 for any age
    QStringList labels; ///< "key" or "key=value"

    bool isEmpty() const { return olderThanHours == 0 && labels.isEmpty(); }
    /// Whether something made (or last used) then is old enough \a now. What has no time is not.
    bool takesAge(const QDateTime &time, const QDateTime &now = QDateTime::currentDateTime()) const;
    /// Whether something with these labels has all that are asked for.
    bool takesLabels(const QMap<QString, QString> &own) const;
    /// The filters of a prune call: "until" and "label".
    QJsonObject toJson() const;
    /// The same for docker's command line: "--filter", "until=24h"…
    QStringList arguments() const;
    /// Of what a user typed: labels with spaces or commas between them.
    static QStringList labelsOf(const QString &text);

    friend bool operator==(const PruneFilter &, const PruneFilter &) = default;
};

} // namespace Gantry
