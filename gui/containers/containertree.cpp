// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containertree.h"

#include "items/containerfilter.h"
#include "items/containermodel.h"
#include "look/fonts.h"
#include "shell/uistate.h"

#include <QHeaderView>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto UnwantedKey = "containers/hiddenColumns"_L1;
const auto FoldedKey = "containers/folded"_L1;

} // namespace

ContainerTree::ContainerTree(ContainerFilter *filter, UiState *state, QWidget *parent)
    : TreeView(parent)
    , m_filter(filter)
    , m_state(state)
{
    setObjectName(u"containersTree"_s);
    setAccessibleName(tr("Containers"));
    setGroups(true);
    setTypeAhead(false);
    setSelectionMode(ExtendedSelection);
    setUniformRowHeights(false);
    const QStringList folded = m_state->value(FoldedKey).toStringList();
    m_folded = QSet<QString>(folded.begin(), folded.end());
    setModel(filter);
    setUpColumns();
    const auto unfoldAll = [this] { unfold(0, m_filter->rowCount() - 1); };
    connect(filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &group, int first, int last) {
        if (group.isValid())
            unfold(group.row(), group.row());
        else
            unfold(first, last);
    });
    connect(filter, &QAbstractItemModel::modelReset, this, unfoldAll);
    // A change of the filter is a change of the layout, which may bring groups.
    connect(filter, &QAbstractItemModel::layoutChanged, this, unfoldAll);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &group) { rememberFolding(group, false); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &group) { rememberFolding(group, true); });
    unfoldAll();
}

void ContainerTree::setUpColumns()
{
    setSortingEnabled(true);
    sortByColumn(ContainerModel::NameColumn, Qt::AscendingOrder);
    m_widths = {160, 132, 170, 100, 112, 140, 120, 110};
    for (int column = 0; column < m_widths.size(); ++column) {
        m_widths[column] = Fonts::scaled(m_widths.at(column));
        header()->resizeSection(column, m_widths.at(column));
    }
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(true);
    header()->setFirstSectionMovable(false);
    m_state->track(header(), u"containers/columns"_s);
    const QVariantList unwanted = m_state->value(UnwantedKey).toList();
    for (const QVariant &column : unwanted)
        m_unwanted.insert(column.toInt());
    m_unwanted.remove(ContainerModel::NameColumn);
    fitColumns();
}

void ContainerTree::setGrouped(bool grouped)
{
    m_grouped = grouped;
    setGroups(grouped);
    fitColumns();
}

void ContainerTree::setColumnWanted(int column, bool wanted)
{
    if (wanted)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    QVariantList list;
    for (const int each : std::as_const(m_unwanted))
        list << each;
    m_state->setValue(UnwantedKey, list);
    fitColumns();
}

void ContainerTree::fitColumns()
{
    // The last column that is shown takes what is left: its size is not what the user chose.
    int last = -1;
    for (int visual = 0; visual < header()->count(); ++visual) {
        const int column = header()->logicalIndex(visual);
        if (isColumnHidden(column))
            continue;
        if (last >= 0)
            m_widths[last] = header()->sectionSize(last);
        last = column;
    }
    // What matters most first; a column that finds no room takes those after it along.
    const int byWeight[]{ContainerModel::NameColumn,    ContainerModel::StateColumn,   ContainerModel::ImageColumn,
                         ContainerModel::PortsColumn,   ContainerModel::ProjectColumn, ContainerModel::ServiceColumn,
                         ContainerModel::CreatedColumn, ContainerModel::StatusColumn};
    int room = viewport()->width();
    bool full = false;
    for (const int column : byWeight) {
        const bool ofFlatList = column == ContainerModel::ProjectColumn || column == ContainerModel::ServiceColumn;
        const bool meant = isColumnWanted(column) && !(ofFlatList && m_grouped);
        const bool always = column == ContainerModel::NameColumn || column == ContainerModel::StateColumn;
        const int width = meant ? m_widths[column] : 0;
        full = full || (!always && width > room);
        const bool hidden = !meant || (full && !always);
        if (hidden != isColumnHidden(column))
            setColumnHidden(column, hidden);
        room -= width;
    }
}

QStringList ContainerTree::selectedIds() const
{
    QStringList ids;
    QSet<QString> seen;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &row : rows) {
        const QStringList found = m_filter->idsAt(row);
        for (const QString &id : found) {
            if (seen.contains(id))
                continue;
            seen.insert(id);
            ids << id;
        }
    }
    return ids;
}

bool ContainerTree::select(const QString &id)
{
    const QModelIndex index = m_filter->indexOf(id);
    if (!index.isValid())
        return false;
    expand(index.parent());
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

void ContainerTree::select(const QStringList &ids)
{
    QItemSelection selection;
    for (const QString &id : ids) {
        const QModelIndex index = m_filter->indexOf(id);
        if (index.isValid())
            selection.select(index, index);
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!selection.isEmpty())
        selectionModel()->setCurrentIndex(selection.indexes().constFirst(), QItemSelectionModel::NoUpdate);
}

QList<QDateTime> ContainerTree::shownTimes() const
{
    QList<QDateTime> times;
    if (isColumnHidden(ContainerModel::CreatedColumn) && isColumnHidden(ContainerModel::StatusColumn))
        return times;
    for (QModelIndex row = indexAt({0, 0}); row.isValid() && visualRect(row).top() < viewport()->height();
         row = indexBelow(row)) {
        if (const ContainerSummary *container = m_filter->container(row))
            times << container->created << container->since;
    }
    return times;
}

void ContainerTree::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const auto isGoing = [&](QModelIndex index) {
        for (; index.isValid(); index = index.parent()) {
            if (index.parent() == parent && index.row() >= start && index.row() <= end)
                return true;
        }
        return false;
    };
    // Qt would select the neighbour, and the next Del would remove it. Only the keyboard's place moves on.
    if (isGoing(currentIndex())) {
        QModelIndex next = model()->index(end + 1, 0, parent);
        if (!next.isValid() && start > 0)
            next = model()->index(start - 1, 0, parent);
        selectionModel()->setCurrentIndex(next.isValid() ? next : parent, QItemSelectionModel::NoUpdate);
    }
    TreeView::rowsAboutToBeRemoved(parent, start, end);
}

void ContainerTree::resizeEvent(QResizeEvent *event)
{
    TreeView::resizeEvent(event);
    fitColumns();
}

void ContainerTree::unfold(int first, int last)
{
    if (!m_grouped)
        return;
    const QSignalBlocker blocker(this);
    for (int row = first; row <= last; ++row) {
        const QModelIndex group = m_filter->index(row, 0);
        setExpanded(group, !m_folded.contains(group.data(ContainerModel::ProjectRole).toString()));
    }
}

void ContainerTree::rememberFolding(const QModelIndex &group, bool folded)
{
    const QString project = group.data(ContainerModel::ProjectRole).toString();
    if (folded)
        m_folded.insert(project);
    else
        m_folded.remove(project);
    m_state->setValue(FoldedKey, QStringList(m_folded.begin(), m_folded.end()));
}

} // namespace Gantry
