// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runamount.h"

#include <QHash>
#include <QRegularExpression>

#include <cmath>

namespace Gantry::RunAmount {

using namespace Qt::StringLiterals;

namespace {

constexpr double LargestAmount = 9e18;

} // namespace

std::optional<qint64> bytes(const QString &text)
{
    static const QRegularExpression form(u"\\A([0-9]+(?:\\.[0-9]+)?)\\s*([kmgtp]?)(?:i?b)?\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const qsizetype power = match.captured(2).isEmpty() ? 0 : u"kmgtp"_s.indexOf(match.captured(2).toLower()) + 1;
    const double value = std::ldexp(match.captured(1).toDouble(), int(power) * 10);
    return value < LargestAmount ? std::optional(qint64(value)) : std::nullopt;
}

std::optional<qint64> nanoCpus(const QString &text)
{
    static const QRegularExpression form(u"\\A[0-9]{1,6}(?:\\.[0-9]{1,9})?\\z|\\A\\.[0-9]{1,9}\\z"_s);
    const QString trimmed = text.trimmed();
    if (!form.match(trimmed).hasMatch())
        return std::nullopt;
    return qint64(std::llround(trimmed.toDouble() * 1e9));
}

std::optional<qint64> nanoseconds(const QString &text)
{
    static const QRegularExpression part(u"\\G([0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|ms|s|m|h)"_s);
    static const QHash<QString, double> units{{u"ns"_s, 1},  {u"us"_s, 1e3}, {u"µs"_s, 1e3},  {u"ms"_s, 1e6},
                                              {u"s"_s, 1e9}, {u"m"_s, 6e10}, {u"h"_s, 3.6e12}};
    const QString trimmed = text.trimmed();
    if (trimmed == "0"_L1)
        return 0;
    double sum = 0;
    qsizetype at = 0;
    while (at < trimmed.size()) {
        const QRegularExpressionMatch match = part.match(trimmed, at);
        if (!match.hasMatch())
            return std::nullopt;
        sum += match.captured(1).toDouble() * units.value(match.captured(2));
        at = match.capturedEnd();
    }
    return at > 0 && sum < LargestAmount ? std::optional(qint64(sum)) : std::nullopt;
}

} // namespace Gantry::RunAmount
