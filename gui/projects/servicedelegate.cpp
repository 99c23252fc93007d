// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/servicedelegate.h"

#include "items/servicemodel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/oneline.h"
#include "look/paint.h"
#include "look/plaintooltip.h"
#include "look/tokens.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array buttons{ServiceDelegate::Button::Start, ServiceDelegate::Button::Stop,
                             ServiceDelegate::Button::Restart};
constexpr int side = 28;
constexpr int rightInset = 12;

QString symbolOf(ServiceDelegate::Button button)
{
    switch (button) {
    case ServiceDelegate::Button::Start:
        return u"play"_s;
    case ServiceDelegate::Button::Stop:
        return u"stop"_s;
    case ServiceDelegate::Button::Restart:
        return u"restart"_s;
    }
    return {};
}

} // namespace

int ServiceDelegate::actionsWidth()
{
    return int(buttons.size()) * Fonts::scaled(side) + rightInset + 8;
}

QRect ServiceDelegate::buttonRect(const QRect &cell, Button button) const
{
    const int size = Fonts::scaled(side);
    const int left = cell.right() + 1 - rightInset - (int(buttons.size()) - int(button)) * size;
    return {left, cell.center().y() - size / 2 + 1, size, size};
}

QString ServiceDelegate::obstacle(const QModelIndex &index, Button button) const
{
    return m_obstacle ? m_obstacle(index.data(ServiceModel::RowRole).value<ServiceRow>().service, button) : QString();
}

std::optional<ServiceDelegate::Button> ServiceDelegate::buttonAt(const QRect &cell, const QPoint &position) const
{
    for (const Button button : buttons) {
        if (buttonRect(cell, button).contains(position))
            return button;
    }
    return std::nullopt;
}

void ServiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    CellDelegate::paint(painter, option, index);
    if (index.column() != ServiceModel::ActionsColumn)
        return;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const QPoint pointer = view ? view->viewport()->mapFromGlobal(QCursor::pos()) : QPoint(-1, -1);
    const bool hovered = view && view->viewport()->underMouse() && pointer.y() >= option.rect.top()
        && pointer.y() <= option.rect.bottom();
    if (!hovered && !option.state.testFlag(QStyle::State_Selected))
        return;
    const Tokens &tokens = Tokens::of(option.palette);
    const PainterScope scope(painter);
    for (const Button button : buttons) {
        const QRect rect = buttonRect(option.rect, button);
        const bool available = isAvailable(index, button);
        if (available && hovered && rect.contains(pointer))
            fillRounded(painter, QRectF(rect).adjusted(1, 1, -1, -1), 6, tokens.line);
        const qreal icon = Fonts::scaled(16);
        drawSymbol(painter, QRectF(rect.center().x() - icon / 2 + 0.5, rect.center().y() - icon / 2 + 0.5, icon, icon),
                   symbolOf(button), available ? tokens.text2 : tokens.disabled);
    }
}

bool ServiceDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                  const QModelIndex &index)
{
    if (index.column() == ServiceModel::ActionsColumn && event->type() == QEvent::MouseButtonRelease) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const std::optional<Button> button = buttonAt(option.rect, mouse->position().toPoint());
        if (mouse->button() == Qt::LeftButton && button && isAvailable(index, *button)) {
            Q_EMIT pressed(index, *button);
            return true;
        }
    }
    return CellDelegate::editorEvent(event, model, option, index);
}

bool ServiceDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (index.column() != ServiceModel::ActionsColumn || event->type() != QEvent::ToolTip)
        return CellDelegate::helpEvent(event, view, option, index);
    const std::optional<Button> button = buttonAt(option.rect, event->pos());
    if (!button)
        return false;
    const QString service = shortName(index.data(ServiceModel::ServiceRole).toString());
    QString text = *button == Button::Start ? tr("Start %1 alone").arg(service)
        : *button == Button::Stop           ? tr("Stop %1 alone").arg(service)
                                            : tr("Restart %1 alone").arg(service);
    if (const QString reason = obstacle(index, *button); !reason.isEmpty())
        text += u'\n' + reason;
    QToolTip::showText(event->globalPos(), plainToolTip(text), view, buttonRect(option.rect, *button));
    return true;
}

} // namespace Gantry
