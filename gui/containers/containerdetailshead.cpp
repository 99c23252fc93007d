// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The head of the details, and which tabs are offered below it.
#include "containers/containeractions.h"
#include "containers/containerdetailspane.h"
#include "items/containercells.h"
#include "items/containerwords.h"
#include "look/actionbutton.h"
#include "look/copybutton.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/menubutton.h"
#include "look/pill.h"
#include "look/plaintooltip.h"
#include "look/tabbar.h"
#include "shell/panelplace.h"
#include "terminal/terminalpanel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// What stands in the first line beside title, state and "Why did it stop?", and what of a title is seen first.
constexpr int HeadFixed = 116;
constexpr int TitleFirst = 80;
/// Below that height, from that width on, the head is one line.
constexpr int LowPane = 330;
constexpr int WidePane = 640;

} // namespace

void ContainerDetailsPane::buildHeader(QVBoxLayout *layout)
{
    m_title = new ElidedLabel({}, this);
    m_title->setObjectName(u"detailsTitle"_s);
    m_title->setLook(15, QFont::DemiBold);
    m_pill = new Pill(StateLook::None, {}, this);
    m_pill->setObjectName(u"detailsState"_s);
    m_fullName = new ElidedLabel({}, this);
    m_fullName->setObjectName(u"detailsFullName"_s);
    m_fullName->setTone(Tone::Muted);
    m_fullName->setLook(12);
    m_shortId = new Label(this);
    m_shortId->setTone(Tone::Faint);
    m_shortId->setLook(12, QFont::Normal, Label::Face::Mono);
    m_copyId = new CopyButton(tr("Copy ID"), this);
    m_copyId->setObjectName(u"copyId"_s);

    auto *why = new QAction(tr("Why did it stop?"), this);
    why->setIcon(symbolIcon(u"help"_s));
    why->setVisible(false);
    connect(why, &QAction::triggered, this, [this] {
        showTab(CauseTab);
        focusTab();
    });
    m_why = new ActionButton(why, ButtonKind::Outlined, this);
    m_why->setObjectName(u"whyDidItStop"_s);
    setButtonKind(m_why, ButtonKind::Outlined, true);

    const auto addButton = [this](const QString &icon, const QString &name, const QString &objectName) {
        auto *button = new QToolButton(this);
        button->setObjectName(objectName);
        button->setIcon(symbolIcon(icon));
        button->setAccessibleName(name);
        setPlainToolTip(button, name);
        button->setFocusPolicy(Qt::TabFocus);
        return button;
    };
    m_more = addButton(u"more"_s, tr("More actions"), u"moreActions"_s);
    connect(m_more, &QToolButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const QList<QAction *> actions = m_actions->menu();
        for (QAction *action : actions)
            action ? menu->addAction(action) : static_cast<void>(menu->addSeparator());
        popupBelow(menu, m_more);
    });
    m_hide = addButton(u"close"_s, tr("Hide details"), u"hideDetails"_s);
    connect(m_hide, &QToolButton::clicked, this, &ContainerDetailsPane::closeRequested);

    m_headFirst = new QHBoxLayout;
    m_headFirst->setSpacing(8);
    m_headFirst->addWidget(m_title);
    m_headFirst->addWidget(m_pill);
    m_headFirst->addStretch(1);
    m_headFirst->addWidget(m_why);
    m_headFirst->addWidget(m_more);
    m_headFirst->addWidget(m_hide);
    m_headSecond = new QHBoxLayout;
    m_headSecond->setSpacing(8);
    m_headSecond->addWidget(m_fullName);
    m_headSecond->addWidget(m_shortId);
    m_headSecond->addWidget(m_copyId);
    m_headSecond->addStretch(1);
    m_head = new QVBoxLayout;
    m_head->setContentsMargins(20, 6, 12, 4);
    m_head->setSpacing(0);
    m_head->addLayout(m_headFirst);
    layHead(false);
    layout->addLayout(m_head);
}

