// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "items/operationmodel.h"
#include "look/actionbutton.h"
#include "look/banner.h"
#include "look/icons.h"
#include "look/veil.h"
#include "shell/ask.h"
#include "shell/enginebox.h"
#include "shell/enginewords.h"
#include "shell/failurenotice.h"
#include "shell/navigation.h"
#include "shell/notifier.h"
#include "shell/operationspanel.h"
#include "shell/page.h"
#include "shell/palettesources.h"
#include "shell/workbench.h"
#include "stats/statsgate.h"
#include "welcome/noenginepage.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFuture>
#include <QMimeData>
#include <QStackedWidget>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString PageKey = u"window/page"_s;
const QString OperationsKey = u"window/operations"_s;
constexpr int SettlePatience = 2000;

QList<QUrl> localFiles(const QMimeData *data)
{
    QList<QUrl> result = data->urls();
    result.removeIf([](const QUrl &url) { return !url.isLocalFile(); });
    return result;
}

} // namespace

MainWindow::MainWindow(Workbench *workbench, Appearance *appearance, QWidget *parent)
    : QMainWindow(parent)
    , m_workbench(workbench)
    , m_appearance(appearance)
    , m_operationModel(new OperationModel(workbench->operations(), this))
{
    setObjectName(u"mainWindow"_s);
    setAccessibleName(u"Gantry"_s);
    setWindowIcon(QIcon::fromTheme(u"org.gantry.Gantry"_s, QIcon(u":/icons/app.svg"_s)));
    setAcceptDrops(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    workbench->addPaletteSource(std::make_unique<ActionSource>(workbench->actions()));
    workbench->addPaletteSource(std::make_unique<ContainerSource>(workbench));
    registerFirstActions();
    turnToContainers();
    build();
    registerLastActions();
    fillMenuBar();
    connectWorkbench();
    new StatsGate(workbench->statsReader(), this);
    m_patience.setSingleShot(true);
    m_patience.setInterval(SettlePatience);
    connect(&m_patience, &QTimer::timeout, this, &MainWindow::quitOrAsk);
    m_farewell.setSingleShot(true);
    m_farewell.setInterval(SettlePatience);
    connect(&m_farewell, &QTimer::timeout, this, &MainWindow::closeNow);

    limitToScreen();
    resize(QSize(1440, 900).boundedTo(roomOnScreen()));
    workbench->state()->trackWindow(this, u"window/geometry"_s);
    if (!isMaximized() && !isFullScreen())
        resize(size().boundedTo(roomOnScreen()));
    showOperations(workbench->state()->value(OperationsKey, false).toBool());
    if (!m_pages.isEmpty()) {
        // Read first: choosing the first page remembers that one.
        const QString page = workbench->state()->value(PageKey).toString();
        m_navigation->setCurrentPage(m_pages.first()->id());
        showPage(page);
    }
    // Until the list is there, which then takes it; else the navigation would get it.
    m_body->setFocus();
    followEngine();
}

MainWindow::~MainWindow() = default;

/// Before the page hears of it, which then gives the keyboard to the part that was asked for.
void MainWindow::turnToContainers()
{
    const auto turn = [this] { showPage(u"containers"_s); };
    connect(m_workbench, &Workbench::showContainerRequested, this, turn);
    connect(m_workbench, &Workbench::showContainerLogsRequested, this, turn);
    connect(m_workbench, &Workbench::openTerminalRequested, this, turn);
    connect(m_workbench, &Workbench::attachTerminalRequested, this, turn);
    connect(m_workbench, &Workbench::showContainerCauseRequested, this, turn);
}

void MainWindow::connectWorkbench()
{
    connect(m_workbench, &Workbench::showProjectRequested, this, [this] { showPage(u"projects"_s); });
    connect(m_workbench, &Workbench::openPathRequested, this, [this] { showPage(u"projects"_s); });
    connect(m_workbench, &Workbench::openSqlFileRequested, this, [this] { showPage(u"databases"_s); });
    connect(m_workbench, &Workbench::openConsoleRequested, this, [this] { showPage(u"databases"_s); });
    for (const Page *page : std::as_const(m_pages))
        connect(page, &Page::countChanged, this, &MainWindow::showBody);
    connect(m_workbench->engine(), &Engine::stateChanged, this, &MainWindow::followEngine);
    connect(m_workbench->engine(), &Engine::problemsChanged, this, &MainWindow::followEngine);
    connect(m_workbench->engine(), &Engine::silentChanged, this, &MainWindow::followEngine);
    connect(m_workbench->engine(), &Engine::refreshProblemsChanged, this, &MainWindow::showBanner);
    connect(m_workbench->windows(), &DetachedWindows::mainWindowWanted, this, [this](const QString &page) {
        bringToFront();
        if (currentPage()->id() != page)
            showPage(page);
    });
    connect(m_failures, &FailureNotice::showRequested, this, &MainWindow::showOperation);
    connect(m_notifier, &Notifier::containerWanted, this, [this](const QString &id, const QByteArray &token) {
        bringToFront(token);
        if (m_workbench->engine()->containers()->contains(id))
            Q_EMIT m_workbench->showContainerRequested(id);
    });
    connect(m_notifier, &Notifier::operationWanted, this, [this](Operation *operation, const QByteArray &token) {
        bringToFront(token);
        if (operation)
            showOperation(operation);
    });
    connect(m_engineBox, &EngineBox::engineChosen, this, [this](const Endpoint &endpoint) {
        m_workbench->engine()->start({{endpoint}, true, {}});
    });
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_stack->currentWidget());
}

