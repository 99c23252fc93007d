// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containercolumns.h"

#include "items/containercells.h"
#include "items/containermodel.h"
#include "items/containerwords.h"
#include "items/humanize.h"
#include "look/fonts.h"
#include "look/statelook.h"
#include "shell/uistate.h"

#include <QDateTime>
#include <QHeaderView>
#include <QMenu>
#include <QTreeView>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const auto UnwantedKey = "containers/unwantedColumns"_L1;
const auto WidthsKey = "containers/widths"_L1;
/// Its header can still be read.
constexpr int NarrowestColumn = 60;
/// A container that publishes very many ports does not push all else aside.
constexpr int WidestPorts = 150;
constexpr int CellPad = 8;
/// Behind the last column.
constexpr int TrailingInset = 16;
/// Beside the title of a sorted column: its arrow, and what Qt leaves free for one of its own.
constexpr int SortedRoom = 56;
/// So wide a list leaves a name this much, before times find room.
constexpr int RoomyList = 640;
constexpr int RoomyName = 150;
constexpr int MeasureAfterMs = 100;

struct Measure
{
    int column;
    int usual;
    int least; ///< what it usually holds can still be read
};

/// What matters most first.
constexpr Measure Measures[]{
    {ContainerModel::NameColumn, 240, 122},    {ContainerModel::StateColumn, 132, 126},
    {ContainerModel::ImageColumn, 170, 88},    {ContainerModel::PortsColumn, 100, 72},
    {ContainerModel::CpuColumn, 128, 118},     {ContainerModel::MemoryColumn, 96, 84},
    {ContainerModel::ProjectColumn, 120, 68},  {ContainerModel::ServiceColumn, 110, 68},
    {ContainerModel::CreatedColumn, 112, 108}, {ContainerModel::StatusColumn, 150, 104},
};

/// What the status usually says, in the language in use, and its insets.
int usualStatusWidth()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int widest = 0;
    for (const ContainerState state : {ContainerState::Running, ContainerState::Exited}) {
        for (const qint64 age : {59, 59 * 60, 23 * 3600, 29 * 86'400}) {
            ContainerSummary container;
            container.state = state;
            container.since = now.addSecs(-age);
            widest = qMax(widest, Fonts::advance(Fonts::ui(), ContainerWords::status(container, now)));
        }
    }
    return widest + CellPad + TrailingInset;
}

/// What it says of the time of creation, from seconds ago to a month of another year.
int usualCreatedWidth()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    int widest = 0;
    for (const qint64 days : {0, 29, 400, 430, 460, 490, 520, 550, 580, 610, 640, 670, 700, 730})
        widest = qMax(widest, Fonts::advance(Fonts::ui(), Humanize::ago(now.addDays(-days), now)));
    return widest + CellPad + TrailingInset;
}

/// The title of the column and what heads the containers of no project can be read.
int usualNameWidth(const QHeaderView *header)
{
    const QString none
        = ContainerCells(nullptr).group({}, 0, 0, ContainerModel::NameColumn, Qt::DisplayRole).toString();
    const int inset = header->property("firstInset").toInt() + CellPad;
    const int title = Fonts::advance(Fonts::ui(12, QFont::Medium), ContainerCells::header(ContainerModel::NameColumn));
    return inset + qMax(Fonts::advance(Fonts::ui(13, QFont::DemiBold), none) + CellPad, title + SortedRoom);
}

int usualStateWidth()
{
    const QString exited = ContainerWords::state(ContainerState::Exited, Health::None, 137);
    const QString unhealthy = ContainerWords::state(ContainerState::Running, Health::Unhealthy, {});
    return qMax(pillWidth(StateLook::Failed, exited), pillWidth(StateLook::Unhealthy, unhealthy)) + 2 * CellPad;
}

} // namespace

ContainerColumns::ContainerColumns(QTreeView *tree, UiState *state)
    : ColumnShares(tree, tree->header(), state, u"containers/header"_s, WidthsKey)
    , m_tree(tree)
    , m_state(state)
    , m_usualName(usualNameWidth(tree->header()))
    , m_usualState(usualStateWidth())
    , m_usualCreated(usualCreatedWidth())
    , m_usualStatus(usualStatusWidth())
{
    header()->setContextMenuPolicy(Qt::CustomContextMenu);
    const QVariantList unwanted = m_state->value(UnwantedKey).toList();
    for (const QVariant &column : unwanted)
        m_unwanted.insert(column.toInt());
    m_unwanted.remove(ContainerModel::NameColumn);
    fit();
    connect(header(), &QWidget::customContextMenuRequested, this, &ContainerColumns::showMenu);

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
    menu->popup(header()->viewport()->mapToGlobal(position));
}

bool ContainerColumns::isOfThisList(int column) const
{
    return !m_grouped || (column != ContainerModel::ProjectColumn && column != ContainerModel::ServiceColumn);
}

QList<ColumnShares::Share> ContainerColumns::wantedShares() const
{
    QList<Share> shares;
    int left = room();
    bool full = false;
    for (const Measure &measure : Measures) {
        const int column = measure.column;
        if (m_unwanted.contains(column) || !isOfThisList(column))
            continue;
        const bool always = column == ContainerModel::NameColumn || column == ContainerModel::StateColumn;
        const int contents = column == ContainerModel::PortsColumn ? m_widestPorts
            : column == ContainerModel::StatusColumn               ? m_usualStatus
                                                                   : 0;
        const int words = column == ContainerModel::CreatedColumn ? m_usualCreated
            : column == ContainerModel::StateColumn               ? m_usualState
            : m_grouped && column == ContainerModel::NameColumn   ? m_usualName
                                                                  : 0;
        const int width = meantWidth(column, qMax(Fonts::scaled(measure.usual), qMax(contents, words)));
        const bool isRoomy = column == ContainerModel::NameColumn && room() >= Fonts::scaled(RoomyList);
        const int least = qMin(width, qMax(Fonts::scaled(isRoomy ? RoomyName : measure.least), words));
        const int narrowest = always ? least : qMin(least, Fonts::scaled(NarrowestColumn));
        // One that finds no room takes those after it along.
        full = full || (!always && least > left);
        if (full && !always)
            continue;
        left -= least;
        const Share::Firmness firmness = isMeant(column) ? Share::Meant : contents > 0 ? Share::Holding : Share::Usual;
        shares.append({column, firmness, width, least, narrowest});
    }
    return shares;
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
