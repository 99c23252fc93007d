// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gantryversion.h"
#include "look/verbatim.h"
#include "shell/appearance.h"
#include "shell/commandpalette.h"
#include "shell/failurenotice.h"
#include "shell/helpdialog.h"
#include "shell/mainwindow.h"
#include "shell/notifier.h"
#include "shell/operationspanel.h"
#include "shell/page.h"
#include "shell/settingsdialog.h"
#include "shell/workbench.h"

#include <QActionGroup>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QMenuBar>
#include <QMessageBox>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

using Menu = ActionRegistry::Menu;

namespace {

void fillMenu(QMenu *entries, const ActionRegistry &registry, Menu menu)
{
    entries->clear();
    const QList<QMenu *> submenus = entries->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly);
    for (QMenu *submenu : submenus)
        submenu->clear();
    const QMenu *last = entries;
    const QList<QAction *> actions = registry.actions(menu);
    for (QAction *action : actions) {
        const QString title = registry.submenuOf(action);
        QMenu *place = entries;
        if (!title.isEmpty()) {
            place = entries->findChild<QMenu *>(title, Qt::FindDirectChildrenOnly);
            if (!place) {
                place = new QMenu(title, entries);
                place->setObjectName(title);
                place->setToolTipsVisible(true);
            }
        }
        // Menus within the menu stand together.
        const bool another = (place == entries) != (last == entries);
        if (place->isEmpty() && place != entries) {
            if (another && !entries->isEmpty())
                entries->addSeparator();
            entries->addMenu(place);
        } else if (!place->isEmpty() && (registry.beginsGroup(action) || (another && place == entries))) {
            place->addSeparator();
        }
        place->addAction(action);
        last = place;
    }
}

} // namespace

void MainWindow::registerFirstActions()
{
    ActionRegistry *actions = m_workbench->actions();
    connect(actions->add({u"project.openFolder"_s, Menu::File, tr("Open folder…"),
                          tr("Open the Compose project in a folder"), u"folder"_s, QKeySequence(u"Ctrl+O"_s)}),
            &QAction::triggered, this, &MainWindow::chooseFolder);
    connect(actions->add({u"project.openFile"_s, Menu::File, tr("Open Compose file…"),
                          tr("Open a Compose file as a project"), u"file"_s, QKeySequence(u"Ctrl+Shift+O"_s)}),
            &QAction::triggered, this, &MainWindow::chooseFile);
    connect(actions->add({u"sample.start"_s, Menu::File, tr("Start the sample"),
                          tr("Copy the sample project, a small web API with its database, to a folder and start it"),
                          u"play"_s, QKeySequence(u"Ctrl+T"_s)}),
            &QAction::triggered, m_workbench, &Workbench::openSampleRequested);

    connect(actions->add({u"shell.palette"_s, Menu::View, tr("Go to or run anything"),
                          tr("Find every action, page, container and project by its name"), u"search"_s,
                          QKeySequence(u"Ctrl+K"_s)}),
            &QAction::triggered, this, [this] { m_palette->open(); });
    connect(actions->add({u"shell.filter"_s, Menu::View, tr("Filter"), tr("Filter or search on this page"), u"filter"_s,
                          QKeySequence(u"Ctrl+F"_s)}),
            &QAction::triggered, this, [this] {
                if (Page *page = currentPage())
                    page->startFiltering();
            });
    connect(actions->add({u"shell.refresh"_s, Menu::View, tr("Refresh"),
                          tr("Connect and list again; never needed, the lists are live"), u"restart"_s,
                          QKeySequence(u"F5"_s)}),
            &QAction::triggered, m_workbench->engine(), &Engine::refresh);
    connect(DetachedWindows::action(actions), &QAction::triggered, this, [this] {
        if (Page *page = currentPage())
            page->detach();
    });
    connect(
        actions->add({u"shell.sort"_s, Menu::View, tr("Sort by…"), tr("Choose the column by which the list is sorted"),
                      u"chevron-down"_s, QKeySequence(u"Ctrl+Shift+S"_s)}),
        &QAction::triggered, this, &MainWindow::showSortMenu);
    QAction *operations = actions->add({u"shell.operations"_s, Menu::View, tr("Operations"),
                                        tr("Show every action with its shell command and output"), u"logs"_s,
                                        QKeySequence(u"Ctrl+L"_s)});
    operations->setCheckable(true);
    connect(operations, &QAction::triggered, this, &MainWindow::showOperations);
    connect(actions->add({u"engine.retry"_s,
                          Menu::Tools,
                          tr("Connect to the engine again"),
                          {},
                          u"restart"_s,
                          {},
                          false,
                          tr("Retry")}),
            &QAction::triggered, m_workbench->engine(), &Engine::refresh);
    connect(actions->add({u"cleanup.open"_s,
                          Menu::Tools,
                          tr("Clean up…"),
                          tr("See what can be freed on the engine's disk, and free it"),
                          u"clean"_s,
                          {},
                          true,
                          tr("Clean up")}),
            &QAction::triggered, this, [this] { showPage(u"cleanup"_s); });
    m_failures = new FailureNotice(m_workbench, this);
    connect(actions->add({u"shell.hideNotice"_s, Menu::Tools, tr("Hide notice"), tr("Hide the notice above the page"),
                          u"close"_s}),
            &QAction::triggered, this, &MainWindow::hideNotice);
    OperationsPanel::registerActions(m_workbench);
}

