// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "look/emptystate.h"

namespace Gantry {

/// What the window shows while no engine was ever reached: why, in the system's words, what to do, and one button.
class NoEnginePage : public EmptyState
{
    Q_OBJECT

public:
    NoEnginePage(Engine *engine, QAction *retry, QWidget *parent = nullptr);

private:
    void refresh();
    void addRemedies();

    Engine *m_engine;
    QAction *m_retry;
    QString m_shown; ///< what the present contents were made from: rebuilding them would lose the keyboard's place
};

} // namespace Gantry
