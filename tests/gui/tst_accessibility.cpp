// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/pictureview.h"
#include "logs/logview.h"
#include "logs/logviewaccessible.h"
#include "look/accessiblerole.h"
#include "look/actionbutton.h"
#include "look/currentrow.h"
#include "look/editablebox.h"
#include "look/menubutton.h"
#include "look/plaintooltip.h"
#include "look/scrollaccessible.h"
#include "look/searchfield.h"
#include "look/tabbar.h"
#include "look/tableview.h"

#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What the window gives to assistive programs and to the keyboard beyond what Qt does.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void descriptionsHaveNoMarkup()
    {
        QAction action(u"Stop"_s);
        action.setToolTip(plainToolTip(u"Stop <all>\nNothing & nobody runs."_s));
        const ActionButton button(&action, ButtonKind::Ghost);
        QCOMPARE(button.accessibleDescription(), u"Stop <all>\nNothing & nobody runs."_s);
        QWidget widget;
        setPlainToolTip(&widget, u"a <b>"_s);
        QCOMPARE(widget.accessibleDescription(), u"a <b>"_s);
        QCOMPARE(toolTipText(widget.toolTip()), u"a <b>"_s);
    }

    void theButtonThatClearsAFieldHasAName()
    {
        const SearchField field(u"Filter"_s);
        const QToolButton *clear = field.findChild<QToolButton *>();
        QVERIFY(clear);
        QCOMPARE(clear->accessibleName(), u"Clear"_s);
    }

    void theFieldOfAnEditableBoxHasItsName()
    {
        QWidget window;
        const QComboBox *box = makeEditableBox(u"Program"_s, u"program"_s, &window);
        for (const QWidget *widget : {static_cast<const QWidget *>(box), static_cast<const QWidget *>(box->lineEdit())})
            QCOMPARE(QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget))->text(QAccessible::Name),
                     u"Program"_s);
    }

    void escapeLeadsFromAFieldToItsList()
    {
        QWidget window;
        auto *field = new SearchField(u"Filter"_s, &window);
        auto *list = new QListWidget(&window);
        field->setList(list);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        field->setText(u"web"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QCOMPARE(field->text(), QString());
        QVERIFY(field->hasFocus());
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(list->hasFocus());
        field->setFocus();
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(list->hasFocus());
    }

    void aListOfTabsHasTheNameThatItWasGiven()
    {
        TabBar bar;
        bar.addTab(u"Query 1"_s);
        bar.addTab(u"A && B"_s);
        auto *close = new QToolButton(&bar);
        bar.setTabButton(1, QTabBar::RightSide, close);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&bar);
        QVERIFY(list);
        QCOMPARE(list->role(), QAccessible::PageTabList);
        QCOMPARE(list->text(QAccessible::Name), u"Query 1"_s);
        bar.setAccessibleName(u"Queries"_s);
        QCOMPARE(list->text(QAccessible::Name), u"Queries"_s);
        QCOMPARE(list->childCount(), 3);
        QAccessibleInterface *second = list->child(1);
        QCOMPARE(second->role(), QAccessible::PageTab);
        QCOMPARE(second->text(QAccessible::Name), u"A & B"_s);
        QCOMPARE(list->indexOfChild(second), 1);
        QVERIFY(!second->state().selected);
        second->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(bar.currentIndex(), 1);
        QVERIFY(second->state().selected);
        QCOMPARE(list->child(2)->object(), close);
        QCOMPARE(list->indexOfChild(list->child(2)), 2);
        bar.removeTab(1);
        QVERIFY(!second->isValid());
        QVERIFY(!list->child(1));
    }

    void aButtonThatStaysDownIsAButtonThatSaysSo()
    {
        QPushButton button(u"Follow"_s);
        button.setAccessibleName(u"Follow"_s);
        button.setCheckable(true);
        setAccessibleRole(&button, QAccessible::Button);
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&button);
        QCOMPARE(interface->role(), QAccessible::Button);
        QCOMPARE(interface->text(QAccessible::Name), u"Follow"_s);
        QVERIFY(interface->state().checkable && !interface->state().checked);
        QCOMPARE(interface->actionInterface()->actionNames().value(0), QAccessibleActionInterface::pressAction());
        interface->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QVERIFY(button.isChecked());
        QVERIFY(interface->state().checked);
        button.setEnabled(false);
        QVERIFY(!interface->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    }

    void aLogIsATextThatCannotBeChanged()
    {
        LogViewAccessible::install();
        LogView view;
        const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&view);
        QCOMPARE(interface->role(), QAccessible::EditableText);
        QVERIFY(interface->state().readOnly);
    }

    void aMenuIsOpenedWithoutWaitingForItsEnd()
    {
        MenuButton button;
        button.setText(u"Copy"_s);
        button.entries()->addAction(u"Copy rows"_s);
        button.show();
        QVERIFY(QTest::qWaitForWindowExposed(&button));
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(button.entries()->isVisible());
        button.entries()->close();
        QTest::keyClick(&button, Qt::Key_Down);
        QVERIFY(button.entries()->isVisible());
        button.entries()->close();
    }

    void theCurrentRowFollowsTheSelection()
    {
        QListWidget list;
        list.addItems({u"one"_s, u"two"_s, u"three"_s});
        letCurrentFollowSelection(&list);
        list.setCurrentRow(0);
        // As an assistive program does it.
        QAccessibleInterface *row = QAccessible::queryAccessibleInterface(&list)->tableInterface()->cellAt(2, 0);
        row->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(list.currentRow(), 2);
        QCOMPARE(list.selectedItems().size(), 1);
    }

    void homeAndEndLeadToTheFirstAndTheLastRow()
    {
        QStandardItemModel model(3, 2);
        TableView table;
        table.setModel(&model);
        table.setCurrentIndex(model.index(1, 1));
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentIndex().row(), 2);
        QCOMPARE(table.selectionModel()->selectedRows().size(), 1);
        QTest::keyClick(&table, Qt::Key_Home);
        QCOMPARE(table.currentIndex().row(), 0);
    }

    void aPictureIsOne()
    {
        PictureView view;
        QCOMPARE(QAccessible::queryAccessibleInterface(&view)->role(), QAccessible::Graphic);
    }

    void aHiddenScrollBarIsNoChild()
    {
        ScrollAccessible::install();
        QScrollArea area;
        area.setWidget(new QWidget);
        area.widget()->resize(2000, 2000);
        area.resize(200, 200);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&area);
        const int children = interface->childCount();
        QVERIFY(children > 0);
        QVERIFY(!interface->child(children));
        area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        area.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        QTRY_VERIFY(!area.verticalScrollBar()->isVisible());
        // Qt's own reads beyond its list here.
        QVERIFY(!interface->child(children + 1));
        QCOMPARE(interface->role(), QAccessible::Grouping);
    }
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
