// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tourmouse.h"

#include "look/checkdelegate.h"
#include "look/treeview.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

/// Scrolls as the wheel would: what is out of sight cannot be clicked.
void bringIntoSight(QWidget *widget)
{
    for (QWidget *parent = widget->parentWidget(); parent; parent = parent->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(widget);
    }
}

/// At its left, since a menu may open at the right of it.
void clickButton(const QString &name)
{
    QAbstractButton *button = seeButton(name);
    bringIntoSight(button);
    Driver::click(button, QPoint(qMin(12, button->width() / 2), button->height() / 2));
}

void clickRow(QAbstractItemView *view, const QModelIndex &index)
{
    view->scrollTo(index);
    Driver::click(view->viewport(), view->visualRect(index).center());
}

/// Clicks the entry of the menu that is open.
void clickEntry(const QString &text)
{
    QMenu *menu = nullptr;
    await([&] { return (menu = qobject_cast<QMenu *>(QApplication::activePopupWidget())) != nullptr; },
          u"a menu with the entry \"%1\""_s.arg(text));
    const QList<QAction *> entries = menu->actions();
    for (QAction *entry : entries) {
        if (entry->text().remove(u'&') != text)
            continue;
        require(entry->isEnabled(), u"\"%1\" to be enabled in its menu"_s.arg(text));
        Driver::click(menu, menu->actionGeometry(entry).center());
        return;
    }
    throw Failure{u"\"%1\" in the menu"_s.arg(text)};
}

void writeInto(QLineEdit *field, const QString &text)
{
    bringIntoSight(field);
    if (QApplication::activePopupWidget())
        Driver::click(field); // which closes a list of suggestions
    Driver::click(field);
    await([field] { return field->hasFocus(); }, u"the keyboard in the field that was clicked"_s);
    Driver::press(Qt::Key_A, Qt::ControlModifier);
    Driver::press(Qt::Key_Delete);
    Driver::type(text);
}

} // namespace

void TourMouse::goTo(const QString &page)
{
    choose(u"Navigation"_s, page, {});
}

void TourMouse::find(const QString &name)
{
    clickButton(u"Go to or run anything"_s);
    writeInto(see<QLineEdit>(u"Go to or run anything"_s), name);
    auto *matches = see<QAbstractItemView>(u"Matches"_s);
    await([=] { return matches->model()->index(0, 0).data().toString() == name; },
          u"\"%1\" as the first match"_s.arg(name));
    clickRow(matches, matches->model()->index(0, 0));
}

void TourMouse::filter(const QString &text)
{
    writeInto(see<QLineEdit>(u"Filter"_s), text);
}

void TourMouse::openComposeFile(const QString &path)
{
    auto *bar = Driver::findIf<QMenuBar>([](const QMenuBar *) { return true; });
    require(bar, u"a menu bar"_s);
    Driver::click(bar, bar->actionGeometry(bar->actions().constFirst()).center());
    clickEntry(u"Open Compose file…"_s);
    QLineEdit *field = nullptr;
    await(
        [&] {
            field = Driver::findIf<QLineEdit>([](QLineEdit *each) { return each->objectName() == u"fileNameEdit"_s; });
            return field && field->window()->isActiveWindow();
        },
        u"a dialog that asks for the file"_s);
    writeInto(field, path);
    Driver::press(Qt::Key_Return);
}

void TourMouse::choose(const QString &view, const QString &row, const QString &under)
{
    auto *list = see<QAbstractItemView>(view);
    QModelIndex index;
    await([&] { return (index = Driver::findRow(list, row, under)).isValid(); }, u"\"%1\" in \"%2\""_s.arg(row, view));
    clickRow(list, index);
    require(list->currentIndex().siblingAtColumn(0) == index, u"\"%1\" to be chosen in \"%2\""_s.arg(row, view));
}

void TourMouse::act(const QString &verb)
{
    clickButton(verb);
}

void TourMouse::actByMenu(const QString &button, const QString &entry)
{
    const QAbstractButton *found = seeButton(button);
    Driver::click(seeButton(button), QPoint(found->width() - 10, found->height() / 2));
    clickEntry(entry);
}

