// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lookprobe.h"
#include "look/celldelegate.h"
#include "look/desktopscheme.h"
#include "look/elidedlabel.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/label.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/statelook.h"
#include "look/style.h"
#include "look/verbatim.h"

#include <QApplication>
#include <QToolTip>

#include <algorithm>

using namespace Gantry;
using namespace Gantry::LookProbe;
using namespace Qt::StringLiterals;

/// Colours, fonts, symbols, tooltips, and the theme that puts them on.
class TestLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(); }
    void init();

    void contrastIsReadable_data() { addThemes(); }
    void contrastIsReadable();
    void tokensFollowThePalette_data() { addThemes(); }
    void tokensFollowThePalette();
    void everySymbolRenders();
    void symbolsTakeTheColourOfTheTheme_data() { addThemes(); }
    void symbolsTakeTheColourOfTheTheme();
    void statesDifferInShape();
    void digitsAreEquallyWide();
    void toolTipsShowMarkupLiterally();
    void toolTipsFitASmallScreen();
    void whatCannotBeSeenIsShown();
    void systemModeFollowsTheDesktop();
    void liveSwitchRepaintsEverything();
    void labelsFollowTheTheme();
    void longWordsAreBroken();
    void cellsAreShortenedByWhatTheyHold();
    void desktopStyleSwitchesBothWays();

private:
    Theme m_theme;
};

void TestLook::init()
{
    m_theme.setUsesDesktopStyle(false);
    wear(&m_theme, false);
}

void TestLook::contrastIsReadable()
{
    QFETCH(bool, dark);
    const Tokens &t = tokensOf(dark);
    const auto readable = [](const char *what, const QColor &text, const QColor &background, double least = 4.7) {
        const double ratio = contrast(text, background);
        if (ratio < least)
            qWarning() << what << text.name() << "on" << background.name() << ratio;
        return ratio >= least;
    };
    for (const QColor &background :
         {t.base, t.chrome, t.sunken, t.hover, t.selection, t.chromeHover, t.chromeSelection}) {
        QVERIFY(readable("text", t.text, background));
        QVERIFY(readable("text2", t.text2, background));
        QVERIFY(readable("text3", t.text3, background));
        // There it is but the colour of a symbol.
        QVERIFY(readable("accent", t.accent, background, background == t.chromeSelection ? 4.5 : 4.7));
    }
    for (int look = 0; look <= int(StateLook::Dead); ++look) {
        const Tokens::Pair &pair = t.state(StateLook(look));
        QVERIFY(readable("state", pair.text, pair.tint));
        QVERIFY(readable("state", pair.text, t.base));
        QVERIFY(readable("state", pair.text, t.selection));
        QVERIFY(readable("state", pair.text, t.hover));
        QVERIFY(readable("banner", t.text, pair.tint));
    }
    for (const QColor &service : t.services)
        QVERIFY(readable("service", service, t.base) && readable("service", service, t.selection));
    for (const QColor &code : {t.keyword, t.string, t.number, t.comment, t.operatorText}) {
        QVERIFY(readable("code", code, t.base));
        QVERIFY(readable("code", code, t.hover)); // the line of the caret
    }
    QVERIFY(readable("accent", t.accent, t.accentTint));
    QVERIFY(readable("primary", t.onAccent, t.accentFill));
    QVERIFY(readable("primary", t.onAccent, t.accentFillHover));
    QVERIFY(readable("match", t.text, t.match));
    QVERIFY(readable("match", t.text, t.currentMatch));
    QVERIFY(readable("tooltip", t.toolTipText, t.toolTipBase));
}

void TestLook::tokensFollowThePalette()
{
    QFETCH(bool, dark);
    QCOMPARE(Tokens::of(tokensOf(dark).palette()).isDark, dark);
    wear(&m_theme, dark);
    QWidget widget;
    QCOMPARE(Tokens::of(widget.palette()).isDark, dark);
    QCOMPARE(widget.palette().color(QPalette::Highlight), tokensOf(dark).selection);
    QCOMPARE(widget.palette().color(QPalette::Disabled, QPalette::Text), tokensOf(dark).disabled);
}

