// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fileexport.h"
#include "items/plotscale.h"
#include "items/processmodel.h"
#include "items/textfilter.h"
#include "stats/statscsv.h"
#include "stats/statshistory.h"
#include "stats/statsparser.h"
#include "stats/statsstore.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// As recorded from Docker 20.10 on cgroup 1: a loop under --cpus 0.5 and --memory 64m on a loaded machine.
const QByteArray cgroup1
    = "{\"read\":\"2026-11-28T20:49:07.836525162Z\",\"preread\":\"2026-11-28T20:49:06.833240978Z\",\"pids_stats\":{\"c"
      "urrent\":1},\"blkio_stats\":{\"io_service_bytes_recursive\":[],\"io_serviced_recursive\":[],\"io_queue_recur"
      "sive\":[],\"io_service_time_recursive\":[],\"io_wait_time_recursive\":[],\"io_merged_recursive\":[],\"io_tim"
      "e_recursive\":[],\"sectors_recursive\":[]},\"num_procs\":0,\"storage_stats\":{},\"cpu_stats\":{\"cpu_usage\":{\""
      "total_usage\":1033557055,\"percpu_usage\":[757750542,275806513],\"usage_in_kernelmode\":120000000,\"usage_"
      "in_usermode\":900000000},\"system_cpu_usage\":7055820000000,\"online_cpus\":2,\"throttling_data\":{\"periods"
      "\":34,\"throttled_periods\":3,\"throttled_time\":54960865}},\"precpu_stats\":{\"cpu_usage\":{\"total_usage\":74"
      "4467720,\"percpu_usage\":[625313648,119154072],\"usage_in_kernelmode\":100000000,\"usage_in_usermode\":640"
      "000000},\"system_cpu_usage\":7053810000000,\"online_cpus\":2,\"throttling_data\":{\"periods\":24,\"throttled_"
      "periods\":3,\"throttled_time\":54960865}},\"memory_stats\":{\"usage\":8744960,\"max_usage\":10100736,\"stats\":"
      "{\"active_anon\":4096,\"active_file\":0,\"cache\":8388608,\"dirty\":0,\"hierarchical_memory_limit\":67108864,\""
      "hierarchical_memsw_limit\":134217728,\"inactive_anon\":8445952,\"inactive_file\":0,\"mapped_file\":0,\"pgfau"
      "lt\":1454,\"pgmajfault\":0,\"pgpgin\":3165,\"pgpgout\":1102,\"rss\":61440,\"rss_huge\":0,\"total_active_anon\":"
      "40"
      "96,\"total_active_file\":0,\"total_cache\":8388608,\"total_dirty\":0,\"total_inactive_anon\":8445952,\"total_"
      "inactive_file\":0,\"total_mapped_file\":0,\"total_pgfault\":1454,\"total_pgmajfault\":0,\"total_pgpgin\":3165"
      ",\"total_pgpgout\":1102,\"total_rss\":61440,\"total_rss_huge\":0,\"total_unevictable\":0,\"total_writeback\":0"
      ",\"unevictable\":0,\"writeback\":0},\"limit\":67108864},\"name\":\"/"
      "burn\",\"id\":\"99aeb04727e988ace42d278682eff"
      "4913349154078266dce08da7f5db0e0aaa8\",\"networks\":{\"eth0\":{\"rx_bytes\":516,\"rx_packets\":6,\"rx_errors\":0"
      ",\"rx_dropped\":0,\"tx_bytes\":0,\"tx_packets\":0,\"tx_errors\":0,\"tx_dropped\":0}}}";

