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

void WorkerThread::leave()
{
    m_leaving = true;
    QMetaObject::invokeMethod(m_worker, [this] { quit(); });
}

WorkerThread::~WorkerThread()
{
    if (!m_leaving)
        quit();
    if (!wait(patienceMilliseconds)) { // for instance in the resolver
        terminate();
        wait();
    }
}

} // namespace Gantry
