// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QObject>

namespace Gantry {

/// Whether the desktop wants a light or a dark look, as its settings portal says it (org.freedesktop.appearance,
/// color-scheme); asked without waiting, and followed. Needed where Qt has no platform theme for the desktop.
class DesktopScheme : public QObject
{
    Q_OBJECT

public:
    enum class Scheme { Unknown, Light, Dark };

    explicit DesktopScheme(const QDBusConnection &bus, QObject *parent = nullptr);

    Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QDBusMessage &message);

private:
    void ask();
    void setValue(const QVariant &value);

    QDBusConnection m_bus;
    Scheme m_scheme = Scheme::Unknown;
};

} // namespace Gantry
