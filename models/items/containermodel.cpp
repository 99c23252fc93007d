// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containermodel.h"

#include "items/containerrows.h"
#include "items/usagecells.h"
#include "operations/operationlog.h"
#include "stats/statsstore.h"

#include <algorithm>

namespace Gantry {

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

void ContainerModel::setStats(const StatsStore *stats)
{
    m_stats = stats;
    connect(m_stats, &StatsStore::changed, this, &ContainerModel::showStats);
}

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
    numberGroups();
    for (const GroupPtr &group : m_groups) {
        std::sort(group->items.begin(), group->items.end(), less);
        group->numberRows();
        numberAll(group.get());
    }
}

QString ContainerModel::groupKey(const ContainerSummary &container) const
{
    return m_grouped ? container.project() : QString();
}

void ContainerModel::numberGroups(int first)
{
    for (auto i = std::size_t(first); i < m_groups.size(); ++i)
        m_groups[i]->row = int(i);
}

QModelIndex ContainerModel::indexOf(const Group *group, int column) const
{
    return m_grouped ? createIndex(group->row, column, nullptr) : QModelIndex();
}

QModelIndex ContainerModel::indexOf(const Item *item, int column) const
{
    return createIndex(item->row, column, item->group);
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

const QByteArray &ContainerModel::filterText(const QModelIndex &container) const
{
    const Item *item = itemAt(container);
    if (item->filterText.isEmpty())
        item->filterText = ContainerCells::filterText(item->container).toUtf8();
    return item->filterText;
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

Qt::ItemFlags ContainerModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractItemModel::flags(index);
    return index.internalPointer() ? flags | Qt::ItemNeverHasChildren : flags;
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
        if (role == FilterTextRole)
            return QString::fromUtf8(filterText(index));
        if (index.column() == CpuColumn || index.column() == MemoryColumn) {
            const QVariant use = UsageCells{m_stats}.item(item->container, index.column(), role);
            if (use.isValid())
                return use;
        }
        return ContainerCells{m_operations, m_when}.item(item->container, nameOf(item), index.column(), role);
    }
    const Group *group = groupAt(index);
    if (index.column() == CpuColumn || index.column() == MemoryColumn) {
        QList<const ContainerSummary *> containers;
        containers.reserve(qsizetype(group->items.size()));
        if (role == Qt::DisplayRole || role == UnitRole || role == CellKindRole) {
            for (const ItemPtr &item : group->items)
                containers.append(&item->container);
        }
        const QVariant use = UsageCells{m_stats}.group(containers, index.column(), role);
        if (use.isValid())
            return use;
    }
    return ContainerCells{m_operations}.group(group->project, group->running, int(group->items.size()), index.column(),
                                              role);
}

QString ContainerModel::nameOf(const Item *item) const
{
    if (item->key.number == 0)
        return item->container.name;
    return item->numbered
        ? tr("%1 %2", "service and instance number").arg(item->key.name, QString::number(item->key.number))
        : item->key.name;
}

QVariant ContainerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole
        && (section == CpuColumn || section == MemoryColumn))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    return ContainerCells::header(section);
}

} // namespace Gantry
