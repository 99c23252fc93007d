// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/connectionmodel.h"
#include "items/projectwords.h"
#include "items/servicemodel.h"
#include "lab/labenvironment.h"
#include "look/banner.h"
#include "look/tableview.h"
#include "look/treeview.h"
#include "projects/projectspage.h"
#include "projects/projectview.h"
#include "projects/servicedelegate.h"
#include "shell/workbench.h"
#include "shellprobe.h"
#include "welcome/samplestarter.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60000;

} // namespace

/// The page in front of a real engine and a real Compose: a person's way through a project.
class TestProjectFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        qputenv("SAMPLE_API_PORT", "18100");
        m_state.emplace(m_dir.filePath(u"settings.ini"_s));
        m_workbench.emplace(&*m_state);
        m_page.emplace(&*m_workbench);
        m_page->resize(1200, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(&*m_page));
        QTRY_VERIFY_WITH_TIMEOUT(!m_workbench->projectCommands()->cli()->isSearching(), patience);
        EndpointDiscovery::Found found;
        found.endpoints = {*Endpoint::parse(Lab::dockerHost())};
        found.explicitly = true;
        m_workbench->engine()->start(found);
        QTRY_COMPARE_WITH_TIMEOUT(m_workbench->engine()->state(), Engine::State::Connected, patience);
        QVERIFY(Lab::copySample(m_dir.filePath(u"guiflow"_s)));
        Q_EMIT m_workbench->openPathRequested(m_dir.filePath(u"guiflow"_s));
        QTRY_VERIFY(m_workbench->projectStore()->project(u"guiflow"_s).files.complete());
        QTRY_COMPARE(tree()->currentIndex().data().toString(), u"guiflow"_s);
    }

    void cleanupTestCase()
    {
        if (!Lab::isUp())
            return;
        Lab::run(Lab::compose2(), {u"-p"_s, u"guiflow"_s, u"down"_s, u"-v"_s}, u"/"_s);
        m_page.reset();
        m_workbench.reset();
    }

    void upByItsButton()
    {
        auto *up = button(u"project.up"_s);
        QTRY_VERIFY(up->isEnabled());
        QVERIFY(!button(u"project.stop"_s)->isEnabled());
        QVERIFY(button(u"project.stop"_s)->toolTip().contains(u"None of its containers runs"_s));
        QTest::mouseClick(up, Qt::LeftButton, {}, QPoint(12, up->height() / 2));
        QVERIFY(m_workbench->operations()->isBusy(u"project:guiflow"_s));
        QVERIFY(!up->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"db"_s), u"healthy"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"api"_s), u"running"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!m_workbench->operations()->isBusy(u"project:guiflow"_s), patience);
        QCOMPARE(tree()->model()->index(0, 1).data().toString(), u"2 of 2 running"_s);
        QCOMPARE(Lab::docker({u"ps"_s, u"-q"_s, u"--filter"_s, u"label=com.docker.compose.project=guiflow"_s})
                     .output.split(u'\n')
                     .size(),
                 2);
    }

    void connectionsAreToldCopiedAndTried()
    {
        auto *tabs = m_page->findChild<QTabBar *>(u"projectTabs"_s);
        tabs->setCurrentIndex(ProjectView::ConnectionsTab);
        const auto *table = m_page->findChild<TableView *>(u"connectionsTable"_s);
        const auto cell = [table](int row, int column) { return table->model()->index(row, column).data().toString(); };
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 4, patience);
        const int inside = 2; // below api's two
        QCOMPARE(cell(inside, ConnectionModel::ServiceColumn), u"db"_s);
        QCOMPARE(cell(inside, ConnectionModel::FromColumn), u"guiflow_default"_s);
        QCOMPARE(cell(inside, ConnectionModel::AddressColumn), u"db:5432"_s);
        QCOMPARE(cell(inside, ConnectionModel::UsedByColumn), u"api: DATABASE_HOST"_s);
        QVERIFY(!cell(inside, ConnectionModel::UrlColumn).contains(u"demo:demo"_s));
        QCOMPARE(cell(1, ConnectionModel::AddressColumn), u"127.0.0.1:18100"_s);
        auto *passwords = m_page->findChild<QCheckBox *>(u"connectionsPasswords"_s);
        QTest::mouseClick(passwords, Qt::LeftButton, {}, QPoint(8, passwords->height() / 2));
        QCOMPARE(cell(inside, ConnectionModel::UrlColumn), u"postgresql://demo:demo@db:5432/demo"_s);

        const QRect copy = table->visualRect(table->model()->index(inside, ConnectionModel::CopyColumn));
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(copy.right() - 24, copy.center().y()));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"postgresql://demo:demo@db:5432/demo"_s);

        const auto *said = m_page->findChild<QLabel *>(u"connectionsSaid"_s);
        QVERIFY2(!said->text().contains(u"demo:demo"_s), qPrintable(said->text()));
        auto *from = m_page->findChild<QComboBox *>(u"reachFrom"_s);
        QCOMPARE(from->currentText(), u"api"_s);
        QCOMPARE(m_page->findChild<QComboBox *>(u"reachTo"_s)->currentText(), u"db:5432"_s);
        auto *reach = m_page->findChild<QPushButton *>(u"reachTry"_s);
        QTest::mouseClick(reach, Qt::LeftButton);
        QCOMPARE(reach->text(), u"Cancel"_s);
        QTRY_COMPARE_WITH_TIMEOUT(said->text(), u"api reaches db:5432."_s, patience);
        const Operation *operation = m_workbench->operations()->operations().last();
        QCOMPARE(operation->state(), Operation::State::Succeeded);
        QVERIFY2(operation->commandLine().contains(u" exec guiflow-api-1 python3 "_s),
                 qPrintable(operation->commandLine()));
        QVERIFY(reach->hasFocus());
        QCOMPARE(reach->text(), u"Try"_s);
        QTest::keyClick(reach, Qt::Key_Space);
        QTest::keyClick(reach, Qt::Key_Space);
        QCOMPARE(said->text(), u"The try was cancelled."_s);
        QVERIFY(reach->hasFocus());
        tabs->setCurrentIndex(0);
    }

    void aServicesOwnButtonsLeaveTheOthersAlone()
    {
        const int row = rowOf(u"api"_s);
        table()->setCurrentIndex(table()->model()->index(row, 0));
        pressInRow(row, ServiceDelegate::Button::Stop);
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(u"api"_s).startsWith(u"exited"_s), patience);
        QCOMPARE(stateOf(u"db"_s), u"healthy"_s);
        QTRY_VERIFY(m_workbench->actions()->action(u"service.start"_s)->isEnabled());
        QTest::keyClick(table(), Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"api"_s), u"running"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_workbench->operations()->running().isEmpty(), patience);
    }

    void stopAndStartByKeys()
    {
        tree()->setCurrentIndex(tree()->model()->index(0, 0));
        tree()->setFocus();
        QTest::keyClick(tree(), Qt::Key_X);
        QTRY_COMPARE_WITH_TIMEOUT(m_workbench->projectStore()->project(u"guiflow"_s).runningContainers(), 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_workbench->actions()->action(u"project.start"_s)->isEnabled(), patience);
        QTest::keyClick(tree(), Qt::Key_S);
        QTRY_COMPARE_WITH_TIMEOUT(m_workbench->projectStore()->project(u"guiflow"_s).runningContainers(), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_workbench->operations()->running().isEmpty(), patience);
    }

    void recreatingIsAskedFirst()
    {
        m_workbench->actions()->action(u"project.recreate"_s)->trigger();
        QMessageBox *box = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((box = question()), patience);
        QCOMPARE(box->text(), u"Up would recreate 2 services of guiflow."_s);
        QVERIFY2(box->informativeText().contains(u"api"_s) && box->informativeText().contains(u"db"_s),
                 qPrintable(box->informativeText()));
        QCOMPARE(verb(box)->text(), u"Recreate 2 services"_s);
        // Nothing has started.
        const auto state = [this] {
            return ProjectWords::busy(*m_workbench->operations(),
                                      m_workbench->projectStore()->project(u"guiflow"_s).containerIds());
        };
        QCOMPARE(state(), QString());
        QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
        QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
        QTRY_COMPARE(m_workbench->operations()->operations().last()->state(), Operation::State::Cancelled);
        QCOMPARE(m_workbench->projectStore()->project(u"guiflow"_s).runningContainers(), 2);
    }

    void downWithVolumesNamesThem()
    {
        QTRY_VERIFY(m_workbench->actions()->action(u"project.downVolumes"_s)->isEnabled());
        m_workbench->actions()->action(u"project.downVolumes"_s)->trigger();
        QMessageBox *box = question();
        QVERIFY(box);
        QVERIFY(box->informativeText().contains(u"guiflow_pgdata"_s));
        QVERIFY(box->informativeText().contains(u"lost"_s));
        QCOMPARE(verb(box)->text(), u"Remove 1 volume and take down"_s);
        QVERIFY(box->defaultButton() == box->button(QMessageBox::Cancel));
        QTest::mouseClick(verb(box), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(u"db"_s), u"not created"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(m_workbench->operations()->running().isEmpty(), patience);
        QVERIFY(
            Lab::docker({u"volume"_s, u"ls"_s, u"-q"_s, u"--filter"_s, u"label=com.docker.compose.project=guiflow"_s})
                .output.isEmpty());
        // It was opened: it is still there, and can be brought up again.
        QTRY_VERIFY(m_workbench->actions()->action(u"project.up"_s)->isEnabled());
    }

    void anInvalidFileShowsComposesOwnWords()
    {
        QFile file(m_dir.filePath(u"guiflow/compose.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("services:\n  api:\n    image: x\n    ports: nonsense\n");
        file.close();
        auto *banner = m_page->findChild<Banner *>(u"projectBanner"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(banner->findChild<QLabel *>(u"bannerConsequence"_s)
                                     ->text()
                                     .contains(u"services.api.ports must be a list"_s),
                                 patience);
    }

    void openingAnInvalidFileShowsComposesOwnWords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown key") << QByteArray("services:\n  api:\n    image: x\n    portz: [80]\n") << u"portz"_s;
        QTest::newRow("no YAML") << QByteArray("services:\n  api:\n   image: x\n  - y\n") << u"yaml: "_s;
    }
    void openingAnInvalidFileShowsComposesOwnWords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const QString folder = m_dir.filePath(u"guibad"_s);
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + u"/compose.yaml"_s);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(text);
        file.close();
        ProjectStore *store = m_workbench->projectStore();
        const auto *banner = m_page->findChild<Banner *>(u"projectBanner"_s);
        const auto *fact = banner->findChild<QLabel *>(u"bannerFact"_s);
        QStringList facts;
        const auto recording = connect(store, &ProjectStore::changed, this, [&] {
            if (banner->isVisible())
                facts.append(fact->text());
        });
        const auto end = qScopeGuard([store, recording] {
            disconnect(recording);
            store->forget(u"guibad"_s);
        });
        tree()->setCurrentIndex({});
        Q_EMIT m_workbench->openPathRequested(folder);
        QTRY_COMPARE(tree()->currentIndex().data().toString(), u"guibad"_s);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
        QCOMPARE(fact->text(), u"Compose does not accept the file, and nothing was changed."_s);
        const QString said = banner->findChild<QLabel *>(u"bannerConsequence"_s)->text();
        QVERIFY2(said.contains(words), qPrintable(said));
        facts.removeAll(fact->text());
        QCOMPARE(facts, QStringList()); // no other words came first
    }

    void theSampleStartsByItsAction()
    {
        qputenv("SAMPLE_API_PORT", "18101");
        const auto down = qScopeGuard([] {
            Lab::run(Lab::compose2(), {u"-p"_s, u"guisample"_s, u"down"_s, u"-v"_s}, u"/"_s);
        });
        Shell shell(m_dir.filePath(u"sample.ini"_s));
        const SampleStarter starter(&shell.workbench, &shell.window);
        QTRY_VERIFY_WITH_TIMEOUT(!shell.workbench.projectCommands()->cli()->isSearching(), patience);
        shell.workbench.engine()->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
        QTRY_VERIFY_WITH_TIMEOUT(shell.isConnected(), patience);
        shell.action(u"sample.start"_s)->trigger();
        auto *dialog = shell.find<QFileDialog>(u"sampleFolder"_s);
        QVERIFY(dialog && dialog->isVisible());
        auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(m_dir.filePath(u"guisample"_s));
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(!shell.workbench.operations()->operations().isEmpty());
        const Operation *up = shell.workbench.operations()->operations().first();
        QTRY_VERIFY_WITH_TIMEOUT(!up->isRunning(), patience);
        QVERIFY2(up->state() == Operation::State::Succeeded, qPrintable(up->error()));
        QTRY_COMPARE(shell.workbench.projectStore()->project(u"guisample"_s).runningContainers(), 2);
        QCOMPARE(Lab::docker({u"ps"_s, u"-q"_s, u"--filter"_s, u"label=com.docker.compose.project=guisample"_s})
                     .output.split(u'\n')
                     .size(),
                 2);
    }

private:
    TreeView *tree() { return m_page->findChild<TreeView *>(u"projectsTree"_s); }
    TableView *table() { return m_page->findChild<TableView *>(u"services"_s); }
    QPushButton *button(const QString &name) { return m_page->findChild<QPushButton *>(name); }
    QMessageBox *question()
    {
        QMessageBox *box = m_page->window()->findChild<QMessageBox *>(u"question"_s);
        return box && box->isVisible() ? box : nullptr;
    }
    static QAbstractButton *verb(QMessageBox *box) { return box->findChild<QPushButton *>(u"questionVerb"_s); }
    int rowOf(const QString &service)
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, 0).data().toString() == service)
                return row;
        }
        return -1;
    }
    QString stateOf(const QString &service)
    {
        const int row = rowOf(service);
        return row < 0 ? QString() : table()->model()->index(row, 1).data().toString();
    }
    void pressInRow(int row, ServiceDelegate::Button button)
    {
        const auto *delegate = qobject_cast<ServiceDelegate *>(table()->itemDelegate());
        QVERIFY(delegate);
        const QRect cell = table()->visualRect(table()->model()->index(row, ServiceModel::ActionsColumn));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, delegate->buttonRect(cell, button).center());
    }

    QTemporaryDir m_dir;
    std::optional<UiState> m_state;
    std::optional<Workbench> m_workbench;
    std::optional<ProjectsPage> m_page;
};

QTEST_MAIN(TestProjectFlow)
#include "tst_projectflow.moc"
