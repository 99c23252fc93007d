// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/scintilla.h"
#include "postgres/statementsplitter.h"

namespace Gantry {

class SqlColouring;
class StatementTracker;

/// The editor "SQL editor". Positions are bytes of its UTF-8 text, as the splitter and the server's answers use them.
class SqlEditor : public QsciScintilla
{
    Q_OBJECT

public:
    /// What a run takes from the editor: a script and the statements of it that are meant.
    struct Piece
    {
        QByteArray script;
        QList<SqlStatement> statements;
        qsizetype offset = 0; ///< where the script begins in the editor; -1 when it does not come from there
        int line = 0; ///< the editor's line of its beginning
    };

    explicit SqlEditor(QWidget *parent = nullptr);

    QByteArray utf8() const;
    /// Replaces the text as one step that can be undone, or, with \a fresh, as if it had always been there.
    void setScript(const QByteArray &text, bool fresh);
    qsizetype cursorPosition() const;
    /// What Scintilla says. QScintilla's hasSelectedText() still says yes when something was typed over a selection.
    bool isSelectionEmpty() const;
    void moveCursor(qsizetype position);
    void insertAtCursor(const QString &text);

    /// Gives the selection, or the statement at the cursor, to \a then; a large text takes a moment in the pool.
    void withStatement(std::function<void(const Piece &)> then);
    /// The same with every statement of the text, or of the selection.
    void withAll(std::function<void(const Piece &)> then);

    /// Of the whole text.
    StatementTracker *statements() const { return m_statements; }

    /// Marks the place of an error and shows the beginnings of \a message and \a hint below its line; gone at the next
    /// change or run. Goes to the place when it is \a exact; else only the line is meant.
    void showError(qsizetype position, const QString &message, const QString &hint = {}, bool exact = true);
    void clearError();
    bool hasError() const { return m_errorLine >= 0; }

    /// The lines beside which the bar stands now: of the statement that would run. (-1, -1) for none.
    std::pair<int, int> markedLines() const { return m_marked; }

public Q_SLOTS:
    /// Puts "-- " before the lines of the selection, or takes it away where all have it.
    void toggleComment();

Q_SIGNALS:
    /// Ctrl+Up and Ctrl+Down.
    void historyRequested(bool newer);
    void escapePressed();
    /// Files were dropped.
    void filesDropped(const QStringList &paths);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Margins { ErrorMargin, LineMargin, BarMargin };
    enum Markers { BarMarker, ErrorMarker, ErrorBarMarker };
    static constexpr int ErrorIndicator = 8; // the first one that Scintilla leaves to the application

    void setUp();
    void freeShortcuts();
    void wearTheme();
    void updateMargins();
    void fitScrollWidth();
    /// Where text is seen, without the margins.
    int textWidth() const;
    void annotateError();
    /// So that its message is seen.
    void scrollToError();
    void markStatement();
    qsizetype length() const;
    int lineOf(qsizetype position) const;

    SqlColouring *m_colouring;
    StatementTracker *m_statements;
    std::pair<int, int> m_marked{-1, -1};
    std::pair<int, int> m_shown{-1, -1}; ///< the lines that carry the bar's marker
    int m_errorLine = -1;
    QString m_errorMessage;
    QString m_errorHint;
    bool m_ready = false;
};

} // namespace Gantry
