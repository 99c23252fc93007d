// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wholefile.h"

#include <QSaveFile>

namespace Gantry {

bool WholeFile::open(QSaveFile *file)
{
    return file->open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

QString WholeFile::write(QSaveFile *file, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = file->write(bytes.data(), bytes.size());
        if (written <= 0)
            return file->errorString();
        bytes = bytes.sliced(written);
    }
    return {};
}

QString WholeFile::commit(QSaveFile *file)
{
    return file->commit() ? QString() : file->errorString();
}

QString WholeFile::save(const QString &path, QByteArrayView bytes)
{
    QSaveFile file(path);
    if (!open(&file))
        return file.errorString();
    const QString problem = write(&file, bytes);
    return problem.isEmpty() ? commit(&file) : problem;
}

} // namespace Gantry
