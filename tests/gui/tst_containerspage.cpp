// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containercolumns.h"
#include "containersprobe.h"
#include "items/humanize.h"
#include "look/celldelegate.h"
#include "look/chip.h"
#include "look/fonts.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QTranslator>

#include <algorithm>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The page in its window over an engine that the test plays: the list, and what is done to it.
class TestContainersPage : public ContainersProbe
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }

    void shownByProjectAndFlat()
    {
        QCOMPARE(rows(),
                 (QStringList{u"shop|2 of 2 running"_s, u"  db|healthy|redis:7|–"_s, u"  web|running|shop-web:2|8080"_s,
                              u"tp1|0 of 1 running"_s, u"  api|exited (3)|tp1-api|–"_s, u"No project|0 of 1 running"_s,
                              u"  alone|paused|busybox|–"_s}));
        QCOMPARE(tree()->accessibleName(), u"Containers"_s);
        QCOMPARE(page()->findChild<QLabel *>(u"pageFact"_s)->text(), u"2 of 4 running"_s);
        select('a');
        m_shell->action(u"container.grouped"_s)->trigger();
        QCOMPARE(rows(),
                 (QStringList{u"alone|paused|busybox|–"_s, u"shop-db-1|healthy|redis:7|–"_s,
                              u"shop-web-1|running|shop-web:2|8080"_s, u"tp1-api-1|exited (3)|tp1-api|–"_s}));
        QCOMPARE(tree()->selectedIds(), ids("a"));
        QVERIFY(!tree()->isColumnHidden(ContainerModel::ProjectColumn));
        // Names stand below their header.
        QCOMPARE(tree()->visualRect(index('a')).left() + tree()->cells()->firstInset(),
                 tree()->header()->property("firstInset").toInt() + 8);
        m_shell->action(u"container.grouped"_s)->trigger();
        QCOMPARE(rows().size(), 7);
        QCOMPARE(tree()->selectedIds(), ids("a"));
        QVERIFY(tree()->isColumnHidden(ContainerModel::ProjectColumn));
        QVERIFY(tree()->isExpanded(tree()->currentIndex().parent()));
    }

    void chipsShowSome()
    {
        const QStringList texts{u"All"_s, u"Running"_s, u"Stopped"_s, u"Problems"_s};
        const QStringList counts{u"4"_s, u"2"_s, u"1"_s, u"1"_s};
        for (int i = 0; i < texts.size(); ++i) {
            QCOMPARE(chip(i)->text(), texts.at(i));
            QCOMPARE(chip(i)->accessibleDescription(), counts.at(i));
        }
        QVERIFY(chip(0)->isChecked());
        QTest::mouseClick(chip(1), Qt::LeftButton);
        QCOMPARE(names(), (QStringList{u"shop"_s, u"db"_s, u"web"_s}));
        QTest::mouseClick(chip(2), Qt::LeftButton);
        QCOMPARE(names(), (QStringList{u"tp1"_s, u"api"_s}));
        // What stops comes, and takes its place.
        m_fake->setStatus('a', u"Exited (0) 1 second ago"_s);
        m_fake->tell("die", 'a');
        QTRY_COMPARE(names(), (QStringList{u"shop"_s, u"web"_s, u"tp1"_s, u"api"_s}));
        QCOMPARE(chip(2)->accessibleDescription(), u"2"_s);
        QTest::mouseClick(chip(0), Qt::LeftButton);
        QCOMPARE(rows().size(), 7);
    }

    void whatIsShownIsOneOfFourInTheMenu()
    {
        auto *menu = m_shell->find<QMenu>(u"containersViewMenu"_s);
        const auto choices = [menu] {
            QList<QAction *> found;
            const QList<QAction *> actions = menu->actions();
            std::copy_if(actions.cbegin(), actions.cend(), std::back_inserter(found),
                         [](const QAction *action) { return action->actionGroup(); });
            return found;
        };
        for (int round = 0; round < 2; ++round) { // it is filled each time it opens
            Q_EMIT menu->aboutToShow();
            QCOMPARE(choices().size(), 4);
            QVERIFY(choices().first()->actionGroup()->isExclusive());
            QCOMPARE(choices().first()->actionGroup()->checkedAction()->text(), round == 0 ? u"All"_s : u"Stopped"_s);
            choices().at(2)->trigger();
            QVERIFY(chip(2)->isChecked());
        }
    }

    void filterTakesWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("shown");
        QTest::newRow("text") << u"SHOP"_s << QStringList{u"shop"_s, u"db"_s, u"web"_s};
        QTest::newRow("state") << u"state:running"_s << QStringList{u"shop"_s, u"db"_s, u"web"_s};
        QTest::newRow("state and project") << u"state:running project:tp1"_s << QStringList();
        QTest::newRow("project") << u"project:tp1"_s << QStringList{u"tp1"_s, u"api"_s};
        QTest::newRow("image") << u"image:busybox"_s << QStringList{u"No project"_s, u"alone"_s};
        QTest::newRow("not") << u"-state:running -project:tp1"_s << QStringList{u"No project"_s, u"alone"_s};
        QTest::newRow("id") << u"bbbbbbbbbbbb"_s << QStringList{u"shop"_s, u"db"_s};
        QTest::newRow("label") << u"label:com.docker.compose.service=web"_s << QStringList{u"shop"_s, u"web"_s};
        QTest::newRow("port") << u"port:8080"_s << QStringList{u"shop"_s, u"web"_s};
    }

    void filterTakesWords()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, shown);
        QTest::keyClick(&m_shell->window, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(filter()->hasFocus());
        QTest::keyClicks(filter(), text);
        QCOMPARE(names(), shown);
        auto *nothing = m_shell->find<QLabel>(u"noMatch"_s);
        QCOMPARE(nothing->isVisible(), shown.isEmpty());
        if (shown.isEmpty()) {
            QTest::mouseClick(buttonNamed(page(), u"Clear the filter"_s), Qt::LeftButton);
            QCOMPARE(filter()->text(), QString());
            QVERIFY(tree()->hasFocus());
        } else {
            filter()->setFocus();
            QTest::keyClick(filter(), Qt::Key_Down);
            QVERIFY(tree()->hasFocus());
            filter()->setFocus();
            QTest::keyClick(filter(), Qt::Key_Return);
            QVERIFY(tree()->hasFocus());
            QTest::keyClick(&m_shell->window, Qt::Key_F, Qt::ControlModifier);
            QTest::keyClick(filter(), Qt::Key_Escape);
        }
        QCOMPARE(rows().size(), 7);
        QCOMPARE(m_fake->changes(), QByteArrayList()); // letters are no shortcuts in the field
    }

    void detailsAndActionsFollowTheFilter()
    {
        auto *sentence = m_shell->find<QLabel>(u"detailsSentence"_s);
        const auto nothing = [&] {
            return sentence->isVisible() && sentence->text() == u"Select a container to see its details."_s
                && !buttonNamed(page(), u"Stop"_s)->isEnabled() && tree()->selectedIds().isEmpty();
        };
        // A group means those of its containers that are shown.
        tree()->setCurrentIndex(index('a').parent());
        QCOMPARE(sentence->text(), u"2 containers are selected."_s);
        m_fake->add('e', u"shop-cache-1"_s, u"redis:7"_s, u"Up 1 second"_s, compose(u"shop"_s, u"cache"_s));
        m_fake->tell("create", 'e');
        QTRY_COMPARE(sentence->text(), u"3 containers are selected."_s);
        filter()->setText(u"service:web"_s);
        QCOMPARE(tree()->selectedIds(), ids("a"));
        QCOMPARE(m_shell->find<QLabel>(u"detailsTitle"_s)->text(), u"web"_s);
        QTRY_VERIFY(!sentence->isVisible());
        QVERIFY(m_shell->action(u"container.rename"_s)->isEnabled());
        filter()->setText(u"project:tp1"_s);
        QVERIFY(nothing());
        filter()->setText(u"no such"_s);
        QVERIFY(nothing());
        filter()->clear();
        QVERIFY(nothing());
        // One container.
        click('a');
        QTRY_VERIFY(!sentence->isVisible());
        QTest::mouseClick(chip(2), Qt::LeftButton);
        QVERIFY(nothing());
        QTest::mouseClick(chip(0), Qt::LeftButton);
        QVERIFY(nothing());
    }

    void columnsShareTheRoom()
    {
        const auto port = [](int number) {
            return QJsonObject{{u"PrivatePort"_s, 80}, {u"PublicPort"_s, number}, {u"Type"_s, u"tcp"_s}};
        };
        m_fake->add('e', u"two-ports"_s, u"web:1"_s, u"Up 1 second"_s, {},
                    {{u"Ports"_s, QJsonArray{port(18'080), port(18'086)}}});
        m_fake->tell("create", 'e');
        QTRY_COMPARE(rows().size(), 8);
        m_shell->window.resize(1760, 900); // all find room
        QHeaderView *header = tree()->header();
        const auto shown = [this] {
            QList<int> columns;
            for (int column = 0; column < ContainerModel::ColumnCount; ++column) {
                if (!tree()->isColumnHidden(column))
                    columns << column;
            }
            return columns;
        };
        const auto portsAreWhole = [&] {
            const QAbstractItemView *view = tree();
            return header->sectionSize(ContainerModel::PortsColumn)
                >= view->sizeHintForColumn(ContainerModel::PortsColumn);
        };
        const QList<int> grouped{ContainerModel::NameColumn,    ContainerModel::StateColumn,
                                 ContainerModel::ImageColumn,   ContainerModel::PortsColumn,
                                 ContainerModel::CpuColumn,     ContainerModel::MemoryColumn,
                                 ContainerModel::CreatedColumn, ContainerModel::StatusColumn};
        QVERIFY(m_shell->find<QWidget>(u"containerDetails"_s)->isVisible());
        QTRY_VERIFY(portsAreWhole());
        QTRY_COMPARE(shown(), grouped);
        QCOMPARE(header->length(), tree()->viewport()->width());

        // One that is made wider takes from the others what they can spare.
        m_shell->action(u"container.grouped"_s)->trigger();
        QCOMPARE(shown().size(), ContainerModel::ColumnCount);
        header->resizeSection(ContainerModel::PortsColumn, 500);
        QCOMPARE(shown().size(), ContainerModel::ColumnCount);
        QCOMPARE(header->length(), tree()->viewport()->width());
        const int ports = header->sectionSize(ContainerModel::PortsColumn);
        m_shell->window.resize(1720, 900);
        QTRY_COMPARE(header->sectionSize(ContainerModel::PortsColumn), ports - 40);
        QCOMPARE(header->length(), tree()->viewport()->width());
        m_shell->action(u"container.details"_s)->trigger();
        QTRY_COMPARE(header->length(), tree()->viewport()->width());
        QCOMPARE(shown().size(), ContainerModel::ColumnCount);

        // What finds no room all the same is told where columns are chosen.
        m_shell->action(u"container.grouped"_s)->trigger();
        m_shell->window.resize(600, 600);
        QTRY_COMPARE(shown(), grouped.first(5));
        QCOMPARE(header->length(), tree()->viewport()->width());
        Q_EMIT header->customContextMenuRequested({20, 10});
        auto *menu = m_shell->find<QMenu>(u"columnMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QStringList texts;
        for (const QAction *choice : menu->actions()) {
            texts << choice->text();
            QVERIFY(choice->isChecked());
        }
        QCOMPARE(texts,
                 (QStringList{u"State"_s, u"Image"_s, u"Ports"_s, u"CPU"_s, u"Memory (no room)"_s,
                              u"Created (no room)"_s, u"Status (no room)"_s}));
        menu->actions().at(1)->trigger();
        menu->close();
        QVERIFY(tree()->isColumnHidden(ContainerModel::ImageColumn));
        QVERIFY(!tree()->isColumnHidden(ContainerModel::MemoryColumn));
    }

    void namesComeBeforeTimes()
    {
        const auto nameWidth = [this] { return tree()->header()->sectionSize(ContainerModel::NameColumn); };
        for (const int width : {1380, 1440, 1760}) {
            m_shell->window.resize(width, 860);
            QTRY_COMPARE(m_shell->window.width(), width);
            QTRY_VERIFY2(nameWidth() >= Fonts::scaled(150), qPrintable(u"%1 at %2"_s.arg(nameWidth()).arg(width)));
        }
        QVERIFY(!tree()->isColumnHidden(ContainerModel::CreatedColumn));
    }

    void statesAndTimesAreWholeInFrench()
    {
        // Words are measured when the window is made.
        end();
        QTranslator french;
        QVERIFY(french.load(u":/i18n/gantry_fr.qm"_s));
        QCoreApplication::installTranslator(&french);
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::French));
        start();
        m_fake->add('e', u"old"_s, u"web:1"_s, u"Up 59 minutes"_s);
        m_fake->add('f', u"killed"_s, u"web:1"_s, u"Exited (137) 59 minutes ago"_s);
        m_fake->tell("create", 'e');
        m_fake->tell("create", 'f');
        QTRY_COMPARE(rows().size(), 9);
        const auto whole = [this](char digit, int column) {
            QStyleOptionViewItem option;
            option.initFrom(tree());
            const QModelIndex cell = index(digit, column);
            const bool hasRoom = column == ContainerModel::StateColumn || m_shell->window.width() > 1440;
            return (tree()->isColumnHidden(column) && !hasRoom)
                || tree()->header()->sectionSize(column) >= tree()->cells()->sizeHint(option, cell).width();
        };
        // At the first two the details stand beside the list; at the others it has the width for itself.
        for (const int width : {1760, 1440, 1024, 1000}) {
            m_shell->window.resize(width, 900);
            QTRY_COMPARE(m_shell->window.width(), width);
            for (const char digit : {'e', 'f'}) {
                QVERIFY(index(digit, ContainerModel::StatusColumn).data().toString().contains(u"59"));
                for (const int column : {ContainerModel::StateColumn, ContainerModel::StatusColumn}) {
                    QTRY_VERIFY2(whole(digit, column),
                                 qPrintable(u"%1 at %2"_s.arg(index(digit, column).data().toString()).arg(width)));
                }
            }
        }
        QCoreApplication::removeTranslator(&french);
        QLocale::setDefault(before);
    }

    void portsOfStoppedContainersAreLookedUpOnce()
    {
        const auto bindings = [](const QString &port) {
            const QJsonObject host{
                {u"PortBindings"_s, QJsonObject{{u"80/tcp"_s, QJsonArray{QJsonObject{{u"HostPort"_s, port}}}}}}};
            return QJsonObject{{u"HostConfig"_s, host}};
        };
        m_fake->add('e', u"tp1-old-1"_s, u"old:1"_s, u"Exited (0) 1 day ago"_s, compose(u"tp1"_s, u"old"_s));
        m_fake->setDetails('e', bindings(u"9000"_s));
        m_fake->setDetails('a', bindings(u"7000"_s));
        m_fake->tell("create", 'e');
        const auto ports = [this](char digit) { return index(digit, ContainerModel::PortsColumn); };
        QTRY_COMPARE(ports('e').data().toString(), u"9000"_s);
        QCOMPARE(CellKind(ports('e').data(CellKindRole).toInt()), CellKind::Text); // nothing answers there
        QVERIFY(ports('e').data(Qt::ToolTipRole).toString().startsWith(u"While it runs:\n"_s));
        const auto inspections = [this](char digit) {
            const QList<FakeEngine::Request> &all = m_engine->requests();
            return std::count_if(all.begin(), all.end(), [digit](const FakeEngine::Request &request) {
                return request.target.endsWith(FakeContainers::path(digit, "json"));
            });
        };
        QCOMPARE(inspections('a'), 0); // it runs
        // Neither other changes nor its own ask again.
        m_fake->setStatus('e', u"Exited (1) 1 second ago"_s);
        m_fake->tell("die", 'e');
        QTRY_COMPARE(state('e'), u"exited (1)"_s);
        m_fake->setStatus('a', u"Exited (0) 1 second ago"_s);
        m_fake->tell("die", 'a');
        QTRY_COMPARE(ports('a').data().toString(), u"7000"_s);
        QCOMPARE(ports('e').data().toString(), u"9000"_s);
        QCOMPARE(inspections('a'), 1);
        QCOMPARE(inspections('e'), 1);
    }

    void theCurrentRowStaysInView()
    {
        for (char digit = 'e'; digit < 'e' + 16; ++digit)
            m_fake->add(digit, u"many-%1"_s.arg(QLatin1Char(digit)), u"web:1"_s, u"Up 1 second"_s);
        m_shell->workbench.engine()->refresh();
        QTRY_COMPARE(rows().size(), 23);
        m_shell->window.resize(1000, 600);
        const auto *details = m_shell->find<QWidget>(u"containerDetails"_s);
        QTRY_VERIFY(!details->isVisible()); // they would stand below, and nothing is selected
        tree()->scrollToTop();
        const auto isInView = [this](const QModelIndex &row) {
            // QTreeView::scrollTo() leaves one pixel out.
            return tree()->viewport()->rect().adjusted(0, 0, 0, 1).contains(tree()->visualRect(row));
        };
        const QPersistentModelIndex low = tree()->indexAt({60, tree()->viewport()->height() - 40});
        QVERIFY(isInView(low));
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, tree()->visualRect(low).center());
        QTRY_VERIFY(details->isVisible());
        QTRY_VERIFY(tree()->height() < 300 && isInView(low));
        // Of the list enough is left to see where one is.
        QVERIFY(tree()->viewport()->height() >= 3 * 32);
        m_shell->window.resize(1000, 540);
        QTRY_COMPARE(m_shell->window.height(), 540);
        QTRY_VERIFY(isInView(low));
        // One that was scrolled away is not fetched back.
        tree()->scrollToTop();
        QVERIFY(!isInView(low));
        m_shell->window.resize(1000, 560);
        QTRY_COMPARE(m_shell->window.height(), 560);
        QVERIFY(!isInView(low));
    }

    void splitterHasAPlaceForEachSide()
    {
        auto *splitter = m_shell->find<QSplitter>(u"containersSplitter"_s);
        const auto turned = [&](const QSize &window, Qt::Orientation orientation) {
            m_shell->window.resize(window);
            return QTest::qWaitFor([=] { return splitter->orientation() == orientation; });
        };
        const auto drag = [splitter](const QList<int> &sizes) {
            splitter->setSizes(sizes);
            Q_EMIT splitter->splitterMoved(sizes.first(), 1);
            return splitter->sizes();
        };
        click('a');
        const QList<int> beside = drag({700, 523});
        QVERIFY(turned({1000, 800}, Qt::Vertical));
        QTRY_VERIFY(splitter->sizes().at(0) > splitter->sizes().at(1));
        const QList<int> below = drag({250, 391});
        QVERIFY(turned({1440, 900}, Qt::Horizontal));
        QTRY_COMPARE(splitter->sizes(), beside);
        QVERIFY(turned({1000, 800}, Qt::Vertical));
        QTRY_COMPARE(splitter->sizes(), below);
    }

    void choicesAreRemembered()
    {
        m_shell->action(u"container.grouped"_s)->trigger();
        QTest::mouseClick(chip(1), Qt::LeftButton);
        QTest::keyClicks(filter(), u"shop"_s);
        tree()->columns()->setWanted(ContainerModel::PortsColumn, false);
        tree()->header()->moveSection(tree()->header()->visualIndex(ContainerModel::StatusColumn), 1);
        tree()->header()->resizeSection(ContainerModel::ImageColumn, 191);
        tree()->sortByColumn(ContainerModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(names(), (QStringList{u"shop-web-1"_s, u"shop-db-1"_s}));
        m_shell->window.close();
        m_shell.reset();

        m_shell.emplace(m_folder->filePath(u"state.conf"_s));
        m_shell->window.resize(1440, 900);
        m_shell->connectTo(*m_engine);
        QTRY_COMPARE(names(), (QStringList{u"shop-web-1"_s, u"shop-db-1"_s}));
        QVERIFY(!m_shell->action(u"container.grouped"_s)->isChecked());
        QVERIFY(chip(1)->isChecked());
        QCOMPARE(filter()->text(), u"shop"_s);
        QVERIFY(tree()->isColumnHidden(ContainerModel::PortsColumn));
        QCOMPARE(tree()->header()->visualIndex(ContainerModel::StatusColumn), 1);
        QCOMPARE(tree()->header()->sectionSize(ContainerModel::ImageColumn), 191);
        QCOMPARE(tree()->header()->sortIndicatorSection(), int(ContainerModel::NameColumn));
        QCOMPARE(tree()->header()->sortIndicatorOrder(), Qt::DescendingOrder);
    }

    void foldedProjectsStayFolded()
    {
        tree()->setExpanded(tree()->model()->index(1, 0), false);
        m_shell->window.close();
        m_shell.reset();
        open();
        QVERIFY(tree()->isExpanded(tree()->model()->index(0, 0)));
        QVERIFY(!tree()->isExpanded(tree()->model()->index(1, 0)));
    }

    void namesFromOutsideStayText()
    {
        const QString service = u"<b>bold</b>\nline"_s;
        m_fake->add('e', u"<i>evil\n• other"_s, u"<img src=x>:1"_s, u"Up 1 second"_s, compose(u"<h1>tp\n2"_s, service),
                    volume(u"vol\nume<br>"_s));
        m_fake->tell("create", 'e');
        QTRY_VERIFY(names().contains(service));
        QVERIFY(names().contains(u"<h1>tp\n2"_s));
        // A name is one line of a row as high as others.
        QCOMPARE(tree()->visualRect(index('e')).height(), tree()->visualRect(index('a')).height());
        click('e');
        auto *title = m_shell->find<QLabel>(u"detailsTitle"_s);
        QTRY_COMPARE(title->text(), u"<b>bold</b> line"_s);
        QCOMPARE(title->textFormat(), Qt::PlainText);
        press(Qt::Key_Delete);
        QDialog *question = dialog(u"removeContainers"_s);
        QVERIFY(question);
        QCOMPARE(question->findChild<QLabel *>(u"question"_s)->text(), u"Remove the container <i>evil • other?"_s);
        QVERIFY(question->findChild<QLabel *>(u"consequence"_s)
                    ->text()
                    .startsWith(u"• <i>evil • other, which is running and will be killed\n\n"_s));
        QCOMPARE(question->findChild<QCheckBox *>(u"volume"_s)->text(), u"Volume vol ume<br>"_s);
        for (const QLabel *label : question->findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        question->reject();
        // Tooltips are rich text: nothing of it may come from outside.
        for (const QAction *action : m_shell->window.findChildren<QAction *>())
            QVERIFY2(!action->toolTip().contains(u"<i>evil"_s), qPrintable(action->toolTip()));
        for (const QWidget *widget : m_shell->window.findChildren<QWidget *>()) {
            QVERIFY2(!widget->toolTip().contains(u"<i>evil"_s) && !widget->toolTip().contains(u"<b>bold"_s),
                     qPrintable(widget->toolTip()));
        }
    }

    void timesStopWithTheEngine()
    {
        const qint64 born = QDateTime::currentSecsSinceEpoch() - 30;
        m_fake->add('e', u"young"_s, u"web:1"_s, u"Up 30 seconds"_s, {}, {{u"Created"_s, born}});
        m_fake->tell("create", 'e');
        const auto shown = [this] { return index('e', ContainerModel::CreatedColumn).data().toString(); };
        const auto now = [born] { return Humanize::ago(QDateTime::fromSecsSinceEpoch(born)); };
        QTRY_VERIFY(index('e').isValid());
        QTRY_COMPARE(shown(), now());
        m_engine->stop();
        QTRY_VERIFY(!m_shell->isConnected());
        const QString last = shown();
        QTRY_VERIFY(now() != last);
        QCOMPARE(shown(), last);
        m_engine->listen();
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->isConnected(), 15'000);
        QVERIFY(shown() != last);
    }

    void aLostEngineLeavesTheRows()
    {
        click('a');
        m_engine->stop();
        QTRY_VERIFY(!m_shell->isConnected());
        QCOMPARE(rows().size(), 7);
        QVERIFY(!m_shell->action(u"container.stop"_s)->isEnabled());
        QVERIFY(m_shell->action(u"container.stop"_s)->toolTip().contains(u"not connected"_s));
        m_fake->remove('d');
        m_engine->listen();
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->isConnected(), 15'000);
        QTRY_COMPARE(rows().size(), 5);
        QCOMPARE(tree()->selectedIds(), ids("a"));
        QVERIFY(m_shell->action(u"container.stop"_s)->isEnabled());
    }

private:
    Chip *chip(int number) const { return m_shell->find<Chip>(u"containersChip%1"_s.arg(number)); }
};

QTEST_MAIN(TestContainersPage)
#include "tst_containerspage.moc"
