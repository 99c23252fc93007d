// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/filetreemodel.h"
#include "look/banner.h"

namespace Gantry {

/// What is to be said of the folder that is shown: that reading it takes long, that it is not all there, and why, or
/// that something of the user's went wrong.
class FileNotice : public Banner
{
    Q_OBJECT

public:
    explicit FileNotice(QWidget *parent);

    /// How much a folder that is in this state is to be told of; 0 for not at all.
    static int urgency(const FileTreeModel::State &state);
    /// Of a folder that is called \a path, in \a container.
    void follow(const FileTreeModel::State &state, const QString &path, const QString &container, bool runs);
    /// Until the next call of either; empty for nothing.
    void tell(const QString &fact, const QString &consequence = {});

Q_SIGNALS:
    void wholeRequested();
    void goOnRequested();
    void stopRequested();
    void againRequested();

private:
    enum class Saying { Nothing, Held, Reading, UsualNames, Problem, Told };
    QAction *make(const QString &text, const QString &name, void (FileNotice::*signal)());
    /// With these buttons, unless it says so already.
    void say(Saying saying, Kind kind, const QString &fact, const QString &consequence,
             const QList<QAction *> &buttons);

    Saying m_saying = Saying::Nothing;
    QAction *m_whole;
    QAction *m_goOn;
    QAction *m_stop;
    QAction *m_again;
};

} // namespace Gantry
