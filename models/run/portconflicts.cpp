// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/portconflicts.h"

#include "diagnosis/portholders.h"
#include "engine/middleleftout.h"

#include <QtConcurrent>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

bool isEverywhere(const QString &address)
{
    return address.isEmpty() || address == "0.0.0.0"_L1 || address == "::"_L1;
}

/// Whether exactly this port of the host is wanted: of a range, another one is taken.
bool isFixed(const RunPort &port)
{
    return port.first != 0 && port.first == port.last;
}

bool meets(const RunPort &wanted, const ContainerPort &taken)
{
    return isFixed(wanted) && taken.publicPort == wanted.first && taken.protocol == wanted.protocol
        && (isEverywhere(wanted.address) || isEverywhere(taken.address) || wanted.address == taken.address);
}

} // namespace

QString PortConflict::words() const
{
    if (!containerId.isEmpty())
        return tr("Port %1 is taken by the container %2.").arg(port.first).arg(middleLeftOut(holder));
    if (holder.isEmpty())
        return tr("Port %1 is taken by another program of this machine.").arg(port.first);
    return tr("Port %1 is taken by the program %2 of this machine.").arg(port.first).arg(middleLeftOut(holder));
}

QList<PortConflict> PortConflicts::among(const QList<RunPort> &ports, const QList<ContainerSummary> &containers)
{
    QList<PortConflict> conflicts;
    for (const RunPort &port : ports) {
        for (const ContainerSummary &container : containers) {
            const bool taken = container.isRunning()
                && std::any_of(container.ports.begin(), container.ports.end(),
                               [&port](const ContainerPort &each) { return meets(port, each); });
            if (taken) {
                conflicts << PortConflict{port, container.id, container.name};
                break;
            }
        }
    }
    return conflicts;
}

QFuture<QList<PortConflict>> PortConflicts::onThisMachine(const QList<RunPort> &ports)
{
    return QtConcurrent::run([ports] {
        QList<quint16> numbers;
        for (const RunPort &port : ports) {
            if (isFixed(port) && port.protocol == "tcp"_L1)
                numbers << port.first;
        }
        QList<PortConflict> conflicts;
        const QList<PortHolder> holders = PortHolders::of(numbers);
        for (const RunPort &port : ports) {
            const auto holder = std::find_if(holders.begin(), holders.end(), [&port](const PortHolder &each) {
                return isFixed(port) && port.protocol == "tcp"_L1 && each.port == port.first;
            });
            // Docker's own program stands for a container.
            if (holder != holders.end() && !holder->program.startsWith("docker-proxy"_L1))
                conflicts << PortConflict{port, {}, holder->program};
        }
        return conflicts;
    });
}

} // namespace Gantry
