// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QMetaType>
#include <QStringList>

#include <optional>

namespace Gantry {

class SharedStrings;

enum class ContainerState { Created, Running, Paused, Restarting, Removing, Exited, Dead, Unknown };
enum class Health { None, Starting, Healthy, Unhealthy };
/// "healthy", "unhealthy", "starting"; None for anything else.
Health healthFromWord(const QString &word);

/// One port of a container. Not published to the host where publicPort is 0.
struct ContainerPort
{
    QString address; ///< of the host, for instance "0.0.0.0", "::", "127.0.0.1"; empty when not published
    quint16 privatePort = 0;
    quint16 publicPort = 0;
    QString protocol; ///< "tcp", "udp", "sctp"

    friend bool operator==(const ContainerPort &, const ContainerPort &) = default;
};

/// A mount of a container, from the list (no source size) or the inspection.
struct ContainerMount
{
    QString type; ///< "bind", "volume", "tmpfs", …
    QString name; ///< of a volume
    QString source; ///< path on the host
    QString destination; ///< path in the container
    bool writable = true;

    friend bool operator==(const ContainerMount &, const ContainerMount &) = default;
};

/// A container's place in one network.
struct ContainerNetwork
{
    QString name;
    QString networkId;
    QString address; ///< IPv4, empty while the container does not run
    QString gateway;
    QString address6;
    QStringList aliases; ///< only from the inspection

    friend bool operator==(const ContainerNetwork &, const ContainerNetwork &) = default;
};

/// One entry of the container list: GET /containers/json (API 1.41).
struct ContainerSummary
{
    QString id; ///< 64 hexadecimal digits
    QString name; ///< without the leading "/"
    QString image; ///< as it was named at creation
    QString imageId;
    QString command;
    QDateTime created; ///< UTC
    ContainerState state = ContainerState::Unknown;
    QString status; ///< the engine's words: "Up 3 minutes (healthy)"
    Health health = Health::None; ///< parsed from status: the list of API 1.41 has no health of its own
    std::optional<int> exitCode; ///< parsed from status
    /// When the present state began, UTC: exact when its event was seen, else as coarse as the words of status; invalid
    /// when unknown. Lets a view show the age without asking again; two containers that differ in it alone are equal.
    QDateTime since;
    QList<ContainerPort> ports;
    QList<ContainerMount> mounts;
    QList<ContainerNetwork> networks;
    QMap<QString, QString> labels;
    /// It was created, and an attempt to start it failed: no list says so (Engine::wantPorts()).
    bool startFailed = false;
    /// What it publishes when it runs: the list names ports of running containers only. Nothing until somebody wanted
    /// to know (Engine::wantPorts()).
    std::optional<QList<ContainerPort>> configuredPorts;

    /// Its ports, or those that it will have as far as known.
    QList<ContainerPort> knownPorts() const { return isRunning() ? ports : configuredPorts.value_or(ports); }
    QString shortId() const { return id.left(12); }
    /// The image as it was named; the engine names it by its id once the name is another one's, and that is shown as
    /// ids are.
    QString shownImage() const;
    bool isRunning() const
    {
        return state == ContainerState::Running || state == ContainerState::Restarting
            || state == ContainerState::Paused;
    }
    /// Compose project, empty for a container of no project (docker and podman labels).
    QString project() const;
    /// Compose service, empty for a container of no project.
    QString service() const;

    friend bool operator==(const ContainerSummary &a, const ContainerSummary &b);

    /// Reads one element of the list; missing members leave their defaults.
    static ContainerSummary fromJson(const QJsonObject &object);
    /// The same as part of a list: what many containers have in common is in memory once.
    static ContainerSummary fromJson(const QJsonObject &object, SharedStrings *strings);
};

/// One run of a container's health check.
struct HealthProbe
{
    QDateTime start;
    QDateTime end;
    int exitCode = 0;
    QString output; ///< untrusted
};

/// GET /containers/{id}/json (API 1.41), what Gantry shows of it; the rest is in raw.
struct ContainerDetails
{
    QString id;
    QString name;
    QString image; ///< as it was named at creation
    QString imageId;
    QString path;
    QStringList arguments;
    QDateTime created;
    QDateTime started; ///< invalid if it never was
    QDateTime finished; ///< invalid if it never was
    ContainerState state = ContainerState::Unknown;
    int exitCode = 0;
    bool outOfMemory = false;
    QString error; ///< the engine's words when a start failed
    qint64 pid = 0;
    int restartCount = 0;
    QString restartPolicy; ///< "no", "always", "unless-stopped", "on-failure"
    bool tty = false;
    bool openStdin = false;
    bool autoRemove = false;
    int stopTimeout = 10; ///< seconds from the request to end until it is killed
    QString user;
    QString workingDirectory;
    QStringList environment; ///< "NAME=value"
    QStringList exposedPorts; ///< "5432/tcp"
    QList<ContainerPort> ports; ///< of a running one
    QList<ContainerPort> configuredPorts; ///< to be published; publicPort 0 where the engine chooses
    QList<ContainerMount> mounts;
    QList<ContainerNetwork> networks;
    QMap<QString, QString> labels;
    Health health = Health::None;
    QStringList healthTest; ///< ["CMD-SHELL", "pg_isready"]
    qint64 healthIntervalMs = 0;
    int failingStreak = 0;
    QList<HealthProbe> healthLog;
    QJsonObject raw;

    /// The earliest time at which its last life can have written; invalid if it never started.
    QDateTime lastLifeBegins() const;
    /// When its last life ended; invalid if it runs, or never started.
    QDateTime lastLifeEnded() const { return finished < started ? QDateTime() : finished; }
    bool isRunning() const
    {
        return state == ContainerState::Running || state == ContainerState::Restarting
            || state == ContainerState::Paused;
    }
    /// Value of an environment variable; nothing when it is not set.
    std::optional<QString> environmentValue(const QString &variable) const;
    static ContainerDetails fromJson(const QJsonObject &object);
};

/// Body of POST /containers/create (API 1.41).
struct ContainerConfig
{
    QString image;
    QStringList command; ///< empty: the image's own
    QStringList entrypoint; ///< empty: the image's own
    QStringList environment;
    QMap<QString, QString> labels;
    QList<ContainerPort> ports; ///< published ones; publicPort 0 lets the engine choose
    QStringList binds; ///< "source:destination[:ro]"
    QString network;
    QString restartPolicy;
    QString user;
    QString workingDirectory;
    bool tty = false;
    bool openStdin = false;
    bool autoRemove = false;

    QJsonObject toJson() const;
};

/// GET /containers/{id}/top: the titles of ps and one row a process.
struct ContainerProcesses
{
    QStringList titles;
    QList<QStringList> processes;

    /// Podman 4.3 hands on the lines of ps whole: as many cells as the title has words.
    void splitLines();
};

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::ContainerSummary)