void MainWindow::showPage(const QString &id, bool focus)
{
    Page *next = nullptr;
    for (Page *page : std::as_const(m_pages)) {
        if (page->id() == id)
            next = page;
    }
    if (!next)
        next = currentPage();
    if (!next)
        return;
    Page *before = currentPage();
    comeForward();
    m_stack->setCurrentWidget(next);
    showBody();
    m_navigation->setCurrentPage(next->id());
    m_workbench->state()->setValue(PageKey, next->id());
    m_workbench->actions()->action(u"page."_s + next->id())->setChecked(true);
    // With the dash that Qt puts before the program's name in the titles of all other windows.
    setWindowTitle(tr("%1 — Gantry", "title of the window").arg(next->title()));
    // The actions of the page that went away no longer have a selection to act on.
    if (before && before != next)
        before->updateActions();
    // Several pages offer it on what is chosen there; on the others nothing is.
    m_workbench->actions()->setAvailable(u"database.openConsole"_s, false, tr("Choose a database first."));
    m_workbench->windows()->setObstacle(tr("Nothing here can have a window of its own."));
    m_workbench->actions()->setAvailable(u"shell.sort"_s, sortableHeader(), tr("Nothing can be sorted here."));
    next->updateActions();
    if (focus && m_body->currentWidget() == m_stack && next->focusTarget())
        next->focusTarget()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::bringToFront(const QByteArray &activationToken)
{
    // Qt for Wayland takes the token from here when it next activates a window.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken);
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::comeForward()
{
    if (qobject_cast<DetachedWindow *>(QApplication::activeWindow()))
        bringToFront();
}

void MainWindow::followEngine()
{
    const Engine *engine = m_workbench->engine();
    const Engine::State state = engine->state();
    QAction *retry = m_workbench->actions()->action(u"engine.retry"_s);
    retry->setIconText(state == Engine::State::Lost ? tr("Reconnect") : tr("Retry"));
    m_navigation->setEngineKnown(engine->isKnown());
    showBody();
    showBanner();
    greyPages(state == Engine::State::Lost || engine->isSilent());
    if (Page *page = currentPage())
        page->updateActions();
}

void MainWindow::showBody()
{
    Page *page = currentPage();
    const bool none = !m_workbench->engine()->isKnown() && (!page || page->needsEngine());
    QWidget *shown = none ? static_cast<QWidget *>(m_noEngine) : m_stack;
    if (m_body->currentWidget() == shown)
        return;
    const bool hadFocus = !focusWidget() || focusWidget() == m_body || m_body->isAncestorOf(focusWidget());
    m_body->setCurrentWidget(shown);
    if (page && hadFocus && shown == m_stack && page->focusTarget())
        page->focusTarget()->setFocus(Qt::OtherFocusReason);
    showBanner();
}

void MainWindow::showBanner()
{
    // Asked first: a button loses the focus when its action becomes unavailable.
    const bool hadFocus = m_bannerSpace->isAncestorOf(focusWidget());
    const Engine *engine = m_workbench->engine();
    const bool connected = engine->state() == Engine::State::Connected;
    const QList<EngineError> problems = connected ? engine->refreshProblems() : engine->problems();
    m_workbench->actions()->setAvailable(u"engine.retry"_s, !connected || !problems.isEmpty(),
                                         tr("The engine is connected."));
    const QString note = engineNote();
    QStringList buttons;
    if (!engine->isKnown() && m_body->currentWidget() == m_stack && !problems.isEmpty()) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(
            EngineWords::failure(engine->attempts(), engine->discoveryProblems()),
            tr("Projects that were opened from files and consoles are shown; the rest needs an engine."));
        buttons = {u"engine.retry"_s};
    } else if (const EngineWords::Trouble trouble = EngineWords::trouble(*engine); !trouble.fact.isEmpty()) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(trouble.fact, trouble.consequence);
        if (!engine->isSilent())
            buttons = {u"engine.retry"_s};
    } else if (!note.isEmpty()) {
        m_banner->setKind(Banner::Kind::Warning);
        m_banner->setMessage(tr("Your Docker context could not be used."), EngineWords::statusLine(*engine));
        buttons = {u"shell.hideNotice"_s};
    }
    m_workbench->actions()->setAvailable(u"shell.hideNotice"_s, buttons.contains(u"shell.hideNotice"_s),
                                         tr("There is no notice to hide."));
    setBannerActions(buttons);
    m_bannerSpace->setVisible(!buttons.isEmpty() || engine->isSilent());
    if (hadFocus && buttons.isEmpty())
        focusPage();
}

