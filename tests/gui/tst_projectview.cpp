// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composelabels.h"
#include "items/servicemodel.h"
#include "look/banner.h"
#include "look/plaintooltip.h"
#include "look/tableview.h"
#include "look/treeview.h"
#include "projects/projectspage.h"
#include "projects/servicedelegate.h"
#include "shellprobe.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QToolButton>
#include <QToolTip>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(text);
}

ContainerSummary container(const QString &project, const QString &service,
                           ContainerState state = ContainerState::Running)
{
    ContainerSummary result;
    result.id = project + u'-' + service;
    result.name = result.id;
    result.state = state;
    result.labels.insert(ComposeLabel::project, project);
    result.labels.insert(ComposeLabel::service, service);
    result.labels.insert(ComposeLabel::version, u"2.26.1"_s);
    return result;
}

/// The window with an engine that lists nothing, over containers that are put in by hand.
struct Projects : Shell
{
    explicit Projects(const QString &stateFile)
        : Shell(stateFile)
    {
        engine.answerBasics();
        // The containers are the tests' own: the list that is fetched a second later would take them away.
        engine.on("/containers/json", [this](QLocalSocket *socket, const FakeEngine::Request &) {
            if (!std::exchange(m_isListed, true))
                FakeEngine::send(socket, "[]");
        });
        connectTo(engine);
    }
    bool isReady() const { return isConnected() && !workbench.projectCommands()->cli()->isSearching(); }
    ContainerStore *containers() const { return workbench.engine()->containers(); }
    TreeView *tree() const { return find<TreeView>(u"projectsTree"_s); }
    TableView *table() const { return find<TableView>(u"services"_s); }
    QString banner(const QString &part) const
    {
        const auto *banner = find<Banner>(u"projectBanner"_s);
        return banner->isVisible() ? banner->findChild<QLabel *>(part)->text() : QString();
    }
    void chooseProject(const QString &name) const
    {
        Q_EMIT const_cast<Workbench &>(workbench).showProjectRequested(name);
    }

    FakeEngine engine;
    bool m_isListed = false;
};

} // namespace

