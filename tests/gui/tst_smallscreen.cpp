// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containersprobe.h"
#include "look/actionbutton.h"
#include "look/banner.h"
#include "look/tabbar.h"
#include "look/tableview.h"
#include "paintedtexts.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTranslator>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The window on a screen of 1,024 × 600 device pixels, drawn at 200 % or as QT_SCALE_FACTOR says: what it asks for,
/// and what can be read in it.
class TestSmallScreen : public ContainersProbe, private ShellFiles
{
    Q_OBJECT

public:
    static void initMain()
    {
        if (!qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
            qputenv("QT_SCALE_FACTOR", "2");
        static QTemporaryDir folder;
        QFile screen(folder.filePath(u"screen.json"_s));
        if (screen.open(QIODevice::WriteOnly))
            screen.write(R"({"screens": [{"name": "small", "x": 0, "y": 0, "width": 1024, "height": 600,
                                          "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.fileName().toLocal8Bit());
    }

private Q_SLOTS:
    void initTestCase()
    {
        beginShells();
        const double scale = qEnvironmentVariable("QT_SCALE_FACTOR").toDouble();
        const QSize pixels = QGuiApplication::primaryScreen()->size() * scale;
        QVERIFY2(std::abs(pixels.width() - 1024) <= 2 && std::abs(pixels.height() - 600) <= 2,
                 qPrintable(u"%1 x %2"_s.arg(pixels.width()).arg(pixels.height())));
    }
    void cleanup() { end(); }

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
        if (!isTiny())
            QSKIP("all of it fits");
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
        QPushButton *last = buttonNamed(shell.window.currentPage(), u"Clean up"_s);
        QVERIFY(last && last->isEnabled());
        const auto inView = [&] {
            const QRect place(last->mapTo(area->viewport(), QPoint()), last->size());
            return area->viewport()->rect().contains(place);
        };
        area->horizontalScrollBar()->setValue(area->horizontalScrollBar()->maximum());
        area->verticalScrollBar()->setValue(0);
        QTRY_VERIFY(inView());
        QVERIFY(table->isVisible());
        // The keyboard brings what it reaches into view.
        area->horizontalScrollBar()->setValue(0);
        QVERIFY(!inView());
        shell.find<QWidget>(u"filter"_s)->setFocus();
        for (int i = 0; i < 40 && !last->hasFocus(); ++i)
            QTest::keyClick(shell.window.focusWidget(), Qt::Key_Tab);
        QVERIFY(last->hasFocus());
        QTRY_VERIFY(inView());
    }

    void headersAndMenusAreWhole()
    {
        if (isTiny())
            QSKIP("there is no room for all");
        QTranslator french;
        QVERIFY(french.load(u":/i18n/gantry_fr.qm"_s));
        QCoreApplication::installTranslator(&french);
        startSmall();
        if (QTest::currentTestFailed())
            return;
        for (const QString &id : {u"containers"_s, u"images"_s, u"volumes"_s, u"networks"_s, u"databases"_s}) {
            m_shell->window.showPage(id);
            for (const QString &name : {u"pageTitle"_s, u"pageFact"_s}) {
                auto *label = page()->findChild<QLabel *>(name);
                QTRY_VERIFY2(label->text().isEmpty() || isWhole(label),
                             qPrintable(id + u' ' + PaintedTexts::of(label).join(u'|')));
            }
        }
        const auto *menus = m_shell->find<QMenuBar>({});
        QVERIFY(menus->width() >= menus->sizeHint().width());
        const auto *button = m_shell->find<QWidget>(u"paletteButton"_s);
        QVERIFY(button->isVisible() && button->geometry().right() < m_shell->window.width());
    }

    void aBannerBesideLittleRoomIsRead()
    {
        Banner banner(Banner::Kind::Information);
        QAction open(u"Ouvrir une console SQL"_s);
        ActionButton *button = banner.addButton(&open);
        banner.setMessage(u"Base de données commandes"_s, u"PostgreSQL, utilisateur commandes"_s);
        banner.resize(260, 100);
        banner.show();
        QVERIFY(QTest::qWaitForWindowExposed(&banner));
        for (const QString &name : {u"bannerFact"_s, u"bannerConsequence"_s}) {
            auto *label = banner.findChild<QLabel *>(name);
            QTRY_VERIFY2(isWhole(label), qPrintable(PaintedTexts::of(label).join(u'|')));
            QVERIFY(label->heightForWidth(label->width()) <= 2 * label->fontMetrics().lineSpacing());
            QVERIFY(label->geometry().bottom() < button->geometry().top());
        }
        // Where there is room, all stand in a line.
        banner.resize(700, 100);
        QTRY_VERIFY(banner.findChild<QLabel *>(u"bannerFact"_s)->geometry().right() < button->geometry().left());
    }

    void theFirstHeaderGetsWhatItAsksFor()
    {
        QStandardItemModel model(1, 2);
        model.setHorizontalHeaderLabels({u"Service"_s, u"État"_s});
        TableView table;
        table.setModel(&model);
        table.show();
        QHeaderView *header = table.horizontalHeader();
        header->resizeSection(0, header->sectionSizeHint(0));
        QVERIFY2(PaintedTexts::of(header->viewport()).contains(u"Service"_s),
                 qPrintable(PaintedTexts::of(header->viewport()).join(u'|')));
    }

    void theLastTabIsWholeBesideAResult()
    {
        TabBar bar;
        bar.setFolding(true);
        for (const QString &text : {u"Résultat 1"_s, u"Résultat 2"_s, u"Messages"_s})
            bar.addTab(text);
        bar.setBadge(0, u"1 000 000"_s);
        bar.show();
        for (int current = 0; current < bar.count(); ++current) {
            bar.setCurrentIndex(current);
            bar.resize(bar.minimumSizeHint());
            QVERIFY(bar.rect().contains(bar.tabRect(current)));
            QVERIFY(bar.rect().contains(bar.tabRect(bar.count() - 1)));
        }
    }

private:
    /// Whether the window has not even the width that it asks for elsewhere.
    static bool isTiny() { return QGuiApplication::primaryScreen()->availableSize().width() < 560; }

    /// The window is as large as the screen lets it be.
    void startSmall()
    {
        start();
        m_shell->window.resize(m_shell->window.screen()->availableSize());
        QTRY_COMPARE(m_shell->window.width(), m_shell->window.screen()->availableSize().width());
    }

    static bool isWhole(QLabel *label)
    {
        const QString painted = PaintedTexts::of(label).join(QString());
        const auto letters = [](QString text) { return text.remove(u' '); };
        return label->isVisible() && letters(painted) == letters(label->text());
    }
};

QTEST_MAIN(TestSmallScreen)
#include "tst_smallscreen.moc"
