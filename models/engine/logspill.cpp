// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logspill.h"

#include <utility>

namespace Gantry {

LogSpill::LogSpill(qint64 limit, qsizetype slotBytes, const QString &folder)
    : m_limit(limit)
    , m_slotBytes(slotBytes)
    , m_file(folder)
{
    m_pool.setMaxThreadCount(1);
}

LogSpill::~LogSpill()
{
    m_pool.clear();
    m_pool.waitForDone();
}

bool LogSpill::hasRoom() const
{
    return !m_free.empty() || qint64(m_generations.size() + 1) * m_slotBytes <= m_limit;
}

void LogSpill::write(int ticket, std::shared_ptr<const LogChunk> chunk)
{
    Place place;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_free.empty()) {
            place.slot = int(m_generations.size());
            m_generations.push_back(0);
        } else {
            place.slot = m_free.back();
            m_free.pop_back();
        }
        place.generation = m_generations[size_t(place.slot)];
    }
    m_pool.start([this, ticket, place, chunk = std::move(chunk)]() mutable {
        const QByteArray image = chunk->image();
        place.size = image.size();
        const bool written = m_file.write(image.constData(), image.size(), qint64(place.slot) * m_slotBytes);
        const QMutexLocker lock(&m_mutex);
        if (!written)
            m_error = m_file.error();
        m_written.append({ticket, place, !written});
    });
}

QList<LogSpill::Written> LogSpill::takeWritten()
{
    const QMutexLocker lock(&m_mutex);
    return std::exchange(m_written, {});
}

void LogSpill::wait()
{
    m_pool.waitForDone();
}

void LogSpill::release(const Place &place)
{
    const QMutexLocker lock(&m_mutex);
    ++m_generations[size_t(place.slot)];
    m_free.push_back(place.slot);
}

std::shared_ptr<const LogChunk> LogSpill::read(const Place &place) const
{
    const std::optional<QByteArray> image = m_file.read(qint64(place.slot) * m_slotBytes, place.size);
    {
        // What another chunk has taken the place of in the meantime is none.
        const QMutexLocker lock(&m_mutex);
        if (m_generations[size_t(place.slot)] != place.generation)
            return nullptr;
    }
    return image ? LogChunk::fromImage(*image) : nullptr;
}

qint64 LogSpill::size() const
{
    const QMutexLocker lock(&m_mutex);
    return qint64(m_generations.size()) * m_slotBytes;
}

QString LogSpill::error() const
{
    const QMutexLocker lock(&m_mutex);
    return m_error;
}

} // namespace Gantry
