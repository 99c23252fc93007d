// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"

#include <QPlainTextEdit>
#include <QTextCursor>
#include <QTimer>

namespace Gantry {

struct ServerMessage;
struct StatementOutcome;

/// The text "Messages": notices, counts of rows, times and errors of the last run, the oldest gone beyond ten thousand
/// lines. Everything is plain text.
class MessagesView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MessagesView(QWidget *parent = nullptr);

    void clearMessages();
    void addSentence(const QString &sentence, Tone tone = Tone::Normal);
    /// Where that is the last message already, only how many times it has come.
    void addSentenceOnce(const QString &sentence, Tone tone = Tone::Normal);
    /// \a omitted more came and are not shown.
    void addNotices(const QList<ServerMessage> &notices, qint64 omitted);
    /// \a firstLine of the script in the editor, from 0. Names the statements where there are several.
    void addOutcome(const StatementOutcome &outcome, int firstLine = 0);
    /// Messages since clearMessages().
    qint64 count() const { return m_count; }
    bool hasErrors() const { return m_errors > 0; }
    /// Warnings, or that something was cancelled or not run.
    bool hasCautions() const { return m_cautions > 0; }

Q_SIGNALS:
    /// At most once a frame.
    void countChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void append(const QString &text, Tone tone);
    static QString named(const QString &ended, const QString &statement);
    /// The first statement gets its name when there is a second one.
    void nameFirst();
    void tellOmitted(qint64 omitted);
    void announce();
    void showLast();

    qint64 m_count = 0;
    qint64 m_errors = 0;
    qint64 m_cautions = 0;
    qint64 m_omitted = 0; ///< that the last line tells of
    QString m_last; ///< the last message
    int m_repeated = 1; ///< how many times it has come
    QTextCursor m_first; ///< the beginning of what the first statement came to, as long as it is the only one
    QString m_firstStatement;
    QTimer m_announcement;
};

} // namespace Gantry
