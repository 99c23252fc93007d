// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QStringList>
#include <QWidget>

class QStackedWidget;

namespace Gantry {

/// One page of the main window: what stands right of the navigation. The file list of gui/ is the map of the pages.
class Page : public QWidget
{
    Q_OBJECT

public:
    /// \a id is untranslated: "containers", "projects"… It names settings and is the objectName.
    explicit Page(const QString &id, QWidget *parent = nullptr);

    QString id() const { return objectName(); }
    /// Translated name in the navigation and the window's title.
    virtual QString title() const = 0;
    /// Name in resources/icons.
    virtual QString icon() const = 0;
    /// Number shown in the navigation; -1 for none. Emit countChanged() when it changes.
    virtual int count() const { return -1; }
    /// Where the keyboard goes when the page is shown: the list.
    virtual QWidget *focusTarget() = 0;
    /// Brings the actions of the registry that depend on this page's selection up to date; called when the page is
    /// shown, and by the page itself whenever its selection or the state of what is selected changes while it is shown.
    virtual void updateActions() { }
    /// Whether there is nothing to show and nothing to count as long as no engine has answered. Emit countChanged()
    /// when it changes.
    virtual bool needsEngine() const { return true; }
    /// Whether the page shows nothing but what the engine says: it is greyed while the connection is lost.
    virtual bool showsEngine() const { return true; }
    /// Begins to write what is only in memory; when it ends, quittingLoses() is true.
    virtual QFuture<void> settle() { return {}; }
    /// What quitting would lose, a sentence each; the user is asked first.
    virtual QStringList quittingLoses() const { return {}; }
    /// Ends what must not go on without the window, when it is certain that it closes: it waits for that, for a moment.
    virtual QFuture<void> leave() { return {}; }
    /// Gives what is looked at a window of its own; shell.detach tells whether that can be done.
    virtual void detach() { }
    /// Puts the cursor into the page's filter or search field; false if there is none.
    virtual bool startFiltering() { return false; }

Q_SIGNALS:
    void countChanged();

protected:
    /// Shows \a part of the page in its stack. Where what it replaces had the keyboard, focusTarget() gets it.
    void turnTo(QStackedWidget *stack, QWidget *part);
};

} // namespace Gantry
