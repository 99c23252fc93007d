// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace Gantry {

/// Takes apart the engine's stream of frames: a head of 8 bytes (channel, three zeros, length big-endian), then the
/// bytes of standard output or error (POST /containers/{id}/attach, "Stream format").
class MultiplexedReader
{
public:
    struct Piece
    {
        bool error = false; ///< of standard error
        QByteArray bytes;
        bool beginsFrame = false; ///< within a line; else that is not told

        friend bool operator==(const Piece &, const Piece &) = default;
    };

    enum class Frames {
        Joined,
        Told, ///< a frame that begins within a line is a piece of its own
    };

    explicit MultiplexedReader(Frames frames = Frames::Joined)
        : m_tells(frames == Frames::Told)
    {
    }

    /// Appends what \a data holds to \a pieces; neighbours of one channel become one piece, and a frame need not be
    /// complete. False when the bytes are no such stream.
    bool feed(const QByteArray &data, QList<Piece> *pieces);

private:
    QByteArray m_head;
    qint64 m_left = 0;
    bool m_error = false;
    bool m_tells;
    bool m_begins = false; ///< nothing of the frame has come
    bool m_isWithinLine[2] = {false, false}; ///< by channel
};

} // namespace Gantry
