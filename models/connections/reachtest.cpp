// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/reachtest.h"

#include "engine/onanswer.h"
#include "quoted.h"

#include <QUuid>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr auto helperSeconds = "60"_L1; ///< after which it ends by itself, should Gantry be gone
constexpr qint64 startsWithinSeconds = 60; ///< a helper that was made, if ever

QString addressOf(const ReachTest::Question &question)
{
    return question.host + u':' + QString::number(question.port);
}

/// The last line says most: bash repeats itself, interpreters tell where they were before.
QString lastLine(const QString &words)
{
    return words.trimmed().section(u'\n', -1).trimmed();
}

EngineError notConnected()
{
    return {EngineError::Kind::Unreachable, ReachTest::tr("try the connection"),
            ReachTest::tr("the engine is not connected")};
}

} // namespace

ReachTest::ReachTest(Engine *engine, OperationLog *log, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(log)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { answer(Reach::Silent, {}); });
}

ReachTest::~ReachTest()
{
    removeHelper();
    if (m_operation)
        m_operation->setCancelled();
}

void ReachTest::ask(const Question &question)
{
    removeHelper();
    if (m_operation)
        m_operation->setCancelled();
    m_operation = nullptr;
    const quint64 generation = ++m_generation;
    m_question = question;
    m_sentence.clear();
    m_asking = true;
    m_patience.start();
    removeLeftHelpers();
    Q_EMIT changed();
    run(question.fromContainer, ReachTool::probe(), [this, generation](int, const QString &words) {
        if (isCurrent(generation))
            chooseTool(m_question.fromContainer, words);
    });
}

void ReachTest::cancel()
{
    if (!m_asking)
        return;
    if (m_operation)
        m_operation->cancel();
    else
        endCancelled();
}

void ReachTest::endCancelled()
{
    ++m_generation;
    end(Reach::Failed, tr("The try was cancelled."), {});
}

void ReachTest::run(const QString &container, const QStringList &command,
                    const std::function<void(int, const QString &)> &then)
{
    if (!m_engine->client()) {
        fail(notConnected());
        return;
    }
    ExecConfig config;
    config.command = command;
    onAnswer<EngineError>(
        m_engine->client()->runExec(container, config), this,
        [generation = m_generation, this, then](const ExecResult &result) {
            if (isCurrent(generation))
                then(result.exitCode, QString::fromUtf8(result.output + result.errorOutput));
        },
        [generation = m_generation, this](const EngineError &error) {
            if (isCurrent(generation))
                fail(error);
        });
}

void ReachTest::chooseTool(const QString &container, const QString &probed)
{
    const std::optional<ReachTool> tool = ReachTool::choose(probed, m_question.host);
    if (!tool && m_helper.isEmpty()) {
        startHelper();
        return;
    }
    if (!tool) {
        answer(Reach::Failed, tr("neither %1 nor the helper has a program that can try it").arg(m_question.fromName));
        return;
    }
    const QStringList command = tool->command(m_question.host, m_question.port);
    show(command);
    run(container, command,
        [this](int exitCode, const QString &words) { answer(reachOf(exitCode, words), lastLine(words)); });
}

void ReachTest::startHelper()
{
    if (m_question.helperImage.isEmpty()) {
        show({u"sh"_s});
        answer(Reach::Failed, tr("%1 has no program that can try it").arg(m_question.fromName));
        return;
    }
    ContainerConfig config;
    config.image = m_question.helperImage;
    config.entrypoint = QStringList{u"sleep"_s};
    config.command = QStringList{helperSeconds};
    config.network = u"container:"_s + m_question.fromContainer;
    config.autoRemove = true;
    config.labels.insert(QLatin1String(HelperLabel), {});
    const QString name = u"gantry-reach-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    EngineClient *client = m_engine->client();
    if (!client) {
        fail(notConnected());
        return;
    }
    // The client waits for it, not this: what is made when nobody asks any more is removed all the same.
    const auto ifAsked = [self = QPointer<ReachTest>(this), generation = m_generation] {
        return self && self->isCurrent(generation) ? self.data() : nullptr;
    };
    onAnswer<EngineError>(
        client->createContainer(name, config), client,
        [client, ifAsked](const QString &id) {
            if (ReachTest *test = ifAsked())
                test->useHelper(id);
            else
                client->removeContainer(id, true, true);
        },
        [ifAsked](const EngineError &error) {
            if (ReachTest *test = ifAsked())
                test->fail(error);
        });
}

