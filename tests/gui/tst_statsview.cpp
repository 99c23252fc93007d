// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containercolumns.h"
#include "containers/containerdetailspane.h"
#include "containers/containertree.h"
#include "containersprobe.h"
#include "look/fonts.h"
#include "look/tableview.h"
#include "shell/mainwindow.h"
#include "stats/statsgate.h"
#include "stats/statspane.h"
#include "stats/statsreader.h"
#include "stats/statsstore.h"

#include <QAccessible>
#include <QDateTime>
#include <QFileDialog>
#include <QHeaderView>
#include <QImage>
#include <QMenu>
#include <QTabBar>

#include <algorithm>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What containers use, in the list and in the plots, of an engine that the test plays.
class TestStatsView : public ContainersProbe
{
    Q_OBJECT

private:
    static QByteArray sample(double percent, qint64 memory)
    {
        // Of the second that passed, on one core.
        const auto used = qint64(percent / 100 * 1e9);
        QByteArray json
            = R"({"read":"2026-11-28T20:49:07Z","preread":"2026-11-28T20:49:06Z","pids_stats":{"current":3},"cpu_stats":{"cpu_usage":{"total_usage":USED},"system_cpu_usage":4000000000,"online_cpus":2},"precpu_stats":{"cpu_usage":{"total_usage":10000000000},"system_cpu_usage":2000000000,"online_cpus":2},"memory_stats":{"usage":BYTES,"stats":{},"limit":100000000},"networks":{"eth0":{"rx_bytes":1,"tx_bytes":2}}})";
        json.replace("USED", QByteArray::number(10'000'000'000 + used));
        json.replace("BYTES", QByteArray::number(memory));
        return json + '\n';
    }

    /// From now on a container's stream can be opened; told by send().
    void offer(char digit)
    {
        m_engine->on("/containers/" + FakeContainers::id(digit) + "/stats?stream=1",
                     [this, digit](QLocalSocket *socket, const FakeEngine::Request &) {
                         m_streams.insert(digit, socket);
                         connect(socket, &QObject::destroyed, this, [this, digit, socket] {
                             if (m_streams.value(digit) == socket)
                                 m_streams.remove(digit);
                         });
                         socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                     });
    }
    void send(char digit, double percent, qint64 memory)
    {
        m_streams.value(digit)->write(FakeEngine::chunk(sample(percent, memory)));
    }
    /// Digits of the containers whose streams are open.
    QByteArray streams() const
    {
        QByteArray digits;
        for (auto it = m_streams.begin(); it != m_streams.end(); ++it)
            digits += it.key();
        return digits;
    }
    QString cell(char digit, int column) const { return index(digit, column).data().toString(); }
    /// A project has the same.
    QWidget *view() const { return m_shell->find<QWidget>(u"statsView"_s); }
    StatsPane *pane() const { return view() ? view()->findChild<StatsPane *>() : nullptr; }
    StatsStore *store() const { return m_shell->workbench.statsStore(); }
    static QString id(char digit) { return QString::fromLatin1(FakeContainers::id(digit)); }

    /// Samples of the last minutes.
    void remember(char digit)
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        for (int second = -600; second <= 0; ++second) {
            StatsSample past;
            past.time = now + second * 1000;
            past.cpu = 25;
            past.memory = 40'000'000;
            past.received = 1'000'000'000 + second * 2000;
            past.sent = 1'000'000'000 + second * 1000;
            past.processes = 3;
            store()->append(id(digit), past);
        }
    }
    void showStats(char digit)
    {
        m_fake->setDetails(
            digit,
            {{u"HostConfig"_s, QJsonObject{{u"Memory"_s, 100'000'000}, {u"NanoCpus"_s, 5e8}, {u"PidsLimit"_s, 100}}}});
        m_engine->answer(
            "/containers/" + FakeContainers::id(digit) + "/top",
            R"({"Titles":["PID","USER","%CPU","RSS","TIME","COMMAND"],"Processes":[["9","root","1.5","900","00:00:01","sh -c a"],["1000","app","30.0","48000","01:00:00","postgres"],["20","app","4.0","1500","00:10:00","<b>x</b>"]]})");
        click(digit);
        m_shell->action(u"container.stats"_s)->trigger();
        QTRY_VERIFY(pane() && pane()->isVisible());
        QTRY_COMPARE(pane()->subject(), index(digit).data().toString() == u"web"_s ? u"shop-web-1"_s : u"alone"_s);
    }
    StatsPlot *plot(const QString &name) const { return view()->findChild<StatsPlot *>(name); }

    QMap<char, QLocalSocket *> m_streams;

private Q_SLOTS:
    void init()
    {
        start();
        m_shell->workbench.statsReader()->setAttended(true);
        for (const char digit : {'a', 'b', 'd'})
            offer(digit);
    }
    void cleanup()
    {
        m_streams.clear();
        end();
    }

    void theListTellsOfRunningContainers()
    {
        QTRY_COMPARE(streams(), QByteArray("abd"));
        QCOMPARE(cell('a', ContainerModel::CpuColumn), u"–"_s);
        send('a', 40, 48'200'000);
        QTRY_COMPARE(cell('a', ContainerModel::CpuColumn), u"40.0"_s);
        QCOMPARE(cell('a', ContainerModel::MemoryColumn), u"48.2"_s);
        QCOMPARE(index('a', ContainerModel::MemoryColumn).data(UnitRole).toString(), u"MB"_s);
        // A sum is told when all is known.
        const QModelIndex shop
            = index('a', ContainerModel::CpuColumn).parent().siblingAtColumn(ContainerModel::CpuColumn);
        QCOMPARE(shop.data().toString(), QString());
        send('b', 2.5, 1'000'000);
        QTRY_COMPARE(shop.data().toString(), u"42.5"_s);
        QCOMPARE(shop.siblingAtColumn(ContainerModel::MemoryColumn).data().toString(), u"49.2"_s);
        send('a', 80, 48'200'000);
        QTRY_COMPARE(cell('a', ContainerModel::CpuColumn), u"80.0"_s);
        const auto line = index('a', ContainerModel::CpuColumn).data(SparkRole).value<QList<qreal>>();
        QVERIFY(line.size() > 10 && line.last() > 0.5);
    }

    void aFailedContainerOffersItsCause()
    {
        const QModelIndex cause = index('c', ContainerModel::MemoryColumn);
        QCOMPARE(cause.data().toString(), u"Why did it stop?"_s);
        const QRect cell = tree()->visualRect(cause);
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, {cell.right() - 30, cell.center().y()});
        const auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
        QTRY_COMPARE(tabs->currentIndex(), int(ContainerDetailsPane::CauseTab));
        QCOMPARE(tree()->selectedIds(), QStringList{id('c')});
    }

