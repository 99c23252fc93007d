// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/failurebar.h"

#include "look/actionbutton.h"
#include "look/fonts.h"
#include "look/paint.h"
#include "look/tokens.h"
#include "shell/actionregistry.h"
#include "shell/failurenotice.h"

#include <QAccessible>
#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int WidestBar = 640;
constexpr int BarInset = 12;

} // namespace

FailureBar::FailureBar(const FailureNotice *failures, const ActionRegistry *actions, QWidget *page)
    : Banner(Kind::Error, page)
    , m_failures(failures)
{
    setObjectName(u"failureBar"_s);
    hide();
    addButton(actions->action(u"failure.show"_s))->setTextOnly();
    addButton(actions->action(u"failure.retry"_s))->setTextOnly();
    addButton(actions->action(u"failure.hide"_s))->setIconOnly(true);
    page->installEventFilter(this);
    connect(failures, &FailureNotice::changed, this, &FailureBar::refresh);
}

void FailureBar::refresh()
{
    if (!m_failures->operation()) {
        const bool hadFocus = isAncestorOf(window()->focusWidget());
        hide();
        if (hadFocus)
            Q_EMIT left();
        return;
    }
    const QString before = accessibleName();
    setMessage(m_failures->fact(), m_failures->consequence());
    const bool isNew = !isVisible() || accessibleName() != before;
    place();
    show();
    raise();
    if (isNew) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void FailureBar::place()
{
    const QSize room = parentWidget()->size() - QSize(2 * BarInset, 2 * BarInset);
    const int width = std::min(room.width(), Fonts::scaled(WidestBar));
    resize(width, height()); // which decides how its texts stand
    layout()->invalidate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    const int height = std::min(room.height(), wanted);
    const QRect bar(BarInset + room.width() - width, BarInset + room.height() - height, width, height);
    setGeometry(QStyle::visualRect(layoutDirection(), parentWidget()->rect(), bar));
}

bool FailureBar::event(QEvent *event)
{
    // A button came or went, or the font is another one.
    if (event->type() == QEvent::LayoutRequest)
        place();
    return Banner::event(event);
}

bool FailureBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return Banner::eventFilter(watched, event);
}

void FailureBar::paintEvent(QPaintEvent *)
{
    // With an edge: it lies over rows.
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRounded(&painter, rect(), 8, tokens.tint(Tone::Error), tokens.lineStrong);
}

} // namespace Gantry
