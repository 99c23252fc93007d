// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/loglevel.h"

#include "engine/jsonline.h"

#include <algorithm>
#include <array>

namespace Gantry {

namespace {

struct Word
{
    QByteArrayView text; // lower case
    LogLevel::Kind kind;
};

using Kind = LogLevel::Kind;

constexpr qsizetype Longest = 11;

const std::array words{
    Word{"error", Kind::Error},      Word{"err", Kind::Error},       Word{"fatal", Kind::Error},
    Word{"critical", Kind::Error},   Word{"crit", Kind::Error},      Word{"panic", Kind::Error},
    Word{"emerg", Kind::Error},      Word{"emergency", Kind::Error}, Word{"alert", Kind::Error},
    Word{"severe", Kind::Error},     Word{"warning", Kind::Warning}, Word{"warn", Kind::Warning},
    Word{"info", Kind::Info},        Word{"notice", Kind::Info},     Word{"log", Kind::Info},
    Word{"information", Kind::Info}, Word{"debug", Kind::Debug},     Word{"trace", Kind::Debug},
    Word{"verbose", Kind::Debug},
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isWordCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

Kind kindOf(QByteArrayView word)
{
    if (word.size() < 3 || word.size() > Longest)
        return Kind::None;
    const auto found = std::find_if(words.begin(), words.end(), [word](const Word &known) {
        return known.text.size() == word.size()
            && std::equal(word.begin(), word.end(), known.text.begin(), [](char a, char b) { return lower(a) == b; });
    });
    return found == words.end() ? Kind::None : found->kind;
}

/// The end of the escape sequence that begins at \a at.
qsizetype afterEscape(QByteArrayView line, qsizetype at)
{
    ++at;
    if (at < line.size() && line[at] == '[') {
        for (++at; at < line.size() && (line[at] < '@' || line[at] > '~'); ++at) { }
    }
    return std::min(at + 1, line.size());
}

/// Whether a word that begins a line, or ends the name that begins it, is that of an exception before what it says: the
/// last line of a Python traceback, which has no other sign.
bool isException(QByteArrayView line, qsizetype at, qsizetype end)
{
    const QByteArrayView word = line.sliced(at, end - at);
    const auto endsWith = [word](QByteArrayView kind) { return word.size() > kind.size() && word.endsWith(kind); };
    if (word.front() < 'A' || word.front() > 'Z' || (!endsWith("Error") && !endsWith("Exception")))
        return false;
    qsizetype after = end;
    while (after < line.size() && line[after] == '\x1b')
        after = afterEscape(line, after);
    const bool isAlone = after == line.size() || line.sliced(after) == QByteArrayView("\r");
    return isAlone || (line[after] == ':' && (after + 1 == line.size() || line[after + 1] == ' '));
}

/// Whether what stands before a word makes it the value of a key: level=, "level":"…
bool isValueOfLevel(QByteArrayView before)
{
    const auto trim = [&before](QByteArrayView characters) {
        while (!before.isEmpty() && characters.contains(before.back()))
            before.chop(1);
    };
    if (before.isEmpty() || (before.back() != '=' && before.back() != '"' && before.back() != ':'))
        return false;
    trim("\"' ");
    if (before.isEmpty() || (before.back() != '=' && before.back() != ':'))
        return false;
    trim("=: \"'");
    for (const QByteArrayView key : {QByteArrayView("level"), QByteArrayView("lvl"), QByteArrayView("severity")}) {
        if (before.size() < key.size())
            continue;
        const QByteArrayView end = before.last(key.size());
        if (std::equal(end.begin(), end.end(), key.begin(), [](char a, char b) { return lower(a) == b; }))
            return true;
    }
    return false;
}

} // namespace

LogLevel::Kind LogLevel::ofWord(QByteArrayView word)
{
    return kindOf(word);
}

LogLevel LogLevel::of(QByteArrayView line)
{
    if (line.startsWith('{')) {
        if (const LogLevel level = JsonLine::levelOf(line); level.kind != Kind::None)
            return level;
    }
    line = line.first(std::min(line.size(), Read));
    if (line.startsWith("Traceback (most recent call last)"))
        return {Kind::Error, 0, 9};
    qsizetype begin = 0; // where the visible text begins
    bool isFirstName = true; // up to here it is one, with dots
    for (qsizetype at = 0; at < line.size();) {
        if (line[at] == '\x1b') {
            const bool isAtBegin = at == begin;
            at = afterEscape(line, at);
            if (isAtBegin)
                begin = at;
            continue;
        }
        if (!isWordCharacter(line[at])) {
            isFirstName &= line[at] == '.';
            ++at;
            continue;
        }
        qsizetype end = at;
        bool capitals = true;
        for (; end < line.size() && isWordCharacter(line[end]); ++end)
            capitals &= line[end] >= 'A' && line[end] <= 'Z';
        const Kind kind = kindOf(line.sliced(at, end - at));
        if (kind != Kind::None) {
            const char before = at > 0 ? line[at - 1] : ' ';
            const char after = end < line.size() ? line[end] : ' ';
            const bool inBrackets
                = (before == '[' && after == ']') || (before == '<' && after == '>') || (before == '(' && after == ')');
            const bool leads = at == begin && after == ':';
            if (capitals || inBrackets || leads || isValueOfLevel(line.first(at)))
                return {kind, at, end - at};
        }
        if (kind == Kind::None && isFirstName && isException(line, at, end))
            return {Kind::Error, at, end - at};
        at = end;
    }
    return {};
}

} // namespace Gantry
