// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logpattern.h"

namespace Gantry {

QRegularExpression LogPattern::compiled() const
{
    QString expression = regularExpression ? text : QRegularExpression::escape(text);
    if (wholeWord)
        expression = QStringLiteral("(?<!\\w)(?:%1)(?!\\w)").arg(expression);
    QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
    if (!caseSensitive)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(expression, options);
}

QList<LogPattern::Place> LogPattern::places(const QRegularExpression &compiled, const QString &line, int most)
{
    QList<Place> result;
    QRegularExpressionMatchIterator matches = compiled.globalMatch(line);
    while (matches.hasNext() && result.size() < most) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedLength() > 0)
            result.append({match.capturedStart(), match.capturedLength()});
    }
    return result;
}

} // namespace Gantry
