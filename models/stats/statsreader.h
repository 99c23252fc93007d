// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "stats/statsstore.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace Gantry {

/// Samples the containers that somebody looks at, once a second as the engine does it: one stream each, opened when the
/// first viewer wants it and closed when none does, when the container does not run, and while nothing is on screen.
/// Lists are read every five seconds only, by single calls, while nobody is at the window.
class StatsReader : public QObject
{
    Q_OBJECT

public:
    enum class Pace {
        EverySecond, ///< what one looks at for its own sake: plots, a container's page
        WhileAttended, ///< a list
    };

    static constexpr int UnattendedMs = 5000;

    StatsReader(Engine *engine, StatsStore *store, QObject *parent = nullptr);

    /// The containers that \a viewer shows from now on; none ends it, as does the viewer's end.
    void want(const QObject *viewer, const QStringList &ids, Pace pace = Pace::EverySecond);
    /// Nothing is on screen: nothing is read until there is.
    void setPaused(bool paused);
    /// Somebody is at the window; nobody is at first.
    void setAttended(bool attended);
    /// Whether a stream of the container is open.
    bool isReading(const QString &id) const { return m_streams.contains(id); }
    int streams() const { return int(m_streams.size()); }
    /// The containers that are read by single calls.
    int unhurried() const { return int(m_unhurried.size()); }

private:
    struct Viewer
    {
        QStringList ids;
        Pace pace;
        bool operator==(const Viewer &) const = default;
    };

    void update();
    QSet<QString> wanted(Pace pace) const;
    void open(const QString &id);
    void close(const QString &id);
    void gather();
    void listen();
    void setUnhurried(const QSet<QString> &ids);
    void ask(const QStringList &ids);
    void askNext();
    void take(const QString &id, const QByteArray &json);

    Engine *m_engine;
    StatsStore *m_store;
    bool m_paused = false;
    bool m_attended = false;
    QHash<const QObject *, Viewer> m_viewers;
    QHash<QString, StatsStream *> m_streams;
    QTimer m_gather; ///< runs while there are many streams
    QTimer m_again; ///< after a stream that ended before its container
    QSet<QString> m_unhurried;
    QTimer m_round; ///< of single calls
    QStringList m_toAsk;
    int m_asked = 0; ///< calls under way
};

} // namespace Gantry
