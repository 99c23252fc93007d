// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/cellroles.h"
#include "look/banner.h"
#include "look/fonts.h"
#include "shell/commandpalette.h"
#include "shell/enginewords.h"
#include "shell/operationspanel.h"
#include "shell/page.h"
#include "shell/palettemodel.h"
#include "shellprobe.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QSplitter>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestShell : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginShells(); }

    void navigationByKeyboard()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/containers/json", '[' + FakeEngine::container("a1", "web", "running") + ']');
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        QTRY_COMPARE(shell.window.focusWidget(), shell.window.pages().first()->focusTarget());
        auto *navigation = shell.find<QListView>(u"navigation"_s);
        QVERIFY(navigation);
        QCOMPARE(navigation->accessibleName(), u"Navigation"_s);
        QVERIFY(shell.window.pages().size() >= 4);
        QCOMPARE(navigation->model()->rowCount(), int(shell.window.pages().size()));

        Page *second = shell.window.pages().at(1);
        QTest::keyClick(&shell.window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(shell.window.currentPage(), second);
        QVERIFY(shell.window.windowTitle().contains(second->title()));
        QVERIFY(shell.action(u"page."_s + second->id())->isChecked());

        navigation->setFocus();
        QTest::keyClick(navigation, Qt::Key_Down);
        QCOMPARE(shell.window.currentPage(), shell.window.pages().at(2));
        QVERIFY(navigation->hasFocus());
    }

    void countsAreShownAndRead()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/volumes",
                      R"({"Volumes": [{"Name": "data", "Driver": "local"}, {"Name": "b", "Driver": "local"}]})");
        shell.connectTo(engine);
        auto *navigation = shell.find<QListView>(u"navigation"_s);
        const auto text = [navigation] {
            QStringList texts;
            for (int row = 0; row < navigation->model()->rowCount(); ++row) {
                const QModelIndex page = navigation->model()->index(row, 0);
                texts.append(page.data().toString() + u", "_s + page.data(Qt::AccessibleDescriptionRole).toString());
            }
            return texts;
        };
        QTRY_VERIFY2(text().contains(u"Volumes, 2"_s), qPrintable(text().join(u'|')));
    }

    void narrowWindowsShowIconsOnly()
    {
        Shell shell(stateFile());
        auto *side = shell.find<QWidget>(u"side"_s);
        shell.window.resize(1200, 700);
        QTRY_VERIFY(side->width() > 150);
        shell.window.resize(700, 600);
        QTRY_VERIFY(side->width() < 100);
    }

    void thePaletteButtonShowsItsWordsWhereThereIsRoom()
    {
        Shell shell(stateFile());
        auto *button = shell.find<QPushButton>(u"paletteButton"_s);
        const auto *menus = shell.find<QMenuBar>({});
        const QString words = u"Aller à un élément ou lancer une action"_s;
        button->setText(words);
        const int icon = 32;
        const int gaps = 10 + 10;
        const int whole = icon + Fonts::advance(Fonts::ui(), words) + gaps
            + Fonts::advance(Fonts::ui(11, QFont::Medium), u"Ctrl+K"_s);
        shell.window.resize(1000, 600);
        QTRY_COMPARE(shell.window.width(), 1000);
        QTRY_VERIFY2(button->width() >= whole, qPrintable(QString::number(button->width())));
        QVERIFY(menus->width() >= menus->sizeHint().width());
        // What is short of room is the button.
        const int least = menus->sizeHint().width() + 280;
        shell.window.resize(std::max(least + 40, 820), 600);
        QTRY_VERIFY(menus->width() >= menus->sizeHint().width());
        QVERIFY(button->width() >= 280);
    }

    void operationsLeaveRoomForThePage()
    {
        const QString state = stateFile();
        {
            Shell shell(state);
            shell.window.resize(1000, 900);
            shell.action(u"shell.operations"_s)->trigger();
            const auto *panel = shell.find<QWidget>(u"operationsPanel"_s);
            QTRY_VERIFY(panel->isVisible());
            QTRY_VERIFY(panel->height() >= 260);
            shell.window.resize(1000, 600);
            QTRY_COMPARE(shell.window.height(), 600);
            const auto *page = shell.find<QWidget>(u"bodyArea"_s);
            QTRY_VERIFY2(page->height() > 280, qPrintable(QString::number(page->height())));
            QVERIFY(panel->height() >= 190);
            // The user decides otherwise.
            auto *splitter = shell.find<QSplitter>(u"windowSplitter"_s);
            QWidget *handle = splitter->handle(1);
            const QPoint grip = handle->rect().center();
            QTest::mousePress(handle, Qt::LeftButton, {}, grip);
            QTest::mouseMove(handle, grip - QPoint(0, 60));
            QTest::mouseRelease(handle, Qt::LeftButton, {}, grip - QPoint(0, 60));
            QTRY_VERIFY(panel->height() > 240);
            const int chosen = panel->height();
            shell.window.resize(1000, 640);
            QTRY_COMPARE(shell.window.height(), 640);
            QTRY_COMPARE(panel->height(), chosen);
        }
        Shell shell(state);
        QTRY_VERIFY(shell.find<QWidget>(u"operationsPanel"_s)->height() > 240);
    }

    void theDatabaseMenuFitsTheScreen()
    {
        Shell shell(stateFile());
        QMenu *menu = nullptr;
        const QList<QAction *> titles = shell.find<QMenuBar>({})->actions();
        for (const QAction *title : titles) {
            if (ActionRegistry::plainText(title->text()) == u"Database")
                menu = title->menu();
        }
        QVERIFY(menu);
        for (int times = 0; times < 2; ++times) { // it is filled each time
            Q_EMIT menu->aboutToShow();
            QVERIFY2(menu->actions().size() < 20, qPrintable(QString::number(menu->actions().size())));
            QVERIFY(menu->actions().contains(shell.action(u"sql.run"_s)));
            QStringList submenus;
            QList<QAction *> all = menu->actions();
            const QList<QAction *> entries = menu->actions();
            for (const QAction *entry : entries) {
                if (!entry->menu())
                    continue;
                submenus += entry->text();
                QVERIFY(entry->menu()->actions().size() < 20);
                all += entry->menu()->actions();
            }
            QCOMPARE(submenus, (QStringList{u"Transaction"_s, u"Query"_s, u"Result"_s, u"Connection"_s}));
            const QList<QAction *> registered = shell.workbench.actions()->actions(ActionRegistry::Menu::Database);
            for (QAction *action : registered) {
                QCOMPARE(all.count(action), 1);
                QVERIFY(shell.window.actions().contains(action)); // for its shortcut
            }
        }
    }

    void aSqlFileIsNoProject()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        QFile file(m_folder.filePath(u"Orders.SQL"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        shell.workbench.openPath(file.fileName());
        QCOMPARE(shell.window.currentPage()->id(), u"databases"_s);
        auto *banner = shell.find<Banner>(u"waitingFiles"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleName().contains(u"Orders.SQL"_s), qPrintable(banner->accessibleName()));
        QCOMPARE(shell.state.value(u"projects/opened"_s).toStringList(), QStringList());

        QDir(m_folder.path()).mkdir(u"folder.sql"_s);
        shell.workbench.openPath(m_folder.filePath(u"folder.sql"_s));
        QCOMPARE(shell.window.currentPage()->id(), u"projects"_s);
    }

    void paletteFindsAndRuns()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        auto *palette = shell.find<CommandPalette>(u"commandPalette"_s);
        QVERIFY(palette->isVisible());
        auto *field = shell.find<QLineEdit>(u"paletteField"_s);
        auto *list = shell.find<QListView>(u"paletteList"_s);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"netw"_s);
        QCOMPARE(list->currentIndex().data().toString(), u"Networks"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(shell.window.currentPage()->id(), u"networks"_s);
    }

    void everyRowOfThePaletteTellsWhatItActsOn()
    {
        Shell shell(stateFile());
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        const QAbstractItemModel *rows = shell.find<QListView>(u"paletteList"_s)->model();
        QVERIFY(rows->rowCount() > 50);
        QStringList seen;
        for (int row = 0; row < rows->rowCount(); ++row) {
            const QModelIndex index = rows->index(row, 0);
            const QString shown = index.data().toString() + u", "_s + index.data(DetailRole).toString();
            QVERIFY2(!seen.contains(shown), qPrintable(shown));
            seen << shown;
        }
    }

    void paletteTellsWhyAnActionIsDisabled()
    {
        Shell shell(stateFile());
        QSignalSpy triggered(shell.action(u"operations.retry"_s), &QAction::triggered);
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        auto *field = shell.find<QLineEdit>(u"paletteField"_s);
        auto *list = shell.find<QListView>(u"paletteList"_s);
        QTest::keyClicks(field, u"clear ended"_s);
        QVERIFY(!list->currentIndex().data(PaletteModel::ReasonRole).toString().isEmpty());
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(shell.find<CommandPalette>(u"commandPalette"_s)->isVisible());
        QCOMPARE(triggered.count(), 0);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!shell.find<CommandPalette>(u"commandPalette"_s)->isVisible());
    }

    void paletteGivesTheKeyboardBack()
    {
        Shell shell(stateFile());
        auto *navigation = shell.find<QListView>(u"navigation"_s);
        navigation->setFocus();
        QTRY_VERIFY(navigation->hasFocus());
        shell.action(u"shell.palette"_s)->trigger();
        QVERIFY(!navigation->hasFocus());
        QTest::keyClick(shell.find<QLineEdit>(u"paletteField"_s), Qt::Key_Escape);
        QVERIFY(navigation->hasFocus());
    }

    void noEngineIsSaidWithOneButton()
    {
        Shell shell(stateFile());
        shell.workbench.engine()->start({{*Endpoint::parse(m_folder.filePath(u"nothing"_s))}, true, {}});
        auto *page = shell.find<QWidget>(u"noEngine"_s);
        QTRY_COMPARE(shell.workbench.engine()->state(), Engine::State::Searching);
        QVERIFY(page->isVisible());
        QTRY_COMPARE(page->findChild<QLabel *>(u"emptySentence"_s)->text(), u"No container engine answers."_s);
        QVERIFY(buttonNamed(page, u"Retry"_s));
        QVERIFY(buttonNamed(page, u"Retry"_s)->isEnabled());
        QVERIFY(!shell.find<Banner>(u"windowBanner"_s)->isVisible());
    }

    void adviceIsByTheKindOfFailure_data()
    {
        using Kind = EngineError::Kind;
        QTest::addColumn<QStringList>("addresses");
        QTest::addColumn<QList<int>>("kinds");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("advised"); // a word of the remedies
        QTest::addColumn<bool>("installs");
        const QString docker = u"unix:///var/run/docker.sock"_s;
        const QString podman = u"unix:///run/podman/podman.sock"_s;
        const QString far = u"tcp://far:2375"_s;
        const auto row = [](const char *name, const QStringList &addresses, const QList<Kind> &kinds,
                            const QString &sentence, const QString &advised, bool installs = false) {
            QList<int> numbers;
            for (const Kind kind : kinds)
                numbers << int(kind);
            QTest::newRow(name) << addresses << numbers << sentence << advised << installs;
        };
        row("nothing", {}, {}, u"No container engine answers."_s, u"start docker"_s, true);
        row("no docker", {docker}, {Kind::Unreachable}, u"No container engine answers."_s, u"start docker"_s, true);
        row("no podman", {podman}, {Kind::Unreachable}, u"No container engine answers."_s, u"start podman.socket"_s);
        row("far", {far}, {Kind::Unreachable}, u"answers at tcp://far:2375"_s, u"listening at tcp://far:2375"_s);
        row("error status", {docker}, {Kind::Refused}, u"Something listens at unix:///var/run/docker.sock"_s,
            u"choose another engine"_s);
        row("no HTTP", {far}, {Kind::Protocol}, u"Something listens at tcp://far:2375"_s, u"really that of"_s);
        row("reset", {docker}, {Kind::ConnectionLost}, u"Something listens"_s, u"connects again by itself"_s);
        row("no permission", {docker}, {Kind::PermissionDenied}, u"Docker runs"_s, u"group docker"_s);
        row("no permission for podman", {podman}, {Kind::PermissionDenied}, u"Podman runs"_s, u"This Podman"_s);
        row("the more telling", {docker, podman}, {Kind::Unreachable, Kind::Refused},
            u"Something listens at unix:///run/podman/podman.sock"_s, u"choose another engine"_s);
    }

    void adviceIsByTheKindOfFailure()
    {
        QFETCH(const QStringList, addresses);
        QFETCH(const QList<int>, kinds);
        QFETCH(const QString, sentence);
        QFETCH(const QString, advised);
        QFETCH(const bool, installs);
        QList<FailedAttempt> attempts;
        for (qsizetype i = 0; i < kinds.size(); ++i)
            attempts << FailedAttempt{*Endpoint::parse(addresses[i]), {EngineError::Kind(kinds[i]), u"try"_s, {}}};
        QVERIFY2(EngineWords::failure(attempts, {}).contains(sentence), qPrintable(EngineWords::failure(attempts, {})));
        QString all;
        for (const EngineWords::Remedy &remedy : EngineWords::remedies(attempts, {}))
            all += remedy.text + u'\n' + remedy.commands.join(u'\n') + u'\n';
        QVERIFY2(all.contains(advised), qPrintable(all));
        QCOMPARE(all.contains(u"install docker.io"_s), installs);
        QCOMPARE(all.contains(u"systemctl start docker"_s), installs);
    }

    void aNamedEngineThatCannotBeUsedIsSaidOnce()
    {
        Shell shell(stateFile());
        shell.workbench.engine()->start({{}, true, {u"Cannot use “ssh://me@far”."_s}});
        QTRY_COMPARE(shell.workbench.engine()->state(), Engine::State::Searching);
        auto *page = shell.find<QWidget>(u"noEngine"_s);
        QTRY_COMPARE(page->findChild<QLabel *>(u"emptySentence"_s)->text(),
                     u"The engine that is named cannot be used."_s);
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        QCOMPARE(std::count_if(labels.cbegin(), labels.cend(),
                               [](const QLabel *label) { return label->text() == u"Cannot use “ssh://me@far”."_s; }),
                 1);
        QCOMPARE(EngineWords::statusLine(*shell.workbench.engine()), u"No engine found"_s);
    }

    void aContextThatIsNotUsedIsSaidUntilHidden()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        shell.workbench.engine()->start({{engine.endpoint()}, false, {u"The Docker context “far” is <b>odd."_s}});
        QTRY_VERIFY(shell.isConnected());
        auto *banner = shell.find<Banner>(u"windowBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->findChild<QLabel *>(u"bannerFact"_s)->text(), u"Your Docker context could not be used."_s);
        auto *why = banner->findChild<QLabel *>(u"bannerConsequence"_s);
        QVERIFY(why->text().contains(u"The Docker context “far” is <b>odd."_s));
        QVERIFY(why->text().contains(engine.endpoint().address()));
        QCOMPARE(why->textFormat(), Qt::PlainText);
        QTRY_VERIFY(buttonNamed(banner, u"Hide notice"_s));
        QTest::mouseClick(buttonNamed(banner, u"Hide notice"_s), Qt::LeftButton);
        QTRY_VERIFY(!banner->isVisible());
        QVERIFY(EngineWords::statusLine(*shell.workbench.engine()).contains(u"is <b>odd."_s));
        // A loss has its own words and its own button, and the notice stays away afterwards.
        engine.stop();
        QTRY_VERIFY(banner->isVisible());
        QTRY_VERIFY(buttonNamed(banner, u"Reconnect"_s));
        QVERIFY(engine.listen());
        QTest::mouseClick(buttonNamed(banner, u"Reconnect"_s), Qt::LeftButton);
        QTRY_VERIFY(shell.isConnected());
        QTRY_VERIFY(!banner->isVisible());
    }

    void anAnswerOfAnotherServerDoesNotFillThePage()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answer("/_ping", "<html><body>" + QByteArray(3000, 'x') + "</body></html>", 502);
        shell.connectTo(engine);
        QTRY_COMPARE(shell.workbench.engine()->state(), Engine::State::Searching);
        auto *page = shell.find<QWidget>(u"noEngine"_s);
        QTRY_VERIFY(page->findChild<QLabel *>(u"emptySentence"_s)->text().startsWith(u"Something listens at"_s));
        const QList<QLabel *> labels = page->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY(!label->text().contains(u"xxxx"_s));
        QVERIFY(EngineWords::statusLine(*shell.workbench.engine()).startsWith(u"No usable answer from"_s));
        QVERIFY(buttonNamed(page, u"Retry"_s));
    }

    void aLostEngineKeepsTheListsAndOffersToReconnect()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/volumes", R"({"Volumes": [{"Name": "data", "Driver": "local"}]})");
        shell.connectTo(engine);
        QTRY_COMPARE(shell.workbench.engine()->volumes().size(), 1);
        auto *banner = shell.find<Banner>(u"windowBanner"_s);
        QVERIFY(!banner->isVisible());
        QVERIFY(!shell.find<QWidget>(u"noEngine"_s)->isVisible());

        engine.stop();
        QTRY_VERIFY(banner->isVisible());
        QTRY_VERIFY(buttonNamed(banner, u"Reconnect"_s));
        QCOMPARE(shell.workbench.engine()->volumes().size(), 1);
        QVERIFY(!shell.find<QWidget>(u"noEngine"_s)->isVisible());
        QVERIFY(shell.window.currentPage()->findChild<QWidget *>(u"veil"_s)->isVisible());

        QVERIFY(engine.listen());
        QTest::mouseClick(buttonNamed(banner, u"Reconnect"_s), Qt::LeftButton);
        QTRY_VERIFY(!banner->isVisible());
        QVERIFY(shell.isConnected());
        QVERIFY(!shell.window.currentPage()->findChild<QWidget *>(u"veil"_s)->isVisible());
    }

    void paletteRowsHaveTheSymbolsOfTheirActions()
    {
        Shell shell(stateFile());
        QTest::keyClick(&shell.window, Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(shell.find<QLineEdit>(u"paletteField"_s), u"refresh"_s);
        const QModelIndex row = shell.find<QListView>(u"paletteList"_s)->currentIndex();
        QCOMPARE(row.data().toString(), u"Refresh"_s);
        QCOMPARE(row.data(SymbolRole).toString(), u"restart"_s);
    }

    void whatTheWindowRemembers()
    {
        const QString file = stateFile();
        QSize size;
        {
            Shell shell(file);
            FakeEngine engine;
            engine.answerBasics();
            shell.connectTo(engine);
            QTRY_VERIFY(shell.isConnected());
            shell.window.resize(780, 620); // within the offscreen screen, or Qt 6.8 cuts it
            shell.window.showPage(u"volumes"_s);
            shell.action(u"shell.operations"_s)->trigger();
            size = shell.window.size();
            shell.window.close();
        }
        Shell again(file);
        QCOMPARE(again.window.currentPage()->id(), u"volumes"_s);
        QCOMPARE(again.window.size(), size);
        QVERIFY(again.find<OperationsPanel>(u"operationsPanel"_s)->isVisible());
    }

    void unwritableSettingsDoNoHarm()
    {
        Shell shell(u"/proc/gantry/none.conf"_s);
        shell.window.showPage(u"networks"_s);
        QCOMPARE(shell.window.currentPage()->id(), u"networks"_s);
        QCOMPARE(shell.state.value(u"window/page"_s).toString(), u"networks"_s);
    }

    void helpHasItsKeysInOneColumn()
    {
        Shell shell(stateFile());
        shell.window.showPage(u"projects"_s);
        QTest::keyClick(&shell.window, Qt::Key_F1);
        auto *text = shell.find<QPlainTextEdit>(u"helpText"_s);
        QTRY_VERIFY(text && text->isVisible());
        const QStringList lines = text->toPlainText().split(u'\n');
        QVERIFY(std::any_of(lines.cbegin(), lines.cend(),
                            [](const QString &line) { return line.startsWith(u"S, X, R\t"_s); }));
        for (const QString &line : lines) {
            if (line.contains(u'\t'))
                QVERIFY2(text->fontMetrics().horizontalAdvance(line.section(u'\t', 0, 0)) < text->tabStopDistance(),
                         qPrintable(line));
        }
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
