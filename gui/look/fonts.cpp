// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/fonts.h"

#include <QApplication>
#include <QCache>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPainter>
#include <QScreen>
#include <QTextLayout>

#include <cmath>
#include <map>
#include <memory>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace Gantry::Fonts {

namespace {

qreal dotsPerInch()
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? screen->logicalDotsPerInch() : 96.0;
}

qreal pixelSize(const QFont &font)
{
    return font.pixelSize() > 0 ? font.pixelSize() : font.pointSizeF() * dotsPerInch() / 72.0;
}

/// Names that stand for "whatever fontconfig finds": nobody chose them.
bool isGeneric(const QString &family)
{
    static const QStringList generic{QString(), u"Sans"_s, u"Sans Serif"_s, u"Sans-Serif"_s, u"Helvetica"_s};
    return generic.contains(family, Qt::CaseInsensitive);
}

/// Calls visit(piece, isDigit) for each digit and for each run between digits.
template <typename Visitor> void forEachPiece(const QString &text, Visitor visit)
{
    qsizetype start = 0;
    while (start < text.size()) {
        qsizetype end = start + 1;
        const bool digit = text.at(start).isDigit();
        while (!digit && end < text.size() && !text.at(end).isDigit())
            ++end;
        visit(text.mid(start, end - start), digit);
        start = end;
    }
}

/// What it measures of a font and a text is kept: views measure the same words in each frame, and to shape them is most
/// of a frame's time.
qreal advanceOf(const QFont &font, const QString &text)
{
    constexpr int most = 4000;
    static QCache<std::pair<QFont, QString>, qreal> known(most);
    const std::pair key(font, text);
    if (const qreal *width = known.object(key))
        return *width;
    const qreal width = QFontMetricsF(font).horizontalAdvance(text);
    known.insert(key, new qreal(width));
    return width;
}

struct ShapedLine
{
    QList<QGlyphRun> runs;
    qreal ascent = 0;
};

ShapedLine shape(const QFont &font, const QString &text, QPaintDevice *device)
{
    QTextLayout layout(text, font, device);
    QTextOption option;
    option.setTextDirection(Qt::LeftToRight);
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    return {layout.glyphRuns(), line.ascent()};
}

/// Draws a text from the left end of its baseline. What was shaped is kept, for the same reason; long texts are rare
/// and large.
void drawShaped(QPainter *painter, const QPointF &start, const QString &text)
{
    constexpr int most = 1000;
    constexpr qsizetype longest = 200;
    static QCache<std::pair<QFont, QString>, ShapedLine> known(most);
    if (text.size() > longest || painter->layoutDirection() != Qt::LeftToRight) {
        painter->drawText(start, text);
        return;
    }
    const std::pair key(painter->font(), text);
    const ShapedLine *line = known.object(key);
    if (!line) {
        auto shaped = std::make_unique<ShapedLine>(shape(key.first, text, painter->device()));
        line = shaped.get();
        known.insert(key, shaped.release());
    }
    for (const QGlyphRun &run : line->runs)
        painter->drawGlyphRun(start - QPointF(0, line->ascent), run);
}

enum class Family { Ui, Mono };

/// A font as it was made before, as long as the application's own stays: a new one has to find its engine anew.
template <typename Make> QFont made(Family family, int pixels, QFont::Weight weight, Make make)
{
    static std::pair<QFont, qreal> base;
    static std::map<std::tuple<Family, int, int>, QFont> known;
    const std::pair current(QApplication::font(), scale());
    if (base != current) {
        known.clear();
        base = current;
    }
    const std::tuple key(family, pixels, int(weight));
    auto font = known.find(key);
    if (font == known.end())
        font = known.emplace(key, make()).first;
    return font->second;
}

qreal digitWidth(const QFont &font)
{
    qreal width = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        width = std::max(width, advanceOf(font, QChar(digit)));
    return width;
}

/// Of a line in the middle of the rectangle, on a whole pixel of the screen.
qreal baselineIn(const QRectF &rect, const QFontMetricsF &metrics, const QPainter *painter)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const qreal middle = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    return std::round(middle * ratio) / ratio;
}

} // namespace

QFont applicationFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (!isGeneric(font.family()))
        return font;
    font.setFamilies({u"Inter"_s, u"Cantarell"_s, u"Noto Sans"_s, u"DejaVu Sans"_s});
    font.setPixelSize(BasePixelSize);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

qreal scale()
{
    return pixelSize(QApplication::font()) / BasePixelSize;
}

int scaled(int pixels)
{
    return qRound(pixels * std::max(1.0, scale()));
}

QFont ui(int pixels, QFont::Weight weight)
{
    return made(Family::Ui, pixels, weight, [=] {
        QFont font = QApplication::font();
        font.setPixelSize(std::max(1, qRound(pixels * scale())));
        font.setWeight(weight);
        return font;
    });
}

QFont mono(int pixels, QFont::Weight weight)
{
    return made(Family::Mono, pixels, weight, [=] {
        QFont font(QStringList{u"JetBrains Mono"_s, u"Noto Sans Mono"_s, u"DejaVu Sans Mono"_s});
        font.setStyleHint(QFont::Monospace);
        font.setStyleStrategy(QFont::PreferNoShaping);
        font.setHintingPreference(QApplication::font().hintingPreference());
        font.setPixelSize(std::max(1, qRound(pixels * scale())));
        font.setWeight(weight);
        return font;
    });
}

QFont editor(int pixels)
{
    QFont font = mono(pixels);
    font.setPointSizeF(font.pixelSize() * 72.0 / dotsPerInch());
    return font;
}

int advance(const QFont &font, const QString &text)
{
    return int(std::ceil(advanceOf(font, text)));
}

void drawLine(QPainter *painter, const QRect &rect, const QString &text)
{
    const QFontMetricsF metrics(painter->font());
    drawShaped(painter, QPointF(rect.x(), baselineIn(rect, metrics, painter)), text);
}

qreal tabularWidth(const QFont &font, const QString &text)
{
    const qreal digit = digitWidth(font);
    qreal width = 0;
    forEachPiece(text, [&](const QString &piece, bool isDigit) { width += isDigit ? digit : advanceOf(font, piece); });
    return width;
}

void drawTabular(QPainter *painter, const QRectF &rect, const QString &text, Qt::Alignment alignment)
{
    const QFontMetricsF metrics(painter->font());
    const qreal digit = digitWidth(painter->font());
    const qreal spare = rect.width() - tabularWidth(painter->font(), text);
    qreal x = rect.left();
    if (alignment.testFlag(Qt::AlignRight))
        x += spare;
    else if (alignment.testFlag(Qt::AlignHCenter))
        x += spare / 2;
    const qreal baseline = baselineIn(rect, metrics, painter);
    if (text.isRightToLeft()) {
        drawShaped(painter, QPointF(x, baseline), text);
        return;
    }
    // The pieces are placed here, from left to right; each on its own must not be turned round again.
    const Qt::LayoutDirection direction = painter->layoutDirection();
    painter->setLayoutDirection(Qt::LeftToRight);
    forEachPiece(text, [&](const QString &piece, bool isDigit) {
        const qreal advance = advanceOf(painter->font(), piece);
        drawShaped(painter, QPointF(isDigit ? x + (digit - advance) / 2 : x, baseline), piece);
        x += isDigit ? digit : advance;
    });
    painter->setLayoutDirection(direction);
}

} // namespace Gantry::Fonts
