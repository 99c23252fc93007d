// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/fuzzymatch.h"

#include <algorithm>
#include <vector>

namespace Gantry {

namespace {

// Beyond this a text is no name: the table below would grow with it.
constexpr qsizetype MaximumText = 200;
constexpr qsizetype MaximumWord = 50;
constexpr int Impossible = -1'000'000;
constexpr int HitScore = 4;
constexpr int WordStartScore = 10;
constexpr int FirstScore = 6;
constexpr int NeighbourScore = 8;
constexpr int GapCost = 1;

bool startsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    const QChar here = text.at(at);
    return (!before.isLetterOrNumber() && here.isLetterOrNumber()) || (before.isLower() && here.isUpper());
}

/// Best way to find \a word (case-folded) in the text as a subsequence.
std::optional<FuzzyMatch> matchWord(const QString &word, const QString &text, const QString &folded)
{
    const auto rows = std::size_t(word.size());
    const auto columns = std::size_t(text.size());
    if (rows == 0 || rows > columns)
        return std::nullopt;
    // best[r][c]: score of word[0..r] with word[r] at c; from[r][c]: where word[r-1] was.
    std::vector<int> best(rows * columns, Impossible);
    std::vector<int> from(rows * columns, -1);
    for (std::size_t r = 0; r < rows; ++r) {
        int reachable = Impossible; // best of the row above, less the gap to here
        int reachableAt = -1;
        for (std::size_t c = 0; c < columns; ++c) {
            if (r > 0 && c > 0) {
                reachable -= GapCost;
                if (const int above = best[(r - 1) * columns + c - 1]; above > reachable) {
                    reachable = above;
                    reachableAt = int(c) - 1;
                }
            }
            if (folded.at(qsizetype(c)) != word.at(qsizetype(r)))
                continue;
            int score = HitScore;
            if (startsWord(text, qsizetype(c)))
                score += WordStartScore;
            if (c == 0)
                score += FirstScore;
            if (r == 0) {
                best[c] = score - int(std::min<std::size_t>(c, 10)) * GapCost;
                continue;
            }
            int before = reachable;
            int beforeAt = reachableAt;
            if (const int neighbour = c > 0 ? best[(r - 1) * columns + c - 1] : Impossible;
                neighbour > Impossible / 2 && neighbour + NeighbourScore >= before) {
                before = neighbour + NeighbourScore;
                beforeAt = int(c) - 1;
            }
            if (before <= Impossible / 2)
                continue;
            best[r * columns + c] = before + score;
            from[r * columns + c] = beforeAt;
        }
    }
    const auto lastRow = best.cbegin() + std::ptrdiff_t((rows - 1) * columns);
    const auto top = std::max_element(lastRow, best.cend());
    if (*top <= Impossible / 2)
        return std::nullopt;
    FuzzyMatch result;
    result.score = *top;
    int at = int(top - lastRow);
    for (auto r = std::ptrdiff_t(rows) - 1; r >= 0; --r) {
        result.positions.prepend(at);
        at = from[std::size_t(r) * columns + std::size_t(at)];
    }
    return result;
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
        const std::optional<FuzzyMatch> match = matchWord(word, shown, folded);
        if (!match)
            return std::nullopt;
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
