// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/logview.h"

#include "containers/logtextpainter.h"
#include "look/fonts.h"
#include "look/tokens.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <limits>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int Inset = 20;
constexpr int BarWidth = 3;
constexpr int TextLeft = Inset + 10;
constexpr int CachedCharacters = 8 * 1024 * 1024;

} // namespace

LogView::LogView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_texts(CachedCharacters)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setCursor(Qt::IBeamCursor);
    updateMetrics();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        // The user moved: at the end the view follows again.
        if (!m_updating)
            setFollowing(value == verticalScrollBar()->maximum());
    });
}

void LogView::setBuffer(const LogBuffer *buffer)
{
    m_buffer = buffer;
    resetLines();
}

void LogView::resetLines()
{
    m_texts.clear();
    m_anchor = m_cursor = -1;
    m_widest = 0;
    m_shownFirst = m_buffer ? m_buffer->firstLine() : 0;
    updateScrollBars();
    setFollowing(true);
    viewport()->update();
}

void LogView::updateLines()
{
    if (m_buffer && m_anchor >= 0 && std::max(m_anchor, m_cursor) < m_buffer->firstLine())
        m_anchor = m_cursor = -1;
    updateScrollBars();
    viewport()->update();
}

void LogView::setFollowing(bool following)
{
    if (following) {
        m_updating = true;
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        m_updating = false;
    }
    if (m_following == following)
        return;
    m_following = following;
    Q_EMIT followingChanged(following);
}

void LogView::setMarkedText(const QString &text)
{
    if (m_marked == text)
        return;
    m_marked = text;
    viewport()->update();
}

void LogView::showLine(qint64 line)
{
    if (!m_buffer || m_buffer->isEmpty())
        return;
    setFollowing(false);
    select(line, line);
    const qint64 top = line - m_buffer->firstLine() - linesInSight() / 2;
    m_updating = true;
    verticalScrollBar()->setValue(int(std::clamp<qint64>(top, 0, verticalScrollBar()->maximum())));
    m_updating = false;
    viewport()->update();
}

qint64 LogView::currentLine() const
{
    if (!m_buffer || m_buffer->isEmpty())
        return -1;
    if (m_cursor >= 0)
        return std::clamp(m_cursor, m_buffer->firstLine(), m_buffer->endLine() - 1);
    return m_following ? m_buffer->endLine() - 1 : topLine();
}

qint64 LogView::topLine() const
{
    return (m_buffer ? m_buffer->firstLine() : 0) + verticalScrollBar()->value();
}

int LogView::linesInSight() const
{
    return std::max(1, viewport()->height() / m_lineHeight);
}

qint64 LogView::lineAt(int y) const
{
    const qint64 line = topLine() + (y < 0 ? -1 : y / m_lineHeight);
    return std::clamp(line, m_buffer->firstLine(), m_buffer->endLine() - 1);
}

void LogView::updateMetrics()
{
    setFont(Fonts::mono(12));
    const QFontMetricsF metrics(font());
    m_cellWidth = metrics.horizontalAdvance(u'0');
    m_lineHeight = std::max(Fonts::scaled(22), int(metrics.height()) + 2);
    updateScrollBars();
}

void LogView::updateScrollBars()
{
    const qint64 first = m_buffer ? m_buffer->firstLine() : 0;
    const qint64 count = m_buffer ? m_buffer->endLine() - first : 0;
    const int page = linesInSight();
    m_updating = true;
    QScrollBar *vertical = verticalScrollBar();
    // The line on top stays on top when older ones were dropped.
    const qint64 place = std::max<qint64>(0, vertical->value() - (first - m_shownFirst));
    m_shownFirst = first;
    vertical->setPageStep(page);
    vertical->setRange(0, int(std::clamp<qint64>(count - page, 0, std::numeric_limits<int>::max())));
    vertical->setValue(m_following ? vertical->maximum() : int(std::min<qint64>(place, vertical->maximum())));
    const int width = TextLeft + Inset + int(m_widest * m_cellWidth);
    horizontalScrollBar()->setRange(0, std::max(0, width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(int(m_cellWidth * 4));
    m_updating = false;
}

const AnsiText &LogView::textOf(qint64 line) const
{
    // The last lines may still grow.
    const bool stable = line + 2 < m_buffer->endLine();
    if (stable) {
        if (const AnsiText *known = m_texts.object(line))
            return *known;
    }
    auto *text = new AnsiText(AnsiText::parse(m_buffer->line(line)));
    m_texts.insert(line, text, std::clamp<qsizetype>(text->text.size() * 2, 64, CachedCharacters / 4));
    return *text;
}

void LogView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), Tokens::of(palette()).base);
    if (!m_buffer)
        return;
    const int before = m_widest;
    const qint64 top = topLine();
    const qint64 end = std::min<qint64>(m_buffer->endLine(), top + linesInSight() + 1);
    for (qint64 line = top; line < end; ++line) {
        const QRect row(0, int(line - top) * m_lineHeight, viewport()->width(), m_lineHeight);
        if (row.intersects(event->rect()))
            paintLine(&painter, row, line);
    }
    if (m_widest > before)
        QMetaObject::invokeMethod(this, &LogView::updateScrollBars, Qt::QueuedConnection);
}

