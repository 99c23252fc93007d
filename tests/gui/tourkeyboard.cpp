// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tourkeyboard.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSet>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr QChar Ellipsis(0x2026); // which is on no key

/// More than there are stops in the window.
constexpr int MostStops = 200;

QString describe(const QWidget *widget)
{
    if (!widget)
        return u"nothing"_s;
    return u"%1 \"%2\" (%3)"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName(),
                                   widget->objectName());
}

bool isSqlEditor(const QWidget *widget)
{
    return widget && widget->accessibleName() == u"SQL editor"_s;
}

/// One stop on with Tab. In the SQL editor Tab indents: F6 leads out of it, to the rows of the result, and Shift+Tab
/// from there to what stands between the two. \a visit is told each stop, and ends the step by true.
template <class Visit> void stepOn(Visit visit)
{
    if (!isSqlEditor(QApplication::focusWidget())) {
        Driver::press(Qt::Key_Tab);
        visit(QApplication::focusWidget());
        return;
    }
    Driver::press(Qt::Key_F6);
    for (int i = 0; i < MostStops && !isSqlEditor(QApplication::focusWidget()); ++i) {
        if (visit(QApplication::focusWidget()))
            return;
        Driver::press(Qt::Key_Backtab, Qt::ShiftModifier);
    }
    Driver::press(Qt::Key_F6);
}

void tabTo(const QWidget *widget)
{
    for (int i = 0; i < MostStops && QApplication::focusWidget() != widget; ++i)
        stepOn([widget](const QWidget *stop) { return stop == widget; });
    require(QApplication::focusWidget() == widget, describe(widget) + u" to be reached by Tab"_s);
}

/// Whether a person would want to use the widget by itself.
bool isUsable(const QWidget *widget)
{
    if (!widget->isVisible() || !widget->isEnabled())
        return false;
    if (qobject_cast<const QScrollBar *>(widget) || widget->inherits("QHeaderView"))
        return false;
    if (widget->parentWidget()
        && (widget->parentWidget()->inherits("QLineEdit") // its clear button; Esc does that
            || widget->parentWidget()->inherits("QComboBox")))
        return false;
    // The arrows of a bar with too many tabs; the arrow keys do that.
    if (widget->inherits("QToolButton") && widget->parentWidget()->inherits("QTabBar")
        && widget->objectName().startsWith("Scroll"_L1))
        return false;
    // What holds the pages follows the keyboard by itself.
    if (widget->objectName() == u"bodyArea"_s)
        return false;
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        return tabs->count() > 0;
    return widget->inherits("QAbstractButton") || widget->inherits("QLineEdit") || widget->inherits("QComboBox")
        || widget->inherits("QAbstractScrollArea");
}

/// Of an exclusive group of buttons Tab stops at one, and the arrow keys lead to the others.
bool isReachedByArrows(const QWidget *widget, const QSet<const QWidget *> &passed)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button || !button->group() || !button->group()->exclusive())
        return false;
    const QList<QAbstractButton *> buttons = button->group()->buttons();
    return std::any_of(buttons.cbegin(), buttons.cend(),
                       [&passed](const QAbstractButton *each) { return passed.contains(each); });
}

} // namespace

void TourKeyboard::goTo(const QString &page)
{
    const QStringList pages{u"Containers"_s, u"Projects"_s,  u"Images"_s,  u"Volumes"_s,
                            u"Networks"_s,   u"Databases"_s, u"Clean up"_s};
    Driver::press(Qt::Key(Qt::Key_1 + pages.indexOf(page)), Qt::ControlModifier);
}

void TourKeyboard::find(const QString &name)
{
    Driver::press(Qt::Key_K, Qt::ControlModifier);
    await(
        [] {
            const auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
            return field && field->accessibleName() == u"Go to or run anything"_s;
        },
        u"the keyboard in the command palette"_s);
    Driver::type(QString(name).remove(Ellipsis));
    auto *matches = see<QAbstractItemView>(u"Matches"_s);
    await([=] { return matches->currentIndex().data().toString() == name; }, u"\"%1\" as the first match"_s.arg(name));
    Driver::press(Qt::Key_Return);
}

