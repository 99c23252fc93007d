// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What TerminalView does with the keyboard and the mouse.
#include "terminal/terminalview.h"

#include "shell/ask.h"
#include "terminal/terminalsession.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <QUrl>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int TerminalScrollMs = 40;
constexpr int WheelLines = 3;
constexpr int WheelStep = 120;
/// Lines of a paste that the question shows.
constexpr qsizetype MostPastedShown = 200;

int buttonNumber(Qt::MouseButton button)
{
    switch (button) {
    case Qt::LeftButton:
        return 1;
    case Qt::MiddleButton:
        return 2;
    case Qt::RightButton:
        return 3;
    default:
        return 0;
    }
}

} // namespace

/// Ctrl+Tab leaves the terminal, as it leaves other texts in which Tab is a letter.
bool TerminalView::focusNextPrevChild(bool)
{
    return false;
}

bool TerminalView::isOwnKey(const QKeyEvent *event) const
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const int key = event->key();
    if (modifiers.testFlag(Qt::ControlModifier) && (key == Qt::Key_Tab || key == Qt::Key_Backtab))
        return true;
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
        constexpr int keys[]{Qt::Key_C,    Qt::Key_V,  Qt::Key_F,    Qt::Key_A,    Qt::Key_W,  Qt::Key_T,
                             Qt::Key_Plus, Qt::Key_Up, Qt::Key_Down, Qt::Key_Home, Qt::Key_End};
        return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
    }
    if (modifiers == Qt::ShiftModifier)
        return key == Qt::Key_PageUp || key == Qt::Key_PageDown || key == Qt::Key_Insert;
    return modifiers == Qt::ControlModifier
        && (key == Qt::Key_Plus || key == Qt::Key_Equal || key == Qt::Key_Minus || key == Qt::Key_0);
}

bool TerminalView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const Qt::KeyboardModifiers both = Qt::ControlModifier | Qt::ShiftModifier;
        // Of an ended one, and with Ctrl+Shift, the window's shortcuts stay.
        if (isOwnKey(key) || (m_session->isOpen() && (key->modifiers() & both) != both)) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

bool TerminalView::handleOwnKey(QKeyEvent *event)
{
    QScrollBar *bar = verticalScrollBar();
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    switch (event->key()) {
    case Qt::Key_Tab:
        QAbstractScrollArea::focusNextPrevChild(!shift);
        break;
    case Qt::Key_Backtab:
        QAbstractScrollArea::focusNextPrevChild(false);
        break;
    case Qt::Key_C:
        copy();
        break;
    case Qt::Key_V:
    case Qt::Key_Insert:
        paste();
        break;
    case Qt::Key_A:
        selectAll();
        break;
    case Qt::Key_F:
        Q_EMIT findRequested();
        break;
    case Qt::Key_W:
        Q_EMIT closeRequested();
        break;
    case Qt::Key_T:
        Q_EMIT newRequested();
        break;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        break;
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        break;
    case Qt::Key_Up:
        scrollBy(-1);
        break;
    case Qt::Key_Down:
        scrollBy(1);
        break;
    case Qt::Key_Home:
        bar->setValue(0);
        break;
    case Qt::Key_End:
        goToEnd();
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1);
        break;
    case Qt::Key_Minus:
        zoom(-1);
        break;
    case Qt::Key_0:
        zoom(0);
        break;
    default:
        return false;
    }
    return true;
}

void TerminalView::keyPressEvent(QKeyEvent *event)
{
    if (isOwnKey(event) && handleOwnKey(event))
        return;
    if (!m_session->isOpen()) {
        if (event->matches(QKeySequence::Copy))
            copy();
        else
            QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    if (!m_session->screen()->sendKey(Qt::Key(event->key()), event->modifiers(), event->text()))
        return;
    select({}, {});
    goToEnd();
}

void TerminalView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    m_session->screen()->sendFocus(true);
    viewport()->update();
}

void TerminalView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    m_session->screen()->sendFocus(false);
    viewport()->update();
}

void TerminalView::paste()
{
    pasteText(QGuiApplication::clipboard()->text());
}

void TerminalView::pasteText(const QString &text)
{
    if (text.isEmpty() || !m_session->isOpen())
        return;
    const auto send = [this](const QString &what) {
        m_session->screen()->paste(what);
        select({}, {});
        goToEnd();
    };
    QStringList lines = text.split(u'\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    if (lines.size() < 2 && !text.contains(u'\n') && !text.contains(u'\r')) {
        send(text);
        return;
    }
    Question question;
    question.title = tr("Paste");
    question.text = tr("Paste %n line(s) into the terminal?", nullptr, int(lines.size()));
    question.consequence = tr("A shell runs each line as a command.");
    question.names = lines.first(std::min(lines.size(), MostPastedShown));
    if (lines.size() > MostPastedShown)
        question.names << tr("and %n more line(s)", nullptr, int(lines.size() - MostPastedShown));
    question.verb = tr("Paste");
    question.destroys = false;
    ask(this, question, [guard = QPointer<TerminalView>(this), send, text](bool) {
        if (guard)
            send(text);
    });
}

