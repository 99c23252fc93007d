// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/failure.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace Gantry {

/// One action of the user that takes time and can fail: a start, an up, an export. It is shown in Operations while it
/// runs and afterwards. Whoever starts the work reports to it; it never does work itself.
class Operation : public QObject
{
    Q_OBJECT

public:
    enum class State { Running, Cancelling, Succeeded, Failed, Cancelled };
    Q_ENUM(State)

    /// \a title is what is done, translated ("Stop web"); \a command is the equivalent shell command, argument by
    /// argument, never holding a secret.
    Operation(QString title, QStringList command, QObject *parent = nullptr);

    const QString &title() const { return m_title; }
    const QStringList &command() const { return m_command; }
    /// A further command, which runs after the one before has succeeded.
    void addCommand(const QStringList &command) { m_following << command; }
    /// The last command's standard output belongs in the file \a path.
    void setOutputFile(const QString &path, bool errorsToo = false)
    {
        m_outputFile = path;
        m_errorsToo = errorsToo;
    }
    /// The commands as one line that can be pasted into a POSIX shell, joined with &&.
    QString commandLine() const;
    /// The same without the address of the engine, which most lines begin with: to tell one from the other where there
    /// is little room, not to be run.
    QString shortCommandLine() const;
    /// Ids of the containers, or names of the projects ("project:NAME"), that the operation works on; rows show busy.
    const QStringList &subjects() const { return m_subjects; }
    void setSubjects(const QStringList &subjects) { m_subjects = subjects; }

    State state() const { return m_state; }
    bool isRunning() const { return m_state == State::Running || m_state == State::Cancelling; }
    /// Whether it waits for the user's answer, and nothing happens until then.
    bool isAsking() const { return m_asking; }
    /// 0 to 100, -1 while it cannot be told.
    int percent() const { return m_percent; }
    /// What is happening right now, one line.
    const QString &phase() const { return m_phase; }
    /// Everything the work printed (bounded to the last 1 MiB). Untrusted plain text.
    const QString &output() const { return m_output; }
    /// Empty unless Failed.
    const Failure &failure() const { return m_failure; }
    /// All parts of it as one text.
    QString error() const { return m_failure.text(); }
    /// \a teller says itself how it ends, to whom it may concern, as long as it is there: nobody else needs to.
    void setTeller(const QObject *teller) { m_teller = teller; }
    bool hasTeller() const { return m_teller; }
    QDateTime started() const { return m_started; }
    /// Milliseconds so far, or in all once it ended.
    qint64 elapsed() const;

    bool canCancel() const { return isRunning() && bool(m_canceller); }
    bool canRetry() const { return !isRunning() && bool(m_retry); }
    void setCanceller(std::function<void()> canceller);
    /// \a retry starts the same action again (as a new operation).
    void setRetry(std::function<void()> retry);

public Q_SLOTS:
    void cancel();
    void retry();

public:
    void setProgress(int percent, const QString &phase = {});
    void setAsking(bool asking);
    /// The work begins now: what came before, such as a question, is not counted.
    void restartClock();
    void appendOutput(const QString &text);
    /// Ends the operation; later calls of these three are ignored, so that late answers do no harm. Without a fact the
    /// failure gets the plain one: "Stop web failed."
    void succeed();
    void fail(const Failure &failure);
    void fail(const QString &fact) { fail(Failure{fact, {}, {}}); }
    void setCancelled();

Q_SIGNALS:
    void changed();
    void askingChanged();
    void outputAppended(const QString &text);
    /// Once, after state() left Running and Cancelling.
    void finished();

private:
    QString redirection() const;
    void end(State state);

    QString m_title;
    QStringList m_command;
    QList<QStringList> m_following;
    QString m_outputFile;
    bool m_errorsToo = false; ///< standard error goes to the file as well
    QStringList m_subjects;
    State m_state = State::Running;
    bool m_asking = false;
    int m_percent = -1;
    QString m_phase;
    QString m_output;
    Failure m_failure;
    QDateTime m_started = QDateTime::currentDateTime();
    QElapsedTimer m_timer;
    qint64 m_duration = 0;
    QPointer<const QObject> m_teller;
    std::function<void()> m_canceller;
    std::function<void()> m_retry;
};

} // namespace Gantry
