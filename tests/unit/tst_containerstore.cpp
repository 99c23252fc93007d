// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/containerstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestContainerStore : public QObject
{
    Q_OBJECT

private:
    static ContainerSummary container(const QString &id, const QString &name,
                                      ContainerState state = ContainerState::Running, const QString &project = {})
    {
        ContainerSummary c;
        c.id = id;
        c.name = name;
        c.state = state;
        if (!project.isEmpty())
            c.labels.insert(u"com.docker.compose.project"_s, project);
        return c;
    }

private Q_SLOTS:
    void replaceAllNamesExactlyWhatChanged()
    {
        ContainerStore store;
        QSignalSpy spy(&store, &ContainerStore::changed);
        store.replaceAll({container(u"a"_s, u"web"_s), container(u"b"_s, u"db"_s)});
        QCOMPARE(spy.count(), 1);
        QStringList inserted = spy[0][0].toStringList();
        inserted.sort();
        QCOMPARE(inserted, QStringList({u"a"_s, u"b"_s}));

        store.replaceAll({container(u"b"_s, u"db2"_s), container(u"c"_s, u"cache"_s)});
        QCOMPARE(spy.count(), 2);
        QCOMPARE(spy[1][0].toStringList(), QStringList(u"c"_s));
        QCOMPARE(spy[1][1].toStringList(), QStringList(u"b"_s));
        QCOMPARE(spy[1][2].toStringList(), QStringList(u"a"_s));
        QCOMPARE(store.size(), 2);
    }

    void sameListSaysNothing()
    {
        ContainerStore store;
        store.replaceAll({container(u"a"_s, u"web"_s)});
        QSignalSpy spy(&store, &ContainerStore::changed);
        store.replaceAll({container(u"a"_s, u"web"_s)});
        store.update({u"a"_s}, {container(u"a"_s, u"web"_s)});
        store.update({u"gone"_s}, {});
        QCOMPARE(spy.count(), 0);
    }

    void aStartThatFailedStaysUntilItRuns()
    {
        ContainerStore store;
        store.replaceAll({container(u"a"_s, u"web"_s, ContainerState::Created), container(u"b"_s, u"db"_s)});
        QSignalSpy spy(&store, &ContainerStore::changed);
        store.setStartFailed(u"a"_s, true);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][1].toStringList(), QStringList(u"a"_s));
        store.setStartFailed(u"a"_s, true);
        store.setStartFailed(u"b"_s, true); // it runs
        store.replaceAll({container(u"a"_s, u"web"_s, ContainerState::Created), container(u"b"_s, u"db"_s)});
        QCOMPARE(spy.count(), 1);
        QVERIFY(store.container(u"a"_s).startFailed);
        QVERIFY(!store.container(u"b"_s).startFailed);
        store.replaceAll({container(u"a"_s, u"web"_s), container(u"b"_s, u"db"_s)});
        QVERIFY(!store.container(u"a"_s).startFailed);
    }

    void configuredPortsStay()
    {
        ContainerStore store;
        store.replaceAll({container(u"a"_s, u"web"_s, ContainerState::Exited)});
        QSignalSpy spy(&store, &ContainerStore::changed);
        const QList<ContainerPort> ports{{{}, 80, 8080, u"tcp"_s}};
        store.setConfiguredPorts(u"a"_s, ports);
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][1].toStringList(), QStringList(u"a"_s));
        store.setConfiguredPorts(u"a"_s, ports);
        store.setConfiguredPorts(u"gone"_s, ports);
        store.replaceAll({container(u"a"_s, u"web"_s, ContainerState::Exited)});
        QCOMPARE(spy.count(), 1);
        QCOMPARE(store.container(u"a"_s).knownPorts(), ports);
        // One that runs tells its ports itself.
        store.replaceAll({container(u"a"_s, u"web"_s)});
        QCOMPARE(store.container(u"a"_s).knownPorts(), QList<ContainerPort>());
    }

    void ageAloneIsNoChange()
    {
        ContainerStore store;
        ContainerSummary c = container(u"a"_s, u"web"_s);
        store.replaceAll({c});
        QSignalSpy spy(&store, &ContainerStore::changed);
        c.since = QDateTime::currentDateTimeUtc();
        store.replaceAll({c});
        QCOMPARE(spy.count(), 0);
    }

    void updateTouchesOnlyTheIdsGiven()
    {
        ContainerStore store;
        store.replaceAll({container(u"a"_s, u"web"_s), container(u"b"_s, u"db"_s)});
        QSignalSpy spy(&store, &ContainerStore::changed);
        store.update({u"a"_s, u"c"_s}, {container(u"c"_s, u"new"_s)});
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][0].toStringList(), QStringList(u"c"_s));
        QCOMPARE(spy[0][1].toStringList(), QStringList());
        QCOMPARE(spy[0][2].toStringList(), QStringList(u"a"_s));
        QVERIFY(store.contains(u"b"_s));
    }

    void doubledIdIsOneContainer()
    {
        ContainerStore store;
        QSignalSpy spy(&store, &ContainerStore::changed);
        store.replaceAll({container(u"a"_s, u"first"_s), container(u"a"_s, u"second"_s)});
        QCOMPARE(store.size(), 1);
        QCOMPARE(store.container(u"a"_s).name, u"first"_s);
        QCOMPARE(spy[0][0].toStringList().size(), 1);
    }

    void countsAndProjects()
    {
        ContainerStore store;
        store.replaceAll({container(u"a"_s, u"web"_s, ContainerState::Running, u"shop"_s),
                          container(u"b"_s, u"db"_s, ContainerState::Exited, u"shop"_s),
                          container(u"c"_s, u"x"_s, ContainerState::Paused)});
        QCOMPARE(store.runningCount(), 1); // a paused one is not running
        QCOMPARE(store.ofProject(u"shop"_s).size(), 2);
        QCOMPARE(store.ofProject({}).size(), 1);
        QSignalSpy spy(&store, &ContainerStore::changed);
        store.clear();
        store.clear();
        QCOMPARE(spy.count(), 1);
        QCOMPARE(spy[0][2].toStringList().size(), 3);
        QCOMPARE(store.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestContainerStore)
#include "tst_containerstore.moc"
