// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/lookprobe.h"
#include "look/celldelegate.h"
#include "look/fonts.h"
#include "look/tableview.h"
#include "look/treeview.h"

#include <QScrollBar>

using namespace Gantry;
using namespace Gantry::LookProbe;
using namespace Qt::StringLiterals;

namespace {

QStandardItem *cell(const QString &text, CellKind kind, bool group = false)
{
    auto *item = new QStandardItem(text);
    item->setData(int(kind), CellKindRole);
    if (group)
        item->setData(true, GroupRole);
    return item;
}

/// Groups "tp1" and "shop" with two containers each; the second of each failed and offers a link.
void fill(QStandardItemModel *model)
{
    for (const QString &project : {u"tp1"_s, u"shop"_s}) {
        QStandardItem *group = cell(project, CellKind::Name, true);
        QStandardItem *running = cell(u"running"_s, CellKind::State);
        running->setData(int(StateLook::Running), StateLookRole);
        QStandardItem *failed = cell(u"exited (1)"_s, CellKind::State);
        failed->setData(int(StateLook::Failed), StateLookRole);
        QStandardItem *number = cell(u"0.4"_s, CellKind::Number);
        number->setData(u"%"_s, UnitRole);
        QStandardItem *why = cell(u"Why did it stop?"_s, CellKind::Link);
        why->setData(true, SpanLeftRole);
        group->appendRow({cell(u"api"_s, CellKind::Name), running, cell({}, CellKind::Text), number});
        group->appendRow({cell(u"worker"_s, CellKind::Name), failed, cell({}, CellKind::Text), why});
        model->appendRow({group, cell(u"1 of 2 running"_s, CellKind::Text, true), cell({}, CellKind::Text, true),
                          cell({}, CellKind::Text, true)});
    }
}

/// Counts how often texts of such items are asked for.
class CountedItem : public QStandardItem
{
public:
    using QStandardItem::QStandardItem;
    QVariant data(int role) const override
    {
        reads += role == Qt::DisplayRole;
        return QStandardItem::data(role);
    }
    static inline int reads = 0;
};

} // namespace

/// Rows of trees and tables: one rounded rectangle, links, chevrons, keyboard focus.
class TestRowViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(); }
    void init();
    void cleanup();

    void selectionIsOnePiece_data() { addThemes(); }
    void selectionIsOnePiece();
    void hoverIsOnePiece_data() { addThemes(); }
    void hoverIsOnePiece();
    void cellsAreDrawnInTokens_data() { addThemes(); }
    void cellsAreDrawnInTokens();
    void tableRowsAreOnePiece_data() { addThemes(); }
    void tableRowsAreOnePiece();
    void keyboardFocusIsOutlined();
    void firstKeyChoosesTheCurrentRow_data();
    void firstKeyChoosesTheCurrentRow();
    void groupsOpenByTheirChevron();
    void linksOpenOnClick();
    void typeAheadCanBeOff();
    void chromeHasItsOwnColours_data() { addThemes(); }
    void chromeHasItsOwnColours();
    void numbersShareOneColumn();
    void hoverEndsWithTheRow();
    void lineBreaksAreSpaces();
    void rowsOutOfViewAreNotRead();

private:
    QModelIndex row(int group, int child) const { return m_model->index(child, 0, m_model->index(group, 0)); }
    QRect rowRect(const QModelIndex &index) const { return m_tree->visualRect(index); }

    Theme m_theme;
    QStandardItemModel *m_model = nullptr;
    TreeView *m_tree = nullptr;
};

void TestRowViews::init()
{
    wear(&m_theme, false);
    m_tree = new TreeView;
    m_model = new QStandardItemModel(m_tree);
    fill(m_model);
    m_tree->setGroups(true);
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->expandAll();
    m_tree->resize(600, 300);
    for (int column = 0; column < 3; ++column)
        m_tree->setColumnWidth(column, 150);
    m_tree->show();
    m_tree->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_tree));
}

void TestRowViews::cleanup()
{
    delete m_tree;
    m_tree = nullptr;
}

void TestRowViews::selectionIsOnePiece()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    m_tree->setCurrentIndex(row(0, 0));
    const QRect selected = extent(grabbed(m_tree->viewport()), tokensOf(dark).selection);
    QCOMPARE(selected, QRect(8, rowRect(row(0, 0)).top() + 1, m_tree->viewport()->width() - 16, 30));
}

void TestRowViews::hoverIsOnePiece()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    QTest::mouseMove(m_tree->viewport(), rowRect(row(0, 0)).center());
    QTest::mouseMove(m_tree->viewport(), rowRect(row(1, 0)).center() + QPoint(250, 0));
    const QRect hovered = extent(grabbed(m_tree->viewport()), tokensOf(dark).hover);
    QCOMPARE(hovered, QRect(8, rowRect(row(1, 0)).top() + 1, m_tree->viewport()->width() - 16, 30));
}

