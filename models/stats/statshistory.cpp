// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statshistory.h"

#include <algorithm>
#include <cmath>

namespace Gantry {

namespace {

constexpr qint64 TimeUnitMs = 10;
constexpr qint64 MemoryUnit = 1024;
/// The engine's second is not ours: a stream that is opened anew begins at once.
constexpr qint64 ShortestStepMs = 500;
constexpr double NotKnown = std::numeric_limits<double>::quiet_NaN();

} // namespace

void StatsHistory::append(const StatsSample &sample)
{
    if (m_records.empty())
        m_origin = sample.time;
    const qint64 since = (sample.time - m_origin) / TimeUnitMs;
    const qint64 passed = sample.time - m_last.time;
    if (since < 0 || passed < 0 || since > std::numeric_limits<quint32>::max()) {
        // The clock was set, or it is another year: there is no common axis.
        *this = {};
        append(sample);
        return;
    }
    const bool instead = !m_records.empty() && passed < ShortestStepMs;
    if (instead && std::isnan(sample.cpu))
        return;
    Record record{quint32(since),
                  float(sample.cpu),
                  quint32(qMin<qint64>(sample.memory / MemoryUnit, std::numeric_limits<quint32>::max())),
                  {rate(sample.received, m_last.received, passed), rate(sample.sent, m_last.sent, passed),
                   rate(sample.read, m_last.read, passed), rate(sample.written, m_last.written, passed)},
                  qint32(sample.processes)};
    if (instead) {
        Record &newest = m_records[std::size_t((m_first + size() - 1) % size())];
        std::copy(std::begin(newest.rates), std::end(newest.rates), std::begin(record.rates));
        record.time = newest.time;
        newest = record;
        m_last = sample;
        return;
    }
    const double cpuBefore = passed <= LongestGapMs ? m_last.cpu : NotKnown;
    m_last = sample;
    // A stream that is opened anew tells no share at first.
    if (std::isnan(m_last.cpu))
        m_last.cpu = cpuBefore;
    if (size() < Capacity) {
        m_records.push_back(record);
        return;
    }
    m_records[std::size_t(m_first)] = record;
    m_first = (m_first + 1) % Capacity;
}

float StatsHistory::rate(qint64 now, qint64 before, qint64 passed) const
{
    // A container that started again counts from 0.
    const bool follows = !m_records.empty() && passed > 0 && passed <= LongestGapMs && now >= before;
    return follows ? float(double(now - before) * 1000 / double(passed)) : std::numeric_limits<float>::quiet_NaN();
}

const StatsHistory::Record &StatsHistory::record(int index) const
{
    return m_records[std::size_t((m_first + index) % size())];
}

qint64 StatsHistory::time(int index) const
{
    return m_origin + qint64(record(index).time) * TimeUnitMs;
}

double StatsHistory::value(int index, Field field) const
{
    const Record &found = record(index);
    switch (field) {
    case Cpu:
        return double(found.cpu);
    case Memory:
        return double(found.memory) * MemoryUnit;
    case Received:
    case Sent:
    case Read:
    case Written:
        return double(found.rates[field - Received]);
    case Processes:
        return found.processes;
    case FieldCount:
        break;
    }
    return NotKnown;
}

int StatsHistory::indexAt(qint64 wanted) const
{
    int first = 0;
    int count = size();
    while (count > 0) {
        const int half = count / 2;
        if (time(first + half) < wanted) {
            first += half + 1;
            count -= half + 1;
        } else {
            count = half;
        }
    }
    return first;
}

QList<double> StatsHistory::means(Field field, qint64 from, qint64 step, int count) const
{
    QList<double> result(count, NotKnown);
    int index = qMax(0, indexAt(from - LongestGapMs));
    double held = NotKnown;
    qint64 heldSince = 0;
    for (int span = 0; span < count; ++span) {
        const qint64 begin = from + span * step;
        double sum = 0;
        int known = 0;
        for (; index < size() && time(index) < begin + step; ++index) {
            const double one = value(index, field);
            if (std::isnan(one))
                continue;
            held = one;
            heldSince = time(index);
            if (heldSince >= begin) {
                sum += one;
                ++known;
            }
        }
        if (known > 0)
            result[span] = sum / known;
        else if (!std::isnan(held) && begin - heldSince < LongestGapMs)
            result[span] = held;
    }
    return result;
}

} // namespace Gantry
