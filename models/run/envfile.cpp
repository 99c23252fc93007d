// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/envfile.h"

#include "engine/middleleftout.h"
#include "quoted.h"

#include <QFile>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestEnvFile = 1024 * 1024;

QString withoutQuotes(const QString &value)
{
    const QString trimmed = value.trimmed();
    const bool isQuoted = trimmed.size() >= 2 && (trimmed.front() == u'"' || trimmed.front() == u'\'')
        && trimmed.back() == trimmed.front();
    return isQuoted ? trimmed.mid(1, trimmed.size() - 2) : value;
}

} // namespace

EnvFile EnvFile::parse(QByteArrayView bytes)
{
    EnvFile result;
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QString line = lines[i];
        if (line.endsWith(u'\r'))
            line.chop(1);
        while (!line.isEmpty() && line.front().isSpace())
            line.remove(0, 1);
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        if (line.startsWith("export "_L1))
            line = line.mid(7).trimmed();
        const qsizetype equals = line.indexOf(u'=');
        const QString name = line.left(equals < 0 ? line.size() : equals);
        if (name.isEmpty() || name.contains(u' ') || name.contains(u'\t')) {
            result.problems << EnvFile::tr("Line %1 is no variable: %2").arg(i + 1).arg(quoted(middleLeftOut(line)));
        } else if (equals < 0) {
            result.problems << EnvFile::tr("Line %1 names %2 without a value.").arg(i + 1).arg(middleLeftOut(name));
        } else {
            result.variables << name + u'=' + withoutQuotes(line.mid(equals + 1));
        }
    }
    return result;
}

EnvFile EnvFile::read(const QString &path)
{
    QFile file(path);
    EnvFile failed;
    if (!file.open(QIODevice::ReadOnly)) {
        failed.problems << EnvFile::tr("%1 cannot be read: %2").arg(middleLeftOut(path), quoted(file.errorString()));
        return failed;
    }
    const QByteArray bytes = file.read(LargestEnvFile + 1);
    if (bytes.size() > LargestEnvFile) {
        failed.problems << EnvFile::tr("%1 is larger than 1 MB: it is no file of variables.").arg(middleLeftOut(path));
        return failed;
    }
    return parse(bytes);
}

} // namespace Gantry
