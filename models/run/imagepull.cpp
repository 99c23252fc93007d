// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/imagepull.h"

#include "engine/engine.h"
#include "engine/middleleftout.h"
#include "engine/serveradvice.h"
#include "operations/operationlog.h"
#include "quoted.h"
#include "run/credentiallookup.h"

#include <QPointer>

#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int ReportEveryMs = 100;

QString registryAdvice(const QString &words, const QString &registry)
{
    static constexpr auto login
        = QT_TRANSLATE_NOOP("Gantry::RegistryAdvice",
                            "The registry wants to know who you are: log in with “docker login %1” and try again.");
    static constexpr auto unreachable = QT_TRANSLATE_NOOP(
        "Gantry::RegistryAdvice", "The registry %1 cannot be reached: check its address and the engine's network.");
    static constexpr std::array known{
        // Before all others, whose words may stand in the path of the file.
        KnownFailure{"no space left on device"_L1,
                     QT_TRANSLATE_NOOP("Gantry::RegistryAdvice",
                                       "The disk of the engine is full: free some of it with Clean up.")},
        KnownFailure{
            "toomanyrequests"_L1,
            QT_TRANSLATE_NOOP("Gantry::RegistryAdvice",
                              "The registry's limit of pulls is reached: log in with “docker login %1” for a higher "
                              "one, or wait.")},
        KnownFailure{
            "too many requests"_L1,
            QT_TRANSLATE_NOOP("Gantry::RegistryAdvice",
                              "The registry's limit of pulls is reached: log in with “docker login %1” for a higher "
                              "one, or wait.")},
        KnownFailure{"pull access denied"_L1,
                     QT_TRANSLATE_NOOP("Gantry::RegistryAdvice",
                                       "Check the name of the image. A private one needs “docker login %1” first.")},
        KnownFailure{"manifest unknown"_L1,
                     QT_TRANSLATE_NOOP("Gantry::RegistryAdvice", "The registry %1 has no image of this name and tag.")},
        KnownFailure{"not found"_L1,
                     QT_TRANSLATE_NOOP("Gantry::RegistryAdvice", "The registry %1 has no image of this name and tag.")},
        KnownFailure{"unauthorized"_L1, login},
        KnownFailure{"no basic auth credentials"_L1, login},
        KnownFailure{"authentication required"_L1, login},
        KnownFailure{"denied"_L1, login},
        KnownFailure{"connection refused"_L1, unreachable},
        KnownFailure{"no such host"_L1, unreachable},
        KnownFailure{"network is unreachable"_L1, unreachable},
        KnownFailure{"timeout"_L1, unreachable},
        KnownFailure{"deadline exceeded"_L1, unreachable},
        KnownFailure{"Temporary failure in name resolution"_L1, unreachable},
        KnownFailure{"server gave HTTP response to HTTPS client"_L1,
                     QT_TRANSLATE_NOOP("Gantry::RegistryAdvice",
                                       "The registry %1 has no TLS: name it in the engine's “insecure-registries”.")}};
    const QString advice = adviceOn(words, known, "Gantry::RegistryAdvice");
    return advice.contains("%1"_L1) ? advice.arg(registry) : advice;
}

} // namespace

ImagePull::ImagePull(Engine *engine, const ImageReference &reference, Operation *operation, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_reference(reference)
    , m_operation(operation)
{
    m_clock.start();
    m_report.setSingleShot(true);
    m_report.setInterval(ReportEveryMs);
    connect(&m_report, &QTimer::timeout, this, &ImagePull::report);
    operation->setProgress(-1, tr("Looking up the credentials for %1").arg(middleLeftOut(reference.registry())));
    m_credentials = new CredentialLookup(reference.registryKey(), DockerLogins::defaultFolder(), this);
    connect(m_credentials, &CredentialLookup::finished, this, [this](const RegistryAuth &auth, const QString &problem) {
        m_credentialProblem = problem;
        if (!problem.isEmpty())
            m_operation->appendOutput(problem + u'\n');
        m_credentials->deleteLater();
        m_credentials = nullptr;
        if (!m_over)
            pull(auth.header());
    });
}

Operation *ImagePull::begin(Engine *engine, OperationLog *log, const ImageReference &reference)
{
    Operation *operation = log->begin(tr("Pull %1").arg(middleLeftOut(reference.familiar())),
                                      engine->commandPrefix() << u"pull"_s << reference.familiar());
    auto *pull = new ImagePull(engine, reference, operation, operation);
    connect(pull, &ImagePull::succeeded, operation, &Operation::succeed);
    connect(pull, &ImagePull::failed, operation, qOverload<const Failure &>(&Operation::fail));
    operation->setCanceller([operation, pull = QPointer<ImagePull>(pull)] {
        if (pull)
            pull->cancel();
        operation->setCancelled();
    });
    operation->setRetry([engine = QPointer<Engine>(engine), log = QPointer<OperationLog>(log), reference] {
        if (engine && log)
            begin(engine, log, reference);
    });
    connect(operation, &Operation::finished, pull, &QObject::deleteLater);
    return operation;
}

void ImagePull::pull(const QByteArray &auth)
{
    EngineClient *client = m_engine->client();
    if (!client) {
        fail({tr("Could not pull %1.").arg(middleLeftOut(m_reference.familiar())),
              {},
              tr("The engine is not connected.")});
        return;
    }
    m_operation->setProgress(-1, tr("Asking %1").arg(middleLeftOut(m_reference.registry())));
    m_stream = client->pullImage(m_reference.familiarName(), m_reference.pulledTag(), auth, this);
    connect(m_stream, &ProgressStream::arrived, this, &ImagePull::take);
    connect(m_stream, &EngineStream::finished, this, &ImagePull::streamEnded);
    connect(m_stream, &EngineStream::failed, this, [this](const EngineError &error) {
        Failure failure = Failure::of(error);
        if (const QString advice = registryAdvice(error.message(), m_reference.registry());
            error.kind() == EngineError::Kind::Refused && !advice.isEmpty())
            failure.advice = advice;
        fail(failure);
    });
}

void ImagePull::take(const QJsonObject &message)
{
    if (m_progress.take(message, m_clock.elapsed()) && !m_report.isActive())
        m_report.start();
}

void ImagePull::report()
{
    m_operation->setProgress(m_progress.percent(), m_progress.words());
    Q_EMIT progressed();
}

void ImagePull::streamEnded()
{
    m_report.stop();
    report();
    if (m_progress.error().isEmpty()) {
        m_over = true;
        if (!m_progress.status().isEmpty())
            m_operation->appendOutput(m_progress.status() + u'\n');
        Q_EMIT succeeded();
        return;
    }
    fail({tr("Could not pull %1.").arg(middleLeftOut(m_reference.familiar())), quoted(m_progress.error()),
          registryAdvice(m_progress.error(), m_reference.registry())});
}

void ImagePull::fail(const Failure &failure)
{
    if (std::exchange(m_over, true))
        return;
    m_report.stop();
    Failure whole = failure;
    if (!m_credentialProblem.isEmpty())
        whole.advice = m_credentialProblem + (whole.advice.isEmpty() ? QString() : u' ' + whole.advice);
    Q_EMIT failed(whole);
}

void ImagePull::cancel()
{
    m_over = true;
    m_report.stop();
    if (m_stream)
        m_stream->cancel();
    delete std::exchange(m_credentials, nullptr);
}

} // namespace Gantry
