// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The calls of EngineClient that measure the engine's disk and free it.
#include "engine/enginecall.h"
#include "engine/engineclient.h"
#include "engine/onanswer.h"

#include <QTimer>

namespace Gantry {

using namespace Qt::StringLiterals;
using namespace EngineCall;

namespace {

/// Another one measures.
constexpr int retryMs = 300;
constexpr int mostAttempts = 1000;

QByteArray queryOf(const QJsonObject &filters)
{
    if (filters.isEmpty())
        return {};
    return "?filters=" + encoded(QString::fromUtf8(QJsonDocument(filters).toJson(QJsonDocument::Compact)));
}

} // namespace

QFuture<DiskUsage> EngineClient::diskUsage()
{
    const Answer<DiskUsage> answer(tr("measure what everything takes"));
    askDiskUsage(answer, 1);
    return answer.future();
}

void EngineClient::askDiskUsage(const Answer<DiskUsage> &answer, int attempt)
{
    const QString attempted = tr("measure what everything takes");
    QFuture<DiskUsage> call = callReadInPool<DiskUsage>(
        m_http.get(), slowRequest("GET", "/system/df", attempted),
        [attempted](const HttpResponse &response) { return DiskUsage::fromJson(object(response, attempted)); });
    auto *watcher = new QFutureWatcher<DiskUsage>(this);
    connect(watcher, &QFutureWatcherBase::canceled, this, [call = call]() mutable { call.cancel(); });
    watcher->setFuture(answer.future());
    onAnswer<EngineError>(
        call, this,
        [answer, watcher](const DiskUsage &usage) {
            watcher->deleteLater();
            answer.succeed(usage);
        },
        [this, answer, watcher, attempt](const EngineError &error) {
            watcher->deleteLater();
            const bool isBusy = error.kind() == EngineError::Kind::Refused
                && error.message().contains("already running"_L1) && attempt < mostAttempts;
            if (!isBusy || answer.isCancelled()) {
                answer.fail(error);
                return;
            }
            QTimer::singleShot(retryMs, this, [this, answer, attempt] {
                if (!answer.isCancelled())
                    askDiskUsage(answer, attempt + 1);
            });
        });
}

QFuture<PruneReport> EngineClient::prune(const QByteArray &path, const QJsonObject &filters, const QString &member,
                                         const QString &attempted)
{
    return call<PruneReport>(m_http.get(), slowRequest("POST", path + queryOf(filters), attempted),
                             [attempted, member](const HttpResponse &response) {
                                 return PruneReport::fromJson(object(response, attempted), member);
                             });
}

QFuture<PruneReport> EngineClient::pruneContainers(const PruneFilter &filter)
{
    return prune("/containers/prune", filter.toJson(), u"ContainersDeleted"_s, tr("remove the stopped containers"));
}

QFuture<PruneReport> EngineClient::pruneImages(bool danglingOnly, const PruneFilter &filter)
{
    QJsonObject filters = filter.toJson();
    filters[u"dangling"_s] = QJsonArray{danglingOnly ? u"true"_s : u"false"_s};
    return prune("/images/prune", filters, u"ImagesDeleted"_s, tr("remove the unused images"));
}

QFuture<PruneReport> EngineClient::pruneNetworks(const PruneFilter &filter)
{
    const QFuture<PruneReport> pruning
        = prune("/networks/prune", filter.toJson(), u"NetworksDeleted"_s, tr("remove the unused networks"));
    whenSucceeded(pruning, this, [this] { Q_EMIT networksChanged(); });
    return pruning;
}

QFuture<PruneReport> EngineClient::pruneBuildCache(const PruneFilter &filter)
{
    return prune("/build/prune", filter.toJson(), u"CachesDeleted"_s, tr("empty the build cache"));
}

} // namespace Gantry
