// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileplacing.h"

#include "files/localfiles.h"
#include "quoted.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Gantry {

namespace {

/// A descriptor that is closed.
class Folder
{
public:
    explicit Folder(const QByteArray &path)
        : m_descriptor(::open(path.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
    }
    Folder(int parent, const QByteArray &name)
        : m_descriptor(::openat(parent, name.constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC))
    {
    }
    ~Folder()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Folder)

    bool isOpen() const { return m_descriptor >= 0; }
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

QList<QByteArray> namesIn(int folder)
{
    QList<QByteArray> names;
    DIR *open = ::fdopendir(::fcntl(folder, F_DUPFD_CLOEXEC, 0));
    while (const dirent *entry = open ? ::readdir(open) : nullptr) {
        const QByteArray name(entry->d_name);
        if (name != "." && name != "..")
            names << name;
    }
    if (open)
        ::closedir(open);
    return names;
}

/// Nothing of the name is in the folder afterwards but what was moved; EEXIST where something was.
bool moveToFreeName(int from, int to, const QByteArray &name)
{
    if (::renameat2(from, name.constData(), to, name.constData(), RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS)
        return false;
    // A file system that cannot do both at once.
    struct stat status = {};
    if (::fstatat(to, name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::renameat(from, name.constData(), to, name.constData()) == 0;
}

} // namespace

QList<QByteArray> FilePlacing::existing(const QByteArray &folder, const QList<QByteArray> &names)
{
    QList<QByteArray> found;
    const Folder there(folder);
    struct stat status = {};
    for (const QByteArray &name : names) {
        if (::fstatat(there.descriptor(), name.constData(), &status, AT_SYMLINK_NOFOLLOW) == 0)
            found << name;
    }
    return found;
}

QString FilePlacing::make(const QByteArray &folder)
{
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(folder.constData(), nullptr), &std::free);
    if (!real)
        return qt_error_string(errno);
    m_folder = real.get();
    QByteArray path = m_folder + "/.gantry-copy-XXXXXX";
    if (!::mkdtemp(path.data()))
        return qt_error_string(errno);
    m_path = path;
    return {};
}

QString FilePlacing::place(const QList<QByteArray> &names, bool overwrite) const
{
    const Folder from(m_path);
    const Folder to(m_folder);
    for (const QByteArray &name : names) {
        const QString problem = move(from.descriptor(), to.descriptor(), name, name, overwrite);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

QString FilePlacing::move(int from, int to, const QByteArray &name, const QByteArray &shown, bool overwrite)
{
    if (moveToFreeName(from, to, name))
        return {};
    if (errno == EEXIST && overwrite)
        return merge(from, to, name, shown);
    return errno == EEXIST
        ? tr("There is something called “%1” in the folder already.").arg(LocalFiles::shownPath(shown))
        : tr("“%1” cannot be put into the folder. %2")
              .arg(LocalFiles::shownPath(shown), quoted(qt_error_string(errno)));
}

QString FilePlacing::merge(int from, int to, const QByteArray &name, const QByteArray &shown)
{
    struct stat source = {};
    struct stat target = {};
    ::fstatat(from, name.constData(), &source, AT_SYMLINK_NOFOLLOW);
    ::fstatat(to, name.constData(), &target, AT_SYMLINK_NOFOLLOW);
    if (S_ISDIR(source.st_mode) != S_ISDIR(target.st_mode)) {
        return S_ISDIR(target.st_mode)
            ? tr("“%1” is a folder in the folder, and a file in the container.").arg(LocalFiles::shownPath(shown))
            : tr("“%1” is a folder in the container, and none in the folder.").arg(LocalFiles::shownPath(shown));
    }
    if (!S_ISDIR(source.st_mode)) {
        if (::renameat(from, name.constData(), to, name.constData()) == 0)
            return {};
    } else {
        const Folder inside(from, name);
        const Folder into(to, name);
        if (inside.isOpen() && into.isOpen()) {
            const QList<QByteArray> names = namesIn(inside.descriptor());
            for (const QByteArray &each : names) {
                const QString problem = move(inside.descriptor(), into.descriptor(), each, shown + '/' + each, true);
                if (!problem.isEmpty())
                    return problem;
            }
            return {};
        }
    }
    return tr("“%1” cannot be put into the folder. %2")
        .arg(LocalFiles::shownPath(shown), quoted(qt_error_string(errno)));
}

void FilePlacing::remove() const
{
    if (!m_path.isEmpty())
        QDir(QFile::decodeName(m_path)).removeRecursively();
}

} // namespace Gantry
