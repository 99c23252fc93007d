// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/overlaidbanner.h"

#include "look/fonts.h"
#include "look/paint.h"
#include "look/tokens.h"

#include <QAccessible>
#include <QEvent>
#include <QLayout>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int Widest = 640;
constexpr int Inset = 12;

} // namespace

OverlaidBanner::OverlaidBanner(Kind kind, QWidget *page)
    : Banner(kind, page)
{
    hide();
    page->installEventFilter(this);
}

void OverlaidBanner::setAbove(OverlaidBanner *lower)
{
    m_lower = lower;
    lower->installEventFilter(this);
}

void OverlaidBanner::say(const QString &fact, const QString &consequence)
{
    const auto said = [this] { return std::pair(accessibleName(), accessibleDescription()); };
    const auto before = said();
    setMessage(fact, consequence);
    const bool isNew = !isVisible() || said() != before;
    place();
    show();
    raise();
    if (isNew) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void OverlaidBanner::leave()
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    hide();
    if (hadFocus)
        Q_EMIT left();
}

void OverlaidBanner::place()
{
    const int taken = m_lower && m_lower->isVisible() ? m_lower->height() + Inset : 0;
    const QSize room = parentWidget()->size() - QSize(2 * Inset, 2 * Inset + taken);
    const int width = std::min(room.width(), Fonts::scaled(Widest));
    resize(width, height()); // which decides how its texts stand
    layout()->invalidate();
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
    const int height = std::min(room.height(), wanted);
    const QRect bar(Inset + room.width() - width, Inset + room.height() - height, width, height);
    setGeometry(QStyle::visualRect(layoutDirection(), parentWidget()->rect(), bar));
}

bool OverlaidBanner::event(QEvent *event)
{
    // A button came or went, or the font is another one.
    if (event->type() == QEvent::LayoutRequest)
        place();
    return Banner::event(event);
}

bool OverlaidBanner::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    const bool moved = type == QEvent::Resize || (watched == m_lower && (type == QEvent::Show || type == QEvent::Hide));
    if (moved && isVisible())
        place();
    return Banner::eventFilter(watched, event);
}

void OverlaidBanner::paintEvent(QPaintEvent *)
{
    // With an edge: it lies over rows.
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawRounded(&painter, rect(), 8, tokens.tint(toneOf(kind())), tokens.lineStrong);
}

} // namespace Gantry
