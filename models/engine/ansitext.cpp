// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ansitext.h"

#include <QStringView>

#include <algorithm>
#include <array>
#include <optional>

namespace Gantry {

namespace {

constexpr ushort Escape = 0x1b;
constexpr ushort Bell = 0x07;

/// Turns the direction of its neighbours, or begins a line or paragraph within the line (U+2028, U+2029).
bool breaksOrTurns(ushort c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/// The parameters of ECMA-48 SGR (8.3.117), in order.
class GraphicsParameters
{
public:
    /// One with its parts, as in "4:3" or "38:2::1:2:3"; more of them than any has are left out. None is 0.
    struct Parameter
    {
        std::array<int, 6> parts{};
        size_t count = 0;
    };

    explicit GraphicsParameters(QStringView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at > m_text.size(); }

    Parameter next()
    {
        constexpr int beyondAll = 100'000; // of which none means anything
        Parameter parameter;
        int value = 0;
        for (bool isOver = false; !isOver; ++m_at) {
            const ushort c = m_at < m_text.size() ? m_text[m_at].unicode() : ushort(';');
            isOver = c == ';';
            if (c >= '0' && c <= '9') {
                value = std::min(value * 10 + (c - '0'), beyondAll);
            } else {
                if (parameter.count < parameter.parts.size())
                    parameter.parts[parameter.count++] = value;
                value = 0;
            }
        }
        return parameter;
    }

    /// Of the palette or by its parts, in the parameter itself (ITU-T T.416) or in those that follow. None where it
    /// is no colour.
    std::optional<TerminalColor> color(const Parameter &parameter)
    {
        constexpr int byParts = 2;
        constexpr int ofPalette = 5;
        const auto &parts = parameter.parts;
        const auto rgb = [](int red, int green, int blue) -> std::optional<TerminalColor> {
            if (std::max({red, green, blue}) > 255)
                return {};
            return TerminalColor::rgb(quint8(red), quint8(green), quint8(blue));
        };
        const auto indexed = [](int index) -> std::optional<TerminalColor> {
            return index > 255 ? std::optional<TerminalColor>() : TerminalColor::indexed(quint8(index));
        };
        if (parameter.count > 1) {
            const size_t first = parameter.count > 5 ? 3 : 2; // there may be a space of colours before them
            if (parts[1] == byParts && parameter.count >= 5)
                return rgb(parts[first], parts[first + 1], parts[first + 2]);
            return parts[1] == ofPalette && parameter.count == 3 ? indexed(parts[2]) : std::nullopt;
        }
        const int model = atEnd() ? 0 : next().parts[0];
        if (model == ofPalette && !atEnd())
            return indexed(next().parts[0]);
        std::array<int, 3> following{};
        size_t count = 0;
        while (model == byParts && count < following.size() && !atEnd())
            following[count++] = next().parts[0];
        if (count == following.size())
            return rgb(following[0], following[1], following[2]);
        m_at = m_text.size() + 1; // nobody knows what the others belong to
        return {};
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

struct Parser
{
    QStringView in;
    AnsiText out;
    TerminalStyle style;
    qsizetype spanStart = 0;
    qsizetype pos = 0;

    void closeSpan()
    {
        const qsizetype length = out.text.size() - spanStart;
        if (length > 0 && style != TerminalStyle())
            out.spans.append({spanStart, length, style});
        spanStart = out.text.size();
    }

    void beginAgain()
    {
        out.text.clear();
        out.spans.clear();
        spanStart = 0;
    }

    void takeBack()
    {
        if (out.text.size() > spanStart)
            out.text.chop(out.text.size() > spanStart + 1 && out.text.back().isLowSurrogate() ? 2 : 1);
    }

    static void select(GraphicsParameters &parameters, TerminalStyle *to)
    {
        const GraphicsParameters::Parameter parameter = parameters.next();
        const int value = parameter.parts[0];
        const auto set = [to](TerminalStyle::Flag flag, bool on = true) { to->set(flag, on); };
        const auto indexed = [value](int first) { return TerminalColor::indexed(quint8(value - first)); };
        if (value == 0) {
            *to = {};
        } else if (value == 1) {
            set(TerminalStyle::Bold);
        } else if (value == 2) {
            set(TerminalStyle::Dim);
        } else if (value == 3) {
            set(TerminalStyle::Italic);
        } else if (value == 4 || value == 21 || value == 24) { // also "4:0", "4:2" and the like
            const bool none = value == 24 || (value == 4 && parameter.count > 1 && parameter.parts[1] == 0);
            const bool two = value == 21 || (value == 4 && parameter.count > 1 && parameter.parts[1] == 2);
            set(TerminalStyle::Underline, !none);
            set(TerminalStyle::DoubleUnderline, two);
        } else if (value == 7 || value == 27) {
            set(TerminalStyle::Reverse, value == 7);
        } else if (value == 9 || value == 29) {
            set(TerminalStyle::Strike, value == 9);
        } else if (value == 22) {
            set(TerminalStyle::Bold, false);
            set(TerminalStyle::Dim, false);
        } else if (value == 23) {
            set(TerminalStyle::Italic, false);
        } else if (value >= 30 && value <= 37) {
            to->foreground = indexed(30);
        } else if (value >= 40 && value <= 47) {
            to->background = indexed(40);
        } else if (value >= 90 && value <= 97) {
            to->foreground = indexed(90 - 8);
        } else if (value >= 100 && value <= 107) {
            to->background = indexed(100 - 8);
        } else if (value == 39) {
            to->foreground = {};
        } else if (value == 49) {
            to->background = {};
        } else if (value == 38) {
            to->foreground = parameters.color(parameter).value_or(to->foreground);
        } else if (value == 48) {
            to->background = parameters.color(parameter).value_or(to->background);
        } else if (value == 58) {
            parameters.color(parameter); // of the underline, which has that of the text
        }
    }

    void selectGraphics(QStringView text)
    {
        const auto belongs = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u';' || c == u':'; };
        if (!std::all_of(text.begin(), text.end(), belongs))
            return; // another sequence that ends like this one
        TerminalStyle next = style;
        for (GraphicsParameters parameters(text); !parameters.atEnd();)
            select(parameters, &next);
        if (next == style)
            return;
        closeSpan();
        style = next;
    }

    // After ESC [ : parameters, intermediates, one final character.
    void controlSequence()
    {
        const qsizetype start = pos;
        while (pos < in.size() && in[pos].unicode() >= 0x20 && in[pos].unicode() < 0x40)
            ++pos;
        if (pos == in.size())
            return;
        const QChar last = in[pos];
        if (last.unicode() < 0x40 || last.unicode() > 0x7e)
            return; // not a sequence: the character stands for itself
        if (last == u'm')
            selectGraphics(in.sliced(start, pos - start));
        ++pos;
    }

    // After ESC ] and the like: everything up to BEL or ESC \ .
    void controlString()
    {
        while (pos < in.size()) {
            const ushort c = in[pos++].unicode();
            if (c == Bell)
                return;
            if (c == Escape && pos < in.size() && in[pos] == u'\\') {
                ++pos;
                return;
            }
        }
    }

    void escape()
    {
        if (pos == in.size())
            return;
        const ushort c = in[pos++].unicode();
        if (c == '[') {
            controlSequence();
        } else if (c == ']' || c == 'P' || c == 'X' || c == '^' || c == '_') {
            controlString();
        } else if (c >= 0x20 && c < 0x30) {
            while (pos < in.size() && in[pos].unicode() >= 0x20 && in[pos].unicode() < 0x30)
                ++pos;
            if (pos < in.size())
                ++pos;
        }
    }

    void run()
    {
        out.text.reserve(in.size());
        while (pos < in.size()) {
            const QChar character = in[pos++];
            const ushort c = character.unicode();
            if ((c >= 0x20 && c < 0x7f) || (c >= 0xa0 && !breaksOrTurns(c)))
                out.text.append(character);
            else if (c == Escape)
                escape();
            else if (c == '\t')
                out.text.append(QString(8 - out.text.size() % 8, u' '));
            else if (c == '\r' && pos < in.size())
                beginAgain();
            else if (c == '\r')
                continue;
            else if (c == '\b')
                takeBack();
            else if (c < 0x20)
                out.text.append(QChar(ushort(0x2400 + c)));
            else if (c == 0x7f)
                out.text.append(QChar(0x2421));
            else
                out.text.append(QChar::ReplacementCharacter);
        }
        closeSpan();
    }
};

} // namespace

TerminalStyle AnsiText::styleOf(quint8 color, bool bold)
{
    TerminalStyle style;
    style.foreground = TerminalColor::indexed(color);
    style.set(TerminalStyle::Bold, bold);
    return style;
}

AnsiText AnsiText::parse(QByteArrayView line)
{
    const QString text = QString::fromUtf8(line);
    Parser parser;
    parser.in = text;
    parser.run();
    return parser.out;
}

bool AnsiText::isPlain(QByteArrayView line)
{
    return !line.contains('\x1b') && !line.contains('\r') && !line.contains('\b');
}

QString AnsiText::textOf(const QByteArray &lines)
{
    if (isPlain(lines))
        return QString::fromUtf8(lines);
    QString result;
    result.reserve(lines.size());
    for (qsizetype begin = 0; begin < lines.size();) {
        const qsizetype end = lines.indexOf('\n', begin);
        const QByteArrayView line = QByteArrayView(lines).sliced(begin, end - begin);
        if (isPlain(line))
            result += QString::fromUtf8(line);
        else
            result += parse(line.endsWith('\r') ? line.chopped(1) : line).text;
        result += QLatin1Char('\n');
        begin = end + 1;
    }
    return result;
}

} // namespace Gantry
