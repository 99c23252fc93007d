// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containertree.h"

#include "containers/containercolumns.h"
#include "items/containerfilter.h"
#include "items/containermodel.h"
#include "shell/uistate.h"

#include <QHeaderView>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto FoldedKey = "containers/folded"_L1;
/// To scroll by pixels Qt asks for the height of every row at each change of the list.
constexpr int MostScrolledByPixels = 2000;

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
    setSortingEnabled(true);
    sortByColumn(ContainerModel::NameColumn, Qt::AscendingOrder);
    m_columns = new ContainerColumns(this, state);
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
    connect(filter->model(), &ContainerModel::countsChanged, this, &ContainerTree::chooseScrolling);
    chooseScrolling();
    unfoldAll();
}

void ContainerTree::chooseScrolling()
{
    const ScrollMode mode = m_filter->model()->counts().all > MostScrolledByPixels ? ScrollPerItem : ScrollPerPixel;
    if (verticalScrollMode() != mode)
        setVerticalScrollMode(mode);
}

void ContainerTree::setGrouped(bool grouped)
{
    m_grouped = grouped;
    setGroups(grouped);
    m_columns->setGrouped(grouped);
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

QStringList ContainerTree::idsInView() const
{
    QStringList ids;
    for (QModelIndex row = indexAt({0, 0}); row.isValid() && visualRect(row).top() < viewport()->height();
         row = indexBelow(row)) {
        if (const ContainerSummary *container = m_filter->container(row))
            ids << container->id;
    }
    return ids;
}

QStringList ContainerTree::idsToSample() const
{
    const bool cpu = !isColumnHidden(ContainerModel::CpuColumn);
    const bool memory = !isColumnHidden(ContainerModel::MemoryColumn);
    const int sorted = header()->sortIndicatorSection();
    if ((sorted != ContainerModel::CpuColumn || !cpu) && (sorted != ContainerModel::MemoryColumn || !memory))
        return cpu || memory ? idsInView() : QStringList();
    QStringList ids;
    for (int row = 0; row < m_filter->rowCount(); ++row)
        ids << m_filter->idsAt(m_filter->index(row, 0));
    return ids;
}

QList<QDateTime> ContainerTree::shownTimes() const
{
    QList<QDateTime> times;
    if (isColumnHidden(ContainerModel::CreatedColumn) && isColumnHidden(ContainerModel::StatusColumn))
        return times;
    const QStringList ids = idsInView();
    for (const QString &id : ids) {
        if (const ContainerSummary *container = m_filter->container(m_filter->indexOf(id)))
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
    m_columns->fit();
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