/// In the form of Docker on cgroup 2.
const QByteArray cgroup2
    = "{\"name\":\"/"
      "burn\",\"id\":\"99ae\",\"read\":\"2026-11-28T20:49:07.836525162Z\",\"preread\":\"2026-11-28T20:49:06.8"
      "33240978Z\",\"pids_stats\":{\"current\":7,\"limit\":18446744073709551615},\"blkio_stats\":{\"io_service_bytes_"
      "recursive\":[{\"major\":254,\"minor\":0,\"op\":\"read\",\"value\":4096},{\"major\":254,\"minor\":0,\"op\":"
      "\"write\",\"va"
      "lue\":12288},{\"major\":8,\"minor\":0,\"op\":\"read\",\"value\":1}],\"io_serviced_recursive\":null},\"num_"
      "procs\":0"
      ",\"storage_stats\":{},\"cpu_stats\":{\"cpu_usage\":{\"total_usage\":1500000000,\"usage_in_kernelmode\":1,\"usag"
      "e_in_usermode\":2},\"system_cpu_usage\":9000000000,\"online_cpus\":4,\"throttling_data\":{\"periods\":0,\"thro"
      "ttled_periods\":0,\"throttled_time\":0}},\"precpu_stats\":{\"cpu_usage\":{\"total_usage\":1000000000,\"usage_i"
      "n_kernelmode\":1,\"usage_in_usermode\":2},\"system_cpu_usage\":5000000000,\"online_cpus\":4},\"memory_stats\""
      ":{\"usage\":50000000,\"stats\":{\"active_anon\":4096,\"file\":30000000,\"inactive_anon\":1,\"inactive_file\":200"
      "00000,\"pgfault\":1454},\"limit\":8000000000},\"networks\":{\"eth0\":{\"rx_bytes\":516,\"rx_packets\":6,\"tx_"
      "byte"
      "s\":10},\"eth1\":{\"rx_bytes\":100,\"tx_bytes\":1}}}";

/// As recorded from Podman 4.3, the first one of a stream: a share of its own, no details of the memory, a system time
/// that is not that of the cores.
const QByteArray podman
    = "{\"read\":\"2026-11-28T21:13:22.128568844Z\",\"preread\":\"2026-11-28T21:13:22.124918121Z\",\"pids_stats\":{\"c"
      "urrent\":1},\"blkio_stats\":{\"io_service_bytes_recursive\":[],\"io_serviced_recursive\":null,\"io_queue_rec"
      "ursive\":null,\"io_service_time_recursive\":null,\"io_wait_time_recursive\":null,\"io_merged_recursive\":nu"
      "ll,\"io_time_recursive\":null,\"sectors_recursive\":null},\"num_procs\":0,\"storage_stats\":{},\"cpu_stats\":{"
      "\"cpu_usage\":{\"total_usage\":968703893,\"percpu_usage\":[902008124,66695769],\"usage_in_kernelmode\":31950"
      "759,\"usage_in_usermode\":936753134},\"system_cpu_usage\":2624014196,\"online_cpus\":2,\"cpu\":75.0858813304"
      "8906,\"throttling_data\":{\"periods\":0,\"throttled_periods\":0,\"throttled_time\":0}},\"precpu_stats\":{\"cpu_"
      "usage\":{\"total_usage\":966335708,\"percpu_usage\":[902008124,64361982],\"usage_in_kernelmode\":31950759,\""
      "usage_in_usermode\":934384949},\"system_cpu_usage\":2620737450,\"cpu\":47.590899260171824,\"throttling_dat"
      "a\":{\"periods\":0,\"throttled_periods\":0,\"throttled_time\":0}},\"memory_stats\":{\"usage\":229376,\"limit\":"
      "67"
      "108864},\"name\":\"burn\",\"Id\":\"271b941580bbb8fed2b1dab13ceec55c28f80eb59300536ae5e769d5a82aa461\",\"netwo"
      "rks\":{\"network\":{\"rx_bytes\":426,\"rx_packets\":0,\"rx_errors\":0,\"rx_dropped\":0,\"tx_bytes\":786,\"tx_"
      "packe"
      "ts\":0,\"tx_errors\":0,\"tx_dropped\":0}}}";

StatsSample sampleAt(qint64 second, double cpu, qint64 memory = 0, qint64 received = 0)
{
    StatsSample sample;
    sample.time = 1'700'000'000'000 + second * 1000;
    sample.cpu = cpu;
    sample.memory = memory;
    sample.received = received;
    return sample;
}

constexpr qint64 origin = 1'700'000'000'000;

} // namespace

