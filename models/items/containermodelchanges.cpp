// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containerrows.h"
#include "items/sortedrows.h"
#include "items/usagecells.h"

#include <algorithm>
#include <map>

namespace Gantry {

using namespace Qt::StringLiterals;

void ContainerModel::apply(const QStringList &inserted, const QStringList &updated, const QStringList &removed)
{
    const Counts before = m_counts;
    removeItems(removed);
    insertItems(inserted);
    updateItems(updated);
    if (m_counts != before)
        Q_EMIT countsChanged();
}

void ContainerModel::insertItems(const QStringList &ids)
{
    std::map<QString, std::vector<ItemPtr>> byGroup;
    for (const QString &id : ids) {
        const ContainerSummary container = m_store->container(id);
        if (container.id.isEmpty() || m_items.contains(id))
            continue;
        auto item = std::make_unique<Item>();
        item->take(container, m_grouped);
        byGroup[groupKey(container)].push_back(std::move(item));
    }

    std::vector<GroupPtr> freshGroups;
    for (auto &[key, items] : byGroup) {
        std::sort(items.begin(), items.end(), [](const ItemPtr &a, const ItemPtr &b) { return a->key < b->key; });
        if (Group *group = m_groupOf.value(key)) {
            insertIntoGroup(group, std::move(items));
        } else {
            GroupPtr fresh = std::make_unique<Group>();
            fresh->project = key;
            fresh->items = std::move(items);
            fresh->numberRows();
            numberAll(fresh.get());
            freshGroups.push_back(std::move(fresh));
        }
    }
    insertGroups(std::move(freshGroups));
}

void ContainerModel::insertIntoGroup(Group *group, std::vector<ItemPtr> items)
{
    std::vector<const Item *> added;
    added.reserve(items.size());
    for (const ItemPtr &item : items)
        added.push_back(item.get());
    insertSorted(
        group->items, std::move(items), [](const ItemPtr &a, const ItemPtr &b) { return a->key < b->key; },
        [&](int first, int last) { beginInsertRows(indexOf(group), first, last); },
        [&](int first, int last) {
            group->numberRows(first);
            for (int row = first; row <= last; ++row) {
                Item *item = group->items[std::size_t(row)].get();
                item->group = group;
                m_items.insert(item->container.id, item);
            }
            endInsertRows();
        });
    for (const Item *item : added) {
        count(group, item->container, 1);
        numberAround(group, item->row);
    }
    groupChanged(group);
}

void ContainerModel::insertGroups(std::vector<GroupPtr> groups)
{
    std::sort(groups.begin(), groups.end(), [](const GroupPtr &a, const GroupPtr &b) { return *a < *b; });
    insertSorted(
        m_groups, std::move(groups), [](const GroupPtr &a, const GroupPtr &b) { return *a < *b; },
        [&](int first, int last) { beginInsertRows({}, first, last); },
        [&](int first, int last) {
            numberGroups(first);
            for (int row = first; row <= last; ++row) {
                Group *group = m_groups[std::size_t(row)].get();
                m_groupOf.insert(group->project, group);
                for (const ItemPtr &item : group->items) {
                    item->group = group;
                    m_items.insert(item->container.id, item.get());
                    count(group, item->container, 1);
                }
            }
            endInsertRows();
        });
}

void ContainerModel::removeItems(const QStringList &ids)
{
    QHash<Group *, std::vector<int>> rows;
    for (const QString &id : ids) {
        if (const Item *item = m_items.value(id))
            rows[item->group].push_back(item->row);
    }
    std::vector<int> emptied;
    for (auto it = rows.begin(); it != rows.end(); ++it) {
        Group *group = it.key();
        for (const int row : it.value())
            count(group, group->items[std::size_t(row)]->container, -1);
        if (m_grouped && it.value().size() == group->items.size()) {
            emptied.push_back(group->row);
            continue;
        }
        forRunsFromTheEnd(it.value(), [&](int first, int last) {
            beginRemoveRows(indexOf(group), first, last);
            const auto begin = group->items.begin();
            for (auto item = begin + first; item <= begin + last; ++item)
                m_items.remove((*item)->container.id);
            group->items.erase(begin + first, begin + last + 1);
            group->numberRows(first);
            endRemoveRows();
            // The only instance that is left loses its number.
            numberAround(group, first);
        });
        groupChanged(group);
    }
    forRunsFromTheEnd(std::move(emptied), [&](int first, int last) {
        beginRemoveRows({}, first, last);
        const auto begin = m_groups.begin();
        for (auto group = begin + first; group <= begin + last; ++group) {
            for (const ItemPtr &item : (*group)->items)
                m_items.remove(item->container.id);
            m_groupOf.remove((*group)->project);
        }
        m_groups.erase(begin + first, begin + last + 1);
        numberGroups(first);
        endRemoveRows();
    });
}

void ContainerModel::updateItems(const QStringList &ids)
{
    std::vector<Change> changes;
    changes.reserve(std::size_t(ids.size()));
    QSet<const Group *> groups;
    for (const QString &id : ids)
        updateItem(id, &changes, &groups);
    tell(changes);
    for (const GroupPtr &group : m_groups) {
        if (groups.contains(group.get()))
            groupChanged(group.get());
    }
}

void ContainerModel::tell(const std::vector<Change> &changes)
{
    struct Row
    {
        const Item *item;
        int first;
        int last;
    };
    std::vector<Row> rows;
    rows.reserve(changes.size());
    for (const Change &change : changes) {
        if (const Item *item = m_items.value(change.id))
            rows.push_back({item, change.first, change.last});
    }
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return std::pair(a.item->group->row, a.item->row) < std::pair(b.item->group->row, b.item->row);
    });
    // Neighbours are told of together: what listens does much for each signal.
    for (std::size_t begin = 0; begin < rows.size();) {
        const Item *top = rows[begin].item;
        auto [item, first, last] = rows[begin];
        std::size_t end = begin + 1;
        for (; end < rows.size() && rows[end].item->group == item->group && rows[end].item->row <= item->row + 1;
             ++end) {
            item = rows[end].item;
            first = std::min(first, rows[end].first);
            last = std::max(last, rows[end].last);
        }
        Q_EMIT dataChanged(indexOf(top, first), indexOf(item, last));
        begin = end;
    }
}

