// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/copyout.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <vector>

class QTemporaryDir;

namespace Gantry {

class FileCommands;
class Operation;

/// Files of a container that are dragged out of the window. Who takes them wants files of this machine at once, and
/// nothing can wait in the middle of a drop: so the drag begins when copies are here, while the button is still held.
/// Where that took too long they are ready for the next drag, and go when nobody dragged them for a while.
class FileDrag : public QObject
{
    Q_OBJECT

public:
    FileDrag(FileCommands *commands, QObject *parent);
    ~FileDrag() override;

    void begin(const QString &containerId, const QList<CopyOut::Item> &items);
    bool isFetching() const;

Q_SIGNALS:
    void fetching(int count);
    /// They are here: \a urls can be dragged now.
    void ready(const QList<QUrl> &urls);
    void failed();

private:
    /// Files change in the container: a copy is good for as long as a second try takes.
    static constexpr int goodForMs = 120'000;
    static constexpr std::size_t mostKept = 4;

    struct Fetched
    {
        QString containerId;
        QList<CopyOut::Item> items;
        std::shared_ptr<QTemporaryDir> folder;
        QElapsedTimer since;
        bool isWhole = false;

        QList<QUrl> urls() const;
        bool isOf(const QString &id, const QList<CopyOut::Item> &wanted) const;
    };
    void forget(std::size_t keep);
    void forgetUnused();

    FileCommands *m_commands;
    QPointer<Operation> m_operation;
    std::vector<Fetched> m_fetched; ///< the newest one last; who took them may still be copying
    QTimer m_unused{this}; ///< since they were handed out
};

} // namespace Gantry
