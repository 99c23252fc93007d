// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/theme.h"

#include "look/fonts.h"
#include "look/style.h"
#include "look/tokens.h"

#include <QApplication>
#include <QEvent>
#include <QStyle>
#include <QStyleHints>

namespace Gantry {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_paletteIsDark(Tokens::of(QApplication::palette()).isDark)
    , m_desktopStyleName(QApplication::style()->name())
{
}

void Theme::apply()
{
    if (m_applied)
        return;
    m_applied = true;
    QApplication::setFont(Fonts::applicationFont());
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::update);
#endif
    qApp->installEventFilter(this);
    update();
}

void Theme::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    update();
}

void Theme::setUsesDesktopStyle(bool uses)
{
    if (m_desktopStyle == uses)
        return;
    m_desktopStyle = uses;
    update();
}

bool Theme::isDark() const
{
    switch (m_mode) {
    case Mode::Light:
        return false;
    case Mode::Dark:
        return true;
    case Mode::System:
        break;
    }
    return desktopIsDark();
}

bool Theme::desktopIsDark() const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_paletteIsDark;
}

void Theme::setDesktopDark(bool dark)
{
    if (m_paletteIsDark == dark)
        return;
    m_paletteIsDark = dark;
    update();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // Before Qt 6.5 a change of the desktop's theme shows only as a palette that somebody else has set.
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && !m_updating)
        setDesktopDark(Tokens::of(QGuiApplication::palette()).isDark);
    return QObject::eventFilter(watched, event);
}

void Theme::update()
{
    if (!m_applied)
        return;
    m_updating = true;
    if (m_wearsOwnStyle == m_desktopStyle) {
        m_wearsOwnStyle = !m_desktopStyle;
        if (m_desktopStyle)
            QApplication::setStyle(m_desktopStyleName);
        else
            QApplication::setStyle(new Style);
    }
    if (m_desktopStyle && m_mode == Mode::System)
        QApplication::setPalette(QPalette());
    else
        QApplication::setPalette((isDark() ? Tokens::darkTheme() : Tokens::lightTheme()).palette());
    m_updating = false;
    Q_EMIT changed();
}

} // namespace Gantry
