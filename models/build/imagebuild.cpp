// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/imagebuild.h"

#include "build/classicbuildparser.h"
#include "build/plainbuildparser.h"
#include "build/rawjsonbuildparser.h"
#include "engine/engine.h"
#include "engine/middleleftout.h"
#include "engine/onanswer.h"
#include "engine/serveradvice.h"
#include "files/tarupload.h"
#include "items/humanize.h"
#include "operations/operationlog.h"
#include "pgenvironment.h"
#include "quoted.h"
#include "run/dockerlogins.h"
#include "run/imagereference.h"
#include "run/registrylogins.h"

#include <QPointer>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QVersionNumber>
#include <QtConcurrentRun>

#include <algorithm>
#include <array>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int reportEveryMs = 60;
constexpr int probePatienceMs = 10'000;

/// \a output is what the step said that failed: a command that finds the disk full says so, its builder does not.
QString buildAdvice(const QString &words, const QString &output)
{
    static constexpr QLatin1String diskFull("no space left on device");
    static constexpr std::array known{
        KnownFailure{"failed to compute cache key"_L1,
                     QT_TRANSLATE_NOOP("Gantry::BuildAdvice",
                                       "Is the file in the build folder, and does .dockerignore let it through?")},
        KnownFailure{"COPY failed"_L1,
                     QT_TRANSLATE_NOOP("Gantry::BuildAdvice",
                                       "Is the file in the build folder, and does .dockerignore let it through?")},
        KnownFailure{"ADD failed"_L1,
                     QT_TRANSLATE_NOOP("Gantry::BuildAdvice",
                                       "Is the file in the build folder, and does .dockerignore let it through?")},
        KnownFailure{"returned a non-zero code"_L1,
                     QT_TRANSLATE_NOOP("Gantry::BuildAdvice", "The output of the step says why its command failed.")},
        KnownFailure{"exit code: "_L1,
                     QT_TRANSLATE_NOOP("Gantry::BuildAdvice", "The output of the step says why its command failed.")}};
    const QString advice = serverAdvice(output.contains(diskFull, Qt::CaseInsensitive) ? QString(diskFull) : words);
    return advice.isEmpty() ? adviceOn(words, known, "Gantry::BuildAdvice") : advice;
}

} // namespace

ImageBuild *ImageBuild::begin(Engine *engine, OperationLog *log, const BuildRequest &request)
{
    return begin(engine, log, request, PgEnvironment::forChildren());
}

ImageBuild *ImageBuild::begin(Engine *engine, OperationLog *log, const BuildRequest &request,
                              const QProcessEnvironment &environment)
{
    Operation *operation = log->begin(tr("Build %1").arg(request.name()), request.toCommand(engine->commandPrefix()));
    auto *build = new ImageBuild(engine, request, environment, operation);
    operation->setCanceller([build = QPointer<ImageBuild>(build)] {
        if (build)
            build->cancel();
    });
    operation->setRetry([engine = QPointer<Engine>(engine), log = QPointer<OperationLog>(log), request, environment] {
        if (engine && log)
            begin(engine, log, request, environment);
    });
    return build;
}

ImageBuild::ImageBuild(Engine *engine, const BuildRequest &request, const QProcessEnvironment &environment,
                       Operation *operation)
    : QObject(operation)
    , m_engine(engine)
    , m_request(request)
    , m_environment(environment)
    , m_operation(operation)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
    m_report.setSingleShot(true);
    m_report.setInterval(reportEveryMs);
    connect(&m_report, &QTimer::timeout, this, &ImageBuild::report);
    // After whoever began it has connected to its signals.
    QMetaObject::invokeMethod(this, &ImageBuild::readContext, Qt::QueuedConnection);
}

ImageBuild::~ImageBuild()
{
    *m_stop = true;
}

