// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logsave.h"

#include "engine/logfilter.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace Gantry {

/// What the log held when saving began.
struct LogSave::Lines
{
    QList<LogBlock> blocks; ///< the last one is made of the lines that have not ended
    std::vector<quint16> sources; ///< of each line; empty where they make no difference
    QStringList names;
    LineNumbers cut;
    LineNumbers missing; ///< those whose end is missing
    std::optional<LineNumbers> only;
    std::optional<Qt::TimeSpec> times;
    qint64 endedLine = 0;
    qint64 count = 0;
};

namespace {

constexpr qint64 savedSecond = 1'000'000'000;
constexpr int fractionDigits = 9;

void appendTime(QByteArray &to, qint64 time, Qt::TimeSpec spec)
{
    if (time == 0)
        return;
    qint64 fraction = time % savedSecond;
    if (fraction < 0)
        fraction += savedSecond;
    const QDateTime when = QDateTime::fromSecsSinceEpoch((time - fraction) / savedSecond).toUTC();
    // With its offset, else the text would not tell which local time.
    const int offset = spec == Qt::LocalTime ? when.toLocalTime().offsetFromUtc() : 0;
    const QByteArray text = when.toOffsetFromUtc(offset).toString(Qt::ISODate).toLatin1();
    constexpr qsizetype clock = 19; // characters of the date and the time without its zone
    to += text.first(clock) + '.' + QByteArray::number(fraction).rightJustified(fractionDigits, '0')
        + text.sliced(clock) + ' ';
}

/// Numbers in order that are asked for in order.
class Passed
{
public:
    explicit Passed(const LineNumbers &lines)
        : m_next(lines.begin())
        , m_end(lines.end())
    {
    }
    bool has(qint64 line)
    {
        m_next = m_next != m_end && *m_next < line ? std::lower_bound(m_next, m_end, line) : m_next;
        return m_next != m_end && *m_next == line;
    }

private:
    LineNumbers::const_iterator m_next;
    LineNumbers::const_iterator m_end;
};

/// What was written last.
struct Written
{
    qint64 number = -1;
    quint16 source = 0;
    LogBuffer::Kind kind = LogBuffer::Kind::Output;
    LogBuffer::End end = LogBuffer::End::Newline;

    bool isContinuedBy(const Written &next) const
    {
        return end == LogBuffer::End::Cut && next.number == number + 1 && next.source == source && next.kind == kind;
    }
};

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
    lines->blocks << buffer.openBlock();
    lines->names = options.names;
    if (!options.names.isEmpty() || !buffer.cutLines().empty())
        lines->sources = buffer.sources(buffer.firstLine(), qsizetype(buffer.endedLine() - buffer.firstLine()));
    lines->cut = buffer.cutLines();
    lines->missing = buffer.endlessLines();
    lines->times = options.times;
    lines->endedLine = buffer.endedLine();
    lines->count = buffer.lines();
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
    // Where nothing is put between them, lines without an end stand beside what follows them, as in the log itself.
    const bool isBare = !lines.only && !lines.times && lines.names.isEmpty();
    const LineNumbers none;
    Passed only(lines.only ? *lines.only : none);
    Passed cut(lines.cut);
    Passed missing(lines.missing);
    Written last;
    for (const LogBlock &block : lines.blocks) {
        const std::shared_ptr<const LogChunk> chunk = block.chunk();
        if (!chunk)
            return tr("Older lines could not be read back from the temporary file.");
        for (qint64 number = block.firstLine(); number < block.endLine(); ++number) {
            const qsizetype index = block.skipped() + qsizetype(number - block.firstLine());
            Written line{number, 0, LogBuffer::kindOf(*chunk, index), LogBuffer::End::Newline};
            if (lines.only ? !only.has(number) : line.kind == LogBuffer::Kind::Note)
                continue;
            if (cut.has(number))
                line.end = LogBuffer::End::Cut;
            else if (number >= lines.endedLine || missing.has(number))
                line.end = LogBuffer::End::Missing;
            const auto place = size_t(number - first);
            if (place < lines.sources.size())
                line.source = lines.sources[place];
            const bool goesOn = last.isContinuedBy(line);
            if (!isBare && !goesOn) {
                if (last.end != LogBuffer::End::Newline)
                    out += '\n';
                if (!lines.names.isEmpty())
                    out += lines.names.value(line.source).leftJustified(width).toUtf8() + " | ";
                if (lines.times)
                    appendTime(out, chunk->time(index), *lines.times);
            }
            const QByteArrayView text = chunk->line(index);
            if (line.kind == LogBuffer::Kind::Note)
                out += "--- " + text.toByteArray() + " ---";
            else
                out += text;
            if (line.end == LogBuffer::End::Newline)
                out += '\n';
            last = line;
            written += line.end == LogBuffer::End::Cut ? 0 : 1;
            if (!sink->goOn(written))
                return {};
        }
    }
    return {};
}

} // namespace Gantry
