// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/containercells.h"

#include "items/humanize.h"
#include "items/publishedport.h"
#include "operations/operationlog.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

QString display(const ContainerSummary &container, int column, const QDateTime &now)
{
    switch (column) {
    case ContainerModel::ImageColumn:
        return container.shownImage();
    case ContainerModel::PortsColumn: {
        const QString text = PublishedPort::text(PublishedPort::of(container.knownPorts()));
        return text.isEmpty() ? Humanize::absent() : text;
    }
    case ContainerModel::CreatedColumn:
        return Humanize::ago(container.created, now);
    case ContainerModel::StatusColumn:
        return ContainerWords::status(container, now);
    case ContainerModel::ProjectColumn:
        return container.project().isEmpty() ? Humanize::absent() : container.project();
    case ContainerModel::ServiceColumn:
        return container.service().isEmpty() ? Humanize::absent() : container.service();
    default:
        return {};
    }
}

QString portsToolTip(const ContainerSummary &container)
{
    QStringList lines;
    const QList<ContainerPort> ports = container.knownPorts();
    if (!ports.isEmpty() && !container.isRunning())
        lines << ContainerCells::tr("While it runs:");
    for (const ContainerPort &port : ports) {
        const QString inside = QString::number(port.privatePort) + u'/' + port.protocol;
        if (port.publicPort == 0 && !container.isRunning()) {
            lines << ContainerCells::tr("a free port → %1").arg(inside);
            continue;
        }
        if (port.publicPort == 0) {
            lines << ContainerCells::tr("%1, not published to the host").arg(inside);
            continue;
        }
        const QString address = port.address.contains(u':') ? u'[' + port.address + u']' : port.address;
        lines << (address.isEmpty() ? address : address + u':') + QString::number(port.publicPort) + u" → "_s + inside;
    }
    return lines.join(u'\n');
}

QString stateToolTip(const ContainerSummary &container)
{
    if (!container.exitCode)
        return container.status;
    const QString ending = ContainerWords::ending(*container.exitCode);
    return container.status + u'\n' + ContainerCells::tr("%1, code %2").arg(ending).arg(*container.exitCode);
}

QString toolTip(const ContainerSummary &container, int column)
{
    switch (column) {
    case ContainerModel::NameColumn:
        return container.name + u'\n' + container.shortId();
    case ContainerModel::StateColumn:
        return stateToolTip(container);
    case ContainerModel::ImageColumn:
        return container.image;
    case ContainerModel::PortsColumn:
        return portsToolTip(container);
    case ContainerModel::CreatedColumn:
        return Humanize::exactTime(container.created);
    case ContainerModel::StatusColumn:
        return Humanize::exactTime(container.since);
    default:
        return display(container, column, {});
    }
}

CellElision elision(int column)
{
    switch (column) {
    case ContainerModel::PortsColumn:
        return CellElision::Items;
    case ContainerModel::CreatedColumn:
        return CellElision::End;
    case ContainerModel::StatusColumn:
        return CellElision::Start;
    default:
        return CellElision::Middle;
    }
}

/// What needs attention first.
int stateRank(const ContainerSummary &container)
{
    switch (ContainerWords::look(container)) {
    case StateLook::Dead:
        return 0;
    case StateLook::Failed:
        return 1;
    case StateLook::Restarting:
        return 2;
    case StateLook::Unhealthy:
        return 3;
    case StateLook::Starting:
        return 4;
    case StateLook::Healthy:
        return 5;
    case StateLook::Running:
        return 6;
    case StateLook::Paused:
        return 7;
    case StateLook::Exited:
        return container.state == ContainerState::Exited ? 8 : 9;
    case StateLook::None:
        break;
    }
    return 10;
}

QVariant sortValue(const ContainerSummary &container, int column)
{
    switch (column) {
    case ContainerModel::StateColumn:
        return stateRank(container);
    case ContainerModel::PortsColumn: {
        const QList<PublishedPort> ports = PublishedPort::of(container.knownPorts());
        return ports.isEmpty() ? 65536 : int(ports.first().port);
    }
    case ContainerModel::CreatedColumn:
        return container.created.toMSecsSinceEpoch();
    case ContainerModel::StatusColumn:
        return container.since.isValid() ? container.since.toMSecsSinceEpoch() : 0;
    default:
        return display(container, column, {});
    }
}

} // namespace

QVariant ContainerCells::item(const ContainerSummary &container, const QString &name, int column, int role) const
{
    switch (role) {
    case Qt::ToolTipRole:
        return toolTip(container, column);
    case SortRole:
        return column == ContainerModel::NameColumn ? QVariant(name) : sortValue(container, column);
    case ContainerModel::IdRole:
        return container.id;
    case ContainerModel::ProjectRole:
        return container.project();
    case GroupRole:
        return false;
    default:
        break;
    }
    if (role == CellElisionRole)
        return int(elision(column));
    switch (column) {
    case ContainerModel::NameColumn:
        if (role == CellKindRole)
            return int(CellKind::Name);
        return role == Qt::DisplayRole ? QVariant(name) : QVariant();
    case ContainerModel::StateColumn:
        return state(container, role);
    case ContainerModel::PortsColumn: {
        const QList<PublishedPort> ports = PublishedPort::of(container.knownPorts());
        const bool isLink = container.isRunning()
            && std::any_of(ports.begin(), ports.end(), [](const PublishedPort &p) { return p.isTcp(); });
        if (role == CellKindRole)
            return int(isLink ? CellKind::Link : CellKind::Text);
        if (role == TrailingSymbolRole)
            return isLink ? QVariant(u"open-external"_s) : QVariant();
        break;
    }
    default:
        break;
    }
    if (role != Qt::DisplayRole)
        return {};
    return display(container, column, m_when.isValid() ? m_when : QDateTime::currentDateTime());
}

