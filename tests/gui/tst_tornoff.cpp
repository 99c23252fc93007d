// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/querytab.h"
#include "containers/containerdetailspane.h"
#include "containersprobe.h"
#include "databases/databasespage.h"
#include "logs/logview.h"
#include "look/tabbar.h"
#include "projects/projectview.h"
#include "shell/panelplace.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMessageBox>

#include <algorithm>

using namespace Gantry;

namespace {

QByteArray line(int number, const QByteArray &text)
{
    const QByteArray minute = QByteArray::number(number / 60).rightJustified(2, '0');
    const QByteArray second = QByteArray::number(number % 60).rightJustified(2, '0');
    return FakeEngine::chunk(
        FakeEngine::frame(1, "2024-05-01T00:" + minute + ':' + second + ".250000000Z " + text + '\n'));
}

} // namespace

/// Logs and consoles in windows of their own: what they keep, how they come back, and in the next run.
class TestTornOff : public ContainersProbe
{
    Q_OBJECT

    static constexpr int Lines = 300;

    QMap<char, QPointer<QLocalSocket>> m_streams;
    QMap<char, int> m_asked;

    void answerLogs(char digit)
    {
        m_engine->on("/containers/" + FakeContainers::id(digit) + "/logs",
                     [this, digit](QLocalSocket *socket, const FakeEngine::Request &) {
                         m_streams[digit] = socket;
                         ++m_asked[digit];
                         QByteArray answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
                         for (int i = 0; i < Lines; ++i)
                             answer += line(i, QByteArray(1, digit) + " request " + QByteArray::number(i));
                         socket->write(answer);
                     });
    }
    ContainerDetailsPane *pane() const { return m_shell->find<ContainerDetailsPane>(u"containerDetails"_s); }
    TabBar *tabs() const { return m_shell->find<TabBar>(u"detailTabs"_s); }
    DetachedWindow *window(const QString &kind = u"log"_s) const
    {
        return m_shell->workbench.windows()->windows(kind).value(0);
    }
    static LogView *viewIn(const QWidget *place) { return place->findChild<LogView *>(u"log"_s); }
    static QString textOf(const QWidget *place, const QString &name)
    {
        const QList<QLabel *> labels = place->findChildren<QLabel *>(name);
        const auto shown
            = std::find_if(labels.cbegin(), labels.cend(), [](const QLabel *each) { return each->isVisible(); });
        return shown == labels.cend() ? QString() : (*shown)->text();
    }
    static bool isWayland() { return QGuiApplication::platformName().startsWith(u"wayland"_s); }
    /// By its key where the platform lets a test have the keyboard.
    void press(QWidget *in, const QKeySequence &key, QAction *action)
    {
        if (isWayland()) {
            action->trigger();
            return;
        }
        in->window()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(in->window()));
        QTest::keySequence(in, key);
    }
    void showLogs(char digit)
    {
        select(digit);
        pane()->showTab(ContainerDetailsPane::LogsTab);
        QTRY_VERIFY(viewIn(pane()) && viewIn(pane())->isVisible());
        QTRY_VERIFY2(textOf(pane(), u"logFoot"_s).startsWith(u"300 lines"_s), qPrintable(textOf(pane(), u"logFoot"_s)));
    }
    DetachedWindow *detach()
    {
        QAction *action = m_shell->action(u"shell.detach"_s);
        press(&m_shell->window, action->shortcut(), action);
        return window();
    }
    void beginAgain()
    {
        m_shell.reset();
        m_streams.clear();
        m_asked.clear();
        open();
    }

