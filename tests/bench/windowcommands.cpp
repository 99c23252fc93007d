// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchapplication.h"
#include "commandloop.h"
#include "commands.h"
#include "containers/containertree.h"
#include "gui/driver.h"
#include "items/containermodel.h"
#include "operations/operationlog.h"
#include "shell/application.h"
#include "shell/mainwindow.h"
#include "shell/page.h"
#include "shell/workbench.h"
#include "stats/statsstore.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTimer>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

int containersIn(const QAbstractItemModel *model)
{
    int count = 0;
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex head = model->index(row, 0);
        count += model->hasChildren(head) ? model->rowCount(head) : 1;
    }
    return count;
}

class WindowCommands
{
public:
    explicit WindowCommands(Application *application)
        : m_application(application)
        , m_tree(application->window()->findChild<ContainerTree *>(u"containersTree"_s))
    {
    }

    QByteArray list(int containers)
    {
        bool painted = false;
        BenchApplication::self()->watch(m_tree->viewport(), [&] {
            painted = containersIn(m_tree->model()) == containers && QGuiApplication::focusWindow();
        });
        await("the list in an active window", [&] {
            if (!painted)
                m_tree->viewport()->update();
            return painted;
        });
        BenchApplication::self()->watch(nullptr, {});
        return {};
    }

    /// Answers once the container's row is in view; says "running" and the time when it has been painted as such.
    QByteArray watch(const QString &name)
    {
        m_row = Driver::findRow(m_tree->model(), name);
        if (!m_row.isValid())
            return "no such row";
        bool shown = false;
        BenchApplication::self()->watch(m_tree->viewport(), [&shown] { shown = true; });
        m_tree->scrollTo(m_row, QAbstractItemView::PositionAtCenter);
        m_tree->viewport()->update();
        await("the row in view", [&shown] { return shown; });
        BenchApplication::self()->watch(m_tree->viewport(), [this] {
            const QString state = m_row.sibling(m_row.row(), ContainerModel::StateColumn).data().toString();
            if (!state.startsWith(u"running"_s))
                return;
            CommandLoop::say("running " + QByteArray::number(monotonicTime()));
            BenchApplication::self()->watch(nullptr, {});
        });
        return m_tree->viewport()->rect().contains(m_tree->visualRect(m_row)) ? "" : "not in view";
    }

    /// Types into the filter, then takes each letter back. Each must change what is listed. Answers the milliseconds
    /// from each key to the list that follows from it, painted.
    QByteArray type(const QByteArray &letters)
    {
        auto *field = m_application->window()->currentPage()->findChild<QLineEdit *>(u"filter"_s);
        field->setFocus();
        await("the keyboard in the filter", [field] { return field->hasFocus(); });
        QByteArrayList times;
        for (const char letter : letters)
            times << press([=](QWindow *window) { QTest::keyClick(window, letter); });
        for (qsizetype i = 0; i < letters.size(); ++i)
            times << press([](QWindow *window) { QTest::keyClick(window, Qt::Key_Backspace); });
        return times.join(' ');
    }

    /// Makes the window as high as it takes for all running containers to be in view; answers when each has told what
    /// it uses.
    QByteArray sample(int containers)
    {
        constexpr int rowHeight = 32, groupHeight = 46, above = 300;
        MainWindow *window = m_application->window();
        window->setMaximumSize(QWIDGETSIZE_MAX, QWIDGETSIZE_MAX);
        window->findChild<QAbstractButton *>(u"containersChip1"_s)->click();
        window->currentPage()->findChild<QLineEdit *>(u"filter"_s)->setText(u"label:bench"_s);
        await("the running containers", [=, this] { return containersIn(m_tree->model()) == containers; });
        window->resize(1440, above + containers * rowHeight + m_tree->model()->rowCount() * groupHeight);
        // A list is sampled every second while somebody is there.
        auto *hand = new QTimer(window);
        const auto press = [window] { QTest::keyClick(window->windowHandle(), Qt::Key_Shift); };
        QObject::connect(hand, &QTimer::timeout, window, press);
        hand->start(5000);
        press();
        const Workbench *workbench = m_application->workbench();
        await("what all of them use", [=, this] {
            const QStringList ids = m_tree->idsInView();
            return ids.size() == containers && std::all_of(ids.cbegin(), ids.cend(), [workbench](const QString &id) {
                       return workbench->statsStore()->present(id);
                   });
        });
        return {};
    }

    QByteArray open(const QString &path, const QString &project)
    {
        Q_EMIT m_application->workbench()->openPathRequested(path);
        await("the project", [&] { return m_application->workbench()->projectStore()->contains(project); });
        const auto *commands = m_application->workbench()->projectCommands();
        await("a program that can bring it up", [&] { return commands->upProgram(project).has_value(); });
        return {};
    }

    /// Up as by its button; stop likewise.
    QByteArray act(const QByteArray &verb, const QString &project)
    {
        Workbench *workbench = m_application->workbench();
        const qsizetype before = workbench->operations()->operations().size();
        const qint64 begin = monotonicTime();
        if (verb == "up")
            Q_EMIT workbench->upProjectRequested(project);
        else
            workbench->projectCommands()->stop(project);
        await("the operation", [=] {
            const QList<Operation *> &all = workbench->operations()->operations();
            return all.size() > before && !all.last()->isRunning();
        });
        const qint64 end = monotonicTime();
        const Operation *operation = workbench->operations()->operations().last();
        if (operation->state() != Operation::State::Succeeded)
            return "failed: " + operation->error().simplified().toUtf8();
        return QByteArray::number(double(end - begin) / 1e6);
    }

private:
    template <class Press> QByteArray press(Press press)
    {
        const int before = containersIn(m_tree->model());
        qint64 painted = 0;
        BenchApplication::self()->watch(m_tree->viewport(), [&] {
            if (painted == 0 && containersIn(m_tree->model()) != before)
                painted = monotonicTime();
        });
        const qint64 begin = monotonicTime();
        press(m_application->window()->windowHandle());
        await("the filtered list", [&painted] { return painted != 0; });
        BenchApplication::self()->watch(nullptr, {});
        return QByteArray::number(double(painted - begin) / 1e6);
    }

    Application *m_application;
    ContainerTree *m_tree;
    QPersistentModelIndex m_row;
};

} // namespace

void addStallCommands(CommandLoop *loop, StallWatch *watch)
{
    loop->on("stalls", [watch](const QByteArray &verb) -> QByteArray {
        if (verb == "end")
            return QByteArray::number(watch->end());
        watch->begin();
        return {};
    });
}

void addWindowCommands(CommandLoop *loop, Application *application)
{
    const auto commands = std::make_shared<WindowCommands>(application);
    loop->on("list", [=](const QByteArray &count) { return commands->list(count.toInt()); });
    loop->on("watch", [=](const QByteArray &name) { return commands->watch(QString::fromUtf8(name)); });
    loop->on("type", [=](const QByteArray &letters) { return commands->type(letters); });
    loop->on("sample", [=](const QByteArray &count) { return commands->sample(count.toInt()); });
    loop->on("open", [=](const QByteArray &path) {
        const QString file = QString::fromUtf8(path);
        return commands->open(file, file.section(u'/', -2, -2));
    });
    for (const char *verb : {"up", "stop"})
        loop->on(verb, [=](const QByteArray &project) { return commands->act(verb, QString::fromUtf8(project)); });
}

} // namespace Gantry