void ReachTest::useHelper(const QString &id)
{
    m_helper = id;
    if (!m_engine->client()) {
        fail(notConnected());
        return;
    }
    const quint64 generation = m_generation;
    onAnswer<EngineError>(
        m_engine->client()->startContainer(id), this,
        [this, generation, id] {
            if (isCurrent(generation))
                run(id, ReachTool::probe(), [this, id](int, const QString &words) { chooseTool(id, words); });
        },
        [this, generation](const EngineError &error) {
            if (isCurrent(generation))
                fail(error);
        });
}

void ReachTest::removeHelper()
{
    if (m_helper.isEmpty())
        return;
    // It removes itself when it ends; nobody waits for this.
    if (m_engine->client())
        m_engine->client()->removeContainer(m_helper, true, true);
    m_helper.clear();
}

void ReachTest::removeLeftHelpers()
{
    EngineClient *client = m_engine->client();
    if (!client)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto &containers = m_engine->containers()->containers();
    for (const ContainerSummary &container : containers) {
        if (container.labels.contains(QLatin1String(HelperLabel)) && !container.isRunning()
            && container.created.secsTo(now) > startsWithinSeconds)
            client->removeContainer(container.id, false, true);
    }
}

QStringList ReachTest::commandLine(const QStringList &command) const
{
    QStringList line = m_engine->commandPrefix();
    if (m_helper.isEmpty())
        return line << u"exec"_s << m_engine->containers()->container(m_question.fromContainer).name << command;
    line << u"run"_s << u"--rm"_s << u"--network"_s
         << u"container:"_s + m_engine->containers()->container(m_question.fromContainer).name << u"--entrypoint"_s
         << command.first() << m_question.helperImage;
    return line << command.mid(1);
}

void ReachTest::show(const QStringList &command)
{
    if (m_operation)
        return;
    m_operation = m_log->begin(tr("Reach %1 from %2").arg(addressOf(m_question), m_question.fromName),
                               commandLine(command), {});
    m_operation->setCanceller([this, operation = m_operation] {
        if (operation == m_operation)
            endCancelled();
    });
    m_operation->setRetry([this, question = m_question] { ask(question); });
}

void ReachTest::answer(Reach reach, const QString &words)
{
    const QString from = m_question.fromName;
    const QString to = addressOf(m_question);
    switch (reach) {
    case Reach::Reached:
        end(reach, tr("%1 reaches %2.").arg(from, to), {});
        break;
    case Reach::Refused:
        end(reach,
            tr("%1 finds %2, but nothing listens at port %3 there. Is the server up, and does it listen on all "
               "addresses?")
                .arg(from, m_question.host)
                .arg(m_question.port),
            words);
        break;
    case Reach::UnknownHost:
        end(reach,
            tr("%1 does not know the name %2. Both services have to run and be in the same network.")
                .arg(from, m_question.host),
            words);
        break;
    case Reach::Silent:
        end(reach, tr("%1 gets no answer from %2. A firewall or another network may stand between them.").arg(from, to),
            words);
        break;
    case Reach::Failed:
        end(reach, tr("Whether %1 reaches %2 could not be tried: %3.").arg(from, to, words), words);
        break;
    }
}

void ReachTest::fail(const EngineError &error)
{
    show(ReachTool::probe());
    end(Reach::Failed, error.sentence(), {});
}

void ReachTest::end(Reach reach, const QString &sentence, const QString &words)
{
    m_asking = false;
    m_patience.stop();
    removeHelper();
    m_reach = reach;
    m_sentence = sentence;
    if (m_operation) {
        Operation *operation = m_operation;
        m_operation = nullptr;
        if (operation->state() == Operation::State::Cancelling)
            operation->setCancelled();
        else if (reach == Reach::Reached)
            operation->succeed();
        else
            operation->fail(Failure{sentence, reach == Reach::Failed ? QString() : quoted(words), {}});
    }
    Q_EMIT changed();
}

} // namespace Gantry
