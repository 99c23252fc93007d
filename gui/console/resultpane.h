// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/queryresult.h"
#include "postgres/selectionstatistics.h"

#include <QTimer>
#include <QWidget>

#include <atomic>
#include <memory>

class QPlainTextEdit;
class QSplitter;

namespace Gantry {

class ElidedLabel;
class ResultFooter;
class ResultView;
class ValueView;

/// One result: its grid, a value in full beside it when wanted, below them what psql prints below a description, and
/// the line of figures.
class ResultPane : public QWidget
{
    Q_OBJECT

public:
    explicit ResultPane(std::shared_ptr<QueryResult> result, QWidget *parent = nullptr);
    ~ResultPane() override;

    const std::shared_ptr<QueryResult> &result() const { return m_result; }
    ResultView *view() const { return m_view; }
    ResultFooter *footer() const { return m_footer; }
    bool isExpanded() const { return m_expanded; }
    /// A line for each column instead of a row ("\x").
    void setExpanded(bool expanded);
    /// Once its first rows are there, and only if they do not fit beside each other then ("\x auto").
    void expandWhenTooWide();
    bool hasSelection() const;
    /// In the foot, until there is something else to say.
    void showNote(const QString &note);

public Q_SLOTS:
    void copyCells();
    void copyWithHeaders();
    void copyRows();
    /// Shows the current value in full, or hides it again.
    void toggleValue();

Q_SIGNALS:
    void menuRequested(const QPoint &globalPosition);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class CopyKind { Cells, WithHeaders, Rows };

    void build();
    /// Gives the grid its rows, or half of the room where the remarks need the rest.
    void divide();
    void updateTexts();
    void showFrame();
    void showContent();
    void chooseDisplay();
    void showValue();
    void hideValue();
    void startStatistics();
    void copy(CopyKind kind);

    std::shared_ptr<QueryResult> m_result;
    ElidedLabel *m_title;
    ResultView *m_view;
    ValueView *m_value;
    QSplitter *m_split; ///< grid and value
    QSplitter *m_parts; ///< these and the remarks
    QPlainTextEdit *m_remarks; ///< what psql prints below a description: indexes, keys, triggers
    ResultFooter *m_footer;
    bool m_expanded = false;
    bool m_choosing = false; ///< whether expanded or not
    bool m_userDivided = false;
    QTimer m_clock;
    QTimer m_statisticsPause;
    std::shared_ptr<std::atomic<bool>> m_statisticsCancelled;
};

} // namespace Gantry
