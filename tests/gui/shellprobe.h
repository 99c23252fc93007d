// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakeengine.h"
#include "shell/appearance.h"
#include "shell/mainwindow.h"
#include "shell/uistate.h"
#include "shell/workbench.h"

#include <QAction>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace Gantry {

/// The whole window over an engine of the test's own.
struct Shell
{
    explicit Shell(const QString &stateFile)
        : state(stateFile)
        , workbench(&state)
        , appearance(&theme, &state)
        , window(&workbench, &appearance)
    {
        window.show();
        window.activateWindow();
        [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&window);
    }

    template <typename T> T *find(const QString &name) const { return window.findChild<T *>(name); }
    void connectTo(const FakeEngine &engine) { workbench.engine()->start({{engine.endpoint()}, true, {}}); }
    bool isConnected() const { return workbench.engine()->state() == Engine::State::Connected; }
    QAction *action(const QString &id) const { return workbench.actions()->action(id); }

    Theme theme;
    UiState state;
    Workbench workbench;
    Appearance appearance;
    MainWindow window;
};

/// For a test of windows: where they keep their state, each in a file of its own that goes with the test.
class ShellFiles
{
protected:
    static void beginShells()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("gantry"));
    }
    QString stateFile() { return m_folder.filePath(QStringLiteral("state%1.conf").arg(++m_number)); }

    /// Where the window's consoles keep their texts.
    static QString consolesFolder()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/consoles");
    }

    QTemporaryDir m_folder;

private:
    int m_number = 0;
};

inline QPushButton *buttonNamed(const QWidget *parent, const QString &accessibleName)
{
    const QList<QPushButton *> buttons = parent->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->accessibleName() == accessibleName)
            return button;
    }
    return nullptr;
}

} // namespace Gantry
