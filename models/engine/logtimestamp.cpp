// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logtimestamp.h"

#include <algorithm>
#include <cstring>

namespace Gantry {

namespace {

constexpr qint64 Second = 1'000'000'000;
constexpr int MostFraction = 9;
/// Nanoseconds since 1970 have room for a little more, whatever months and days are said to be.
constexpr int FirstYear = 1700;
constexpr int LastYear = 2200;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

int number(QByteArrayView text, qsizetype at, int digits)
{
    int result = 0;
    for (int i = 0; i < digits; ++i)
        result = result * 10 + (text[at + i] - '0');
    return result;
}

/// How much of \a text has the \a form, in which 'd' stands for a digit.
qsizetype fits(QByteArrayView text, QByteArrayView form)
{
    const qsizetype size = std::min(text.size(), form.size());
    for (qsizetype i = 0; i < size; ++i) {
        if (form[i] == 'd' ? !isDigit(text[i]) : text[i] != form[i])
            return i;
    }
    return size;
}

/// Days since 1970 of a date of the Gregorian calendar.
qint64 daysOf(int year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return qint64(era) * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

} // namespace

int LogTimestamp::read(QByteArrayView text)
{
    constexpr QByteArrayView minuteForm("dddd-dd-ddTdd:dd:");
    static_assert(minuteForm.size() == ToTheMinute);
    if (text.size() < ToTheMinute || std::memcmp(text.data(), m_minuteText, ToTheMinute) != 0) {
        const qsizetype fitting = fits(text, minuteForm);
        if (fitting < minuteForm.size())
            return fitting == text.size() ? Incomplete : None;
        const int year = number(text, 0, 4);
        if (year < FirstYear || year > LastYear)
            return None;
        std::memcpy(m_minuteText, text.data(), ToTheMinute);
        m_minute = daysOf(year, number(text, 5, 2), number(text, 8, 2)) * 86400 + number(text, 11, 2) * 3600
            + number(text, 14, 2) * 60;
    }
    const QByteArrayView seconds = text.sliced(ToTheMinute);
    if (const qsizetype fitting = fits(seconds, "dd"); fitting < 2)
        return fitting == seconds.size() ? Incomplete : None;
    qsizetype at = ToTheMinute + 2;
    qint64 fraction = 0;
    if (at < text.size() && text[at] == '.') {
        int digits = 0;
        for (++at; at < text.size() && digits < MostFraction && isDigit(text[at]); ++at, ++digits)
            fraction = fraction * 10 + (text[at] - '0');
        for (; digits < MostFraction; ++digits)
            fraction *= 10;
    }
    if (at >= text.size())
        return Incomplete;
    qint64 offset = 0;
    if (text[at] == 'Z') {
        ++at;
    } else {
        constexpr QByteArrayView offsetForm("dd:dd");
        if (text[at] != '+' && text[at] != '-')
            return None;
        const QByteArrayView rest = text.sliced(at + 1);
        if (const qsizetype fitting = fits(rest, offsetForm); fitting < offsetForm.size())
            return fitting == rest.size() ? Incomplete : None;
        offset = (number(rest, 0, 2) * 3600 + number(rest, 3, 2) * 60) * (text[at] == '-' ? -1 : 1);
        at += 1 + offsetForm.size();
    }
    if (at >= text.size())
        return Incomplete;
    if (text[at] != ' ')
        return None;
    m_nanoseconds = (m_minute + number(text, ToTheMinute, 2) - offset) * Second + fraction;
    return int(at + 1);
}

} // namespace Gantry
