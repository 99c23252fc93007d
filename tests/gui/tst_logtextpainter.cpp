// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logtextpainter.h"
#include "look/fonts.h"
#include "look/terminalpalette.h"
#include "look/tokens.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Gantry;

namespace {

constexpr int Height = 22;
constexpr int Width = 400;
constexpr QRgb Teal = 0xff006070;

struct Painted
{
    QImage image;
    qreal cell = 0;

    QColor at(int cellNumber, int y) const { return image.pixelColor(int((cellNumber + 0.5) * cell), y); }
    /// Of all pixels of some cells the one with the most contrast to \a ground.
    QColor strongest(int from, int to, const QColor &ground) const
    {
        QColor best = ground;
        for (int x = int(from * cell); x < int(to * cell); ++x) {
            for (int y = 0; y < Height; ++y) {
                const QColor each = image.pixelColor(x, y);
                if (TerminalPalette::contrast(each, ground) > TerminalPalette::contrast(best, ground))
                    best = each;
            }
        }
        return best;
    }
};

Painted paint(const QByteArray &line, const Tokens &tokens, const LogTextPainter::Marks &marks = {},
              bool isSelected = false)
{
    const AnsiText text = AnsiText::parse(line);
    const QColor ground = isSelected ? tokens.selection : tokens.base;
    Painted painted;
    painted.image = QImage(Width, Height, QImage::Format_RGB32);
    painted.image.fill(ground);
    QPainter painter(&painted.image);
    painter.setFont(Fonts::mono(12));
    painted.cell = QFontMetricsF(painter.font()).horizontalAdvance(QLatin1Char('0'));
    LogTextPainter(&painter, tokens, {ground, isSelected}, painted.cell)
        .paint(QRectF(0, 0, 0, Height), Width, text, marks, 0, text.text.size());
    return painted;
}

} // namespace

/// What a program's colours and styles look like in a log, in both themes.
class TestLogTextPainter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void coloursArePainted_data() { themes(); }
    void coloursArePainted()
    {
        const Tokens &tokens = theme();
        const TerminalPalette &palette = TerminalPalette::of(tokens);
        const Painted own = paint("ab\x1b[48;2;0;96;112mcd\x1b[49mef\x1b[7mgh\x1b[27;48;5;201mij", tokens);
        QCOMPARE(own.at(0, 1), tokens.base);
        QCOMPARE(own.at(3, 1), QColor::fromRgb(Teal));
        QCOMPARE(own.at(3, Height - 1), QColor::fromRgb(Teal));
        QCOMPARE(own.at(4, 1), tokens.base);
        QCOMPARE(own.at(6, 1), tokens.text);
        QCOMPARE(own.at(8, 1), palette.background(TerminalColor::indexed(201)));
        // Nothing is lost on its background, whatever a program wants.
        for (const char *colours : {"7", "30;40", "37;47", "97;107", "38;5;201;48;2;255;0;255", "7;30;40", "2;90",
                                    "2;7", "31;41", "93", "38;2;128;128;128;48:2::128:128:128"}) {
            const Painted painted = paint("\x1b[" + QByteArray(colours) + "mMMMM", tokens);
            const QColor ground = painted.at(1, 1);
            const double contrast = TerminalPalette::contrast(painted.strongest(0, 4, ground), ground);
            QVERIFY2(contrast >= 3, colours); // edges are softened
        }
    }

    void stylesArePainted_data() { themes(); }
    void stylesArePainted()
    {
        const Tokens &tokens = theme();
        const QImage plain = paint("MMMM", tokens).image;
        QList<QImage> all{plain};
        for (const char *style : {"1", "2", "3", "4", "9", "21", "7", "31", "91", "38;5;33"})
            all << paint("\x1b[" + QByteArray(style) + "mMMMM", tokens).image;
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(all.indexOf(all[i]), i); // each differs
        QCOMPARE(paint("\x1b[1;2;3;4;7;9;31;41m\x1b[0mMMMM", tokens).image, plain);
    }

    void marksAndSelectionStayVisible_data() { themes(); }
    void marksAndSelectionStayVisible()
    {
        const Tokens &tokens = theme();
        LogTextPainter::Marks marks;
        marks.places = {{2, 2}, {6, 2}};
        marks.color = tokens.match;
        marks.current = 1;
        marks.currentColor = tokens.currentMatch;
        const Painted painted = paint("\x1b[97;48;2;0;96;112mMMMMMMMMMM", tokens, marks, true);
        QCOMPARE(painted.at(0, 1), tokens.selection);
        QCOMPARE(painted.at(0, 4), QColor::fromRgb(Teal));
        QCOMPARE(painted.at(3, 3), tokens.match);
        QCOMPARE(painted.at(7, 3), tokens.currentMatch);
        for (const int cell : {2, 6}) {
            const QColor &ground = marks.colorOf(cell == 6);
            QVERIFY(TerminalPalette::contrast(painted.strongest(cell, cell + 2, ground), ground) >= 3);
        }
    }

private:
    void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    const Tokens &theme() const
    {
        return *static_cast<const bool *>(QTest::qData("dark", QMetaType::Bool)) ? Tokens::darkTheme()
                                                                                 : Tokens::lightTheme();
    }
};

QTEST_MAIN(TestLogTextPainter)
#include "tst_logtextpainter.moc"
