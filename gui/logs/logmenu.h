// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/containerlog.h"

#include <QList>
#include <QMenu>
#include <QPair>

class QActionGroup;

namespace Gantry {

/// What can be done with a whole log: read from another beginning, saved, cleared.
class LogMenu : public QMenu
{
    Q_OBJECT

public:
    explicit LogMenu(QWidget *parent);

    /// Marks where the log is read from.
    void setBeginning(const ReadLog::Beginning &beginning);
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
    void fillBeginnings();
    /// An entry for a beginning; of all of them one is marked.
    QAction *addBeginning(const QString &text);
    void choose(QAction *action, const ReadLog::Beginning &beginning);
    void askTail();
    void askSince();

    QActionGroup *m_beginnings;
    QList<QPair<QAction *, int>> m_tails;
    ReadLog::Beginning m_beginning; ///< as it was chosen here last
    QAction *m_chosen = nullptr; ///< by which entry
    QAction *m_all = nullptr;
    QAction *m_otherTail = nullptr;
    QAction *m_otherSince = nullptr;
    QAction *m_save;
    QAction *m_saveShown;
    QAction *m_clear;
    QAction *m_wrap;
    QAction *m_raw;
};

} // namespace Gantry
