// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/sqleditor.h"

#include "console/sqlcolouring.h"
#include "console/statementtracker.h"
#include "look/fonts.h"
#include "look/hiddencharacters.h"
#include "look/icons.h"
#include "look/tokens.h"

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace Gantry {

namespace {

/// How near the caret comes to the sides before the text is scrolled.
int caretSlop()
{
    return Fonts::scaled(48);
}

/// A shortcut, also of an action that is not available now. Ctrl+Alt is AltGr on some platforms, and types.
bool isShortcut(const QKeyEvent *event)
{
    return event->modifiers().testFlag(Qt::ControlModifier) && !event->modifiers().testFlag(Qt::AltModifier);
}

bool isHistoryKey(const QKeyEvent *event)
{
    return event->modifiers() == Qt::ControlModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down);
}

QStringList droppedFiles(const QMimeData *data)
{
    QStringList paths;
    const QList<QUrl> urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

SqlEditor::SqlEditor(QWidget *parent)
    : QsciScintilla(parent)
    , m_colouring(new SqlColouring(this))
    , m_statements(new StatementTracker([this] { return length(); }, [this] { return utf8(); }, this))
{
    setObjectName(QStringLiteral("sqlEditor"));
    setAccessibleName(tr("SQL editor"));
    setUp();
    freeShortcuts();
    setLexer(m_colouring);
    m_ready = true;
    wearTheme();

    connect(this, &QsciScintilla::textChanged, this, [this] {
        clearError();
        updateMargins();
        m_shown = {-1, -1}; // the markers have moved with the lines
        m_statements->invalidate();
    });
    connect(m_statements, &StatementTracker::updated, this, &SqlEditor::markStatement);
    // Cursor, selection and scrolling alike.
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int updated) {
        markStatement();
        if ((updated & SC_UPDATE_CONTENT) != 0)
            fitScrollWidth();
    });
    m_statements->invalidate();
}

void SqlEditor::setUp()
{
    setFrameShape(QFrame::NoFrame);
    setUtf8(true);
    setEolMode(EolUnix);
    setTabWidth(4);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    setBackspaceUnindents(true);
    setBraceMatching(SloppyBraceMatch);
    setWrapMode(WrapNone);
    setCaretLineVisible(true);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    showHiddenCharacters(this);
    // A line that is scrolled to shows what stands before and behind the caret.
    SendScintilla(SCI_SETXCARETPOLICY, static_cast<unsigned long>(CARET_SLOP | CARET_EVEN), caretSlop());
    SendScintilla(SCI_SETCARETLINEVISIBLEALWAYS, 1L);
    SendScintilla(SCI_SETMULTIPLESELECTION, 0L);
    SendScintilla(SCI_SETENDATLASTLINE, 1L);
    // A jump to the end of a large script colours it in slices between events instead of all at once.
    SendScintilla(SCI_SETIDLESTYLING, static_cast<unsigned long>(SC_IDLESTYLING_TOVISIBLE));

    // Colouring changes styles and line states all the time; nobody listens.
    SendScintilla(SCI_SETMODEVENTMASK,
                  static_cast<unsigned long>(SC_MODEVENTMASKALL & ~(SC_MOD_CHANGESTYLE | SC_MOD_CHANGELINESTATE)));

    setMarginType(ErrorMargin, SymbolMargin);
    setMarginMarkerMask(ErrorMargin, 1 << ErrorMarker);
    setMarginType(LineMargin, NumberMargin);
    setMarginMarkerMask(LineMargin, 0);
    setMarginType(BarMargin, SymbolMargin);
    setMarginMarkerMask(BarMargin, 1 << BarMarker | 1 << ErrorBarMarker);
    for (const int margin : {ErrorMargin, LineMargin, BarMargin})
        setMarginSensitivity(margin, false);
    markerDefine(FullRectangle, BarMarker);
    markerDefine(FullRectangle, ErrorBarMarker);
    indicatorDefine(SquiggleIndicator, ErrorIndicator);
    setAnnotationDisplay(AnnotationIndented);
}

