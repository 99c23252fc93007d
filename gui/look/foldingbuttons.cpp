// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/foldingbuttons.h"

#include "look/actionbutton.h"

#include <QEvent>
#include <QHBoxLayout>

namespace Gantry {

FoldingButtons::FoldingButtons(QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(8);
    m_row->setSizeConstraint(QLayout::SetNoConstraint);
    m_row->addStretch(1); // what folded buttons leave
}

void FoldingButtons::add(ActionButton *button)
{
    m_buttons.append(button);
    m_row->insertWidget(m_row->count() - 1, button);
}

int FoldingButtons::widthWith(qsizetype folded) const
{
    int width = 0;
    for (const ActionButton *button : m_buttons) {
        // Not those that are only not shown yet: nobody would be told when they are.
        if (button->isHidden() && button->testAttribute(Qt::WA_WState_ExplicitShowHide))
            continue;
        const qsizetype place = m_folding.indexOf(button);
        width += button->widthAs(place >= 0 && place < folded) + (width > 0 ? m_row->spacing() : 0);
    }
    return width;
}

QSize FoldingButtons::sizeHint() const
{
    return {widthWith(0), m_row->sizeHint().height()};
}

QSize FoldingButtons::minimumSizeHint() const
{
    return {widthWith(m_folding.size()), m_row->minimumSize().height()};
}

void FoldingButtons::fold()
{
    qsizetype folded = 0;
    while (folded < m_folding.size() && widthWith(folded) > width())
        ++folded;
    for (qsizetype i = 0; i < m_folding.size(); ++i)
        m_folding.at(i)->setFolded(i < folded);
}

bool FoldingButtons::event(QEvent *event)
{
    // A button has other words.
    if (event->type() == QEvent::LayoutRequest)
        fold();
    return QWidget::event(event);
}

void FoldingButtons::resizeEvent(QResizeEvent *event)
{
    fold();
    QWidget::resizeEvent(event);
}

} // namespace Gantry
