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
    /// How a text was found, the best first; of several words the worst one's.
    enum class Rank {
        Whole, ///< it is what was typed
        Beginning, ///< it begins with it
        WordBeginning, ///< a word of it does
        Inside, ///< in one piece
        Pieces, ///< in pieces that each begin a word: "osc" in "Open SQL console"
    };

    Rank rank = Rank::Whole;
    int score = 0; ///< higher is better; comparable between texts of one rank for one pattern
    QList<int> positions; ///< matched UTF-16 units of the text, ascending

    /// Nothing unless every word of \a pattern is found in \a text as one of the ranks says, without regard to case:
    /// letters that are scattered through words are no match. An empty pattern matches everything with 0.
    static std::optional<FuzzyMatch> of(const QString &pattern, const QString &text);
};

} // namespace Gantry
