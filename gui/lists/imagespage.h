// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/listpage.h"

namespace Gantry {

class ImageModel;

/// The images of the engine.
class ImagesPage : public ListPage
{
    Q_OBJECT

public:
    explicit ImagesPage(Workbench *workbench, QWidget *parent = nullptr);

    int count() const override;
    void updateActions() override;

protected:
    QString fact() const override;
    QStringList names(const QList<int> &rows) const override;
    QStringList ids(const QList<int> &rows) const override;
    QString removeObstacle(const QList<int> &rows) const override;
    void remove(const QList<int> &rows) override;

private:
    ImagesPage(Workbench *workbench, ImageModel *model, QWidget *parent);
    void addActions();
    /// How the engine is asked for the chosen image; empty unless one is chosen.
    QString chosenImage() const;

    ImageModel *m_model;
};

} // namespace Gantry
