// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statscsv.h"

#include <QDateTime>

#include <cmath>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QByteArray statsCsvName(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    // What a spreadsheet would take for a formula stays a name.
    if (!bytes.isEmpty() && QByteArrayView("=+-@\t\r").contains(bytes.front()))
        bytes.prepend('\'');
    if (bytes.contains(',') || bytes.contains('"') || bytes.contains('\n'))
        bytes = '"' + bytes.replace('"', "\"\"") + '"';
    return bytes;
}

QByteArray statsCsvNumber(double value, int decimals)
{
    return std::isnan(value) ? QByteArray() : QByteArray::number(value, 'f', decimals);
}

} // namespace

qint64 StatsCsv::records(const QList<Source> &sources)
{
    qint64 count = 0;
    for (const Source &source : sources)
        count += source.history.size();
    return count;
}

FileExport::Producer StatsCsv::producer(const QList<Source> &sources)
{
    return [sources](FileExport::Sink *sink) {
        sink->buffer() += "time,container,service,cpu_percent,memory_bytes,received_bytes_per_second,"
                          "sent_bytes_per_second,read_bytes_per_second,written_bytes_per_second,processes\r\n";
        qint64 number = 0;
        for (const Source &source : sources) {
            const QByteArray names = ',' + statsCsvName(source.container) + ',' + statsCsvName(source.service);
            for (int i = 0; i < source.history.size(); ++i) {
                QByteArray &line = sink->buffer();
                line += QDateTime::fromMSecsSinceEpoch(source.history.time(i), Qt::UTC)
                            .toString(Qt::ISODateWithMs)
                            .toLatin1();
                line += names;
                for (int field = 0; field < StatsHistory::FieldCount; ++field) {
                    line += ','
                        + statsCsvNumber(source.history.value(i, StatsHistory::Field(field)),
                                         field == StatsHistory::Cpu ? 2 : 0);
                }
                line += "\r\n";
                if (!sink->goOn(++number))
                    return QString();
            }
        }
        return QString();
    };
}

} // namespace Gantry
