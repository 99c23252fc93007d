// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/listcolumns.h"

#include "look/fonts.h"
#include "look/tableview.h"

#include <QEvent>
#include <QHeaderView>

#include <numeric>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Longer contents are cut, so that one of them does not push all else aside.
constexpr int WidestContents = 150;
/// Names that are longer give way before what the user made wide.
constexpr int LegibleName = 200;
constexpr int NarrowestName = 140;
constexpr int NarrowestColumn = 60;
constexpr int MeasureAfterMs = 100;

} // namespace

ListColumns::ListColumns(TableView *table, UiState *state, const QString &id, const QList<int> &weights)
    : ColumnShares(table, table->horizontalHeader(), state, id + u"/columns"_s, id + u"/columnWidths"_s)
    , m_table(table)
    , m_weights(weights)
    , m_widest(weights.size(), 0)
{
    m_measure.setSingleShot(true);
    m_measure.setInterval(MeasureAfterMs);
    connect(&m_measure, &QTimer::timeout, this, &ListColumns::measure);
    const QAbstractItemModel *model = table->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, &ListColumns::measureSoon);
    connect(model, &QAbstractItemModel::dataChanged, this, &ListColumns::measureSoon);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ListColumns::measureSoon);
    connect(model, &QAbstractItemModel::modelReset, this, &ListColumns::measureSoon);
    connect(model, &QAbstractItemModel::headerDataChanged, this, [this] { fit(); });
    table->viewport()->installEventFilter(this);
    fit();
    measureSoon();
}

bool ListColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return ColumnShares::eventFilter(watched, event);
}

void ListColumns::measureSoon()
{
    if (!m_measure.isActive())
        m_measure.start();
}

void ListColumns::measure()
{
    // It only grows: what comes and goes must not move the columns each time.
    const QAbstractItemView *view = m_table;
    bool grew = false;
    for (int column = 0; column < int(m_widest.size()); ++column) {
        const int most = Fonts::scaled(column == 0 ? LegibleName : WidestContents);
        const int widest = qMin(view->sizeHintForColumn(column), most);
        grew = grew || widest > m_widest.at(column);
        m_widest[column] = qMax(m_widest.at(column), widest);
    }
    if (grew)
        fit();
}

QList<ColumnShares::Share> ListColumns::wantedShares() const
{
    QList<Share> shares;
    const int total = std::accumulate(m_weights.cbegin(), m_weights.cend(), 0);
    for (int column = 0; column < int(m_weights.size()); ++column) {
        if (header()->model()->headerData(column, Qt::Horizontal).toString().isEmpty())
            continue;
        const bool name = column == 0;
        const int contents = qMax(header()->sectionSizeHint(column), m_widest.at(column));
        const int part = room() * m_weights.at(column) / total;
        const int width = meantWidth(column, name ? part : qMax(part, contents));
        const int least = qMin(width, name ? qMax(contents, Fonts::scaled(NarrowestName)) : contents);
        const int narrowest = qMin(least, Fonts::scaled(name ? NarrowestName : NarrowestColumn));
        const Share::Firmness firmness = isMeant(column) ? Share::Meant : name ? Share::Usual : Share::Holding;
        shares.append({column, firmness, width, least, narrowest});
    }
    return shares;
}

} // namespace Gantry
