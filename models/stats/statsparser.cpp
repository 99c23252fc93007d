// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/statsparser.h"

#include "engine/logtimestamp.h"

#include <charconv>
#include <limits>

namespace Gantry {

namespace {

constexpr qint64 ShortestReadNs = 100'000'000;

/// What the answer says, before it is made into a sample.
struct RawStats
{
    struct Cpu
    {
        quint64 used = 0; ///< nanoseconds
        quint64 system = 0; ///< nanoseconds, of all cores
        quint64 cores = 0;
        quint64 listed = 0; ///< cores with a value of their own
    };

    QByteArrayView read;
    QByteArrayView before; ///< when the values of "precpu" were read
    Cpu cpu;
    Cpu lastCpu;
    bool ownPercentage = false; ///< only Podman tells one
    quint64 usage = 0;
    quint64 limit = 0;
    std::optional<quint64> inactive; ///< of cgroup 2
    std::optional<quint64> totalInactive; ///< of cgroup 1
    quint64 received = 0;
    quint64 sent = 0;
    quint64 blocksRead = 0;
    quint64 blocksWritten = 0;
    quint64 processes = 0;
    quint64 processLimit = 0;
};

/// Goes over JSON from the left to the right, once. After anything unexpected every call answers false.
class Scanner
{
public:
    explicit Scanner(QByteArrayView json)
        : m_at(json.data())
        , m_end(json.data() + json.size())
    {
    }

    /// Calls \a member with each name; it must take the value.
    template <typename Member> bool object(Member member)
    {
        if (!take('{'))
            return skip(); // null where there is nothing to tell
        if (take('}'))
            return true;
        do {
            QByteArrayView name;
            if (!string(&name) || !take(':') || !member(name))
                return false;
        } while (take(','));
        return take('}');
    }

    template <typename Element> bool array(Element element)
    {
        if (!take('['))
            return skip();
        if (take(']'))
            return true;
        do {
            if (!element())
                return false;
        } while (take(','));
        return take(']');
    }

    /// What is between the quotation marks, as it stands there.
    bool string(QByteArrayView *text)
    {
        if (!take('"'))
            return false;
        const char *begin = m_at;
        if (!skipString())
            return false;
        *text = QByteArrayView(begin, m_at - 1 - begin);
        return true;
    }

    /// Anything else than a whole number from 0 on counts as 0.
    bool number(quint64 *value)
    {
        space();
        const auto result = std::from_chars(m_at, m_end, *value);
        if (result.ec == std::errc())
            m_at = result.ptr;
        else
            *value = 0;
        return skip(); // the rest: a fraction, null
    }

    bool skip()
    {
        space();
        int depth = 0;
        for (; m_at != m_end; ++m_at) {
            switch (*m_at) {
            case '"':
                ++m_at;
                if (!skipString())
                    return false;
                --m_at;
                break;
            case '{':
            case '[':
                ++depth;
                break;
            case '}':
            case ']':
                if (depth == 0)
                    return true;
                --depth;
                break;
            case ',':
                if (depth == 0)
                    return true;
                break;
            default:
                break;
            }
        }
        return depth == 0;
    }

private:
    void space()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\r' || *m_at == '\t'))
            ++m_at;
    }

    bool take(char wanted)
    {
        space();
        if (m_at == m_end || *m_at != wanted)
            return false;
        ++m_at;
        return true;
    }

    /// From behind the first quotation mark to behind the second one.
    bool skipString()
    {
        for (; m_at != m_end; ++m_at) {
            if (*m_at == '"') {
                ++m_at;
                return true;
            }
            if (*m_at == '\\' && ++m_at == m_end)
                return false;
        }
        return false;
    }

    const char *m_at;
    const char *m_end;
};

class StatsScan
{
public:
    explicit StatsScan(QByteArrayView json)
        : m_scanner(json)
    {
    }

    bool run(RawStats *raw)
    {
        return m_scanner.object([this, raw](QByteArrayView name) {
            if (name == "read")
                return m_scanner.string(&raw->read);
            if (name == "preread")
                return m_scanner.string(&raw->before);
            if (name == "cpu_stats")
                return cpu(&raw->cpu, &raw->ownPercentage);
            if (name == "precpu_stats")
                return cpu(&raw->lastCpu, &raw->ownPercentage);
            if (name == "memory_stats")
                return memory(raw);
            if (name == "networks")
                return networks(raw);
            if (name == "blkio_stats")
                return blocks(raw);
            if (name == "pids_stats")
                return processes(raw);
            return m_scanner.skip();
        });
    }

private:
    bool cpu(RawStats::Cpu *cpu, bool *ownPercentage)
    {
        return m_scanner.object([=, this](QByteArrayView name) {
            if (name == "cpu_usage")
                return usage(cpu);
            if (name == "system_cpu_usage")
                return m_scanner.number(&cpu->system);
            if (name == "online_cpus")
                return m_scanner.number(&cpu->cores);
            if (name == "cpu")
                *ownPercentage = true;
            return m_scanner.skip();
        });
    }

    bool usage(RawStats::Cpu *cpu)
    {
        return m_scanner.object([=, this](QByteArrayView name) {
            if (name == "total_usage")
                return m_scanner.number(&cpu->used);
            if (name == "percpu_usage") {
                return m_scanner.array([=, this] {
                    ++cpu->listed;
                    return m_scanner.skip();
                });
            }
            return m_scanner.skip();
        });
    }

