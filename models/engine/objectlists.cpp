// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/objectlists.h"

#include "engine/onanswer.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int coalesceMs = 250;
constexpr int afterFailureMs = 5000;
/// Compose makes networks before its containers, and removes them right after.
constexpr int guessMs = 1500;

} // namespace

ObjectLists::ObjectLists(EngineClient *client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    const bool told = client->info().traits.tellsOfNetworks;
    connect(client, &EngineClient::networksChanged, this, [this, told] {
        if (!told)
            mark(Networks, coalesceMs);
    });
    for (int kind = 0; kind < KindCount; ++kind) {
        QTimer &timer = m_entries[std::size_t(kind)].timer;
        timer.setSingleShot(true);
        connect(&timer, &QTimer::timeout, this, [this, kind] { list(Kind(kind)); });
    }
}

void ObjectLists::listAll()
{
    for (int kind = 0; kind < KindCount; ++kind)
        list(Kind(kind));
}

void ObjectLists::take(const EngineEvent &event)
{
    if (event.type == "image"_L1)
        mark(Images, coalesceMs);
    else if (event.type == "volume"_L1)
        mark(Volumes, coalesceMs);
    else if (event.type == "network"_L1 && event.action != "connect"_L1 && event.action != "disconnect"_L1)
        mark(Networks, coalesceMs);
    else if (event.type == "container"_L1 && (event.action == "create"_L1 || event.action == "destroy"_L1)
             && !m_client->info().traits.tellsOfNetworks)
        mark(Networks, guessMs);
}

void ObjectLists::wantNetworks()
{
    if (!m_client->info().traits.tellsOfNetworks)
        list(Networks);
}

void ObjectLists::mark(Kind kind, int ms)
{
    QTimer &timer = m_entries[kind].timer;
    if (!timer.isActive() || timer.remainingTime() > ms)
        timer.start(ms);
}

void ObjectLists::list(Kind kind)
{
    Entry &entry = m_entries[kind];
    entry.timer.stop();
    if (entry.running) {
        entry.again = true;
        return;
    }
    entry.running = true;
    switch (kind) {
    case Images:
        follow(kind, m_client->images(), &ObjectLists::images);
        break;
    case Volumes:
        follow(kind, m_client->volumes(), &ObjectLists::volumes);
        break;
    case Networks:
        follow(kind, m_client->networks(), &ObjectLists::networks);
        break;
    case KindCount:
        break;
    }
}

template <typename T>
void ObjectLists::follow(Kind kind, QFuture<QList<T>> future, void (ObjectLists::*listed)(const QList<T> &))
{
    onAnswer<EngineError>(
        future, this,
        [this, kind, listed](const QList<T> &list) {
            Q_EMIT(this->*listed)(list);
            done(kind);
        },
        [this, kind](const EngineError &error) {
            Q_EMIT failed(kind, error);
            // The connection's own loss is noticed by LiveContainers, which ends this object.
            m_entries[kind].timer.start(afterFailureMs);
            done(kind);
        });
}

void ObjectLists::done(Kind kind)
{
    Entry &entry = m_entries[kind];
    entry.running = false;
    if (std::exchange(entry.again, false))
        entry.timer.start(coalesceMs);
}

} // namespace Gantry
