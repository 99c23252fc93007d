// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/statementcanceller.h"

#include <QtConcurrentRun>

#include <libpq-fe.h>

#include <array>

namespace Gantry {

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
    return QtConcurrent::run([self, target] {
        std::array<char, 256> words{};
        const bool delivered = !target || PQcancel(target.get(), words.data(), int(words.size())) != 0;
        --self->m_delivering;
        return delivered ? QString() : QString::fromLocal8Bit(words.data()).trimmed();
    });
}

} // namespace Gantry
