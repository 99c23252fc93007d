// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Gantry::ImageArchive {

/// Longest that endProblem() looks at.
inline constexpr qsizetype tailSize = 64 * 1024;

/// Keeps of \a tail and the \a bytes that follow it the end, as long as that.
void keepTail(QByteArray *tail, const QByteArray &bytes);

/// Whether a file that begins so can be an archive of images: tar, plain or compressed as engines read it.
bool isArchive(const QByteArray &beginning);

/// Why an archive that ends so is not whole, in the engine's words where it left some; empty if it is. An
/// engine that fails in the middle ends its answer in order, and writes why behind the bytes.
QString endProblem(const QByteArray &tail);

} // namespace Gantry::ImageArchive
