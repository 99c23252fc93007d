// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchapplication.h"
#include "commandloop.h"
#include "commands.h"
#include "memoryuse.h"
#include "shell/application.h"
#include "shell/mainwindow.h"
#include "shell/workbench.h"
#include "terminal/terminalpanel.h"
#include "terminal/terminalsession.h"
#include "terminal/terminalview.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

class TerminalCommands
{
public:
    explicit TerminalCommands(Application *application)
        : m_application(application)
        , m_panel(application->window()->findChild<TerminalPanel *>(u"terminalPanel"_s))
    {
    }

    /// Opens a terminal in the container.
    QByteArray open(const QString &id)
    {
        Q_EMIT m_application->workbench()->openTerminalRequested(id);
        await("a terminal", [this] {
            return m_panel->view() && m_panel->view()->session()->state() == TerminalSession::State::Running
                && !m_panel->view()->visibleLines().isEmpty();
        });
        return {};
    }

    /// Types a command; answers the milliseconds to its end, painted, the longest stall meanwhile, and the bytes by
    /// which the process has grown.
    QByteArray run(const QString &command)
    {
        TerminalView *view = m_panel->view();
        const QString end = u"end-%1"_s.arg(++m_number);
        bool painted = false;
        BenchApplication::self()->watch(view->viewport(), [&] {
            const QStringList lines = view->visibleLines();
            painted = painted || lines.contains(end);
        });
        const qint64 memory = MemoryUse::resident();
        m_stalls.begin();
        const qint64 begin = monotonicTime();
        view->session()->screen()->sendText(command + u"; echo en''d-%1\r"_s.arg(m_number));
        await("the command's end", [&painted] { return painted; });
        const qint64 took = monotonicTime() - begin;
        BenchApplication::self()->watch(nullptr, {});
        return QByteArray::number(double(took) / 1e6) + ' ' + QByteArray::number(m_stalls.end()) + ' '
            + QByteArray::number(MemoryUse::resident() - memory);
    }

    /// Types a command that floods the terminal and ends it by Ctrl+C after a million lines; answers the milliseconds
    /// from the key to the prompt.
    QByteArray interrupt(const QString &command)
    {
        TerminalSession *session = m_panel->view()->session();
        const qint64 line = session->screen()->screenLine() + 1'000'000;
        session->screen()->sendText(command + u'\r');
        await("a flood", [&] { return session->screen()->screenLine() > line; });
        const qint64 begin = monotonicTime();
        session->screen()->sendKey(Qt::Key_C, Qt::ControlModifier, {});
        await("the prompt after the interruption", [session] {
            const TerminalScreen *screen = session->screen();
            const qint64 row = screen->screenLine() + screen->cursor().row;
            const QString text = screen->text(screen->line(row));
            return (text.endsWith(u'#') || text.endsWith(u'$'))
                && screen->text(screen->line(row - 1)).contains(u"^C"_s);
        });
        return QByteArray::number(double(monotonicTime() - begin) / 1e6);
    }

private:
    Application *m_application;
    TerminalPanel *m_panel;
    StallWatch m_stalls;
    int m_number = 0;
};

} // namespace

void addTerminalCommands(CommandLoop *loop, Application *application)
{
    const auto commands = std::make_shared<TerminalCommands>(application);
    loop->on("terminal", [=](const QByteArray &id) { return commands->open(QString::fromUtf8(id)); });
    loop->on("type-command", [=](const QByteArray &command) { return commands->run(QString::fromUtf8(command)); });
    loop->on("interrupt", [=](const QByteArray &command) { return commands->interrupt(QString::fromUtf8(command)); });
}

} // namespace Gantry
