// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/event.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace Gantry {

class ActionButton;
class ContainerActions;
class ContainerLogPanel;
class ContainerOverview;
class ContainerStatsView;
class CopyButton;
class DetachedWindow;
class DiagnosisView;
class ElidedLabel;
class FilesPanel;
class InspectView;
class Label;
class PanelPlace;
class Pill;
class SeveralLogs;
class TabBar;
class TerminalPanel;
class Workbench;

/// What is known of the container that is selected: why it stopped, overview, log and raw inspection. It asks the
/// engine when another container comes and after each of its events; answers that come late are dropped.
class ContainerDetailsPane : public QWidget
{
    Q_OBJECT

public:
    /// The cause is the last one, so that the others keep their places whether there is one or not.
    enum Tab { OverviewTab, LogsTab, TerminalTab, StatsTab, FilesTab, InspectTab, CauseTab };
    Q_ENUM(Tab)

    ContainerDetailsPane(Workbench *workbench, ContainerActions *actions, QWidget *parent = nullptr);

    /// One id, several, or none.
    void setSelection(const QStringList &ids);
    /// Whether the page is too low for more than the head and a line.
    void setLow(bool low);
    void showTab(Tab tab);
    Tab tab() const;
    /// Moves the keyboard into what the tab shows.
    void focusTab();
    /// Whether the log is what the user looks at, so that Ctrl+F means it.
    bool startFinding();
    ContainerLogPanel *logs() const { return m_logs; }
    TerminalPanel *terminals() const { return m_terminals; }
    /// Shows the terminals, and opens one where there is none.
    void openTerminal();
    /// Whether the terminals of a removed container are shown, which nothing in the list leads to.
    bool showsRemains() const { return m_tabBefore.has_value(); }
    /// The times that are told in relative words; none while the pane is hidden.
    QList<QDateTime> shownTimes() const;

    /// Why what is looked at cannot have a window of its own; empty where it can.
    QString detachObstacle() const;
    /// Gives it one, at \a position if the platform lets a program decide that.
    void detach(const std::optional<QPoint> &position = {});
    /// The windows of the last run, as far as what they showed is there.
    void restoreWindows();
    /// All terminals, also those in windows of their own.
    QList<TerminalPanel *> terminalPanels() const;

    /// Words them anew.
    void updateTimes();

Q_SIGNALS:
    void closeRequested();
    void detailsShown();
    void tabShown();
    /// The logs of these are to be seen as one.
    void severalLogsWanted(const QStringList &ids);
    /// detachObstacle() may be another.
    void detachableChanged();
    /// The terminals of the removed container are not shown any more, and nothing else is.
    void remainsLeft();
    /// A container took the place of the removed one that was shown; nothing else was selected meanwhile.
    void successorCame(const QString &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void buildHeader(QVBoxLayout *layout);
    void follow(const QStringList &inserted, const QStringList &updated, const QStringList &gone);
    void followEvent(const EngineEvent &event);
    void removed();
    /// The terminals of the container that was removed, which can be read still.
    void showRemains();
    void endRemains();
    void leaveRemains();
    QString removedSentence() const;
    void findSuccessor(const QStringList &among);
    void load();
    void showDetails(const ContainerDetails &details);
    void showHead(const ContainerSummary &container);
    /// Offers the cause where there is an end to explain, and goes from it to the overview where there is none.
    void foldHead();
    /// The head in one line of a low pane, or in two.
    void layHead(bool inOneLine);
    void offerCause(const ContainerSummary &container, bool isAnother);
    void offerTerminal();
    /// Made when it is first shown.
    QWidget *makeCause(QWidget *parent);
    QWidget *makeStats(QWidget *parent);
    FilesPanel *files();
    /// Where the keyboard goes in the tab that is shown; none in one that has not been.
    QWidget *tabTarget();
    void say(const QString &sentence);
    /// Of the containers that are selected, as one log.
    void showMergedLogs();

    // containerdetailswindows.cpp
    void openLogWindow(ContainerLogPanel *panel, const ContainerSummary &container,
                       const std::optional<QPoint> &position = {});
    void openSeveralWindow(SeveralLogs *logs, const QStringList &names, const std::optional<QPoint> &position = {});
    void openTerminalWindow(TerminalPanel *panel, const ContainerSummary &container,
                            const std::optional<QPoint> &position = {}, const QString &windowId = {});
    /// Another panel is at home in the place of the log, of the logs of several.
    void setLogPanel(ContainerLogPanel *panel);
    void setSeveral(SeveralLogs *several);
    DetachedWindow *logWindow() const;
    DetachedWindow *severalWindow() const;
    DetachedWindow *terminalWindow() const;
    /// Where a panel has a window of its own, its place says so.
    void followWindows();

    Workbench *m_workbench;
    ContainerActions *m_actions;
    QString m_id; ///< of the container that is shown; kept when it was removed
    ContainerSummary m_shown; ///< as it was last listed
    ContainerSummary m_gone; ///< that was shown until it was removed; without id when another was selected since
    QString m_predecessor; ///< of the container that is shown
    QStringList m_selection;
    ContainerDetails m_details;
    int m_generation = 0;
    QTimer m_reload;
    QTimer m_slow;
    QStackedWidget *m_stack = nullptr; ///< details, a sentence, or the logs of several
    Label *m_sentence = nullptr;
    std::optional<int> m_tabBefore; ///< the one before what remains of a removed container was shown
    QWidget *m_mergeLogs = nullptr; ///< below the sentence that several are selected
    PanelPlace *m_severalPlace = nullptr;
    SeveralLogs *m_several = nullptr;
    ElidedLabel *m_title = nullptr;
    Pill *m_pill = nullptr;
    ElidedLabel *m_fullName = nullptr;
    Label *m_shortId = nullptr;
    CopyButton *m_copyId = nullptr;
    ActionButton *m_why = nullptr;
    QToolButton *m_more = nullptr;
    QToolButton *m_hide = nullptr;
    QVBoxLayout *m_head = nullptr;
    QHBoxLayout *m_headFirst = nullptr; ///< its lines
    QHBoxLayout *m_headSecond = nullptr;
    TabBar *m_tabs = nullptr;
    QStackedWidget *m_pages = nullptr;
    DiagnosisView *m_cause = nullptr;
    bool m_causeIsWanted = false; ///< the user looked at it last
    bool m_offering = false;
    bool m_missed = false; ///< a change, because nothing was shown
    ContainerOverview *m_overview = nullptr;
    PanelPlace *m_logPlace = nullptr;
    ContainerLogPanel *m_logs = nullptr;
    PanelPlace *m_terminalPlace = nullptr;
    TerminalPanel *m_terminals = nullptr;
    bool m_focusIsWanted = false; ///< when the details are read, by the tab that is shown
    ContainerStatsView *m_stats = nullptr;
    QWidget *m_filesPlace = nullptr;
    FilesPanel *m_files = nullptr; ///< null until somebody looked
    InspectView *m_inspect = nullptr;
};

} // namespace Gantry
