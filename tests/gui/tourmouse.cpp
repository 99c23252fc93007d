// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tourmouse.h"

#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

void clickButton(const QString &name)
{
    require(Driver::clickButton(name), u"a button \"%1\" that can be clicked"_s.arg(name));
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
