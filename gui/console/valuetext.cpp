// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/valuetext.h"

#include "look/fonts.h"

#include <QMimeData>
#include <QTextBlock>

#include <algorithm>

namespace Gantry {

namespace {

constexpr qsizetype LongestBlock = 8 * 1024;
constexpr qsizetype LongestWord = 500;
constexpr int GoesOn = 1; // state of a block whose line goes on in the next one

/// Between words Qt looks for the place to break from the beginning, for each line anew.
bool hasLongWord(QStringView text)
{
    qsizetype length = 0;
    return std::any_of(text.begin(), text.end(),
                       [&length](QChar c) { return (length = c.isSpace() ? 0 : length + 1) > LongestWord; });
}

} // namespace

ValueText::ValueText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFont(Fonts::mono(12));
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(8);
    setViewportMargins(4, 0, 0, 0);
}

void ValueText::clearText()
{
    clear();
    m_midLine = false;
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
}

void ValueText::append(const QString &piece)
{
    if (hasLongWord(piece))
        setWordWrapMode(QTextOption::WrapAnywhere);
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    qsizetype from = 0;
    while (from < piece.size()) {
        if (m_midLine) {
            cursor.block().setUserState(GoesOn);
            cursor.insertBlock();
        }
        const qsizetype newline = piece.indexOf(u'\n', from);
        qsizetype end = std::min(newline < 0 ? piece.size() : newline, from + LongestBlock);
        if (end < piece.size() && end > from && piece.at(end).isLowSurrogate())
            --end;
        cursor.insertText(piece.sliced(from, end - from));
        m_midLine = end != newline;
        from = m_midLine ? end : end + 1;
        if (!m_midLine)
            cursor.insertBlock();
    }
    cursor.endEditBlock();
}

QString ValueText::textBetween(int from, int to) const
{
    QString result;
    for (QTextBlock block = document()->findBlock(from); block.isValid() && block.position() <= to;
         block = block.next()) {
        const int end = block.position() + block.length() - 1; // without its separator
        const int first = std::max(from, block.position());
        result += QStringView(block.text()).sliced(first - block.position(), std::min(to, end) - first);
        if (to > end && block.userState() != GoesOn)
            result += u'\n';
    }
    result.replace(QChar::LineSeparator, u'\n');
    return result;
}

QMimeData *ValueText::createMimeDataFromSelection() const
{
    auto *mime = new QMimeData;
    mime->setText(textBetween(textCursor().selectionStart(), textCursor().selectionEnd()));
    return mime;
}

} // namespace Gantry
