// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <utility>
#include <vector>

namespace Gantry {

/// Numbers of lines in order, each once, in four bytes each. There may be one for every line of a log, so it must not
/// cost more; those at the front can be forgotten at no cost.
class LineNumbers
{
public:
    class const_iterator
    {
    public:
        using iterator_category = std::random_access_iterator_tag;
        using value_type = qint64;
        using difference_type = std::ptrdiff_t;
        using pointer = const qint64 *;
        using reference = qint64;

        const_iterator() = default;
        const_iterator(const quint32 *at, qint64 base)
            : m_at(at)
            , m_base(base)
        {
        }

        qint64 operator*() const { return m_base + *m_at; }
        qint64 operator[](difference_type by) const { return m_base + m_at[by]; }
        const_iterator &operator++() { return *this += 1; }
        const_iterator &operator--() { return *this -= 1; }
        const_iterator operator++(int) { return std::exchange(*this, *this + 1); }
        const_iterator operator--(int) { return std::exchange(*this, *this - 1); }
        const_iterator &operator+=(difference_type by)
        {
            m_at += by;
            return *this;
        }
        const_iterator &operator-=(difference_type by) { return *this += -by; }
        friend const_iterator operator+(const_iterator from, difference_type by) { return from += by; }
        friend const_iterator operator+(difference_type by, const_iterator from) { return from += by; }
        friend const_iterator operator-(const_iterator from, difference_type by) { return from -= by; }
        friend difference_type operator-(const_iterator a, const_iterator b) { return a.m_at - b.m_at; }
        friend bool operator==(const_iterator a, const_iterator b) { return a.m_at == b.m_at; }
        friend auto operator<=>(const_iterator a, const_iterator b) { return a.m_at <=> b.m_at; }

    private:
        const quint32 *m_at = nullptr;
        qint64 m_base = 0;
    };

    LineNumbers() = default;
    LineNumbers(std::initializer_list<qint64> lines);

    const_iterator begin() const { return {m_offsets.data() + m_gone, m_base}; }
    const_iterator end() const { return {m_offsets.data() + m_offsets.size(), m_base}; }
    const_iterator cbegin() const { return begin(); }
    const_iterator cend() const { return end(); }
    size_t size() const { return m_offsets.size() - m_gone; }
    bool empty() const { return size() == 0; }
    qint64 front() const { return *begin(); }
    qint64 back() const { return m_base + m_offsets.back(); }
    qint64 operator[](size_t index) const { return m_base + m_offsets[m_gone + index]; }
    /// What size() numbers need.
    qint64 bytes() const { return qint64(size() * sizeof(quint32)); }

    /// \a line is greater than all others, and less than 2^32 after the first.
    void push_back(qint64 line);
    void pop_back() { m_offsets.pop_back(); }
    void clear();
    /// Forgets those before \a line.
    void eraseBefore(qint64 line);

    friend bool operator==(const LineNumbers &a, const LineNumbers &b);

private:
    /// Takes what was forgotten away, and counts from the first that is left.
    void compact();

    std::vector<quint32> m_offsets; ///< counted from m_base
    size_t m_gone = 0; ///< of them forgotten
    qint64 m_base = 0;
};

} // namespace Gantry
