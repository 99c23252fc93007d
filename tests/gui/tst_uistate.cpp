// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/screenroom.h"
#include "shell/uistate.h"

#include <QFile>
#include <QGuiApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestUiState : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWrittenOnceItRests()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"state.ini"_s);
        UiState state(file);
        for (const QString &text : {u"s"_s, u"sh"_s, u"sho"_s}) {
            state.setValue(u"containers/filter"_s, text);
            QCOMPARE(state.value(u"containers/filter"_s).toString(), text);
        }
        QVERIFY(!QFile::exists(file));
        QTRY_COMPARE(QSettings(file, QSettings::IniFormat).value(u"containers/filter"_s).toString(), u"sho"_s);
    }

    void theEndWritesWhatIsNew()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"state.ini"_s);
        {
            UiState state(file);
            state.setValue(u"window/page"_s, u"networks"_s);
        }
        QVERIFY(QFile::exists(file));
        QCOMPARE(UiState(file).value(u"window/page"_s).toString(), u"networks"_s);
    }

    void aWindowComesBackWhollyOnTheScreen()
    {
        const QTemporaryDir folder;
        UiState state(folder.filePath(u"state.ini"_s));
        const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
        QWidget before;
        before.setGeometry(QRect(room.right() - 100, room.bottom() - 90, 400, 300));
        state.setValue(u"window/geometry"_s, before.saveGeometry());
        QWidget window;
        state.trackWindow(&window, u"window/geometry"_s);
        QCOMPARE(window.size(), QSize(400, 300));
        QVERIFY(room.contains(window.geometry()));
        // Closed where letters are smaller: 1908 pixels at the 73rd of 1920.
        QCOMPARE(withinScreen(QRect(73, 40, 1908, 1020), QRect(0, 0, 1920, 1080)), QRect(8, 40, 1908, 1020));
        QCOMPARE(withinScreen(QRect(-30, -20, 3000, 2000), QRect(0, 0, 1920, 1080)), QRect(4, 32, 1912, 1044));
        QCOMPARE(withinScreen(QRect(100, 100, 800, 600), QRect(0, 0, 1920, 1080)), QRect(100, 100, 800, 600));
    }

    void aFileThatCannotBeMadeIsToldOnce()
    {
        UiState state(u"/proc/gantry/none.ini"_s);
        QSignalSpy told(&state, &UiState::unwritable);
        state.setValue(u"window/page"_s, u"networks"_s);
        QCOMPARE(state.value(u"window/page"_s).toString(), u"networks"_s);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toString(), u"/proc/gantry/none.ini"_s);
        state.setValue(u"window/page"_s, u"images"_s);
        QCOMPARE(state.value(u"window/page"_s).toString(), u"images"_s);
        QVERIFY(!told.wait(1000)); // more than twice as long as it rests before it writes
        QCOMPARE(told.size(), 1);
    }
};

QTEST_MAIN(TestUiState)
#include "tst_uistate.moc"
