// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job from end to end, by mouse and keyboard on the real window, each step checked against the engine and
// photographed in light and dark. It is both the tour that a person watches (packaging/run --tour) and the end-to-end
// test. The engine is the one that DOCKER_HOST names.
//
// GANTRY_TOUR_PROJECT  folder with a copy of the sample project; the folder's name is the project's
// GANTRY_TOUR_OUT      folder for the pictures, made if it is missing
#include "gui/driver.h"
#include "look/theme.h"
#include "shell/application.h"
#include "shell/mainwindow.h"
#include "shell/workbench.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>

#include <cstdio>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// Thrown by a step that failed, with what was expected.
struct Failure
{
    QString reason;
};

void require(bool condition, const QString &expected)
{
    if (!condition)
        throw Failure{expected};
}

/// What the docker client prints; the tour's own eyes on the engine, independent of Gantry.
QString docker(const QStringList &arguments)
{
    QProcess process;
    process.start(u"docker"_s, arguments);
    require(process.waitForFinished(Driver::Patience) && process.exitCode() == 0,
            u"docker %1: %2"_s.arg(arguments.join(u' '), QString::fromUtf8(process.readAllStandardError())));
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

class Tour
{
public:
    Tour(Application *application, QString project, const QString &out)
        : m_application(application)
        , m_folder(std::move(project))
        , m_project(QDir(m_folder).dirName())
        , m_out(out)
    {
        m_out.mkpath(u"."_s);
    }

    /// Runs every step; answers whether all succeeded.
    bool run()
    {
        return step("list the containers", [this] { listContainers(); })
            && step("open the project", [this] { openProject(); })
            && step("start the project", [this] { startProject(); })
            && step("see its containers run", [this] { seeContainers(); })
            && step("open the SQL console on db", [this] { openConsole(); })
            && step("ask the database two questions", [this] { ask(); })
            && step("stop the project", [this] { stopProject(); })
            && step("look at what was done", [this] { seeOperations(); });
    }

private:
    template <class Action> bool step(const char *title, Action action)
    {
        ++m_number;
        QElapsedTimer timer;
        timer.start();
        try {
            action();
            std::printf("ok   %02d %s (%.1f s)\n", m_number, title, double(timer.elapsed()) / 1000);
            std::fflush(stdout);
            return true;
        } catch (const Failure &failure) {
            std::printf("FAIL %02d %s: expected %s\n", m_number, title, qPrintable(failure.reason));
            std::fflush(stdout);
            grab(u"failed"_s);
            return false;
        }
    }

    QWidget *window() const { return m_application->window(); }

    void grab(const QString &name)
    {
        const QString file = m_out.filePath(u"%1-%2.png"_s.arg(m_number, 2, 10, QLatin1Char('0')).arg(name));
        require(window()->grab().save(file), u"to write "_s + file);
    }

    /// Light and dark, switched while the program runs, as a user would.
    void photograph(const QString &name)
    {
        for (const auto &[mode, suffix] : {std::pair(Theme::Mode::Light, u"light"_s), {Theme::Mode::Dark, u"dark"_s}}) {
            m_application->theme()->setMode(mode);
            require(Driver::waitFor([this, dark = mode == Theme::Mode::Dark] {
                        return (window()->palette().color(QPalette::Base).lightness() < 128) == dark;
                    }),
                    u"the window in the "_s + suffix + u" colours"_s);
            grab(name + u'-' + suffix);
        }
        m_application->theme()->setMode(Theme::Mode::Light);
    }

    template <class View> View *view(const QString &name)
    {
        View *found = nullptr;
        require(Driver::waitFor([&] { return (found = Driver::find<View>(name)) != nullptr; }),
                u"the view \"%1\""_s.arg(name));
        return found;
    }

    void goTo(const QString &page)
    {
        require(Driver::clickRow(view<QAbstractItemView>(u"Navigation"_s), page), u"%1 in the navigation"_s.arg(page));
    }

    /// The states of the project's services as the engine tells them: "api=running db=running".
    QString engineStates() const
    {
        QStringList states
            = docker({u"ps"_s, u"--all"_s, u"--filter"_s, u"label=com.docker.compose.project="_s + m_project,
                      u"--format"_s, u"{{.Label \"com.docker.compose.service\"}}={{.State}}"_s})
                  .split(u'\n', Qt::SkipEmptyParts);
        states.sort();
        return states.join(u' ');
    }

    void listContainers()
    {
        require(Driver::waitFor(
                    [this] { return m_application->workbench()->engine()->state() == Engine::State::Connected; }),
                u"a connection to the engine"_s);
        m_before = int(docker({u"ps"_s, u"--all"_s, u"--quiet"_s}).split(u'\n', Qt::SkipEmptyParts).size());
        require(
            Driver::waitFor([this] { return m_application->workbench()->engine()->containers()->size() == m_before; }),
            u"%1 containers, as docker ps says"_s.arg(m_before));
        photograph(u"containers"_s);
    }

    void openProject()
    {
        Q_EMIT m_application->workbench()->openPathRequested(m_folder);
        goTo(u"Projects"_s);
        require(Driver::clickRow(view<QTreeView>(u"Projects"_s), m_project), u"the project in the list"_s);
        photograph(u"project"_s);
    }

    void startProject()
    {
        require(Driver::click(u"Up"_s), u"a button Up that can be clicked"_s);
        require(Driver::waitFor([this] { return engineStates() == u"api=running db=running"_s; }, 4 * Driver::Patience),
                u"api and db to run, but the engine says: "_s + engineStates());
        QTreeView *tree = view<QTreeView>(u"Projects"_s);
        require(Driver::waitFor([&] {
                    const QModelIndex row = Driver::findRow(tree->model(), m_project);
                    return Driver::findRow(tree->model(), u"db"_s, 0, row).isValid();
                }),
                u"the services under the project"_s);
        require(waitForOperations(), u"the operation to end"_s);
        photograph(u"running"_s);
    }

    bool waitForOperations()
    {
        return Driver::waitFor([this] { return m_application->workbench()->operations()->running().isEmpty(); },
                               4 * Driver::Patience);
    }

    void seeContainers()
    {
        goTo(u"Containers"_s);
        QTreeView *tree = view<QTreeView>(u"Containers"_s);
        require(Driver::clickRow(tree, u"api"_s, m_project), u"api under the project"_s);
        require(Driver::clickRow(tree, u"db"_s, m_project), u"db under the project"_s);
        photograph(u"details"_s);
    }

    void openConsole()
    {
        m_application->workbench()->actions()->action(u"database.openConsole"_s)->trigger();
        auto *editor = view<QWidget>(u"SQL editor"_s);
        require(Driver::waitFor([&] {
                    QAbstractButton *run = Driver::findButton(u"Run"_s);
                    return run && run->isEnabled() && editor->isVisible();
                }),
                u"a console that can run statements"_s);
        photograph(u"console"_s);
    }

    void ask()
    {
        auto *editor = view<QWidget>(u"SQL editor"_s);
        QTest::mouseClick(editor, Qt::LeftButton, {}, editor->rect().center());
        QTest::keyClicks(editor, u"SELECT version(); SELECT current_database();"_s);
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        const QString container
            = docker({u"ps"_s, u"--quiet"_s, u"--filter"_s, u"label=com.docker.compose.project="_s + m_project,
                      u"--filter"_s, u"label=com.docker.compose.service=db"_s});
        const QStringList psql{u"exec"_s, container, u"psql"_s, u"-U"_s, u"demo"_s, u"-d"_s, u"demo"_s, u"-Atc"_s};
        const QString database = docker(psql + QStringList{u"SELECT current_database()"_s});
        const QString version = docker(psql + QStringList{u"SELECT version()"_s});
        const auto answer = [this] { return Driver::cellText(view<QWidget>(u"Results"_s), 0, 0); };
        require(Driver::waitFor([&] {
                    const auto *results = Driver::find<QWidget>(u"Results"_s);
                    return results && (answer() == database || answer() == version);
                }),
                u"psql's own answer in the results"_s);
        QTabBar *tabs = nullptr;
        for (QWidget *widget : QApplication::allWidgets()) {
            auto *bar = qobject_cast<QTabBar *>(widget);
            if (bar && bar->isVisible() && bar->objectName() == u"resultTabBar"_s)
                tabs = bar;
        }
        require(tabs && tabs->count() >= 3, u"a tab for each result and one for messages"_s);
        for (const auto &[tab, expected] : {std::pair(0, version), {1, database}}) {
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
            require(Driver::waitFor([&, wanted = expected] { return answer() == wanted; }, 5000),
                    u"\"%1\" in result %2"_s.arg(expected).arg(tab + 1));
        }
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
        photograph(u"answers"_s);
    }

    void stopProject()
    {
        goTo(u"Projects"_s);
        require(Driver::clickRow(view<QTreeView>(u"Projects"_s), m_project), u"the project in the list"_s);
        require(Driver::click(u"Stop"_s), u"a button Stop that can be clicked"_s);
        require(Driver::waitFor([this] { return engineStates() == u"api=exited db=exited"_s; }, 2 * Driver::Patience),
                u"api and db to be exited, but the engine says: "_s + engineStates());
        require(waitForOperations(), u"the operation to end"_s);
        photograph(u"stopped"_s);
    }

    void seeOperations()
    {
        QTest::keyClick(window(), Qt::Key_L, Qt::ControlModifier);
        auto *list = view<QAbstractItemView>(u"Operations"_s);
        require(list->model()->rowCount() >= 2, u"the up and the stop in Operations"_s);
        photograph(u"operations"_s);
    }

    Application *m_application;
    QString m_folder;
    QString m_project;
    QDir m_out;
    int m_number = 0;
    int m_before = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QString project = qEnvironmentVariable("GANTRY_TOUR_PROJECT");
    if (project.isEmpty()) {
        std::fputs("GANTRY_TOUR_PROJECT must name a folder with the sample project (see packaging/run --tour).\n",
                   stderr);
        return 2;
    }
    const QTemporaryDir home; // consoles, history and settings of the user stay as they are
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(u"config"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(u"data"_s)));
    qputenv("LANGUAGE", "en");
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    Application::prepare();
    const QApplication qt(argc, argv);
    Application::translate(QCoreApplication::instance());
    Application application(home.filePath(u"state.ini"_s));
    application.window()->resize(1440, 900);
    application.start({});
    if (!QTest::qWaitForWindowExposed(application.window())) {
        std::fputs("The window did not appear.\n", stderr);
        return 1;
    }
    return Tour(&application, project, qEnvironmentVariable("GANTRY_TOUR_OUT", u"build/tour"_s)).run() ? 0 : 1;
}
