// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cleanup/cleanupplan.h"
#include "engine/engineclient.h"
#include "operations/operationlog.h"

#include <QObject>

#include <memory>

namespace Gantry {

class Engine;

/// What a clean-up came to.
struct CleanupOutcome
{
    qint64 freed = 0; ///< bytes
    bool measured = true; ///< by the engine in every step; otherwise it is what was forecast of what went
    bool atLeast = false; ///< what was forecast was not sure
    bool cancelled = false; ///< and what had not begun by then was left
    int removed = 0; ///< what really went
    int leftAlone = 0; ///< used again, or gone, between the choice and the click
    int failed = 0;
};

/// Does the steps of a clean-up one after the other, each as an operation of its own. Looks once more at what is used
/// before each of them, and begins none after one that was cancelled. Deletes itself.
class CleanupRun : public QObject
{
    Q_OBJECT

public:
    /// \a engine and \a log are not owned and outlive this.
    CleanupRun(Engine *engine, OperationLog *log, QList<CleanupStep> steps, QObject *parent);

    void start();

Q_SIGNALS:
    void finished(const Gantry::CleanupOutcome &outcome);

private:
    void next();
    void run(const CleanupStep &step, qsizetype leftAlone);
    void prune(const CleanupStep &step, Operation *operation);
    void pruned(const CleanupStep &step, Operation *operation, const PruneReport &report);
    void removeEach(const CleanupStep &step, Operation *operation);
    /// What a step without a report came to: of each victim how many names are \a left, and which were \a gone before.
    void removedEach(const CleanupStep &step, const QHash<QString, int> &left, const QSet<QString> &gone,
                     bool cancelled);
    void fail(const CleanupStep &step, const EngineError &error);
    Operation *begin(const CleanupStep &step);
    static void tellLeftAlone(Operation *operation, int count);
    void setRetry(Operation *operation, const CleanupStep &step) const;
    void ended(const Operation *operation);
    static QString titleOf(const CleanupStep &step);
    static QFuture<PruneReport> call(EngineClient *client, const CleanupStep &step);

    Engine *m_engine;
    OperationLog *m_log;
    QList<CleanupStep> m_steps;
    CleanupOutcome m_outcome;
    qsizetype m_next = 0;
};

} // namespace Gantry
