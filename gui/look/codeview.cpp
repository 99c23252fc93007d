// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/codeview.h"

#include "look/fonts.h"
#include "look/hiddencharacters.h"
#include "look/oneline.h"
#include "look/tokens.h"

#include <QEvent>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int LineMargin = 0;
constexpr int FoldMargin = 1;

QsciLexer *lexerFor(CodeView::Language language, QObject *parent)
{
    switch (language) {
    case CodeView::Language::Json:
        return new QsciLexerJSON(parent);
    case CodeView::Language::Yaml:
        return new QsciLexerYAML(parent);
    case CodeView::Language::Properties:
    case CodeView::Language::Plain: // in one colour
        break;
    }
    return new QsciLexerProperties(parent);
}

/// The text with the middle left out of lines that QScintilla would measure for seconds.
QString withShortLines(const QString &text)
{
    constexpr qsizetype longest = 2000;
    QStringList lines = text.split(u'\n');
    if (std::none_of(lines.cbegin(), lines.cend(), [](const QString &line) { return line.size() > longest; }))
        return text;
    for (QString &line : lines)
        line = middleLeftOut(line, longest);
    return lines.join(u'\n');
}

} // namespace

CodeView::CodeView(Language language, QWidget *parent)
    : QsciScintilla(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setReadOnly(true);
    setWrapMode(WrapNone);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    showHiddenCharacters(this);
    SendScintilla(SCI_SETLAYOUTCACHE, static_cast<unsigned long>(SC_CACHE_PAGE)); // long lines are measured once
    // Keys that mean something in the window, and would edit here.
    const QList<QsciCommand *> commands = standardCommands()->commands();
    for (QsciCommand *command : commands) {
        const int taken[]{QKeyCombination(Qt::CTRL, Qt::Key_L).toCombined(),
                          QKeyCombination(Qt::CTRL, Qt::Key_T).toCombined(),
                          QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_L).toCombined(), int(Qt::Key_Escape)};
        if (std::find(std::begin(taken), std::end(taken), command->key()) != std::end(taken))
            command->setKey(0);
    }
    setLanguage(language);
}

void CodeView::setLanguage(Language language)
{
    if (lexer() && m_language == language)
        return;
    m_language = language;
    QsciLexer *before = lexer();
    setLexer(lexerFor(language, this));
    delete before;
    setFolding(language == Language::Json ? PlainFoldStyle : NoFoldStyle, FoldMargin);
    wear();
}

void CodeView::showText(const QString &text)
{
    const QString shown = withShortLines(text);
    m_isShortened = shown.size() != text.size();
    if (shown == this->text())
        return;
    const int line = firstVisibleLine();
    setText(shown);
    setFirstVisibleLine(line);
    fitLineNumbers();
}

void CodeView::fitLineNumbers()
{
    const QFontMetrics metrics(Fonts::mono(11));
    const auto digits = std::max<qsizetype>(2, QString::number(lines()).size());
    setMarginWidth(LineMargin,
                   m_language == Language::Json
                       ? 0
                       : metrics.horizontalAdvance(QLatin1Char('0')) * int(digits) + Fonts::scaled(12));
}

void CodeView::wear()
{
    const Tokens &tokens = Tokens::of(palette());
    wearLexer();
    setCaretForegroundColor(tokens.text);
    setSelectionBackgroundColor(tokens.selection);
    resetSelectionForegroundColor();
    setFoldMarginColors(tokens.base, tokens.base);
    for (unsigned long marker = SC_MARKNUM_FOLDEREND; marker <= SC_MARKNUM_FOLDEROPEN; ++marker) {
        SendScintilla(SCI_MARKERSETFORE, marker, tokens.base); // the box
        SendScintilla(SCI_MARKERSETBACK, marker, tokens.text3); // the sign in it
    }
    setMarginsFont(Fonts::editor(11));
    setMarginsBackgroundColor(tokens.base);
    setMarginsForegroundColor(tokens.text3);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, static_cast<long>(Fonts::scaled(8)));
    fitLineNumbers();
}

void CodeView::wearLexer()
{
    const Tokens &tokens = Tokens::of(palette());
    QsciLexer *worn = lexer();
    const QFont font = Fonts::editor(12);
    worn->setDefaultPaper(tokens.base);
    worn->setDefaultColor(tokens.text);
    worn->setDefaultFont(font);
    worn->setFont(font, -1);
    worn->setPaper(tokens.base, -1);
    worn->setColor(tokens.text, -1);
    switch (m_language) {
    case Language::Json:
        worn->setColor(tokens.accent, QsciLexerJSON::Property);
        for (const int style : {QsciLexerJSON::String, QsciLexerJSON::IRI, QsciLexerJSON::IRICompact})
            worn->setColor(tokens.string, style);
        worn->setColor(tokens.number, QsciLexerJSON::Number);
        worn->setColor(tokens.keyword, QsciLexerJSON::Keyword);
        worn->setColor(tokens.operatorText, QsciLexerJSON::Operator);
        break;
    case Language::Yaml:
        worn->setColor(tokens.accent, QsciLexerYAML::Identifier);
        worn->setColor(tokens.keyword, QsciLexerYAML::Keyword);
        worn->setColor(tokens.number, QsciLexerYAML::Number);
        worn->setColor(tokens.operatorText, QsciLexerYAML::Operator);
        worn->setColor(tokens.text3, QsciLexerYAML::Comment);
        worn->setColor(tokens.string, QsciLexerYAML::Reference);
        break;
    case Language::Properties:
        worn->setColor(tokens.accent, QsciLexerProperties::Key);
        worn->setColor(tokens.text3, QsciLexerProperties::Comment);
        break;
    case Language::Plain:
        break;
    }
}

void CodeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        wear();
    QsciScintilla::changeEvent(event);
}

} // namespace Gantry
