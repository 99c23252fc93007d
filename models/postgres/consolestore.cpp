// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/consolestore.h"

#include "wholefile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUuid>
#include <QtConcurrent>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int WriteDelay = 1000;
constexpr int RetryDelay = 3000;
constexpr int Patience = 3000;
constexpr QLatin1String Suffix(".json");

QJsonObject toJson(const StoredConsole &console)
{
    QJsonArray queries;
    for (const StoredQuery &query : console.queries) {
        queries.append(QJsonObject{
            {QStringLiteral("title"), query.title},
            {QStringLiteral("path"), query.path},
            {QStringLiteral("text"), query.text},
            {QStringLiteral("cursor"), query.cursor},
            {QStringLiteral("changed"), query.changed},
            {QStringLiteral("fileDigest"), QString::fromLatin1(query.fileDigest.toHex())},
        });
    }
    return {
        {QStringLiteral("format"), 1},
        {QStringLiteral("order"), console.order},
        {QStringLiteral("containerId"), console.place.containerId},
        {QStringLiteral("containerName"), console.place.containerName},
        {QStringLiteral("project"), console.place.project},
        {QStringLiteral("service"), console.place.service},
        {QStringLiteral("user"), console.user},
        {QStringLiteral("database"), console.database},
        {QStringLiteral("autocommit"), console.autocommit},
        {QStringLiteral("queries"), queries},
        {QStringLiteral("currentQuery"), console.currentQuery},
    };
}

StoredConsole fromJson(const QString &id, const QJsonObject &object)
{
    StoredConsole console;
    console.id = id;
    console.order = object.value(QLatin1String("order")).toInt();
    console.place.containerId = object.value(QLatin1String("containerId")).toString();
    console.place.containerName = object.value(QLatin1String("containerName")).toString();
    console.place.project = object.value(QLatin1String("project")).toString();
    console.place.service = object.value(QLatin1String("service")).toString();
    console.user = object.value(QLatin1String("user")).toString();
    console.database = object.value(QLatin1String("database")).toString();
    console.autocommit = object.value(QLatin1String("autocommit")).toBool(true);
    console.currentQuery = object.value(QLatin1String("currentQuery")).toInt();
    const QJsonArray queries = object.value(QLatin1String("queries")).toArray();
    for (const auto &value : queries) {
        const QJsonObject entry = value.toObject();
        StoredQuery query;
        query.title = entry.value(QLatin1String("title")).toString();
        query.path = entry.value(QLatin1String("path")).toString();
        query.text = entry.value(QLatin1String("text")).toString();
        query.cursor = entry.value(QLatin1String("cursor")).toInteger();
        query.changed = entry.value(QLatin1String("changed")).toBool();
        query.fileDigest = QByteArray::fromHex(entry.value(QLatin1String("fileDigest")).toString().toLatin1());
        console.queries.append(query);
    }
    return console;
}

/// Empty, or why it failed.
QString writeFile(const QString &folder, const StoredConsole &console)
{
    const QString path = folder + QLatin1Char('/') + console.id + Suffix;
    // What is typed may hold secrets: nobody else reads it.
    if (!QDir().mkpath(folder))
        return ConsoleStore::tr(
                   "The folder %1 for the text of consoles cannot be made. The text stays in the window; save it "
                   "to a file to keep it.")
            .arg(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QSaveFile file(path);
    const bool opened = WholeFile::open(&file) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QString problem = opened ? WholeFile::write(&file, QJsonDocument(toJson(console)).toJson(QJsonDocument::Compact))
                             : file.errorString();
    if (problem.isEmpty())
        problem = WholeFile::commit(&file);
    if (problem.isEmpty())
        return {};
    return ConsoleStore::tr("The text of the console cannot be kept in %1: “%2”. It stays in the window; save it to a "
                            "file before you close Gantry.")
        .arg(path, problem);
}

} // namespace

ConsoleStore::ConsoleStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
{
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/consoles");
    m_pool.setMaxThreadCount(1); // so that writes stay in order
    m_timer.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &ConsoleStore::tellSilence);
    connect(&m_timer, &QTimer::timeout, this, [this] { flush(); });
}

ConsoleStore::~ConsoleStore()
{
    flush();
    m_pool.waitForDone();
}

QString ConsoleStore::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QFuture<QList<StoredConsole>> ConsoleStore::load()
{
    return QtConcurrent::run(&m_pool, [this, folder = m_folder] {
        QList<StoredConsole> consoles;
        const QStringList names = QDir(folder).entryList({QLatin1Char('*') + Suffix}, QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(folder + QLatin1Char('/') + name);
            QJsonParseError error;
            QString problem;
            if (!file.open(QIODevice::ReadOnly)) {
                problem = file.errorString();
            } else {
                const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
                if (document.isObject()) {
                    consoles.append(fromJson(name.chopped(Suffix.size()), document.object()));
                    report({consoles.last().id, textsOf(consoles.last()), {}, true});
                } else {
                    problem = error.errorString();
                }
            }
            if (!problem.isEmpty()) {
                const QString words = tr("The console kept in %1 cannot be read: “%2”.").arg(file.fileName(), problem);
                QMetaObject::invokeMethod(this, [this, words] { Q_EMIT failed(words); });
            }
        }
        std::stable_sort(consoles.begin(), consoles.end(),
                         [](const StoredConsole &a, const StoredConsole &b) { return a.order < b.order; });
        return consoles;
    });
}

