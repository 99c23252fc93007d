// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/plaintooltip.h"

#include <QTextDocumentFragment>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Gantry {

QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
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
    widget->setAccessibleDescription(text);
}

} // namespace Gantry
