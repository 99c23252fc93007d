// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/sequenceguard.h"

#include <cstring>

namespace Gantry {

qsizetype SequenceGuard::next(const char *bytes, qsizetype size)
{
    for (qsizetype at = 0; at < size; ++at) {
        if (m_state == State::Text) {
            const void *escape = std::memchr(bytes + at, '\x1b', std::size_t(size - at));
            if (!escape)
                return size;
            at = static_cast<const char *>(escape) - bytes;
        }
        const auto byte = quint8(bytes[at]);
        if (byte == 0x1b) {
            m_state = State::Escape;
        } else if (byte == 0x18 || byte == 0x1a) {
            m_state = State::Text;
        } else if (byte < 0x20 || byte == 0x7f) {
            continue; // carried out within the sequence
        } else if (m_state == State::Escape) {
            if ((byte >= 0x20 && byte < 0x30) || byte >= 0x80)
                continue; // libvterm goes on to wait for the bracket
            m_state = byte == '[' ? State::Begun : State::Text;
            m_parameters = 1;
        } else if (byte >= '0' && byte <= ';') {
            m_state = State::Parameters;
            m_parameters += byte >= ':' ? 1 : 0;
            if (m_parameters > MostParameters)
                return at;
        } else if (m_state == State::Parameters || byte < '<' || byte > '?') {
            m_state = State::Text;
        }
    }
    return size;
}

} // namespace Gantry
