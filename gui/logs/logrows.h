// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <functional>

namespace Gantry {

/// The arithmetic of rows that may take several lines of the screen each: only the rows near a place are measured,
/// however many there are.
class LogRows
{
public:
    /// A line of the screen: one of a row's.
    struct Place
    {
        qint64 row = 0;
        int part = 0;

        friend auto operator<=>(const Place &, const Place &) = default;
    };
    /// How many lines a row takes, 1 at least.
    using Height = std::function<int(qint64 row)>;

    /// \a by lines of the screen further, or back, within \a rows rows.
    static Place moved(Place from, qint64 by, qint64 rows, const Height &height);
    /// What stands on top when the last line of all stands at the end of a \a page.
    static Place lastTop(qint64 rows, int page, const Height &height);

    /// Cells that a text takes: wide East Asian characters and emoji take two.
    static int cellsOf(QStringView text);
    /// Where the lines begin into which a text is broken so that none has more than \a columns cells: after a space
    /// where one stands in the last third of a line.
    static QList<qsizetype> startsOf(QStringView text, int columns);
    /// The line in which the character at \a index stands.
    static int partOf(const QList<qsizetype> &starts, qsizetype index);
};

} // namespace Gantry
