// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logsearch.h"

#include "engine/ansitext.h"

#include <algorithm>
#include <cstring>

namespace Gantry {

namespace {

constexpr qsizetype ShortestNeedle = 2;
constexpr qsizetype SampledLines = 400;

bool isAscii(QByteArrayView bytes)
{
    constexpr qsizetype step = 64;
    qsizetype at = 0;
    for (; at + step <= bytes.size(); at += step) {
        uchar any = 0;
        for (qsizetype i = 0; i < step; ++i)
            any |= uchar(bytes[at + i]);
        if (any & 0x80)
            return false;
    }
    return std::all_of(bytes.begin() + at, bytes.end(), [](char c) { return uchar(c) < 0x80; });
}

/// What makes a letter of either case the small one, and nothing else another.
uchar foldingOf(char lower)
{
    return lower >= 'a' && lower <= 'z' ? 0x20 : 0;
}

const char *findFolded(const char *begin, const char *end, const QByteArray &needle)
{
    constexpr qsizetype step = 64;
    const qsizetype size = needle.size();
    const auto first = uchar(needle.front());
    const auto last = uchar(needle.back());
    const uchar foldFirst = foldingOf(needle.front());
    const uchar foldLast = foldingOf(needle.back());
    const auto isAt = [&needle, size](const char *at) {
        for (qsizetype i = 0; i < size; ++i) {
            if (char(uchar(at[i]) | foldingOf(needle[i])) != needle[i])
                return false;
        }
        return true;
    };
    const char *at = begin;
    for (; end - at >= step + size; at += step) {
        const auto *head = reinterpret_cast<const uchar *>(at);
        const auto *tail = head + size - 1;
        uchar any = 0;
        for (qsizetype i = 0; i < step; ++i)
            any |= uchar(((head[i] | foldFirst) == first) & ((tail[i] | foldLast) == last));
        for (qsizetype i = 0; any && i < step; ++i) {
            if (isAt(at + i))
                return at + i;
        }
    }
    for (; end - at >= size; ++at) {
        if (isAt(at))
            return at;
    }
    return nullptr;
}

void note(LogSearch::Found &found, qsizetype line, quint32 times)
{
    if (times == 0)
        return;
    found.lines.push_back(quint32(line));
    if (times > 1)
        found.several.push_back({quint32(line), times});
}

/// Whether something in the line is carried out (AnsiText::isPlain()), other than the end of a line as terminals have
/// it.
bool isAsItStands(QByteArrayView line)
{
    return AnsiText::isPlain(line.endsWith('\r') ? line.chopped(1) : line);
}

} // namespace

LogSearch::LogSearch(const LogPattern &pattern, const QRegularExpression &compiled, bool countsAll)
    : m_compiled(compiled)
    , m_countsAll(countsAll)
    , m_anyCase(!pattern.caseSensitive)
    , m_isWhole(!pattern.regularExpression && !pattern.wholeWord)
{
    const QList<QStringList> alternatives = pattern.needles();
    for (const QStringList &runs : alternatives) {
        QByteArrayList usable;
        for (const QString &run : runs) {
            const QByteArray needle = (m_anyCase ? run.toLower() : run).toUtf8();
            if (needle.size() < ShortestNeedle || (m_anyCase && !isAscii(needle)) || needle.contains('\n'))
                continue;
            usable << needle;
            // U+017F and U+212A are an s and a k to who does not care for case.
            m_hasFoldings |= m_anyCase && (needle.contains('s') || needle.contains('k'));
        }
        m_needles << usable;
    }
}

LogSearch::Found LogSearch::lines(const LogBlock &block, const std::atomic_bool &cancelled) const
{
    const std::shared_ptr<const LogChunk> chunk = cancelled ? nullptr : block.chunk();
    if (!chunk)
        return {};
    const QByteArrayList needles = needlesFor(*chunk, block.skipped());
    if (needles.isEmpty())
        return linesOfText(*chunk, block.skipped(), cancelled);
    Found found;
    for (const qsizetype line : candidates(*chunk, block.skipped(), needles)) {
        if (cancelled)
            break;
        const QByteArrayView bytes = chunk->line(line);
        const bool stands = m_isWhole && isAsItStands(bytes);
        note(found, line - block.skipped(), stands ? timesAsItStands(bytes, needles.first()) : timesIn(bytes));
    }
    return found;
}

QByteArrayList LogSearch::needlesFor(const LogChunk &chunk, qsizetype first) const
{
    if (m_needles.isEmpty() || first >= chunk.lines() || (m_hasFoldings && !isAscii(chunk.bytes())))
        return {};
    const qsizetype end = std::min(chunk.lines(), first + SampledLines);
    const char *sample = chunk.bytes().constData() + chunk.begin(first);
    const char *sampleEnd = chunk.bytes().constData() + chunk.end(end - 1);
    QByteArrayList chosen;
    for (const QByteArrayList &runs : m_needles) {
        qsizetype fewest = m_isWhole ? SampledLines + 1 : SampledLines / 8;
        QByteArray best;
        for (const QByteArray &run : runs) {
            qsizetype count = 0;
            for (const char *at = find(sample, sampleEnd, run); at && count < fewest;
                 at = find(at + run.size(), sampleEnd, run))
                ++count;
            if (count < fewest) {
                fewest = count;
                best = run;
            }
        }
        // Where most lines hold it, each would be looked at by itself.
        if (best.isEmpty() && !(m_isWhole && !runs.isEmpty()))
            return {};
        chosen << (best.isEmpty() ? runs.first() : best);
    }
    return chosen;
}

const char *LogSearch::find(const char *begin, const char *end, const QByteArray &needle) const
{
    if (m_anyCase)
        return findFolded(begin, end, needle);
    return static_cast<const char *>(::memmem(begin, size_t(end - begin), needle.constData(), size_t(needle.size())));
}

std::vector<qsizetype> LogSearch::candidates(const LogChunk &chunk, qsizetype first,
                                             const QByteArrayList &needles) const
{
    std::vector<qsizetype> all;
    const char *bytes = chunk.bytes().constData();
    const char *end = bytes + chunk.bytes().size();
    const qsizetype begin = chunk.begin(first);
    for (const QByteArray &needle : needles) {
        qsizetype line = first;
        for (const char *at = find(bytes + begin, end, needle); at; at = find(bytes + chunk.end(line), end, needle)) {
            line = chunk.lineAt(at - bytes, line);
            all.push_back(line);
        }
    }
    const size_t holding = all.size();
    for (const char control : {'\x1b', '\r', '\b'}) {
        qsizetype line = first;
        for (qsizetype at = chunk.bytes().indexOf(control, begin); at >= 0;) {
            line = chunk.lineAt(at, line);
            if (!isAsItStands(chunk.line(line)))
                all.push_back(line);
            at = chunk.bytes().indexOf(control, chunk.end(line));
        }
    }
    if (needles.size() > 1 || all.size() > holding) {
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }
    return all;
}

quint32 LogSearch::timesAsItStands(QByteArrayView line, const QByteArray &needle) const
{
    if (!m_countsAll)
        return 1;
    quint32 times = 0;
    for (const char *at = find(line.begin(), line.end(), needle); at; at = find(at + needle.size(), line.end(), needle))
        ++times;
    return times;
}

quint32 LogSearch::timesIn(QByteArrayView line) const
{
    const QByteArrayView shown = line.endsWith('\r') ? line.chopped(1) : line;
    return timesIn(AnsiText::isPlain(shown) ? QString::fromUtf8(shown) : AnsiText::parse(shown).text);
}

quint32 LogSearch::timesIn(const QString &line) const
{
    if (!m_countsAll)
        return m_compiled.match(line).hasMatch() ? 1 : 0;
    QRegularExpressionMatchIterator matches = m_compiled.globalMatch(line);
    const bool any = matches.hasNext();
    quint32 times = 0;
    while (matches.hasNext())
        times += matches.next().capturedLength() > 0 ? 1 : 0;
    return any ? std::max(times, 1U) : 0;
}

LogSearch::Found LogSearch::linesOfText(const LogChunk &chunk, qsizetype first, const std::atomic_bool &cancelled) const
{
    Found found;
    const QString text = AnsiText::textOf(first == 0 ? chunk.bytes() : chunk.bytes().sliced(chunk.begin(first)));
    const QStringView view(text);
    quint32 line = 0;
    qsizetype lineBegin = 0;
    qsizetype from = 0;
    // Without a look at the whole text for each match: it is well formed.
    const auto options = QRegularExpression::DontCheckSubjectStringMatchOption;
    while (from < text.size() && !cancelled) {
        const QRegularExpressionMatch match = m_compiled.match(text, from, QRegularExpression::NormalMatch, options);
        if (!match.hasMatch())
            break;
        const qsizetype start = match.capturedStart();
        for (qsizetype end = view.indexOf(u'\n', lineBegin); end >= 0 && end < start;
             end = view.indexOf(u'\n', lineBegin)) {
            lineBegin = end + 1;
            ++line;
        }
        if (lineBegin >= text.size())
            break;
        const qsizetype lineEnd = view.indexOf(u'\n', lineBegin);
        // What an expression finds across the end of a line counts only if it finds something in the line alone.
        const bool occurs = match.capturedLength() > 0 && match.capturedEnd() <= lineEnd;
        note(found, line, occurs && !m_countsAll ? 1 : timesIn(text.mid(lineBegin, lineEnd - lineBegin)));
        from = lineBegin = lineEnd + 1;
        ++line;
    }
    return found;
}

} // namespace Gantry
