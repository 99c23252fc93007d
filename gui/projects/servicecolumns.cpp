// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "projects/servicecolumns.h"

#include "items/servicemodel.h"
#include "look/fonts.h"
#include "look/tableview.h"
#include "projects/servicedelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>

namespace Gantry {

namespace {

using Widths = std::array<int, ServiceModel::ActionsColumn>;

/// Long texts of these can be cut; the last ones first.
constexpr std::array elided{ServiceModel::NameColumn, ServiceModel::PortsColumn, ServiceModel::ImageColumn,
                            ServiceModel::WaitsColumn};
constexpr int comfortable = 130;
constexpr int legible = 90;
constexpr int shortest = 40;

/// The widths of the look, relative to 13 px, where there is room: columns do not jump with every state.
constexpr Widths roomy{136, 127, 85, 168, 108, 0, 0};

} // namespace

ServiceColumns::ServiceColumns(TableView *table)
    : QObject(table)
    , m_table(table)
{
    QHeaderView *header = table->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ServiceModel::ActionsColumn, QHeaderView::Fixed);
    header->resizeSection(ServiceModel::ActionsColumn, ServiceDelegate::actionsWidth());
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_fitting)
            m_userSized.insert(column);
    });
    table->viewport()->installEventFilter(this);
}

bool ServiceColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fit();
    return QObject::eventFilter(watched, event);
}

void ServiceColumns::fit()
{
    if (!m_table->isVisible())
        return; // it is fitted when it is shown
    const QScopedValueRollback fitting(m_fitting, true);
    QHeaderView *header = m_table->horizontalHeader();
    const QAbstractItemView *view = m_table;
    for (const int column : {ServiceModel::WaitsColumn, ServiceModel::InstancesColumn})
        header->setSectionHidden(column, false); // hidden ones tell no width
    Widths wanted{};
    Widths widths{};
    int spare = m_table->viewport()->width() - ServiceDelegate::actionsWidth();
    int comfort = spare; // what would be left if nothing that matters were cut much
    for (int column = 0; column < int(widths.size()); ++column) {
        const auto place = size_t(column);
        wanted[place] = m_userSized.contains(column)
            ? header->sectionSize(column)
            : std::max(view->sizeHintForColumn(column), header->sectionSizeHint(column));
        const bool cut = !m_userSized.contains(column) && std::count(elided.begin(), elided.end(), column) > 0;
        widths[place] = cut ? std::min(wanted[place], Fonts::scaled(legible)) : wanted[place];
        spare -= widths[place];
        comfort -= cut && column != ServiceModel::WaitsColumn ? std::min(wanted[place], Fonts::scaled(comfortable))
                                                              : widths[place];
    }
    for (const int column : {ServiceModel::WaitsColumn, ServiceModel::InstancesColumn}) {
        if (comfort >= 0)
            break;
        header->setSectionHidden(column, true);
        comfort += widths[size_t(column)];
        spare += std::exchange(widths[size_t(column)], 0);
    }
    const auto change = [&](int column, int width) {
        if (header->isSectionHidden(column) || m_userSized.contains(column))
            return;
        spare -= width - std::exchange(widths[size_t(column)], width);
    };
    for (auto it = elided.rbegin(); it != elided.rend() && spare < 0; ++it) {
        const int width = widths[size_t(*it)];
        // Of the names at least the header is whole.
        const int least = *it == ServiceModel::NameColumn ? header->sectionSizeHint(*it) : Fonts::scaled(shortest);
        change(*it, std::min(width, std::max(width + spare, least)));
    }
    // Each gets the same part of the room that is left, and what it does not need goes to the others.
    auto thirsty = elided;
    const auto missing = [&](int column) { return wanted[size_t(column)] - widths[size_t(column)]; };
    std::sort(thirsty.begin(), thirsty.end(), [&](int a, int b) { return missing(a) < missing(b); });
    int left = int(std::count_if(thirsty.begin(), thirsty.end(),
                                 [header](int column) { return !header->isSectionHidden(column); }));
    for (const int column : thirsty) {
        if (!header->isSectionHidden(column))
            change(column, widths[size_t(column)] + std::clamp(spare / left--, 0, missing(column)));
    }
    for (int column = 0; column < int(widths.size()); ++column) {
        const int width = widths[size_t(column)];
        change(column, std::clamp(Fonts::scaled(roomy[size_t(column)]), width, width + std::max(0, spare)));
    }
    const int filler
        = header->isSectionHidden(ServiceModel::WaitsColumn) ? ServiceModel::ImageColumn : ServiceModel::WaitsColumn;
    change(filler, widths[size_t(filler)] + std::max(0, spare));
    for (int column = 0; column < int(widths.size()); ++column) {
        if (!header->isSectionHidden(column))
            header->resizeSection(column, widths[size_t(column)]);
    }
}

} // namespace Gantry
