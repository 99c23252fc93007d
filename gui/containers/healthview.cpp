// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/healthview.h"

#include "containers/probebars.h"
#include "items/humanize.h"
#include "look/elidedlabel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype OutputShown = 2000;

/// ["CMD-SHELL", "pg_isready"] and ["CMD", "curl", "…"] as one line.
QString commandOf(const QStringList &test)
{
    return test.mid(1).join(u' ');
}

} // namespace

HealthView::HealthView(QWidget *parent)
    : QWidget(parent)
    , m_bars(new ProbeBars(this))
    , m_last(new Label(this))
    , m_command(new ElidedLabel({}, this))
    , m_interval(new Label(this))
    , m_output(new Label(this))
{
    setObjectName(u"health"_s);
    auto *title = new Label(tr("Health"), this);
    title->setLook(13, QFont::DemiBold);
    title->setTone(Tone::Muted);
    m_last->setLook(12);
    m_last->setTone(Tone::Muted);
    m_last->setObjectName(u"lastProbe"_s);
    m_command->setLook(12, QFont::Normal, Label::Face::Mono);
    m_command->setTone(Tone::Muted);
    m_interval->setLook(12);
    m_interval->setTone(Tone::Faint);
    m_output->setLook(12, QFont::Normal, Label::Face::Mono);
    m_output->setObjectName(u"probeOutput"_s);
    m_output->setWordWrap(true);
    m_output->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *probes = new QHBoxLayout;
    probes->setSpacing(10);
    probes->addWidget(m_bars);
    probes->addWidget(m_last, 1);
    auto *how = new QHBoxLayout;
    how->setSpacing(16);
    how->addWidget(m_command);
    how->addWidget(m_interval);
    how->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addLayout(probes);
    layout->addLayout(how);
    layout->addWidget(m_output);
}

void HealthView::setContainer(const ContainerDetails &container)
{
    if (container.id != m_id) {
        m_id = container.id;
        m_probes.clear();
    }
    const bool checked = container.health != Health::None || !container.healthLog.isEmpty();
    setVisible(checked);
    if (!checked)
        return;
    addProbes(container.healthLog);
    m_bars->setProbes(m_probes);
    m_command->setText(commandOf(container.healthTest));
    // The engine's default is 30 seconds.
    const qint64 interval = container.healthIntervalMs > 0 ? container.healthIntervalMs : 30'000;
    m_interval->setText(tr("every %1 s").arg(QLocale().toString(double(interval) / 1000, 'g', 4)));
    m_output->setVisible(false);
    if (m_probes.isEmpty()) {
        m_last->setText(tr("not probed yet"));
        return;
    }
    const HealthProbe &last = m_probes.last();
    const QString when = QLocale().toString(last.start.toLocalTime().time(), u"HH:mm:ss"_s);
    m_last->setText(last.exitCode == 0
                        ? tr("passed at %1 in %2").arg(when, Humanize::duration(last.start.msecsTo(last.end)))
                        : tr("failed at %1 with exit code %2").arg(when).arg(last.exitCode));
    m_last->setTone(last.exitCode == 0 ? Tone::Muted : Tone::Error);
    const QString output = last.output.trimmed();
    m_output->setText(output.left(OutputShown) + (output.size() > OutputShown ? u"…"_s : QString()));
    m_output->setVisible(!output.isEmpty());
}

void HealthView::addProbes(const QList<HealthProbe> &probes)
{
    for (const HealthProbe &probe : probes) {
        if (m_probes.isEmpty() || probe.start > m_probes.last().start)
            m_probes << probe;
    }
    if (m_probes.size() > MostProbes)
        m_probes.remove(0, m_probes.size() - MostProbes);
}

} // namespace Gantry
