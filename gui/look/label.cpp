// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/label.h"

#include "look/fonts.h"
#include "look/oneline.h"
#include "look/tokens.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <limits>

namespace Gantry {

namespace {

constexpr int NarrowestWrapped = 120;
/// Qt's time to break a word into lines grows with the square of its length.
constexpr qsizetype MostCharacters = 2000;

QString inLines(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

} // namespace

Label::Label(const QString &text, QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    Label::setText(text);
}

Label::Label(QWidget *parent)
    : Label(QString(), parent)
{
}

void Label::setText(const QString &text)
{
    QLabel::setText(visible(middleLeftOut(text, MostCharacters)));
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    if (tone == Tone::Normal)
        setPalette(QPalette());
    updateColor();
}

void Label::setLook(int pixels, QFont::Weight weight, Face face)
{
    setFont(face == Face::Mono ? Fonts::mono(pixels, weight) : Fonts::ui(pixels, weight));
}

int Label::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    const QMargins margins = contentsMargins();
    QTextLayout layout(inLines(text()));
    layOut(&layout, width - margins.left() - margins.right(), std::numeric_limits<int>::max());
    return std::max(1, layout.lineCount()) * fontMetrics().lineSpacing() + margins.top() + margins.bottom();
}

QSize Label::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    // Qt's is as wide as the longest word.
    return wordWrap() ? QSize(std::min(least.width(), Fonts::scaled(NarrowestWrapped)), least.height()) : least;
}

void Label::layOut(QTextLayout *layout, int width, int mostLines) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), alignment()) & Qt::AlignHorizontal_Mask);
    layout->setTextOption(option);
    layout->setFont(font());
    layout->beginLayout();
    for (int i = 0; i < mostLines; ++i) {
        QTextLine line = layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(width, 1));
        line.setPosition(QPointF(0, i * fontMetrics().lineSpacing()));
    }
    layout->endLayout();
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!wordWrap()) {
        QLabel::paintEvent(event);
        return;
    }
    const QRect inside = contentsRect();
    QTextLayout layout(inLines(text()));
    layOut(&layout, inside.width(), std::numeric_limits<int>::max());
    const QSize size(inside.width(), layout.lineCount() * fontMetrics().lineSpacing());
    // Text that is too high is cut at its end, never at its beginning.
    const QRect place = size.height() > inside.height()
        ? inside
        : QStyle::alignedRect(layoutDirection(), alignment() & Qt::AlignVertical_Mask, size, inside);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    layout.draw(&painter, place.topLeft());
}

void Label::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateColor();
    QLabel::changeEvent(event);
}

void Label::updateColor()
{
    if (m_tone == Tone::Normal)
        return;
    const Tokens &tokens = Tokens::of(palette());
    if (palette().color(QPalette::Active, QPalette::WindowText) == tokens.color(m_tone))
        return;
    QPalette own;
    own.setColor(QPalette::WindowText, tokens.color(m_tone));
    own.setColor(QPalette::Disabled, QPalette::WindowText, tokens.disabled);
    setPalette(own);
}

} // namespace Gantry
