// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace Gantry {

/// Which colour stands for what in the plots below, in as many lines as it takes.
class PlotLegend : public QWidget
{
    Q_OBJECT

public:
    explicit PlotLegend(QWidget *parent = nullptr);

    /// In the order of the services' colours.
    void setNames(const QStringList &names);

    QSize sizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Of each name, swatch included.
    QList<QRect> places(int width) const;

    QStringList m_names;
};

} // namespace Gantry