void MainWindow::focusPage()
{
    if (currentPage() && currentPage()->focusTarget())
        currentPage()->focusTarget()->setFocus(Qt::OtherFocusReason);
}

QString MainWindow::engineNote() const
{
    const Engine *engine = m_workbench->engine();
    const QString note = engine->passedOver().join(u' ');
    return engine->state() == Engine::State::Connected && note != m_hiddenNote ? note : QString();
}

void MainWindow::setBannerActions(const QStringList &ids)
{
    if (m_bannerActions == ids)
        return;
    m_bannerActions = ids;
    m_banner->clearButtons();
    for (const QString &id : ids) {
        ActionButton *button = m_banner->addButton(m_workbench->actions()->action(id));
        if (id == u"shell.hideNotice")
            button->setIconOnly(true);
        else
            button->setTextOnly();
    }
}

void MainWindow::hideNotice()
{
    m_hiddenNote = m_workbench->engine()->passedOver().join(u' ');
    showBanner();
}

void MainWindow::greyPages(bool grey)
{
    for (Page *page : std::as_const(m_pages)) {
        if (!page->showsEngine())
            continue;
        auto *veil = page->findChild<Veil *>({}, Qt::FindDirectChildrenOnly);
        if (!veil && grey)
            veil = new Veil(page);
        if (veil)
            veil->setVisible(grey);
    }
}

void MainWindow::showOperation(Operation *operation)
{
    m_operations->choose(operation);
    showOperations(true);
}

void MainWindow::showOperations(bool show)
{
    QAction *action = m_workbench->actions()->action(u"shell.operations"_s);
    const bool hadFocus = m_operations->isAncestorOf(focusWidget());
    m_operations->setVisible(show);
    shareHeight(); // what is hidden takes no size
    action->setChecked(show);
    m_workbench->state()->setValue(OperationsKey, show);
    if (show)
        comeForward();
    if (show && isVisible())
        m_operations->focusTarget()->setFocus(Qt::ShortcutFocusReason);
    else if (hadFocus)
        focusPage();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_closing && !m_patience.isActive() && !m_farewell.isActive())
        beginQuitting();
    if (m_closing)
        QMainWindow::closeEvent(event);
    else
        event->ignore();
}

void MainWindow::quit()
{
    m_asks = false;
    if (!m_patience.isActive() && !m_farewell.isActive())
        beginQuitting();
}

void MainWindow::beginQuitting()
{
    QList<QFuture<void>> settling;
    for (Page *page : std::as_const(m_pages)) {
        if (const QFuture<void> future = page->settle(); !future.isFinished())
            settling.append(future);
    }
    if (settling.isEmpty()) {
        quitOrAsk();
        return;
    }
    m_patience.start();
    QtFuture::whenAll(settling.begin(), settling.end()).then(this, [this](const QList<QFuture<void>> &) {
        if (!m_patience.isActive())
            return;
        m_patience.stop();
        quitOrAsk();
    });
}

void MainWindow::quitOrAsk()
{
    const QList<Operation *> running = m_workbench->operations()->running();
    QStringList lost;
    for (const Page *page : std::as_const(m_pages))
        lost += page->quittingLoses();
    if (!m_asks || (running.isEmpty() && lost.isEmpty())) {
        leave();
        return;
    }
    Question question;
    question.title = tr("Quit Gantry");
    question.text = running.isEmpty()
        ? tr("Consoles or terminals would lose something. Quit all the same?")
        : tr("%n operation(s) still run. Quit all the same?", nullptr, int(running.size()));
    for (const Operation *operation : running)
        question.names.append(operation->title());
    question.names += lost;
    if (!running.isEmpty())
        question.consequence = tr("What the engine has begun it will finish; Compose runs are interrupted.");
    question.verb = tr("Quit");
    question.destroys = !lost.isEmpty();
    ask(this, question, [this](bool) { leave(); });
}

void MainWindow::leave()
{
    QList<QFuture<void>> leaving;
    for (Page *page : std::as_const(m_pages)) {
        if (const QFuture<void> future = page->leave(); !future.isFinished())
            leaving.append(future);
    }
    if (leaving.isEmpty()) {
        closeNow();
        return;
    }
    m_farewell.start();
    QtFuture::whenAll(leaving.begin(), leaving.end()).then(this, [this](const QList<QFuture<void>> &) {
        if (m_farewell.isActive())
            closeNow();
    });
}

void MainWindow::closeNow()
{
    m_farewell.stop();
    m_closing = true;
    m_workbench->windows()->closeAll();
    close();
    if (!m_asks)
        QCoreApplication::quit(); // dialogs may be open
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> files = localFiles(event->mimeData());
    for (const QUrl &file : files)
        m_workbench->openPath(file.toLocalFile());
    event->acceptProposedAction();
}

} // namespace Gantry
