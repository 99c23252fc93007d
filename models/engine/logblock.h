// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logchunk.h"
#include "engine/logspill.h"

namespace Gantry {

/// Neighbouring lines of a LogBuffer that have ended, as they are held: for any thread, and valid also when the buffer
/// has changed.
class LogBlock
{
public:
    LogBlock() = default;
    /// The lines of \a chunk from its \a skipped first on.
    LogBlock(qint64 firstLine, std::shared_ptr<const LogChunk> chunk, qsizetype skipped);
    /// The same of a chunk with \a lines that lies in a file.
    LogBlock(qint64 firstLine, std::shared_ptr<const LogSpill> spill, const LogSpill::Place &place, qsizetype lines,
             qsizetype skipped);

    qint64 firstLine() const { return m_firstLine; }
    /// The number after the last line.
    qint64 endLine() const { return m_endLine; }
    /// Where firstLine() stands in chunk().
    qsizetype skipped() const { return m_skipped; }
    /// May have to be read from the file; null where its lines were dropped meanwhile, or cannot be read.
    std::shared_ptr<const LogChunk> chunk() const;

private:
    qint64 m_firstLine = 0;
    qint64 m_endLine = 0;
    qsizetype m_skipped = 0;
    std::shared_ptr<const LogChunk> m_chunk;
    std::shared_ptr<const LogSpill> m_spill;
    LogSpill::Place m_place;
};

} // namespace Gantry
