// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ansitext.h"

#include <QTest>

using namespace Gantry;

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
        QCOMPARE(spans("plain"), QList<Span>());
        QCOMPARE(spans("a \x1b[31mred\x1b[39m b"), QList<Span>({{2, 3, 1, false}}));
        QCOMPARE(spans("\x1b[1mbold \x1b[92mgreen\x1b[m"), QList<Span>({{0, 5, -1, true}, {5, 5, 10, true}}));
        QCOMPARE(spans("\x1b[38;5;4mblue"), QList<Span>({{0, 4, 4, false}}));
        QCOMPARE(spans("\x1b[38;5;200mno colour of ours"), QList<Span>());
        QCOMPARE(spans("\x1b[38;2;1;2;31mstays\x1b[48;5;33m default"), QList<Span>());
        QCOMPARE(spans("\x1b[33mold\rnew"), QList<Span>({{0, 3, 3, false}}));
    }
};

QTEST_GUILESS_MAIN(TestAnsiText)
#include "tst_ansitext.moc"
