// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/containerquery.h"

#include <QHash>
#include <QSortFilterProxyModel>

namespace Gantry {

class ContainerModel;

/// Filters a ContainerModel by what the user typed and by the chip that is chosen, and sorts containers inside their
/// groups; the groups keep their order. A group is shown while one of its containers is.
class ContainerFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Show { All, Running, Stopped, Problems };
    Q_ENUM(Show)

    explicit ContainerFilter(ContainerModel *model, QObject *parent = nullptr);

    void setText(const QString &text);
    const QString &text() const { return m_text; }
    void setShow(Show show);
    Show show() const { return m_show; }
    bool isFiltering() const { return m_show != Show::All || !m_query.isEmpty(); }

    const ContainerModel *model() const { return m_model; }
    const ContainerSummary *container(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &id, int column = 0) const;
    /// Of a group the containers that are shown, else the container itself.
    QStringList idsAt(const QModelIndex &index) const;

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool accepts(const ContainerSummary &container, const QModelIndex &source) const;
    bool judge(const ContainerSummary &container, const QModelIndex &source) const;

    ContainerModel *m_model;
    QString m_text;
    ContainerQuery m_query;
    Show m_show = Show::All;
    /// What was found of the model's containers since one of them changed: the proxy asks more than once, and what a
    /// letter more or less cannot change is not looked for again.
    mutable QHash<const ContainerSummary *, bool> m_verdicts;
};

} // namespace Gantry
