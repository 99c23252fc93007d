// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/desktopscheme.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto colorScheme = "color-scheme"_L1;

} // namespace

DesktopScheme::DesktopScheme(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, path, interface, u"SettingChanged"_s, this, SLOT(settingChanged(QDBusMessage)));
    ask();
}

void DesktopScheme::ask()
{
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, interface, u"Read"_s);
    call << QString(appearance) << QString(colorScheme);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        watcher->deleteLater();
        if (reply.isError())
            return; // no portal, or one without this setting: the palette decides
        // "Read" wraps its answer twice.
        const QVariant value = reply.value().variant();
        setValue(value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value);
    });
}

void DesktopScheme::settingChanged(const QDBusMessage &message)
{
    const QVariantList arguments = message.arguments();
    if (arguments.size() == 3 && arguments.at(0) == appearance && arguments.at(1) == colorScheme)
        setValue(arguments.at(2).value<QDBusVariant>().variant());
}

void DesktopScheme::setValue(const QVariant &value)
{
    const uint number = value.toUInt();
    const Scheme scheme = number == 1 ? Scheme::Dark : number == 2 ? Scheme::Light : Scheme::Unknown;
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

} // namespace Gantry
