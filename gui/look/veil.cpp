// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/veil.h"

#include "look/tokens.h"

#include <QEvent>
#include <QPainter>

namespace Gantry {

namespace {
constexpr float Density = 0.4F;
} // namespace

Veil::Veil(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("veil"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(parent->rect());
    parent->installEventFilter(this);
    hide();
}

bool Veil::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    else if (event->type() == QEvent::ChildAdded)
        raise();
    return QWidget::eventFilter(watched, event);
}

void Veil::paintEvent(QPaintEvent *)
{
    QColor color = Tokens::of(palette()).base;
    color.setAlphaF(Density);
    QPainter(this).fillRect(rect(), color);
}

} // namespace Gantry