void TourMouse::actOnService(const QString &, const QString &service, const QString &verb)
{
    auto *table = see<QAbstractItemView>(u"Services"_s);
    QModelIndex row;
    await([&] { return (row = Driver::findRow(table, service, {})).isValid(); }, u"the service "_s + service);
    const QPoint place = table->viewport()->mapTo(table->window(), table->visualRect(row).center());
    QTest::mouseClick(table->window()->windowHandle(), Qt::RightButton, {}, place);
    clickEntry(verb == u"Logs"_s ? u"Show log"_s : verb);
}

void TourMouse::begin(const QString &page, const QString &action)
{
    goTo(page);
    clickButton(action);
}

void TourMouse::press(const QString &button)
{
    clickButton(button);
}

void TourMouse::write(const QString &field, const QString &text)
{
    writeInto(seeHere<QLineEdit>(field), text);
}

void TourMouse::tick(const QString &box)
{
    auto *found = qobject_cast<QCheckBox *>(seeButton(box));
    const bool before = found->isChecked();
    clickButton(box);
    require(found->isChecked() != before, u"a click on \"%1\" to change it"_s.arg(box));
}

void TourMouse::pick(const QString &chip)
{
    clickButton(chip);
}

void TourMouse::tickRow(const QString &view, const QString &row, const QString &under, bool on)
{
    auto *tree = qobject_cast<TreeView *>(see<QAbstractItemView>(view));
    const QPersistentModelIndex index = findTicked(view, row, under);
    if (isTicked(index) == on)
        return;
    if (index.parent().isValid())
        tree->expand(index.parent());
    tree->scrollTo(index);
    QStyleOptionViewItem option;
    option.initFrom(tree);
    option.widget = tree;
    option.rect = tree->visualRect(index);
    Driver::click(tree->viewport(), qobject_cast<CheckDelegate *>(tree->cells())->boxRect(option, index).center());
    require(isTicked(index) == on, u"a click on the box of \"%1\" to change it"_s.arg(row));
}

void TourMouse::copyFrom(const QString &view, const QModelIndex &row, int linkColumn)
{
    auto *table = see<QAbstractItemView>(view);
    const QRect link = table->visualRect(row.siblingAtColumn(linkColumn));
    Driver::click(table->viewport(), QPoint(link.right() - 24, link.center().y()));
}

void TourMouse::typeLine(const QString &line)
{
    auto *terminal = seeHere<QAbstractScrollArea>(u"Terminal"_s);
    Driver::click(terminal->viewport());
    await([=] { return terminal->hasFocus(); }, u"the keyboard in the terminal that was clicked"_s);
    Driver::type(line);
    Driver::press(Qt::Key_Return);
}

void TourMouse::openConsole(const QString &project, const QString &service)
{
    goTo(u"Containers"_s);
    choose(u"Containers"_s, service, project);
    clickButton(u"Open SQL console"_s);
}

void TourMouse::ask(const QString &sql)
{
    auto *editor = see<QWidget>(u"SQL editor"_s);
    Driver::click(editor);
    await([editor] { return editor->hasFocus(); }, u"the keyboard in the editor"_s);
    Driver::type(sql);
    Driver::press(Qt::Key_A, Qt::ControlModifier);
    clickButton(u"Run"_s);
}

void TourMouse::openTab(const QString &bar, const QString &tab)
{
    auto *tabs = see<QTabBar>(bar);
    const int index = awaitTab(tabs, tab);
    await([&] { return tabs->rect().contains(tabs->tabRect(index)); }, u"the tab \"%1\" in sight"_s.arg(tab));
    Driver::click(tabs, tabs->tabRect(index).center());
}

void TourMouse::copyCell()
{
    auto *table = see<QAbstractScrollArea>(u"Results"_s);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(table);
    const QRect cell = interface->tableInterface()->cellAt(0, 0)->rect();
    Driver::click(table->viewport(), table->viewport()->mapFromGlobal(cell.center()));
    clickButton(u"Copy"_s);
    clickEntry(u"Copy cells"_s);
}

void TourMouse::showOperations()
{
    clickButton(u"Operations"_s);
}

} // namespace Gantry
