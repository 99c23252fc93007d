// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The main job from end to end on the real window, each step checked against the engine and photographed in light and
// dark. It is both the tour that a person watches (packaging/run --tour) and the end-to-end test; tests/gui/with-sample
// gives it the project and the engine.
//
//     tour              by mouse
//     tour --keyboard   by the keyboard alone
//
// GANTRY_SAMPLE    folder with a copy of the sample project; the folder's name is the project's
// DOCKER_HOST      the engine
// GANTRY_TOUR_OUT  folder for the pictures, made if it is missing
#include "gui/tourkeyboard.h"
#include "gui/tourmouse.h"
#include "items/cellroles.h"
#include "look/theme.h"
#include "shell/application.h"
#include "shell/mainwindow.h"

#include <QClipboard>
#include <QDir>
#include <QElapsedTimer>
#include <QLabel>
#include <QProcess>
#include <QScreen>
#include <QTemporaryDir>

#include <cstdio>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// What the docker client prints; the tour's own eyes on the engine, independent of Gantry.
QString docker(const QStringList &arguments)
{
    QProcess process;
    process.start(u"docker"_s, arguments);
    require(process.waitForFinished(Driver::Patience) && process.exitCode() == 0,
            u"docker %1 to work: %2"_s.arg(arguments.join(u' '), QString::fromUtf8(process.readAllStandardError())));
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

int countOf(const QStringList &arguments)
{
    QStringList lines = docker(arguments).split(u'\n', Qt::SkipEmptyParts);
    lines.removeDuplicates();
    return int(lines.size());
}

class Tour
{
public:
    Tour(Application *application, TourHands *hands, const QString &project, const QString &out)
        : m_application(application)
        , m_hands(hands)
        , m_folder(project)
        , m_project(QDir(project).dirName())
        , m_out(out)
    {
        m_out.mkpath(u"."_s);
        const QStringList old = m_out.entryList({u"[0-9][0-9]-*.png"_s});
        for (const QString &picture : old)
            m_out.remove(picture);
    }

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
            std::printf("FAIL %02d %s: expected %s\n", m_number, title, qPrintable(failure.expected));
            std::fflush(stdout);
            window()->screen()->grabWindow().save(fileFor(u"failed"_s)); // with what lies over the window
            return false;
        }
    }

    QWidget *window() const { return m_application->window(); }

    QString fileFor(const QString &name) const
    {
        return m_out.filePath(u"%1-%2.png"_s.arg(m_number, 2, 10, QLatin1Char('0')).arg(name));
    }

    /// The window once it stands still: layouts and answers of the engine have found their place.
    QImage still()
    {
        QImage last;
        await(
            [&] {
                const QImage now = window()->grab().toImage();
                return std::exchange(last, now) == now;
            },
            u"the window to stand still"_s);
        return last;
    }

    /// Light and dark, switched while the program runs, as a user would.
    void photograph(const QString &name)
    {
        for (const auto &[mode, suffix] : {std::pair(Theme::Mode::Light, u"light"_s), {Theme::Mode::Dark, u"dark"_s}}) {
            m_application->theme()->setMode(mode);
            await(
                [this, dark = mode == Theme::Mode::Dark] {
                    return (window()->palette().color(QPalette::Base).lightness() < 128) == dark;
                },
                u"the window in the %1 colours"_s.arg(suffix));
            const QString file = fileFor(name + u'-' + suffix);
            require(still().save(file), u"to write "_s + file);
        }
        m_application->theme()->setMode(Theme::Mode::Light);
    }

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
            return countOf({u"ps"_s, u"--all"_s, u"--quiet"_s});
        return countOf({page.chopped(1).toLower(), u"ls"_s, u"--quiet"_s});
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
    QString cell(QAbstractItemView *tree, const QString &service, int column) const
    {
        return Driver::findRow(tree, service, m_project).siblingAtColumn(column).data().toString();
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

    void awaitStates(const QString &expected)
    {
        await([&] { return engineStates() == expected; },
              [&] { return u"%1, but the engine says: %2"_s.arg(expected, engineStates()); }, 4 * Driver::Patience);
        // The project is busy until its operation has ended.
        await([] { return Driver::findButton(u"Restart"_s) != nullptr; }, u"the operation to end"_s);
    }

    /// Round the page with Tab, for who has nothing but the keyboard.
    void goRound()
    {
        if (dynamic_cast<TourKeyboard *>(m_hands))
            TourKeyboard::goRound();
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
        m_hands->filter(u"nothing-has-this-name"_s);
        await([model] { return model->rowCount() == 0; }, u"no row while the filter matches nothing"_s);
        m_hands->filter({});
        await([&] { return model->rowCount() > 0 && tree->isVisible(); },
              u"the rows to come back without the filter"_s);
    }

    void lookAround()
    {
        for (const QString &page : {u"Images"_s, u"Volumes"_s, u"Networks"_s}) {
            m_hands->goTo(page);
            const int expected = listed(page);
            if (expected > 0) { // of nothing there is no table
                const auto *table = see<QAbstractItemView>(page);
                await([=] { return table->model()->rowCount() == expected; },
                      u"%1 rows in %2, as docker says"_s.arg(expected).arg(page));
            }
            photograph(page.toLower());
            goRound();
        }
        m_hands->find(u"Databases"_s);
        await([this] { return window()->windowTitle().startsWith(u"Databases"_s); }, u"the page Databases"_s);
        if (counted(u"Databases"_s) > 0)
            see<QAbstractItemView>(u"Databases"_s);
        photograph(u"databases"_s);
        goRound();
    }

    void openProject()
    {
        m_hands->openComposeFile(m_folder + u"/compose.yaml"_s);
        auto *tree = see<QTreeView>(u"Projects"_s);
        await([&] { return tree->currentIndex().data().toString() == m_project; },
              u"the page Projects with the new one chosen"_s);
        await([&] { return Driver::findRow(tree, u"db"_s, m_project).isValid(); }, u"the services under the project"_s);
        await([] { return Driver::findButton(u"Up"_s) != nullptr; }, u"a button Up that can be clicked"_s);
        photograph(u"project"_s);
        m_hands->choose(u"Projects"_s, m_project);
        goRound();
    }

    void startProject()
    {
        m_hands->act(u"Up"_s);
        awaitStates(u"api=running db=running"_s);
        auto *tree = see<QTreeView>(u"Projects"_s);
        await([&] { return cell(tree, u"db"_s, 1) == u"healthy"_s && cell(tree, u"api"_s, 1) == u"running"_s; },
              u"db healthy and api running in the window"_s, Live);
        require(docker({u"inspect"_s, u"--format"_s, u"{{.State.Health.Status}}"_s, containerOf(u"db"_s)})
                    == u"healthy"_s,
                u"the engine to say that db is healthy, as the window does"_s);
        awaitCounts();
        photograph(u"running"_s);
        goRound();
        m_hands->openTab(u"Parts of the project"_s, u"Files"_s);
        awaitText(u"Compose file"_s, u"condition: service_healthy"_s);
        photograph(u"files"_s);
        m_hands->openTab(u"Parts of the project"_s, u"Services"_s);
    }

    void seeContainers()
    {
        m_hands->goTo(u"Containers"_s);
        m_hands->choose(u"Containers"_s, u"api"_s, m_project);
        awaitDetails(u"api"_s);
        m_hands->choose(u"Containers"_s, u"db"_s, m_project);
        awaitDetails(u"db"_s);
        await([] { return Driver::findButton(u"Open SQL console"_s) != nullptr; }, u"its console to be offered"_s);
        photograph(u"details"_s);
        goRound();
        m_hands->openTab(u"Details"_s, u"Logs"_s);
        awaitText(u"Log"_s, u"ready to accept connections"_s);
        photograph(u"logs"_s);
        m_hands->openTab(u"Details"_s, u"Inspect"_s);
        awaitText(u"Inspect"_s, u"POSTGRES_DB"_s);
        photograph(u"inspect"_s);
        m_hands->openTab(u"Details"_s, u"Overview"_s);
    }

    static void awaitText(const QString &widget, const QString &expected)
    {
        auto *shown = see<QAbstractScrollArea>(widget);
        await([&] { return Driver::text(shown).contains(expected); }, u"\"%1\" in \"%2\""_s.arg(expected, widget),
              Live);
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

    QString containerOf(const QString &service) const
    {
        return docker({u"ps"_s, u"--quiet"_s, u"--filter"_s, u"label=com.docker.compose.project="_s + m_project,
                       u"--filter"_s, u"label=com.docker.compose.service="_s + service});
    }

    void openConsole()
    {
        m_hands->openConsole(m_project, u"db"_s);
        see<QWidget>(u"SQL editor"_s);
        await([] { return Driver::findButton(u"Run"_s) != nullptr; }, u"a console that can run statements"_s);
        const QAbstractItemModel *objects = see<QTreeView>(u"Database objects"_s)->model();
        await([objects] { return Driver::findRow(objects, u"public"_s).isValid(); }, u"the schema public"_s);
        photograph(u"console"_s);
    }

    void ask()
    {
        m_hands->ask(u"SELECT version(); SELECT current_database();"_s);
        const QStringList psql{u"exec"_s, containerOf(u"db"_s), u"psql"_s, u"-U"_s, u"demo"_s, u"-d"_s, u"demo"_s,
                               u"-Atc"_s};
        m_version = docker(psql + QStringList{u"SELECT version()"_s});
        const QString database = docker(psql + QStringList{u"SELECT current_database()"_s});
        awaitResult(2, database);
        awaitResult(1, m_version);
        photograph(u"answers"_s);
        goRound();
    }

    void awaitResult(int number, const QString &expected)
    {
        m_hands->openTab(u"Results and messages"_s, u"Result %1"_s.arg(number));
        await([&] { return Driver::cellText(see<QWidget>(u"Results"_s), 0, 0) == expected; },
              u"psql's own answer \"%1\" in result %2"_s.arg(expected).arg(number), Live);
    }

    void copyAnswer()
    {
        m_hands->copyCell();
        await([this] { return QGuiApplication::clipboard()->text() == m_version; },
              u"the server's version in the clipboard"_s, Live);
    }

    void stopProject()
    {
        m_hands->goTo(u"Projects"_s);
        m_hands->choose(u"Projects"_s, m_project);
        m_hands->act(u"Stop"_s);
        awaitStates(u"api=exited db=exited"_s);
        auto *tree = see<QTreeView>(u"Projects"_s);
        await(
            [&] {
                return cell(tree, u"db"_s, 1).startsWith(u"exited"_s)
                    && cell(tree, u"api"_s, 1).startsWith(u"exited"_s);
            },
            u"both exited in the window"_s, Live);
        photograph(u"stopped"_s);
    }

    void seeOperations()
    {
        m_hands->showOperations();
        const QAbstractItemModel *list = see<QAbstractItemView>(u"Operations"_s)->model();
        require(list->rowCount() == 2, u"two operations, not %1"_s.arg(list->rowCount()));
        QStringList commands;
        for (int row = 0; row < list->rowCount(); ++row)
            commands.append(list->index(row, 0).data(Qt::ToolTipRole).toString());
        require(commands.at(0).contains(u"stop"_s) && commands.at(1).contains(u"up -d"_s),
                u"the commands of stop and up, not: "_s + commands.join(u", "_s));
        photograph(u"operations"_s);
        goRound();
    }

    static constexpr int Live = 5000; ///< ms, for the window to show what the engine has told already

    Application *m_application;
    TourHands *m_hands;
    QString m_folder;
    QString m_project;
    QDir m_out;
    int m_number = 0;
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
    const QTemporaryDir home; // consoles, history and settings of the user stay as they are
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.filePath(u"config"_s)));
    qputenv("XDG_DATA_HOME", QFile::encodeName(home.filePath(u"data"_s)));
    qputenv("LANGUAGE", "en");
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
    Tour tour(&application, hands.get(), project, qEnvironmentVariable("GANTRY_TOUR_OUT", u"build/tour"_s));
    return tour.run() ? 0 : 1;
}
