// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the cells of FileTreeModel say.
#include "files/filetreemodel.h"
#include "items/cellroles.h"
#include "items/humanize.h"

#include <climits>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QString ownerText(const FileEntry &entry)
{
    const QString owner = QString::fromUtf8(entry.owner);
    return entry.group.isEmpty() || entry.group == entry.owner ? owner : owner + u':' + QString::fromUtf8(entry.group);
}

QDateTime timeOf(const FileEntry &entry)
{
    return entry.modified != 0 ? QDateTime::fromSecsSinceEpoch(entry.modified) : QDateTime();
}

/// Somebody said that it is there, and no more.
bool isDescribed(const FileEntry &entry)
{
    return entry.modified != 0 || entry.permissions != 0 || !entry.owner.isEmpty();
}

} // namespace

QVariant FileTreeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FileEntry &entry = nodeOf(index)->entry;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return display(entry, column);
    case Qt::ToolTipRole:
        return toolTip(entry, column);
    case CellKindRole:
        switch (column) {
        case NameColumn:
            return int(CellKind::Text);
        case SizeColumn:
            return int(CellKind::Number);
        case ModeColumn:
            return int(CellKind::Mono);
        default:
            return int(CellKind::Text);
        }
    case UnitRole:
        return column == SizeColumn && entry.type == FileEntry::Type::File ? Humanize::size(entry.size).unit
                                                                           : QVariant();
    case ToneRole:
        return column == NameColumn ? QVariant(int(Tone::Strong)) : QVariant();
    case SymbolRole:
        return column == NameColumn ? symbol(entry) : QVariant();
    case SymbolToneRole:
        return column == NameColumn && entry.canOpen() ? QVariant(int(Tone::Accent)) : QVariant();
    case CellElisionRole:
        return column == NameColumn && !entry.isLink() ? int(CellElision::Middle) : int(CellElision::End);
    default:
        return {};
    }
}

QVariant FileTreeModel::display(const FileEntry &entry, int column) const
{
    switch (column) {
    case NameColumn:
        return entry.isLink() && !entry.linkTarget.isEmpty()
            ? entry.shownName() + u" → "_s + QString::fromUtf8(entry.linkTarget)
            : entry.shownName();
    case SizeColumn:
        return entry.type == FileEntry::Type::File ? Humanize::size(entry.size).number : QString();
    case ModeColumn:
        return isDescribed(entry) ? entry.modeText().mid(1) : QString();
    case OwnerColumn:
        return ownerText(entry);
    case ModifiedColumn:
        return Humanize::ago(timeOf(entry));
    default:
        return {};
    }
}

QString FileTreeModel::toolTip(const FileEntry &entry, int column)
{
    switch (column) {
    case SizeColumn:
        if (entry.type != FileEntry::Type::File)
            return {};
        return entry.size <= INT_MAX ? tr("%Ln byte(s)", nullptr, int(entry.size)) : Humanize::sizeText(entry.size);
    case ModeColumn:
        return isDescribed(entry)
            ? u"%1  %2"_s.arg(entry.modeText(), QString::number(entry.permissions, 8).rightJustified(4, u'0'))
            : QString();
    case OwnerColumn:
        return entry.owner.isEmpty()
            ? QString()
            : tr("User %1, group %2").arg(QString::fromUtf8(entry.owner), QString::fromUtf8(entry.group));
    case ModifiedColumn:
        return Humanize::exactTime(timeOf(entry));
    default:
        return {};
    }
}

QString FileTreeModel::symbol(const FileEntry &entry)
{
    if (entry.canOpen())
        return u"folder"_s;
    return entry.isLink() ? u"link"_s : u"file"_s;
}

QVariant FileTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == SizeColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Name");
    case SizeColumn:
        return tr("Size");
    case ModeColumn:
        return tr("Mode");
    case OwnerColumn:
        return tr("Owner");
    case ModifiedColumn:
        return tr("Modified");
    default:
        return {};
    }
}

Qt::ItemFlags FileTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (nodeOf(index)->entry.canOpen())
        flags |= Qt::ItemIsDropEnabled;
    else
        flags |= Qt::ItemNeverHasChildren;
    return flags;
}

} // namespace Gantry
