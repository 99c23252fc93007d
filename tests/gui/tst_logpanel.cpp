// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/logview.h"
#include "containersprobe.h"
#include "look/markedscrollbar.h"
#include "look/menubutton.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

using namespace Gantry;

namespace {

QByteArray frame(const QByteArray &line)
{
    return FakeEngine::chunk(FakeEngine::frame(1, line));
}

/// A line as the engine sends it, of \a second of the first hour of a day.
QByteArray timed(int second, const QByteArray &text)
{
    return "2024-05-01T00:" + QByteArray::number(second / 60).rightJustified(2, '0') + ':'
        + QByteArray::number(second % 60).rightJustified(2, '0') + ".250000000Z " + text + '\n';
}

} // namespace

/// Searching, filtering and reading the log of a container, in the window.
class TestLogPanel : public ContainersProbe
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        start();
        m_engine->on("/containers/" + FakeContainers::id('a') + "/logs",
                     [this](QLocalSocket *socket, const FakeEngine::Request &request) {
                         m_stream = socket;
                         m_asked = request.target;
                         QByteArray answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
                         for (int i = 0; i < lines; ++i)
                             answer += frame(timed(i, text(i)));
                         socket->write(answer);
                     });
        click('a');
        QTRY_VERIFY(m_shell->find<QWidget>(u"overview"_s)->findChild<QWidget *>(u"general"_s));
        press(Qt::Key_L);
        QTRY_VERIFY(log()->hasFocus());
        QTRY_VERIFY2(said(u"logFoot"_s).startsWith(u"200 lines"_s), qPrintable(said(u"logFoot"_s)));
    }
    void cleanup() { end(); }

    void matchesAreCountedMarkedAndSteppedThrough()
    {
        QVERIFY(m_asked.contains("timestamps=1"));
        QTest::keyClick(log(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(field()->hasFocus());
        QTest::keyClicks(field(), u"timeout"_s);
        QTRY_COMPARE(said(u"findResult"_s), u"20 line(s) with a match"_s);
        const auto marks = log()->findChild<MarkedScrollBar *>()->marks();
        QCOMPARE(marks.size(), 2);
        QCOMPARE(marks[0].places.size(), 20); // the errors
        QCOMPARE(marks[1].places, marks[0].places); // are what was looked for
        QTest::keyClick(field(), Qt::Key_Return); // from the end, where the log is followed, round to the first
        QCOMPARE(said(u"findResult"_s), u"1 of 20"_s);
        QVERIFY(log()->visibleLines().contains(u"ERROR timeout of request 0"_s));
        QVERIFY(!log()->isFollowing());
        QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(said(u"findResult"_s), u"20 of 20"_s);

        button(u"logExpression"_s)->click();
        field()->setText(u"timeout.*[05]0$"_s);
        QTRY_COMPARE(said(u"findResult"_s), u"3 line(s) with a match"_s);
        field()->setText(u"(timeout"_s);
        QTRY_VERIFY2(said(u"findResult"_s).startsWith(u"Not a regular expression"_s),
                     qPrintable(said(u"findResult"_s)));
        button(u"logExpression"_s)->click();
        field()->setText(u"TIMEOUT"_s);
        QTRY_COMPARE(said(u"findResult"_s), u"20 of 20"_s); // the line that is chosen
        button(u"logMatchCase"_s)->click();
        QTRY_COMPARE(said(u"findResult"_s), u"Not found"_s);
        button(u"logMatchCase"_s)->click();
        field()->setText(u"out"_s);
        button(u"logWholeWords"_s)->click();
        QTRY_COMPARE(said(u"findResult"_s), u"Not found"_s);
        // Lines that come later are looked at, too.
        m_stream->write(frame(timed(300, "signed out")));
        QTRY_COMPARE(said(u"findResult"_s), u"1 line(s) with a match"_s);
    }

    void errorsAreCountedAndSteppedThrough()
    {
        QCOMPARE(button(u"nextError"_s)->text(), u"20"_s);
        log()->showLine(15);
        button(u"nextError"_s)->click();
        QCOMPARE(log()->currentLine(), 20);
        QTest::keyClick(log(), Qt::Key_F8);
        QCOMPARE(log()->currentLine(), 30);
        QTest::keyClick(log(), Qt::Key_F8, Qt::ShiftModifier);
        QCOMPARE(log()->currentLine(), 20);
    }

    void linesAreHiddenWithoutLosingThePlace()
    {
        field()->setText(u"timeout"_s);
        log()->showLine(100);
        const QStringList before = log()->visibleLines();
        choose(u"shownLines"_s, u"Only matches"_s);
        QTRY_COMPARE(log()->visibleLines().filter(u"timeout"_s).size(), log()->visibleLines().size());
        QTRY_VERIFY(said(u"logFoot"_s).contains(u"20 shown"_s));
        choose(u"shownLines"_s, u"2 line(s) before and after"_s);
        QTRY_VERIFY(said(u"logFoot"_s).contains(u"98 shown"_s)); // the first has none before it
        choose(u"shownLines"_s, u"No lines around them"_s);
        choose(u"shownLines"_s, u"Without matches"_s);
        QTRY_VERIFY(said(u"logFoot"_s).contains(u"180 shown"_s));
        QVERIFY(log()->visibleLines().filter(u"timeout"_s).isEmpty());
        choose(u"shownLines"_s, u"All lines"_s);
        QTRY_COMPARE(log()->visibleLines(), before);
        QVERIFY(!said(u"logFoot"_s).contains(u"shown"_s));
    }

    void thePlaceStaysWhileLinesCome()
    {
        log()->showLine(50);
        const QStringList before = log()->visibleLines();
        for (int i = 0; i < 50; ++i)
            m_stream->write(frame(timed(400 + i, "more")));
        QTRY_VERIFY(said(u"logFoot"_s).startsWith(u"250 lines"_s));
        QCOMPARE(log()->visibleLines(), before);
        QTest::mouseClick(m_shell->find<QPushButton>(u"follow"_s), Qt::LeftButton);
        QCOMPARE(log()->visibleLines().last(), u"more"_s);
    }

    void timesAreShownAsWanted()
    {
        log()->setFocus();
        log()->showLine(61);
        QTest::keyClick(log(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromLatin1(text(61)));
        choose(u"logTimes"_s, u"UTC times"_s);
        QTest::keyClick(log(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"2024-05-01 00:01:01.250 "_s + QString::fromLatin1(text(61)));
        choose(u"logTimes"_s, u"How long ago"_s);
        QTest::keyClick(log(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"in May 2024 "_s + QString::fromLatin1(text(61)));
        choose(u"logTimes"_s, u"No times"_s);
    }

private:
    static constexpr int lines = 200;

    static QByteArray text(int number)
    {
        return number % 10 == 0 ? "ERROR timeout of request " + QByteArray::number(number)
                                : "INFO request " + QByteArray::number(number) + " answered";
    }
    LogView *log() const { return m_shell->find<LogView>(u"log"_s); }
    QLineEdit *field() const { return m_shell->find<QLineEdit>(u"searchLog"_s); }
    QToolButton *button(const QString &name) const { return m_shell->find<QToolButton>(name); }
    QString said(const QString &name) const { return m_shell->find<QLabel>(name)->text(); }
    void choose(const QString &menu, const QString &text) const
    {
        const auto *button = m_shell->find<QToolButton>(menu);
        const QMenu *entries = button ? button->menu() : m_shell->find<MenuButton>(menu)->entries();
        const QList<QAction *> actions = entries->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&text](const QAction *action) { return action->text() == text; });
        QVERIFY2(found != actions.end(), qPrintable(text));
        (*found)->trigger();
    }

    QPointer<QLocalSocket> m_stream;
    QByteArray m_asked;
};

QTEST_MAIN(TestLogPanel)
#include "tst_logpanel.moc"
