// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jsonline.h"

#include <algorithm>
#include <array>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr int DeepestJson = 64;

/// One member of the outermost object, as it stands in the line.
struct JsonMember
{
    QByteArrayView key; ///< without its quotes
    QByteArrayView value; ///< with them
};

/// Reads an object member by member, strictly, without building anything.
class JsonReader
{
public:
    explicit JsonReader(QByteArrayView text)
        : m_text(text)
    {
    }

    /// Whether the whole text is one object; \a take gets its members.
    template <typename Take> bool object(Take take)
    {
        skipSpace();
        if (!accept('{'))
            return false;
        skipSpace();
        if (!accept('}')) {
            do {
                JsonMember member;
                skipSpace();
                const qsizetype key = m_at;
                if (!string())
                    return false;
                member.key = m_text.sliced(key + 1, m_at - key - 2);
                skipSpace();
                if (!accept(':'))
                    return false;
                skipSpace();
                const qsizetype begin = m_at;
                if (!value())
                    return false;
                member.value = m_text.sliced(begin, m_at - begin);
                take(member);
                skipSpace();
            } while (accept(','));
            if (!accept('}'))
                return false;
        }
        skipSpace();
        return m_at == m_text.size();
    }

private:
    bool accept(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (m_at < m_text.size()
               && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\r' || m_text[m_at] == '\n'))
            ++m_at;
    }

    bool string()
    {
        if (!accept('"'))
            return false;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at++];
            if (c == '"')
                return true;
            if (c == '\\' ? !escape() : uchar(c) < 0x20)
                return false;
        }
        return false;
    }

    bool escape()
    {
        if (m_at >= m_text.size())
            return false;
        const char c = m_text[m_at++];
        if (c != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(c);
        for (int i = 0; i < 4; ++i, ++m_at) {
            if (m_at >= m_text.size() || !isxdigit(uchar(m_text[m_at])))
                return false;
        }
        return true;
    }

    bool digits()
    {
        const qsizetype before = m_at;
        while (m_at < m_text.size() && m_text[m_at] >= '0' && m_text[m_at] <= '9')
            ++m_at;
        return m_at > before;
    }

    bool number()
    {
        accept('-');
        if (!accept('0') && !digits())
            return false;
        if (accept('.') && !digits())
            return false;
        if (accept('e') || accept('E')) {
            if (!accept('+'))
                accept('-');
            return digits();
        }
        return true;
    }

    bool word(QByteArrayView wanted)
    {
        if (!m_text.sliced(m_at).startsWith(wanted))
            return false;
        m_at += wanted.size();
        return true;
    }

    bool members(char end)
    {
        ++m_at;
        if (++m_depth > DeepestJson)
            return false;
        skipSpace();
        if (!accept(end)) {
            do {
                skipSpace();
                if (end == '}') {
                    if (!string())
                        return false;
                    skipSpace();
                    if (!accept(':'))
                        return false;
                    skipSpace();
                }
                if (!value())
                    return false;
                skipSpace();
            } while (accept(','));
            if (!accept(end))
                return false;
        }
        --m_depth;
        return true;
    }

    bool value()
    {
        if (m_at >= m_text.size())
            return false;
        switch (m_text[m_at]) {
        case '"':
            return string();
        case '{':
            return members('}');
        case '[':
            return members(']');
        case 't':
            return word("true");
        case 'f':
            return word("false");
        case 'n':
            return word("null");
        default:
            return number();
        }
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
};

bool isOneOf(QByteArrayView key, std::initializer_list<QByteArrayView> known)
{
    return std::any_of(known.begin(), known.end(), [key](QByteArrayView each) {
        return each.size() == key.size() && std::equal(each.begin(), each.end(), key.begin(), [](char a, char b) {
                   return a == (b >= 'A' && b <= 'Z' ? char(b + 32) : b);
               });
    });
}

bool isLevelKey(QByteArrayView key)
{
    return isOneOf(key,
                   {"level", "lvl", "severity", "loglevel", "log_level", "log.level", "levelname", "level_name",
                    "severity_text", "@l"});
}

/// The better a key says the message, the higher; 0 for none.
int messageRank(QByteArrayView key)
{
    if (isOneOf(key, {"message", "msg"}))
        return 3;
    if (isOneOf(key, {"@m", "@mt", "event"}))
        return 2;
    return isOneOf(key, {"text", "log"}) ? 1 : 0;
}

bool isText(QByteArrayView value)
{
    return value.startsWith('"');
}

/// A word, or a number as of syslog (RFC 5424: 0 to 7) or of bunyan and pino (10 to 60).
LogLevel::Kind levelOfValue(QByteArrayView value)
{
    if (isText(value))
        return LogLevel::ofWord(value.sliced(1, value.size() - 2));
    bool isNumber = false;
    const int number = value.toByteArray().toInt(&isNumber);
    if (!isNumber || number < 0)
        return LogLevel::Kind::None;
    if (number < 8)
        return number <= 3 ? LogLevel::Kind::Error
            : number == 4  ? LogLevel::Kind::Warning
            : number < 7   ? LogLevel::Kind::Info
                           : LogLevel::Kind::Debug;
    return number >= 50 ? LogLevel::Kind::Error
        : number >= 40  ? LogLevel::Kind::Warning
        : number >= 30  ? LogLevel::Kind::Info
                        : LogLevel::Kind::Debug;
}

/// What a text in quotes, known to be well formed, stands for.
QString unquoted(QByteArrayView quoted)
{
    const QByteArrayView raw = quoted.sliced(1, quoted.size() - 2);
    if (!raw.contains('\\'))
        return QString::fromUtf8(raw);
    QString text;
    for (qsizetype at = 0; at < raw.size();) {
        if (raw[at] != '\\') {
            qsizetype end = raw.indexOf('\\', at);
            end = end < 0 ? raw.size() : end;
            text += QString::fromUtf8(raw.sliced(at, end - at));
            at = end;
            continue;
        }
        const char c = raw[at + 1];
        at += 2;
        switch (c) {
        case 'b':
            text += u'\b';
            break;
        case 'f':
            text += u'\f';
            break;
        case 'n':
            text += u'\n';
            break;
        case 'r':
            text += u'\r';
            break;
        case 't':
            text += u'\t';
            break;
        case 'u':
            text += QChar(ushort(raw.sliced(at, 4).toByteArray().toUShort(nullptr, 16)));
            at += 4;
            break;
        default:
            text += QLatin1Char(c);
        }
    }
    return text;
}

bool looksLikeObject(QByteArrayView line)
{
    return line.startsWith('{') && line.endsWith('}');
}

/// One line, whatever the value holds.
QString oneLineOf(QString text)
{
    for (QChar &c : text) {
        if (c == u'\n')
            c = QChar(0x21b5);
        else if (c.unicode() < 0x20)
            c = QChar(ushort(0x2400 + c.unicode()));
    }
    return text;
}

QString valueText(const QString &value)
{
    const bool needsQuotes = value.isEmpty()
        || std::any_of(value.begin(), value.end(), [](QChar c) { return c.isSpace() || c == u'"' || c == u'='; });
    // What is no text, an object for instance, is recognised by how it begins.
    const bool isStructure = value.startsWith(u'{') || value.startsWith(u'[');
    if (!needsQuotes || isStructure)
        return value;
    QString escaped = value;
    return u'"' + escaped.replace(u'"', "\\\""_L1) + u'"';
}

} // namespace

