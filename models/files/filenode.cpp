// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filenode.h"

#include <algorithm>
#include <cctype>
#include <cstring>

namespace Gantry {

namespace {

/// As people sort: without regard to case, numbers by their value; what is equal so, byte by byte.
int compareNames(const QByteArray &a, const QByteArray &b)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto folded = [](char c) { return uchar(c >= 'A' && c <= 'Z' ? c + 32 : c); };
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (digit(a[i]) && digit(b[j])) {
            while (i + 1 < a.size() && a[i] == '0' && digit(a[i + 1]))
                ++i;
            while (j + 1 < b.size() && b[j] == '0' && digit(b[j + 1]))
                ++j;
            const qsizetype from = i;
            const qsizetype other = j;
            while (i < a.size() && digit(a[i]))
                ++i;
            while (j < b.size() && digit(b[j]))
                ++j;
            if (i - from != j - other)
                return i - from < j - other ? -1 : 1;
            const int difference = std::memcmp(a.constData() + from, b.constData() + other, size_t(i - from));
            if (difference != 0)
                return difference;
            continue;
        }
        if (folded(a[i]) != folded(b[j]))
            return folded(a[i]) < folded(b[j]) ? -1 : 1;
        ++i;
        ++j;
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j ? -1 : 1;
    return a < b ? -1 : a == b ? 0 : 1;
}

template <typename T> int compare(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

} // namespace

bool FileOrder::isBefore(const FileEntry &a, const FileEntry &b) const
{
    if (a.canOpen() != b.canOpen())
        return a.canOpen();
    int order = 0;
    switch (by) {
    case By::Name:
        break;
    case By::Size:
        order = compare(a.size, b.size);
        break;
    case By::Mode:
        order = compare(a.permissions, b.permissions);
        break;
    case By::Owner:
        order = compare(a.owner, b.owner);
        break;
    case By::Modified:
        order = compare(a.modified, b.modified);
        break;
    }
    if (order == 0)
        order = compareNames(a.name, b.name);
    return descending ? order > 0 : order < 0;
}

QByteArray FileNode::path() const
{
    return parent ? pathIn(parent->path(), entry.name) : QByteArray("/");
}

FileNode *FileNode::child(const QByteArray &name) const
{
    const auto found = std::find_if(children.begin(), children.end(),
                                    [&name](const auto &each) { return each->entry.name == name; });
    return found == children.end() ? nullptr : found->get();
}

FileNode *FileNode::add(const FileEntry &child)
{
    auto node = std::make_unique<FileNode>();
    node->entry = child;
    node->parent = this;
    node->row = int(children.size());
    children.push_back(std::move(node));
    return children.back().get();
}

void FileNode::sortChildren(const FileOrder &wanted)
{
    std::sort(children.begin(), children.end(),
              [&wanted](const auto &a, const auto &b) { return wanted.isBefore(a->entry, b->entry); });
    order = wanted;
    number();
}

void FileNode::sort(const FileOrder &wanted)
{
    sortChildren(wanted);
    for (const auto &each : children) {
        if (!each->children.empty())
            each->sort(wanted);
    }
}

void FileNode::sortOpen(const FileOrder &wanted)
{
    sortChildren(wanted);
    for (const auto &each : children) {
        if (each->isOpen)
            each->sortOpen(wanted);
    }
}

void FileNode::number(int first)
{
    for (auto i = size_t(first); i < children.size(); ++i)
        children[i]->row = int(i);
}

} // namespace Gantry
