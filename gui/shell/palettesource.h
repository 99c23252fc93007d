// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <functional>

namespace Gantry {

/// Something that the command palette can find and run.
struct PaletteItem
{
    QString title; ///< what is searched and shown; untrusted plain text
    QString detail; ///< muted text after the title: the menu, the project, the path
    QString symbol; ///< name in resources/icons
    QKeySequence shortcut;
    QString reason; ///< why it cannot run now; empty if it can
    bool enabled = true;
    bool isAction = false; ///< what has a name is meant before what can be done
    std::function<void()> run;
};

/// Gives the palette things to find. Asked each time the palette opens, so answer from memory.
class PaletteSource
{
public:
    virtual ~PaletteSource() = default;
    virtual QList<PaletteItem> items() const = 0;
};

} // namespace Gantry