void SqlEditor::freeShortcuts()
{
    // Keys that mean something else in Gantry, or that would cut a line where a user expects to search.
    const int taken[] = {
        QKeyCombination(Qt::CTRL, Qt::Key_L).toCombined(),
        QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_L).toCombined(),
        QKeyCombination(Qt::CTRL, Qt::Key_T).toCombined(),
        QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_T).toCombined(),
        QKeyCombination(Qt::CTRL, Qt::Key_Up).toCombined(),
        QKeyCombination(Qt::CTRL, Qt::Key_Down).toCombined(),
        int(Qt::Key_Escape),
    };
    const QList<QsciCommand *> commands = standardCommands()->commands();
    for (QsciCommand *command : commands) {
        if (std::find(std::begin(taken), std::end(taken), command->key()) != std::end(taken))
            command->setKey(0);
        if (std::find(std::begin(taken), std::end(taken), command->alternateKey()) != std::end(taken))
            command->setAlternateKey(0);
    }
}

void SqlEditor::wearTheme()
{
    const Tokens &tokens = Tokens::of(palette());
    m_colouring->wear(tokens);
    // The space beside and below the text; QScintilla's setPaper() does nothing while there is a lexer.
    SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(STYLE_DEFAULT), tokens.base);
    SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(STYLE_DEFAULT), tokens.text);
    setCaretForegroundColor(tokens.text);
    setCaretLineBackgroundColor(tokens.hover);
    setSelectionBackgroundColor(tokens.selection);
    resetSelectionForegroundColor();
    setMatchedBraceBackgroundColor(tokens.accentTint);
    setMatchedBraceForegroundColor(tokens.accent);
    setUnmatchedBraceBackgroundColor(tokens.base);
    setUnmatchedBraceForegroundColor(tokens.red.text);
    setMarginsBackgroundColor(tokens.base);
    setMarginsForegroundColor(tokens.text3);
    QFont numbers = Fonts::editor(11);
    setMarginsFont(numbers);
    setMarkerBackgroundColor(tokens.accent, BarMarker);
    setMarkerForegroundColor(tokens.accent, BarMarker);
    setMarkerBackgroundColor(tokens.red.text, ErrorBarMarker);
    setMarkerForegroundColor(tokens.red.text, ErrorBarMarker);
    markerDefine(symbolIcon(QStringLiteral("error"), Tone::Error).pixmap(QSize(12, 12), devicePixelRatioF()),
                 ErrorMarker);
    setIndicatorForegroundColor(tokens.red.text, ErrorIndicator);
    // In the pictures 20 to 21 pixels a line at 13 pixels of text.
    const int natural = QFontMetrics(Fonts::mono(Fonts::BasePixelSize)).height();
    const int spare = std::max(0, Fonts::scaled(21) - natural);
    setExtraAscent(spare - spare / 2);
    setExtraDescent(spare / 2);
    SendScintilla(SCI_SETMARGINLEFT, 0UL, static_cast<long>(Fonts::scaled(9)));
    SendScintilla(SCI_SETMARGINRIGHT, 0UL, static_cast<long>(Fonts::scaled(8)));
    updateMargins();
    if (hasError())
        annotateError();
}

void SqlEditor::updateMargins()
{
    const QFontMetrics metrics(Fonts::mono(11));
    const auto digits = QString::number(std::max(99, lines())).size();
    setMarginWidth(ErrorMargin, Fonts::scaled(16));
    setMarginWidth(LineMargin, metrics.horizontalAdvance(QLatin1Char('0')) * int(digits) + Fonts::scaled(8));
    setMarginWidth(BarMargin, Fonts::scaled(3));
}

int SqlEditor::textWidth() const
{
    int width = viewport()->width();
    for (const int margin : {ErrorMargin, LineMargin, BarMargin})
        width -= marginWidth(margin);
    return width;
}

