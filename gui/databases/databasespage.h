// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/consolecontext.h"
#include "postgres/consolestore.h"
#include "postgres/databaseroute.h"
#include "shell/page.h"

#include <QPointer>

#include <optional>

class QStackedWidget;

namespace Gantry {

class Console;
class ConsoleActions;
class DatabaseList;
class DetachedWindow;
class TabBar;
class Workbench;

/// The page "Databases": the list of PostgreSQL containers, and the open consoles as tabs beside it.
class DatabasesPage : public Page
{
    Q_OBJECT

public:
    /// \a workbench outlives the page.
    explicit DatabasesPage(Workbench *workbench, QWidget *parent = nullptr);
    ~DatabasesPage() override;

    QString title() const override;
    QString icon() const override;
    int count() const override;
    QWidget *focusTarget() override;
    void updateActions() override;
    /// What was typed is there without an engine, too.
    bool needsEngine() const override { return tabbedConsoles().isEmpty(); }
    /// Consoles live on when the engine does not answer.
    bool showsEngine() const override { return false; }
    QFuture<void> settle() override;
    QStringList quittingLoses() const override;
    bool startFiltering() override;
    void detach() override;

    /// Opens the console of a container, or shows the one that is open, and connects it.
    Console *openConsole(const QString &containerId);
    /// Also those in windows of their own.
    QList<Console *> consoles() const;
    /// The console that is seen; null while the list is.
    Console *currentConsole() const;
    DatabaseList *list() const { return m_list; }
    void showList();
    /// Restricts how consoles that are opened from now on reach their servers, for tests.
    void setAllowedRoutes(DatabaseRoute::Kinds kinds) { m_allowedRoutes = kinds; }

Q_SIGNALS:
    /// The consoles of the last run are there again.
    void restored();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void registerActions();
    void build();
    void restore();
    void restoreNext();
    /// What was kept of that place and is not open again yet, or nothing but the place.
    StoredConsole storedFor(const ConsolePlace &place);
    Console *addConsole(const StoredConsole &stored);
    void addTab(Console *console);
    void removeTab(Console *console);
    QList<Console *> tabbedConsoles() const;
    /// Shows the console, wherever it is.
    void showConsole(Console *console);
    /// A console of the last run connects when it is seen for the first time.
    void connectWhenSeen(Console *console);

    // databasespagewindows.cpp
    void offerDetaching();
    void detachConsole(Console *console, const std::optional<QPoint> &position = {});
    /// Null where it is a tab of the page.
    DetachedWindow *windowOf(const Console *console) const;
    void showTabMenu(const QPoint &position);

    void closeConsole(Console *console);
    void discard(Console *console);
    void openChosen();
    void openSqlFile(const QString &path);
    void openWaitingFiles();
    void becomeCurrent();
    void updateTitles();
    void tellProblem(const QString &sentence);

    Workbench *m_workbench;
    ConsoleContext m_context;
    ConsoleActions *m_consoleActions = nullptr;
    TabBar *m_bar = nullptr;
    QWidget *m_barArea = nullptr;
    QStackedWidget *m_stack = nullptr;
    DatabaseList *m_list = nullptr;
    QPointer<Console> m_lastConsole; // that was shown
    QStringList m_waitingFiles; // for a console
    QList<StoredConsole> m_toRestore;
    bool m_restored = false; // what was open in the last run is open again
    DatabaseRoute::Kinds m_allowedRoutes{DatabaseRoute::allKinds};
};

} // namespace Gantry
