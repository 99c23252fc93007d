// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"

#include <QObject>
#include <QTimer>

#include <array>

namespace Gantry {

/// Lists images, volumes and networks over one connection, and again after events of their type: at most one list of a
/// kind under way, and bursts become one. Lives as long as the connection.
class ObjectLists : public QObject
{
    Q_OBJECT

public:
    enum Kind { Images, Volumes, Networks, KindCount };

    ObjectLists(EngineClient *client, QObject *parent);

    void listAll();
    /// Lists again what \a event concerns.
    void take(const EngineEvent &event);
    /// Lists the networks again unless the engine tells of them.
    void wantNetworks();

Q_SIGNALS:
    void images(const QList<Gantry::ImageSummary> &list);
    void volumes(const QList<Gantry::Volume> &list);
    void networks(const QList<Gantry::Network> &list);
    void failed(Gantry::ObjectLists::Kind kind, const Gantry::EngineError &error);

private:
    struct Entry
    {
        QTimer timer;
        bool running = false;
        bool again = false;
    };

    void list(Kind kind);
    /// Lists again in \a ms, or as planned if that is sooner.
    void mark(Kind kind, int ms);
    void done(Kind kind);
    template <typename T>
    void follow(Kind kind, QFuture<QList<T>> future, void (ObjectLists::*listed)(const QList<T> &));

    EngineClient *m_client;
    std::array<Entry, KindCount> m_entries;
};

} // namespace Gantry
