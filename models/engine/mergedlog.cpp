// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mergedlog.h"

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

/// What is merged in a frame at most.
constexpr qint64 MergedBytes = 2 * 1024 * 1024;
/// What all logs together may be ahead of what is merged, and each at least.
constexpr qint64 MostAhead = 32 * 1024 * 1024;
constexpr qint64 LeastAhead = 1024 * 1024;
/// Who has not answered by then is not waited for.
constexpr int MostAwaitedMs = 5000;

} // namespace

MergedLog::MergedLog(QObject *parent)
    : ReadLog(parent)
{
    m_tick.setSingleShot(true);
    m_tick.setTimerType(Qt::PreciseTimer);
    m_tick.setInterval(FrameMs);
    connect(&m_tick, &QTimer::timeout, this, &MergedLog::tick);
}

MergedLog::~MergedLog() = default;

void MergedLog::open(const QList<Member> &members, const Beginning &beginning)
{
    close();
    m_buffer.clear();
    m_keys.clear();
    m_beginning = beginning;
    m_clearTime = {};
    Q_EMIT begunAnew();
    for (const Member &member : members)
        add(member, beginning);
    m_wasCatchingUp = true;
    updateState();
    m_tick.start();
    Q_EMIT linesChanged();
}

void MergedLog::join(const Member &member)
{
    add(member, {-1, m_clearTime});
    updateState();
    m_tick.start();
}

void MergedLog::add(const Member &member, const Beginning &beginning)
{
    Lane lane;
    lane.log = new ContainerLog(this);
    lane.container = member.source.container;
    lane.source = sourceOf(member.key);
    lane.opened.start();
    // It begins after all that its predecessor has written.
    for (const Lane &other : m_lanes) {
        const LogBuffer &lines = other.log->buffer();
        const qint64 last = lines.isEmpty() ? 0 : lines.time(lines.endLine() - 1);
        if (other.source == lane.source)
            lane.time = std::max({lane.time, other.time, last});
    }
    m_lanes.push_back(lane);
    connect(lane.log, &ReadLog::linesChanged, this, [this] {
        if (!m_tick.isActive())
            m_tick.start();
    });
    connect(lane.log, &ReadLog::stateChanged, this, &MergedLog::updateState);
    lane.log->open(member.source, beginning);
}

quint16 MergedLog::sourceOf(const QString &key)
{
    qsizetype index = m_keys.indexOf(key);
    if (index < 0) {
        index = m_keys.size();
        m_keys.append(key);
    }
    return quint16(index);
}

void MergedLog::leave(const QString &container)
{
    for (Lane &lane : m_lanes) {
        if (lane.container == container)
            lane.hasLeft = true;
    }
    m_tick.start();
}

void MergedLog::clear()
{
    m_buffer.clearEnded();
    for (Lane &lane : m_lanes) {
        lane.next = lane.log->buffer().endedLine();
        lane.isHeadKnown = false;
        lane.log->forgetBefore(lane.next);
    }
    m_clearTime = QDateTime::currentDateTimeUtc();
    Q_EMIT begunAnew();
    Q_EMIT linesChanged();
}

void MergedLog::close()
{
    m_tick.stop();
    m_window.invalidate();
    for (const Lane &lane : std::exchange(m_lanes, {})) {
        lane.log->disconnect(this);
        lane.log->close();
        lane.log->deleteLater();
    }
    setState(State::Closed);
}

void MergedLog::apply(const EngineEvent &event)
{
    for (const Lane &lane : m_lanes) {
        if (lane.container == event.id)
            lane.log->apply(event);
    }
}

bool MergedLog::isCatchingUp() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [](const Lane &lane) {
        return lane.log->isCatchingUp() || lane.next < lane.ripeTo; // what was written before
    });
}

bool MergedLog::hasMore() const
{
    return std::any_of(m_lanes.begin(), m_lanes.end(), [](const Lane &lane) {
        return lane.log->isCatchingUp() || lane.next < lane.log->buffer().endedLine();
    });
}

