// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containersprobe.h"
#include "logs/logview.h"
#include "logs/mergedlogpanel.h"
#include "look/chip.h"
#include "look/menubutton.h"
#include "projects/projectview.h"

#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

using namespace Gantry;

namespace {

QByteArray frameOf(char channel, const QByteArray &line)
{
    return FakeEngine::chunk(FakeEngine::frame(channel, line));
}

/// A line as the engine sends it, of \a millisecond of a day.
QByteArray timedLine(int millisecond, const QByteArray &text)
{
    const QDateTime time = QDateTime(QDate(2024, 5, 1), QTime(0, 0), Qt::UTC).addMSecs(millisecond);
    return time.toString(Qt::ISODateWithMs).toLatin1() + ' ' + text + '\n';
}

} // namespace

/// The logs of several containers as one, in the window.
class TestMergedLogPanel : public ContainersProbe
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        start();
        m_streams.clear();
        serve('a', [](int i) { return QPair(2 * i, "INFO request " + QByteArray::number(i)); });
        serve('b', [](int i) {
            return QPair(2 * i + 1,
                         i % 10 == 0 ? "ERROR: timeout " + QByteArray::number(i)
                                     : "LOG: statement " + QByteArray::number(i));
        });
    }
    void cleanup() { end(); }

    void aProjectsServicesAreOneLog()
    {
        showProjectLogs();
        const QStringList seen = log()->visibleLines();
        QVERIFY2(seen.size() > 20, qPrintable(seen.join(u'\n')));
        QCOMPARE(seen.last(), u"db  LOG: statement 99"_s);
        QCOMPARE(seen.value(seen.size() - 2), u"web  INFO request 99"_s);
        QCOMPARE(seen.value(seen.size() - 3), u"db  LOG: statement 98"_s);
        QCOMPARE(log()->times(), LogTimes::Kind::Local);

        // A service is hidden by its chip, by mouse and by keyboard.
        Chip *db = panel()->findChild<Chip *>(u"logOf:db"_s);
        QTest::mouseClick(db, Qt::LeftButton);
        QTRY_VERIFY(log()->visibleLines().filter(u"db  "_s).isEmpty());
        QCOMPARE(last(), u"web  INFO request 99"_s);
        QTRY_VERIFY2(said(u"logFoot"_s).contains(u"100 shown"_s), qPrintable(said(u"logFoot"_s)));
        write('b', 500, "LOG: hidden");
        write('a', 501, "INFO shown");
        QTRY_COMPARE(last(), u"web  INFO shown"_s);
        db->setFocus();
        QTest::keyClick(db, Qt::Key_Space);
        QTRY_COMPARE(log()->visibleLines().value(log()->visibleLines().size() - 2), u"db  LOG: hidden"_s);

        choose(u"shownLines"_s, u"Warnings and errors"_s);
        QTRY_COMPARE(log()->visibleLines().size(), 10);
        QCOMPARE(last(), u"db  ERROR: timeout 90"_s);
        choose(u"shownLines"_s, u"All levels"_s);
        QTRY_VERIFY(log()->visibleLines().size() > 20);
    }

    void aContainerThatIsMadeAnewGoesOn()
    {
        showProjectLogs();
        serve('e', [](int i) { return QPair(1000 + i, "new " + QByteArray::number(i)); });
        m_fake->remove('a');
        m_fake->add('e', u"shop-web-1"_s, u"shop-web:3"_s, u"Up 1 second"_s, compose(u"shop"_s, u"web"_s));
        m_fake->tell("destroy", 'a');
        m_fake->tell("start", 'e');
        QTRY_COMPARE(last(), u"web  new 99"_s);
        log()->setFollowing(false);
        const int note = int(log()->buffer()->noteLines().size());
        QCOMPARE(note, 1);
        QCOMPARE(log()->buffer()->line(log()->buffer()->noteLines().front()),
                 QByteArrayView("another container took its place"));
        QCOMPARE(panel()->findChildren<Chip *>().size(), 2);
        // What we say there is no line of the service.
        QTRY_COMPARE(panel()->findChild<Chip *>(u"logOf:web"_s)->accessibleDescription(), u"200"_s);
        QVERIFY2(said(u"logFoot"_s).startsWith(u"300 lines"_s), qPrintable(said(u"logFoot"_s)));
    }

    void linesAreBrokenAndThePlaceStays()
    {
        showProjectLogs();
        const QByteArray longLine = "INFO " + QByteArray("word ").repeated(200) + "end";
        write('a', 600, longLine);
        for (int i = 0; i < 60; ++i)
            write('a', 700 + i, "after " + QByteArray::number(i));
        QTRY_COMPARE(last(), u"web  after 59"_s);
        log()->setFocus();
        log()->showLine(200 - 20);
        QTest::keyClick(log(), Qt::Key_Home);
        log()->verticalScrollBar()->setValue(200); // the long one
        const QString top = log()->visibleLines().first();
        QVERIFY(top.startsWith(u"web  INFO word"_s));
        QTest::keyClick(log(), Qt::Key_W);
        QVERIFY(log()->isWrapped());
        QCOMPARE(log()->visibleLines().first(), top);
        const qsizetype fewer = log()->visibleLines().size();
        // By lines of the screen through the long line, and back.
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(log(), Qt::Key_Down);
        QCOMPARE(log()->visibleLines().first(), top);
        QVERIFY(log()->visibleLines().size() > fewer);
        for (int i = 0; i < 40; ++i)
            write('b', 900 + i, "meanwhile");
        QTRY_VERIFY(log()->buffer()->endLine() >= 301);
        QCOMPARE(log()->visibleLines().first(), top);
        QTest::keyClick(log(), Qt::Key_W);
        QCOMPARE(log()->visibleLines().first(), top);
        QTest::keyClick(log(), Qt::Key_W);
        QTest::keyClick(log(), Qt::Key_End);
        QTRY_COMPARE(last(), u"db  meanwhile"_s);
        QVERIFY(log()->isFollowing());
        QTest::keyClick(log(), Qt::Key_Up);
        QVERIFY(!log()->isFollowing());
        QTest::keyClick(log(), Qt::Key_Down);
        QVERIFY(log()->isFollowing());
        QTest::mouseClick(panel()->findChild<QToolButton *>(u"wrapLines"_s), Qt::LeftButton);
        QVERIFY(!log()->isWrapped());
    }

    void jsonLinesAreShownByTheirFields()
    {
        showProjectLogs();
        write('a', 600, "{\"level\":\"error\",\"msg\":\"request failed\",\"status\":503}");
        QTRY_COMPARE(last(), u"web  ERROR request failed status=503"_s);
        QCOMPARE(log()->buffer()->errorLines().size(), size_t(11));
        log()->setFocus();
        QTest::keyClick(log(), Qt::Key_J);
        QCOMPARE(last(), u"web  {\"level\":\"error\",\"msg\":\"request failed\",\"status\":503}"_s);
        // What is looked for is what the container wrote.
        QTest::keyClick(log(), Qt::Key_F, Qt::ControlModifier);
        auto *field = panel()->findChild<QLineEdit *>(u"searchLog"_s);
        QVERIFY(field->hasFocus());
        QTest::keyClicks(field, u"\"status\":503"_s);
        QTRY_COMPARE(said(u"findResult"_s), u"1 of 1"_s); // the last line, which is followed
        QTest::keyClick(log(), Qt::Key_J);
        QCOMPARE(last(), u"web  ERROR request failed status=503"_s);
    }

    void theLogsOfASelectionAreOneLog()
    {
        click('a');
        click('b', Qt::ControlModifier);
        QTRY_VERIFY(m_shell->find<QWidget>(u"mergeLogs"_s)->isVisible());
        press(Qt::Key_L);
        QTRY_VERIFY(panel() && log()->hasFocus());
        QTRY_COMPARE(last(), u"shop-db-1  LOG: statement 99"_s);
        QVERIFY(log()->visibleLines().contains(u"shop-web-1  INFO request 99"_s));
        QCOMPARE(m_shell->find<QLabel>(u"severalTitle"_s)->text(), u"Logs of 2 container(s)"_s);
        // One container again, its own log again.
        click('a');
        QTRY_VERIFY(!panel()->isVisible());
        QTRY_COMPARE(m_streams.value('b'), nullptr);
        // And several: they were looked at as one.
        click('b', Qt::ControlModifier);
        QTRY_VERIFY(panel()->isVisible());
        QTRY_COMPARE(last(), u"shop-db-1  LOG: statement 99"_s);
    }

