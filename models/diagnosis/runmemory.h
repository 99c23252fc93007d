// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnosis.h"
#include "engine/container.h"

#include <QMap>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <optional>
#include <tuple>

namespace Gantry {

/// What a service ran with when it was last seen running: no value of a variable is kept.
struct SeenRun
{
    QString container; ///< its id
    QString imageId;
    QString command; ///< as a line of a shell
    QMap<QString, QByteArray> variables; ///< by name, a salted hash
    QDateTime seen; ///< UTC

    friend bool operator==(const SeenRun &, const SeenRun &) = default;
};

/// Which service of an engine is meant.
struct ServiceKey
{
    QString engine; ///< its address
    QString project;
    QString service;

    friend bool operator<(const ServiceKey &a, const ServiceKey &b)
    {
        return std::tie(a.engine, a.project, a.service) < std::tie(b.engine, b.project, b.service);
    }
};

/// Remembers, in a file that only the user can read, what each service ran with, so that it can be said what is
/// otherwise when one no longer runs.
class RunMemory : public QObject
{
    Q_OBJECT

public:
    /// \a file empty: the user's own.
    explicit RunMemory(const QString &file = {}, QObject *parent = nullptr);
    ~RunMemory() override;

    /// A container that has run for a while and is well.
    void note(const ServiceKey &key, const ContainerDetails &container);
    /// A \a container that was noted still ran well until now.
    void seeAgain(const ServiceKey &key, const QString &container);
    std::optional<SeenRun> run(const ServiceKey &key);
    /// What is otherwise in \a container than when its service was last seen running, what is the same, or that nothing
    /// was seen.
    QList<DiagnosisCheck> changes(const ServiceKey &key, const ContainerDetails &container);

    /// Services that are kept; beyond, those that were not seen running for longest are forgotten.
    static constexpr int MostServices = 300;

private:
    SeenRun seen(const ContainerDetails &container) const;
    void load();
    void save();
    QByteArray json() const;

    QString m_file;
    QByteArray m_salt;
    QMap<ServiceKey, SeenRun> m_runs;
    bool m_loaded = false; ///< not before somebody wants to know
    QTimer m_save;
    QThreadPool m_writer; ///< of one thread: the newest comes last
};

} // namespace Gantry
