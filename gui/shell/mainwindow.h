// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "shell/singleinstance.h"

#include <QMainWindow>
#include <QTimer>

class QHeaderView;
class QMenuBar;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace Gantry {

class Appearance;
class Banner;
class CommandPalette;
class EngineBox;
class FailureNotice;
class Navigation;
class NoEnginePage;
class Notifier;
class Operation;
class OperationModel;
class OperationsPanel;
class OperationsStrip;
class Page;
class PaletteButton;
class StatusLine;
class Surface;
class Workbench;

/// The window everything sits in: menu bar, engine box and navigation, the pages, Operations, status line.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// Neither is owned; both outlive the window.
    MainWindow(Workbench *workbench, Appearance *appearance, QWidget *parent = nullptr);
    ~MainWindow() override;

    const QList<Page *> &pages() const { return m_pages; }
    Page *currentPage() const;
    /// Shows a page; with \a focus the keyboard goes to its list. Unknown ids are ignored.
    void showPage(const QString &id, bool focus = true);
    /// Shows the window over others, with the token that the desktop gave to who asks for it.
    void bringToFront(const QByteArray &activationToken = {});
    Notifier *notifier() const { return m_notifier; }
    /// Writes what was typed and quits the program, without a question.
    void quit();

protected:
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    // mainwindowactions.cpp
    void registerFirstActions();
    void registerPageActions();
    void registerLastActions();
    void fillMenuBar();
    void chooseFolder();
    void chooseFile();
    void showSettings();
    void showHelp();
    /// The list of the current page that can be sorted; null if it has none.
    QHeaderView *sortableHeader() const;
    void showSortMenu();
    void showAbout();

    // mainwindowlayout.cpp
    void build();
    /// What the body is scrolled in where the window is too small for any page.
    QScrollArea *makeBodyArea(QWidget *parent);
    QSize roomOnScreen() const;
    void limitToScreen();
    /// What pages and Operations get at least, and where the user has not said it, at first.
    void shareHeight();
    void setCompact(bool compact);

    void turnToContainers();
    void connectWorkbench();
    /// In front of the detached window in which something was chosen that this one shows.
    void comeForward();
    void followEngine();
    /// The pages, or what there is to say without an engine.
    void showBody();
    /// Shows what is the most pressing in the window's one banner, or nothing.
    void showBanner();
    /// That the engine in use is not the named one, until it is hidden; else empty.
    QString engineNote() const;
    void setBannerActions(const QStringList &ids);
    void hideNotice();
    /// Moves the keyboard into the page's list.
    void focusPage();
    void greyPages(bool grey);
    void showOperation(Operation *operation);
    void showOperations(bool show);
    /// Lets the pages write what is only in memory, then quits or asks.
    void beginQuitting();
    void quitOrAsk();
    /// Lets the pages end what they began, then closes.
    void leave();
    void closeNow();

    Workbench *m_workbench;
    Appearance *m_appearance;
    OperationModel *m_operationModel;
    QList<Page *> m_pages;
    Navigation *m_navigation = nullptr;
    EngineBox *m_engineBox = nullptr;
    Surface *m_side = nullptr;
    Banner *m_banner = nullptr;
    QStringList m_bannerActions; ///< ids of the actions whose buttons the banner has
    QWidget *m_bannerSpace = nullptr;
    QStackedWidget *m_body = nullptr; ///< the pages, or the page without an engine
    QStackedWidget *m_stack = nullptr;
    NoEnginePage *m_noEngine = nullptr;
    QWidget *m_top = nullptr; ///< all above Operations
    QSplitter *m_split = nullptr;
    bool m_splitIsMeant = false; ///< the user moved it
    OperationsStrip *m_strip = nullptr;
    StatusLine *m_status = nullptr;
    OperationsPanel *m_operations = nullptr;
    FailureNotice *m_failures = nullptr;
    Notifier *m_notifier = nullptr;
    QMenuBar *m_menuBar = nullptr;
    PaletteButton *m_paletteButton = nullptr;
    CommandPalette *m_palette = nullptr;
    QString m_hiddenNote; ///< what the user has read and put away
    QTimer m_patience; ///< with a disk that does not answer, while pages settle
    bool m_asks = true; ///< when quitting would lose something
    QTimer m_farewell; ///< with an engine that does not answer, while pages leave
    bool m_closing = false; ///< nothing more is asked
};

} // namespace Gantry
