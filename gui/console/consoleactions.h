// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace Gantry {

class ActionRegistry;
class Console;

/// The actions of SQL consoles, once in the registry for all of them: they act on the console that is seen.
class ConsoleActions : public QObject
{
    Q_OBJECT

public:
    /// Registers the actions. \a registry outlives this.
    explicit ConsoleActions(ActionRegistry *registry, QObject *parent = nullptr);

    /// Null while no console is seen.
    void setConsole(Console *console);
    /// Brings what can be done now up to date.
    void update();

private:
    void add(const QString &id, const QString &text, const QString &toolTip, const QString &icon,
             const QKeySequence &shortcut, const std::function<void(Console *)> &act, bool beginsGroup = false);
    void registerAll();
    void updateConsole(const Console &console);

    ActionRegistry *m_registry;
    QPointer<Console> m_console;
    QStringList m_ids;
    QString m_submenu; ///< of what is added
};

} // namespace Gantry
