// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/projectstore.h"
#include "items/cellroles.h"
#include "operations/operationlog.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Gantry {

/// The projects of a store, by name, with their services below. Changes are exact rows; a project that an operation
/// works on says so.
class ProjectModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, ColumnCount };
    enum Role {
        ProjectRole = FirstFreeRole, ///< QString: the project of the row
        ServiceRole, ///< QString: the service of the row; empty for a project
    };

    /// Store and log are not owned and outlive the model.
    ProjectModel(ProjectStore *store, OperationLog *log, QObject *parent = nullptr);
    ~ProjectModel() override;

    /// Invalid if there is no such project; the project's row where \a service is empty or not (any more) there.
    QModelIndex indexOf(const QString &project, const QString &service = {}) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Entry
    {
        Project project;
        QString busy; ///< what an operation is doing to the project; empty if none is
    };

    void onChanged(const QStringList &inserted, const QStringList &updated, const QStringList &removed);
    void onBusyChanged(const QStringList &subjects);
    /// The service's row changes with what is done to its containers.
    void tellServiceOf(const QString &container);
    void insert(const QString &name);
    void update(const QString &name);
    void remove(const QString &name);
    void updateServices(int row, const QList<ProjectService> &next);
    QString busyWord(const QString &project) const;
    int rowOf(const QString &project) const;
    QVariant projectData(const Entry &entry, int column, int role) const;
    QVariant serviceData(const Entry &entry, const ProjectService &service, int column, int role) const;

    ProjectStore *m_store;
    OperationLog *m_log;
    std::vector<std::unique_ptr<Entry>> m_entries;
};

} // namespace Gantry
