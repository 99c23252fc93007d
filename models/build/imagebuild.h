// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "build/buildcontext.h"
#include "build/buildprogress.h"
#include "build/buildrequest.h"
#include "compose/composerun.h"
#include "operations/failure.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace Gantry {

class Engine;
class EngineError;
class Operation;
class OperationLog;
class RegistryLogins;
class TarUpload;
class UploadStream;

/// One build of an image: with BuildKit by `docker buildx`, where that program is there and the engine has it, else by
/// the classic builder (POST /build, API 1.41), to which the folder is sent as it is read, with the logins to the
/// registries of the base images.
class ImageBuild : public QObject
{
    Q_OBJECT

public:
    /// Begins at once, as an operation that can be cancelled and repeated, and that owns the build. \a environment is
    /// where `docker` is looked for; \a engine and \a log are not owned.
    static ImageBuild *begin(Engine *engine, OperationLog *log, const BuildRequest &request,
                             const QProcessEnvironment &environment);
    /// In the environment of this process.
    static ImageBuild *begin(Engine *engine, OperationLog *log, const BuildRequest &request);
    ~ImageBuild() override;

    Operation *operation() const { return m_operation; }
    const BuildRequest &request() const { return m_request; }
    const BuildProgress &progress() const { return m_progress; }
    /// The line of the Dockerfile at which it failed; 0 where none is known.
    int failedLine() const;

Q_SIGNALS:
    /// What goes to the engine, in words; before it does.
    void contextRead(const QString &summary);
    /// These of the steps are new or changed; at most some times a second.
    void progressed(const QList<int> &steps);

private:
    ImageBuild(Engine *engine, const BuildRequest &request, const QProcessEnvironment &environment,
               Operation *operation);
    void readContext();
    void contextIsThere(const BuildContext &context);
    void findBuildx();
    void buildxProbed(const QString &program, const ComposeRun &probe);
    void runBuildx(const QString &program, bool rawJson);
    void buildxEnded(ComposeRun::End end);
    void lookUpLogins();
    void buildClassically();
    void classicEnded();
    void cancel();
    void reportLater() { m_report.isActive() ? void() : m_report.start(); }
    void report();
    void succeed();
    void fail(Failure failure);
    void failWith(const EngineError &error);
    void end(bool succeeded, bool cancelled);
    ComposeInvocation invocation(const QString &program, const QStringList &arguments) const;

    Engine *m_engine;
    BuildRequest m_request;
    QProcessEnvironment m_environment;
    Operation *m_operation;
    BuildProgress m_progress;
    std::shared_ptr<std::atomic_bool> m_stop;
    BuildContext m_context;
    std::function<void()> m_finishParser;
    ComposeRun *m_run = nullptr;
    RegistryLogins *m_logins = nullptr;
    UploadStream *m_stream = nullptr;
    TarUpload *m_upload = nullptr;
    bool m_over = false;
    QTimer m_report;
};

} // namespace Gantry
