// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/gridcontent.h"

#include <QLocale>

#include <algorithm>

namespace Gantry {

namespace {

constexpr qsizetype longestCharacter = 4;

/// What is read for a text of \a maximum bytes, so that its last character is whole.
qsizetype bytesFor(qsizetype maximum)
{
    return maximum + longestCharacter;
}

/// At most \a maximum bytes that end with a whole UTF-8 character.
QByteArrayView beginning(QByteArrayView text, qsizetype maximum)
{
    if (text.size() <= maximum)
        return text;
    qsizetype length = maximum;
    while (length > 0 && maximum - length < 3 && (uchar(text[length]) & 0xC0) == 0x80)
        --length;
    return text.first(length);
}

GridCell valueOf(const ResultRow &row, int column, qsizetype maximum)
{
    GridCell cell;
    cell.isNull = row.isNull(column);
    if (!cell.isNull) {
        const QByteArrayView text = row.text(column);
        cell.size = row.size(column);
        cell.text = beginning(text, maximum).toByteArray();
    }
    return cell;
}

GridCell nameOf(const QString &name, qsizetype maximum)
{
    GridCell cell;
    cell.isName = true;
    const QByteArray text = name.toUtf8();
    cell.size = text.size();
    cell.text = beginning(text, maximum).toByteArray();
    return cell;
}

} // namespace

GridContent::GridContent(std::shared_ptr<const ResultStore> store)
    : m_store(std::move(store))
{
}

GridContent::~GridContent() = default;

PlainContent::PlainContent(std::shared_ptr<const ResultStore> store)
    : GridContent(std::move(store))
{
    const QList<ResultColumn> columns = this->store()->columns();
    for (const ResultColumn &column : columns)
        m_numeric.append(column.isNumeric());
}

int PlainContent::columnCount() const
{
    return store()->columnCount();
}

ResultColumn PlainContent::column(int column) const
{
    return store()->columns().value(column);
}

QString PlainContent::rowLabel(qint64 row) const
{
    return QString::number(row + 1);
}

QList<GridCell> PlainContent::cells(qint64 row, int first, int last, qsizetype maximum) const
{
    const ResultRow record = store()->beginnings(row, bytesFor(maximum));
    QList<GridCell> cells;
    cells.reserve(last - first + 1);
    for (int column = first; column <= last; ++column) {
        cells.append(valueOf(record, column, maximum));
        cells.last().isNumeric = m_numeric.at(column);
    }
    return cells;
}

QList<ClipboardText::Range> PlainContent::storeRanges(const CellSelection &selection) const
{
    QList<ClipboardText::Range> ranges;
    for (const CellRange &range : selection.ranges())
        ranges.append({range.top, range.bottom, range.left, range.right});
    return ranges;
}

ExpandedContent::ExpandedContent(std::shared_ptr<const ResultStore> store)
    : GridContent(std::move(store))
    , m_columns(this->store()->columns())
{
}

ResultColumn ExpandedContent::column(int column) const
{
    ResultColumn result;
    result.name = column == 0 ? tr("Column") : tr("Value");
    return result;
}

QString ExpandedContent::rowLabel(qint64 row) const
{
    const qint64 height = m_columns.size() + 1;
    return row % height == 0 ? QString::number(row / height + 1) : QString();
}

QList<GridCell> ExpandedContent::cells(qint64 row, int first, int last, qsizetype maximum) const
{
    const qint64 height = m_columns.size() + 1;
    const int field = int(row % height) - 1;
    QList<GridCell> cells;
    for (int column = first; column <= last; ++column) {
        if (field < 0) {
            const QString heading = column == 0 ? tr("Row %1").arg(QLocale().toString(row / height + 1)) : QString();
            cells.append(nameOf(heading, maximum));
        } else if (column == 0) {
            cells.append(nameOf(m_columns.at(field).name, maximum));
        } else {
            cells.append(valueOf(store()->beginnings(row / height, bytesFor(maximum)), field, maximum));
        }
    }
    return cells;
}

QList<ClipboardText::Range> ExpandedContent::storeRanges(const CellSelection &selection) const
{
    const qint64 height = m_columns.size() + 1;
    const int lastField = int(m_columns.size()) - 1;
    QList<ClipboardText::Range> ranges;
    if (m_columns.isEmpty())
        return ranges;
    for (const auto &[first, last] : selection.rowRuns()) {
        qint64 record = first / height;
        const qint64 lastRecord = last / height;
        const int fieldOfFirst = std::max(0, int(first % height) - 1);
        const int fieldOfLast = int(last % height) - 1;
        if (record == lastRecord) {
            if (fieldOfLast >= 0)
                ranges.append({record, record, fieldOfFirst, fieldOfLast});
            continue;
        }
        if (fieldOfFirst > 0)
            ranges.append({record, record, fieldOfFirst, lastField});
        const qint64 firstWhole = fieldOfFirst > 0 ? record + 1 : record;
        const qint64 lastWhole = fieldOfLast == lastField ? lastRecord : lastRecord - 1;
        if (firstWhole <= lastWhole)
            ranges.append({firstWhole, lastWhole, 0, lastField});
        if (fieldOfLast >= 0 && lastWhole < lastRecord)
            ranges.append({lastRecord, lastRecord, 0, fieldOfLast});
    }
    return ranges;
}

} // namespace Gantry
