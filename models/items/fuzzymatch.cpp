// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fuzzymatch.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace Gantry {

namespace {

// Beyond this a text is no name: the table below would grow with it.
constexpr qsizetype MaximumText = 200;
constexpr qsizetype MaximumWord = 50;
constexpr int WholeWordScore = 20;
constexpr qsizetype FurthestStart = 10;
constexpr int PieceCost = 40;

bool startsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    const QChar here = text.at(at);
    return (!before.isLetterOrNumber() && here.isLetterOrNumber()) || (before.isLower() && here.isUpper());
}

FuzzyMatch matchAt(qsizetype at, qsizetype length)
{
    FuzzyMatch match;
    for (qsizetype i = 0; i < length; ++i)
        match.positions.append(int(at + i));
    return match;
}

/// \a word (case-folded) in one piece: where it begins a word, else anywhere.
std::optional<FuzzyMatch> matchPiece(const QString &word, const QString &text, const QString &folded)
{
    std::optional<FuzzyMatch> inside;
    for (qsizetype at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
        if (startsWord(text, at)) {
            FuzzyMatch match = matchAt(at, word.size());
            match.rank = at > 0             ? FuzzyMatch::Rank::WordBeginning
                : word.size() < text.size() ? FuzzyMatch::Rank::Beginning
                                            : FuzzyMatch::Rank::Whole;
            const qsizetype end = at + word.size();
            const bool wholeWord = end == text.size() || startsWord(text, end) || !text.at(end).isLetterOrNumber();
            match.score = (wholeWord ? WholeWordScore : 0) - int(std::min(at, FurthestStart));
            return match;
        }
        if (!inside) {
            inside = matchAt(at, word.size());
            inside->rank = FuzzyMatch::Rank::Inside;
            inside->score = -int(std::min(at, FurthestStart));
        }
    }
    return inside;
}

/// \a word (case-folded) in pieces that each begin a word, the fewest and earliest.
std::optional<FuzzyMatch> matchPieces(const QString &word, const QString &text, const QString &folded)
{
    const auto letters = std::size_t(word.size());
    const auto columns = std::size_t(text.size());
    if (letters > columns)
        return std::nullopt;
    constexpr int Impossible = std::numeric_limits<int>::max() / 2;
    // cost[l][c]: pieces, then distance, of word[l..] when word[l] is at c; next[l][c]: where word[l + 1] is then.
    std::vector<int> cost(letters * columns, Impossible);
    std::vector<int> next(letters * columns, -1);
    for (std::size_t l = letters; l-- > 0;) {
        int later = Impossible; // the best start of a piece behind here
        int laterAt = -1;
        for (std::size_t c = columns; c-- > 0;) {
            if (folded.at(qsizetype(c)) == word.at(qsizetype(l))) {
                int &here = cost[l * columns + c];
                int &then = next[l * columns + c];
                if (l + 1 == letters) {
                    here = 0;
                } else {
                    const int neighbour = c + 1 < columns ? cost[(l + 1) * columns + c + 1] : Impossible;
                    here = std::min(neighbour, later < Impossible ? later + PieceCost : Impossible);
                    then = neighbour <= here ? int(c) + 1 : laterAt;
                }
            }
            if (l + 1 < letters && later < Impossible)
                ++later; // one further away
            if (l + 1 < letters && startsWord(text, qsizetype(c)) && cost[(l + 1) * columns + c] < later) {
                later = cost[(l + 1) * columns + c];
                laterAt = int(c);
            }
        }
    }
    int best = Impossible;
    int at = -1;
    for (std::size_t c = 0; c < columns; ++c) {
        if (startsWord(text, qsizetype(c)) && cost[c] < best) {
            best = cost[c];
            at = int(c);
        }
    }
    if (at < 0)
        return std::nullopt;
    FuzzyMatch match;
    match.rank = FuzzyMatch::Rank::Pieces;
    match.score = -best - at;
    for (std::size_t l = 0; l < letters; ++l) {
        match.positions.append(at);
        at = next[l * columns + std::size_t(at)];
    }
    return match;
}

} // namespace

std::optional<FuzzyMatch> FuzzyMatch::of(const QString &pattern, const QString &text)
{
    const QString shown = text.left(MaximumText);
    // Character by character, so that positions stay those of the text ("İ".toLower() has two units).
    QString folded = shown;
    for (QChar &character : folded)
        character = character.toCaseFolded();
    FuzzyMatch result;
    const QStringList words = pattern.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (QString word : words) {
        word.truncate(MaximumWord);
        for (QChar &character : word)
            character = character.toCaseFolded();
        std::optional<FuzzyMatch> match = matchPiece(word, shown, folded);
        if (!match)
            match = matchPieces(word, shown, folded);
        if (!match)
            return std::nullopt;
        result.rank = std::max(result.rank, match->rank);
        result.score += match->score;
        result.positions += match->positions;
    }
    std::sort(result.positions.begin(), result.positions.end());
    const auto last = std::unique(result.positions.begin(), result.positions.end());
    result.positions.resize(std::distance(result.positions.begin(), last));
    // Of two texts that match alike the shorter one is meant.
    if (!words.isEmpty())
        result.score = result.score * 100 - int(shown.size());
    return result;
}

} // namespace Gantry
