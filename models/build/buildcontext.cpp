// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildcontext.h"

#include "build/dockerignore.h"
#include "engine/middleleftout.h"
#include "items/humanize.h"
#include "quoted.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 5;
constexpr qint64 longestText = 4 * 1024 * 1024;

QString shownPath(const QByteArray &path)
{
    return middleLeftOut(QFile::decodeName(path));
}

/// The names in an open folder, in order; takes the descriptor over. Nothing if it cannot be read.
std::optional<QList<QByteArray>> namesIn(int descriptor)
{
    DIR *folder = ::fdopendir(descriptor);
    if (!folder) {
        ::close(descriptor);
        return std::nullopt;
    }
    QList<QByteArray> names;
    errno = 0;
    while (const dirent *entry = ::readdir(folder)) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names << name;
    }
    const bool readAll = errno == 0;
    ::closedir(folder);
    std::sort(names.begin(), names.end());
    return readAll ? std::optional(names) : std::nullopt;
}

QByteArray targetOf(int parent, const QByteArray &name)
{
    std::array<char, PATH_MAX> target{};
    const ssize_t size = ::readlinkat(parent, name.constData(), target.data(), target.size());
    return size > 0 ? QByteArray(target.data(), size) : QByteArray();
}

} // namespace

BuildContext BuildContext::read(const QString &folder, const QString &dockerfile, const std::atomic_bool &cancelled)
{
    BuildContext context;
    context.m_folder = QFile::encodeName(QDir::cleanPath(folder));
    const int descriptor = ::open(context.m_folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) {
        context.m_problem = tr("The folder “%1” cannot be opened. %2")
                                .arg(shownPath(context.m_folder), quoted(qt_error_string(errno)));
        return context;
    }
    DockerIgnore rules;
    context.readRules(dockerfile, &rules);
    if (context.m_problem.isEmpty())
        context.walk(descriptor, {}, rules, cancelled);
    else
        ::close(descriptor);
    context.judge();
    return context;
}

void BuildContext::readRules(const QString &dockerfile, DockerIgnore *rules)
{
    const QDir folder(QFile::decodeName(m_folder));
    const QString path = folder.filePath(dockerfile);
    if (!QFileInfo::exists(path)) {
        m_problem = tr("There is no file “%1” in the build folder: it says how the image is built.")
                        .arg(middleLeftOut(dockerfile));
        return;
    }
    m_dockerfile = Dockerfile(textOf(path));
    const QString ofFolder = u".dockerignore"_s;
    const QString ofDockerfile = dockerfile + ofFolder;
    const QString ignore = QFileInfo::exists(folder.filePath(ofDockerfile)) ? ofDockerfile : ofFolder;
    if (m_problem.isEmpty() && QFileInfo::exists(folder.filePath(ignore))) {
        *rules = DockerIgnore(textOf(folder.filePath(ignore)), ignore);
        if (m_problem.isEmpty())
            m_problem = rules->problem();
    }
    rules->keep(ofFolder);
    rules->keep(QDir::cleanPath(dockerfile));
}

QString BuildContext::textOf(const QString &path)
{
    QFile file(path);
    // A pipe would be waited for.
    if (!QFileInfo(path).isFile())
        m_problem = tr("“%1” is no file.").arg(middleLeftOut(path));
    else if (!file.open(QIODevice::ReadOnly))
        m_problem = tr("“%1” cannot be read. %2").arg(middleLeftOut(path), quoted(file.errorString()));
    else
        return QString::fromUtf8(file.read(longestText));
    return {};
}

/// Takes the descriptor \a parent over.
void BuildContext::walk(int parent, const QByteArray &prefix, const DockerIgnore &rules,
                        const std::atomic_bool &cancelled)
{
    // The copy is for the names alone, whose reading closes it.
    const auto names = namesIn(::fcntl(parent, F_DUPFD_CLOEXEC, 0));
    if (!names)
        noteUnreadable(prefix.isEmpty() ? m_folder : prefix.chopped(1));
    for (const QByteArray &name : names.value_or(QList<QByteArray>())) {
        if (cancelled)
            break;
        take(parent, name, prefix + name, rules, cancelled);
    }
    ::close(parent);
}

void BuildContext::take(int parent, const QByteArray &name, const QByteArray &path, const DockerIgnore &rules,
                        const std::atomic_bool &cancelled)
{
    const QString shown = QFile::decodeName(path);
    const bool ignored = rules.ignores(shown);
    struct stat status = {};
    if (ignored && rules.ignoresAllBelow(shown))
        return;
    if (::fstatat(parent, name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (!ignored && errno != ENOENT)
            noteUnreadable(path);
        return;
    }
    if (!ignored && S_ISSOCK(status.st_mode)) {
        if (++m_socketCount <= mostNamed)
            m_sockets << shownPath(path);
        return;
    }
    if (!ignored) {
        Entry entry;
        entry.path = path;
        entry.mode = status.st_mode;
        entry.modified = status.st_mtime;
        entry.device = status.st_rdev;
        if (S_ISLNK(status.st_mode))
            entry.linkTarget = targetOf(parent, name);
        if (S_ISREG(status.st_mode)) {
            if (::faccessat(parent, name.constData(), R_OK, AT_EACCESS) != 0)
                noteUnreadable(path);
            entry.size = status.st_size;
            m_size += entry.size;
            ++m_files;
        }
        m_entries << entry;
    }
    if (!S_ISDIR(status.st_mode))
        return;
    const int folder = ::openat(parent, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder >= 0)
        walk(folder, path + '/', rules, cancelled);
    else if (!ignored)
        noteUnreadable(path);
}

void BuildContext::noteUnreadable(const QByteArray &path)
{
    if (++m_unreadableCount <= mostNamed)
        m_unreadable << shownPath(path);
}

void BuildContext::judge()
{
    if (!m_problem.isEmpty() || m_unreadableCount == 0)
        return;
    const int more = m_unreadableCount - int(m_unreadable.size());
    QString names = m_unreadable.join(u", "_s);
    if (more > 0)
        names = tr("%1 and %n more", nullptr, more).arg(names);
    m_problem = tr("%n file(s) or folder(s) cannot be read: %1. Name what the build does not need in .dockerignore, or "
                   "change who may read it.",
                   nullptr, m_unreadableCount)
                    .arg(names);
}

QString BuildContext::summary() const
{
    const QString sent = tr("%1, %2", "\"12 files\" and a size")
                             .arg(tr("%n file(s)", nullptr, int(m_files)), Humanize::sizeText(m_size));
    if (m_socketCount == 0)
        return sent;
    return tr("%1; left out, because sockets cannot be sent: %2")
        .arg(sent, m_socketCount > m_sockets.size() ? m_sockets.join(u", "_s) + u" …"_s : m_sockets.join(u", "_s));
}

} // namespace Gantry
