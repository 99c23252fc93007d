// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupmodel.h"

#include "items/humanize.h"
#include "items/sizecell.h"
#include "items/sortedrows.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr quintptr groupId = 0;

CleanupKind kindOf(const QModelIndex &index)
{
    return CleanupKind(index.internalId() == groupId ? index.row() : int(index.internalId()) - 1);
}

bool isGroup(const QModelIndex &index)
{
    return index.internalId() == groupId;
}

/// Their caches depend on each other, and no call removes them one by one.
bool isChosenAlone(CleanupKind kind)
{
    return kind != CleanupKind::BuildCache;
}

bool isBefore(const CleanupVictim &a, const CleanupVictim &b)
{
    if (a.size != b.size)
        return a.size > b.size;
    return a.name != b.name ? a.name < b.name : a.key < b.key;
}

} // namespace

CleanupModel::CleanupModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_forecasts(cleanupKindCount)
{
}

void CleanupModel::setFacts(const CleanupFacts &facts)
{
    m_facts = facts;
    refresh();
}

void CleanupModel::setFilter(const PruneFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void CleanupModel::refresh()
{
    CleanupVictims all = cleanupVictims(m_facts, m_filter);
    for (int row = 0; row < cleanupKindCount; ++row) {
        const auto kind = CleanupKind(row);
        // What is harmless is chosen, until somebody says otherwise.
        const bool wasWhole = m_chosen.value(kind).size() == group(kind).victims.size() && !cleanupLosesData(kind);
        QList<CleanupVictim> &victims = all[kind];
        std::sort(victims.begin(), victims.end(), isBefore);
        setVictims(row, victims);
        QSet<QString> &chosen = m_chosen[kind];
        chosen = wasWhole ? group(kind).keys : chosen & group(kind).keys;
    }
    foretell();
    for (int row = 0; row < cleanupKindCount; ++row) {
        const qsizetype count = group(CleanupKind(row)).victims.size();
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        if (count > 0) {
            const QModelIndex parent = index(row, 0);
            Q_EMIT dataChanged(index(0, 0, parent), index(int(count) - 1, ColumnCount - 1, parent));
        }
    }
    Q_EMIT choiceChanged();
}

void CleanupModel::foretell()
{
    const CleanupVictims all = victims();
    for (int row = 0; row < cleanupKindCount; ++row) {
        const CleanupForecast forecast = CleanupForecast::ofKind(m_facts, m_filter, all, m_chosen, CleanupKind(row));
        if (forecast == m_forecasts.at(row))
            continue;
        m_forecasts[row] = forecast;
        const QModelIndex cell = index(row, SizeColumn);
        Q_EMIT dataChanged(cell, cell);
    }
}

void CleanupModel::setVictims(int row, const QList<CleanupVictim> &victims)
{
    Group &group = m_groups[std::size_t(row)];
    QHash<QString, qsizetype> wanted;
    for (qsizetype i = 0; i < victims.size(); ++i)
        wanted.insert(victims.at(i).key, i);
    std::vector<int> gone;
    for (int i = 0; i < int(group.victims.size()); ++i) {
        if (!wanted.contains(group.victims.at(i).key))
            gone.push_back(i);
    }
    const QModelIndex parent = index(row, 0);
    const auto remove = [&](int first, int last) {
        beginRemoveRows(parent, first, last);
        group.victims.remove(first, last - first + 1);
        endRemoveRows();
    };
    forRunsFromTheEnd(gone, remove);
    // Those that have another place by now come as new ones.
    qsizetype before = -1;
    std::vector<int> moved;
    for (int i = 0; i < int(group.victims.size()); ++i) {
        const qsizetype place = wanted.value(group.victims.at(i).key);
        if (place < before) {
            moved.push_back(i);
        } else {
            before = place;
            group.victims[i] = victims.at(place);
        }
    }
    forRunsFromTheEnd(moved, remove);
    insertVictims(row, victims);
    group.keys.clear();
    for (const CleanupVictim &victim : victims)
        group.keys.insert(victim.key);
}

void CleanupModel::insertVictims(int row, const QList<CleanupVictim> &victims)
{
    QList<CleanupVictim> &present = m_groups[std::size_t(row)].victims;
    for (qsizetype first = 0; first < victims.size();) {
        if (first < present.size() && present.at(first).key == victims.at(first).key) {
            ++first;
            continue;
        }
        const QString next = first < present.size() ? present.at(first).key : QString();
        qsizetype last = first;
        while (last + 1 < victims.size() && victims.at(last + 1).key != next)
            ++last;
        beginInsertRows(index(row, 0), int(first), int(last));
        for (qsizetype i = first; i <= last; ++i)
            present.insert(i, victims.at(i));
        endInsertRows();
        first = last + 1;
    }
}

CleanupVictims CleanupModel::victims() const
{
    CleanupVictims all;
    for (int row = 0; row < cleanupKindCount; ++row)
        all.insert(CleanupKind(row), m_groups[std::size_t(row)].victims);
    return all;
}

QList<CleanupVictim> CleanupModel::chosenVictims(CleanupKind kind) const
{
    QList<CleanupVictim> chosen = group(kind).victims;
    const QSet<QString> keys = m_chosen.value(kind);
    chosen.removeIf([&keys](const CleanupVictim &victim) { return !keys.contains(victim.key); });
    return chosen;
}

int CleanupModel::chosenCount() const
{
    qsizetype count = 0;
    for (const QSet<QString> &keys : m_chosen)
        count += keys.size();
    return int(count);
}

int CleanupModel::count() const
{
    qsizetype count = 0;
    for (const Group &group : m_groups)
        count += group.victims.size();
    return int(count);
}

CleanupForecast CleanupModel::chosenForecast() const
{
    return CleanupForecast::of(m_facts, m_filter, victims(), m_chosen);
}

CleanupForecast CleanupModel::forecastOf(CleanupKind kind) const
{
    return m_forecasts.at(int(kind));
}

CleanupForecast CleanupModel::forecastOfAll() const
{
    CleanupChoice all;
    for (int row = 0; row < cleanupKindCount; ++row)
        all.insert(CleanupKind(row), m_groups[std::size_t(row)].keys);
    return CleanupForecast::of(m_facts, m_filter, victims(), all);
}

QString CleanupModel::titleOf(CleanupKind kind)
{
    switch (kind) {
    case CleanupKind::Containers:
        return tr("Stopped containers");
    case CleanupKind::DanglingImages:
        return tr("Dangling images");
    case CleanupKind::UnusedImages:
        return tr("Unused images");
    case CleanupKind::BuildCache:
        return tr("Build cache");
    case CleanupKind::AnonymousVolumes:
        return tr("Unused anonymous volumes");
    case CleanupKind::NamedVolumes:
        return tr("Unused named volumes");
    case CleanupKind::Networks:
        return tr("Unused networks");
    }
    return {};
}

QString CleanupModel::lossOf(CleanupKind kind)
{
    switch (kind) {
    case CleanupKind::Containers:
        return tr("what was written into them is lost");
    case CleanupKind::DanglingImages:
        return tr("left over from builds; no name, no container");
    case CleanupKind::UnusedImages:
        return tr("must be pulled or built again");
    case CleanupKind::BuildCache:
        return tr("the next build takes longer");
    case CleanupKind::AnonymousVolumes:
    case CleanupKind::NamedVolumes:
        return tr("the data in them is lost");
    case CleanupKind::Networks:
        return tr("up makes them again");
    }
    return {};
}

QModelIndex CleanupModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row() + 1) : groupId);
}

