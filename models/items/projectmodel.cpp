// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/projectmodel.h"

#include "items/projectwords.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString subjectPrefix = u"project:"_s;

} // namespace

ProjectModel::ProjectModel(ProjectStore *store, OperationLog *log, QObject *parent)
    : QAbstractItemModel(parent)
    , m_store(store)
    , m_log(log)
{
    connect(m_store, &ProjectStore::changed, this, &ProjectModel::onChanged);
    connect(m_log, &OperationLog::busyChanged, this, &ProjectModel::onBusyChanged);
    for (const Project &project : m_store->projects())
        m_entries.push_back(std::make_unique<Entry>(Entry{project, busyWord(project.name)}));
}

ProjectModel::~ProjectModel() = default;

QModelIndex ProjectModel::indexOf(const QString &project, const QString &service) const
{
    const int row = rowOf(project);
    if (row < 0)
        return {};
    const QList<ProjectService> &services = m_entries[size_t(row)]->project.services;
    for (int i = 0; i < services.size(); ++i) {
        if (services.at(i).name == service)
            return createIndex(i, NameColumn, m_entries[size_t(row)].get());
    }
    return createIndex(row, NameColumn, nullptr);
}

QModelIndex ProjectModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_entries[size_t(parent.row())].get() : nullptr);
}

QModelIndex ProjectModel::parent(const QModelIndex &child) const
{
    const auto *entry = static_cast<const Entry *>(child.internalPointer());
    if (!entry)
        return {};
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [entry](const std::unique_ptr<Entry> &each) { return each.get() == entry; });
    return it == m_entries.cend() ? QModelIndex() : createIndex(int(it - m_entries.cbegin()), NameColumn, nullptr);
}

int ProjectModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_entries.size());
    if (parent.internalPointer() || parent.column() != NameColumn)
        return 0;
    return int(m_entries[size_t(parent.row())]->project.services.size());
}

int ProjectModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return ColumnCount;
}

QVariant ProjectModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const auto *entry = static_cast<const Entry *>(index.internalPointer()))
        return serviceData(*entry, entry->project.services.at(index.row()), index.column(), role);
    return projectData(*m_entries[size_t(index.row())], index.column(), role);
}

QVariant ProjectModel::projectData(const Entry &entry, int column, int role) const
{
    const Project &project = entry.project;
    const bool isState = column == StateColumn;
    switch (role) {
    case Qt::DisplayRole:
        if (!isState)
            return project.name;
        return entry.busy.isEmpty() ? ProjectWords::state(project) : entry.busy;
    case Qt::AccessibleDescriptionRole:
        return isState ? QVariant() : ProjectWords::state(project);
    case CellKindRole:
        return int(isState ? CellKind::State : CellKind::Name);
    case StateLookRole:
        return isState ? int(entry.busy.isEmpty() ? ProjectWords::look(project) : StateLook::Starting) : QVariant();
    case SymbolRole:
        return isState || (project.problem.isEmpty() && project.unreadable.isEmpty()) ? QVariant() : u"warning"_s;
    case SymbolToneRole:
        return int(Tone::Error);
    case ProjectRole:
    case FilterTextRole:
        return project.name;
    default:
        return {};
    }
}

QVariant ProjectModel::serviceData(const Entry &entry, const ProjectService &service, int column, int role) const
{
    const bool isState = column == StateColumn;
    const QString busy = ProjectWords::busy(*m_log, service.containers);
    const QString state = busy.isEmpty() ? ProjectWords::state(service) : busy;
    switch (role) {
    case Qt::DisplayRole:
        return isState ? state : service.name;
    case Qt::AccessibleDescriptionRole:
        return isState ? QVariant() : state;
    case Qt::ToolTipRole:
        return isState ? ProjectWords::explanation(service) : QVariant();
    case CellKindRole:
        return int(isState ? CellKind::State : CellKind::Text);
    case StateLookRole:
        return isState ? int(busy.isEmpty() ? ProjectWords::look(service) : StateLook::Starting) : QVariant();
    case ToneRole:
        return isState ? QVariant() : int(Tone::Strong);
    case ProjectRole:
        return entry.project.name;
    case ServiceRole:
        return service.name;
    default:
        return {};
    }
}

