// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containermodel.h"

#include "items/containercells.h"
#include "items/naturalorder.h"
#include "items/sortedrows.h"
#include "operations/operationlog.h"

#include <algorithm>
#include <map>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// What orders containers inside their group.
struct Key
{
    QString name; ///< of the service, else of the container
    int number = 0; ///< of the instance
    QString fullName;
    QString id;

    friend bool operator<(const Key &a, const Key &b)
    {
        if (const int order = compareNaturally(a.name, b.name); order != 0)
            return order < 0;
        if (a.number != b.number)
            return a.number < b.number;
        if (const int order = compareNaturally(a.fullName, b.fullName); order != 0)
            return order < 0;
        return a.id < b.id;
    }
};

} // namespace

struct ContainerModel::Item
{
    ContainerSummary container;
    Key key;
    Group *group = nullptr;
    bool numbered = false; ///< one of several instances of its service: the name shows which
    mutable QString filterText; ///< made when first asked for

    void take(const ContainerSummary &summary, bool grouped)
    {
        container = summary;
        key = keyOf(summary, grouped);
        filterText.clear();
    }

    static Key keyOf(const ContainerSummary &summary, bool grouped)
    {
        const QString service = grouped ? ContainerCells::service(summary) : QString();
        if (service.isEmpty())
            return {summary.name, 0, summary.name, summary.id};
        return {service, ContainerCells::instance(summary), summary.name, summary.id};
    }
};

struct ContainerModel::Group
{
    QString project; ///< empty for "No project" and for the flat list
    int running = 0;
    std::vector<ItemPtr> items;

    friend bool operator<(const Group &a, const Group &b)
    {
        if (a.project.isEmpty() != b.project.isEmpty())
            return b.project.isEmpty();
        const int order = compareNaturally(a.project, b.project);
        return order != 0 ? order < 0 : a.project < b.project;
    }
};

ContainerModel::ContainerModel(const ContainerStore *store, const OperationLog *operations, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_operations(operations)
{
    rebuild();
    connect(m_store, &ContainerStore::changed, this, &ContainerModel::apply);
    if (m_operations)
        connect(m_operations, &OperationLog::busyChanged, this, &ContainerModel::showBusy);
}

ContainerModel::~ContainerModel() = default;

void ContainerModel::setGrouped(bool grouped)
{
    if (m_grouped == grouped)
        return;
    m_grouped = grouped;
    beginResetModel();
    rebuild();
    endResetModel();
}

void ContainerModel::rebuild()
{
    m_groups.clear();
    m_groupOf.clear();
    m_items.clear();
    m_counts = {};
    const auto less = [](const auto &a, const auto &b) { return a->key < b->key; };
    if (!m_grouped) {
        m_groups.push_back(std::make_unique<Group>());
        m_groupOf.insert(QString(), m_groups.back().get());
    }
    for (const ContainerSummary &container : m_store->containers()) {
        const QString key = groupKey(container);
        Group *group = m_groupOf.value(key);
        if (!group) {
            group = m_groups.emplace_back(std::make_unique<Group>()).get();
            group->project = key;
            m_groupOf.insert(key, group);
        }
        Item *item = group->items.emplace_back(std::make_unique<Item>()).get();
        item->take(container, m_grouped);
        item->group = group;
        m_items.insert(container.id, item);
        count(group, container, 1);
    }
    std::sort(m_groups.begin(), m_groups.end(), [](const GroupPtr &a, const GroupPtr &b) { return *a < *b; });
    for (const GroupPtr &group : m_groups) {
        std::sort(group->items.begin(), group->items.end(), less);
        numberAll(group.get());
    }
}

void ContainerModel::apply(const QStringList &inserted, const QStringList &updated, const QStringList &removed)
{
    const Counts before = m_counts;
    removeItems(removed);
    insertItems(inserted);
    for (const QString &id : updated)
        updateItem(id);
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
            for (int row = first; row <= last; ++row) {
                Item *item = group->items[std::size_t(row)].get();
                item->group = group;
                m_items.insert(item->container.id, item);
            }
            endInsertRows();
        });
    for (const Item *item : added) {
        count(group, item->container, 1);
        numberAround(group, rowOf(item));
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
            rows[item->group].push_back(rowOf(item));
    }
    std::vector<int> emptied;
    for (auto it = rows.begin(); it != rows.end(); ++it) {
        Group *group = it.key();
        for (const int row : it.value())
            count(group, group->items[std::size_t(row)]->container, -1);
        if (m_grouped && it.value().size() == group->items.size()) {
            emptied.push_back(rowOf(group));
            continue;
        }
        forRunsFromTheEnd(it.value(), [&](int first, int last) {
            beginRemoveRows(indexOf(group), first, last);
            const auto begin = group->items.begin();
            for (auto item = begin + first; item <= begin + last; ++item)
                m_items.remove((*item)->container.id);
            group->items.erase(begin + first, begin + last + 1);
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
        endRemoveRows();
    });
}

