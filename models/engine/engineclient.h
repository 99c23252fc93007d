// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"
#include "engine/diskusage.h"
#include "engine/endpoint.h"
#include "engine/engineerror.h"
#include "engine/engineinfo.h"
#include "engine/enginestream.h"
#include "engine/exec.h"
#include "engine/image.h"
#include "engine/imagelayer.h"
#include "engine/network.h"
#include "engine/pathstat.h"
#include "engine/prunefilter.h"
#include "engine/volume.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace Gantry {

template <typename T> class Answer;
class HttpClient;
struct HttpRequest;

/// The Docker Engine API as typed calls (https://docs.docker.com/engine/api/, 1.41 and newer; Podman's compatible
/// API too). Every call answers with a future that fails with EngineError. Calls go to the version that
/// negotiate() chose. Names and ids are percent-encoded: any string is safe.
class EngineClient : public QObject
{
    Q_OBJECT

public:
    struct LogOptions
    {
        bool follow = true;
        bool timestamps = false;
        int tail = -1; ///< last lines; -1 for all
        QDateTime since; ///< invalid for the beginning
        bool tty = false; ///< the container has a TTY: its log is not multiplexed
    };

    struct AttachOptions
    {
        bool tty = true; ///< the container has a TTY: its output is not multiplexed
        bool replay = false; ///< what it has written so far comes first
        QString detachKeys = {}; ///< as ExecConfig's
    };

    explicit EngineClient(const Endpoint &endpoint, QObject *parent = nullptr);
    ~EngineClient() override;

    /// Where the engine is: as given to the constructor.
    const Endpoint &endpoint() const;
    /// How long the engine may be silent before the end of an answer, for calls that are made from now on.
    void setPatienceMs(int ms);
    int patienceMs() const;
    /// Valid after negotiate().
    const EngineInfo &info() const;
    /// What the errors call a container or network of an id; by the id itself where \a nameOf answers nothing.
    void setNames(std::function<QString(const QString &id)> nameOf) { m_nameOf = std::move(nameOf); }

    /// GET /_ping: the engine's newest API version (header Api-Version).
    QFuture<ApiVersion> ping();
    /// GET /_ping on a new connection, for as long as it takes: whether the engine answers at all.
    QFuture<void> askForSignOfLife();
    /// Ping, version and info; chooses the newest API version that both sides know. Fails with
    /// EngineTooOld when the engine is older than 1.41, with EngineTooNew when its minimum is newer than Gantry.
    QFuture<EngineInfo> negotiate();

    /// GET /containers/json?all=1; with \a ids only those that still exist.
    QFuture<QList<ContainerSummary>> containers(const QStringList &ids = {});
    /// GET /containers/{id}/json; \a id may be a name. 404 (Refused) when there is none.
    QFuture<ContainerDetails> inspectContainer(const QString &id);
    /// POST /containers/create; answers the new id.
    QFuture<QString> createContainer(const QString &name, const ContainerConfig &config);
    /// The same with a body made elsewhere.
    QFuture<QString> createContainer(const QString &name, const QJsonObject &body);
    /// POST /containers/{id}/start. 304 (already started) counts as success here and in stopContainer().
    QFuture<void> startContainer(const QString &id);
    /// POST /containers/{id}/stop. \a seconds until SIGKILL; the container's own or the engine's default where
    /// negative.
    QFuture<void> stopContainer(const QString &id, int seconds = -1);
    /// POST /containers/{id}/restart; \a seconds as in stopContainer(). Starts a container that is stopped.
    QFuture<void> restartContainer(const QString &id, int seconds = -1);
    /// POST /containers/{id}/pause; 409 unless it runs.
    QFuture<void> pauseContainer(const QString &id);
    /// POST /containers/{id}/unpause.
    QFuture<void> unpauseContainer(const QString &id);
    /// POST /containers/{id}/kill with a signal's name or number; 409 unless it runs.
    QFuture<void> killContainer(const QString &id, const QString &signal = QStringLiteral("SIGKILL"));
    /// POST /containers/{id}/rename; 409 when the name is in use.
    QFuture<void> renameContainer(const QString &id, const QString &name);
    /// DELETE /containers/{id}; without \a force only of one that is stopped. \a volumes: the anonymous ones go too.
    QFuture<void> removeContainer(const QString &id, bool force, bool volumes);
    /// GET /containers/{id}/top, as ps prints them; 409 unless it runs. \a options are those of ps: "aux"; the engine's
    /// own where empty.
    QFuture<ContainerProcesses> containerProcesses(const QString &id, const QString &options = {});

