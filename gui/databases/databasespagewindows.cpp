// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Consoles as tabs, and in windows of their own.
#include "console/console.h"
#include "console/querytab.h"
#include "databases/databasespage.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/tabbar.h"
#include "look/taborder.h"
#include "look/verbatim.h"
#include "shell/workbench.h"

#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr auto WindowKind = "console"_L1;

} // namespace

void DatabasesPage::addTab(Console *console)
{
    m_stack->addWidget(console);
    const int index = m_bar->addTab(console->title());
    auto *closeButton = new QToolButton(m_bar);
    closeButton->setIcon(symbolIcon(u"close"_s));
    closeButton->setToolTip(tr("Close console"));
    closeButton->setObjectName(u"closeConsole"_s);
    closeButton->setFixedSize(Fonts::scaled(20), Fonts::scaled(20));
    closeButton->setFocusPolicy(Qt::TabFocus);
    m_bar->setTabButton(index, QTabBar::RightSide, closeButton);
    connect(closeButton, &QToolButton::clicked, console, [this, console] { closeConsole(console); });
    // The console is made when the rest of the window is there already.
    QWidget *before = m_bar->tabButton(index - 1, QTabBar::RightSide);
    placeInTabOrder(before ? before : m_bar, closeButton);
    placeInTabOrder(closeButton, console);
    updateTitles();
    m_barArea->show();
}

void DatabasesPage::removeTab(Console *console)
{
    const int index = m_stack->indexOf(console);
    m_stack->removeWidget(console);
    m_bar->removeTab(index);
    m_stack->setCurrentIndex(m_bar->currentIndex());
    m_barArea->setVisible(m_stack->count() > 1);
}

void DatabasesPage::showConsole(Console *console)
{
    if (DetachedWindow *window = windowOf(console))
        window->comeForward();
    else
        m_bar->setCurrentIndex(m_stack->indexOf(console));
}

void DatabasesPage::connectWhenSeen(Console *console)
{
    if (console->connection()->state() == ConsoleConnection::State::Idle && console->connection()->sentence().isEmpty())
        console->connectNow();
}

QList<Console *> DatabasesPage::consoles() const
{
    QList<Console *> result = tabbedConsoles();
    const QList<DetachedWindow *> windows = m_workbench->windows()->windows(WindowKind);
    for (const DetachedWindow *window : windows) {
        if (auto *console = qobject_cast<Console *>(window->panel()))
            result.append(console);
    }
    return result;
}

DetachedWindow *DatabasesPage::windowOf(const Console *console) const
{
    return m_workbench->windows()->find(WindowKind, console->id());
}

void DatabasesPage::offerDetaching()
{
    if (isVisible())
        m_workbench->windows()->setObstacle(currentConsole() ? QString() : tr("Open a console first."));
}

void DatabasesPage::detach()
{
    if (Console *console = currentConsole())
        detachConsole(console);
}

void DatabasesPage::detachConsole(Console *console, const std::optional<QPoint> &position)
{
    removeTab(console);
    DetachedWindow::Content content;
    content.kind = WindowKind;
    content.id = console->id();
    content.page = id();
    content.panel = console;
    content.button = console->detachButton();
    content.focusTarget = [console] { return console->currentQuery()->editor(); };
    content.startFinding = [console] { console->startFinding(false); };
    content.actions = console->actions();
    content.hasHead = true;
    content.showsEngine = false;
    DetachedWindow *window
        = m_workbench->windows()->open(content, tr("SQL console of %1").arg(console->title()), position);
    connect(console, &Console::titleChanged, window,
            [window, console] { window->setTitle(tr("SQL console of %1").arg(console->title())); });
    connect(window, &DetachedWindow::returning, this, [this, window, console] {
        window->handBack([this, console](QWidget *) {
            addTab(console);
            m_bar->setCurrentIndex(m_stack->indexOf(console));
        });
    });
    connectWhenSeen(console);
    becomeCurrent();
    Q_EMIT countChanged();
}

void DatabasesPage::showTabMenu(const QPoint &position)
{
    Console *console = tabbedConsoles().value(m_bar->tabAt(position) - 1);
    if (!console)
        return;
    m_bar->setCurrentIndex(m_stack->indexOf(console));
    auto *menu = new QMenu(this);
    menu->setObjectName(u"consoleTabMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(DetachedWindows::action(m_workbench->actions()));
    menu->addAction(tr("Close console"), this, [this, console] { closeConsole(console); });
    menu->popup(m_bar->mapToGlobal(position));
}

} // namespace Gantry
