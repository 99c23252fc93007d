// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/printable.h"

#include "look/oneline.h"

#include <QFont>
#include <QStringList>
#include <QTextLayout>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int LongestLine = 400; ///< of characters; none is as wide as the widest screen

bool isPlain(QChar c)
{
    return visible(c) == c;
}

} // namespace

QString printable(QString text)
{
    if (std::all_of(text.cbegin(), text.cend(), isPlain))
        return text;
    for (QChar &c : text) {
        if (isPlain(c))
            continue;
        if (c == u'\n' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = QChar(0x21B5);
        else if (c == u'\t')
            c = QChar(0x21E5);
        else
            c = visible(c);
    }
    return text;
}

QString printableLines(const QString &message, const QFont &font, int width, int most)
{
    // Qt lays out the whole of a paragraph before its first line is known.
    const QString beginning = message.left(most * LongestLine);
    bool whole = beginning.size() == message.size();
    QStringList lines;
    const QStringList paragraphs = beginning.split(QLatin1Char('\n'));
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(printable(paragraph), font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            if (lines.size() == most) {
                whole = false;
                break;
            }
            line.setLineWidth(width);
            lines += layout.text().mid(line.textStart(), line.textLength()).trimmed();
        }
        layout.endLayout();
        if (!whole && lines.size() == most)
            break;
    }
    if (!whole)
        lines.last() += QChar(0x2026);
    return lines.join(QLatin1Char('\n'));
}

} // namespace Gantry
