// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/theme.h"

#include "look/desktopscheme.h"
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
    , m_paletteIsDark(Tokens::of(QGuiApplication::palette()).isDark)
    , m_desktopStyleName(QApplication::style()->name())
{
}

void Theme::apply()
{
    if (m_applied)
        return;
    m_applied = true;
    QApplication::setFont(Fonts::applicationFont());
    // Without a session bus, libdbus would start one, and wait for it.
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS")) {
        m_scheme = new DesktopScheme(QDBusConnection::sessionBus(), this);
        connect(m_scheme, &DesktopScheme::changed, this, &Theme::update);
    }
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
    if (m_scheme && m_scheme->scheme() != DesktopScheme::Scheme::Unknown)
        return m_scheme->scheme() == DesktopScheme::Scheme::Dark;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
    return m_paletteIsDark;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ThemeChange)
        readDesktopPalette();
    return QObject::eventFilter(watched, event);
}

void Theme::readDesktopPalette()
{
    // Our own palette hides the platform theme's: without it for a moment, Qt answers with the desktop's.
    QApplication::setPalette(QPalette());
    m_paletteIsDark = Tokens::of(QGuiApplication::palette()).isDark;
    update();
}

void Theme::update()
{
    if (!m_applied)
        return;
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
    Q_EMIT changed();
}

} // namespace Gantry