int ImageBuild::failedLine() const
{
    static const QRegularExpression atLine(u"(?:parse error (?:on )?line |Dockerfile:)(\\d+)"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    if (const int failed = m_progress.failedStep(); failed >= 0 && m_progress.steps().at(failed).line > 0)
        return m_progress.steps().at(failed).line;
    return atLine.match(m_progress.problem()).captured(1).toInt();
}

void ImageBuild::readContext()
{
    if (m_over)
        return;
    m_operation->setProgress(-1, tr("Reading the folder"));
    onAnswer(QtConcurrent::run([folder = m_request.folder, dockerfile = m_request.dockerfile, stop = m_stop] {
                 return BuildContext::read(folder, dockerfile, *stop);
             }),
             this, [this](const BuildContext &context) {
                 if (!m_over)
                     contextIsThere(context);
             });
}

void ImageBuild::contextIsThere(const BuildContext &context)
{
    m_context = context;
    m_progress = BuildProgress(context.dockerfile());
    if (!context.problem().isEmpty()) {
        fail({tr("Could not build %1.").arg(m_request.name()), context.problem(), {}});
        return;
    }
    m_operation->appendOutput(context.summary() + u'\n');
    Q_EMIT contextRead(context.summary());
    if (m_engine->info().traits.hasBuildKit)
        findBuildx();
    else
        lookUpLogins();
}

ComposeInvocation ImageBuild::invocation(const QString &program, const QStringList &arguments) const
{
    ComposeInvocation invocation;
    invocation.program.kind = ComposeProgram::Kind::Standalone; // no arguments but these
    invocation.program.program = program;
    invocation.arguments = arguments;
    invocation.environment = m_request.environment(m_environment);
    invocation.environment.remove(u"DOCKER_CONTEXT"_s);
    invocation.environment.remove(u"BUILDX_BUILDER"_s);
    invocation.environment.insert(u"DOCKER_HOST"_s, m_engine->endpoint().address());
    invocation.workingDirectory = m_request.folder;
    return invocation;
}

void ImageBuild::findBuildx()
{
    const QStringList path = m_environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    const QString program = path.isEmpty() ? QString() : QStandardPaths::findExecutable(u"docker"_s, path);
    if (program.isEmpty()) {
        lookUpLogins();
        return;
    }
    auto *probe = new ComposeRun(invocation(program, {u"buildx"_s, u"version"_s}), true, this);
    m_run = probe;
    connect(probe, &ComposeRun::finished, this, [this, probe, program] { buildxProbed(program, *probe); });
    QTimer::singleShot(probePatienceMs, probe, &ComposeRun::cancel);
    probe->start();
}

void ImageBuild::buildxProbed(const QString &program, const ComposeRun &probe)
{
    // "github.com/docker/buildx v0.13.1 …"; without the plugin some clients print their help instead.
    static const QRegularExpression answer(u"buildx v?(\\d+\\.\\d+)"_s);
    const QRegularExpressionMatch match = answer.match(QString::fromUtf8(probe.standardOutput()));
    const bool found = probe.succeeded() && match.hasMatch();
    m_run->deleteLater();
    m_run = nullptr;
    if (m_over)
        return;
    if (m_operation->state() == Operation::State::Cancelling) {
        end(false, true);
        m_operation->setCancelled();
    } else if (found) {
        runBuildx(program, QVersionNumber::fromString(match.captured(1)) >= QVersionNumber(0, 13));
    } else {
        lookUpLogins();
    }
}

void ImageBuild::runBuildx(const QString &program, bool rawJson)
{
    m_run = new ComposeRun(invocation(program, m_request.toBuildxArguments(rawJson ? u"rawjson"_s : u"plain"_s)), false,
                           this);
    const auto follow = [this](auto parser) {
        connect(m_run, &ComposeRun::output, this, [this, parser](const QString &text) {
            parser->feed(text);
            reportLater();
        });
        m_finishParser = [parser] { parser->finish(); };
    };
    if (rawJson)
        follow(std::make_shared<RawJsonBuildParser>(&m_progress));
    else
        follow(std::make_shared<PlainBuildParser>(&m_progress));
    connect(m_run, &ComposeRun::finished, this, &ImageBuild::buildxEnded);
    m_operation->setProgress(-1, tr("Starting BuildKit"));
    m_run->start();
}

void ImageBuild::buildxEnded(ComposeRun::End how)
{
    if (m_over)
        return;
    m_finishParser();
    const bool cancelled = how == ComposeRun::End::Cancelled
        || (m_operation->state() == Operation::State::Cancelling && !m_run->succeeded());
    if (cancelled) {
        end(false, true);
        m_operation->setCancelled();
    } else if (m_run->succeeded()) {
        succeed();
    } else {
        if (m_progress.problem().isEmpty())
            m_progress.setProblem(m_run->tail().trimmed().section(u'\n', -3));
        fail({});
    }
}

/// Those of the registries that the Dockerfile names alone. docker buildx looks them up itself.
void ImageBuild::lookUpLogins()
{
    QStringList registries;
    const QStringList images = m_progress.dockerfile().images(m_request.arguments);
    for (const QString &image : images) {
        if (const std::optional<ImageReference> reference = ImageReference::parse(image))
            registries << reference->registryKey();
    }
    registries.removeDuplicates();
    const QString folder = m_environment.value(u"DOCKER_CONFIG"_s);
    m_operation->setProgress(-1, tr("Looking up the logins to registries"));
    m_logins = new RegistryLogins(registries, folder.isEmpty() ? DockerLogins::defaultFolder() : folder, this);
    connect(m_logins, &RegistryLogins::finished, this, [this] {
        if (!m_over)
            buildClassically();
    });
}

void ImageBuild::buildClassically()
{
    for (const QString &problem : m_logins->problems())
        m_operation->appendOutput(problem + u'\n');
    EngineClient *client = m_engine->client();
    if (!client) {
        fail({tr("Could not build %1.").arg(m_request.name()), {}, tr("The engine is not connected.")});
        return;
    }
    auto parser = std::make_shared<ClassicBuildParser>(&m_progress);
    m_finishParser = [parser] { parser->finish(); };
    m_stream = client->buildImage(m_request.toQuery(), m_logins->header(), this);
    m_upload = new TarUpload(m_stream, {m_context.files()}, this);
    connect(m_upload, &TarUpload::progressed, this, &ImageBuild::reportLater);
    connect(m_upload, &TarUpload::failed, this, [this](const QString &problem) {
        if (!m_over)
            fail({tr("Could not build %1.").arg(m_request.name()), problem, {}});
    });
    connect(m_stream, &UploadStream::answered, this, [this, parser](const QByteArray &bytes) {
        parser->feed(bytes);
        reportLater();
    });
    connect(m_stream, &EngineStream::finished, this, &ImageBuild::classicEnded);
    connect(m_stream, &EngineStream::failed, this, &ImageBuild::failWith);
    m_upload->start();
    report();
}

void ImageBuild::classicEnded()
{
    if (m_over)
        return;
    m_finishParser();
    if (m_progress.problem().isEmpty() && !m_progress.imageId().isEmpty())
        succeed();
    else
        fail({});
}

void ImageBuild::cancel()
{
    *m_stop = true;
    if (m_run) {
        m_operation->setProgress(-1, tr("Cancelling"));
        m_run->cancel();
        return;
    }
    delete std::exchange(m_logins, nullptr);
    end(false, true);
    m_operation->setCancelled();
}

void ImageBuild::report()
{
    m_report.stop();
    m_operation->appendOutput(m_progress.takeText());
    const QList<int> changed = m_progress.takeChanged();
    if (!changed.isEmpty())
        Q_EMIT progressed(changed);
    if (m_over || m_operation->state() != Operation::State::Running)
        return;
    if (m_stream && m_progress.steps().isEmpty()) {
        m_operation->setProgress(
            -1,
            m_upload->hasSentAll() ? tr("Waiting for the engine")
                                   : tr("Sending the folder: %1 of %2")
                                         .arg(Humanize::sizeText(std::min(m_upload->sent(), m_context.files().size())),
                                              Humanize::sizeText(m_context.files().size())));
        return;
    }
    const int all = m_progress.allSteps();
    const int running = m_progress.runningStep();
    const QString what
        = running < 0 ? QString() : middleLeftOut(m_progress.steps().at(running).instruction.simplified());
    const int ended = m_progress.endedSteps();
    m_operation->setProgress(
        all > 0 ? ended * 100 / all : -1,
        all > 0 && running >= 0 && m_progress.steps().at(running).line > 0
            ? tr("Step %1 of %2: %3").arg(QString::number(std::min(ended + 1, all)), QString::number(all), what)
            : what);
}

void ImageBuild::succeed()
{
    end(true, false);
    m_operation->succeed();
}

void ImageBuild::failWith(const EngineError &error)
{
    if (m_over)
        return;
    m_finishParser();
    // The engine may have said why before it closed the connection.
    if (!m_progress.problem().isEmpty()) {
        fail({});
        return;
    }
    m_progress.setProblem(error.message());
    Failure failure = Failure::of(error);
    failure.fact.clear();
    fail(failure);
}

void ImageBuild::fail(Failure failure)
{
    m_progress.finish(false, false);
    const int failed = m_progress.failedStep();
    if (failure.fact.isEmpty()) {
        const int line = failedLine();
        failure.fact = line > 0 ? tr("Could not build %1: line %2 of %3 failed.", "an image; a number; Dockerfile")
                                      .arg(m_request.name(), QString::number(line), middleLeftOut(m_request.dockerfile))
                                : tr("Could not build %1.").arg(m_request.name());
    }
    const QString words = failed >= 0 && !m_progress.steps().at(failed).problem.isEmpty()
        ? m_progress.steps().at(failed).problem
        : m_progress.problem();
    if (failure.words.isEmpty())
        failure.words = quoted(words);
    if (failure.advice.isEmpty())
        failure.advice = buildAdvice(words + u'\n' + m_progress.problem(),
                                     failed >= 0 ? m_progress.steps().at(failed).output : QString());
    // A base image that may not be had, because nobody could say who asks for it.
    if (m_logins && failed >= 0 && m_progress.steps().at(failed).instruction.startsWith("FROM "_L1))
        failure.advice = (m_logins->problems() + QStringList{failure.advice}).join(u' ').trimmed();
    end(false, false);
    m_operation->fail(failure);
}

void ImageBuild::end(bool succeeded, bool cancelled)
{
    m_progress.finish(succeeded, cancelled);
    m_over = true;
    if (m_upload)
        m_upload->stop();
    if (m_stream)
        m_stream->cancel();
    report();
}

} // namespace Gantry
