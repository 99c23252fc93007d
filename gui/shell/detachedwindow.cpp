// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/detachedwindow.h"

#include "look/actionbutton.h"
#include "look/banner.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/oneline.h"
#include "look/pill.h"
#include "look/separator.h"
#include "look/surface.h"
#include "look/veil.h"
#include "shell/commandpalette.h"
#include "shell/detachedwindows.h"
#include "shell/enginewords.h"
#include "shell/panelmove.h"
#include "shell/workbench.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int HeadHeight = 44;
constexpr QSize LeastSize(360, 240);

} // namespace

DetachedWindow::DetachedWindow(Workbench *workbench, const Content &content)
    : QWidget(nullptr, Qt::Window)
    , m_workbench(workbench)
    , m_content(content)
    , m_panel(content.panel)
{
    setObjectName(u"detachedWindow"_s);
    setAttribute(Qt::WA_QuitOnClose, false);
    setWindowIcon(QIcon::fromTheme(u"org.gantry.Gantry"_s, QIcon(u":/icons/app.svg"_s)));
    setMinimumSize(Fonts::scaled(LeastSize.width()), Fonts::scaled(LeastSize.height()));
    registerActions();
    build();
    if (content.button)
        content.button->setAction(m_actions.action(u"window.back"_s));
    if (content.showsEngine) {
        connect(workbench->engine(), &Engine::stateChanged, this, &DetachedWindow::followEngine);
        connect(workbench->engine(), &Engine::problemsChanged, this, &DetachedWindow::followEngine);
        connect(workbench->engine(), &Engine::silentChanged, this, &DetachedWindow::followEngine);
        followEngine();
    }
}

DetachedWindow::~DetachedWindow() = default;

void DetachedWindow::registerActions()
{
    using Menu = ActionRegistry::Menu;
    const auto add = [this](const ActionRegistry::Description &description, auto act) {
        QAction *action = m_actions.add(description);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    add({.id = u"window.back"_s,
         .menu = Menu::View,
         .text = tr("Back to the main window"),
         .toolTip = tr("Put it back into its place in the main window; closing this window does the same"),
         .icon = u"window-back"_s,
         .shortcut = DetachedWindows::shortcut()},
        [this] { goBack(); });
    add({.id = u"window.find"_s,
         .menu = Menu::View,
         .text = tr("Find"),
         .icon = u"search"_s,
         .shortcut = QKeySequence(u"Ctrl+F"_s)},
        [this] { m_content.startFinding(); });
    add({.id = u"window.palette"_s,
         .menu = Menu::View,
         .text = tr("Go to or run anything"),
         .icon = u"search"_s,
         .shortcut = QKeySequence(u"Ctrl+K"_s)},
        [this] { openPalette(); });
    // Those whose subject is not what is selected in the main window, which comes forward where they show something.
    const QList<QAction *> shared = m_workbench->actions()->actions();
    for (QAction *action : shared) {
        const QString id = action->objectName();
        if (id.startsWith("page."_L1) || id == u"shell.operations" || id == u"shell.refresh" || id == u"shell.quit")
            addAction(action);
    }
    if (m_content.actions)
        addActions(m_content.actions->actions());
}

void DetachedWindow::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    if (!m_content.hasHead) {
        auto *head = new Surface(Surface::Kind::Base, this);
        head->setFixedHeight(Fonts::scaled(HeadHeight));
        m_titleLabel = new ElidedLabel({}, head);
        m_titleLabel->setObjectName(u"detachedTitle"_s);
        m_titleLabel->setLook(15, QFont::DemiBold);
        m_pill = new Pill(StateLook::None, {}, head);
        m_pill->setObjectName(u"detachedState"_s);
        m_pill->hide();
        m_sentence = new ElidedLabel({}, head);
        m_sentence->setObjectName(u"detachedSentence"_s);
        m_sentence->setTone(Tone::Muted);
        m_sentence->setElideMode(Qt::ElideRight);
        auto *row = new QHBoxLayout(head);
        row->setContentsMargins(20, 0, 12, 0);
        row->setSpacing(8);
        row->addWidget(m_titleLabel);
        row->addWidget(m_pill);
        row->addWidget(m_sentence, 1);
        layout->addWidget(head);
        layout->addWidget(new Separator(Qt::Horizontal, this));
    }
    m_bannerSpace = new QWidget(this);
    m_banner = new Banner(Banner::Kind::Warning, m_bannerSpace);
    m_banner->setObjectName(u"windowBanner"_s);
    m_banner
        ->addButton(m_workbench->actions()->contains(u"engine.retry"_s)
                        ? m_workbench->actions()->action(u"engine.retry"_s)
                        : m_actions.action(u"window.back"_s))
        ->setTextOnly();
    auto *bannerLayout = new QVBoxLayout(m_bannerSpace);
    bannerLayout->setContentsMargins(20, 12, 12, 8);
    bannerLayout->addWidget(m_banner);
    m_bannerSpace->hide();
    layout->addWidget(m_bannerSpace);
    layout->addWidget(m_panel, 1);
    m_panel->show();
}

