// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalsession.h"

#include "engine/engine.h"
#include "engine/onanswer.h"
#include "quoted.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdlib>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int frameMs = 16;
/// While more comes in a frame than anybody could read, fewer of them leave time for the rest.
constexpr int floodFrameMs = 33;
constexpr qsizetype floodBytes = 64 * 1024;
/// Of a turn of the event loop.
constexpr int parseMs = 5;
constexpr qsizetype parsePiece = 4096;
/// Beyond it answers to queries of a program that does not read them are dropped.
constexpr qint64 mostUnread = 64 * 1024;
constexpr int mostSizeTries = 6;
/// A container that was started so long ago at most is new to who attaches: what it wrote is shown, too.
constexpr int newSeconds = 10;
/// The report that the script below begins with.
constexpr QByteArrayView headBegin("\x1b]697;");
constexpr QByteArrayView headEnd("\x1b\\");
constexpr qsizetype longestHead = 1024;

/// Tells the process id and the program's name in a sequence that no terminal shows, and becomes the program. The shell
/// has the terminal, and its process must be known to end it with the terminal.
QString shellScript()
{
    return uR"(for s do if command -v "$s" >/dev/null 2>&1; then )"_s
        + uR"(printf '\033]697;%s;%s\033\\' "$$" "$s"; exec "$s"; fi; done; exit 127)"_s;
}

QString programScript()
{
    return uR"(printf '\033]697;%s;%s\033\\' "$$" "$1"; exec "$@")"_s;
}

/// The engine holds the first of them back until the next key: one that no program misses, and not Ctrl+P.
QString detachKeys()
{
    return u"ctrl-^,ctrl-_,ctrl-^"_s;
}

} // namespace

QStringList TerminalSession::shells()
{
    return {u"bash"_s, u"zsh"_s, u"ash"_s, u"sh"_s};
}