void TestLook::everySymbolRenders()
{
    QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    files.removeAll(u"app.svg"_s); // the program's own icon, in colour
    QVERIFY(files.size() > 80);
    for (const QString &file : files) {
        const QString name = file.chopped(4);
        const QIcon icon = symbolIcon(name);
        QVERIFY2(!icon.isNull(), qPrintable(name));
        QCOMPARE(symbolName(icon), name);
        const QImage image = icon.pixmap(QSize(16, 16), 2.0).toImage();
        QCOMPARE(image.size(), QSize(32, 32));
        int inked = 0;
        for (int y = 0; y < 32; ++y) {
            for (int x = 0; x < 32; ++x)
                inked += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
        }
        QVERIFY2(inked > 20, qPrintable(name));
        // Nothing may be cut off at the edge of the grid.
        for (int i = 0; i < 32; ++i) {
            QVERIFY2(qAlpha(image.pixel(i, 0)) < 64 && qAlpha(image.pixel(i, 31)) < 64, qPrintable(name));
            QVERIFY2(qAlpha(image.pixel(0, i)) < 64 && qAlpha(image.pixel(31, i)) < 64, qPrintable(name));
        }
    }
    QVERIFY(symbolIcon(u"no-such-symbol"_s).isNull());
    QVERIFY(symbolName(QIcon::fromTheme(u"edit-copy"_s)).isEmpty());
}

void TestLook::symbolsTakeTheColourOfTheTheme()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    const QIcon icon = symbolIcon(u"run"_s); // filled, so that whole pixels have the colour
    const auto colorOf = [&](const QIcon &which, QIcon::Mode mode, QIcon::State state) {
        return which.pixmap(QSize(16, 16), 1.0, mode, state).toImage().pixelColor(6, 8);
    };
    QCOMPARE(colorOf(icon, QIcon::Normal, QIcon::Off), t.text2);
    QCOMPARE(colorOf(icon, QIcon::Normal, QIcon::On), t.accent);
    QVERIFY(colorOf(icon, QIcon::Disabled, QIcon::Off).alphaF() < 0.65F);
    QCOMPARE(colorOf(symbolIcon(u"run"_s, Tone::Error), QIcon::Normal, QIcon::Off), t.red.text);
}

