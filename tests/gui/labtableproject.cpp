// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/labtable.h"

#include "items/connectionmodel.h"

#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>

namespace Gantry {

using namespace Qt::StringLiterals;

void LabTable::openServices()
{
    hands()->goTo(u"Projects"_s);
    hands()->choose(u"Projects"_s, project());
    hands()->openTab(u"Parts of the project"_s, u"Services"_s);
    hands()->choose(u"Projects"_s, project());
}

void LabTable::awaitEnd()
{
    await([] { return Driver::findButton(u"Up"_s) != nullptr; }, u"the operation to end"_s, 4 * Driver::Patience);
}

void LabTable::awaitServices(const QString &db, const QString &api)
{
    auto *tree = see<QTreeView>(u"Projects"_s);
    const auto state = [&](const QString &service) { return cell(tree, service, 1, project()); };
    await([&] { return state(u"db"_s) == db && state(u"api"_s) == api; },
          [&] { return u"db %1 and api %2, not %3 and %4"_s.arg(db, api, state(u"db"_s), state(u"api"_s)); },
          4 * Driver::Patience);
}

void LabTable::up()
{
    hands()->act(u"Up"_s);
    awaitServices(u"healthy"_s, u"running"_s);
    awaitEnd();
    awaitStates(u"api=running db=running"_s);
}

void LabTable::upAndDown()
{
    hands()->openComposeFile(folder() + u"/compose.yaml"_s);
    auto *tree = see<QTreeView>(u"Projects"_s);
    await([&] { return tree->currentIndex().data().toString() == project(); },
          u"the page Projects with the new one chosen"_s);
    awaitEnd();
    awaitWords(qEnvironmentVariable("GANTRY_TOUR_COMPOSE") == u"1"_s ? u"Compose 1."_s : u"Compose "_s);
    up();
    photograph(u"up"_s);
    hands()->act(u"Down"_s);
    awaitServices(u"not created"_s, u"not created"_s);
    awaitEnd();
    awaitStates({});
    photograph(u"down"_s);
}

void LabTable::askDatabase()
{
    up();
    hands()->openConsole(project(), u"db"_s);
    await([] { return Driver::findButton(u"Run"_s) != nullptr; }, u"a console that can run statements"_s);
    hands()->ask(u"SELECT current_database(); SELECT 6 * 7 AS answer;"_s);
    awaitResult(2, u"42"_s, hands());
    awaitResult(1, u"demo"_s, hands());
    photograph(u"answers"_s);
}

void LabTable::seeConnections()
{
    openServices();
    hands()->openTab(u"Parts of the project"_s, u"Connections"_s);
    const QString inside = u"db:5432"_s;
    const QString url = u"postgresql://demo:demo@db:5432/demo"_s;
    auto *table = see<QAbstractItemView>(u"Connections"_s);
    QModelIndex row;
    await([&] { return (row = Driver::findRow(table->model(), inside, ConnectionModel::AddressColumn)).isValid(); },
          u"the address of db inside the network"_s);
    const auto shown = [&] { return row.siblingAtColumn(ConnectionModel::UrlColumn).data().toString(); };
    require(!shown().contains(u"demo:demo"_s) && shown().startsWith(u"postgresql://demo:"_s),
            u"the URL with its password masked, not "_s + shown());
    require(Driver::findRow(table->model(), u"127.0.0.1:"_s + qEnvironmentVariable("SAMPLE_API_PORT"),
                            ConnectionModel::AddressColumn)
                .isValid(),
            u"the address of api from this machine"_s);
    photograph(u"connections"_s);
    QGuiApplication::clipboard()->clear();
    hands()->copyFrom(u"Connections"_s, row, ConnectionModel::CopyColumn);
    await([&] { return QGuiApplication::clipboard()->text() == url; },
          [] { return u"the URL in the clipboard, not "_s + QGuiApplication::clipboard()->text(); });
    awaitWords(u"Copied postgresql://demo:"_s);
    hands()->tick(u"Show passwords"_s);
    await([&] { return shown() == url; }, u"the password in the URL"_s);
    hands()->press(u"Try"_s);
    awaitWords(u"api reaches db:5432."_s);
    photograph(u"reached"_s);
}

void LabTable::compareDowns()
{
    const QString volume = project() + u"_pgdata"_s;
    openServices();
    // What goes and what stays stands beside the button.
    awaitWords(volume);
    hands()->actByMenu(u"Down"_s, u"Down with volumes…"_s);
    seeButton(u"Remove 1 volume and take down"_s);
    const auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
    require(box, u"a question before the data goes"_s);
    await(
        [&] {
            return box->informativeText().contains(u"Volume %1, "_s.arg(volume))
                && box->informativeText().contains(u" MB"_s);
        },
        [&] { return u"the volume with its size, not: "_s + box->informativeText(); });
    for (const QString &part : {u"-api-1"_s, u"-db-1"_s, project() + u"_default"_s, u"is lost"_s, u"Images stay: "_s})
        require(QString(box->informativeText()).replace(u'_', u'-').contains(QString(part).replace(u'_', u'-')),
                u"\"%1\" in: %2"_s.arg(part, box->informativeText()));
    photograph(u"question"_s);
    hands()->press(u"Cancel"_s);
    await([this] { return QApplication::activeWindow() == window(); }, u"the question to close"_s);

    hands()->choose(u"Projects"_s, project());
    hands()->act(u"Down"_s);
    awaitServices(u"not created"_s, u"not created"_s);
    awaitEnd();
    hands()->goTo(u"Volumes"_s);
    auto *volumes = see<QAbstractItemView>(u"Volumes"_s);
    await([&] { return Driver::findRow(volumes->model(), volume).isValid(); }, u"the volume to stay after Down"_s);
    openServices();
    hands()->actByMenu(u"Down"_s, u"Down with volumes…"_s);
    hands()->press(u"Remove 1 volume and take down"_s);
    await([this] { return QApplication::activeWindow() == window(); }, u"the question to close"_s);
    await(
        [&] {
            return dockerLines({u"volume"_s, u"ls"_s, u"--quiet"_s, u"--filter"_s, u"name="_s + volume}).isEmpty();
        },
        u"the volume to go"_s);
    awaitEnd();
    photograph(u"gone"_s);
}

/// As a browser would do; from inside, where it works on any machine.
void LabTable::request() const
{
    docker({u"exec"_s, containerOf(u"api"_s), u"python3"_s, u"-c"_s,
            u"import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health')"_s});
}

void LabTable::followLogs()
{
    up();
    hands()->openTab(u"Parts of the project"_s, u"Logs"_s);
    awaitText(u"Log"_s, u"ready to accept connections"_s);
    awaitText(u"Log"_s, u"Uvicorn running"_s);
    request();
    awaitText(u"Log"_s, u"GET /health"_s);
    photograph(u"merged"_s);
    openServices();
    hands()->actOnService(project(), u"api"_s, u"Logs"_s);
    awaitText(u"Log"_s, u"GET /health"_s);
    const auto requests = [] { return Driver::text(see<QAbstractScrollArea>(u"Log"_s)).count(u"GET /health"_s); };
    const qsizetype before = requests();
    request();
    await([&] { return requests() == before + 1; }, u"the request to appear in the service's log"_s);
    photograph(u"service"_s);
}

void LabTable::openServiceTerminal()
{
    openServices();
    hands()->actOnService(project(), u"api"_s, u"Terminal"_s);
    awaitText(u"Terminal"_s, u"#"_s);
    hands()->typeLine(u"ls"_s);
    awaitText(u"Terminal"_s, u"app.py"_s);
    hands()->typeLine(u"python3 --version"_s);
    awaitText(u"Terminal"_s, u"Python 3."_s);
    photograph(u"terminal"_s);
    hands()->typeLine(u"exit"_s);
    awaitWords(u"has ended with exit code 0."_s);
}

void LabTable::restartService()
{
    const auto started = [](const QString &id) {
        return docker({u"inspect"_s, u"--format"_s, u"{{.State.StartedAt}}"_s, id});
    };
    const QString db = containerOf(u"db"_s);
    const QString api = containerOf(u"api"_s);
    const QString dbBefore = started(db);
    const QString apiBefore = started(api);
    openServices();
    hands()->actOnService(project(), u"api"_s, u"Restart"_s);
    await([&] { return started(api) != apiBefore; }, u"api to start anew"_s);
    awaitServices(u"healthy"_s, u"running"_s);
    awaitEnd();
    require(started(db) == dbBefore, u"db to run on"_s);
    photograph(u"restarted"_s);
}

void LabTable::spoil(const QByteArray &before, const QByteArray &after) const
{
    QFile file(folder() + u"/api/app.py"_s);
    require(file.open(QIODevice::ReadOnly), u"to read "_s + file.fileName());
    QByteArray text = file.readAll();
    file.close();
    require(text.contains(before), u"\"%1\" in app.py"_s.arg(QString::fromLatin1(before)));
    text.replace(before, after);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate), u"to write "_s + file.fileName());
    file.write(text);
}

