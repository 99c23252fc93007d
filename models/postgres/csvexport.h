// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QString>

#include <atomic>
#include <memory>

namespace Gantry {

class ResultStore;

/// Writes a result to a CSV file as COPY … CSV does (UTF-8; lines end in \n; NULL is nothing, the empty string ""), in
/// the pool. The file appears at its name only when it is complete.
class CsvExport : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QChar separator = u',';
        bool headers = true;
    };

    CsvExport(std::shared_ptr<const ResultStore> store, const QString &path, const Options &options,
              QObject *parent = nullptr);
    CsvExport(std::shared_ptr<const ResultStore> store, const QString &path, QObject *parent = nullptr);
    ~CsvExport() override;

    /// Exports the rows that are in the store now. Once an object.
    void start();
    /// Leaves no file behind; answered by failed().
    void cancel();
    const QString &path() const { return m_path; }

Q_SIGNALS:
    void progress(qint64 rows, qint64 of);
    void finished(qint64 rows, qint64 bytes);
    void failed(const QString &sentence); ///< what failed, with the system's words; also after cancel()

private:
    struct Control // shared with the pool
    {
        std::atomic<bool> cancelled = false;
        std::atomic<qint64> rows = 0;
    };
    struct Outcome
    {
        qint64 rows = 0;
        qint64 bytes = 0;
        QString error;
    };
    static void write(QPromise<Outcome> &promise, const std::shared_ptr<const ResultStore> &store, const QString &path,
                      const Options &options, const std::shared_ptr<Control> &control);

    std::shared_ptr<const ResultStore> m_store;
    QString m_path;
    Options m_options;
    std::shared_ptr<Control> m_control;
    QFutureWatcher<Outcome> m_watcher;
};

} // namespace Gantry