QModelIndex CleanupModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || isGroup(index))
        return {};
    return createIndex(int(index.internalId()) - 1, 0, groupId);
}

int CleanupModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return cleanupKindCount;
    if (!isGroup(parent) || parent.column() != 0)
        return 0;
    return int(m_groups[std::size_t(parent.row())].victims.size());
}

int CleanupModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

Qt::CheckState CleanupModel::stateOf(CleanupKind kind) const
{
    const qsizetype chosen = m_chosen.value(kind).size();
    if (chosen == 0)
        return Qt::Unchecked;
    return chosen == group(kind).victims.size() ? Qt::Checked : Qt::PartiallyChecked;
}

QVariant CleanupModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CleanupKind kind = kindOf(index);
    return isGroup(index) ? groupData(kind, index.column(), role)
                          : victimData(kind, group(kind).victims.at(index.row()), index.column(), role);
}

QVariant CleanupModel::groupData(CleanupKind kind, int column, int role) const
{
    const auto count = int(group(kind).victims.size());
    const CleanupForecast forecast = forecastOf(kind);
    const bool hasSize = column == SizeColumn && count > 0 && kind != CleanupKind::Networks;
    const auto number = [&] {
        const QString text = Humanize::size(forecast.bytes).number;
        return forecast.certainty == CleanupForecast::Certainty::Exact ? text : u"≥ "_s + text;
    };
    switch (role) {
    case GroupRole:
        return true;
    case Qt::DisplayRole:
        if (column == NameColumn)
            return titleOf(kind);
        if (column == DetailColumn && isKnown())
            return count == 0 ? tr("none") : lossOf(kind);
        return hasSize ? number() : QString();
    case DetailRole:
        return column == NameColumn && count > 0 ? QString::number(count) : QVariant();
    case Qt::CheckStateRole:
        return column == NameColumn ? QVariant(int(stateOf(kind))) : QVariant();
    case CellKindRole:
        return int(column == NameColumn ? CellKind::Name : column == SizeColumn ? CellKind::Number : CellKind::Text);
    case UnitRole:
        return hasSize ? Humanize::size(forecast.bytes).unit : QVariant();
    case CellElisionRole:
        return int(CellElision::End);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (hasSize)
            return forecast.text();
        if (role == Qt::AccessibleTextRole && column == NameColumn)
            return tr("%1, %2", "a kind of things, and how many of them").arg(titleOf(kind), QString::number(count));
        return {};
    default:
        return {};
    }
}

