// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logmatches.h"

#include <QMutex>
#include <QThreadPool>

#include <algorithm>

namespace Gantry {

struct LogMatches::Receiver
{
    QMutex mutex;
    LogMatches *matches = nullptr; ///< null when it is gone

    void take(int generation, int number, const Found &found)
    {
        const QMutexLocker lock(&mutex);
        if (matches) {
            QMetaObject::invokeMethod(
                matches, [to = matches, generation, number, found] { to->take(generation, number, found); },
                Qt::QueuedConnection);
        }
    }
};

LogMatches::LogMatches(const LogBuffer *buffer, Count count, QObject *parent)
    : QObject(parent)
    , m_buffer(buffer)
    , m_count(count)
    , m_cancelled(std::make_shared<std::atomic_bool>(false))
    , m_receiver(std::make_shared<Receiver>())
    , m_pool(std::make_unique<QThreadPool>())
{
    m_receiver->matches = this;
    m_searchedTo = m_completeTo = buffer->firstLine();
}

LogMatches::~LogMatches()
{
    m_cancelled->store(true);
    {
        const QMutexLocker lock(&m_receiver->mutex);
        m_receiver->matches = nullptr;
    }
    m_pool->clear();
    // A thread looks at the flag between lines, and one line can take an expression long: the window does not wait.
    if (!m_pool->waitForDone(0))
        QThreadPool::globalInstance()->start([pool = m_pool.release()] { delete pool; });
}

void LogMatches::setPattern(const LogPattern &pattern)
{
    m_cancelled->store(true);
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_pool->clear();
    ++m_generation;
    m_nextBlock = m_nextTaken = m_blocks = 0;
    m_ahead.clear();
    m_pattern = pattern;
    m_compiled = pattern.compiled();
    m_compiled.optimize();
    clear();
    m_searchedTo = m_completeTo = m_buffer->firstLine();
    update();
    Q_EMIT changed();
}

QString LogMatches::problem() const
{
    return m_compiled.isValid() ? QString() : m_compiled.errorString();
}

void LogMatches::update()
{
    const qint64 first = m_buffer->firstLine();
    if (m_buffer->endLine() < m_searchedTo) { // cleared
        setPattern(m_pattern);
        return;
    }
    forgetBefore(first);
    if (m_pattern.isEmpty() || !m_compiled.isValid())
        return;
    const QList<LogBlock> blocks = m_buffer->blocksFrom(std::max(first, m_searchedTo));
    for (const LogBlock &block : blocks) {
        m_searchedTo = block.endLine();
        ++m_blocks;
        m_pool->start([receiver = m_receiver, generation = m_generation, number = m_nextBlock++, pattern = m_pattern,
                       compiled = m_compiled, countsAll = m_count == Count::All, block, cancelled = m_cancelled] {
            const LogSearch search(pattern, compiled, countsAll);
            receiver->take(generation, number, {block.firstLine(), block.endLine(), search.lines(block, *cancelled)});
        });
    }
}

void LogMatches::take(int generation, int number, const Found &found)
{
    if (generation != m_generation)
        return;
    --m_blocks;
    m_ahead.insert(number, found);
    for (; m_ahead.contains(m_nextTaken); ++m_nextTaken)
        add(m_ahead.take(m_nextTaken));
    Q_EMIT changed();
}

void LogMatches::add(const Found &found)
{
    m_completeTo = found.endLine;
    const qint64 first = m_buffer->firstLine();
    const auto isOf = [](const auto &lines, qint64 line) {
        return !lines.empty() && std::binary_search(lines.begin(), lines.end(), line);
    };
    auto several = found.inBlock.several.begin();
    for (const quint32 offset : found.inBlock.lines) {
        const bool isSeveral = several != found.inBlock.several.end() && several->line == offset;
        const quint32 times = isSeveral ? several++->times : 1;
        const qint64 line = found.firstLine + offset;
        if (line < first || isOf(m_buffer->noteLines(), line) || isOf(m_buffer->coveredLines(), line))
            continue;
        m_lines.push_back(line);
        if (times > 1)
            m_further.push_back({line, furtherBefore(m_further.cend()) + m_furtherGone + times - 1});
    }
}

void LogMatches::forgetBefore(qint64 line)
{
    m_lines.eraseBefore(line);
    for (; !m_further.empty() && m_further.front().line < line; m_further.pop_front())
        m_furtherGone = m_further.front().upTo;
}

void LogMatches::clear()
{
    m_lines.clear();
    m_further.clear();
    m_furtherGone = 0;
}

bool LogMatches::has(qint64 line) const
{
    return std::binary_search(m_lines.begin(), m_lines.end(), line);
}

qint64 LogMatches::count() const
{
    return qint64(m_lines.size()) + furtherBefore(m_further.cend());
}

qint64 LogMatches::countBefore(qint64 line) const
{
    const auto further = std::lower_bound(m_further.cbegin(), m_further.cend(), line,
                                          [](const Further &each, qint64 other) { return each.line < other; });
    return std::lower_bound(m_lines.begin(), m_lines.end(), line) - m_lines.begin() + furtherBefore(further);
}

qint64 LogMatches::furtherBefore(std::deque<Further>::const_iterator end) const
{
    return end == m_further.cbegin() ? 0 : std::prev(end)->upTo - m_furtherGone;
}

} // namespace Gantry
