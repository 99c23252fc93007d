// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/plaintooltip.h"

#include "look/oneline.h"

#include <QTextDocumentFragment>
#include <QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

// A tooltip is at most about 80 narrow or 45 wide characters wide, and must fit a screen of 600 pixels.
constexpr qsizetype MostCharacters = 1000;
constexpr qsizetype MostLines = 24;
constexpr qsizetype FewestInLine = 45;
/// Qt breaks lines at the ends of words only; behind so many characters of a longer word it may, too.
constexpr qsizetype LongestWord = 20;
/// Zero width space. One of the text's own is doubled.
constexpr QChar Break(0x200B);

qsizetype linesOf(const QString &paragraph)
{
    return std::max<qsizetype>(1, (paragraph.size() + FewestInLine - 1) / FewestInLine);
}

QString readable(const QString &text)
{
    const QStringList paragraphs = middleLeftOut(text, MostCharacters).split(u'\n');
    QStringList shown;
    qsizetype room = MostLines;
    for (const QString &paragraph : paragraphs) {
        if (room < linesOf(paragraph)) {
            if (room > 0)
                shown.append(middleLeftOut(paragraph, room * FewestInLine));
            shown.append(u"…"_s);
            break;
        }
        shown.append(paragraph);
        room -= linesOf(paragraph);
    }
    return visible(shown.join(u'\n'));
}

/// With places in long words where a line may end.
QString breakable(const QString &text)
{
    QString result;
    qsizetype word = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == Break)
            result += Break;
        word = c.isSpace() ? 0 : word + 1;
        if (word > LongestWord && !c.isLowSurrogate() && !c.isMark()) {
            result += Break;
            word = 1;
        }
        result += c;
    }
    return result.toHtmlEscaped();
}

} // namespace

QString plainToolTip(const QString &toolTip)
{
    if (toolTip.isEmpty())
        return {};
    const QString text = readable(toolTip);
    // Rich text with nothing in it that means anything: plain text could be taken for markup, and would never wrap.
    // Short lines are kept whole, because Qt would wrap them, too.
    constexpr qsizetype widestLine = 90;
    const QStringList lines = text.split(u'\n');
    const bool wraps
        = std::any_of(lines.cbegin(), lines.cend(), [](const QString &line) { return line.size() > widestLine; });
    return u"<p style=\"white-space:%1\">%2</p>"_s.arg(wraps ? u"pre-wrap"_s : u"pre"_s, breakable(text));
}

QString toolTipText(const QString &toolTip)
{
    const QString text = QTextDocumentFragment::fromHtml(toolTip).toPlainText();
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) != Break)
            result += text.at(i);
        else if (i + 1 < text.size() && text.at(i + 1) == Break)
            result += text.at(i++);
    }
    return result;
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
    widget->setAccessibleDescription(visible(text));
}

} // namespace Gantry
