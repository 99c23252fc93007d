// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QSaveFile>
#include <QString>

#include <atomic>
#include <functional>
#include <memory>

class QThreadPool;

namespace Gantry {

/// Writes a file in a pool, record by record. The file appears at its name only when it is complete.
class FileExport : public QObject
{
    Q_OBJECT

    struct Control // shared with the pool
    {
        std::atomic<bool> cancelled = false;
        std::atomic<qint64> records = 0;
    };
    struct Outcome
    {
        qint64 records = 0;
        qint64 bytes = 0;
        QString error;
    };

public:
    /// What the records are given to, in the pool.
    class Sink
    {
    public:
        /// Append to it, whole records at a time.
        QByteArray &buffer() { return m_buffer; }
        /// After each record, whose number is \a records: false when no more are wanted.
        bool goOn(qint64 records);
        bool isCancelled() const { return m_control->cancelled.load(); }

    private:
        friend class FileExport;
        Sink(QPromise<Outcome> *promise, Control *control, const QString &path, qint64 total);
        bool flush();
        bool commit();

        QPromise<Outcome> *m_promise;
        Control *m_control;
        qint64 m_total;
        QSaveFile m_file;
        QByteArray m_buffer;
        Outcome m_outcome;
    };
    /// Gives all records to the sink, as long as it wants them. Answers why it could not, else nothing.
    using Producer = std::function<QString(Sink *sink)>;

    /// \a total is the number of records. A producer that waits for others takes no thread of the common pool: give it
    /// the transferPool().
    FileExport(Producer produce, const QString &path, qint64 total, QObject *parent, QThreadPool *pool = nullptr);
    ~FileExport() override;

    /// Once an object.
    void start();
    /// Leaves no file behind; answered by failed().
    virtual void cancel();
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void progress(qint64 records, qint64 of);
    void finished(qint64 records, qint64 bytes);
    void failed(const QString &sentence); ///< what failed, with the system's words; also after cancel()

private:
    static void write(QPromise<Outcome> &promise, const Producer &produce, const QString &path, qint64 total,
                      const std::shared_ptr<Control> &control);

    Producer m_produce;
    QString m_path;
    qint64 m_total;
    QThreadPool *m_pool;
    std::shared_ptr<Control> m_control;
    QFutureWatcher<Outcome> m_watcher;
};

} // namespace Gantry
