// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logrows.h"

#include <QString>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int FewestColumns = 8;

bool takesOneCellEach(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x300; });
}

// The wide ranges of Unicode's East Asian Width that a log can be expected to hold.
int cellsOfCharacter(char32_t c)
{
    if (c >= 0x1100
        && (c <= 0x115f || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1f64f) || (c >= 0x1f900 && c <= 0x1f9ff) || (c >= 0x20000 && c <= 0x3fffd)))
        return 2;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format
        ? 0
        : 1;
}

/// The character at \a at and where the next one stands.
std::pair<char32_t, qsizetype> characterAt(QStringView text, qsizetype at)
{
    if (text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return {QChar::surrogateToUcs4(text[at], text[at + 1]), at + 2};
    return {text[at].unicode(), at + 1};
}

} // namespace

LogRows::Place LogRows::moved(Place from, qint64 by, qint64 rows, const Height &height)
{
    if (rows == 0)
        return {};
    while (by > 0) {
        const int left = height(from.row) - 1 - from.part;
        if (by <= left) {
            from.part += int(by);
            return from;
        }
        if (from.row + 1 >= rows)
            return {from.row, from.part + left};
        by -= left + 1;
        from = {from.row + 1, 0};
    }
    while (by < 0) {
        if (-by <= from.part) {
            from.part += int(by);
            return from;
        }
        if (from.row == 0)
            return {0, 0};
        by += from.part + 1;
        from = {from.row - 1, height(from.row - 1) - 1};
    }
    return from;
}

LogRows::Place LogRows::lastTop(qint64 rows, int page, const Height &height)
{
    if (rows == 0)
        return {};
    return moved({rows - 1, height(rows - 1) - 1}, 1 - page, rows, height);
}

int LogRows::cellsOf(QStringView text)
{
    if (takesOneCellEach(text))
        return int(text.size());
    int cells = 0;
    for (qsizetype at = 0; at < text.size();) {
        const auto [character, next] = characterAt(text, at);
        cells += cellsOfCharacter(character);
        at = next;
    }
    return cells;
}

QList<qsizetype> LogRows::startsOf(QStringView text, int columns)
{
    columns = std::max(columns, FewestColumns);
    QList<qsizetype> starts{0};
    if (text.size() * 2 <= columns)
        return starts;
    qsizetype afterSpace = 0; // the last place to break at
    int cells = 0;
    int cellsAfterSpace = 0;
    for (qsizetype at = 0; at < text.size();) {
        const auto [character, next] = characterAt(text, at);
        const int width = cellsOfCharacter(character);
        if (cells + width > columns) {
            const bool atSpace = afterSpace > starts.last() && cellsAfterSpace >= columns - columns / 3;
            starts.append(atSpace ? afterSpace : at);
            cells = atSpace ? cells - cellsAfterSpace : 0;
            cellsAfterSpace = 0;
            afterSpace = 0;
        }
        cells += width;
        at = next;
        if (character == U' ') {
            afterSpace = at;
            cellsAfterSpace = cells;
        }
    }
    return starts;
}

int LogRows::partOf(const QList<qsizetype> &starts, qsizetype index)
{
    return int(std::upper_bound(starts.begin(), starts.end(), index) - starts.begin()) - 1;
}

} // namespace Gantry
