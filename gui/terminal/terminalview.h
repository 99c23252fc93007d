// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/terminalpalette.h"
#include "terminal/terminaltext.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>

#include <optional>

namespace Gantry {

class MarkedScrollBar;
class TerminalScreen;
class TerminalSearch;
class TerminalSession;

/// Shows a TerminalSession and gives it the keyboard: all keys but those with Ctrl+Shift, which are the program's
/// around it, and Ctrl+Tab, which leaves it. Selects and copies text, searches, opens links, zooms.
class TerminalView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    /// The session outlives the view, or ends its showing.
    explicit TerminalView(TerminalSession *session, QWidget *parent = nullptr);

    TerminalSession *session() const { return m_session; }
    TerminalSearch *search() const { return m_search; }
    /// Columns and rows that there is room for.
    QSize gridSize() const;
    /// Selects the next match, or the one before; false if there is none.
    bool find(bool forward);
    /// Of the match that is selected, from 1; 0 if none is.
    int currentMatch() const;

    /// What can be seen now, a row a line.
    QStringList visibleLines() const;
    /// Of the cursor, in visibleLines() joined by line breaks.
    int cursorOffset() const;
    /// What a bell does where it is seen: a frame for a moment, once a second at most.
    void flash();
    bool isFlashing() const { return m_flash.isActive(); }
    QString selectedText() const;
    bool hasSelection() const { return m_selectionEnd > m_selectionBegin; }
    void copy();
    void paste();
    void selectAll();
    void zoom(int steps);
    int fontPixels() const { return m_pixels; }
    /// Where a cell is, in the viewport; for tests and input methods.
    QRectF cellRect(TerminalPlace place) const;

    static constexpr int UsualPixels = 13;

Q_SIGNALS:
    void findRequested();
    /// Ctrl+Shift+W.
    void closeRequested();
    void newRequested();

protected:
    bool event(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    QVariant inputMethodQuery(Qt::InputMethodQuery query) const override;

private:
    enum class Unit { Character, Word, Line };
    struct Span;

    static constexpr int Inset = 20;
    static constexpr int RightInset = 4;
    static constexpr int TopInset = 6;

    const TerminalScreen *screen() const;
    void updateScreen();
    void updateScrollBar();
    void updateMarks();
    void updateMetrics();
    void fitSize();
    void tellAccessibility();
    qint64 topLine() const;
    void goToEnd();
    void showLine(qint64 line);
    void scrollBy(int lines);
    TerminalPlace placeAt(const QPointF &position, bool between) const;

    bool paintRow(QPainter *painter, qint64 line, qreal top);
    void paintText(QPainter *painter, qreal top, int column, const QString &text, const Span &span);
    void paintCursor(QPainter *painter);
    void paintFlash(QPainter *painter);
    void paintPreedit(QPainter *painter, const QRectF &cell);
    QList<Span> spansOf(qint64 line) const;

    bool isOwnKey(const QKeyEvent *event) const;
    bool handleOwnKey(QKeyEvent *event);
    void pasteText(const QString &text);
    void select(TerminalPlace begin, TerminalPlace end);
    void extendSelection(TerminalPlace to);
    std::pair<TerminalPlace, TerminalPlace> unitAt(TerminalPlace place) const;
    QString linkAt(const QPointF &position) const;
    bool isReportingMouse(Qt::KeyboardModifiers modifiers) const;
    void reportMouse(const QMouseEvent *event, int button, bool pressed);
    void stopScrolling();

    TerminalSession *m_session;
    TerminalSearch *m_search;
    MarkedScrollBar *m_bar;
    mutable std::optional<TerminalPalette> m_palette;
    int m_pixels = UsualPixels;
    qreal m_cellWidth = 8;
    int m_cellHeight = 18;
    qreal m_ascent = 13;
    bool m_following = true;
    qint64 m_place = 0; ///< the line on top, while not following
    bool m_updating = false;
    Unit m_unit = Unit::Character;
    TerminalPlace m_anchorBegin; ///< of what was pressed on
    TerminalPlace m_anchorEnd;
    TerminalPlace m_selectionBegin;
    TerminalPlace m_selectionEnd;
    bool m_selecting = false;
    bool m_selectsMatch = false;
    int m_pressedButton = 0; ///< that the program was told of
    QElapsedTimer m_sinceDoubleClick;
    int m_autoScroll = 0;
    int m_wheel = 0; ///< of less than a line
    QString m_preedit;
    QBasicTimer m_flash;
    QElapsedTimer m_sinceFlash;
    QBasicTimer m_blink; ///< runs while there is text in sight that blinks
    bool m_blinkHides = false; ///< that text
    QString m_told; ///< text that assistive technology knows
    QElapsedTimer m_sinceTold;
};

} // namespace Gantry
