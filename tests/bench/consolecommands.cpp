// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchapplication.h"
#include "commandloop.h"
#include "commands.h"
#include "console/console.h"
#include "console/consolerunner.h"
#include "console/querytab.h"
#include "console/resultpane.h"
#include "console/resultview.h"
#include "databases/databasespage.h"
#include "shell/application.h"
#include "shell/mainwindow.h"
#include "shell/workbench.h"

#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTest>

#include <cmath>

namespace Gantry {

namespace {

class ConsoleCommands
{
public:
    explicit ConsoleCommands(Application *application)
        : m_window(application->window())
        , m_workbench(application->workbench())
        , m_page(application->window()->findChild<DatabasesPage *>())
    {
    }

    QByteArray open(const QString &container)
    {
        await("the database among those found",
              [&] { return m_workbench->databaseFinder()->databases().contains(container); });
        m_window->showPage(m_page->id());
        m_console = m_page->openConsole(container);
        await("a connection to the server",
              [this] { return m_console->connection()->state() == ConsoleConnection::State::Connected; });
        return {};
    }

    /// Answers the milliseconds from the first row that the session received to the first row painted, and the number
    /// of rows in the end.
    QByteArray run(const QByteArray &sql)
    {
        double painted = -1;
        std::shared_ptr<QueryResult> result;
        const auto started
            = QObject::connect(m_console->session(), &SqlSession::resultStarted, m_console,
                               [&](const std::shared_ptr<QueryResult> &answer) {
                                   result = answer;
                                   const ResultView *view = m_console->currentResult()->view();
                                   BenchApplication::self()->watch(view->viewport(), [&painted, &result, view] {
                                       if (painted < 0 && view->rowCount() > 0)
                                           painted = result->totalMilliseconds() - result->firstRowMilliseconds();
                                   });
                               });
        m_console->currentQuery()->editor()->setScript(sql, false);
        m_console->runAll();
        await("the first row", [&painted] { return painted >= 0; });
        await("all rows", [this] { return !m_console->runner()->isRunning(); });
        QObject::disconnect(started);
        BenchApplication::self()->watch(nullptr, {});
        return QByteArray::number(painted) + ' ' + QByteArray::number(result->rowCount());
    }

    /// Drags the slider down through all rows and up again, in steps of a frame each. Answers the milliseconds from
    /// each movement of the mouse to the rows that follow from it, painted.
    QByteArray scroll(int frames)
    {
        const ResultView *view = m_console->currentResult()->view();
        QScrollBar *bar = view->verticalScrollBar();
        QStyleOptionSlider option;
        option.initFrom(bar);
        option.orientation = Qt::Vertical;
        option.minimum = bar->minimum();
        option.maximum = bar->maximum();
        option.sliderPosition = option.sliderValue = bar->value();
        option.pageStep = bar->pageStep();
        option.singleStep = bar->singleStep();
        const auto part = [&](QStyle::SubControl control) {
            return bar->style()->subControlRect(QStyle::CC_ScrollBar, &option, control, bar);
        };
        const QPoint handle = part(QStyle::SC_ScrollBarSlider).center();
        const int way = part(QStyle::SC_ScrollBarGroove).height() - part(QStyle::SC_ScrollBarSlider).height();
        const auto place = [&](int y) { return bar->mapTo(m_window, handle + QPoint(0, y)); };

        qint64 painted = 0;
        BenchApplication::self()->watch(view->viewport(), [&painted] { painted = monotonicTime(); });
        QWindow *window = m_window->windowHandle();
        QTest::mousePress(window, Qt::LeftButton, {}, place(0));
        await("the slider held", [bar] { return bar->isSliderDown(); });
        QByteArrayList times;
        int last = 0;
        for (int frame = 1; frame <= frames; ++frame) {
            // Slow at both ends, fast in between, as a hand does it.
            const int y = int(std::lround(way * (1 - std::cos(2 * M_PI * frame / frames)) / 2));
            if (y == last)
                continue;
            last = y;
            painted = 0;
            const int before = bar->value();
            const qint64 begin = monotonicTime();
            QTest::mouseMove(window, place(y));
            if (bar->value() == before)
                continue;
            await("the rows there", [&painted] { return painted != 0; });
            times << QByteArray::number(double(painted - begin) / 1e6);
            await("the next frame", [begin] { return monotonicTime() - begin >= 16'000'000; });
        }
        QTest::mouseRelease(window, Qt::LeftButton, {}, place(0));
        BenchApplication::self()->watch(nullptr, {});
        return times.join(' ');
    }

private:
    MainWindow *m_window;
    Workbench *m_workbench;
    DatabasesPage *m_page;
    Console *m_console = nullptr;
};

} // namespace

void addConsoleCommands(CommandLoop *loop, Application *application)
{
    const auto commands = std::make_shared<ConsoleCommands>(application);
    loop->on("console", [=](const QByteArray &id) { return commands->open(QString::fromUtf8(id)); });
    loop->on("run", [=](const QByteArray &sql) { return commands->run(sql); });
    loop->on("scroll", [=](const QByteArray &frames) { return commands->scroll(frames.toInt()); });
}

} // namespace Gantry
