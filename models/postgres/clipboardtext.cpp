// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/clipboardtext.h"

#include "postgres/resultstore.h"

namespace Gantry {

namespace {

void appendValue(QString &to, const QString &value)
{
    const bool quote
        = value.startsWith(u'"') || value.contains(u'\t') || value.contains(u'\n') || value.contains(u'\r');
    if (!quote) {
        to += value;
        return;
    }
    QString doubled = value;
    doubled.replace(u'"', QStringLiteral("\"\""));
    to += u'"' + doubled + u'"';
}

void appendRows(QString &to, const ResultStore &store, const ClipboardText::Range &range)
{
    for (qint64 i = range.firstRow; i <= range.lastRow; ++i) {
        const ResultRow row = store.row(i);
        if (i > range.firstRow)
            to += u'\n';
        for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
            if (column > range.firstColumn)
                to += u'\t';
            appendValue(to, QString::fromUtf8(row.text(column)));
        }
    }
}

void appendHeaders(QString &to, const QList<ResultColumn> &columns, const ClipboardText::Range &range)
{
    for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
        if (column > range.firstColumn)
            to += u'\t';
        appendValue(to, columns[column].name);
    }
    to += u'\n';
}

QString join(const ResultStore &store, const QList<ClipboardText::Range> &ranges, bool headers)
{
    const QList<ResultColumn> columns = store.columns();
    QString result;
    for (qsizetype i = 0; i < ranges.size(); ++i) {
        if (i > 0)
            result += u'\n';
        if (headers)
            appendHeaders(result, columns, ranges[i]);
        appendRows(result, store, ranges[i]);
    }
    return result;
}

bool isOneCell(const QList<ClipboardText::Range> &ranges)
{
    return ranges.size() == 1 && ranges[0].firstRow == ranges[0].lastRow
        && ranges[0].firstColumn == ranges[0].lastColumn;
}

} // namespace

QString ClipboardText::cells(const ResultStore &store, const QList<Range> &ranges)
{
    if (isOneCell(ranges))
        return QString::fromUtf8(store.cell(ranges[0].firstRow, ranges[0].firstColumn).text);
    return join(store, ranges, false);
}

QString ClipboardText::withHeaders(const ResultStore &store, const QList<Range> &ranges)
{
    return join(store, ranges, true);
}

QString ClipboardText::rows(const ResultStore &store, qint64 first, qint64 last)
{
    return join(store, {{first, last, 0, store.columnCount() - 1}}, false);
}

} // namespace Gantry
