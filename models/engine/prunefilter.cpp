// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/prunefilter.h"

#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

bool PruneFilter::takesAge(const QDateTime &time, const QDateTime &now) const
{
    return olderThanHours == 0 || (time.isValid() && time <= now.addSecs(-3600LL * olderThanHours));
}

bool PruneFilter::takesLabels(const QMap<QString, QString> &own) const
{
    return std::all_of(labels.cbegin(), labels.cend(), [&own](const QString &label) {
        const qsizetype sign = label.indexOf(u'=');
        return sign < 0 ? own.contains(label)
                        : own.contains(label.left(sign)) && own.value(label.left(sign)) == label.mid(sign + 1);
    });
}

QJsonObject PruneFilter::toJson() const
{
    QJsonObject filters;
    // A duration, of which the engine's own clock is the measure.
    if (olderThanHours > 0)
        filters[u"until"_s] = QJsonArray{u"%1h"_s.arg(olderThanHours)};
    if (!labels.isEmpty())
        filters[u"label"_s] = QJsonArray::fromStringList(labels);
    return filters;
}

QStringList PruneFilter::arguments() const
{
    QStringList words;
    if (olderThanHours > 0)
        words << u"--filter"_s << u"until=%1h"_s.arg(olderThanHours);
    for (const QString &label : labels)
        words << u"--filter"_s << u"label="_s + label;
    return words;
}

QStringList PruneFilter::labelsOf(const QString &text)
{
    static const QRegularExpression between(u"[\\s,]+"_s);
    return text.split(between, Qt::SkipEmptyParts);
}

} // namespace Gantry