void DetachedWindow::setTitle(const QString &title)
{
    m_title = oneLine(title);
    // Qt takes "[*]" for the mark of a changed document, and twice for itself.
    QString shown = m_title;
    shown.replace("[*]"_L1, "[*][*]"_L1);
    // With the dash that Qt puts before the program's name in the titles of all other windows.
    setWindowTitle(tr("%1 — Gantry", "title of the window").arg(shown));
    setAccessibleName(m_title);
    if (m_titleLabel)
        m_titleLabel->setText(m_title);
}

void DetachedWindow::setKept(const QString &id, const QVariantMap &more)
{
    m_content.id = id;
    m_content.more = more;
}

void DetachedWindow::setHomeless(const QString &reason)
{
    m_actions.setAvailable(u"window.back"_s, reason.isEmpty(), reason);
}

void DetachedWindow::setState(StateLook look, const QString &word)
{
    if (!m_pill)
        return;
    m_pill->setState(look, word);
    m_pill->setVisible(!word.isEmpty());
}

void DetachedWindow::say(const QString &sentence)
{
    if (m_sentence)
        m_sentence->setText(sentence);
}

void DetachedWindow::followEngine()
{
    const EngineWords::Trouble trouble = EngineWords::trouble(*m_workbench->engine());
    m_banner->setMessage(trouble.fact, trouble.consequence);
    m_bannerSpace->setVisible(!trouble.fact.isEmpty());
    const bool fades = m_workbench->engine()->state() == Engine::State::Lost || m_workbench->engine()->isSilent();
    if (fades && !m_veil && m_panel)
        m_veil = new Veil(m_panel);
    if (m_veil)
        m_veil->setVisible(fades);
}

void DetachedWindow::openPalette()
{
    if (!m_palette) {
        m_palette = new CommandPalette(m_workbench, this);
        m_palette->addActions(&m_actions);
        if (m_content.actions)
            m_palette->addActions(m_content.actions);
    }
    m_palette->open();
}

void DetachedWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void DetachedWindow::focusPanel()
{
    if (QWidget *target = m_content.focusTarget ? m_content.focusTarget() : nullptr)
        target->setFocus(Qt::OtherFocusReason);
}

void DetachedWindow::goBack()
{
    Q_EMIT returning(true);
}

void DetachedWindow::handBack(const std::function<void(QWidget *panel)> &place)
{
    m_isEnding = true;
    if (m_palette)
        m_palette->dismiss();
    if (m_panel) {
        const PanelMove move(m_panel);
        delete m_veil;
        m_veil = nullptr;
        if (m_content.button)
            m_content.button->setAction(DetachedWindows::action(m_workbench->actions()));
        place(std::exchange(m_panel, nullptr));
    }
    m_workbench->windows()->remove(this);
}

void DetachedWindow::closeForGood()
{
    m_isEnding = true;
    close();
}

void DetachedWindow::closeEvent(QCloseEvent *event)
{
    if (!m_isEnding)
        Q_EMIT returning(false);
    QWidget::closeEvent(event);
}

bool DetachedWindow::event(QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::WindowStateChange)
        Q_EMIT geometryChanged();
    return QWidget::event(event);
}

} // namespace Gantry
