// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/focusring.h"

#include "look/paint.h"
#include "look/style.h"
#include "look/tokens.h"

#include <QAbstractItemView>
#include <QEvent>

namespace Gantry {

FocusRing::FocusRing(QAbstractScrollArea *area)
    : QWidget(area)
    , m_area(area)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    place();
    area->installEventFilter(this);
    area->viewport()->installEventFilter(this);
    if (const auto *view = qobject_cast<QAbstractItemView *>(area); view && view->selectionModel())
        connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, qOverload<>(&QWidget::update));
    raise();
    show();
}

bool FocusRing::suits(const QWidget *widget)
{
    // What takes text shows a caret.
    return qobject_cast<const QAbstractScrollArea *>(widget) && !widget->testAttribute(Qt::WA_InputMethodEnabled)
        && !widget->property("paintsFocus").toBool();
}

void FocusRing::place()
{
    // Headers belong to it; the scroll bars stand beside it.
    QRect rect = m_area->viewport()->geometry();
    rect.setTop(m_area->contentsRect().top());
    setGeometry(rect);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event)
{
    const bool mouse = event->type() == QEvent::MouseButtonPress;
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move) {
        place();
    } else if (mouse || event->type() == QEvent::KeyPress) {
        m_mouse = mouse;
        update();
    }
    return QWidget::eventFilter(watched, event);
}

void FocusRing::paintEvent(QPaintEvent *)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(m_area);
    QStyleOption option;
    option.initFrom(m_area);
    if (m_mouse || (view && view->currentIndex().isValid()) || !Style::showsFocus(&option, m_area))
        return;
    QPainter painter(this);
    drawFocusRing(&painter, rect(), 6, Tokens::of(palette()));
}

} // namespace Gantry