void TourKeyboard::filter(const QString &text)
{
    Driver::press(Qt::Key_F, Qt::ControlModifier);
    await([] { return QApplication::focusWidget() && QApplication::focusWidget()->accessibleName() == u"Filter"_s; },
          u"the keyboard in the filter"_s);
    Driver::press(Qt::Key_Delete); // what was there is selected
    Driver::type(text);
    if (!text.isEmpty())
        return;
    Driver::press(Qt::Key_Return);
    await([] { return qobject_cast<QAbstractItemView *>(QApplication::focusWidget()) != nullptr; },
          u"Return in the filter to lead to the list"_s);
}

void TourKeyboard::openComposeFile(const QString &path)
{
    Driver::press(Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    await([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }, u"a dialog that asks for the file"_s);
    const QWidget *dialog = QApplication::activeWindow();
    Driver::type(path);
    Driver::press(Qt::Key_Return);
    await([&] { return QApplication::activeWindow() && QApplication::activeWindow() != dialog; },
          u"Return to close the dialog"_s);
}

void TourKeyboard::choose(const QString &view, const QString &row, const QString &under)
{
    auto *list = see<QAbstractItemView>(view);
    QModelIndex index;
    await([&] { return (index = Driver::findRow(list, row, under)).isValid(); }, u"\"%1\" in \"%2\""_s.arg(row, view));
    tabTo(list);
    Driver::press(Qt::Key_Home);
    for (int i = 0; i < MostStops && list->currentIndex().siblingAtColumn(0) != index; ++i)
        Driver::press(Qt::Key_Down);
    require(list->currentIndex().siblingAtColumn(0) == index, u"\"%1\" to be chosen in \"%2\""_s.arg(row, view));
}

void TourKeyboard::act(const QString &verb)
{
    const QMap<QString, Qt::Key> letters{{u"Up"_s, Qt::Key_U},      {u"Down"_s, Qt::Key_D},
                                         {u"Stop"_s, Qt::Key_X},    {u"Why did it stop?"_s, Qt::Key_W},
                                         {u"Restart"_s, Qt::Key_R}, {u"Logs"_s, Qt::Key_L},
                                         {u"Terminal"_s, Qt::Key_T}};
    Driver::press(letters.value(verb));
}

void TourKeyboard::actByMenu(const QString &, const QString &entry)
{
    find(entry);
}

void TourKeyboard::actOnService(const QString &project, const QString &service, const QString &verb)
{
    choose(u"Projects"_s, service, project);
    act(verb);
}

void TourKeyboard::begin(const QString &, const QString &action)
{
    find(action);
}

void TourKeyboard::press(const QString &button)
{
    tabTo(seeButton(button));
    Driver::press(Qt::Key_Space);
}

void TourKeyboard::write(const QString &field, const QString &text)
{
    auto *edit = seeHere<QLineEdit>(field);
    tabTo(edit);
    Driver::press(Qt::Key_A, Qt::ControlModifier);
    Driver::press(Qt::Key_Delete);
    Driver::type(text);
    require(edit->text() == text, u"\"%1\" to take what was typed"_s.arg(field));
}

void TourKeyboard::tick(const QString &box)
{
    press(box);
}

void TourKeyboard::pick(const QString &chip)
{
    QAbstractButton *wanted = seeButton(chip);
    const QList<QAbstractButton *> chips = wanted->group()->buttons();
    tabTo(wanted->group()->checkedButton());
    for (int i = 0; i < MostStops && !wanted->isChecked(); ++i)
        Driver::press(chips.indexOf(wanted) < chips.indexOf(wanted->group()->checkedButton()) ? Qt::Key_Left
                                                                                              : Qt::Key_Right);
    require(wanted->isChecked(), u"\"%1\" to be reached by the arrow keys"_s.arg(chip));
}

void TourKeyboard::tickRow(const QString &view, const QString &row, const QString &under, bool on)
{
    const QPersistentModelIndex index = findTicked(view, row, under);
    if (isTicked(index) == on)
        return;
    if (!under.isEmpty()) {
        choose(view, under, {});
        Driver::press(Qt::Key_Right); // unfolds it
    }
    choose(view, row, under);
    Driver::press(Qt::Key_Space);
    require(isTicked(index) == on, u"the space bar to change the box of \"%1\""_s.arg(row));
}

void TourKeyboard::copyFrom(const QString &view, const QModelIndex &row, int)
{
    auto *table = see<QAbstractItemView>(view);
    tabTo(table);
    Driver::press(Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < MostStops && table->currentIndex().row() != row.row(); ++i)
        Driver::press(Qt::Key_Down);
    Driver::press(Qt::Key_C, Qt::ControlModifier);
}

void TourKeyboard::typeLine(const QString &line)
{
    auto *terminal = seeHere<QAbstractScrollArea>(u"Terminal"_s);
    await([=] { return terminal->hasFocus(); }, u"the keyboard in the terminal that was opened"_s);
    Driver::type(line);
    Driver::press(Qt::Key_Return);
}

void TourKeyboard::openConsole(const QString &project, const QString &service)
{
    goTo(u"Databases"_s);
    const auto *list = see<QAbstractItemView>(u"Databases"_s);
    QString name;
    await(
        [&] {
            for (const QString &form : {u"%1-%2-1"_s, u"%1_%2_1"_s}) { // of Compose 2 and 1
                if (Driver::findRow(list->model(), form.arg(project, service)).isValid())
                    name = form.arg(project, service);
            }
            return !name.isEmpty();
        },
        u"%1 of %2 among the databases"_s.arg(service, project));
    choose(u"Databases"_s, name, {});
    Driver::press(Qt::Key_Return);
}

void TourKeyboard::ask(const QString &sql)
{
    await([] { return isSqlEditor(QApplication::focusWidget()); }, u"the keyboard in the editor of the new console"_s);
    Driver::type(sql);
    Driver::press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
}

void TourKeyboard::openTab(const QString &bar, const QString &tab)
{
    auto *tabs = see<QTabBar>(bar);
    const int index = awaitTab(tabs, tab);
    tabTo(tabs);
    for (int i = 0; i < MostStops && tabs->currentIndex() != index; ++i)
        Driver::press(tabs->currentIndex() < index ? Qt::Key_Right : Qt::Key_Left);
}

void TourKeyboard::copyCell()
{
    tabTo(see<QWidget>(u"Results"_s));
    Driver::press(Qt::Key_Home, Qt::ControlModifier);
    Driver::press(Qt::Key_C, Qt::ControlModifier);
}

void TourKeyboard::showOperations()
{
    Driver::press(Qt::Key_L, Qt::ControlModifier);
    await([] { return QApplication::focusWidget() == Driver::find<QAbstractItemView>(u"Operations"_s); },
          u"the keyboard in the list of operations"_s);
}

void TourKeyboard::goRound()
{
    const QWidget *start = QApplication::focusWidget();
    require(start, u"a widget that has the keyboard"_s);
    QSet<const QWidget *> passed{start};
    QSet<const QWidget *> stops; // without those between the editor and its result
    for (const QWidget *here = start; !stops.contains(here);) {
        stops.insert(here);
        stepOn([&passed](const QWidget *stop) {
            passed.insert(stop);
            return false;
        });
        require(QApplication::focusWidget() != here, u"a way on by the keyboard from "_s + describe(here));
        here = QApplication::focusWidget();
        require(here && stops.size() < MostStops, u"Tab to come round in the window"_s);
    }
    QStringList missed;
    const QList<QWidget *> all = start->window()->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (isUsable(widget) && !passed.contains(widget) && !isReachedByArrows(widget, passed))
            missed.append(describe(widget));
    }
    require(missed.isEmpty(), u"to be reached by Tab: "_s + missed.join(u", "_s));
}

} // namespace Gantry
