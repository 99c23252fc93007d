// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containerfilter.h"

#include "items/containermodel.h"
#include "items/containerwords.h"
#include "items/naturalorder.h"

namespace Gantry {

ContainerFilter::ContainerFilter(ContainerModel *model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    setRecursiveFilteringEnabled(true);
    // Before the proxy hears of it.
    const auto forget = [this] { m_verdicts.clear(); };
    connect(model, &QAbstractItemModel::dataChanged, this,
            [forget](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                // What a container uses is told of alone, each second, and no filter looks at it.
                if (!roles.contains(SparkRole))
                    forget();
            });
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, forget);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, forget);
    setSourceModel(model);
    sort(ContainerModel::NameColumn);
}

void ContainerFilter::setText(const QString &text)
{
    m_text = text;
    const ContainerQuery query = ContainerQuery::parse(text);
    if (query == m_query)
        return;
    const bool narrows = query.refines(m_query);
    const bool widens = m_query.refines(query);
    m_verdicts.removeIf([=](const auto &verdict) { return verdict.value() ? !widens : !narrows; });
    m_query = query;
    // One change of layout: single row changes would cost a signal for each run of rows that come or go.
    invalidate();
}

void ContainerFilter::setShow(Show show)
{
    if (m_show == show)
        return;
    m_show = show;
    m_verdicts.clear();
    invalidate();
}

const ContainerSummary *ContainerFilter::container(const QModelIndex &index) const
{
    return m_model->container(mapToSource(index));
}

QModelIndex ContainerFilter::indexOf(const QString &id, int column) const
{
    return mapFromSource(m_model->indexOf(id, column));
}

QStringList ContainerFilter::idsAt(const QModelIndex &index) const
{
    if (const ContainerSummary *summary = container(index))
        return {summary->id};
    QStringList ids;
    for (int row = 0; row < rowCount(index); ++row) {
        if (const ContainerSummary *summary = container(this->index(row, 0, index)))
            ids << summary->id;
    }
    return ids;
}

void ContainerFilter::sort(int column, Qt::SortOrder order)
{
    // The model's own order: nothing has to be compared.
    const bool own = column == ContainerModel::NameColumn && order == Qt::AscendingOrder;
    QSortFilterProxyModel::sort(own ? -1 : column, order);
}

bool ContainerFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = m_model->index(row, 0, parent);
    const ContainerSummary *summary = m_model->container(index);
    // Groups are accepted for their containers (recursive filtering).
    return summary && accepts(*summary, index);
}

bool ContainerFilter::accepts(const ContainerSummary &container, const QModelIndex &source) const
{
    if (!isFiltering())
        return true;
    const auto verdict = m_verdicts.constFind(&container);
    if (verdict != m_verdicts.cend())
        return *verdict;
    return *m_verdicts.insert(&container, judge(container, source));
}

bool ContainerFilter::judge(const ContainerSummary &container, const QModelIndex &source) const
{
    switch (m_show) {
    case Show::All:
        break;
    case Show::Running:
        if (container.state != ContainerState::Running)
            return false;
        break;
    case Show::Stopped:
        if (!ContainerWords::isStopped(container))
            return false;
        break;
    case Show::Problems:
        if (!ContainerWords::isProblem(container))
            return false;
        break;
    }
    return m_query.isEmpty() || m_query.matches(container, m_model->filterText(source));
}

bool ContainerFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // The model's own order is by name; the proxy turns the result round for a descending sort.
    const bool isGroup = !m_model->container(left);
    if (isGroup)
        return (left.row() < right.row()) == (sortOrder() == Qt::AscendingOrder);
    if (left.column() == ContainerModel::NameColumn)
        return left.row() < right.row();
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.userType() == QMetaType::QString) {
        const int order = compareNaturally(a.toString(), b.toString());
        return order != 0 ? order < 0 : left.row() < right.row();
    }
    const qlonglong x = a.toLongLong();
    const qlonglong y = b.toLongLong();
    return x != y ? x < y : left.row() < right.row();
}

} // namespace Gantry
