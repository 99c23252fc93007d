// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

namespace Gantry {

/// Every action of the program, once, by id. Menus, tool bars, context menus, shortcuts and the command palette
/// take their actions from here, so that one place decides text, icon, shortcut and availability.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    /// Which menu an action belongs to; also the group it is shown under in the command palette. Service has no menu
    /// in the menu bar: its actions have the texts of those of Project.
    enum class Menu { File, View, Container, Project, Service, Image, Database, Tools, Help };
    Q_ENUM(Menu)

    struct Description
    {
        QString id; ///< for instance "container.start"; also the action's objectName
        Menu menu = Menu::File;
        QString text; ///< translated, the verb alone: "Start"
        QString toolTip = {}; ///< translated, one sentence; the text again where empty
        QString icon = {}; ///< name in resources/icons, without ".svg"
        QKeySequence shortcut = {};
        bool beginsGroup = false; ///< a line above it in its menu
        QString buttonText
            = {}; ///< where the place of its button says what it acts on: "Retry"; the text again if empty
        QString submenu = {}; ///< translated title of a menu within the menu, none where empty
    };

    using QObject::QObject;

    /// Creates the action; the id must be new. The registry owns it.
    QAction *add(const Description &description);
    /// The action of that id; asserts that there is one.
    QAction *action(const QString &id) const;
    bool contains(const QString &id) const { return m_entries.contains(id); }
    /// All actions of one menu in the order in which they were added.
    QList<QAction *> actions(Menu menu) const;
    /// All actions in the order in which they were added.
    QList<QAction *> actions() const { return m_order; }
    Menu menuOf(const QAction *action) const;
    /// Translated title of a menu with its mnemonic: "&File".
    static QString menuTitle(Menu menu);
    /// An action's text without the mark of its mnemonic.
    static QString plainText(const QString &text);
    bool beginsGroup(const QAction *action) const;
    /// Title of the menu within its menu; empty if it stands in the menu itself.
    QString submenuOf(const QAction *action) const;
    /// Why a disabled action cannot run now; empty for an enabled one.
    QString unavailableReason(const QAction *action) const;

    /// Another tooltip than the one it was made with; plain text.
    void setToolTip(const QString &id, const QString &toolTip);
    /// Enables the action, or disables it and says why in its tooltip (plain text).
    void setAvailable(const QString &id, bool available, const QString &reason = {});

Q_SIGNALS:
    void added(QAction *action);

private:
    struct Entry
    {
        QAction *action = nullptr;
        Menu menu = Menu::File;
        QString toolTip;
        bool beginsGroup = false;
        QString submenu;
        QString reason;
    };
    QHash<QString, Entry> m_entries;
    QList<QAction *> m_order;
};

} // namespace Gantry
