// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/messagesview.h"
#include "console/querytab.h"
#include "console/resultpane.h"
#include "console/resulttabs.h"
#include "console/resultview.h"
#include "console/sqleditor.h"
#include "containers/containerdetailspane.h"
#include "containersprobe.h"
#include "logs/logview.h"
#include "look/buttonkind.h"
#include "look/codeview.h"
#include "look/terminalpalette.h"
#include "lookprobe.h"
#include "postgres/queryresult.h"
#include "shell/commandpalette.h"
#include "terminal/terminalpanel.h"
#include "terminal/terminalview.h"

using namespace Gantry;

/// Light and dark change while every part of the window is there.
class TestThemeSwitch : public ContainersProbe
{
    Q_OBJECT

    /// What fills surfaces in \a tokens and is nowhere in the other theme, not even at the edges of letters.
    static QList<QColor> surfaces(const Tokens &tokens)
    {
        return {tokens.base, tokens.chrome, tokens.sunken, tokens.selection, tokens.chromeSelection};
    }

    static QImage picture(QWidget *window)
    {
        QPixmap pixmap = window->grab();
        // The words on these are white in both themes, as the light base is.
        QPainter painter(&pixmap);
        const QList<QAbstractButton *> buttons = window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->window() == window && button->isVisible() && buttonKind(button) == ButtonKind::Primary)
                painter.fillRect(QRect(button->mapTo(window, QPoint()), button->size()), Qt::magenta);
        }
        painter.end();
        return pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    }

    /// The window wears the one theme and nothing of the other; else what is wrong.
    QString wrong(bool dark) { return wrong(&m_shell->window, dark, true); }
    static QString wrong(QWidget *window, bool dark, bool hasChrome)
    {
        const QImage image = picture(window);
        QHash<QRgb, int> pixels;
        QHash<QRgb, QPoint> places;
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x) {
                if (++pixels[line[x]] == 1)
                    places[line[x]] = {x, y};
            }
        }
        const Tokens &own = LookProbe::tokensOf(dark);
        if (pixels.value(own.base.rgb()) < image.width() * image.height() / 4)
            return u"the page has not the theme's base"_s;
        if (hasChrome && pixels.value(own.chrome.rgb()) < image.width() * 40)
            return u"navigation and status line have not the theme's chrome"_s;
        for (const QColor &color : surfaces(LookProbe::tokensOf(!dark))) {
            if (const QPoint place = places.value(color.rgb(), {-1, -1}); place.x() >= 0)
                return u"%1 of the other theme, first at %2, %3"_s.arg(color.name()).arg(place.x()).arg(place.y());
        }
        return {};
    }

    void switchBothWays()
    {
        for (const bool dark : {true, false}) {
            LookProbe::wear(&m_shell->theme, dark);
            QTRY_COMPARE_WITH_TIMEOUT(wrong(dark), QString(), 2000);
        }
    }

    using Colors = std::function<QList<QColor>(const Tokens &)>;
    /// As above; and what is in \a view has the colours of the one theme each time, and none of the other's.
    void switchBothWays(QWidget *view, const Colors &colors)
    {
        QVERIFY(view->isVisible());
        for (const bool dark : {true, false}) {
            LookProbe::wear(&m_shell->theme, dark);
            QTRY_COMPARE_WITH_TIMEOUT(wrong(dark), QString(), 2000);
            const QImage image = LookProbe::grabbed(view);
            for (const QColor &color : colors(LookProbe::tokensOf(dark)))
                QVERIFY2(LookProbe::count(image, color) > 0, qPrintable(color.name() + u" is not there"_s));
            for (const QColor &color : colors(LookProbe::tokensOf(!dark)))
                QVERIFY2(LookProbe::count(image, color) == 0, qPrintable(color.name() + u" of the other theme"_s));
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        start();
        m_shell->theme.setMode(Theme::Mode::Light);
        m_shell->theme.apply();
        m_engine->answer("/volumes", R"({"Volumes": [{"Name": "data", "Driver": "local"}]})");
        m_engine->answer("/images/json", R"([{"Id": "sha256:1", "RepoTags": ["shop-web:2"], "Size": 1000}])");
        m_engine->answer("/networks", R"([{"Id": "1", "Name": "bridge", "Driver": "bridge"}])");
        m_shell->action(u"shell.refresh"_s)->trigger();
        QTRY_COMPARE(m_shell->workbench.engine()->volumes().size(), 1);
        QTRY_COMPARE(m_shell->workbench.engine()->images().size(), 1);
        QTRY_COMPARE(m_shell->workbench.engine()->networks().size(), 1);
        m_shell->action(u"shell.operations"_s)->trigger();
    }

    void cleanupTestCase() { end(); }

    void everyPage_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"containers", "projects", "images", "volumes", "networks", "databases"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void everyPage()
    {
        QFETCH(const QString, page);
        m_shell->window.showPage(page);
        QCOMPARE(m_shell->window.currentPage()->id(), page);
        if (page == "containers"_L1)
            select('a');
        else if (auto *list = m_shell->window.currentPage()->findChild<QAbstractItemView *>())
            list->selectAll();
        switchBothWays();
    }

    void everyDetailOfAContainer()
    {
        m_shell->window.showPage(u"containers"_s);
        select('a');
        auto *tabs = page()->findChild<QTabBar *>(u"detailTabs"_s);
        QTRY_VERIFY(tabs && tabs->isVisible());
        QCOMPARE(tabs->count(), 7);
        for (int tab = ContainerDetailsPane::OverviewTab; tab <= ContainerDetailsPane::InspectTab; ++tab) {
            tabs->setCurrentIndex(tab);
            if (tab == ContainerDetailsPane::InspectTab) // what it says is asked for now
                QTRY_VERIFY(page()->findChild<CodeView *>(u"inspectJson"_s)->text().contains(u"shop-web:2"_s));
            switchBothWays();
        }
    }

    void theCauseOfAnEnd()
    {
        m_fake->setDetails('c', {{u"Path"_s, u"sh"_s}, {u"State"_s, QJsonObject{{u"ExitCode"_s, 3}}}});
        m_engine->answer(FakeContainers::path('c', "logs"), "");
        m_shell->window.showPage(u"containers"_s);
        select('c');
        m_shell->action(u"container.cause"_s)->trigger();
        QTRY_VERIFY(page()->findChild<QWidget *>(u"cause"_s)->isVisible());
        switchBothWays();
    }

    void theConsole()
    {
        m_shell->window.showPage(u"databases"_s);
        Q_EMIT m_shell->workbench.openConsoleRequested(QString::fromLatin1(FakeContainers::id('b')));
        const auto *editor = page()->findChild<SqlEditor *>();
        QVERIFY(editor && editor->isVisible());
        switchBothWays();
    }

    void resultsAndMessages()
    {
        m_shell->window.showPage(u"databases"_s);
        Q_EMIT m_shell->workbench.openConsoleRequested(QString::fromLatin1(FakeContainers::id('b')));
        auto *query = page()->findChild<QueryTab *>();
        QVERIFY(query);
        query->editor()->setScript("SELECT 'text', 42 -- comment\n", false);
        const auto store = std::make_shared<ResultStore>(
            QList<ResultColumn>{{u"n"_s, 23, -1, u"integer"_s, 0, 0}, {u"t"_s, 25, -1, u"text"_s, 0, 0}});
        for (int i = 0; i < 5; ++i)
            store->append(std::array{ResultStore::Value{"1", 1}, ResultStore::Value{}});
        const auto result = std::make_shared<QueryResult>(store, "SELECT 1", QElapsedTimer());
        result->announce(5, 0.5);
        result->finish(QueryResult::State::Complete, u"SELECT 5"_s, 5);
        ResultTabs *results = query->results();
        results->addResult(result, ExpandedDisplay::Off);
        QTRY_VERIFY(results->currentPane() && results->currentPane()->view()->rowCount() == 5);
        ResultView *grid = results->currentPane()->view();
        grid->selectRows(1, 2);
        switchBothWays(grid, [](const Tokens &tokens) { return QList<QColor>{tokens.base, tokens.selection}; });

        MessagesView *messages = results->messages();
        messages->addSentence(u"What is so"_s);
        messages->addSentence(u"What failed"_s, Tone::Error);
        messages->addSentence(u"What to heed"_s, Tone::Caution);
        results->showMessages();
        switchBothWays(messages->viewport(), [](const Tokens &tokens) { return QList<QColor>{tokens.base}; });
        // Letters this thin may have no pixel of exactly their colour.
        for (const bool dark : {true, false}) {
            LookProbe::wear(&m_shell->theme, dark);
            const Tokens &tokens = LookProbe::tokensOf(dark);
            QList<QColor> colors;
            for (QTextBlock block = messages->document()->begin(); block.isValid(); block = block.next())
                colors << block.begin().fragment().charFormat().foreground().color();
            QCOMPARE(colors.last(), tokens.color(Tone::Caution));
            QCOMPARE(colors[colors.size() - 2], tokens.color(Tone::Error));
            QCOMPARE(colors[colors.size() - 3], tokens.color(Tone::Normal));
        }
    }

    void aLogWithLines()
    {
        m_engine->on(FakeContainers::path('a', "logs"), [](QLocalSocket *socket, const FakeEngine::Request &) {
            QByteArray answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
            for (const char *line : {"plain", "ERROR red", "\x1b[41m   \x1b[0m tinted", "chosen"})
                answer += FakeEngine::chunk(
                    FakeEngine::frame(1, "2024-05-01T00:00:00.250000000Z " + QByteArray(line) + '\n'));
            socket->write(answer);
        });
        m_shell->window.showPage(u"containers"_s);
        select('b');
        select('a');
        page()->findChild<QTabBar *>(u"detailTabs"_s)->setCurrentIndex(ContainerDetailsPane::LogsTab);
        auto *log = m_shell->find<LogView>(u"log"_s);
        QTRY_VERIFY(log->visibleLines().contains(u"chosen"_s));
        log->setFocus();
        QTest::keyClick(log, Qt::Key_Up);
        switchBothWays(log->viewport(), [](const Tokens &tokens) {
            return QList<QColor>{tokens.base, TerminalPalette::of(tokens).background(TerminalColor::indexed(1))};
        });
    }

    void aTerminalWithText()
    {
        m_engine->answer(FakeContainers::path('a', "exec"), R"({"Id": "e1"})", 201);
        m_engine->answer("/exec/e1/resize", {}, 200);
        m_engine->on("/exec/e1/start", [this](QLocalSocket *socket, const FakeEngine::Request &) {
            socket->disconnect(&*m_engine); // what is typed is no request
            socket->write("HTTP/1.1 101 UPGRADED\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n"
                          "\x1b]697;7;sh\x1b\\usual \x1b[32mgreen\x1b[0m \x1b[41m   \x1b[44m   \x1b[0m here# ");
        });
        m_shell->window.showPage(u"containers"_s);
        select('a');
        m_shell->action(u"container.terminal"_s)->trigger();
        const auto *panel = m_shell->find<TerminalPanel>(u"terminalPanel"_s);
        QTRY_VERIFY(panel->view() && panel->view()->visibleLines().first().contains(u"here#"_s));
        switchBothWays(panel->view()->viewport(), [](const Tokens &tokens) {
            const TerminalPalette &palette = TerminalPalette::of(tokens);
            return QList<QColor>{tokens.base, palette.background(TerminalColor::indexed(1)),
                                 palette.background(TerminalColor::indexed(4))};
        });
    }

    void aDialog()
    {
        m_shell->window.showPage(u"containers"_s);
        select('c');
        m_shell->action(u"container.remove"_s)->trigger();
        QDialog *question = dialog(u"removeContainers"_s);
        QVERIFY(question && question->isVisible());
        for (const bool dark : {true, false}) {
            LookProbe::wear(&m_shell->theme, dark);
            QTRY_COMPARE_WITH_TIMEOUT(wrong(question, dark, false), QString(), 2000);
            QTRY_COMPARE_WITH_TIMEOUT(wrong(dark), QString(), 2000);
        }
        question->reject();
        QTRY_VERIFY(!m_shell->find<QDialog>(u"removeContainers"_s));
    }

    void theCommandPalette()
    {
        m_shell->action(u"shell.palette"_s)->trigger();
        auto *palette = m_shell->window.findChild<CommandPalette *>();
        QTRY_VERIFY(palette->isVisible());
        switchBothWays(palette, [](const Tokens &tokens) { return QList<QColor>{tokens.base, tokens.selection}; });
        palette->dismiss();
    }
};

QTEST_MAIN(TestThemeSwitch)
#include "tst_themeswitch.moc"
