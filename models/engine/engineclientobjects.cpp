// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The calls of EngineClient about images, volumes and networks.
#include "engine/enginecall.h"
#include "engine/engineclient.h"
#include "engine/httpprogressstream.h"
#include "engine/json.h"
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

QFuture<Volume> EngineClient::createVolume(const QString &name, const QMap<QString, QString> &labels)
{
    const QString attempted = tr("create volume %1").arg(middleLeftOut(name));
    HttpRequest create = slowRequest("POST", "/volumes/create", attempted);
    create.body = QJsonDocument(QJsonObject{{u"Name"_s, name}, {u"Labels"_s, Json::object(labels)}})
                      .toJson(QJsonDocument::Compact);
    return call<Volume>(m_http.get(), create, [attempted](const HttpResponse &response) {
        return Volume::fromJson(object(response, attempted));
    });
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

QFuture<QString> EngineClient::createNetwork(const NetworkConfig &config)
{
    const QString attempted = tr("create network %1").arg(middleLeftOut(config.name));
    HttpRequest create = slowRequest("POST", "/networks/create", attempted);
    create.body = QJsonDocument(config.toJson()).toJson(QJsonDocument::Compact);
    const QFuture<QString> creation = call<QString>(m_http.get(), create, [attempted](const HttpResponse &response) {
        return object(response, attempted)["Id"_L1].toString();
    });
    whenSucceeded(creation, this, [this] { Q_EMIT networksChanged(); });
    return creation;
}

QFuture<void> EngineClient::connectNetwork(const QString &id, const QString &container, const QStringList &aliases)
{
    HttpRequest join = slowRequest("POST", "/networks/" + encoded(id) + "/connect",
                                   tr("connect %1 to network %2").arg(shown(container), shown(id)));
    QJsonObject body{{u"Container"_s, container}};
    if (!aliases.isEmpty())
        body[u"EndpointConfig"_s] = QJsonObject{{u"Aliases"_s, QJsonArray::fromStringList(aliases)}};
    join.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return callForNothing(m_http.get(), join);
}

QFuture<void> EngineClient::disconnectNetwork(const QString &id, const QString &container)
{
    HttpRequest leave = slowRequest("POST", "/networks/" + encoded(id) + "/disconnect",
                                    tr("disconnect %1 from network %2").arg(shown(container), shown(id)));
    leave.body
        = QJsonDocument(QJsonObject{{u"Container"_s, container}, {u"Force"_s, false}}).toJson(QJsonDocument::Compact);
    return callForNothing(m_http.get(), leave);
}

QFuture<void> EngineClient::removeNetwork(const QString &id)
{
    const QString attempted = tr("remove network %1").arg(shown(id));
    const auto remove = [this, attempted](const QString &name) {
        QFuture<void> removal
            = callForNothing(m_http.get(), slowRequest("DELETE", "/networks/" + encoded(name), attempted));
        whenSucceeded(removal, this, [this] { Q_EMIT networksChanged(); });
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
