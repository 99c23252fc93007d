// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/multiplexedreader.h"

#include <QtEndian>

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

constexpr qsizetype headSize = 8;

} // namespace

bool MultiplexedReader::feed(const QByteArray &data, QList<Piece> *pieces)
{
    qsizetype at = 0;
    while (at < data.size()) {
        if (m_left == 0) {
            const qsizetype missing = std::min(headSize - m_head.size(), data.size() - at);
            m_head.append(data.constData() + at, missing);
            at += missing;
            if (m_head.size() < headSize)
                return true;
            // 0 is standard input, echoed by nobody; 3 carries errors of the engine itself.
            if (quint8(m_head[0]) > 3 || m_head[1] != 0 || m_head[2] != 0 || m_head[3] != 0)
                return false;
            m_error = m_head[0] >= 2;
            m_left = qFromBigEndian<quint32>(m_head.constData() + 4);
            m_head.clear();
            m_begins = true;
            continue;
        }
        const qsizetype take = qsizetype(std::min<qint64>(m_left, data.size() - at));
        const bool begins = std::exchange(m_begins, false) && m_tells && m_isWithinLine[m_error];
        if (pieces->isEmpty() || pieces->last().error != m_error || begins) {
            pieces->append(Piece{m_error, {}, begins});
            pieces->last().bytes.reserve(data.size() - at); // mostly all of it is of one kind
        }
        pieces->last().bytes.append(data.constData() + at, take);
        at += take;
        m_isWithinLine[m_error] = data[at - 1] != '\n';
        m_left -= take;
    }
    return true;
}

} // namespace Gantry
