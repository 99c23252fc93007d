// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job from end to end on the real window, each step checked against the engine and photographed in light and
// dark; and with --lab a course's lab (labtable.h) in the same way. It is both the tour that a person watches
// (packaging/run --tour) and the end-to-end test; tests/gui/with-sample gives it the project and the engine.
//
//     tour [--lab]              by mouse
//     tour [--lab] --keyboard   by the keyboard alone
//
// GANTRY_SAMPLE        folder with a copy of the sample project; the folder's name is the project's
// DOCKER_HOST          the engine
// GANTRY_TOUR_OUT      folder for the pictures, made if it is missing
// GANTRY_TOUR_COMPOSE  1 for Compose 1.29 where it is installed; else Gantry's own choice
#include "gui/labtable.h"
#include "gui/tourkeyboard.h"
#include "gui/tourmouse.h"
#include "gui/toursteps.h"
#include "items/cellroles.h"
#include "shell/mainwindow.h"

#include <QClipboard>
#include <QLabel>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <string_view>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

class Tour : private TourSteps
{
public:
    using TourSteps::TourSteps;

    /// Runs every step; answers whether all succeeded.
    bool run()
    {
        return step("list the containers", [this] { listContainers(); })
            && step("filter them", [this] { filterContainers(); })
            && step("look at the other pages", [this] { lookAround(); })
            && step("open the project", [this] { openProject(); })
            && step("start the project", [this] { startProject(); })
            && step("see its containers run", [this] { seeContainers(); })
            && step("open the SQL console on db", [this] { openConsole(); })
            && step("ask the database two questions", [this] { ask(); })
            && step("copy the answer", [this] { copyAnswer(); }) && step("stop the project", [this] { stopProject(); })
            && step("look at what was done", [this] { seeOperations(); });
    }

private:
    /// The number beside a page in the navigation.
    static int counted(const QString &page)
    {
        const QModelIndex entry = Driver::findRow(see<QAbstractItemView>(u"Navigation"_s)->model(), page);
        return entry.data(DetailRole).toString().toInt();
    }

    /// How many of them docker lists.
    static int listed(const QString &page)
    {
        if (page == u"Containers"_s)
            return int(dockerLines({u"ps"_s, u"--all"_s, u"--quiet"_s}).size());
        return int(dockerLines({page.chopped(1).toLower(), u"ls"_s, u"--quiet"_s}).size());
    }

    void awaitCounts()
    {
        for (const QString &page : {u"Containers"_s, u"Images"_s, u"Volumes"_s, u"Networks"_s}) {
            const int expected = listed(page);
            await([&] { return counted(page) == expected; },
                  [&] {
                      return u"%1 %2, as docker says, but there are %3"_s.arg(expected).arg(page).arg(counted(page));
                  });
        }
    }

    /// The text in a column of the project's service in a tree.
    QString state(QAbstractItemView *tree, const QString &service) const { return cell(tree, service, 1, project()); }

    void awaitProject(const QString &states)
    {
        awaitStates(states);
        // The project is busy until its operation has ended.
        await([] { return Driver::findButton(u"Restart"_s) != nullptr; }, u"the operation to end"_s);
    }

    void listContainers()
    {
        awaitCounts();
        photograph(u"containers"_s);
        goRound();
    }

    void filterContainers()
    {
        const QStringList names
            = docker({u"ps"_s, u"--all"_s, u"--format"_s, u"{{.Names}}"_s}).split(u'\n', Qt::SkipEmptyParts);
        if (names.isEmpty())
            return; // a fresh engine: the page welcomes and lists nothing
        auto *tree = see<QTreeView>(u"Containers"_s);
        const QAbstractItemModel *model = tree->model();
        hands()->filter(u"nothing-has-this-name"_s);
        await([model] { return model->rowCount() == 0; }, u"no row while the filter matches nothing"_s);
        hands()->filter({});
        await([&] { return model->rowCount() > 0 && tree->isVisible(); },
              u"the rows to come back without the filter"_s);
    }

