// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules of a .dockerignore file and, each after a byte 0, paths in the folder.
#include "build/dockerignore.h"
#include "require.h"

#include <QDir>

#include <algorithm>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

QStringList foldersAbove(const QString &path)
{
    QStringList folders;
    for (qsizetype slash = path.indexOf(u'/'); slash >= 0; slash = path.indexOf(u'/', slash + 1))
        folders << path.left(slash);
    return folders;
}

/// Whether a walk that does not enter what is pruned comes to the path.
bool isReached(const DockerIgnore &rules, const QString &path)
{
    const QStringList folders = foldersAbove(path);
    return std::none_of(folders.begin(), folders.end(), [&rules](const QString &folder) {
        return rules.ignores(folder) && rules.ignoresAllBelow(folder);
    });
}

/// As a walk through a folder has them.
bool isPath(const QString &path)
{
    return !path.isEmpty() && path == QDir::cleanPath(path) && !path.startsWith(u'/') && path != "."_L1
        && path != ".."_L1 && !path.startsWith("../"_L1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QStringList parts = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size)).split(u'\0');
    const DockerIgnore rules(parts.first());
    if (!rules.problem().isEmpty())
        return 0;
    const DockerIgnore again(parts.first() + u"\n# a comment\n\n"_s);
    for (const QString &path : parts.mid(1)) {
        if (!isPath(path))
            continue;
        const bool ignored = rules.ignores(path);
        require(ignored || isReached(rules, path), "a walk comes to what is not ignored");
        require(again.ignores(path) == ignored, "comments and empty lines are no rules");
        require(!rules.isEmpty() || !ignored, "without rules nothing is ignored");
        DockerIgnore keeping = rules;
        keeping.keep(path);
        require(!keeping.ignores(path) && isReached(keeping, path), "what is kept is sent");
    }
    return 0;
}
