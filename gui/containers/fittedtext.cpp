// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/fittedtext.h"

#include "engine/middleleftout.h"
#include "look/oneline.h"
#include "look/tokens.h"

#include <QTextBlock>
#include <QWheelEvent>

#include <cmath>

namespace Gantry {

namespace {

/// Qt's time to break a word into lines grows with the square of its length.
constexpr qsizetype LongestPiece = 1000;

} // namespace

FittedText::FittedText(const QString &accessibleName, QWidget *parent)
    : QPlainTextEdit(parent)
{
    setAccessibleName(accessibleName);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    // What it stands on shows through.
    viewport()->setAutoFillBackground(false);
}

void FittedText::setLines(const QList<Line> &lines)
{
    m_lines = lines;
    write();
}

void FittedText::setWords(const QString &text, Tone tone)
{
    setLines({Line{{Piece{text, tone}}}});
}

void FittedText::write()
{
    const Tokens &tokens = Tokens::of(palette());
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        const Line &line = m_lines.at(i);
        QTextBlockFormat block;
        if (line.tint != Tone::Normal)
            block.setBackground(tokens.tint(line.tint));
        if (i > 0)
            cursor.insertBlock(block);
        else
            cursor.setBlockFormat(block);
        for (const Piece &piece : line.pieces) {
            QTextCharFormat format;
            format.setForeground(tokens.color(piece.tone));
            cursor.insertText(visible(middleLeftOut(piece.text, LongestPiece)), format);
        }
    }
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
    fit();
}

void FittedText::fit()
{
    qreal height = 2 * document()->documentMargin();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        height += blockBoundingRect(block).height();
    const QMargins margins = viewportMargins();
    setFixedHeight(int(std::ceil(height)) + margins.top() + margins.bottom());
}

QSize FittedText::sizeHint() const
{
    return {200, height()};
}

QSize FittedText::minimumSizeHint() const
{
    return {40, height()};
}

void FittedText::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fit();
}

void FittedText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        write();
    else if (event->type() == QEvent::FontChange)
        fit();
}

void FittedText::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // it shows all of itself
}

} // namespace Gantry
