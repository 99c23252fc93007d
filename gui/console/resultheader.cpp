// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultheader.h"

#include "console/printable.h"
#include "console/resultcolumnsmodel.h"
#include "look/fonts.h"
#include "look/tokens.h"

#include <QHash>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Gantry {

namespace {
constexpr int Padding = 10;
constexpr int Gap = 10;

// Elision compares fractions of a pixel: a width that was rounded down would cut the text it was made for.
int fullWidth(const QFontMetricsF &metrics, const QString &text)
{
    return int(std::ceil(metrics.horizontalAdvance(text))) + 1;
}

} // namespace

ResultHeader::ResultHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(Fonts::scaled(36));
    setMaximumSectionSize(4000);
    setSectionResizeMode(QHeaderView::Interactive);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(QStringLiteral("resultsHeader"));
    setAccessibleName(tr("Columns"));
}

QSize ResultHeader::sizeHint() const
{
    return {0, Fonts::scaled(30)};
}

std::vector<int> ResultHeader::fittingWidths(int first, int last) const
{
    // A font finds its glyphs anew where it is made anew: of 1,600 columns that was felt.
    const QFontMetricsF nameMetrics(Fonts::mono(12));
    const QFontMetricsF typeMetrics(Fonts::ui(11));
    QHash<QString, int> widthsOfTypes; // which are few
    std::vector<int> widths;
    widths.reserve(size_t(std::max(0, last - first + 1)));
    for (int column = first; column <= last; ++column) {
        const QString name = printable(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        const QString type
            = printable(model()->headerData(column, Qt::Horizontal, ResultColumnsModel::TypeRole).toString());
        int width = 2 * Padding + 1 + fullWidth(nameMetrics, name);
        if (!type.isEmpty()) {
            auto known = widthsOfTypes.find(type);
            if (known == widthsOfTypes.end())
                known = widthsOfTypes.insert(type, Gap + fullWidth(typeMetrics, type));
            width += *known;
        }
        widths.push_back(width);
    }
    return widths;
}

void ResultHeader::paintEvent(QPaintEvent *event)
{
    const Tokens &tokens = Tokens::of(palette());
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), tokens.base);
        painter.fillRect(0, viewport()->height() - 1, viewport()->width(), 1, tokens.line);
    }
    QHeaderView::paintEvent(event);
}

void ResultHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    const Tokens &tokens = Tokens::of(palette());
    const QString name = printable(model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    const QString type
        = printable(model()->headerData(column, Qt::Horizontal, ResultColumnsModel::TypeRole).toString());
    const bool numeric = model()->headerData(column, Qt::Horizontal, ResultColumnsModel::NumericRole).toBool();
    const QFont nameFont = Fonts::mono(12);
    const QFont typeFont = Fonts::ui(11);
    const QFontMetrics nameMetrics(nameFont);
    const QFontMetrics typeMetrics(typeFont);

    painter->fillRect(rect, tokens.base);
    painter->fillRect(rect.right(), rect.top(), 1, rect.height(), tokens.line);
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), 1, tokens.line);

    const QRect inner = rect.adjusted(Padding, 0, -Padding - 1, -1);
    const QString shownName = nameMetrics.elidedText(name, Qt::ElideRight, inner.width());
    const int nameWidth = nameMetrics.horizontalAdvance(shownName);
    const int roomForType = inner.width() - nameWidth - Gap;
    // Less than a few letters of the type say nothing.
    const int enough = std::min(typeMetrics.averageCharWidth() * 4, typeMetrics.horizontalAdvance(type));
    const QString shownType
        = roomForType >= enough ? typeMetrics.elidedText(type, Qt::ElideRight, roomForType) : QString();
    const int typeWidth = shownType.isEmpty() ? 0 : Gap + typeMetrics.horizontalAdvance(shownType);
    const int left = numeric ? inner.right() + 1 - nameWidth - typeWidth : inner.left();

    // One base line for both, so that the small type sits under the name's line and not in its middle.
    const int baseLine = inner.top() + (inner.height() + nameMetrics.ascent() - nameMetrics.descent()) / 2;
    painter->setFont(nameFont);
    painter->setPen(tokens.text);
    painter->drawText(left, baseLine, shownName);
    painter->setFont(typeFont);
    painter->setPen(tokens.text3);
    painter->drawText(left + nameWidth + Gap, baseLine, shownType);
}

bool ResultHeader::isOnHandle(int x) const
{
    constexpr int Grip = 4;
    const int column = logicalIndexAt(x);
    if (column < 0)
        return false;
    const int left = sectionViewportPosition(column);
    return (x < left + Grip && column > 0) || x > left + sectionSize(column) - Grip;
}

void ResultHeader::mousePressEvent(QMouseEvent *event)
{
    const int x = int(event->position().x());
    if (event->button() == Qt::LeftButton && !isOnHandle(x) && logicalIndexAt(x) >= 0)
        Q_EMIT columnPressed(logicalIndexAt(x), event->modifiers());
    QHeaderView::mousePressEvent(event);
}

} // namespace Gantry
