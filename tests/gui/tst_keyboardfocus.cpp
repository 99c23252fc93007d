// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containersprobe.h"
#include "look/style.h"

#include <QApplication>
#include <QTabBar>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Where a key leads, and that it can be seen, in a window where Tab has never been pressed.
class TestKeyboardFocus : public ContainersProbe
{
    Q_OBJECT

    Theme m_ownLook;

private Q_SLOTS:
    void initTestCase() { m_ownLook.apply(); }
    void cleanup() { end(); }

    /// First: no key has been pressed yet.
    void whatTheMouseReachesDoesNot()
    {
        start();
        click('a');
        QTRY_VERIFY(m_shell->find<QWidget>(u"detailTabs"_s)->isVisible());
        m_shell->action(u"container.logs"_s)->trigger();
        auto *log = m_shell->find<QWidget>(u"log"_s);
        QTRY_VERIFY(log->hasFocus());
        QVERIFY(!showsFocus(log));
    }

    void whatAKeyReachesShowsIt()
    {
        start();
        click('a');
        auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
        auto *log = m_shell->find<QWidget>(u"log"_s);
        QTRY_VERIFY(tabs->isVisible());
        QVERIFY(!showsFocus(tree()));
        press(Qt::Key_Return);
        QTRY_VERIFY(tabs->hasFocus());
        QVERIFY(showsFocus(tabs));
        QTest::keyClick(tabs, Qt::Key_L);
        QTRY_VERIFY(log->hasFocus());
        QVERIFY(showsFocus(log));
    }

    void whatIsChosenInTheDetailsIsAsInTheList()
    {
        start();
        click('a');
        auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
        QTRY_VERIFY(tabs->isVisible());
        for (const auto &[key, tab] : {std::pair(Qt::Key_I, ContainerDetailsPane::InspectTab),
                                       std::pair(Qt::Key_L, ContainerDetailsPane::LogsTab)}) {
            tabs->setCurrentIndex(ContainerDetailsPane::OverviewTab);
            tabs->setFocus();
            QTest::keyClick(tabs, key);
            QCOMPARE(tabs->currentIndex(), int(tab));
            QTRY_VERIFY(!tabs->hasFocus());
        }
    }

    void emptyPagesBeginWithTheirFirstButton_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("empty");
        QTest::addColumn<QStringList>("buttons");
        QTest::newRow("projects") << u"projects"_s << u"projectsEmpty"_s
                                  << QStringList{u"project.openFolder"_s, u"sample.start"_s};
        QTest::newRow("containers") << u"containers"_s << u"welcome"_s
                                    << QStringList{u"sample.start"_s, u"project.openFolder"_s, u"shell.palette"_s};
    }
    void emptyPagesBeginWithTheirFirstButton()
    {
        QFETCH(QString, page);
        QFETCH(QString, empty);
        QFETCH(QStringList, buttons);
        openEmpty();
        showByKey(u"images"_s);
        showByKey(page);
        for (const QString &name : std::as_const(buttons))
            QTRY_VERIFY(m_shell->find<QWidget>(empty)->findChild<QWidget *>(name)->isVisible());
        for (const QString &name : std::as_const(buttons)) {
            QWidget *focus = m_shell->window.focusWidget();
            QVERIFY(focus);
            QCOMPARE(focus->objectName(), name);
            QVERIFY(m_shell->find<QWidget>(empty)->isAncestorOf(focus));
            QVERIFY(!focus->accessibleName().isEmpty());
            QVERIFY(showsFocus(focus));
            QTest::keyClick(focus, Qt::Key_Tab);
        }
    }

    void otherEmptyPagesAreReachedToo_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"images", "volumes", "networks", "databases"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void otherEmptyPagesAreReachedToo()
    {
        QFETCH(QString, page);
        openEmpty();
        showByKey(page);
        const QWidget *focus = m_shell->window.focusWidget(); // to which it comes back from other windows
        QVERIFY(focus && focus->isVisible());
        QCOMPARE(focus, QApplication::focusWidget());
        QVERIFY(m_shell->window.currentPage()->isAncestorOf(focus));
        QVERIFY(!focus->accessibleName().isEmpty());
    }

    void theListTakesOverFromTheWelcome()
    {
        openEmpty();
        QTRY_VERIFY(m_shell->find<QWidget>(u"welcome"_s)->isAncestorOf(m_shell->window.focusWidget()));
        m_fake->add('a', u"alone"_s, u"busybox"_s, u"Up 2 hours"_s);
        m_fake->tell("create", 'a');
        QTRY_VERIFY(tree()->hasFocus());
    }

private:
    static bool showsFocus(const QWidget *widget)
    {
        QStyleOption option;
        option.initFrom(widget);
        return Style::showsFocus(&option, widget);
    }

    void openEmpty()
    {
        QStandardPaths::setTestModeEnabled(true);
        m_folder.emplace();
        m_engine.emplace();
        m_engine->answerBasics();
        m_fake.emplace(&*m_engine);
        m_shell.emplace(m_folder->filePath(u"state.conf"_s));
        m_shell->connectTo(*m_engine);
        QTRY_VERIFY(m_shell->isConnected());
        QTRY_VERIFY(m_shell->find<QWidget>(u"welcome"_s)->isVisible());
    }

    void showByKey(const QString &page)
    {
        const QKeyCombination keys = m_shell->action(u"page."_s + page)->shortcut()[0];
        QTest::keyClick(&m_shell->window, keys.key(), keys.keyboardModifiers());
        QCOMPARE(m_shell->window.currentPage()->id(), page);
    }
};

QTEST_MAIN(TestKeyboardFocus)
#include "tst_keyboardfocus.moc"
