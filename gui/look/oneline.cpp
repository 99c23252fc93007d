// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/oneline.h"

namespace Gantry {

namespace {

bool breaksOrTurns(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

} // namespace

QChar visible(QChar character)
{
    const char16_t c = character.unicode();
    if (c < 0x20)
        return QChar(0x2400 + c);
    if (c == 0x7F)
        return QChar(0x2421);
    return (c >= 0x80 && c < 0xA0) || breaksOrTurns(c) ? QChar(QChar::ReplacementCharacter) : character;
}

QString visible(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const QChar shown = c == u'\n' || c == u'\t' ? c : visible(c);
        if (shown != c)
            text[i] = shown; // only now a copy is made
    }
    return text;
}

QString oneLine(QString text, qsizetype most)
{
    text = middleLeftOut(text, most);
    // Nothing but white space would look like no name at all.
    if (text.trimmed().isEmpty()) {
        for (QChar &c : text)
            c = c.unicode() < 0x20 ? visible(c) : QChar(0x2423);
        return text;
    }
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool isSpace
            = c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        const QChar shown = isSpace ? QChar(u' ') : visible(c);
        if (shown != c)
            text[i] = shown;
    }
    return text;
}

QString shortName(const QString &name)
{
    return oneLine(name, LongestInSentence);
}

} // namespace Gantry