void SqlEditor::fitScrollWidth()
{
    // Scintilla widens it with the lines that it shows and never narrows it: a short text after a long one stayed out
    // of sight.
    const int room = textWidth();
    const int offset = int(SendScintilla(SCI_GETXOFFSET));
    const int known = int(SendScintilla(SCI_GETSCROLLWIDTH));
    if (known <= room && offset == 0)
        return;
    const auto top = SendScintilla(SCI_DOCLINEFROMVISIBLE, static_cast<unsigned long>(firstVisibleLine()));
    const auto bottom = std::min<long>(top + SendScintilla(SCI_LINESONSCREEN), lines() - 1);
    int widest = 0;
    for (auto line = static_cast<unsigned long>(top); line <= static_cast<unsigned long>(bottom); ++line) {
        const long begin = SendScintilla(SCI_POSITIONFROMLINE, line);
        const long end = SendScintilla(SCI_GETLINEENDPOSITION, line);
        widest = std::max(
            widest,
            int(SendScintilla(SCI_POINTXFROMPOSITION, 0UL, end) - SendScintilla(SCI_POINTXFROMPOSITION, 0UL, begin)));
        if (widest >= known)
            return;
    }
    if (widest + Fonts::scaled(10) <= room) { // with the caret behind it
        SendScintilla(SCI_SETXOFFSET, 0UL);
        setScrollWidth(1);
    } else {
        setScrollWidth(std::max(widest, offset + room));
    }
}

qsizetype SqlEditor::length() const
{
    return SendScintilla(SCI_GETLENGTH);
}

int SqlEditor::lineOf(qsizetype position) const
{
    return int(SendScintilla(SCI_LINEFROMPOSITION, static_cast<unsigned long>(position)));
}

QByteArray SqlEditor::utf8() const
{
    QByteArray text = bytes(0, int(length()));
    text.resize(length()); // without the terminating zero that QScintilla adds
    return text;
}

void SqlEditor::setScript(const QByteArray &text, bool fresh)
{
    if (!fresh)
        SendScintilla(SCI_BEGINUNDOACTION);
    SendScintilla(SCI_CLEARALL);
    SendScintilla(SCI_ADDTEXT, uintptr_t(text.size()), text.constData());
    if (!fresh)
        SendScintilla(SCI_ENDUNDOACTION);
    else
        SendScintilla(SCI_EMPTYUNDOBUFFER);
    moveCursor(0);
}

qsizetype SqlEditor::cursorPosition() const
{
    return SendScintilla(SCI_GETCURRENTPOS);
}

void SqlEditor::moveCursor(qsizetype position)
{
    SendScintilla(SCI_GOTOPOS, static_cast<unsigned long>(std::clamp<qsizetype>(position, 0, length())));
}

void SqlEditor::insertAtCursor(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    SendScintilla(SCI_REPLACESEL, bytes.constData());
}

bool SqlEditor::isSelectionEmpty() const
{
    return SendScintilla(SCI_GETSELECTIONEMPTY) != 0;
}

void SqlEditor::withStatement(std::function<void(const Piece &)> then)
{
    if (!isSelectionEmpty()) {
        withAll(std::move(then));
        return;
    }
    m_statements->whenCurrent(this, [this, then = std::move(then)] {
        Piece piece;
        piece.script = utf8();
        const qsizetype index
            = StatementSplitter::statementAt(m_statements->statements(), piece.script, cursorPosition());
        if (index >= 0)
            piece.statements.append(m_statements->statements().at(index));
        then(piece);
    });
}

void SqlEditor::withAll(std::function<void(const Piece &)> then)
{
    if (!isSelectionEmpty()) {
        Piece piece;
        piece.offset = SendScintilla(SCI_GETSELECTIONSTART);
        piece.line = lineOf(piece.offset);
        piece.script = utf8().mid(piece.offset, SendScintilla(SCI_GETSELECTIONEND) - piece.offset);
        piece.statements = StatementSplitter::split(piece.script);
        then(piece);
        return;
    }
    m_statements->whenCurrent(this, [this, then = std::move(then)] {
        then(Piece{utf8(), m_statements->statements()});
    });
}

