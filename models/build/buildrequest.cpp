// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildrequest.h"

#include "engine/enginecall.h"
#include "engine/middleleftout.h"
#include "items/secretnames.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

QString BuildRequest::problem() const
{
    if (folder.isEmpty())
        return tr("Choose the folder to build from.");
    const QString relative = QDir::cleanPath(dockerfile);
    if (dockerfile.isEmpty() || QDir::isAbsolutePath(relative) || relative == ".."_L1 || relative.startsWith("../"_L1))
        return tr("The Dockerfile must be in the build folder: name it relative to that.");
    for (const QString &tag : tags) {
        if (!isTag(tag)) {
            return tr("No image can be named “%1”: small letters, digits, and . _ - / between them, then a colon and "
                      "a version.")
                .arg(middleLeftOut(tag));
        }
    }
    for (const auto &[name, value] : arguments) {
        if (name.isEmpty())
            return tr("A build argument has a value and no name.");
    }
    return {};
}

/// The grammar of github.com/distribution/reference.
bool BuildRequest::isTag(const QString &tag)
{
    static const QString label = u"[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?"_s;
    static const QString registry
        = u"(?:(?:"_s + label + u"(?:\\."_s + label + u")*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?/)?"_s;
    static const QString component = u"[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*"_s;
    static const QRegularExpression reference(u"\\A"_s + registry + component + u"(?:/"_s + component
                                              + u")*(?::[a-zA-Z0-9_][a-zA-Z0-9_.-]{0,127})?\\z"_s);
    return tag.size() <= 255 + 128 && reference.match(tag).hasMatch();
}

QString BuildRequest::name() const
{
    return middleLeftOut(tags.isEmpty() ? QDir(folder).dirName() : tags.first());
}

QString BuildRequest::dockerfilePath() const
{
    return QDir(folder).filePath(QDir::cleanPath(dockerfile));
}

bool BuildRequest::hasSecrets() const
{
    return std::any_of(arguments.cbegin(), arguments.cend(),
                       [](const auto &argument) { return SecretNames::isSecret(argument.first, argument.second); });
}

QStringList BuildRequest::options() const
{
    QStringList options;
    for (const QString &tag : tags)
        options << u"--tag"_s << tag;
    if (QDir::cleanPath(dockerfile) != "Dockerfile"_L1)
        options << u"--file"_s << dockerfilePath();
    if (!target.isEmpty())
        options << u"--target"_s << target;
    for (const auto &[name, value] : arguments)
        options << u"--build-arg"_s << (SecretNames::isSecret(name, value) ? name : name + u'=' + value);
    if (noCache)
        options << u"--no-cache"_s;
    if (pull)
        options << u"--pull"_s;
    return options;
}

QStringList BuildRequest::toCommand(const QStringList &prefix) const
{
    return prefix + QStringList{u"build"_s} + options() + QStringList{folder};
}

QStringList BuildRequest::toBuildxArguments(const QString &progress) const
{
    // The builder of the engine itself, whichever one the user chose for other work; the image goes to that engine.
    return QStringList{u"buildx"_s, u"build"_s, u"--builder"_s, u"default"_s, u"--load"_s, u"--progress"_s, progress}
    + options() + QStringList{folder};
}

QProcessEnvironment BuildRequest::environment(const QProcessEnvironment &given) const
{
    QProcessEnvironment environment = given;
    for (const auto &[name, value] : arguments) {
        if (SecretNames::isSecret(name, value))
            environment.insert(name, value);
    }
    return environment;
}

QByteArray BuildRequest::toQuery() const
{
    using EngineCall::encoded;
    QByteArray query = "?version=1&rm=1&forcerm=1&dockerfile=" + encoded(QDir::cleanPath(dockerfile))
        + "&nocache=" + EngineCall::flag(noCache) + "&pull=" + EngineCall::flag(pull);
    for (const QString &tag : tags)
        query += "&t=" + encoded(tag);
    if (!target.isEmpty())
        query += "&target=" + encoded(target);
    QJsonObject values;
    for (const auto &[name, value] : arguments)
        values.insert(name, value);
    if (!values.isEmpty())
        query += "&buildargs=" + QJsonDocument(values).toJson(QJsonDocument::Compact).toPercentEncoding();
    return query;
}

} // namespace Gantry
