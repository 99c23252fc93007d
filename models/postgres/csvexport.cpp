// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/csvexport.h"

#include "postgres/resultstore.h"

#include <algorithm>

namespace Gantry {

namespace {

void appendValue(QByteArray &to, QByteArrayView value, char separator, bool alone)
{
    const bool special = value.isEmpty() || (alone && value == "\\.") // which would end the data for COPY
        || std::any_of(value.begin(), value.end(),
                       [separator](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; });
    if (!special) {
        to += value;
        return;
    }
    to += '"';
    for (const char c : value) {
        if (c == '"')
            to += '"';
        to += c;
    }
    to += '"';
}

} // namespace

CsvExport::CsvExport(const std::shared_ptr<const ResultStore> &store, const QString &path, QObject *parent)
    : CsvExport(store, path, Options(), parent)
{
}

CsvExport::CsvExport(const std::shared_ptr<const ResultStore> &store, const QString &path, const Options &options,
                     QObject *parent)
    : FileExport(
        [store, options, rows = store->rowCount()](Sink *sink) { return produce(sink, *store, options, rows); }, path,
        store->rowCount(), parent)
{
}

QString CsvExport::produce(Sink *sink, const ResultStore &store, const Options &options, qint64 rows)
{
    const char separator = options.separator.toLatin1();
    const QList<ResultColumn> columns = store.columns();
    QByteArray &buffer = sink->buffer();
    if (options.headers) {
        for (qsizetype column = 0; column < columns.size(); ++column) {
            if (column > 0)
                buffer += separator;
            appendValue(buffer, columns[column].name.toUtf8(), separator, columns.size() == 1);
        }
        buffer += '\n';
    }
    for (qint64 number = 0; number < rows; ++number) {
        const ResultRow row = store.row(number);
        if (!row.isReadable())
            return tr("row %1 of the result can no longer be read.").arg(number + 1);
        for (int column = 0; column < row.columnCount(); ++column) {
            if (column > 0)
                buffer += separator;
            if (!row.isNull(column))
                appendValue(buffer, row.text(column), separator, columns.size() == 1);
        }
        buffer += '\n';
        if (!sink->goOn(number + 1))
            break;
    }
    return {};
}

} // namespace Gantry
