// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filetreemodel.h"

#include "items/sortedrows.h"

#include <utility>

namespace Gantry {

namespace {

std::unique_ptr<FileNode> makeRoot()
{
    auto root = std::make_unique<FileNode>();
    root->entry.type = FileEntry::Type::Folder;
    root->isOpen = true;
    return root;
}

} // namespace

FileTreeModel::FileTreeModel(Engine *engine, QObject *parent)
    : QAbstractItemModel(parent)
    , m_engine(engine)
    , m_root(makeRoot())
{
}

FileTreeModel::~FileTreeModel() = default;

void FileTreeModel::setHost(const FileHost &host)
{
    if (m_host.id != host.id)
        forget();
    m_host = host;
}

void FileTreeModel::forget()
{
    beginResetModel();
    for (const Folder &folder : std::as_const(m_folders))
        delete folder.reader;
    m_folders.clear();
    m_root = makeRoot();
    endResetModel();
}

FileNode *FileTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<FileNode *>(index.internalPointer()) : m_root.get();
}

FileNode *FileTreeModel::nodeAt(const QByteArray &path) const
{
    FileNode *node = m_root.get();
    const QList<QByteArray> parts = path.split('/');
    for (const QByteArray &part : parts) {
        if (node && !part.isEmpty())
            node = node->child(part);
    }
    return node;
}

QModelIndex FileTreeModel::indexOf(const FileNode *node) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row, 0, node);
}

QModelIndex FileTreeModel::indexOf(const QByteArray &path, bool *found) const
{
    const FileNode *node = nodeAt(path);
    *found = node != nullptr;
    return node ? indexOf(node) : QModelIndex();
}

QModelIndex FileTreeModel::makeFolder(const QByteArray &path)
{
    FileNode *node = m_root.get();
    const QList<QByteArray> parts = path.split('/');
    for (const QByteArray &part : parts) {
        if (part.isEmpty())
            continue;
        FileNode *child = node->child(part);
        if (!child) {
            FileNode::List added;
            added.push_back(std::make_unique<FileNode>());
            child = added.back().get();
            child->entry.name = part;
            child->entry.type = FileEntry::Type::Folder;
            insertNew(node, std::move(added));
            if (node->known == FileNode::Known::Nothing)
                node->known = FileNode::Known::Some;
        } else if (!child->entry.canOpen()) {
            child->entry.leadsToFolder = true;
        }
        node = child;
    }
    return indexOf(node);
}

FileTreeModel::State FileTreeModel::state(const QModelIndex &index) const
{
    const FileNode *node = nodeOf(index);
    const Folder folder = m_folders.value(node->path());
    State state;
    state.known = node->known;
    state.route = folder.route;
    state.problem = folder.problem;
    if (folder.reader) {
        state.isBeingRead = true;
        state.isHeld = folder.reader->isHeld();
        state.bytes = folder.reader->received();
        state.entries = folder.reader->entries();
    }
    return state;
}

QByteArrayList FileTreeModel::unfinished() const
{
    QByteArrayList paths;
    for (auto each = m_folders.cbegin(); each != m_folders.cend(); ++each) {
        if (each->reader || !each->problem.isEmpty())
            paths << each.key();
    }
    return paths;
}

void FileTreeModel::load(const QModelIndex &index)
{
    FileNode *node = nodeOf(index);
    const bool isRead = m_folders.contains(node->path());
    for (FileNode *open = node; open && !open->isOpen; open = open->parent)
        open->isOpen = true;
    bringInOrder(node);
    if (node->entry.canOpen()
        && (node->known == FileNode::Known::Nothing || (node->known == FileNode::Known::Some && !isRead)))
        read(node, false);
}

void FileTreeModel::reload(const QModelIndex &index)
{
    FileNode *node = nodeOf(index);
    const bool wasWhole
        = node->known == FileNode::Known::All && m_folders.value(node->path()).route == FolderReader::Route::Archive;
    doubt(node);
    forgetBelow(node->path());
    // What reads it now may have passed what is new.
    delete std::exchange(m_folders[node->path()].reader, nullptr);
    // Somebody wanted all of the container once.
    read(node, wasWhole && node == m_root.get() && !m_host.runs);
}

