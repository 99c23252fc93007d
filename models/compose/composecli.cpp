// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composecli.h"

#include "pgenvironment.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>

namespace Gantry {

namespace {

bool isPodmans(const ComposeProgram &program)
{
    return program.kind == ComposeProgram::Kind::PodmanPlugin || program.kind == ComposeProgram::Kind::PodmanCompose;
}

} // namespace

ComposeCli::ComposeCli(const QProcessEnvironment &environment, QObject *parent)
    : QObject(parent)
    , m_environment(environment)
{
    m_delay.setSingleShot(true);
    connect(&m_delay, &QTimer::timeout, this, &ComposeCli::search);
}

ComposeCli::ComposeCli(QObject *parent)
    : ComposeCli(PgEnvironment::forChildren(), parent)
{
}

ComposeCli::~ComposeCli()
{
    // The destructor of a running QProcess would wait; one that was killed has ended when the application goes.
    const QList<QProcess *> probes = findChildren<QProcess *>();
    for (QProcess *process : probes) {
        process->disconnect(this);
        process->setParent(QCoreApplication::instance());
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
        process->kill();
    }
}

void ComposeCli::search()
{
    m_delay.stop();
    if (isSearching())
        return;
    m_found.clear();
    const QString compose = QStringLiteral("compose");
    const QStringList version{QStringLiteral("version"), QStringLiteral("--short")};
    m_pending = 1; // held until every probe was started
    probe(0, ComposeProgram::Kind::DockerPlugin, QStringLiteral("docker"), QStringList{compose} + version);
    probe(1, ComposeProgram::Kind::Standalone, QStringLiteral("docker-compose"), version);
    probe(3, ComposeProgram::Kind::PodmanPlugin, QStringLiteral("podman"), QStringList{compose} + version);
    probe(4, ComposeProgram::Kind::PodmanCompose, QStringLiteral("podman-compose"), {QStringLiteral("--version")});
    QTimer::singleShot(0, this, &ComposeCli::probed);
}

void ComposeCli::searchAfter(int milliseconds)
{
    if (m_pending == 0)
        m_delay.start(milliseconds);
}

void ComposeCli::setPrograms(const QList<ComposeProgram> &programs)
{
    m_delay.stop();
    m_programs = programs;
    Q_EMIT searched();
}

void ComposeCli::probe(int rank, ComposeProgram::Kind kind, const QString &name, const QStringList &arguments)
{
    const QStringList path = m_environment.value(QStringLiteral("PATH")).split(QLatin1Char(':'), Qt::SkipEmptyParts);
    const QString program = path.isEmpty() ? QString() : QStandardPaths::findExecutable(name, path);
    if (program.isEmpty())
        return;
    ++m_pending;
    auto *process = new QProcess(this);
    process->setProcessEnvironment(m_environment);
    process->setStandardInputFile(QProcess::nullDevice());
    auto *timeout = new QTimer(process);
    timeout->setSingleShot(true);
    connect(timeout, &QTimer::timeout, process, &QProcess::kill);
    const auto done = [this, process, rank, kind, program](bool ran) {
        const QString version
            = ran ? ComposeProgram::versionIn(QString::fromUtf8(process->readAllStandardOutput())) : QString();
        process->deleteLater();
        if (!version.isEmpty()) {
            const ComposeProgram found{kind, program, version};
            m_found.insert(found.isFirst() && kind == ComposeProgram::Kind::Standalone ? 2 : rank, found);
        }
        probed();
    };
    connect(process, &QProcess::finished, this,
            [done](int code, QProcess::ExitStatus status) { done(status == QProcess::NormalExit && code == 0); });
    connect(process, &QProcess::errorOccurred, this, [done](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            done(false);
    });
    process->start(program, arguments);
    timeout->start(m_patience);
}

void ComposeCli::probed()
{
    if (--m_pending == 0)
        setPrograms(m_found.values());
}

std::optional<ComposeProgram> ComposeCli::preferred(bool podmanEngine) const
{
    const auto it = std::find_if(m_programs.cbegin(), m_programs.cend(), [podmanEngine](const ComposeProgram &each) {
        return podmanEngine || !isPodmans(each);
    });
    return it == m_programs.cend() ? std::nullopt : std::optional(*it);
}

std::optional<ComposeProgram> ComposeCli::matching(const Project &project, bool podmanEngine) const
{
    const int major = project.composeMajor();
    if (!project.podmanCompose && major == 0)
        return preferred(podmanEngine);
    const auto it = std::find_if(m_programs.cbegin(), m_programs.cend(), [&](const ComposeProgram &each) {
        if (isPodmans(each) && !podmanEngine)
            return false;
        if (project.podmanCompose)
            return each.kind == ComposeProgram::Kind::PodmanCompose;
        return major == 1 ? each.isFirst() : each.isSecond();
    });
    return it == m_programs.cend() ? std::nullopt : std::optional(*it);
}

} // namespace Gantry