QVariant CleanupModel::victimData(CleanupKind kind, const CleanupVictim &victim, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case NameColumn:
            return victim.name;
        case DetailColumn:
            return Humanize::orAbsent(victim.detail);
        case TimeColumn:
            return Humanize::ago(victim.time);
        default:
            return SizeCell::data(victim.size, role);
        }
    case Qt::CheckStateRole:
        if (column != NameColumn || !isChosenAlone(kind))
            return {};
        return int(m_chosen.value(kind).contains(victim.key) ? Qt::Checked : Qt::Unchecked);
    case CellKindRole:
        return int(column == NameColumn ? CellKind::Name : column == SizeColumn ? CellKind::Number : CellKind::Text);
    case UnitRole:
    case Qt::AccessibleTextRole:
        return column == SizeColumn ? SizeCell::data(victim.size, role) : QVariant();
    case Qt::ToolTipRole:
        if (column == NameColumn)
            return victim.name == victim.key ? victim.name : victim.name + u'\n' + victim.key;
        if (column == TimeColumn)
            return Humanize::exactTime(victim.time);
        return column == SizeColumn && victim.size >= 0 ? tr("%L1 bytes").arg(victim.size) : QVariant();
    default:
        return {};
    }
}

bool CleanupModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || !flags(index).testFlag(Qt::ItemIsUserCheckable))
        return false;
    const CleanupKind kind = kindOf(index);
    const bool on = value.toInt() == Qt::Checked;
    if (isGroup(index)) {
        choose(kind, on ? group(kind).keys : QSet<QString>());
        return true;
    }
    QSet<QString> keys = m_chosen.value(kind);
    const QString key = group(kind).victims.at(index.row()).key;
    if (on)
        keys.insert(key);
    else
        keys.remove(key);
    choose(kind, keys);
    return true;
}

void CleanupModel::choose(CleanupKind kind, const QSet<QString> &keys)
{
    if (m_chosen.value(kind) == keys)
        return;
    m_chosen[kind] = keys;
    const QModelIndex head = index(int(kind), 0);
    Q_EMIT dataChanged(head, head, {Qt::CheckStateRole});
    const int count = rowCount(head);
    if (count > 0)
        Q_EMIT dataChanged(index(0, 0, head), index(count - 1, 0, head), {Qt::CheckStateRole});
    foretell();
    Q_EMIT choiceChanged();
}

Qt::ItemFlags CleanupModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const CleanupKind kind = kindOf(index);
    const bool checkable = isGroup(index) ? !group(kind).victims.isEmpty() : isChosenAlone(kind);
    if (index.column() == NameColumn && checkable)
        flags |= Qt::ItemIsUserCheckable;
    if (!isGroup(index))
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

QVariant CleanupModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return SizeCell::header(section == SizeColumn, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Name");
    case DetailColumn:
        return tr("Details");
    case TimeColumn:
        return tr("Created");
    case SizeColumn:
        return tr("Frees");
    default:
        return {};
    }
}

} // namespace Gantry
