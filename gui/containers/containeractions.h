// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QKeySequence>
#include <QObject>
#include <QStringList>

#include <functional>

class QAction;
class QWidget;

namespace Gantry {

class Workbench;

/// What can be done to the containers that are selected: registers each action once, keeps its availability and the
/// reason for it up to date, and runs it on those of the selection that it makes sense for.
class ContainerActions : public QObject
{
    Q_OBJECT

public:
    /// \a page is the window's place for questions.
    ContainerActions(Workbench *workbench, QWidget *page);

    void setSelection(const QStringList &ids);
    const QStringList &selection() const { return m_selection; }
    /// Brings availability up to date; call it after anything that it depends on changed.
    void update();

    QAction *action(const QString &id) const;
    /// In the order of a context menu; null stands for a separator.
    QList<QAction *> menu() const;
    /// Why there is no end to explain; empty if there is one.
    static QString causeObstacle(const ContainerSummary &container);
    /// Opens a published port in the browser, or offers a choice when there are several.
    void openPort(const QString &id);

Q_SIGNALS:
    void showLogsRequested();
    void openTerminalRequested();
    void showStatsRequested();
    void showFilesRequested();
    void showInspectRequested();
    void showCauseRequested();

private:
    /// Why an action cannot be done to a container; empty if it can.
    using Obstacle = std::function<QString(const ContainerSummary &)>;
    struct Verb
    {
        QString id;
        Obstacle obstacle;
    };

    QAction *add(const QString &id, const QString &text, const QString &toolTip, const QString &icon,
                 const QKeySequence &keys = {}, bool beginsGroup = false);
    void addVerb(const QString &id, const QString &text, const QString &toolTip, const QString &icon,
                 const QKeySequence &keys, bool beginsGroup, Obstacle obstacle,
                 std::function<void(const QStringList &)> run);
    void addOthers();
    QStringList applicable(const Verb &verb, const QList<ContainerSummary> &selected) const;
    QString obstacleOf(const Verb &verb, const ContainerSummary &container) const;
    QString busyObstacle(const ContainerSummary &container) const;
    void setAvailable(const QString &id, const QString &obstacle);
    void updateSingle(const QList<ContainerSummary> &selected);
    QList<ContainerSummary> containers() const;
    bool isConnected() const;
    QStringList databases() const;
    void copy(const std::function<QString(const ContainerSummary &)> &text);

    Workbench *m_workbench;
    QWidget *m_page;
    QStringList m_selection;
    QList<Verb> m_verbs;
};

} // namespace Gantry
