// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QWidget>

namespace Gantry {

/// One small bar for each probe of a health check, the newest at the end: green if it passed, red if it failed.
class ProbeBars : public QWidget
{
    Q_OBJECT

public:
    explicit ProbeBars(QWidget *parent = nullptr);

    void setProbes(const QList<HealthProbe> &probes);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF barRect(qsizetype index) const;
    static QString describe(const HealthProbe &probe);

    QList<HealthProbe> m_probes;
};

} // namespace Gantry
