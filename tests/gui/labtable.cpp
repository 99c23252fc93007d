// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/labtable.h"

#include "build/buildstepmodel.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProcess>
#include <QRegularExpression>
#include <QTableView>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

const QString Hello = u"gantry-tour-hello"_s;
const QString Bonjour = u"gantry-tour-bonjour"_s;
const QString Shell = u"gantry-tour-shell"_s;
const QString Service = u"gantry-tour-service"_s;
const QString Tag = u"simple-api:gantry-tour"_s;

constexpr int Building = 4 * Driver::Patience;

bool isOnEngine(const QString &image)
{
    QProcess process;
    process.start(u"docker"_s, {u"image"_s, u"inspect"_s, image});
    return process.waitForFinished(Driver::Patience) && process.exitCode() == 0;
}

void writeFile(const QString &path, const QByteArray &text)
{
    QFile file(path);
    require(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), u"to write "_s + path);
}

} // namespace

LabTable::LabTable(Application *application, TourHands *hands, const QString &project, const QString &out)
    : TourSteps(application, hands, project, out)
{
}

LabTable::~LabTable()
{
    tidy();
}

bool LabTable::run()
{
    tidy();
    const bool done = step("see all containers, and why one ended", [this] { listAll(); })
        && step("run a command once", [this] { runOnce(); })
        && step("run a shell in a terminal", [this] { runShell(); }) && step("build an image", [this] { buildImage(); })
        && step("run it and check its port", [this] { runService(); })
        && step("tell running from all, and stop", [this] { chooseAndStop(); })
        && step("bring a project up and down", [this] { upAndDown(); })
        && step("ask its database", [this] { askDatabase(); })
        && step("see how its services are reached", [this] { seeConnections(); })
        && step("compare down with down -v", [this] { compareDowns(); })
        && step("follow the logs", [this] { followLogs(); })
        && step("open a terminal on a service", [this] { openServiceTerminal(); })
        && step("restart one service", [this] { restartService(); })
        && step("find out why a service stopped, and repair it", [this] { findTheCause(); })
        && step("clean up", [this] { cleanUp(); }) && step("read the commands", [this] { seeCommands(); });
    return done;
}

void LabTable::tidy() const
{
    const auto remove = [](QStringList arguments, const QStringList &names) {
        if (!names.isEmpty())
            docker(arguments << names);
    };
    try {
        remove({u"rm"_s, u"--force"_s, u"--volumes"_s},
               dockerLines({u"ps"_s, u"--all"_s, u"--quiet"_s, u"--filter"_s,
                            u"name=^/?gantry-tour-(hello|bonjour|shell|service)$"_s}));
        for (const QString &image : {Tag, qEnvironmentVariable("SAMPLE_API_IMAGE")}) {
            if (image.contains("gantry-tour"_L1) && isOnEngine(image))
                remove({u"rmi"_s, u"--force"_s}, {image});
        }
    } catch (const Failure &) {
        return; // there is no engine
    }
}

void LabTable::prepare()
{
    m_image = isOnEngine(u"gantry-lab/busybox"_s) ? u"gantry-lab/busybox"_s : u"alpine"_s;
    if (!isOnEngine(m_image))
        docker({u"pull"_s, u"--quiet"_s, m_image});
    m_dangling = dockerLines({u"images"_s, u"--quiet"_s, u"--filter"_s, u"dangling=true"_s});
    docker({u"run"_s, u"--name"_s, Hello, m_image, u"echo"_s, u"Hello from Docker!"_s});
}

void LabTable::awaitState(const QString &container, const QString &state)
{
    auto *tree = see<QTreeView>(u"Containers"_s);
    await([&] { return cell(tree, container, 1) == state; },
          [&] { return u"%1 to be \"%2\" in the list, not \"%3\""_s.arg(container, state, cell(tree, container, 1)); });
}

