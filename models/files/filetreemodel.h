// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "files/folderreader.h"

#include <QAbstractItemModel>
#include <QHash>

namespace Gantry {

/// The files of a container, as far as somebody looked: a folder is read when load() asks for it, and then kept.
class FileTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, ModeColumn, OwnerColumn, ModifiedColumn, ColumnCount };

    /// What is to be said of a folder beside what is in it.
    struct State
    {
        FileNode::Known known = FileNode::Known::Nothing;
        FolderReader::Route route = FolderReader::Route::Programs;
        QString problem; ///< why it is not, or not all, there
        bool isBeingRead = false;
        bool isHeld = false; ///< the reading asks whether to go on
        qint64 bytes = 0; ///< of an archive that is being read
        qint64 entries = 0;
    };

    /// \a engine is not owned and outlives this.
    explicit FileTreeModel(Engine *engine, QObject *parent = nullptr);
    ~FileTreeModel() override;

    /// Of another container nothing is known yet.
    void setHost(const FileHost &host);
    const FileHost &host() const { return m_host; }

    /// The folder "/" has an invalid index.
    const FileEntry &entry(const QModelIndex &index) const { return nodeOf(index)->entry; }
    QByteArray path(const QModelIndex &index) const { return nodeOf(index)->path(); }
    State state(const QModelIndex &folder) const;
    /// Paths of folders, anywhere, that are being read or were not read whole.
    QByteArrayList unfinished() const;
    /// Where the path is known already; false in \a found where it is not.
    QModelIndex indexOf(const QByteArray &path, bool *found) const;
    /// The same, with folders put in their places where nothing is known yet: somebody said that they are there.
    QModelIndex makeFolder(const QByteArray &path);

    /// Somebody looks into the folder: puts it in order, and reads it unless it is known or being read.
    void load(const QModelIndex &folder);
    /// Reads it again. What is known below it is still shown, but load() asks for it anew. Readings that hold, and what
    /// went wrong, are forgotten.
    void reload(const QModelIndex &folder);
    /// Reads all of it, and of what is below it, from its archive, however long that takes.
    void loadWhole(const QModelIndex &folder);
    void goOn(const QModelIndex &folder);
    /// Ends the reading with what has come.
    void stop(const QModelIndex &folder);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    /// state() of a folder changed.
    void stateChanged(const QByteArray &path);
    /// A reading ended, with what it found in its place.
    void loaded(const QByteArray &path);

private:
    struct Folder
    {
        FolderReader *reader = nullptr;
        FolderReader::Route route = FolderReader::Route::Programs;
        QString problem;
    };

    FileNode *nodeOf(const QModelIndex &index) const;
    FileNode *nodeAt(const QByteArray &path) const;
    QModelIndex indexOf(const FileNode *node) const;
    void read(FileNode *node, bool whole);
    /// What is below the folder may have changed.
    static void doubt(FileNode *folder);
    void forgetBelow(const QByteArray &path);
    /// Puts the children of one folder in order, or, without one, of all that are open.
    void reorder(FileNode *folder);
    /// The same of one, unless they are.
    void bringInOrder(FileNode *folder);
    void take(const QByteArray &path, const FolderReader::Result &result);
    void merge(FileNode *node, FileNode *fresh);
    void replace(FileNode *node, FileNode *fresh);
    void removeMissing(FileNode *node, const QHash<QByteArray, FileNode *> &wanted);
    void insertNew(FileNode *node, FileNode::List added);
    void forget();
    QVariant display(const FileEntry &entry, int column) const;
    static QString toolTip(const FileEntry &entry, int column);
    static QString symbol(const FileEntry &entry);

    Engine *m_engine;
    FileHost m_host;
    FileOrder m_order;
    std::unique_ptr<FileNode> m_root;
    QHash<QByteArray, Folder> m_folders; ///< by path, those that were asked for
};

} // namespace Gantry