void SqlEditor::markStatement()
{
    std::pair<int, int> marked{-1, -1};
    if (m_statements->isCurrent()) {
        const QList<SqlStatement> &statements = m_statements->statements();
        const QByteArrayView script(static_cast<const char *>(SendScintillaPtrResult(SCI_GETCHARACTERPOINTER)),
                                    length());
        const qsizetype index = StatementSplitter::statementAt(statements, script, cursorPosition());
        if (index >= 0)
            marked = {statements.at(index).line, lineOf(std::max<qsizetype>(0, statements.at(index).end - 1))};
    }
    // Only lines on the screen carry the marker: a statement can have a hundred thousand.
    const int top = firstVisibleLine();
    const std::pair<int, int> shown{std::max(top, marked.first),
                                    std::min(top + int(SendScintilla(SCI_LINESONSCREEN)) + 1, marked.second)};
    if (marked == m_marked && shown == m_shown)
        return;
    m_marked = marked;
    m_shown = shown;
    markerDeleteAll(BarMarker);
    for (int line = shown.first; line <= shown.second; ++line)
        markerAdd(line, BarMarker);
}

void SqlEditor::toggleComment()
{
    int firstLine = 0;
    int firstIndex = 0;
    int lastLine = 0;
    int lastIndex = 0;
    const bool selected = !isSelectionEmpty();
    if (selected)
        getSelection(&firstLine, &firstIndex, &lastLine, &lastIndex);
    else
        getCursorPosition(&firstLine, &firstIndex);
    if (!selected)
        lastLine = firstLine;
    else if (lastIndex == 0 && lastLine > firstLine)
        --lastLine; // a selection that ends before the first letter of a line does not mean that line

    const auto isBlank = [this](int line) { return text(line).trimmed().isEmpty(); };
    const auto isComment = [this](int line) { return text(line).trimmed().startsWith(QLatin1String("--")); };
    bool all = true;
    for (int line = firstLine; line <= lastLine; ++line)
        all = all && (isBlank(line) || isComment(line));
    beginUndoAction();
    for (int line = firstLine; line <= lastLine; ++line) {
        if (isBlank(line) && firstLine != lastLine)
            continue;
        if (!all || isBlank(line)) {
            insertAt(QStringLiteral("-- "), line, 0);
            continue;
        }
        const QString before = text(line);
        const int at = int(before.indexOf(QLatin1String("--")));
        const int width = QStringView(before).mid(at + 2).startsWith(QLatin1Char(' ')) ? 3 : 2;
        const auto from = static_cast<unsigned long>(positionFromLineIndex(line, at));
        SendScintilla(SCI_DELETERANGE, from, static_cast<long>(width));
    }
    endUndoAction();
}

bool SqlEditor::event(QEvent *event)
{
    // Else a shortcut of the window for the same key would come first.
    if (event->type() == QEvent::ShortcutOverride && isHistoryKey(static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QsciScintilla::event(event);
}

void SqlEditor::keyPressEvent(QKeyEvent *event)
{
    if (isHistoryKey(event)) {
        Q_EMIT historyRequested(event->key() == Qt::Key_Down);
    } else if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier) {
        SendScintilla(SCI_CANCEL);
        Q_EMIT escapePressed();
    } else if (isShortcut(event)) {
        // Scintilla obeys its own keys and would type the character of the others.
        QKeyEvent bare(event->type(), event->key(), event->modifiers(), event->nativeScanCode(),
                       event->nativeVirtualKey(), event->nativeModifiers(), {}, event->isAutoRepeat());
        QsciScintilla::keyPressEvent(&bare);
    } else {
        QsciScintilla::keyPressEvent(event);
    }
}

void SqlEditor::changeEvent(QEvent *event)
{
    QsciScintilla::changeEvent(event);
    if (m_ready && (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange))
        wearTheme();
}

void SqlEditor::resizeEvent(QResizeEvent *event)
{
    QsciScintilla::resizeEvent(event);
    if (hasError())
        annotateError();
}

void SqlEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (droppedFiles(event->mimeData()).isEmpty())
        QsciScintilla::dragEnterEvent(event);
    else
        event->acceptProposedAction();
}

void SqlEditor::dragMoveEvent(QDragMoveEvent *event)
{
    if (droppedFiles(event->mimeData()).isEmpty())
        QsciScintilla::dragMoveEvent(event);
    else
        event->acceptProposedAction();
}

void SqlEditor::dropEvent(QDropEvent *event)
{
    const QStringList paths = droppedFiles(event->mimeData());
    if (paths.isEmpty()) {
        QsciScintilla::dropEvent(event);
        return;
    }
    event->acceptProposedAction();
    Q_EMIT filesDropped(paths);
}

} // namespace Gantry
