// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/banner.h"
#include "look/fonts.h"
#include "look/surface.h"
#include "look/verbatim.h"
#include "projects/openfailurebar.h"
#include "shell/commandpalette.h"
#include "shell/enginebox.h"
#include "shell/failurebar.h"
#include "shell/mainwindow.h"
#include "shell/navigation.h"
#include "shell/operationspanel.h"
#include "shell/operationsstrip.h"
#include "shell/pages.h"
#include "shell/palettebutton.h"
#include "shell/statusline.h"
#include "shell/uistate.h"
#include "shell/workbench.h"
#include "welcome/noenginepage.h"

#include <QMenuBar>
#include <QScreen>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <QWindow>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int CompactBelow = 800;
constexpr int PaletteMargin = 16;
/// A smaller window shows a part of its page.
constexpr QSize LeastSize(560, 400);
/// What pages would like at least must not keep Operations small.
constexpr int LeastTop = 200;
constexpr int OperationsHeight = 260;
const QString SplitterKey = u"window/splitter"_s;

} // namespace

void MainWindow::build()
{
    // Not in the menu bar's corner: assistive programs find nothing there.
    auto *menuSpace = new Surface(Surface::Kind::Chrome, this);
    m_menuBar = new QMenuBar(menuSpace);
    m_paletteButton = new PaletteButton(m_workbench->actions()->action(u"shell.palette"_s), menuSpace);
    auto *menuLayout = new QHBoxLayout(menuSpace);
    menuLayout->setContentsMargins(0, 0, PaletteMargin, 0);
    menuLayout->setSpacing(0);
    menuLayout->addWidget(m_menuBar, 1);
    menuLayout->addWidget(m_paletteButton);
    setMenuWidget(menuSpace);

    m_side = new Surface(Surface::Kind::Chrome, this);
    m_side->setObjectName(u"side"_s);
    m_engineBox = new EngineBox(m_workbench->engine(), m_workbench->actions()->action(u"engine.retry"_s), m_side);
    m_navigation = new Navigation(m_side);
    auto *sideLayout = new QVBoxLayout(m_side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(4);
    auto *boxLayout = new QHBoxLayout;
    boxLayout->setContentsMargins(8, 0, 8, 0);
    boxLayout->addWidget(m_engineBox);
    sideLayout->addLayout(boxLayout);
    sideLayout->addWidget(m_navigation, 1);

    auto *content = new Surface(Surface::Kind::Content, this);
    content->setObjectName(u"content"_s);
    m_stack = new QStackedWidget(content);
    m_stack->setObjectName(u"pages"_s);
    m_pages = makePages(m_workbench, m_stack);
    for (Page *page : std::as_const(m_pages)) {
        m_stack->addWidget(page);
        m_navigation->addPage(page);
    }
    m_noEngine = new NoEnginePage(m_workbench->engine(), m_workbench->actions()->action(u"engine.retry"_s), content);
    m_body = new QStackedWidget(content);
    m_body->addWidget(m_stack);
    m_body->addWidget(m_noEngine);
    m_bannerSpace = new QWidget(content);
    m_banner = new Banner(Banner::Kind::Warning, m_bannerSpace);
    m_banner->setObjectName(u"windowBanner"_s);
    auto *bannerLayout = new QVBoxLayout(m_bannerSpace);
    bannerLayout->setContentsMargins(20, 12, 12, 0);
    bannerLayout->addWidget(m_banner);
    m_bannerSpace->hide();
    auto *contentLayout = new QVBoxLayout(content);
    contentLayout->setContentsMargins(1, 1, 0, 0);
    contentLayout->setSpacing(0);
    contentLayout->addWidget(m_bannerSpace);
    contentLayout->addWidget(makeBodyArea(content), 1);
    auto *failureBar = new FailureBar(m_failures, m_workbench->actions(), content);
    auto *openFailureBar = new OpenFailureBar(m_workbench->projectStore(), content);
    openFailureBar->setAbove(failureBar);
    for (const OverlaidBanner *bar :
         {static_cast<OverlaidBanner *>(failureBar), static_cast<OverlaidBanner *>(openFailureBar)})
        connect(bar, &OverlaidBanner::left, this, &MainWindow::focusPage);

    m_top = new QWidget(this);
    auto *topLayout = new QHBoxLayout(m_top);
    topLayout->setContentsMargins(0, 0, 0, 0);
    topLayout->setSpacing(0);
    topLayout->addWidget(m_side);
    topLayout->addWidget(content, 1);
    m_operations = new OperationsPanel(m_workbench, m_operationModel, this);
    m_operations->hide();
    m_split = new QSplitter(Qt::Vertical, this);
    m_split->setObjectName(u"windowSplitter"_s);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_top);
    m_split->addWidget(m_operations);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_splitIsMeant = m_workbench->state()->value(SplitterKey).isValid();
    connect(m_split, &QSplitter::splitterMoved, this, [this] { m_splitIsMeant = true; });
    m_split->setSizes({600, Fonts::scaled(OperationsHeight)});
    m_workbench->state()->track(m_split, SplitterKey);
    m_strip = new OperationsStrip(m_operationModel, m_workbench->actions()->action(u"shell.operations"_s), this);
    connect(m_strip, &OperationsStrip::chosen, this, &MainWindow::showOperation);
    m_status = new StatusLine(m_workbench->engine(), this);
    connect(m_workbench->state(), &UiState::unwritable, m_status, [status = m_status](const QString &file) {
        status->setNote(tr("Settings cannot be saved in %1").arg(verbatim(file)));
    });

    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_status);
    setCentralWidget(central);
    m_palette = new CommandPalette(m_workbench, this);
    setCompact(false);

    connect(m_navigation, &Navigation::pageChosen, this, [this](const QString &id) { showPage(id, false); });
    connect(m_navigation, &Navigation::pageActivated, this, [this](const QString &id) { showPage(id, true); });
}

