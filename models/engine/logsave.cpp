// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logsave.h"

#include "engine/ansitext.h"
#include "engine/logfilter.h"

#include <QDateTime>

#include <algorithm>

namespace Gantry {

/// What the log held when saving began.
struct LogSave::Lines
{
    QList<LogBuffer::Block> blocks; ///< the last one is made of the lines that have not ended
    std::vector<qint64> notes;
    std::optional<std::vector<qint64>> only;
    std::optional<Qt::TimeSpec> times;
    qint64 count = 0;
};

namespace {

constexpr qint64 nanosecondsPerMillisecond = 1'000'000;

void appendTime(QByteArray &to, qint64 time, Qt::TimeSpec spec)
{
    if (time == 0)
        return;
    QDateTime when = QDateTime::fromMSecsSinceEpoch(time / nanosecondsPerMillisecond).toUTC();
    if (spec == Qt::LocalTime) // with its offset, else the text would not tell which local time
        when = when.toOffsetFromUtc(when.toLocalTime().offsetFromUtc());
    to += when.toString(Qt::ISODateWithMs).toLatin1() + ' ';
}

LogBuffer::Block openLines(const LogBuffer &buffer, qint64 first)
{
    LogBuffer::Block block{first, buffer.endLine(), {}, {}};
    for (qint64 line = first; line < block.endLine; ++line) {
        block.lines += buffer.line(line).toByteArray() + '\n';
        block.times << buffer.time(line);
    }
    return block;
}

} // namespace

LogSave::LogSave(const LogBuffer &buffer, const Options &options, const QString &path, QObject *parent)
    : LogSave(take(buffer, options), path, parent)
{
}

LogSave::LogSave(const std::shared_ptr<const Lines> &lines, const QString &path, QObject *parent)
    : FileExport([lines](Sink *sink) { return produce(sink, *lines); }, path, lines->count, parent)
{
}

std::shared_ptr<const LogSave::Lines> LogSave::take(const LogBuffer &buffer, const Options &options)
{
    auto lines = std::make_shared<Lines>();
    lines->blocks
        = buffer.blocksFrom(buffer.firstLine(), options.times ? LogBuffer::Times::With : LogBuffer::Times::Without);
    const qint64 ended = lines->blocks.isEmpty() ? buffer.firstLine() : lines->blocks.last().endLine;
    lines->blocks << openLines(buffer, ended);
    lines->notes = buffer.noteLines();
    lines->times = options.times;
    lines->count = buffer.endLine() - buffer.firstLine();
    if (options.filter && options.filter->isActive()) {
        lines->only = options.filter->lines();
        lines->count = qint64(lines->only->size());
    }
    return lines;
}

QString LogSave::produce(Sink *sink, const Lines &lines)
{
    QByteArray &out = sink->buffer();
    qint64 written = 0;
    for (const LogBuffer::Block &block : lines.blocks) {
        qsizetype begin = 0;
        for (qint64 number = block.firstLine; number < block.endLine; ++number) {
            const qsizetype end = block.lines.indexOf('\n', begin);
            const QByteArrayView line = QByteArrayView(block.lines).sliced(begin, end - begin);
            begin = end + 1;
            if (lines.only && !std::binary_search(lines.only->begin(), lines.only->end(), number))
                continue;
            if (lines.times && !block.times.isEmpty())
                appendTime(out, block.times[number - block.firstLine], *lines.times);
            if (std::binary_search(lines.notes.begin(), lines.notes.end(), number))
                out += "--- " + line.toByteArray() + " ---";
            else if (AnsiText::isPlain(line))
                out += line;
            else
                out += AnsiText::parse(line.endsWith('\r') ? line.chopped(1) : line).text.toUtf8();
            out += '\n';
            if (!sink->goOn(++written))
                return {};
        }
    }
    return {};
}

} // namespace Gantry
