// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/selectionstatistics.h"

#include "postgres/resultstore.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace Gantry {

namespace {

__extension__ using Wide = __int128;

constexpr int MostDigits = 36; // 10^38 is the largest power of ten in 127 bits; two stay for carries

Wide powerOfTen(int exponent)
{
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

/// digits / 10^scale
struct Decimal
{
    Wide digits = 0;
    int scale = 0;

    bool raiseScale(int wanted)
    {
        while (scale < wanted) {
            if (__builtin_mul_overflow(digits, Wide(10), &digits))
                return false;
            ++scale;
        }
        return true;
    }
};

std::optional<Decimal> readDecimal(QByteArrayView text)
{
    Decimal result;
    qsizetype i = text.startsWith('-') || text.startsWith('+') ? 1 : 0;
    bool point = false;
    int digits = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            digits += digits > 0 || c != '0' ? 1 : 0;
            if (digits > MostDigits)
                return {};
            result.digits = result.digits * 10 + (c - '0');
            result.scale += point ? 1 : 0;
        } else {
            return {};
        }
    }
    if (text.startsWith('-'))
        result.digits = -result.digits;
    return result;
}

QString decimalText(Wide digits, int scale)
{
    const bool negative = digits < 0;
    QByteArray text;
    do {
        const int digit = int(digits % 10);
        text.prepend(char('0' + std::abs(digit)));
        digits /= 10;
    } while (digits != 0);
    while (text.size() <= scale)
        text.prepend('0');
    if (scale > 0)
        text.insert(text.size() - scale, '.');
    if (negative)
        text.prepend('-');
    return QString::fromLatin1(text);
}

QString withoutNeedlessZeros(QString text, int keep)
{
    const auto point = text.indexOf(QLatin1Char('.'));
    if (point < 0)
        return text;
    while (text.size() - 1 - point > keep && text.endsWith(QLatin1Char('0')))
        text.chop(1);
    if (text.endsWith(QLatin1Char('.')))
        text.chop(1);
    return text;
}

QString doubleText(long double value)
{
    return QString::number(double(value), 'g', 15);
}

class Accumulator
{
public:
    void add(QByteArrayView text)
    {
        bool ok = false;
        const double value = text.toByteArray().toDouble(&ok);
        if (!ok || !std::isfinite(value))
            return;
        ++m_count;
        m_roughSum += value;
        addExactly(text);
        if (m_count == 1 || isLess(text, value, m_minimumText, m_minimum)) {
            m_minimum = value;
            m_minimumText = text.toByteArray();
        }
        if (m_count == 1 || isLess(m_maximumText, m_maximum, text, value)) {
            m_maximum = value;
            m_maximumText = text.toByteArray();
        }
    }

    void tell(SelectionStatistics *statistics) const
    {
        statistics->numbers = m_count;
        if (m_count == 0)
            return;
        statistics->minimum = QString::fromLatin1(m_minimumText);
        statistics->maximum = QString::fromLatin1(m_maximumText);
        statistics->sum = m_exact ? decimalText(m_sum.digits, m_sum.scale) : doubleText(m_roughSum);
        statistics->average = average();
    }

private:
    void addExactly(QByteArrayView text)
    {
        if (!m_exact)
            return;
        std::optional<Decimal> value = readDecimal(text);
        m_exact = value && value->raiseScale(m_sum.scale) && m_sum.raiseScale(value->scale)
            && !__builtin_add_overflow(m_sum.digits, value->digits, &m_sum.digits);
    }

    /// Doubles decide, unless they are too coarse to tell the two apart.
    static bool isLess(QByteArrayView textA, double a, QByteArrayView textB, double b)
    {
        if (a != b)
            return a < b;
        std::optional<Decimal> decimalA = readDecimal(textA);
        std::optional<Decimal> decimalB = readDecimal(textB);
        return decimalA && decimalB && decimalA->raiseScale(decimalB->scale) && decimalB->raiseScale(decimalA->scale)
            && decimalA->digits < decimalB->digits;
    }

    QString average() const
    {
        const int scale = std::max(2, m_sum.scale);
        Wide scaled = 0;
        if (!m_exact || __builtin_mul_overflow(m_sum.digits, powerOfTen(scale - m_sum.scale), &scaled))
            return doubleText(m_roughSum / m_count);
        const Wide half = scaled < 0 ? -(m_count / 2) : m_count / 2;
        const QString text = decimalText((scaled + half) / m_count, scale);
        const bool whole = scaled % m_count == 0 && withoutNeedlessZeros(text, 0).indexOf(QLatin1Char('.')) < 0;
        return withoutNeedlessZeros(text, whole ? m_sum.scale : scale);
    }

    qint64 m_count = 0;
    long double m_roughSum = 0;
    bool m_exact = true;
    Decimal m_sum;
    double m_minimum = 0;
    double m_maximum = 0;
    QByteArray m_minimumText;
    QByteArray m_maximumText;
};

} // namespace

SelectionStatistics SelectionStatistics::of(const ResultStore &store, const QList<ClipboardText::Range> &ranges,
                                            const std::atomic<bool> &cancelled)
{
    SelectionStatistics statistics;
    Accumulator numbers;
    const QList<ResultColumn> columns = store.columns();
    for (const ClipboardText::Range &range : ranges) {
        QList<int> numeric;
        for (int column = range.firstColumn; column <= range.lastColumn; ++column) {
            if (columns.at(column).isNumeric())
                numeric.append(column);
        }
        statistics.cells += (range.lastRow - range.firstRow + 1) * (range.lastColumn - range.firstColumn + 1);
        for (qint64 row = range.firstRow; row <= range.lastRow && !numeric.isEmpty() && !cancelled; ++row) {
            const ResultRow record = store.row(row);
            for (const int column : std::as_const(numeric)) {
                if (!record.isNull(column))
                    numbers.add(record.text(column));
            }
        }
    }
    numbers.tell(&statistics);
    return statistics;
}

} // namespace Gantry
