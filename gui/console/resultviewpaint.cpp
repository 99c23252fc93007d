// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/printable.h"
#include "console/resultheader.h"
#include "console/resultview.h"
#include "look/fonts.h"
#include "look/tokens.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int Padding = 10;

QFont nullFont()
{
    QFont font = Fonts::ui(12);
    font.setItalic(true);
    return font;
}

} // namespace

int ResultView::gutterWidth() const
{
    // Wide enough for four digits from the start, so that the columns rarely move while rows arrive.
    const auto digits = QString::number(std::max<qint64>(9999, m_rows.rows())).size();
    return QFontMetrics(Fonts::mono(11)).horizontalAdvance(QLatin1Char('0')) * int(digits) + Fonts::scaled(20);
}

QString ResultView::displayText(qint64 row, int column, qsizetype maximum) const
{
    const GridCell cell = m_content->cell(row, column, maximum);
    if (cell.isNull)
        return QStringLiteral("NULL");
    QString text = printable(QString::fromUtf8(cell.text));
    if (cell.isCut())
        text += QChar(0x2026);
    return text;
}

ResultView::CellMetrics::CellMetrics()
    : m_value(Fonts::mono(12))
    , m_null(nullFont())
{
}

int ResultView::CellMetrics::fittingWidth(const GridCell &cell) const
{
    const int width = cell.isNull ? m_null.horizontalAdvance(QStringLiteral("NULL"))
                                  : m_value.horizontalAdvance(printable(QString::fromUtf8(cell.text)));
    return width + 2 * Padding + 2;
}

std::pair<int, int> ResultView::visibleColumns() const
{
    const int first = std::max(0, m_header->visualIndexAt(0));
    const int last = m_header->visualIndexAt(std::max(0, viewport()->width() - gutterWidth() - 1));
    return {first, last < 0 ? columnCount() - 1 : last};
}

void ResultView::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(viewport());
    painter.fillRect(event->rect(), tokens.base);
    m_paintedCells = 0;
    if (!m_content)
        return;

    const qint64 first = std::max(m_rows.firstVisible(), m_rows.rowAt(event->rect().top()));
    const qint64 last = m_rows.lastVisible();
    const int gutter = gutterWidth();
    const auto [firstColumn, lastColumn] = visibleColumns();

    painter.save();
    painter.setClipRect(gutter, 0, std::max(0, viewport()->width() - gutter), viewport()->height());
    for (qint64 row = first; row <= last && first >= 0 && columnCount() > 0; ++row) {
        if (m_rows.top(row) > event->rect().bottom())
            break;
        paintRow(&painter, row, firstColumn, lastColumn, tokens);
    }
    paintCurrent(&painter, tokens);
    painter.restore();
    paintGutter(&painter, first, last, tokens);
}

void ResultView::paintRow(QPainter *painter, qint64 row, int firstColumn, int lastColumn, const Tokens &tokens)
{
    int widest = 0;
    for (int column = firstColumn; column <= lastColumn; ++column)
        widest = std::max(widest, m_header->sectionSize(column));
    // Four bytes a character at most; no letter of the font is narrower than three pixels.
    const QList<GridCell> cells = m_content->cells(row, firstColumn, lastColumn, std::min(8192, widest / 3 * 4 + 16));
    m_paintedCells += int(cells.size());
    for (int column = firstColumn; column <= lastColumn; ++column) {
        const QRect rect = cellRect(row, column);
        if (m_selection.contains(row, column))
            painter->fillRect(rect.adjusted(0, 0, -1, -1), tokens.selection);
        painter->fillRect(rect.right(), rect.top(), 1, rect.height(), tokens.line);
        painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line);
        paintCell(painter, rect, cells.at(column - firstColumn), tokens);
    }
}

void ResultView::paintCell(QPainter *painter, const QRect &rect, const GridCell &cell, const Tokens &tokens) const
{
    const QRect inner = rect.adjusted(Padding, 0, -Padding - 1, -1);
    Qt::Alignment alignment = Qt::AlignVCenter | (cell.isNumeric ? Qt::AlignRight : Qt::AlignLeft);
    QString text;
    if (cell.isNull) {
        text = QStringLiteral("NULL");
        painter->setFont(nullFont());
        painter->setPen(tokens.text3);
    } else {
        text = printable(QString::fromUtf8(cell.text));
        if (cell.isCut())
            text += QChar(0x2026);
        painter->setFont(cell.isName ? Fonts::mono(12, QFont::Medium) : Fonts::mono(12));
        painter->setPen(cell.isName ? tokens.text2 : tokens.text);
    }
    if (text.isEmpty() || inner.width() <= 0)
        return;
    const QFontMetrics metrics = painter->fontMetrics();
    if (metrics.horizontalAdvance(text) > inner.width()) {
        text = metrics.elidedText(text, Qt::ElideRight, inner.width());
        alignment = Qt::AlignVCenter | Qt::AlignLeft;
    }
    painter->drawText(inner, int(alignment) | Qt::TextSingleLine, text);
}

void ResultView::paintGutter(QPainter *painter, qint64 first, qint64 last, const Tokens &tokens) const
{
    const int gutter = gutterWidth();
    painter->fillRect(0, 0, gutter, viewport()->height(), tokens.base);
    painter->setFont(Fonts::mono(11));
    const QList<std::pair<qint64, qint64>> selected = m_selection.rowRuns();
    for (qint64 row = first; row <= last && first >= 0; ++row) {
        const QRect rect(0, m_rows.top(row), gutter, m_rows.rowHeight());
        const bool isSelected = std::any_of(selected.cbegin(), selected.cend(),
                                            [row](const auto &run) { return row >= run.first && row <= run.second; });
        painter->setPen(isSelected ? tokens.text : tokens.text3);
        painter->drawText(rect.adjusted(0, 0, -Fonts::scaled(8) - 1, -1),
                          int(Qt::AlignRight | Qt::AlignVCenter) | Qt::TextSingleLine, m_content->rowLabel(row));
        painter->fillRect(0, rect.bottom(), gutter, 1, tokens.line);
        painter->fillRect(gutter - 1, rect.top(), 1, rect.height(), tokens.line);
    }
}

void ResultView::paintCurrent(QPainter *painter, const Tokens &tokens) const
{
    if (!m_current.isValid() || m_current.row < m_rows.firstVisible() || m_current.row > m_rows.lastVisible())
        return;
    const QRectF rect = QRectF(cellRect(m_current.row, m_current.column)).adjusted(0, 0, -1, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(hasFocus() ? tokens.accent : tokens.text3, 1.5, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter->drawRect(rect.adjusted(0.25, 0.25, -0.25, -0.25));
    painter->restore();
}

} // namespace Gantry
