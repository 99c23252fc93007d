// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace Gantry {

/// A temporary file without a name: it is gone with the process, however that ends. One thread writes, any thread
/// reads what was written.
class SpillFile
{
public:
    /// Where large things go for a while: /tmp is memory on many systems.
    static QString defaultFolder();

    /// In \a folder, or in defaultFolder() where it is empty.
    explicit SpillFile(const QString &folder);
    ~SpillFile();
    Q_DISABLE_COPY_MOVE(SpillFile)

    /// Where the bytes begin in the file; nothing when they could not be written: see error(). What a failed append
    /// wrote is overwritten by the next.
    std::optional<qint64> append(const char *first, qsizetype firstSize, const char *second, qsizetype secondSize);
    /// Writes at a place of the caller's own; false when the bytes could not be written: see error(). No part of
    /// size().
    bool write(const char *data, qsizetype size, qint64 offset);
    /// Nothing when the bytes cannot be read.
    std::optional<QByteArray> read(qint64 offset, qsizetype size) const;

    qint64 size() const { return m_size; }
    QString error() const { return m_error; } ///< the system's words

private:
    int m_descriptor = -1;
    qint64 m_size = 0;
    QString m_error;
};

} // namespace Gantry