std::optional<JsonLine> JsonLine::parse(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    if (!looksLikeObject(text))
        return {};
    QList<JsonMember> members;
    if (!JsonReader(text).object([&members](const JsonMember &member) { members.append(member); }))
        return {};
    qsizetype level = -1;
    qsizetype message = -1;
    for (qsizetype i = 0; i < members.size(); ++i) {
        const JsonMember &member = members[i];
        if (level < 0 && isLevelKey(member.key) && levelOfValue(member.value) != LogLevel::Kind::None)
            level = i;
        else if (isText(member.value)
                 && messageRank(member.key) > (message < 0 ? 0 : messageRank(members[message].key)))
            message = i;
    }
    const auto valueOf = [&members](qsizetype i) {
        return isText(members[i].value) ? unquoted(members[i].value) : QString::fromUtf8(members[i].value);
    };
    JsonLine result;
    if (level >= 0) {
        result.level = levelOfValue(members[level].value);
        static const std::array names{u""_s, u"DEBUG"_s, u"INFO"_s, u"WARN"_s, u"ERROR"_s};
        result.levelWord = isText(members[level].value) ? valueOf(level).toUpper() : names[size_t(result.level)];
    }
    if (message >= 0)
        result.message = valueOf(message);
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (i != level && i != message)
            result.rest.append({unquoted('"' + members[i].key.toByteArray() + '"'), valueOf(i)});
    }
    return result;
}

LogLevel JsonLine::levelOf(QByteArrayView line)
{
    const QByteArrayView text = line.trimmed();
    LogLevel level;
    const auto look = [&level, line](const JsonMember &member) {
        if (level.kind != LogLevel::Kind::None || !isLevelKey(member.key))
            return;
        const qsizetype quote = isText(member.value) ? 1 : 0;
        level
            = {levelOfValue(member.value), member.value.data() - line.data() + quote, member.value.size() - 2 * quote};
    };
    if (!looksLikeObject(text) || !JsonReader(text).object(look) || level.kind == LogLevel::Kind::None)
        return {};
    return level;
}

AnsiText JsonLine::text() const
{
    constexpr quint8 grey = 8;
    constexpr quint8 red = 1;
    constexpr quint8 yellow = 3;
    AnsiText result;
    const auto addSpan = [&result](qsizetype length, quint8 color, bool bold) {
        result.spans.append({result.text.size(), length, AnsiText::styleOf(color, bold)});
    };
    const auto begin = [&result] {
        if (!result.text.isEmpty())
            result.text += u' ';
    };
    if (!levelWord.isEmpty()) {
        const bool serious = level == LogLevel::Kind::Error || level == LogLevel::Kind::Warning;
        const QString word = oneLineOf(levelWord);
        addSpan(word.size(), level == LogLevel::Kind::Error ? red : serious ? yellow : grey, serious);
        result.text += word.leftJustified(5, u' ');
    }
    if (!message.isEmpty()) {
        begin();
        result.text += oneLineOf(message);
    }
    for (const Field &field : rest) {
        begin();
        const QString key = oneLineOf(field.key) + u'=';
        addSpan(key.size(), grey, false);
        result.text += key + oneLineOf(valueText(field.value));
    }
    // What turns the direction of its neighbours is made visible as in any other line; no place moves by that.
    result.text = AnsiText::parse(result.text.toUtf8()).text;
    return result;
}

} // namespace Gantry
