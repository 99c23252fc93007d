// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanuptree.h"

#include "cleanup/cleanupmodel.h"
#include "look/checkdelegate.h"
#include "look/fonts.h"
#include "shell/uistate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QResizeEvent>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto UnfoldedKey = "cleanup/unfolded"_L1;
constexpr int SizeWidth = 130;
constexpr int TimeWidth = 130;
constexpr int NarrowestName = 220;

} // namespace

CleanupTree::CleanupTree(CleanupModel *model, UiState *state, QWidget *parent)
    : TreeView(parent)
    , m_model(model)
{
    setObjectName(u"cleanupTree"_s);
    setAccessibleName(tr("Clean-up"));
    setCells(new CheckDelegate(this));
    setGroups(true);
    setSelectionMode(ExtendedSelection);
    setModel(model);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    const QVariantList kept
        = state->value(UnfoldedKey, QVariantList{int(CleanupKind::Containers), int(CleanupKind::UnusedImages)})
              .toList();
    for (const QVariant &row : kept)
        setExpanded(model->index(row.toInt(), 0), true);
    const auto remember = [this, state] {
        QVariantList rows;
        for (int row = 0; row < m_model->rowCount(); ++row) {
            if (isExpanded(m_model->index(row, 0)))
                rows << row;
        }
        state->setValue(UnfoldedKey, rows);
    };
    connect(this, &QTreeView::expanded, this, remember);
    connect(this, &QTreeView::collapsed, this, remember);
    setCurrentIndex(model->index(0, 0));
}

void CleanupTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        toggleSelection();
        event->accept();
        return;
    }
    TreeView::keyPressEvent(event);
}

void CleanupTree::toggleSelection()
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty() && currentIndex().isValid())
        rows << currentIndex().siblingAtColumn(0);
    rows.removeIf([](const QModelIndex &row) { return !row.flags().testFlag(Qt::ItemIsUserCheckable); });
    const bool allOn = std::all_of(rows.cbegin(), rows.cend(), [](const QModelIndex &row) {
        return row.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    });
    for (const QModelIndex &row : std::as_const(rows))
        m_model->setData(row, allOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void CleanupTree::resizeEvent(QResizeEvent *event)
{
    TreeView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fitColumns();
}

void CleanupTree::fitColumns()
{
    // Name and details share what sizes and times leave; where there is little, times go first.
    const int room = viewport()->width();
    const int size = Fonts::scaled(SizeWidth);
    const int time = room > 2 * Fonts::scaled(NarrowestName) + size ? Fonts::scaled(TimeWidth) : 0;
    const int rest = std::max(0, room - size - time);
    const int name = std::max(std::min(rest, Fonts::scaled(NarrowestName)), rest * 11 / 20);
    header()->resizeSection(CleanupModel::NameColumn, name);
    header()->resizeSection(CleanupModel::DetailColumn, rest - name);
    header()->setSectionHidden(CleanupModel::TimeColumn, time == 0);
    if (time > 0)
        header()->resizeSection(CleanupModel::TimeColumn, time);
    header()->resizeSection(CleanupModel::SizeColumn, size);
}

} // namespace Gantry
