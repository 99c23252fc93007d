// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/imagebuild.h"
#include "commandloop.h"
#include "commands.h"
#include "engine/engine.h"
#include "operations/operationlog.h"
#include "pgenvironment.h"
#include "shell/application.h"
#include "shell/workbench.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Builds a folder, with docker buildx or without, until the step of that line of the Dockerfile is told of, and
/// cancels it then. Answers the milliseconds.
QByteArray buildUpTo(Application *application, int line, bool buildx, const QString &folder)
{
    BuildRequest request;
    request.folder = folder;
    request.tags = {u"bench-context"_s};
    QProcessEnvironment environment = PgEnvironment::forChildren();
    if (!buildx)
        environment.insert(u"PATH"_s, u"/nowhere"_s);
    OperationLog log;
    bool told = false;
    const qint64 begin = monotonicTime();
    const ImageBuild *build = ImageBuild::begin(application->workbench()->engine(), &log, request, environment);
    const Operation *operation = build->operation();
    QObject::connect(build, &ImageBuild::progressed, build, [build, line, &told] {
        const QList<BuildStep> &steps = build->progress().steps();
        told = std::any_of(steps.cbegin(), steps.cend(), [line](const BuildStep &step) {
            return step.line == line && step.state != BuildStep::State::Waiting;
        });
    });
    await("the first step", [&] { return told || !operation->isRunning(); });
    const qint64 took = monotonicTime() - begin;
    if (!told)
        return operation->error().toUtf8();
    build->operation()->cancel();
    await("the build's end", [operation] { return !operation->isRunning(); });
    return QByteArray::number(double(took) / 1e6);
}

} // namespace

void addBuildCommands(CommandLoop *loop, Application *application)
{
    loop->on("build-classic",
             [=](const QByteArray &folder) { return buildUpTo(application, 1, false, QString::fromUtf8(folder)); });
    // BuildKit takes what COPY names, while FROM is at work.
    loop->on("build-buildx",
             [=](const QByteArray &folder) { return buildUpTo(application, 2, true, QString::fromUtf8(folder)); });
}

} // namespace Gantry