QVariant ContainerCells::state(const ContainerSummary &container, int role) const
{
    switch (role) {
    case CellKindRole:
        return int(CellKind::State);
    case Qt::DisplayRole: {
        const QString busy = busyWord(container.id);
        return busy.isEmpty() ? ContainerWords::state(container) : busy;
    }
    case StateLookRole:
        return int(busyWord(container.id).isEmpty() ? ContainerWords::look(container) : StateLook::Starting);
    default:
        return {};
    }
}

QVariant ContainerCells::group(const QString &project, int running, int all, int column, int role) const
{
    switch (role) {
    case GroupRole:
        return true;
    case CellKindRole:
        return int(column == ContainerModel::NameColumn ? CellKind::Name : CellKind::Text);
    case ContainerModel::ProjectRole:
        return project;
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        break;
    default:
        return {};
    }
    if (column == ContainerModel::NameColumn)
        return project.isEmpty() ? tr("No project") : project;
    if (column == ContainerModel::StateColumn) {
        const QString counts = tr("%1 of %2 running").arg(running).arg(all);
        const QString busy = project.isEmpty() ? QString() : busyWord(u"project:"_s + project);
        return busy.isEmpty() ? counts : tr("%1, %2", "2 of 3 running, stopping…").arg(counts, busy);
    }
    return {};
}

QString ContainerCells::header(int column)
{
    switch (column) {
    case ContainerModel::NameColumn:
        return tr("Name");
    case ContainerModel::StateColumn:
        return tr("State");
    case ContainerModel::ImageColumn:
        return tr("Image");
    case ContainerModel::PortsColumn:
        return tr("Ports");
    case ContainerModel::CpuColumn:
        return tr("CPU");
    case ContainerModel::MemoryColumn:
        return tr("Memory");
    case ContainerModel::CreatedColumn:
        return tr("Created");
    case ContainerModel::StatusColumn:
        return tr("Status");
    case ContainerModel::ProjectColumn:
        return tr("Project");
    case ContainerModel::ServiceColumn:
        return tr("Service");
    default:
        return {};
    }
}

QString ContainerCells::busyWord(const QString &subject) const
{
    if (!m_operations)
        return {};
    const QList<Operation *> running = m_operations->running();
    for (auto it = running.crbegin(); it != running.crend(); ++it) {
        if (!(*it)->subjects().contains(subject))
            continue;
        // "docker stop web" and "docker compose -p shop stop": the first word that is a command of either.
        const QStringList &command = (*it)->command();
        for (const QString &word : command) {
            static const QStringList known{u"start"_s, u"up"_s,    u"stop"_s, u"restart"_s, u"rm"_s,
                                           u"down"_s,  u"pause"_s, u"kill"_s, u"unpause"_s, u"rename"_s};
            if (known.contains(word))
                return ContainerWords::busy(word);
        }
        return ContainerWords::busy({});
    }
    return {};
}

QString ContainerCells::service(const ContainerSummary &container)
{
    const bool oneOff
        = container.labels.value(u"com.docker.compose.oneoff"_s).compare("true"_L1, Qt::CaseInsensitive) == 0;
    return oneOff || container.project().isEmpty() ? QString() : container.service();
}

int ContainerCells::instance(const ContainerSummary &container)
{
    return qMax(1, container.labels.value(u"com.docker.compose.container-number"_s).toInt());
}

QString ContainerCells::filterText(const ContainerSummary &container)
{
    QString text = container.name + u'\n' + container.image + u'\n' + container.id;
    for (auto it = container.labels.begin(); it != container.labels.end(); ++it)
        text += u'\n' + it.key() + u'=' + it.value();
    return text.toLower();
}

std::pair<int, int> ContainerCells::changedColumns(const ContainerSummary &before, const ContainerSummary &after)
{
    if (before.name != after.name || before.labels != after.labels)
        return {ContainerModel::NameColumn, ContainerModel::ColumnCount - 1};
    if (before.state != after.state || before.health != after.health || before.exitCode != after.exitCode
        || before.startFailed != after.startFailed)
        return {ContainerModel::StateColumn, ContainerModel::StatusColumn};
    if (before.image != after.image || before.ports != after.ports || before.configuredPorts != after.configuredPorts)
        return {ContainerModel::ImageColumn, ContainerModel::StatusColumn};
    return {ContainerModel::StatusColumn, ContainerModel::StatusColumn};
}

} // namespace Gantry
