// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/messagesview.h"
#include "console/querytab.h"
#include "console/resultfooter.h"
#include "console/resultpane.h"
#include "console/resulttabs.h"
#include "console/resultview.h"
#include "look/badge.h"
#include "look/menubutton.h"
#include "look/tabbar.h"
#include "look/theme.h"
#include "postgres/sqlsession.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestResultTabs : public QObject
{
    Q_OBJECT

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ResultTabs> m_tabs;
    QList<std::shared_ptr<QueryResult>> m_results;

    TabBar *bar() const { return m_tabs->findChild<TabBar *>(u"resultTabBar"_s); }
    MenuButton *more() const { return m_tabs->findChild<MenuButton *>(u"moreResults"_s); }
    int last() const { return bar()->count() - 1; }
    Badge *badge(int index) const { return qobject_cast<Badge *>(bar()->tabButton(index, QTabBar::RightSide)); }
    void show(int width)
    {
        m_tabs = std::make_unique<ResultTabs>();
        m_tabs->resize(width, 300);
        m_tabs->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_tabs.get()));
    }
    void add(int count)
    {
        for (int i = 0; i < count; ++i) {
            const auto store = std::make_shared<ResultStore>(QList<ResultColumn>{{u"n"_s, 23, -1, u"integer"_s, 0, 0}});
            const std::array value{ResultStore::Value{"1", 1}};
            store->append(value);
            const auto result = std::make_shared<QueryResult>(store, "SELECT 1", QElapsedTimer());
            result->announce(1, 0.5);
            result->finish(QueryResult::State::Complete, u"SELECT 1"_s, 1);
            m_results.append(result);
            m_tabs->addResult(result, ExpandedDisplay::Off);
        }
    }
    bool isInSight(int index) const
    {
        return bar()->isTabVisible(index) && bar()->rect().contains(bar()->tabRect(index));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>();
        m_theme->setMode(Theme::Mode::Light);
        m_theme->apply();
    }
    void cleanup()
    {
        m_tabs.reset();
        m_results.clear();
    }

    void rowsComeFirstOnALowScreen_data()
    {
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("rows");
        QTest::newRow("of 600 pixels at 125 %") << 205 << 2;
        QTest::newRow("of 600 pixels at 150 %") << 178 << 1;
    }

    void rowsComeFirstOnALowScreen()
    {
        QFETCH(const int, height);
        QFETCH(const int, rows);
        QueryTab query(u"Query 1"_s);
        const auto store = std::make_shared<ResultStore>(QList<ResultColumn>{{u"n"_s, 23, -1, u"integer"_s, 0, 0}});
        const std::array value{ResultStore::Value{"1", 1}};
        for (int i = 0; i < 5; ++i)
            store->append(value);
        const auto result = std::make_shared<QueryResult>(store, "SELECT 1", QElapsedTimer());
        result->announce(5, 0.5);
        query.results()->addResult(result, ExpandedDisplay::Off);
        query.resize(600, height);
        query.show();
        QVERIFY(QTest::qWaitForWindowExposed(&query));
        QCOMPARE(query.height(), height);
        const ResultView *view = query.results()->currentPane()->view();
        QTRY_VERIFY2(view->height() >= view->heightOfRows(rows, view->width()),
                     qPrintable(QString::number(view->height())));
        result->finish(QueryResult::State::Complete, u"SELECT 5"_s, 5);
    }

    void whatIsTooWideIsExpandedByItself_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("letters");
        QTest::addColumn<int>("expanded");
        QTest::newRow("narrow") << 900 << 5 << 0;
        QTest::newRow("wide") << 900 << 60 << 1;
        QTest::newRow("wide in a wide window") << 2500 << 60 << 0;
    }

    void whatIsTooWideIsExpandedByItself()
    {
        QFETCH(const int, width);
        QFETCH(const int, letters);
        QFETCH(const int, expanded);
        show(width);
        const QByteArray text(letters, 'x');
        const auto start = [&](ExpandedDisplay display) {
            QList<ResultColumn> columns;
            for (int i = 0; i < 3; ++i)
                columns.append({u"c%1"_s.arg(i), 25, -1, u"text"_s, 0, 0});
            m_results.append(
                std::make_shared<QueryResult>(std::make_shared<ResultStore>(columns), "SELECT 1", QElapsedTimer()));
            m_tabs->addResult(m_results.last(), display);
            return m_results.last();
        };
        const auto append = [&](const std::shared_ptr<QueryResult> &result, int rows) {
            const ResultStore::Value value{text.constData(), text.size()};
            for (int i = 0; i < rows; ++i)
                result->store()->append(std::array{value, value, value});
            result->announce(result->store()->rowCount(), 0.5);
        };
        const auto isExpanded = [this](int index) { return int(m_tabs->pane(index)->isExpanded()); };
        for (int i = 0; i < 2; ++i) { // the second one behind the first
            append(start(ExpandedDisplay::Auto), 1);
            QCOMPARE(isExpanded(i), expanded);
        }
        append(start(ExpandedDisplay::Off), 1);
        QCOMPARE(isExpanded(2), 0);

        // What the user chose stays, however wide the rows are that follow.
        const auto result = start(ExpandedDisplay::Auto);
        append(result, 1);
        m_tabs->pane(3)->setExpanded(false);
        append(result, 1);
        result->finish(QueryResult::State::Complete, u"SELECT 2"_s, 1);
        QCOMPARE(isExpanded(3), 0);
    }

    void countsAreToldOnceAFrame()
    {
        show(900);
        QSignalSpy told(m_tabs->messages(), &MessagesView::countChanged);
        for (int i = 0; i < 500; ++i)
            m_tabs->messages()->addOutcome({});
        QTRY_VERIFY(badge(last()));
        QCOMPARE(badge(last())->text(), u"500"_s);
        QVERIFY2(told.size() < 100, qPrintable(QString::number(told.size())));
    }

    /// A new one would lay out all tabs anew, for each statement of a script.
    void aBadgeTakesAnotherText()
    {
        show(900);
        add(1);
        m_tabs->messages()->addSentence(u"one"_s);
        QTRY_VERIFY(badge(last()));
        const Badge *before = badge(last());
        const QRect tab = bar()->tabRect(last());
        for (int i = 0; i < 1000; ++i)
            m_tabs->messages()->addSentence(u"another"_s);
        QTRY_COMPARE(badge(last())->text(), QLocale().toString(1001));
        QCOMPARE(badge(last()), before);
        // It has room in its tab, whatever its text.
        QCOMPARE(before->size(), before->sizeHint());
        QVERIFY(bar()->tabRect(last()).width() > tab.width());
        QVERIFY(bar()->tabRect(last()).contains(before->geometry()));
        QVERIFY(isInSight(0) && isInSight(last()) && more()->isHidden());
        m_tabs->showMessages();
        for (int i = 0; i < 10000; ++i)
            m_tabs->messages()->addSentence(u"another"_s);
        QTRY_VERIFY(badge(last())->text().size() > 5);
        QVERIFY(isInSight(0) && isInSight(last()) && more()->isHidden());
        m_tabs->clear();
        QTRY_VERIFY(!badge(last()));
    }

    void tabsThatDoNotFitAreInAMenu()
    {
        show(900);
        add(3);
        QVERIFY(more()->isHidden());
        add(47);
        QTRY_VERIFY(more()->isVisible());
        QTRY_VERIFY(isInSight(0) && isInSight(last()));
        const int folded = int(bar()->foldedTabs().size());
        QVERIFY(folded > 10 && folded < 49);
        QCOMPARE(more()->text(), u"%1 more"_s.arg(folded));

        Q_EMIT more()->entries()->aboutToShow();
        const QList<QAction *> entries = more()->entries()->actions();
        QCOMPARE(entries.size(), folded);
        QCOMPARE(entries.last()->text(), u"Result 50, 1 row(s)"_s);
        entries.last()->trigger();
        QCOMPARE(m_tabs->currentPane(), m_tabs->pane(49));
        QTRY_VERIFY(isInSight(49) && isInSight(last()) && !bar()->isTabVisible(0));
        m_tabs->showMessages();
        QVERIFY(!m_tabs->currentPane());
        QVERIFY(isInSight(last()));

        m_tabs->resize(8000, 300);
        QTRY_VERIFY(more()->isHidden());
        QVERIFY(isInSight(0) && isInSight(49) && isInSight(last()));
        m_tabs->resize(500, 300);
        QTRY_VERIFY(more()->isVisible());
        m_tabs->clear();
        QTRY_VERIFY(more()->isHidden());
        QCOMPARE(bar()->count(), 1);
        add(1);
        QTRY_VERIFY(isInSight(0) && isInSight(1));
    }

    /// The result comes when the statement has run for a while.
    void aRunningResultCountsFromItsSending()
    {
        show(900);
        QElapsedTimer sent;
        sent.start();
        QTRY_VERIFY(sent.hasExpired(300));
        const auto store = std::make_shared<ResultStore>(QList<ResultColumn>{{u"n"_s, 23, -1, u"integer"_s, 0, 0}});
        const std::array value{ResultStore::Value{"1", 1}};
        store->append(value);
        const auto result = std::make_shared<QueryResult>(store, "SELECT 1", sent);
        result->announce(1, 250);
        m_tabs->addResult(result, ExpandedDisplay::Off);
        const ResultFooter *footer = m_tabs->pane(0)->footer();
        const qint64 told = footer->text().section(u"running, "_s, 1).section(u' ', 0, 0).toLongLong();
        QVERIFY2(told >= 300, qPrintable(footer->text()));
        QVERIFY2(footer->text().contains(u"first row after 250 ms"_s), qPrintable(footer->text()));
        result->setCancelling();
        QVERIFY2(footer->text().contains(u"cancelling…"_s), qPrintable(footer->text()));
        result->finish(QueryResult::State::Complete, u"SELECT 1"_s, 2.34);
        QVERIFY2(footer->text().contains(u"2.3 ms"_s), qPrintable(footer->text()));
    }

    void theGridOfADescriptionComesBeforeItsRemarks()
    {
        show(900);
        m_tabs->resize(900, 600);
        const auto store = std::make_shared<ResultStore>(QList<ResultColumn>{{u"Column"_s, 25, -1, {}, 0, 0}});
        const std::array value{ResultStore::Value{"id", 2}};
        for (int row = 0; row < 6; ++row)
            store->append(value);
        QStringList footers{u"Indexes:"_s};
        for (int i = 0; i < 20; ++i)
            footers += u"    \"orders_%1\" btree ("_s.arg(i) + u"a_long_name_of_a_column, "_s.repeated(12) + u')';
        m_results.append(std::make_shared<QueryResult>(store, "\\d orders", QElapsedTimer()));
        m_results.last()->describe(u"Table \"public.%1\""_s.arg(u"orders"_s.repeated(40)), footers);
        m_results.last()->announce(6, 1);
        m_results.last()->finish(QueryResult::State::Complete, {}, 1);
        m_tabs->addResult(m_results.last(), ExpandedDisplay::Off);

        const ResultPane *pane = m_tabs->pane(0);
        auto *remarks = pane->findChild<QPlainTextEdit *>(u"resultRemarks"_s);
        auto *parts = pane->findChild<QSplitter *>(u"resultParts"_s);
        QVERIFY(remarks && parts);
        // The other panes of the console keep their width.
        QVERIFY2(pane->minimumSizeHint().width() < 300, qPrintable(QString::number(pane->minimumSizeHint().width())));
        const int all = pane->view()->heightOfRows(6, 900);
        QTRY_COMPARE(pane->view()->height(), all);
        QTRY_VERIFY(pane->view()->cellRect(5, 0).bottom() < pane->view()->viewport()->height());
        QTRY_VERIFY(remarks->verticalScrollBar()->maximum() > 0);
        const auto *title = pane->findChild<QWidget *>(u"resultTitle"_s);
        QVERIFY(title->isVisible() && title->height() >= 2 * title->fontMetrics().height() - 1);

        m_tabs->resize(900, 300);
        const auto half = [parts] { return (parts->height() - parts->handleWidth()) / 2; };
        QTRY_VERIFY(half() < all && pane->view()->height() == half());
        m_tabs->resize(900, 170);
        QTRY_VERIFY(pane->view()->cellRect(1, 0).bottom() < pane->view()->viewport()->height());

        // What the user chose stays.
        m_tabs->resize(900, 600);
        QTRY_COMPARE(pane->view()->height(), all);
        QTest::mousePress(parts->handle(1), Qt::LeftButton);
        QTest::mouseMove(parts->handle(1), QPoint(0, 100));
        QTest::mouseRelease(parts->handle(1), Qt::LeftButton);
        QTRY_VERIFY(pane->view()->height() > all);
        m_tabs->resize(900, 590);
        QTRY_VERIFY(half() < 300);
        QVERIFY(pane->view()->height() > all);
    }

    void noticesThatAreNotShownTakeOneLine()
    {
        show(900);
        ServerMessage notice;
        notice.severity = u"NOTICE"_s;
        notice.message = u"hello"_s;
        notice.context = u"PL/pgSQL function f()"_s;
        MessagesView *messages = m_tabs->messages();
        messages->addNotices({notice, notice}, 3);
        messages->addNotices({}, 4000);
        messages->addNotices({}, 5);
        QCOMPARE(
            messages->toPlainText(),
            u"NOTICE: hello\nNOTICE: hello\n%1 more notice(s) came and are not shown."_s.arg(QLocale().toString(4008)));
        messages->addSentence(u"next"_s);
        messages->addNotices({}, 1);
        QCOMPARE(messages->toPlainText().section(u'\n', 3), u"next\n1 more notice(s) came and are not shown."_s);
    }

    void anErrorTellsItsOwnLine()
    {
        show(900);
        StatementOutcome outcome;
        outcome.error.severity = u"ERROR"_s;
        outcome.error.message = u"no such column"_s;
        outcome.query = "SELECT 1,\n  nope;";
        outcome.errorLine = {4, "  nope;"};
        outcome.totalMilliseconds = 0.44;
        m_tabs->messages()->addOutcome(outcome, 10);
        QCOMPARE(m_tabs->messages()->toPlainText(), u"ERROR: no such column\nafter 0.4 ms in line 15: nope;"_s);
    }

    void severalStatementsAreNamed()
    {
        show(900);
        MessagesView *messages = m_tabs->messages();
        StatementOutcome outcome;
        outcome.ok = true;
        outcome.totalMilliseconds = 2.1;
        outcome.query = "\\d customers";
        messages->addOutcome(outcome);
        QCOMPARE(messages->toPlainText(), u"Done, 2.1 ms"_s);
        messages->addSentence(u"<i>a note</i>"_s);
        outcome.index = 1;
        outcome.commandTag = u"SELECT 1"_s;
        outcome.query = "SELECT\n  '<b>' AS " + QByteArray(300, 'x');
        messages->addOutcome(outcome);
        outcome.index = 2;
        outcome.commandTag = u"ALTER ROLE"_s;
        outcome.query = "ALTER ROLE demo PASSWORD 'secret'";
        messages->addOutcome(outcome);
        const QStringList lines = messages->toPlainText().split(u'\n');
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0), u"Done, 2.1 ms: \\d customers"_s);
        QVERIFY2(lines.at(2).startsWith(u"SELECT 1, 2.1 ms: SELECT '<b>' AS xxx"_s), qPrintable(lines.at(2)));
        QVERIFY(lines.at(2).endsWith(u'…') && lines.at(2).size() < 100);
        QCOMPARE(lines.at(3), u"ALTER ROLE, 2.1 ms: ALTER ROLE demo PASSWORD '***'"_s);
        messages->clearMessages();
        outcome.index = 0;
        messages->addOutcome(outcome);
        QCOMPARE(messages->toPlainText(), u"ALTER ROLE, 2.1 ms"_s);
    }

    void furtherResultsAreCountedNotShown()
    {
        show(900);
        add(ResultTabs::MostResults + 5);
        QCOMPARE(m_tabs->resultCount(), ResultTabs::MostResults + 5);
        QCOMPARE(bar()->count(), ResultTabs::MostResults + 1);
        QCOMPARE(m_tabs->messages()->toPlainText().count(u"Only the first"_s), 1);
    }
};

QTEST_MAIN(TestResultTabs)
#include "tst_resulttabs.moc"