void ConsoleStore::track(const QString &id, const std::function<StoredConsole()> &snapshot)
{
    m_snapshots.insert(id, snapshot);
}

void ConsoleStore::changed(const QString &id)
{
    if (!m_snapshots.contains(id))
        return;
    m_changed.insert(id);
    // Not started anew by each change: who types without a pause is saved every second, too.
    if (!m_timer.isActive() || m_timer.remainingTime() > WriteDelay)
        m_timer.start(WriteDelay);
}

void ConsoleStore::untrack(const QString &id)
{
    if (m_changed.contains(id))
        write(id);
    m_snapshots.remove(id);
}

void ConsoleStore::remove(const QString &id)
{
    m_snapshots.remove(id);
    m_changed.remove(id);
    m_problems.remove(id);
    m_kept.remove(id);
    m_pool.start([path = m_folder + QLatin1Char('/') + id + Suffix] { QFile::remove(path); });
}

QFuture<void> ConsoleStore::flush()
{
    m_timer.stop();
    const QSet<QString> ids = m_changed;
    for (const QString &id : ids)
        write(id);
    if (m_snapshots.isEmpty())
        return {};
    // The pool does one thing after the other.
    return QtConcurrent::run(&m_pool, [] {}).then(this, [this] { takeOutcomes(); });
}

void ConsoleStore::write(const QString &id)
{
    m_changed.remove(id);
    const auto snapshot = m_snapshots.value(id);
    if (!snapshot)
        return;
    ++m_writing[id];
    if (!m_patience.isActive())
        m_patience.start();
    m_pool.start([this, folder = m_folder, console = snapshot()] {
        report({console.id, textsOf(console), writeFile(folder, console)});
    });
}

ConsoleStore::Texts ConsoleStore::textsOf(const StoredConsole &console)
{
    Texts texts;
    for (const StoredQuery &query : console.queries)
        texts.insert(qHash(query.text));
    return texts;
}

QStringList ConsoleStore::unkeptQueries(const QString &id) const
{
    const auto snapshot = m_snapshots.value(id);
    QStringList titles;
    if (!snapshot)
        return titles;
    const Texts kept = m_kept.value(id);
    const StoredConsole console = snapshot();
    for (const StoredQuery &query : console.queries) {
        if (query.changed && !query.text.trimmed().isEmpty() && !kept.contains(qHash(query.text)))
            titles += query.title;
    }
    return titles;
}

void ConsoleStore::report(const Outcome &outcome)
{
    {
        const QMutexLocker locker(&m_mutex);
        m_outcomes.append(outcome);
    }
    QMetaObject::invokeMethod(this, &ConsoleStore::takeOutcomes, Qt::QueuedConnection);
}

void ConsoleStore::takeOutcomes()
{
    QList<Outcome> outcomes;
    {
        const QMutexLocker locker(&m_mutex);
        outcomes.swap(m_outcomes);
    }
    for (const Outcome &outcome : std::as_const(outcomes)) {
        if (!outcome.wasRead && --m_writing[outcome.id] == 0)
            m_writing.remove(outcome.id);
        if (m_writing.isEmpty())
            m_patience.stop();
        if (outcome.wasRead) {
            m_kept.insert(outcome.id, outcome.texts);
        } else if (!m_snapshots.contains(outcome.id)) {
            continue; // closed since
        } else if (outcome.problem.isEmpty()) {
            m_kept.insert(outcome.id, outcome.texts);
            setProblem(outcome.id, {});
            Q_EMIT written(outcome.id);
        } else {
            m_changed.insert(outcome.id);
            if (!m_timer.isActive())
                m_timer.start(RetryDelay);
            setProblem(outcome.id, outcome.problem);
        }
    }
}

void ConsoleStore::tellSilence()
{
    const QStringList ids = m_writing.keys();
    for (const QString &id : ids) {
        if (m_snapshots.contains(id))
            setProblem(id,
                       tr("The text of the console is not kept yet: the disk of %1 does not answer. It stays in the "
                          "window.")
                           .arg(m_folder));
    }
}

void ConsoleStore::setProblem(const QString &id, const QString &problem)
{
    if (m_problems.value(id) == problem)
        return;
    if (problem.isEmpty())
        m_problems.remove(id);
    else
        m_problems.insert(id, problem);
    Q_EMIT problemChanged(id);
}

} // namespace Gantry
