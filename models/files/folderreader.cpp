// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/folderreader.h"

#include "engine/onanswer.h"
#include "transferpool.h"

#include <QSet>
#include <QtConcurrentRun>

#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// 100,000 files with long names.
constexpr qsizetype longestListing = 128 * 1024 * 1024;

constexpr qint64 tellEachMs = 150;

/// The engine's codes for a program that cannot be run.
constexpr int noSuchProgram = 126;

/// What is looked for at a time: each may need a connection of its own.
constexpr int atATime = 4;

/// What there is at the top of most systems, and of most images for services.
constexpr const char *usualNames[]{"app",
                                   "bin",
                                   "boot",
                                   "code",
                                   "config",
                                   "data",
                                   "dev",
                                   "docker-entrypoint-initdb.d",
                                   "docker-entrypoint.sh",
                                   "entrypoint.sh",
                                   "etc",
                                   "home",
                                   "init",
                                   "lib",
                                   "lib32",
                                   "lib64",
                                   "libx32",
                                   "media",
                                   "mnt",
                                   "opt",
                                   "proc",
                                   "root",
                                   "run",
                                   "sbin",
                                   "src",
                                   "srv",
                                   "sys",
                                   "tmp",
                                   "usr",
                                   "var",
                                   "workspace"};

FileEntry entryOf(const QByteArray &name, const PathStat &stat)
{
    FileEntry entry;
    entry.name = name;
    entry.size = stat.size;
    entry.permissions = quint16(stat.mode & 0777);
    entry.modified = stat.modified;
    entry.type = stat.isFolder() ? FileEntry::Type::Folder
        : stat.isLink()          ? FileEntry::Type::Link
        : stat.isFile()          ? FileEntry::Type::File
                                 : FileEntry::Type::Unknown;
    entry.linkTarget = stat.linkTarget;
    return entry;
}

} // namespace

FileHost FileHost::of(const ContainerDetails &details)
{
    FileHost host{details.id, details.name, details.state == ContainerState::Running, {}};
    QStringList paths{details.workingDirectory, details.path};
    for (const ContainerMount &mount : details.mounts)
        paths << mount.destination;
    for (const QString &path : std::as_const(paths)) {
        if (path.startsWith(u'/'))
            host.folders << cleanPath(path.toUtf8());
    }
    return host;
}

