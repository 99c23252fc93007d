// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerlog.h"

#include <QMenu>

namespace Gantry {

/// What can be done with a whole log: read from another beginning, saved, cleared.
class LogMenu : public QMenu
{
    Q_OBJECT

public:
    /// \a tail lines are what is read at first.
    LogMenu(int tail, QWidget *parent);

    /// Whether there are lines, and whether some of them are hidden.
    void setLines(bool some, bool someHidden);
    /// What the view does.
    void setWrapped(bool wrapped) { m_wrap->setChecked(wrapped); }
    void setRaw(bool raw) { m_raw->setChecked(raw); }

Q_SIGNALS:
    void beginningChosen(const Gantry::ContainerLog::Beginning &beginning);
    void saveChosen(bool shownOnly);
    void clearChosen();
    void wrapChosen(bool wrapped);
    void rawChosen(bool raw);

private:
    void askSince();

    QAction *m_save;
    QAction *m_saveShown;
    QAction *m_clear;
    QAction *m_wrap;
    QAction *m_raw;
};

} // namespace Gantry
