// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/operationsrow.h"

#include "look/fonts.h"
#include "look/separator.h"
#include "shell/operationentry.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int MaximumEntries = 4;
constexpr int RoomForFirst = 500;
constexpr int EntryGap = 8; ///< on either side of a separator

} // namespace

OperationsRow::OperationsRow(OperationModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    for (int i = 0; i < MaximumEntries; ++i) {
        m_separators.append(new Separator(Qt::Vertical, this));
        m_entries.append(new OperationEntry(this));
        m_separators.last()->hide();
        m_entries.last()->hide();
        connect(m_entries.last(), &OperationEntry::chosen, this, &OperationsRow::chosen);
    }
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &OperationsRow::refresh);
    connect(model, &QAbstractItemModel::rowsInserted, this, &OperationsRow::refresh);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &OperationsRow::refresh);
    connect(model, &QAbstractItemModel::dataChanged, this, &OperationsRow::refresh);
    refresh();
}

QList<int> OperationsRow::candidates() const
{
    QList<int> running;
    QList<int> ended;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        QList<int> &list = m_model->operation(m_model->index(row))->isRunning() ? running : ended;
        if (list.size() < MaximumEntries)
            list.append(row);
    }
    return (running + ended).mid(0, MaximumEntries);
}

void OperationsRow::refresh()
{
    const QList<int> rows = candidates();
    for (qsizetype i = 0; i < rows.size(); ++i)
        m_entries.at(i)->setOperation(m_model->operation(m_model->index(rows.at(i))));
    const bool ticks = isVisible() && !rows.isEmpty() && m_entries.first()->operation()->isRunning();
    if (ticks != m_clock.isActive())
        ticks ? m_clock.start() : m_clock.stop();
    arrange();
}

void OperationsRow::arrange()
{
    struct Place
    {
        int row;
        OperationEntry *entry;
        int width;
    };
    const QList<int> rows = candidates();
    QList<Place> places;
    const QSize line = m_separators.first()->sizeHint();
    int left = width();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        OperationEntry *entry = m_entries.at(i);
        // What runs can be cancelled here, in little room; what has ended is told apart by its command alone.
        int least = entry->operation()->isRunning() ? entry->minimumSizeHint().width() : entry->widthForCommand();
        if (i == 0)
            least = std::min({std::max(least, Fonts::scaled(RoomForFirst)), entry->sizeHint().width(), left});
        else if (left -= 2 * EntryGap + line.width(); left < least)
            break;
        left -= least;
        places.append({rows.at(i), entry, least});
    }
    for (Place &place : places) {
        const int more = std::clamp(place.entry->sizeHint().width() - place.width, 0, std::max(left, 0));
        place.width += more;
        left -= more;
    }
    for (qsizetype i = places.size(); i < MaximumEntries; ++i)
        m_entries.at(i)->hide();
    std::sort(places.begin(), places.end(), [](const Place &a, const Place &b) { return a.row < b.row; });
    int x = 0;
    for (qsizetype i = 0; i < MaximumEntries; ++i) {
        Separator *separator = m_separators.at(i);
        separator->setVisible(i > 0 && i < places.size());
        if (i >= places.size())
            continue;
        const auto put = [&](QWidget *widget, const QSize &size) {
            const QRect rect(QPoint(x, (height() - size.height()) / 2), size);
            widget->setGeometry(QStyle::visualRect(layoutDirection(), this->rect(), rect));
            x += size.width();
        };
        if (i > 0) {
            x += EntryGap;
            put(separator, line);
            x += EntryGap;
        }
        put(places.at(i).entry, {places.at(i).width, height()});
        places.at(i).entry->show();
    }
}

bool OperationsRow::event(QEvent *event)
{
    // An entry wants another width.
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void OperationsRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void OperationsRow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void OperationsRow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
}

} // namespace Gantry
