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
    QList<LogBlock> blocks; ///< the last one is made of the lines that have not ended
    std::vector<quint16> sources; ///< of each line; empty unless they are named
    QStringList names;
    std::vector<qint64> notes;
    std::optional<LineNumbers> only;
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

LogBlock openLines(const LogBuffer &buffer, qint64 first)
{
    auto lines = std::make_shared<LogChunk>();
    for (qint64 line = first; line < buffer.endLine(); ++line)
        lines->append(buffer.line(line), {}, 0, buffer.time(line));
    return {first, lines, 0};
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
    lines->blocks = buffer.blocksFrom(buffer.firstLine());
    lines->blocks << openLines(buffer, buffer.endedLine());
    lines->names = options.names;
    if (!options.names.isEmpty())
        lines->sources = buffer.sources(buffer.firstLine(), qsizetype(buffer.endedLine() - buffer.firstLine()));
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
    const qint64 first = lines.blocks.first().firstLine();
    qsizetype width = 0;
    for (const QString &name : lines.names)
        width = std::max(width, name.size());
    for (const LogBlock &block : lines.blocks) {
        const std::shared_ptr<const LogChunk> chunk = block.chunk();
        if (!chunk)
            return tr("Older lines could not be read back from the temporary file.");
        for (qint64 number = block.firstLine(); number < block.endLine(); ++number) {
            if (lines.only && !std::binary_search(lines.only->begin(), lines.only->end(), number))
                continue;
            const qsizetype index = block.skipped() + qsizetype(number - block.firstLine());
            const QByteArrayView line = chunk->line(index);
            const auto source = size_t(number - first);
            if (source < lines.sources.size())
                out += lines.names.value(lines.sources[source]).leftJustified(width).toUtf8() + " | ";
            if (lines.times)
                appendTime(out, chunk->time(index), *lines.times);
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
