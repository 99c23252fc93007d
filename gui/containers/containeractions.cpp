// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containeractions.h"

#include "containers/removecontainersdialog.h"
#include "containers/renamecontainerdialog.h"
#include "items/containerwords.h"
#include "items/publishedport.h"
#include "look/oneline.h"
#include "postgres/databasefinder.h"
#include "run/rundialog.h"
#include "shell/workbench.h"
#include "terminal/terminalpanel.h"

#include <QAction>
#include <QClipboard>
#include <QCursor>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto ConsoleId = "database.openConsole"_L1;

bool hasWebPort(const ContainerSummary &container)
{
    const QList<PublishedPort> ports = PublishedPort::of(container.ports);
    return std::any_of(ports.begin(), ports.end(), [](const PublishedPort &port) { return port.isTcp(); });
}

} // namespace

ContainerActions::ContainerActions(Workbench *workbench, QWidget *page)
    : QObject(page)
    , m_workbench(workbench)
    , m_page(page)
{
    connect(add(u"container.run"_s, tr("Run container"), tr("Make a container of an image and start it"), u"plus"_s),
            &QAction::triggered, this, [this] { RunDialog::openFor(m_workbench, m_page); });
    ContainerCommands *commands = m_workbench->containerCommands();
    const auto running = [](const ContainerSummary &c) {
        return c.state == ContainerState::Running || c.state == ContainerState::Restarting;
    };
    addVerb(
        u"container.start"_s, tr("Start"), tr("Start the selected containers"), u"play"_s, Qt::Key_S, true,
        [](const ContainerSummary &c) {
            if (c.state == ContainerState::Paused)
                return tr("%1 is paused: unpause it.").arg(shortName(c.name));
            return c.isRunning() ? tr("%1 is running already.").arg(shortName(c.name)) : QString();
        },
        [commands](const QStringList &ids) { commands->start(ids); });
    addVerb(
        u"container.stop"_s, tr("Stop"), tr("Stop the selected containers; they can be started again"), u"stop"_s,
        Qt::Key_X, false,
        [](const ContainerSummary &c) {
            return c.isRunning() ? QString() : tr("%1 is not running.").arg(shortName(c.name));
        },
        [commands](const QStringList &ids) { commands->stop(ids); });
    addVerb(
        u"container.restart"_s, tr("Restart"), tr("Stop the selected containers and start them again"), u"restart"_s,
        Qt::Key_R, false,
        [](const ContainerSummary &c) {
            return c.state == ContainerState::Dead ? tr("%1 is dead: it can only be removed.").arg(shortName(c.name))
                                                   : QString();
        },
        [commands](const QStringList &ids) { commands->restart(ids); });
    addVerb(
        u"container.pause"_s, tr("Pause"), tr("Freeze the processes of the selected containers"), u"pause"_s, {}, true,
        [running](const ContainerSummary &c) {
            if (c.state == ContainerState::Paused)
                return tr("%1 is paused already.").arg(shortName(c.name));
            return running(c) ? QString() : tr("%1 is not running.").arg(shortName(c.name));
        },
        [commands](const QStringList &ids) { commands->pause(ids); });
    addVerb(
        u"container.unpause"_s, tr("Unpause"), tr("Let the paused containers go on"), u"play"_s, {}, false,
        [](const ContainerSummary &c) {
            return c.state == ContainerState::Paused ? QString() : tr("%1 is not paused.").arg(shortName(c.name));
        },
        [commands](const QStringList &ids) { commands->unpause(ids); });
    addVerb(
        u"container.kill"_s, tr("Kill"), tr("End the selected containers at once, without asking their programs"),
        u"kill"_s, {}, false,
        [](const ContainerSummary &c) {
            return c.isRunning() ? QString() : tr("%1 is not running.").arg(shortName(c.name));
        },
        [commands](const QStringList &ids) { commands->kill(ids); });
    addVerb(
        u"container.remove"_s, tr("Remove"), tr("Remove the selected containers"), u"remove"_s,
        QKeySequence(QKeySequence::Delete), true, [](const ContainerSummary &) { return QString(); },
        [this](const QStringList &ids) { RemoveContainersDialog::ask(m_workbench, ids, m_page); });
    addOthers();
    connect(m_workbench->operations(), &OperationLog::busyChanged, this, &ContainerActions::update);
    connect(m_workbench->engine(), &Engine::stateChanged, this, &ContainerActions::update);
    connect(m_workbench->databaseFinder(), &DatabaseFinder::changed, this, &ContainerActions::update);
    update();
}

