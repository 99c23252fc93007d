// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/csvexport.h"

#include "postgres/resultstore.h"
#include "wholefile.h"

#include <QSaveFile>
#include <QtConcurrentRun>

namespace Gantry {

namespace {

constexpr qsizetype bufferSize = 1024 * 1024;
constexpr int progressSteps = 1000;

void appendValue(QByteArray &to, QByteArrayView value, char separator, bool alone)
{
    const bool special = value.isEmpty() || (alone && value == "\\.") // which would end the data for COPY
        || std::any_of(value.begin(), value.end(),
                       [separator](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; });
    if (!special) {
        to += value;
        return;
    }
    to += '"';
    for (const char c : value) {
        if (c == '"')
            to += '"';
        to += c;
    }
    to += '"';
}

} // namespace

CsvExport::CsvExport(std::shared_ptr<const ResultStore> store, const QString &path, QObject *parent)
    : CsvExport(std::move(store), path, Options(), parent)
{
}

CsvExport::CsvExport(std::shared_ptr<const ResultStore> store, const QString &path, const Options &options,
                     QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_path(path)
    , m_options(options)
    , m_control(std::make_shared<Control>())
{
    connect(&m_watcher, &QFutureWatcher<Outcome>::progressValueChanged, this,
            [this] { Q_EMIT progress(m_control->rows.load(), m_store->rowCount()); });
    connect(&m_watcher, &QFutureWatcher<Outcome>::finished, this, [this] {
        const Outcome outcome = m_watcher.result();
        if (outcome.error.isEmpty())
            Q_EMIT finished(outcome.rows, outcome.bytes);
        else
            Q_EMIT failed(outcome.error);
    });
}

CsvExport::~CsvExport()
{
    cancel();
}

void CsvExport::start()
{
    m_watcher.setFuture(QtConcurrent::run(&CsvExport::write, m_store, m_path, m_options, m_control));
}

void CsvExport::cancel()
{
    m_control->cancelled.store(true);
}

void CsvExport::write(QPromise<Outcome> &promise, const std::shared_ptr<const ResultStore> &store, const QString &path,
                      const Options &options, const std::shared_ptr<Control> &control)
{
    const char separator = options.separator.toLatin1();
    const QList<ResultColumn> columns = store->columns();
    const qint64 rows = store->rowCount();
    Outcome outcome;
    QSaveFile file(path);
    QByteArray buffer;
    buffer.reserve(bufferSize + bufferSize / 4);
    const auto fail = [&](const QString &sentence) {
        outcome.error = sentence;
        promise.addResult(outcome);
    };
    const auto flush = [&] {
        outcome.bytes += buffer.size();
        QString problem = WholeFile::write(&file, buffer);
        buffer.resize(0);
        return problem;
    };
    const auto failToWrite = [&](const QString &problem) { fail(tr("“%1” cannot be written. %2").arg(path, problem)); };

    if (!WholeFile::open(&file)) {
        failToWrite(file.errorString());
        return;
    }
    promise.setProgressRange(0, progressSteps);
    if (options.headers) {
        for (qsizetype column = 0; column < columns.size(); ++column) {
            if (column > 0)
                buffer += separator;
            appendValue(buffer, columns[column].name.toUtf8(), separator, columns.size() == 1);
        }
        buffer += '\n';
    }
    for (; outcome.rows < rows; ++outcome.rows) {
        const ResultRow row = store->row(outcome.rows);
        if (!row.isReadable()) {
            fail(tr("“%1” was not written: row %2 of the result can no longer be read.")
                     .arg(path)
                     .arg(outcome.rows + 1));
            return;
        }
        for (int column = 0; column < row.columnCount(); ++column) {
            if (column > 0)
                buffer += separator;
            if (!row.isNull(column))
                appendValue(buffer, row.text(column), separator, columns.size() == 1);
        }
        buffer += '\n';
        if (buffer.size() < bufferSize)
            continue;
        if (control->cancelled.load()) {
            fail(tr("The export to “%1” was cancelled. No file was left.").arg(path));
            return;
        }
        if (const QString problem = flush(); !problem.isEmpty()) {
            failToWrite(problem);
            return;
        }
        control->rows.store(outcome.rows);
        promise.setProgressValue(int(outcome.rows * progressSteps / rows));
    }
    if (control->cancelled.load()) {
        fail(tr("The export to “%1” was cancelled. No file was left.").arg(path));
        return;
    }
    QString problem = flush();
    if (problem.isEmpty())
        problem = WholeFile::commit(&file);
    if (problem.isEmpty())
        promise.addResult(outcome);
    else
        failToWrite(problem);
}

} // namespace Gantry