private:
    static constexpr int Lines = 100;

    void serve(char digit, const std::function<QPair<int, QByteArray>(int)> &line)
    {
        m_engine->on("/containers/" + FakeContainers::id(digit) + "/logs",
                     [this, digit, line](QLocalSocket *socket, const FakeEngine::Request &) {
                         m_streams[digit] = socket;
                         QByteArray answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
                         for (int i = 0; i < Lines; ++i) {
                             const auto [time, text] = line(i);
                             answer += frameOf(1, timedLine(time, text));
                         }
                         socket->write(answer);
                     });
    }
    void write(char digit, int time, const QByteArray &text)
    {
        m_streams[digit]->write(frameOf(1, timedLine(time, text)));
    }

    void showProjectLogs()
    {
        Q_EMIT m_shell->workbench.showProjectRequested(u"shop"_s);
        auto *view = m_shell->find<ProjectView>(u"projectView"_s);
        QTRY_VERIFY(view->isVisible() && view->project() == u"shop"_s);
        auto *tabs = view->findChild<QTabBar *>(u"projectTabs"_s);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(ProjectView::LogsTab).center());
        QTRY_VERIFY(panel());
        QTRY_COMPARE(log()->buffer()->endLine(), 2 * Lines);
        QTRY_VERIFY2(said(u"logFoot"_s).endsWith(u"live"_s), qPrintable(said(u"logFoot"_s)));
    }

    MergedLogPanel *panel() const { return m_shell->find<MergedLogPanel>(u"mergedLogPanel"_s); }
    LogView *log() const { return panel()->view(); }
    QString last() const { return log()->visibleLines().value(log()->visibleLines().size() - 1); }
    QString said(const QString &name) const { return panel()->findChild<QLabel *>(name)->text(); }
    void choose(const QString &menu, const QString &text) const
    {
        const QMenu *entries = panel()->findChild<MenuButton *>(menu)->entries();
        const QList<QAction *> actions = entries->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&text](const QAction *action) { return action->text() == text; });
        QVERIFY2(found != actions.end(), qPrintable(text));
        (*found)->trigger();
    }

    QMap<char, QPointer<QLocalSocket>> m_streams;
};

QTEST_MAIN(TestMergedLogPanel)
#include "tst_mergedlogpanel.moc"