void ContainerActions::addOthers()
{
    connect(add(u"container.rename"_s, tr("Rename…"), tr("Give the container another name"), u"rename"_s),
            &QAction::triggered, this,
            [this] { RenameContainerDialog::ask(m_workbench, m_selection.value(0), m_page); });
    connect(add(u"container.copyName"_s, tr("Copy name"), {}, u"copy"_s, {}, true), &QAction::triggered, this,
            [this] { copy([](const ContainerSummary &c) { return c.name; }); });
    connect(add(u"container.copyId"_s, tr("Copy ID"), tr("Copy the whole ID, 64 digits"), u"copy"_s),
            &QAction::triggered, this, [this] { copy([](const ContainerSummary &c) { return c.id; }); });
    connect(add(u"container.logs"_s, tr("Logs"), tr("Show what the containers print, several as one log"), u"logs"_s,
                Qt::Key_L, true),
            &QAction::triggered, this, &ContainerActions::showLogsRequested);
    connect(add(u"container.terminal"_s, tr("Terminal"), tr("Open a shell in the container"), u"terminal"_s, Qt::Key_T),
            &QAction::triggered, this, &ContainerActions::openTerminalRequested);
    connect(add(u"container.stats"_s, tr("Stats"), tr("Show what the container uses, and its processes"), u"stats"_s,
                Qt::Key_M),
            &QAction::triggered, this, &ContainerActions::showStatsRequested);
    connect(add(u"container.files"_s, tr("Files"), tr("Browse the files in the container, and copy them in and out"),
                u"folder"_s, Qt::Key_F),
            &QAction::triggered, this, &ContainerActions::showFilesRequested);
    connect(add(u"container.inspect"_s, tr("Inspect"), tr("Show everything the engine knows of the container"),
                u"braces"_s, Qt::Key_I),
            &QAction::triggered, this, &ContainerActions::showInspectRequested);
    connect(add(u"container.cause"_s, tr("Why did it stop?"),
                tr("Say why the container ended, restarts or is unhealthy, and what helps"), u"help"_s, Qt::Key_W),
            &QAction::triggered, this, &ContainerActions::showCauseRequested);
    connect(add(u"container.openPort"_s, tr("Open in browser"), tr("Open the published port in the browser"),
                u"open-external"_s),
            &QAction::triggered, this, [this] { openPort(m_selection.value(0)); });

    QAction *console
        = m_workbench->actions()->add({ConsoleId, ActionRegistry::Menu::Database, tr("Open SQL console"),
                                       tr("Open a SQL console on the database in this container"), u"database"_s});
    // Other pages offer the same action on what is chosen there.
    connect(console, &QAction::triggered, this, [this] {
        const QStringList found = databases();
        if (m_page->isVisible() && !found.isEmpty())
            Q_EMIT m_workbench->openConsoleRequested(found.first());
    });
}

QAction *ContainerActions::add(const QString &id, const QString &text, const QString &toolTip, const QString &icon,
                               const QKeySequence &keys, bool beginsGroup)
{
    QAction *action
        = m_workbench->actions()->add({id, ActionRegistry::Menu::Container, text, toolTip, icon, keys, beginsGroup});
    // Letters are shortcuts only while the list has the focus.
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    return action;
}

void ContainerActions::addVerb(const QString &id, const QString &text, const QString &toolTip, const QString &icon,
                               const QKeySequence &keys, bool beginsGroup, Obstacle obstacle,
                               std::function<void(const QStringList &)> run)
{
    const Verb verb{id, std::move(obstacle)};
    m_verbs.append(verb);
    connect(add(id, text, toolTip, icon, keys, beginsGroup), &QAction::triggered, this,
            [this, verb, run = std::move(run)] {
                const QStringList ids = applicable(verb, containers());
                if (!ids.isEmpty())
                    run(ids);
            });
}

void ContainerActions::setSelection(const QStringList &ids)
{
    if (m_selection == ids)
        return;
    m_selection = ids;
    update();
}

QAction *ContainerActions::action(const QString &id) const
{
    return m_workbench->actions()->action(id);
}

QList<QAction *> ContainerActions::menu() const
{
    return {action(ConsoleId),
            action(u"container.openPort"_s),
            nullptr,
            action(u"container.start"_s),
            action(u"container.stop"_s),
            action(u"container.restart"_s),
            nullptr,
            action(u"container.pause"_s),
            action(u"container.unpause"_s),
            action(u"container.kill"_s),
            nullptr,
            action(u"container.logs"_s),
            action(u"container.terminal"_s),
            action(u"container.cause"_s),
            action(u"container.stats"_s),
            action(u"container.files"_s),
            action(u"container.inspect"_s),
            action(u"container.copyName"_s),
            action(u"container.copyId"_s),
            action(u"container.rename"_s),
            nullptr,
            action(u"container.remove"_s)};
}

QList<ContainerSummary> ContainerActions::containers() const
{
    const ContainerStore *store = m_workbench->engine()->containers();
    QList<ContainerSummary> list;
    for (const QString &id : m_selection) {
        if (store->contains(id))
            list << store->container(id);
    }
    return list;
}

bool ContainerActions::isConnected() const
{
    return m_workbench->engine()->state() == Engine::State::Connected;
}

