// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/sqleditor.h"
#include "containers/containerdetailspane.h"
#include "containersprobe.h"
#include "look/buttonkind.h"
#include "look/codeview.h"
#include "lookprobe.h"

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

    QImage picture()
    {
        QPixmap pixmap = m_shell->window.grab();
        // The words on these are white in both themes, as the light base is.
        QPainter painter(&pixmap);
        const QList<QAbstractButton *> buttons = m_shell->window.findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            if (button->isVisible() && buttonKind(button) == ButtonKind::Primary)
                painter.fillRect(QRect(button->mapTo(&m_shell->window, QPoint()), button->size()), Qt::magenta);
        }
        painter.end();
        return pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    }

    /// The window wears the one theme and nothing of the other; else what is wrong.
    QString wrong(bool dark)
    {
        const QImage image = picture();
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
        if (pixels.value(own.chrome.rgb()) < image.width() * 40)
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
};

QTEST_MAIN(TestThemeSwitch)
#include "tst_themeswitch.moc"
