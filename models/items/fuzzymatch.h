// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Gantry {

/// How well a text answers what was typed, and which of its characters answered.
struct FuzzyMatch
{
    int score = 0; ///< higher is better; comparable between texts for one pattern
    QList<int> positions; ///< matched UTF-16 units of the text, ascending

    /// Nothing unless every word of \a pattern occurs in \a text as a subsequence, without regard to case. Starts of
    /// words, runs of neighbours and whole words count more. An empty pattern matches everything with 0.
    static std::optional<FuzzyMatch> of(const QString &pattern, const QString &text);
};

} // namespace Gantry
