// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

class QAction;

namespace Gantry {

class ContainerAlerts;
class DesktopNotifications;
class Operation;
class Workbench;

/// Tells by the desktop what happened while no window of Gantry was in front: a container ended by itself or turned
/// unhealthy, an operation that took long ended. The user may turn it off; that is remembered.
class Notifier : public QObject
{
    Q_OBJECT

public:
    /// Registers "shell.notifications". \a workbench is not owned and outlives this.
    explicit Notifier(Workbench *workbench, QObject *parent = nullptr);

    /// By what it tells; without it, it is silent. Not owned.
    void setDesktop(DesktopNotifications *desktop);
    /// Operations that took less are not told.
    void setLongAfter(int milliseconds) { m_longMs = milliseconds; }
    ContainerAlerts *alerts() const { return m_alerts; }

Q_SIGNALS:
    /// The user clicked what was told, and wants to see it; the window is to come to the front.
    void containerWanted(const QString &id, const QByteArray &activationToken);
    /// As above; null if it is forgotten meanwhile.
    void operationWanted(Gantry::Operation *operation, const QByteArray &activationToken);

private:
    void tellEnd(Operation *operation);
    void tell(const QString &key, const QString &summary, const QString &body);
    void follow(const QString &key, const QByteArray &activationToken);

    Workbench *m_workbench;
    ContainerAlerts *m_alerts;
    QAction *m_wanted;
    QPointer<DesktopNotifications> m_desktop;
    QHash<QString, QPointer<Operation>> m_told; ///< by key
    int m_longMs = 10'000;
};

} // namespace Gantry
