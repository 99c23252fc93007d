// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/treeview.h"

#include <QPersistentModelIndex>

namespace Gantry {

class FileColumns;
class FileTreeModel;
class UiState;

/// The files of a container. Files can be dropped on its folders, and dragged out of it.
class FilesTree : public TreeView
{
    Q_OBJECT

public:
    FilesTree(FileTreeModel *model, UiState *state, QWidget *parent = nullptr);

    /// The rows that are selected, in their order.
    QModelIndexList selectedRows() const;

Q_SIGNALS:
    void upRequested();
    void reloadRequested();
    void copyPathRequested();
    void pasteRequested();
    /// The selection is being dragged.
    void dragBegun();
    /// Files of this machine were dropped on a folder; it is invalid where that is the folder that is shown.
    void filesDropped(const QStringList &paths, const QModelIndex &folder);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    static QStringList localFiles(const QDropEvent &event);
    bool takes(const QDropEvent &event) const;
    QModelIndex folderAt(const QPoint &position) const;
    void setTarget(bool isTarget, const QModelIndex &folder);

    FileTreeModel *m_model;
    FileColumns *m_columns;
    bool m_isTarget = false; ///< something is held over it
    QPersistentModelIndex m_target; ///< the folder below that; none for the one that is shown
};

} // namespace Gantry
