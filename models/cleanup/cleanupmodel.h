// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupforecast.h"
#include "cleanup/cleanupvictims.h"
#include "items/cellroles.h"

#include <QAbstractItemModel>

#include <array>

namespace Gantry {

/// What can go, by kind, each with a check box. The kinds are always there, and so are their rows; what is below them
/// changes by exact inserts and removals.
class CleanupModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, DetailColumn, TimeColumn, SizeColumn, ColumnCount };

    explicit CleanupModel(QObject *parent = nullptr);

    /// What was measured. The first time, what can be lost without harm is chosen.
    void setFacts(const CleanupFacts &facts);
    void setFilter(const PruneFilter &filter);
    const CleanupFacts &facts() const { return m_facts; }
    const PruneFilter &filter() const { return m_filter; }
    /// Whether anything was measured yet.
    bool isKnown() const { return m_facts.measured.isValid(); }

    const CleanupChoice &chosen() const { return m_chosen; }
    /// Those of one kind that are chosen, in their order.
    QList<CleanupVictim> chosenVictims(CleanupKind kind) const;
    int chosenCount() const;
    int count() const;
    /// Of what is chosen together; of all of a kind, after what is chosen of the others; of everything together.
    CleanupForecast chosenForecast() const;
    CleanupForecast forecastOf(CleanupKind kind) const;
    CleanupForecast forecastOfAll() const;

    static QString titleOf(CleanupKind kind);
    /// What is lost with them.
    static QString lossOf(CleanupKind kind);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// What is chosen, or what it frees, changed.
    void choiceChanged();

private:
    struct Group
    {
        QList<CleanupVictim> victims;
        QSet<QString> keys;
    };

    void refresh();
    /// What all of each kind frees, which depends on what else is chosen.
    void foretell();
    void setVictims(int row, const QList<CleanupVictim> &victims);
    void insertVictims(int row, const QList<CleanupVictim> &victims);
    void choose(CleanupKind kind, const QSet<QString> &keys);
    Qt::CheckState stateOf(CleanupKind kind) const;
    QVariant groupData(CleanupKind kind, int column, int role) const;
    QVariant victimData(CleanupKind kind, const CleanupVictim &victim, int column, int role) const;
    const Group &group(CleanupKind kind) const { return m_groups[std::size_t(kind)]; }
    CleanupVictims victims() const;

    CleanupFacts m_facts;
    PruneFilter m_filter;
    std::array<Group, cleanupKindCount> m_groups;
    CleanupChoice m_chosen;
    QList<CleanupForecast> m_forecasts; ///< by kind: forecastOf()
};

} // namespace Gantry
