// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/listpage.h"

namespace Gantry {

class VolumeDetailsPane;
class VolumeModel;

/// The volumes of the engine.
class VolumesPage : public ListPage
{
    Q_OBJECT

public:
    explicit VolumesPage(Workbench *workbench, QWidget *parent = nullptr);

protected:
    QString fact() const override;
    QStringList names(const QList<int> &rows) const override;
    QString removeObstacle(const QList<int> &rows) const override;
    void remove(const QList<int> &rows) override;
    bool belongs(int row, int chip) const override;
    void followSelection(const QList<int> &rows) override;

private:
    enum Show { All, Used, Unused };

    VolumesPage(Workbench *workbench, VolumeModel *model, QWidget *parent);

    VolumeModel *m_model;
    VolumeDetailsPane *m_details = nullptr;
};

} // namespace Gantry