void TestRowViews::cellsAreDrawnInTokens()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    const QImage image = grabbed(m_tree->viewport());
    QVERIFY(count(image.copy(rowRect(row(0, 0)).adjusted(0, 0, 500, 0)), t.green.tint) > 300);
    QVERIFY(count(image.copy(rowRect(row(0, 1)).adjusted(0, 0, 500, 0)), t.red.tint) > 300);
    // One line above every group but the first.
    const QRect line = extent(image, t.line);
    QCOMPARE(line.height(), 1);
    QCOMPARE(line.top(), rowRect(m_model->index(1, 0)).top() + 2);
    QCOMPARE(rowRect(row(0, 0)).height(), 32);
    QCOMPARE(rowRect(m_model->index(0, 0)).height(), 38);
}

void TestRowViews::tableRowsAreOnePiece()
{
    QFETCH(bool, dark);
    wear(&m_theme, dark);
    QStandardItemModel model(3, 2);
    TableView table;
    table.setModel(&model);
    table.resize(400, 200);
    table.selectRow(1);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        table.setLayoutDirection(direction);
        const QRect selected = extent(grabbed(table.viewport()), tokensOf(dark).selection);
        QCOMPARE(selected, QRect(8, table.rowViewportPosition(1) + 1, table.viewport()->width() - 16, 30));
    }
}

void TestRowViews::keyboardFocusIsOutlined()
{
    const Tokens &t = Tokens::lightTheme();
    const QRect place = rowRect(row(0, 0));
    const auto outline = [&] {
        // Links are in the accent, too: look only where the outline runs, above the text.
        return count(grabbed(m_tree->viewport()).copy(20, place.top() + 1, 500, 1), t.accent);
    };
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(m_tree->currentIndex(), row(0, 0));
    QCOMPARE(outline(), 0);
    QTest::keyClick(m_tree, Qt::Key_Down);
    QTest::keyClick(m_tree, Qt::Key_Up);
    QCOMPARE(m_tree->currentIndex(), row(0, 0));
    QCOMPARE(outline(), 500);
    m_tree->clearFocus();
    QCOMPARE(outline(), 0);
}

void TestRowViews::firstKeyChoosesTheCurrentRow_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("down") << Qt::Key_Down;
    QTest::newRow("up") << Qt::Key_Up;
    QTest::newRow("space") << Qt::Key_Space;
}

void TestRowViews::firstKeyChoosesTheCurrentRow()
{
    QFETCH(Qt::Key, key);
    QStandardItemModel single(1, 2);
    TableView table;
    table.setModel(&single);
    table.show();
    const auto outline = [](QAbstractItemView *view, const QModelIndex &row) {
        const QRect place(8, view->visualRect(row).top(), 1, view->visualRect(row).height()); // its left side
        return count(grabbed(view->viewport()).copy(place), Tokens::lightTheme().accent);
    };
    for (QAbstractItemView *view :
         {static_cast<QAbstractItemView *>(&table), static_cast<QAbstractItemView *>(m_tree)}) {
        view->setSelectionMode(QAbstractItemView::ExtendedSelection);
        view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(view));
        view->setFocus();
        // Qt makes the first row the current one, where it would not be seen.
        const QModelIndex first = view->model()->index(0, 0);
        QCOMPARE(view->currentIndex(), first);
        QVERIFY(!view->selectionModel()->hasSelection());
        QVERIFY(outline(view, first) > 10);
        QTest::keyClick(view, key);
        QCOMPARE(view->selectionModel()->selectedRows(), QModelIndexList{first});
        QVERIFY(outline(view, first) > 10);
    }
    // From there the keys move on.
    QTest::keyClick(m_tree, Qt::Key_Down);
    QCOMPARE(m_tree->selectionModel()->selectedRows(), QModelIndexList{row(0, 0)});
}

void TestRowViews::groupsOpenByTheirChevron()
{
    const QModelIndex group = m_model->index(1, 0);
    const QPoint chevron(26, rowRect(group).center().y() + 2);
    QVERIFY(m_tree->isExpanded(group));
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, chevron);
    QVERIFY(!m_tree->isExpanded(group));
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, chevron);
    QVERIFY(m_tree->isExpanded(group));
    m_tree->setCurrentIndex(group);
    QTest::keyClick(m_tree, Qt::Key_Left);
    QVERIFY(!m_tree->isExpanded(group));
}