TerminalPlace TerminalView::placeAt(const QPointF &position, bool between) const
{
    const qreal column = (position.x() - Inset) / m_cellWidth + (between ? 0.5 : 0);
    const auto row = qint64(std::floor((position.y() - TopInset) / m_cellHeight));
    const qint64 line = std::clamp(topLine() + row, screen()->firstLine(), screen()->endLine() - 1);
    return {line, std::clamp(int(std::floor(column)), 0, screen()->columns() - (between ? 0 : 1))};
}

/// From where to before where a click selects.
std::pair<TerminalPlace, TerminalPlace> TerminalView::unitAt(TerminalPlace place) const
{
    if (m_unit == Unit::Character)
        return {place, place};
    const TerminalText text = TerminalText::of(*screen(), place.line);
    if (m_unit == Unit::Line)
        return {{text.firstLine(), 0}, {text.lastLine(), screen()->columns()}};
    const TerminalText::Part word = text.wordAt(text.index(place));
    if (word.length == 0)
        return {place, place};
    TerminalPlace end = text.place(word.start + word.length - 1);
    ++end.column;
    return {text.place(word.start), end};
}

void TerminalView::extendSelection(TerminalPlace to)
{
    const auto [begin, end] = unitAt(to);
    select(std::min(begin, m_anchorBegin), std::max(end, m_anchorEnd));
}

QString TerminalView::linkAt(const QPointF &position) const
{
    const TerminalPlace place = placeAt(position, false);
    const TerminalText text = TerminalText::of(*screen(), place.line);
    const qsizetype index = text.index(place);
    if (index >= text.text().size() || text.place(index) > place)
        return {};
    const TerminalText::Part link = text.linkAt(index);
    return text.text().mid(link.start, link.length);
}

bool TerminalView::isReportingMouse(Qt::KeyboardModifiers modifiers) const
{
    return m_session->isOpen() && screen()->mouse() != TerminalScreen::Mouse::None
        && !modifiers.testFlag(Qt::ShiftModifier);
}

void TerminalView::reportMouse(const QMouseEvent *event, int button, bool pressed)
{
    const TerminalPlace place = placeAt(event->position(), false);
    m_session->screen()->sendMouse(int(place.line - screen()->screenLine()), place.column, button, pressed,
                                   event->modifiers());
}

void TerminalView::mousePressEvent(QMouseEvent *event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (event->button() == Qt::LeftButton && control) {
        if (const QString link = linkAt(event->position()); !link.isEmpty()) {
            QDesktopServices::openUrl(QUrl(link, QUrl::StrictMode));
            return;
        }
    }
    if (isReportingMouse(event->modifiers())) {
        m_pressedButton = buttonNumber(event->button());
        reportMouse(event, m_pressedButton, true);
        return;
    }
    if (event->button() == Qt::MiddleButton) {
        const QClipboard *clipboard = QGuiApplication::clipboard();
        pasteText(clipboard->text(clipboard->supportsSelection() ? QClipboard::Selection : QClipboard::Clipboard));
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    const bool isThird = m_sinceDoubleClick.isValid()
        && m_sinceDoubleClick.elapsed() < QGuiApplication::styleHints()->mouseDoubleClickInterval();
    m_sinceDoubleClick.invalidate();
    m_unit = isThird ? Unit::Line : Unit::Character;
    m_selecting = true;
    if (event->modifiers().testFlag(Qt::ShiftModifier) && hasSelection()) {
        m_anchorBegin = m_anchorEnd = m_selectionBegin;
        extendSelection(placeAt(event->position(), true));
        return;
    }
    std::tie(m_anchorBegin, m_anchorEnd) = unitAt(placeAt(event->position(), m_unit == Unit::Character));
    select(m_anchorBegin, m_anchorEnd);
}

void TerminalView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (isReportingMouse(event->modifiers()) || event->button() != Qt::LeftButton) {
        mousePressEvent(event);
        return;
    }
    m_sinceDoubleClick.start();
    m_unit = Unit::Word;
    m_selecting = true;
    std::tie(m_anchorBegin, m_anchorEnd) = unitAt(placeAt(event->position(), false));
    select(m_anchorBegin, m_anchorEnd);
}

