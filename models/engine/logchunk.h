// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <memory>
#include <vector>

namespace Gantry {

/// Neighbouring lines of a log as bytes with an index.
class LogChunk
{
public:
    /// What a line costs beside its text, at most.
    static constexpr qsizetype IndexBytes = sizeof(quint32) + sizeof(qint64);
    /// Of what is kept of each line beside its end and time.
    static constexpr int TagBits = 5;

    /// Adds a line whose text comes in two pieces; \a time in nanoseconds since 1970, 0 for none.
    void append(QByteArrayView head, QByteArrayView tail, quint32 tag, qint64 time);
    /// No line follows: gives back what was reserved for more.
    void squeeze();

    qsizetype lines() const { return qsizetype(m_ends.size()); }
    /// Of all lines, each with "\n" at its end.
    const QByteArray &bytes() const { return m_bytes; }
    /// Where a line begins in bytes().
    qsizetype begin(qsizetype line) const { return line == 0 ? 0 : end(line - 1); }
    /// After its "\n".
    qsizetype end(qsizetype line) const { return qsizetype(m_ends[size_t(line)] >> TagBits); }
    QByteArrayView line(qsizetype line) const;
    quint32 tag(qsizetype line) const { return m_ends[size_t(line)] & ((1U << TagBits) - 1); }
    qint64 time(qsizetype line) const { return m_times.isEmpty() ? 0 : m_times[line]; }
    /// The first line that ends after \a place, looked for from \a line on.
    qsizetype lineAt(qsizetype place, qsizetype line) const;
    /// Bytes held.
    qint64 size() const;

    /// As one piece of bytes, and back; null where they are no image of a chunk.
    QByteArray image() const;
    static std::shared_ptr<const LogChunk> fromImage(const QByteArray &image);
    /// So many empty lines, in the place of those that cannot be read.
    static std::shared_ptr<const LogChunk> emptyLines(qsizetype lines);

private:
    QByteArray m_bytes;
    std::vector<quint32> m_ends; ///< after the "\n" of each line, shifted for its tag
    QList<qint64> m_times; ///< of each line; empty as long as none is known
};

} // namespace Gantry
