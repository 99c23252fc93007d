// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/imagehistorymodel.h"

#include "items/humanize.h"
#include "items/sizecell.h"

#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

void ImageHistoryModel::setLayers(const QList<ImageLayer> &layers)
{
    // Another image's steps are others, though some have the same place.
    setRows({});
    QList<ImageHistoryRow> rows;
    for (qsizetype i = 0; i < layers.size(); ++i)
        rows.append({int(layers.size() - i), layers.at(i)});
    setRows(rows);
}

int ImageHistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImageHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ImageHistoryRow &entry = row(index.row());
    const int column = index.column();
    const bool adds = entry.layer.size > 0;
    switch (role) {
    case Qt::DisplayRole:
        if (column == NumberColumn)
            return QString::number(entry.number);
        if (column == InstructionColumn) {
            const QString instruction = entry.layer.instruction();
            return Humanize::orAbsent(instruction.isEmpty() ? entry.layer.comment : instruction);
        }
        return SizeCell::data(adds ? entry.layer.size : -1, role);
    case Qt::AccessibleTextRole:
    case UnitRole:
        return column == SizeColumn ? SizeCell::data(adds ? entry.layer.size : -1, role) : QVariant();
    case Qt::ToolTipRole:
        if (column == InstructionColumn) {
            return QStringList{entry.layer.createdBy, entry.layer.comment, Humanize::exactTime(entry.layer.created)}
                .filter(QRegularExpression(u"."_s))
                .join(u'\n');
        }
        return column == SizeColumn && !adds ? tr("It only changes settings.") : QVariant();
    case CellKindRole:
        return int(column == InstructionColumn ? CellKind::Mono : CellKind::Number);
    case CellElisionRole:
        return int(CellElision::End);
    case ToneRole:
        return adds || column == InstructionColumn ? QVariant() : QVariant(int(Tone::Faint));
    default:
        return {};
    }
}

QVariant ImageHistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return SizeCell::header(section != InstructionColumn, orientation, role);
    switch (section) {
    case NumberColumn:
        return tr("Step");
    case InstructionColumn:
        return tr("Command");
    case SizeColumn:
        return tr("Adds");
    default:
        return {};
    }
}

} // namespace Gantry
