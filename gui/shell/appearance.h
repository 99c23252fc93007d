// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/theme.h"

#include <QObject>

namespace Gantry {

class ActionRegistry;
class UiState;

/// The user's choice of colours and style: remembers it, applies it to the theme, offers it as actions under View.
class Appearance : public QObject
{
    Q_OBJECT

public:
    /// Neither is owned; both outlive this.
    Appearance(Theme *theme, UiState *state, QObject *parent = nullptr);

    /// Registers "appearance.system", ".light", ".dark" and ".desktopStyle".
    void registerActions(ActionRegistry *actions);

    void setMode(Theme::Mode mode);
    void setDesktopStyle(bool desktop);
    Theme *theme() const { return m_theme; }

private:
    Theme *m_theme;
    UiState *m_state;
};

} // namespace Gantry
