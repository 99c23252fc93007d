// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/archiveextraction.h"

#include "files/localfiles.h"
#include "files/tarreader.h"
#include "quoted.h"

#include <QMutex>

#include <archive.h>
#include <archive_entry.h>

namespace Gantry {

namespace {

constexpr qsizetype blockSize = 256 * 1024;

/// Writes one archive into one folder, with libarchive, which looks at each part of a path before it goes through.
class Unpacking
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ArchiveExtraction)

public:
    Unpacking(ArchiveFeed::Pipe *pipe, const QByteArray &folder, const QByteArray &name,
              ArchiveExtraction::Progress *progress)
        : m_reader(pipe)
        , m_folder(folder)
        , m_name(name)
        , m_progress(progress)
        , m_disk(makeDisk())
    {
        // No owner, no rights but the usual ones: neither root's files nor set-user-id programs come to be here.
        archive_write_disk_set_options(
            m_disk, ARCHIVE_EXTRACT_SECURE_SYMLINKS | ARCHIVE_EXTRACT_SECURE_NODOTDOT | ARCHIVE_EXTRACT_TIME);
    }
    ~Unpacking() { archive_write_free(m_disk); }
    Q_DISABLE_COPY_MOVE(Unpacking)

    QString run()
    {
        while (archive_entry *entry = m_progress->cancelled ? nullptr : m_reader.next()) {
            if (!place(entry))
                ++m_progress->leftOut;
            else if (!write(entry))
                return m_problem;
        }
        // Times of folders are set at the end.
        if (archive_write_close(m_disk) < ARCHIVE_WARN && m_problem.isEmpty())
            fail({});
        return m_problem.isEmpty() ? m_reader.problem() : m_problem;
    }

private:
    /// libarchive asks for the umask by setting it, of the whole process: never two at a time.
    static archive *makeDisk()
    {
        static QMutex mutex;
        const QMutexLocker lock(&mutex);
        return archive_write_disk_new();
    }

    /// Gives the entry its place below the folder. False where it has none, or is nothing that can be here.
    bool place(archive_entry *entry) const
    {
        const auto type = archive_entry_filetype(entry);
        const char *hardLink = archive_entry_hardlink(entry);
        const bool fits = type == AE_IFREG || type == AE_IFDIR || type == AE_IFLNK;
        const std::optional<QByteArray> path = TarReader::pathOf(entry);
        if (!path || path->isEmpty() || (!fits && !hardLink))
            return false;
        archive_entry_set_pathname(entry, placeOf(*path).constData());
        if (hardLink) {
            const std::optional<QByteArray> target = TarReader::safePath(hardLink);
            if (!target || target->isEmpty())
                return false;
            archive_entry_set_hardlink(entry, placeOf(*target).constData());
        }
        // Whoever copies can look at it, and can remove it.
        const auto mode = archive_entry_perm(entry) & 0777;
        archive_entry_set_perm(entry, mode | (type == AE_IFDIR ? 0700 : 0600));
        return true;
    }

    QByteArray placeOf(const QByteArray &path) const
    {
        const qsizetype slash = path.indexOf('/');
        return m_folder + '/' + m_name + (slash < 0 ? QByteArray() : path.mid(slash));
    }

    bool write(archive_entry *entry)
    {
        const QByteArray path = archive_entry_pathname(entry);
        const int begun = archive_write_header(m_disk, entry);
        if (begun == ARCHIVE_FAILED && isRefused()) {
            ++m_progress->leftOut; // it would have gone through a link
            return true;
        }
        if (begun < ARCHIVE_WARN) {
            fail(path);
            return false;
        }
        if (archive_entry_size(entry) > 0 && !copyContent(path))
            return false;
        if (archive_write_finish_entry(m_disk) < ARCHIVE_WARN) {
            fail(path);
            return false;
        }
        if (archive_entry_filetype(entry) == AE_IFREG)
            ++m_progress->files;
        return true;
    }

    bool copyContent(const QByteArray &path)
    {
        for (QByteArray bytes = m_reader.content(blockSize); !bytes.isEmpty(); bytes = m_reader.content(blockSize)) {
            if (m_progress->cancelled)
                return false;
            if (archive_write_data(m_disk, bytes.constData(), size_t(bytes.size())) != bytes.size()) {
                fail(path);
                return false;
            }
            m_progress->bytes += bytes.size();
        }
        if (m_reader.problem().isEmpty())
            return true;
        m_problem = m_reader.problem();
        return false;
    }

    /// libarchive's own refusals have no number of the system's.
    bool isRefused() const { return archive_errno(m_disk) <= 0; }

    void fail(const QByteArray &path)
    {
        const int number = archive_errno(m_disk);
        const QString words = number > 0 ? qt_error_string(number) : QString::fromUtf8(archive_error_string(m_disk));
        m_problem
            = tr("“%1” cannot be written. %2")
                  .arg(LocalFiles::shownPath(path.isEmpty() ? m_folder : path.mid(m_folder.size() + 1)), quoted(words));
    }

    TarReader m_reader;
    QByteArray m_folder;
    QByteArray m_name;
    ArchiveExtraction::Progress *m_progress;
    archive *m_disk;
    QString m_problem;
};

} // namespace

QString ArchiveExtraction::run(ArchiveFeed::Pipe *pipe, const QByteArray &folder, const QByteArray &name,
                               Progress *progress)
{
    return Unpacking(pipe, folder, name, progress).run();
}

} // namespace Gantry
