// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/fileentry.h"

#include <memory>
#include <vector>

namespace Gantry {

/// How the files of a folder are ordered: folders stand first, whatever the column.
struct FileOrder
{
    enum class By { Name, Size, Mode, Owner, Modified };

    By by = By::Name;
    bool descending = false;

    bool isBefore(const FileEntry &a, const FileEntry &b) const;
    friend bool operator==(const FileOrder &, const FileOrder &) = default;
};

/// What is known of a file or folder in a container, and of what is below it.
struct FileNode
{
    using List = std::vector<std::unique_ptr<FileNode>>;
    enum class Known { Nothing, Some, All }; ///< of what is in a folder

    FileEntry entry;
    FileNode *parent = nullptr;
    int row = 0; ///< among the parent's
    Known known = Known::Nothing;
    bool isOpen = false; ///< somebody looks, or has looked, at what is in it or below
    FileOrder order; ///< of the children
    List children;

    /// The whole path.
    QByteArray path() const;
    /// Null where there is none of that name.
    FileNode *child(const QByteArray &name) const;
    FileNode *add(const FileEntry &child);
    /// Puts the children in order, and numbers them.
    void sortChildren(const FileOrder &wanted);
    /// The same, and with those of the folders below.
    void sort(const FileOrder &wanted);
    /// The same, but only of those that are open.
    void sortOpen(const FileOrder &wanted);
    /// Numbers the children from \a first on.
    void number(int first = 0);
};

} // namespace Gantry
