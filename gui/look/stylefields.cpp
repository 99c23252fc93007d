// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/fonts.h"
#include "look/icons.h"
#include "look/paint.h"
#include "look/style.h"
#include "look/tokens.h"

#include <QDateTime>
#include <QPainter>
#include <QProgressBar>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Gantry {

namespace {

constexpr qreal radius = 6;
constexpr int arrowSpace = 28;

/// The box of line edits, combo boxes and spin boxes.
void drawField(QPainter *painter, const QStyleOption &option, bool focused)
{
    const Tokens &tokens = Tokens::of(option.palette);
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    drawRounded(painter, option.rect, radius, enabled ? tokens.base : tokens.sunken,
                enabled ? tokens.lineStrong : tokens.line);
    if (focused)
        drawFocusRing(painter, option.rect, radius, tokens);
}

QColor symbolColor(const QStyleOption &option, bool enabled)
{
    const Tokens &tokens = Tokens::of(option.palette);
    return enabled ? tokens.text2 : tokens.disabled;
}

QRectF centred(const QRect &rect, int side)
{
    return QRectF(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side, side);
}

} // namespace

void Style::drawLineEdit(const QStyleOptionFrame &option, QPainter *painter, const QWidget *) const
{
    // Without a frame the edit is part of a spin box, a combo box or a cell, which has drawn the field already.
    if (option.lineWidth > 0)
        drawField(painter, option, option.state.testFlag(State_HasFocus) && option.state.testFlag(State_Enabled));
}

void Style::drawComboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool focused = option.editable ? option.state.testFlag(State_HasFocus) : showsFocus(&option, widget);
    if (option.frame) {
        drawField(painter, option, focused);
        if (!option.editable && enabled && option.state.testFlag(State_MouseOver) && !focused)
            drawRounded(painter, option.rect, radius, tokens.hover, tokens.lineStrong);
    } else if (enabled && option.state.testFlag(State_MouseOver)) {
        fillRounded(painter, option.rect, radius, tokens.hover);
    }
    drawSymbol(painter, centred(comboPart(option, SC_ComboBoxArrow), Fonts::scaled(14)), u"chevron-down"_s,
               symbolColor(option, enabled));
}

void Style::drawComboLabel(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *) const
{
    if (option.editable)
        return;
    const Tokens &tokens = Tokens::of(option.palette);
    const PainterScope scope(painter);
    QRect rect = comboPart(option, SC_ComboBoxEditField);
    const bool enabled = option.state.testFlag(State_Enabled);
    if (!option.currentIcon.isNull()) {
        const int side = Fonts::scaled(16);
        const QRect place(rect.x(), rect.y() + (rect.height() - side) / 2, side, side);
        option.currentIcon.paint(painter, visualRect(option.direction, rect, place), Qt::AlignCenter,
                                 enabled ? QIcon::Normal : QIcon::Disabled);
        rect = visualRect(option.direction, rect, rect.adjusted(side + 6, 0, 0, 0));
    }
    painter->setPen(enabled ? tokens.text : tokens.disabled);
    const QString text = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, rect.width());
    painter->drawText(rect, int(visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), text);
}

QRect Style::comboPart(const QStyleOptionComboBox &option, SubControl part) const
{
    const QRect &rect = option.rect;
    switch (part) {
    case SC_ComboBoxArrow:
        return visualRect(option.direction, rect,
                          QRect(rect.right() - arrowSpace + 1, rect.y(), arrowSpace, rect.height()));
    case SC_ComboBoxEditField:
        return visualRect(option.direction, rect, rect.adjusted(10, 1, -arrowSpace, -1));
    case SC_ComboBoxFrame:
    case SC_ComboBoxListBoxPopup:
        return rect;
    default:
        return {};
    }
}

void Style::drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *) const
{
    const bool enabled = option.state.testFlag(State_Enabled);
    if (option.frame)
        drawField(painter, option, enabled && option.state.testFlag(State_HasFocus));
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const int side = Fonts::scaled(12);
    drawSymbol(painter, centred(spinPart(option, SC_SpinBoxUp), side), u"chevron-up"_s,
               symbolColor(option, enabled && option.stepEnabled.testFlag(QAbstractSpinBox::StepUpEnabled)));
    drawSymbol(painter, centred(spinPart(option, SC_SpinBoxDown), side), u"chevron-down"_s,
               symbolColor(option, enabled && option.stepEnabled.testFlag(QAbstractSpinBox::StepDownEnabled)));
}

