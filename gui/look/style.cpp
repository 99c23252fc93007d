// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/style.h"

#include "look/focusring.h"
#include "look/fonts.h"
#include "look/icons.h"
#include "look/keyboardfocus.h"
#include "look/mnemonichints.h"
#include "look/paint.h"
#include "look/surface.h"
#include "look/tokens.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QDialog>
#include <QFrame>
#include <QPainter>
#include <QProgressBar>

using namespace Qt::StringLiterals;

namespace Gantry {

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
    setObjectName(u"gantry"_s);
    m_mnemonics = new MnemonicHints(this);
    m_keyboard = new KeyboardFocus(this);
}

bool Style::showsFocus(const QStyleOption *option, const QWidget *widget)
{
    if (!option->state.testFlag(State_HasFocus) || !option->state.testFlag(State_Enabled))
        return false;
    return option->state.testFlag(State_KeyboardFocusChange)
        || (widget && qobject_cast<const QDialog *>(widget->window()));
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SplitterWidth:
    case PM_MenuPanelWidth:
    case PM_DefaultFrameWidth:
        return 1;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ScrollView_ScrollBarOverlap:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
    case PM_TabBarBaseOverlap:
    case PM_TabBarBaseHeight:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ButtonDefaultIndicator:
    case PM_ToolBarFrameWidth:
    case PM_ToolTipLabelFrameWidth:
        return metric == PM_ToolTipLabelFrameWidth ? 6 : 0;
    case PM_MenuBarHMargin:
        return 8;
    case PM_FocusFrameHMargin:
        return 6;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 16;
    case PM_TreeViewIndentation:
        return 20;
    case PM_HeaderMargin:
        return 8;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_MenuButtonIndicator:
        return Fonts::scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_MessageBoxIconSize:
        return Fonts::scaled(24);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return widget && widget->isWindow() ? 20 : 0;
    case PM_LayoutHorizontalSpacing:
        return 8;
    case PM_LayoutVerticalSpacing:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ScrollView_FrameOnlyAroundContents:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ComboBox_Popup:
    case SH_MessageBox_CenterButtons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_UnderlineShortcut:
        return m_mnemonics->shown();
    case SH_ToolTipLabel_Opacity:
        return 255;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option->palette);
    switch (element) {
    case PE_Frame:
        // Popups (of combo boxes and completers) are framed, areas inside a window never are.
        if (widget && widget->isWindow())
            drawRounded(painter, option->rect, 0, {}, tokens.lineStrong);
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case PE_FrameFocusRect:
    case PE_FrameGroupBox:
    case PE_FrameMenu:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameTabWidget:
    case PE_FrameButtonTool:
    case PE_IndicatorHeaderArrow:
    case PE_PanelItemViewRow:
    case PE_PanelToolBar:
    case PE_IndicatorToolBarSeparator:
    case PE_FrameDefaultButton:
        return;
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
        painter->fillRect(option->rect, tokens.chrome);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            drawItemBackground(*item, painter, widget);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, tokens.base);
        drawRounded(painter, option->rect, 0, {}, tokens.lineStrong);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, tokens.toolTipBase);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option))
            drawLineEdit(*frame, painter, widget);
        return;
    case PE_IndicatorBranch:
        drawBranch(*option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckMark(*option, painter, widget);
        return;
    case PE_IndicatorRadioButton:
        drawRadioMark(*option, painter, widget);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowRight:
    case PE_IndicatorArrowLeft: {
        const QString name = element == PE_IndicatorArrowDown ? u"chevron-down"_s
            : element == PE_IndicatorArrowUp                  ? u"chevron-up"_s
            : element == PE_IndicatorArrowRight               ? u"chevron-right"_s
                                                              : u"chevron-left"_s;
        const int side = Fonts::scaled(16);
        QRect square(0, 0, side, side);
        square.moveCenter(option->rect.center());
        drawSymbol(painter, square, name, option->state.testFlag(State_Enabled) ? tokens.text2 : tokens.disabled);
        return;
    }
    case PE_IndicatorTabClose: {
        if (option->state.testFlag(State_MouseOver))
            fillRounded(painter, option->rect, 4, tokens.hover);
        drawSymbol(painter, QRectF(option->rect).adjusted(1, 1, -1, -1), u"close"_s, tokens.text3);
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const Tokens &tokens = Tokens::of(option->palette);
    switch (element) {
    case CE_Splitter:
        painter->fillRect(option->rect, tokens.line);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, tokens.chrome);
        return;
    case CE_ToolBar:
        return;
    case CE_MenuBarItem:
        drawMenuBarItem(*qstyleoption_cast<const QStyleOptionMenuItem *>(option), painter, widget);
        return;
    case CE_MenuItem:
        drawMenuItem(*qstyleoption_cast<const QStyleOptionMenuItem *>(option), painter, widget);
        return;
    case CE_PushButton:
        drawPushButton(*qstyleoption_cast<const QStyleOptionButton *>(option), painter, widget);
        return;
    case CE_CheckBox:
    case CE_RadioButton:
        drawCheckBox(*qstyleoption_cast<const QStyleOptionButton *>(option), element == CE_RadioButton, painter,
                     widget);
        return;
    case CE_CheckBoxLabel:
    case CE_RadioButtonLabel:
        drawCheckLabel(*qstyleoption_cast<const QStyleOptionButton *>(option), painter, widget);
        return;
    case CE_ComboBoxLabel:
        drawComboLabel(*qstyleoption_cast<const QStyleOptionComboBox *>(option), painter, widget);
        return;
    case CE_HeaderSection:
        drawHeaderSection(*qstyleoption_cast<const QStyleOptionHeader *>(option), painter, widget);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, tokens.base);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), tokens.line);
        return;
    case CE_HeaderLabel:
        drawHeaderLabel(*qstyleoption_cast<const QStyleOptionHeader *>(option), painter, widget);
        return;
    case CE_TabBarTabShape:
        drawTab(*qstyleoption_cast<const QStyleOptionTab *>(option), painter, widget);
        return;
    case CE_TabBarTabLabel:
        drawTabLabel(*qstyleoption_cast<const QStyleOptionTab *>(option), painter, widget);
        return;
    case CE_ProgressBar:
        drawProgress(*qstyleoption_cast<const QStyleOptionProgressBar *>(option), painter, widget);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        drawScrollBar(*qstyleoption_cast<const QStyleOptionSlider *>(option), painter, widget);
        return;
    case CC_ToolButton:
        drawToolButton(*qstyleoption_cast<const QStyleOptionToolButton *>(option), painter, widget);
        return;
    case CC_ComboBox:
        drawComboBox(*qstyleoption_cast<const QStyleOptionComboBox *>(option), painter, widget);
        return;
    case CC_SpinBox:
        drawSpinBox(*qstyleoption_cast<const QStyleOptionSpinBox *>(option), painter, widget);
        return;
    case CC_GroupBox:
        drawGroupBox(*qstyleoption_cast<const QStyleOptionGroupBox *>(option), painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        return scrollBarPart(*qstyleoption_cast<const QStyleOptionSlider *>(option), part);
    case CC_ComboBox:
        return comboPart(*qstyleoption_cast<const QStyleOptionComboBox *>(option), part);
    case CC_SpinBox:
        return spinPart(*qstyleoption_cast<const QStyleOptionSpinBox *>(option), part);
    case CC_GroupBox:
        return groupPart(*qstyleoption_cast<const QStyleOptionGroupBox *>(option), part);
    default:
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_HeaderLabel:
        return option->rect.adjusted(8, 0, -8, -1);
    case SE_TabBarTabRightButton: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        const QSize size = tab->rightButtonSize;
        const QRect place(tab->rect.right() - 11 - size.width(), tab->rect.center().y() - size.height() / 2 + 1,
                          size.width(), size.height());
        return visualRect(tab->direction, tab->rect, place);
    }
    case SE_CheckBoxIndicator:
    case SE_RadioButtonIndicator:
    case SE_CheckBoxContents:
    case SE_RadioButtonContents: {
        // Room for the focus ring around the mark.
        const QRect rect = QProxyStyle::subElementRect(element, option, widget);
        return rect.translated(option->direction == Qt::RightToLeft ? -2 : 2, 0);
    }
    case SE_LineEditContents: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(8, 0, -8, 0) : option->rect;
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        return pushButtonSize(*qstyleoption_cast<const QStyleOptionButton *>(option), widget);
    case CT_ToolButton:
        return toolButtonSize(*qstyleoption_cast<const QStyleOptionToolButton *>(option), widget);
    case CT_LineEdit:
        return QSize(size.width() + 16, Fonts::scaled(30));
    case CT_ComboBox:
    case CT_SpinBox:
        return QSize(size.width() + 44, Fonts::scaled(30));
    case CT_MenuBarItem:
        return menuBarItemSize(*qstyleoption_cast<const QStyleOptionMenuItem *>(option), widget);
    case CT_MenuItem:
        return menuItemSize(*qstyleoption_cast<const QStyleOptionMenuItem *>(option), widget);
    case CT_TabBarTab:
        return tabSize(*qstyleoption_cast<const QStyleOptionTab *>(option), widget);
    case CT_HeaderSection:
        return QSize(QProxyStyle::sizeFromContents(type, option, size, widget).width()
                         + headerInsets(*qstyleoption_cast<const QStyleOptionHeader *>(option), widget),
                     Fonts::scaled(30));
    case CT_ItemViewItem:
        return QProxyStyle::sizeFromContents(type, option, size, widget).expandedTo(QSize(0, Fonts::scaled(28)));
    case CT_CheckBox:
    case CT_RadioButton:
        return (QProxyStyle::sizeFromContents(type, option, size, widget) + QSize(2, 0))
            .expandedTo(QSize(0, Fonts::scaled(24)));
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_MessageBoxInformation:
        return symbolIcon(u"info"_s, Tone::Accent);
    case SP_MessageBoxQuestion:
        return symbolIcon(u"help"_s, Tone::Accent);
    case SP_MessageBoxWarning:
        return symbolIcon(u"warning"_s, Tone::Warning);
    case SP_MessageBoxCritical:
        return symbolIcon(u"error"_s, Tone::Error);
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
    case SP_TitleBarCloseButton:
        return symbolIcon(u"close"_s);
    case SP_ToolBarHorizontalExtensionButton:
        return symbolIcon(u"more"_s);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

