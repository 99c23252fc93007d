// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logpattern.h"

#include <algorithm>

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

QList<QStringList> LogPattern::needles() const
{
    if (!regularExpression)
        return {{text}};
    // Only what is surely literal: options and comments are left to the expression itself.
    for (const QLatin1String special : {QLatin1String("(?"), QLatin1String("(*"), QLatin1String("[:")}) {
        if (text.contains(special))
            return {};
    }
    QList<QStringList> alternatives{{}};
    QString run;
    int depth = 0;
    const auto endRun = [&alternatives, &run] {
        if (!run.isEmpty())
            alternatives.last() << run;
        run.clear();
    };
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'[') { // "]" right after its beginning is a member
            endRun();
            at += at + 1 < text.size() && text[at + 1] == u'^' ? 2 : 1;
            at += at < text.size() && text[at] == u'\\' ? 2 : 1;
            for (; at < text.size() && text[at] != u']'; ++at)
                at += text[at] == u'\\' ? 1 : 0;
        } else if (c == u'\\') {
            const QChar next = at + 1 < text.size() ? text[++at] : QChar();
            if (QLatin1String("dDwWsSbBhHvVRAzZntrfe").contains(next))
                endRun();
            else if (next.isLetterOrNumber() || next.isNull())
                return {}; // a character by its number, a quotation
            else if (depth == 0)
                run += next;
        } else if (c == u'?' || c == u'*' || c == u'{') {
            run.chop(run.isEmpty() ? 0 : run.back().isLowSurrogate() ? 2 : 1);
            endRun();
            if (c == u'{')
                at = std::max(at, text.indexOf(u'}', at));
        } else if (QLatin1String("().^$+|").contains(c)) {
            endRun();
            depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
            if (c == u'|' && depth == 0)
                alternatives.append(QStringList());
        } else if (depth == 0) {
            run += c;
        }
    }
    endRun();
    const bool all = std::none_of(alternatives.begin(), alternatives.end(),
                                  [](const QStringList &each) { return each.isEmpty(); });
    return all ? alternatives : QList<QStringList>();
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
