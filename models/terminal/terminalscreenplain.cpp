// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What TerminalScreen writes by itself: runs of plain text and line breaks, which are nearly all of a flood. libvterm,
// which needs ten times as long for them, is told of the result before it gets anything else that asks where the cursor
// is.
#include "terminal/terminalscreen.h"

#include "terminal/vtermadapter.h"
#include "terminal/vtermmodes.h"

#include <algorithm>

namespace Gantry {

namespace {

constexpr int tabWidth = 8;
/// Fewer bytes are not worth that libvterm has to be told of them.
constexpr qsizetype smallestRun = 16;

bool isAscii(char byte)
{
    return byte >= ' ' && byte < '\x7f';
}

/// A letter or sign of Latin that takes two bytes and one cell; 0 if there is none.
char32_t latinAt(const char *bytes, const char *end)
{
    const auto lead = quint8(*bytes);
    if (lead < 0xc2 || lead > 0xcb || end - bytes < 2 || (quint8(bytes[1]) & 0xc0) != 0x80)
        return 0;
    const char32_t character = char32_t(lead & 0x1f) << 6 | (quint8(bytes[1]) & 0x3f);
    return character > 0xa0 && character != 0xad ? character : 0;
}

/// Another character may be put over the one before it, which then must not be alone.
bool mayCombine(const char *next, const char *end)
{
    return next < end && quint8(*next) >= 0x80 && latinAt(next, end) == 0;
}

/// The end of a run of ASCII, the last letter of which is left to what follows where that may be put over it.
const char *asciiEnd(const char *begin, const char *most, const char *end)
{
    const char *last = begin;
    while (last < most && isAscii(*last))
        ++last;
    return last > begin && mayCombine(last, end) ? last - 1 : last;
}

/// Bytes of plain text and line breaks, as far as they are looked at.
qsizetype plainSize(const char *bytes, qsizetype size)
{
    const char *end = bytes + size;
    const char *enough = bytes + std::min(size, smallestRun);
    const char *next = bytes;
    while (next < enough) {
        if (*next == '\r' || *next == '\n' || *next == '\t') {
            ++next;
        } else if (latinAt(next, end) != 0 && !mayCombine(next + 2, end)) {
            next += 2;
        } else if (const char *after = asciiEnd(next, enough, end); after > next) {
            next = after;
        } else {
            break;
        }
    }
    return next - bytes;
}

} // namespace

/// Whether plain text can be written where the cursor is now. libvterm does not tell whether the last cell of a row was
/// written, so that the next character goes to the next one: the cursor is there or, for a wide one, a cell before.
bool TerminalScreen::canWritePlain() const
{
    if (!m_modes->isGround() || !m_modes->isPlain() || m_isBeyond)
        return false;
    if (m_isAhead)
        return true;
    const QPoint cursor = m_vterm->cursor();
    return cursor.y() >= 0 && cursor.y() < rows() && cursor.x() >= 0 && cursor.x() + 2 < columns();
}

void TerminalScreen::feedPiece(const char *bytes, qsizetype size)
{
    while (size > 0) {
        if (canWritePlain() && (m_isAhead || plainSize(bytes, size) >= smallestRun)) {
            const qsizetype written = writePlain(bytes, size);
            bytes += written;
            size -= written;
            if (size == 0)
                return;
        }
        bool isStyle = false;
        const qsizetype other = otherSize(bytes, size, &isStyle);
        if (!isStyle)
            catchUp();
        if (const int times = m_modes->takeRepetition(); times > 0) {
            feedOther(bytes, other - 1);
            repeatLast(times);
        } else {
            feedOther(bytes, other);
        }
        bytes += other;
        size -= other;
    }
}

/// Instead of libvterm, which would never come to an end where the last character has no width of its own.
void TerminalScreen::repeatLast(int times)
{
    m_vterm->feed("\x18", 1); // the sequence is cancelled
    if (m_last == 0)
        return;
    const int room = std::max(1, (columns() - m_vterm->cursor().x()) / m_lastWidth);
    const QByteArray all = QString::fromUcs4(&m_last, 1).repeated(std::min(times, room)).toUtf8();
    m_vterm->feed(all.constData(), all.size());
}

/// Bytes that are libvterm's: up to the next run that is worth it, a repetition, what may have restored a cursor beyond
/// the screen, or a change of the style alone, for which it need not know where the cursor is.
qsizetype TerminalScreen::otherSize(const char *bytes, qsizetype size, bool *isStyle)
{
    qsizetype end = 0;
    const auto step = [&] {
        const char byte = bytes[end++];
        if (!m_modes->isGround() || quint8(byte) < 0x20)
            m_modes->feed(byte);
    };
    if (m_modes->isGround() && *bytes == '\x1b') {
        do {
            step();
        } while (end < size && !m_modes->isGround());
        *isStyle = m_modes->isGround() && m_modes->wasStyle();
        if (*isStyle || m_hasShrunk)
            return end;
    }
    while (end < size && !m_modes->isRepetition()) {
        while (m_modes->isGround() && m_modes->isPlain() && quint8(bytes[end]) >= 0x80
               && latinAt(bytes + end, bytes + size) == 0) {
            if (++end == size)
                return end;
        }
        if (end > 0 && m_modes->isGround() && m_modes->isPlain()) {
            const qsizetype plain = plainSize(bytes + end, size - end);
            if (plain >= smallestRun)
                break;
            end += plain; // line breaks among it change nothing that is read along for
            if (end == size)
                break;
        }
        const bool wasGround = m_modes->isGround();
        step();
        if (m_hasShrunk && !wasGround && m_modes->isGround())
            break;
        // libvterm would take letters for those of the same piece's UTF-8, also where another set is chosen for them.
        if (!m_modes->isPlain() && m_modes->isGround() && quint8(bytes[end - 1]) >= 0x80 && end < size
            && isAscii(bytes[end]))
            break;
    }
    return end;
}

qsizetype TerminalScreen::writePlain(const char *bytes, qsizetype size)
{
    TerminalGrid &grid = this->grid();
    const int columns = grid.columns();
    const int bottom = grid.rows() - 1;
    if (!m_isAhead) {
        const QPoint cursor = m_vterm->cursor();
        m_ahead = {cursor.y(), cursor.x(), false, 0, 0, 0};
        m_isAhead = true;
    }
    Ahead &at = m_ahead;
    const auto feedLine = [&] {
        if (at.row == bottom)
            grid.scroll({0, bottom + 1, 0, columns}, 1, 0, m_pen);
        else
            ++at.row;
    };
    const auto moved = [&] { leaveFullRow(at.row, at.column); };
    const auto wrap = [&] {
        if (at.isFull) {
            feedLine();
            at.column = 0;
            at.isFull = false;
        }
        if (at.column == 0 && m_fullRow >= 0 && at.row > 0)
            grid.setWrapped(at.row - 1, true);
    };
    /// After \a width cells were written.
    const auto advance = [&](int width, char32_t last) {
        const int end = at.column + width;
        at.lastRow = at.row;
        at.lastColumn = end - 1;
        at.last = last;
        m_fullRow = end >= columns - 1 ? at.row : -1;
        at.isFull = end == columns;
        at.column = std::min(end, columns - 1);
    };

    const char *end = bytes + size;
    const char *next = bytes;
    while (next < end) {
        const char byte = *next;
        if (isAscii(byte)) {
            const int room = at.isFull ? columns : columns - at.column;
            const char *after = asciiEnd(next, next + std::min<qsizetype>(room, end - next), end);
            if (after == next)
                break;
            wrap();
            grid.putAscii(at.row, at.column, {next, after}, m_pen);
            advance(int(after - next), char32_t(after[-1]));
            next = after;
        } else if (byte == '\r') {
            at.column = 0;
            at.isFull = false;
            moved();
            ++next;
        } else if (byte == '\n' && !at.isFull) {
            if (at.row < bottom) {
                ++at.row;
                moved();
            } else {
                feedLine();
            }
            ++next;
        } else if (byte == '\t' && !at.isFull) {
            at.column = std::min((at.column / tabWidth + 1) * tabWidth, columns - 1);
            moved();
            ++next;
        } else if (const char32_t latin = latinAt(next, end); latin != 0 && !mayCombine(next + 2, end)) {
            wrap();
            grid.put(at.row, at.column, TerminalCell(latin, m_pen));
            advance(1, latin);
            next += 2;
        } else {
            break;
        }
    }
    m_cursor.row = at.row;
    m_cursor.column = at.column;
    return next - bytes;
}

/// libvterm gets to where the cursor is now, and what was written last, over which it may put the next character.
void TerminalScreen::catchUp()
{
    if (!std::exchange(m_isAhead, false))
        return;
    m_isCatchingUp = true;
    const Ahead &at = m_ahead;
    const bool hasLast = at.last != 0;
    if (hasLast) {
        const QByteArray last = QString::fromUcs4(&at.last, 1).toUtf8();
        m_vterm->moveTo(at.lastRow, at.lastColumn);
        m_vterm->feed(last.constData(), last.size());
    }
    const bool isThere = hasLast && at.row == at.lastRow && (at.isFull || at.column == at.lastColumn + 1);
    if (!isThere)
        m_vterm->moveTo(at.row, at.column);
    m_isCatchingUp = false;
}

} // namespace Gantry
