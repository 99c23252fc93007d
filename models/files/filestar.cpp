// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filestar.h"

#include "engine/middleleftout.h"
#include "quoted.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype tarBlock = 512 * 1024;
constexpr qsizetype readSize = 256 * 1024;

using EntryPointer = std::unique_ptr<archive_entry, decltype(&archive_entry_free)>;

} // namespace

FilesTar::FilesTar(const QList<LocalFiles> &files)
    : m_files(files)
    , m_tar(archive_write_new())
{
    archive_write_set_format_pax_restricted(m_tar);
    archive_write_set_bytes_per_block(m_tar, 0);
    archive_write_open(m_tar, this, nullptr, &FilesTar::keep, nullptr);
    m_bytes.reserve(tarBlock + readSize + 64 * 1024);
}

FilesTar::~FilesTar()
{
    if (m_file >= 0)
        ::close(m_file);
    archive_write_free(m_tar);
}

ssize_t FilesTar::keep(archive *, void *self, const void *bytes, size_t size)
{
    static_cast<FilesTar *>(self)->m_bytes.append(static_cast<const char *>(bytes), qsizetype(size));
    return ssize_t(size);
}

FilesTar::Block FilesTar::next()
{
    while (m_problem.isEmpty() && !m_closed && m_bytes.size() < tarBlock) {
        if (m_file >= 0) {
            copySome();
        } else if (m_folder < m_files.size() && m_next < m_files.at(m_folder).entries().size()) {
            begin(m_files.at(m_folder).entries().at(m_next++));
        } else if (m_folder + 1 < m_files.size()) {
            ++m_folder;
            m_next = 0;
        } else {
            m_closed = true;
            check(archive_write_close(m_tar), {});
        }
    }
    return {std::exchange(m_bytes, {}), m_problem, m_closed};
}

void FilesTar::check(int result, const QByteArray &path)
{
    // A warning is about a name that is not UTF-8; it is sent as it is.
    if (result >= ARCHIVE_WARN || !m_problem.isEmpty())
        return;
    m_problem
        = tr("“%1” cannot be sent. %2")
              .arg(middleLeftOut(QFile::decodeName(path)), quoted(QString::fromLocal8Bit(archive_error_string(m_tar))));
}

bool FilesTar::openFile(const LocalFiles::Entry &entry)
{
    const QByteArray path = m_files.at(m_folder).folder() + '/' + entry.path;
    m_file = ::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    struct stat status = {};
    if (m_file >= 0 && ::fstat(m_file, &status) == 0 && S_ISREG(status.st_mode)) {
        m_left = status.st_size; // not what is appended from now on
        return true;
    }
    m_problem = tr("“%1” cannot be read any more. %2")
                    .arg(middleLeftOut(QFile::decodeName(entry.path)),
                         m_file < 0 ? quoted(qt_error_string(errno)) : tr("It is no file any more."));
    return false;
}

void FilesTar::begin(const LocalFiles::Entry &source)
{
    if (S_ISREG(source.mode) && !openFile(source))
        return;
    const EntryPointer entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), source.path.constData());
    archive_entry_set_mode(entry.get(), source.mode);
    archive_entry_set_mtime(entry.get(), source.modified, 0);
    if (S_ISREG(source.mode))
        archive_entry_set_size(entry.get(), m_left);
    else
        archive_entry_set_size(entry.get(), 0);
    if (S_ISLNK(source.mode))
        archive_entry_set_symlink(entry.get(), source.linkTarget.constData());
    if (S_ISBLK(source.mode) || S_ISCHR(source.mode))
        archive_entry_set_rdev(entry.get(), source.device);
    check(archive_write_header(m_tar, entry.get()), source.path);
    if (m_file >= 0 && m_left == 0) {
        ::close(m_file);
        m_file = -1;
    }
}

void FilesTar::copySome()
{
    const QByteArray &path = m_files.at(m_folder).entries().at(m_next - 1).path;
    QByteArray bytes(std::min<qint64>(readSize, m_left), Qt::Uninitialized);
    const ssize_t size = ::read(m_file, bytes.data(), size_t(bytes.size()));
    if (size < 0 && errno == EINTR)
        return;
    if (size <= 0) {
        m_problem = tr("“%1” cannot be read. %2")
                        .arg(middleLeftOut(QFile::decodeName(path)),
                             size < 0 ? quoted(qt_error_string(errno)) : tr("It has become shorter."));
        return;
    }
    if (archive_write_data(m_tar, bytes.constData(), size_t(size)) != size)
        check(ARCHIVE_FATAL, path);
    m_left -= size;
    if (m_left == 0) {
        ::close(m_file);
        m_file = -1;
    }
}

} // namespace Gantry