    void whatGoesWrongOffersItsCause()
    {
        const QString why = u"Why did it stop?"_s;
        m_fake->setStatus('a', u"Up 3 minutes (unhealthy)"_s);
        m_fake->tell("health_status: unhealthy", 'a');
        QTRY_COMPARE(cell('a', ContainerModel::MemoryColumn), why);
        QCOMPARE(cell('a', ContainerModel::CpuColumn), QString());
        QVERIFY(!index('a', ContainerModel::CpuColumn).data(SparkRole).isValid());
        // What it uses is a movement away.
        send('a', 40, 48'200'000);
        QTRY_VERIFY(index('a', ContainerModel::MemoryColumn).data(Qt::ToolTipRole).toString().contains(u"48.2 MB"_s));
        m_fake->setStatus('b', u"Restarting (1) 2 seconds ago"_s);
        m_fake->tell("die", 'b');
        QTRY_COMPARE(cell('b', ContainerModel::MemoryColumn), why);
        // One that was made and could not be started; and one that nobody tried to start.
        m_fake->add('e', u"broken"_s, u"busybox"_s, u"Created"_s);
        m_fake->add('f', u"made"_s, u"busybox"_s, u"Created"_s);
        m_fake->tell("create", 'e');
        m_fake->tell("create", 'f');
        QTRY_COMPARE(rows().size(), 9);
        QTRY_VERIFY(m_engine->countOf(FakeContainers::path('e', "json")) > 0);
        QTRY_VERIFY(m_engine->countOf(FakeContainers::path('f', "json")) > 0);
        QCOMPARE(cell('e', ContainerModel::MemoryColumn), u"–"_s);
        m_fake->setDetails('e', {{u"State"_s, QJsonObject{{u"ExitCode"_s, 127}, {u"Error"_s, u"no such program"_s}}}});
        m_fake->tell("die", 'e');
        QTRY_COMPARE(cell('e', ContainerModel::MemoryColumn), why);
        QCOMPARE(cell('f', ContainerModel::MemoryColumn), u"–"_s);
        m_fake->setStatus('e', u"Up 1 second"_s);
        m_fake->tell("start", 'e');
        QTRY_COMPARE(cell('e', ContainerModel::MemoryColumn), u"–"_s);
    }

