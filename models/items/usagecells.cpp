// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/usagecells.h"

#include "items/containermodel.h"
#include "items/containerwords.h"
#include "items/humanize.h"
#include "stats/statsstore.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>

#include <cmath>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// The line before a number: a minute.
constexpr int LineSpans = 30;
constexpr qint64 LineStepMs = 2000;
/// What of it can be told apart.
constexpr int LineHeight = 32;
/// What fills its height at least: noise of a container at rest is not to look like work.
constexpr double LeastOfLine = 5;

QString shareText(double percent)
{
    return std::isnan(percent) ? Humanize::absent() : QLocale().toString(percent, 'f', percent < 99.95 ? 1 : 0);
}

} // namespace

QVariant UsageCells::item(const ContainerSummary &container, int column, int role) const
{
    if (role == CellKindRole && ContainerWords::isProblem(container))
        return int(column == ContainerModel::MemoryColumn ? CellKind::Link : CellKind::Text);
    if (role == CellKindRole)
        return int(CellKind::Number);
    return column == ContainerModel::CpuColumn ? cpu(container, role) : memory(container, role);
}

QVariant UsageCells::cpu(const ContainerSummary &container, int role) const
{
    const bool failed = ContainerWords::isProblem(container);
    const StatsSample *sample = m_stats && container.isRunning() ? m_stats->present(container.id) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return failed ? QString() : sample ? shareText(sample->cpu) : Humanize::absent();
    case Qt::ToolTipRole:
        return sample && !std::isnan(sample->cpu) ? tr("%1 % of one core").arg(shareText(sample->cpu)) : QString();
    case UnitRole:
        return failed ? QString() : u"%"_s;
    case SortRole:
        return sample && !std::isnan(sample->cpu) ? qRound64(sample->cpu * 100) : qint64(-1);
    case SparkRole:
        return sample && !failed ? QVariant::fromValue(line(container.id)) : QVariant();
    default:
        return {};
    }
}

QVariant UsageCells::memory(const ContainerSummary &container, int role) const
{
    if (ContainerWords::isProblem(container)) {
        switch (role) {
        case Qt::DisplayRole:
            return tr("Why did it stop?");
        case SpanLeftRole:
            return true;
        case SortRole:
        case Qt::ToolTipRole:
            break; // an unhealthy one uses memory, too
        default:
            return {};
        }
    }
    const StatsSample *sample = m_stats && container.isRunning() ? m_stats->present(container.id) : nullptr;
    switch (role) {
    case Qt::DisplayRole:
        return sample ? Humanize::size(sample->memory).number : Humanize::absent();
    case Qt::ToolTipRole:
        if (!sample)
            return QString();
        return sample->memoryLimit > 0
            ? tr("%1 of %2").arg(Humanize::sizeText(sample->memory), Humanize::sizeText(sample->memoryLimit))
            : Humanize::sizeText(sample->memory);
    case UnitRole:
        return Humanize::size(sample ? sample->memory : 1'000'000).unit;
    case SortRole:
        return sample ? sample->memory : qint64(-1);
    default:
        return {};
    }
}

size_t UsageCells::looks(const ContainerSummary &container, int column) const
{
    size_t hash = qHashMulti(0, item(container, column, Qt::DisplayRole).toString(),
                             item(container, column, UnitRole).toString());
    const auto line = item(container, column, SparkRole).value<QList<qreal>>();
    for (const qreal value : line)
        hash = qHashMulti(hash, std::isnan(value) ? -1 : qRound(value * LineHeight));
    return hash;
}

QVariant UsageCells::group(const QList<const ContainerSummary *> &containers, int column, int role) const
{
    if (role != Qt::DisplayRole && role != UnitRole && role != CellKindRole)
        return {};
    double percent = 0;
    qint64 bytes = 0;
    bool known = false;
    for (const ContainerSummary *container : containers) {
        if (container->state != ContainerState::Running && container->state != ContainerState::Paused)
            continue;
        const StatsSample *sample = m_stats ? m_stats->present(container->id) : nullptr;
        known = sample && !std::isnan(sample->cpu);
        if (!known)
            break;
        percent += sample->cpu;
        bytes += sample->memory;
    }
    if (role == CellKindRole)
        return int(known ? CellKind::Number : CellKind::Text); // not even the dash of what is absent
    if (!known)
        return QString();
    if (column == ContainerModel::CpuColumn)
        return role == Qt::DisplayRole ? shareText(percent) : u"%"_s;
    const Humanize::Amount amount = Humanize::size(bytes);
    return role == Qt::DisplayRole ? amount.number : amount.unit;
}

QList<qreal> UsageCells::line(const QString &id) const
{
    const qint64 end = (QDateTime::currentMSecsSinceEpoch() / LineStepMs + 1) * LineStepMs;
    QList<qreal> values
        = m_stats->history(id)->means(StatsHistory::Cpu, end - LineSpans * LineStepMs, LineStepMs, LineSpans);
    double most = LeastOfLine;
    for (const qreal value : std::as_const(values))
        most = std::isnan(value) ? most : qMax(most, value);
    for (qreal &value : values)
        value /= most;
    return values;
}

} // namespace Gantry