    /// GET /events, of Docker without most of those that change no list; the caller picks. Owned by \a parent.
    EventStream *events(QObject *parent);
    /// GET /events with "until": the ends of a container's lives between two times, and up to a second around them,
    /// that the engine still knows of. Ends by itself where the engine heeds "until". Owned by \a parent.
    EventStream *containerEnds(const QString &id, const QDateTime &since, const QDateTime &until, QObject *parent);
    /// GET /containers/{id}/logs, standard output and error. Owned by \a parent.
    LogStream *logs(const QString &id, const LogOptions &options, QObject *parent);

    /// POST /containers/{id}/attach, hijacked: what a running container writes from now on, and its standard input.
    /// Owned by \a parent.
    ExecStream *attachContainer(const QString &id, const AttachOptions &options, QObject *parent);
    /// POST /containers/{id}/resize, in cells; the container must run with a TTY.
    QFuture<void> resizeContainer(const QString &id, int columns, int rows);
    /// GET /containers/{id}/stats, followed. Owned by \a parent.
    StatsStream *stats(const QString &id, QObject *parent);
    /// GET /containers/{id}/stats?stream=0&one-shot=1 (API 1.41): one such object, without an earlier reading of the
    /// processor. Only where EngineTraits::answersSingleStats.
    QFuture<QByteArray> singleStats(const QString &id);

    /// POST /containers/{id}/exec; answers the exec's id.
    QFuture<QString> createExec(const QString &containerId, const ExecConfig &config);
    /// POST /exec/{id}/start, hijacked. Owned by \a parent.
    ExecStream *startExec(const QString &execId, bool tty, QObject *parent);
    /// POST /exec/{id}/resize, in cells; the exec must run with a TTY.
    QFuture<void> resizeExec(const QString &execId, int columns, int rows);
    /// GET /exec/{id}/json: whether it runs, and its exit code when it has ended.
    QFuture<ExecDetails> inspectExec(const QString &execId);
    /// Create, start, read to the end, inspect: for short commands; fails when more than \a limit bytes are written.
    QFuture<ExecResult> runExec(const QString &containerId, const ExecConfig &config, qsizetype limit = outputLimit);
    /// Most bytes that a short command writes.
    static constexpr qsizetype outputLimit = 16 * 1024 * 1024;

    /// HEAD /containers/{id}/archive: one path in a container, running or not. Of a link it tells where that leads in
    /// the end. 404 where there is none; an engine says no more of it. \a path is bytes, as the container has them.
    QFuture<PathStat> statPath(const QString &id, const QByteArray &path);
    /// GET /containers/{id}/archive: a file, or a folder with all below it, as a tar archive. "/." at the end stands
    /// for what is in the folder, and leads through a link. Owned by \a parent.
    ArchiveStream *readPath(const QString &id, const QByteArray &path, QObject *parent);
    /// PUT /containers/{id}/archive: unpacks the tar archive that follows into the folder \a path; a folder does not
    /// take the place of a file, or the other way round. Owned by \a parent.
    UploadStream *writePath(const QString &id, const QByteArray &path, QObject *parent);

