// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/naturalorder.h"

namespace Gantry {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

// Takes the run of digits that starts at pos; leading zeros are skipped.
QStringView takeNumber(QStringView text, qsizetype &pos)
{
    while (pos < text.size() && text[pos] == u'0')
        ++pos;
    const qsizetype start = pos;
    while (pos < text.size() && isDigit(text[pos]))
        ++pos;
    return text.sliced(start, pos - start);
}

} // namespace

int compareNaturally(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const QStringView left = takeNumber(a, i);
            const QStringView right = takeNumber(b, j);
            if (left.size() != right.size())
                return left.size() < right.size() ? -1 : 1;
            if (const int order = left.compare(right); order != 0)
                return order;
            continue;
        }
        const QChar left = a[i].toCaseFolded();
        const QChar right = b[j].toCaseFolded();
        if (left != right)
            return left < right ? -1 : 1;
        ++i;
        ++j;
    }
    if (i < a.size() || j < b.size())
        return i < a.size() ? 1 : -1;
    // "web-1" and "web-01" are different names.
    return a.compare(b, Qt::CaseInsensitive);
}

} // namespace Gantry
