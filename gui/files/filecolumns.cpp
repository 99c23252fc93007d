// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filecolumns.h"

#include "files/filetreemodel.h"
#include "look/fonts.h"

#include <QHeaderView>
#include <QTreeView>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

struct ColumnMeasure
{
    int column;
    int usual;
    int least; ///< what it usually holds can still be read
};

/// What matters most first.
constexpr ColumnMeasure FileMeasures[]{
    {FileTreeModel::NameColumn, 220, 112},    {FileTreeModel::SizeColumn, 84, 68},  {FileTreeModel::ModeColumn, 88, 82},
    {FileTreeModel::ModifiedColumn, 120, 92}, {FileTreeModel::OwnerColumn, 96, 46},
};

constexpr int TitleInset = 18;

} // namespace

FileColumns::FileColumns(QTreeView *tree, UiState *state)
    : ColumnShares(tree, tree->header(), state, u"files/header"_s, u"files/widths"_s)
    , m_tree(tree)
{
    fit();
}

int FileColumns::titleWidth(int column) const
{
    const QString title = m_tree->model()->headerData(column, Qt::Horizontal).toString();
    return m_tree->header()->fontMetrics().horizontalAdvance(title) + Fonts::scaled(TitleInset);
}

QList<ColumnShares::Share> FileColumns::wantedShares() const
{
    QList<Share> shares;
    int left = room();
    for (const ColumnMeasure &measure : FileMeasures) {
        const int width = meantWidth(measure.column, Fonts::scaled(measure.usual));
        const int title = titleWidth(measure.column);
        const int least = qMin(width, qMax(Fonts::scaled(measure.least), title));
        if (measure.column != FileTreeModel::NameColumn && least > left)
            break; // it takes those after it along
        left -= least;
        shares.append({measure.column, isMeant(measure.column) ? Share::Meant : Share::Usual, width, least, least});
    }
    return shares;
}

} // namespace Gantry
