// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/dockerfileview.h"

#include "look/fonts.h"
#include "look/oneline.h"
#include "look/tokens.h"

#include <QTextBlock>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestDockerfileLine = 400;

} // namespace

DockerfileView::DockerfileView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(Fonts::mono());
}

void DockerfileView::setLines(const QStringList &lines)
{
    const int digits = int(QString::number(lines.size()).size());
    QStringList numbered;
    numbered.reserve(lines.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        numbered << u"%1  %2"_s.arg(QString::number(i + 1).rightJustified(digits),
                                    oneLine(lines.at(i), LongestDockerfileLine));
    setPlainText(numbered.join(u'\n'));
    m_first = m_last = 0;
    paintMarks();
}

void DockerfileView::mark(int first, int last, bool failed)
{
    m_first = first;
    m_last = last;
    m_failed = failed;
    paintMarks();
    if (first <= 0)
        return;
    setTextCursor(QTextCursor(document()->findBlockByNumber(first - 1)));
    ensureCursorVisible();
}

void DockerfileView::paintMarks()
{
    const Tokens &tokens = Tokens::of(palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (int line = m_first; line > 0 && line <= m_last; ++line) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document()->findBlockByNumber(line - 1));
        mark.format.setBackground(m_failed ? tokens.red.tint : tokens.accentTint);
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << mark;
    }
    setExtraSelections(marks);
}

void DockerfileView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintMarks();
}

} // namespace Gantry
