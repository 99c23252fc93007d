// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/localfiles.h"

#include "engine/middleleftout.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Gantry {

namespace {

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

QString LocalFiles::shownPath(const QByteArray &path)
{
    return middleLeftOut(QFile::decodeName(path));
}

QString LocalFiles::obstacle(const QByteArray &folder)
{
    const int descriptor = LocalFiles().open(folder);
    if (descriptor < 0)
        return qt_error_string(errno);
    ::close(descriptor);
    return {};
}

int LocalFiles::open(const QByteArray &folder)
{
    m_folder = QFile::encodeName(QDir::cleanPath(QFile::decodeName(folder)));
    return ::open(m_folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

QString LocalFiles::readFolder(const QByteArray &folder, const Judge &judge, const std::atomic_bool &cancelled)
{
    const int descriptor = open(folder);
    if (descriptor < 0)
        return qt_error_string(errno);
    walk(descriptor, {}, judge, cancelled);
    return {};
}

QString LocalFiles::readNames(const QByteArray &folder, const QList<QByteArray> &names,
                              const std::atomic_bool &cancelled)
{
    const int descriptor = open(folder);
    if (descriptor < 0)
        return qt_error_string(errno);
    const Judge all = [](const QByteArray &) { return Verdict::Takes; };
    QString problem;
    for (const QByteArray &name : names) {
        // What goes while it is read is no problem; what was not there is.
        struct stat status = {};
        if (::fstatat(descriptor, name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0)
            problem = qt_error_string(errno);
        else
            take(descriptor, name, name, all, cancelled);
    }
    ::close(descriptor);
    return problem;
}

/// Takes the descriptor \a parent over.
void LocalFiles::walk(int parent, const QByteArray &prefix, const Judge &judge, const std::atomic_bool &cancelled)
{
    // The copy is for the names alone, whose reading closes it.
    const auto names = namesIn(::fcntl(parent, F_DUPFD_CLOEXEC, 0));
    if (!names)
        noteUnreadable(prefix.isEmpty() ? m_folder : prefix.chopped(1));
    for (const QByteArray &name : names.value_or(QList<QByteArray>())) {
        if (cancelled)
            break;
        take(parent, name, prefix + name, judge, cancelled);
    }
    ::close(parent);
}

void LocalFiles::take(int parent, const QByteArray &name, const QByteArray &path, const Judge &judge,
                      const std::atomic_bool &cancelled)
{
    const Verdict verdict = judge(path);
    const bool taken = verdict == Verdict::Takes;
    struct stat status = {};
    if (verdict == Verdict::Leaves)
        return;
    if (::fstatat(parent, name.constData(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
        if (taken && errno != ENOENT)
            noteUnreadable(path);
        return;
    }
    if (taken && S_ISSOCK(status.st_mode)) {
        if (++m_socketCount <= mostNamed)
            m_sockets << shownPath(path);
        return;
    }
    if (taken) {
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
        walk(folder, path + '/', judge, cancelled);
    else if (taken)
        noteUnreadable(path);
}

void LocalFiles::noteUnreadable(const QByteArray &path)
{
    if (++m_unreadableCount <= mostNamed)
        m_unreadable << shownPath(path);
}

} // namespace Gantry
