// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QMutex>
#include <QString>

#include <atomic>
#include <memory>

struct pg_cancel;

namespace Gantry {

/// What the thread of the window and that of the connection share to stop a statement: PQcancel() blocks, so it has
/// a thread to itself, and it stops whatever runs when it arrives, so nothing is started while one is on its way.
class StatementCanceller
{
public:
    /// Of the open connection; null when there is none.
    void setTarget(std::shared_ptr<pg_cancel> target);

    /// Runs up to \a run are not to go on.
    void request(quint64 run);
    bool isCancelled(quint64 run) const { return run <= m_cancelledRun.load(); }

    /// Sends the request; answers the system's words, empty when it was delivered or nothing is open.
    static QFuture<QString> deliver(const std::shared_ptr<StatementCanceller> &self);
    bool isDelivering() const { return m_delivering.load() > 0; }

private:
    mutable QMutex m_mutex;
    std::shared_ptr<pg_cancel> m_target;
    std::atomic<quint64> m_cancelledRun = 0;
    std::atomic<int> m_delivering = 0;
};

} // namespace Gantry
