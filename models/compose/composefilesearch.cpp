// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composefilesearch.h"

#include "compose/composefile.h"
#include "pgenvironment.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QQueue>
#include <QSet>
#include <QtConcurrent>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

// More files than that are found only below a folder of templates; reading them all would take long.
constexpr qsizetype MaximumCandidates = 40;

bool isSkipped(const QString &folder)
{
    static const QSet<QString> skipped{u"node_modules"_s, u"vendor"_s, u"venv"_s,      u"__pycache__"_s,
                                       u"target"_s,       u"build"_s,  u"dist"_s,      u"site-packages"_s,
                                       u"snap"_s,         u"go"_s,     u"lost+found"_s};
    return skipped.contains(folder);
}

struct Folder
{
    QString path;
    int depth = 0;
};

QStringList candidates(const QString &root, const ComposeFileSearch::Limits &limits,
                       const QPromise<QList<FoundComposeFile>> &promise)
{
    QStringList result;
    QElapsedTimer clock;
    clock.start();
    QQueue<Folder> queue;
    queue.enqueue({root, 0});
    for (int seen = 0; !queue.isEmpty() && seen < limits.folders; ++seen) {
        if (promise.isCanceled() || clock.hasExpired(limits.milliseconds) || result.size() >= MaximumCandidates)
            break;
        const Folder folder = queue.dequeue();
        const QDir dir(folder.path);
        const QStringList files
            = dir.entryList(ComposeFileSearch::fileNames(), QDir::Files | QDir::NoSymLinks | QDir::Readable);
        for (const QString &name : ComposeFileSearch::fileNames()) {
            if (files.contains(name)) {
                result.append(dir.filePath(name));
                break;
            }
        }
        if (folder.depth >= limits.depth)
            continue;
        const QStringList folders
            = dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Readable, QDir::Name);
        for (const QString &name : folders) {
            if (!isSkipped(name))
                queue.enqueue({dir.filePath(name), folder.depth + 1});
        }
    }
    return result;
}

void search(QPromise<QList<FoundComposeFile>> &promise, const QString &root, const ComposeFileSearch::Limits &limits)
{
    QList<FoundComposeFile> found;
    const QStringList files = candidates(root, limits, promise);
    for (const QString &file : files)
        found.append({file, {}, 0, QFileInfo(file).lastModified()});
    std::stable_sort(found.begin(), found.end(),
                     [](const FoundComposeFile &a, const FoundComposeFile &b) { return a.changed > b.changed; });
    found.resize(std::min<qsizetype>(found.size(), limits.results));
    const QProcessEnvironment environment = PgEnvironment::forChildren();
    for (FoundComposeFile &entry : found) {
        if (promise.isCanceled())
            return;
        const ComposeFile::Found project = ComposeFile::find(entry.path, environment);
        entry.name = project.projectName.isEmpty() ? QFileInfo(entry.path).dir().dirName() : project.projectName;
        entry.services = int(ComposeModel::fromFiles({entry.path}, environment).services.size());
    }
    promise.addResult(found);
}

} // namespace

const QStringList &ComposeFileSearch::fileNames()
{
    static const QStringList names{u"compose.yaml"_s, u"compose.yml"_s, u"docker-compose.yml"_s,
                                   u"docker-compose.yaml"_s};
    return names;
}

QFuture<QList<FoundComposeFile>> ComposeFileSearch::start(const QString &folder, const Limits &limits)
{
    return QtConcurrent::run(search, folder, limits);
}

} // namespace Gantry
