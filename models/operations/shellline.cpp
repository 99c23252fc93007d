// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/shellline.h"

#include <QRegularExpression>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Control characters that a terminal would obey when the line is pasted, quoted or not.
bool isDangerous(QChar character)
{
    const char16_t c = character.unicode();
    return (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7F && c < 0xA0);
}

/// $'…', which bash, zsh, ksh and POSIX of 2024 read.
QString withEscapes(const QString &word)
{
    QString quoted = u"$'"_s;
    for (const QChar c : word) {
        if (c == u'\\' || c == u'\'') {
            quoted += u'\\' + QString(c);
        } else if (isDangerous(c)) {
            const QByteArray bytes = QString(c).toUtf8();
            for (const char byte : bytes)
                quoted += u"\\%1"_s.arg(uchar(byte), 3, 8, QLatin1Char('0'));
        } else {
            quoted += c;
        }
    }
    return quoted + u'\'';
}

} // namespace

QString shellWord(const QString &word)
{
    // Not $, which also matches before a line break at the end.
    static const QRegularExpression plain(u"\\A[A-Za-z0-9_@%+=:,./-]+\\z"_s);
    if (plain.match(word).hasMatch())
        return word;
    if (std::any_of(word.cbegin(), word.cend(), isDangerous))
        return withEscapes(word);
    QString quoted = word;
    quoted.replace(u'\'', "'\\''"_L1);
    return u'\'' + quoted + u'\'';
}

QString shellLine(const QStringList &command)
{
    QStringList words;
    for (const QString &word : command)
        words << shellWord(word);
    return words.join(u' ');
}

} // namespace Gantry
