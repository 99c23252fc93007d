// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildcontext.h"

#include "build/dockerignore.h"
#include "engine/middleleftout.h"
#include "items/humanize.h"
#include "quoted.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestText = 4 * 1024 * 1024;

} // namespace

BuildContext BuildContext::read(const QString &folder, const QString &dockerfile, const std::atomic_bool &cancelled)
{
    BuildContext context;
    context.m_folder = QDir::cleanPath(folder);
    const QByteArray path = QFile::encodeName(context.m_folder);
    if (const QString words = LocalFiles::obstacle(path); !words.isEmpty()) {
        context.failToOpen(words);
        return context;
    }
    DockerIgnore rules;
    context.readRules(dockerfile, &rules);
    if (context.m_problem.isEmpty()) {
        const auto judge = [&rules](const QByteArray &name) {
            const QString shown = QFile::decodeName(name);
            if (!rules.ignores(shown))
                return LocalFiles::Verdict::Takes;
            return rules.ignoresAllBelow(shown) ? LocalFiles::Verdict::Leaves : LocalFiles::Verdict::Passes;
        };
        const QString words = context.m_files.readFolder(path, judge, cancelled);
        if (!words.isEmpty())
            context.failToOpen(words);
    }
    context.judge();
    return context;
}

void BuildContext::failToOpen(const QString &words)
{
    m_problem = tr("The folder “%1” cannot be opened. %2").arg(middleLeftOut(m_folder), quoted(words));
}

void BuildContext::readRules(const QString &dockerfile, DockerIgnore *rules)
{
    const QDir folder(m_folder);
    const QString path = folder.filePath(dockerfile);
    if (!QFileInfo::exists(path)) {
        m_problem = tr("There is no file “%1” in the build folder: it says how the image is built.")
                        .arg(middleLeftOut(dockerfile));
        return;
    }
    m_dockerfile = Dockerfile(textOf(path));
    const QString ofFolder = u".dockerignore"_s;
    const QString ofDockerfile = dockerfile + ofFolder;
    const QString ignore = QFileInfo::exists(folder.filePath(ofDockerfile)) ? ofDockerfile : ofFolder;
    if (m_problem.isEmpty() && QFileInfo::exists(folder.filePath(ignore))) {
        *rules = DockerIgnore(textOf(folder.filePath(ignore)), ignore);
        if (m_problem.isEmpty())
            m_problem = rules->problem();
    }
    rules->keep(ofFolder);
    rules->keep(QDir::cleanPath(dockerfile));
}

QString BuildContext::textOf(const QString &path)
{
    QFile file(path);
    // A pipe would be waited for.
    if (!QFileInfo(path).isFile())
        m_problem = tr("“%1” is no file.").arg(middleLeftOut(path));
    else if (!file.open(QIODevice::ReadOnly))
        m_problem = tr("“%1” cannot be read. %2").arg(middleLeftOut(path), quoted(file.errorString()));
    else
        return QString::fromUtf8(file.read(longestText));
    return {};
}

void BuildContext::judge()
{
    if (!m_problem.isEmpty() || m_files.unreadableCount() == 0)
        return;
    const int more = m_files.unreadableCount() - int(m_files.unreadable().size());
    QString names = m_files.unreadable().join(u", "_s);
    if (more > 0)
        names = tr("%1 and %n more", nullptr, more).arg(names);
    m_problem = tr("%n file(s) or folder(s) cannot be read: %1. Name what the build does not need in .dockerignore, or "
                   "change who may read it.",
                   nullptr, m_files.unreadableCount())
                    .arg(names);
}

QString BuildContext::summary() const
{
    const QString sent
        = tr("%1, %2", "\"12 files\" and a size")
              .arg(tr("%Ln file(s)", nullptr, int(m_files.fileCount())), Humanize::sizeText(m_files.size()));
    if (m_files.socketCount() == 0)
        return sent;
    return tr("%1; left out, because sockets cannot be sent: %2")
        .arg(sent,
             m_files.socketCount() > m_files.sockets().size() ? m_files.sockets().join(u", "_s) + u" …"_s
                                                              : m_files.sockets().join(u", "_s));
}

} // namespace Gantry
