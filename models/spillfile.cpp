// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "spillfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace Gantry {

namespace {

int openUnnamed(const QString &folder)
{
    int descriptor = -1;
#ifdef O_TMPFILE
    descriptor = ::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
#endif
    if (descriptor < 0) { // not every file system knows it
        QByteArray name = QFile::encodeName(folder + QStringLiteral("/gantry-XXXXXX"));
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor >= 0)
            ::unlink(name.constData());
    }
    return descriptor;
}

} // namespace

QString SpillFile::defaultFolder()
{
    const QString folder = QStringLiteral("/var/tmp");
    return QFileInfo(folder).isWritable() ? folder : QDir::tempPath();
}

SpillFile::SpillFile(const QString &folder)
    : m_descriptor(openUnnamed(folder.isEmpty() ? defaultFolder() : folder))
{
    if (m_descriptor < 0)
        m_error = qt_error_string(errno);
}

SpillFile::~SpillFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

std::optional<qint64> SpillFile::append(const char *first, qsizetype firstSize, const char *second,
                                        qsizetype secondSize)
{
    const qint64 offset = m_size;
    if (!write(first, firstSize, offset) || !write(second, secondSize, offset + firstSize))
        return {};
    m_size += firstSize + secondSize;
    return offset;
}

bool SpillFile::write(const char *data, qsizetype size, qint64 offset)
{
    if (m_descriptor < 0)
        return false;
    while (size > 0) {
        const ssize_t written = ::pwrite(m_descriptor, data, size_t(size), off_t(offset));
        if (written < 0) {
            if (errno == EINTR)
                continue;
            m_error = qt_error_string(errno);
            return false;
        }
        data += written;
        size -= written;
        offset += written;
    }
    return true;
}

std::optional<QByteArray> SpillFile::read(qint64 offset, qsizetype size) const
{
    QByteArray bytes(size, Qt::Uninitialized);
    char *data = bytes.data();
    while (size > 0) {
        const ssize_t count = ::pread(m_descriptor, data, size_t(size), off_t(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return {};
        data += count;
        size -= count;
        offset += count;
    }
    return bytes;
}

} // namespace Gantry