void TestLook::statesDifferInShape()
{
    QList<QImage> shapes;
    for (int look = int(StateLook::Running); look <= int(StateLook::Dead); ++look) {
        QImage image(12, 12, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawSymbol(&painter, image.rect(), stateSymbol(StateLook(look)), Qt::black);
        painter.end();
        QVERIFY(!shapes.contains(image));
        shapes.append(image);
    }
}

void TestLook::digitsAreEquallyWide()
{
    const QFont font = Fonts::ui(13);
    const qreal reference = Fonts::tabularWidth(font, u"0000.0"_s);
    for (const QString &number : {u"1111.1"_s, u"7471.3"_s, u"9999.9"_s})
        QCOMPARE(Fonts::tabularWidth(font, number), reference);
    // Painted right-aligned, the units place stands in the same columns whatever stands before it.
    const auto inkOfLastDigit = [&](const QString &number) {
        QImage image(80, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        painter.setFont(font);
        Fonts::drawTabular(&painter, QRectF(image.rect()), number);
        painter.end();
        return image.copy(80 - int(Fonts::tabularWidth(font, u"8"_s)), 0, 20, 20);
    };
    QCOMPARE(inkOfLastDigit(u"11.8"_s), inkOfLastDigit(u"98.8"_s));
}

void TestLook::toolTipsShowMarkupLiterally()
{
    const auto shown = [](const QString &text) {
        QTextDocument document;
        document.setHtml(plainToolTip(text));
        return document.toPlainText().remove(QChar(0x200B));
    };
    const QString hostile = u"<b>bold</b> <img src=\"x\"> &lt; a & b\nsecond  line"_s;
    QVERIFY(Qt::mightBeRichText(plainToolTip(hostile)));
    QCOMPARE(shown(hostile), hostile);
    QCOMPARE(shown(u"%1 %2"_s), u"%1 %2"_s);
    QCOMPARE(plainToolTip(QString()), QString());
    QVERIFY(plainToolTip(QString(200, u'x')).contains("pre-wrap"_L1));
    QVERIFY(!plainToolTip(u"short"_s).contains("pre-wrap"_L1));
}

void TestLook::toolTipsFitASmallScreen()
{
    QWidget window;
    window.show();
    const auto sizeOf = [&window](const QString &text) {
        QToolTip::showText({}, plainToolTip(text), &window);
        const QWidgetList all = QApplication::topLevelWidgets();
        const auto shown = std::find_if(all.cbegin(), all.cend(), [](const QWidget *each) {
            return each->inherits("QTipLabel") && each->isVisible();
        });
        const QSize size = shown == all.cend() ? QSize() : (*shown)->size();
        QToolTip::hideText();
        return size;
    };
    const QStringList texts{QString(480, u'W'),
                            QString(60'000, u'W'),
                            u"WWWW "_s.repeated(12'000),
                            QString(1000, u'\n') + u'x',
                            (QString(80, u'W') + u'\n').repeated(100),
                            QString(60'000, QChar(0x4E2D)),
                            u"https://host/"_s + QString(700, u'&')};
    for (const QString &text : texts) {
        const QSize size = sizeOf(text);
        QVERIFY2(!size.isEmpty() && size.width() < 1024 && size.height() < 600,
                 qPrintable(u"%1: %2 x %3"_s.arg(text.left(10)).arg(size.width()).arg(size.height())));
    }
    // Nothing is added to what can be shown whole, and of the rest there are the beginning and the end.
    for (const QString &text : {texts.first(), texts.last(), u"a\u200bb"_s + QString(100, u'c') + u"\u200b\u200b"_s})
        QCOMPARE(toolTipText(plainToolTip(text)), text);
    const QString cut = toolTipText(plainToolTip(u"begin"_s + QString(60'000, u'W') + u"end"_s));
    QVERIFY2(cut.startsWith(u"beginW"_s) && cut.endsWith(u"Wend"_s) && cut.contains(u'…'), qPrintable(cut));
}

void TestLook::whatCannotBeSeenIsShown()
{
    const QString text = u"a\tb\nc\r\x1b[31m\x7f\u0085\u2028\u202e\u200f\u2066\u061cé"_s;
    QCOMPARE(visible(text), u"a\tb\nc␍␛[31m␡\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdé"_s);
    QCOMPARE(oneLine(text), u"a b c ␛[31m␡\ufffd \ufffd\ufffd\ufffd\ufffdé"_s);
    QCOMPARE(visible(u"plain"_s), u"plain"_s);
    // Nothing else would be no name.
    QCOMPARE(oneLine(u"\n\n"_s), u"␊␊"_s);
    QCOMPARE(shortName(u"\t "_s), u"␉␣"_s);
    QCOMPARE(oneLine(QString()), QString());
    // Beginning and end of what is too long, and no half of a character.
    const QString faces = u"\U0001F600"_s.repeated(1000);
    for (const qsizetype most : {99, 100, 101, 102}) {
        const QString shown = oneLine(faces, most);
        QVERIFY(shown.size() <= most && shown.size() > most - 3);
        QCOMPARE(QString::fromUtf8(shown.toUtf8()), shown);
        QCOMPARE(shown.count(u'…'), 1);
    }
    QCOMPARE(oneLine(u"abcdefghij"_s, 10), u"abcdefghij"_s);
    QCOMPARE(oneLine(u"abcdefghijk"_s, 10), u"abcdef…ijk"_s);
    QCOMPARE(verbatim(u"&a\tb"_s), u"&&a b"_s);
    Label label(text);
    QCOMPARE(label.text(), visible(text));
    label.setText(QString(60'000, u'x'));
    QCOMPARE(label.text().size(), 2000);
    ElidedLabel elided;
    static_cast<Label &>(elided).setText(text);
    QCOMPARE(elided.text(), oneLine(text));
}

void TestLook::systemModeFollowsTheDesktop()
{
    m_theme.setMode(Theme::Mode::System);
    const bool before = m_theme.isDark();
    QCOMPARE(Tokens::of(QApplication::palette()).isDark, before);
    QSignalSpy changed(&m_theme, &Theme::changed);
    m_theme.setMode(before ? Theme::Mode::Light : Theme::Mode::Dark);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(Tokens::of(QApplication::palette()).isDark, !before);
    m_theme.setMode(Theme::Mode::System);
    QCOMPARE(Tokens::of(QApplication::palette()).isDark, before);

    // What Qt sends when the desktop's theme changes: the desktop's own palette is asked for again, ours is kept out.
    QEvent themeChange(QEvent::ThemeChange);
    QCoreApplication::sendEvent(qApp, &themeChange);
    QCOMPARE(changed.size(), 3);
    QCOMPARE(QApplication::palette().color(QPalette::Highlight), tokensOf(before).selection);
}

void TestLook::liveSwitchRepaintsEverything()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *button = new QPushButton(symbolIcon(u"play"_s), u"Start"_s);
    auto *label = new Label(u"muted"_s);
    label->setTone(Tone::Muted);
    for (QWidget *widget :
         {static_cast<QWidget *>(button), static_cast<QWidget *>(label),
          static_cast<QWidget *>(new QLineEdit(u"text"_s)), static_cast<QWidget *>(new QCheckBox(u"check"_s))})
        layout->addWidget(widget);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QImage light = grabbed(&window);
    QCOMPARE(light.pixelColor(1, 1), Tokens::lightTheme().base);
    wear(&m_theme, true);
    const QImage dark = grabbed(&window);
    QCOMPARE(dark.pixelColor(1, 1), Tokens::darkTheme().base);
    QCOMPARE(count(dark, Tokens::lightTheme().base), 0);
    QCOMPARE(count(dark, Tokens::lightTheme().text2), 0);
    wear(&m_theme, false);
    QCOMPARE(grabbed(&window), light);
}

void TestLook::labelsFollowTheTheme()
{
    Label label(u"muted"_s);
    label.setTone(Tone::Faint);
    for (const bool dark : {true, false, true}) {
        wear(&m_theme, dark);
        QCOMPARE(label.palette().color(QPalette::WindowText), tokensOf(dark).text3);
    }
    label.setTone(Tone::Normal);
    QCOMPARE(label.palette().color(QPalette::WindowText), Tokens::darkTheme().text);
    label.setText(u"<b>name</b>"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void TestLook::longWordsAreBroken()
{
    const QString id(64, u'0');
    Label label(u"endpoint "_s + id + u"\nsecond line"_s);
    label.setWordWrap(true);
    label.resize(200, label.heightForWidth(200));
    const int line = label.fontMetrics().lineSpacing();
    QVERIFY(label.fontMetrics().horizontalAdvance(id) > 2 * label.width());
    QVERIFY2(label.height() >= 5 * line, qPrintable(QString::number(label.height() / line)));
    QVERIFY(label.minimumSizeHint().width() < label.width());
    // As much of it is painted as of the same text in words that fit.
    const auto painted = [](Label *shown) {
        const QImage image = shown->grab().toImage();
        int dark = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                dark += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        }
        return dark;
    };
    label.setPalette(QPalette(Qt::black, Qt::white));
    const int broken = painted(&label);
    label.setWordWrap(false);
    label.resize(label.sizeHint());
    const int whole = painted(&label);
    QVERIFY(whole > 0);
    QVERIFY2(std::abs(broken - whole) * 20 <= whole, qPrintable(u"%1 of %2"_s.arg(broken).arg(whole)));
}

void TestLook::cellsAreShortenedByWhatTheyHold()
{
    const QFontMetrics metrics(Fonts::ui(13));
    const auto shortened = [&](const QString &text, CellElision elision, const QString &likeWide) {
        return CellDelegate::shortened(text, elision, Fonts::ui(13), metrics.horizontalAdvance(likeWide));
    };
    const QString ports = u"8000, 8443, 9443, 9990"_s;
    QCOMPARE(shortened(ports, CellElision::Items, ports), ports);
    QCOMPARE(shortened(ports, CellElision::Items, u"8000, 8443, +2"_s), u"8000, 8443, +2"_s);
    QCOMPARE(shortened(ports, CellElision::Items, u"8000, 8443,"_s), u"8000, +3"_s);
    QVERIFY(shortened(u"Exited 13 min ago"_s, CellElision::End, u"Exited 13 mi…"_s).startsWith(u"Exited 13"_s));
    QVERIFY(shortened(u"Exited 13 min ago"_s, CellElision::Start, u"…ed 13 min ago"_s).endsWith(u"13 min ago"_s));
    QVERIFY(shortened(u"gantry-lab/busybox"_s, CellElision::Middle, u"gantry…box"_s).endsWith(u'x'));
}

void TestLook::desktopStyleSwitchesBothWays()
{
    QVERIFY(qobject_cast<Style *>(QApplication::style()));
    m_theme.setUsesDesktopStyle(true);
    QVERIFY(!qobject_cast<Style *>(QApplication::style()));
    m_theme.setMode(Theme::Mode::Dark);
    QVERIFY(Tokens::of(QApplication::palette()).isDark);
    m_theme.setUsesDesktopStyle(false);
    QVERIFY(qobject_cast<Style *>(QApplication::style()));
    QCOMPARE(QApplication::palette().color(QPalette::Window), Tokens::darkTheme().base);
}

QTEST_MAIN(TestLook)
#include "tst_look.moc"
