// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/pictureview.h"

#include "look/fonts.h"
#include "look/tokens.h"

#include <QAccessibleWidget>
#include <QPainter>

namespace Gantry {

namespace {

constexpr int PictureMargin = 20;
constexpr int Square = 8;

QAccessibleInterface *makePictureInterface(const QString &className, QObject *object)
{
    if (className != QLatin1String("Gantry::PictureView"))
        return nullptr;
    return new QAccessibleWidget(static_cast<QWidget *>(object), QAccessible::Graphic);
}

} // namespace

PictureView::PictureView(QWidget *parent)
    : QWidget(parent)
{
    QAccessible::installFactory(makePictureInterface); // ignored by Qt when it is installed already
    setFocusPolicy(Qt::TabFocus);
}

void PictureView::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

void PictureView::paintEvent(QPaintEvent *)
{
    if (m_picture.isNull())
        return;
    const QSize room = size() - 2 * QSize(PictureMargin, PictureMargin);
    QSize shown = m_picture.size();
    if (shown.width() > room.width() || shown.height() > room.height())
        shown.scale(room, Qt::KeepAspectRatio);
    QRect place(QPoint(), shown);
    place.moveCenter(rect().center());
    QPainter painter(this);
    if (m_picture.hasAlphaChannel()) {
        const Tokens &tokens = Tokens::of(palette());
        painter.setClipRect(place);
        painter.fillRect(place, tokens.sunken);
        for (int y = place.top(); y <= place.bottom(); y += Square) {
            for (int x = place.left() + ((y - place.top()) / Square % 2) * Square; x <= place.right(); x += 2 * Square)
                painter.fillRect(x, y, Square, Square, tokens.line);
        }
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, m_picture);
}

} // namespace Gantry