void FileTreeModel::doubt(FileNode *folder)
{
    for (const auto &child : folder->children) {
        if (child->known == FileNode::Known::Nothing)
            continue;
        child->known = FileNode::Known::Some;
        doubt(child.get());
    }
}

void FileTreeModel::forgetBelow(const QByteArray &path)
{
    const QByteArray prefix = pathIn(path, {});
    QByteArrayList forgotten;
    for (auto each = m_folders.begin(); each != m_folders.end();) {
        FolderReader *reader = each->reader;
        const bool isHeld = reader && reader->isHeld();
        if (isHeld && (each.key() == path || each.key().startsWith(prefix)))
            delete std::exchange(each->reader, nullptr);
        if (each->reader || each.key() == path || !each.key().startsWith(prefix)) {
            ++each;
            continue;
        }
        forgotten << each.key();
        each = m_folders.erase(each);
    }
    for (const QByteArray &each : std::as_const(forgotten))
        Q_EMIT stateChanged(each);
}

void FileTreeModel::loadWhole(const QModelIndex &index)
{
    read(nodeOf(index), true);
}

void FileTreeModel::read(FileNode *node, bool whole)
{
    const QByteArray path = node->path();
    Folder &folder = m_folders[path];
    EngineClient *client = m_engine->client();
    if (folder.reader && !whole)
        return;
    delete std::exchange(folder.reader, nullptr);
    folder.problem = client ? QString() : EngineClient::tr("The engine is not connected.");
    if (client && !m_host.id.isEmpty()) {
        auto *reader = new FolderReader(client, m_host, path, m_order, this);
        folder.reader = reader;
        reader->setWhole(whole);
        connect(reader, &FolderReader::progressed, this, [this, path] { Q_EMIT stateChanged(path); });
        connect(reader, &FolderReader::held, this, [this, path] { Q_EMIT stateChanged(path); });
        connect(reader, &FolderReader::finished, this,
                [this, path](const FolderReader::Result &result) { take(path, result); });
        reader->start();
    }
    Q_EMIT stateChanged(path);
}

void FileTreeModel::goOn(const QModelIndex &index)
{
    const QByteArray path = nodeOf(index)->path();
    if (FolderReader *reader = m_folders.value(path).reader)
        reader->goOn();
    Q_EMIT stateChanged(path);
}

void FileTreeModel::stop(const QModelIndex &index)
{
    if (FolderReader *reader = m_folders.value(nodeOf(index)->path()).reader)
        reader->stop();
}

void FileTreeModel::take(const QByteArray &path, const FolderReader::Result &result)
{
    Folder &folder = m_folders[path];
    FolderReader *reader = std::exchange(folder.reader, nullptr);
    reader->deleteLater();
    folder.problem = result.problem;
    if (FileNode *node = nodeAt(path); node && result.folder) {
        folder.route = result.route;
        merge(node, result.folder.get());
        if (const QModelIndex changed = indexOf(node); changed.isValid())
            Q_EMIT dataChanged(changed, changed); // it may have nothing in it after all
    }
    Q_EMIT stateChanged(path);
    Q_EMIT loaded(path);
}

/// What \a fresh has, \a node has afterwards; what stays keeps its place.
void FileTreeModel::merge(FileNode *node, FileNode *fresh)
{
    bringInOrder(node);
    if (fresh->order != m_order)
        fresh->sortChildren(m_order); // another one is wanted since
    QHash<QByteArray, FileNode *> wanted;
    wanted.reserve(qsizetype(fresh->children.size()));
    for (const auto &child : fresh->children)
        wanted.insert(child->entry.name, child.get());
    if (fresh->known == FileNode::Known::All)
        removeMissing(node, wanted);
    QHash<QByteArray, FileNode *> present;
    for (const auto &child : node->children)
        present.insert(child->entry.name, child.get());
    bool changed = false;
    FileNode::List added;
    for (auto &child : fresh->children) {
        FileNode *old = present.value(child->entry.name);
        if (!old) {
            added.push_back(std::move(child));
            continue;
        }
        if (old->entry != child->entry) {
            old->entry = child->entry;
            changed = true;
            Q_EMIT dataChanged(indexOf(old), createIndex(old->row, ColumnCount - 1, old));
        }
        if (child->known == FileNode::Known::All && !old->isOpen)
            replace(old, child.get());
        else if (child->known != FileNode::Known::Nothing)
            merge(old, child.get());
    }
    if (changed)
        reorder(node);
    insertNew(node, std::move(added));
    node->known = fresh->known == FileNode::Known::Nothing ? node->known : fresh->known;
}

