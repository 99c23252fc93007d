// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalscreen.h"

#include "terminal/vtermadapter.h"
#include "terminal/vtermmodes.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

/// A base character and what is put over and under it.
constexpr std::size_t mostInCluster = 8;
/// Different ones; more show their base character alone, so that a flood of them cannot fill the memory.
constexpr std::size_t mostClusters = 64 * 1024;
constexpr qsizetype longestTitle = 1024;
/// libvterm keeps the characters of one piece on the stack.
constexpr qsizetype pieceSize = 4096;

int columnsWithin(int columns)
{
    return std::clamp(columns, 2, TerminalScreen::MostColumns);
}

int rowsWithin(int rows)
{
    return std::clamp(rows, 1, TerminalScreen::MostRows);
}

/// Without the beginning of a character in UTF-8 at the end.
qsizetype completeSize(const char *bytes, qsizetype size)
{
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, size); ++back) {
        const auto byte = quint8(bytes[size - back]);
        if ((byte & 0xc0) == 0x80)
            continue;
        const int length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return length > back && byte < 0xf8 ? size - back : size;
    }
    return size;
}

/// The length of the character in UTF-8 that begins there; 0 where there is none, or one of the second set of control
/// characters, of which libvterm takes the width to be -1.
qsizetype characterSize(const char *bytes, const char *end)
{
    const auto byte = [&](qsizetype index) { return bytes + index < end ? quint8(bytes[index]) : quint8(0); };
    const auto follows = [&](qsizetype index) { return (byte(index) & 0xc0) == 0x80; };
    const quint8 lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xc2 && lead < 0xe0)
        return follows(1) && (lead > 0xc2 || byte(1) >= 0xa0) ? 2 : 0;
    if (lead >= 0xe0 && lead < 0xf0) {
        const bool isInRange = (lead != 0xe0 || byte(1) >= 0xa0) && (lead != 0xed || byte(1) < 0xa0);
        return isInRange && follows(1) && follows(2) ? 3 : 0;
    }
    if (lead >= 0xf0 && lead < 0xf5) {
        const bool isInRange = (lead != 0xf0 || byte(1) >= 0x90) && (lead != 0xf4 || byte(1) < 0x90);
        return isInRange && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

bool isValid(const char *bytes, qsizetype size)
{
    const char *end = bytes + size;
    while (bytes < end) {
        const qsizetype length = characterSize(bytes, end);
        if (length == 0)
            return false;
        bytes += length;
    }
    return true;
}

/// libvterm keeps what it could not decode for later, so that it would depend on how the bytes were cut.
QByteArray madeValid(const char *bytes, qsizetype size)
{
    QByteArray valid;
    const char *end = bytes + size;
    while (bytes < end) {
        if (const qsizetype length = characterSize(bytes, end); length > 0) {
            valid.append(bytes, length);
            bytes += length;
            continue;
        }
        valid += "\xef\xbf\xbd";
        const auto lead = quint8(*bytes++);
        for (int more = lead >= 0xf0 ? 3
                 : lead >= 0xe0      ? 2
                 : lead >= 0xc0      ? 1
                                     : 0;
             more > 0 && bytes < end && (quint8(*bytes) & 0xc0) == 0x80; --more)
            ++bytes;
    }
    return valid;
}

bool isControl(QChar character)
{
    const ushort code = character.unicode();
    return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

} // namespace

TerminalScreen::TerminalScreen(int columns, int rows, Output output, qint64 historyBytes)
    : m_output(std::move(output))
    , m_history(historyBytes)
    , m_grid(columnsWithin(columns), rowsWithin(rows), &m_history)
    , m_alternateGrid(columnsWithin(columns), rowsWithin(rows), nullptr)
    , m_modes(std::make_unique<VtermModes>(m_grid.rows()))
    , m_vterm(std::make_unique<VtermAdapter>(this, columnsWithin(columns), rowsWithin(rows)))
{
}

TerminalScreen::~TerminalScreen() = default;

void TerminalScreen::feed(const char *bytes, qsizetype size)
{
    const QScopedValueRollback guard(m_feeding, true);
    // libvterm 0.1.4 takes a character that is cut between two pieces for two invalid ones.
    while (!m_cut.isEmpty() && size > 0) {
        m_cut += *bytes++;
        --size;
        if (const qsizetype complete = completeSize(m_cut.constData(), m_cut.size()); complete > 0) {
            const QByteArray whole = m_cut.first(complete);
            m_cut.remove(0, complete);
            feedGuarded(whole.constData(), whole.size());
        }
    }
    while (size > 0) {
        const qsizetype piece = completeSize(bytes, std::min(pieceSize, size));
        if (piece == 0) {
            m_cut = QByteArray(bytes, size);
            return;
        }
        feedGuarded(bytes, piece);
        bytes += piece;
        size -= piece;
    }
    if (m_isAhead)
        return;
    // It is not told of all movements.
    const QPoint cursor = m_vterm->cursor();
    moveCursor(cursor.y(), cursor.x(), m_cursor.visible);
    if (m_isBeyond)
        bringCursorBack();
}

void TerminalScreen::feedGuarded(const char *bytes, qsizetype size)
{
    while (size > 0) {
        const qsizetype before = m_guard.next(bytes, size);
        feedPiece(bytes, before);
        const qsizetype taken = std::min(size, before + 1);
        bytes += taken;
        size -= taken;
    }
}

void TerminalScreen::feedOther(const char *bytes, qsizetype size)
{
    if (isValid(bytes, size)) {
        m_vterm->feed(bytes, size);
    } else {
        const QByteArray valid = madeValid(bytes, size);
        m_vterm->feed(valid.constData(), valid.size());
    }
    if (m_isBeyond)
        bringCursorBack();
}

/// libvterm restores a cursor to where it was saved, also when the screen has become smaller meanwhile: it is brought
/// back before anything is written there.
void TerminalScreen::bringCursorBack()
{
    m_isBeyond = false;
    m_vterm->moveTo(m_cursor.row, m_cursor.column);
}

void TerminalScreen::resize(int columns, int rows)
{
    columns = columnsWithin(columns);
    rows = rowsWithin(rows);
    if (columns == this->columns() && rows == this->rows())
        return;
    catchUp();
    m_hasShrunk = m_hasShrunk || columns < this->columns() || rows < this->rows();
    m_vterm->resize(columns, rows);
    m_modes->setRows(rows);
    for (const char byte : VtermAdapter::beforeResize)
        m_modes->feed(byte);
}

/// Called back by resize(); answers by how many rows the cursor moves.
int TerminalScreen::resized(int columns, int rows, int cursorRow)
{
    m_fullRow = -1;
    int moved = 0;
    if (m_alternate) {
        m_grid.resize(columns, rows, std::max(0, m_grid.usedRows() - 1), false);
        moved = m_alternateGrid.resize(columns, rows, cursorRow, false);
    } else {
        m_alternateGrid.resize(columns, rows, 0, false);
        moved = m_grid.resize(columns, rows, cursorRow, true);
    }
    return std::clamp(cursorRow + moved, 0, rows - 1) - cursorRow;
}

std::span<const TerminalCell> TerminalScreen::line(qint64 number) const
{
    if (number < firstLine() || number >= endLine())
        return {};
    return number < screenLine() ? m_history.line(number) : grid().row(int(number - screenLine()));
}

bool TerminalScreen::isWrapped(qint64 number) const
{
    if (number < firstLine() || number >= endLine())
        return false;
    return number < screenLine() ? m_history.isWrapped(number) : grid().isWrapped(int(number - screenLine()));
}

void TerminalScreen::appendText(TerminalCell cell, QString *text) const
{
    if (cell.isRightHalf())
        return;
    if (cell.isCluster()) {
        const std::u32string &cluster = *m_clusters[cell.character()];
        text->append(QString::fromUcs4(cluster.data(), qsizetype(cluster.size())));
        return;
    }
    const char32_t character = cell.character();
    if (character == 0)
        text->append(u' ');
    else if (QChar::requiresSurrogates(character))
        text->append(QChar(QChar::highSurrogate(character))).append(QChar(QChar::lowSurrogate(character)));
    else
        text->append(QChar(char16_t(character)));
}

QString TerminalScreen::text(std::span<const TerminalCell> cells) const
{
    QString text;
    text.reserve(qsizetype(cells.size()));
    for (const TerminalCell cell : cells)
        appendText(cell, &text);
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == u' ')
        --end;
    text.truncate(end);
    return text;
}