void LabTable::findTheCause()
{
    spoil("app = FastAPI", "appi = FastAPI");
    spoil("@app.", "@appi.");
    openServices();
    hands()->actByMenu(u"Up"_s, u"Build and up"_s);
    awaitServices(u"healthy"_s, u"exited (1)"_s);
    awaitEnd();
    photograph(u"failed"_s);
    hands()->actOnService(project(), u"api"_s, u"Why did it stop?"_s);
    awaitCause(u"uvicorn found no variable “app” in app.py"_s);
    awaitText(u"Last lines"_s, u"Attribute \"app\" not found in module \"app\""_s);
    photograph(u"cause"_s);
    spoil("appi = FastAPI", "app = FastAPI");
    spoil("@appi.", "@app.");
    hands()->press(u"Build and start"_s);
    await([this] { return engineStates() == u"api=running db=running"_s; }, u"the repaired service to run"_s,
          4 * Driver::Patience);
    openServices();
    awaitServices(u"healthy"_s, u"running"_s);
    awaitEnd();
    await(
        [this] {
            try {
                request();
                return true;
            } catch (const Failure &) {
                return false;
            }
        },
        u"the repaired service to answer"_s);
    photograph(u"repaired"_s);
}

void LabTable::cleanUp()
{
    hands()->goTo(u"Clean up"_s);
    auto *tree = see<QAbstractItemView>(u"Clean-up"_s);
    const QStringList containers{u"gantry-tour-bonjour"_s, u"gantry-tour-hello"_s, u"gantry-tour-service"_s,
                                 u"gantry-tour-shell"_s};
    await(
        [&] {
            return Driver::findRow(tree, containers.first(), {}).isValid() && Driver::findButton(u"Measure again"_s);
        },
        u"the stopped containers to be listed"_s);
    require(!isTicked(Driver::findRow(tree->model(), containers.first())), u"no container to be chosen by itself"_s);
    // What others left stays; what can be made again is chosen by itself.
    for (const QString &kind : {u"Build cache"_s, u"Unused networks"_s})
        hands()->tickRow(u"Clean-up"_s, kind, {}, false);
    for (const QString &container : containers)
        hands()->tickRow(u"Clean-up"_s, container, u"Stopped containers"_s, true);
    const QStringList dangling = dockerLines({u"images"_s, u"--quiet"_s, u"--filter"_s, u"dangling=true"_s});
    qsizetype images = 0;
    for (const QString &image : dangling) {
        const bool ours = !m_dangling.contains(image);
        hands()->tickRow(u"Clean-up"_s, image, u"Dangling images"_s, ours);
        images += ours;
    }
    require(images > 0, u"images that the builds left"_s);
    awaitWords(u"4 stopped container"_s);
    photograph(u"chosen"_s);
    hands()->press(u"Clean up"_s);
    const QString verb = u"Remove %1 object"_s.arg(containers.size() + images);
    QAbstractButton *button = nullptr;
    await(
        [&] {
            button = Driver::findIf<QAbstractButton>([&](const QAbstractButton *each) {
                return each->text().startsWith(verb) && each->window()->isActiveWindow();
            });
            return button != nullptr;
        },
        u"a button that begins \"%1\""_s.arg(verb));
    photograph(u"question"_s);
    hands()->press(button->accessibleName());
    awaitWords(u"Freed "_s);
    await([&] { return !Driver::findRow(tree, containers.first(), {}).isValid(); }, u"the containers to be gone"_s);
    const QStringList left = dockerLines({u"ps"_s, u"--all"_s, u"--format"_s, u"{{.Names}}"_s});
    for (const QString &container : containers)
        require(!left.contains(container), container + u" to be removed"_s);
    photograph(u"clean"_s);
}

void LabTable::seeCommands()
{
    const QString all = commands().join(u'\n');
    for (const QString &part :
         {u" run --name gantry-tour-bonjour "_s, u" run -it --name gantry-tour-shell "_s, u" build "_s, u" stop "_s,
          u" up -d"_s, u" down"_s, u" restart"_s, u" up -d --build"_s, u" exec "_s})
        require(all.contains(part), u"\"%1\" among the commands: %2"_s.arg(part, all));
    photograph(u"commands"_s);
}

} // namespace Gantry
