// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/page.h"
#include "shellprobe.h"

#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The window on a screen that is smaller than it would like to be: the offscreen one of 800 pixels, drawn at 200 %.
class TestSmallScreen : public QObject, private ShellFiles
{
    Q_OBJECT

public:
    static void initMain() { qputenv("QT_SCALE_FACTOR", "2"); }

private Q_SLOTS:
    void initTestCase()
    {
        beginShells();
        QVERIFY(QGuiApplication::primaryScreen()->availableSize().width() < 560);
    }

    void theWindowFitsTheScreen()
    {
        Shell shell(stateFile());
        const QSize available = shell.window.screen()->availableSize();
        QVERIFY(shell.window.width() <= available.width());
        QVERIFY(shell.window.height() <= available.height());
        QVERIFY(shell.window.minimumSize().boundedTo(available) == shell.window.minimumSize());
        // Nor does what is in it ask for more.
        const auto *status = shell.find<QWidget>(u"statusLine"_s);
        const auto bottom = [&] { return status->mapTo(&shell.window, status->rect().bottomLeft()).y(); };
        QTRY_VERIFY(bottom() < shell.window.height());
        shell.action(u"shell.operations"_s)->trigger();
        QTRY_VERIFY(shell.find<QWidget>(u"operationsPanel"_s)->isVisible());
        QTRY_VERIFY(bottom() < shell.window.height());
    }

    void whatWasLargerIsMadeToFit()
    {
        const QString state = stateFile();
        {
            UiState remembered(state);
            QWidget window;
            window.setGeometry(10, 10, 900, 700);
            remembered.setValue(u"window/geometry"_s, window.saveGeometry());
        }
        Shell shell(state);
        const QRect available = shell.window.screen()->availableGeometry();
        QVERIFY(shell.window.width() <= available.width());
        QVERIFY(shell.window.height() <= available.height());
    }

    void whatDoesNotFitIsReachedByScrolling()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/volumes", R"({"Volumes": [{"Name": "data", "Driver": "local"}]})");
        shell.connectTo(engine);
        QTRY_COMPARE(shell.workbench.engine()->volumes().size(), 1);
        shell.window.showPage(u"volumes"_s);
        auto *area = shell.find<QScrollArea>(u"bodyArea"_s);
        QTRY_VERIFY(area->horizontalScrollBar()->maximum() > 0);
        const auto *table = shell.find<QAbstractItemView>(u"volumesTable"_s);
        shell.find<QAbstractItemView>(u"volumesTable"_s)->selectAll();
        QPushButton *remove = buttonNamed(shell.window.currentPage(), u"Remove"_s);
        QVERIFY(remove && remove->isEnabled());
        const auto inView = [&] {
            const QRect place(remove->mapTo(area->viewport(), QPoint()), remove->size());
            return area->viewport()->rect().contains(place);
        };
        area->horizontalScrollBar()->setValue(area->horizontalScrollBar()->maximum());
        QTRY_VERIFY(inView());
        QVERIFY(table->isVisible());
        // The keyboard brings what it reaches into view.
        area->horizontalScrollBar()->setValue(0);
        QVERIFY(!inView());
        shell.find<QWidget>(u"filter"_s)->setFocus();
        for (int i = 0; i < 40 && !remove->hasFocus(); ++i)
            QTest::keyClick(shell.window.focusWidget(), Qt::Key_Tab);
        QVERIFY(remove->hasFocus());
        QTRY_VERIFY(inView());
    }
};

QTEST_MAIN(TestSmallScreen)
#include "tst_smallscreen.moc"
