// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/columnshares.h"

#include "shell/uistate.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>
#include <limits>

namespace Gantry {

namespace {

/// Beyond those in view.
constexpr int RowsMeasured = 100;

} // namespace

/// Takes up to \a excess from the columns of a firmness, from each by what it has above its \a floor; returns how much.
int ColumnShares::Share::squeeze(QList<Share> *shares, Firmness firmness, int Share::*floor, int excess)
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

ColumnShares::ColumnShares(QAbstractItemView *view, QHeaderView *header, UiState *state, const QString &headerKey,
                           const QString &key)
    : QObject(view)
    , m_view(view)
    , m_header(header)
    , m_state(state)
    , m_key(key)
{
    m_header->setSectionsMovable(true);
    m_header->setFirstSectionMovable(false);
    m_state->track(m_header, headerKey);
    m_header->setStretchLastSection(false); // fit() does it
    m_header->setResizeContentsPrecision(RowsMeasured);
    const int columns = m_header->count();
    const QByteArrayList widths = m_state->value(m_key).toByteArray().split(' ');
    for (int column = 0; column < qMin(int(widths.size()), columns); ++column) {
        if (const int width = widths.at(column).toInt(); width > 0)
            m_widths.insert(column, width);
    }
    m_roomThen = widths.value(columns).toInt();
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        if (!m_fitting && size > 0)
            takeWidth(column, size);
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this] { fit(); });
}

int ColumnShares::room() const
{
    return m_view->viewport()->width();
}

void ColumnShares::fit()
{
    fit(-1);
}

void ColumnShares::fit(int resized)
{
    const QScopedValueRollback fitting(m_fitting, true);
    QList<Share> shares = wantedShares();
    int excess = -room();
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
    squeeze(Share::Meant, &Share::least, resized < 0 ? m_roomThen - room() : 0);
    squeeze(Share::Usual, &Share::narrowest);
    squeeze(Share::Holding, &Share::narrowest);
    squeeze(Share::Meant, &Share::least);
    squeeze(Share::Meant, &Share::narrowest);
    squeeze(Share::BeingResized, &Share::least);
    for (int column = 0; column < m_header->count(); ++column) {
        const bool shown = std::any_of(shares.cbegin(), shares.cend(),
                                       [column](const Share &share) { return share.column == column; });
        m_header->setSectionHidden(column, !shown);
    }
    const int last = lastShown();
    for (const Share &share : std::as_const(shares))
        m_header->resizeSection(share.column, share.width + (share.column == last ? qMax(0, -excess) : 0));
}

int ColumnShares::lastShown() const
{
    int visual = m_header->count() - 1;
    while (visual > 0 && m_header->isSectionHidden(m_header->logicalIndex(visual)))
        --visual;
    return m_header->logicalIndex(visual);
}

void ColumnShares::takeWidth(int column, int width)
{
    // The last one takes what is left.
    if (column == lastShown()) {
        fit();
        return;
    }
    m_widths.insert(column, width);
    fit(column);
    m_widths.insert(column, m_header->sectionSize(column)); // as far as there was room
    m_roomThen = room();
    QByteArrayList widths;
    for (int each = 0; each < m_header->count(); ++each)
        widths << QByteArray::number(m_widths.value(each));
    widths << QByteArray::number(m_roomThen);
    m_state->setValue(m_key, widths.join(' '));
}

} // namespace Gantry
