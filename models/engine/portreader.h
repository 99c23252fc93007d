// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerstore.h"
#include "engine/engineclient.h"

#include <QObject>
#include <QSet>

namespace Gantry {

/// Finds out what stopped containers publish when they run, and of those that never ran whether that was tried, by one
/// inspection of each that somebody looks at. Lives as long as the connection.
class PortReader : public QObject
{
    Q_OBJECT

public:
    PortReader(EngineClient *client, ContainerStore *store, QObject *parent);

    /// Those that run, are known or were asked for are passed over.
    void want(const QStringList &ids);
    /// One that was created is looked at anew after what may be the end of an attempt to start it.
    void follow(const EngineEvent &event);

private:
    void askNext();

    EngineClient *m_client;
    ContainerStore *m_store;
    QStringList m_queue;
    QSet<QString> m_asked; ///< also in vain
    int m_asking = 0;
};

} // namespace Gantry
