// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/refreshschedule.h"

#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestRefreshSchedule : public QObject
{
    Q_OBJECT

private:
    static EngineEvent event(const QString &action, const QString &id = u"a"_s)
    {
        EngineEvent event;
        event.type = u"container"_s;
        event.action = action;
        event.id = id;
        return event;
    }

    /// Fetches until nothing is planned any more, each time with \a state; answers how often.
    int fetchesUntilQuiet(RefreshSchedule &schedule, std::optional<ContainerState> state, qint64 now = 0)
    {
        int fetches = 0;
        while (const std::optional<qint64> wait = schedule.nextDue(now)) {
            longestWait = std::max(longestWait, *wait);
            now += *wait;
            for (const QString &id : schedule.takeDue(now)) {
                ++fetches;
                schedule.applied(id, state, now);
            }
        }
        return fetches;
    }

    qint64 longestWait = 0;

private Q_SLOTS:
    void nothingIsPlannedWithoutEvents()
    {
        const RefreshSchedule schedule;
        QVERIFY(!schedule.nextDue(0));
    }

    void eachEventIsFollowedUpTwice()
    {
        RefreshSchedule schedule;
        schedule.note(event(u"start"_s), 1000);
        QCOMPARE(schedule.nextDue(1000), 0);
        QCOMPARE(fetchesUntilQuiet(schedule, ContainerState::Running, 1000), 3);
    }

    void contradictionIsFollowedLonger_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<ContainerState>("late");
        QTest::addColumn<ContainerState>("right");
        QTest::newRow("die") << u"die"_s << ContainerState::Running << ContainerState::Exited;
        QTest::newRow("die, restarts") << u"die"_s << ContainerState::Running << ContainerState::Restarting;
        QTest::newRow("pause") << u"pause"_s << ContainerState::Running << ContainerState::Paused;
        QTest::newRow("unpause") << u"unpause"_s << ContainerState::Paused << ContainerState::Running;
    }

    void contradictionIsFollowedLonger()
    {
        QFETCH(const QString, action);
        QFETCH(const ContainerState, late);
        QFETCH(const ContainerState, right);
        RefreshSchedule schedule;
        schedule.note(event(action), 0);
        QCOMPARE(fetchesUntilQuiet(schedule, right), 3);
        schedule.note(event(action), 0);
        // Bounded even when the engine never comes round.
        QCOMPARE(fetchesUntilQuiet(schedule, late), 19);
        QVERIFY(longestWait <= 2000);
    }

    void laterEventTakesTheExpectationBack()
    {
        RefreshSchedule schedule;
        schedule.note(event(u"die"_s), 0);
        schedule.note(event(u"start"_s), 1);
        QCOMPARE(fetchesUntilQuiet(schedule, ContainerState::Running, 1), 3);
    }

    void goneIsGone()
    {
        RefreshSchedule schedule;
        schedule.note(event(u"destroy"_s), 0);
        QCOMPARE(fetchesUntilQuiet(schedule, std::nullopt), 1);
    }

    void whatIsMissingWithoutAnEventIsAskedForAgain()
    {
        RefreshSchedule schedule;
        schedule.note(event(u"rename"_s), 0);
        QCOMPARE(fetchesUntilQuiet(schedule, std::nullopt), 3);
    }

    void eventDuringTheFetchIsNotLost()
    {
        RefreshSchedule schedule;
        schedule.note(event(u"start"_s), 0);
        QCOMPARE(schedule.takeDue(0), QStringList(u"a"_s));
        QVERIFY(!schedule.nextDue(0));
        schedule.note(event(u"die"_s), 5);
        schedule.applied(u"a"_s, ContainerState::Running, 10);
        QCOMPARE(schedule.nextDue(10), 0);
        QCOMPARE(schedule.takeDue(10), QStringList(u"a"_s));
    }

    void dueTogether()
    {
        RefreshSchedule schedule;
        for (int i = 0; i < 100; ++i)
            schedule.note(event(u"start"_s, QString::number(i)), 0);
        QCOMPARE(schedule.takeDue(0).size(), 100);
    }

    void failedFetchIsRepeatedLater()
    {
        RefreshSchedule schedule;
        schedule.note(event(u"start"_s), 0);
        schedule.takeDue(0);
        schedule.failed(u"a"_s, 10);
        QVERIFY(*schedule.nextDue(10) > 0);
        QCOMPARE(schedule.takeDue(10'000), QStringList(u"a"_s));
    }
};

QTEST_GUILESS_MAIN(TestRefreshSchedule)
#include "tst_refreshschedule.moc"
