// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/messagesview.h"

#include "console/printable.h"
#include "items/humanize.h"
#include "look/fonts.h"
#include "look/oneline.h"
#include "look/tokens.h"
#include "postgres/passwordmask.h"
#include "postgres/sqlsession.h"

#include <QLocale>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr int MostLines = 10000;
constexpr int MostLinesOfOne = 1000;
constexpr int LongestWord = 16 * 1024;
constexpr int LongestMessage = 64 * 1024;
constexpr int LongestError = LongestMessage - 1024; ///< with which its place still fits in
constexpr int AnnounceMilliseconds = 16;
constexpr int ToneProperty = QTextFormat::UserProperty + 1;

Tone toneOf(const ServerMessage &message)
{
    if (message.isError())
        return Tone::Error;
    return message.severity == QLatin1String("WARNING") ? Tone::Caution : Tone::Muted;
}

QString beginningOf(const QString &text, qsizetype most)
{
    return text.size() > most ? text.left(most) + QChar(0x2026) : text;
}

/// So much that it does not drive its own beginning out, and of a word what Qt lays out at once: its time to break one
/// into lines grows with the square of the length.
QString bounded(const QString &text, qsizetype most)
{
    int lines = 1;
    qsizetype word = 0;
    for (qsizetype i = 0; i < std::min(text.size(), most); ++i) {
        if (text.at(i) == u'\n' && ++lines > MostLinesOfOne)
            return beginningOf(text, i);
        word = text.at(i).isSpace() ? 0 : word + 1;
        if (word > LongestWord)
            return beginningOf(text, i);
    }
    return beginningOf(text, most);
}

/// The same of all parts of an error, none of which drives out another.
QString boundedError(ServerMessage error)
{
    QString *const parts[] = {&error.message, &error.detail, &error.hint, &error.internalQuery, &error.context};
    qsizetype size = 0;
    for (const QString *part : parts)
        size += part->size();
    for (QString *part : parts)
        *part = bounded(*part, size > LongestError ? LongestError / qsizetype(std::size(parts)) : LongestError);
    return error.text();
}

/// The beginning of a statement or a line of it, to tell which of several is meant.
QString beginningOf(const QByteArray &text)
{
    constexpr int Shown = 72;
    const QString line = printable(QString::fromUtf8(text.left(4 * Shown)).simplified());
    return beginningOf(line, Shown);
}

} // namespace

