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
    QToolButton *more = addButton(u"more"_s, tr("More actions"), u"moreActions"_s);
    connect(more, &QToolButton::clicked, this, [this, more] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        const QList<QAction *> actions = m_actions->menu();
        for (QAction *action : actions)
            action ? menu->addAction(action) : static_cast<void>(menu->addSeparator());
        popupBelow(menu, more);
    });
    QToolButton *close = addButton(u"close"_s, tr("Hide details"), u"hideDetails"_s);
    connect(close, &QToolButton::clicked, this, &ContainerDetailsPane::closeRequested);
    setTabOrder(close, m_copyId); // the second line

    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_title);
    first->addWidget(m_pill);
    first->addStretch(1);
    first->addWidget(m_why);
    first->addWidget(more);
    first->addWidget(close);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_fullName);
    second->addWidget(m_shortId);
    second->addWidget(m_copyId);
    second->addStretch(1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(20, 6, 12, 4);
    head->setSpacing(0);
    head->addLayout(first);
    head->addLayout(second);
    layout->addLayout(head);
}

void ContainerDetailsPane::foldHead()
{
    const int wanted = std::min(m_title->sizeHint().width(), Fonts::scaled(TitleFirst)) + m_pill->sizeHint().width()
        + m_why->widthAs(false) + Fonts::scaled(HeadFixed);
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
