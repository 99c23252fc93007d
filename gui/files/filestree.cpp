// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filestree.h"

#include "files/filecolumns.h"
#include "files/filetreemodel.h"
#include "look/tokens.h"

#include <QDragEnterEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int FileRow = 28;

} // namespace

FilesTree::FilesTree(FileTreeModel *model, UiState *state, QWidget *parent)
    : TreeView(parent)
    , m_model(model)
{
    setObjectName(u"filesTree"_s);
    setAccessibleName(tr("Files"));
    setRowHeights(FileRow, FileRow);
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setExpandsOnDoubleClick(false);
    setDragEnabled(true);
    setAcceptDrops(true);
    setModel(model);
    setSortingEnabled(true);
    sortByColumn(FileTreeModel::NameColumn, Qt::AscendingOrder);
    m_columns = new FileColumns(this, state);
}

QModelIndexList FilesTree::selectedRows() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool FilesTree::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Backspace || key->key() == Qt::Key_F5 || key->matches(QKeySequence::Copy)
            || key->matches(QKeySequence::Paste) || (key->key() == Qt::Key_Up && key->modifiers() == Qt::AltModifier)) {
            event->accept();
            return true;
        }
    }
    return TreeView::event(event);
}

void FilesTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Backspace || (event->key() == Qt::Key_Up && event->modifiers() == Qt::AltModifier))
        Q_EMIT upRequested();
    else if (event->key() == Qt::Key_F5)
        Q_EMIT reloadRequested();
    else if (event->matches(QKeySequence::Copy))
        Q_EMIT copyPathRequested();
    else if (event->matches(QKeySequence::Paste))
        Q_EMIT pasteRequested();
    else
        TreeView::keyPressEvent(event);
}

void FilesTree::resizeEvent(QResizeEvent *event)
{
    TreeView::resizeEvent(event);
    m_columns->fit();
}

void FilesTree::startDrag(Qt::DropActions)
{
    // The files are not here yet.
    if (!selectedRows().isEmpty())
        Q_EMIT dragBegun();
}

QStringList FilesTree::localFiles(const QDropEvent &event)
{
    QStringList paths;
    const QList<QUrl> urls = event.mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

bool FilesTree::takes(const QDropEvent &event) const
{
    return event.source() != this && event.mimeData()->hasUrls() && !m_model->host().id.isEmpty();
}

QModelIndex FilesTree::folderAt(const QPoint &position) const
{
    QModelIndex index = indexAt(position).siblingAtColumn(0);
    if (index.isValid() && !m_model->entry(index).canOpen())
        index = index.parent();
    return index == rootIndex() ? QModelIndex() : index;
}

void FilesTree::setTarget(bool isTarget, const QModelIndex &folder)
{
    if (m_isTarget == isTarget && m_target == folder)
        return;
    m_isTarget = isTarget;
    m_target = folder;
    viewport()->update();
}

void FilesTree::dragEnterEvent(QDragEnterEvent *event)
{
    if (!takes(*event))
        return;
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setTarget(true, folderAt(event->position().toPoint()));
}

void FilesTree::dragMoveEvent(QDragMoveEvent *event)
{
    if (!takes(*event)) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::CopyAction);
    event->accept();
    setTarget(true, folderAt(event->position().toPoint()));
}

void FilesTree::dragLeaveEvent(QDragLeaveEvent *)
{
    setTarget(false, {});
}

void FilesTree::dropEvent(QDropEvent *event)
{
    setTarget(false, {});
    const QStringList paths = localFiles(*event);
    if (!takes(*event) || paths.isEmpty())
        return;
    const QModelIndex folder = folderAt(event->position().toPoint());
    event->setDropAction(Qt::CopyAction);
    event->accept();
    // Later: a question must not be asked while the other program waits for the end of the drop.
    QMetaObject::invokeMethod(
        this,
        [this, paths, isShown = !folder.isValid(), target = QPersistentModelIndex(folder)] {
            if (isShown || target.isValid())
                Q_EMIT filesDropped(paths, target);
        },
        Qt::QueuedConnection);
}

void FilesTree::paintEvent(QPaintEvent *event)
{
    TreeView::paintEvent(event);
    if (!m_isTarget)
        return;
    QRect target = viewport()->rect();
    if (m_target.isValid()) {
        const QRect row = visualRect(m_target);
        target.setTop(row.top());
        target.setBottom(row.bottom());
    }
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Tokens::of(palette()).accent, 1.5));
    painter.drawRoundedRect(QRectF(target).adjusted(8, 1.5, -8, -1.5), 6, 6);
}

} // namespace Gantry