TerminalCell TerminalScreen::makeCell(const quint32 *characters)
{
    const char32_t first = characters[0] <= QChar::LastValidCodePoint ? characters[0] : U'\uFFFD';
    if (characters[1] == 0)
        return TerminalCell(first, m_pen);
    std::u32string cluster(1, first);
    for (const quint32 *next = characters + 1; *next != 0 && cluster.size() < mostInCluster; ++next)
        cluster.push_back(*next);
    const auto known = m_clusterNumbers.find(cluster);
    if (known != m_clusterNumbers.end())
        return TerminalCell::ofCluster(known->second, m_pen);
    if (m_clusters.size() >= mostClusters)
        return TerminalCell(first, m_pen);
    const auto number = quint32(m_clusters.size());
    const auto inserted = m_clusterNumbers.emplace(std::move(cluster), number).first;
    m_clusters.push_back(&inserted->first);
    return TerminalCell::ofCluster(number, m_pen);
}

void TerminalScreen::put(const quint32 *characters, int width, int row, int column)
{
    if (width > 0 && characters[0] <= QChar::LastValidCodePoint) {
        m_last = characters[0];
        m_lastWidth = width;
    }
    if (m_isCatchingUp)
        return;
    TerminalCell cell = makeCell(characters);
    TerminalGrid &grid = this->grid();
    const int end = column + width;
    if (width == 2 && end <= grid.columns())
        cell.setWide();
    if (column == 0 && m_fullRow >= 0 && row > 0)
        grid.setWrapped(row - 1, true);
    grid.put(row, column, cell);
    // A wide character that found no room leaves the last cell empty.
    m_fullRow = end >= grid.columns() - 1 ? row : -1;
}

