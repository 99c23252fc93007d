// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postgres/clipboardtext.h"

#include <QList>
#include <QString>

#include <atomic>

namespace Gantry {

class ResultStore;

/// What can be said of a selection of cells at a glance. Numbers are decimal text in the C locale, exact as long as the
/// sum fits into 38 digits and no value has an exponent.
struct SelectionStatistics
{
    qint64 cells = 0;
    qint64 numbers = 0; ///< values of numeric columns that are finite numbers; the figures below are theirs
    QString sum; ///< these four are empty when there is no number
    QString average; ///< with the decimals of the values, at least two where it is not whole
    QString minimum;
    QString maximum;

    /// Reads every cell of \a ranges, which must lie within the store; gives up with what it has when \a cancelled.
    /// Takes about 0.1 s for a million cells: call it in the pool.
    static SelectionStatistics of(const ResultStore &store, const QList<ClipboardText::Range> &ranges,
                                  const std::atomic<bool> &cancelled);
};

} // namespace Gantry
