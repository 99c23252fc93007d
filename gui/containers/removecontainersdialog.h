// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace Gantry {

class Workbench;

/// Asks once before containers are removed: names them, says which run, and offers the volumes that nothing else uses.
class RemoveContainersDialog : public QDialog
{
    Q_OBJECT

public:
    /// Opens without blocking; nothing happens when none of the containers exists any more.
    static void ask(Workbench *workbench, const QStringList &ids, QWidget *parent);

    /// Named volumes that only the containers \a ids use, sorted.
    static QStringList ownVolumes(const QHash<QString, ContainerSummary> &containers, const QStringList &ids);
    /// How many anonymous volumes the containers \a ids have.
    static int anonymousVolumes(const QHash<QString, ContainerSummary> &containers, const QStringList &ids);

private:
    RemoveContainersDialog(Workbench *workbench, const QStringList &ids, QWidget *parent);
    void addVolumes(QVBoxLayout *layout);
    void updateVerb();
    void remove();

    Workbench *m_workbench;
    QStringList m_ids;
    QCheckBox *m_anonymous = nullptr;
    QList<QCheckBox *> m_volumes;
    QPushButton *m_verb = nullptr;
};

} // namespace Gantry
