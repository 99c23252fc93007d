// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "look/theme.h"
#include "shell/commandline.h"
#include "shell/modalfocus.h"
#include "shell/singleinstance.h"

#include <QCoreApplication>
#include <QObject>

#include <memory>

namespace Gantry {

class Appearance;
class DesktopNotifications;
class MainWindow;
class SampleStarter;
class UiState;
class Workbench;

/// Puts the program together inside a QApplication: translations, look, settings, workbench, window. The same for the
/// program and for the tests that drive its window.
class Application : public QObject
{
    Q_OBJECT

public:
    /// Names the program; call before QApplication is made.
    static void prepare();
    /// Installs Qt's and our own translations for the user's language on \a application.
    static void translate(QCoreApplication *application);

    /// \a stateFile is for tests; empty means the user's own settings.
    explicit Application(const QString &stateFile = {}, QObject *parent = nullptr);
    ~Application() override;

    Workbench *workbench() const { return m_workbench.get(); }
    /// None until it is shown, shortly after start().
    MainWindow *window() const { return m_window.get(); }
    Theme *theme() { return &m_theme; }

    /// Connects to the engine, shows the window while that makes its list, and opens what was asked for.
    void start(const StartRequest &request);
    /// Does for a second start what start() does for the first.
    void take(const StartRequest &request);
    /// Ends the program without a question, once what was typed is written.
    void quit();

private:
    void connectTo(const QString &host);
    void showWindow();

    Theme m_theme;
    ModalFocus m_modalFocus;
    std::unique_ptr<UiState> m_state;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<DesktopNotifications> m_notifications; ///< none without a session bus
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<SampleStarter> m_sample;
    QStringList m_pathsAtStart; ///< until there is a window
};

} // namespace Gantry
