// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

class QSaveFile;

namespace Gantry::WholeFile {

/// Opens the file for write() and commit(): without a buffer, which would lose the system's words for what went wrong.
bool open(QSaveFile *file);
/// Writes all of \a bytes. Empty, or the system's words: QSaveFile takes a part for success when the disk is full.
QString write(QSaveFile *file, QByteArrayView bytes);
/// Puts the file in its place. Empty, or the system's words.
QString commit(QSaveFile *file);
/// A file of these bytes alone, in place of what was there; unless it can be whole, that stays. Empty, or the system's
/// words.
QString save(const QString &path, QByteArrayView bytes);

} // namespace Gantry::WholeFile
