// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The calls of EngineClient about images, volumes and networks.
#include "engine/enginecall.h"
#include "engine/engineclient.h"
#include "engine/httpprogressstream.h"
#include "engine/middleleftout.h"
#include "engine/onanswer.h"

namespace Gantry {

using namespace Qt::StringLiterals;
using namespace EngineCall;

QFuture<QList<ImageSummary>> EngineClient::images()
{
    const QString attempted = tr("list the images");
    return callReadInPool<QList<ImageSummary>>(
        m_http.get(), request("GET", "/images/json", attempted),
        [attempted](const HttpResponse &response) { return listOf<ImageSummary>(response, attempted); });
}

QFuture<ImageDetails> EngineClient::inspectImage(const QString &name)
{
    const QString attempted = tr("inspect image %1").arg(middleLeftOut(name));
    return call<ImageDetails>(
        m_http.get(), request("GET", "/images/" + encoded(name) + "/json", attempted),
        [attempted](const HttpResponse &response) { return ImageDetails::fromJson(object(response, attempted)); });
}

ProgressStream *EngineClient::pullImage(const QString &name, const QString &tag, const QByteArray &auth,
                                        QObject *parent)
{
    HttpRequest pull = request("POST", "/images/create?fromImage=" + encoded(name) + "&tag=" + encoded(tag),
                               tr("pull image %1").arg(middleLeftOut(name)));
    pull.registryAuth = auth;
    return new HttpProgressStream(m_http->openConnection(nullptr), pull, parent);
}

QFuture<void> EngineClient::removeImage(const QString &name, bool force)
{
    return callForNothing(m_http.get(),
                          slowRequest("DELETE", "/images/" + encoded(name) + "?force=" + flag(force),
                                      tr("remove image %1").arg(middleLeftOut(name))));
}

QFuture<QList<Volume>> EngineClient::volumes()
{
    const QString attempted = tr("list the volumes");
    return callReadInPool<QList<Volume>>(
        m_http.get(), request("GET", "/volumes", attempted), [attempted](const HttpResponse &response) {
            return listOf<Volume>(arrayOrNull(object(response, attempted).value("Volumes"_L1), attempted), attempted);
        });
}

QFuture<Volume> EngineClient::inspectVolume(const QString &name)
{
    const QString attempted = tr("inspect volume %1").arg(middleLeftOut(name));
    return call<Volume>(
        m_http.get(), request("GET", "/volumes/" + encoded(name), attempted),
        [attempted](const HttpResponse &response) { return Volume::fromJson(object(response, attempted)); });
}

QFuture<void> EngineClient::removeVolume(const QString &name, bool force)
{
    return callForNothing(m_http.get(),
                          slowRequest("DELETE", "/volumes/" + encoded(name) + "?force=" + flag(force),
                                      tr("remove volume %1").arg(middleLeftOut(name))));
}

QFuture<QList<Network>> EngineClient::networks()
{
    const QString attempted = tr("list the networks");
    return callReadInPool<QList<Network>>(
        m_http.get(), request("GET", "/networks", attempted),
        [attempted](const HttpResponse &response) { return listOf<Network>(response, attempted); });
}

QFuture<Network> EngineClient::inspectNetwork(const QString &id)
{
    const QString attempted = tr("inspect network %1").arg(shown(id));
    return call<Network>(
        m_http.get(), request("GET", "/networks/" + encoded(id), attempted),
        [attempted](const HttpResponse &response) { return Network::fromJson(object(response, attempted)); });
}

QFuture<void> EngineClient::removeNetwork(const QString &id)
{
    const QString attempted = tr("remove network %1").arg(shown(id));
    const auto remove = [this, attempted](const QString &name) {
        QFuture<void> removal
            = callForNothing(m_http.get(), slowRequest("DELETE", "/networks/" + encoded(name), attempted));
        onAnswer<EngineError>(
            removal, this, [this] { Q_EMIT networkRemoved(); }, [](const EngineError &) {});
        return removal;
    };
    if (m_info.traits.guardsNetworkIds)
        return remove(id);
    const Answer<void> answer(attempted);
    const auto fail = [answer](const EngineError &error) { answer.fail(error); };
    onAnswer<EngineError>(
        inspectNetwork(id), this,
        [this, answer, fail, remove](const Network &network) {
            onAnswer<EngineError>(
                remove(network.name), this, [answer] { answer.succeed(); }, fail);
        },
        fail);
    return answer.future();
}

} // namespace Gantry
