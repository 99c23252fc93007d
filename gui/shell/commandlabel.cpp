// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandlabel.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <utility>

namespace Gantry {

namespace {

constexpr int LeastWidth = 120;

} // namespace

CommandLabel::CommandLabel(QWidget *parent)
    : Label(parent)
{
    setLook(12, QFont::Normal, Face::Mono);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setWordWrap(true); // else QLabel takes its height for independent of the width
}

void CommandLabel::setMostLines(int lines)
{
    if (std::exchange(m_mostLines, lines) == lines)
        return;
    updateGeometry();
    update();
}

int CommandLabel::heightForWidth(int width) const
{
    QTextLayout layout(text());
    layOut(&layout, width, m_mostLines);
    return std::max(1, layout.lineCount()) * fontMetrics().lineSpacing();
}

QSize CommandLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().lineSpacing()};
}

QSize CommandLabel::minimumSizeHint() const
{
    return {LeastWidth, fontMetrics().lineSpacing()};
}

void CommandLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    QTextLayout layout(text());
    layOut(&layout, width(), m_mostLines);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const QString rest = text().mid(line.textStart());
        if (i + 1 == m_mostLines && line.textLength() < rest.size()) {
            painter.setFont(font());
            painter.drawText(QPointF(0, line.y() + fontMetrics().ascent()),
                             fontMetrics().elidedText(rest, Qt::ElideMiddle, width()));
        } else {
            line.draw(&painter, QPointF());
        }
    }
}

} // namespace Gantry
