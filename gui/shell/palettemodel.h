// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/fuzzymatch.h"
#include "shell/palettesource.h"

#include <QAbstractListModel>

namespace Gantry {

/// What the palette's sources offer that matches the typed text, best first and what cannot run last; without a text in
/// the sources' order.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ShortcutRole = Qt::UserRole + 300, ReasonRole, PositionsRole };

    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<PaletteItem> &items);
    void setPattern(const QString &pattern);
    const PaletteItem &item(int row) const { return m_items.at(m_matches.at(row).index); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Match
    {
        qsizetype index = 0;
        FuzzyMatch match;
        bool byDetail = false; ///< the title alone does not answer
    };

    QList<PaletteItem> m_items;
    QList<Match> m_matches;
};

} // namespace Gantry
