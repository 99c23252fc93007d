// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stats/plotlegend.h"

#include "look/fonts.h"
#include "look/oneline.h"
#include "look/paint.h"
#include "look/tokens.h"

#include <QPainter>
#include <QStyle>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int LegendSwatch = 10;
constexpr int LegendGap = 6;
constexpr int LegendSpace = 16;
constexpr int LegendLine = 22;
constexpr int WidestName = 180;

} // namespace

PlotLegend::PlotLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"plotLegend"_s);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PlotLegend::setNames(const QStringList &names)
{
    if (m_names == names)
        return;
    m_names = names;
    QStringList shown;
    for (const QString &name : names)
        shown << shortName(name);
    setAccessibleName(tr("Services: %1").arg(shown.join(u", "_s)));
    setVisible(!names.isEmpty());
    updateGeometry();
    update();
}

QSize PlotLegend::sizeHint() const
{
    return {Fonts::scaled(300), heightForWidth(qMax(width(), Fonts::scaled(300)))};
}

int PlotLegend::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QList<QRect> PlotLegend::places(int width) const
{
    QList<QRect> places;
    const int line = Fonts::scaled(LegendLine);
    int x = 0;
    int y = 0;
    for (const QString &name : m_names) {
        const int text = qMin(Fonts::advance(Fonts::ui(12), oneLine(name)), Fonts::scaled(WidestName));
        const int wanted = Fonts::scaled(LegendSwatch) + LegendGap + text;
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += line;
        }
        places << QRect(x, y, wanted, line);
        x += wanted + LegendSpace;
    }
    return places;
}

void PlotLegend::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    painter.setFont(Fonts::ui(12));
    const QFontMetrics metrics(painter.font());
    const QList<QRect> all = places(width());
    const int side = Fonts::scaled(LegendSwatch);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), all.at(i));
        const QRect swatch(place.x(), place.y() + (place.height() - side) / 2, side, side);
        fillRounded(&painter, QStyle::visualRect(layoutDirection(), place, swatch), 3,
                    tokens.services.at(std::size_t(i) % tokens.services.size()));
        const QRect text(place.x() + side + LegendGap, place.y(), place.width() - side - LegendGap, place.height());
        painter.setPen(tokens.text2);
        Fonts::drawLine(&painter, QStyle::visualRect(layoutDirection(), place, text),
                        metrics.elidedText(oneLine(m_names.at(i)), Qt::ElideMiddle, text.width() + 1));
    }
}

} // namespace Gantry