void TerminalView::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_selecting && isReportingMouse(event->modifiers())) {
        reportMouse(event, 0, false);
        return;
    }
    const bool onLink = event->modifiers().testFlag(Qt::ControlModifier) && !linkAt(event->position()).isEmpty();
    viewport()->setCursor(onLink ? Qt::PointingHandCursor : Qt::IBeamCursor);
    if (!m_selecting)
        return;
    extendSelection(placeAt(event->position(), m_unit == Unit::Character));
    const bool outside = event->position().y() < 0 || event->position().y() >= viewport()->height();
    if (outside && m_autoScroll == 0)
        m_autoScroll = startTimer(TerminalScrollMs);
    else if (!outside)
        stopScrolling();
}

void TerminalView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_pressedButton != 0) {
        reportMouse(event, m_pressedButton, false);
        m_pressedButton = 0;
        return;
    }
    if (event->button() != Qt::LeftButton || !m_selecting)
        return;
    m_selecting = false;
    stopScrolling();
    QClipboard *clipboard = QGuiApplication::clipboard();
    if (const QString text = selectedText(); !text.isEmpty() && clipboard->supportsSelection())
        clipboard->setText(text, QClipboard::Selection);
}

void TerminalView::stopScrolling()
{
    if (m_autoScroll != 0)
        killTimer(m_autoScroll);
    m_autoScroll = 0;
}

void TerminalView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_flash.timerId()) {
        m_flash.stop();
        viewport()->update();
        return;
    }
    if (event->timerId() == m_blink.timerId()) {
        m_blinkHides = !m_blinkHides && isActiveWindow();
        if (!isActiveWindow())
            m_blink.stop();
        viewport()->update();
        return;
    }
    if (event->timerId() != m_autoScroll) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const QPoint position = viewport()->mapFromGlobal(QCursor::pos());
    scrollBy(position.y() < 0 ? -2 : 2);
    extendSelection(placeAt(position, m_unit == Unit::Character));
}

void TerminalView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
        return;
    }
    m_wheel += event->angleDelta().y() * WheelLines;
    const int lines = m_wheel / WheelStep;
    m_wheel -= lines * WheelStep;
    if (lines == 0)
        return;
    const TerminalPlace place = placeAt(event->position(), false);
    if (isReportingMouse(event->modifiers())) {
        m_session->screen()->sendMouse(int(place.line - screen()->screenLine()), place.column, lines > 0 ? 4 : 5, true,
                                       event->modifiers());
    } else if (screen()->isAlternate() && m_session->isOpen()) {
        // Programs of a whole screen have no lines above it, and scroll with the arrows.
        for (int i = 0; i < std::abs(lines); ++i)
            m_session->screen()->sendKey(lines > 0 ? Qt::Key_Up : Qt::Key_Down, {}, {});
    } else {
        scrollBy(-lines);
    }
    event->accept();
}

void TerminalView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && isReportingMouse(event->modifiers()))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString link = event->reason() == QContextMenuEvent::Mouse ? linkAt(event->pos()) : QString();
    if (!link.isEmpty()) {
        menu->addAction(tr("Open link"), this, [link] { QDesktopServices::openUrl(QUrl(link, QUrl::StrictMode)); });
        menu->addAction(tr("Copy link"), this, [link] { QGuiApplication::clipboard()->setText(link); });
        menu->addSeparator();
    }
    QAction *copyText
        = menu->addAction(tr("Copy"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this, &TerminalView::copy);
    copyText->setEnabled(hasSelection());
    QAction *pasteClipboard
        = menu->addAction(tr("Paste"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_V), this, &TerminalView::paste);
    pasteClipboard->setEnabled(m_session->isOpen());
    menu->addAction(tr("Select all"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A), this, &TerminalView::selectAll);
    menu->addSeparator();
    menu->addAction(tr("Find…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), this, &TerminalView::findRequested);
    menu->popup(event->globalPos());
}

void TerminalView::inputMethodEvent(QInputMethodEvent *event)
{
    m_preedit = event->preeditString();
    if (!event->commitString().isEmpty() && m_session->isOpen()) {
        m_session->screen()->sendText(event->commitString());
        goToEnd();
    }
    viewport()->update();
    event->accept();
}

QVariant TerminalView::inputMethodQuery(Qt::InputMethodQuery query) const
{
    const TerminalScreen::Cursor &cursor = screen()->cursor();
    switch (query) {
    case Qt::ImEnabled:
        return m_session->isOpen();
    case Qt::ImCursorRectangle:
        return cellRect({screen()->screenLine() + cursor.row, cursor.column}).translated(viewport()->pos());
    case Qt::ImFont:
        return font();
    default:
        return QAbstractScrollArea::inputMethodQuery(query);
    }
}

} // namespace Gantry
