// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/archivecommands.h"

#include "engine/imageload.h"
#include "engine/imagesave.h"
#include "engine/middleleftout.h"
#include "items/humanize.h"
#include "operations/fileexportoperation.h"

#include <QFileInfo>
#include <QPointer>

namespace Gantry {

using namespace Qt::StringLiterals;

ArchiveCommands::ArchiveCommands(Engine *engine, OperationLog *log, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_log(log)
{
}

EngineClient *ArchiveCommands::clientFor(Operation *operation) const
{
    EngineClient *client = m_engine->client();
    if (!client) {
        operation->fail(Failure::of(EngineError(EngineError::Kind::Unreachable, EngineClient::tr("reach the engine"),
                                                EngineClient::tr("not connected"))));
    }
    return client;
}

Operation *ArchiveCommands::save(const QStringList &names, const QString &path, qint64 expected)
{
    Operation *operation = m_log->begin(names.size() == 1 ? tr("Save image %1").arg(middleLeftOut(names.first()))
                                                          : tr("Save %n image(s)", nullptr, int(names.size())),
                                        m_engine->commandPrefix() << u"save"_s << names, names);
    operation->setRetry([this, names, path, expected] { save(names, path, expected); });
    operation->setOutputFile(path);
    EngineClient *client = clientFor(operation);
    if (!client)
        return operation;
    operation->setProgress(-1, tr("The engine prepares the archive"));
    auto *saving = new ImageSave(client->saveImages(names, nullptr), path, expected, m_log);
    connect(saving, &FileExport::progress, operation, [operation](qint64 bytes, qint64 of) {
        // What the archive holds beside the layers is not counted before.
        operation->setProgress(of > 0 ? int(qMin<qint64>(99, bytes * 100 / of)) : -1,
                               tr("%1 of about %2", "sizes").arg(Humanize::sizeText(bytes), Humanize::sizeText(of)));
    });
    connect(saving, &FileExport::finished, operation, [operation, path](qint64, qint64 bytes) {
        operation->setRetry({});
        operation->appendOutput(tr("%1 written to %2", "a size, a file").arg(Humanize::sizeText(bytes), path) + u'\n');
    });
    startExport(saving, operation);
    return operation;
}

Operation *ArchiveCommands::load(const QString &path)
{
    Operation *operation = m_log->begin(tr("Load images from %1").arg(middleLeftOut(QFileInfo(path).fileName())),
                                        m_engine->commandPrefix() << u"load"_s << u"-i"_s << path);
    operation->setRetry([this, path] { load(path); });
    EngineClient *client = clientFor(operation);
    if (!client)
        return operation;
    // With the connection: an upload does not outlive it.
    auto *loading = new ImageLoad(client, path, client);
    operation->setCanceller([operation, loading = QPointer<ImageLoad>(loading)] {
        if (loading) {
            loading->cancel();
            loading->deleteLater();
        }
        operation->setCancelled();
    });
    connect(loading, &ImageLoad::progress, operation, [operation](qint64 sent, qint64 of) {
        if (sent < of) {
            operation->setProgress(of > 0 ? int(sent * 100 / of) : -1,
                                   tr("%1 of %2", "sizes").arg(Humanize::sizeText(sent), Humanize::sizeText(of)));
        } else {
            operation->setProgress(-1, tr("The engine unpacks the images"));
        }
    });
    connect(loading, &ImageLoad::said, operation,
            [operation](const QString &line) { operation->appendOutput(line + u'\n'); });
    connect(loading, &ImageLoad::finished, operation, [operation, loading] {
        operation->setRetry({});
        operation->succeed();
        loading->deleteLater();
    });
    connect(loading, &ImageLoad::failed, operation, [operation, loading](const QString &sentence) {
        operation->fail(sentence);
        loading->deleteLater();
    });
    connect(loading, &QObject::destroyed, operation,
            [operation] { operation->fail(tr("The connection to the engine was lost before all was loaded.")); });
    loading->start();
    return operation;
}

} // namespace Gantry
