// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/workerthread.h"

#include <QCoreApplication>

namespace Gantry {

namespace {

constexpr int patienceMilliseconds = 3000;

}

WorkerThread::WorkerThread(QObject *worker)
    : QThread(QCoreApplication::instance())
    , m_worker(worker)
{
    worker->moveToThread(this);
    connect(this, &QThread::finished, worker, &QObject::deleteLater);
    connect(this, &QThread::finished, this, &QObject::deleteLater);
    start();
}

WorkerThread::~WorkerThread()
{
    end();
}

void WorkerThread::leave(QObject *listener)
{
    m_worker->disconnect(listener);
    m_leaving = true;
    // When the application is a moment further in its end, Qt drops every event: what was posted would never be done,
    // and the thread never end. Anew each time: the last that was added runs first, before QtSql closes under us.
    qAddPostRoutine(&WorkerThread::endAll);
    QMetaObject::invokeMethod(m_worker, [this] { quit(); });
}

void WorkerThread::endAll()
{
    const auto threads = QCoreApplication::instance()->findChildren<WorkerThread *>(Qt::FindDirectChildrenOnly);
    for (WorkerThread *thread : threads)
        thread->end();
}

void WorkerThread::end()
{
    if (!m_leaving)
        quit();
    if (!wait(patienceMilliseconds)) { // for instance in the resolver
        terminate();
        wait();
    }
}

} // namespace Gantry