void ContainerModel::updateItem(const QString &id)
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
    const int rowBefore = rowOf(item);
    const ContainerSummary before = item->container;
    moveItem(item, container);
    const auto [first, last] = ContainerCells::changedColumns(before, container);
    Q_EMIT dataChanged(indexOf(item, first), indexOf(item, last));
    if (const int row = rowOf(item); row != rowBefore) {
        numberAround(group, rowBefore);
        numberAround(group, row);
    }
    if (group->running != runningBefore)
        groupChanged(group);
}

void ContainerModel::moveItem(Item *item, const ContainerSummary &container)
{
    Group *group = item->group;
    const Key key = Item::keyOf(container, m_grouped);
    const int row = rowOf(item);
    const auto begin = group->items.begin();
    const auto target
        = std::lower_bound(begin, group->items.end(), key, [](const ItemPtr &a, const Key &b) { return a->key < b; });
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
    const Key &key = items[std::size_t(row)]->key;
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

QString ContainerModel::groupKey(const ContainerSummary &container) const
{
    return m_grouped ? container.project() : QString();
}

int ContainerModel::rowOf(const Group *group) const
{
    const auto less = [](const GroupPtr &a, const Group *b) { return *a < *b; };
    return int(std::lower_bound(m_groups.begin(), m_groups.end(), group, less) - m_groups.begin());
}

int ContainerModel::rowOf(const Item *item) const
{
    const std::vector<ItemPtr> &items = item->group->items;
    const auto less = [](const ItemPtr &a, const Item *b) { return a->key < b->key; };
    return int(std::lower_bound(items.begin(), items.end(), item, less) - items.begin());
}

QModelIndex ContainerModel::indexOf(const Group *group, int column) const
{
    return m_grouped ? createIndex(rowOf(group), column, nullptr) : QModelIndex();
}

QModelIndex ContainerModel::indexOf(const Item *item, int column) const
{
    return createIndex(rowOf(item), column, item->group);
}

QModelIndex ContainerModel::indexOf(const QString &id, int column) const
{
    const Item *item = m_items.value(id);
    return item ? indexOf(item, column) : QModelIndex();
}

QModelIndex ContainerModel::indexOfProject(const QString &project) const
{
    const Group *group = m_grouped ? m_groupOf.value(project) : nullptr;
    return group ? indexOf(group) : QModelIndex();
}

ContainerModel::Group *ContainerModel::groupAt(const QModelIndex &index) const
{
    const bool isGroup = index.isValid() && !index.internalPointer();
    return isGroup ? m_groups[std::size_t(index.row())].get() : nullptr;
}

ContainerModel::Item *ContainerModel::itemAt(const QModelIndex &index) const
{
    const auto *group = static_cast<const Group *>(index.internalPointer());
    return group ? group->items[std::size_t(index.row())].get() : nullptr;
}

const ContainerSummary *ContainerModel::container(const QModelIndex &index) const
{
    const Item *item = itemAt(index);
    return item ? &item->container : nullptr;
}

QStringList ContainerModel::idsAt(const QModelIndex &index) const
{
    if (const Item *item = itemAt(index))
        return {item->container.id};
    QStringList ids;
    if (const Group *group = groupAt(index)) {
        for (const ItemPtr &item : group->items)
            ids << item->container.id;
    }
    return ids;
}

QModelIndex ContainerModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (parent.isValid())
        return createIndex(row, column, groupAt(parent));
    return createIndex(row, column, m_grouped ? nullptr : m_groups.front().get());
}

QModelIndex ContainerModel::parent(const QModelIndex &child) const
{
    const auto *group = static_cast<const Group *>(child.internalPointer());
    return group ? indexOf(group) : QModelIndex();
}

int ContainerModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_grouped ? m_groups.size() : m_groups.front()->items.size());
    const Group *group = parent.column() == 0 ? groupAt(parent) : nullptr;
    return group ? int(group->items.size()) : 0;
}

int ContainerModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ContainerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (const Item *item = itemAt(index)) {
        if (role == FilterTextRole) {
            if (item->filterText.isEmpty())
                item->filterText = ContainerCells::filterText(item->container);
            return item->filterText;
        }
        return ContainerCells{m_operations}.item(item->container, nameOf(item), index.column(), role);
    }
    const Group *group = groupAt(index);
    return ContainerCells{m_operations}.group(group->project, group->running, int(group->items.size()), index.column(),
                                              role);
}

QString ContainerModel::nameOf(const Item *item) const
{
    if (item->key.number == 0)
        return item->container.name;
    return item->numbered ? tr("%1 %2", "service and instance number").arg(item->key.name).arg(item->key.number)
                          : item->key.name;
}

QVariant ContainerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    return ContainerCells::header(section);
}

} // namespace Gantry
