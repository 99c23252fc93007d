// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engineclient.h"

#include "engine/enginecall.h"
#include "engine/httpeventstream.h"
#include "engine/httpexecstream.h"
#include "engine/httplogstream.h"
#include "engine/httpstatsstream.h"
#include "engine/json.h"
#include "engine/middleleftout.h"
#include "engine/onanswer.h"
#include "engine/runexec.h"
#include "engine/sharedstrings.h"

#include <QUrlQuery>

namespace Gantry {

using namespace Qt::StringLiterals;
using namespace EngineCall;

namespace {

/// Oldest and newest API that Gantry speaks: of Docker 20.10, and of Docker 29.
constexpr ApiVersion oldestApi{1, 41};
constexpr ApiVersion newestApi{1, 52};

/// /info asks storage and plugins and may be slow; the window can do without it.
constexpr int infoTimeoutMs = 5000;

/// Beyond this, a whole list is cheaper than its filter.
constexpr qsizetype mostIdsInFilter = 200;

QByteArray idFilter(const QStringList &ids)
{
    const QJsonObject filters{{u"id"_s, QJsonArray::fromStringList(ids)}};
    return QJsonDocument(filters).toJson(QJsonDocument::Compact).toPercentEncoding();
}

} // namespace

EngineClient::EngineClient(const Endpoint &endpoint, QObject *parent)
    : QObject(parent)
    , m_http(std::make_unique<HttpClient>(endpoint))
{
    connect(m_http.get(), &HttpClient::callWaits, this, &EngineClient::callWaits);
}

EngineClient::~EngineClient() = default;

const Endpoint &EngineClient::endpoint() const
{
    return m_http->endpoint();
}

void EngineClient::setPatienceMs(int ms)
{
    m_http->setPatienceMs(ms);
}

int EngineClient::patienceMs() const
{
    return m_http->patienceMs();
}

const EngineInfo &EngineClient::info() const
{
    return m_info;
}

/// Full ids that have no name are cut as docker cuts them.
QString EngineClient::shown(const QString &nameOrId) const
{
    const QString name = m_nameOf ? m_nameOf(nameOrId) : QString();
    if (!name.isEmpty())
        return middleLeftOut(name);
    return nameOrId.size() == 64 && !nameOrId.contains(u'-') ? nameOrId.left(12) : middleLeftOut(nameOrId);
}

HttpRequest EngineClient::request(const QByteArray &method, const QByteArray &path, const QString &attempted) const
{
    HttpRequest request;
    request.method = method;
    request.target = m_info.api > ApiVersion() ? "/v" + m_info.api.toString().toLatin1() + path : path;
    request.attempted = attempted;
    return request;
}

HttpRequest EngineClient::slowRequest(const QByteArray &method, const QByteArray &path, const QString &attempted) const
{
    HttpRequest slow = request(method, path, attempted);
    slow.stallTimeoutMs = 0;
    return slow;
}

QFuture<ApiVersion> EngineClient::ping()
{
    HttpRequest request;
    request.target = "/_ping";
    request.attempted = tr("reach the engine");
    return call<ApiVersion>(m_http.get(), request, [attempted = request.attempted](const HttpResponse &response) {
        const std::optional<ApiVersion> version = ApiVersion::parse(QString::fromLatin1(response.apiVersion));
        if (!version) {
            throw EngineError(EngineError::Kind::Protocol, attempted,
                              tr("the answer names no API version; this is no Docker engine"));
        }
        return *version;
    });
}

QFuture<void> EngineClient::askForSignOfLife()
{
    HttpRequest request;
    request.target = "/_ping";
    request.attempted = tr("reach the engine");
    request.stallTimeoutMs = 0;
    request.isSignOfLife = true;
    return callForNothing(m_http.get(), request);
}

QFuture<EngineInfo> EngineClient::negotiate()
{
    const Answer<EngineInfo> answer;
    const auto fail = [answer](const EngineError &error) { answer.fail(error); };
    onAnswer<EngineError>(
        ping(), this,
        [this, answer, fail](ApiVersion) {
            HttpRequest version;
            version.target = "/version";
            version.attempted = tr("ask the engine for its version");
            onAnswer<EngineError>(
                call<EngineInfo>(m_http.get(), version,
                                 [attempted = version.attempted](const HttpResponse &response) {
                                     return readVersion(object(response, attempted), attempted);
                                 }),
                this, [this, answer](const EngineInfo &info) { askInfo(info, answer); }, fail);
        },
        fail);
    return answer.future();
}

EngineInfo EngineClient::readVersion(const QJsonObject &object, const QString &attempted)
{
    EngineInfo info;
    info.product = u"Docker"_s;
    info.version = object["Version"_L1].toString();
    const QJsonArray components = object["Components"_L1].toArray();
    for (const auto &component : components) {
        if (component["Name"_L1].toString().startsWith("Podman"_L1)) {
            info.product = u"Podman"_s;
            info.version = component["Version"_L1].toString();
        }
    }
    info.traits = EngineTraits::of(object);
    info.architecture = object["Arch"_L1].toString();
    const std::optional<ApiVersion> newest = ApiVersion::parse(object["ApiVersion"_L1].toString());
    if (!newest)
        throw EngineError(EngineError::Kind::Protocol, attempted, tr("the answer names no API version"));
    info.maximumApi = *newest;
    info.minimumApi = ApiVersion::parse(object["MinAPIVersion"_L1].toString()).value_or(ApiVersion{1, 12});

    if (info.maximumApi < oldestApi) {
        throw EngineError(EngineError::Kind::EngineTooOld, attempted,
                          tr("%1 %2 speaks API %3 at most; Gantry needs %4 (Docker 20.10) or newer")
                              .arg(info.product, info.version, info.maximumApi.toString(), oldestApi.toString()));
    }
    if (info.minimumApi > newestApi) {
        throw EngineError(EngineError::Kind::EngineTooNew, attempted,
                          tr("%1 %2 needs API %3 or newer; this Gantry speaks up to %4")
                              .arg(info.product, info.version, info.minimumApi.toString(), newestApi.toString()));
    }
    info.api = std::min(info.maximumApi, newestApi);
    return info;
}

void EngineClient::askInfo(const EngineInfo &version, const Answer<EngineInfo> &answer)
{
    m_info = version;
    HttpRequest info = request("GET", "/info", tr("ask the engine about itself"));
    info.stallTimeoutMs = infoTimeoutMs;
    onAnswer<EngineError>(
        call<QJsonObject>(
            m_http.get(), info,
            [attempted = info.attempted](const HttpResponse &response) { return object(response, attempted); }),
        this,
        [this, answer](const QJsonObject &json) {
            m_info.operatingSystem = json["OperatingSystem"_L1].toString();
            m_info.storageDriver = json["Driver"_L1].toString();
            m_info.rootDirectory = json["DockerRootDir"_L1].toString();
            m_info.cpus = json["NCPU"_L1].toInt();
            m_info.memory = Json::integer(json["MemTotal"_L1]);
            m_info.rootless = Json::strings(json["SecurityOptions"_L1]).contains(u"name=rootless"_s)
                || json["Rootless"_L1].toBool();
            answer.succeed(m_info);
        },
        // An engine that cannot describe itself still runs containers: the details stay empty.
        [this, answer](const EngineError &) { answer.succeed(m_info); });
}

QFuture<QList<ContainerSummary>> EngineClient::containers(const QStringList &ids)
{
    QByteArray path = "/containers/json?all=1";
    if (!ids.isEmpty())
        path += "&filters=" + idFilter(ids);
    const QString attempted = tr("list the containers");
    const QFuture<QList<ContainerSummary>> list = callReadInPool<QList<ContainerSummary>>(
        m_http.get(), request("GET", path, attempted), [attempted](const HttpResponse &response) {
            SharedStrings strings;
            return listOf<ContainerSummary>(response, attempted, &strings);
        });
    return m_info.traits.listsHealth ? list : withHealth(list, attempted);
}

QFuture<QList<ContainerSummary>> EngineClient::withHealth(const QFuture<QList<ContainerSummary>> &list,
                                                          const QString &attempted)
{
    using Found = QHash<QString, Health>;
    const Answer<QList<ContainerSummary>> answer(attempted);
    onAnswer<EngineError>(
        list, this,
        [this, attempted, answer](const QList<ContainerSummary> &containers) {
            QStringList running;
            for (const ContainerSummary &container : containers) {
                if (container.state == ContainerState::Running)
                    running << container.id;
            }
            if (running.isEmpty()) {
                answer.succeed(containers);
                return;
            }
            HttpRequest own = request("GET", {}, attempted);
            own.target = "/v4.0.0/libpod/containers/json";
            if (running.size() <= mostIdsInFilter)
                own.target += "?filters=" + idFilter(running);
            onAnswer<EngineError>(
                callReadInPool<Found>(m_http.get(), own,
                                      [attempted](const HttpResponse &response) {
                                          Found found;
                                          const QJsonArray array = document(response, attempted).array();
                                          for (const auto &each : array)
                                              found.insert(each["Id"_L1].toString(),
                                                           healthFromWord(each["Status"_L1].toString()));
                                          return found;
                                      }),
                this,
                [containers, answer](const Found &found) {
                    QList<ContainerSummary> told = containers;
                    for (ContainerSummary &container : told)
                        container.health = found.value(container.id, Health::None);
                    answer.succeed(told);
                },
                // Without health rather than without a list.
                [containers, answer](const EngineError &error) {
                    if (error.kind() == EngineError::Kind::Refused)
                        answer.succeed(containers);
                    else
                        answer.fail(error);
                });
        },
        [answer](const EngineError &error) { answer.fail(error); });
    return answer.future();
}

QFuture<ContainerDetails> EngineClient::inspectContainer(const QString &id)
{
    const QString attempted = tr("inspect container %1").arg(shown(id));
    return call<ContainerDetails>(
        m_http.get(), request("GET", "/containers/" + encoded(id) + "/json", attempted),
        [attempted](const HttpResponse &response) { return ContainerDetails::fromJson(object(response, attempted)); });
}

QFuture<QString> EngineClient::createContainer(const QString &name, const ContainerConfig &config)
{
    return createContainer(name, config.toJson());
}

QFuture<QString> EngineClient::createContainer(const QString &name, const QJsonObject &body)
{
    const QString attempted = name.isEmpty()
        ? tr("create a container of %1").arg(middleLeftOut(body["Image"_L1].toString()))
        : tr("create container %1").arg(middleLeftOut(name));
    HttpRequest create = slowRequest(
        "POST", "/containers/create" + (name.isEmpty() ? QByteArray() : "?name=" + encoded(name)), attempted);
    create.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return call<QString>(m_http.get(), create, [attempted](const HttpResponse &response) {
        return object(response, attempted)["Id"_L1].toString();
    });
}

QFuture<void> EngineClient::startContainer(const QString &id)
{
    return post(id, "/start", tr("start container %1"));
}

QFuture<void> EngineClient::stopContainer(const QString &id, int seconds)
{
    return end(id, "/stop", seconds, tr("stop container %1"));
}

QFuture<void> EngineClient::restartContainer(const QString &id, int seconds)
{
    return end(id, "/restart", seconds, tr("restart container %1"));
}

QFuture<void> EngineClient::end(const QString &id, const QByteArray &action, int seconds, const QString &attempted)
{
    if (seconds >= 0)
        return post(id, action + "?t=" + QByteArray::number(seconds), attempted);
    if (m_info.traits.stopsGently)
        return post(id, action, attempted);
    const Answer<void> answer(attempted.arg(shown(id)));
    const auto fail = [answer](const EngineError &error) { answer.fail(error); };
    onAnswer<EngineError>(
        inspectContainer(id), this,
        [this, answer, fail, id, action, attempted](const ContainerDetails &details) {
            if (answer.isCancelled())
                return;
            // 0 is what Docker's tools get for not saying anything.
            const int grace = details.stopTimeout == 0 ? 10 : details.stopTimeout;
            onAnswer<EngineError>(
                post(id, action + "?t=" + QByteArray::number(grace), attempted), this, [answer] { answer.succeed(); },
                fail);
        },
        fail);
    return answer.future();
}

QFuture<void> EngineClient::pauseContainer(const QString &id)
{
    return post(id, "/pause", tr("pause container %1"));
}

QFuture<void> EngineClient::unpauseContainer(const QString &id)
{
    return post(id, "/unpause", tr("unpause container %1"));
}

QFuture<void> EngineClient::killContainer(const QString &id, const QString &signal)
{
    return post(id, "/kill?signal=" + encoded(signal), tr("kill container %1"));
}

QFuture<void> EngineClient::renameContainer(const QString &id, const QString &name)
{
    return post(id, "/rename?name=" + encoded(name), tr("rename container %1"));
}

QFuture<void> EngineClient::post(const QString &id, const QByteArray &action, const QString &attempted)
{
    return callForNothing(m_http.get(),
                          slowRequest("POST", "/containers/" + encoded(id) + action, attempted.arg(shown(id))));
}

QFuture<void> EngineClient::removeContainer(const QString &id, bool force, bool volumes)
{
    return callForNothing(m_http.get(),
                          slowRequest("DELETE",
                                      "/containers/" + encoded(id) + "?force=" + flag(force) + "&v=" + flag(volumes),
                                      tr("remove container %1").arg(shown(id))));
}

QFuture<ContainerProcesses> EngineClient::containerProcesses(const QString &id, const QString &options)
{
    const QString attempted = tr("list the processes of container %1").arg(shown(id));
    QByteArray path = "/containers/" + encoded(id) + "/top";
    if (!options.isEmpty())
        path += "?ps_args=" + encoded(options);
    return call<ContainerProcesses>(m_http.get(), request("GET", path, attempted),
                                    [attempted](const HttpResponse &response) {
                                        const QJsonObject json = object(response, attempted);
                                        ContainerProcesses result;
                                        result.titles = Json::strings(arrayOrNull(json["Titles"_L1], attempted));
                                        const QJsonArray processes = arrayOrNull(json["Processes"_L1], attempted);
                                        for (const auto &process : processes)
                                            result.processes << Json::strings(process);
                                        result.splitLines();
                                        return result;
                                    });
}

EventStream *EngineClient::events(QObject *parent)
{
    const QByteArray path = "/events?filters=" + encoded(QString::fromUtf8(EngineEvent::filterOfChanges()));
    return new HttpEventStream(m_http->openConnection(nullptr), request("GET", path, tr("follow the engine's events")),
                               parent);
}

EventStream *EngineClient::containerEnds(const QString &id, const QDateTime &since, const QDateTime &until,
                                         QObject *parent)
{
    // Whole seconds, and a stream that is none: Podman finds nothing else, or does not end.
    const QJsonObject filters{{u"container"_s, QJsonArray{id}},
                              {u"event"_s, QJsonArray{u"die"_s, u"died"_s}}}; // the second one is Podman's
    const QByteArray path = "/events?stream=0&since=" + QByteArray::number(since.toSecsSinceEpoch())
        + "&until=" + QByteArray::number(until.toSecsSinceEpoch() + 1)
        + "&filters=" + encoded(QString::fromUtf8(QJsonDocument(filters).toJson(QJsonDocument::Compact)));
    return new HttpEventStream(m_http->openConnection(nullptr),
                               request("GET", path, tr("read when container %1 ended").arg(shown(id))), parent);
}

LogStream *EngineClient::logs(const QString &id, const LogOptions &options, QObject *parent)
{
    QByteArray path = "/containers/" + encoded(id) + "/logs?stdout=1&stderr=1&follow=" + flag(options.follow)
        + "&timestamps=" + flag(options.timestamps)
        + "&tail=" + (options.tail < 0 ? QByteArray("all") : QByteArray::number(options.tail));
    if (options.since.isValid()) {
        const qint64 ms = options.since.toMSecsSinceEpoch();
        path += "&since=" + QByteArray::number(ms / 1000) + '.'
            + QByteArray::number((ms % 1000) * 1'000'000).rightJustified(9, '0');
    }
    return new HttpLogStream(m_http->openConnection(nullptr),
                             request("GET", path, tr("read the logs of container %1").arg(shown(id))), options.tty,
                             m_info.traits.answersQuietLogs, parent);
}

ExecStream *EngineClient::attachContainer(const QString &id, const AttachOptions &options, QObject *parent)
{
    QByteArray path
        = "/containers/" + encoded(id) + "/attach?stream=1&stdin=1&stdout=1&stderr=1&logs=" + flag(options.replay);
    if (!options.detachKeys.isEmpty())
        path += "&detachKeys=" + encoded(options.detachKeys);
    HttpRequest attach = request("POST", path, tr("attach to container %1").arg(shown(id)));
    attach.upgrade = true;
    return new HttpExecStream(m_http->openConnection(nullptr), attach, {}, options.tty, parent);
}

QFuture<void> EngineClient::resizeContainer(const QString &id, int columns, int rows)
{
    return callForNothing(m_http.get(),
                          request("POST",
                                  "/containers/" + encoded(id) + "/resize?h=" + QByteArray::number(rows)
                                      + "&w=" + QByteArray::number(columns),
                                  tr("resize a terminal")));
}

StatsStream *EngineClient::stats(const QString &id, QObject *parent)
{
    return new HttpStatsStream(m_http->openConnection(nullptr),
                               request("GET", "/containers/" + encoded(id) + "/stats?stream=1",
                                       tr("read what container %1 uses").arg(shown(id))),
                               parent);
}

QFuture<QByteArray> EngineClient::singleStats(const QString &id)
{
    return call<QByteArray>(m_http.get(),
                            request("GET", "/containers/" + encoded(id) + "/stats?stream=0&one-shot=1",
                                    tr("read what container %1 uses").arg(shown(id))),
                            [](const HttpResponse &response) { return response.body; });
}

QFuture<QString> EngineClient::createExec(const QString &containerId, const ExecConfig &config)
{
    const QString attempted
        = tr("run %1 in container %2").arg(middleLeftOut(config.command.value(0)), shown(containerId));
    HttpRequest create = request("POST", "/containers/" + encoded(containerId) + "/exec", attempted);
    create.body = QJsonDocument(config.toJson()).toJson(QJsonDocument::Compact);
    return call<QString>(m_http.get(), create, [attempted](const HttpResponse &response) {
        return object(response, attempted)["Id"_L1].toString();
    });
}

ExecStream *EngineClient::startExec(const QString &execId, bool tty, QObject *parent)
{
    HttpRequest start = request("POST", "/exec/" + encoded(execId) + "/start", tr("run a command in a container"));
    start.body = QJsonDocument(QJsonObject{{u"Detach"_s, false}, {u"Tty"_s, tty}}).toJson(QJsonDocument::Compact);
    start.upgrade = true;
    return new HttpExecStream(m_http->openConnection(nullptr), start, execId, tty, parent);
}

QFuture<void> EngineClient::resizeExec(const QString &execId, int columns, int rows)
{
    return callForNothing(m_http.get(),
                          request("POST",
                                  "/exec/" + encoded(execId) + "/resize?h=" + QByteArray::number(rows)
                                      + "&w=" + QByteArray::number(columns),
                                  tr("resize a terminal")));
}

QFuture<ExecDetails> EngineClient::inspectExec(const QString &execId)
{
    const QString attempted = tr("ask how a command ended");
    return call<ExecDetails>(
        m_http.get(), request("GET", "/exec/" + encoded(execId) + "/json", attempted),
        [attempted](const HttpResponse &response) { return ExecDetails::fromJson(object(response, attempted)); });
}

QFuture<ExecResult> EngineClient::runExec(const QString &containerId, const ExecConfig &config, qsizetype limit)
{
    return (new RunExec(this, containerId, config, limit))->future();
}

} // namespace Gantry