bool MergedLog::isTail() const
{
    return m_beginning.tail >= 0 && std::any_of(m_lanes.begin(), m_lanes.end(), [this](const Lane &lane) {
               return lane.merged >= m_beginning.tail && lane.log->beginning().tail >= 0;
           });
}

bool MergedLog::isAwaited(const Lane &lane)
{
    return lane.log->isCatchingUp() || (lane.log->state() == State::Opening && lane.opened.elapsed() < MostAwaitedMs);
}

qint64 MergedLog::timeOfHead(Lane *lane)
{
    if (!std::exchange(lane->isHeadKnown, true))
        lane->headTime = std::max(lane->time, lane->log->buffer().time(lane->next));
    return lane->headTime;
}

void MergedLog::ripen()
{
    for (Lane &lane : m_lanes) {
        lane.ripeTo = lane.seen;
        lane.seen = lane.log->buffer().endedLine();
    }
}

void MergedLog::tick()
{
    if (!m_window.isValid() || m_window.elapsed() >= WindowMs) {
        ripen();
        m_window.start();
    }
    const bool merged = merge();
    holdBack();
    dropLeft();
    const bool catchesUp = isCatchingUp();
    if (merged || catchesUp != m_wasCatchingUp)
        Q_EMIT linesChanged();
    m_wasCatchingUp = catchesUp;
    if (hasMore())
        m_tick.start();
}

MergedLog::Lane *MergedLog::earliest()
{
    Lane *first = nullptr;
    for (Lane &lane : m_lanes) {
        if (lane.next < lane.log->buffer().endedLine()) {
            if (!first || timeOfHead(&lane) < timeOfHead(first))
                first = &lane;
        } else if (isAwaited(lane)) {
            return nullptr;
        }
    }
    return first && first->next < first->ripeTo ? first : nullptr;
}

bool MergedLog::merge()
{
    if (m_buffer.isBehind())
        return false;
    qint64 bytes = 0;
    while (bytes < MergedBytes) {
        Lane *lane = earliest();
        if (!lane)
            break;
        bytes += lane->log->buffer().line(lane->next).size() + 1;
        mergeLine(lane);
    }
    for (const Lane &lane : m_lanes)
        lane.log->forgetBefore(lane.next);
    return bytes > 0;
}

void MergedLog::mergeLine(Lane *lane)
{
    const LogBuffer &from = lane->log->buffer();
    const LogBuffer::Kind kind = from.kind(lane->next);
    const qint64 time = from.time(lane->next);
    m_buffer.appendLine(from.rawLine(lane->next), kind, from.level(lane->next), time, lane->source,
                        from.end(lane->next));
    lane->time = std::max(lane->time, time);
    lane->merged += kind == LogBuffer::Kind::Note ? 0 : 1;
    ++lane->next;
    lane->isHeadKnown = false;
}

void MergedLog::holdBack()
{
    const qint64 most = std::max(LeastAhead, MostAhead / std::max<qint64>(1, qint64(m_lanes.size())));
    for (const Lane &lane : m_lanes)
        lane.log->setHeld(lane.log->buffer().size() > most + LogBuffer::ChunkBytes);
}

void MergedLog::dropLeft()
{
    std::erase_if(m_lanes, [](const Lane &lane) {
        const State state = lane.log->state();
        const bool isDone = lane.hasLeft && lane.next == lane.log->buffer().endedLine() && state != State::Opening
            && state != State::Following;
        if (isDone)
            lane.log->deleteLater();
        return isDone;
    });
    updateState();
}

void MergedLog::updateState()
{
    const auto count = [this](State state) {
        return std::count_if(m_lanes.begin(), m_lanes.end(),
                             [state](const Lane &lane) { return lane.log->state() == state; });
    };
    m_problem.clear();
    for (const Lane &lane : m_lanes) {
        if (lane.log->state() == State::Failed && m_problem.isEmpty())
            m_problem = lane.log->problem();
    }
    if (count(State::Opening) > 0)
        setState(State::Opening);
    else if (count(State::Following) > 0)
        setState(State::Following);
    else
        setState(count(State::Failed) > 0 ? State::Failed : State::Ended);
}

} // namespace Gantry
