// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lists/detailssplitter.h"

#include "look/fonts.h"
#include "shell/uistate.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Below 1,100 px of window, of which the navigation takes 216, details stand below the list.
constexpr int NarrowSplitter = 1100 - 216;
constexpr int UsualDetails = 380;

} // namespace

DetailsSplitter::DetailsSplitter(QWidget *list, QWidget *details, UiState *state, const QString &id, QWidget *parent)
    : QSplitter(parent)
    , m_details(details)
    , m_state(state)
    , m_id(id)
{
    setObjectName(id + u"Splitter"_s);
    setChildrenCollapsible(false);
    addWidget(list);
    addWidget(details);
    setStretchFactor(0, 1);
    connect(this, &QSplitter::splitterMoved, this, [this] { m_state->setValue(key(), saveState()); });
}

QString DetailsSplitter::key() const
{
    return m_id + (orientation() == Qt::Vertical ? u"/splitterBelow"_s : u"/splitter"_s);
}

void DetailsSplitter::setUseful(bool useful)
{
    m_useful = useful;
    place();
}

void DetailsSplitter::place()
{
    const bool narrow = width() < Fonts::scaled(NarrowSplitter);
    const Qt::Orientation wanted = narrow ? Qt::Vertical : Qt::Horizontal;
    const bool shows = !narrow || m_useful;
    const bool comes = shows && m_details->isHidden();
    m_details->setVisible(shows);
    if (!m_placed || comes || orientation() != wanted)
        turn(wanted);
    m_placed = true;
}

void DetailsSplitter::turn(Qt::Orientation orientation)
{
    setOrientation(orientation);
    // What was kept holds the other orientation's sizes where it is another one.
    if (restoreState(m_state->value(key()).toByteArray()) && this->orientation() == orientation)
        return;
    setOrientation(orientation);
    const int room = orientation == Qt::Vertical ? height() : width();
    const int details = orientation == Qt::Vertical ? room * 2 / 5 : qMin(Fonts::scaled(UsualDetails), room * 2 / 5);
    setSizes({room - details, details});
}

void DetailsSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    place();
}

} // namespace Gantry
