// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/terminalscreen.h"
#include "terminal/terminalsearch.h"
#include "terminal/terminaltext.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// A terminal of which everything can be seen.
class Subject
{
public:
    explicit Subject(int columns = 10, int rows = 4, qint64 history = TerminalScreen::HistoryBytes)
        : m_screen(
            columns, rows,
            [this](const QByteArray &bytes, bool isAnswer) {
                m_sent += bytes;
                m_answers += isAnswer ? 1 : 0;
            },
            history)
    {
    }

    Subject &feed(const QByteArray &bytes)
    {
        m_screen.feed(bytes);
        return *this;
    }
    /// The rows of the screen, joined by "|"; one that goes on in the next ends with "+".
    QString shown() const
    {
        QStringList rows;
        for (qint64 line = m_screen.screenLine(); line < m_screen.endLine(); ++line)
            rows << m_screen.text(m_screen.line(line)) + (m_screen.isWrapped(line) ? u"+"_s : QString());
        return rows.join(u'|');
    }
    /// The lines above the screen.
    QString above() const
    {
        QStringList rows;
        for (qint64 line = m_screen.firstLine(); line < m_screen.screenLine(); ++line)
            rows << m_screen.text(m_screen.line(line));
        return rows.join(u'|');
    }
    TerminalCell cell(int row, int column) const
    {
        const auto cells = m_screen.line(m_screen.screenLine() + row);
        return std::size_t(column) < cells.size() ? cells[std::size_t(column)] : TerminalCell();
    }
    QString cursor() const { return u"%1,%2"_s.arg(m_screen.cursor().row).arg(m_screen.cursor().column); }
    bool isLike(const Subject &other) const
    {
        const TerminalScreen &screen = other.m_screen;
        if (shown() != other.shown() || above() != other.above() || cursor() != other.cursor())
            return false;
        for (int row = 0; row < screen.rows(); ++row) {
            for (int column = 0; column < screen.columns(); ++column) {
                if (cell(row, column).style() != other.cell(row, column).style())
                    return false;
            }
        }
        return true;
    }
    QByteArray takeSent() { return std::exchange(m_sent, {}); }
    int answers() const { return m_answers; }
    TerminalScreen &screen() { return m_screen; }

private:
    QByteArray m_sent;
    int m_answers = 0;
    TerminalScreen m_screen;
};

const QByteArray esc = "\x1b";

} // namespace

