// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/volumemodel.h"
#include "look/banner.h"
#include "look/buttonkind.h"
#include "shell/page.h"
#include "shellprobe.h"

#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QTableView>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The pages of images, volumes and networks in the window.
class TestListPages : public QObject, private ShellFiles
{
    Q_OBJECT

    static QTableView *openList(Shell *shell, const FakeEngine &engine, const QString &page)
    {
        shell->window.resize(1440, 900);
        shell->connectTo(engine);
        shell->window.showPage(page);
        return shell->find<QTableView>(page + u"Table"_s);
    }

private Q_SLOTS:
    void initTestCase() { beginShells(); }

    void listsFollowTheWidthOfTheWindow_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"images", "volumes", "networks"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }

    void listsFollowTheWidthOfTheWindow()
    {
        QFETCH(QString, page);
        const QString state = stateFile();
        FakeEngine engine;
        engine.answerBasics();
        const QByteArray name = QByteArray(64, '0');
        engine.answer("/images/json",
                      R"([{"Id": "sha256:553a846aa548553a846aa548", "RepoTags": ["gantry-lab/)" + name
                          + R"(:latest"], "Size": 123456789, "Created": 1700000000}])");
        engine.answer("/volumes",
                      R"({"Volumes": [{"Name": ")" + name
                          + R"(", "Driver": "local", "CreatedAt": "2024-01-01T00:00:00Z"}]})");
        engine.answer("/networks",
                      R"([{"Name": ")" + name + R"(", "Id": "n1", "Driver": "bridge", "Created": "2024-01-01T00:00:00Z",
                                        "IPAM": {"Config": [{"Subnet": "172.18.0.0/16", "Gateway": "172.18.0.1"}]}}])");
        int chosen = 0;
        {
            Shell shell(state);
            auto *table = openList(&shell, engine, page);
            QTRY_COMPARE(table->model()->rowCount(), 1);
            QTRY_VERIFY(table->isVisible());
            QHeaderView *header = table->horizontalHeader();
            const QAbstractItemView *view = table;
            const int last = header->count() - 1;
            const auto fits = [&] { return header->length() == table->viewport()->width(); };
            const auto holds = [&](int column) {
                return header->sectionSize(column)
                    >= std::max(view->sizeHintForColumn(column), header->sectionSizeHint(column));
            };
            for (const int width : {1440, 1000, 820, 1200, 1000}) {
                shell.window.resize(width, 900);
                QTRY_COMPARE(shell.window.width(), width);
                QTRY_VERIFY2(fits(), qPrintable(QString::number(width)));
                for (int column = 1; column <= last; ++column)
                    if (!header->isSectionHidden(column))
                        QTRY_VERIFY2(holds(column), qPrintable(QStringLiteral("%1 at %2").arg(column).arg(width)));
            }
            // What the user made wider stays so while it fits, and all do to the last pixel.
            shell.window.resize(1440, 900);
            QTRY_COMPARE(shell.window.width(), 1440);
            header->resizeSection(1, header->sectionSize(1) + 90);
            chosen = header->sectionSize(1);
            QVERIFY(fits());
            shell.window.resize(1420, 900);
            QTRY_COMPARE(shell.window.width(), 1420);
            QTRY_VERIFY(fits());
            QCOMPARE(header->sectionSize(1), chosen);
            shell.window.resize(560, 700);
            QTRY_COMPARE(shell.window.width(), 560);
            QTRY_VERIFY(fits());
        }
        Shell shell(state);
        auto *table = openList(&shell, engine, page);
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTRY_COMPARE(table->horizontalHeader()->sectionSize(1), chosen);
    }

    void refreshListsAgainAndSaysWhatFailed()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        QTRY_COMPARE(engine.countOf("/containers/json"), 2); // the second to be sure of the first
        QTest::keyClick(&shell.window, Qt::Key_F5);
        QTRY_COMPARE(engine.countOf("/containers/json"), 3);

        auto *banner = shell.find<Banner>(u"windowBanner"_s);
        engine.answer("/volumes", R"({"message": "disk <b>full"})", 500);
        QTest::keyClick(&shell.window, Qt::Key_F5);
        QTRY_VERIFY(banner->isVisible());
        const auto says = [banner](const QString &words) {
            const QList<QLabel *> labels = banner->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
                return label->text().contains(words) && label->textFormat() == Qt::PlainText;
            });
        };
        QTRY_VERIFY(says(u"disk <b>full"_s));
        engine.answer("/volumes", R"({"Volumes": null})");
        QTest::mouseClick(buttonNamed(banner, u"Retry"_s), Qt::LeftButton);
        QTRY_VERIFY(!banner->isVisible());
    }

    void listsAreSortedWithoutTheMouse()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/volumes", R"({"Volumes": [{"Name": "a", "Driver": "z"}, {"Name": "b", "Driver": "y"}]})");
        shell.connectTo(engine);
        QTRY_COMPARE(shell.workbench.engine()->volumes().size(), 2);
        shell.window.showPage(u"projects"_s);
        QVERIFY(!shell.action(u"shell.sort"_s)->isEnabled());
        shell.window.showPage(u"volumes"_s);
        auto *table = shell.find<QTableView>(u"volumesTable"_s);
        QTRY_COMPARE(table->model()->rowCount(), 2);
        // The menu opens on the present column.
        const auto choose = [&shell](int further) {
            shell.action(u"shell.sort"_s)->trigger();
            auto *menu = shell.window.findChild<QMenu *>(u"sortMenu"_s);
            for (int i = 0; i < further; ++i)
                QTest::keyClick(menu, Qt::Key_Down);
            QTest::keyClick(menu, Qt::Key_Return);
            return QTest::qWaitFor([&shell] { return !shell.window.findChild<QMenu *>(u"sortMenu"_s); });
        };
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"a"_s);
        QVERIFY(choose(VolumeModel::DriverColumn));
        QCOMPARE(table->horizontalHeader()->sortIndicatorSection(), int(VolumeModel::DriverColumn));
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"b"_s);
        QVERIFY(choose(0));
        QCOMPARE(table->model()->index(0, 0).data().toString(), u"a"_s);
    }

    void removingVolumesAsksOnceAndNamesThem()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/volumes", R"({"Volumes": [{"Name": "data", "Driver": "local"}]})");
        QByteArrayList removed;
        engine.on("/volumes/data", [&removed](QLocalSocket *socket, const FakeEngine::Request &request) {
            removed.append(request.method + ' ' + request.target);
            socket->write("HTTP/1.1 204 No Content\r\n\r\n");
        });
        shell.connectTo(engine);
        QTRY_COMPARE(shell.workbench.engine()->volumes().size(), 1);
        shell.window.showPage(u"volumes"_s);
        auto *table = shell.find<QAbstractItemView>(u"volumesTable"_s);
        QCOMPARE(table->accessibleName(), u"Volumes"_s);
        QVERIFY(!shell.action(u"volumes.remove"_s)->isEnabled());
        table->setFocus();
        table->selectAll();
        QVERIFY(shell.action(u"volumes.remove"_s)->isEnabled());
        QTest::keyClick(table, Qt::Key_Delete);
        auto *question = shell.window.findChild<QMessageBox *>(u"question"_s);
        QVERIFY(question);
        QVERIFY(question->informativeText().contains(u"data"_s));
        // Enter presses what has the focus: first Cancel, and the verb when the user has gone there.
        auto *cancel = question->findChild<QPushButton *>(u"questionCancel"_s);
        QTRY_VERIFY(cancel->hasFocus());
        QTest::keyClick(cancel, Qt::Key_Return);
        QTRY_VERIFY(shell.window.findChildren<QMessageBox *>(u"question"_s).isEmpty());
        QCOMPARE(removed, QByteArrayList());
        shell.window.activateWindow(); // as a window manager does
        table->setFocus();
        QTRY_VERIFY(table->hasFocus() && shell.window.isActiveWindow());
        QTest::keyClick(table, Qt::Key_Delete);
        question = shell.window.findChild<QMessageBox *>(u"question"_s);
        QVERIFY(question);
        auto *verb = question->findChild<QPushButton *>(u"questionVerb"_s);
        QCOMPARE(buttonKind(verb), ButtonKind::Danger);
        QTRY_VERIFY(question->findChild<QPushButton *>(u"questionCancel"_s)->hasFocus());
        for (int i = 0; i < 3 && !verb->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(verb->hasFocus());
        QTest::keyClick(verb, Qt::Key_Return);
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(removed.first().startsWith("DELETE"));
        QTRY_COMPARE(shell.workbench.operations()->operations().first()->state(), Operation::State::Succeeded);
        QCOMPARE(shell.workbench.operations()->operations().first()->commandLine().section(u' ', -3),
                 u"volume rm data"_s);
    }
};

QTEST_MAIN(TestListPages)
#include "tst_listpages.moc"
