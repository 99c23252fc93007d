// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminaltext.h"

#include "terminal/terminalscreen.h"

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

bool isWordCharacter(QChar character)
{
    return character.isLetterOrNumber() || character.isMark() || character.isSurrogate()
        || u"-_./~:@%+#?&=,\\"_s.contains(character);
}

} // namespace

TerminalText TerminalText::of(const TerminalScreen &screen, qint64 line, int before)
{
    TerminalText found;
    found.m_first = line;
    while (found.m_first > screen.firstLine() && line - found.m_first < before && screen.isWrapped(found.m_first - 1))
        --found.m_first;
    found.m_last = line;
    while (found.m_last + 1 < screen.endLine() && found.m_last - found.m_first < MostRows
           && screen.isWrapped(found.m_last))
        ++found.m_last;
    for (qint64 row = found.m_first; row <= found.m_last; ++row) {
        int column = 0;
        for (const TerminalCell cell : screen.line(row)) {
            screen.appendText(cell, &found.m_text);
            found.m_places.resize(std::size_t(found.m_text.size()), {row, column});
            ++column;
        }
    }
    qsizetype end = found.m_text.size();
    while (end > 0 && found.m_text[end - 1] == u' ')
        --end;
    found.m_text.truncate(end);
    found.m_places.resize(std::size_t(end));
    TerminalPlace after{found.m_first, 0};
    if (end > 0) {
        after = found.m_places.back();
        const std::span<const TerminalCell> cells = screen.line(after.line);
        after.column += cells[std::size_t(after.column)].isWide() ? 2 : 1;
    }
    found.m_places.push_back(after);
    return found;
}

QString TerminalText::between(const TerminalScreen &screen, TerminalPlace from, TerminalPlace to)
{
    QString text;
    from.line = std::max(from.line, screen.firstLine());
    for (qint64 line = from.line; line <= to.line && line < screen.endLine(); ++line) {
        const std::span<const TerminalCell> cells = screen.line(line);
        const auto size = int(cells.size());
        const int begin = line == from.line ? std::clamp(from.column, 0, size) : 0;
        const int end = line == to.line ? std::clamp(to.column, begin, size) : size;
        const auto part = cells.subspan(std::size_t(begin), std::size_t(end - begin));
        if (line < to.line && screen.isWrapped(line)) {
            for (const TerminalCell cell : part)
                screen.appendText(cell, &text);
            continue;
        }
        text += screen.text(part);
        if (line < to.line)
            text += u'\n';
    }
    return text;
}

TerminalPlace TerminalText::place(qsizetype index) const
{
    return m_places[std::size_t(std::clamp<qsizetype>(index, 0, m_text.size()))];
}

qsizetype TerminalText::index(TerminalPlace place) const
{
    return std::lower_bound(m_places.begin(), m_places.end() - 1, place) - m_places.begin();
}

TerminalText::Part TerminalText::wordAt(qsizetype index) const
{
    if (index < 0 || index >= m_text.size())
        return {};
    if (!isWordCharacter(m_text[index]))
        return {index, 1};
    qsizetype start = index;
    while (start > 0 && isWordCharacter(m_text[start - 1]))
        --start;
    qsizetype end = index + 1;
    while (end < m_text.size() && isWordCharacter(m_text[end]))
        ++end;
    return {start, end - start};
}

TerminalText::Part TerminalText::linkAt(qsizetype index) const
{
    static const QRegularExpression address(uR"(\bhttps?://[^\s<>"'`{}|\\^]+)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QRegularExpressionMatchIterator matches = address.globalMatch(m_text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        QString found = match.captured();
        // What ends a sentence or closes what was opened before is no part of it.
        while (!found.isEmpty()
               && (u".,;:!?"_s.contains(found.back()) || (found.back() == u')' && !found.contains(u'('))
                   || (found.back() == u']' && !found.contains(u'['))))
            found.chop(1);
        if (index >= match.capturedStart() && index < match.capturedStart() + found.size())
            return {match.capturedStart(), found.size()};
    }
    return {};
}

} // namespace Gantry