class TestTerminalScreen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textWrapsAndScrolls()
    {
        Subject subject;
        subject.feed("ab\r\nc");
        QCOMPARE(subject.shown(), u"ab|c||"_s);
        QCOMPARE(subject.cursor(), u"1,1"_s);
        subject.feed("\r\n0123456789ABC\r\nend");
        QCOMPARE(subject.shown(), u"c|0123456789+|ABC|end"_s);
        QCOMPARE(subject.above(), u"ab"_s);
        // A line break after a full row is one.
        subject.feed("\r\n9876543210\r\nlast");
        QCOMPARE(subject.shown(), u"ABC|end|9876543210|last"_s);
    }

    void piecesMayBeCutAnywhere()
    {
        const QByteArray bytes = "\x1b[1;31mr\xc3\xa9"
                                 "d\x1b[0m \xe6\xbc\xa2\xe5\xad\x97 e\xcc\x81\r\n\x1b]0;title\x07ok";
        QString whole;
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            Subject subject(20, 2);
            subject.feed(bytes.first(cut)).feed(bytes.sliced(cut));
            if (cut == 0)
                whole = subject.shown();
            QCOMPARE(subject.shown(), whole);
            // libvterm 0.1.4 forgets what it knows of a title that is cut.
            QVERIFY(subject.screen().title() == u"title"_s || (cut > 0 && subject.screen().title().isEmpty()));
            QVERIFY(subject.cell(0, 2).style().has(TerminalStyle::Bold));
        }
        QCOMPARE(whole, u"réd 漢字 e\u0301|ok"_s);
    }

    void colorsAndAttributes()
    {
        Subject subject(20, 2);
        subject.feed(esc + "[31ma" + esc + "[94mb" + esc + "[38;5;200mc" + esc + "[48;2;1;2;3md" + esc + "[0me");
        QCOMPARE(subject.cell(0, 0).style().foreground, TerminalColor::indexed(1));
        QCOMPARE(subject.cell(0, 1).style().foreground, TerminalColor::indexed(12));
        QCOMPARE(subject.cell(0, 2).style().foreground, TerminalColor::indexed(200));
        QCOMPARE(subject.cell(0, 3).style().background, TerminalColor::rgb(1, 2, 3));
        QVERIFY(subject.cell(0, 4).style() == TerminalStyle());
        subject.feed("\r\n" + esc + "[1;3;4;7;9mx" + esc + "[22;23;24;27;29my" + esc + "[21mz");
        const TerminalStyle all = subject.cell(1, 0).style();
        for (const auto flag : {TerminalStyle::Bold, TerminalStyle::Italic, TerminalStyle::Underline,
                                TerminalStyle::Reverse, TerminalStyle::Strike})
            QVERIFY(all.has(flag));
        QVERIFY(subject.cell(1, 1).style() == TerminalStyle());
        QVERIFY(subject.cell(1, 2).style().has(TerminalStyle::DoubleUnderline));
        // What is emptied keeps the background.
        subject.feed(esc + "[0;44m" + esc + "[H" + esc + "[K");
        QCOMPARE(subject.cell(0, 19).style().background, TerminalColor::indexed(4));
        QCOMPARE(subject.shown(), u"|xyz"_s);
    }

    /// libvterm by itself never comes back from the first, third and fourth one.
    void charactersAreRepeated_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("firstRow");
        QTest::newRow("nothing") << QByteArray(esc + "[b.") << u"."_s;
        QTest::newRow("nothing, in other words") << QByteArray(esc + " \x80[b") << QString();
        QTest::newRow("some") << QByteArray("ab" + esc + "[3b.") << u"abbbb."_s;
        QTest::newRow("what is not seen") << QByteArray("ab\r\xcc\x81" + esc + "[2b.") << QString();
        QTest::newRow("nothing but that") << QByteArray("\xcc\x81" + esc + "[2b") << QString();
        QTest::newRow("wide") << QByteArray("\xe6\xbc\xa2" + esc + "[2;7b.") << u"\u6f22\u6f22\u6f22."_s;
        QTest::newRow("to the end of the row") << QByteArray("ab" + esc + "[99999999999b") << u"abbbbbbbbb"_s;
        QTest::newRow("line break within") << QByteArray("a" + esc
                                                         + "[2\x07\x7f"
                                                           "b.")
                                           << u"aaa."_s;
        QTest::newRow("other ends") << QByteArray("a" + esc + "[?b" + esc + "[ b" + esc + "b" + esc + "[3\x18" + "b")
                                    << u"ab"_s;
    }
    void charactersAreRepeated()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, firstRow);
        for (const bool cut : {false, true}) {
            Subject subject;
            if (!cut)
                subject.feed(bytes);
            for (qsizetype i = 0; cut && i < bytes.size(); ++i)
                subject.feed(bytes.sliced(i, 1));
            if (!firstRow.isEmpty())
                QCOMPARE(subject.shown().section(u'|', 0, 0), firstRow);
        }
    }

    void whatIsNotUtf8IsShownAsSuch()
    {
        const QByteArray bytes = "\xcd" + esc + "[1ma\xe6\xe6\xbcz\xf8\x9b\xc0" + esc + "[mb\xff";
        for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
            Subject subject(20, 2);
            subject.feed(bytes.first(cut)).feed(bytes.sliced(cut));
            QVERIFY2(subject.shown().startsWith(u"\ufffda\ufffd"_s), qPrintable(subject.shown()));
            QVERIFY2(subject.shown().contains(u"\ufffdz\ufffd"_s), qPrintable(subject.shown()));
            QVERIFY2(subject.shown().contains(u"\ufffdb\ufffd"_s), qPrintable(subject.shown()));
        }
        Subject subject(20, 2);
        subject.feed("\xe6");
        for (int i = 0; i < 3; ++i)
            subject.feed("\xe6");
        QCOMPARE(subject.shown(), u"\ufffd\ufffd\ufffd|"_s);
    }

    /// libvterm 0.1.4 has room for sixteen, and takes any number.
    void moreParametersThanThereIsRoomForAreLeftOut()
    {
        for (const char separator : {';', ':'}) {
            Subject subject;
            subject.feed(esc + "[31" + QByteArray(15, separator) + QByteArray(5000, separator) + "1;4mx");
            QCOMPARE(subject.shown(), u"x|||"_s);
            subject.feed(esc + "[m" + esc + "[" + QByteArray("1;").repeated(15) + "31my");
            QCOMPARE(subject.cell(0, 1).style().foreground, TerminalColor::indexed(1));
        }
        Subject subject;
        subject.feed(esc + "[?" + QByteArray(100, ';') + "25l" + esc + "[" + QByteArray(100, ';') + "bx");
        QCOMPARE(subject.shown(), u"x|||"_s);
    }

    void halvesOfWideCharactersMoveTogether_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("firstRow");
        const QByteArray wide = "\xe6\xbc\xa2";
        QTest::newRow("inserted before") << QByteArray(wide + wide + esc + "[1G" + esc + "[@") << u" \u6f22\u6f22"_s;
        QTest::newRow("deleted before") << QByteArray("12345678" + wide + esc + "[1G" + esc + "[P")
                                        << u"2345678\u6f22"_s;
        // Only what lies between the margins.
        QTest::newRow("scrolled beside others")
            << QByteArray(wide + wide + wide + "\r\n" + wide + wide + wide + esc + "[?69h" + esc + "[2;5s" + esc + "[S")
            << u"  \u6f22"_s;
    }
    void halvesOfWideCharactersMoveTogether()
    {
        QFETCH(QByteArray, bytes);
        Subject subject;
        subject.feed(bytes);
        QTEST(subject.shown().section(u'|', 0, 0), "firstRow");
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 10; ++column) {
                if (subject.cell(row, column).isWide())
                    QVERIFY(subject.cell(row, column + 1).isRightHalf());
                if (subject.cell(row, column).isRightHalf())
                    QVERIFY(subject.cell(row, column - 1).isWide());
            }
        }
    }

    void bellsAndBlinkingText()
    {
        Subject subject;
        QCOMPARE(subject.screen().bells(), quint64(0));
        subject.feed("a\x07" + esc + "]0;title\x07" + esc + "[5mb\x07" + esc + "[25mc");
        QCOMPARE(subject.screen().bells(), quint64(2));
        QVERIFY(!subject.cell(0, 0).style().has(TerminalStyle::Blink));
        QVERIFY(subject.cell(0, 1).style().has(TerminalStyle::Blink));
        QVERIFY(!subject.cell(0, 2).style().has(TerminalStyle::Blink));
        QCOMPARE(subject.shown(), u"abc|||"_s);
    }

    void wideCharactersTakeTwoCells()
    {
        Subject subject(5, 3);
        subject.feed("a\xe6\xbc\xa2"
                     "b");
        QVERIFY(subject.cell(0, 1).isWide());
        QVERIFY(subject.cell(0, 2).isRightHalf());
        QCOMPARE(subject.shown(), u"a漢b||"_s);
        QCOMPARE(subject.cursor(), u"0,4"_s);
        // One that has no room at the end goes to the next row.
        subject.feed("\xe5\xad\x97");
        QCOMPARE(subject.shown(), u"a漢b+|字|"_s);
        // Half of one is none.
        subject.feed(esc + "[1;3HX");
        QCOMPARE(subject.shown(), u"a Xb+|字|"_s);
        subject.feed(esc + "[2;1H" + esc + "[X");
        QCOMPARE(subject.shown(), u"a Xb+||"_s);
        subject.feed(esc + "[3;1H\xf0\x9f\x98\x80!");
        QCOMPARE(subject.shown(), u"a Xb+||\U0001F600!"_s);
    }

    void combiningCharactersShareACell()
    {
        Subject subject;
        subject.feed("e\xcc\x81x");
        QVERIFY(subject.cell(0, 0).isCluster());
        QCOMPARE(subject.shown(), u"e\u0301x|||"_s);
        QCOMPARE(subject.cursor(), u"0,2"_s);
        // However many come, a cell keeps a few.
        QByteArray many = "\r\na";
        for (int i = 0; i < 10'000; ++i)
            many += "\xcc\x81";
        subject.feed(many + "b");
        QVERIFY(subject.shown().size() < 40);
        QCOMPARE(subject.shown().back(), u'|');
        QVERIFY(subject.shown().contains(u"b|"_s));
    }

    void invalidBytesAreShownAsSuch()
    {
        Subject subject(20, 2);
        subject.feed("a\xff\xfe"
                     "b\xc3(\xe2\x82"
                     "c");
        QVERIFY(subject.shown().count(QChar::ReplacementCharacter) >= 4); // one or two for a character that is cut
        QVERIFY(subject.shown().startsWith(u"a"_s));
        QVERIFY(subject.shown().contains(u"b"_s));
        // A surrogate in UTF-8, and what is beyond Unicode.
        subject.feed("\r\n\xed\xa0\x80\xf7\xbf\xbf\xbf.");
        QVERIFY(subject.shown().endsWith(u'.'));
    }

    void alternateScreen()
    {
        Subject subject;
        subject.feed("1\r\n2\r\n3\r\n4\r\n5");
        QCOMPARE(subject.shown(), u"2|3|4|5"_s);
        subject.feed(esc + "[?1049h" + esc + "[Hinside\r\n\n\n\n\n\nlow");
        QVERIFY(subject.screen().isAlternate());
        QCOMPARE(subject.shown(), u"|||low"_s);
        QCOMPARE(subject.above(), QString()); // it has no lines above
        subject.feed(esc + "[?1049l");
        QCOMPARE(subject.shown(), u"2|3|4|5"_s);
        QCOMPARE(subject.above(), u"1"_s);
        QCOMPARE(subject.cursor(), u"3,1"_s);
    }

    void scrollRegions()
    {
        Subject subject(6, 5);
        subject.feed("1\r\n2\r\n3\r\n4\r\n5" + esc + "[2;4r" + esc + "[4;1H\nx");
        QCOMPARE(subject.shown(), u"1|3|4|x|5"_s);
        QCOMPARE(subject.above(), QString());
        subject.feed(esc + "[2;1H" + esc + "M");
        QCOMPARE(subject.shown(), u"1||3|4|5"_s);
        subject.feed(esc + "[r" + esc + "[3;1H" + esc + "[2L");
        QCOMPARE(subject.shown(), u"1||||3"_s);
        subject.feed(esc + "[1;1H" + esc + "[3M");
        QCOMPARE(subject.shown(), u"|3|||"_s);
        subject.feed(esc + "[Habcdef" + esc + "[1;2H" + esc + "[2@" + esc + "[2;1H" + esc + "[P.");
        QCOMPARE(subject.shown(), u"a  bcd|.|||"_s);
        subject.feed(esc + "[1;1H" + esc + "[3P");
        QCOMPARE(subject.shown(), u"bcd|.|||"_s);
        // More than there is.
        subject.feed(esc + "[99999999S");
        QCOMPARE(subject.shown(), u"||||"_s);
    }

    void linesKeepTheirNumbers()
    {
        Subject subject;
        subject.feed("1\r\n2\r\n3\r\n4");
        const qint64 third = subject.screen().screenLine() + 2;
        subject.feed("\r\n5\r\n6\r\n7\r\n8");
        QVERIFY(third < subject.screen().screenLine());
        QCOMPARE(subject.screen().text(subject.screen().line(third)), u"3"_s);
        QCOMPARE(subject.above(), u"1|2|3|4"_s);
    }

    void resizing()
    {
        Subject subject(10, 4);
        subject.feed("1\r\n2\r\n3\r\nprompt$ ");
        subject.screen().resize(6, 2);
        QCOMPARE(subject.shown(), u"3|prompt"_s);
        QCOMPARE(subject.above(), u"1|2"_s);
        QCOMPARE(subject.cursor().section(u',', 0, 0), u"1"_s);
        // What had gone comes back.
        subject.screen().resize(12, 3);
        QCOMPARE(subject.shown(), u"2|3|prompt"_s);
        subject.screen().resize(12, 9);
        QCOMPARE(subject.shown(), u"1|2|3|prompt|||||"_s);
        QCOMPARE(subject.cursor().section(u',', 0, 0), u"3"_s);
        subject.feed("\r\nnext");
        QCOMPARE(subject.shown(), u"1|2|3|prompt|next||||"_s);
        // Rows below the cursor are cut, not those above.
        Subject upper(10, 4);
        upper.feed("1\r\n2");
        upper.screen().resize(10, 3);
        QCOMPARE(upper.shown(), u"1|2|"_s);
        QCOMPARE(upper.above(), QString());
    }

    void resizingBesideTheAlternateScreen()
    {
        Subject subject(10, 4);
        subject.feed("1\r\n2\r\n3\r\n$ " + esc + "[?1049h" + esc + "[Hvi");
        subject.screen().resize(8, 2);
        QCOMPARE(subject.shown(), u"vi|"_s);
        subject.screen().resize(8, 5);
        subject.feed(esc + "[?1049l");
        QVERIFY2(subject.shown().contains(u"3|$"_s), qPrintable(subject.shown()));
        QCOMPARE(subject.above(), u"1|2"_s);
        // What is written next stands where the cursor was, or as near as can be, and not nowhere.
        Subject region(10, 12);
        region.feed(esc + "[11;12r" + esc + "[12;1Hlast");
        region.screen().resize(10, 4);
        region.feed("\n\n\n" + esc + "M" + esc + "[9L" + esc + "[9Mend");
        QVERIFY2(region.shown().contains(u"end"_s), qPrintable(region.shown()));
        Subject small(10, 6);
        small.feed("1\r\n2\r\n3\r\n4\r\n5\r\n6" + esc + "[?1049h" + esc + "[Hvi");
        small.screen().resize(10, 3);
        small.feed(esc + "[?1049l\r$ " + esc + "[K\r\nnext");
        QCOMPARE(small.shown(), u"5|$|next"_s);
        QCOMPARE(small.cursor(), u"2,4"_s);
    }

    void historyIsBounded()
    {
        constexpr qint64 limit = 2 * 1024 * 1024;
        Subject subject(80, 24, limit);
        QByteArray lines;
        for (int i = 0; i < 20'000; ++i)
            lines += "line " + QByteArray::number(i) + " of a flood of lines that go on and on\r\n";
        subject.feed(lines);
        const TerminalScreen &screen = subject.screen();
        QVERIFY(screen.firstLine() > 0);
        const qint64 kept = screen.screenLine() - screen.firstLine();
        QVERIFY2(kept > 2000 && kept * 40 * 12 < limit, qPrintable(QString::number(kept)));
        QVERIFY(screen.text(screen.line(screen.firstLine())).startsWith(u"line %1 of"_s.arg(screen.firstLine())));
        // Empty lines cost, too.
        subject.feed(QByteArray(200'000, '\n'));
        QVERIFY(screen.screenLine() - screen.firstLine() < 100'000);
        QVERIFY(screen.line(screen.firstLine() - 1).empty());
    }

    void nothingReachesBeyond()
    {
        Subject subject(40, 4);
        // The clipboard: neither set nor read.
        subject.feed(esc + "]52;c;c2VjcmV0" + "\x07" + esc + "]52;c;?\x07");
        // Reports of titles, the window's state and its place; files, programs, links.
        subject.feed(esc + "]0;evil\x07" + esc + "[21t" + esc + "[20t" + esc + "[14t" + esc + "[18t" + esc + "[11t");
        subject.feed(esc + "]8;;file:///etc/passwd\x07x" + esc + "]8;;\x07" + esc + "]1337;File=a:b\x07" + esc
                     + "]777;notify;a;b\x07" + esc + "]7;file://host/\x07");
        subject.feed(esc + "_G;payload" + esc + "\\" + esc + "Pq#0" + esc + "\\" + esc + "^pm" + esc + "\\");
        QCOMPARE(subject.takeSent(), QByteArray());
        QCOMPARE(subject.screen().title(), u"evil"_s);
    }

    void titlesAreOneLineOfPlainText()
    {
        Subject subject;
        subject.feed(esc
                     + "]2;  a\x09 b\xc2\x85"
                       "c  \x07");
        QVERIFY2(!subject.screen().title().contains(QChar(0x85)), qPrintable(subject.screen().title()));
        subject.feed(esc + "]2;" + QByteArray(100'000, 't') + "\x07");
        QVERIFY(subject.screen().title().size() <= 1024);
    }

    void queriesAreAnsweredToTheProgramAlone()
    {
        Subject subject;
        subject.feed("ab" + esc + "[6n");
        QCOMPARE(subject.takeSent(), esc + "[1;3R");
        subject.feed(esc + "[5n");
        QCOMPARE(subject.takeSent(), esc + "[0n");
        subject.feed(esc + "[c");
        QVERIFY(subject.takeSent().startsWith(esc + "[?"));
        QCOMPARE(subject.answers(), 3);
        subject.screen().sendText(u"x"_s);
        QCOMPARE(subject.answers(), 3);
    }

    void keysAsTheProgramWantsThem()
    {
        Subject subject;
        TerminalScreen &screen = subject.screen();
        const auto key = [&](Qt::Key code, Qt::KeyboardModifiers modifiers = {}, const QString &text = {}) {
            screen.sendKey(code, modifiers, text);
            return subject.takeSent();
        };
        QCOMPARE(key(Qt::Key_A, {}, u"a"_s), QByteArray("a"));
        QCOMPARE(key(Qt::Key_Eacute, {}, u"é"_s), QByteArray("\xc3\xa9"));
        QCOMPARE(key(Qt::Key_Return, Qt::ShiftModifier, u"\r"_s), QByteArray("\r"));
        QCOMPARE(key(Qt::Key_Backspace), QByteArray("\x7f"));
        QCOMPARE(key(Qt::Key_Backspace, Qt::AltModifier), esc + "\x7f");
        QCOMPARE(key(Qt::Key_Tab), QByteArray("\t"));
        QCOMPARE(key(Qt::Key_Backtab, Qt::ShiftModifier), esc + "[Z");
        QCOMPARE(key(Qt::Key_C, Qt::ControlModifier, u"c"_s), QByteArray("\x03"));
        QCOMPARE(key(Qt::Key_I, Qt::ControlModifier), QByteArray("\t"));
        QCOMPARE(key(Qt::Key_Space, Qt::ControlModifier), QByteArray(1, '\0'));
        QCOMPARE(key(Qt::Key_BracketRight, Qt::ControlModifier), QByteArray("\x1d"));
        QCOMPARE(key(Qt::Key_B, Qt::AltModifier, u"b"_s), esc + "b");
        QCOMPARE(key(Qt::Key_Up), esc + "[A");
        QCOMPARE(key(Qt::Key_Right, Qt::ControlModifier), esc + "[1;5C");
        QCOMPARE(key(Qt::Key_F1), esc + "OP");
        QCOMPARE(key(Qt::Key_F5), esc + "[15~");
        QCOMPARE(key(Qt::Key_Delete), esc + "[3~");
        subject.feed(esc + "[?1h");
        QCOMPARE(key(Qt::Key_Up), esc + "OA");
        QVERIFY(!screen.sendKey(Qt::Key_Shift, Qt::ShiftModifier, {}));
    }

    void pastedTextIsNoCommand()
    {
        Subject subject;
        subject.screen().paste(u"a\nb\x1b[201~c\u009b\r\nd\te\x03"_s);
        QCOMPARE(subject.takeSent(), QByteArray("a\rb[201~c\rd\te"));
        subject.feed(esc + "[?2004h");
        subject.screen().paste(u"a\nb\x1b[201~c"_s);
        QCOMPARE(subject.takeSent(), esc + "[200~a\rb[201~c" + esc + "[201~");
        subject.screen().paste(u"\x1b"_s);
        QCOMPARE(subject.takeSent(), QByteArray());
    }

    void mouseIsReportedWhereItIsWanted()
    {
        Subject subject(80, 24);
        TerminalScreen &screen = subject.screen();
        screen.sendMouse(2, 4, 1, true, {});
        screen.sendMouse(2, 4, 1, false, {});
        QCOMPARE(subject.takeSent(), QByteArray());
        subject.feed(esc + "[?1000h" + esc + "[?1006h");
        QCOMPARE(screen.mouse(), TerminalScreen::Mouse::Clicks);
        screen.sendMouse(2, 4, 1, true, {});
        QCOMPARE(subject.takeSent(), esc + "[<0;5;3M");
        screen.sendMouse(2, 4, 1, false, {});
        QCOMPARE(subject.takeSent(), esc + "[<0;5;3m");
        screen.sendMouse(2, 4, 4, true, {});
        QCOMPARE(subject.takeSent(), esc + "[<64;5;3M");
        subject.feed(esc + "[?1000l");
        QCOMPARE(screen.mouse(), TerminalScreen::Mouse::None);
        subject.feed(esc + "[?1004h");
        screen.sendFocus(true);
        QCOMPARE(subject.takeSent(), esc + "[I");
    }

    void copiedTextHasTheLinesOfTheProgram()
    {
        Subject subject(10, 5);
        subject.feed("one   \r\n0123456789abc\r\n\r\nlast");
        const TerminalScreen &screen = subject.screen();
        const qint64 first = screen.screenLine();
        QCOMPARE(TerminalText::between(screen, {first, 0}, {first + 4, 10}), u"one\n0123456789abc\n\nlast"_s);
        QCOMPARE(TerminalText::between(screen, {first + 1, 8}, {first + 2, 2}), u"89ab"_s);
    }

    void wordsAndLinks()
    {
        Subject subject(20, 6);
        subject.feed("see https://example.org/a(b)?q=1, or (http://x.y/z). /usr/bin/env ftp://no");
        const TerminalText text = TerminalText::of(subject.screen(), subject.screen().screenLine() + 1);
        QCOMPARE(text.firstLine(), subject.screen().screenLine());
        const auto link = [&](const QString &at) {
            const TerminalText::Part part = text.linkAt(text.text().indexOf(at));
            return text.text().mid(part.start, part.length);
        };
        QCOMPARE(link(u"example"_s), u"https://example.org/a(b)?q=1"_s);
        QCOMPARE(link(u"x.y"_s), u"http://x.y/z"_s);
        QCOMPARE(link(u"see"_s), QString());
        QCOMPARE(link(u"no"_s), QString());
        const TerminalText::Part word = text.wordAt(text.text().indexOf(u"bin"_s));
        QCOMPARE(text.text().mid(word.start, word.length), u"/usr/bin/env"_s);
        // A place in the second row, and back.
        const qsizetype index = text.text().indexOf(u"q=1"_s);
        QVERIFY(text.place(index).line > text.firstLine());
        QCOMPARE(text.index(text.place(index)), index);
    }

    void searching()
    {
        Subject subject(12, 3);
        for (int i = 0; i < 50; ++i)
            subject.feed("needle " + QByteArray::number(i) + "\r\n");
        TerminalSearch search;
        search.setScreen(&subject.screen());
        QSignalSpy changed(&search, &TerminalSearch::changed);
        search.setPattern({u"NEEDLE"_s});
        QTRY_COMPARE(search.matches().size(), std::size_t(50));
        QTRY_VERIFY(!search.isRunning());
        // Over the end of a row, and what comes later.
        subject.feed("..........needle\r\n");
        search.update();
        QTRY_COMPARE(search.matches().size(), std::size_t(51));
        QCOMPARE(search.matches().back().from.column, 10);
        QCOMPARE(search.matches().back().to.column, 4);
        subject.feed(esc + "[H" + esc + "[J");
        search.update();
        QTRY_COMPARE(search.matches().size(), std::size_t(50));
        search.setPattern({u"needle (1"_s, false, false, true});
        QVERIFY(!search.problem().isEmpty());
        QVERIFY(search.matches().empty());
        search.setPattern({u"needle 1\\d$"_s, false, false, true});
        QTRY_COMPARE(search.matches().size(), std::size_t(10));
    }

    void eachPlaceOfALineOfManyRowsIsFoundOnce()
    {
        Subject subject(80, 24);
        for (int i = 0; i < 100; ++i)
            subject.feed(QByteArray(10'000, 'x') + "needle");
        TerminalSearch search;
        search.setScreen(&subject.screen());
        search.setPattern({u"needle"_s});
        QTRY_VERIFY(!search.isRunning());
        QCOMPARE(search.matches().size(), std::size_t(100));
    }

    /// Runs of plain text are written without libvterm, pieces of a few bytes by it alone: both come to the same.
    void plainTextIsWrittenAsLibvtermWould()
    {
        QRandomGenerator random(2);
        const auto pick = [&random](const QByteArrayList &list) { return list[random.bounded(int(list.size()))]; };
        const QByteArrayList sequences{
            "[31m",       "[1;44m",   "[m",      "[7m",     "[K",   "[1K",   "[2J",    "[J",    "[H",    "[2;3H",
            "[A",         "[B",       "[C",      "[5D",     "[3G",  "[2@",   "[2P",    "[L",    "[M",    "[2X",
            "[3b",        "[S",       "[T",      "7",       "8",    "M",     "D",      "E",     "[4h",   "[4l",
            "[20h",       "[20l",     "[?7l",    "[?7h",    "[?6h", "[?6l",  "[2;4r",  "[r",    "[?69h", "[2;6s",
            "[?69l",      "[s",       "(0",      "(B",      "(A",   "n",     "o",      "N",     "O",     "H",
            "[g",         "[3g",      "[?1049h", "[?1049l", "c",    "#8",    "[?25l",  "[?25h", "[!p",   "]0;title\x07",
            "]2;a\x1b\\", "Pq\x1b\\", "[6n",     "[?2004h", "[1;2", "[\x18", "[3\n2m",
        };
        const QByteArrayList others{"\r",
                                    "\n",
                                    "\r\n",
                                    "\r\n",
                                    "\r\n",
                                    "\t",
                                    "\b",
                                    "\x07",
                                    "\x0e",
                                    "\x0f",
                                    "\x7f",
                                    "\x18",
                                    "\xc3\xa9",
                                    "\xc2\xab",
                                    "\xc2\x85",
                                    "\xe6\xbc\xa2",
                                    "\xe2\x80\x99",
                                    "e\xcc\x81",
                                    "\xc3\xa9\xcc\x81",
                                    "\xf0\x9f\x98\x80",
                                    "\xff"};
        for (int round = 0; round < 400; ++round) {
            const int columns = 3 + int(random.bounded(round % 2 ? 60 : 20));
            const int rows = 1 + int(random.bounded(12));
            Subject quick(columns, rows, 1024 * 1024);
            Subject slow(columns, rows, 1024 * 1024);
            QByteArray bytes;
            QByteArray all;
            for (int part = 0; part < 120; ++part) {
                QByteArray token;
                const int kind = int(random.bounded(10));
                if (kind < 5) {
                    for (int i = int(random.bounded(80)); i >= 0; --i)
                        token += char(' ' + random.bounded(95));
                    for (qsizetype i = 0; i < token.size(); i += 5)
                        slow.feed(token.mid(i, 5));
                } else {
                    token = kind < 8 ? pick(others) : esc + pick(sequences);
                    slow.feed(token);
                }
                bytes += token;
                if (random.bounded(4) != 0)
                    continue;
                all += bytes;
                quick.feed(std::exchange(bytes, {}));
                if (random.bounded(20) == 0) {
                    const int width = 3 + int(random.bounded(60));
                    const int height = 1 + int(random.bounded(12));
                    quick.screen().resize(width, height);
                    slow.screen().resize(width, height);
                    all += "<resized>";
                }
                if (!slow.isLike(quick))
                    QFAIL(qPrintable(u"%1 (%2), not %3 (%4) after %5"_s.arg(
                        quick.shown(), quick.cursor(), slow.shown(), slow.cursor(),
                        QString::fromLatin1(all.last(std::min<qsizetype>(all.size(), 500)).toPercentEncoding(" ")))));
                QCOMPARE(quick.takeSent(), slow.takeSent());
            }
        }
    }

    void plainTextIsPutTogetherWithWhatFollows()
    {
        const QByteArray plain(40, 'x');
        Subject subject(50, 3);
        subject.feed(plain + "e\xcc\x81" + plain);
        QCOMPARE(subject.shown(),
                 QString(40, u'x') + u"e\u0301"_s + QString(9, u'x') + u"+|"_s + QString(31, u'x') + u'|');
        // Also when it comes later, behind a change of colour, and in the last column.
        Subject later(50, 3);
        later.feed(plain).feed(esc + "[31m").feed("\xcc\x81");
        QCOMPARE(later.shown(), QString(40, u'x') + u"\u0301||"_s);
        Subject last(40, 3);
        last.feed(plain + "\xcc\x81" + plain);
        QCOMPARE(last.shown(), QString(40, u'x') + u"\u0301+|"_s + QString(40, u'x') + u'|');
        // A repetition of what was written last.
        Subject again(50, 3);
        again.feed(plain + "\r\n" + plain.chopped(1) + "y" + esc + "[3b");
        QCOMPARE(again.shown(), QString(40, u'x') + u'|' + QString(39, u'x') + u"yyyy|"_s);
    }

    /// libvterm would not come to an end.
    void nothingIsRepeated()
    {
        Subject subject(10, 2);
        subject.feed(esc + "[3b" + "\xcc\x81" + esc + "[3b" + "." + esc + "[b" + esc + "[999999999999b");
        QVERIFY2(subject.shown().startsWith(u".........") || subject.shown().contains(u"........."_s),
                 qPrintable(subject.shown()));
    }

    /// Whatever comes, in whatever size.
    void floodOfNonsense()
    {
        QRandomGenerator random(1);
        const QByteArray letters = "\x1b\x1b\x1b[[[]?;;0123456789ABCDEGHIJKLMNOPSTXZ`abcdefghjklmnoqrst@#%()*+"
                                   "\x07\x08\x09\r\n\x0e\x0f\\Pq \xc3\xa9\xe6\xbc\xa2\xff\xcc\x81";
        for (int round = 0; round < 200; ++round) {
            Subject subject(2 + int(random.bounded(60)), 1 + int(random.bounded(30)), 1024 * 1024);
            for (int part = 0; part < 40; ++part) {
                QByteArray bytes;
                for (int i = 0; i < 400; ++i)
                    bytes += letters[random.bounded(int(letters.size()))];
                subject.feed(bytes);
                if (part % 8 == 0)
                    subject.screen().resize(1 + int(random.bounded(60)), int(random.bounded(30)));
                const TerminalScreen &screen = subject.screen();
                QVERIFY(screen.cursor().row < screen.rows());
                for (qint64 line = screen.firstLine(); line < screen.endLine(); ++line)
                    QVERIFY(screen.line(line).size() <= 64);
            }
            QVERIFY(subject.shown().count(u'|') == subject.screen().rows() - 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestTerminalScreen)
#include "tst_terminalscreen.moc"