    /// GET /images/json, without intermediate ones.
    QFuture<QList<ImageSummary>> images();
    /// GET /images/{name}/json; \a name is a tag, a digest or an id.
    QFuture<ImageDetails> inspectImage(const QString &name);
    /// POST /images/create: pulls \a name with \a tag (or digest) from its registry; \a auth is the value of
    /// X-Registry-Auth, empty for nobody. Closing the stream stops the pull. Owned by \a parent.
    ProgressStream *pullImage(const QString &name, const QString &tag, const QByteArray &auth, QObject *parent);
    /// POST /build, which \a query completes; the folder follows as a tar archive. \a logins is the value of
    /// X-Registry-Config, empty for none. Owned by \a parent.
    UploadStream *buildImage(const QByteArray &query, const QByteArray &logins, QObject *parent);
    /// DELETE /images/{name}: a tag, and the image with its last one. 409 while a container uses it; \a force
    /// removes it if that container is stopped.
    QFuture<void> removeImage(const QString &name, bool force);
    /// GET /images/{name}/history: the steps that made it, the last one first.
    QFuture<QList<ImageLayer>> imageHistory(const QString &name);
    /// POST /images/{name}/tag: one more name, "repository[:tag]"; taken from the image that had it.
    QFuture<void> tagImage(const QString &name, const QString &tag);
    /// GET /images/get: images with their names and all layers, as a tar archive. Owned by \a parent.
    ArchiveStream *saveImages(const QStringList &names, QObject *parent);
    /// POST /images/load of an archive of \a size bytes. Owned by \a parent.
    UploadStream *loadImages(qint64 size, QObject *parent);
    /// GET /volumes. Neither this nor the next knows sizes.
    QFuture<QList<Volume>> volumes();
    /// GET /volumes/{name}.
    QFuture<Volume> inspectVolume(const QString &name);
    /// POST /volumes/create. Succeeds, too, where there is one of that name already.
    QFuture<Volume> createVolume(const QString &name, const QMap<QString, QString> &labels);
    /// DELETE /volumes/{name}; 409 while a container uses it, whatever \a force says.
    QFuture<void> removeVolume(const QString &name, bool force);
    /// GET /networks, without their containers.
    QFuture<QList<Network>> networks();
    /// GET /networks/{id}, with the containers that are connected.
    QFuture<Network> inspectNetwork(const QString &id);
    /// POST /networks/create; answers the new id.
    QFuture<QString> createNetwork(const NetworkConfig &config);
    /// POST /networks/{id}/connect; \a aliases are further names of the container in that network.
    QFuture<void> connectNetwork(const QString &id, const QString &container, const QStringList &aliases);
    /// POST /networks/{id}/disconnect.
    QFuture<void> disconnectNetwork(const QString &id, const QString &container);
    /// DELETE /networks/{id}; 403 for a predefined one or while containers are connected.
    QFuture<void> removeNetwork(const QString &id);

    /// GET /system/df: all sizes, of which those of volumes take their time. (Since 1.42 it could be asked for some of
    /// them; all that use it need all.) Waits for its turn: Docker 20.10 refuses to measure twice at a time.
    QFuture<DiskUsage> diskUsage();
    /// POST /containers/prune: all that do not run.
    QFuture<PruneReport> pruneContainers(const PruneFilter &filter);
    /// POST /images/prune: all that no container uses, or those of them without a name.
    QFuture<PruneReport> pruneImages(bool danglingOnly, const PruneFilter &filter);
    /// POST /networks/prune: all to which no running container is connected.
    QFuture<PruneReport> pruneNetworks(const PruneFilter &filter);
    /// POST /build/prune, which knows no labels: what is not in use nor part of an image.
    QFuture<PruneReport> pruneBuildCache(const PruneFilter &filter);

Q_SIGNALS:
    /// A call has had no complete answer for five seconds, or for as much again: the engine works on it, or is silent.
    void callWaits();
    /// A network was made or removed: not every engine says so in an event.
    void networksChanged();

private:
    HttpRequest request(const QByteArray &method, const QByteArray &path, const QString &attempted) const;
    /// A request whose answer may take as long as the engine works.
    HttpRequest slowRequest(const QByteArray &method, const QByteArray &path, const QString &attempted) const;
    QFuture<void> end(const QString &id, const QByteArray &action, int seconds, const QString &attempted);
    QFuture<void> post(const QString &id, const QByteArray &action, const QString &attempted);
    /// The running ones' health added, from Podman's own list.
    QFuture<QList<ContainerSummary>> withHealth(const QFuture<QList<ContainerSummary>> &list, const QString &attempted);
    void askDiskUsage(const Answer<DiskUsage> &answer, int attempt);
    QFuture<PruneReport> prune(const QByteArray &path, const QJsonObject &filters, const QString &member,
                               const QString &attempted);
    void askInfo(const EngineInfo &version, const Answer<EngineInfo> &answer);
    static EngineInfo readVersion(const QJsonObject &object, const QString &attempted);
    QString shown(const QString &nameOrId) const;

    std::unique_ptr<HttpClient> m_http;
    std::function<QString(const QString &id)> m_nameOf;
    EngineInfo m_info;
};

} // namespace Gantry
