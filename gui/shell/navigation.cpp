// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/navigation.h"

#include "items/cellroles.h"
#include "look/currentrow.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/plaintooltip.h"
#include "look/tokens.h"
#include "shell/page.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int PageRole = FirstFreeRole;
constexpr int RowHeight = 32;
constexpr int Inset = 8;
constexpr int Pad = 12;

class NavigationDelegate : public QStyledItemDelegate
{
public:
    explicit NavigationDelegate(Navigation *navigation)
        : QStyledItemDelegate(navigation)
        , m_navigation(navigation)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, Fonts::scaled(RowHeight)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = Tokens::of(option.palette);
        const PainterScope scope(painter);
        const auto place
            = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const QRect row = option.rect.adjusted(Inset, 1, -Inset, -1);
        if (current)
            fillRounded(painter, row, 6, tokens.chromeSelection);
        else if (option.state.testFlag(QStyle::State_MouseOver))
            fillRounded(painter, row, 6, tokens.chromeHover);
        if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
            painter->setPen(tokens.accent);
            painter->setBrush(Qt::NoBrush);
            painter->drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
        }
        const int side = Fonts::scaled(16);
        const bool compact = m_navigation->isCompact();
        const int left = compact ? row.center().x() - side / 2 + 1 : row.x() + Pad;
        const QRect symbol(left, row.center().y() - side / 2 + 1, side, side);
        drawSymbol(painter, place(symbol), index.data(SymbolRole).toString(), current ? tokens.accent : tokens.text2);
        if (compact)
            return;
        const QString count = index.data(DetailRole).toString();
        const QRect text(symbol.right() + 11, row.y(), row.right() - Pad - symbol.right() - 11, row.height());
        const QFont numbers = Fonts::ui(12);
        const int countWidth = int(Fonts::tabularWidth(numbers, count)) + 4;
        painter->setFont(Fonts::ui(13, current ? QFont::Medium : QFont::Normal));
        painter->setPen(current ? tokens.text : tokens.text2);
        const QRect name = text.adjusted(0, 0, -countWidth, 0);
        const QString shown = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width());
        painter->drawText(place(name),
                          int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
                              | Qt::TextSingleLine,
                          shown);
        painter->setFont(numbers);
        painter->setPen(tokens.text3);
        Fonts::drawTabular(painter, place(text), count,
                           QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter));
    }

private:
    Navigation *m_navigation;
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"navigation"_s);
    setAccessibleName(tr("Navigation"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new NavigationDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    letCurrentFollowSelection(this);
    connect(this, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (item)
            Q_EMIT pageChosen(item->data(PageRole).toString());
    });
    connect(this, &QListWidget::itemActivated, this,
            [this](QListWidgetItem *item) { Q_EMIT pageActivated(item->data(PageRole).toString()); });
}

int Navigation::fullWidth()
{
    return Fonts::scaled(216);
}

int Navigation::compactWidth()
{
    return Fonts::scaled(56);
}

void Navigation::addPage(Page *page)
{
    auto *item = new QListWidgetItem(page->title(), this);
    item->setData(PageRole, page->id());
    item->setData(SymbolRole, page->icon());
    refresh(item, page);
    connect(page, &Page::countChanged, this, [this, item, page] { refresh(item, page); });
    connect(this, &Navigation::engineKnownChanged, page, [this, item, page] { refresh(item, page); });
}

void Navigation::setEngineKnown(bool known)
{
    if (std::exchange(m_engineKnown, known) != known)
        Q_EMIT engineKnownChanged();
}

void Navigation::refresh(QListWidgetItem *item, const Page *page)
{
    const int count = m_engineKnown || !page->needsEngine() ? page->count() : -1;
    item->setData(DetailRole, count < 0 ? QString() : QString::number(count));
    item->setData(Qt::AccessibleDescriptionRole, item->data(DetailRole));
    updateToolTip(item);
}

void Navigation::updateToolTip(QListWidgetItem *item) const
{
    const QString count = item->data(DetailRole).toString();
    const QString text
        = count.isEmpty() ? item->text() : tr("%1, %2", "a page and its number of entries").arg(item->text(), count);
    item->setToolTip(m_compact ? plainToolTip(text) : QString());
}

void Navigation::setCurrentPage(const QString &id)
{
    for (int row = 0; row < count(); ++row) {
        if (item(row)->data(PageRole).toString() == id)
            setCurrentRow(row);
    }
}

void Navigation::setCompact(bool compact)
{
    m_compact = compact;
    for (int row = 0; row < count(); ++row)
        updateToolTip(item(row));
    viewport()->update();
}

} // namespace Gantry
