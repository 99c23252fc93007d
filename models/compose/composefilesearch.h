// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFuture>
#include <QList>
#include <QStringList>

namespace Gantry {

/// A Compose project that lies in the user's folders and was not opened yet.
struct FoundComposeFile
{
    QString path; ///< absolute path of the main file
    QString name; ///< that Compose would give the project
    int services = 0; ///< 0 where the file cannot be read
    QDateTime changed; ///< of the file
};

/// Looks for Compose files below a folder, nearest first. Never follows links, never enters hidden folders or those of
/// package managers, and gives up after a while: it helps to begin, it is no index.
class ComposeFileSearch
{
public:
    struct Limits
    {
        int depth = 5; ///< folders below the one that is searched
        int folders = 20'000;
        int milliseconds = 3000;
        int results = 6; ///< the last changed ones are kept
    };

    /// Compose's own names for its file, in the order of its preference.
    static const QStringList &fileNames();
    /// Searches in the pool; cancel the future to stop it.
    static QFuture<QList<FoundComposeFile>> start(const QString &folder, const Limits &limits);
};

} // namespace Gantry
