// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/querytab.h"

#include "console/findbar.h"
#include "console/resulttabs.h"
#include "console/sqleditor.h"
#include "console/statementtracker.h"
#include "look/fonts.h"
#include "postgres/sqllexer.h"

#include <QEvent>
#include <QFileInfo>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

namespace {

/// At least, where there is room for it.
constexpr int UsualEditor = 74, UsualResults = 100;
/// Two lines of a text.
constexpr int LowestEditor = 40;
/// Of results: their tabs, the header, two rows and the foot.
constexpr int FewRows = 160;
/// Scintilla has no margin above its first line.
constexpr int AboveEditor = 6;
/// With find and replace between editor and results.
constexpr int LowestTab = AboveEditor + LowestEditor + 90 + LowestEditor;

/// What is to be done so that a statement behind \a text is one of its own.
QueryTab::SqlEnd endOf(const QByteArray &text, const QList<SqlStatement> &statements)
{
    const auto isOpen = [](const QByteArray &tail) {
        const QList<SqlStatement> left = StatementSplitter::split(tail);
        if (std::any_of(left.cbegin(), left.cend(), [](const SqlStatement &one) { return !one.terminated; }))
            return true;
        SqlLexer lexer(tail);
        while (lexer.next().kind != SqlTokenKind::End) { }
        return lexer.state().mode == SqlLexerState::Mode::Inside;
    };
    qsizetype from = 0;
    qsizetype semicolon = -1;
    for (const SqlStatement &statement : statements) {
        if (!statement.terminated)
            semicolon = statement.end;
        from = std::max(from, statement.terminated ? statement.end : 0);
    }
    if (semicolon < 0)
        return {-1, isOpen(text.mid(from) + '\n')};
    // In a string, a comment or parentheses it would close nothing.
    const auto last = std::find_if(statements.cbegin(), statements.cend(),
                                   [](const SqlStatement &statement) { return !statement.terminated; });
    QByteArray tail = text.mid(last->begin) + '\n';
    tail.insert(semicolon - last->begin, ';');
    return isOpen(tail) ? QueryTab::SqlEnd{-1, true} : QueryTab::SqlEnd{semicolon, false};
}

} // namespace

QueryTab::QueryTab(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(title)
    , m_editor(new SqlEditor(this))
    , m_findBar(new FindBar(m_editor, this))
    , m_results(new ResultTabs(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    auto *upper = new QWidget(m_splitter);
    auto *upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, Fonts::scaled(AboveEditor), 0, 0);
    upperLayout->setSpacing(0);
    upperLayout->addWidget(m_editor, 1);
    upperLayout->addWidget(m_findBar);
    m_splitter->addWidget(upper);
    m_splitter->addWidget(m_results);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setObjectName(QStringLiteral("querySplitter"));
    m_findBar->installEventFilter(this);
    shareHeight(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setFocusProxy(m_editor);

    connect(m_editor, &QsciScintilla::textChanged, this, [this] {
        ++m_revision;
        if (m_loading)
            return;
        m_changed = true;
        Q_EMIT changed();
    });
}

bool QueryTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_findBar && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        shareHeight(event->type() == QEvent::ShowToParent);
    return QWidget::eventFilter(watched, event);
}

void QueryTab::shareHeight(bool finding)
{
    // On a low screen the results make way for find and replace: the window cannot become higher.
    if (finding) {
        setMinimumHeight(0); // as much as its parts need
        m_editor->setMinimumHeight(Fonts::scaled(LowestEditor));
        m_results->setMinimumHeight(Fonts::scaled(LowestEditor));
        return;
    }
    // Else the editor makes way for a few rows.
    setMinimumHeight(Fonts::scaled(LowestTab) + m_splitter->handleWidth());
    const int room = height() - Fonts::scaled(AboveEditor) - m_splitter->handleWidth();
    const int few = Fonts::scaled(FewRows);
    m_editor->setMinimumHeight(std::clamp(room - few, Fonts::scaled(LowestEditor), Fonts::scaled(UsualEditor)));
    const bool isLow = room < 2 * few;
    m_results->setMinimumHeight(isLow ? std::clamp(room - m_editor->minimumHeight(), Fonts::scaled(UsualResults), few)
                                      : Fonts::scaled(UsualResults));
}

void QueryTab::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    shareHeight(!m_findBar->isHidden());
}