MessagesView::MessagesView(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(tr("Messages"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setMaximumBlockCount(MostLines);
    setFont(Fonts::mono(12));
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    // As far in as the text of the tabs above.
    document()->setDocumentMargin(8);
    setViewportMargins(10, 0, 4, 0);
    m_announcement.setSingleShot(true);
    m_announcement.setInterval(AnnounceMilliseconds);
    connect(&m_announcement, &QTimer::timeout, this, &MessagesView::countChanged);
}

void MessagesView::clearMessages()
{
    clear();
    m_count = 0;
    m_errors = 0;
    m_cautions = 0;
    m_omitted = 0;
    m_last.clear();
    m_first = {};
    announce();
}

void MessagesView::announce()
{
    if (!m_announcement.isActive())
        m_announcement.start();
}

void MessagesView::append(const QString &text, Tone tone)
{
    const QScrollBar *bar = verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    QTextCharFormat format;
    format.setForeground(Tokens::of(palette()).color(tone));
    format.setProperty(ToneProperty, int(tone));
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    if (!document()->isEmpty())
        cursor.insertBlock();
    cursor.insertText(visible(beginningOf(text, LongestMessage)), format);
    cursor.endEditBlock();
    if (atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    m_last = text;
    m_repeated = 1;
    m_omitted = 0;
    ++m_count;
    m_errors += tone == Tone::Error ? 1 : 0;
    m_cautions += tone == Tone::Caution ? 1 : 0;
    announce();
}

void MessagesView::tellOmitted(qint64 omitted)
{
    const qint64 all = m_omitted + omitted;
    const QString sentence
        = tr("%Ln more notice(s) came and are not shown.", nullptr, int(std::min<qint64>(all, INT_MAX)));
    if (m_omitted == 0) {
        append(sentence, Tone::Caution);
    } else {
        QTextCursor cursor(document());
        cursor.movePosition(QTextCursor::End);
        const QTextCharFormat format = cursor.charFormat();
        cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
        cursor.insertText(sentence, format);
    }
    m_omitted = all;
}

void MessagesView::addSentence(const QString &sentence, Tone tone)
{
    append(sentence, tone);
}

void MessagesView::addSentenceOnce(const QString &sentence, Tone tone)
{
    if (m_last != sentence) {
        append(sentence, tone);
        showLast();
        return;
    }
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    const QTextCharFormat format = cursor.charFormat();
    const auto times = [](int count) { return count > 1 ? u" (×%1)"_s.arg(QLocale().toString(count)) : QString(); };
    cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor, int(times(m_repeated).size()));
    cursor.insertText(times(++m_repeated), format);
    showLast();
}

/// Its beginning, where there is room for one line only.
void MessagesView::showLast()
{
    verticalScrollBar()->setValue(document()->lastBlock().firstLineNumber());
}

void MessagesView::addNotices(const QList<ServerMessage> &notices, qint64 omitted)
{
    for (const ServerMessage &notice : notices)
        append(bounded(notice.text(), LongestMessage), toneOf(notice));
    if (omitted > 0)
        tellOmitted(omitted);
}

QString MessagesView::named(const QString &ended, const QString &statement)
{
    return tr("%1: %2", "how a statement ended, and its beginning").arg(ended, statement);
}

void MessagesView::nameFirst()
{
    if (m_first.isNull() || m_firstStatement.isEmpty())
        return;
    m_first.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_first.insertText(named(m_first.selectedText(), m_firstStatement), m_first.charFormat());
    m_first = {};
}

void MessagesView::addOutcome(const StatementOutcome &outcome, int firstLine)
{
    const QString time = Humanize::shortDuration(outcome.totalMilliseconds);
    if (outcome.ok) {
        const QString ended
            = outcome.commandTag.isEmpty() ? tr("Done, %1").arg(time) : tr("%1, %2").arg(outcome.commandTag, time);
        const QString statement = beginningOf(withoutPasswords(QString::fromUtf8(outcome.query.left(1024))).toUtf8());
        if (outcome.index == 0 || statement.isEmpty()) {
            append(ended, Tone::Normal);
            m_firstStatement = statement;
            m_first = QTextCursor(document()->lastBlock());
        } else {
            nameFirst();
            append(named(ended, statement), Tone::Normal);
        }
        return;
    }
    nameFirst();
    const QString error = boundedError(outcome.error);
    if (outcome.cancelled) {
        append(tr("Cancelled after %1: %2\n%3").arg(time, beginningOf(outcome.query), error), Tone::Caution);
    } else {
        append(tr("%1\nafter %2 in line %3: %4")
                   .arg(error, time, QString::number(firstLine + outcome.errorLine.number + 1),
                        beginningOf(outcome.errorLine.text)),
               Tone::Error);
    }
}

void MessagesView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    // Each message keeps its tone and takes the colour of the new theme.
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto fragment = block.begin(); !fragment.atEnd(); ++fragment) {
            QTextCharFormat format = fragment.fragment().charFormat();
            if (!format.hasProperty(ToneProperty))
                continue;
            format.setForeground(Tokens::of(palette()).color(Tone(format.intProperty(ToneProperty))));
            QTextCursor cursor(document());
            cursor.setPosition(fragment.fragment().position());
            cursor.setPosition(fragment.fragment().position() + fragment.fragment().length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
        }
    }
}

} // namespace Gantry