void MainWindow::registerPageActions()
{
    ActionRegistry *actions = m_workbench->actions();
    auto *group = new QActionGroup(this);
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        const Page *page = m_pages.at(i);
        const QString id = page->id();
        QAction *action = actions->add({u"page."_s + id,
                                        Menu::View,
                                        page->title(),
                                        {},
                                        page->icon(),
                                        i < 9 ? QKeySequence(u"Ctrl+%1"_s.arg(i + 1)) : QKeySequence(),
                                        i == 0});
        action->setCheckable(true);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, id] { showPage(id); });
    }
}

void MainWindow::registerLastActions()
{
    ActionRegistry *actions = m_workbench->actions();
    registerPageActions();
    m_appearance->registerActions(actions);
    m_notifier = new Notifier(m_workbench, this);
    connect(actions->add({u"shell.settings"_s,
                          Menu::Tools,
                          tr("Settings…"),
                          {},
                          u"view-options"_s,
                          QKeySequence(u"Ctrl+,"_s),
                          true}),
            &QAction::triggered, this, &MainWindow::showSettings);
    connect(actions->add({u"shell.help"_s, Menu::Help, tr("Help of this page"), {}, u"info"_s, QKeySequence(u"F1"_s)}),
            &QAction::triggered, this, &MainWindow::showHelp);
    connect(actions->add({u"shell.about"_s, Menu::Help, tr("About Gantry"), {}, u"logo"_s, {}}), &QAction::triggered,
            this, &MainWindow::showAbout);
    connect(actions->add({u"shell.quit"_s,
                          Menu::File,
                          tr("Quit"),
                          tr("Quit Gantry; containers go on running"),
                          {},
                          QKeySequence(u"Ctrl+Q"_s),
                          true}),
            &QAction::triggered, this, &MainWindow::close);
}

void MainWindow::fillMenuBar()
{
    ActionRegistry *registry = m_workbench->actions();
    for (const Menu menu : {Menu::File, Menu::View, Menu::Container, Menu::Project, Menu::Image, Menu::Database,
                            Menu::Tools, Menu::Help}) {
        auto *entries = new QMenu(ActionRegistry::menuTitle(menu), this);
        entries->setToolTipsVisible(true);
        const auto fill = [entries, registry, menu] { fillMenu(entries, *registry, menu); };
        // Now for assistive programs, which read menus without opening them; pages may add actions later.
        fill();
        connect(entries, &QMenu::aboutToShow, this, fill);
        entries->menuAction()->setVisible(!registry->actions(menu).isEmpty());
        m_menuBar->addMenu(entries);
    }
    // Shortcuts work before a menu was ever opened.
    const QList<QAction *> actions = registry->actions();
    for (QAction *action : actions) {
        if (action->shortcutContext() == Qt::WindowShortcut)
            addAction(action);
    }
    connect(registry, &ActionRegistry::added, this, [this](QAction *action) { addAction(action); });
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a Compose project"), QDir::homePath());
    dialog->setObjectName(u"openFolder"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_workbench, &Workbench::openPathRequested);
    dialog->open();
}

void MainWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a Compose file"), QDir::homePath(),
                                   tr("Compose files (*.yaml *.yml);;All files (*)"));
    dialog->setObjectName(u"openFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_workbench, &Workbench::openPath);
    dialog->open();
}

void MainWindow::showSettings()
{
    (new SettingsDialog(m_workbench->actions(), this))->open();
}

QHeaderView *MainWindow::sortableHeader() const
{
    const QList<QHeaderView *> headers = currentPage()->findChildren<QHeaderView *>();
    const auto found = std::find_if(headers.cbegin(), headers.cend(),
                                    [](const QHeaderView *header) { return header->isSortIndicatorShown(); });
    return found == headers.cend() ? nullptr : *found;
}

void MainWindow::showSortMenu()
{
    QHeaderView *header = sortableHeader();
    if (!header || !header->isVisible())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"sortMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const QString name = header->model()->headerData(column, Qt::Horizontal).toString();
        if (header->isSectionHidden(column) || name.isEmpty())
            continue;
        const bool current = header->sortIndicatorSection() == column;
        const bool descends = current && header->sortIndicatorOrder() == Qt::AscendingOrder;
        QAction *action = menu->addAction(verbatim(name));
        action->setCheckable(true);
        action->setChecked(current);
        connect(action, &QAction::triggered, header, [header, column, descends] {
            header->setSortIndicator(column, descends ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
        if (current)
            menu->setActiveAction(action);
    }
    menu->popup(header->mapToGlobal(QPoint(0, header->height())));
}

void MainWindow::showHelp()
{
    const Page *page = currentPage();
    auto *help = new HelpDialog(page ? tr("Help: %1").arg(page->title()) : tr("Help"),
                                HelpDialog::textFor(page ? page->id() : QString()), this);
    help->show();
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(u"about"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Gantry"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Gantry %1").arg(gantryVersion()));
    box->setInformativeText(tr("Containers, Compose projects and their databases in one window.\n\n"
                               "Free software under the GNU General Public License, version 3 or later. "
                               "Qt %1.")
                                .arg(QLatin1String(qVersion())));
    box->setIconPixmap(windowIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setStandardButtons(QMessageBox::Close);
    box->open();
}

} // namespace Gantry
