// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/statementcanceller.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QPromise>
#include <QWaitCondition>

#include <libpq-fe.h>

#include <array>
#include <thread>

namespace Gantry {

namespace {

constexpr int deliveryPatience = 2000;

/// Requests that are on their way, for which the end of the program waits a moment. Never destroyed: their threads may
/// be the last that run.
class Deliveries
{
public:
    static Deliveries &all()
    {
        static auto *deliveries = new Deliveries;
        return *deliveries;
    }

    void begin()
    {
        const QMutexLocker lock(&m_mutex);
        ++m_count;
    }
    void end()
    {
        const QMutexLocker lock(&m_mutex);
        --m_count;
        m_ended.wakeAll();
    }

private:
    Deliveries()
    {
        qAddPostRoutine([] { all().wait(); });
    }
    void wait()
    {
        const QDeadlineTimer deadline(deliveryPatience);
        const QMutexLocker lock(&m_mutex);
        while (m_count > 0 && m_ended.wait(&m_mutex, deadline)) { }
    }

    QMutex m_mutex;
    QWaitCondition m_ended;
    int m_count = 0;
};

} // namespace

void StatementCanceller::setTarget(std::shared_ptr<pg_cancel> target)
{
    const QMutexLocker lock(&m_mutex);
    m_target = std::move(target);
}

void StatementCanceller::request(quint64 run)
{
    quint64 known = m_cancelledRun.load();
    while (known < run && !m_cancelledRun.compare_exchange_weak(known, run)) { }
}

QFuture<QString> StatementCanceller::deliver(const std::shared_ptr<StatementCanceller> &self)
{
    std::shared_ptr<pg_cancel> target;
    {
        const QMutexLocker lock(&self->m_mutex);
        target = self->m_target;
    }
    ++self->m_delivering;
    Deliveries::all().begin();
    // In a thread of its own: a silent server would hold one of the pool, for which the end of the program waits.
    const auto promise = std::make_shared<QPromise<QString>>();
    promise->start();
    std::thread([self, target, promise] {
        std::array<char, 256> words{};
        const bool delivered = !target || PQcancel(target.get(), words.data(), int(words.size())) != 0;
        --self->m_delivering;
        promise->addResult(delivered ? QString() : QString::fromLocal8Bit(words.data()).trimmed());
        promise->finish();
        Deliveries::all().end();
    }).detach();
    return promise->future();
}

} // namespace Gantry
