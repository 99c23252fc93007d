// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composelabels.h"
#include "compose/project.h"

#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// "shop/api#2 running healthy": a container of project shop, service api, number 2.
ContainerSummary container(const QString &line)
{
    const QString who = line.section(u' ', 0, 0);
    ContainerSummary result;
    result.id = who;
    result.name = who;
    result.image = u"image-of-"_s + who;
    result.labels.insert(ComposeLabel::project, who.section(u'/', 0, 0));
    result.labels.insert(ComposeLabel::service, who.section(u'/', 1).section(u'#', 0, 0));
    result.labels.insert(ComposeLabel::containerNumber, who.section(u'#', 1, 1));
    result.labels.insert(ComposeLabel::oneOff, u"False"_s);
    static const QMap<QString, ContainerState> states{
        {u"running"_s, ContainerState::Running}, {u"exited"_s, ContainerState::Exited},
        {u"paused"_s, ContainerState::Paused},   {u"created"_s, ContainerState::Created},
        {u"dead"_s, ContainerState::Dead},       {u"restarting"_s, ContainerState::Restarting},
    };
    result.state = states.value(line.section(u' ', 1, 1), ContainerState::Unknown);
    const QString detail = line.section(u' ', 2, 2);
    if (detail == "healthy"_L1)
        result.health = Health::Healthy;
    else if (detail == "unhealthy"_L1)
        result.health = Health::Unhealthy;
    else if (detail == "starting"_L1)
        result.health = Health::Starting;
    else if (!detail.isEmpty())
        result.exitCode = detail.toInt();
    return result;
}

QList<ContainerSummary> containers(const QStringList &lines)
{
    QList<ContainerSummary> result;
    for (const QString &line : lines)
        result.append(container(line));
    return result;
}

/// "api>db,cache" makes a service with its dependencies.
QList<ProjectService> services(const QStringList &lines)
{
    QList<ProjectService> result;
    for (const QString &line : lines) {
        ProjectService service;
        service.name = line.section(u'>', 0, 0);
        const QStringList needed = line.section(u'>', 1).split(u',', Qt::SkipEmptyParts);
        for (const QString &name : needed)
            service.dependsOn.append({name, ServiceDependency::Condition::Started});
        result.append(service);
    }
    return result;
}

QString printed(const QList<QStringList> &order)
{
    QStringList groups;
    for (const QStringList &group : order)
        groups.append(group.join(u','));
    return groups.join(u';');
}

} // namespace

class TestProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsContainersByTheirLabels()
    {
        ContainerSummary alone;
        alone.id = u"alone"_s;
        const QMap<QString, Project> projects
            = projectsFromContainers(containers({u"shop/api#2 running"_s, u"tp1/db#1 running"_s,
                                                 u"shop/api#1 exited 0"_s, u"shop/db#1 running healthy"_s})
                                     << alone);
        QCOMPARE(projects.keys(), QStringList({u"shop"_s, u"tp1"_s}));
        const Project shop = projects.value(u"shop"_s);
        QVERIFY(shop.fromLabels);
        QCOMPARE(shop.services.size(), 2);
        const ProjectService *api = shop.service(u"api"_s);
        QVERIFY(api);
        QCOMPARE(api->containers, QStringList({u"shop/api#1"_s, u"shop/api#2"_s}));
        QCOMPARE(api->running, 1);
        QCOMPARE(api->instances(), 2);
        QCOMPARE(shop.runningContainers(), 2);
        QCOMPARE(shop.expectedContainers(), 3);
        QVERIFY(!shop.service(u"web"_s));
    }

    void pausedAndRestartingOnesDoNotCountAsRunning()
    {
        const Project shop
            = projectsFromContainers(containers({u"shop/api#1 running"_s, u"shop/api#2 paused"_s, u"shop/db#1 paused"_s,
                                                 u"shop/job#1 restarting"_s, u"shop/old#1 exited 0"_s}))
                  .value(u"shop"_s);
        QCOMPARE(shop.runningContainers(), 1);
        QCOMPARE(shop.expectedContainers(), 5);
        QCOMPARE(shop.service(u"api"_s)->running, 1);
        QCOMPARE(shop.service(u"api"_s)->paused, 1);
        QVERIFY(shop.service(u"api"_s)->canStart()); // the paused one goes on
        QVERIFY(shop.service(u"db"_s)->canStart());
        QVERIFY(!shop.service(u"job"_s)->canStart());
        QVERIFY(shop.service(u"old"_s)->canStart());
        for (const QString &name : {u"api"_s, u"db"_s, u"job"_s})
            QVERIFY2(shop.service(name)->canStop(), qPrintable(name));
        QVERIFY(!shop.service(u"old"_s)->canStop());
    }

    void numbersAreComparedAsNumbers()
    {
        QStringList lines;
        for (int i = 12; i >= 1; --i)
            lines.append(u"shop/api#%1 running"_s.arg(i));
        const Project shop = projectsFromContainers(containers(lines)).value(u"shop"_s);
        QCOMPARE(shop.services.first().containers.first(), u"shop/api#1"_s);
        QCOMPARE(shop.services.first().containers.last(), u"shop/api#12"_s);
    }

    void theInstanceThatTellsMostIsShown_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("lead");
        const auto row = [](const char *name, const QStringList &lines, const QString &lead) {
            QTest::newRow(name) << lines << lead;
        };
        row("failed before running", {u"p/s#1 running"_s, u"p/s#2 exited 1"_s}, u"p/s#2"_s);
        row("running before ended well", {u"p/s#1 exited 0"_s, u"p/s#2 running"_s}, u"p/s#2"_s);
        row("unhealthy before starting", {u"p/s#1 running starting"_s, u"p/s#2 running unhealthy"_s}, u"p/s#2"_s);
        row("starting before healthy", {u"p/s#1 running healthy"_s, u"p/s#2 running starting"_s}, u"p/s#2"_s);
        row("restarting before unhealthy", {u"p/s#1 running unhealthy"_s, u"p/s#2 restarting"_s}, u"p/s#2"_s);
        row("the first of equals", {u"p/s#2 running"_s, u"p/s#1 running"_s}, u"p/s#1"_s);
    }
    void theInstanceThatTellsMostIsShown()
    {
        QFETCH(QStringList, lines);
        QFETCH(QString, lead);
        const Project project = projectsFromContainers(containers(lines)).value(u"p"_s);
        QCOMPARE(project.services.first().leadContainer, lead);
    }

    void oneOffContainersAreNoInstances()
    {
        ContainerSummary oneOff = container(u"shop/api#1 running"_s);
        oneOff.labels.insert(ComposeLabel::oneOff, u"True"_s);
        oneOff.created = QDateTime::currentDateTimeUtc();
        oneOff.labels.insert(ComposeLabel::version, u"2.0.0"_s);
        ContainerSummary db = container(u"shop/db#1 exited 0"_s);
        db.labels.insert(ComposeLabel::version, u"1.29.2"_s);
        const Project shop = projectsFromContainers({oneOff, db}).value(u"shop"_s);
        QCOMPARE(shop.services.size(), 1);
        QCOMPARE(shop.services.first().name, u"db"_s);
        QCOMPARE(shop.oneOffContainers, QStringList{u"shop/api#1"_s});
        QCOMPARE(shop.runningContainers(), 0);
        QCOMPARE(shop.composeMajor(), 1);

        const Project only = projectsFromContainers({oneOff}).value(u"shop"_s);
        QVERIFY(only.fromLabels);
        QVERIFY(!only.hasContainers());
    }

    void readsWhatTheLabelsSayOfTheProject()
    {
        ContainerSummary old = container(u"shop/api#1 running"_s);
        old.created = QDateTime::fromSecsSinceEpoch(1000);
        old.labels.insert(ComposeLabel::workingDirectory, u"/old"_s);
        ContainerSummary fresh = container(u"shop/db#1 running"_s);
        fresh.created = QDateTime::fromSecsSinceEpoch(2000);
        fresh.labels.insert(ComposeLabel::workingDirectory, u"/srv/shop"_s);
        fresh.labels.insert(ComposeLabel::configFiles, u"/srv/shop/compose.yaml,/srv/shop/prod.yaml"_s);
        fresh.labels.insert(ComposeLabel::environmentFiles, u"/srv/shop/prod.env"_s);
        fresh.labels.insert(ComposeLabel::version, u"2.26.1"_s);
        fresh.labels.insert(ComposeLabel::dependsOn,
                            u"cache:service_started:false,api:service_healthy:true,migrate:"
                            "service_completed_successfully:false"_s);
        const Project shop = projectsFromContainers({old, fresh}).value(u"shop"_s);
        QCOMPARE(shop.files.workingDirectory, u"/srv/shop"_s);
        QCOMPARE(shop.files.configFiles, QStringList({u"/srv/shop/compose.yaml"_s, u"/srv/shop/prod.yaml"_s}));
        QCOMPARE(shop.files.environmentFiles, QStringList{u"/srv/shop/prod.env"_s});
        QCOMPARE(shop.composeVersion, u"2.26.1"_s);
        QCOMPARE(shop.composeMajor(), 2);
        using Condition = ServiceDependency::Condition;
        const QList<ServiceDependency> expected{
            {u"cache"_s, Condition::Started}, {u"api"_s, Condition::Healthy}, {u"migrate"_s, Condition::Completed}};
        QCOMPARE(shop.service(u"db"_s)->dependsOn, expected);
    }

    void knowsPodmansLabels()
    {
        ContainerSummary web;
        web.id = u"web"_s;
        web.state = ContainerState::Running;
        web.labels.insert(ComposeLabel::podmanProject, u"blog"_s);
        web.labels.insert(ComposeLabel::podmanService, u"web"_s);
        web.labels.insert(ComposeLabel::podmanVersion, u"1.0.3"_s);
        const Project blog = projectsFromContainers({web}).value(u"blog"_s);
        QVERIFY(blog.podmanCompose);
        QCOMPARE(blog.composeMajor(), 0);
        QCOMPARE(blog.services.first().name, u"web"_s);
    }

    void countsServicesOfActiveProfilesOnly()
    {
        Project project;
        project.name = u"shop"_s;
        project.services = services({u"api"_s, u"debug"_s, u"scaled"_s});
        project.services[1].profiles = QStringList{u"dev"_s};
        project.services[2].declaredInstances = 3;
        project.setActiveProfiles({});
        QVERIFY(project.services.at(1).leftOut);
        QVERIFY(!project.services.at(2).leftOut);
        QCOMPARE(project.expectedContainers(), 4);
        project.setActiveProfiles({u"dev"_s});
        QVERIFY(!project.services.at(1).leftOut);
        QCOMPARE(project.expectedContainers(), 5);
    }

    void startsDependenciesFirst_data()
    {
        QTest::addColumn<QStringList>("lines");
        QTest::addColumn<QString>("order");
        QTest::newRow("chain") << QStringList{u"web>api"_s, u"api>db"_s, u"db"_s} << u"db;api;web"_s;
        QTest::newRow("diamond") << QStringList{u"a>b,c"_s, u"b>d"_s, u"c>d"_s, u"d"_s} << u"d;b,c;a"_s;
        QTest::newRow("unknown ones do not hold") << QStringList{u"api>elsewhere"_s} << u"api"_s;
        QTest::newRow("circle last") << QStringList{u"a>b"_s, u"b>a"_s, u"c"_s} << u"c;a,b"_s;
        QTest::newRow("itself") << QStringList{u"a>a"_s} << u"a"_s;
        QTest::newRow("none") << QStringList{} << QString();
    }
    void startsDependenciesFirst()
    {
        QFETCH(QStringList, lines);
        QFETCH(QString, order);
        QCOMPARE(printed(startOrder(services(lines))), order);
    }
};

QTEST_GUILESS_MAIN(TestProject)
#include "tst_project.moc"
