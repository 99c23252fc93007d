// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/resultcolumnsmodel.h"
#include "console/resultview.h"
#include "look/fonts.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using Cell = ResultView::Cell;

namespace {

/// As many rows and columns as wanted, made when asked for: "r3c2". Column 1 is NULL in odd rows, column 2 numeric.
class MadeContent final : public GridContent
{
public:
    explicit MadeContent(int columns)
        : GridContent(nullptr)
        , m_columns(columns)
    {
    }

    int columnCount() const override { return m_columns; }
    ResultColumn column(int column) const override
    {
        ResultColumn result;
        result.name = QStringLiteral("c%1").arg(column);
        result.typeOid = column == 2 ? 20 : 25;
        result.typeName = column == 2 ? QStringLiteral("bigint") : QStringLiteral("text");
        return result;
    }
    qint64 rowsOf(qint64 records) const override { return records; }
    QString rowLabel(qint64 row) const override { return QString::number(row + 1); }
    QList<GridCell> cells(qint64 row, int first, int last, qsizetype maximum) const override
    {
        QList<GridCell> cells;
        for (int column = first; column <= last; ++column) {
            GridCell cell;
            cell.isNull = column == 1 && row % 2 == 1;
            cell.isNumeric = column == 2;
            if (!cell.isNull) {
                QByteArray text = "r" + QByteArray::number(row) + "c" + QByteArray::number(column);
                if (column == longColumn)
                    text += QByteArray(100, 'x');
                cell.size = text.size();
                cell.text = text.left(maximum);
            }
            cells.append(cell);
            ++read;
        }
        return cells;
    }
    QList<ClipboardText::Range> storeRanges(const CellSelection &) const override { return {}; }

    mutable qint64 read = 0;
    int longColumn = -1; ///< whose values are a hundred letters longer

private:
    const int m_columns;
};

} // namespace

class TestResultView : public QObject
{
    Q_OBJECT

    std::unique_ptr<ResultView> m_view;
    std::shared_ptr<MadeContent> m_content;

    void show(qint64 rows, int columns = 6)
    {
        m_content = std::make_shared<MadeContent>(columns);
        m_view = std::make_unique<ResultView>();
        m_view->resize(700, 420);
        m_view->setContent(m_content, rows);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        m_view->setFocus();
    }
    QPoint centre(qint64 row, int column) const { return m_view->cellRect(row, column).center(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_view.get(), key, modifiers);
    }
    void click(qint64 row, int column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, modifiers, centre(row, column));
    }
    QList<CellRange> ranges() const { return m_view->selection().ranges(); }

