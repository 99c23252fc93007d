// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/consolestore.h"

#include <QWidget>

#include <optional>

class QSplitter;

namespace Gantry {

class FindBar;
class ResultTabs;
class SqlEditor;

/// One query of a console: the text in its editor and what running it gave.
class QueryTab : public QWidget
{
    Q_OBJECT

public:
    /// How a text ends that another statement is put behind.
    struct SqlEnd
    {
        qsizetype semicolon = -1; ///< where one is missing
        bool isOpen = false; ///< in a string, a comment or parentheses
    };

    explicit QueryTab(const QString &title, QWidget *parent = nullptr);

    SqlEditor *editor() const { return m_editor; }
    FindBar *findBar() const { return m_findBar; }
    ResultTabs *results() const { return m_results; }
    QSplitter *splitter() const { return m_splitter; }

    /// Title with a dot where the text differs from its file.
    const QString &title() const { return m_title; }
    QString tabText() const;
    const QString &path() const { return m_path; }
    bool isChanged() const { return m_changed; }
    bool isEmpty() const;

    /// The text comes from a file with these bytes, or has been written to it.
    /// Without \a isAll the editor has more by now.
    void setFile(const QString &path, const QByteArray &digest, bool isAll = true);
    /// Of the file's bytes when it was read or written last; empty when that is not known.
    const QByteArray &fileDigest() const { return m_fileDigest; }
    void load(const StoredQuery &stored);
    StoredQuery stored() const;
    /// Shows a statement of the history at the end of the text; the next one takes its place. Empty takes it away and
    /// leaves what was there before the first, with the cursor where it was. \a id is its place in the history.
    /// It runs alone: a statement before it gets its semicolon for as long; where none can end it, the recalled one
    /// is selected.
    void recall(const QByteArray &statement, qint64 id = 0);
    /// Where the history keys have come to; 0 is after the newest statement, as when the text was changed since.
    qint64 historyPosition() const;
    void beginHistoryAnew();
    /// Counts changes of the text, to tell whether positions of an earlier one still hold.
    quint64 revision() const { return m_revision; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void shareHeight(bool finding);
    bool isRecalledIntact() const;
    void putRecalled(const QByteArray &statement, qint64 id, SqlEnd end);

    QString m_title;
    QString m_path;
    QByteArray m_fileDigest;
    SqlEditor *m_editor;
    FindBar *m_findBar;
    ResultTabs *m_results;
    QSplitter *m_splitter;
    bool m_changed = false;
    bool m_loading = false;
    quint64 m_revision = 0;
    struct Recalled
    {
        qsizetype begin = 0;
        QByteArray text; ///< with the line breaks before it
        qint64 id = 0; ///< in the history
        qsizetype cursor = 0; ///< before the first was recalled
        SqlEnd end; ///< of the text that was there then
        quint64 revision = 0; ///< of the whole text with it
    };
    std::optional<Recalled> m_recalled;
};

} // namespace Gantry
