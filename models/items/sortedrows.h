// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <iterator>
#include <vector>

namespace Gantry {

/// Inserts \a fresh (sorted) into \a rows (sorted), each run of neighbours between begin(first, last) and end(first,
/// last).
template <typename Ptr, typename Less, typename Begin, typename End>
void insertSorted(std::vector<Ptr> &rows, std::vector<Ptr> fresh, Less less, Begin begin, End end)
{
    while (!fresh.empty()) {
        const auto position = std::lower_bound(rows.begin(), rows.end(), fresh.back(), less);
        std::size_t first = fresh.size() - 1;
        while (first > 0 && (position == rows.begin() || less(*std::prev(position), fresh[first - 1])))
            --first;
        const auto row = int(position - rows.begin());
        const int last = row + int(fresh.size() - first) - 1;
        begin(row, last);
        rows.insert(position, std::make_move_iterator(fresh.begin() + std::ptrdiff_t(first)),
                    std::make_move_iterator(fresh.end()));
        fresh.resize(first);
        end(row, last);
    }
}

/// Calls remove(first, last) for each run of neighbours among \a rows, the last run first.
template <typename Remove> void forRunsFromTheEnd(std::vector<int> rows, Remove remove)
{
    std::sort(rows.begin(), rows.end());
    while (!rows.empty()) {
        const int last = rows.back();
        int first = last;
        rows.pop_back();
        while (!rows.empty() && rows.back() == first - 1) {
            first = rows.back();
            rows.pop_back();
        }
        remove(first, last);
    }
}

} // namespace Gantry