private Q_SLOTS:
    void init()
    {
        start();
        for (const char digit : {'a', 'b', 'd'})
            answerLogs(digit);
    }
    void cleanup()
    {
        end();
        m_streams.clear();
        m_asked.clear();
        QDir(consolesFolder()).removeRecursively();
    }

    void aLogKeepsItsPlaceAndItsSearch()
    {
        showLogs('a');
        LogView *view = viewIn(pane());
        auto *field = pane()->findChild<QLineEdit *>(u"searchLog"_s);
        field->setText(u"request 7"_s);
        QTRY_COMPARE(textOf(pane(), u"findResult"_s), u"11 match(es)"_s);
        view->showLine(150);
        const QStringList seen = view->visibleLines();

        DetachedWindow *own = detach();
        QVERIFY(own && own->isVisible());
        QCOMPARE(own->windowTitle(), u"Logs of shop-web-1 — Gantry"_s);
        QCOMPARE(textOf(own, u"detachedState"_s), u"running"_s);
        QCOMPARE(viewIn(own), view);
        QTRY_VERIFY(view->isVisible());
        QCOMPARE(view->currentLine(), 150);
        QVERIFY(view->visibleLines().contains(seen.at(seen.size() / 2)));
        QVERIFY(!view->isFollowing());
        QCOMPARE(textOf(own, u"findResult"_s), u"11 match(es)"_s);
        QCOMPARE(m_asked.value('a'), 1);
        QVERIFY(!m_shell->action(u"shell.detach"_s)->isEnabled());

        m_streams['a']->write(line(400, "a request 777"));
        QTRY_COMPARE(textOf(own, u"findResult"_s), u"12 match(es)"_s);
        QAction *find = nullptr;
        const QList<QAction *> actions = own->actions();
        for (QAction *action : actions) {
            if (action->objectName() == u"window.find")
                find = action;
        }
        view->setFocus();
        press(view, QKeySequence(u"Ctrl+F"_s), find);
        QTRY_COMPARE(own->focusWidget(), field);

        own->close();
        QTRY_VERIFY(!window());
        QCOMPARE(viewIn(pane()), view);
        QVERIFY(view->isVisible());
        QCOMPARE(view->currentLine(), 150);
        QCOMPARE(m_asked.value('a'), 1);
        QVERIFY(textOf(pane(), u"elsewhere"_s).isEmpty());
        QVERIFY(m_shell->action(u"shell.detach"_s)->isEnabled());
    }

    void othersAreReadInThePlaceMeanwhile()
    {
        showLogs('a');
        DetachedWindow *own = detach();
        LogView *view = viewIn(own);
        showLogs('b');
        QVERIFY(viewIn(pane()) != view);
        QCOMPARE(m_asked.value('b'), 1);
        m_streams['a']->write(line(400, "a goes on"));
        QTRY_VERIFY(view->visibleLines().contains(u"a goes on"_s));
        // Back, from another container and another page.
        m_shell->window.showPage(u"images"_s);
        buttonNamed(own, u"Back to the main window"_s)->click();
        QTRY_VERIFY(!window());
        QCOMPARE(m_shell->window.currentPage()->id(), u"containers"_s);
        QCOMPARE(tree()->selectedIds(), ids("a"));
        QCOMPARE(viewIn(pane()), view);
        QTRY_VERIFY(view->isVisible());
        QCOMPARE(m_asked.value('a'), 1);
    }

    void aClosedWindowOfAnotherContainerEndsReading()
    {
        showLogs('a');
        DetachedWindow *own = detach();
        showLogs('b');
        QVERIFY(m_streams['a']);
        own->close();
        QTRY_VERIFY(!m_streams['a'] || m_streams['a']->state() != QLocalSocket::ConnectedState);
    }

    void severalLogsAndThoseOfAProjectHaveWindowsToo()
    {
        tree()->select(ids("ab"));
        pane()->showTab(ContainerDetailsPane::LogsTab);
        QTRY_VERIFY(m_asked.value('a') == 1 && m_asked.value('b') == 1);
        detach();
        DetachedWindow *own = window(u"logs"_s);
        QVERIFY(own);
        QTRY_VERIFY(own->windowTitle().contains(u"shop-web-1, shop-db-1"_s)
                    || own->windowTitle().contains(u"shop-db-1, shop-web-1"_s));
        QTRY_VERIFY(viewIn(own)->isVisible());
        QCOMPARE(m_asked.value('a'), 1);
        select('d');
        own->goBack();
        QTRY_VERIFY(!window(u"logs"_s));
        QCOMPARE(tree()->selectedIds().size(), 2);
        QCOMPARE(m_asked.value('a'), 1);
    }

    void mergedLogsAreOfTheirEngineAlone()
    {
        Q_EMIT m_shell->workbench.showProjectRequested(u"shop"_s);
        auto *view = m_shell->find<ProjectView>(u"projectView"_s);
        QTRY_VERIFY(view->isVisible() && view->project() == u"shop"_s);
        view->showLogs();
        QTRY_VERIFY(m_asked.value('a') == 1 && m_asked.value('b') == 1);
        detach();
        DetachedWindow *ofProject = window(u"projectLogs"_s);
        QVERIFY(ofProject);
        m_shell->window.showPage(u"containers"_s);
        tree()->select(ids("ab"));
        pane()->showTab(ContainerDetailsPane::LogsTab);
        QTRY_COMPARE(m_asked.value('b'), 2);
        detach();
        const DetachedWindow *several = window(u"logs"_s);
        QVERIFY(several);
        const auto back = [](const DetachedWindow *of) { return buttonNamed(of, u"Back to the main window"_s); };
        QVERIFY(back(ofProject)->isEnabled() && back(several)->isEnabled());

        FakeEngine other;
        other.answerBasics();
        FakeContainers others(&other);
        others.add('e', u"shop-web-1"_s, u"foreign"_s, u"Up 1 second"_s, compose(u"shop"_s, u"web"_s));
        others.add('f', u"shop-db-1"_s, u"foreign"_s, u"Up 1 second"_s, compose(u"shop"_s, u"db"_s));
        m_shell->connectTo(other);
        QTRY_VERIFY(m_shell->isConnected());
        QTRY_COMPARE(textOf(ofProject, u"detachedSentence"_s), u"shop is of another engine."_s);
        QVERIFY(!back(ofProject)->isEnabled() && !back(several)->isEnabled());
        // What would have been asked by then is asked before the list is brought up to date.
        const auto change = [&](const QByteArray &action, const QString &status, ContainerState state) {
            others.setStatus('e', status);
            others.tell(action, 'e');
            QTRY_COMPARE(m_shell->workbench.engine()
                             ->containers()
                             ->container(QString::fromLatin1(FakeContainers::id('e')))
                             .state,
                         state);
        };
        change("pause", u"Up 1 second (Paused)"_s, ContainerState::Paused);
        QCOMPARE(other.countOf("/containers/" + FakeContainers::id('e') + "/logs"), 0);
        QCOMPARE(other.countOf("/containers/" + FakeContainers::id('f') + "/logs"), 0);

        // Nor does the next run take them for those of the other engine.
        m_shell->window.close();
        m_shell.reset();
        m_shell.emplace(m_folder->filePath(u"state.conf"_s));
        m_shell->connectTo(other);
        QTRY_COMPARE(rows().size(), 3);
        QVERIFY(m_shell->workbench.projectStore()->contains(u"shop"_s));
        change("unpause", u"Up 2 seconds"_s, ContainerState::Running);
        QVERIFY(!window(u"projectLogs"_s) && !window(u"logs"_s));
        m_shell->connectTo(*m_engine);
        QTRY_VERIFY(window(u"projectLogs"_s) && window(u"logs"_s));
        QTRY_COMPARE(textOf(window(u"projectLogs"_s), u"detachedSentence"_s), QString());
        QVERIFY(back(window(u"projectLogs"_s))->isEnabled() && back(window(u"logs"_s))->isEnabled());
    }

    void aRemovedContainerIsSaidAndItsSuccessorGoesOn()
    {
        showLogs('d');
        DetachedWindow *own = detach();
        m_fake->remove('d');
        m_fake->tell("destroy", 'd');
        QTRY_COMPARE(textOf(own, u"detachedSentence"_s), u"alone was removed."_s);
        QVERIFY(!buttonNamed(own, u"Back to the main window"_s)->isEnabled());
        QVERIFY(viewIn(own)->visibleLines().contains(u"d request 299"_s));
        answerLogs('f');
        m_fake->add('f', u"alone"_s, u"busybox"_s, u"Up 1 second"_s);
        m_fake->tell("start", 'f');
        QTRY_COMPARE(m_asked.value('f'), 1);
        QCOMPARE(textOf(own, u"detachedSentence"_s), QString());
        QVERIFY(buttonNamed(own, u"Back to the main window"_s)->isEnabled());
    }

    void aTabIsDraggedOut()
    {
        showLogs('a');
        const QPoint tab = tabs()->tabRect(ContainerDetailsPane::LogsTab).center();
        const QPoint out = tab + QPoint(0, 200);
        QTest::mousePress(tabs(), Qt::LeftButton, {}, tab);
        QTest::mouseMove(tabs(), out);
        QTest::mouseRelease(tabs(), Qt::LeftButton, {}, out);
        QTRY_VERIFY(window());
        // A click near it is none.
        window()->close();
        QTest::mousePress(tabs(), Qt::LeftButton, {}, tab);
        QTest::mouseRelease(tabs(), Qt::LeftButton, {}, tab + QPoint(0, 20));
        QVERIFY(!window());
    }

    void thePaletteOfTheWindowHasItsOwnActions()
    {
        showLogs('a');
        DetachedWindow *own = detach();
        QAction *palette = nullptr;
        const QList<QAction *> actions = own->actions();
        for (QAction *action : actions) {
            if (action->objectName() == u"window.palette")
                palette = action;
        }
        press(viewIn(own), QKeySequence(u"Ctrl+K"_s), palette);
        auto *field = own->findChild<QLineEdit *>(u"paletteField"_s);
        QTRY_VERIFY(field && field->isVisible());
        QTest::keyClicks(field, u"back to the main"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!window());
    }

    void theLostEngineIsSaidThereToo()
    {
        showLogs('a');
        const DetachedWindow *own = detach();
        const auto *banner = own->findChild<QWidget *>(u"windowBanner"_s);
        QVERIFY(!banner->isVisible());
        m_engine.reset();
        QTRY_VERIFY(banner->isVisible());
        QCOMPARE(banner->accessibleName(), m_shell->find<QWidget>(u"windowBanner"_s)->accessibleName());
    }

    void windowsComeBackInTheNextRun()
    {
        showLogs('a');
        DetachedWindow *own = detach();
        own->resize(777, 444);
        QTRY_COMPARE(own->size(), QSize(777, 444));
        showLogs('b');
        m_shell->window.close();
        QTRY_VERIFY(!m_shell->window.isVisible());
        QVERIFY(!own->isVisible());
        beginAgain();
        QTRY_VERIFY(window() && window()->isVisible());
        QCOMPARE(window()->size(), QSize(777, 444));
        QTRY_COMPARE(m_asked.value('a'), 1);
        // What was looked at in the main window is, too.
        QCOMPARE(tree()->selectedIds(), ids("b"));
        QCOMPARE(tabs()->currentIndex(), int(ContainerDetailsPane::LogsTab));
        QTRY_COMPARE(m_asked.value('b'), 1);
        // Put back, it stays there.
        window()->close();
        m_shell->window.close();
        beginAgain();
        QTRY_COMPARE(m_asked.value('b'), 1);
        QVERIFY(!window());
    }

    void theyComeBackAfterAKill()
    {
        showLogs('a');
        detach();
        const QString file = m_folder->filePath(u"state.conf"_s);
        const auto isWritten = [&file] {
            return QSettings(file, QSettings::IniFormat).value(u"window/detached"_s).toList().size() == 1;
        };
        QTRY_VERIFY(isWritten());
        // As the killed program left it.
        const QString left = m_folder->filePath(u"left.conf"_s);
        QVERIFY(QFile::copy(file, left));
        m_shell.reset();
        QVERIFY(QFile::remove(file) && QFile::rename(left, file));
        m_asked.clear();
        open();
        QTRY_VERIFY(window() && window()->isVisible());
        QTRY_COMPARE(m_asked.value('a'), 1);
    }

    void whatIsGoneIsForgotten()
    {
        showLogs('d');
        detach();
        m_shell->window.close();
        m_shell.reset();
        m_fake->remove('d');
        m_shell.emplace(m_folder->filePath(u"state.conf"_s));
        m_shell->connectTo(*m_engine);
        QTRY_COMPARE(rows().size(), 5); // with the group that it was alone in
        QVERIFY(!window());
        QVERIFY(m_shell->workbench.windows()->kept(u"log"_s).isEmpty());
    }

    void wrappingAndJsonAreRemembered()
    {
        showLogs('a');
        viewIn(pane())->setWrapped(true);
        viewIn(pane())->setRaw(true);
        beginAgain();
        QTRY_COMPARE(m_asked.value('a'), 1);
        QVERIFY(viewIn(pane())->isWrapped());
        QVERIFY(viewIn(pane())->isRaw());
    }

    void aConsoleWorksInItsOwnWindow()
    {
        m_shell->window.showPage(u"databases"_s);
        auto *page = m_shell->window.findChild<DatabasesPage *>();
        Console *console = page->openConsole(QString::fromLatin1(FakeContainers::id('a')));
        console->currentQuery()->editor()->setScript("SELECT 'kept'", false);
        detach();
        DetachedWindow *own = window(u"console"_s);
        QVERIFY(own && own->isVisible());
        QVERIFY(own->isAncestorOf(console));
        QVERIFY(!page->currentConsole());
        QCOMPARE(page->consoles(), QList<Console *>{console});
        // Its keys are its own; in the main window no console is seen.
        QVERIFY(!m_shell->action(u"sql.newQuery"_s)->isEnabled());
        press(console->currentQuery()->editor(), QKeySequence(u"Ctrl+N"_s),
              console->actions()->action(u"sql.newQuery"_s));
        QTRY_COMPARE(console->queries().size(), 2);
        console->currentQuery()->editor()->setScript("SELECT 'new'", false);
        // Who asks for the console of that database is shown the window.
        QCOMPARE(page->openConsole(QString::fromLatin1(FakeContainers::id('a'))), console);
        QVERIFY(!page->currentConsole());

        m_shell->window.close();
        QTRY_VERIFY(!m_shell->window.isVisible());
        beginAgain();
        page = m_shell->window.findChild<DatabasesPage *>();
        QTRY_VERIFY(window(u"console"_s) && window(u"console"_s)->isVisible());
        QCOMPARE(page->consoles().size(), 1);
        console = page->consoles().first();
        QVERIFY(window(u"console"_s)->isAncestorOf(console));
        QCOMPARE(console->queries().size(), 2);
        QCOMPARE(console->currentQuery()->stored().text, u"SELECT 'new'"_s);

        window(u"console"_s)->goBack();
        QTRY_VERIFY(!window(u"console"_s));
        QCOMPARE(page->currentConsole(), console);
        QCOMPARE(m_shell->window.currentPage()->id(), u"databases"_s);
        QVERIFY(m_shell->action(u"sql.newQuery"_s)->isEnabled());
        // Closed for good: with a question, for it has text.
        Q_EMIT console->closeRequested();
        QTRY_VERIFY(m_shell->find<QMessageBox>(u"question"_s));
        m_shell->find<QMessageBox>(u"question"_s)->findChild<QPushButton *>(u"questionVerb"_s)->click();
        QTRY_VERIFY(page->consoles().isEmpty());
    }

    void allTabsOfAStoppedContainerFit()
    {
        m_shell->theme.apply(); // by whose measures they are to fit
        select('c');
        pane()->showTab(ContainerDetailsPane::CauseTab);
        QTRY_VERIFY(tabs()->isTabVisible(ContainerDetailsPane::CauseTab));
        QTRY_VERIFY(tabs()->isVisible());
        for (const int width : {1440, 1024, 1280, 800, 1440}) {
            m_shell->window.resize(width, 700);
            QTRY_COMPARE(m_shell->window.width(), width);
            QTest::qWait(0);
            for (int i = 0; i < tabs()->count(); ++i) {
                QTRY_VERIFY2(tabs()->rect().contains(tabs()->tabRect(i)), qPrintable(u"%1 at %2"_s.arg(i).arg(width)));
                QVERIFY(!tabs()->tabText(i).isEmpty());
            }
            QVERIFY(!tabs()->showsSymbol(ContainerDetailsPane::OverviewTab) || width < 1440);
        }
    }

private:
    static QString consolesFolder()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/consoles"_s;
    }
};

QTEST_MAIN(TestTornOff)
#include "tst_tornoff.moc"