/// What containers use: reading it, keeping it, and what plots and files make of it.
class TestStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCgroup1()
    {
        const std::optional<StatsSample> sample = StatsParser::parse(cgroup1);
        QVERIFY(sample);
        // (1033557055 - 744467720) / (7055820000000 - 7053810000000) * 2 * 100
        QVERIFY2(qAbs(sample->cpu - 28.765) < 0.001, qPrintable(QString::number(sample->cpu)));
        QCOMPARE(sample->memory, 8'744'960);
        QCOMPARE(sample->memoryLimit, 67'108'864);
        QCOMPARE(sample->received, 516);
        QCOMPARE(sample->sent, 0);
        QCOMPARE(sample->processes, 1);
        QCOMPARE(sample->processLimit, 0);
    }

    void readsCgroup2()
    {
        const std::optional<StatsSample> sample = StatsParser::parse(cgroup2);
        QVERIFY(sample);
        QCOMPARE(sample->cpu, 50.0); // 0.5 s of 4 s of all cores, of which there are 4
        QCOMPARE(sample->memory, 30'000'000);
        QCOMPARE(sample->memoryLimit, 8'000'000'000);
        QCOMPARE(sample->received, 616);
        QCOMPARE(sample->sent, 11);
        QCOMPARE(sample->read, 4097);
        QCOMPARE(sample->written, 12288);
        QCOMPARE(sample->processes, 7);
        QCOMPARE(sample->processLimit, 0); // the largest number is none
    }

    void readsPodman()
    {
        std::optional<StatsSample> sample = StatsParser::parse(podman);
        QVERIFY(sample);
        QVERIFY(std::isnan(sample->cpu)); // of 4 ms
        QCOMPARE(sample->memory, 229'376);
        QCOMPARE(sample->memoryLimit, 67'108'864);
        QCOMPARE(sample->received, 426);
        QCOMPARE(sample->sent, 786);
        QCOMPARE(sample->processes, 1);
        // Five seconds later, by the time that passed and not by the system's.
        QByteArray later = podman;
        later.replace("\"read\":\"2026-11-28T21:13:22.128568844Z\"", "\"read\":\"2026-11-28T21:13:27.128568844Z\"");
        later.replace("\"total_usage\":968703893", "\"total_usage\":3468703893");
        sample = StatsParser::parse(later);
        QVERIFY2(qAbs(sample->cpu - 50.01) < 0.01, qPrintable(QString::number(sample->cpu)));
    }

    void takesThePageCacheOffOnCgroup1()
    {
        QByteArray json = cgroup1;
        json.replace("\"total_inactive_file\":0", "\"total_inactive_file\":744960");
        QCOMPARE(StatsParser::parse(json)->memory, 8'000'000);
        // More than is used: not taken off, as docker does it.
        json = cgroup1;
        json.replace("\"total_inactive_file\":0", "\"total_inactive_file\":99999999");
        QCOMPARE(StatsParser::parse(json)->memory, 8'744'960);
    }

    void theFirstSampleHasNoShare()
    {
        QByteArray json = cgroup2;
        json.replace("\"total_usage\":1000000000", "\"total_usage\":0");
        json.replace("\"system_cpu_usage\":5000000000,", "");
        QVERIFY(std::isnan(StatsParser::parse(json)->cpu));
    }

    void aSingleSampleIsComparedWithTheOneBefore()
    {
        QByteArray json = cgroup2;
        json.replace("\"total_usage\":1000000000", "\"total_usage\":0");
        json.replace("\"system_cpu_usage\":5000000000,", "");
        StatsSample before;
        QVERIFY(std::isnan(StatsParser::parse(json, &before)->cpu)); // of an engine that does not tell
        before.cpuUsed = 1'300'000'000;
        before.cpuPassed = 8'000'000'000;
        const std::optional<StatsSample> sample = StatsParser::parse(json, &before);
        QCOMPARE(sample->cpu, 80.0); // 0.2 s of 1 s of all cores, of which there are 4
        QCOMPARE(sample->cpuUsed, 1'500'000'000);
        QCOMPARE(sample->cpuPassed, 9'000'000'000);
        // Started again meanwhile.
        before.cpuUsed = 2'000'000'000;
        QCOMPARE(StatsParser::parse(json, &before)->cpu, 0.0);
        // What the answer says itself goes first.
        QCOMPARE(StatsParser::parse(cgroup2, &before)->cpu, 50.0);
    }

    void refusesWhatIsNoSample_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("list") << QByteArray("[1,2]");
        QTest::newRow("no members") << QByteArray("{}");
        QTest::newRow("stopped") << QByteArray(R"({"read":"0001-01-01T00:00:00Z","preread":"0001-01-01T00:00:00Z"})");
        QTest::newRow("message") << QByteArray(R"({"message":"no such container"})");
        QTest::newRow("open string") << QByteArray("{\"read\":\"2026-");
        QTest::newRow("open escape") << QByteArray::fromHex("7b22615c");
        QTest::newRow("other shapes") << QByteArray(R"({"read":7,"cpu_stats":[],"networks":3})");
    }
    void refusesWhatIsNoSample()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!StatsParser::parse(json));
    }

    void survivesEveryCut()
    {
        for (qsizetype length = 0; length < cgroup1.size(); ++length)
            QVERIFY(!StatsParser::parse(cgroup1.left(length)));
    }

    void passesOverWhatItDoesNotKnow()
    {
        QByteArray json = cgroup2;
        json.insert(1, "\"new\":{\"deep\":[{\"}\":\"]\\\"{\"}],\"x\":-1.5e9},\"\\u00e9\":null,");
        QCOMPARE(StatsParser::parse(json)->cpu, 50.0);
    }

    void keepsAnHour()
    {
        StatsHistory history;
        for (int second = 0; second < StatsHistory::Capacity + 100; ++second)
            history.append(sampleAt(second, second));
        QCOMPARE(history.size(), StatsHistory::Capacity);
        QCOMPARE(history.time(0), origin + 100'000);
        QCOMPARE(history.value(0, StatsHistory::Cpu), 100.0);
        QCOMPARE(history.value(history.size() - 1, StatsHistory::Cpu), double(StatsHistory::Capacity + 99));
        QCOMPARE(history.indexAt(origin), 0);
        QCOMPARE(history.indexAt(origin + 200'000), 100);
        QCOMPARE(history.indexAt(origin + 10'000'000), history.size());
    }

    void tellsRates()
    {
        StatsHistory history;
        history.append(sampleAt(0, 1, 0, 1000));
        history.append(sampleAt(2, 1, 0, 5000));
        history.append(sampleAt(3, 1, 0, 10)); // started again
        history.append(sampleAt(60, 1, 0, 5000)); // nobody looked
        QVERIFY(std::isnan(history.value(0, StatsHistory::Received)));
        QCOMPARE(history.value(1, StatsHistory::Received), 2000.0);
        QVERIFY(std::isnan(history.value(2, StatsHistory::Received)));
        QVERIFY(std::isnan(history.value(3, StatsHistory::Received)));
    }

    void aStreamThatIsOpenedAnewKeepsTheShare()
    {
        StatsHistory history;
        history.append(sampleAt(0, 12));
        history.append(sampleAt(1, std::nan("")));
        QCOMPARE(history.last().cpu, 12.0);
        history.append(sampleAt(30, std::nan("")));
        QVERIFY(std::isnan(history.last().cpu));
    }

    void oneThatComesRightAfterAnotherTakesItsPlace()
    {
        StatsHistory history;
        history.append(sampleAt(0, 1, 1024, 0));
        history.append(sampleAt(1, 2, 2048, 1000));
        StatsSample soon = sampleAt(1, 3, 4096, 1100);
        soon.time += 100;
        history.append(soon);
        QCOMPARE(history.size(), 2);
        QCOMPARE(history.value(1, StatsHistory::Cpu), 3.0);
        QCOMPARE(history.value(1, StatsHistory::Memory), 4096.0);
        QCOMPARE(history.value(1, StatsHistory::Received), 1000.0);
        QCOMPARE(history.last().memory, 4096);
    }

    void beginsAnewWhenTheClockIsSetBack()
    {
        StatsHistory history;
        history.append(sampleAt(100, 1));
        history.append(sampleAt(0, 2));
        QCOMPARE(history.size(), 1);
        QCOMPARE(history.last().cpu, 2.0);
    }

    void makesMeans()
    {
        StatsHistory history;
        for (const int second : {0, 1, 2, 3, 4})
            history.append(sampleAt(second, second * 10));
        history.append(sampleAt(20, 7));
        const QList<double> means = history.means(StatsHistory::Cpu, origin - 2000, 2000, 13);
        QVERIFY(std::isnan(means.at(0)));
        QCOMPARE(means.at(1), 5.0);
        QCOMPARE(means.at(2), 25.0);
        QCOMPARE(means.at(3), 40.0);
        QCOMPARE(means.at(8), 40.0); // holds a while
        QVERIFY(std::isnan(means.at(9))); // and not for ever
        QCOMPARE(means.at(11), 7.0);
    }

    void forgetsWithTheContainer()
    {
        ContainerStore containers;
        ContainerSummary container;
        container.id = u"a"_s;
        container.state = ContainerState::Running;
        containers.update({u"a"_s}, {container});
        StatsStore store(&containers);
        QSignalSpy changed(&store, &StatsStore::changed);
        store.append(u"a"_s, sampleAt(0, 1));
        store.append(u"unknown"_s, sampleAt(0, 1));
        QVERIFY(store.history(u"a"_s) && !store.history(u"unknown"_s));
        QVERIFY(!store.present(u"a"_s)); // of long ago
        QVERIFY(changed.wait());
        QCOMPARE(changed.first().first().toStringList(), QStringList{u"a"_s});
        containers.update({u"a"_s}, {});
        QVERIFY(!store.history(u"a"_s));
    }

    void scalesAreRound_data()
    {
        QTest::addColumn<int>("quantity");
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("top");
        using Quantity = PlotScale::Quantity;
        QTest::newRow("rest") << int(Quantity::Percent) << 0.0 << 6.0;
        QTest::newRow("unknown") << int(Quantity::Bytes) << std::nan("") << 1e6;
        QTest::newRow("half") << int(Quantity::Percent) << 50.0 << 60.0;
        QTest::newRow("two cores") << int(Quantity::Percent) << 200.0 << 200.0;
        QTest::newRow("a little more") << int(Quantity::Percent) << 201.0 << 300.0;
        QTest::newRow("memory") << int(Quantity::Bytes) << 67'108'864.0 << 80e6;
        QTest::newRow("processes") << int(Quantity::Count) << 3.0 << 4.0;
    }
    void scalesAreRound()
    {
        QFETCH(int, quantity);
        QFETCH(double, highest);
        QFETCH(double, top);
        const PlotScale scale(PlotScale::Quantity(quantity), highest);
        QVERIFY2(qAbs(scale.top() - top) < top * 1e-9, qPrintable(QString::number(scale.top())));
        QVERIFY(scale.ticks().size() >= 3 && scale.ticks().size() <= 5);
        QCOMPARE(scale.ticks().first(), 0.0);
        QCOMPARE(scale.place(scale.ticks().last()), 1.0);
    }

    void textsHaveUnits()
    {
        using Quantity = PlotScale::Quantity;
        QCOMPARE(PlotScale::text(Quantity::Percent, 12.54), u"12.5 %"_s);
        QCOMPARE(PlotScale::text(Quantity::Percent, 40), u"40 %"_s);
        QCOMPARE(PlotScale::text(Quantity::Bytes, 48'200'000), u"48.2 MB"_s);
        QCOMPARE(PlotScale::text(Quantity::BytesPerSecond, 1300), u"1.30 kB/s"_s);
        QCOMPARE(PlotScale::text(Quantity::Count, 7), u"7"_s);
        QCOMPARE(PlotScale::text(Quantity::Count, std::nan("")), u"–"_s);
    }

    void writesCsv()
    {
        StatsHistory history;
        history.append(sampleAt(0, std::nan(""), 2048, 1000));
        history.append(sampleAt(1, 12.345, 4096, 3000));
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"stats.csv"_s);
        const QList<StatsCsv::Source> sources{{u"=web,\"1\""_s, u"web"_s, history}};
        QCOMPARE(StatsCsv::records(sources), 2);
        FileExport file(StatsCsv::producer(sources), path, 2, nullptr);
        QSignalSpy finished(&file, &FileExport::finished);
        file.start();
        QVERIFY(finished.wait());
        QFile written(path);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArrayList lines = written.readAll().split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(0).startsWith("time,container,service,cpu_percent,memory_bytes,"));
        QCOMPARE(lines.at(1), QByteArray("2023-11-14T22:13:20.000Z,\"'=web,\"\"1\"\"\",web,,2048,,,,,0\r"));
        QCOMPARE(lines.at(2), QByteArray("2023-11-14T22:13:21.000Z,\"'=web,\"\"1\"\"\",web,12.35,4096,2000,0,0,0,0\r"));
    }

    void splitsPodmansLines()
    {
        ContainerProcesses processes{{u"PID   USER     COMMAND"_s},
                                     {{u"1 0        sh -c while :;  do :; done"_s}, {u" 12 app"_s}, {}}};
        processes.splitLines();
        QCOMPARE(processes.titles, QStringList({u"PID"_s, u"USER"_s, u"COMMAND"_s}));
        QCOMPARE(processes.processes.at(0), QStringList({u"1"_s, u"0"_s, u"sh -c while :;  do :; done"_s}));
        QCOMPARE(processes.processes.at(1), QStringList({u"12"_s, u"app"_s, QString()}));
        QCOMPARE(processes.processes.at(2), QStringList({QString(), QString(), QString()}));
    }

    void sortsProcessesAsNumbers()
    {
        ProcessModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        TextFilter sorted;
        sorted.setSourceModel(&model);
        ContainerProcesses processes;
        processes.titles = {u"PID"_s, u"USER"_s, u"%CPU"_s, u"RSS"_s, u"TIME"_s, u"COMMAND"_s};
        processes.processes = {{u"9"_s, u"root"_s, u"10.0"_s, u"900"_s, u"00:00:10"_s, u"sh -c  'a b'"_s},
                               {u"1000"_s, u"app"_s, u"9.5"_s, u"48000"_s, u"01:00:00"_s, u"postgres"_s},
                               {u"20"_s, u"app"_s, u"100"_s, u"1500"_s, u"2-00:00:00"_s, u"x"_s}};
        model.setProcesses(processes);
        const auto order = [&](const QString &title, Qt::SortOrder direction) {
            sorted.sort(model.columnOf(title), direction);
            QStringList pids;
            for (int row = 0; row < sorted.rowCount(); ++row)
                pids << sorted.index(row, 0).data().toString();
            return pids.join(u' ');
        };
        QCOMPARE(order(u"PID"_s, Qt::AscendingOrder), u"9 20 1000"_s);
        QCOMPARE(order(u"%CPU"_s, Qt::DescendingOrder), u"20 9 1000"_s);
        QCOMPARE(order(u"RSS"_s, Qt::DescendingOrder), u"1000 20 9"_s);
        QCOMPARE(order(u"TIME"_s, Qt::AscendingOrder), u"9 1000 20"_s);
        QCOMPARE(order(u"COMMAND"_s, Qt::AscendingOrder), u"1000 9 20"_s);
        QCOMPARE(model.index(1, 3).data().toString() + model.index(1, 3).data(UnitRole).toString(), u"49.2MB"_s);

        // One ended, one came, one works: rows go on.
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        processes.processes.removeFirst();
        processes.processes[0][2] = u"50"_s;
        processes.processes.append({u"30"_s, u"root"_s}); // cut short
        model.setProcesses(processes);
        QVERIFY(resets.isEmpty());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 2).data().toString(), u"50"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.columnCount(), 6); // and so the order that was chosen
    }
};

QTEST_GUILESS_MAIN(TestStats)
#include "tst_stats.moc"
