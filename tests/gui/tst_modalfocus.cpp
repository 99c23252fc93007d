// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/ask.h"
#include "shell/modalfocus.h"

#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

#include <cstring>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What X11 tells by events of its own; here they are made.
class TestModalFocus : public QObject
{
    Q_OBJECT

    static constexpr quint8 FocusIn = 9;
    static constexpr quint8 FocusOut = 10;

    static void send(ModalFocus &focus, quint8 type, const QWidget &window, quint8 detail = 3)
    {
        QByteArray event(32, '\0');
        const auto number = quint32(window.windowHandle()->winId());
        event[0] = char(type);
        event[1] = char(detail);
        std::memcpy(event.data() + 4, &number, sizeof number);
        QVERIFY(!focus.nativeEventFilter("xcb_generic_event_t", event.data(), nullptr));
    }

private Q_SLOTS:
    void theDialogBeforeAWindowGetsTheKeyboard()
    {
        ModalFocus focus;
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QWidget other;
        other.show();
        Question text;
        text.title = u"Close console"_s;
        text.verb = u"Close console"_s;
        QMessageBox *question = ask(&window, text, {});
        QVERIFY(QTest::qWaitForWindowActive(question));

        window.windowHandle()->requestActivate();
        QTRY_COMPARE(QGuiApplication::focusWindow(), window.windowHandle());
        send(focus, FocusIn, window);
        QTRY_COMPARE(QGuiApplication::focusWindow(), question->windowHandle());
        send(focus, FocusIn, *question);

        // A dialog before the question comes first.
        auto *above = new QFileDialog(question);
        above->setAttribute(Qt::WA_DeleteOnClose);
        above->open();
        QVERIFY(QTest::qWaitForWindowActive(above));
        window.windowHandle()->requestActivate();
        QTRY_COMPARE(QGuiApplication::focusWindow(), window.windowHandle());
        send(focus, FocusIn, window);
        QTRY_COMPARE(QGuiApplication::focusWindow(), above->windowHandle());
        above->close();
        question->close();
    }

    void whatIsElsewhereStaysThere()
    {
        ModalFocus focus;
        QWidget window;
        window.show();
        QWidget other;
        other.show();
        QMessageBox *question = tell(&window, u"Title"_s, u"Text"_s);
        QVERIFY(QTest::qWaitForWindowActive(question));
        other.activateWindow();
        QTRY_COMPARE(QGuiApplication::focusWindow(), other.windowHandle());
        QSignalSpy moved(qGuiApp, &QGuiApplication::focusWindowChanged);
        send(focus, FocusIn, window, 5); // only the pointer is over it
        send(focus, FocusIn, other); // has no dialog
        send(focus, FocusIn, window);
        send(focus, FocusOut, window); // to another program
        QVERIFY(!moved.wait(200));
        QCOMPARE(QGuiApplication::focusWindow(), other.windowHandle());
        question->close();
    }
};

QTEST_MAIN(TestModalFocus)
#include "tst_modalfocus.moc"
