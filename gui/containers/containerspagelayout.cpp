// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containeractions.h"
#include "containers/containerspage.h"
#include "containers/containertree.h"
#include "look/actionbutton.h"
#include "look/fonts.h"
#include "look/label.h"
#include "look/pageheader.h"
#include "shell/workbench.h"

#include <QAction>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Below 1,100 px of window, of which the navigation takes 216, details stand below the list.
constexpr int NarrowPage = 1100 - 216;
/// Below, list and details have no room below each other.
constexpr int LowPage = 430;
/// Of the height for both below each other: a few lines of a log, and a few rows.
constexpr int UsableDetails = 270, UsableList = 180;
/// Room for both beside each other, at their narrowest.
constexpr int LeastBeside = 620;

} // namespace

QString ContainersPage::splitterKey(Qt::Orientation orientation)
{
    return orientation == Qt::Vertical ? u"containers/splitterBelow"_s : u"containers/splitter"_s;
}

void ContainersPage::placeDetails()
{
    const bool narrow = width() < Fonts::scaled(NarrowPage);
    const bool low = height() < Fonts::scaled(LowPage);
    const bool beside = !narrow || (low && width() >= Fonts::scaled(LeastBeside));
    m_details->setLow(low);
    const Qt::Orientation orientation = beside ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != orientation)
        turnSplitter(orientation);
    // They would take half of a small page to say that nothing is selected.
    const bool useful = !narrow || !m_tree->selectedIds().isEmpty() || m_details->showsRemains();
    const bool wereHidden = m_details->isHidden();
    m_details->setVisible(useful && m_actions->action(u"container.details"_s)->isChecked());
    // What was hidden while the sizes were set comes back at its smallest.
    if (wereHidden && !m_details->isHidden() && orientation == Qt::Vertical)
        setSplitterSizes();
}

void ContainersPage::turnSplitter(Qt::Orientation orientation)
{
    // A width for details is no height for them.
    m_splitter->restoreState(m_workbench->state()->value(splitterKey(orientation)).toByteArray());
    m_splitter->setOrientation(orientation);
    setSplitterSizes();
}

void ContainersPage::setSplitterSizes()
{
    const Qt::Orientation orientation = m_splitter->orientation();
    if (!m_workbench->state()->value(splitterKey(orientation)).toByteArray().isEmpty())
        return;
    const int room = height() - m_header->sizeHint().height();
    const int usable = std::min(Fonts::scaled(UsableDetails), room - Fonts::scaled(UsableList));
    const int below = std::max(room * 2 / 5, usable);
    m_splitter->setSizes(orientation == Qt::Vertical ? QList<int>{room - below, below}
                                                     : QList<int>{Fonts::scaled(800), Fonts::scaled(420)});
}

QWidget *ContainersPage::buildNoMatch()
{
    auto *page = new QWidget(this);
    auto *text = new Label(tr("No container matches the filter."), page);
    text->setObjectName(u"noMatch"_s);
    text->setTone(Tone::Muted);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    auto *clear = new QAction(tr("Clear the filter"), this);
    clear->setObjectName(u"containers.clearFilter"_s);
    connect(clear, &QAction::triggered, this, [this] {
        clearFilter();
        m_tree->setFocus();
    });
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(text);
    layout->addWidget(new ActionButton(clear, ButtonKind::Outlined, page), 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return page;
}

} // namespace Gantry
