// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "stats/statsstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Gantry {

/// Samples the containers that somebody looks at, once a second as the engine does it: one stream each, opened when the
/// first viewer wants it and closed when none does, when the container does not run, and while nothing is on screen.
class StatsReader : public QObject
{
    Q_OBJECT

public:
    StatsReader(Engine *engine, StatsStore *store, QObject *parent = nullptr);

    /// The containers that \a viewer shows from now on; none ends it, as does the viewer's end.
    void want(const QObject *viewer, const QStringList &ids);
    /// Nothing is on screen: every stream is closed until there is.
    void setPaused(bool paused);
    /// Whether a stream of the container is open.
    bool isReading(const QString &id) const { return m_streams.contains(id); }
    int streams() const { return int(m_streams.size()); }

private:
    void update();
    void open(const QString &id);
    void close(const QString &id);

    Engine *m_engine;
    StatsStore *m_store;
    bool m_paused = false;
    QHash<const QObject *, QStringList> m_wanted;
    QHash<QString, StatsStream *> m_streams;
    QTimer m_again; ///< after a stream that ended before its container
};

} // namespace Gantry
