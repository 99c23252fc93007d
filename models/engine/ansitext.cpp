// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ansitext.h"

#include <QStringView>

namespace Gantry {

namespace {

constexpr ushort Escape = 0x1b;
constexpr ushort Bell = 0x07;

/// Turns the direction of its neighbours, or begins a line or paragraph within the line (U+2028, U+2029).
bool breaksOrTurns(ushort c)
{
    return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

struct Parser
{
    QStringView in;
    AnsiText out;
    int color = -1;
    bool bold = false;
    qsizetype spanStart = 0;
    qsizetype pos = 0;

    void closeSpan()
    {
        const qsizetype length = out.text.size() - spanStart;
        if (length > 0 && (color >= 0 || bold))
            out.spans.append({spanStart, length, color, bold});
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

    // ECMA-48 8.3.117; of the extended colours only the sixteen that a theme can answer for are kept.
    void selectGraphics(QStringView parameters)
    {
        closeSpan();
        const QList<QStringView> values = parameters.split(u';');
        for (qsizetype i = 0; i < values.size(); ++i) {
            const int value = values[i].isEmpty() ? 0 : values[i].toInt();
            if (value == 0) {
                color = -1;
                bold = false;
            } else if (value == 1) {
                bold = true;
            } else if (value == 22) {
                bold = false;
            } else if (value >= 30 && value <= 37) {
                color = value - 30;
            } else if (value >= 90 && value <= 97) {
                color = value - 90 + 8;
            } else if (value == 39) {
                color = -1;
            } else if (value == 38 || value == 48) {
                const int model = i + 1 < values.size() ? values[i + 1].toInt() : 0;
                if (value == 38) {
                    const int index = model == 5 && i + 2 < values.size() ? values[i + 2].toInt() : -1;
                    color = index >= 0 && index < 16 ? index : -1;
                }
                i += model == 5 ? 2 : model == 2 ? 4 : 0;
            }
        }
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
