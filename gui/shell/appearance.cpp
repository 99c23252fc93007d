// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/appearance.h"

#include "shell/actionregistry.h"
#include "shell/uistate.h"

#include <QActionGroup>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString ModeKey = u"appearance/colors"_s;
const QString DesktopStyleKey = u"appearance/desktopStyle"_s;

QString nameOf(Theme::Mode mode)
{
    switch (mode) {
    case Theme::Mode::Light:
        return u"light"_s;
    case Theme::Mode::Dark:
        return u"dark"_s;
    case Theme::Mode::System:
        break;
    }
    return u"system"_s;
}

Theme::Mode modeOf(const QString &name)
{
    return name == u"light" ? Theme::Mode::Light : name == u"dark" ? Theme::Mode::Dark : Theme::Mode::System;
}

} // namespace

Appearance::Appearance(Theme *theme, UiState *state, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_state(state)
{
    theme->setMode(modeOf(state->value(ModeKey).toString()));
    theme->setUsesDesktopStyle(state->value(DesktopStyleKey, false).toBool());
}

void Appearance::registerActions(ActionRegistry *actions)
{
    using Menu = ActionRegistry::Menu;
    auto *group = new QActionGroup(this);
    const auto addMode = [this, actions, group](const QString &id, const QString &text, Theme::Mode mode, bool first) {
        QAction *action = actions->add({id, Menu::View, text, {}, {}, {}, first});
        action->setCheckable(true);
        action->setChecked(m_theme->mode() == mode);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, mode] { setMode(mode); });
    };
    addMode(u"appearance.system"_s, tr("Colours of the desktop"), Theme::Mode::System, true);
    addMode(u"appearance.light"_s, tr("Light colours"), Theme::Mode::Light, false);
    addMode(u"appearance.dark"_s, tr("Dark colours"), Theme::Mode::Dark, false);
    QAction *style = actions->add({u"appearance.desktopStyle"_s,
                                   Menu::View,
                                   tr("Use the desktop's style"),
                                   tr("Turn Gantry's own drawing off and use the style of the desktop"),
                                   {},
                                   {},
                                   true});
    style->setCheckable(true);
    style->setChecked(m_theme->usesDesktopStyle());
    connect(style, &QAction::triggered, this, &Appearance::setDesktopStyle);
}

void Appearance::setMode(Theme::Mode mode)
{
    m_theme->setMode(mode);
    m_state->setValue(ModeKey, nameOf(mode));
}

void Appearance::setDesktopStyle(bool desktop)
{
    m_theme->setUsesDesktopStyle(desktop);
    m_state->setValue(DesktopStyleKey, desktop);
}

} // namespace Gantry
