// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalview.h"

#include "look/fonts.h"
#include "look/markedscrollbar.h"
#include "look/tokens.h"
#include "terminal/terminalsearch.h"
#include "terminal/terminalsession.h"

#include <QAccessible>
#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QResizeEvent>

#include <algorithm>
#include <cmath>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int SmallestPixels = 7;
constexpr int LargestPixels = 40;
/// Between two tellings of what changed: a flood of them would stop a screen reader.
constexpr int TellMs = 200;

} // namespace

TerminalView::TerminalView(TerminalSession *session, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_session(session)
    , m_search(new TerminalSearch(this))
    , m_bar(new MarkedScrollBar(this))
{
    setVerticalScrollBar(m_bar);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAttribute(Qt::WA_InputMethodEnabled);
    setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    m_search->setScreen(session->screen());
    updateMetrics();
    connect(m_session, &TerminalSession::updated, this, &TerminalView::updateScreen);
    connect(m_search, &TerminalSearch::changed, this, [this] {
        updateMarks();
        viewport()->update();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (m_updating)
            return;
        m_following = value == verticalScrollBar()->maximum();
        m_place = screen()->firstLine() + value;
    });
}

const TerminalScreen *TerminalView::screen() const
{
    return m_session->screen();
}

void TerminalView::updateScreen()
{
    if (m_selectionEnd.isValid() && m_selectionEnd.line < screen()->firstLine())
        select({}, {});
    updateScrollBar();
    m_search->update();
    viewport()->update();
    updateMicroFocus();
    tellAccessibility();
}

void TerminalView::updateScrollBar()
{
    m_updating = true;
    const qint64 above = screen()->screenLine() - screen()->firstLine();
    QScrollBar *bar = verticalScrollBar();
    bar->setPageStep(std::max(1, screen()->rows()));
    bar->setRange(0, int(above));
    bar->setValue(m_following ? bar->maximum() : int(std::clamp<qint64>(m_place - screen()->firstLine(), 0, above)));
    m_updating = false;
    updateMarks();
}

void TerminalView::updateMarks()
{
    // A mark a pixel at most.
    const qint64 first = screen()->firstLine();
    const auto count = double(screen()->endLine() - first);
    const double pixel = 1.0 / std::max(1, m_bar->height());
    QList<double> places;
    for (const TerminalSearch::Match &match : m_search->matches()) {
        const double place = double(match.from.line - first) / count;
        if (place >= 0 && (places.isEmpty() || place - places.last() >= pixel))
            places.append(place);
    }
    m_bar->setMarks({{places, Tokens::of(palette()).currentMatch}});
}

void TerminalView::updateMetrics()
{
    setFont(Fonts::mono(m_pixels));
    const QFontMetricsF metrics(font());
    m_cellWidth = metrics.horizontalAdvance(u'0');
    m_cellHeight = int(std::ceil(metrics.height()));
    m_ascent = metrics.ascent();
    fitSize();
    viewport()->update();
}

QSize TerminalView::gridSize() const
{
    const int columns = int((viewport()->width() - Inset - RightInset) / m_cellWidth);
    const int rows = (viewport()->height() - TopInset) / m_cellHeight;
    return {std::max(2, columns), std::max(1, rows)};
}

void TerminalView::fitSize()
{
    if (!isVisible())
        return;
    const QSize size = gridSize();
    m_session->resize(size.width(), size.height());
    updateScrollBar();
}

void TerminalView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitSize();
}

void TerminalView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    fitSize();
}

void TerminalView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_palette.reset();
        viewport()->update();
    }
    QAbstractScrollArea::changeEvent(event);
}

void TerminalView::scrollContentsBy(int, int)
{
    viewport()->update();
}

void TerminalView::zoom(int steps)
{
    const int pixels = steps == 0 ? UsualPixels : std::clamp(m_pixels + steps, SmallestPixels, LargestPixels);
    if (pixels == m_pixels)
        return;
    m_pixels = pixels;
    updateMetrics();
}

qint64 TerminalView::topLine() const
{
    return screen()->firstLine() + verticalScrollBar()->value();
}

void TerminalView::goToEnd()
{
    m_following = true;
    updateScrollBar();
    viewport()->update();
}

void TerminalView::scrollBy(int lines)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + lines);
}

void TerminalView::showLine(qint64 line)
{
    const qint64 top = topLine();
    if (line >= top && line < top + screen()->rows())
        return;
    verticalScrollBar()->setValue(int(line - screen()->firstLine()) - screen()->rows() / 2);
}

QStringList TerminalView::visibleLines() const
{
    QStringList lines;
    const qint64 top = topLine();
    for (qint64 line = top; line < top + screen()->rows(); ++line)
        lines << screen()->text(screen()->line(line));
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

int TerminalView::cursorOffset() const
{
    const qint64 line = screen()->screenLine() + screen()->cursor().row;
    int offset = 0;
    for (qint64 before = topLine(); before < line; ++before)
        offset += int(screen()->text(screen()->line(before)).size()) + 1;
    return offset + screen()->cursor().column;
}

QString TerminalView::selectedText() const
{
    return hasSelection() ? TerminalText::between(*screen(), m_selectionBegin, m_selectionEnd) : QString();
}

void TerminalView::copy()
{
    if (const QString text = selectedText(); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void TerminalView::select(TerminalPlace begin, TerminalPlace end)
{
    m_selectsMatch = false;
    m_selectionBegin = begin;
    m_selectionEnd = end;
    viewport()->update();
}

void TerminalView::selectAll()
{
    select({screen()->firstLine(), 0}, {screen()->endLine() - 1, screen()->columns()});
}

int TerminalView::currentMatch() const
{
    if (!m_selectsMatch)
        return 0;
    const auto &matches = m_search->matches();
    const auto found
        = std::lower_bound(matches.begin(), matches.end(), m_selectionBegin,
                           [](const TerminalSearch::Match &match, TerminalPlace place) { return match.from < place; });
    return found == matches.end() || found->from != m_selectionBegin ? 0 : int(found - matches.begin()) + 1;
}

bool TerminalView::find(bool forward)
{
    const auto &matches = m_search->matches();
    if (matches.empty())
        return false;
    // What is new comes last, and is looked for first.
    const TerminalPlace from = m_selectionBegin.isValid() ? m_selectionBegin : TerminalPlace{screen()->endLine(), 0};
    auto found
        = std::lower_bound(matches.begin(), matches.end(), from,
                           [](const TerminalSearch::Match &match, TerminalPlace place) { return match.from < place; });
    if (forward) {
        if (found != matches.end() && found->from == from)
            ++found;
        if (found == matches.end())
            found = matches.begin();
    } else {
        found = std::prev(found == matches.begin() ? matches.end() : found);
    }
    select(found->from, found->to);
    m_selectsMatch = true;
    showLine(found->from.line);
    return true;
}

void TerminalView::tellAccessibility()
{
    if (!QAccessible::isActive() || !isVisible() || (m_sinceTold.isValid() && m_sinceTold.elapsed() < TellMs))
        return;
    m_sinceTold.start();
    const QString text = visibleLines().join(u'\n');
    if (text != m_told) {
        QAccessibleTextUpdateEvent change(this, 0, m_told, text);
        m_told = text;
        QAccessible::updateAccessibility(&change);
    }
    QAccessibleTextCursorEvent cursor(this, cursorOffset());
    QAccessible::updateAccessibility(&cursor);
}

} // namespace Gantry
