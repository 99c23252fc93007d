// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/plotscale.h"

#include "items/humanize.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace Gantry {

namespace {

/// Lowest top: noise of a container at rest is not to look like work.
double leastTop(PlotScale::Quantity quantity)
{
    switch (quantity) {
    case PlotScale::Quantity::Percent:
        return 5;
    case PlotScale::Quantity::Bytes:
        return 1e6;
    case PlotScale::Quantity::BytesPerSecond:
        return 1000;
    case PlotScale::Quantity::Count:
        return 4;
    }
    return 1;
}

constexpr int FewestSteps = 2;

} // namespace

PlotScale::PlotScale(Quantity quantity, double highest)
{
    const double wanted = std::isnan(highest) ? leastTop(quantity) : qMax(highest, leastTop(quantity));
    // 1, 2 or 5 times a power of ten, so that two to four steps reach it.
    const double power = std::pow(10, std::floor(std::log10(wanted / FewestSteps)));
    m_step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        m_step = power * factor;
        if (wanted <= m_step * (FewestSteps + 2))
            break;
    }
    if (quantity == Quantity::Count)
        m_step = qMax(1.0, m_step);
    m_top = m_step * std::ceil(wanted / m_step - 1e-9);
}

QList<double> PlotScale::ticks() const
{
    QList<double> ticks;
    const int steps = int(std::round(m_top / m_step));
    for (int i = 0; i <= steps; ++i)
        ticks << i * m_step;
    return ticks;
}

QString PlotScale::text(Quantity quantity, double value)
{
    if (std::isnan(value))
        return Humanize::absent();
    switch (quantity) {
    case Quantity::Percent:
        return QCoreApplication::translate("Gantry::PlotScale", "%1 %", "per cent")
            .arg(QLocale().toString(value, 'f', value < 99.95 && std::fmod(value, 1) != 0 ? 1 : 0));
    case Quantity::Bytes:
        return Humanize::sizeText(qRound64(value));
    case Quantity::BytesPerSecond:
        return QCoreApplication::translate("Gantry::PlotScale", "%1/s", "an amount a second")
            .arg(Humanize::sizeText(qRound64(value)));
    case Quantity::Count:
        return QLocale().toString(qRound64(value));
    }
    return {};
}

} // namespace Gantry
