// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/queryresult.h"
#include "postgres/sessionevents.h"

#include <QWidget>

#include <memory>

class QHBoxLayout;
class QMenu;
class QStackedWidget;

namespace Gantry {

class MenuButton;
class MessagesView;
class ResultPane;
class TabBar;

/// What a run gave: a tab for each result, and Messages. Results whose tabs do not fit are in a menu beside them;
/// Messages always is in sight.
class ResultTabs : public QWidget
{
    Q_OBJECT

public:
    /// More results of one run are counted, not shown.
    static constexpr int MostResults = 50;

    explicit ResultTabs(QWidget *parent = nullptr);

    /// A new run begins: the old results go.
    void clear();
    void addResult(const std::shared_ptr<QueryResult> &result, ExpandedDisplay expanded);
    MessagesView *messages() const { return m_messages; }
    void showMessages();
    /// The tab after the current one, or before it where \a by is negative; from the last to the first.
    void step(int by);
    /// Results received, also those that are not shown.
    int resultCount() const { return m_received; }
    ResultPane *pane(int index) const;
    /// Null while Messages is shown.
    ResultPane *currentPane() const;
    /// Where the keyboard goes: the current grid or the messages.
    QWidget *focusTarget() const;
    /// Buttons at the right of the tabs.
    void addTool(QWidget *tool);

Q_SIGNALS:
    void currentChanged();
    void menuRequested(const QPoint &globalPosition);

private:
    void updateBadge(ResultPane *pane);
    void updateMessagesBadge();
    void updateMore();
    void listMore();

    TabBar *m_bar;
    MenuButton *m_more;
    QStackedWidget *m_stack;
    QHBoxLayout *m_tools;
    MessagesView *m_messages;
    int m_received = 0;
};

} // namespace Gantry
