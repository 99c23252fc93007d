// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupforecast.h"
#include "cleanup/cleanupmodel.h"
#include "cleanup/cleanupplan.h"
#include "engine/imagearchive.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

using Prune = CleanupStep::Prune;
using Certainty = CleanupForecast::Certainty;

const QString busyboxId = u"sha256:58d48b6468be7d74366416c2ea3d27041976fdd3bc782e2fb8dbf427fb7878fd"_s;
const QString danglingId = u"sha256:d5bfb28423547ddbb63734f4198c4652cc3a34700ecaa6970ac5352934ae4d4b"_s;
const QString builtId = u"sha256:6280cdb8b6608aa0cbef2559c9ed24e7c9d638ac8dad85281979308c1ada6c0f"_s;

/// What Docker 20.10.24 said: three containers, one of them running; images of two families; three volumes.
CleanupFacts recorded()
{
    QFile file(QStringLiteral(GANTRY_SOURCE_DIR "/tests/unit/cleanup/df-20.10.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s", qPrintable(file.errorString()));
    CleanupFacts facts;
    facts.usage = DiskUsage::fromJson(QJsonDocument::fromJson(file.readAll()).object());
    facts.measured = QDateTime::currentDateTime();
    return facts;
}

ImageUsage image(const QString &id, const QStringList &tags, qint64 size, qint64 shared)
{
    ImageUsage usage;
    usage.image.id = id;
    usage.image.tags = tags;
    usage.image.size = size;
    usage.image.created = QDateTime::currentDateTime().addDays(-1);
    usage.sharedSize = shared;
    return usage;
}

ContainerUsage container(const QString &id, ContainerState state, const QString &imageId = {}, qint64 written = 0)
{
    ContainerUsage usage;
    usage.container.id = id;
    usage.container.name = u"name-"_s + id;
    usage.container.state = state;
    usage.container.imageId = imageId;
    usage.container.created = QDateTime::currentDateTime().addDays(-2);
    usage.writable = written;
    return usage;
}

VolumeUsage volume(const QString &name, qint64 size = 10, const QString &driver = u"local"_s)
{
    VolumeUsage usage;
    usage.volume.name = name;
    usage.volume.driver = driver;
    usage.volume.created = QDateTime::currentDateTime().addDays(-3);
    usage.size = size;
    usage.users = 0;
    return usage;
}

Network network(const QString &name)
{
    Network network;
    network.id = u"id-"_s + name;
    network.name = name;
    network.driver = u"bridge"_s;
    network.scope = u"local"_s;
    return network;
}

QStringList namesOf(const QList<CleanupVictim> &victims)
{
    QStringList names;
    for (const CleanupVictim &victim : victims)
        names << victim.name;
    names.sort();
    return names;
}

CleanupChoice allOf(const CleanupVictims &victims, std::initializer_list<CleanupKind> kinds)
{
    CleanupChoice choice;
    for (const CleanupKind kind : kinds) {
        for (const CleanupVictim &victim : victims.value(kind))
            choice[kind].insert(victim.key);
    }
    return choice;
}

/// The only step when all of those kinds are chosen.
CleanupStep onlyStep(const CleanupFacts &facts, std::initializer_list<CleanupKind> kinds,
                     const PruneFilter &filter = {})
{
    const QList<CleanupStep> steps = CleanupPlan::steps(facts, filter, allOf(cleanupVictims(facts, filter), kinds));
    return steps.size() == 1 ? steps.first() : CleanupStep{};
}

} // namespace