void TestRowViews::linksOpenOnClick()
{
    QSignalSpy opened(m_tree, &TreeView::linkActivated);
    const QModelIndex link = row(0, 1).siblingAtColumn(3);
    const QRect cellRect = m_tree->visualRect(link);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, QPoint(cellRect.right() - 30, cellRect.center().y()));
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toModelIndex(), link);
    // It reaches into the empty cell at its left, but no further than its text.
    m_tree->setColumnWidth(2, 200);
    m_tree->setColumnWidth(3, 60);
    m_tree->header()->setStretchLastSection(false);
    const QRect narrow = m_tree->visualRect(link);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, QPoint(narrow.left() - 10, narrow.center().y()));
    QCOMPARE(opened.size(), 2);
    QTest::mouseClick(m_tree->viewport(), Qt::LeftButton, {}, QPoint(narrow.left() - 150, narrow.center().y()));
    QCOMPARE(opened.size(), 2);
    // A press elsewhere that ends on the link is not a click on it.
    QTest::mousePress(m_tree->viewport(), Qt::LeftButton, {}, rowRect(row(0, 0)).center());
    QTest::mouseRelease(m_tree->viewport(), Qt::LeftButton, {}, QPoint(narrow.right() - 30, narrow.center().y()));
    QCOMPARE(opened.size(), 2);
}

void TestRowViews::typeAheadCanBeOff()
{
    m_tree->setCurrentIndex(row(0, 0));
    m_tree->setTypeAhead(false);
    m_tree->keyboardSearch(u"s"_s);
    QCOMPARE(m_tree->currentIndex(), row(0, 0));
    m_tree->setTypeAhead(true);
    m_tree->keyboardSearch(u"s"_s);
    QCOMPARE(m_tree->currentIndex(), m_model->index(1, 0));
}

void TestRowViews::chromeHasItsOwnColours()
{
    QFETCH(bool, dark);
    m_tree->setOnChrome(true);
    wear(&m_theme, dark);
    const Tokens &t = tokensOf(dark);
    m_tree->setCurrentIndex(row(0, 0));
    const QImage image = grabbed(m_tree->viewport());
    QCOMPARE(image.pixelColor(2, image.height() - 2), t.chrome);
    QCOMPARE(count(image, t.base), 0);
    QVERIFY(count(image, t.chromeSelection) > 5000);
}

void TestRowViews::numbersShareOneColumn()
{
    // With and without a value, and whatever the unit of several letters, the last digit stands in the same place.
    QStandardItemModel model(0, 1);
    for (const QString &unit : {u"MB"_s, u"GB"_s, u"kB"_s}) {
        QStandardItem *number = cell(u"8"_s, CellKind::Number);
        number->setData(unit, UnitRole);
        model.appendRow(number);
    }
    TableView table;
    table.setModel(&model);
    table.resize(200, 150);
    table.horizontalHeader()->hide();
    const QImage image = grabbed(table.viewport());
    const QColor figure = Tokens::lightTheme().text;
    const QRect first = extent(image.copy(0, 0, 200, 32), figure);
    QVERIFY(first.isValid());
    for (int i = 1; i < 3; ++i) {
        const QRect other = extent(image.copy(0, 32 * i, 200, 32), figure);
        QCOMPARE(other.left(), first.left());
        QCOMPARE(other.right(), first.right());
    }
}

void TestRowViews::hoverEndsWithTheRow()
{
    QTest::mouseMove(m_tree->viewport(), rowRect(row(1, 1)).center());
    m_model->item(1)->removeRow(1);
    QCOMPARE(count(grabbed(m_tree->viewport()), Tokens::lightTheme().hover), 0);
}

void TestRowViews::lineBreaksAreSpaces()
{
    QStandardItem *name = m_model->itemFromIndex(row(0, 0));
    name->setData(u"of the engine"_s, DetailRole);
    name->setText(u"two <b>words"_s);
    const QImage oneLine = grabbed(m_tree->viewport());
    const QSize size = m_tree->sizeHintForIndex(row(0, 0));
    name->setData(u"of\nthe engine"_s, DetailRole);
    for (const QString &text : {u"two\n<b>words"_s, u"two\r<b>words"_s, u"two\u2028<b>words"_s}) {
        name->setText(text);
        QCOMPARE(grabbed(m_tree->viewport()), oneLine);
        QCOMPARE(m_tree->sizeHintForIndex(row(0, 0)), size);
    }
}

void TestRowViews::rowsOutOfViewAreNotRead()
{
    QStandardItem *group = m_model->item(1);
    CountedItem::reads = 0;
    QList<QStandardItem *> rows;
    for (int i = 0; i < 1000; ++i)
        rows << new CountedItem(u"container %1"_s.arg(i));
    group->appendRows(rows);
    grabbed(m_tree->viewport());
    const int height = m_tree->visualRect(group->child(5)->index()).height();
    QCOMPARE(m_tree->visualRect(group->child(0)->index()).height(), height);
    QTRY_VERIFY(m_tree->verticalScrollBar()->maximum() > 900 * height);
    QVERIFY(CountedItem::reads > 0);
    QVERIFY2(CountedItem::reads < 100, qPrintable(QString::number(CountedItem::reads)));
}

QTEST_MAIN(TestRowViews)
#include "tst_rowviews.moc"
