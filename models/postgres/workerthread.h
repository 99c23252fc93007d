// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QThread>

namespace Gantry {

/// A thread for one object. When it is told to leave, it ends as soon as its event loop comes to it and deletes the
/// object, in its own thread, and itself: nobody waits for it but the end of the program, and that for a moment only.
class WorkerThread : public QThread
{
    Q_OBJECT

public:
    /// Takes \a worker, which must have no parent, and starts.
    explicit WorkerThread(QObject *worker);
    ~WorkerThread() override;

    /// After what was posted to the object before. \a listener hears no more of the object's signals: its destructor
    /// and the object's would meet in them.
    void leave(QObject *listener);

private:
    static void endAll();
    void end();

    QObject *m_worker;
    bool m_leaving = false;
};

} // namespace Gantry