void LogView::paintLine(QPainter *painter, const QRect &row, qint64 line)
{
    const Tokens &tokens = Tokens::of(palette());
    const LogBuffer::Kind kind = m_buffer->kind(line);
    const auto [first, last] = selection();
    if (line >= first && line <= last)
        painter->fillRect(row, tokens.selection);
    if (kind == LogBuffer::Kind::Note) {
        paintNote(painter, row, QString::fromUtf8(m_buffer->line(line)));
        return;
    }
    if (kind == LogBuffer::Kind::Error)
        painter->fillRect(QRect(Inset - 4, row.y() + 3, BarWidth, row.height() - 6), tokens.orange.text);
    const AnsiText &text = textOf(line);
    LogTextPainter cells(painter, tokens, m_cellWidth);
    m_widest = std::max(m_widest, LogTextPainter::cellsOf(text.text));
    painter->save();
    painter->setClipRect(row.adjusted(TextLeft - 4, 0, 0, 0), Qt::IntersectClip);
    cells.paint(QRectF(TextLeft - horizontalScrollBar()->value(), row.y(), 0, row.height()), row.width(), text,
                m_marked);
    painter->restore();
}

void LogView::paintNote(QPainter *painter, const QRect &row, const QString &text)
{
    const Tokens &tokens = Tokens::of(palette());
    const QFont font = Fonts::ui(12, QFont::Medium);
    const int width = QFontMetrics(font).horizontalAdvance(text);
    painter->save();
    painter->setFont(font);
    painter->setPen(tokens.text3);
    painter->drawText(row.adjusted(TextLeft, 0, 0, 0), int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                      text);
    painter->fillRect(QRect(TextLeft + width + 10, row.center().y(), row.width() - TextLeft - width - 30, 1),
                      tokens.line);
    painter->restore();
}

QStringList LogView::visibleLines() const
{
    QStringList lines;
    if (!m_buffer)
        return lines;
    const qint64 top = topLine();
    const qint64 end = std::min<qint64>(m_buffer->endLine(), top + linesInSight());
    for (qint64 line = top; line < end; ++line)
        lines << textOf(line).text;
    return lines;
}

QPair<qint64, qint64> LogView::selection() const
{
    if (m_anchor < 0 || !m_buffer)
        return {-1, -2};
    return {std::max(std::min(m_anchor, m_cursor), m_buffer->firstLine()), std::max(m_anchor, m_cursor)};
}

QString LogView::selectedText() const
{
    const auto [first, last] = selection();
    QString text;
    for (qint64 line = first; line <= std::min(last, first + MostCopied - 1); ++line) {
        if (line > first)
            text += u'\n';
        text += AnsiText::parse(m_buffer->line(line)).text;
    }
    return text;
}

void LogView::select(qint64 anchor, qint64 cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    viewport()->update();
}

void LogView::selectAll()
{
    if (m_buffer && !m_buffer->isEmpty())
        select(m_buffer->firstLine(), m_buffer->endLine() - 1);
}

void LogView::copy()
{
    if (!hasSelection())
        return;
    const auto [first, last] = selection();
    QGuiApplication::clipboard()->setText(selectedText());
    if (last - first >= MostCopied)
        Q_EMIT copyShortened(MostCopied);
}

} // namespace Gantry