    void lookAround()
    {
        for (const QString &page : {u"Images"_s, u"Volumes"_s, u"Networks"_s}) {
            hands()->goTo(page);
            const int expected = listed(page);
            if (expected > 0) { // of nothing there is no table
                const auto *table = see<QAbstractItemView>(page);
                await([=] { return table->model()->rowCount() == expected; },
                      u"%1 rows in %2, as docker says"_s.arg(expected).arg(page));
            }
            photograph(page.toLower());
            goRound();
        }
        hands()->find(u"Databases"_s);
        await([this] { return window()->windowTitle().startsWith(u"Databases"_s); }, u"the page Databases"_s);
        if (counted(u"Databases"_s) > 0)
            see<QAbstractItemView>(u"Databases"_s);
        photograph(u"databases"_s);
        goRound();
    }

    void openProject()
    {
        hands()->openComposeFile(folder() + u"/compose.yaml"_s);
        auto *tree = see<QTreeView>(u"Projects"_s);
        await([&] { return tree->currentIndex().data().toString() == project(); },
              u"the page Projects with the new one chosen"_s);
        await([&] { return Driver::findRow(tree, u"db"_s, project()).isValid(); }, u"the services under the project"_s);
        await([] { return Driver::findButton(u"Up"_s) != nullptr; }, u"a button Up that can be clicked"_s);
        photograph(u"project"_s);
        hands()->choose(u"Projects"_s, project());
        goRound();
    }

    void startProject()
    {
        hands()->act(u"Up"_s);
        awaitProject(u"api=running db=running"_s);
        auto *tree = see<QTreeView>(u"Projects"_s);
        await([&] { return state(tree, u"db"_s) == u"healthy"_s && state(tree, u"api"_s) == u"running"_s; },
              u"db healthy and api running in the window"_s, Live);
        require(docker({u"inspect"_s, u"--format"_s, u"{{.State.Health.Status}}"_s, containerOf(u"db"_s)})
                    == u"healthy"_s,
                u"the engine to say that db is healthy, as the window does"_s);
        awaitCounts();
        photograph(u"running"_s);
        goRound();
        hands()->openTab(u"Parts of the project"_s, u"Files"_s);
        awaitText(u"Compose file"_s, u"condition: service_healthy"_s);
        photograph(u"files"_s);
        hands()->openTab(u"Parts of the project"_s, u"Services"_s);
    }

    void seeContainers()
    {
        hands()->goTo(u"Containers"_s);
        hands()->choose(u"Containers"_s, u"api"_s, project());
        awaitDetails(u"api"_s);
        hands()->choose(u"Containers"_s, u"db"_s, project());
        awaitDetails(u"db"_s);
        await([] { return Driver::findButton(u"Open SQL console"_s) != nullptr; }, u"its console to be offered"_s);
        photograph(u"details"_s);
        goRound();
        hands()->openTab(u"Details"_s, u"Logs"_s);
        awaitText(u"Log"_s, u"ready to accept connections"_s);
        photograph(u"logs"_s);
        hands()->openTab(u"Details"_s, u"Inspect"_s);
        awaitText(u"Inspect"_s, u"POSTGRES_DB"_s);
        photograph(u"inspect"_s);
        hands()->openTab(u"Details"_s, u"Overview"_s);
    }

    /// The name stands at the head, and what the engine told of the container below.
    void awaitDetails(const QString &service)
    {
        const auto shown = [](const QString &text) {
            return Driver::findIf<QLabel>([&text](const QLabel *label) { return label->text() == text; }) != nullptr;
        };
        const QString image = docker({u"inspect"_s, u"--format"_s, u"{{.Config.Image}}"_s, containerOf(service)});
        await([&] { return shown(service) && shown(image); }, u"the details of "_s + service, Live);
    }

    void openConsole()
    {
        hands()->openConsole(project(), u"db"_s);
        see<QWidget>(u"SQL editor"_s);
        await([] { return Driver::findButton(u"Run"_s) != nullptr; }, u"a console that can run statements"_s);
        const QAbstractItemModel *objects = see<QTreeView>(u"Database objects"_s)->model();
        await([objects] { return Driver::findRow(objects, u"public"_s).isValid(); }, u"the schema public"_s);
        photograph(u"console"_s);
    }

