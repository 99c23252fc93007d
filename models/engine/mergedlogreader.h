// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/mergedlog.h"

#include <QPointer>
#include <QSet>

namespace Gantry {

class Engine;
struct ContainerDetails;

/// Keeps a MergedLog at the containers that are wanted: asks the engine what it must know of each, reads those that
/// come and lets go of those that left.
class MergedLogReader : public QObject
{
    Q_OBJECT

public:
    struct Container
    {
        QString id;
        QString key; ///< as MergedLog::Member::key

        friend bool operator==(const Container &, const Container &) = default;
    };

    MergedLogReader(Engine *engine, QObject *parent);

    MergedLog *log() const { return m_log; }
    /// The containers whose logs are read, or will be.
    void setContainers(const QList<Container> &containers);
    const QList<Container> &containers() const { return m_containers; }
    /// Reads from \a beginning on.
    void open(const ReadLog::Beginning &beginning);
    void close();
    bool isOpen() const { return m_isOpen; }

private:
    void ask(const Container &container);
    void answered(const Container &container, const ContainerDetails &details);
    void openGathered();
    ContainerLog::Source sourceOf(const QString &id, const ContainerDetails &details);

    Engine *m_engine;
    MergedLog *m_log;
    QList<Container> m_containers;
    ReadLog::Beginning m_beginning;
    bool m_isOpen = false;
    int m_generation = 0;
    QSet<QString> m_asked; ///< ids whose answer is awaited
    QSet<QString> m_read; ///< ids
    bool m_isGathering = false; ///< the first ones begin together
    QList<MergedLog::Member> m_gathered;
};

} // namespace Gantry
