// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/lateplace.h"

#include "look/taborder.h"

#include <QVBoxLayout>

#include <utility>

namespace Gantry {

LatePlace::LatePlace(Make make, QWidget *parent)
    : QWidget(parent)
    , m_make(std::move(make))
{
}

void LatePlace::showEvent(QShowEvent *event)
{
    if (const Make make = std::exchange(m_make, {})) {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        QWidget *content = make(this);
        layout->addWidget(content);
        content->show();
        placeInTabOrder(this);
    }
    QWidget::showEvent(event);
}

} // namespace Gantry
