// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/notifier.h"

#include "diagnosis/containeralerts.h"
#include "diagnosis/exitwords.h"
#include "items/humanize.h"
#include "look/oneline.h"
#include "operations/operationlog.h"
#include "shell/desktopnotifications.h"
#include "shell/workbench.h"

#include <QApplication>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString NotificationsKey = u"shell/notifications"_s;
const QString ContainerPrefix = u"container/"_s;

} // namespace

Notifier::Notifier(Workbench *workbench, QObject *parent)
    : QObject(parent)
    , m_workbench(workbench)
    , m_alerts(new ContainerAlerts(workbench->engine(), workbench->operations(), this))
    , m_wanted(workbench->actions()->add(
          {u"shell.notifications"_s,
           ActionRegistry::Menu::View,
           tr("Notifications of the desktop"),
           tr("Be told while no window of Gantry is in front: a container stopped by itself or turned unhealthy, an "
              "action of more than 10 seconds ended"),
           u"bell"_s,
           {},
           true}))
{
    m_wanted->setCheckable(true);
    m_wanted->setChecked(workbench->state()->value(NotificationsKey, true).toBool());
    connect(m_wanted, &QAction::toggled, this,
            [this](bool wanted) { m_workbench->state()->setValue(NotificationsKey, wanted); });
    connect(m_alerts, &ContainerAlerts::died, this,
            [this](const QString &id, const QString &name, int code, bool outOfMemory) {
                tell(ContainerPrefix + id, tr("%1 stopped by itself", "a container").arg(shortName(name)),
                     tr("Exit code %1.").arg(code) + u' ' + ExitWords::meaning(code, outOfMemory));
            });
    connect(m_alerts, &ContainerAlerts::turnedUnhealthy, this, [this](const QString &id, const QString &name) {
        tell(ContainerPrefix + id, tr("%1 is unhealthy", "a container").arg(shortName(name)),
             tr("Its health check fails."));
    });
    connect(workbench->operations(), &OperationLog::finished, this, &Notifier::tellEnd);
}

void Notifier::setDesktop(DesktopNotifications *desktop)
{
    m_desktop = desktop;
    connect(desktop, &DesktopNotifications::activated, this, &Notifier::follow);
    connect(desktop, &DesktopNotifications::refused, m_wanted, [this] { m_wanted->setChecked(false); });
}

void Notifier::tellEnd(Operation *operation)
{
    const bool succeeded = operation->state() == Operation::State::Succeeded;
    const bool failed = operation->state() == Operation::State::Failed;
    if (operation->elapsed() < m_longMs || (!succeeded && !failed))
        return;
    const QString duration = Humanize::duration(operation->elapsed());
    const QString key = u"operation/"_s + QString::number(quintptr(operation));
    m_told.removeIf([](const auto &each) { return !each.value(); });
    m_told.insert(key, operation);
    const Failure &failure = operation->failure();
    tell(key, operation->title(),
         succeeded ? tr("Done after %1.", "a duration").arg(duration)
                   : tr("Failed after %1:", "a duration").arg(duration) + u' '
                 + (failure.words.isEmpty() ? failure.fact : failure.words));
}

void Notifier::tell(const QString &key, const QString &summary, const QString &body)
{
    if (m_desktop && m_wanted->isChecked() && !QApplication::activeWindow())
        m_desktop->show(key, {summary, body});
}

void Notifier::follow(const QString &key, const QByteArray &activationToken)
{
    if (key.startsWith(ContainerPrefix))
        Q_EMIT containerWanted(key.mid(ContainerPrefix.size()), activationToken);
    else
        Q_EMIT operationWanted(m_told.value(key), activationToken);
}

} // namespace Gantry
