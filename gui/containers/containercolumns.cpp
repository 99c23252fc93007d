// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containercolumns.h"

#include "items/containermodel.h"
#include "look/fonts.h"
#include "shell/uistate.h"

#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTreeView>

#include <algorithm>
#include <limits>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto UnwantedKey = "containers/hiddenColumns"_L1;
const auto WidthsKey = "containers/columnWidths"_L1;
/// Its header can still be read.
constexpr int NarrowestColumn = 60;
/// A container that publishes very many ports does not push all else aside.
constexpr int WidestPorts = 150;
/// Beyond those in view.
constexpr int RowsMeasured = 100;
constexpr int MeasureAfterMs = 100;

struct Measure
{
    int column;
    int usual;
    int least; ///< what it usually holds can still be read
};

/// What matters most first.
constexpr Measure Measures[]{
    {ContainerModel::NameColumn, 160, 122},    {ContainerModel::StateColumn, 132, 126},
    {ContainerModel::ImageColumn, 170, 88},    {ContainerModel::PortsColumn, 100, 72},
    {ContainerModel::ProjectColumn, 120, 68},  {ContainerModel::ServiceColumn, 110, 68},
    {ContainerModel::CreatedColumn, 112, 108}, {ContainerModel::StatusColumn, 150, 104},
};

} // namespace

/// A column that has room, and its part of the room.
struct ContainerColumns::Share
{
    /// Who gives way first: the usual width, one that holds the contents, one that the user made.
    enum Firmness { Usual, Holding, Meant, BeingResized };

    int column = 0;
    Firmness firmness = Usual;
    int width = 0;
    int least = 0;
    int narrowest = 0; ///< beside a column that the user made wide

    /// Takes up to \a excess from the columns of a firmness, from each by what it has above its \a floor; returns how
    /// much.
    static int squeeze(QList<Share> *shares, Firmness firmness, int Share::*floor, int excess)
    {
        const auto spareOf
            = [=](const Share &share) { return share.firmness == firmness ? share.width - share.*floor : 0; };
        int spare = 0;
        for (const Share &share : std::as_const(*shares))
            spare += spareOf(share);
        const int taken = qMin(excess, spare);
        int left = taken;
        for (Share &share : *shares) {
            const int own = spareOf(share);
            if (own == 0)
                continue;
            const int part = own * left / spare;
            share.width -= part;
            left -= part;
            spare -= own;
        }
        return taken;
    }
};

ContainerColumns::ContainerColumns(QTreeView *tree, UiState *state)
    : QObject(tree)
    , m_tree(tree)
    , m_header(tree->header())
    , m_state(state)
{
    m_header->setSectionsMovable(true);
    m_header->setFirstSectionMovable(false);
    m_state->track(m_header, u"containers/columns"_s);
    m_header->setStretchLastSection(false); // fit() does it
    m_header->setResizeContentsPrecision(RowsMeasured);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    const QVariantList unwanted = m_state->value(UnwantedKey).toList();
    for (const QVariant &column : unwanted)
        m_unwanted.insert(column.toInt());
    m_unwanted.remove(ContainerModel::NameColumn);
    const QByteArrayList widths = m_state->value(WidthsKey).toByteArray().split(' ');
    for (int column = 0; column < qMin(int(widths.size()), int(ContainerModel::ColumnCount)); ++column) {
        if (const int width = widths.at(column).toInt(); width > 0)
            m_widths.insert(column, width);
    }
    m_roomThen = widths.value(ContainerModel::ColumnCount).toInt();
    fit();
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (!m_fitting && size > 0)
            takeWidth(column, size);
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] { fit(); });
    connect(m_header, &QWidget::customContextMenuRequested, this, &ContainerColumns::showMenu);

    m_measure.setSingleShot(true);
    m_measure.setInterval(MeasureAfterMs);
    connect(&m_measure, &QTimer::timeout, this, &ContainerColumns::measurePorts);
    const auto measureSoon = [this] {
        if (!m_measure.isActive())
            m_measure.start();
    };
    const QAbstractItemModel *model = tree->model();
    connect(model, &QAbstractItemModel::rowsInserted, this, measureSoon);
    connect(model, &QAbstractItemModel::layoutChanged, this, measureSoon);
    connect(model, &QAbstractItemModel::modelReset, this, measureSoon);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [measureSoon](const QModelIndex &first, const QModelIndex &last) {
                if (first.column() <= ContainerModel::PortsColumn && last.column() >= ContainerModel::PortsColumn)
                    measureSoon();
            });
    measureSoon();
}

void ContainerColumns::setGrouped(bool grouped)
{
    m_grouped = grouped;
    fit();
}

void ContainerColumns::setWanted(int column, bool wanted)
{
    if (wanted)
        m_unwanted.remove(column);
    else
        m_unwanted.insert(column);
    QVariantList list;
    for (const int each : std::as_const(m_unwanted))
        list << each;
    m_state->setValue(UnwantedKey, list);
    fit();
}

