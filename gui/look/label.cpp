// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/label.h"

#include "look/fonts.h"
#include "look/oneline.h"
#include "look/plaintooltip.h"
#include "look/tokens.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

constexpr int NarrowestWrapped = 120;
/// Qt's time to break a word into lines grows with the square of its length.
constexpr qsizetype MostCharacters = 2000;

QString inLines(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator);
}

/// Whether there is text behind its last line.
bool endsEarly(const QTextLayout &layout)
{
    if (layout.lineCount() == 0)
        return false;
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    return last.textStart() + last.textLength() < layout.text().size();
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

void Label::setMostLines(int lines)
{
    if (std::exchange(m_mostLines, lines) == lines)
        return;
    updateGeometry();
    update();
}

int Label::heightForWidth(int width) const
{
    if (!wordWrap())
        return QLabel::heightForWidth(width);
    const QMargins margins = contentsMargins();
    QTextLayout layout(inLines(text()));
    layOut(&layout, width - margins.left() - margins.right());
    return std::max(1, layout.lineCount()) * fontMetrics().lineSpacing() + margins.top() + margins.bottom();
}

QSize Label::minimumSizeHint() const
{
    const QSize least = QLabel::minimumSizeHint();
    // Qt's is as wide as the longest word.
    return wordWrap() ? QSize(std::min(least.width(), Fonts::scaled(NarrowestWrapped)), least.height()) : least;
}

void Label::layOut(QTextLayout *layout, int width) const
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(QStyle::visualAlignment(layoutDirection(), alignment()) & Qt::AlignHorizontal_Mask);
    layout->setTextOption(option);
    layout->setFont(font());
    layout->beginLayout();
    for (int i = 0; i < m_mostLines; ++i) {
        QTextLine line = layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(std::max(width, 1));
        line.setPosition(QPointF(0, i * fontMetrics().lineSpacing()));
    }
    layout->endLayout();
}

bool Label::isCut() const
{
    if (!wordWrap())
        return false;
    QTextLayout layout(inLines(text()));
    layOut(&layout, contentsRect().width());
    return endsEarly(layout);
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isCut()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    return QLabel::event(event);
}

void Label::paintEvent(QPaintEvent *event)
{
    if (!wordWrap()) {
        QLabel::paintEvent(event);
        return;
    }
    const QRect inside = contentsRect();
    QTextLayout layout(inLines(text()));
    layOut(&layout, inside.width());
    const QSize size(inside.width(), layout.lineCount() * fontMetrics().lineSpacing());
    // Text that is too high is cut at its end, never at its beginning.
    const QRect place = size.height() > inside.height()
        ? inside
        : QStyle::alignedRect(layoutDirection(), alignment() & Qt::AlignVertical_Mask, size, inside);
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    if (!endsEarly(layout)) {
        layout.draw(&painter, place.topLeft());
        return;
    }
    const int last = layout.lineCount() - 1;
    for (int i = 0; i < last; ++i)
        layout.lineAt(i).draw(&painter, place.topLeft());
    const QTextLine line = layout.lineAt(last);
    const QString rest = text().mid(line.textStart()).replace(u'\n', u' ');
    painter.setFont(font());
    painter.drawText(QPointF(place.x(), place.y() + line.y() + fontMetrics().ascent()),
                     fontMetrics().elidedText(rest, Qt::ElideMiddle, inside.width()));
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