/// The same where nobody looks: without comparing, and in whatever order \a fresh has.
void FileTreeModel::replace(FileNode *node, FileNode *fresh)
{
    if (!node->children.empty()) {
        beginRemoveRows(indexOf(node), 0, int(node->children.size()) - 1);
        node->children.clear();
        endRemoveRows();
    }
    node->known = fresh->known;
    node->order = fresh->order;
    if (fresh->children.empty())
        return;
    beginInsertRows(indexOf(node), 0, int(fresh->children.size()) - 1);
    node->children = std::move(fresh->children);
    for (const auto &child : node->children)
        child->parent = node;
    node->number();
    endInsertRows();
}

void FileTreeModel::removeMissing(FileNode *node, const QHash<QByteArray, FileNode *> &wanted)
{
    std::vector<int> gone;
    for (const auto &child : node->children) {
        const FileNode *now = wanted.value(child->entry.name);
        if (!now || now->entry.canOpen() != child->entry.canOpen())
            gone.push_back(child->row);
    }
    forRunsFromTheEnd(gone, [this, node](int first, int last) {
        beginRemoveRows(indexOf(node), first, last);
        node->children.erase(node->children.begin() + first, node->children.begin() + last + 1);
        node->number(first);
        endRemoveRows();
    });
}

void FileTreeModel::insertNew(FileNode *node, FileNode::List added)
{
    bringInOrder(node);
    for (const auto &child : added)
        child->parent = node;
    const auto less = [this](const auto &a, const auto &b) { return m_order.isBefore(a->entry, b->entry); };
    insertSorted(
        node->children, std::move(added), less,
        [this, node](int first, int last) { beginInsertRows(indexOf(node), first, last); },
        [this, node](int first, int) {
            node->number(first);
            endInsertRows();
        });
}

void FileTreeModel::sort(int column, Qt::SortOrder order)
{
    m_order = {FileOrder::By(column), order == Qt::DescendingOrder};
    reorder(nullptr);
}

void FileTreeModel::bringInOrder(FileNode *folder)
{
    if (folder->order == m_order)
        return;
    if (folder->children.size() > 1)
        reorder(folder);
    else
        folder->order = m_order;
}

void FileTreeModel::reorder(FileNode *folder)
{
    const QList<QPersistentModelIndex> parents = folder && folder != m_root.get()
        ? QList<QPersistentModelIndex>{indexOf(folder)}
        : QList<QPersistentModelIndex>();
    Q_EMIT layoutAboutToBeChanged(parents, VerticalSortHint);
    if (folder)
        folder->sortChildren(m_order);
    else
        m_root->sortOpen(m_order);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after << createIndex(nodeOf(index)->row, index.column(), nodeOf(index));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged(parents, VerticalSortHint);
}

QModelIndex FileTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    const FileNode *node = nodeOf(parent);
    if (parent.column() > 0 || row < 0 || column < 0 || column >= ColumnCount || row >= int(node->children.size()))
        return {};
    return createIndex(row, column, node->children.at(size_t(row)).get());
}

QModelIndex FileTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(nodeOf(child)->parent) : QModelIndex();
}

int FileTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeOf(parent)->children.size());
}

int FileTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool FileTreeModel::hasChildren(const QModelIndex &parent) const
{
    const FileNode *node = nodeOf(parent);
    return parent.column() <= 0 && node->entry.canOpen()
        && (node->known != FileNode::Known::All || !node->children.empty());
}

} // namespace Gantry