QString QueryTab::tabText() const
{
    return m_changed && !m_path.isEmpty() ? m_title + QStringLiteral(" •") : m_title;
}

bool QueryTab::isEmpty() const
{
    return m_editor->utf8().trimmed().isEmpty();
}

void QueryTab::setFile(const QString &path, const QByteArray &digest, bool isAll)
{
    m_path = path;
    m_fileDigest = digest;
    m_title = QFileInfo(path).fileName();
    m_changed = !isAll;
    Q_EMIT changed();
}

void QueryTab::load(const StoredQuery &stored)
{
    const QScopedValueRollback loading(m_loading, true);
    m_title = stored.title;
    m_path = stored.path;
    m_fileDigest = stored.fileDigest;
    m_editor->setScript(stored.text.toUtf8(), true);
    m_editor->moveCursor(stored.cursor);
    m_changed = stored.changed;
}

StoredQuery QueryTab::stored() const
{
    StoredQuery result;
    result.title = m_title;
    result.path = m_path;
    result.fileDigest = m_fileDigest;
    result.text = QString::fromUtf8(m_editor->utf8());
    result.cursor = m_editor->cursorPosition();
    result.changed = m_changed;
    return result;
}

void QueryTab::recall(const QByteArray &statement, qint64 id)
{
    if (isRecalledIntact()) { // where the text before it ends is known
        putRecalled(statement, id, {});
        return;
    }
    m_editor->statements()->whenCurrent(this, [this, statement, id] {
        putRecalled(statement, id, endOf(m_editor->utf8(), m_editor->statements()->statements()));
    });
}

bool QueryTab::isRecalledIntact() const
{
    return m_recalled && m_editor->utf8().mid(m_recalled->begin) == m_recalled->text;
}

void QueryTab::putRecalled(const QByteArray &statement, qint64 id, SqlEnd end)
{
    QByteArray text = m_editor->utf8();
    qsizetype cursor = m_editor->cursorPosition();
    // What was recalled before makes way, unless the user has worked on it.
    if (isRecalledIntact()) {
        end = m_recalled->end;
        text.truncate(m_recalled->begin);
        if (end.semicolon >= 0 && end.semicolon < text.size() && text.at(end.semicolon) == ';')
            text.remove(end.semicolon, 1);
        cursor = std::min(m_recalled->cursor, text.size());
    }
    m_recalled.reset();
    if (statement.isEmpty()) {
        m_editor->setScript(text, false);
        m_editor->moveCursor(cursor);
        return;
    }
    if (end.semicolon >= 0)
        text.insert(std::min(end.semicolon, text.size()), ';');
    Recalled recalled{text.size(), statement, id, cursor, end};
    if (!text.trimmed().isEmpty())
        recalled.text.prepend(text.endsWith('\n') ? "\n" : "\n\n");
    text += recalled.text;
    m_editor->setScript(text, false);
    if (end.isOpen)
        m_editor->SendScintilla(QsciScintillaBase::SCI_SETSEL,
                                static_cast<unsigned long>(text.size() - statement.size()),
                                static_cast<long>(text.size()));
    else
        m_editor->moveCursor(text.size());
    recalled.revision = m_revision;
    m_recalled = recalled;
}

qint64 QueryTab::historyPosition() const
{
    return m_recalled && m_recalled->revision == m_revision ? m_recalled->id : 0;
}

void QueryTab::beginHistoryAnew()
{
    if (m_recalled)
        m_recalled->id = 0;
}

} // namespace Gantry
