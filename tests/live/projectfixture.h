// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compose/projectcommands.h"
#include "live/labengine.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace Gantry {

using namespace Qt::StringLiterals;

enum Tools { NoTools = 0, First = 1, Second = 2 };

inline void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::Truncate), qPrintable(path));
    file.write(text);
}

/// What `docker ps -a` says of a project: "api Up…" sorted.
inline QStringList engineSays(const QString &project,
                              const QString &format = u"{{.Label \"com.docker.compose.service\"}}"_s)
{
    QStringList lines = Lab::docker({u"ps"_s, u"-a"_s, u"--no-trunc"_s, u"--filter"_s,
                                     u"label=com.docker.compose.project="_s + project, u"--format"_s, format})
                            .output.split(u'\n', Qt::SkipEmptyParts);
    lines.sort();
    return lines;
}

inline QString inspect(const QString &container, const QString &format)
{
    return Lab::docker({u"inspect"_s, u"--format"_s, format, container}).output;
}

inline QStringList labelled(const QString &kind, const QString &project)
{
    return Lab::docker({kind, u"ls"_s, u"-q"_s, u"--filter"_s, u"label=com.docker.compose.project="_s + project})
        .output.split(u'\n', Qt::SkipEmptyParts);
}

/// Whole projects against the lab's engine, with the Compose versions that a test chooses.
class ProjectFixture : public QObject
{
protected:
    static constexpr int patience = 60000;

    void connectEngine()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        qputenv("SAMPLE_API_PORT", "18000");
        m_second = {ComposeProgram::Kind::Standalone, Lab::compose2(), QStringLiteral("2.26.1")};
        m_first = {ComposeProgram::Kind::Standalone, Lab::compose1(), QStringLiteral("1.29.2")};
        m_engine.connect();
    }

    void begin()
    {
        m_dir.emplace();
        m_store.emplace(m_engine->containers());
        m_cli.emplace();
        m_log.emplace();
        m_commands.emplace(&*m_engine, &*m_store, &*m_cli, &*m_log);
    }

    /// Removes what the projects of a test left.
    void end()
    {
        for (const QString &project : std::as_const(m_projects)) {
            const QStringList ids = engineSays(project, QStringLiteral("{{.ID}}"));
            if (!ids.isEmpty())
                Lab::docker(QStringList{QStringLiteral("rm"), QStringLiteral("-f")} + ids);
            for (const QString &kind : {QStringLiteral("network"), QStringLiteral("volume")}) {
                const QStringList names = labelled(kind, project);
                if (!names.isEmpty())
                    Lab::docker(QStringList{kind, QStringLiteral("rm")} + names);
            }
            // Else the next test would take them for its own.
            QTRY_VERIFY(!m_store || !m_store->project(project).hasContainers());
        }
        m_projects.clear();
        m_commands.reset();
        m_log.reset();
        m_cli.reset();
        m_store.reset();
        m_dir.reset();
    }

    QString path(const QString &name) const { return m_dir->filePath(name); }

    /// The shape of the sample, of containers that start and stop at once.
    static QByteArray small()
    {
        const QByteArray image = "    image: " + Lab::image(Lab::Image::Busybox).toUtf8() + '\n';
        return "services:\n  api:\n" + image
            + "    ports: [\"${SAMPLE_API_PORT:-8000}:8000\"]\n"
              "    depends_on: {db: {condition: service_healthy}}\n  db:\n"
            + image
            + "    volumes: [\"pgdata:/data\"]\n"
              "    healthcheck: {test: [CMD, 'true'], interval: 1s, retries: 30}\nvolumes:\n  pgdata:\n";
    }

    /// An up of it does not end by itself: it waits for a service that never gets healthy.
    static QByteArray slow()
    {
        const QByteArray image = "    image: " + Lab::image(Lab::Image::Busybox).toUtf8() + '\n';
        return "services:\n  slow:\n" + image
            + "    healthcheck: {test: [CMD, 'false'], interval: 1s, retries: 1000}\n  waits:\n" + image
            + "    depends_on: {slow: {condition: service_healthy}}\n";
    }

    /// Whether the Compose versions are there; skips the test if not.
    bool needs(int tools)
    {
        if ((tools & First) && Lab::compose1().isEmpty()) {
            [] { QSKIP("This distribution has no Compose 1."); }();
            return false;
        }
        return true;
    }

    void setTools(int tools)
    {
        QList<ComposeProgram> programs;
        if (tools & Second)
            programs.append(m_second);
        if (tools & First)
            programs.append(m_first);
        m_cli->setPrograms(programs);
    }

    QString opened(const QString &name, int tools)
    {
        if (!needs(tools))
            return {};
        setTools(tools);
        m_projects.append(name);
        QSignalSpy spy(&*m_store, &ProjectStore::opened);
        m_store->open(path(name));
        if (!spy.wait(Tests::patience))
            return {};
        return QTest::qWaitFor([&] { return m_store->project(name).files.complete(); }) ? name : QString();
    }
    QString openSample(const QString &name, int tools)
    {
        return Lab::copySample(path(name)) ? opened(name, tools) : QString();
    }
    QString openText(const QString &name, int tools, const QByteArray &text)
    {
        QDir().mkpath(path(name));
        write(path(name + u"/compose.yaml"_s), text);
        return opened(name, tools);
    }

    QString leadOf(const QString &project, const QString &service) const
    {
        const Project found = m_store->project(project);
        return found.service(service) ? found.service(service)->leadContainer : QString();
    }

    static bool succeeds(Operation *operation)
    {
        if (!QTest::qWaitFor([operation] { return !operation->isRunning(); }, patience))
            qWarning("still running: %s", qPrintable(operation->output()));
        if (operation->state() != Operation::State::Succeeded)
            qWarning("%s\n%s", qPrintable(operation->error()), qPrintable(operation->output()));
        return operation->state() == Operation::State::Succeeded;
    }

    /// Processes that still work on a project.
    static QList<qint64> pidsOf(const QString &project)
    {
        QList<qint64> result;
        const QStringList pids = QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs);
        for (const QString &pid : pids) {
            QFile file(u"/proc/%1/cmdline"_s.arg(pid));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString line = QString::fromUtf8(file.readAll().replace('\0', ' '));
            if (line.contains(u"--project-name "_s + project + u' '))
                result.append(pid.toLongLong());
        }
        return result;
    }

    ComposeProgram m_second;
    ComposeProgram m_first;
    QStringList m_projects;
    std::optional<QTemporaryDir> m_dir;
    LabEngine m_engine;
    std::optional<ProjectStore> m_store;
    std::optional<ComposeCli> m_cli;
    std::optional<OperationLog> m_log;
    std::optional<ProjectCommands> m_commands;
};

} // namespace Gantry
