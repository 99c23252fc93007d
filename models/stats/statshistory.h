// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "stats/statssample.h"

#include <QList>

#include <vector>

namespace Gantry {

/// The last hour of a container, a sample a second at most: a ring of 32 bytes a sample, which grows as it fills.
class StatsHistory
{
public:
    enum Field {
        Cpu, ///< per cent of one core
        Memory, ///< bytes
        Received, ///< bytes a second, as the next three
        Sent,
        Read,
        Written,
        Processes,
        FieldCount,
    };

    static constexpr int Capacity = 3600;
    /// Between two samples that follow each other (Podman 4.3 tells one in five seconds); beyond, nothing is known of
    /// the time between.
    static constexpr qint64 LongestGapMs = 12'000;

    /// In the order of time; one that comes within half a second after another takes its place.
    void append(const StatsSample &sample);
    int size() const { return int(m_records.size()); }
    bool isEmpty() const { return m_records.empty(); }
    /// The newest one, with the CPU's share of the one before where it has none; not of an empty history.
    const StatsSample &last() const { return m_last; }

    /// Milliseconds since 1970; of 0 for the oldest one.
    qint64 time(int index) const;
    /// NaN where it is not known.
    double value(int index, Field field) const;
    /// The first one that is not before \a time; size() if there is none.
    int indexAt(qint64 time) const;
    /// Means of \a count spans of \a step milliseconds, from \a from on; what came last holds until the next sample
    /// unless that is too far away. NaN where nothing is known.
    QList<double> means(Field field, qint64 from, qint64 step, int count) const;

private:
    struct Record
    {
        quint32 time; ///< since m_origin, in hundredths of a second: more than a year
        float cpu;
        quint32 memory; ///< in KiB
        float rates[4];
        qint32 processes;
    };

    const Record &record(int index) const;
    float rate(qint64 now, qint64 before, qint64 passed) const;

    std::vector<Record> m_records;
    int m_first = 0; ///< the oldest one, once the ring is full
    qint64 m_origin = 0;
    StatsSample m_last;
};

} // namespace Gantry
