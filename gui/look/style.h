// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QProxyStyle>
#include <QStyleOption>

namespace Gantry {

class FocusRing;
class KeyboardFocus;
class MnemonicHints;
struct Tokens;

/// How the program draws its controls, over Fusion. It reads every colour from the palette of the widget it draws, so
/// a change of theme is a repaint. What a button is for is said by setButtonKind() (buttonkind.h).
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    Style();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const override;
    QPalette standardPalette() const override;
    void polish(QWidget *widget) override;
    void polish(QApplication *application) override;
    void unpolish(QApplication *application) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    /// Whether a control shows its focus ring: it has the focus, and the focus came by keyboard or in a dialog.
    static bool showsFocus(const QStyleOption *option, const QWidget *widget);

private:
    void followFocus(QWidget *widget);
    int mnemonicFlag(const QStyleOption &option, const QWidget *widget) const;

    MnemonicHints *m_mnemonics = nullptr;
    KeyboardFocus *m_keyboard = nullptr;
    QPointer<FocusRing> m_focusRing; ///< of the widget that has the keyboard

    // stylebuttons.cpp
    void drawPushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const;
    void drawToolButton(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget) const;
    void drawCheckBox(const QStyleOptionButton &option, bool radio, QPainter *painter, const QWidget *widget) const;
    void drawCheckMark(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawRadioMark(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawCheckLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const;
    QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget) const;
    QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget) const;

    // stylefields.cpp
    void drawLineEdit(const QStyleOptionFrame &option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget) const;
    void drawComboLabel(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget) const;
    void drawGroupBox(const QStyleOptionGroupBox &option, QPainter *painter, const QWidget *widget) const;
    void drawProgress(const QStyleOptionProgressBar &option, QPainter *painter, const QWidget *widget) const;
    QRect comboPart(const QStyleOptionComboBox &option, SubControl part) const;
    QRect spinPart(const QStyleOptionSpinBox &option, SubControl part) const;
    QRect groupPart(const QStyleOptionGroupBox &option, SubControl part) const;

    // styleviews.cpp
    int headerInsets(const QStyleOptionHeader &option, const QWidget *widget) const;
    void drawHeaderSection(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget) const;
    void drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget) const;
    void drawItemBackground(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget) const;
    void drawBranch(const QStyleOption &option, QPainter *painter) const;

    // styletabs.cpp
    void drawTab(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget) const;
    void drawTabLabel(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget) const;
    QSize tabSize(const QStyleOptionTab &option, const QWidget *widget) const;

    // stylescrollbars.cpp
    void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter, const QWidget *widget) const;
    QRect scrollBarPart(const QStyleOptionSlider &option, SubControl part) const;

    // stylemenus.cpp
    void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const;
    void drawMenuItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const;
    QSize menuBarItemSize(const QStyleOptionMenuItem &option, const QWidget *widget) const;
    QSize menuItemSize(const QStyleOptionMenuItem &option, const QWidget *widget) const;
};

} // namespace Gantry
