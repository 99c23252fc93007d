// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/objectcommands.h"

#include "engine/onanswer.h"

#include <QPointer>

#include <memory>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Of one operation on several objects: what has answered so far.
struct Progress
{
    QPointer<Operation> operation;
    qsizetype total = 0;
    qsizetype answered = 0;
    QStringList failures;

    void answer()
    {
        ++answered;
        if (!operation)
            return;
        if (answered < total) {
            operation->setProgress(int(100 * answered / total));
            return;
        }
        if (failures.isEmpty())
            operation->succeed();
        else
            operation->fail(failures.join(u'\n'));
    }
};

} // namespace

ObjectCommands::ObjectCommands(Engine *engine, OperationLog *log, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(log)
{
}

Operation *ObjectCommands::begin(const QString &title, QStringList command, const QList<Target> &targets)
{
    QStringList subjects;
    for (const Target &target : targets) {
        command.append(target.name);
        subjects.append(target.id);
    }
    return m_log->begin(title, m_engine->commandPrefix() + command, subjects);
}

void ObjectCommands::run(Operation *operation, const QList<Target> &targets, const Call &call)
{
    EngineClient *client = m_engine->client();
    if (!client) {
        operation->fail(tr("The engine is not connected. Connect again, then retry."));
        return;
    }
    auto progress = std::make_shared<Progress>();
    progress->operation = operation;
    progress->total = targets.size();
    for (const Target &target : targets) {
        onAnswer<EngineError>(
            call(client, target.id), this,
            [progress, name = target.name] {
                if (progress->operation)
                    progress->operation->appendOutput(name + u'\n');
                progress->answer();
            },
            [progress](const EngineError &error) {
                const QString advice = error.advice();
                progress->failures.append(advice.isEmpty() ? error.sentence() : error.sentence() + u' ' + advice);
                progress->answer();
            },
            [progress] {
                progress->failures.append(ObjectCommands::tr("The connection was closed before the engine answered."));
                progress->answer();
            });
    }
}

Operation *ObjectCommands::removeImages(const QList<Target> &images)
{
    const QString title = images.size() == 1 ? tr("Remove image %1").arg(images.first().name)
                                             : tr("Remove %n image(s)", nullptr, int(images.size()));
    Operation *operation = begin(title, {u"rmi"_s}, images);
    operation->setRetry([this, images] { removeImages(images); });
    run(operation, images, [](EngineClient *client, const QString &name) { return client->removeImage(name, false); });
    return operation;
}

Operation *ObjectCommands::removeVolumes(const QList<Target> &volumes)
{
    const QString title = volumes.size() == 1 ? tr("Remove volume %1").arg(volumes.first().name)
                                              : tr("Remove %n volume(s)", nullptr, int(volumes.size()));
    Operation *operation = begin(title, {u"volume"_s, u"rm"_s}, volumes);
    operation->setRetry([this, volumes] { removeVolumes(volumes); });
    run(operation, volumes,
        [](EngineClient *client, const QString &name) { return client->removeVolume(name, false); });
    return operation;
}

Operation *ObjectCommands::removeNetworks(const QList<Target> &networks)
{
    const QString title = networks.size() == 1 ? tr("Remove network %1").arg(networks.first().name)
                                               : tr("Remove %n network(s)", nullptr, int(networks.size()));
    Operation *operation = begin(title, {u"network"_s, u"rm"_s}, networks);
    operation->setRetry([this, networks] { removeNetworks(networks); });
    run(operation, networks, [](EngineClient *client, const QString &id) { return client->removeNetwork(id); });
    return operation;
}

} // namespace Gantry