    void ask()
    {
        hands()->ask(u"SELECT version(); SELECT current_database();"_s);
        const QStringList psql{u"exec"_s, containerOf(u"db"_s), u"psql"_s, u"-U"_s, u"demo"_s, u"-d"_s, u"demo"_s,
                               u"-Atc"_s};
        m_version = docker(psql + QStringList{u"SELECT version()"_s});
        const QString database = docker(psql + QStringList{u"SELECT current_database()"_s});
        awaitResult(2, database, hands());
        awaitResult(1, m_version, hands());
        photograph(u"answers"_s);
        goRound();
    }

    void copyAnswer()
    {
        hands()->copyCell();
        await([this] { return QGuiApplication::clipboard()->text() == m_version; },
              u"the server's version in the clipboard"_s, Live);
    }

    void stopProject()
    {
        hands()->goTo(u"Projects"_s);
        hands()->choose(u"Projects"_s, project());
        hands()->act(u"Stop"_s);
        awaitProject(u"api=exited db=exited"_s);
        auto *tree = see<QTreeView>(u"Projects"_s);
        await(
            [&] {
                return state(tree, u"db"_s).startsWith(u"exited"_s) && state(tree, u"api"_s).startsWith(u"exited"_s);
            },
            u"both exited in the window"_s, Live);
        photograph(u"stopped"_s);
    }

    void seeOperations()
    {
        const QStringList lines = commands();
        require(lines.size() == 2, u"two operations, not %1"_s.arg(lines.size()));
        require(lines.at(0).contains(u"stop"_s) && lines.at(1).contains(u"up -d"_s),
                u"the commands of stop and up, not: "_s + lines.join(u", "_s));
        photograph(u"operations"_s);
        goRound();
    }

    QString m_version;
};

} // namespace

int main(int argc, char **argv)
{
    const QString project = qEnvironmentVariable("GANTRY_SAMPLE");
    if (project.isEmpty()) {
        std::fputs("GANTRY_SAMPLE must name a folder with the sample project: use tests/gui/with-sample.\n", stderr);
        return 2;
    }
    const bool isLab
        = std::any_of(argv, argv + argc, [](const char *argument) { return std::string_view(argument) == "--lab"; });
    const QTemporaryDir home; // consoles, history and settings of the user stay as they are
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(u"config"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(u"data"_s)));
    qputenv("LANGUAGE", "en");
    if (isLab)
        qputenv("SAMPLE_API_IMAGE", "gantry-tour-api"); // it is built anew, and wrongly for once
    if (qEnvironmentVariable("GANTRY_TOUR_COMPOSE") == u"1"_s)
        qputenv("DOCKER_CONFIG", QFile::encodeName(home.filePath(u"docker"_s))); // where `docker compose` is not
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));

    Application::prepare();
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs); // nobody could use those from here
    const QApplication qt(argc, argv);
    Application::translate(QCoreApplication::instance());
    Application application(home.filePath(u"state.ini"_s));
    application.start({});
    const bool shown = QTest::qWaitFor([&application] { return application.window(); });
    if (shown)
        application.window()->resize(1440, 900);
    if (!shown || !QTest::qWaitForWindowActive(application.window())) {
        std::fputs("The window did not become active.\n", stderr);
        return 1;
    }
    std::unique_ptr<TourHands> hands;
    if (QCoreApplication::arguments().contains(u"--keyboard"_s))
        hands = std::make_unique<TourKeyboard>();
    else
        hands = std::make_unique<TourMouse>();
    const QString out = qEnvironmentVariable("GANTRY_TOUR_OUT", u"build/tour"_s);
    if (isLab)
        return LabTable(&application, hands.get(), project, out).run() ? 0 : 1;
    return Tour(&application, hands.get(), project, out).run() ? 0 : 1;
}
