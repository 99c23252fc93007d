// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupreader.h"

#include "engine/onanswer.h"

#include <QFutureWatcher>

namespace Gantry {

namespace {

/// Beyond, what their layers tell is not worth the questions.
constexpr qsizetype mostInspected = 500;

/// What was measured of each thing that is listed.
void addSizes(DiskUsage *lists, const DiskUsage &sizes)
{
    QHash<QString, ContainerUsage> written;
    for (const ContainerUsage &entry : sizes.containers)
        written.insert(entry.container.id, entry);
    for (ContainerUsage &entry : lists->containers) {
        const ContainerUsage measured = written.value(entry.container.id, {{}, -1, 0});
        entry.writable = measured.writable;
        entry.image = measured.image;
    }
    // Podman measures images by their ids without "sha256:".
    QHash<QString, qint64> images;
    for (const ImageUsage &entry : sizes.images)
        images.insert(entry.image.id.section(QLatin1Char(':'), -1), entry.sharedSize);
    for (ImageUsage &entry : lists->images)
        entry.sharedSize = images.value(entry.image.id.section(QLatin1Char(':'), -1), -1);
    QHash<QString, VolumeUsage> volumes;
    for (const VolumeUsage &entry : sizes.volumes)
        volumes.insert(entry.volume.name, entry);
    for (VolumeUsage &entry : lists->volumes) {
        const VolumeUsage measured = volumes.value(entry.volume.name);
        entry.size = measured.size;
        entry.users = measured.users;
    }
    lists->layersSize = sizes.layersSize;
    lists->buildCache = sizes.buildCache;
}

} // namespace

QFuture<CleanupFacts> CleanupReader::measure(EngineClient *client)
{
    auto *reader = new CleanupReader(client);
    reader->m_measures = true;
    reader->readSizes();
    return reader->m_answer.future();
}

QFuture<CleanupFacts> CleanupReader::look(EngineClient *client)
{
    auto *reader = new CleanupReader(client);
    reader->readLists();
    return reader->m_answer.future();
}

CleanupReader::CleanupReader(EngineClient *client)
    : QObject(client)
    , m_client(client)
    , m_answer(EngineClient::tr("measure what everything takes"))
{
    auto *watcher = new QFutureWatcher<CleanupFacts>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [this] {
        fail(EngineError(EngineError::Kind::Cancelled, EngineClient::tr("measure what everything takes"), {}));
    });
    watcher->setFuture(m_answer.future());
    m_facts.prunesImages = client->info().traits.prunesImages;
    m_facts.labelsAnonymousVolumes = client->info().api >= ApiVersion{1, 42};
}

template <typename T, typename Then> void CleanupReader::ask(const QFuture<T> &call, Then then)
{
    ++m_waiting;
    // Dropped with this object: a call that nobody waits for goes on, and its answer is thrown away.
    connect(this, &QObject::destroyed, m_client.data(), [call = call]() mutable { call.cancel(); });
    onAnswer<EngineError>(
        call, this,
        [this, then](const T &answer) {
            --m_waiting;
            then(answer);
        },
        [this](const EngineError &error) { fail(error); });
}

void CleanupReader::readSizes()
{
    ask(m_client->diskUsage(), [this](const DiskUsage &sizes) {
        m_sizes = sizes;
        readLists();
    });
}

void CleanupReader::readLists()
{
    // After the sizes, which take their time: what has changed meanwhile is seen.
    const auto listed = [this] {
        if (m_waiting > 0)
            return;
        if (m_measures)
            readLayers();
        else
            finish();
    };
    ask(m_client->containers(), [this, listed](const QList<ContainerSummary> &list) {
        for (const ContainerSummary &container : list)
            m_facts.usage.containers << ContainerUsage{container, -1, 0};
        listed();
    });
    ask(m_client->images(), [this, listed](const QList<ImageSummary> &list) {
        for (const ImageSummary &image : list)
            m_facts.usage.images << ImageUsage{image, -1, -1};
        listed();
    });
    ask(m_client->volumes(), [this, listed](const QList<Volume> &list) {
        for (const Volume &volume : list)
            m_facts.usage.volumes << VolumeUsage{volume, -1, -1};
        listed();
    });
    ask(m_client->networks(), [this, listed](const QList<Network> &list) {
        m_facts.networks = list;
        listed();
    });
}

void CleanupReader::readLayers()
{
    addSizes(&m_facts.usage, m_sizes);
    QStringList sharing;
    for (const ImageUsage &entry : std::as_const(m_facts.usage.images)) {
        if (entry.sharedSize != 0)
            sharing << entry.image.id;
    }
    if (sharing.isEmpty() || sharing.size() > mostInspected) {
        finish();
        return;
    }
    for (const QString &id : std::as_const(sharing)) {
        ++m_waiting;
        const auto inspected = [this, id](const QStringList &layers) {
            m_facts.layers.insert(id, layers);
            if (--m_waiting == 0)
                finish();
        };
        onAnswer<EngineError>(
            m_client->inspectImage(id), this, [inspected](const ImageDetails &image) { inspected(image.layers); },
            // Gone since; the forecast is less sure without it.
            [inspected](const EngineError &) { inspected({}); });
    }
}

void CleanupReader::finish()
{
    m_facts.measured = QDateTime::currentDateTime();
    m_answer.succeed(m_facts);
    deleteLater();
}

void CleanupReader::fail(const EngineError &error)
{
    m_answer.fail(error);
    deleteLater();
}

} // namespace Gantry
