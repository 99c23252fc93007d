// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/showwhenlisted.h"

#include "shell/workbench.h"

#include <QTimer>

#include <utility>

namespace Gantry {

namespace {

constexpr int GiveUpAfterMs = 10'000;

} // namespace

ShowWhenListed::ShowWhenListed(Workbench *workbench, const QString &containerId, What what)
    : QObject(workbench)
    , m_workbench(workbench)
    , m_id(containerId)
    , m_what(what)
{
    // Others have to hear of the change of the list first.
    connect(workbench->engine()->containers(), &ContainerStore::changed, this, &ShowWhenListed::look,
            Qt::QueuedConnection);
    QTimer::singleShot(GiveUpAfterMs, this, &QObject::deleteLater);
    QMetaObject::invokeMethod(this, &ShowWhenListed::look, Qt::QueuedConnection);
}

void ShowWhenListed::look()
{
    if (!m_workbench->engine()->containers()->contains(m_id) || std::exchange(m_shown, true))
        return;
    switch (m_what) {
    case What::Details:
        Q_EMIT m_workbench->showContainerRequested(m_id);
        break;
    case What::Logs:
        Q_EMIT m_workbench->showContainerLogsRequested(m_id);
        break;
    case What::Terminal:
        Q_EMIT m_workbench->showContainerRequested(m_id);
        Q_EMIT m_workbench->attachTerminalRequested(m_id);
        break;
    }
    deleteLater();
}

} // namespace Gantry