void LabTable::awaitCause(const QString &cause)
{
    auto *shown = see<QAbstractScrollArea>(u"Cause"_s);
    await([&] { return Driver::text(shown) == cause; },
          [&] { return u"the cause \"%1\", not \"%2\""_s.arg(cause, Driver::text(shown)); });
}

void LabTable::listAll()
{
    prepare();
    hands()->goTo(u"Containers"_s);
    hands()->choose(u"Containers"_s, Hello);
    awaitState(Hello, u"exited (0)"_s);
    photograph(u"all"_s);
    hands()->act(u"Why did it stop?"_s);
    awaitCause(u"Its command finished"_s);
    awaitWords(u"ended by itself with code 0"_s);
    photograph(u"ended"_s);
}

void LabTable::openRunDialog()
{
    hands()->begin(u"Containers"_s, u"Run container"_s);
    seeHere<QLineEdit>(u"Image"_s);
}

void LabTable::startRun()
{
    const QWidget *dialog = QApplication::activeWindow();
    hands()->press(u"Run"_s);
    await([&] { return QApplication::activeWindow() == window(); },
          [&] { return u"the dialog to close once the container runs, not %1"_s.arg(dialog->windowTitle()); });
}

void LabTable::runOnce()
{
    openRunDialog();
    hands()->write(u"Image"_s, m_image);
    hands()->write(u"Command"_s, u"echo \"Bonjour depuis un conteneur\""_s);
    hands()->write(u"Name"_s, Bonjour);
    awaitWords(u"On the engine"_s);
    awaitWords(u"run --name %1 "_s.arg(Bonjour)); // the line for a shell
    photograph(u"form"_s);
    startRun();
    awaitText(u"Log"_s, u"Bonjour depuis un conteneur"_s);
    awaitState(Bonjour, u"exited (0)"_s);
    photograph(u"output"_s);
    hands()->choose(u"Containers"_s, Bonjour);
    hands()->act(u"Why did it stop?"_s);
    awaitCause(u"Its command finished"_s);
    photograph(u"ended"_s);
}

void LabTable::runShell()
{
    openRunDialog();
    hands()->write(u"Image"_s, m_image);
    hands()->write(u"Command"_s, u"sh"_s);
    hands()->write(u"Name"_s, Shell);
    hands()->tick(u"Open a terminal in it"_s);
    awaitWords(u"run -it --name"_s);
    photograph(u"form"_s);
    startRun();
    awaitText(u"Terminal"_s, u"#"_s);
    awaitState(Shell, u"running"_s);
    hands()->typeLine(u"ls"_s);
    awaitText(u"Terminal"_s, u"etc"_s);
    hands()->typeLine(u"uname -a"_s);
    awaitText(u"Terminal"_s, u"Linux"_s);
    photograph(u"terminal"_s);
    hands()->typeLine(u"exit"_s);
    awaitWords(u"The container has ended with exit code 0."_s);
    awaitState(Shell, u"exited (0)"_s);
    photograph(u"exited"_s);
}

