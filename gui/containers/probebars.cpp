// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/probebars.h"

#include "items/humanize.h"
#include "look/paint.h"
#include "look/plaintooltip.h"
#include "look/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int BarWidth = 4;
constexpr int Step = 7;
constexpr int BarHeight = 14;

} // namespace

ProbeBars::ProbeBars(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"probes"_s);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ProbeBars::setProbes(const QList<HealthProbe> &probes)
{
    m_probes = probes;
    const auto failed = std::count_if(probes.begin(), probes.end(), [](const HealthProbe &p) { return p.exitCode; });
    setAccessibleName(tr("The last %1 health probes: %2 failed").arg(probes.size()).arg(failed));
    updateGeometry();
    update();
}

QSize ProbeBars::sizeHint() const
{
    return {int(m_probes.size()) * Step, BarHeight};
}

QRectF ProbeBars::barRect(qsizetype index) const
{
    const QRect bar(int(index) * Step, (height() - BarHeight) / 2, BarWidth, BarHeight);
    return QStyle::visualRect(layoutDirection(), rect(), bar);
}

void ProbeBars::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = Tokens::of(palette());
    QPainter painter(this);
    for (qsizetype i = 0; i < m_probes.size(); ++i) {
        const bool passed = m_probes[i].exitCode == 0;
        // A failed bar is shorter, too, so that colour is not all that tells.
        QRectF bar = barRect(i);
        if (!passed)
            bar.setTop(bar.center().y());
        fillRounded(&painter, bar, 2, passed ? tokens.green.text : tokens.red.text);
    }
}

bool ProbeBars::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        for (qsizetype i = 0; i < m_probes.size(); ++i) {
            if (barRect(i).adjusted(-1, 0, 2, 0).contains(help->pos()))
                QToolTip::showText(help->globalPos(), plainToolTip(describe(m_probes[i])), this);
        }
        return true;
    }
    return QWidget::event(event);
}

QString ProbeBars::describe(const HealthProbe &probe)
{
    const QString when = Humanize::exactTime(probe.start);
    const QString output = probe.output.left(2000).trimmed();
    const QString result = probe.exitCode == 0 ? tr("passed") : tr("failed with exit code %1").arg(probe.exitCode);
    return output.isEmpty() ? tr("%1: %2").arg(when, result) : tr("%1: %2").arg(when, result) + u'\n' + output;
}

} // namespace Gantry