void ContainerColumns::addChoices(QMenu *menu)
{
    for (int column = ContainerModel::StateColumn; column < ContainerModel::ColumnCount; ++column) {
        if (!isOfThisList(column))
            continue;
        const QString name = m_tree->model()->headerData(column, Qt::Horizontal).toString();
        const bool wanted = !m_unwanted.contains(column);
        const bool noRoom = wanted && m_tree->isColumnHidden(column);
        QAction *choice = menu->addAction(noRoom ? tr("%1 (no room)", "a column").arg(name) : name);
        choice->setCheckable(true);
        choice->setChecked(wanted);
        connect(choice, &QAction::triggered, this, [this, column](bool on) { setWanted(column, on); });
    }
}

void ContainerColumns::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_tree);
    menu->setObjectName(u"columnMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addChoices(menu);
    menu->popup(m_header->viewport()->mapToGlobal(position));
}

bool ContainerColumns::isOfThisList(int column) const
{
    return !m_grouped || (column != ContainerModel::ProjectColumn && column != ContainerModel::ServiceColumn);
}

QList<ContainerColumns::Share> ContainerColumns::columnsWithRoom() const
{
    QList<Share> shares;
    int room = m_tree->viewport()->width();
    bool full = false;
    for (const Measure &measure : Measures) {
        const int column = measure.column;
        if (m_unwanted.contains(column) || !isOfThisList(column))
            continue;
        const bool always = column == ContainerModel::NameColumn || column == ContainerModel::StateColumn;
        const int contents = column == ContainerModel::PortsColumn ? m_widestPorts : 0;
        const int width = m_widths.value(column, qMax(Fonts::scaled(measure.usual), contents));
        const int least = qMin(width, Fonts::scaled(measure.least));
        const int narrowest = always ? least : qMin(least, Fonts::scaled(NarrowestColumn));
        // One that finds no room takes those after it along.
        full = full || (!always && least > room);
        if (full && !always)
            continue;
        room -= least;
        const Share::Firmness firmness = m_widths.contains(column) ? Share::Meant
            : contents > 0                                         ? Share::Holding
                                                                   : Share::Usual;
        shares.append({column, firmness, width, least, narrowest});
    }
    return shares;
}

void ContainerColumns::fit()
{
    fit(-1);
}

void ContainerColumns::fit(int resized)
{
    const QScopedValueRollback fitting(m_fitting, true);
    QList<Share> shares = columnsWithRoom();
    int excess = -m_tree->viewport()->width();
    for (Share &share : shares) {
        if (share.column == resized)
            share.firmness = Share::BeingResized;
        else if (resized >= 0 && m_header->visualIndex(share.column) < m_header->visualIndex(resized))
            share.width = share.least = share.narrowest = m_header->sectionSize(share.column);
        excess += share.width;
    }
    const auto squeeze = [&](Share::Firmness firmness, int Share::*floor, int most = std::numeric_limits<int>::max()) {
        if (const int wanted = qMin(excess, most); wanted > 0)
            excess -= Share::squeeze(&shares, firmness, floor, wanted);
    };
    squeeze(Share::Usual, &Share::least);
    squeeze(Share::Holding, &Share::least);
    // By what the list has become narrower since.
    squeeze(Share::Meant, &Share::least, resized < 0 ? m_roomThen - m_tree->viewport()->width() : 0);
    squeeze(Share::Usual, &Share::narrowest);
    squeeze(Share::Holding, &Share::narrowest);
    squeeze(Share::Meant, &Share::least);
    squeeze(Share::Meant, &Share::narrowest);
    squeeze(Share::BeingResized, &Share::least);
    for (int column = 0; column < ContainerModel::ColumnCount; ++column) {
        const bool shown = std::any_of(shares.cbegin(), shares.cend(),
                                       [column](const Share &share) { return share.column == column; });
        m_tree->setColumnHidden(column, !shown);
    }
    const int last = lastShown();
    for (const Share &share : std::as_const(shares))
        m_header->resizeSection(share.column, share.width + (share.column == last ? qMax(0, -excess) : 0));
}

int ContainerColumns::lastShown() const
{
    int visual = m_header->count() - 1;
    while (visual > 0 && m_header->isSectionHidden(m_header->logicalIndex(visual)))
        --visual;
    return m_header->logicalIndex(visual);
}

void ContainerColumns::takeWidth(int column, int width)
{
    // The last one takes what is left.
    if (column == lastShown()) {
        fit();
        return;
    }
    m_widths.insert(column, width);
    fit(column);
    m_widths.insert(column, m_header->sectionSize(column)); // as far as there was room
    m_roomThen = m_tree->viewport()->width();
    QByteArrayList widths;
    for (int each = 0; each < ContainerModel::ColumnCount; ++each)
        widths << QByteArray::number(m_widths.value(each));
    widths << QByteArray::number(m_roomThen);
    m_state->setValue(WidthsKey, widths.join(' '));
}

void ContainerColumns::measurePorts()
{
    // It only grows: what stops and starts must not move the columns each time.
    const QAbstractItemView *view = m_tree;
    const int widest = qMin(view->sizeHintForColumn(ContainerModel::PortsColumn), Fonts::scaled(WidestPorts));
    if (widest <= m_widestPorts)
        return;
    m_widestPorts = widest;
    fit();
}

} // namespace Gantry