private Q_SLOTS:
    void cleanup() { m_view.reset(); }

    void columnsModelKeepsItsPromises()
    {
        ResultColumnsModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ResultColumn column;
        column.name = QStringLiteral("<b>id</b>");
        model.setColumns({column, column});
        column.typeName = QStringLiteral("bigint");
        model.setColumns({column, column});
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(0, Qt::Horizontal, ResultColumnsModel::TypeRole).toString(),
                 QStringLiteral("bigint"));
        QVERIFY(!model.headerData(0, Qt::Horizontal, Qt::ToolTipRole).toString().contains(QStringLiteral("<b>id")));
        model.setColumns({});
        QCOMPARE(model.columnCount(), 0);
    }

    void emptyViewIsHarmless()
    {
        ResultView view;
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(100, 50));
        QVERIFY(view.selection().isEmpty());
        QVERIFY(!view.current().isValid());
        QCOMPARE(view.rowCount(), qint64(0));
    }

    void clickAndDragSelect()
    {
        show(100);
        click(2, 1);
        QCOMPARE(m_view->current(), (Cell{2, 1}));
        QCOMPARE(ranges(), (QList<CellRange>{{2, 2, 1, 1}}));

        QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, centre(1, 0));
        QTest::mouseMove(m_view->viewport(), centre(3, 1));
        QTest::mouseMove(m_view->viewport(), centre(4, 2));
        QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, centre(4, 2));
        QCOMPARE(ranges(), (QList<CellRange>{{1, 4, 0, 2}}));
        QCOMPARE(m_view->current(), (Cell{4, 2}));
    }

    void shiftAndControlExtend()
    {
        show(100);
        click(2, 1);
        click(5, 3, Qt::ShiftModifier);
        QCOMPARE(ranges(), (QList<CellRange>{{2, 5, 1, 3}}));
        click(0, 0, Qt::ShiftModifier);
        QCOMPARE(ranges(), (QList<CellRange>{{0, 2, 0, 1}}));
        click(7, 3, Qt::ControlModifier);
        QCOMPARE(m_view->selection().cells(), qint64(7));
        click(0, 0, Qt::ControlModifier);
        QCOMPARE(m_view->selection().cells(), qint64(6));
        QVERIFY(!m_view->selection().contains(0, 0));
    }

    void wholeRowsAndColumns()
    {
        show(100);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(5, centre(3, 0).y()));
        QCOMPARE(ranges(), (QList<CellRange>{{3, 3, 0, 5}}));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ShiftModifier, QPoint(5, centre(6, 0).y()));
        QCOMPARE(ranges(), (QList<CellRange>{{3, 6, 0, 5}}));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, Qt::ControlModifier, QPoint(5, centre(8, 0).y()));
        QCOMPARE(m_view->selection().cells(), qint64(30));

        QWidget *header = m_view->header()->viewport();
        const auto inHeader = [this](int column) {
            return QPoint(m_view->header()->sectionViewportPosition(column) + m_view->header()->sectionSize(column) / 2,
                          10);
        };
        QTest::mouseClick(header, Qt::LeftButton, {}, inHeader(1));
        QCOMPARE(ranges(), (QList<CellRange>{{0, 99, 1, 1}}));
        QTest::mouseClick(header, Qt::LeftButton, Qt::ShiftModifier, inHeader(3));
        QCOMPARE(ranges(), (QList<CellRange>{{0, 99, 1, 3}}));
        // The corner above the row numbers.
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, QPoint(5, 5));
        QCOMPARE(m_view->selection().cells(), qint64(600));
    }

    void keyboardReachesEverything()
    {
        show(1000);
        key(Qt::Key_Home, Qt::ControlModifier);
        QCOMPARE(m_view->current(), (Cell{0, 0}));
        key(Qt::Key_Down);
        key(Qt::Key_Right);
        QCOMPARE(m_view->current(), (Cell{1, 1}));
        key(Qt::Key_End);
        QCOMPARE(m_view->current(), (Cell{1, 5}));
        key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_view->current(), (Cell{999, 5}));
        QVERIFY(m_view->viewport()->rect().contains(m_view->cellRect(999, 5).topLeft()));
        key(Qt::Key_PageUp);
        QVERIFY(m_view->current().row < 999);
        key(Qt::Key_Home);
        key(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(m_view->current(), (Cell{0, 0}));
        key(Qt::Key_Up);
        key(Qt::Key_Left);
        QCOMPARE(m_view->current(), (Cell{0, 0}));
        key(Qt::Key_Down, Qt::ShiftModifier);
        key(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(ranges(), (QList<CellRange>{{0, 1, 0, 1}}));
        key(Qt::Key_Space, Qt::ShiftModifier);
        QCOMPARE(ranges(), (QList<CellRange>{{0, 1, 0, 5}}));
        key(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(m_view->selection().cells(), qint64(2000));
        QSignalSpy value(m_view.get(), &ResultView::valueRequested);
        key(Qt::Key_Return);
        QCOMPARE(value.size(), 1);
        QSignalSpy copy(m_view.get(), &ResultView::copyRequested);
        key(Qt::Key_C, Qt::ControlModifier);
        key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(copy.size(), 2);
        QCOMPARE(copy.at(0).first().toBool(), false);
        QCOMPARE(copy.at(1).first().toBool(), true);
    }

    void ownKeysComeBeforeShortcuts()
    {
        show(10);
        QKeyEvent copy(QEvent::ShortcutOverride, Qt::Key_C, Qt::ControlModifier);
        copy.ignore();
        QCoreApplication::sendEvent(m_view.get(), &copy);
        QVERIFY(copy.isAccepted());
        // What runs a statement is the window's.
        QKeyEvent run(QEvent::ShortcutOverride, Qt::Key_Return, Qt::ControlModifier);
        run.ignore();
        QCoreApplication::sendEvent(m_view.get(), &run);
        QVERIFY(!run.isAccepted());
    }

    void paintsOnlyWhatIsSeen_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("million") << qint64(1'000'000) << 10;
        QTest::newRow("ten million") << qint64(10'000'000) << 10;
        QTest::newRow("five billion") << qint64(5'000'000'000) << 3;
        QTest::newRow("1600 columns") << qint64(1000) << 1600;
    }
    void paintsOnlyWhatIsSeen()
    {
        QFETCH(qint64, rows);
        QFETCH(int, columns);
        show(rows, columns);
        QElapsedTimer timer;
        timer.start();
        m_view->selectAll();
        m_view->setCurrent(rows - 1, columns - 1, ResultView::Select::Extend);
        m_content->read = 0;
        m_view->viewport()->repaint();
        QVERIFY(m_view->paintedCells() > 0);
        QVERIFY2(m_view->paintedCells() < 17 * 30, qPrintable(QString::number(m_view->paintedCells())));
        QCOMPARE(m_content->read, qint64(m_view->paintedCells()));
        QCOMPARE(m_view->selection().cells(), rows * columns);
        QVERIFY(m_view->viewport()->rect().intersects(m_view->cellRect(rows - 1, columns - 1)));
        QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    }

    void scrollBarReachesBothEnds()
    {
        show(500'000'000);
        QScrollBar *bar = m_view->verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(m_view->viewport()->rect().intersects(m_view->cellRect(499'999'999, 0)));
        bar->setValue(0);
        QCOMPARE(m_view->cellRect(0, 0).top(), 0);
        // A step of the wheel moves by rows, however coarse the bar is.
        const QPointF middle(300, 100);
        QWheelEvent wheel(middle, m_view->viewport()->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view->viewport(), &wheel);
        QCOMPARE(m_view->cellRect(3, 0).top(), 0);
    }

    void growthIsTakenOnceAFrame()
    {
        show(1);
        for (qint64 rows = 2; rows <= 100'000; ++rows)
            m_view->setRowCount(rows);
        QVERIFY(m_view->rowCount() < 100'000);
        QTRY_COMPARE(m_view->rowCount(), qint64(100'000));
        key(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(m_view->current().row, qint64(99'999));
    }

    void growthMovesNothing()
    {
        show(1000);
        m_view->setCurrent(500, 2);
        const QRect before = m_view->cellRect(500, 2);
        m_view->setRowCount(5000);
        QTRY_COMPARE(m_view->rowCount(), qint64(5000));
        QCOMPARE(m_view->cellRect(500, 2), before);
        QCOMPARE(m_view->current(), (Cell{500, 2}));
        QCOMPARE(m_view->selection().cells(), qint64(1));
    }

    void widthsFollowTheFirstRowsUntilTheUserChooses()
    {
        show(0);
        const int narrow = m_view->header()->sectionSize(0);
        m_view->setRowCount(100);
        QTRY_VERIFY(m_view->rowCount() == 100);
        QVERIFY(m_view->header()->sectionSize(0) >= narrow);
        m_view->header()->resizeSection(0, 200);
        m_view->setRowCount(150);
        QTRY_VERIFY(m_view->rowCount() == 150);
        QCOMPARE(m_view->header()->sectionSize(0), 200);
    }

    void widthsGrowWithWhatComesIntoView()
    {
        show(5'000'000'000, 4);
        const int narrow = m_view->header()->sectionSize(2);
        const int text = m_view->header()->sectionSize(3);
        m_view->header()->resizeSection(3, text + 5);
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
        const int grown = m_view->header()->sectionSize(2);
        const QString shown = m_view->displayText(m_view->rowCount() - 1, 2);
        QVERIFY(shown.size() > 10);
        QVERIFY2(grown >= QFontMetrics(Fonts::mono(12)).horizontalAdvance(shown) + 20, qPrintable(shown));
        QVERIFY(grown > narrow);
        QCOMPARE(m_view->header()->sectionSize(3), text + 5); // the user's own
        // Never back, and never without an end.
        m_view->verticalScrollBar()->setValue(0);
        QCOMPARE(m_view->header()->sectionSize(2), grown);
        m_content->longColumn = 0;
        key(Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY(m_view->header()->sectionSize(0) > 300);
        QVERIFY(m_view->header()->sectionSize(0) < 400);
        // A row that comes into view is measured alone.
        m_content->read = 0;
        key(Qt::Key_Home, Qt::ControlModifier);
        m_view->viewport()->repaint();
        m_content->read = 0;
        m_view->setCurrent(m_view->cellAt({200, m_view->viewport()->height() - 2}).row + 1, 0);
        QVERIFY2(m_content->read <= 8, qPrintable(QString::number(m_content->read)));
    }

    /// A bar that comes takes the room of which the other one's need is told.
    void scrollBarsOfAFullViewAgree()
    {
        show(9, 3);
        const int barWidth = m_view->verticalScrollBar()->sizeHint().width();
        const int barHeight = m_view->horizontalScrollBar()->sizeHint().height();
        const int width = m_view->cellRect(0, 2).right() + 1;
        const int height = m_view->heightOfRows(9, 10'000);
        const QList<int> across{-barWidth - 1, -barWidth, -1, 0, 1, barWidth - 1, barWidth};
        const QList<int> down{-barHeight - 1, -barHeight, -1, 0, 1, barHeight - 1, barHeight};
        for (const int dx : across) {
            for (const int dy : down) {
                m_view->resize(width + dx, height + dy);
                const bool both = (dx < 0 && dy < barHeight) || (dy < 0 && dx < barWidth);
                const bool wide = dx < 0 || both;
                const bool high = dy < 0 || both;
                QTRY_VERIFY2(m_view->horizontalScrollBar()->isVisible() == wide
                                 && m_view->verticalScrollBar()->isVisible() == high
                                 && m_view->viewport()->width() == width + dx - (high ? barWidth : 0),
                             qPrintable(QStringLiteral("%1, %2").arg(dx).arg(dy)));
            }
        }
    }

    void aLongTextTakesTheRoomThatNobodyElseNeeds()
    {
        show(10, 3);
        const int ordinary = m_view->header()->sectionSize(1);
        m_content->longColumn = 0;
        m_view->resize(1600, 300);
        m_view->setRowCount(20);
        QTRY_VERIFY(m_view->header()->sectionSize(0) > 700);
        QCOMPARE(m_view->header()->sectionSize(1), ordinary);
        m_view->resize(700, 300);
        m_view->setRowCount(30);
        QTRY_VERIFY(m_view->header()->sectionSize(0) < 500);
        QVERIFY(m_view->header()->length() <= m_view->viewport()->width());
    }

    void nullIsTold()
    {
        show(10);
        QCOMPARE(m_view->displayText(1, 1), QStringLiteral("NULL"));
        QCOMPARE(m_view->displayText(2, 1), QStringLiteral("r2c1"));
        const QImage image = m_view->grab().toImage();
        QVERIFY(!image.isNull());
    }

    void accessibleTable()
    {
        show(1000);
        m_view->setCurrent(3, 2);
        QAccessibleInterface *self = QAccessible::queryAccessibleInterface(m_view.get());
        QVERIFY(self);
        QCOMPARE(self->role(), QAccessible::Table);
        QCOMPARE(self->text(QAccessible::Name), QStringLiteral("Results"));
        QAccessibleTableInterface *table = self->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 1000);
        QCOMPARE(table->columnCount(), 6);
        QCOMPARE(self->childCount(), 6006);
        QCOMPARE(table->columnDescription(2), QStringLiteral("c2"));

        QAccessibleInterface *cell = table->cellAt(3, 2);
        QVERIFY(cell);
        QCOMPARE(cell->role(), QAccessible::Cell);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("r3c2"));
        QCOMPARE(cell->text(QAccessible::Description), QString());
        QCOMPARE(table->cellAt(3, 1)->text(QAccessible::Name), QStringLiteral("NULL"));
        QCOMPARE(table->cellAt(3, 1)->text(QAccessible::Description), QStringLiteral("no value")); // not that text
        QCOMPARE(self->indexOfChild(cell), 4 * 6 + 2);
        QCOMPARE(self->child(4 * 6 + 2), cell);
        QCOMPARE(cell->parent(), self);
        QVERIFY(cell->tableCellInterface()->isSelected());
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 3);
        QCOMPARE(cell->tableCellInterface()->columnHeaderCells().value(0)->text(QAccessible::Name),
                 QStringLiteral("c2"));
        QCOMPARE(self->child(2)->role(), QAccessible::ColumnHeader);
        QCOMPARE(self->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
        QCOMPARE(table->cellAt(1, 1)->text(QAccessible::Name), QStringLiteral("NULL"));
        QVERIFY(!table->cellAt(1000, 0));

        QVERIFY(table->selectRow(7));
        QCOMPARE(table->selectedRows(), QList<int>{7});
        QVERIFY(table->isRowSelected(7));
        QVERIFY(!table->isRowSelected(8));
        QVERIFY(table->selectColumn(1));
        QCOMPARE(table->selectedColumns(), QList<int>{1});
        QCOMPARE(table->selectedCellCount(), 1000);

        // Cells are forgotten with the rows they were in.
        m_view->setContent(nullptr, 0);
        QCOMPARE(table->rowCount(), 0);
        QCOMPARE(self->childCount(), 0);
    }
};

QTEST_MAIN(TestResultView)
#include "tst_resultview.moc"
