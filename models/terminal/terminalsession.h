// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "terminal/terminalscreen.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

namespace Gantry {

class Engine;
class ExecStream;
struct EngineEvent;

/// A terminal on a container: a program that is started in it (as `docker exec -it`), or its own (as `docker attach`).
/// What the program writes is parsed in slices of a few milliseconds, and it is held back meanwhile, so that no flood
/// fills the memory or stops the window.
class TerminalSession : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Opening,
        Running,
        Ended, ///< see exitCode() and problem()
        Failed, ///< see problem()
    };
    Q_ENUM(State)

    struct Program
    {
        QStringList command; ///< empty for the best shell that is there
        QString user; ///< empty for the container's own
        QString directory; ///< likewise
        QStringList environment; ///< "NAME=value"
    };

    /// Not owned: \a engine, which may be lost and found meanwhile.
    TerminalSession(Engine *engine, QString containerId, QObject *parent = nullptr);
    ~TerminalSession() override;

    /// Starts \a program with a terminal of this size. Once for a session.
    void run(const Program &program, int columns, int rows);
    /// Takes the container's own terminal. One that was created only is started, too, and with \a restart one that has
    /// ended.
    void attach(int columns, int rows, bool restart = false);
    /// Stands for a terminal of an earlier run of the program: it has ended, and nothing is started. \a shell is what
    /// ran. Instead of run() or attach().
    void recall(const Program &program, const QString &shell, bool isAttached);
    bool isOfEarlierRun() const { return m_isOfEarlierRun; }
    bool isAttached() const { return m_isAttached; }
    const QString &containerId() const { return m_container; }
    const Program &program() const { return m_program; }
    /// What runs: the shell that was found, or the program's name. Empty until that is known, and of what is attached.
    const QString &shell() const { return m_shell; }
    /// The equivalent of the engine's client, after the name of the client; values of variables are left out.
    QStringList command(const QString &containerName) const;

    TerminalScreen *screen() { return &m_screen; }
    const TerminalScreen *screen() const { return &m_screen; }
    void resize(int columns, int rows);

    State state() const { return m_state; }
    bool isOpen() const { return m_state == State::Opening || m_state == State::Running; }
    /// Of what has ended, where the engine told it.
    std::optional<int> exitCode() const { return m_exitCode; }
    /// Why it failed, or why nobody knows how it ended; a sentence.
    const QString &problem() const { return m_problem; }

    /// Asks what has the terminal besides the shell, and answers its name, or nothing for the shell alone; what cannot
    /// be found out is called as the shell.
    void askForProgram(QObject *context, std::function<void(const QString &name)> answer);
    /// Ends the program as the closing of a terminal does (SIGHUP), or leaves a container's own alone.
    void hangUp();

    /// Shells that are looked for, the best first.
    static QStringList shells();

Q_SIGNALS:
    /// The screen has changed; once a frame at most.
    void updated();
    /// The program has rung the bell; likewise.
    void rang();
    void stateChanged();

private:
    void tryShell(qsizetype index);
    void begin(const QStringList &command);
    void take(ExecStream *stream);
    void openAttached(const ContainerDetails &details, bool restart);
    void tell();
    void receive(const QByteArray &bytes);
    void readHead(const QByteArray &bytes);
    void parse();
    void pause(bool paused);
    void send(const QByteArray &bytes, bool isAnswer);
    void sendSize();
    void follow(const EngineEvent &event);
    void streamEnded();
    void askForExitCode();
    void askForEnd();
    void end(std::optional<int> exitCode, const QString &problem = {});
    void fail(const QString &sentence);
    void setState(State state);
    void drop();

    Engine *m_engine;
    QString m_container;
    Program m_program;
    bool m_isAttached = false;
    bool m_isOfEarlierRun = false;
    QString m_shell;
    QString m_pid; ///< in the container, of what was started; empty where that is not known
    bool m_isReadingHead = false;
    QByteArray m_head;
    QString m_refusal; ///< the engine's words where that did not start
    TerminalScreen m_screen;
    State m_state = State::Opening;
    std::optional<int> m_exitCode;
    QString m_problem;
    QString m_execId;
    QPointer<ExecStream> m_stream;
    QByteArray m_pending; ///< not parsed yet
    qsizetype m_parsed = 0; ///< of it
    qsizetype m_parsedSinceTold = 0;
    bool m_isPaused = false; ///< the stream, until all of that is parsed
    bool m_streamEnded = false;
    bool m_sizing = false;
    bool m_sizeChanged = false;
    quint64 m_bells = 0; ///< that were told of
    int m_sizeTries = 0;
    int m_asked = 0;
    QTimer m_parse;
    QTimer m_frame;
};

} // namespace Gantry
