// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ansitext.h"

#include <QTest>

using namespace Gantry;

Q_DECLARE_METATYPE(TerminalColor)

class TestAnsiText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void text_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << QByteArray("plain text") << QStringLiteral("plain text");
        QTest::newRow("utf-8") << QByteArray("caf\xc3\xa9 \xe2\x9c\x93") << QStringLiteral("café ✓");
        QTest::newRow("bad utf-8") << QByteArray("a\xff"
                                                 "b")
                                   << QStringLiteral("a\uFFFDb");
        QTest::newRow("colour") << QByteArray("\x1b[1;31mERROR\x1b[0m: no") << QStringLiteral("ERROR: no");
        QTest::newRow("cursor") << QByteArray("\x1b[2K\x1b[1Gdone\x1b[?25h") << QStringLiteral("done");
        QTest::newRow("title") << QByteArray("\x1b]0;evil title\x07shown") << QStringLiteral("shown");
        QTest::newRow("title, ST") << QByteArray("\x1b]0;evil title\x1b\\shown") << QStringLiteral("shown");
        QTest::newRow("endless title") << QByteArray("shown\x1b]0;never ended") << QStringLiteral("shown");
        QTest::newRow("hyperlink") << QByteArray("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\") << QStringLiteral("link");
        QTest::newRow("charset") << QByteArray("\x1b(Bshown\x1b=") << QStringLiteral("shown");
        QTest::newRow("cut sequence") << QByteArray("shown\x1b[31") << QStringLiteral("shown");
        QTest::newRow("cut escape") << QByteArray("shown\x1b") << QStringLiteral("shown");
        QTest::newRow("broken sequence") << QByteArray("\x1b[3é") << QStringLiteral("é");
        QTest::newRow("tab") << QByteArray("ab\tc") << QStringLiteral("ab      c");
        QTest::newRow("progress") << QByteArray("10 %\r20 %\r30 %") << QStringLiteral("30 %");
        QTest::newRow("progress, open") << QByteArray("10 %\r20 %\r") << QStringLiteral("20 %");
        QTest::newRow("overstrike") << QByteArray("a\bab\bb") << QStringLiteral("ab");
        QTest::newRow("backspace at the start") << QByteArray("\b\bab") << QStringLiteral("ab");
        QTest::newRow("control") << QByteArray("a\x01\x7f") << QStringLiteral("a␁␡");
        QTest::newRow("nul") << QByteArray("a\0b", 3) << QStringLiteral("a␀b");
        QTest::newRow("bidi override") << QByteArray("a\xe2\x80\xae"
                                                     "cba")
                                       << QStringLiteral("a\uFFFDcba");
        QTest::newRow("right-to-left mark") << QByteArray("a\xe2\x80\x8f!") << QStringLiteral("a\uFFFD!");
        QTest::newRow("line separator") << QByteArray("a\xe2\x80\xa8"
                                                      "b")
                                        << QStringLiteral("a\uFFFDb");
        QTest::newRow("markup") << QByteArray("<b>&amp;</b>") << QStringLiteral("<b>&amp;</b>");
    }

    void text()
    {
        QFETCH(QByteArray, line);
        QTEST(AnsiText::parse(line).text, "text");
    }

    void colours()
    {
        using Span = AnsiText::Span;
        const auto spans = [](const char *line) { return AnsiText::parse(line).spans; };
        const auto of = [](quint8 color, bool bold = false) { return AnsiText::styleOf(color, bold); };
        TerminalStyle bold;
        bold.set(TerminalStyle::Bold, true);
        QCOMPARE(spans("plain"), QList<Span>());
        QCOMPARE(spans("a \x1b[31mred\x1b[39m b"), QList<Span>({{2, 3, of(1)}}));
        QCOMPARE(spans("\x1b[1mbold \x1b[92mgreen\x1b[m"), QList<Span>({{0, 5, bold}, {5, 5, of(10, true)}}));
        QCOMPARE(spans("\x1b[38;5;4mblue"), QList<Span>({{0, 4, of(4)}}));
        QCOMPARE(spans("\x1b[33mold\rnew"), QList<Span>({{0, 3, of(3)}}));
        QCOMPARE(spans("\x1b[31ma\x1b[31;49mb\x1b[0mc"), QList<Span>({{0, 2, of(1)}})); // nothing changes between
    }

    void styles_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<quint32>("flags");
        QTest::addColumn<TerminalColor>("foreground");
        QTest::addColumn<TerminalColor>("background");
        const auto row
            = [](const char *parameters, quint32 flags, TerminalColor foreground = {}, TerminalColor background = {}) {
                  QTest::newRow(parameters) << QByteArray(parameters) << flags << foreground << background;
              };
        using Style = TerminalStyle;
        const auto indexed = [](quint8 index) { return TerminalColor::indexed(index); };
        const TerminalColor rgb = TerminalColor::rgb(1, 2, 31);
        row("1;2;3;4;7;9",
            Style::Bold | Style::Dim | Style::Italic | Style::Underline | Style::Reverse | Style::Strike);
        row("1;2;3;22", Style::Italic);
        row("3;4;23", Style::Underline);
        row("4;7;24", Style::Reverse);
        row("7;9;27", Style::Strike);
        row("9;2;29", Style::Dim);
        row("4:3", Style::Underline);
        row("4;4:0", 0);
        row("21", Style::Underline | Style::DoubleUnderline);
        row("21;24", 0);
        row("41", 0, {}, indexed(1));
        row("37;40", 0, indexed(7), indexed(0));
        row("90;107", 0, indexed(8), indexed(15));
        row("31;42;39", 0, {}, indexed(2));
        row("31;42;49", 0, indexed(1));
        row("31;42;1;0", 0);
        row("31;;1", Style::Bold);
        row("38;5;200", 0, indexed(200));
        row("48;5;33;1", Style::Bold, {}, indexed(33));
        row("38;2;1;2;31", 0, rgb);
        row("48;2;1;2;31;4", Style::Underline, {}, rgb);
        row("38:2::1:2:31", 0, rgb);
        row("38:2:1:2:31", 0, rgb);
        row("48:2::1:2:31;3", Style::Italic, {}, rgb);
        row("38:5:200;48:5:33", 0, indexed(200), indexed(33));
        row("58;2;1;2;31;4", Style::Underline);
        row("58:5:3;4", Style::Underline);
        row("5;6;8;4", Style::Underline); // neither blinks nor hides
        row("31;38;5;256", 0, indexed(1));
        row("31;38;2;1;2;300", 0, indexed(1));
        row("31;38;2;1;2", 0, indexed(1));
        row("31;38", 0, indexed(1));
        row("31;38;9;1;4", 0, indexed(1));
        row("31;38:2:1", 0, indexed(1));
        row("31;38:", 0, indexed(1));
        row("31;99999999999999999999999999999999;1", Style::Bold, indexed(1));
        row("31;4294967297", 0, indexed(1));
        row(">4;2", 0);
        row("?4", 0);
        row("31 ", 0);
    }

    void styles()
    {
        QFETCH(QByteArray, parameters);
        TerminalStyle expected;
        QFETCH(quint32, flags);
        QFETCH(TerminalColor, foreground);
        QFETCH(TerminalColor, background);
        expected.flags = flags;
        expected.foreground = foreground;
        expected.background = background;
        const AnsiText text = AnsiText::parse("\x1b[" + parameters + "mtext");
        QCOMPARE(text.text, QStringLiteral("text"));
        QCOMPARE(text.spans.value(0).style, expected);
        QCOMPARE(text.spans.size(), expected == TerminalStyle() ? 0 : 1);
    }

    void manyParametersAreRead()
    {
        QByteArray line = "\x1b[";
        for (int i = 0; i < 30'000; ++i)
            line += i % 2 == 0 ? "1;" : "1:";
        TerminalStyle bold;
        bold.set(TerminalStyle::Bold, true);
        QCOMPARE(AnsiText::parse(line + "1mtext").spans.value(0).style, bold);
        QCOMPARE(AnsiText::parse("\x1b[" + QByteArray(60'000, ';') + "1mtext").spans.value(0).style, bold);
        QCOMPARE(AnsiText::parse("\x1b[38" + QByteArray(60'000, ':') + "1mtext").spans.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestAnsiText)
#include "tst_ansitext.moc"
