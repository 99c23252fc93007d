// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QWidget>

namespace Gantry {

class ElidedLabel;
class Label;
class ProbeBars;

/// The health of a container: a bar for each probe, what the last one said, and the command that probes. The engine
/// keeps five probes; those seen while the container is shown are kept here.
class HealthView : public QWidget
{
    Q_OBJECT

public:
    explicit HealthView(QWidget *parent = nullptr);

    /// Hides itself for a container without a health check.
    void setContainer(const ContainerDetails &container);

    static constexpr int MostProbes = 30;

private:
    void addProbes(const QList<HealthProbe> &probes);

    QString m_id;
    QList<HealthProbe> m_probes;
    ProbeBars *m_bars;
    Label *m_last;
    ElidedLabel *m_command;
    Label *m_interval;
    Label *m_output;
};

} // namespace Gantry
