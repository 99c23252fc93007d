// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resulttabs.h"

#include "console/messagesview.h"
#include "console/resultpane.h"
#include "console/resultview.h"
#include "look/buttonkind.h"
#include "look/fonts.h"
#include "look/menubutton.h"
#include "look/separator.h"
#include "look/tabbar.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Gantry {

ResultTabs::ResultTabs(QWidget *parent)
    : QWidget(parent)
    , m_bar(new TabBar(this))
    , m_more(new MenuButton(this))
    , m_stack(new QStackedWidget(this))
    , m_tools(new QHBoxLayout)
    , m_messages(new MessagesView(this))
{
    setObjectName(QStringLiteral("resultTabs"));
    m_bar->setObjectName(QStringLiteral("resultTabBar"));
    m_bar->setAccessibleName(tr("Results and messages"));
    m_bar->setFolding(true);
    m_more->setObjectName(QStringLiteral("moreResults"));
    setButtonKind(m_more, ButtonKind::Ghost);
    m_more->hide();
    m_tools->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(6, 0, 8, 0);
    head->setSpacing(8);
    head->addWidget(m_bar, 1, Qt::AlignBottom);
    head->addWidget(m_more);
    head->addLayout(m_tools);
    auto *headWidget = new QWidget(this);
    headWidget->setLayout(head);
    headWidget->setFixedHeight(Fonts::scaled(40));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(headWidget);
    layout->addWidget(new Separator(Qt::Horizontal, this));
    layout->addWidget(m_stack, 1);

    m_stack->setMinimumHeight(1); // where room is short, less is seen of it, and the tabs stay whole
    m_stack->addWidget(m_messages);
    m_bar->addTab(tr("Messages"));
    connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            m_stack->setCurrentIndex(index);
        for (int i = 0; i + 1 < m_stack->count(); ++i)
            updateBadge(pane(i));
        Q_EMIT currentChanged();
    });
    connect(m_bar, &TabBar::foldedTabsChanged, this, &ResultTabs::updateMore);
    connect(m_more->entries(), &QMenu::aboutToShow, this, &ResultTabs::listMore);
    connect(m_messages, &MessagesView::countChanged, this, &ResultTabs::updateMessagesBadge);
}

void ResultTabs::updateMore()
{
    const auto folded = int(m_bar->foldedTabs().size());
    m_more->setText(tr("%1 more", "a number of results").arg(QLocale().toString(folded)));
    m_more->setAccessibleName(tr("%Ln more result(s)", nullptr, folded));
    m_more->setVisible(folded > 0);
}

void ResultTabs::listMore()
{
    m_more->entries()->clear();
    for (const int index : m_bar->foldedTabs()) {
        const auto rows = int(std::min<qint64>(pane(index)->result()->rowCount(), INT_MAX));
        m_more->entries()->addAction(tr("%1, %Ln row(s)", "the title of a result", rows).arg(m_bar->tabText(index)),
                                     this, [this, index] { m_bar->setCurrentIndex(index); });
    }
}

void ResultTabs::addTool(QWidget *tool)
{
    m_tools->addWidget(tool);
}

void ResultTabs::clear()
{
    m_received = 0;
    while (m_stack->count() > 1) {
        QWidget *pane = m_stack->widget(0);
        m_stack->removeWidget(pane);
        m_bar->removeTab(0);
        // Not at once: the call may come from the pane's own menu.
        pane->deleteLater();
    }
    m_stack->setCurrentIndex(m_bar->currentIndex());
    m_messages->clearMessages();
}

void ResultTabs::addResult(const std::shared_ptr<QueryResult> &result, ExpandedDisplay expanded)
{
    ++m_received;
    if (m_received > MostResults) {
        if (m_received == MostResults + 1)
            m_messages->addSentence(
                tr("Only the first %1 results are shown. Run fewer statements at once to see the others.")
                    .arg(MostResults),
                Tone::Caution);
        return;
    }
    auto *pane = new ResultPane(result, m_stack);
    if (expanded == ExpandedDisplay::Auto)
        pane->expandWhenTooWide();
    else
        pane->setExpanded(expanded == ExpandedDisplay::On);
    const int index = m_stack->count() - 1; // before Messages
    m_stack->insertWidget(index, pane);
    m_bar->insertTab(index, tr("Result %1").arg(m_received));
    connect(pane, &ResultPane::menuRequested, this, &ResultTabs::menuRequested);
    connect(pane->view(), &ResultView::selectionChanged, this, &ResultTabs::currentChanged);
    connect(result.get(), &QueryResult::rowsAppended, pane, [this, pane] { updateBadge(pane); });
    connect(result.get(), &QueryResult::finished, pane, [this, pane] { updateBadge(pane); });
    updateBadge(pane);
    if (m_received == 1)
        m_bar->setCurrentIndex(0);
}

void ResultTabs::updateBadge(ResultPane *pane)
{
    const int index = m_stack->indexOf(pane);
    if (index < 0)
        return;
    const Tone tone = index == m_bar->currentIndex() ? Tone::Accent : Tone::Muted;
    m_bar->setBadge(index, QLocale().toString(pane->result()->rowCount()), tone);
}

void ResultTabs::updateMessagesBadge()
{
    const qint64 count = m_messages->count();
    m_bar->setBadge(m_bar->count() - 1, count > 0 ? QLocale().toString(count) : QString(),
                    m_messages->hasErrors()         ? Tone::Error
                        : m_messages->hasCautions() ? Tone::Caution
                                                    : Tone::Muted);
}

void ResultTabs::showMessages()
{
    m_bar->setCurrentIndex(m_bar->count() - 1);
}

void ResultTabs::step(int by)
{
    m_bar->setCurrentIndex((m_bar->currentIndex() + by + m_bar->count()) % m_bar->count());
}

ResultPane *ResultTabs::pane(int index) const
{
    return qobject_cast<ResultPane *>(m_stack->widget(index));
}

ResultPane *ResultTabs::currentPane() const
{
    return qobject_cast<ResultPane *>(m_stack->currentWidget());
}

QWidget *ResultTabs::focusTarget() const
{
    if (const ResultPane *pane = currentPane())
        return pane->view();
    return m_messages;
}

} // namespace Gantry
