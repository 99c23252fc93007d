// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/printable.h"

#include <QFont>
#include <QStringList>
#include <QTextLayout>

#include <algorithm>

namespace Gantry {

namespace {

bool turnsDirection(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x061C;
}

bool isPlain(QChar c)
{
    const char16_t u = c.unicode();
    return u >= 0x20 && u != 0x7F && !(u >= 0x80 && u < 0xA0) && !(u >= 0x2028 && u <= 0x2029) && !turnsDirection(u);
}

} // namespace

QString printable(QString text)
{
    if (std::all_of(text.cbegin(), text.cend(), isPlain))
        return text;
    for (QChar &c : text) {
        if (isPlain(c))
            continue;
        const char16_t u = c.unicode();
        if (u == u'\n' || u == 0x2028 || u == 0x2029)
            c = QChar(0x21B5);
        else if (u == u'\t')
            c = QChar(0x21E5);
        else if (u < 0x20)
            c = QChar(0x2400 + u);
        else if (u == 0x7F)
            c = QChar(0x2421);
        else
            c = QChar(0xFFFD);
    }
    return text;
}

QString printableLines(const QString &message, const QFont &font, int width)
{
    QStringList lines;
    const QStringList paragraphs = message.split(QLatin1Char('\n'));
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(printable(paragraph), font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            lines += layout.text().mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace Gantry
