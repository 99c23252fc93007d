// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/operationlog.h"

#include <algorithm>

namespace Gantry {

namespace {

constexpr qsizetype kept = 500;

} // namespace

Operation *OperationLog::begin(const QString &title, const QStringList &command, const QStringList &subjects)
{
    auto *operation = new Operation(title, command, this);
    operation->setSubjects(subjects);
    m_operations << operation;
    connect(operation, &Operation::changed, this, [this, operation] { Q_EMIT changed(operation); });
    connect(operation, &Operation::askingChanged, this,
            [this, operation] { Q_EMIT busyChanged(operation->subjects()); });
    connect(operation, &Operation::finished, this, [this, operation] {
        Q_EMIT finished(operation);
        if (!operation->subjects().isEmpty())
            Q_EMIT busyChanged(operation->subjects());
    });
    Q_EMIT added(operation);
    if (!subjects.isEmpty())
        Q_EMIT busyChanged(subjects);
    forget(kept);
    return operation;
}

QList<Operation *> OperationLog::running() const
{
    QList<Operation *> list;
    std::copy_if(m_operations.begin(), m_operations.end(), std::back_inserter(list),
                 [](const Operation *operation) { return operation->isRunning(); });
    return list;
}

bool OperationLog::isBusy(const QString &subject) const
{
    return std::any_of(m_operations.begin(), m_operations.end(), [&](const Operation *operation) {
        return operation->isRunning() && !operation->isAsking() && operation->subjects().contains(subject);
    });
}

void OperationLog::clearEnded()
{
    forget(0);
}

void OperationLog::forget(qsizetype keep)
{
    qsizetype surplus = m_operations.size() - keep;
    for (qsizetype i = 0; i < m_operations.size() && surplus > 0;) {
        Operation *operation = m_operations[i];
        if (operation->isRunning()) {
            ++i;
            continue;
        }
        Q_EMIT aboutToRemove(operation);
        m_operations.removeAt(i);
        operation->deleteLater();
        --surplus;
    }
}

} // namespace Gantry