void TerminalScreen::moveCursor(int row, int column, bool visible)
{
    if (m_isCatchingUp)
        return;
    m_isBeyond = row >= rows() || column >= columns();
    m_cursor.row = std::clamp(row, 0, rows() - 1);
    m_cursor.column = std::clamp(column, 0, columns() - 1);
    m_cursor.visible = visible;
    leaveFullRow(row, column);
}

/// The cursor stays on the last character of a full row, which may be a wide one.
void TerminalScreen::leaveFullRow(int row, int column)
{
    if (row != m_fullRow || column < std::max(1, columns() - 2))
        m_fullRow = -1;
}

void TerminalScreen::setAlternate(bool alternate)
{
    if (m_alternate == alternate)
        return;
    m_alternate = alternate;
    m_fullRow = -1;
}

void TerminalScreen::setTitle(const char *bytes, qsizetype size, bool isFirst, bool isLast)
{
    if (isFirst)
        m_newTitle.clear();
    m_newTitle.append(bytes, std::min(size, longestTitle - std::min(longestTitle, m_newTitle.size())));
    if (!isLast)
        return;
    m_title = QString::fromUtf8(m_newTitle);
    m_title.removeIf([](QChar character) { return isControl(character); });
    m_title = m_title.simplified();
    m_newTitle.clear();
}

void TerminalScreen::write(const char *bytes, qsizetype size)
{
    if (m_output && size > 0)
        m_output(QByteArray(bytes, size), m_feeding);
}

void TerminalScreen::sendText(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    write(bytes.constData(), bytes.size());
}

bool TerminalScreen::sendKey(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    QByteArray bytes;
    switch (key) {
    case Qt::Key_Backspace:
        bytes = control ? "\b" : "\x7f";
        break;
    case Qt::Key_Escape:
        bytes = "\x1b";
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        bytes = "\r";
        break;
    case Qt::Key_Tab:
        bytes = "\t";
        break;
    case Qt::Key_Backtab:
        bytes = "\x1b[Z";
        break;
    default:
        if (m_vterm->sendKey(key, modifiers))
            return true;
        if (control && key >= Qt::Key_A && key <= Qt::Key_Z)
            bytes = QByteArray(1, char(key & 0x1f));
        else if (control && key >= Qt::Key_BracketLeft && key <= Qt::Key_Underscore)
            bytes = QByteArray(1, char(key & 0x1f));
        else if (control && (key == Qt::Key_Space || key == Qt::Key_At || key == Qt::Key_2))
            bytes = QByteArray(1, '\0');
        else if (control && key == Qt::Key_Slash)
            bytes = QByteArray(1, '\x1f');
        else
            bytes = text.toUtf8();
    }
    if (bytes.isEmpty())
        return false;
    if (modifiers.testFlag(Qt::AltModifier))
        bytes.prepend('\x1b');
    write(bytes.constData(), bytes.size());
    return true;
}

void TerminalScreen::paste(const QString &text)
{
    QString clean = text;
    clean.replace(QStringLiteral("\r\n"), QStringLiteral("\r"));
    clean.replace(u'\n', u'\r');
    clean.removeIf([](QChar character) { return isControl(character) && character != u'\r' && character != u'\t'; });
    if (clean.isEmpty())
        return;
    m_vterm->beginPaste();
    sendText(clean);
    m_vterm->endPaste();
}

void TerminalScreen::sendMouse(int row, int column, int button, bool pressed, Qt::KeyboardModifiers modifiers)
{
    if (m_mouse == Mouse::None)
        return;
    m_vterm->sendMouse(std::clamp(row, 0, rows() - 1), std::clamp(column, 0, columns() - 1), button, pressed,
                       modifiers);
}

void TerminalScreen::sendFocus(bool focused)
{
    m_vterm->sendFocus(focused);
}

} // namespace Gantry