QScrollArea *MainWindow::makeBodyArea(QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setObjectName(u"bodyArea"_s);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setMinimumSize(1, 1);
    area->viewport()->setAutoFillBackground(false);
    m_body->setMinimumSize(Fonts::scaled(LeastSize.width()) - Navigation::compactWidth() - 1,
                           Fonts::scaled(LeastTop) - 1);
    area->setWidget(m_body);
    m_body->setAutoFillBackground(false);
    return area;
}

QSize MainWindow::roomOnScreen() const
{
    // The frame that the window manager adds must fit, too.
    return screen()->availableSize() - QSize(8, 40);
}

void MainWindow::limitToScreen()
{
    setMinimumSize(
        QSize(Fonts::scaled(LeastSize.width()), Fonts::scaled(LeastSize.height())).boundedTo(roomOnScreen()));
}

void MainWindow::shareHeight()
{
    const int room
        = height() - menuWidget()->sizeHint().height() - m_strip->sizeHint().height() - m_status->sizeHint().height();
    const int top = std::min(Fonts::scaled(LeastTop), room / 2);
    m_top->setMinimumHeight(top);
    m_operations->setMinimumHeight(std::min(OperationsPanel::leastHeight(), room - top));
    if (m_splitIsMeant)
        return;
    const int operations = std::min(Fonts::scaled(OperationsHeight), room * 2 / 5);
    m_split->setSizes({room - operations, operations});
}

void MainWindow::setCompact(bool compact)
{
    m_side->setFixedWidth(compact ? Navigation::compactWidth() : Navigation::fullWidth());
    m_navigation->setCompact(compact);
    m_engineBox->setCompact(compact);
    m_paletteButton->setCompact(compact);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    const bool compact = width() < Fonts::scaled(CompactBelow);
    if (!m_navigation)
        return;
    if (compact != m_navigation->isCompact())
        setCompact(compact);
    m_paletteButton->setRoom(width() - m_menuBar->sizeHint().width() - PaletteMargin);
    shareHeight();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    connect(windowHandle(), &QWindow::screenChanged, this, &MainWindow::limitToScreen, Qt::UniqueConnection);
}

} // namespace Gantry
