// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchapplication.h"
#include "commandloop.h"
#include "commands.h"
#include "engine/logmatches.h"
#include "logs/containerlogpanel.h"
#include "logs/logview.h"
#include "processmemory.h"
#include "shell/application.h"
#include "shell/mainwindow.h"
#include "shell/workbench.h"

#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

class LogCommands
{
public:
    explicit LogCommands(Application *application)
        : m_application(application)
        , m_panel(application->window()->findChild<ContainerLogPanel *>(u"logPanel"_s))
    {
    }

    /// Shows the log of a container.
    QByteArray show(const QString &name)
    {
        const auto &containers = m_application->workbench()->engine()->containers()->containers();
        for (const ContainerSummary &container : containers) {
            if (container.name != name)
                continue;
            Q_EMIT m_application->workbench()->showContainerLogsRequested(container.id);
            await("the log",
                  [this] { return m_panel->isVisible() && m_panel->log()->state() != ReadLog::State::Closed; });
            await("its answer", [this] { return m_panel->log()->state() != ReadLog::State::Opening; });
            return {};
        }
        return "no such container";
    }

    /// Reads the whole log. Answers milliseconds to the last of so many lines, painted; bytes of memory by which the
    /// process grew at its peak; bytes of lines in the file.
    QByteArray load(qint64 lines)
    {
        const qint64 memory = processMemory("VmRSS");
        if (!forgetPeakOfMemory())
            return "no peak of memory";
        const qint64 begin = monotonicTime();
        m_panel->findChild<QToolButton *>(u"logMore"_s)->menu()->actions().first()->trigger();
        awaitPainted(lines);
        const double milliseconds = double(monotonicTime() - begin) / 1e6;
        return QByteArray::number(milliseconds) + ' ' + QByteArray::number(processMemory("VmHWM") - memory) + ' '
            + QByteArray::number(buffer().spilled());
    }

    /// Answers bytes of memory at the peak above \a before, once so many lines are there.
    QByteArray grown(qint64 lines)
    {
        const qint64 memory = processMemory("VmRSS");
        if (!forgetPeakOfMemory())
            return "no peak of memory";
        CommandLoop::say("ready");
        awaitPainted(lines);
        return QByteArray::number(processMemory("VmHWM") - memory) + ' ' + QByteArray::number(buffer().spilled());
    }

    /// Looks for a text in the case it has, or for an expression. Answers milliseconds and lines.
    QByteArray search(bool expression, const QString &text)
    {
        auto *field = m_panel->findChild<QLineEdit *>(u"searchLog"_s);
        field->clear();
        m_panel->findChild<QToolButton *>(u"logMatchCase"_s)->setChecked(true);
        m_panel->findChild<QToolButton *>(u"logExpression"_s)->setChecked(expression);
        const auto *matches = m_panel->findChild<LogMatches *>();
        const qint64 begin = monotonicTime();
        field->setText(text);
        await("the end of the search", [matches] { return !matches->isRunning(); });
        return QByteArray::number(double(monotonicTime() - begin) / 1e6) + ' '
            + QByteArray::number(qsizetype(matches->lines().size()));
    }

    /// Answers once so many lines are there, painted.
    QByteArray awaitPainted(qint64 lines)
    {
        bool painted = false;
        BenchApplication::self()->watch(m_panel->view()->viewport(), [&] { painted = count() >= lines; });
        await("the last line, painted", [&] {
            if (count() >= lines && !painted)
                m_panel->view()->viewport()->update();
            return painted;
        });
        BenchApplication::self()->watch(nullptr, {});
        return {};
    }

private:
    const LogBuffer &buffer() const { return m_panel->log()->buffer(); }
    qint64 count() const { return buffer().endedLine() - buffer().notes(); }

    Application *m_application;
    ContainerLogPanel *m_panel;
};

} // namespace

void addLogCommands(CommandLoop *loop, Application *application)
{
    const auto commands = std::make_shared<LogCommands>(application);
    loop->on("log", [=](const QByteArray &name) { return commands->show(QString::fromUtf8(name)); });
    loop->on("load", [=](const QByteArray &lines) { return commands->load(lines.toLongLong()); });
    loop->on("grown", [=](const QByteArray &lines) { return commands->grown(lines.toLongLong()); });
    loop->on("arrived", [=](const QByteArray &lines) { return commands->awaitPainted(lines.toLongLong()); });
    loop->on("plain", [=](const QByteArray &text) { return commands->search(false, QString::fromUtf8(text)); });
    loop->on("regex", [=](const QByteArray &text) { return commands->search(true, QString::fromUtf8(text)); });
}

} // namespace Gantry
