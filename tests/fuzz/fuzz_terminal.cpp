// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a program writes to a terminal, and what a user does meanwhile: bytes that UTF-8 does not have stand for that,
// see act(). 0xff puts the next byte through to the terminal.
#include "require.h"
#include "terminal/terminalscreen.h"

#include <QRegularExpression>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int MostColumns = 48;
constexpr int MostRows = 16;
constexpr qint64 History = 512 * 1024;

/// All that a program is answered: who it talks to, that all is well, where the cursor is, which modes are set, how it
/// writes; the name of the terminal's state machine. Nothing of it is text that the program chose.
bool areAnswers(const QByteArray &bytes)
{
    static const QRegularExpression form(u"\\A(?:"
                                         "(?:\x1b\\[|\x9b)(?:"
                                         "\\?1;2c|>0;\\d{1,4};0c|[?]?0n|[?]?-?\\d+;-?\\d+R|[?]-?\\d+;[0-4]\\$y"
                                         ")|(?:\x1bP|\x90)(?:"
                                         "[01]\\$r(?:[0-9;:]*m|\\d*;\\d*[rs]|\\d q|\\d\"q)?|>\\|libvterm\\([0-9.]+\\)"
                                         ")(?:\x1b\\\\|\x9c))*\\z"_s);
    return form.match(QString::fromLatin1(bytes)).hasMatch();
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0);
}

class Terminal
{
public:
    Terminal()
        : m_screen(
            20, 5, [this](const QByteArray &bytes, bool isAnswer) { (isAnswer ? m_answers : m_typed) += bytes; },
            History)
    {
    }

    void feed(const QByteArray &bytes)
    {
        m_screen.feed(bytes);
        require(areAnswers(m_answers), "a program is answered what it may know, and nothing that it chose");
        m_answers.clear();
        require(m_typed.isEmpty(), "a program types nothing");
        check();
    }

    /// What \a code stands for, with the two bytes that follow it.
    void act(uint8_t code, uint8_t one, uint8_t two)
    {
        const auto modifiers = Qt::KeyboardModifiers(quint32(two) << 25 & Qt::KeyboardModifierMask);
        switch (code) {
        case 0xf8:
            m_screen.resize(one % MostColumns, two % MostRows);
            break;
        case 0xf9:
            m_screen.sendKey(Qt::Key(Qt::Key_Escape + one % 64), modifiers, {});
            break;
        case 0xfa:
            m_screen.sendKey(Qt::Key(one), modifiers, QString(QChar(ushort(one))));
            break;
        case 0xfb:
            paste(one, two);
            break;
        case 0xfc:
            m_screen.sendMouse(one % 64 - 8, one, two % 6, two & 8, modifiers);
            break;
        case 0xfd:
            m_screen.sendFocus(one & 1);
            break;
        default: // only a cut
            break;
        }
        require(m_answers.isEmpty(), "what a user does is no answer");
        m_typed.clear();
        check();
    }

    void readAll() const
    {
        for (qint64 line = m_screen.firstLine(); line < m_screen.endLine(); ++line) {
            const auto cells = m_screen.line(line);
            require(m_screen.text(cells).size() <= qsizetype(cells.size()) * 16, "a cell holds a few characters");
        }
    }

private:
    /// Nothing that was pasted ends the paste, or is a key of its own.
    void paste(uint8_t one, uint8_t two)
    {
        m_typed.clear();
        m_screen.paste(u"a\x1b[201~"_s + QChar(ushort(one)) + u"\r\n\x9b"_s + QChar(ushort(two)));
        QByteArray inside = m_typed;
        for (const QByteArray &bracket : {QByteArray("\x1b["), QByteArray("\x9b")}) {
            if (!m_typed.startsWith(bracket))
                continue;
            require(m_typed.startsWith(bracket + "200~") && m_typed.endsWith(bracket + "201~"),
                    "a paste is marked on both sides");
            inside = m_typed.sliced(bracket.size() + 4).chopped(bracket.size() + 4);
        }
        for (const QChar c : QString::fromUtf8(inside))
            require(!isControl(c) || c == u'\r' || c == u'\t', "a paste holds no control characters");
    }

    void check() const
    {
        const int columns = m_screen.columns();
        const int rows = m_screen.rows();
        require(columns >= 2 && columns <= MostColumns && rows >= 1 && rows <= MostRows, "the screen has its size");
        const TerminalScreen::Cursor &cursor = m_screen.cursor();
        require(cursor.row >= 0 && cursor.row < rows && cursor.column >= 0 && cursor.column < columns,
                "the cursor is on the screen");
        require(m_screen.endLine() - m_screen.screenLine() == rows && m_screen.firstLine() <= m_screen.screenLine(),
                "the screen comes after the history");
        for (qint64 line = m_screen.screenLine(); line < m_screen.endLine(); ++line)
            checkCells(m_screen.line(line), columns);
        require(m_screen.title().size() <= 1024, "a title has an end");
        for (const QChar c : m_screen.title())
            require(!isControl(c), "a title is plain text");
    }

    static void checkCells(std::span<const TerminalCell> cells, int columns)
    {
        require(qsizetype(cells.size()) <= columns, "a row is as wide as the screen at most");
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (cells[i].isWide())
                require(i + 1 < cells.size() && cells[i + 1].isRightHalf(), "a wide character has its right half");
            if (cells[i].isRightHalf())
                require(i > 0 && cells[i - 1].isWide(), "a right half has its left one");
        }
    }

    QByteArray m_answers;
    QByteArray m_typed;
    TerminalScreen m_screen;
};

} // namespace

/// libvterm 0.1.4 gives printf a number for the string of "%.s", of which nothing is read.
extern "C" const char *__asan_default_options()
{
    return "check_printf=0";
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Terminal terminal;
    QByteArray bytes;
    for (size_t i = 0; i < size; ++i) {
        if (data[i] == 0xff && i + 1 < size) {
            bytes += char(data[++i]);
        } else if (data[i] < 0xf8 || i + 2 >= size) {
            bytes += char(data[i]);
        } else {
            terminal.feed(bytes);
            bytes.clear();
            terminal.act(data[i], data[i + 1], data[i + 2]);
            i += 2;
        }
    }
    terminal.feed(bytes);
    terminal.readAll();
    return 0;
}
