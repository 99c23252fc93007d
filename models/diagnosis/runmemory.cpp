// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/runmemory.h"

#include "diagnosis/diagnosischecks.h"
#include "engine/middleleftout.h"
#include "items/humanize.h"
#include "wholefile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QSaveFile>
#include <QStandardPaths>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int SaveAfterMs = 2000;
constexpr qint64 LargestMemory = 16 * 1024 * 1024;
constexpr int SaltBytes = 32;
/// So few that a guessed value fits by chance now and then: the file tells a thief little.
constexpr int HashBytes = 4;

QString withoutPrefix(const QString &imageId)
{
    return imageId.section(u':', -1).left(12);
}

DiagnosisCheck fact(const QString &name, bool isSame, const QString &text)
{
    return {isSame ? DiagnosisCheck::Result::Right : DiagnosisCheck::Result::Wrong, name, text};
}

QString listed(const QStringList &names)
{
    return middleLeftOut(names.join(u", "_s), 300);
}

} // namespace

RunMemory::RunMemory(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/runs.json"_s
                            : file)
{
    m_save.setSingleShot(true);
    m_save.setInterval(SaveAfterMs);
    connect(&m_save, &QTimer::timeout, this, &RunMemory::save);
    m_writer.setMaxThreadCount(1);
}

RunMemory::~RunMemory()
{
    if (m_save.isActive())
        save();
    m_writer.waitForDone();
}

SeenRun RunMemory::seen(const ContainerDetails &container) const
{
    SeenRun run;
    run.container = container.id;
    run.imageId = container.imageId;
    run.command = DiagnosisChecks::commandOf(container);
    for (const QString &variable : container.environment) {
        run.variables.insert(
            variable.section(u'=', 0, 0),
            QMessageAuthenticationCode::hash(variable.toUtf8(), m_salt, QCryptographicHash::Sha256).left(HashBytes));
    }
    return run;
}

void RunMemory::note(const ServiceKey &key, const ContainerDetails &container)
{
    load();
    SeenRun run = seen(container);
    run.seen = QDateTime::currentDateTimeUtc();
    m_runs.insert(key, run);
    while (m_runs.size() > MostServices) {
        const auto oldest = std::min_element(m_runs.cbegin(), m_runs.cend(),
                                             [](const SeenRun &a, const SeenRun &b) { return a.seen < b.seen; });
        m_runs.erase(oldest);
    }
    m_save.start();
}

void RunMemory::seeAgain(const ServiceKey &key, const QString &container)
{
    load();
    const auto it = m_runs.find(key);
    if (it == m_runs.end() || it->container != container)
        return;
    it->seen = QDateTime::currentDateTimeUtc();
    m_save.start();
}

std::optional<SeenRun> RunMemory::run(const ServiceKey &key)
{
    load();
    const auto it = m_runs.constFind(key);
    return it == m_runs.cend() ? std::nullopt : std::optional(*it);
}

QList<DiagnosisCheck> RunMemory::changes(const ServiceKey &key, const ContainerDetails &container)
{
    if (key.service.isEmpty()) {
        return {{DiagnosisCheck::Result::Fact, tr("Nothing"),
                 tr("Image, command and variables of a container stay as it was made with them.")}};
    }
    const std::optional<SeenRun> before = run(key);
    if (!before) {
        return {{DiagnosisCheck::Result::Fact, tr("Not known"),
                 tr("Gantry has not seen this service run, so it cannot say what changed.")}};
    }
    QList<DiagnosisCheck> checks{{DiagnosisCheck::Result::Fact, tr("Seen running"), Humanize::ago(before->seen)}};
    const SeenRun now = seen(container);
    const bool sameImage = now.imageId == before->imageId;
    checks.append(fact(
        tr("Image"), sameImage,
        sameImage ? tr("The same.")
                  : tr("Another one: %1 was %2.").arg(withoutPrefix(now.imageId), withoutPrefix(before->imageId))));
    const bool sameCommand = now.command == before->command;
    checks.append(
        fact(tr("Command"), sameCommand, sameCommand ? tr("The same.") : tr("It was: %1").arg(before->command)));
    QStringList added;
    QStringList removed;
    QStringList changed;
    for (auto it = now.variables.cbegin(); it != now.variables.cend(); ++it) {
        if (!before->variables.contains(it.key()))
            added.append(it.key());
        else if (before->variables.value(it.key()) != *it)
            changed.append(it.key());
    }
    for (auto it = before->variables.cbegin(); it != before->variables.cend(); ++it) {
        if (!now.variables.contains(it.key()))
            removed.append(it.key());
    }
    QStringList parts;
    if (!changed.isEmpty())
        parts.append(tr("Other values: %1.").arg(listed(changed)));
    if (!added.isEmpty())
        parts.append(tr("New: %1.").arg(listed(added)));
    if (!removed.isEmpty())
        parts.append(tr("No longer set: %1.").arg(listed(removed)));
    checks.append(fact(tr("Variables"), parts.isEmpty(), parts.isEmpty() ? tr("The same.") : parts.join(u' ')));
    return checks;
}

void RunMemory::load()
{
    if (std::exchange(m_loaded, true))
        return;
    QFile file(m_file);
    const QJsonObject kept
        = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(LargestMemory)).object() : QJsonObject();
    m_salt = QByteArray::fromHex(kept["salt"_L1].toString().toLatin1());
    const QJsonArray runs = m_salt.size() == SaltBytes ? kept["runs"_L1].toArray() : QJsonArray();
    if (m_salt.size() != SaltBytes) {
        m_salt.resize(SaltBytes);
        QRandomGenerator::system()->fillRange(reinterpret_cast<quint32 *>(m_salt.data()), SaltBytes / 4);
    }
    for (const auto &value : runs) {
        const QJsonObject each = value.toObject();
        SeenRun run{.container = each["container"_L1].toString(),
                    .imageId = each["image"_L1].toString(),
                    .command = each["command"_L1].toString(),
                    .variables = {},
                    .seen = QDateTime::fromString(each["seen"_L1].toString(), Qt::ISODate)};
        const QJsonObject variables = each["variables"_L1].toObject();
        for (auto it = variables.begin(); it != variables.end(); ++it)
            run.variables.insert(it.key(), QByteArray::fromHex(it->toString().toLatin1()));
        m_runs.insert({each["engine"_L1].toString(), each["project"_L1].toString(), each["service"_L1].toString()},
                      run);
    }
}

QByteArray RunMemory::json() const
{
    QJsonArray runs;
    for (auto it = m_runs.cbegin(); it != m_runs.cend(); ++it) {
        QJsonObject variables;
        for (auto each = it->variables.cbegin(); each != it->variables.cend(); ++each)
            variables.insert(each.key(), QString::fromLatin1(each->toHex()));
        runs.append(QJsonObject{{u"engine"_s, it.key().engine},
                                {u"project"_s, it.key().project},
                                {u"service"_s, it.key().service},
                                {u"container"_s, it->container},
                                {u"image"_s, it->imageId},
                                {u"command"_s, it->command},
                                {u"variables"_s, variables},
                                {u"seen"_s, it->seen.toString(Qt::ISODate)}});
    }
    const QJsonObject all{{u"salt"_s, QString::fromLatin1(m_salt.toHex())}, {u"runs"_s, runs}};
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

void RunMemory::save()
{
    m_save.stop();
    m_writer.start([path = m_file, bytes = json()] {
        // What cannot be kept is not known the next time, and then the page says so.
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        if (WholeFile::open(&file) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
            && WholeFile::write(&file, bytes).isEmpty())
            WholeFile::commit(&file);
    });
}

} // namespace Gantry
