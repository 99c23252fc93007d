// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QStringList>

#include <optional>

namespace Gantry {

/// Notifications by the desktop's service for them (org.freedesktop.Notifications); nothing happens where there is
/// none. Nothing is waited for.
class DesktopNotifications : public QObject
{
    Q_OBJECT

public:
    /// Plain text, also from outside: shown as it is, in one line each, and cut where it is long.
    struct Note
    {
        QString summary;
        QString body;
    };

    explicit DesktopNotifications(const QDBusConnection &bus, QObject *parent = nullptr);

    /// In place of the one that was shown for \a key, if that is still there.
    void show(const QString &key, const Note &note);

Q_SIGNALS:
    /// It was clicked. \a activationToken is what lets a window come to the front, if the desktop gave one.
    void activated(const QString &key, const QByteArray &activationToken);
    /// The user wants no more of them.
    void refused();

private Q_SLOTS:
    void takeToken(uint id, const QString &token);
    void takeAction(uint id, const QString &action);
    void takeClosed(uint id, uint reason);

private:
    struct Entry
    {
        uint id = 0; ///< the service's, once it has answered
        bool isSending = false;
        std::optional<Note> next;
    };

    void askCapabilities();
    void send(const QString &key);
    QString keyOf(uint id) const;

    QDBusConnection m_bus;
    bool m_isAsking = false;
    std::optional<QStringList> m_capabilities;
    QHash<QString, Entry> m_entries;
    QHash<uint, QByteArray> m_tokens;
};

} // namespace Gantry
