// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerlog.h"

#include <QElapsedTimer>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace Gantry {

/// The logs of several containers as one, by the engine's time of each line. What they wrote before is merged as it
/// comes, each log in its order; what they write now waits for a moment, so that another's earlier line still comes
/// before it. LogBuffer::source() is a line's place in keys().
class MergedLog : public ReadLog
{
    Q_OBJECT

public:
    /// A container among them.
    struct Member
    {
        QString key; ///< to whom its lines belong: stays when another container takes its place
        ContainerLog::Source source;
    };

    explicit MergedLog(QObject *parent = nullptr);
    ~MergedLog() override;

    /// Forgets what was read and reads the logs of these containers, each from \a beginning on.
    void open(const QList<Member> &members, const Beginning &beginning);
    /// Reads the log of one more, all of it.
    void join(const Member &member);
    /// The container is no more; what it wrote stays.
    void leave(const QString &container);
    void clear() override;
    void close() override;
    void apply(const EngineEvent &event) override;
    bool isCatchingUp() const override;
    bool isTail() const override;

    /// To whom lines belong, in the order in which they came; nobody goes from it before the next open().
    const QStringList &keys() const { return m_keys; }

    /// How long a line that is written now waits, at least; at most twice as long.
    static constexpr int WindowMs = 50;
    static constexpr int FrameMs = 16;

private:
    /// A container's log, and what of it was merged.
    struct Lane
    {
        ContainerLog *log = nullptr;
        QString container;
        quint16 source = 0;
        qint64 next = 0; ///< its first line that was not merged
        qint64 ripeTo = 0; ///< lines before it have waited
        qint64 seen = 0; ///< lines that were there when the window began
        qint64 time = 0; ///< of the line merged last: times never go back within a log
        qint64 headTime = 0; ///< of the next line
        bool isHeadKnown = false;
        qint64 merged = 0; ///< lines that are no notes
        bool hasLeft = false;
        QElapsedTimer opened;
    };

    void add(const Member &member, const Beginning &beginning);
    quint16 sourceOf(const QString &key);
    void tick();
    void ripen();
    /// Whose next line is the next of all; null where that is not known yet.
    Lane *earliest();
    /// Merges for a frame; false when there is nothing that can be merged now.
    bool merge();
    void mergeLine(Lane *lane);
    /// Whether lines that are older than all that has come may come from a log of which all was merged.
    static bool isAwaited(const Lane &lane);
    static qint64 timeOfHead(Lane *lane);
    bool hasMore() const;
    void holdBack();
    void dropLeft();
    void updateState();

    QStringList m_keys;
    std::vector<Lane> m_lanes;
    QTimer m_tick;
    QElapsedTimer m_window;
    bool m_wasCatchingUp = false;
};

} // namespace Gantry
