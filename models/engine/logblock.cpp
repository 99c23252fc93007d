// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logblock.h"

#include <utility>

namespace Gantry {

LogBlock::LogBlock(qint64 firstLine, std::shared_ptr<const LogChunk> chunk, qsizetype skipped)
    : m_firstLine(firstLine)
    , m_endLine(firstLine + chunk->lines() - skipped)
    , m_skipped(skipped)
    , m_chunk(std::move(chunk))
{
}

LogBlock::LogBlock(qint64 firstLine, std::shared_ptr<const LogSpill> spill, const LogSpill::Place &place,
                   qsizetype lines, qsizetype skipped)
    : m_firstLine(firstLine)
    , m_endLine(firstLine + lines - skipped)
    , m_skipped(skipped)
    , m_spill(std::move(spill))
    , m_place(place)
{
}

std::shared_ptr<const LogChunk> LogBlock::chunk() const
{
    return m_chunk || !m_spill ? m_chunk : m_spill->read(m_place);
}

} // namespace Gantry
