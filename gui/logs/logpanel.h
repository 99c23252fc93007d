// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/logfilter.h"
#include "engine/readlog.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace Gantry {

class ActionButton;
class ElidedLabel;
class Engine;
class Label;
class LogMenu;
class LogSearchBar;
class LogView;
class Workbench;

/// A log: find, follow, and the lines. It reads only while it is shown; what it reads is for those who inherit it.
class LogPanel : public QWidget
{
    Q_OBJECT

public:
    void startFinding();
    LogView *view() const { return m_view; }
    const ReadLog *log() const { return m_log; }
    /// Opens it in a window of its own.
    ActionButton *detachButton() const { return m_detach; }

    /// Lines that are read first, of each container; the rest on demand.
    static constexpr int FirstLines = 10'000;

protected:
    /// \a log is not owned, and outlives the panel's use of it.
    LogPanel(Workbench *workbench, ReadLog *log, QWidget *parent);

    /// Reads from beginning() on.
    virtual void read() = 0;
    /// Whether there is anything to read.
    virtual bool hasLog() const = 0;
    /// Of the file that it is saved to.
    virtual QString name() const = 0;
    /// What reads the same in a shell, without the options: one command line, or several.
    virtual QList<QStringList> commands() const = 0;
    /// Whose line it is.
    virtual QString containerOf(qint64 line) const = 0;
    virtual QStringList sourceNames() const { return {}; }
    virtual QSet<quint16> hiddenSources() const { return {}; }

    void open();
    void openIfShown();
    /// Nothing is read until it is opened again.
    void setClosed() { m_opened = false; }
    bool isOpened() const { return m_opened; }
    void choiceChanged();
    const ReadLog::Beginning &beginning() const { return m_beginning; }
    void setBeginning(const ReadLog::Beginning &beginning);
    Workbench *workbench() const { return m_workbench; }
    LogSearchBar *bar() const { return m_bar; }
    /// Where more can be put between the bar and the lines.
    QVBoxLayout *head() const { return m_head; }
    virtual void describe();

    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void buildView();
    void connectParts();
    QToolButton *buildMenu();
    /// Wrapping and JSON lines as they were chosen last.
    void recallChoices();
    void save(bool shownOnly);
    /// The lines are others than before.
    void showAnew();
    void find(bool forward);
    /// Shows the next of these lines, or the one before.
    void goTo(const LineNumbers &lines, bool forward);
    void describeSerious(QToolButton *button, qsizetype count, const QString &words, const QString &some,
                         const QString &none);
    QStringList facts() const;
    void describeMatches();
    /// Of the search, in one line.
    void say(const QString &sentence, bool isProblem = false);

    Workbench *m_workbench;
    Engine *m_engine;
    ReadLog *m_log;
    LogFilter *m_filter;
    LogMatches *m_matches;
    bool m_opened = false;
    ReadLog::Beginning m_beginning{FirstLines}; ///< as the user asked
    LogSearchBar *m_bar = nullptr;
    LogMenu *m_menu = nullptr;
    LogView *m_view = nullptr;
    QVBoxLayout *m_head = nullptr;
    QHBoxLayout *m_footRow = nullptr;
    QToolButton *m_errors = nullptr;
    QToolButton *m_warnings = nullptr;
    QToolButton *m_loadAll = nullptr;
    QToolButton *m_wrap = nullptr;
    QToolButton *m_save = nullptr;
    ActionButton *m_detach = nullptr;
    QPushButton *m_follow = nullptr;
    Label *m_problem = nullptr; ///< why the log cannot be read
    ElidedLabel *m_foot = nullptr;
    ElidedLabel *m_said = nullptr;
    bool m_isWide = false;
};

} // namespace Gantry
