// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineerror.h"
#include "operations/operation.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>

namespace Gantry {

/// Does one thing to several objects side by side and reports to an operation: progress, each failure by name, cancel,
/// and a retry of what failed or never began. Deletes itself when the operation has ended.
class BatchRun : public QObject
{
    Q_OBJECT

public:
    struct Item
    {
        QString id;
        QString name; ///< as the user knows it
    };
    struct Step
    {
        QList<Item> items;
        std::function<QFuture<void>(const QString &id)> action;
    };

    /// The steps run one after the other; a later one begins only when nothing failed before. \a retry gets what is
    /// left of the steps.
    BatchRun(Operation *operation, QList<Step> steps, std::function<void(const QList<Step> &)> retry, QObject *parent);

private:
    struct Failed
    {
        Item item;
        Failure failure;
    };

    void startMore();
    void ended(const Item &item, const std::optional<Failure> &failure);
    void finishStep();
    void end();
    /// Of all that failed, each by name.
    Failure summary() const;
    void cancel();
    QList<Step> left() const;

    QPointer<Operation> m_operation;
    QList<Step> m_steps;
    std::function<void(const QList<Step> &)> m_retry;
    qsizetype m_step = 0;
    qsizetype m_next = 0; ///< in the present step
    QHash<QString, QFuture<void>> m_running;
    QList<Failed> m_failed; ///< of the present step
    qsizetype m_total = 0;
    qsizetype m_done = 0;
};

} // namespace Gantry