QPalette Style::standardPalette() const
{
    return Tokens::of(QApplication::palette()).palette();
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QTipLabel"))
        widget->setFont(Fonts::ui(12));
    else if (widget->objectName() == "qt_msgbox_label"_L1)
        widget->setFont(Fonts::ui(15, QFont::DemiBold)); // the question; its consequence stands below
}

void Style::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    application->installEventFilter(m_mnemonics);
    application->installEventFilter(m_keyboard);
    connect(application, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { followFocus(now); });
    followFocus(QApplication::focusWidget());
}

void Style::unpolish(QApplication *application)
{
    application->removeEventFilter(m_mnemonics);
    application->removeEventFilter(m_keyboard);
    application->disconnect(this);
    delete m_focusRing;
    QProxyStyle::unpolish(application);
}

void Style::followFocus(QWidget *widget)
{
    if (widget && KeyboardFocus::leads())
        widget->window()->setAttribute(Qt::WA_KeyboardFocusChange);
    if (m_focusRing && m_focusRing->parentWidget() == widget)
        return;
    delete m_focusRing;
    if (FocusRing::suits(widget))
        m_focusRing = new FocusRing(static_cast<QAbstractScrollArea *>(widget));
}

int Style::mnemonicFlag(const QStyleOption &option, const QWidget *widget) const
{
    return styleHint(SH_UnderlineShortcut, &option, widget, nullptr) ? Qt::TextShowMnemonic : Qt::TextHideMnemonic;
}

} // namespace Gantry