void LabTable::buildImage()
{
    const QByteArray base = isOnEngine(u"gantry-lab/base"_s) ? "gantry-lab/base" : "python:3-slim";
    const auto dockerfile = [&base](const QByteArray &check) {
        return "FROM " + base + "\nRUN python3 -c \"" + check
            + "\" || pip install --no-cache-dir fastapi uvicorn\nWORKDIR /app\nCOPY app.py .\nEXPOSE 8000\n"
              "CMD [\"python3\", \"-m\", \"uvicorn\", \"app:app\", \"--host\", \"0.0.0.0\", \"--port\", \"8000\"]\n";
    };
    writeFile(m_build.filePath(u"app.py"_s),
              "from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get(\"/health\")\ndef health():\n"
              "    return {\"status\": \"ok\"}\n");
    writeFile(m_build.filePath(u"Dockerfile"_s),
              dockerfile("import fastapi, uvicorn") + "RUN python3 no-such-file.py\n");
    hands()->begin(u"Images"_s, u"Build image"_s);
    hands()->write(u"Build folder"_s, m_build.path());
    hands()->write(u"Tag"_s, Tag);
    awaitWords(u"Sends 2 file"_s);
    hands()->press(u"Build"_s);
    await(
        [] {
            return Driver::findIf<QLabel>(
                       [](const QLabel *l) { return l->text().contains(u"line 7 of Dockerfile failed"_s); })
                != nullptr;
        },
        u"the line that failed to be named"_s, Building);
    awaitText(u"Output of the step"_s, u"no-such-file.py"_s);
    photograph(u"failed"_s);

    writeFile(m_build.filePath(u"Dockerfile"_s), dockerfile("import fastapi, uvicorn"));
    hands()->press(u"Build"_s);
    await(
        [] {
            return Driver::findIf<QLabel>(
                       [](const QLabel *l) { return l->text().startsWith(u"Built %1 in"_s.arg(Tag)); })
                != nullptr;
        },
        u"the image to be built"_s, Building);
    awaitWords(u"came from the cache"_s);
    const auto *table = see<QTableView>(u"Steps"_s);
    const QAbstractItemModel *steps = table->model();
    QStringList states;
    for (int row = 0; row < steps->rowCount(); ++row) {
        for (int column = 0; column < steps->columnCount(); ++column)
            states << steps->index(row, column).data().toString();
    }
    require(states.contains(u"from the cache"_s), u"a step from the cache among: "_s + states.join(u", "_s));
    const QAbstractItemView *view = table;
    await(
        [&] {
            return table->columnWidth(BuildStepModel::StateColumn)
                >= view->sizeHintForColumn(BuildStepModel::StateColumn);
        },
        u"the states of the steps to be seen whole"_s);
    photograph(u"built"_s);
}

void LabTable::runService()
{
    hands()->press(u"Run…"_s); // of what was just built
    await([] { return seeHere<QLineEdit>(u"Image"_s)->text() == Tag; }, u"the image that was built in the form"_s);
    const auto *ports = seeHere<QLineEdit>(u"Ports"_s);
    static const QRegularExpression suggested(u"^\\d+:8000$"_s);
    await([&] { return suggested.match(ports->text()).hasMatch(); },
          [&] { return u"a port for 8000, which the image exposes, not \"%1\""_s.arg(ports->text()); });
    hands()->write(u"Name"_s, Service);
    awaitWords(u"The image's own, published to the host."_s);
    photograph(u"form"_s);
    startRun();
    awaitText(u"Log"_s, u"Uvicorn running"_s);
    hands()->openTab(u"Details"_s, u"Overview"_s);
    const auto *tabs = see<QTabBar>(u"Details"_s);
    require(tabs->tabRect(tabs->currentIndex()).left() == 0, u"no gap before the first tab"_s);
    hands()->write(u"Path to check"_s, u"/health"_s);
    hands()->press(u"Check"_s);
    awaitWords(u"200 OK, "_s);
    awaitText(u"Body of the answer"_s, u"\"status\": \"ok\""_s);
    photograph(u"checked"_s);
}

void LabTable::chooseAndStop()
{
    auto *tree = see<QTreeView>(u"Containers"_s);
    hands()->pick(u"Running"_s);
    await([&] { return !Driver::findRow(tree, Hello, {}).isValid() && Driver::findRow(tree, Service, {}).isValid(); },
          u"only what runs in the list"_s);
    photograph(u"running"_s);
    hands()->pick(u"All"_s);
    await([&] { return Driver::findRow(tree, Hello, {}).isValid(); }, u"what has ended in the list again"_s);
    hands()->choose(u"Containers"_s, Service);
    hands()->act(u"Stop"_s);
    await([&] { return cell(tree, Service, 1).startsWith(u"exited"_s); }, u"the service to be stopped"_s);
    photograph(u"stopped"_s);
}

} // namespace Gantry