class TestCleanup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesAreRead()
    {
        const DiskUsage usage = recorded().usage;
        QCOMPARE(usage.layersSize, 418403614);
        QCOMPARE(usage.images.size(), 6);
        QCOMPARE(usage.images[0].image.tags, QStringList{u"t:1"_s});
        QCOMPARE(usage.images[0].image.size, 7228352);
        QCOMPARE(usage.images[0].sharedSize, 1985472);
        QCOMPARE(usage.images[0].uniqueSize(), 7228352 - 1985472);
        QCOMPARE(usage.images[1].image.tags, QStringList());
        QCOMPARE(usage.images[1].image.digests, QStringList());
        QCOMPARE(usage.containers[0].writable, 0);
        QCOMPARE(usage.containers[1].writable, 3145728);
        QCOMPARE(usage.buildCache.size(), 0);
    }

    void whatIsNotSaidIsNotKnown()
    {
        // API 1.41 lists images without what they share.
        const DiskUsage usage = DiskUsage::fromJson(QJsonDocument::fromJson(R"({"Images": [{"Id": "sha256:a",
            "Size": 5, "SharedSize": -1, "Containers": -1}], "Volumes": [{"Name": "v"}, {"Name": "w",
            "UsageData": {"Size": -1, "RefCount": 2}}]})")
                                                        .object());
        QCOMPARE(usage.images[0].uniqueSize(), -1);
        QCOMPARE(usage.volumes[0].size, -1);
        QCOMPARE(usage.volumes[0].users, -1);
        QCOMPARE(usage.volumes[1].users, 2);
    }

    void victimsAreWhatNobodyUses()
    {
        CleanupFacts facts = recorded();
        facts.networks = {network(u"bridge"_s), network(u"host"_s), network(u"mine"_s)};
        const CleanupVictims victims = cleanupVictims(facts, {});
        QCOMPARE(namesOf(victims[CleanupKind::Containers]), (QStringList{u"w1"_s, u"w2"_s}));
        QCOMPARE(namesOf(victims[CleanupKind::DanglingImages]), QStringList{u"d5bfb2842354"_s});
        QCOMPARE(namesOf(victims[CleanupKind::UnusedImages]),
                 (QStringList{u"gantry-lab/api:latest"_s, u"gantry-lab/base:latest"_s, u"t:1"_s}));
        QCOMPARE(namesOf(victims[CleanupKind::NamedVolumes]), QStringList{u"lonely"_s});
        QCOMPARE(victims[CleanupKind::NamedVolumes][0].size, 2097152);
        QCOMPARE(victims[CleanupKind::AnonymousVolumes].size(), 0); // a running container has it
        QCOMPARE(namesOf(victims[CleanupKind::Networks]), QStringList{u"mine"_s});
    }

    void forecastsAreThoseOfTheEngine()
    {
        // What its prune calls answered a moment later.
        const CleanupFacts facts = recorded();
        const CleanupVictims victims = cleanupVictims(facts, {});
        const auto forecast
            = [&](CleanupKind kind) { return CleanupForecast::of(facts, victims, allOf(victims, {kind})); };
        QCOMPARE(forecast(CleanupKind::Containers), (CleanupForecast{3145728, Certainty::Exact}));
        QCOMPARE(forecast(CleanupKind::DanglingImages), (CleanupForecast{4194304, Certainty::Exact}));
        QCOMPARE(forecast(CleanupKind::NamedVolumes), (CleanupForecast{2097152, Certainty::Exact}));
        QCOMPARE(forecast(CleanupKind::Networks), (CleanupForecast{0, Certainty::Exact}));
    }

    void sharedLayersMakeItAtLeast()
    {
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {}, 30, 20), image(u"b"_s, {}, 25, 20), image(u"c"_s, {u"c:1"_s}, 20, 20)};
        const auto of = [&](const QSet<QString> &ids) {
            return CleanupForecast::of(facts, cleanupVictims(facts, {}), {{CleanupKind::DanglingImages, ids}});
        };
        // One alone shares with nobody that goes.
        QCOMPARE(of({u"a"_s}), (CleanupForecast{10, Certainty::Exact}));
        QCOMPARE(of({u"a"_s, u"b"_s}), (CleanupForecast{15, Certainty::AtLeast}));
        // What they share is also that of an image that stays.
        facts.layers = {{u"a"_s, {u"1"_s, u"2"_s}}, {u"b"_s, {u"1"_s, u"3"_s}}, {u"c"_s, {u"1"_s}}};
        QCOMPARE(of({u"a"_s, u"b"_s}), (CleanupForecast{15, Certainty::Exact}));
        facts.layers[u"b"_s] = {u"1"_s, u"2"_s, u"3"_s};
        QCOMPARE(of({u"a"_s, u"b"_s}), (CleanupForecast{15, Certainty::AtLeast}));
        // The same layer on another one is another layer.
        facts.layers[u"b"_s] = {u"0"_s, u"2"_s};
        QCOMPARE(of({u"a"_s, u"b"_s}).certainty, Certainty::Exact);
        QCOMPARE(CleanupForecast({15, Certainty::AtLeast}).text(), u"at least 15 B"_s);
    }

    void theBuildCacheKeepsLayers()
    {
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {}, 30, 0)};
        BuildCacheUsage mine;
        mine.id = u"1"_s;
        mine.type = u"regular"_s;
        mine.size = 7;
        BuildCacheUsage shared = mine;
        shared.id = u"2"_s;
        shared.shared = true;
        BuildCacheUsage used = mine;
        used.id = u"3"_s;
        used.inUse = true;
        BuildCacheUsage inner = mine;
        inner.id = u"4"_s;
        inner.type = u"internal"_s;
        facts.usage.buildCache = {mine, used, inner};
        const auto forecast = [&](CleanupKind kind) {
            const CleanupVictims victims = cleanupVictims(facts, {});
            return CleanupForecast::of(facts, victims, allOf(victims, {kind}));
        };
        QCOMPARE(forecast(CleanupKind::BuildCache), (CleanupForecast{7, Certainty::Exact}));
        QCOMPARE(forecast(CleanupKind::DanglingImages), (CleanupForecast{30, Certainty::Exact}));
        facts.usage.buildCache << shared;
        QCOMPARE(forecast(CleanupKind::BuildCache), (CleanupForecast{7, Certainty::Exact}));
        QCOMPARE(forecast(CleanupKind::DanglingImages), (CleanupForecast{30, Certainty::AtMost}));
    }

    void filtersTakeAgeAndLabels()
    {
        CleanupFacts facts;
        facts.usage.containers = {container(u"a"_s, ContainerState::Exited), container(u"b"_s, ContainerState::Dead)};
        facts.usage.containers[0].container.labels = {{u"keep"_s, u"no"_s}};
        facts.usage.containers[1].container.created = QDateTime::currentDateTime().addSecs(-60);
        const auto names = [&](const PruneFilter &filter) {
            return namesOf(cleanupVictims(facts, filter)[CleanupKind::Containers]);
        };
        QCOMPARE(names({}), (QStringList{u"name-a"_s, u"name-b"_s}));
        QCOMPARE(names({24, {}}), QStringList{u"name-a"_s});
        QCOMPARE(names({0, {u"keep"_s}}), QStringList{u"name-a"_s});
        QCOMPARE(names({0, {u"keep=no"_s}}), QStringList{u"name-a"_s});
        QCOMPARE(names({0, {u"keep=yes"_s}}), QStringList());
        QCOMPARE(PruneFilter::labelsOf(u" a, b=c  d"_s), (QStringList{u"a"_s, u"b=c"_s, u"d"_s}));
        const PruneFilter filter{24, {u"a=b"_s}};
        QCOMPARE(QJsonDocument(filter.toJson()).toJson(QJsonDocument::Compact), R"({"label":["a=b"],"until":["24h"]})");
        const CleanupStep step = onlyStep(facts, {CleanupKind::Containers}, {24, {}});
        QCOMPARE(step.prune, Prune::Containers);
        QCOMPARE(step.command(false).join(u' '), u"container prune --force --filter until=24h"_s);
    }

    void allOfAKindIsPrunedAndSomeGoByName()
    {
        CleanupFacts facts;
        facts.usage.containers
            = {container(u"a"_s, ContainerState::Exited, u"x"_s), container(u"b"_s, ContainerState::Created, u"x"_s),
               container(u"c"_s, ContainerState::Running, u"x"_s), container(u"d"_s, ContainerState::Paused, u"x"_s)};
        const CleanupStep all = onlyStep(facts, {CleanupKind::Containers});
        QCOMPARE(all.prune, Prune::Containers);
        QCOMPARE(namesOf(all.victims), (QStringList{u"name-a"_s, u"name-b"_s}));
        QCOMPARE(all.command(false).join(u' '), u"container prune --force"_s);
        const QList<CleanupStep> some = CleanupPlan::steps(facts, {}, {{CleanupKind::Containers, {u"a"_s}}});
        QCOMPARE(some.size(), 1);
        QCOMPARE(some[0].prune, Prune::None);
        QCOMPARE(some[0].command(false).join(u' '), u"rm name-a"_s);
        QCOMPARE(CleanupPlan::steps(facts, {}, {}).size(), 0);
        QCOMPARE(CleanupPlan::steps(facts, {}, {{CleanupKind::Containers, {u"c"_s}}}).size(), 0);
    }

    void imagesInUseKeepTheirNames()
    {
        CleanupFacts facts;
        facts.usage.images
            = {image(u"a"_s, {}, 5, 0), image(u"b"_s, {u"b:1"_s, u"b:2"_s}, 5, 0), image(u"used"_s, {u"u:1"_s}, 5, 0)};
        facts.usage.containers = {container(u"c"_s, ContainerState::Exited, u"used"_s)};
        const auto both = {CleanupKind::DanglingImages, CleanupKind::UnusedImages};
        QCOMPARE(onlyStep(facts, {CleanupKind::DanglingImages}).command(false).join(u' '), u"image prune --force"_s);
        QCOMPARE(onlyStep(facts, both).command(false).join(u' '), u"image prune --all --force"_s);
        QCOMPARE(onlyStep(facts, {CleanupKind::UnusedImages}).command(false).join(u' '), u"rmi b:1 b:2"_s);
        // "image prune --all" takes all names but one from an image that is in use.
        facts.usage.images[2].image.tags << u"u:2"_s;
        const CleanupStep step = onlyStep(facts, both);
        QCOMPARE(step.prune, Prune::None);
        QCOMPARE(step.command(false).join(u' '), u"rmi a b:1 b:2"_s);
    }

    void wherePruningIsOtherwiseImagesGoByName()
    {
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {}, 5, 0), image(u"b"_s, {u"b:1"_s}, 5, 0)};
        facts.prunesImages = false;
        QCOMPARE(onlyStep(facts, {CleanupKind::DanglingImages}).command(false).join(u' '), u"rmi a"_s);
        QCOMPARE(onlyStep(facts, {CleanupKind::DanglingImages, CleanupKind::UnusedImages}).command(false).join(u' '),
                 u"rmi a b:1"_s);
    }

    void volumesWithNamesNeedAll()
    {
        CleanupFacts facts;
        const QString anonymous(64, u'a');
        facts.usage.volumes = {volume(anonymous), volume(u"data"_s)};
        const auto both = {CleanupKind::AnonymousVolumes, CleanupKind::NamedVolumes};
        // Until 1.41 the call takes all.
        QCOMPARE(onlyStep(facts, {CleanupKind::AnonymousVolumes}).command(false).join(u' '),
                 u"volume rm "_s + anonymous);
        QCOMPARE(onlyStep(facts, both).command(false).join(u' '), u"volume prune --force"_s);
        // Since, it takes those with a label unless told otherwise.
        facts.labelsAnonymousVolumes = true;
        QCOMPARE(onlyStep(facts, {CleanupKind::AnonymousVolumes}).victims.size(), 0);
        facts.usage.volumes[0].volume.labels.insert(u"com.docker.volume.anonymous"_s, QString());
        QCOMPARE(onlyStep(facts, {CleanupKind::AnonymousVolumes}).command(true).join(u' '), u"volume prune --force"_s);
        QCOMPARE(onlyStep(facts, both).command(true).join(u' '), u"volume prune --all --force"_s);
        QCOMPARE(onlyStep(facts, {CleanupKind::NamedVolumes}).prune, Prune::None);
        // It knows no age, and no other driver's.
        QCOMPARE(onlyStep(facts, both, {24, {}}).prune, Prune::None);
        facts.usage.volumes << volume(u"far"_s, -1, u"nfs"_s);
        QCOMPARE(onlyStep(facts, both).prune, Prune::None);
    }

    void networksOfStoppedContainersStay()
    {
        CleanupFacts facts;
        facts.networks = {network(u"mine"_s), network(u"shop"_s)};
        QCOMPARE(onlyStep(facts, {CleanupKind::Networks}).prune, Prune::Networks);
        ContainerUsage stopped = container(u"a"_s, ContainerState::Exited);
        stopped.container.networks = {{u"shop"_s, {}, {}, {}, {}, {}}};
        facts.usage.containers = {stopped};
        const CleanupStep step = onlyStep(facts, {CleanupKind::Networks});
        QCOMPARE(step.prune, Prune::None);
        QCOMPARE(step.command(false).join(u' '), u"network rm mine"_s);
    }

    void whatIsUsedAgainIsLeftAlone()
    {
        CleanupFacts facts;
        facts.usage.containers = {container(u"a"_s, ContainerState::Exited), container(u"b"_s, ContainerState::Exited)};
        const CleanupStep step = onlyStep(facts, {CleanupKind::Containers});
        QCOMPARE(step.prune, Prune::Containers);
        facts.usage.containers[0].container.state = ContainerState::Running;
        CleanupStep left = CleanupPlan::checked(step, facts);
        QCOMPARE(namesOf(left.victims), QStringList{u"name-b"_s});
        QCOMPARE(left.prune, Prune::Containers); // it would take the same
        // One that stopped since was not named.
        facts.usage.containers << container(u"c"_s, ContainerState::Exited);
        left = CleanupPlan::checked(step, facts);
        QCOMPARE(left.prune, Prune::None);
        QCOMPARE(namesOf(left.victims), QStringList{u"name-b"_s});
        facts.usage.containers.clear();
        QVERIFY(CleanupPlan::checked(step, facts).victims.isEmpty());
    }

    void anImageThatGotANameIsAnother()
    {
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {u"a:1"_s}, 5, 0), image(u"b"_s, {u"b:1"_s}, 5, 0)};
        const CleanupStep step = onlyStep(facts, {CleanupKind::UnusedImages});
        facts.usage.images[0].image.tags << u"precious:1"_s;
        QCOMPARE(namesOf(CleanupPlan::checked(step, facts).victims), QStringList{u"b:1"_s});
    }

    void whatCannotLoseDataIsChosen()
    {
        CleanupModel model;
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(model.rowCount(), cleanupKindCount);
        model.setFacts(recorded());
        QCOMPARE(model.chosenCount(), 1);
        QCOMPARE(namesOf(model.chosenVictims(CleanupKind::DanglingImages)), QStringList{u"d5bfb2842354"_s});
        QCOMPARE(model.chosenForecast(), (CleanupForecast{4194304, Certainty::Exact}));
        // The largest first.
        const QModelIndex containers = model.index(int(CleanupKind::Containers), 0);
        QCOMPARE(model.rowCount(containers), 2);
        QCOMPARE(model.index(0, CleanupModel::NameColumn, containers).data().toString(), u"w1"_s);
        QCOMPARE(model.index(0, CleanupModel::SizeColumn, containers).data(Qt::AccessibleTextRole).toString(),
                 u"3.15 MB"_s);
    }

    void boxesOfAKindAndItsRowsAreOne()
    {
        CleanupModel model;
        const QAbstractItemModelTester tester(&model);
        model.setFacts(recorded());
        QSignalSpy changed(&model, &CleanupModel::choiceChanged);
        const QModelIndex head = model.index(int(CleanupKind::Containers), 0);
        const auto state = [](const QModelIndex &index) { return index.data(Qt::CheckStateRole).toInt(); };
        QCOMPARE(state(head), int(Qt::Unchecked));
        QVERIFY(model.setData(model.index(1, 0, head), Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(state(head), int(Qt::PartiallyChecked));
        QCOMPARE(changed.count(), 1);
        QVERIFY(model.setData(head, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(state(model.index(0, 0, head)), int(Qt::Checked));
        QCOMPARE(model.chosenVictims(CleanupKind::Containers).size(), 2);
        QVERIFY(model.setData(head, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(model.chosenVictims(CleanupKind::Containers).size(), 0);
        // Where there is nothing, there is nothing to choose.
        QVERIFY(!model.setData(model.index(int(CleanupKind::BuildCache), 0), Qt::Checked, Qt::CheckStateRole));
    }

    void rowsComeAndGoExactly()
    {
        CleanupModel model;
        const QAbstractItemModelTester tester(&model);
        CleanupFacts facts;
        facts.measured = QDateTime::currentDateTime();
        facts.usage.volumes = {volume(u"a"_s, 5), volume(u"b"_s, 4), volume(u"c"_s, 3), volume(u"d"_s, 2)};
        model.setFacts(facts);
        const QModelIndex head = model.index(int(CleanupKind::NamedVolumes), 0);
        QVERIFY(model.setData(model.index(1, 0, head), Qt::Checked, Qt::CheckStateRole));
        const QPersistentModelIndex b = model.index(1, 0, head);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        facts.usage.volumes = {volume(u"b"_s, 4), volume(u"e"_s, 9), volume(u"d"_s, 2), volume(u"c"_s, 1)};
        model.setFacts(facts);
        QCOMPARE(reset.count(), 0);
        QVERIFY(b.isValid());
        QCOMPARE(b.row(), 1);
        QStringList names;
        for (int row = 0; row < model.rowCount(head); ++row)
            names << model.index(row, 0, head).data().toString();
        QCOMPARE(names, (QStringList{u"e"_s, u"b"_s, u"d"_s, u"c"_s}));
        QCOMPARE(namesOf(model.chosenVictims(CleanupKind::NamedVolumes)), QStringList{u"b"_s});
        model.setFilter({100, {}});
        QCOMPARE(model.chosenCount(), 0);
        QCOMPARE(model.rowCount(head), 0);
        model.setFilter({});
        QCOMPARE(model.rowCount(head), 4);
        QCOMPARE(model.chosenCount(), 0);
    }

    void harmlessThingsThatComeLaterAreChosenUnlessTheUserSaidNo()
    {
        CleanupModel model;
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {}, 5, 0)};
        model.setFacts(facts);
        facts.usage.images << image(u"b"_s, {}, 5, 0);
        model.setFacts(facts);
        QCOMPARE(model.chosenCount(), 2);
        const QModelIndex head = model.index(int(CleanupKind::DanglingImages), 0);
        QVERIFY(model.setData(model.index(0, 0, head), Qt::Unchecked, Qt::CheckStateRole));
        facts.usage.images << image(u"c"_s, {}, 5, 0);
        model.setFacts(facts);
        QCOMPARE(model.chosenCount(), 1);
    }

    void archivesAreToldFromOtherFiles()
    {
        QByteArray tar(512, '\0');
        tar.replace(257, 5, "ustar");
        QVERIFY(ImageArchive::isArchive(tar));
        QVERIFY(ImageArchive::isArchive(QByteArray::fromHex("1f8b0800")));
        QVERIFY(!ImageArchive::isArchive("#!/bin/sh\n"));
        QVERIFY(!ImageArchive::isArchive({}));
    }

    void aBrokenArchiveSaysWhy()
    {
        QVERIFY(ImageArchive::endProblem(QByteArray(2048, '\0')).isEmpty());
        QVERIFY(ImageArchive::endProblem("x" + QByteArray(1024, '\0')).isEmpty());
        QVERIFY(!ImageArchive::endProblem({}).isEmpty());
        QVERIFY(!ImageArchive::endProblem(QByteArray(1024, '\0') + "x").isEmpty());
        const QByteArray said = QByteArray(600, '\0') + R"({"message":"write /tmp: no space left on device"})" + '\n';
        QVERIFY2(ImageArchive::endProblem(said).contains(u"no space left"_s),
                 qPrintable(ImageArchive::endProblem(said)));
    }
};

QTEST_GUILESS_MAIN(TestCleanup)
#include "tst_cleanup.moc"
