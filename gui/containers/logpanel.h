// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerlog.h"
#include "engine/logfilter.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace Gantry {

class ElidedLabel;
class Engine;
class Label;
class LogSearchBar;
class LogMenu;
class LogView;
class Workbench;

/// The log of one container: find, follow, and the lines. It reads only while it is shown.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(Workbench *workbench, QWidget *parent = nullptr);

    /// Shows the log of a container; one without an id for none. The lines of \a predecessor, whose place the container
    /// took, stay where they were shown last.
    void setContainer(const ContainerDetails &container, const QString &predecessor = {});
    void startFinding();
    LogView *view() const { return m_view; }
    const ContainerLog *log() const { return m_log; }

    /// Lines that are read first; the rest on demand.
    static constexpr int FirstLines = 10'000;

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    QToolButton *buildMenu();
    /// The lines are others than before.
    void showAnew();
    void open();
    void openIfShown();
    void openAfterLoss();
    void find(bool forward);
    /// Shows the next line, or the one before, that calls itself an error.
    void goToError(bool forward);
    void describe();
    void describeMatches();
    /// Of the search, in one line.
    void say(const QString &sentence, bool isProblem = false);

    Workbench *m_workbench;
    Engine *m_engine;
    ContainerLog *m_log;
    LogFilter *m_filter;
    LogMatches *m_matches;
    QString m_id;
    QString m_kept; ///< container of which the lines stay until another one is shown
    bool m_tty = false;
    QDateTime m_lifeBegins; ///< as of the last inspection
    bool m_opened = false;
    ContainerLog::Beginning m_beginning{FirstLines}; ///< of this container's log, as the user asked
    LogSearchBar *m_bar = nullptr;
    LogMenu *m_menu = nullptr;
    LogView *m_view = nullptr;
    QToolButton *m_errors = nullptr;
    QToolButton *m_loadAll = nullptr;
    QPushButton *m_follow = nullptr;
    Label *m_problem = nullptr; ///< why the log cannot be read
    ElidedLabel *m_foot = nullptr;
    ElidedLabel *m_said = nullptr;
};

} // namespace Gantry
