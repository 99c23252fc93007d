// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/printable.h"
#include "console/sqleditor.h"
#include "look/fonts.h"
#include "look/tokens.h"

#include <algorithm>

namespace Gantry {

namespace {

constexpr int ErrorStyle = 40; // beyond SqlColouring's
/// Scintilla lays out all of them whenever it paints the line; Messages have the whole.
constexpr int MostMessageLines = 6;
constexpr int MostHintLines = 4;

} // namespace

void SqlEditor::showError(qsizetype position, const QString &message, const QString &hint, bool exact)
{
    clearError();
    const qsizetype at = std::clamp<qsizetype>(position, 0, length());
    m_errorLine = lineOf(at);
    const auto start = static_cast<unsigned long>(at);
    qsizetype wordEnd = SendScintilla(SCI_WORDENDPOSITION, start, 1L);
    if (wordEnd <= at)
        wordEnd = SendScintilla(SCI_POSITIONAFTER, start);
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(ErrorIndicator));
    if (exact)
        SendScintilla(SCI_INDICATORFILLRANGE, start, static_cast<long>(wordEnd - at));
    markerAdd(m_errorLine, ErrorMarker);
    markerAdd(m_errorLine, ErrorBarMarker);

    m_errorMessage = message;
    m_errorHint = hint;
    annotateError();
    if (exact)
        moveCursor(at);
    scrollToError();
}

void SqlEditor::scrollToError()
{
    // The message is read where the line begins, not beside a place far to the right.
    SendScintilla(SCI_SETXOFFSET, 0UL);
    const auto line = static_cast<unsigned long>(m_errorLine);
    const long first = SendScintilla(SCI_VISIBLEFROMDOCLINE, line);
    const long last = first + SendScintilla(SCI_ANNOTATIONGETLINES, line);
    const long top = std::max<long>(firstVisibleLine(), last - SendScintilla(SCI_LINESONSCREEN) + 1);
    setFirstVisibleLine(int(std::min(first, top)));
}

void SqlEditor::annotateError()
{
    const QFont font = Fonts::editor(12);
    // Scintilla indents an annotation as its line; beside it stays room for the frame.
    const auto begin = static_cast<unsigned long>(m_errorLine);
    const long indented = SendScintilla(SCI_GETLINEINDENTPOSITION, begin);
    const long indent = SendScintilla(SCI_POINTXFROMPOSITION, 0UL, indented)
        - SendScintilla(SCI_POINTXFROMPOSITION, 0UL, SendScintilla(SCI_POSITIONFROMLINE, begin));
    const int room = std::max(Fonts::scaled(160), textWidth() - int(indent) - Fonts::scaled(24));
    QString text = printableLines(m_errorMessage, font, room, MostMessageLines);
    if (!m_errorHint.isEmpty())
        text += QLatin1Char('\n') + printableLines(m_errorHint, font, room, MostHintLines);
    const Tokens &tokens = Tokens::of(palette());
    annotate(m_errorLine, text, QsciStyle(ErrorStyle, tr("Error"), tokens.red.text, tokens.red.tint, font));
}

void SqlEditor::clearError()
{
    if (m_errorLine < 0)
        return;
    m_errorLine = -1;
    m_errorMessage.clear();
    m_errorHint.clear();
    markerDeleteAll(ErrorMarker);
    markerDeleteAll(ErrorBarMarker);
    SendScintilla(SCI_SETINDICATORCURRENT, static_cast<unsigned long>(ErrorIndicator));
    SendScintilla(SCI_INDICATORCLEARRANGE, 0UL, static_cast<long>(length()));
    clearAnnotations();
}

} // namespace Gantry
