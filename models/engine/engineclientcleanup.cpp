// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The calls of EngineClient that measure the engine's disk and free it.
#include "engine/enginecall.h"
#include "engine/engineclient.h"

namespace Gantry {

using namespace Qt::StringLiterals;
using namespace EngineCall;

namespace {

QByteArray queryOf(const QJsonObject &filters)
{
    if (filters.isEmpty())
        return {};
    return "?filters=" + encoded(QString::fromUtf8(QJsonDocument(filters).toJson(QJsonDocument::Compact)));
}

} // namespace

QFuture<DiskUsage> EngineClient::diskUsage()
{
    const QString attempted = tr("measure what everything takes");
    return callReadInPool<DiskUsage>(
        m_http.get(), slowRequest("GET", "/system/df", attempted),
        [attempted](const HttpResponse &response) { return DiskUsage::fromJson(object(response, attempted)); });
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

QFuture<PruneReport> EngineClient::pruneVolumes(bool all, const PruneFilter &filter)
{
    QJsonObject filters = filter.toJson();
    if (all && m_info.api >= ApiVersion{1, 42})
        filters[u"all"_s] = QJsonArray{u"true"_s};
    return prune("/volumes/prune", filters, u"VolumesDeleted"_s, tr("remove the unused volumes"));
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