TerminalSession::TerminalSession(Engine *engine, QString containerId, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_container(std::move(containerId))
    , m_screen(80, 24, [this](const QByteArray &bytes, bool isAnswer) { send(bytes, isAnswer); })
{
    m_parse.setSingleShot(true);
    m_parse.setInterval(0);
    connect(&m_parse, &QTimer::timeout, this, &TerminalSession::parse);
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(frameMs);
    connect(&m_frame, &QTimer::timeout, this, &TerminalSession::tell);
    connect(m_engine, &Engine::containerEvent, this, &TerminalSession::follow);
}

TerminalSession::~TerminalSession() = default;

void TerminalSession::run(const Program &program, int columns, int rows)
{
    m_program = program;
    m_screen.resize(columns, rows);
    m_isReadingHead = true;
    if (program.command.isEmpty()) {
        begin(QStringList{u"sh"_s, u"-c"_s, shellScript(), u"sh"_s} + shells());
    } else {
        m_shell = program.command.first();
        begin(QStringList{u"sh"_s, u"-c"_s, programScript(), u"sh"_s} + program.command);
    }
}

void TerminalSession::begin(const QStringList &command)
{
    EngineClient *client = m_engine->client();
    if (!client) {
        fail(tr("No terminal can be opened: the engine is not connected."));
        return;
    }
    ExecConfig config;
    config.command = command;
    config.user = m_program.user;
    config.workingDirectory = m_program.directory;
    config.environment = QStringList{u"TERM=xterm-256color"_s, u"COLORTERM=truecolor"_s} + m_program.environment;
    config.tty = true;
    config.detachKeys = detachKeys();
    onAnswer<EngineError>(
        client->createExec(m_container, config), this,
        [this](const QString &execId) {
            m_execId = execId;
            EngineClient *current = m_engine->client();
            if (isOpen() && current)
                take(current->startExec(execId, true, this));
        },
        [this](const EngineError &error) { fail(error.sentence()); });
}

void TerminalSession::attach(int columns, int rows, bool restart)
{
    m_isAttached = true;
    m_screen.resize(columns, rows);
    EngineClient *client = m_engine->client();
    if (!client) {
        fail(tr("No terminal can be opened: the engine is not connected."));
        return;
    }
    onAnswer<EngineError>(
        client->inspectContainer(m_container), this,
        [this, restart](const ContainerDetails &details) { openAttached(details, restart); },
        [this](const EngineError &error) { fail(error.sentence()); });
}

void TerminalSession::recall(const Program &program, const QString &shell, bool isAttached)
{
    m_program = program;
    m_shell = shell;
    m_isAttached = isAttached;
    m_isOfEarlierRun = true;
    setState(State::Ended);
}

void TerminalSession::openAttached(const ContainerDetails &details, bool restart)
{
    if (!isOpen())
        return;
    EngineClient *client = m_engine->client();
    const bool isNew = details.state == ContainerState::Created || (restart && !details.isRunning());
    if (!client || (!details.isRunning() && !isNew)) {
        end(details.exitCode, tr("The container has ended."));
        return;
    }
    if (!details.tty) {
        fail(tr("The container was made without a terminal: there is nothing to attach to."));
        return;
    }
    const bool isYoung = !isNew && std::abs(details.started.secsTo(QDateTime::currentDateTimeUtc())) <= newSeconds;
    take(client->attachContainer(m_container, {true, isYoung, detachKeys()}, this));
    if (!isNew)
        return;
    connect(m_stream, &EngineStream::opened, this, [this] {
        if (EngineClient *current = m_engine->client()) {
            onAnswer<EngineError>(
                current->startContainer(m_container), this, [this] { sendSize(); },
                [this](const EngineError &error) { fail(error.sentence()); });
        }
    });
}

void TerminalSession::take(ExecStream *stream)
{
    m_stream = stream;
    m_isPaused = false;
    connect(stream, &EngineStream::opened, this, [this] {
        if (!m_isReadingHead)
            setState(State::Running);
        sendSize();
    });
    connect(stream, &ExecStream::output, this, &TerminalSession::receive);
    connect(stream, &EngineStream::finished, this, [this] {
        m_streamEnded = true;
        m_parse.start(); // after what it wrote
    });
    connect(stream, &EngineStream::failed, this, [this](const EngineError &error) { fail(error.sentence()); });
}

void TerminalSession::receive(const QByteArray &bytes)
{
    if (m_isReadingHead) {
        readHead(bytes);
        return;
    }
    m_pending += bytes;
    parse();
}

void TerminalSession::readHead(const QByteArray &bytes)
{
    m_head += bytes;
    const qsizetype end = m_head.indexOf(headEnd);
    const bool isReport = m_head.startsWith(headBegin) && end > 0;
    // Until then these may be the engine's words for that there is no sh.
    if (!isReport && m_head.size() < longestHead)
        return;
    m_isReadingHead = false;
    if (isReport) {
        const QByteArray report = m_head.first(end).sliced(headBegin.size());
        const QByteArray pid = report.first(std::max<qsizetype>(0, report.indexOf(';')));
        if (pid.toUInt() > 0)
            m_pid = QString::fromLatin1(pid);
        if (m_program.command.isEmpty())
            m_shell = QString::fromUtf8(report.sliced(pid.size() + 1));
        m_head.remove(0, end + headEnd.size());
    }
    setState(State::Running);
    receive(std::exchange(m_head, {}));
}

void TerminalSession::parse()
{
    QElapsedTimer timer;
    timer.start();
    while (m_parsed < m_pending.size() && timer.elapsed() < parseMs) {
        const qsizetype size = std::min(parsePiece, m_pending.size() - m_parsed);
        m_screen.feed(m_pending.constData() + m_parsed, size);
        m_parsed += size;
        m_parsedSinceTold += size;
    }
    if (!m_frame.isActive())
        m_frame.start();
    if (m_parsed < m_pending.size()) {
        pause(true);
        m_parse.start();
        return;
    }
    m_pending.clear();
    m_parsed = 0;
    if (m_streamEnded)
        streamEnded();
    else
        pause(false);
}

void TerminalSession::tell()
{
    m_frame.setInterval(std::exchange(m_parsedSinceTold, 0) > floodBytes ? floodFrameMs : frameMs);
    Q_EMIT updated();
    if (std::exchange(m_bells, m_screen.bells()) != m_screen.bells())
        Q_EMIT rang();
}

void TerminalSession::pause(bool paused)
{
    if (std::exchange(m_isPaused, paused) != paused && m_stream)
        m_stream->setPaused(paused);
}

void TerminalSession::send(const QByteArray &bytes, bool isAnswer)
{
    if (!m_stream || m_streamEnded || (isAnswer && m_stream->bytesToWrite() > mostUnread))
        return;
    m_stream->write(bytes);
}

void TerminalSession::resize(int columns, int rows)
{
    const int oldColumns = m_screen.columns();
    const int oldRows = m_screen.rows();
    m_screen.resize(columns, rows);
    if (oldColumns == m_screen.columns() && oldRows == m_screen.rows())
        return;
    if (m_state == State::Running)
        sendSize();
    Q_EMIT updated();
}

/// One at a time, and again when it has changed meanwhile: the last one must win. It can come before the process.
void TerminalSession::sendSize()
{
    EngineClient *client = m_engine->client();
    if (!client || !m_stream)
        return;
    if (m_sizing) {
        m_sizeChanged = true;
        return;
    }
    m_sizing = true;
    m_sizeChanged = false;
    const int columns = m_screen.columns();
    const int rows = m_screen.rows();
    onAnswer<EngineError>(
        m_isAttached ? client->resizeContainer(m_container, columns, rows)
                     : client->resizeExec(m_execId, columns, rows),
        this,
        [this] {
            m_sizing = false;
            m_sizeTries = 0;
            if (m_sizeChanged)
                sendSize();
        },
        [this](const EngineError &) {
            m_sizing = false;
            if (++m_sizeTries < mostSizeTries)
                QTimer::singleShot(20 << m_sizeTries, this, &TerminalSession::sendSize);
        },
        [this] { m_sizing = false; });
}

void TerminalSession::follow(const EngineEvent &event)
{
    if (event.id != m_container || !isOpen())
        return;
    if (event.action == "die"_L1 && m_isAttached)
        m_exitCode = event.attributes.value(u"exitCode"_s).toInt();
}

void TerminalSession::streamEnded()
{
    drop();
    if (m_isReadingHead) {
        // Nothing was reported: there is no sh, or no such user or folder.
        m_isReadingHead = false;
        m_refusal = QString::fromUtf8(std::exchange(m_head, {})).simplified();
        m_streamEnded = false;
        if (m_program.command.isEmpty())
            tryShell(0);
        else
            begin(m_program.command);
        return;
    }
    if (m_isAttached)
        askForEnd();
    else
        askForExitCode();
}

/// Without sh, the shells are tried one after the other.
void TerminalSession::tryShell(qsizetype index)
{
    EngineClient *client = m_engine->client();
    if (!isOpen())
        return;
    const QString shell = shells().value(index);
    if (!client || shell.isEmpty()) {
        fail(tr("No shell could be started in the container (%1). The engine says: %2")
                 .arg(shells().join(u", "_s), quoted(m_refusal)));
        return;
    }
    ExecConfig config;
    config.command = QStringList{shell, u"-c"_s, u":"_s};
    config.user = m_program.user;
    config.attachStdin = false;
    onAnswer<EngineError>(
        client->runExec(m_container, config), this,
        [this, index, shell](const ExecResult &result) {
            if (result.exitCode != 0) {
                tryShell(index + 1);
                return;
            }
            m_shell = shell;
            begin({shell});
        },
        [this, index](const EngineError &) { tryShell(index + 1); });
}

void TerminalSession::drop()
{
    m_parse.stop();
    if (!m_stream)
        return;
    m_stream->disconnect(this);
    m_stream->cancel();
    m_stream->deleteLater();
    m_stream = nullptr;
}

void TerminalSession::end(std::optional<int> exitCode, const QString &problem)
{
    if (!isOpen())
        return;
    m_exitCode = exitCode;
    m_problem = problem;
    setState(State::Ended);
}

void TerminalSession::fail(const QString &sentence)
{
    if (!isOpen())
        return;
    drop();
    m_problem = sentence;
    setState(State::Failed);
}

void TerminalSession::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT updated();
    Q_EMIT stateChanged();
}

QStringList TerminalSession::command(const QString &containerName) const
{
    if (m_isAttached)
        return {u"attach"_s, containerName};
    QStringList words{u"exec"_s, u"-it"_s};
    if (!m_program.user.isEmpty())
        words << u"-u"_s << m_program.user;
    if (!m_program.directory.isEmpty())
        words << u"-w"_s << m_program.directory;
    for (const QString &variable : m_program.environment)
        words << u"-e"_s << variable.section(u'=', 0, 0); // its value may be a secret
    words << containerName;
    if (!m_program.command.isEmpty())
        return words + m_program.command;
    return words << (m_shell.isEmpty() ? u"sh"_s : m_shell);
}

} // namespace Gantry