QStringList ContainerActions::applicable(const Verb &verb, const QList<ContainerSummary> &selected) const
{
    QStringList ids;
    for (const ContainerSummary &container : selected) {
        if (obstacleOf(verb, container).isEmpty())
            ids << container.id;
    }
    return ids;
}

QString ContainerActions::obstacleOf(const Verb &verb, const ContainerSummary &container) const
{
    const QString obstacle = verb.obstacle(container);
    // A container that hangs while it stops can still be killed.
    return obstacle.isEmpty() && verb.id != "container.kill"_L1 ? busyObstacle(container) : obstacle;
}

QString ContainerActions::busyObstacle(const ContainerSummary &container) const
{
    return m_workbench->operations()->isBusy(container.id)
        ? tr("Another action on %1 is running; it can be cancelled in Operations.").arg(shortName(container.name))
        : QString();
}

void ContainerActions::setAvailable(const QString &id, const QString &obstacle)
{
    m_workbench->actions()->setAvailable(id, obstacle.isEmpty(), obstacle);
}

void ContainerActions::update()
{
    const QList<ContainerSummary> selected = containers();
    QString common;
    if (selected.isEmpty())
        common = tr("Select a container first.");
    else if (!isConnected())
        common = tr("The engine is not connected.");

    for (const Verb &verb : std::as_const(m_verbs)) {
        QString obstacle = common;
        // It is enough that one of the selection can be acted on; the others are left alone.
        if (common.isEmpty() && applicable(verb, selected).isEmpty())
            obstacle = obstacleOf(verb, selected.first());
        setAvailable(verb.id, obstacle);
    }
    updateSingle(selected);
}

void ContainerActions::updateSingle(const QList<ContainerSummary> &selected)
{
    const QString none = selected.isEmpty() ? tr("Select a container first.") : QString();
    const QString one = none.isEmpty() && selected.size() > 1 ? tr("Select one container only.") : none;
    const QString offline = isConnected() ? QString() : tr("The engine is not connected.");
    setAvailable(u"container.run"_s, offline);
    setAvailable(u"container.copyName"_s, none);
    setAvailable(u"container.copyId"_s, none);
    setAvailable(u"container.logs"_s, none);
    const QString terminal = one.isEmpty() ? offline : one;
    setAvailable(u"container.terminal"_s, terminal.isEmpty() ? TerminalPanel::obstacle(selected.first()) : terminal);
    setAvailable(u"container.stats"_s, one);
    setAvailable(u"container.files"_s, one);
    setAvailable(u"container.inspect"_s, one);
    setAvailable(u"container.cause"_s, one.isEmpty() ? causeObstacle(selected.first()) : one);
    QString rename = one.isEmpty() ? offline : one;
    if (rename.isEmpty())
        rename = busyObstacle(selected.first());
    setAvailable(u"container.rename"_s, rename);
    setAvailable(u"container.openPort"_s,
                 one.isEmpty() && !hasWebPort(selected.first())
                     ? tr("%1 publishes no port that a browser could open.").arg(shortName(selected.first().name))
                     : one);

    if (!m_page->isVisible())
        return; // another page decides about the console
    QString console = none;
    if (console.isEmpty() && databases().isEmpty())
        console = tr("This is no PostgreSQL container.");
    else if (console.isEmpty() && databases().size() > 1)
        console = tr("Select one database only.");
    setAvailable(ConsoleId, console);
}

QStringList ContainerActions::databases() const
{
    QStringList found;
    for (const QString &id : m_selection) {
        if (m_workbench->databaseFinder()->isDatabase(id))
            found << id;
    }
    return found;
}

void ContainerActions::copy(const std::function<QString(const ContainerSummary &)> &text)
{
    QStringList lines;
    const QList<ContainerSummary> selected = containers();
    for (const ContainerSummary &container : selected)
        lines << text(container);
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

QString ContainerActions::causeObstacle(const ContainerSummary &container)
{
    return ContainerWords::hasCause(container)
        ? QString()
        : tr("%1 runs: there is nothing to explain.").arg(shortName(container.name));
}

void ContainerActions::openPort(const QString &id)
{
    const Endpoint endpoint = m_workbench->engine()->endpoint();
    QList<PublishedPort> ports = PublishedPort::of(m_workbench->engine()->containers()->container(id).ports);
    ports.removeIf([](const PublishedPort &port) { return !port.isTcp(); });
    if (ports.size() == 1) {
        QDesktopServices::openUrl(ports.first().url(endpoint));
        return;
    }
    if (ports.isEmpty())
        return;
    auto *menu = new QMenu(m_page);
    menu->setObjectName(u"portMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const PublishedPort &port : std::as_const(ports)) {
        const QUrl url = port.url(endpoint);
        connect(menu->addAction(url.toString()), &QAction::triggered, m_page,
                [url] { QDesktopServices::openUrl(url); });
    }
    menu->popup(QCursor::pos());
}

} // namespace Gantry