    void onlyWhatIsOnScreenIsAskedFor()
    {
        QTRY_COMPARE(streams(), QByteArray("abd"));
        // Another page shows none of it, and a hidden window nothing at all.
        m_shell->window.showPage(u"images"_s);
        QTRY_COMPARE(streams(), QByteArray(""));
        m_shell->window.showPage(u"containers"_s);
        QTRY_COMPARE(streams(), QByteArray("abd"));
        m_shell->window.hide();
        QTRY_COMPARE(streams(), QByteArray(""));
        m_shell->window.show();
        QTRY_COMPARE(streams(), QByteArray("abd"));
        // A folded project is not in view, nor is what does not run.
        tree()->collapse(index('a').parent());
        QTRY_COMPARE(streams(), QByteArray("d"));
        tree()->expand(tree()->model()->index(0, 0));
        QTRY_COMPARE(streams(), QByteArray("abd"));
        m_fake->setStatus('a', u"Exited (0) 1 second ago"_s);
        m_fake->tell("die", 'a');
        QTRY_COMPARE(streams(), QByteArray("bd"));
        QCOMPARE(cell('a', ContainerModel::CpuColumn), u"–"_s);
    }

    void nobodyAtTheWindowCostsLess()
    {
        QTRY_COMPARE(streams(), QByteArray("abd"));
        m_engine->answer("/containers/" + FakeContainers::id('a') + "/stats?stream=0&one-shot=1",
                         sample(70, 1'000'000));
        auto *left = m_shell->window.findChild<StatsGate *>()->findChild<QTimer *>();
        left->setInterval(0);
        QTest::keyClick(m_shell->window.windowHandle(), Qt::Key_Shift);
        QTRY_COMPARE(streams(), QByteArray(""));
        QTRY_COMPARE(cell('a', ContainerModel::CpuColumn), u"70.0"_s);
        // Somebody comes.
        left->setInterval(100'000);
        QTest::mouseMove(m_shell->window.windowHandle(), {200, 200});
        QTRY_COMPARE(streams(), QByteArray("abd"));
        // A container that is looked at for its own sake.
        click('a');
        QTRY_VERIFY(m_shell->find<QWidget>(u"cpuCard"_s)->isVisible());
        left->setInterval(0);
        QTest::keyClick(m_shell->window.windowHandle(), Qt::Key_Shift);
        QTRY_COMPARE(streams(), QByteArray("a"));
    }

    void rowsThatAreScrolledAwayAreClosed()
    {
        // Before "alone": it is far below them.
        for (int i = 0; i < 9; ++i) {
            m_fake->add(char('0' + i), u"aaa-%1"_s.arg(i), u"busybox"_s, u"Up 3 minutes"_s,
                        compose(u"aaa"_s, u"s%1"_s.arg(i)));
            offer(char('0' + i));
        }
        m_shell->window.resize(1440, 420);
        m_fake->tell("create", '8');
        QTRY_VERIFY(index('8').isValid());
        tree()->scrollToTop();
        QTRY_VERIFY(streams().contains('0') && !streams().contains('d'));
        tree()->scrollToBottom();
        QTRY_VERIFY(streams().contains('d') && !streams().contains('0'));
        // What is sorted by use must all be known.
        tree()->sortByColumn(ContainerModel::CpuColumn, Qt::DescendingOrder);
        QTRY_VERIFY(streams().contains('d') && streams().contains('0'));
    }

    void hiddenColumnsAskForNothing()
    {
        QTRY_COMPARE(streams(), QByteArray("abd"));
        tree()->columns()->setWanted(ContainerModel::CpuColumn, false);
        tree()->columns()->setWanted(ContainerModel::MemoryColumn, false);
        QTRY_COMPARE(streams(), QByteArray(""));
    }

    void plotsTellTheirValues()
    {
        remember('a');
        showStats('a');
        StatsPlot *cpu = plot(u"cpuPlot"_s);
        QTRY_VERIFY(!cpu->series().isEmpty());
        QCOMPARE(cpu->accessibleName(), u"CPU"_s);
        QTRY_VERIFY2(cpu->accessibleDescription().contains(u"highest 25 %"_s),
                     qPrintable(cpu->accessibleDescription()));
        QVERIFY(cpu->accessibleDescription().contains(u"limit 50 %"_s));
        QVERIFY(cpu->scale().top() >= 50); // the limit is in sight
        QVERIFY(plot(u"memoryPlot"_s)->accessibleDescription().contains(u"limit 100 MB"_s));
        QVERIFY(plot(u"networkPlot"_s)->accessibleDescription().contains(u"received 2.00 kB/s, sent 1.00 kB/s"_s));

        // By mouse: the cross stands in all plots at the same time.
        const QPoint place = cpu->placeOf(int(cpu->series().first().values.size()) - 20, 25).toPoint();
        QTest::mouseMove(cpu, place);
        QTRY_VERIFY(cpu->cursor() >= 0);
        QCOMPARE(plot(u"memoryPlot"_s)->cursor(), cpu->cursor());
        QVERIFY2(cpu->accessibleDescription().endsWith(u": 25 %"_s), qPrintable(cpu->accessibleDescription()));

        // By keys.
        cpu->setFocus();
        QTest::keyClick(cpu, Qt::Key_Home);
        QCOMPARE(cpu->cursor(), 0);
        QTest::keyClick(cpu, Qt::Key_Right);
        QCOMPARE(cpu->cursor(), 1);
        QTest::keyClick(cpu, Qt::Key_Escape);
        QCOMPARE(cpu->cursor(), -1);
    }

    void aPlotIsAChartThatIsRead()
    {
        remember('a');
        showStats('a');
        StatsPlot *network = plot(u"networkPlot"_s);
        QAccessibleInterface *chart = QAccessible::queryAccessibleInterface(network);
        QCOMPARE(chart->role(), QAccessible::Chart);
        QCOMPARE(chart->text(QAccessible::Name), u"Network"_s);
        QAccessibleTextInterface *text = chart->textInterface();
        QVERIFY(text);
        const auto read = [text] { return text->text(0, text->characterCount()); };
        QTRY_VERIFY2(read().startsWith(u"now received 2.00 kB/s, sent 1.00 kB/s"_s), qPrintable(read()));
        QCOMPARE(chart->text(QAccessible::Value), read());
        // Of the moment that the keys lead to.
        network->setFocus();
        QTest::keyClick(network, Qt::Key_Left);
        QVERIFY2(read().endsWith(u": received 2.00 kB/s, sent 1.00 kB/s"_s), qPrintable(read()));
    }

    void theOverviewTellsOfNow()
    {
        remember('a');
        click('a');
        const auto *cpu = m_shell->find<QWidget>(u"cpuCard"_s);
        QTRY_VERIFY(cpu->isVisible());
        QTRY_COMPARE(cpu->accessibleDescription(), u"25 % of 2 core(s)"_s);
        QTRY_COMPARE(streams(), QByteArray("abd"));
        send('a', 40, 50'000'000);
        QTRY_COMPARE(cpu->accessibleDescription(), u"40 % of 2 core(s)"_s);
        QCOMPARE(m_shell->find<QWidget>(u"memoryCard"_s)->accessibleDescription(), u"50.0 MB of 100 MB"_s);
        click('c'); // it does not run
        QTRY_VERIFY(!cpu->isVisible());
    }

    void aProjectsServicesStandOnEachOther()
    {
        remember('a');
        remember('b');
        Q_EMIT m_shell->workbench.showProjectRequested(u"shop"_s);
        auto *tabs = m_shell->find<QTabBar>(u"projectTabs"_s);
        QTRY_VERIFY(tabs->isVisible());
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab) == u"Stats"_s)
                tabs->setCurrentIndex(tab);
        }
        QTRY_VERIFY(m_shell->find<QWidget>(u"projectStats"_s));
        const auto *stats = m_shell->find<QWidget>(u"projectStats"_s);
        QTRY_VERIFY(stats->isVisible());
        const auto *cpu = stats->findChild<StatsPlot *>(u"cpuPlot"_s);
        QTRY_COMPARE(cpu->series().size(), 2);
        QCOMPARE(cpu->series().at(0).name, u"db"_s);
        QCOMPARE(cpu->series().at(1).name, u"web"_s);
        QTRY_VERIFY2(cpu->accessibleDescription().contains(u"together 50 %, db 25 %, web 25 %"_s),
                     qPrintable(cpu->accessibleDescription()));
        QTRY_COMPARE(streams(), QByteArray("ab")); // and of the list, which is not shown, none
        QVERIFY(stats->findChild<QWidget *>(u"plotLegend"_s)->accessibleName().contains(u"db, web"_s));
    }

    void theRangeIsKept()
    {
        showStats('a');
        QTest::mouseClick(view()->findChild<QWidget *>(u"statsRange2"_s), Qt::LeftButton);
        QCOMPARE(m_shell->state.value("stats/range"_L1).toInt(), 2);
    }

    void processesAreSorted()
    {
        showStats('a');
        const auto *table = m_shell->find<TableView>(u"processes"_s);
        QTRY_COMPARE(table->model()->rowCount(), 3);
        const auto cells = [table](int column) {
            QStringList texts;
            for (int row = 0; row < table->model()->rowCount(); ++row)
                texts << table->model()->index(row, column).data().toString();
            return texts.join(u' ');
        };
        QCOMPARE(cells(2), u"30.0 4.0 1.5"_s); // what works most first
        QHeaderView *header = table->horizontalHeader();
        // Its title, with the arrow beside it and the insets.
        const QFontMetrics title(Fonts::ui(12, QFont::Medium));
        QVERIFY(header->sectionSize(2) >= title.horizontalAdvance(u"%CPU"_s) + Fonts::scaled(14) + 2 * 8);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                          {header->sectionViewportPosition(0) + 10, header->height() / 2});
        QTRY_VERIFY(cells(0) == u"9 20 1000"_s || cells(0) == u"1000 20 9"_s);
        m_fake->setStatus('a', u"Exited (0) 1 second ago"_s);
        m_fake->tell("die", 'a');
        QTRY_COMPARE(table->model()->rowCount(), 0);
        QTRY_VERIFY(m_shell->find<QLabel>(u"processesNotice"_s)->isVisible());
    }

    void savesValuesAndPlots()
    {
        remember('a');
        showStats('a');
        auto *menu = view()->findChild<QWidget *>(u"saveStats"_s)->findChild<QMenu *>();
        const QStringList files{m_folder->filePath(u"out.png"_s), m_folder->filePath(u"out.csv"_s)};
        for (int i = 0; i < 2; ++i) {
            menu->actions().at(i)->trigger();
            QFileDialog *dialog = nullptr;
            QTRY_VERIFY(dialog = m_shell->find<QFileDialog>(u"saveStatsDialog"_s));
            Q_EMIT dialog->fileSelected(files.at(i));
            dialog->close();
            QTRY_VERIFY(!m_shell->find<QFileDialog>(u"saveStatsDialog"_s));
            QTRY_VERIFY(operation() && !operation()->isRunning());
            QVERIFY2(operation()->state() == Operation::State::Succeeded, qPrintable(operation()->error()));
            QVERIFY(operation()->command().contains(u"shop-web-1"_s));
        }
        const QImage image(files.first());
        QVERIFY(image.width() >= 240 && image.height() > 500);
        QFile csv(files.last());
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QByteArrayList lines = csv.readAll().trimmed().split('\n');
        QVERIFY2(lines.size() >= 601, qPrintable(QString::number(lines.size())));
        QVERIFY(lines.at(0).startsWith("time,container,service,cpu_percent"));
        QVERIFY2(lines.at(2).contains(",shop-web-1,,25.00,39999488,2000,1000,"), lines.at(2).constData());
    }
};

QTEST_MAIN(TestStatsView)
#include "tst_statsview.moc"
