// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupfacts.h"

#include <QObject>
#include <QTimer>

#include <array>

namespace Gantry {

class Engine;

/// Brings what was measured up to date with what the engine lists by now, which is known without asking: what is gone,
/// what is used again, and what is new, without a size.
class CleanupLists : public QObject
{
    Q_OBJECT

public:
    /// \a engine is not owned and outlives this.
    explicit CleanupLists(Engine *engine, QObject *parent = nullptr);

    /// Takes into \a facts what changed since forget().
    void bring(CleanupFacts *facts) const;
    void forget() { m_changed.fill(false); }

Q_SIGNALS:
    /// A list changed; bursts are one.
    void changed();

private:
    enum List { Containers, Images, Volumes, Networks, ListCount };

    Engine *m_engine;
    std::array<bool, ListCount> m_changed{};
    QTimer m_timer;
};

} // namespace Gantry
