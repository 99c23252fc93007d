// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/logtextpainter.h"

#include "look/paint.h"
#include "look/tokens.h"

#include <QPainter>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int MostMarks = 200;

bool isPlain(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x300; });
}

// The wide ranges of Unicode's East Asian Width that a log can be expected to hold.
int cellsOfCharacter(char32_t c)
{
    if (c >= 0x1100
        && (c <= 0x115f || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1f64f) || (c >= 0x1f900 && c <= 0x1f9ff) || (c >= 0x20000 && c <= 0x3fffd)))
        return 2;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format
        ? 0
        : 1;
}

} // namespace

LogTextPainter::LogTextPainter(QPainter *painter, const Tokens &tokens, qreal cellWidth)
    : m_painter(painter)
    , m_tokens(tokens)
    , m_cellWidth(cellWidth)
{
}

int LogTextPainter::cellsOf(QStringView text)
{
    if (isPlain(text))
        return int(text.size());
    int cells = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        cells += cellsOfCharacter(c);
    }
    return cells;
}

void LogTextPainter::paint(const QRectF &origin, int viewWidth, const AnsiText &line, const QRegularExpression &marked)
{
    if (!marked.pattern().isEmpty())
        paintMarks(origin, line.text, marked);
    const QStringView text(line.text);
    qsizetype done = 0;
    int cell = 0;
    const auto piece = [&](qsizetype end, int color, bool bold) {
        const QStringView part = text.sliced(done, end - done);
        paintPiece(origin, viewWidth, part, cell, colorOf(color), bold);
        cell += cellsOf(part);
        done = end;
    };
    for (const AnsiText::Span &span : line.spans) {
        if (span.start > done)
            piece(span.start, -1, false);
        piece(span.start + span.length, span.color, span.bold);
    }
    if (done < text.size())
        piece(text.size(), -1, false);
}

void LogTextPainter::paintPiece(const QRectF &origin, int viewWidth, QStringView text, int cell, const QColor &color,
                                bool bold)
{
    const qreal left = origin.left() + cell * m_cellWidth;
    if (left > viewWidth)
        return;
    QFont font = m_painter->font();
    font.setBold(bold);
    m_painter->setFont(font);
    m_painter->setPen(color);
    qreal x = left;
    qsizetype start = 0;
    if (isPlain(text)) {
        // One cell a character: what lies left of the view is skipped.
        start = std::clamp<qsizetype>(qsizetype(-left / m_cellWidth) - 1, 0, text.size());
        x += qreal(start) * m_cellWidth;
    }
    const auto room = qsizetype((viewWidth - x) / m_cellWidth) + 2;
    const QStringView seen = text.sliced(start, std::clamp<qsizetype>(room, 0, text.size() - start));
    m_painter->drawText(QRectF(x, origin.y(), qreal(viewWidth) - x + 100, origin.height()),
                        int(Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::TextDontClip, seen.toString());
    font.setBold(false);
    m_painter->setFont(font);
}

void LogTextPainter::paintMarks(const QRectF &origin, const QString &text, const QRegularExpression &marked)
{
    const QList<LogPattern::Place> places = LogPattern::places(marked, text, MostMarks);
    for (const LogPattern::Place &place : places) {
        const QStringView view(text);
        const qreal x = origin.left() + cellsOf(view.first(place.start)) * m_cellWidth;
        const qreal width = cellsOf(view.sliced(place.start, place.length)) * m_cellWidth;
        fillRounded(m_painter, QRectF(x, origin.y() + 2, width, origin.height() - 4), 3, m_tokens.match);
    }
}

QColor LogTextPainter::colorOf(int terminalColor) const
{
    switch (terminalColor) {
    case 0: // black on a dark terminal, the opposite of what is readable in both themes
    case 8:
        return m_tokens.text3;
    case 1:
    case 9:
        return m_tokens.red.text;
    case 2:
    case 10:
        return m_tokens.green.text;
    case 3:
    case 11:
        return m_tokens.amber.text;
    case 4:
    case 12:
        return m_tokens.blue.text;
    case 5:
    case 13:
        return m_tokens.violet.text;
    case 6:
    case 14:
        return m_tokens.services[4];
    default:
        return m_tokens.text;
    }
}

} // namespace Gantry