void ContainerDetailsPane::layHead(bool inOneLine)
{
    if (const QObject *place = m_headSecond->parent();
        place == (inOneLine ? static_cast<QLayout *>(m_headFirst) : m_head))
        return;
    for (QLayout *line : {static_cast<QLayout *>(m_head), static_cast<QLayout *>(m_headFirst)})
        line->removeItem(m_headSecond);
    if (inOneLine)
        m_headFirst->insertLayout(m_headFirst->indexOf(m_pill) + 1, m_headSecond);
    else
        m_head->addLayout(m_headSecond);
    // The keyboard goes in the order of reading.
    if (!inOneLine) {
        setTabOrder(m_hide, m_copyId);
        return;
    }
    setTabOrder(m_copyId, m_why);
    setTabOrder(m_why, m_more);
    setTabOrder(m_more, m_hide);
}

void ContainerDetailsPane::foldHead()
{
    const bool inOneLine = height() < Fonts::scaled(LowPane) && width() >= Fonts::scaled(WidePane);
    layHead(inOneLine);
    const int wanted = std::min(m_title->sizeHint().width(), Fonts::scaled(TitleFirst)) + m_pill->sizeHint().width()
        + (inOneLine ? m_headSecond->sizeHint().width() : 0) + m_why->widthAs(false) + Fonts::scaled(HeadFixed);
    m_why->setFolded(wanted > width());
}

void ContainerDetailsPane::showHead(const ContainerSummary &container)
{
    const QString service = ContainerCells::service(container);
    offerCause(container, container.id != m_shown.id);
    m_shown = container;
    m_terminals->setContainer(container);
    followWindows();
    offerTerminal();
    m_title->setText(service.isEmpty() ? container.name : service);
    m_pill->setState(ContainerWords::look(container), ContainerWords::state(container));
    foldHead();
    m_fullName->setText(service.isEmpty() ? container.image : container.name);
    m_shortId->setText(container.shortId());
    m_copyId->setCopiedText(container.id);
}

void ContainerDetailsPane::offerCause(const ContainerSummary &container, bool isAnother)
{
    const QScopedValueRollback guard(m_offering, true);
    const bool isThere = ContainerActions::causeObstacle(container).isEmpty();
    m_why->action()->setVisible(isThere);
    // While one looks at it, it stays: what restarts again and again runs in between.
    const bool isLookedAt = !isAnother && m_tabs->currentIndex() == CauseTab;
    if (!isThere && !isLookedAt && m_tabs->currentIndex() == CauseTab)
        m_tabs->setCurrentIndex(OverviewTab);
    // Only where that changes: Qt takes a second call for a reason not to lay the tabs out anew.
    if (const bool shown = isThere || isLookedAt; m_tabs->isTabVisible(CauseTab) != shown)
        m_tabs->setTabVisible(CauseTab, shown);
    if (isThere && isAnother && m_causeIsWanted)
        m_tabs->setCurrentIndex(CauseTab);
}

void ContainerDetailsPane::offerTerminal()
{
    const QString obstacle = m_terminals->hasSessions(m_shown.id) || m_terminalPlace->isElsewhere()
        ? QString()
        : TerminalPanel::obstacle(m_shown);
    // The one that is looked at stays: it says itself what it cannot do now.
    const bool isLookedAt = m_tabs->currentIndex() == TerminalTab;
    m_tabs->setTabEnabled(TerminalTab, obstacle.isEmpty() || isLookedAt);
    m_tabs->setTabToolTip(TerminalTab, plainToolTip(obstacle));
    const bool rings = !isLookedAt && m_terminals->hasRung(m_shown.id);
    if (m_tabs->tabIcon(TerminalTab).isNull() == rings) {
        m_tabs->setTabIcon(TerminalTab, rings ? symbolIcon(u"bell"_s, Tone::Accent) : QIcon());
        m_tabs->setAccessibleTabName(TerminalTab, rings ? tr("Terminal, bell") : QString());
    }
}

} // namespace Gantry
