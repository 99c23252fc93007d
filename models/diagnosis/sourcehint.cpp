// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/sourcehint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestSource = 1024 * 1024;

QString existing(const QString &path)
{
    const QFileInfo file(path);
    return file.isFile() && file.isReadable() ? file.absoluteFilePath() : QString();
}

/// \a path below \a folder, as a path relative to it; empty where it is not.
QString below(const QString &path, const QString &folder)
{
    const QString base = QDir::cleanPath(folder);
    if (path == base)
        return u"."_s;
    const QString begin = base == u"/" ? base : base + u'/';
    return path.startsWith(begin) ? path.mid(begin.size()) : QString();
}

} // namespace

QString SourceHint::hostPath(const StopEvidence &evidence, const QString &path)
{
    if (!evidence.filesAreLocal || path.isEmpty())
        return {};
    const ContainerDetails &container = evidence.container;
    const QString folder = container.workingDirectory.isEmpty() ? u"/"_s : container.workingDirectory;
    const QString whole = QDir::cleanPath(path.startsWith(u'/') ? path : folder + u'/' + path);
    for (const ContainerMount &mount : container.mounts) {
        const QString inside = below(whole, mount.destination);
        if (inside.isEmpty())
            continue;
        // What is mounted there hides what the image has.
        return mount.type == "bind"_L1 ? existing(QDir::cleanPath(mount.source + u'/' + inside)) : QString();
    }
    const QString inside = below(whole, folder);
    return evidence.buildFolder.isEmpty() || inside.isEmpty()
        ? QString()
        : existing(QDir::cleanPath(evidence.buildFolder + u'/' + inside));
}

std::optional<SourceChange> SourceHint::renamed(const QString &text, const QString &wanted)
{
    static const QRegularExpression application(
        u"^(?<name>[A-Za-z_]\\w*)\\s*(?::[^=]*)?=\\s*(?:\\w+\\.)*(?:FastAPI|Starlette|Flask|Quart|Sanic|Litestar|"
        "get_asgi_application|get_wsgi_application)\\("_s);
    std::optional<SourceChange> found;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QRegularExpressionMatch match = application.match(lines.at(i));
        if (!match.hasMatch())
            continue;
        const QString name = match.captured(u"name"_s);
        if (found || name == wanted)
            return {}; // there is no telling which, or nothing to tell
        found = SourceChange{int(i) + 1, lines.at(i), wanted + lines.at(i).mid(name.size()), name};
    }
    return found;
}

void SourceHint::add(const StopEvidence &evidence, Diagnosis *diagnosis)
{
    const CauseRule::Captures &captures = diagnosis->captures;
    QString path = captures.value(u"file"_s);
    if (diagnosis->rule == "uvicorn-attribute"_L1)
        path = captures.value(u"module"_s).replace(u'.', u'/') + u".py"_s;
    // A log may name any file, and opening some runs them.
    if (path.endsWith(".py"_L1))
        diagnosis->file = hostPath(evidence, path);
    if (!diagnosis->file.isEmpty() && diagnosis->rule == "uvicorn-attribute"_L1)
        compareVariable(diagnosis);
}

void SourceHint::compareVariable(Diagnosis *diagnosis)
{
    QFile file(diagnosis->file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QString text = QString::fromUtf8(file.read(LargestSource));
    const QString wanted = diagnosis->captures.value(u"attribute"_s);
    diagnosis->change = renamed(text, wanted);
    if (diagnosis->change) {
        diagnosis->words += u' ' + tr("The file names it “%1” now.").arg(diagnosis->change->name);
        return;
    }
    const QRegularExpression there(u"^%1\\s*[:=]"_s.arg(QRegularExpression::escape(wanted)),
                                   QRegularExpression::MultilineOption);
    if (text.contains(there))
        diagnosis->words += u' ' + tr("The file on this machine has it now: build the image again.");
}

} // namespace Gantry
