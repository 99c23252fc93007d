// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Gantry {

class ResultStore;

/// Text of results for the clipboard.
namespace ClipboardText {

/// Bytes; more of them freeze the programs that would take them.
constexpr qint64 Largest = 128 * 1024 * 1024;

/// A rectangle of cells, last row and column included.
struct Range
{
    qint64 firstRow = 0;
    qint64 lastRow = 0;
    int firstColumn = 0;
    int lastColumn = 0;
};

/// Tab-separated, a row a line, without a newline at the end: what spreadsheets take. A value with a tab or newline, or
/// with a quote at its beginning, is quoted; NULL is nothing; a single cell is its bare text. Several ranges follow
/// each other.
QString cells(const ResultStore &store, const QList<Range> &ranges);
/// The same under a line with the names of the columns.
QString withHeaders(const ResultStore &store, const QList<Range> &ranges);
/// Whole rows.
QString rows(const ResultStore &store, qint64 first, qint64 last);

} // namespace ClipboardText

} // namespace Gantry
