// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filecommands.h"

#include "engine/middleleftout.h"
#include "files/copyin.h"
#include "files/fileentry.h"
#include "items/humanize.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Gantry {

using namespace Qt::StringLiterals;

FileCommands::FileCommands(Engine *engine, OperationLog *log, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(log)
{
}

EngineClient *FileCommands::clientFor(Operation *operation) const
{
    EngineClient *client = m_engine->client();
    if (!client) {
        operation->fail(Failure::of(EngineError(EngineError::Kind::Unreachable, EngineClient::tr("reach the engine"),
                                                EngineClient::tr("not connected"))));
    }
    return client;
}

QString FileCommands::nameOf(const QString &containerId) const
{
    const QString name = m_engine->containers()->container(containerId).name;
    return name.isEmpty() ? containerId.left(12) : name;
}

Operation *FileCommands::copyOut(const QString &containerId, const QList<CopyOut::Item> &items, const QString &folder,
                                 bool overwrite)
{
    const QString container = nameOf(containerId);
    QList<QStringList> commands;
    for (const CopyOut::Item &item : items) {
        QStringList command = m_engine->commandPrefix() << u"cp"_s;
        if (item.isLink)
            command << u"-L"_s;
        // A name of its own is told; else the folder says it all.
        const QString name = QFile::decodeName(item.name);
        command << container + u':' + QString::fromUtf8(item.path)
                << (item.name == lastName(item.path) ? folder : QDir(folder).filePath(name));
        commands << command;
    }
    const QString title = items.size() == 1
        ? tr("Copy %1 from %2", "a file; a container")
              .arg(middleLeftOut(QString::fromUtf8(lastName(items.first().path))), middleLeftOut(container))
        : tr("Copy %n file(s) or folder(s) from %1", nullptr, int(items.size())).arg(middleLeftOut(container));
    Operation *operation = m_log->begin(title, commands.value(0));
    for (qsizetype i = 1; i < commands.size(); ++i)
        operation->addCommand(commands.at(i));
    operation->setRetry([=, this] { copyOut(containerId, items, folder, overwrite); });
    EngineClient *client = clientFor(operation);
    if (!client)
        return operation;
    auto *copy = new CopyOut(client, containerId, items, folder, overwrite, m_log);
    operation->setCanceller([copy = QPointer<CopyOut>(copy)] {
        if (copy)
            copy->cancel();
    });
    connect(copy, &CopyOut::progressed, operation, [copy, operation] { report(copy, operation); });
    connect(copy, &CopyOut::finished, operation, [copy, operation, folder] {
        operation->setRetry({});
        operation->appendOutput(
            tr("%1 written to %2", "\"3 files, 1.2 MB\"; a folder")
                .arg(tr("%n file(s), %1", nullptr, int(copy->files())).arg(Humanize::sizeText(copy->bytes())), folder)
            + u'\n');
        if (copy->leftOut() > 0) {
            operation->appendOutput(tr("%n thing(s) left out: devices, pipes and what would lie outside the folder",
                                       nullptr, int(copy->leftOut()))
                                    + u'\n');
        }
        operation->succeed();
    });
    connect(copy, &CopyOut::failed, operation, [operation](const QString &sentence) { operation->fail(sentence); });
    connect(copy, &CopyOut::cancelled, operation, [operation] { operation->setCancelled(); });
    connect(operation, &Operation::finished, copy, &QObject::deleteLater);
    operation->setProgress(-1, tr("The engine makes the archive"));
    copy->start();
    return operation;
}

void FileCommands::report(const CopyOut *copy, Operation *operation)
{
    if (operation->state() != Operation::State::Running)
        return;
    if (copy->expected() > 0) {
        operation->setProgress(
            int(qMin<qint64>(99, copy->bytes() * 100 / copy->expected())),
            tr("%1 of %2", "sizes").arg(Humanize::sizeText(copy->bytes()), Humanize::sizeText(copy->expected())));
    } else {
        operation->setProgress(
            -1, tr("%n file(s), %1", nullptr, int(copy->files())).arg(Humanize::sizeText(copy->bytes())));
    }
}

Operation *FileCommands::copyIn(const QString &containerId, const QStringList &sources, const QByteArray &folder)
{
    const QString container = nameOf(containerId);
    const QString shownFolder = QString::fromUtf8(folder);
    const QString title = sources.size() == 1
        ? tr("Copy %1 to %2", "a file; a container")
              .arg(middleLeftOut(QFileInfo(sources.first()).fileName()), middleLeftOut(container))
        : tr("Copy %n file(s) or folder(s) to %1", nullptr, int(sources.size())).arg(middleLeftOut(container));
    const auto commandOf = [&](const QString &source) {
        return m_engine->commandPrefix() << u"cp"_s << source << container + u':' + shownFolder;
    };
    Operation *operation = m_log->begin(title, commandOf(sources.value(0)));
    for (qsizetype i = 1; i < sources.size(); ++i)
        operation->addCommand(commandOf(sources.at(i)));
    operation->setRetry([=, this] { copyIn(containerId, sources, folder); });
    EngineClient *client = clientFor(operation);
    if (!client)
        return operation;
    // With the connection: an upload does not outlive it.
    auto *copy = new CopyIn(client, containerId, sources, folder, client);
    operation->setCanceller([operation, copy = QPointer<CopyIn>(copy)] {
        if (copy && !copy->isReading())
            operation->appendOutput(tr("What was sent before stays in the container.") + u'\n');
        if (copy)
            copy->cancel();
        operation->setCancelled();
    });
    connect(copy, &CopyIn::progressed, operation, [copy, operation] { report(copy, operation); });
    connect(copy, &CopyIn::finished, operation, [copy, operation, shownFolder] {
        operation->setRetry({});
        operation->appendOutput(
            tr("%1 written to %2", "\"3 files, 1.2 MB\"; a folder")
                .arg(tr("%n file(s), %1", nullptr, int(copy->fileCount())).arg(Humanize::sizeText(copy->size())),
                     shownFolder)
            + u'\n');
        if (!copy->sockets().isEmpty()) {
            operation->appendOutput(
                tr("Left out, because sockets cannot be sent: %1").arg(copy->sockets().join(u", "_s)) + u'\n');
        }
        operation->succeed();
    });
    connect(copy, &CopyIn::failed, operation, [operation](const QString &sentence) { operation->fail(sentence); });
    connect(copy, &CopyIn::refused, operation,
            [operation](const EngineError &error) { operation->fail(Failure::of(error)); });
    connect(copy, &QObject::destroyed, operation,
            [operation] { operation->fail(tr("The connection to the engine was lost before all was copied.")); });
    connect(operation, &Operation::finished, copy, &QObject::deleteLater);
    operation->setProgress(-1, tr("Reading what is to be copied"));
    copy->start();
    return operation;
}

void FileCommands::report(const CopyIn *copy, Operation *operation)
{
    if (operation->state() != Operation::State::Running)
        return;
    const qint64 size = copy->size();
    const qint64 sent = qMin(copy->sent(), size);
    if (copy->hasSentAll())
        operation->setProgress(-1, tr("The engine unpacks the files"));
    else
        operation->setProgress(size > 0 ? int(sent * 100 / size) : -1,
                               tr("%1 of %2", "sizes").arg(Humanize::sizeText(sent), Humanize::sizeText(size)));
}

} // namespace Gantry