    bool memory(RawStats *raw)
    {
        return m_scanner.object([=, this](QByteArrayView name) {
            if (name == "usage")
                return m_scanner.number(&raw->usage);
            if (name == "limit")
                return m_scanner.number(&raw->limit);
            if (name != "stats")
                return m_scanner.skip();
            return m_scanner.object([=, this](QByteArrayView detail) {
                if (detail == "inactive_file")
                    return m_scanner.number(&raw->inactive.emplace());
                if (detail == "total_inactive_file")
                    return m_scanner.number(&raw->totalInactive.emplace());
                return m_scanner.skip();
            });
        });
    }

    bool networks(RawStats *raw)
    {
        return m_scanner.object([=, this](QByteArrayView) {
            return m_scanner.object([=, this](QByteArrayView name) {
                if (name == "rx_bytes")
                    return add(&raw->received);
                if (name == "tx_bytes")
                    return add(&raw->sent);
                return m_scanner.skip();
            });
        });
    }

    bool blocks(RawStats *raw)
    {
        return m_scanner.object([=, this](QByteArrayView name) {
            if (name != "io_service_bytes_recursive")
                return m_scanner.skip();
            return m_scanner.array([=, this] { return blockDevice(raw); });
        });
    }

    bool blockDevice(RawStats *raw)
    {
        QByteArrayView operation;
        quint64 value = 0;
        const bool whole = m_scanner.object([&](QByteArrayView name) {
            if (name == "op")
                return m_scanner.string(&operation);
            if (name == "value")
                return m_scanner.number(&value);
            return m_scanner.skip();
        });
        // "Read" of cgroup 1, "read" of cgroup 2; beside them "Sync", "Total" and others that hold the same bytes.
        const char first = operation.isEmpty() ? '\0' : operation.front();
        if (first == 'r' || first == 'R')
            raw->blocksRead += value;
        else if (first == 'w' || first == 'W')
            raw->blocksWritten += value;
        return whole;
    }

    bool processes(RawStats *raw)
    {
        return m_scanner.object([=, this](QByteArrayView name) {
            if (name == "current")
                return m_scanner.number(&raw->processes);
            if (name == "limit")
                return m_scanner.number(&raw->processLimit);
            return m_scanner.skip();
        });
    }

    bool add(quint64 *sum)
    {
        quint64 value = 0;
        const bool read = m_scanner.number(&value);
        *sum += value;
        return read;
    }

    Scanner m_scanner;
};

std::optional<qint64> statsTime(QByteArrayView time)
{
    LogTimestamp stamp;
    if (stamp.read(time.toByteArray() + ' ') <= 0)
        return {};
    return stamp.nanoseconds();
}

/// As `docker stats` (calculateCPUPercentUnix), by the time of all cores; of Podman, whose system time is not that, by
/// the time that passed.
double cpuPercentage(const RawStats &raw)
{
    if (raw.lastCpu.used == 0 && raw.lastCpu.system == 0)
        return std::numeric_limits<double>::quiet_NaN();
    const double used = double(raw.cpu.used) - double(raw.lastCpu.used);
    if (used <= 0)
        return 0;
    if (raw.ownPercentage) {
        const std::optional<qint64> now = statsTime(raw.read);
        const std::optional<qint64> before = statsTime(raw.before);
        // Podman reads the first two right after each other, which tells nothing.
        return now && before && *now - *before >= ShortestReadNs ? used / double(*now - *before) * 100
                                                                 : std::numeric_limits<double>::quiet_NaN();
    }
    const double passed = double(raw.cpu.system) - double(raw.lastCpu.system);
    const quint64 cores = raw.cpu.cores > 0 ? raw.cpu.cores : raw.cpu.listed;
    return passed > 0 ? used / passed * double(cores) * 100 : 0;
}

/// As `docker stats` (calculateMemUsageUnixNoCache).
quint64 usedMemory(const RawStats &raw)
{
    if (raw.totalInactive && *raw.totalInactive < raw.usage)
        return raw.usage - *raw.totalInactive;
    if (raw.inactive && *raw.inactive < raw.usage)
        return raw.usage - *raw.inactive;
    return raw.usage;
}

/// No limit is the largest number of one engine or the other.
qint64 limited(quint64 limit)
{
    return limit >= quint64(std::numeric_limits<qint64>::max()) ? 0 : qint64(limit);
}

} // namespace

std::optional<StatsSample> StatsParser::parse(QByteArrayView json, const StatsSample *before)
{
    RawStats raw;
    if (!StatsScan(json).run(&raw) || raw.read.isEmpty() || raw.read.startsWith("0001-"))
        return {};
    if (before && raw.lastCpu.system == 0 && !raw.ownPercentage) {
        raw.lastCpu.used = before->cpuUsed;
        raw.lastCpu.system = before->cpuPassed;
    }
    StatsSample sample;
    sample.cpuUsed = raw.cpu.used;
    sample.cpuPassed = raw.ownPercentage ? 0 : raw.cpu.system;
    sample.cpu = cpuPercentage(raw);
    sample.memory = qint64(usedMemory(raw));
    sample.memoryLimit = limited(raw.limit);
    sample.received = qint64(raw.received);
    sample.sent = qint64(raw.sent);
    sample.read = qint64(raw.blocksRead);
    sample.written = qint64(raw.blocksWritten);
    sample.processes = int(qMin<quint64>(raw.processes, std::numeric_limits<int>::max()));
    const qint64 processLimit = limited(raw.processLimit);
    sample.processLimit = processLimit <= std::numeric_limits<int>::max() ? int(processLimit) : 0;
    return sample;
}

} // namespace Gantry
