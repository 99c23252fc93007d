// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/reachtool.h"
#include "engine/engine.h"
#include "operations/operationlog.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

namespace Gantry {

/// Tries from inside a container whether a port can be reached: by a program that the container has, else from a helper
/// in the same network namespace (POST /containers/create with NetworkMode "container:ID", API 1.41), which is removed
/// whatever happens: one that is left of a run that broke off, by the next question. The try is an Operation with its
/// equivalent command.
class ReachTest : public QObject
{
    Q_OBJECT

public:
    struct Question
    {
        QString fromContainer; ///< id; it must run
        QString fromName; ///< as the user knows it: the service
        QString host;
        quint16 port = 0;
        QString helperImage; ///< where the container has no tool: an image that has one; may be empty
    };

    ReachTest(Engine *engine, OperationLog *log, QObject *parent = nullptr);
    ~ReachTest() override;

    /// Asks; a question that is still open is dropped.
    void ask(const Question &question);
    /// Ends it without an answer.
    void cancel();
    bool isAsking() const { return m_asking; }
    const Question &question() const { return m_question; }
    Reach reach() const { return m_reach; }
    /// What came of it, one translated sentence; empty before.
    const QString &sentence() const { return m_sentence; }

    static constexpr int PatienceMs = 15'000;
    /// What tells a helper, whose names differ.
    static constexpr auto HelperLabel = "org.gantry.reach";

Q_SIGNALS:
    /// It began, or ended.
    void changed();

private:
    /// Runs in \a container; \a then gets what it wrote, errors after output.
    void run(const QString &container, const QStringList &command,
             const std::function<void(int exitCode, const QString &words)> &then);
    void chooseTool(const QString &container, const QString &probed);
    void startHelper();
    void useHelper(const QString &id);
    void removeHelper();
    void removeLeftHelpers();
    void answer(Reach reach, const QString &words);
    void fail(const EngineError &error);
    void endCancelled();
    void end(Reach reach, const QString &sentence, const QString &words);
    QStringList commandLine(const QStringList &command) const;
    /// Makes the operation, if there is none yet.
    void show(const QStringList &command);
    bool isCurrent(quint64 generation) const { return m_asking && generation == m_generation; }

    Engine *m_engine;
    OperationLog *m_log;
    Question m_question;
    quint64 m_generation = 0;
    bool m_asking = false;
    QString m_helper; ///< id of the container, while there is one
    QPointer<Operation> m_operation;
    QTimer m_patience;
    Reach m_reach = Reach::Failed;
    QString m_sentence;
};

} // namespace Gantry