/// A chosen project, in the whole window.
class TestProjectView : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginShells(); }

    void theIconsOfAServiceSayWhyTheyDoNothing()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        write(m_folder.filePath(u"shop/compose.yaml"_s), "services: {api: {image: x}, db: {image: y}}\n");
        ContainerSummary api = container(u"shop"_s, u"api"_s);
        api.labels.insert(ComposeLabel::workingDirectory, m_folder.filePath(u"shop"_s));
        api.labels.insert(ComposeLabel::configFiles, m_folder.filePath(u"shop/compose.yaml"_s));
        shell.containers()->replaceAll({api});
        shell.chooseProject(u"shop"_s);
        QTRY_COMPARE(shell.table()->model()->rowCount(), 2);
        using Button = ServiceDelegate::Button;
        QCOMPARE(iconTip(shell, 0, Button::Start), u"Start api alone\nIt runs already."_s);
        QCOMPARE(iconTip(shell, 0, Button::Stop), u"Stop api alone"_s);
        QCOMPARE(iconTip(shell, 1, Button::Start), u"Start db alone\nIt has no containers yet: Up creates them."_s);
        Operation *operation = shell.workbench.operations()->begin(u"x"_s, {}, {u"shop-api"_s});
        QVERIFY(iconTip(shell, 0, Button::Stop).contains(u"Another action on this service is running"_s));
        operation->succeed();
        shell.containers()->update({u"shop-api"_s}, {container(u"shop"_s, u"api"_s, ContainerState::Exited)});
        QCOMPARE(iconTip(shell, 0, Button::Stop), u"Stop api alone\nIt does not run."_s);
    }

    void whyAServiceStoppedIsAClickOrAKeyAway()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        ContainerSummary api = container(u"shop"_s, u"api"_s, ContainerState::Exited);
        api.exitCode = 1;
        shell.containers()->replaceAll({api, container(u"shop"_s, u"db"_s)});
        shell.window.showPage(u"projects"_s);
        shell.chooseProject(u"shop"_s);
        QTRY_COMPARE(shell.table()->model()->rowCount(), 2);
        QSignalSpy asked(&shell.workbench, &Workbench::showContainerCauseRequested);
        const QModelIndex link = shell.table()->model()->index(0, ServiceModel::LinkColumn);
        QCOMPARE(link.data().toString(), u"Why did it stop?"_s);
        const QRect cell = shell.table()->visualRect(link);
        QTest::mouseClick(shell.table()->viewport(), Qt::LeftButton, {}, {cell.right() - 24, cell.center().y()});
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.takeFirst().first().toString(), u"shop-api"_s);
        QCOMPARE(shell.window.currentPage()->id(), u"containers"_s);

        shell.window.showPage(u"projects"_s);
        shell.table()->setCurrentIndex(shell.table()->model()->index(0, 0));
        QTRY_VERIFY(shell.action(u"service.cause"_s)->isEnabled());
        QTest::keyClick(shell.table(), Qt::Key_W);
        QCOMPARE(asked.size(), 1);
        shell.window.showPage(u"projects"_s);
        shell.table()->setCurrentIndex(shell.table()->model()->index(1, 0));
        QTRY_VERIFY(!shell.action(u"service.cause"_s)->isEnabled());
        QTest::keyClick(shell.table(), Qt::Key_W);
        QCOMPARE(asked.size(), 1);
    }

    void whatWorksWithoutTheFileIsPromisedOnlyWhereThereAreContainers()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        const QString file = m_folder.filePath(u"lost/compose.yaml"_s);
        write(file, "services: {api: {image: x}}\n");
        shell.workbench.openPath(file);
        QTRY_VERIFY(shell.workbench.projectStore()->project(u"lost"_s).files.complete());
        QVERIFY(QFile::remove(file));
        QTRY_COMPARE(shell.banner(u"bannerFact"_s), file + u" was not found on this machine."_s);
        QCOMPARE(shell.banner(u"bannerConsequence"_s), u"Up needs it."_s);
        // What is there instead is called what it is.
        QVERIFY(QDir().mkpath(file));
        QTRY_COMPARE(shell.banner(u"bannerFact"_s), file + u" is a folder, not a file."_s);
        QVERIFY(!shell.action(u"project.stop"_s)->isEnabled());
        shell.containers()->replaceAll({container(u"lost"_s, u"api"_s)});
        QTRY_VERIFY(shell.banner(u"bannerConsequence"_s).startsWith(u"Start, Stop, Restart and Down work"_s));
        QVERIFY(shell.action(u"project.stop"_s)->isEnabled());
    }

    void aNameThatComposeRefusesIsSaid()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        shell.workbench.projectCommands()->cli()->setPrograms(
            {{ComposeProgram::Kind::DockerPlugin, u"/bin/false"_s, u"2.26.1"_s}});
        shell.containers()->replaceAll({container(u"-rf"_s, u"api"_s)});
        shell.chooseProject(u"-rf"_s);
        QTRY_COMPARE(shell.banner(u"bannerFact"_s), u"Compose does not accept the name of this project."_s);
        QVERIFY(shell.banner(u"bannerConsequence"_s).endsWith(u"Up needs a name of a-z, 0-9, - and _ only."_s));
        QVERIFY(shell.action(u"project.stop"_s)->isEnabled());
        QVERIFY(!shell.action(u"project.up"_s)->isEnabled());
        QVERIFY(!shell.workbench.projectCommands()->canCheck(u"-rf"_s));
    }

    void whatCannotBeOpenedIsSaidInTheWindow()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        const auto *bar = shell.find<Banner>(u"openFailureBar"_s);
        const auto *consequence = bar->findChild<QLabel *>(u"bannerConsequence"_s);
        QVERIFY(!bar->isVisible());
        const QString empty = m_folder.filePath(u"empty"_s);
        QVERIFY(QDir().mkpath(empty));
        shell.workbench.openPath(empty);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY2(consequence->text().contains(u"no Compose file in "_s + empty), qPrintable(consequence->text()));
        QCOMPARE(consequence->textFormat(), Qt::PlainText);
        QCOMPARE(shell.workbench.projectStore()->size(), 0);

        // What fails later joins it, each once.
        for (const QString &name : {u"gone.yaml"_s, u"lost.yaml"_s, u"gone.yaml"_s})
            shell.workbench.openPath(m_folder.filePath(name));
        QTRY_COMPARE(consequence->text().count(u'\n'), 2);
        QCOMPARE(bar->findChild<QLabel *>(u"bannerFact"_s)->text(), u"3 file(s) or folder(s) could not be opened."_s);
        for (const QString &name : {u"empty"_s, u"gone.yaml does not exist"_s, u"lost.yaml does not exist"_s})
            QVERIFY2(consequence->text().contains(name), qPrintable(consequence->text()));
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(bar->parentWidget()->rect().contains(bar->geometry()));

        QTest::keyClick(shell.window.focusWidget(), Qt::Key_Escape);
        QVERIFY(!bar->isVisible());
        shell.workbench.openPath(m_folder.filePath(u"gone.yaml"_s));
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(!consequence->text().contains(u'\n')); // the others were dismissed
        QTest::mouseClick(bar->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
        QVERIFY(shell.window.focusWidget());
    }

    void ofSeveralFilesOfOneProjectOneIsShownAndTheOthersAreNamed()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        for (const QString &name : {u"first"_s, u"second"_s, u"third"_s})
            write(m_folder.filePath(u"several/%1.yaml"_s.arg(name)), "services: {" + name.toUtf8() + ": {image: x}}\n");
        for (const QString &name : {u"first"_s, u"second"_s, u"third"_s})
            shell.workbench.openPath(m_folder.filePath(u"several/%1.yaml"_s.arg(name)));
        const auto *bar = shell.find<Banner>(u"openFailureBar"_s);
        QTRY_VERIFY(bar->isVisible());
        QCOMPARE(bar->findChild<QLabel *>(u"bannerFact"_s)->text(), u"2 file(s) or folder(s) could not be opened."_s);
        const QString said = bar->findChild<QLabel *>(u"bannerConsequence"_s)->text();
        for (const QString &name : {u"first"_s, u"second"_s}) {
            QVERIFY2(said.contains(u"several/%1.yaml is not shown: %2, which"_s.arg(
                         name, m_folder.filePath(u"several/third.yaml"_s))),
                     qPrintable(said));
        }
        QTRY_VERIFY(shell.workbench.projectStore()->project(u"several"_s).service(u"third"_s));
        QVERIFY2(shell.find<QLabel>(u"projectPath"_s)->text().endsWith(u"several/third.yaml"_s),
                 qPrintable(shell.find<QLabel>(u"projectPath"_s)->text()));
    }

    void bothNoticesStandAboveEachOther()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        const auto *lower = shell.find<Banner>(u"failureBar"_s);
        const auto *upper = shell.find<Banner>(u"openFailureBar"_s);
        shell.workbench.openPath(m_folder.filePath(u"gone.yaml"_s));
        QTRY_VERIFY(upper->isVisible());
        const QRect alone = upper->geometry();
        shell.workbench.operations()->begin(u"Stop shop"_s, {}, {u"shop"_s})->fail(u"It failed."_s);
        QTRY_VERIFY(lower->isVisible());
        QCOMPARE(alone.bottom(), lower->geometry().bottom());
        QTRY_VERIFY(upper->geometry().bottom() < lower->geometry().top());
        shell.action(u"failure.hide"_s)->trigger();
        QTRY_COMPARE(upper->geometry(), alone);
    }

    void aProjectThatIsGoneIsNotFollowedByAnother()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        shell.containers()->replaceAll({container(u"ext"_s, u"web"_s), container(u"old"_s, u"web"_s)});
        shell.chooseProject(u"ext"_s);
        QTRY_VERIFY(shell.action(u"project.down"_s)->isEnabled());
        auto *view = shell.find<QWidget>(u"projectView"_s);
        const auto *gone = view->findChild<QWidget *>(u"projectGone"_s);
        const auto *down = view->findChild<QPushButton *>(u"project.down"_s);
        QVERIFY(down->isVisible());
        shell.containers()->update({u"ext-web"_s}, {});
        QVERIFY(gone->isVisible());
        QVERIFY(!down->isVisible());
        QVERIFY(says(gone, u"ext is no more: its containers were removed and no file of it is known."_s));
        QVERIFY(!shell.tree()->currentIndex().isValid());
        for (const QString &id : {u"project.down"_s, u"project.stop"_s, u"project.forget"_s})
            QVERIFY2(!shell.action(id)->isEnabled(), qPrintable(id));

        // Nor when the list gets the keyboard, and not by what other projects do.
        view->window()->setFocus();
        shell.tree()->setFocus(Qt::TabFocusReason);
        shell.containers()->update({u"old-web"_s}, {container(u"old"_s, u"web"_s, ContainerState::Exited)});
        QVERIFY(gone->isVisible());
        QVERIFY(!shell.action(u"project.down"_s)->isEnabled());

        QTest::keyClick(shell.tree(), Qt::Key_Down);
        QVERIFY(!gone->isVisible());
        QCOMPARE(shell.tree()->currentIndex().data().toString(), u"old"_s);
        QVERIFY(shell.action(u"project.down"_s)->isEnabled());

        // One that comes back is shown again.
        shell.containers()->update({}, {container(u"ext"_s, u"web"_s)});
        shell.containers()->update({u"old-web"_s}, {});
        QVERIFY(gone->isVisible());
        shell.containers()->update({}, {container(u"old"_s, u"web"_s)});
        QVERIFY(!gone->isVisible());
        QCOMPARE(shell.tree()->currentIndex().data().toString(), u"old"_s);
    }

    void aForgottenProjectIsNotFollowedByAnother()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        shell.containers()->replaceAll({container(u"old"_s, u"web"_s)});
        write(m_folder.filePath(u"mine/compose.yaml"_s), "services: {api: {image: x}}\n");
        shell.workbench.openPath(m_folder.filePath(u"mine"_s));
        QTRY_COMPARE(shell.tree()->currentIndex().data().toString(), u"mine"_s);
        QTest::keyClick(shell.tree(), Qt::Key_Delete);
        QVERIFY(says(shell.find<QWidget>(u"projectGone"_s), u"mine is no longer in the list."_s));
        QVERIFY(!shell.tree()->currentIndex().isValid());
    }

    void whatHasContainersIsNotForgotten()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        write(m_folder.filePath(u"kept/compose.yaml"_s), "services: {api: {image: x}}\n");
        shell.workbench.openPath(m_folder.filePath(u"kept"_s));
        QTRY_COMPARE(shell.tree()->currentIndex().data().toString(), u"kept"_s);
        const QAction *forget = shell.action(u"project.forget"_s);
        QVERIFY(forget->isEnabled());
        shell.containers()->replaceAll({container(u"kept"_s, u"api"_s)});
        QVERIFY(!forget->isEnabled());
        QVERIFY2(forget->toolTip().contains(u"It has containers: Down removes those first."_s),
                 qPrintable(forget->toolTip()));
        QTest::keyClick(shell.tree(), Qt::Key_Delete);
        QVERIFY(shell.workbench.projectStore()->project(u"kept"_s).isOpened());
        shell.containers()->replaceAll({});
        QVERIFY(forget->isEnabled());
        QTest::keyClick(shell.tree(), Qt::Key_Delete);
        QVERIFY(!shell.workbench.projectStore()->contains(u"kept"_s));
    }

    void aFileThatIsThereKeepsAProjectThatWentDown()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        shell.workbench.projectCommands()->cli()->setPrograms(
            {{ComposeProgram::Kind::Standalone, u"true"_s, u"2.26.1"_s}});
        write(m_folder.filePath(u"ghost/compose.yaml"_s), "services: {api: {image: x}}\n");
        ContainerSummary api = container(u"ghost"_s, u"api"_s);
        api.labels.insert(ComposeLabel::workingDirectory, m_folder.filePath(u"ghost"_s));
        api.labels.insert(ComposeLabel::configFiles, m_folder.filePath(u"ghost/compose.yaml"_s));
        shell.containers()->replaceAll({api});
        shell.chooseProject(u"ghost"_s);
        QTRY_VERIFY(shell.action(u"project.up"_s)->isEnabled());
        shell.containers()->update({u"ghost-api"_s}, {});
        QVERIFY(!shell.find<QWidget>(u"projectGone"_s)->isVisible());
        QCOMPARE(shell.tree()->currentIndex().data().toString(), u"ghost"_s);
        QCOMPARE(shell.tree()->currentIndex().siblingAtColumn(1).data().toString(), u"not created"_s);
        QVERIFY(shell.action(u"project.up"_s)->isEnabled());
        QVERIFY(shell.action(u"project.forget"_s)->isEnabled());
    }

    void aFileThatComposeRefusesIsNotOfferedUntilItChanges()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        ComposeCli *cli = shell.workbench.projectCommands()->cli();
        const QString file = m_folder.filePath(u"bad/compose.yaml"_s);
        const QString judge = m_folder.filePath(u"judge"_s);
        // Compose's part: it refuses a file that says so.
        const QString other = m_folder.filePath(u"other.yaml"_s);
        write(judge,
              "#!/bin/sh\nif grep -qs refused '" + file.toUtf8() + "' '" + other.toUtf8()
                  + "'; then echo 'it is refused' >&2; exit 15; fi\n"
                    "echo '{\"services\": {\"api\": {\"image\": \"x\"}}}'\n");
        QVERIFY(QFile::setPermissions(judge, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        cli->setPrograms({{ComposeProgram::Kind::Standalone, judge, u"2.26.1"_s}});
        write(file, "services: {api: {image: refused}}\n");
        shell.workbench.openPath(file);
        QTRY_VERIFY(shell.banner(u"bannerFact"_s).startsWith(u"Compose does not accept the file"_s));
        const auto *up = shell.find<QWidget>(u"projectView"_s)->findChild<QPushButton *>(u"project.up"_s);
        for (const QString &id : {u"project.up"_s, u"project.upBuild"_s, u"project.upPull"_s}) {
            QVERIFY2(!shell.action(id)->isEnabled(), qPrintable(id));
            QVERIFY2(shell.action(id)->toolTip().contains(u"it is refused"_s), qPrintable(shell.action(id)->toolTip()));
        }
        QVERIFY(!up->isEnabled());
        QVERIFY2(toolTipText(up->toolTip()).contains(u"it is refused"_s), qPrintable(up->toolTip()));
        shell.workbench.projectCommands()->up(u"bad"_s, {});
        QVERIFY(shell.workbench.operations()->operations().last()->failure().text().contains(u"it is refused"_s));
        write(file, "services: {api: {image: x}}\n");
        QTRY_VERIFY(shell.action(u"project.up"_s)->isEnabled());
        QVERIFY(up->isEnabled());
        QVERIFY(!shell.find<Banner>(u"projectBanner"_s)->isVisible());

        // It is another file that is at fault, which is not watched.
        write(other, "refused");
        shell.workbench.projectCommands()->check(u"bad"_s);
        QTRY_VERIFY(!shell.action(u"project.up"_s)->isEnabled());
        QVERIFY(QFile::remove(other));
        shell.action(u"shell.refresh"_s)->trigger();
        QTRY_VERIFY(shell.action(u"project.up"_s)->isEnabled());
    }

    void aComposeThatDoesNotAnswerIsSaidAndLeft()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        ProjectCommands *commands = shell.workbench.projectCommands();
        const QString file = m_folder.filePath(u"silent/compose.yaml"_s);
        const QString judge = m_folder.filePath(u"silentjudge"_s);
        const QString answering = m_folder.filePath(u"answering"_s);
        const QString pid = m_folder.filePath(u"silentpid"_s);
        write(judge,
              "#!/bin/sh\nif [ ! -e '" + answering.toUtf8() + "' ]; then trap '' INT TERM; echo $$ >'" + pid.toUtf8()
                  + "'; while :; do sleep 0.05; done; fi\necho '{\"services\": {\"api\": {\"image\": \"x\"}}}'\n");
        QVERIFY(QFile::setPermissions(judge, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        commands->setCheckPatience(1000);
        commands->cli()->setPrograms({{ComposeProgram::Kind::Standalone, judge, u"2.26.1"_s}});
        write(file, "services: {api: {image: x}}\n");
        shell.workbench.openPath(file);
        QTRY_COMPARE(shell.banner(u"bannerFact"_s), u"Compose does not answer."_s);
        const QString advice = shell.banner(u"bannerConsequence"_s);
        QVERIFY2(advice.contains(u"silent for 1 s"_s) && advice.contains(u"Run docker-compose config"_s),
                 qPrintable(advice));
        QFile told(pid);
        QVERIFY(told.open(QIODevice::ReadOnly));
        const QString process = u"/proc/"_s + QString::fromLatin1(told.readAll().trimmed());
        QTRY_VERIFY(!QFile::exists(process)); // though it hears no other signal than SIGKILL
        QVERIFY(shell.action(u"project.up"_s)->isEnabled());

        write(answering, {});
        const auto *banner = shell.find<Banner>(u"projectBanner"_s);
        const auto buttons = banner->findChildren<QPushButton *>();
        const auto again = std::find_if(buttons.cbegin(), buttons.cend(),
                                        [](const QPushButton *each) { return each->text() == u"Try again"_s; });
        QVERIFY(again != buttons.cend());
        QTest::mouseClick(*again, Qt::LeftButton);
        QTRY_VERIFY(!banner->isVisible());
    }

    void thePathOfAFileThatIsGoneIsStillSaid()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        const QString file = m_folder.filePath(u"conf/compose.yaml"_s);
        write(file, "services: {api: {image: x}}\n");
        shell.workbench.openPath(file);
        const auto *path = shell.find<QLabel>(u"projectPath"_s);
        QTRY_VERIFY(shell.workbench.projectStore()->project(u"conf"_s).files.complete());
        QVERIFY(path->text().endsWith(u"conf/compose.yaml"_s));
        QVERIFY(QFile::remove(file));
        QTRY_VERIFY(!shell.workbench.projectStore()->project(u"conf"_s).files.missing.isEmpty());
        QVERIFY2(path->text().endsWith(u"conf/compose.yaml"_s), qPrintable(path->text()));
        QTest::mouseClick(shell.find<QToolButton>(u"projectCopyPath"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), file);
    }

    void servicesSayWhatTheirProjectSays_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("word");
        QTest::newRow("stop") << QStringList{u"docker"_s, u"compose"_s, u"stop"_s} << u"stopping…"_s;
        QTest::newRow("start") << QStringList{u"docker"_s, u"compose"_s, u"start"_s} << u"starting…"_s;
        QTest::newRow("down") << QStringList{u"docker"_s, u"compose"_s, u"down"_s} << u"removing…"_s;
    }
    void servicesSayWhatTheirProjectSays()
    {
        QFETCH(QStringList, command);
        QFETCH(QString, word);
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        shell.containers()->replaceAll({container(u"shop"_s, u"api"_s), container(u"shop"_s, u"db"_s)});
        shell.chooseProject(u"shop"_s);
        Operation *whole
            = shell.workbench.operations()->begin(u"x"_s, command, {u"project:shop"_s, u"shop-api"_s, u"shop-db"_s});
        const QModelIndex project = shell.tree()->model()->index(0, 0);
        const auto inTree = [&](int row) { return shell.tree()->model()->index(row, 1, project).data().toString(); };
        const auto inTable
            = [&](int row) { return shell.table()->model()->index(row, ServiceModel::StateColumn).data().toString(); };
        QCOMPARE(project.siblingAtColumn(1).data().toString(), word);
        for (const int row : {0, 1}) {
            QCOMPARE(inTree(row), word);
            QCOMPARE(inTable(row), word);
        }
        whole->succeed();
        QCOMPARE(inTree(0), u"running"_s);

        // One that is stopped alone says so as well, and the others say nothing.
        Operation *alone = shell.workbench.operations()->begin(u"x"_s, command, {u"shop-db"_s});
        QCOMPARE(inTree(1), word);
        QCOMPARE(inTable(1), word);
        QCOMPARE(inTree(0), u"running"_s);
        QCOMPARE(inTable(0), u"running"_s);
        alone->succeed();
    }

    void aFolderThatComesBackIsFoundByF5AndByChoosingItAgain()
    {
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        const auto folder = [this](const QString &name) { return m_folder.filePath(name); };
        write(folder(u"a/b/far/compose.yaml"_s), "services: {api: {image: x}}\n");
        shell.containers()->replaceAll({container(u"old"_s, u"web"_s)});
        shell.workbench.openPath(folder(u"a/b/far"_s));
        const auto isThere = [&shell] { return shell.workbench.projectStore()->project(u"far"_s).files.complete(); };
        QTRY_VERIFY(isThere());
        QTRY_COMPARE(shell.tree()->currentIndex().data().toString(), u"far"_s);
        // So far up that it is not watched.
        QVERIFY(QDir().rename(folder(u"a"_s), folder(u"away"_s)));
        shell.action(u"shell.refresh"_s)->trigger();
        QTRY_VERIFY(shell.banner(u"bannerFact"_s).contains(u"far/compose.yaml was not found"_s));
        QVERIFY(!shell.action(u"project.up"_s)->isEnabled());
        QVERIFY(QDir().rename(folder(u"away"_s), folder(u"a"_s)));
        QTRY_VERIFY(isThere());
        QVERIFY(QDir().rename(folder(u"a"_s), folder(u"away"_s)));
        shell.containers()->replaceAll({container(u"old"_s, u"web"_s)}); // F5 has listed none
        shell.chooseProject(u"old"_s);
        shell.chooseProject(u"far"_s);
        QTRY_VERIFY(!isThere());
    }

    void aFolderThatIsGoneIsNotCalledAFileThatComposeRefuses_data()
    {
        QTest::addColumn<bool>("created"); // then Up asks Compose for its plan first
        QTest::newRow("not created") << false;
        QTest::newRow("created") << true;
    }
    void aFolderThatIsGoneIsNotCalledAFileThatComposeRefuses()
    {
        QFETCH(bool, created);
        Projects shell(stateFile());
        QTRY_VERIFY(shell.isReady());
        ComposeCli *cli = shell.workbench.projectCommands()->cli();
        cli->setPrograms({{ComposeProgram::Kind::Standalone, u"true"_s, u"2.26.1"_s}});
        const auto folder = [this](const QString &name) { return m_folder.filePath(name); };
        QDir(folder(u"e"_s)).removeRecursively();
        write(folder(u"c/d/gone/compose.yaml"_s), "services: {api: {image: x}}\n");
        if (created)
            shell.containers()->replaceAll({container(u"gone"_s, u"api"_s)});
        shell.workbench.openPath(folder(u"c/d/gone"_s));
        QTRY_VERIFY(shell.workbench.projectStore()->project(u"gone"_s).files.complete());
        QTRY_VERIFY(shell.action(u"project.up"_s)->isEnabled());
        QVERIFY(QDir().rename(folder(u"c"_s), folder(u"e"_s)));
        shell.action(u"project.up"_s)->trigger();
        const Operation *up = shell.workbench.operations()->operations().last();
        QTRY_COMPARE(up->state(), Operation::State::Failed);
        QVERIFY2(up->failure().text().contains(u"gone was not found on this machine"_s),
                 qPrintable(up->failure().text()));
        QTRY_VERIFY(shell.banner(u"bannerFact"_s).contains(u"gone/compose.yaml was not found"_s));
        QVERIFY(!shell.action(u"project.up"_s)->isEnabled());
    }

    void noButtonShowsAPartOfItsWord_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("longWords");
        QTest::newRow("wide") << QSize(1440, 900) << false;
        QTest::newRow("wide, long words") << QSize(1440, 900) << true;
        QTest::newRow("1000") << QSize(1000, 600) << false;
        QTest::newRow("1000, long words") << QSize(1000, 600) << true;
        QTest::newRow("800") << QSize(800, 600) << false;
        QTest::newRow("800, long words") << QSize(800, 600) << true;
        QTest::newRow("least") << QSize(560, 400) << true;
    }
    void noButtonShowsAPartOfItsWord()
    {
        QFETCH(QSize, size);
        QFETCH(bool, longWords);
        Projects shell(stateFile());
        shell.theme.apply();
        QTRY_VERIFY(shell.isReady());
        ContainerSummary web = container(u"a-project-with-a-long-name"_s, u"web"_s);
        web.labels.insert(ComposeLabel::workingDirectory, u"/srv/some/where/far/away/from/everything/else"_s);
        shell.containers()->replaceAll({web});
        if (longWords) {
            shell.action(u"project.stop"_s)->setIconText(u"Arrêter"_s);
            shell.action(u"project.restart"_s)->setIconText(u"Redémarrer"_s);
            shell.action(u"project.down"_s)->setIconText(u"Démonter tout"_s);
        }
        shell.chooseProject(web.labels.value(ComposeLabel::project));
        shell.action(u"shell.operations"_s)->setChecked(true);
        shell.window.resize(size);
        const auto *header = shell.find<QWidget>(u"projectHeader"_s);
        const auto *view = shell.find<QWidget>(u"projectView"_s);
        const auto buttons = [header] {
            QList<QPushButton *> found;
            for (const QString &name :
                 {u"project.up"_s, u"project.stop"_s, u"project.restart"_s, u"project.down"_s, u"projectMore"_s})
                found.append(header->findChild<QPushButton *>(name));
            return found;
        };
        const auto areWhole = [&] {
            int end = 0;
            for (const QPushButton *button : buttons()) {
                const int left = button->mapTo(view, QPoint(0, 0)).x();
                if (button->width() < button->sizeHint().width() || left < end)
                    return false;
                end = left + button->width();
            }
            return end <= view->width();
        };
        QTRY_COMPARE(shell.window.size(), size);
        QTRY_VERIFY(areWhole());
        QPushButton *restart = buttons().at(2);
        const bool folded = restart->text().isEmpty();
        if (size.width() == 1440 || size.width() == 560)
            QCOMPARE(folded, size.width() == 560);
        const QString name = longWords ? u"Redémarrer"_s : u"Restart"_s;
        QCOMPARE(restart->accessibleName(), name);
        QCOMPARE(toolTipText(restart->toolTip()).startsWith(name + u'\n'), folded);
        // With more room the words are back.
        shell.window.resize(1440, 900);
        QTRY_COMPARE(restart->text(), name);
        QTRY_VERIFY(areWhole());
    }

private:
    static bool says(const QWidget *page, const QString &sentence)
    {
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&sentence](const QLabel *label) { return label->text() == sentence; });
    }
    static QString iconTip(const Projects &shell, int row, ServiceDelegate::Button button)
    {
        TableView *table = shell.table();
        const auto *delegate = qobject_cast<ServiceDelegate *>(table->itemDelegate());
        const QRect cell = table->visualRect(table->model()->index(row, ServiceModel::ActionsColumn));
        const QPoint position = delegate->buttonRect(cell, button).center();
        QHelpEvent help(QEvent::ToolTip, position, table->viewport()->mapToGlobal(position));
        QApplication::sendEvent(table->viewport(), &help);
        return toolTipText(QToolTip::text());
    }
};

QTEST_MAIN(TestProjectView)
#include "tst_projectview.moc"
