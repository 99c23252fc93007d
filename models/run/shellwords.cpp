// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/shellwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\r';
}

bool isOperatorCharacter(QChar c)
{
    return c == u'|' || c == u'&' || c == u';' || c == u'<' || c == u'>' || c == u'(' || c == u')' || c == u'\n';
}

class Splitter
{
public:
    explicit Splitter(const QString &line)
        : m_line(line)
    {
        const auto isInk = [](QChar c) { return !c.isSpace(); };
        m_begin = std::distance(line.cbegin(), std::find_if(line.cbegin(), line.cend(), isInk));
        m_end = std::distance(std::find_if(line.crbegin(), line.crend(), isInk), line.crend());
    }

    ShellWords run()
    {
        ShellWords result;
        while (m_problem.isEmpty() && skipToWord()) {
            const qsizetype begin = m_at;
            m_word = {};
            if (isOperatorCharacter(peek()))
                takeOperator();
            else
                takeWord();
            m_word.source = m_line.mid(begin, m_at - begin);
            result.words << m_word;
        }
        result.problem = m_problem;
        return result;
    }

private:
    QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_line.size() ? m_line[m_at + ahead] : QChar(); }
    bool atEnd() const { return m_at >= m_line.size(); }

    /// The number of characters of a continued line's end; 0 where there is none.
    qsizetype continuation() const
    {
        if (peek() != u'\\')
            return 0;
        if (peek(1) == u'\n')
            return 2;
        return peek(1) == u'\r' && peek(2) == u'\n' ? 3 : 0;
    }

    bool skipToWord()
    {
        while (!atEnd()) {
            if (const qsizetype size = continuation(); size > 0)
                m_at += size;
            else if (peek() == u'#')
                m_at = std::max(m_at, endOfLine());
            else if (isBlank(peek()) || (peek() == u'\n' && isAround()))
                ++m_at;
            else
                return true;
        }
        return false;
    }

    qsizetype endOfLine() const
    {
        const qsizetype end = m_line.indexOf(u'\n', m_at);
        return end < 0 ? m_line.size() : end;
    }

    /// Whether nothing but blanks is before it, or behind it.
    bool isAround() const { return m_at <= m_begin || m_at >= m_end; }

    void takeOperator()
    {
        m_word.isOperator = true;
        while (!atEnd() && isOperatorCharacter(peek()))
            m_word.text += m_line[m_at++];
    }

    void takeWord()
    {
        bool first = true;
        while (!atEnd() && m_problem.isEmpty() && !isBlank(peek()) && !isOperatorCharacter(peek())) {
            const QChar c = peek();
            if (const qsizetype size = continuation(); size > 0) {
                m_at += size;
                continue;
            }
            if (c == u'\'') {
                takeSingleQuotes();
            } else if (c == u'"') {
                takeDoubleQuotes();
            } else if (c == u'$' && peek(1) == u'\'') {
                takeEscapes();
            } else if (c == u'$' && peek(1) == u'"') {
                ++m_at;
                takeDoubleQuotes();
            } else if (c == u'\\') {
                takeBackslash();
            } else {
                const bool isHome = first && c == u'~';
                const bool isPattern = c == u'*' || c == u'?'; // not [, as in [::1]:80
                if (isHome || isPattern)
                    m_word.expands = true;
                if (!takeExpansion())
                    m_word.text += m_line[m_at++];
            }
            first = false;
        }
    }

    void takeBackslash()
    {
        ++m_at;
        if (atEnd())
            m_word.text += u'\\';
        else
            m_word.text += m_line[m_at++];
    }

    void takeSingleQuotes()
    {
        const qsizetype end = m_line.indexOf(u'\'', m_at + 1);
        if (end < 0) {
            unclosed(u'\'');
            return;
        }
        m_word.text += QStringView(m_line).mid(m_at + 1, end - m_at - 1);
        m_at = end + 1;
    }

    void takeDoubleQuotes()
    {
        for (++m_at; !atEnd();) {
            const QChar c = peek();
            if (c == u'"') {
                ++m_at;
                return;
            }
            if (const qsizetype size = continuation(); size > 0) {
                m_at += size;
            } else if (c == u'\\' && u"$`\"\\"_s.contains(peek(1)) && !peek(1).isNull()) {
                m_word.text += peek(1);
                m_at += 2;
            } else if (!takeExpansion()) {
                m_word.text += m_line[m_at++];
            }
            if (!m_problem.isEmpty())
                return;
        }
        unclosed(u'"');
    }

    /// What stands for something else is kept as it is written, whole: "$(pwd)" is one, spaces and all.
    bool takeExpansion()
    {
        const QChar c = peek();
        if (c == u'`') {
            const qsizetype end = m_line.indexOf(u'`', m_at + 1);
            if (end < 0)
                unclosed(u'`');
            else
                keepExpansion(end + 1);
            return true;
        }
        if (c != u'$')
            return false;
        const QChar next = peek(1);
        if (next == u'(' || next == u'{') {
            const qsizetype end = closing(m_at + 1);
            if (end < 0)
                unclosed(next);
            else
                keepExpansion(end + 1);
            return true;
        }
        const bool isName = next.isLetterOrNumber() || next == u'_' || (!next.isNull() && u"@*#?$!-"_s.contains(next));
        if (isName)
            m_word.expands = true;
        return false;
    }

    void keepExpansion(qsizetype end)
    {
        m_word.expands = true;
        m_word.text += QStringView(m_line).mid(m_at, end - m_at);
        m_at = end;
    }

    qsizetype closing(qsizetype open) const
    {
        const QChar opens = m_line[open];
        const QChar closes = opens == u'(' ? u')' : u'}';
        int depth = 0;
        for (qsizetype i = open; i < m_line.size(); ++i) {
            if (m_line[i] == opens)
                ++depth;
            else if (m_line[i] == closes && --depth == 0)
                return i;
        }
        return -1;
    }

    void takeEscapes()
    {
        QByteArray bytes;
        for (m_at += 2; !atEnd();) {
            const QChar c = m_line[m_at++];
            if (c == u'\\' && !atEnd()) {
                bytes += escaped();
                continue;
            }
            m_word.text += QString::fromUtf8(std::exchange(bytes, {}));
            if (c == u'\'')
                return;
            m_word.text += c;
        }
        unclosed(u'\'');
    }

    QByteArray escaped()
    {
        static constexpr QLatin1StringView letters("abeEfnrtv");
        static constexpr char meanings[] = "\a\b\x1b\x1b\f\n\r\t\v";
        const QChar c = m_line[m_at++];
        if (const qsizetype known = letters.indexOf(c); known >= 0)
            return QByteArray(1, meanings[known]);
        if (c == u'x')
            return QByteArray(1, char(number(16, 2)));
        if (c == u'u' || c == u'U') {
            const char32_t point = number(16, c == u'u' ? 4 : 8);
            return QString::fromUcs4(&point, 1).toUtf8();
        }
        if (c >= u'0' && c <= u'7') {
            --m_at;
            return QByteArray(1, char(number(8, 3)));
        }
        if (c == u'\\' || c == u'\'' || c == u'"' || c == u'?')
            return QString(c).toUtf8();
        return QByteArray("\\") + QString(c).toUtf8();
    }

    char32_t number(int base, int digits)
    {
        char32_t value = 0;
        for (; digits > 0 && !atEnd(); --digits) {
            bool ok = false;
            const uint digit = QString(peek()).toUInt(&ok, base);
            if (!ok)
                break;
            value = value * char32_t(base) + digit;
            ++m_at;
        }
        return value > 0x10FFFF ? U'\uFFFD' : value;
    }

    void unclosed(QChar opening)
    {
        m_problem = QCoreApplication::translate("Gantry::ShellWords", "A %1 is opened and never closed.").arg(opening);
        m_at = m_line.size();
    }

    const QString &m_line;
    qsizetype m_begin; ///< where something else than blanks begins
    qsizetype m_end; ///< and ends
    qsizetype m_at = 0;
    ShellWord m_word;
    QString m_problem;
};

} // namespace

ShellWords ShellWords::split(const QString &line)
{
    return Splitter(line).run();
}

QStringList ShellWords::texts() const
{
    QStringList texts;
    for (const ShellWord &word : words)
        texts << word.text;
    return texts;
}

} // namespace Gantry