QVariant ProjectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("State");
}

int ProjectModel::rowOf(const QString &project) const
{
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(), [&project](const std::unique_ptr<Entry> &each) {
        return each->project.name == project;
    });
    return it == m_entries.cend() ? -1 : int(it - m_entries.cbegin());
}

QString ProjectModel::busyWord(const QString &project) const
{
    return ProjectWords::busy(*m_log, {subjectPrefix + project});
}

void ProjectModel::onChanged(const QStringList &inserted, const QStringList &updated, const QStringList &removed)
{
    for (const QString &name : removed)
        remove(name);
    for (const QString &name : updated)
        update(name);
    for (const QString &name : inserted)
        insert(name);
}

void ProjectModel::insert(const QString &name)
{
    const auto place = std::lower_bound(
        m_entries.begin(), m_entries.end(), name,
        [](const std::unique_ptr<Entry> &entry, const QString &wanted) { return entry->project.name < wanted; });
    const int row = int(place - m_entries.begin());
    beginInsertRows({}, row, row);
    m_entries.insert(place, std::make_unique<Entry>(Entry{m_store->project(name), busyWord(name)}));
    endInsertRows();
}

void ProjectModel::remove(const QString &name)
{
    const int row = rowOf(name);
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

void ProjectModel::update(const QString &name)
{
    const int row = rowOf(name);
    Entry &entry = *m_entries[size_t(row)];
    Project next = m_store->project(name);
    updateServices(row, next.services);
    entry.project = next;
    Q_EMIT dataChanged(createIndex(row, 0, nullptr), createIndex(row, ColumnCount - 1, nullptr));
}

void ProjectModel::updateServices(int row, const QList<ProjectService> &next)
{
    Entry *entry = m_entries[size_t(row)].get();
    QList<ProjectService> &services = entry->project.services;
    const QModelIndex parent = createIndex(row, NameColumn, nullptr);
    const auto has = [](const QList<ProjectService> &list, const QString &name) {
        return std::any_of(list.cbegin(), list.cend(),
                           [&name](const ProjectService &each) { return each.name == name; });
    };
    for (int i = int(services.size()) - 1; i >= 0; --i) {
        if (has(next, services.at(i).name))
            continue;
        beginRemoveRows(parent, i, i);
        services.removeAt(i);
        endRemoveRows();
    }
    // Both lists are sorted by name, so that what is missing is inserted at its place.
    for (int i = 0; i < next.size(); ++i) {
        if (i < services.size() && services.at(i).name == next.at(i).name) {
            if (services.at(i) == next.at(i))
                continue;
            services[i] = next.at(i);
            Q_EMIT dataChanged(createIndex(i, 0, entry), createIndex(i, ColumnCount - 1, entry));
        } else {
            beginInsertRows(parent, i, i);
            services.insert(i, next.at(i));
            endInsertRows();
        }
    }
}

void ProjectModel::onBusyChanged(const QStringList &subjects)
{
    for (const QString &subject : subjects) {
        if (!subject.startsWith(subjectPrefix)) {
            tellServiceOf(subject);
            continue;
        }
        const QString name = subject.mid(subjectPrefix.size());
        const int row = rowOf(name);
        if (row < 0)
            continue;
        Entry &entry = *m_entries[size_t(row)];
        const QString busy = busyWord(name);
        if (entry.busy == busy)
            continue;
        entry.busy = busy;
        Q_EMIT dataChanged(createIndex(row, 0, nullptr), createIndex(row, ColumnCount - 1, nullptr));
    }
}

void ProjectModel::tellServiceOf(const QString &container)
{
    for (const std::unique_ptr<Entry> &entry : m_entries) {
        const QList<ProjectService> &services = entry->project.services;
        for (int i = 0; i < services.size(); ++i) {
            if (services.at(i).containers.contains(container))
                Q_EMIT dataChanged(createIndex(i, 0, entry.get()), createIndex(i, ColumnCount - 1, entry.get()));
        }
    }
}

} // namespace Gantry
