// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composefile.h"

#include "compose/interpolation.h"
#include "engine/middleleftout.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Gantry::ComposeFile {

namespace {

constexpr qint64 largestFile = 4 * 1024 * 1024;

QString tr(const char *text)
{
    return QCoreApplication::translate("Gantry::ComposeFile", text);
}

const QStringList &mainNames()
{
    static const QStringList names{QStringLiteral("compose.yaml"), QStringLiteral("compose.yml"),
                                   QStringLiteral("docker-compose.yml"), QStringLiteral("docker-compose.yaml")};
    return names;
}

/// The override that belongs to a default-named file: same stem, either extension.
QString overrideOf(const QFileInfo &main)
{
    for (const QLatin1String suffix : {QLatin1String("yaml"), QLatin1String("yml")}) {
        const QFileInfo candidate(main.dir(), main.completeBaseName() + QLatin1String(".override.") + suffix);
        if (candidate.isFile())
            return candidate.absoluteFilePath();
    }
    return {};
}

/// The existing file that a label means, empty if there is none.
QString located(const QString &path, const QString &workingDirectory)
{
    if (QFileInfo(path).isAbsolute())
        return QFileInfo(path).isFile() ? QDir::cleanPath(path) : QString();
    if (workingDirectory.isEmpty())
        return {};
    const QDir directory(workingDirectory);
    for (const QString &candidate : {path, QFileInfo(path).fileName()}) {
        const QFileInfo info(directory, candidate);
        if (info.isFile())
            return QDir::cleanPath(info.absoluteFilePath());
    }
    return {};
}

/// Why located() found nothing.
QString whyMissing(const QString &path, const QString &workingDirectory)
{
    const QFileInfo info(QFileInfo(path).isAbsolute() ? path : QDir(workingDirectory).filePath(path));
    if (info.isDir())
        return tr("%1 is a folder, not a file.").arg(middleLeftOut(path));
    if (info.exists())
        return tr("%1 is not a file.").arg(middleLeftOut(path));
    QFileInfo folder(info.absolutePath());
    while (!folder.exists() && !folder.isRoot())
        folder.setFile(folder.absolutePath());
    return folder.isExecutable() ? tr("%1 was not found on this machine.").arg(middleLeftOut(path))
                                 : tr("%1 cannot be read: permission denied.").arg(middleLeftOut(path));
}

Found problem(const QString &words)
{
    Found found;
    found.problem = words;
    return found;
}

} // namespace

bool looksLikeComposeFile(const QString &path)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    return suffix == QLatin1String("yaml") || suffix == QLatin1String("yml");
}

Found find(const QString &path, const QProcessEnvironment &environment)
{
    const QFileInfo info(path);
    if (!info.exists())
        return problem(tr("%1 does not exist.").arg(middleLeftOut(path)));
    QFileInfo main = info;
    if (info.isDir()) {
        main = QFileInfo();
        for (const QString &name : mainNames()) {
            if (QFileInfo(QDir(path), name).isFile()) {
                main = QFileInfo(QDir(path), name);
                break;
            }
        }
        if (main.filePath().isEmpty()) {
            return problem(tr("There is no Compose file in %1. Its name would be %2.")
                               .arg(middleLeftOut(path), mainNames().join(QLatin1String(", "))));
        }
    }
    if (!main.isFile()) // reading from a pipe would wait for ever
        return problem(tr("%1 is not a file.").arg(middleLeftOut(main.filePath())));
    if (!main.isReadable())
        return problem(tr("%1 cannot be read: permission denied.").arg(middleLeftOut(main.filePath())));

    Found found;
    found.files.workingDirectory = QDir::cleanPath(main.absolutePath());
    found.files.configFiles.append(QDir::cleanPath(main.absoluteFilePath()));
    if (mainNames().contains(main.fileName())) {
        if (const QString second = overrideOf(main); !second.isEmpty())
            found.files.configFiles.append(second);
    }
    const QProcessEnvironment known = variables(found.files, environment);
    const ComposeModel model = ComposeModel::fromFiles(found.files.configFiles, known);
    found.projectName = defaultProjectName(found.files.workingDirectory, model.name, known);
    if (found.projectName.isEmpty()) {
        return problem(tr("Compose can make no project name of the folder %1. Give the file a top-level name.")
                           .arg(middleLeftOut(found.files.workingDirectory)));
    }
    return found;
}

ProjectFiles resolved(const ProjectFiles &labelled)
{
    ProjectFiles result;
    result.workingDirectory = labelled.workingDirectory;
    for (const QString &path : labelled.configFiles) {
        const QString found = located(path, labelled.workingDirectory);
        if (found.isEmpty())
            result.missing.append(path);
        else
            result.configFiles.append(found);
    }
    for (const QString &path : labelled.environmentFiles) {
        const QString found = located(path, labelled.workingDirectory);
        if (found.isEmpty())
            result.missing.append(path);
        else
            result.environmentFiles.append(found);
    }
    if (!result.missing.isEmpty())
        result.whyMissing = whyMissing(result.missing.first(), labelled.workingDirectory);
    // Compose reads this one by itself.
    if (result.environmentFiles == QStringList{QDir(labelled.workingDirectory).filePath(QStringLiteral(".env"))})
        result.environmentFiles.clear();
    return result;
}

QString defaultProjectName(const QString &workingDirectory, const QString &declaredName,
                           const QProcessEnvironment &environment)
{
    const QString chosen = environment.value(QStringLiteral("COMPOSE_PROJECT_NAME"));
    for (const QString &candidate : {chosen, declaredName, QDir(workingDirectory).dirName()}) {
        QString name = normalisedProjectName(candidate);
        if (!name.isEmpty())
            return name;
    }
    return {};
}

QString normalisedProjectName(const QString &name)
{
    QString result;
    const QString lower = name.toLower();
    for (const QChar c : lower) {
        const bool alphanumeric
            = (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        const bool inner = !result.isEmpty() && (c == QLatin1Char('_') || c == QLatin1Char('-'));
        if (alphanumeric || inner)
            result += c;
    }
    return result;
}

QProcessEnvironment variables(const ProjectFiles &files, const QProcessEnvironment &environment)
{
    QStringList sources = files.environmentFiles;
    if (sources.isEmpty())
        sources.append(QDir(files.workingDirectory).filePath(QStringLiteral(".env")));
    QProcessEnvironment result;
    for (const QString &path : std::as_const(sources)) {
        QFile file(path);
        if (QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly))
            result.insert(environmentFromFile(file.read(largestFile)));
    }
    result.insert(environment);
    return result;
}

QString read(const QString &path, QString *problem)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        *problem = tr("%1 cannot be read: %2").arg(middleLeftOut(path), file.errorString());
        return {};
    }
    const QByteArray bytes = file.read(largestFile + 1);
    if (bytes.size() > largestFile) {
        *problem = tr("%1 is larger than 4 MiB.").arg(middleLeftOut(path));
        return {};
    }
    return QString::fromUtf8(bytes);
}

} // namespace Gantry::ComposeFile
