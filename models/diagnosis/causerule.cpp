// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/causerule.h"

#include "engine/middleleftout.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace Gantry {

namespace {

QRegularExpression expression(const char *pattern)
{
    return QRegularExpression(QString::fromLatin1(pattern), QRegularExpression::MultilineOption);
}

} // namespace

bool CauseRule::fitsEnding(int exitCode, bool outOfMemory) const
{
    if (!ending)
        return true;
    if (QByteArrayView(ending) == "oom")
        return outOfMemory;
    return !outOfMemory && QByteArray(ending).split(' ').contains(QByteArray::number(exitCode));
}

std::optional<CauseRule::Match> CauseRule::match(const QString &text) const
{
    const QRegularExpression wanted = expression(pattern);
    QRegularExpressionMatch last;
    for (auto matches = wanted.globalMatch(text); matches.hasNext();)
        last = matches.next();
    if (!last.hasMatch())
        return {};
    Match found;
    const QStringList names = wanted.namedCaptureGroups();
    for (int i = 1; i < names.size(); ++i) {
        if (names.at(i).isEmpty() || last.capturedStart(i) < 0)
            continue;
        QString name = names.at(i);
        if (name.back().isDigit())
            name.chop(1);
        found.captures.insert(name, last.captured(i));
        found.places.append(last.capturedStart(i));
    }
    if (found.places.isEmpty())
        found.places.append(last.capturedStart());
    found.end = last.capturedEnd();
    return found;
}

QString CauseRule::filled(const char *text, const Captures &known)
{
    const QString words = QCoreApplication::translate("Gantry::CauseRules", text);
    QString result;
    // In one pass: what is put in may have braces of its own.
    for (qsizetype i = 0; i < words.size(); ++i) {
        const qsizetype end = words.at(i) == u'{' ? words.indexOf(u'}', i) : -1;
        if (end < 0) {
            result += words.at(i);
            continue;
        }
        result += middleLeftOut(known.value(words.mid(i + 1, end - i - 1)));
        i = end;
    }
    return result;
}

} // namespace Gantry
