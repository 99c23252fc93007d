// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/archivelisting.h"

#include "files/tarreader.h"

#include <QByteArrayList>
#include <QHash>

#include <climits>

namespace Gantry {

namespace {

/// Puts entries into their place, whose folders come before them.
class Planter
{
public:
    explicit Planter(FileNode *root) { m_folders.insert({}, root); }

    void plant(const QByteArray &path, FileEntry entry)
    {
        if (path.size() > PATH_MAX)
            return; // which also bounds how deep it goes
        const qsizetype slash = path.lastIndexOf('/');
        FileNode *parent = m_folders.value(slash < 0 ? QByteArray() : path.left(slash));
        entry.name = path.mid(slash + 1);
        if (!parent || (slash >= 0 && m_count >= ArchiveListing::mostNodes)) {
            if (parent)
                parent->known = FileNode::Known::Some;
            return;
        }
        // Owners are few and the same again and again.
        entry.owner = *m_owners.insert(entry.owner, entry.owner);
        entry.group = *m_owners.insert(entry.group, entry.group);
        FileNode *node = parent->add(entry);
        ++m_count;
        if (entry.isFolder()) {
            node->known = FileNode::Known::All;
            m_folders.insert(path, node);
            m_last = node;
        }
    }

    /// The reading was stopped somewhere in the folder that came last: of it and those around it more may follow.
    void leaveOpen()
    {
        for (FileNode *open = m_last; open; open = open->parent)
            open->known = open->children.empty() ? FileNode::Known::Nothing : FileNode::Known::Some;
    }

    /// Finds out which links lead to a folder, as far as it is among these.
    void followLinks(FileNode *folder, const QByteArray &path) const
    {
        for (const auto &child : folder->children) {
            if (child->entry.isLink() && !child->entry.linkTarget.startsWith('/'))
                child->entry.leadsToFolder = isFolder(path + '/' + child->entry.linkTarget);
            followLinks(child.get(), path.isEmpty() ? child->entry.name : path + '/' + child->entry.name);
        }
    }

private:
    bool isFolder(const QByteArray &path) const
    {
        QByteArrayList parts;
        const QByteArrayList given = path.split('/');
        for (const QByteArray &part : given) {
            if (part == ".." && parts.isEmpty())
                return false; // outside of what is known
            if (part == "..")
                parts.removeLast();
            else if (isPlainName(part))
                parts << part;
        }
        return m_folders.contains(parts.join('/'));
    }

    QHash<QByteArray, FileNode *> m_folders;
    QHash<QByteArray, QByteArray> m_owners;
    FileNode *m_last = nullptr;
    qint64 m_count = 0;
};

} // namespace

ArchiveListing::Result ArchiveListing::read(ArchiveFeed::Pipe *pipe, const FileOrder &order, Progress *progress)
{
    Result result;
    result.folder = std::make_shared<FileNode>();
    result.folder->known = FileNode::Known::All;
    Planter planter(result.folder.get());
    TarReader reader(pipe);
    while (archive_entry *entry = progress->stopped ? nullptr : reader.next()) {
        const std::optional<QByteArray> path = TarReader::pathOf(entry);
        if (path && !path->isEmpty())
            planter.plant(*path, TarReader::describe(entry));
        ++progress->entries;
    }
    result.problem = progress->stopped ? QString() : reader.problem();
    if (progress->stopped || !result.problem.isEmpty()) {
        planter.leaveOpen();
        result.folder->known = FileNode::Known::Some;
    }
    planter.followLinks(result.folder.get(), {});
    result.folder->sort(order);
    return result;
}

} // namespace Gantry