void ContainerModel::updateItem(const QString &id, std::vector<Change> *changes, QSet<const Group *> *groups)
{
    Item *item = m_items.value(id);
    if (!item)
        return;
    const ContainerSummary container = m_store->container(id);
    if (m_groupOf.value(groupKey(container)) != item->group) {
        removeItems({id});
        insertItems({id});
        return;
    }
    Group *group = item->group;
    const int runningBefore = group->running;
    count(group, item->container, -1);
    count(group, container, 1);
    const int rowBefore = item->row;
    const ContainerSummary before = item->container;
    moveItem(item, container);
    const auto [first, last] = ContainerCells::changedColumns(before, container);
    changes->push_back({id, first, last});
    if (item->row != rowBefore) {
        numberAround(group, rowBefore);
        numberAround(group, item->row);
    }
    if (group->running != runningBefore)
        groups->insert(group);
}

void ContainerModel::moveItem(Item *item, const ContainerSummary &container)
{
    Group *group = item->group;
    const ContainerOrder key = Item::keyOf(container, m_grouped);
    const int row = item->row;
    const auto begin = group->items.begin();
    const auto target = std::lower_bound(begin, group->items.end(), key,
                                         [](const ItemPtr &a, const ContainerOrder &b) { return a->key < b; });
    const auto destination = int(target - begin);
    if (destination == row || destination == row + 1) {
        item->take(container, m_grouped);
        return;
    }
    const QModelIndex parent = indexOf(group);
    beginMoveRows(parent, row, row, parent, destination);
    item->take(container, m_grouped);
    if (destination > row)
        std::rotate(begin + row, begin + row + 1, target);
    else
        std::rotate(target, begin + row, begin + row + 1);
    group->numberRows(std::min(row, destination));
    endMoveRows();
}

void ContainerModel::showBusy(const QStringList &subjects)
{
    for (const QString &subject : subjects) {
        if (const Item *item = m_items.value(subject)) {
            const QModelIndex index = indexOf(item, StateColumn);
            Q_EMIT dataChanged(index, index);
        } else if (subject.startsWith("project:"_L1)) {
            if (const Group *group = m_groupOf.value(subject.mid(8)))
                groupChanged(group);
        }
    }
}

void ContainerModel::showStats(const QStringList &ids)
{
    // A cell at a time, and those alone that look different: most containers rest, and the list is on the screen.
    const QList<int> roles{Qt::DisplayRole, SparkRole, SortRole};
    const UsageCells cells(m_stats);
    QSet<std::pair<const Group *, int>> groups;
    for (const QString &id : ids) {
        Item *item = m_items.value(id);
        if (!item)
            continue;
        for (const int column : {CpuColumn, MemoryColumn}) {
            const size_t looks = cells.looks(item->container, column);
            if (std::exchange(item->looks[column - CpuColumn], looks) == looks)
                continue;
            groups.insert({item->group, column});
            const QModelIndex index = indexOf(item, column);
            Q_EMIT dataChanged(index, index, roles);
        }
    }
    if (!m_grouped)
        return;
    for (const auto &[group, column] : std::as_const(groups)) {
        const QModelIndex index = indexOf(group, column);
        Q_EMIT dataChanged(index, index, roles);
    }
}

void ContainerModel::count(Group *group, const ContainerSummary &container, int sign)
{
    const bool running = container.state == ContainerState::Running;
    group->running += running ? sign : 0;
    m_counts.all += sign;
    m_counts.running += running ? sign : 0;
    m_counts.stopped += ContainerWords::isStopped(container) ? sign : 0;
    m_counts.problems += ContainerWords::isProblem(container) ? sign : 0;
}

bool ContainerModel::isOneOfSeveral(const Group *group, int row) const
{
    const std::vector<ItemPtr> &items = group->items;
    const ContainerOrder &key = items[std::size_t(row)]->key;
    const auto isSameService = [&](int neighbour) {
        return neighbour >= 0 && neighbour < int(items.size()) && items[std::size_t(neighbour)]->key.number > 0
            && items[std::size_t(neighbour)]->key.name == key.name;
    };
    return key.number > 0 && (isSameService(row - 1) || isSameService(row + 1));
}

void ContainerModel::numberAround(const Group *group, int row)
{
    for (const int neighbour : {row - 1, row, row + 1}) {
        if (neighbour < 0 || neighbour >= int(group->items.size()))
            continue;
        Item *item = group->items[std::size_t(neighbour)].get();
        const bool numbered = isOneOfSeveral(group, neighbour);
        if (item->numbered == numbered)
            continue;
        item->numbered = numbered;
        const QModelIndex index = indexOf(item, NameColumn);
        Q_EMIT dataChanged(index, index);
    }
}

void ContainerModel::numberAll(Group *group)
{
    for (int row = 0; row < int(group->items.size()); ++row)
        group->items[std::size_t(row)]->numbered = isOneOfSeveral(group, row);
}

void ContainerModel::groupChanged(const Group *group)
{
    if (!m_grouped)
        return;
    const QModelIndex index = indexOf(group, StateColumn);
    Q_EMIT dataChanged(index, index);
}

} // namespace Gantry
