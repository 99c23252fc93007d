// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/growingrows.h"
#include "run/runmount.h"

class QLineEdit;
class QStringListModel;

namespace Gantry {

/// Volumes, folders and memory that a container is to have, a row each.
class MountRows : public GrowingRows
{
    Q_OBJECT

public:
    explicit MountRows(QWidget *parent = nullptr);

    QList<RunMount> mounts() const;
    void setMounts(const QList<RunMount> &mounts);
    /// What the source of a volume is completed from.
    void setVolumes(const QStringList &names);
    /// Why no folder can be picked, translated; empty if one can: the engine's paths are those of this machine.
    void setFolderObstacle(const QString &obstacle);

protected:
    QWidget *makeRow() override;
    void setNumber(QWidget *row, qsizetype number) const override;
    bool isEmpty(const QWidget *row) const override;

private:
    class Row;

    Row *rowAt(qsizetype index) const;
    void fit(const Row &row) const;
    void pickFolder(QLineEdit *source);

    QStringListModel *m_volumes;
    QString m_folderObstacle;
};

} // namespace Gantry