QRect Style::spinPart(const QStyleOptionSpinBox &option, SubControl part) const
{
    const QRect &rect = option.rect;
    const bool buttons = option.buttonSymbols != QAbstractSpinBox::NoButtons;
    const int space = buttons ? 24 : 0;
    const QRect column(rect.right() - space, rect.y() + 3, space, rect.height() - 6);
    switch (part) {
    case SC_SpinBoxUp:
        return visualRect(option.direction, rect, column.adjusted(0, 0, 0, -column.height() / 2));
    case SC_SpinBoxDown:
        return visualRect(option.direction, rect, column.adjusted(0, column.height() / 2, 0, 0));
    case SC_SpinBoxEditField:
        return visualRect(option.direction, rect, rect.adjusted(8, 1, -space - 1, -1));
    case SC_SpinBoxFrame:
        return rect;
    default:
        return {};
    }
}

void Style::drawGroupBox(const QStyleOptionGroupBox &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    const bool enabled = option.state.testFlag(State_Enabled);
    if (option.subControls.testFlag(SC_GroupBoxLabel) && !option.text.isEmpty()) {
        const PainterScope scope(painter);
        painter->setFont(Fonts::ui(13, QFont::DemiBold));
        painter->setPen(enabled ? tokens.text : tokens.disabled);
        painter->drawText(groupPart(option, SC_GroupBoxLabel),
                          int(visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter))
                              | Qt::TextShowMnemonic,
                          option.text);
    }
    if (option.subControls.testFlag(SC_GroupBoxCheckBox)) {
        QStyleOptionButton box;
        box.QStyleOption::operator=(option);
        box.rect = groupPart(option, SC_GroupBoxCheckBox);
        drawCheckMark(box, painter, widget);
    }
}

QRect Style::groupPart(const QStyleOptionGroupBox &option, SubControl part) const
{
    const QRect &rect = option.rect;
    const int titleHeight = option.text.isEmpty() ? 0 : Fonts::scaled(24);
    const int box = option.subControls.testFlag(SC_GroupBoxCheckBox) ? Fonts::scaled(16) : 0;
    switch (part) {
    case SC_GroupBoxCheckBox:
        return visualRect(option.direction, rect, QRect(rect.x() + 2, rect.y() + (titleHeight - box) / 2, box, box));
    case SC_GroupBoxLabel:
        return visualRect(option.direction, rect,
                          QRect(rect.x() + (box > 0 ? box + 10 : 0), rect.y(), rect.width(), titleHeight));
    case SC_GroupBoxContents:
        return rect.adjusted(0, titleHeight, 0, 0);
    case SC_GroupBoxFrame:
        return rect;
    default:
        return {};
    }
}

void Style::drawProgress(const QStyleOptionProgressBar &option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option.palette);
    constexpr qreal thickness = 4;
    const bool upright = !option.state.testFlag(State_Horizontal);
    const QRectF rect(option.rect);
    const QRectF groove = upright
        ? QRectF(rect.center().x() - thickness / 2, rect.y(), thickness, rect.height())
        : QRectF(rect.x(), rect.y() + (rect.height() - thickness) / 2, rect.width(), thickness);
    fillRounded(painter, groove, thickness / 2, tokens.lineStrong);

    const qint64 range = qint64(option.maximum) - option.minimum;
    const qreal length = upright ? groove.height() : groove.width();
    qreal from = 0;
    qreal to = 0;
    if (range > 0) {
        to = length * qreal(option.progress - option.minimum) / qreal(range);
    } else {
        // Busy: a piece that travels, moved by the bar's own repaints while it can be seen.
        constexpr int period = 1400;
        const qreal phase = qreal(QDateTime::currentMSecsSinceEpoch() % period) / period;
        from = length * (phase * 1.3 - 0.3);
        to = from + length * 0.3;
        if (auto *bar = const_cast<QProgressBar *>(qobject_cast<const QProgressBar *>(widget)))
            QTimer::singleShot(40, bar, qOverload<>(&QWidget::update));
    }
    from = std::clamp<qreal>(from, 0, length);
    to = std::clamp<qreal>(to, 0, length);
    if (to - from < 1)
        return;
    const bool mirrored = (option.direction == Qt::RightToLeft) != option.invertedAppearance;
    const QRectF piece = upright ? QRectF(groove.x(), groove.bottom() - to, thickness, to - from)
        : mirrored               ? QRectF(groove.right() - to, groove.y(), to - from, thickness)
                                 : QRectF(groove.x() + from, groove.y(), to - from, thickness);
    fillRounded(painter, piece, thickness / 2, option.state.testFlag(State_Enabled) ? tokens.accent : tokens.disabled);
}

} // namespace Gantry
