// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/desktopnotifications.h"

#include "look/oneline.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr auto notifyService = "org.freedesktop.Notifications"_L1;
constexpr auto notifyPath = "/org/freedesktop/Notifications"_L1;
constexpr auto notifyInterface = "org.freedesktop.Notifications"_L1;
constexpr auto clickAction = "default"_L1;
constexpr auto refuseAction = "no-more"_L1;
constexpr qsizetype longestSummary = 120;
constexpr qsizetype longestBody = 300;

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(notifyService, notifyPath, notifyInterface, method);
}

} // namespace

DesktopNotifications::DesktopNotifications(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    // Of whoever sends them: to follow the service itself, Qt waits for an answer of the bus. The numbers are ours.
    const auto follow = [this](const QString &signal, const char *slot) {
        m_bus.connect({}, notifyPath, notifyInterface, signal, this, slot);
    };
    follow(u"ActivationToken"_s, SLOT(takeToken(uint, QString)));
    follow(u"ActionInvoked"_s, SLOT(takeAction(uint, QString)));
    follow(u"NotificationClosed"_s, SLOT(takeClosed(uint, uint)));
}

void DesktopNotifications::show(const QString &key, const Note &note)
{
    if (!m_bus.isConnected())
        return;
    m_entries[key].next = note;
    if (m_capabilities)
        send(key);
    else
        askCapabilities();
}

void DesktopNotifications::askCapabilities()
{
    if (std::exchange(m_isAsking, true))
        return;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(callOf(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        m_isAsking = false;
        if (reply.isError()) {
            m_entries.clear(); // no service, which may come later
            return;
        }
        m_capabilities = reply.value();
        const QStringList keys = m_entries.keys();
        for (const QString &key : keys)
            send(key);
    });
}

void DesktopNotifications::send(const QString &key)
{
    Entry &entry = m_entries[key];
    // Before it is known which one it is, it cannot be replaced.
    if (entry.isSending || !entry.next)
        return;
    const Note note = *std::exchange(entry.next, {});
    entry.isSending = true;
    QString body = oneLine(note.body, longestBody);
    if (m_capabilities->contains(u"body-markup"_s))
        body = body.toHtmlEscaped();
    QStringList actions;
    if (m_capabilities->contains(u"actions"_s))
        actions = {clickAction, tr("Show"), refuseAction, tr("No more notifications")};
    const QString program = QGuiApplication::desktopFileName();
    const QVariantMap hints{{u"desktop-entry"_s, program}};
    QDBusMessage call = callOf(u"Notify"_s);
    call << QGuiApplication::applicationDisplayName() << entry.id << program << oneLine(note.summary, longestSummary)
         << body << actions << hints << -1;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, key] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        Entry &sent = m_entries[key];
        sent.isSending = false;
        sent.id = reply.isError() ? 0 : reply.value();
        if (sent.next)
            send(key);
        else if (reply.isError())
            m_entries.remove(key);
    });
}

QString DesktopNotifications::keyOf(uint id) const
{
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it) {
        if (it->id == id)
            return it.key();
    }
    return {};
}

void DesktopNotifications::takeToken(uint id, const QString &token)
{
    if (!keyOf(id).isEmpty())
        m_tokens.insert(id, token.toUtf8());
}

void DesktopNotifications::takeAction(uint id, const QString &action)
{
    const QString key = keyOf(id);
    if (key.isEmpty())
        return;
    if (action == clickAction)
        Q_EMIT activated(key, m_tokens.take(id));
    else if (action == refuseAction)
        Q_EMIT refused();
}

void DesktopNotifications::takeClosed(uint id, uint)
{
    m_tokens.remove(id);
    const auto found = m_entries.find(keyOf(id));
    if (found == m_entries.end())
        return;
    if (found->isSending)
        found->id = 0;
    else
        m_entries.erase(found);
}

} // namespace Gantry
