// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runmount.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QStringListModel;
class QToolButton;
class QVBoxLayout;

namespace Gantry {

/// Volumes, folders and memory that a container is to have, a row each, with an empty one at the end.
class MountRows : public QWidget
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

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QComboBox *kind = nullptr;
        QLineEdit *source = nullptr;
        QToolButton *pick = nullptr;
        QLineEdit *target = nullptr;
        QCheckBox *readOnly = nullptr;
        QString options; ///< of a pasted line: kept as they are
    };

    static bool isEmpty(const Row &row);
    static void setRow(Row *row, const RunMount &mount);
    void addRow();
    void removeRow(const QWidget *widget);
    void fit(const Row &row) const;
    void onEdited();
    void pickFolder(QLineEdit *source);

    QList<Row> m_rows;
    QStringListModel *m_volumes;
    QString m_folderObstacle;
    QVBoxLayout *m_layout;
    bool m_filling = false;
};

} // namespace Gantry
