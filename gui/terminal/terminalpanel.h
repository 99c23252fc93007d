// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "terminal/terminalsession.h"

#include <QFuture>
#include <QVariantList>
#include <QWidget>

#include <vector>

class QStackedWidget;
class QToolButton;

namespace Gantry {

class ActionButton;
class Operation;
class TabBar;
class TerminalEndBar;
class TerminalFindBar;
class TerminalStartForm;
class TerminalView;
class Workbench;

/// The terminals of the container that is shown, a tab each. Those of other containers go on meanwhile.
class TerminalPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TerminalPanel(Workbench *workbench, QWidget *parent = nullptr);
    ~TerminalPanel() override;

    /// Shows the terminals of a container; one without an id for none. Where it is removed, they stay until another one
    /// comes.
    void setContainer(const ContainerSummary &container);
    /// Opens a shell unless the container has a terminal already.
    void openFirst();
    /// Opens the container's own terminal; with \a restart it is started again.
    void attach(const QString &containerId, bool restart = false);
    /// Whether a container has terminals, also ended ones.
    bool hasSessions(const QString &containerId) const;
    /// Whether it has some with anything to read: those of an earlier run have not.
    bool hasText(const QString &containerId) const;
    /// Whether one of a container's terminals has rung its bell since it was looked at.
    bool hasRung(const QString &containerId) const;
    /// What can be seen and has the keyboard: a terminal, or the form.
    QWidget *focusTarget() const;
    TerminalView *view() const;
    void startFinding();

    /// Why no terminal can be opened in a container; empty if one can.
    static QString obstacle(const ContainerSummary &container);
    /// Finds out what runs in the terminals, for programsLost().
    QFuture<void> askForPrograms();
    /// A sentence for each program that quitting would end.
    QStringList programsLost() const { return m_lost; }

    /// A panel of the terminal that is shown alone, which leaves this one; null where none is shown.
    TerminalPanel *takeOut();
    /// Takes all terminals of \a other.
    void takeIn(TerminalPanel *other);
    /// Opens the terminal that is shown in a window of its own.
    ActionButton *detachButton() const { return m_detach; }

    /// The open terminals of a container, to be restored in the next run; nothing that may hold a secret.
    QVariantList remember(const QString &containerId) const;
    /// Those that have terminals here.
    QStringList containers() const;
    /// Terminals of the last run, as ended ones: nothing is started unasked.
    void restore(const QString &containerId, const QVariantList &terminals);

    /// Ends what runs in the terminals, as closing them does.
    QFuture<void> hangUp();

Q_SIGNALS:
    /// hasSessions() or hasRung() of a container changed.
    void sessionsChanged();
    /// remember() has another answer.
    void remembered();
    /// view() may be another.
    void viewChanged();
    /// The tab of the terminal that is shown was dragged out.
    void draggedOut(const QPoint &globalPosition);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Entry
    {
        TerminalSession *session = nullptr;
        TerminalView *view = nullptr;
        bool isTold = false; ///< in Operations
        bool hasRung = false; ///< since it was looked at
    };

    void build();
    void adopt(std::unique_ptr<Entry> entry);
    std::unique_ptr<Entry> release(TerminalSession *session);
    void showTabMenu(const QPoint &position);
    TerminalSession *addSession(const QString &containerId);
    void open(const TerminalSession::Program &program);
    void follow(TerminalSession *session);
    void tell(Entry *entry);
    void ring(TerminalSession *session);
    void forgetBell();
    Entry *entryOf(const TerminalSession *session) const;
    void restart();
    void closeCurrent();
    void discard(TerminalSession *session);
    void forgetRemoved();
    void showForm(bool shown);
    /// Tabs and pages as the sessions of this container are now.
    void refresh();
    void showCurrent(int tab);
    void describe();
    void describeMatches();
    QString tabText(const Entry &entry) const;
    QString nameOf(const QString &containerId) const;
    QFuture<void>
    forEachOpen(const std::function<void(TerminalSession *session, const std::function<void()> &done)> &act) const;
    QList<Entry *> shownEntries();
    const Entry *current() const;
    ContainerSummary container() const;

    Workbench *m_workbench;
    QString m_id;
    QString m_name; ///< also when it was removed
    std::vector<std::unique_ptr<Entry>> m_entries;
    QHash<QString, TerminalSession *> m_currentOf; ///< the last one looked at, by container
    QStringList m_lost;
    bool m_formWanted = false;
    bool m_refreshing = false;
    bool m_isLeaving = false; ///< what ends now is to come back
    TabBar *m_tabs = nullptr;
    QWidget *m_row = nullptr;
    QToolButton *m_new = nullptr;
    ActionButton *m_detach = nullptr;
    QToolButton *m_close = nullptr;
    TerminalFindBar *m_find = nullptr;
    QStackedWidget *m_pages = nullptr;
    TerminalStartForm *m_form = nullptr;
    TerminalEndBar *m_end = nullptr;
};

} // namespace Gantry
