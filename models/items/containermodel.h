// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerstore.h"
#include "items/cellroles.h"

#include <QAbstractItemModel>

#include <QSet>

#include <memory>
#include <vector>

namespace Gantry {

class OperationLog;
class StatsStore;

/// The containers of a store as a tree of projects and their containers, or as a flat list. Rows are always in order
/// (projects by name, "No project" last; containers by service and number, or by name), so finding the row of a
/// container is a search in a sorted array and every change of the store becomes the exact insertion, change, move or
/// removal of its rows.
class ContainerModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        StateColumn,
        ImageColumn,
        PortsColumn,
        CpuColumn,
        MemoryColumn,
        CreatedColumn,
        StatusColumn,
        ProjectColumn,
        ServiceColumn,
        ColumnCount,
    };
    enum Role {
        IdRole = FirstFreeRole, ///< QString; empty for a group
        ProjectRole, ///< QString, of containers and groups; empty for "No project"
    };
    /// How many containers there are of each kind.
    struct Counts
    {
        int all = 0;
        int running = 0; ///< neither paused nor restarting
        int stopped = 0;
        int problems = 0;

        friend bool operator==(const Counts &, const Counts &) = default;
    };

    /// \a operations tells which containers are busy; may be null.
    ContainerModel(const ContainerStore *store, const OperationLog *operations, QObject *parent = nullptr);
    ~ContainerModel() override;

    /// By project, or flat. Resets the model.
    void setGrouped(bool grouped);
    bool isGrouped() const { return m_grouped; }
    /// Tells times as of \a when, the last moment of which something is known; of now where it is invalid.
    void setWhen(const QDateTime &when) { m_when = when; }
    /// Where the CPU and Memory columns come from; they are empty without.
    void setStats(const StatsStore *stats);
    const Counts &counts() const { return m_counts; }

    /// Null for groups; valid until the next change.
    const ContainerSummary *container(const QModelIndex &index) const;
    /// The container's row; invalid when the model has no such container.
    QModelIndex indexOf(const QString &id, int column = NameColumn) const;
    /// The row of a project's group ("No project" for an empty name); invalid in the flat list.
    QModelIndex indexOfProject(const QString &project) const;
    /// What the filter's free words are looked for in, in lower case; of a container.
    const QByteArray &filterText(const QModelIndex &container) const;
    /// Of a group its containers, else the container itself.
    QStringList idsAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();

private:
    struct Item;
    struct Group;
    using ItemPtr = std::unique_ptr<Item>;
    using GroupPtr = std::unique_ptr<Group>;
    /// What of an item is to be told of.
    struct Change
    {
        QString id;
        int first; ///< column
        int last;
    };

    void apply(const QStringList &inserted, const QStringList &updated, const QStringList &removed);
    void rebuild();
    void insertItems(const QStringList &ids);
    void insertIntoGroup(Group *group, std::vector<ItemPtr> items);
    void insertGroups(std::vector<GroupPtr> groups);
    void removeItems(const QStringList &ids);
    void updateItems(const QStringList &ids);
    void updateItem(const QString &id, std::vector<Change> *changes, QSet<const Group *> *groups);
    void tell(const std::vector<Change> &changes);
    void moveItem(Item *item, const ContainerSummary &container);
    void showBusy(const QStringList &subjects);
    void showStats(const QStringList &ids);
    void count(Group *group, const ContainerSummary &container, int sign);
    /// Instances of a service stand side by side: whether one shows its number depends on its neighbours alone.
    bool isOneOfSeveral(const Group *group, int row) const;
    void numberAround(const Group *group, int row);
    void numberAll(Group *group);
    void groupChanged(const Group *group);
    /// After groups came or went: tells those from \a first on where they are.
    void numberGroups(int first = 0);

    QString groupKey(const ContainerSummary &container) const;
    QModelIndex indexOf(const Group *group, int column = 0) const;
    QModelIndex indexOf(const Item *item, int column) const;
    Group *groupAt(const QModelIndex &index) const;
    Item *itemAt(const QModelIndex &index) const;
    QString nameOf(const Item *item) const;

    const ContainerStore *m_store;
    const OperationLog *m_operations;
    const StatsStore *m_stats = nullptr;
    bool m_grouped = true;
    QDateTime m_when;
    std::vector<GroupPtr> m_groups; ///< exactly one, not shown, in the flat list
    QHash<QString, Group *> m_groupOf; ///< by key
    QHash<QString, Item *> m_items; ///< by id
    Counts m_counts;
};

} // namespace Gantry
