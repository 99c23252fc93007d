// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cataloguepane.h"
#include "console/consoleheader.h"
#include "console/findbar.h"
#include "console/transactionchip.h"
#include "look/tabbar.h"
#include "paintedtexts.h"
#include "serverfixture.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QTranslator>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Queries of a console: how they are recalled, kept and reached by keys, and what their header has room for.
class TestConsoleQueries : public ServerFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        beginServer(u"gantry-console-queries"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(opens(m_server->id()), qPrintable(connection()->sentence()));
    }

    void cleanupTestCase() { endServer(); }

    void aFileOfAnotherEncodingIsRefused()
    {
        const QString path = m_home.filePath(u"latin.sql"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("SELECT 'caf\xe9';");
        file.close();
        const qsizetype before = console()->queries().size();
        console()->openFile(path);
        const auto said = [this] {
            const QList<QLabel *> labels = console()->findChildren<QLabel *>();
            return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
                return label->isVisible() && label->text().contains(u"UTF-8"_s);
            });
        };
        QTRY_VERIFY(said());
        QCOMPARE(console()->queries().size(), before);
    }

    void historyKeepsWhatWasTyped()
    {
        QVERIFY(runAll("SELECT 1 AS one\\; SELECT 2 AS two;"));
        QCOMPARE(query()->results()->resultCount(), 2);
        type({});
        Q_EMIT query()->editor()->historyRequested(false);
        QTRY_COMPARE(query()->editor()->utf8(), QByteArray("SELECT 1 AS one\\; SELECT 2 AS two;"));
    }

    void historyKeysGiveBackWhatWasTyped()
    {
        QVERIFY(runAll("SELECT 'older';"));
        QVERIFY(runAll("SELECT 'newest';"));
        const QByteArray typed = "SELECT 'typed'\nFROM nowhere";
        const auto press = [this](Qt::Key key) { QTest::keyClick(query()->editor(), key, Qt::ControlModifier); };
        const auto text = [this] { return query()->editor()->utf8(); };
        type(typed);
        query()->editor()->moveCursor(5);
        press(Qt::Key_Down); // nothing is newer
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'newest';");
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'older';");
        press(Qt::Key_Down);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'newest';");
        press(Qt::Key_Down);
        QTRY_COMPARE(text(), typed);
        QCOMPARE(query()->editor()->cursorPosition(), 5);
        press(Qt::Key_Down);
        press(Qt::Key_Down);

        // Another text begins anew, and another query has a place of its own.
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'newest';");
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), typed + ";\n\nSELECT 'older';");
        QueryTab *first = query();
        this->press(u"sql.newQuery"_s);
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), QByteArray("SELECT 'newest';"));
        type({});
        this->press(u"sql.closeQuery"_s);
        console()->stepQuery(int(console()->queries().indexOf(first) - console()->queries().indexOf(query())));
        QCOMPARE(query(), first);
        type("SELECT 'another'");
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), QByteArray("SELECT 'another';\n\nSELECT 'newest';"));
    }

    void recalledStatementRunsAlone_data()
    {
        QTest::addColumn<QByteArray>("draft");
        QTest::addColumn<QByteArray>("closed");

        QTest::newRow("no semicolon") << "SELECT 1"_ba
                                      << "SELECT 1;"_ba;
        QTest::newRow("comment behind it") << "SELECT 1 -- one"_ba
                                           << "SELECT 1; -- one"_ba;
        QTest::newRow("semicolon") << "SELECT 1;"_ba
                                   << "SELECT 1;"_ba;
        QTest::newRow("only a comment") << "-- one"_ba
                                        << "-- one"_ba;
        QTest::newRow("command") << "\\conninfo"_ba
                                 << "\\conninfo"_ba;
        QTest::newRow("open string") << "SELECT 'one"_ba
                                     << "SELECT 'one"_ba;
        QTest::newRow("open parenthesis") << "SELECT (1"_ba
                                          << "SELECT (1"_ba;
        QTest::newRow("open comment") << "SELECT 1; /* one"_ba
                                      << "SELECT 1; /* one"_ba;
    }

    void recalledStatementRunsAlone()
    {
        QFETCH(const QByteArray, draft);
        QFETCH(const QByteArray, closed);
        QVERIFY(runAll("SELECT 77 AS recalled;"));
        QVERIFY(runAll("SELECT 78 AS newer;"));
        const auto press = [this](Qt::Key key) { QTest::keyClick(query()->editor(), key, Qt::ControlModifier); };
        const auto text = [this] { return query()->editor()->utf8(); };
        type(draft);
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), closed + "\n\nSELECT 78 AS newer;");
        press(Qt::Key_Down);
        QTRY_COMPARE(text(), draft);
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), closed + "\n\nSELECT 78 AS newer;");
        press(Qt::Key_Up);
        QTRY_COMPARE(text(), closed + "\n\nSELECT 77 AS recalled;");
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        this->press(u"sql.run"_s);
        QVERIFY(ended.size() > 0 || ended.wait(Patience));
        QTRY_VERIFY2(cell(0, 0, 0) == u"77"_s, qPrintable(messages()));
        QCOMPARE(query()->results()->resultCount(), 1);
    }

    /// The history shows passwords as ***, which must not become the password.
    void maskedPasswordIsNotRun()
    {
        QVERIFY(runAll("CREATE ROLE masked LOGIN PASSWORD 'open sesame';"));
        type({});
        Q_EMIT query()->editor()->historyRequested(false);
        QTRY_VERIFY(query()->editor()->utf8().contains("PASSWORD '***'"));
        press(u"sql.runAll"_s);
        QVERIFY2(messages().contains(u"Nothing was run"_s), qPrintable(messages()));
        press(u"sql.runAll"_s);
        QCOMPARE(messages().count(u"Nothing was run"_s), 1);
        QVERIFY(!console()->runner()->isRunning());
        QVERIFY(!messages().contains(u"already exists"_s));
        QVERIFY(runAll("DROP ROLE masked; SELECT '***' AS stars;"));
        QTRY_COMPARE(cell(0, 0, 0), u"***"_s);
    }

    void tabGoesFromTheConsolesThroughTheConsole()
    {
        const QWidget *window = m_page->window();
        QWidget *widget = m_page->findChild<TabBar *>(u"consoleTabs"_s);
        QVERIFY(widget && window);
        QStringList visited;
        do {
            widget = widget->nextInFocusChain();
            if (widget->focusPolicy() & Qt::TabFocus && widget->isVisibleTo(window) && !widget->focusProxy())
                visited += widget->objectName();
        } while (widget != query()->editor() && visited.size() < 100);
        QVERIFY2(visited.indexOf(u"closeConsole"_s) == 0, qPrintable(visited.join(u' ')));
        QVERIFY2(visited.indexOf(u"sql.run"_s) > 0, qPrintable(visited.join(u' ')));
        QVERIFY2(visited.indexOf(u"catalogue"_s) > visited.indexOf(u"sql.run"_s), qPrintable(visited.join(u' ')));
    }

    void tabGoesThroughTheConsolesInTheirOrder()
    {
        auto *bar = m_page->findChild<TabBar *>(u"consoleTabs"_s);
        const QString other = Lab::docker({u"inspect"_s, u"--format={{.Id}}"_s, u"lab-pg"_s}).output;
        m_page->openConsole(other);
        Console *second = console();
        const auto close = qScopeGuard([this, second] {
            Q_EMIT second->closeRequested();
            m_page->openConsole(m_server->id());
        });
        QCOMPARE(m_page->consoles().size(), 2);
        QWidgetList visited;
        for (QWidget *widget = bar->nextInFocusChain(); widget != bar; widget = widget->nextInFocusChain()) {
            if (widget->objectName() == u"closeConsole"_s)
                visited += widget;
        }
        QCOMPARE(visited, (QWidgetList{bar->tabButton(1, QTabBar::RightSide), bar->tabButton(2, QTabBar::RightSide)}));
        // And from them into the console.
        const QWidget *after = visited.last()->nextInFocusChain();
        QVERIFY2(second->isAncestorOf(after) || after == second, qPrintable(after->objectName()));
    }

    void theHintKeepsItsBeginning()
    {
        auto *hint = console()->findChild<QLabel *>(u"runHint"_s);
        QVERIFY(hint && hint->isVisible());
        hint->resize(hint->sizeHint().width() / 2, hint->height());
        const QString shown = PaintedTexts::of(hint).join(QString());
        QVERIFY2(shown.startsWith(u"Ctrl+Return"_s) && shown.endsWith(QChar(0x2026)), qPrintable(shown));
        QVERIFY(hint->fontMetrics().horizontalAdvance(shown) <= hint->width());
    }

    void findAndReplaceFitsANarrowConsole_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("French") << u"fr"_s;
    }

    void findAndReplaceFitsANarrowConsole()
    {
        QFETCH(const QString, language);
        QTranslator translator;
        QVERIFY(translator.load(u":/i18n/gantry_%1.qm"_s.arg(language)));
        QCoreApplication::installTranslator(&translator);
        const QSize wide = m_page->size();
        m_page->resize(804, 480); // in a window of 1,024 by 600
        press(u"sql.newQuery"_s);
        const auto restore = qScopeGuard([this, wide] {
            m_page->resize(wide);
            press(u"sql.closeQuery"_s);
        });
        auto *objects = console()->catalogue();
        QTRY_VERIFY(query()->editor()->hasFocus() && query()->editor()->isVisible());
        const QSize room = objects->size();
        const int least = m_page->minimumSizeHint().height();
        press(u"sql.replace"_s);
        const auto *bar = query()->findChild<QWidget *>(u"findBar"_s);
        QVERIFY(bar && bar->isVisible());
        m_page->repaint(); // lays out first
        QCOMPARE(objects->size(), room);
        const QList<QLineEdit *> fields = bar->findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 2);
        for (const QLineEdit *field : fields) {
            QVERIFY2(field->isVisible() && field->width() >= 160, QByteArray::number(field->width()));
            QVERIFY(field->fontMetrics().horizontalAdvance(field->placeholderText()) < field->width() - 16);
            QCOMPARE(field->width(), fields.first()->width());
        }
        const QList<QAbstractButton *> buttons = bar->findChildren<QAbstractButton *>();
        QVERIFY(buttons.size() >= 8);
        for (const QAbstractButton *button : buttons) {
            QVERIFY2(button->isVisible() && button->width() >= button->sizeHint().width()
                         && bar->rect().contains(button->mapTo(bar, button->rect().bottomRight())),
                     qPrintable(button->objectName()));
            QVERIFY2(!button->text().isEmpty() || (!button->accessibleName().isEmpty() && !button->toolTip().isEmpty()),
                     qPrintable(button->objectName()));
        }
        // The screen may be so low, too: then there is less of the results.
        m_page->resize(804, least);
        m_page->repaint();
        QVERIFY2(m_page->minimumSizeHint().height() <= least, QByteArray::number(m_page->minimumSizeHint().height()));
        QVERIFY(bar->height() >= bar->minimumSizeHint().height());
        QVERIFY(bar->geometry().bottom() < bar->parentWidget()->height());
        const auto *tabs = query()->results()->findChild<TabBar *>(u"resultTabBar"_s);
        QVERIFY(tabs->mapTo(query()->results(), tabs->rect().bottomLeft()).y()
                < query()->results()->messages()->mapTo(query()->results(), QPoint()).y());
        QVERIFY(query()->editor()->height() >= 2 * query()->editor()->fontMetrics().height());
        QVERIFY2(query()->findBar()->minimumSizeHint().width() < 480,
                 QByteArray::number(query()->findBar()->minimumSizeHint().width()));
    }

    void keysGoFromQueryToQuery()
    {
        press(u"sql.newQuery"_s);
        QueryTab *second = query();
        press(u"sql.previousQuery"_s);
        QVERIFY(query() != second);
        press(u"sql.nextQuery"_s);
        QCOMPARE(query(), second);
        QVERIFY(runAll("SELECT 1; SELECT 2;"));
        press(u"sql.nextResult"_s);
        QCOMPARE(query()->results()->currentPane(), query()->results()->pane(1));
        m_page->activateWindow(); // a dialog of an earlier test may have had it
        press(u"sql.messages"_s);
        QTRY_VERIFY(query()->results()->messages()->hasFocus());
        press(u"sql.nextResult"_s);
        QCOMPARE(query()->results()->currentPane(), query()->results()->pane(0));
        type({});
        press(u"sql.closeQuery"_s);
        QVERIFY(query() != second);
    }

    void aRunBesideAnotherQuerysIsRefused()
    {
        press(u"sql.newQuery"_s);
        QueryTab *first = query();
        auto *bar = console()->findChild<TabBar *>(u"queryTabs"_s);
        const auto isMarked = [&](QueryTab *tab) {
            return bar->tabButton(int(console()->queries().indexOf(tab)), QTabBar::RightSide) != nullptr;
        };
        type("SELECT pg_sleep(60)");
        press(u"sql.runAll"_s);
        QVERIFY(console()->runner()->isRunning());
        QVERIFY(isMarked(first));
        press(u"sql.newQuery"_s);
        QVERIFY(isMarked(first) && !isMarked(query()));
        type("SELECT 2");
        press(u"sql.run"_s);
        QVERIFY2(messages().contains(u"Nothing was run: “%1” is running"_s.arg(first->title())),
                 qPrintable(messages()));
        QVERIFY(!query()->results()->currentPane());
        QTest::keyClick(query()->editor(), Qt::Key_Escape);
        QVERIFY(!console()->session()->isCancelling());
        const QAction *cancel = m_workbench->actions()->action(u"sql.cancel"_s);
        QVERIFY2(cancel->isEnabled() && cancel->toolTip().contains(first->title()), qPrintable(cancel->toolTip()));

        type({});
        press(u"sql.closeQuery"_s);
        QCOMPARE(query(), first);
        QTest::keyClick(first->editor(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!console()->runner()->isRunning(), Patience);
        QVERIFY(messages().contains(u"Cancelled after"_s));
        QVERIFY(!isMarked(first));
        type({});
        press(u"sql.closeQuery"_s);
    }

    void textSurvivesARestart()
    {
        type("SELECT 'survivor'");
        console()->newQuery();
        type("SELECT 'second'");
        makePage();
        QCOMPARE(m_page->consoles().size(), 1);
        QCOMPARE(m_page->currentConsole(), m_page->consoles().first());
        const QList<QueryTab *> queries = m_page->consoles().first()->queries();
        QCOMPARE(queries.size(), 2);
        QCOMPARE(queries.at(0)->editor()->utf8(), QByteArray("SELECT 'survivor'"));
        QCOMPARE(queries.at(1)->editor()->utf8(), QByteArray("SELECT 'second'"));
        // Seen again, it connects by itself.
        QTRY_VERIFY2_WITH_TIMEOUT(connected(), qPrintable(connection()->sentence()), Patience);
    }

    void theHeaderGivesWayToTheTransaction_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("English") << QStringList{u"Commit"_s, u"Roll back"_s, u"Cancel"_s, u"Run"_s};
        QTest::newRow("French") << QStringList{u"Valider"_s, u"Abandonner"_s, u"Annuler"_s, u"Exécuter"_s};
    }

    /// In a window of 1000 × 600.
    void theHeaderGivesWayToTheTransaction()
    {
        QFETCH(QStringList, words);
        QTRY_VERIFY_WITH_TIMEOUT(connected(), Patience);
        const QStringList ids{u"sql.commit"_s, u"sql.rollback"_s, u"sql.cancel"_s, u"sql.run"_s};
        QStringList before;
        for (qsizetype i = 0; i < ids.size(); ++i) {
            before += m_workbench->actions()->action(ids.at(i))->text();
            m_workbench->actions()->action(ids.at(i))->setText(words.at(i));
        }
        auto *header = console()->findChild<ConsoleHeader *>();
        const auto *user = header->findChild<QWidget *>(u"consoleUser"_s);
        QVERIFY(runAll("CREATE TABLE IF NOT EXISTS kept (a int); BEGIN; INSERT INTO kept VALUES (1);"));
        QTRY_VERIFY(header->transactionChip()->isVisible());
        m_page->resize(1400, 780);
        QTRY_VERIFY(user->isVisible());
        m_page->resize(784, 450);
        QTRY_VERIFY(!user->isVisible());
        QCOMPARE(m_page->width(), 784);
        QList<QWidget *> needed{header->transactionChip()};
        needed += header->transactionChip()->findChild<QWidget *>(u"transactionText"_s);
        for (const QString &id : ids)
            needed += header->findChild<QWidget *>(id);
        for (const QWidget *widget : std::as_const(needed)) {
            QVERIFY(widget);
            QTRY_VERIFY2(widget->width() >= widget->sizeHint().width(), qPrintable(widget->objectName()));
            QVERIFY2(header->rect().contains(QRect(widget->mapTo(header, QPoint()), widget->size())),
                     qPrintable(widget->objectName()));
        }
        QVERIFY(runAll("ROLLBACK"));
        for (qsizetype i = 0; i < ids.size(); ++i)
            m_workbench->actions()->action(ids.at(i))->setText(before.at(i));
    }
};

QTEST_MAIN(TestConsoleQueries)
#include "tst_consolequeries.moc"
