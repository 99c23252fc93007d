// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/container.h"

#include <QMap>
#include <QMetaType>
#include <QStringList>

namespace Gantry {

/// One entry of a service's depends_on.
struct ServiceDependency
{
    enum class Condition { Started, Healthy, Completed };

    QString service;
    Condition condition = Condition::Started;

    friend bool operator==(const ServiceDependency &, const ServiceDependency &) = default;
};

/// Words of Compose ("service_healthy") to the condition; Started for unknown ones.
ServiceDependency::Condition dependencyCondition(const QString &word);

/// A service of a project: what the file declares and what the engine has of it.
struct ProjectService
{
    QString name;
    QString image; ///< of the containers, else what the file says; may be empty (built, never created)
    QList<ServiceDependency> dependsOn;
    QStringList profiles; ///< from the file; empty: always part of an up
    QList<ContainerPort> ports; ///< of all instances (as last seen), or what the file declares where there is none
    QStringList containers; ///< ids of the instances in the order of their numbers, without one-off ones
    int running = 0; ///< instances that run: neither paused nor restarting ones
    int paused = 0; ///< instances
    int restarting = 0; ///< instances
    int declaredInstances = 1; ///< what an up would make, from the file
    bool built = false; ///< the file has a build section for it
    QString buildFolder; ///< of that section, as the file names it
    bool inFile = false; ///< the file that was read declares it
    bool leftOut = false; ///< by an up: none of its profiles is active
    /// Of the instance that tells most: a failed one before one that is being started before one that runs.
    ContainerState state = ContainerState::Unknown;
    Health health = Health::None;
    std::optional<int> exitCode;
    QString leadContainer; ///< id of that instance; empty when there is none

    bool exists() const { return !containers.isEmpty(); }
    /// Whether an instance is stopped or paused.
    bool canStart() const { return running + restarting < containers.size(); }
    bool canStop() const { return running + restarting + paused > 0; }
    /// Instances to be expected: those that exist, or those that an up would make.
    int instances() const;
    friend bool operator==(const ProjectService &, const ProjectService &) = default;
};

/// Where a project comes from, as far as this machine can see its files.
struct ProjectFiles
{
    QString workingDirectory; ///< --project-directory
    QStringList configFiles; ///< absolute paths, in the order of -f
    QStringList environmentFiles; ///< absolute paths of --env-file; empty when only the default .env may apply
    QStringList missing; ///< of both kinds, as the labels name them: known but not found on this machine
    QString whyMissing; ///< of the first of them, one translated sentence

    /// Whether Compose can be given everything the project was made from.
    bool complete() const { return !configFiles.isEmpty() && missing.isEmpty(); }
    friend bool operator==(const ProjectFiles &, const ProjectFiles &) = default;
};

/// A Compose project, known from the labels of containers, from a file that the user opened, or from both.
struct Project
{
    QString name;
    bool fromLabels = false; ///< at least one container carries its name
    QString openedPath; ///< the file or folder that the user opened; empty if it was not opened
    ProjectFiles files;
    QString composeVersion; ///< label of the newest container, "2.26.1"; empty when unknown
    bool podmanCompose = false; ///< made by podman-compose
    QList<ProjectService> services; ///< by name
    QStringList oneOffContainers; ///< ids of `compose run` containers
    QStringList profiles; ///< all that the file names, sorted
    QStringList activeProfiles; ///< those the next up uses, see setActiveProfiles()
    QStringList volumes; ///< keys of named volumes that the file declares
    QString clash; ///< folder of the opened file when containers of another folder use this name; empty otherwise
    QString unusedFile; ///< the opened file when the containers were made from other files of its folder; else empty
    QString problem; ///< why the files cannot be used, in Compose's or the system's words; empty when all is well
    bool unanswered = false; ///< Compose was asked about the files and did not answer in time
    QString unreadable; ///< why Gantry cannot read the files by itself, where Compose has said nothing of them yet

    /// Sets activeProfiles, and which services they leave out.
    void setActiveProfiles(const QStringList &active);
    bool isOpened() const { return !openedPath.isEmpty(); }
    /// 1 or 2; 0 when nothing tells.
    int composeMajor() const;
    bool hasContainers() const;
    int runningContainers() const;
    /// Containers that exist plus those an up would add (without services of inactive profiles).
    int expectedContainers() const;
    QStringList containerIds() const; ///< instances of all services, without one-off ones
    /// Null if there is none.
    const ProjectService *service(const QString &serviceName) const;
    friend bool operator==(const Project &, const Project &) = default;
};

/// Groups containers by their labels (Docker Compose and podman-compose). Files are as the labels name them,
/// unresolved: relative ones stay relative. One-off containers make a project known but are no service's instances.
QMap<QString, Project> projectsFromContainers(const QList<ContainerSummary> &containers);

/// Services in the order in which Compose starts them: each group needs only services of earlier groups. Services that
/// depend on each other in a circle come last, together. Stopping goes the other way round.
QList<QStringList> startOrder(const QList<ProjectService> &services);

} // namespace Gantry

Q_DECLARE_METATYPE(Gantry::Project)
