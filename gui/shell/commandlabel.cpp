// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/commandlabel.h"

namespace Gantry {

namespace {

constexpr int LeastWidth = 120;

} // namespace

CommandLabel::CommandLabel(QWidget *parent)
    : Label(parent)
{
    setLook(12, QFont::Normal, Face::Mono);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setMostLines(MostLines);
    setAlignment(Qt::AlignLeading | Qt::AlignTop);
    setWordWrap(true); // else QLabel takes its height for independent of the width
}

QSize CommandLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().lineSpacing()};
}

QSize CommandLabel::minimumSizeHint() const
{
    return {LeastWidth, fontMetrics().lineSpacing()};
}

} // namespace Gantry
