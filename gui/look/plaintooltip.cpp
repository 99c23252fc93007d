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

// More than that stands on no screen and takes long to lay out.
constexpr qsizetype MostCharacters = 2000;
constexpr qsizetype MostLines = 40;

QString readable(const QString &text)
{
    const QStringList lines = text.left(MostCharacters).split(u'\n');
    QString start = lines.first(std::min(lines.size(), MostLines)).join(u'\n');
    if (start.size() == text.size())
        return visible(text);
    if (start.back().isHighSurrogate())
        start.chop(1);
    return visible(start) + u'…';
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
    return u"<p style=\"white-space:%1\">%2</p>"_s.arg(wraps ? u"pre-wrap"_s : u"pre"_s, text.toHtmlEscaped());
}

QString toolTipText(const QString &toolTip)
{
    return QTextDocumentFragment::fromHtml(toolTip).toPlainText();
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
    widget->setAccessibleDescription(visible(text));
}

} // namespace Gantry
