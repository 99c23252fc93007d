// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "futures.h"
#include "live/labengine.h"
#include "stats/statsreader.h"
#include "stats/statsstore.h"

#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
const QString prefix = u"live-stats-"_s;

} // namespace

/// What real containers use.
class TestLiveStats : public QObject
{
    Q_OBJECT

private:
    QString make(const QString &name, const QStringList &options, const QString &script)
    {
        const Lab::CommandResult made
            = Lab::docker(QStringList{u"run"_s, u"-d"_s, u"--name"_s, prefix + name} + options
                          + QStringList{Lab::image(Lab::Image::Busybox), u"sh"_s, u"-c"_s, script});
        return made.ok() ? made.output : QString();
    }
    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name="_s + prefix})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            QVERIFY(Lab::docker(QStringList{u"rm"_s, u"-f"_s} + ids).ok());
    }

    LabEngine m_engine;

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        removeAll();
        m_engine.connect();
    }
    void cleanup() { removeAll(); }
    void cleanupTestCase() { m_engine.reset(); }

    void usesAreThoseOfTheContainer()
    {
        const QString id = make(u"burn"_s, {u"--cpus"_s, u"0.5"_s, u"--memory"_s, u"64m"_s},
                                u"dd if=/dev/zero of=/dev/shm/x bs=1M count=20 2>/dev/null; while :; do :; done"_s);
        QVERIFY(!id.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->containers()->contains(id), patience);
        StatsStore store(m_engine->containers());
        StatsReader reader(&*m_engine, &store);
        reader.want(this, {id});
        QVERIFY(reader.isReading(id));
        // The engine's steps are uneven, so the median counts; a busy machine gives it less, and never more.
        const auto shares = [&] {
            QList<double> found;
            const StatsHistory *history = store.history(id);
            for (int i = 0; history && i < history->size(); ++i) {
                if (!std::isnan(history->value(i, StatsHistory::Cpu)))
                    found << history->value(i, StatsHistory::Cpu);
            }
            std::sort(found.begin(), found.end());
            return found;
        };
        QTRY_VERIFY_WITH_TIMEOUT(shares().size() >= 5, patience);
        const double share = shares().at(shares().size() / 2);
        QVERIFY2(share > 15 && share < 60, qPrintable(QString::number(share)));
        const StatsSample sample = store.history(id)->last();
        QCOMPARE(sample.memoryLimit, 64 * 1024 * 1024);
        QVERIFY2(sample.memory > 20'000'000 && sample.memory < 30'000'000, qPrintable(QString::number(sample.memory)));
        QCOMPARE(sample.processes, 1);
        reader.want(this, {});
        QCOMPARE(reader.streams(), 0);
    }

    void streamsFollowTheContainersState()
    {
        const QString id = make(u"comes"_s, {}, u"exec sleep 1000"_s);
        QVERIFY(!id.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->containers()->contains(id), patience);
        StatsStore store(m_engine->containers());
        StatsReader reader(&*m_engine, &store);
        reader.want(this, {id, u"unknown"_s});
        QTRY_VERIFY_WITH_TIMEOUT(store.present(id), patience);
        QCOMPARE(reader.streams(), 1);
        reader.setPaused(true);
        QCOMPARE(reader.streams(), 0);
        reader.setPaused(false);
        QCOMPARE(reader.streams(), 1);
        QVERIFY(Lab::docker({u"kill"_s, id}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(reader.streams(), 0, patience);
        QVERIFY(store.history(id)); // the past stays
        QVERIFY(Lab::docker({u"start"_s, id}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(reader.streams(), 1, patience);
        {
            const QObject viewer;
            reader.want(&viewer, {id});
            reader.want(this, {});
            QCOMPARE(reader.streams(), 1);
        }
        QCOMPARE(reader.streams(), 0);
        QVERIFY(Lab::docker({u"rm"_s, u"-f"_s, id}).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!store.history(id), patience);
    }

    /// Many are read together once a second, each of them, until it ends.
    void manyStreams()
    {
        QStringList ids;
        for (int i = 0; i < 10; ++i) {
            ids << make(u"many-%1"_s.arg(i), {}, u"exec sleep 1000"_s);
            QVERIFY(!ids.last().isEmpty());
        }
        for (const QString &id : std::as_const(ids))
            QTRY_VERIFY_WITH_TIMEOUT(m_engine->containers()->contains(id), patience);
        StatsStore store(m_engine->containers());
        StatsReader reader(&*m_engine, &store);
        reader.want(this, ids);
        QCOMPARE(reader.streams(), 10);
        const auto samples = [&store](const QString &id) { return store.history(id) ? store.history(id)->size() : 0; };
        for (const QString &id : std::as_const(ids))
            QTRY_VERIFY_WITH_TIMEOUT(samples(id) >= 5, patience);
        QVERIFY(Lab::docker({u"rm"_s, u"-f"_s, ids.first()}).ok());
        QTRY_COMPARE_WITH_TIMEOUT(reader.streams(), 9, patience);
        // A few again: each as it comes.
        reader.want(this, ids.last(2));
        QCOMPARE(reader.streams(), 2);
        const int before = samples(ids.last());
        QTRY_VERIFY_WITH_TIMEOUT(samples(ids.last()) >= before + 3, patience);
        reader.want(this, {});
    }

    /// While nobody is at the window a list costs the engine a call in five seconds, and tells the same.
    void listsAreReadUnhurriedlyWhileNobodyIsThere()
    {
        const QString id = make(u"list"_s, {u"--cpus"_s, u"0.5"_s}, u"while :; do :; done"_s);
        QVERIFY(!id.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->containers()->contains(id), patience);
        StatsStore store(m_engine->containers());
        StatsReader reader(&*m_engine, &store);
        reader.want(this, {id}, StatsReader::Pace::WhileAttended);
        const bool bySingleCalls = m_engine->client()->info().traits.answersSingleStats;
        QCOMPARE(reader.streams(), bySingleCalls ? 0 : 1);
        QCOMPARE(reader.unhurried(), bySingleCalls ? 1 : 0);
        const auto share = [&] {
            const StatsSample *sample = store.present(id);
            return sample ? sample->cpu : std::numeric_limits<double>::quiet_NaN();
        };
        QTRY_VERIFY_WITH_TIMEOUT(share() > 15 && share() < 60, patience);
        const StatsHistory *history = store.history(id);
        if (bySingleCalls) {
            const int known = history->size();
            QTRY_VERIFY_WITH_TIMEOUT(history->size() > known + 1, patience);
            const qint64 step = history->time(history->size() - 1) - history->time(history->size() - 2);
            QVERIFY2(step > StatsReader::UnattendedMs / 2, qPrintable(QString::number(step)));
        }
        reader.setAttended(true);
        QCOMPARE(reader.streams(), 1);
        QCOMPARE(reader.unhurried(), 0);
        const QObject page;
        reader.want(&page, {id});
        reader.setAttended(false);
        QCOMPARE(reader.streams(), 1); // what somebody looks at for its own sake
        reader.want(&page, {});
        QCOMPARE(reader.unhurried(), bySingleCalls ? 1 : 0);
        reader.setPaused(true);
        QCOMPARE(reader.streams() + reader.unhurried(), 0);
    }

    void processesWithOptionsOfPs()
    {
        const QString id = make(u"top"_s, {}, u"sleep 1000 & exec sleep 2000"_s);
        QVERIFY(!id.isEmpty());
        ContainerProcesses processes;
        const auto read = [&] {
            QFuture<ContainerProcesses> asked
                = m_engine->client()->containerProcesses(id, u"-eo pid,user,pcpu,rss,time,args"_s);
            if (QTest::qWaitFor([&asked] { return asked.isFinished(); }, patience))
                processes = asked.result();
            return processes.processes.size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(read(), 2, patience); // the shell starts them one by one
        QCOMPARE(processes.titles, QStringList({u"PID"_s, u"USER"_s, u"%CPU"_s, u"RSS"_s, u"TIME"_s, u"COMMAND"_s}));
        QStringList commands;
        for (const QStringList &process : processes.processes)
            commands << process.last();
        commands.sort();
        QCOMPARE(commands, QStringList({u"sleep 1000"_s, u"sleep 2000"_s}));
    }
};

QTEST_GUILESS_MAIN(TestLiveStats)
#include "tst_livestats.moc"
