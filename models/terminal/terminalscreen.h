// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/sequenceguard.h"
#include "terminal/terminalgrid.h"
#include "terminal/terminalhistory.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace Gantry {

class VtermAdapter;
class VtermModes;

/// The screen of a terminal and the lines that left it: what a program writes is fed in, and what the user types comes
/// out encoded as the program asked for. Built on the state machine of libvterm, whose own screen is too slow, and
/// which is too slow for runs of plain text: these are written without it. Nothing that a program writes reaches
/// beyond: clipboard (OSC 52) and reports of the title are left out, answers to queries go back to the program.
class TerminalScreen
{
public:
    enum class CursorShape { Block, Underline, Bar };
    /// Which movements of the mouse a program wants to know.
    enum class Mouse { None, Clicks, Drags, Moves };
    /// Bytes for the program. An answer to a query may be dropped, what the user typed may not.
    using Output = std::function<void(const QByteArray &bytes, bool isAnswer)>;

    struct Cursor
    {
        int row = 0;
        int column = 0;
        bool visible = true;
        bool blinking = false;
        CursorShape shape = CursorShape::Block;
    };

    static constexpr qint64 HistoryBytes = 32 * 1024 * 1024;
    static constexpr int MostColumns = 1000;
    static constexpr int MostRows = 500;

    TerminalScreen(int columns, int rows, Output output, qint64 historyBytes = HistoryBytes);
    ~TerminalScreen();
    Q_DISABLE_COPY_MOVE(TerminalScreen)

    /// What the program wrote; may be cut anywhere.
    void feed(const char *bytes, qsizetype size);
    void feed(const QByteArray &bytes) { feed(bytes.constData(), bytes.size()); }
    void resize(int columns, int rows);
    int columns() const { return grid().columns(); }
    int rows() const { return grid().rows(); }

    /// Lines have numbers that stay while they move up. While the alternate screen is shown there is only that.
    qint64 firstLine() const { return m_alternate ? screenLine() : m_history.first(); }
    /// The line of the screen's first row.
    qint64 screenLine() const { return m_history.end(); }
    qint64 endLine() const { return screenLine() + rows(); }
    /// Its cells up to the last one that was written; valid until the next change.
    std::span<const TerminalCell> line(qint64 number) const;
    /// Whether it goes on in the next one without a line break.
    bool isWrapped(qint64 number) const;
    /// The text of a cell; a space where nothing was written, nothing for the right half of a wide character.
    void appendText(TerminalCell cell, QString *text) const;
    /// The cells as text, without the blank end.
    QString text(std::span<const TerminalCell> cells) const;

    const Cursor &cursor() const { return m_cursor; }
    bool isAlternate() const { return m_alternate; }
    /// Foreground and background are exchanged everywhere.
    bool isReversed() const { return m_reversed; }
    Mouse mouse() const { return m_mouse; }
    /// As the program calls itself: one line of plain text, still untrusted.
    const QString &title() const { return m_title; }
    /// How often the program has rung the bell (BEL).
    quint64 bells() const { return m_bells; }

    /// A key as the program wants it; false where it means nothing to a program.
    bool sendKey(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &text);
    /// Text from an input method.
    void sendText(const QString &text);
    /// Without control characters, which could be commands, and marked as pasted where the program asked for that.
    void paste(const QString &text);
    /// \a button: 1 left, 2 middle, 3 right, 4 and 5 wheel up and down, 0 for a movement alone.
    void sendMouse(int row, int column, int button, bool pressed, Qt::KeyboardModifiers modifiers);
    /// The view has got or lost the keyboard: told to programs that asked for it.
    void sendFocus(bool focused);

private:
    friend class VtermAdapter;

    const TerminalGrid &grid() const { return m_alternate ? m_alternateGrid : m_grid; }
    TerminalGrid &grid() { return m_alternate ? m_alternateGrid : m_grid; }
    /// Where plain text was written that libvterm does not know of yet.
    struct Ahead
    {
        int row = 0;
        int column = 0;
        bool isFull = false; ///< the next character goes to the next row
        int lastRow = 0; ///< of the last character
        int lastColumn = 0;
        char32_t last = 0; ///< 0 for none
    };

    void feedGuarded(const char *bytes, qsizetype size);
    void feedPiece(const char *bytes, qsizetype size);
    void feedOther(const char *bytes, qsizetype size);
    bool canWritePlain() const;
    qsizetype writePlain(const char *bytes, qsizetype size);
    qsizetype otherSize(const char *bytes, qsizetype size, bool *isStyle);
    void catchUp();
    void repeatLast(int times);
    void bringCursorBack();
    void put(const quint32 *characters, int width, int row, int column);
    void moveCursor(int row, int column, bool visible);
    void leaveFullRow(int row, int column);
    void setAlternate(bool alternate);
    void setTitle(const char *bytes, qsizetype size, bool isFirst, bool isLast);
    int resized(int columns, int rows, int cursorRow);
    void write(const char *bytes, qsizetype size);
    TerminalCell makeCell(const quint32 *characters);

    Output m_output;
    TerminalHistory m_history;
    TerminalGrid m_grid;
    TerminalGrid m_alternateGrid;
    TerminalStyle m_pen;
    Cursor m_cursor;
    bool m_alternate = false;
    bool m_reversed = false;
    bool m_feeding = false;
    int m_fullRow
        = -1; ///< whose last cell was just written: what follows at the beginning of the next one goes on there
    bool m_hasShrunk = false; ///< so that a cursor that was saved before may lie beyond the screen
    bool m_isBeyond = false; ///< the cursor was restored there
    SequenceGuard m_guard;
    QByteArray m_cut; ///< the beginning of a character in UTF-8
    Mouse m_mouse = Mouse::None;
    quint64 m_bells = 0;
    QByteArray m_newTitle;
    QString m_title;
    std::unordered_map<std::u32string, quint32> m_clusterNumbers;
    std::vector<const std::u32string *> m_clusters;
    char32_t m_last = 0; ///< the last character that takes a cell
    int m_lastWidth = 1;
    bool m_isAhead = false;
    bool m_isCatchingUp = false;
    Ahead m_ahead;
    std::unique_ptr<VtermModes> m_modes;
    std::unique_ptr<VtermAdapter> m_vterm;
};

} // namespace Gantry
