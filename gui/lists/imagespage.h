// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lists/listpage.h"

namespace Gantry {

class ImageDetailsPane;
class ImageModel;
struct ImageRow;

/// The images of the engine, with what they are made of; to and from files.
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
    bool belongs(int row, int chip) const override;
    void followSelection(const QList<int> &rows) override;

private:
    enum Show { All, Used, Unused, Dangling };

    ImagesPage(Workbench *workbench, ImageModel *model, QWidget *parent);
    void addActions();
    /// How the engine is asked for the chosen image; empty unless one is chosen.
    QString chosenImage() const;
    void registerActions();
    /// The one that is chosen; null if none is, or several are.
    const ImageRow *chosen() const;
    void tag();
    void untag();
    void save();

    void addBuild();

    ImageModel *m_model;
    ImageDetailsPane *m_details = nullptr;
};

} // namespace Gantry
