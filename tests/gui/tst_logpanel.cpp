// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containersprobe.h"
#include "logs/logview.h"
#include "look/markedscrollbar.h"
#include "look/menubutton.h"

#include <QAccessible>
#include <QActionGroup>
#include <QClipboard>
#include <QDateTimeEdit>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUrlQuery>

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
        QTRY_COMPARE(said(u"findResult"_s), u"20 match(es)"_s);
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
        QTRY_COMPARE(said(u"findResult"_s), u"3 match(es)"_s);
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
        QTRY_COMPARE(said(u"findResult"_s), u"1 match(es)"_s);
    }

    void matchesInALineAreSteppedThrough()
    {
        QTest::keyClick(log(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(field(), u"t"_s);
        QTRY_COMPARE(said(u"findResult"_s), u"240 of 240"_s); // the end, where the log is followed
        for (int match = 1; match <= 3; ++match) { // "timeout of request"
            QTest::keyClick(field(), Qt::Key_Return);
            QCOMPARE(said(u"findResult"_s), u"%1 of 240"_s.arg(match));
            QCOMPARE(log()->lineMatch().number, match - 1);
        }
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(said(u"findResult"_s), u"4 of 240"_s);
        QCOMPARE(log()->lineMatch().number, 0);
        QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(said(u"findResult"_s), u"3 of 240"_s);
        QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(said(u"findResult"_s), u"2 of 240"_s);
        button(u"logExpression"_s)->click();
        log()->showLine(1); // has none
        field()->setText(u"timeout|ERROR"_s);
        QTRY_COMPARE(said(u"findResult"_s), u"40 match(es) in 20 line(s)"_s);
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

    void onlyShownLinesAreMarked()
    {
        const auto marks
            = [this](qsizetype kind) { return log()->findChild<MarkedScrollBar *>()->marks().value(kind).places; };
        field()->setText(u"timeout"_s);
        QTRY_COMPARE(marks(1).size(), 20);
        QCOMPARE(marks(0).size(), 20);
        choose(u"shownLines"_s, u"Without matches"_s);
        QTRY_VERIFY(said(u"logFoot"_s).contains(u"180 shown"_s));
        QCOMPARE(marks(0), QList<double>());
        QCOMPARE(marks(1), QList<double>());
        field()->setText(u"answered|request [5-9]0$"_s);
        button(u"logExpression"_s)->click();
        choose(u"shownLines"_s, u"Only matches"_s);
        QTRY_VERIFY2(said(u"logFoot"_s).contains(u"185 shown"_s), qPrintable(said(u"logFoot"_s)));
        QCOMPARE(marks(0).size(), 5);
        QVERIFY(marks(0).first() > 0.2 && marks(0).last() < 0.5); // where they are among those that are shown
        QVERIFY(marks(1).size() > 100);
    }

    void nothingMovesWhenOtherLinesAreShown()
    {
        const auto *shownLines = m_shell->find<MenuButton>(u"shownLines"_s);
        const auto places = [&] {
            QList<QRect> all;
            for (const QString &name : {u"shownLines"_s, u"logTimes"_s, u"nextError"_s, u"follow"_s, u"logMore"_s}) {
                const auto *widget = m_shell->find<QWidget>(name);
                all << QRect(widget->mapTo(widget->window(), QPoint()), widget->size());
            }
            return all;
        };
        QTRY_COMPARE(button(u"nextError"_s)->text(), u"20"_s);
        QTest::qWait(1);
        const QList<QRect> before = places();
        for (const QString &choice : {u"Only matches"_s, u"Without matches"_s, u"Errors only"_s,
                                      u"Warnings and errors"_s, u"All lines"_s, u"All levels"_s}) {
            choose(u"shownLines"_s, choice);
            QTest::qWait(1); // for the layout
            QCOMPARE(places(), before);
        }
        choose(u"shownLines"_s, u"Without matches"_s);
        choose(u"shownLines"_s, u"Errors only"_s);
        QCOMPARE(shownLines->accessibleName(), u"Without matches · Errors only"_s);
        QVERIFY(shownLines->toolTip().contains(u"Without matches · Errors only"_s));
        choose(u"shownLines"_s, u"All lines"_s);
        choose(u"shownLines"_s, u"All levels"_s);
        QCOMPARE(shownLines->text(), u"All lines"_s);
    }

    void theShownLinesAreSearched()
    {
        field()->setText(u"timeout"_s);
        QVERIFY(!entry(u"shownLines"_s, u"Search within these lines"_s)->isEnabled());
        choose(u"shownLines"_s, u"Only matches"_s);
        QTRY_VERIFY(said(u"logFoot"_s).contains(u"20 shown"_s));
        choose(u"shownLines"_s, u"Search within these lines"_s);
        const auto *chip = m_shell->find<QPushButton>(u"keptFilter"_s);
        QVERIFY(chip->isVisible() && chip->text().contains(u"“timeout”"_s));
        QVERIFY(field()->hasFocus() && field()->text().isEmpty());
        QTest::keyClicks(field(), u"request 1"_s);
        QTRY_VERIFY2(said(u"findResult"_s).contains(u"111"_s), qPrintable(said(u"findResult"_s)));
        QTRY_VERIFY(said(u"logFoot"_s).contains(u"20 shown"_s));
        log()->showLine(0);
        for (const qint64 line : {10, 100, 110, 120}) { // and none of the hidden ones between them
            QTest::keyClick(field(), Qt::Key_Return);
            QCOMPARE(log()->currentLine(), line);
        }
        QTest::keyClick(field(), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(log()->currentLine(), 110);
        QTest::mouseClick(const_cast<QPushButton *>(chip), Qt::LeftButton);
        QTRY_VERIFY(!said(u"logFoot"_s).contains(u"shown"_s));
        QVERIFY(!chip->isVisible());
        QCOMPARE(field()->text(), u"request 1"_s);
    }

    void progressIsOneLine()
    {
        const QByteArray step = QByteArray(90'000, 'x') + '\r';
        QByteArray progress;
        for (int i = 0; i < 20; ++i)
            progress += step;
        progress += "100 %\n";
        QByteArray pieces;
        for (qsizetype at = 0; at < progress.size(); at += 16 * 1024)
            pieces += timed(300, progress.mid(at, 16 * 1024)).chopped(1);
        m_stream->write(frame(pieces) + frame(timed(301, "after")));
        QTRY_COMPARE(log()->visibleLines().value(log()->visibleLines().size() - 1), u"after"_s);
        QCOMPARE(log()->visibleLines().value(log()->visibleLines().size() - 2), u"100 %"_s);
        QCOMPARE(log()->visibleLines().filter(u"xxx"_s), QStringList());
        QTRY_VERIFY2(said(u"logFoot"_s).startsWith(u"202 lines"_s), qPrintable(said(u"logFoot"_s)));
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

    void aLogIsReadFromWhereTheUserWants()
    {
        QVERIFY(m_asked.contains("tail=10000"));
        QVERIFY(!m_shell->find<QToolButton>(u"loadAll"_s)->isEnabled());
        choose(u"logMore"_s, u"Since an hour ago"_s);
        QTRY_VERIFY2(m_asked.contains("since="), m_asked.constData());
        const double since
            = QUrlQuery(QString::fromLatin1(m_asked).section(u'?', 1)).queryItemValue(u"since"_s).toDouble();
        QVERIFY(std::abs(double(QDateTime::currentSecsSinceEpoch()) - 3600 - since) < 60);
        QTRY_VERIFY2(said(u"logFoot"_s).startsWith(u"200 lines · since "_s), qPrintable(said(u"logFoot"_s)));

        choose(u"logMore"_s, u"Since…"_s);
        auto *dialog = m_shell->find<QDialog>(u"logSince"_s);
        QTRY_VERIFY(dialog->isVisible());
        const QDateTime wanted = QDateTime::currentDateTime().addDays(-2);
        dialog->findChild<QDateTimeEdit *>(u"since"_s)->setDateTime(wanted);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"read"_s), Qt::LeftButton);
        QTRY_VERIFY2(m_asked.contains("since=" + QByteArray::number(wanted.toSecsSinceEpoch())), m_asked.constData());

        QTest::mouseClick(m_shell->find<QToolButton>(u"loadAll"_s), Qt::LeftButton);
        QTRY_VERIFY2(!m_asked.contains("since=") && !m_asked.contains("tail=1"), m_asked.constData());
        QTRY_COMPARE(said(u"logFoot"_s).section(u" · "_s, 0, 0), u"200 lines"_s);
        QVERIFY(!said(u"logFoot"_s).contains(u"since"_s));
    }

    void asManyOfTheLastLinesAsTheUserWants()
    {
        const auto marked = [this] {
            QStringList all;
            const QList<QAction *> actions = m_shell->find<QToolButton>(u"logMore"_s)->menu()->actions();
            for (const QAction *action : actions) {
                if (action->isChecked() && action->actionGroup())
                    all << action->text();
            }
            return all;
        };
        QCOMPARE(marked(), QStringList(u"The last 10,000 lines"_s));
        choose(u"logMore"_s, u"The last 1,000 lines"_s);
        QTRY_VERIFY2(m_asked.contains("tail=1000&") || m_asked.endsWith("tail=1000"), m_asked.constData());
        QCOMPARE(marked(), QStringList(u"The last 1,000 lines"_s));
        choose(u"logMore"_s, u"The last 100,000 lines"_s);
        QTRY_VERIFY2(m_asked.contains("tail=100000"), m_asked.constData());
        choose(u"logMore"_s, u"Since an hour ago"_s);
        QTRY_VERIFY2(m_asked.contains("since="), m_asked.constData());
        QCOMPARE(marked(), QStringList(u"Since an hour ago"_s));

        choose(u"logMore"_s, u"The last lines…"_s);
        auto *dialog = m_shell->find<QDialog>(u"logTail"_s);
        QTRY_VERIFY(dialog->isVisible());
        QCOMPARE(marked(), QStringList(u"Since an hour ago"_s)); // until there is an answer
        auto *tail = dialog->findChild<QSpinBox *>(u"tailLines"_s);
        QVERIFY(!tail->accessibleName().isEmpty());
        tail->setFocus();
        tail->selectAll();
        QTest::keyClicks(tail, u"2500"_s);
        QTest::keyClick(tail, Qt::Key_Return);
        QTRY_VERIFY2(m_asked.contains("tail=2500"), m_asked.constData());
        QVERIFY(!m_asked.contains("since="));
        QCOMPARE(marked(), QStringList(u"The last 2,500 lines…"_s));
        choose(u"logMore"_s, u"Since a day ago"_s);
        QTRY_VERIFY(m_shell->find<QToolButton>(u"loadAll"_s)->isEnabled());
        QTest::mouseClick(m_shell->find<QToolButton>(u"loadAll"_s), Qt::LeftButton);
        QTRY_COMPARE(marked(), QStringList(u"From the beginning"_s));
    }

    void aClearedLogGoesOn()
    {
        field()->setText(u"answered"_s);
        choose(u"shownLines"_s, u"Only matches"_s);
        QTRY_VERIFY(said(u"logFoot"_s).contains(u"180 shown"_s));
        choose(u"logMore"_s, u"Clear"_s);
        QTRY_VERIFY2(said(u"logFoot"_s).startsWith(u"0 lines · cleared at "_s), qPrintable(said(u"logFoot"_s)));
        QCOMPARE(log()->visibleLines(), QStringList());
        QCOMPARE(button(u"nextError"_s)->text(), u"0"_s);
        m_stream->write(frame(timed(300, "INFO the last was answered")) + frame(timed(301, "not this")));
        QTRY_COMPARE(log()->visibleLines(), QStringList(u"INFO the last was answered"_s));
        QTRY_VERIFY2(said(u"findResult"_s).startsWith(u"1 "_s), qPrintable(said(u"findResult"_s)));
        QVERIFY(m_shell->find<QToolButton>(u"loadAll"_s)->isEnabled());
        choose(u"shownLines"_s, u"All lines"_s);
        // What was cleared stays away when the log is shown again.
        auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
        tabs->setCurrentIndex(ContainerDetailsPane::OverviewTab);
        m_asked.clear();
        tabs->setCurrentIndex(ContainerDetailsPane::LogsTab);
        const QByteArray since = "since=" + QByteArray::number(QDateTime::currentSecsSinceEpoch()).first(8);
        QTRY_VERIFY2(m_asked.contains(since), m_asked.constData());
    }

    void whatIsShownIsSaved()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"kept.log"_s);
        field()->setText(u"timeout"_s);
        choose(u"shownLines"_s, u"Only matches"_s);
        QTRY_VERIFY(said(u"logFoot"_s).contains(u"20 shown"_s));
        choose(u"logTimes"_s, u"UTC times"_s);
        save(u"Save the shown lines…"_s, path);
        const Operation *operation = m_shell->workbench.operations()->operations().last();
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
        QVERIFY2(operation->commandLine().contains(u" logs --timestamps "_s)
                     && operation->commandLine().endsWith(u" > "_s + path + u" 2>&1"_s),
                 qPrintable(operation->commandLine()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray kept = file.readAll();
        QCOMPARE(kept.count('\n'), 20);
        QVERIFY(kept.startsWith("2024-05-01T00:00:00.250000000Z ERROR timeout of request 0\n"));

        choose(u"logTimes"_s, u"No times"_s);
        choose(u"shownLines"_s, u"All lines"_s);
        save(u"Save all lines…"_s, u"/nowhere/kept.log"_s);
        const Operation *failing = m_shell->workbench.operations()->operations().last();
        QTRY_COMPARE(failing->state(), Operation::State::Failed);
        QVERIFY2(failing->error().contains(u"“/nowhere/kept.log” cannot be written."_s), qPrintable(failing->error()));
    }

private:
    static constexpr int lines = 200;

    void save(const QString &entry, const QString &path) const
    {
        choose(u"logMore"_s, entry);
        auto *dialog = m_shell->find<QFileDialog>(u"saveLog"_s);
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        QTRY_VERIFY(!m_shell->find<QFileDialog>(u"saveLog"_s));
    }

    static QByteArray text(int number)
    {
        return number % 10 == 0 ? "ERROR timeout of request " + QByteArray::number(number)
                                : "INFO request " + QByteArray::number(number) + " answered";
    }
    LogView *log() const { return m_shell->find<LogView>(u"log"_s); }
    QLineEdit *field() const { return m_shell->find<QLineEdit>(u"searchLog"_s); }
    QToolButton *button(const QString &name) const { return m_shell->find<QToolButton>(name); }
    QString said(const QString &name) const { return m_shell->find<QLabel>(name)->text(); }
    QAction *entry(const QString &menu, const QString &text) const
    {
        const auto *button = m_shell->find<QToolButton>(menu);
        const QMenu *entries = button ? button->menu() : m_shell->find<MenuButton>(menu)->entries();
        const QList<QAction *> actions = entries->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&text](const QAction *action) { return action->text() == text; });
        return found == actions.end() ? nullptr : *found;
    }
    void choose(const QString &menu, const QString &text) const
    {
        QAction *action = entry(menu, text);
        QVERIFY2(action, qPrintable(text));
        action->trigger();
    }

    QPointer<QLocalSocket> m_stream;
    QByteArray m_asked;
};

QTEST_MAIN(TestLogPanel)
#include "tst_logpanel.moc"
