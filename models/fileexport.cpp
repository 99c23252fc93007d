// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileexport.h"

#include "wholefile.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

constexpr qsizetype bufferSize = 1024 * 1024;
constexpr int progressSteps = 1000;

} // namespace

FileExport::Sink::Sink(QPromise<Outcome> *promise, Control *control, const QString &path, qint64 total)
    : m_promise(promise)
    , m_control(control)
    , m_total(total)
    , m_file(path)
{
    m_buffer.reserve(bufferSize + bufferSize / 4);
    if (!WholeFile::open(&m_file))
        m_outcome.error = m_file.errorString();
}

bool FileExport::Sink::goOn(qint64 records)
{
    m_outcome.records = records;
    if (m_buffer.size() < bufferSize)
        return m_outcome.error.isEmpty();
    if (!flush())
        return false;
    m_control->records.store(records);
    m_promise->setProgressValue(int(records * progressSteps / std::max<qint64>(1, m_total)));
    return true;
}

bool FileExport::Sink::flush()
{
    if (m_control->cancelled.load() || !m_outcome.error.isEmpty())
        return false;
    m_outcome.error = WholeFile::write(&m_file, m_buffer);
    m_outcome.bytes += m_buffer.size();
    m_buffer.resize(0);
    return m_outcome.error.isEmpty();
}

bool FileExport::Sink::commit()
{
    if (!flush())
        return false;
    m_outcome.error = WholeFile::commit(&m_file);
    return m_outcome.error.isEmpty();
}

FileExport::FileExport(Producer produce, const QString &path, qint64 total, QObject *parent, QThreadPool *pool)
    : QObject(parent)
    , m_produce(std::move(produce))
    , m_path(path)
    , m_total(total)
    , m_pool(pool ? pool : QThreadPool::globalInstance())
    , m_control(std::make_shared<Control>())
{
    connect(&m_watcher, &QFutureWatcher<Outcome>::progressValueChanged, this,
            [this] { Q_EMIT progress(m_control->records.load(), m_total); });
    connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, [this] {
        const Outcome outcome = m_watcher.result();
        if (outcome.error.isEmpty())
            Q_EMIT finished(outcome.records, outcome.bytes);
        else
            Q_EMIT failed(outcome.error);
    });
}

FileExport::~FileExport()
{
    m_control->cancelled.store(true);
}

void FileExport::start()
{
    m_watcher.setFuture(
        QtConcurrent::run(m_pool, &FileExport::write, std::exchange(m_produce, {}), m_path, m_total, m_control));
}

void FileExport::cancel()
{
    m_control->cancelled.store(true);
}

void FileExport::write(QPromise<Outcome> &promise, const Producer &produce, const QString &path, qint64 total,
                       const std::shared_ptr<Control> &control)
{
    promise.setProgressRange(0, progressSteps);
    Sink sink(&promise, control.get(), path, total);
    Outcome &outcome = sink.m_outcome;
    const QString problem = outcome.error.isEmpty() ? produce(&sink) : QString();
    if (!problem.isEmpty())
        outcome.error = tr("“%1” was not written: %2").arg(path, problem);
    else if (!sink.commit())
        outcome.error = outcome.error.isEmpty() ? tr("The export to “%1” was cancelled. No file was left.").arg(path)
                                                : tr("“%1” cannot be written. %2").arg(path, outcome.error);
    promise.addResult(outcome);
}

} // namespace Gantry