FolderReader::FolderReader(EngineClient *client, const FileHost &host, const QByteArray &path, const FileOrder &order,
                           QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_host(host)
    , m_path(path)
    , m_order(order)
    , m_progress(std::make_shared<ArchiveListing::Progress>())
{
}

FolderReader::~FolderReader()
{
    m_progress->stopped = true;
}

void FolderReader::start()
{
    // An engine takes the words of a command as text.
    const bool isText = QString::fromUtf8(m_path).toUtf8() == m_path;
    if (m_whole)
        readArchive();
    else if (m_host.runs && isText)
        ask(FileListing::Way::Find);
    else if (m_path == "/")
        lookForUsualNames();
    else
        readArchive();
}

void FolderReader::ask(FileListing::Way way)
{
    if (!m_client) {
        end({});
        return;
    }
    ExecConfig config;
    config.command = FileListing::command(way, QString::fromUtf8(m_path));
    config.environment = {u"LC_ALL=C"_s};
    config.user = u"0"_s; // what the archive is read as, too
    const auto next = [this, way] {
        if (way == FileListing::Way::Find)
            ask(FileListing::Way::Shell);
        else if (m_path == "/")
            lookForUsualNames();
        else
            readArchive();
    };
    onAnswer<EngineError>(
        m_client->runExec(m_host.id, config, longestListing), this,
        [this, way, next](const ExecResult &result) {
            if (m_over)
                return;
            // One file that went meanwhile fails the command, too.
            if (result.exitCode >= noSuchProgram || (result.exitCode != 0 && result.output.isEmpty())) {
                next();
                return;
            }
            onAnswer(QtConcurrent::run([way, output = result.output, order = m_order] {
                         Result parsed;
                         const auto entries = FileListing::parse(way, output);
                         if (!entries)
                             return parsed;
                         parsed.folder = std::make_shared<FileNode>();
                         parsed.folder->known = FileNode::Known::All;
                         for (const FileEntry &entry : *entries)
                             parsed.folder->add(entry);
                         parsed.folder->sort(order);
                         return parsed;
                     }),
                     this, [this, next](const Result &parsed) {
                         if (m_over)
                             return;
                         if (parsed.folder)
                             end(parsed);
                         else
                             next();
                     });
        },
        [this, next](const EngineError &error) {
            if (m_over)
                return;
            if (error.kind() == EngineError::Kind::Refused && !error.isNotFound())
                next();
            else
                end({nullptr, Route::Programs, error.sentence()});
        });
}

void FolderReader::readArchive()
{
    if (!m_client) {
        end({});
        return;
    }
    m_progress = std::make_shared<ArchiveListing::Progress>();
    m_feed = new ArchiveFeed(m_client->readPath(m_host.id, pathIn(m_path, "."), nullptr), this);
    connect(m_feed, &ArchiveFeed::progressed, this, [this] {
        if (!m_held && !m_whole && m_feed->received() > holdAfter)
            hold();
        if (!m_told.isValid() || m_told.hasExpired(tellEachMs)) {
            m_told.start();
            Q_EMIT progressed();
        }
    });
    onAnswer(QtConcurrent::run(transferPool(),
                               [pipe = m_feed->pipe(), order = m_order, progress = m_progress] {
                                   return ArchiveListing::read(pipe.get(), order, progress.get());
                               }),
             this, [this, progress = m_progress](const ArchiveListing::Result &read) {
                 if (progress != m_progress)
                     return;
                 const bool nothing = read.folder->children.empty() && !read.problem.isEmpty();
                 const Result result{nothing ? nullptr : read.folder, Route::Archive, read.problem};
                 if (m_held)
                     m_soFar = result;
                 else
                     end(result);
             });
}

void FolderReader::hold()
{
    m_held = true;
    m_progress->stopped = true;
    m_feed->cancel();
    Q_EMIT held();
}

void FolderReader::goOn()
{
    m_whole = true;
    m_held = false;
    m_soFar.reset();
    if (m_feed)
        m_feed->deleteLater();
    readArchive();
}

void FolderReader::stop()
{
    if (std::exchange(m_held, false)) {
        if (m_soFar)
            end(*m_soFar);
        return;
    }
    m_progress->stopped = true;
    if (m_feed)
        m_feed->cancel();
    else
        end({});
}

void FolderReader::lookForUsualNames()
{
    if (!m_client) {
        end({});
        return;
    }
    QSet<QByteArray> names(std::begin(usualNames), std::end(usualNames));
    for (const QByteArray &path : std::as_const(m_host.folders)) {
        if (const QByteArray name = path.mid(1).split('/').first(); isPlainName(name))
            names.insert(name);
    }
    m_names = names.values();
    m_found = std::make_shared<FileNode>();
    m_found->known = FileNode::Known::Some;
    for (int i = 0; i < atATime; ++i)
        lookForNext();
}

void FolderReader::lookForNext()
{
    if (m_over || m_names.isEmpty()) {
        if (m_looking == 0) {
            m_found->sort(m_order);
            end({m_found, Route::UsualNames, {}});
        }
        return;
    }
    if (!m_client) {
        end({});
        return;
    }
    const QByteArray name = m_names.takeLast();
    ++m_looking;
    onAnswer<EngineError>(
        m_client->statPath(m_host.id, pathIn("/", name)), this,
        [this, name](const PathStat &stat) {
            if (stat.isLink() && m_client)
                followLink(entryOf(name, stat));
            else
                take(entryOf(name, stat));
        },
        [this](const EngineError &error) {
            --m_looking;
            // Not every engine says 404 of what is not there.
            if (error.kind() == EngineError::Kind::Refused)
                lookForNext();
            else
                end({nullptr, Route::UsualNames, error.sentence()});
        });
}

void FolderReader::followLink(const FileEntry &link)
{
    onAnswer<EngineError>(
        m_client->statPath(m_host.id, link.linkTarget), this,
        [this, link](const PathStat &target) {
            FileEntry entry = link;
            entry.leadsToFolder = target.isFolder();
            take(entry);
        },
        [this, link](const EngineError &) { take(link); }); // it leads nowhere
}

void FolderReader::take(const FileEntry &entry)
{
    m_found->add(entry);
    --m_looking;
    lookForNext();
}

void FolderReader::end(const Result &result)
{
    if (std::exchange(m_over, true))
        return;
    Q_EMIT finished(result);
}

} // namespace Gantry
