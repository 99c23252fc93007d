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

BuildCacheUsage cache(const QString &id, qint64 size)
{
    BuildCacheUsage record;
    record.id = id;
    record.type = u"regular"_s;
    record.size = size;
    return record;
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
            = [&](CleanupKind kind) { return CleanupForecast::of(facts, {}, victims, allOf(victims, {kind})); };
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
            return CleanupForecast::of(facts, {}, cleanupVictims(facts, {}), {{CleanupKind::DanglingImages, ids}});
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
        facts.usage.buildCache
            = {cache(u"1"_s, 7), cache(u"used"_s, 7), cache(u"inner"_s, 7), cache(u"below"_s, 7), cache(u"2"_s, 20)};
        facts.usage.buildCache[1].inUse = true;
        facts.usage.buildCache[1].parents = {u"below"_s};
        facts.usage.buildCache[2].type = u"internal"_s;
        const auto line = [&](CleanupKind kind, std::initializer_list<CleanupKind> chosen) {
            const CleanupVictims victims = cleanupVictims(facts, {});
            return CleanupForecast::ofKind(facts, {}, victims, allOf(victims, chosen), kind);
        };
        const auto together = [&](std::initializer_list<CleanupKind> chosen) {
            const CleanupVictims victims = cleanupVictims(facts, {});
            return CleanupForecast::of(facts, {}, victims, allOf(victims, chosen));
        };
        const auto images = CleanupKind::DanglingImages;
        const auto cached = CleanupKind::BuildCache;
        // What a record that stays is made on stays, too.
        QCOMPARE(line(cached, {cached}), (CleanupForecast{27, Certainty::Exact}));
        // Nothing is shared: neither call changes what the other one says.
        QCOMPARE(line(cached, {cached, images}), (CleanupForecast{27, Certainty::Exact}));
        QCOMPARE(line(images, {cached, images}), (CleanupForecast{30, Certainty::Exact}));
        QCOMPARE(together({images, cached}), (CleanupForecast{57, Certainty::Exact}));
        // One layer of some image is cached: this image frees the others at least, and then the cache has that one.
        facts.usage.buildCache[4].shared = true;
        QCOMPARE(line(cached, {cached}), (CleanupForecast{7, Certainty::Exact}));
        QCOMPARE(line(cached, {cached, images}), (CleanupForecast{7, Certainty::AtLeast}));
        QCOMPARE(line(images, {images}), (CleanupForecast{10, Certainty::AtLeast}));
        QCOMPARE(line(images, {cached, images}), (CleanupForecast{10, Certainty::AtLeast}));
        QCOMPARE(together({images}), (CleanupForecast{10, Certainty::AtLeast}));
        QCOMPARE(together({images, cached}), (CleanupForecast{37, Certainty::AtLeast}));
        // One that stays keeps its layer.
        facts.usage.buildCache[4].inUse = true;
        QCOMPARE(together({images, cached}), (CleanupForecast{17, Certainty::AtLeast}));
        // One that is larger than the image is of another image.
        facts.usage.buildCache[4].size = 31;
        QCOMPARE(line(images, {images}), (CleanupForecast{30, Certainty::Exact}));
    }

    void youngCacheKeepsWhatItIsMadeOn()
    {
        CleanupFacts facts;
        facts.usage.buildCache = {cache(u"young"_s, 1), cache(u"old"_s, 2), cache(u"other"_s, 4)};
        const QDateTime now = QDateTime::currentDateTime();
        facts.usage.buildCache[0].lastUsed = now.addSecs(-60);
        facts.usage.buildCache[0].parents = {u"old"_s};
        facts.usage.buildCache[1].lastUsed = facts.usage.buildCache[2].lastUsed = now.addDays(-2);
        const QList<CleanupVictim> victims = cleanupVictims(facts, {24, {}})[CleanupKind::BuildCache];
        QCOMPARE(victims.size(), 1);
        QCOMPARE(victims[0].key, u"other"_s);
    }

    void aContainerKeepsTheLayersOfAnImageThatIsNotListed()
    {
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {u"a:1"_s}, 30, 0)};
        facts.usage.containers = {container(u"c"_s, ContainerState::Exited, u"parent"_s, 5)};
        facts.usage.containers[0].image = 12;
        const CleanupVictims victims = cleanupVictims(facts, {});
        QCOMPARE(CleanupForecast::of(facts, {}, victims, allOf(victims, {CleanupKind::UnusedImages})),
                 (CleanupForecast{18, Certainty::AtLeast}));
        QCOMPARE(CleanupForecast::of(facts, {}, victims,
                                     allOf(victims, {CleanupKind::UnusedImages, CleanupKind::Containers})),
                 (CleanupForecast{35, Certainty::Exact}));
    }

    void imagesOfBothKindsShareLayers()
    {
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {}, 30, 20), image(u"b"_s, {u"b:1"_s}, 25, 20)};
        facts.layers = {{u"a"_s, {u"1"_s, u"2"_s}}, {u"b"_s, {u"1"_s, u"3"_s}}};
        const CleanupVictims victims = cleanupVictims(facts, {});
        const auto line = [&](std::initializer_list<CleanupKind> chosen) {
            return CleanupForecast::ofKind(facts, {}, victims, allOf(victims, chosen), CleanupKind::DanglingImages);
        };
        QCOMPARE(line({CleanupKind::DanglingImages}), (CleanupForecast{10, Certainty::Exact}));
        QCOMPARE(line({CleanupKind::UnusedImages}), (CleanupForecast{10, Certainty::AtLeast}));
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
        QCOMPARE(step.command().join(u' '), u"container prune --force --filter until=24h"_s);
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
        QCOMPARE(all.command().join(u' '), u"container prune --force"_s);
        const QList<CleanupStep> some = CleanupPlan::steps(facts, {}, {{CleanupKind::Containers, {u"a"_s}}});
        QCOMPARE(some.size(), 1);
        QCOMPARE(some[0].prune, Prune::None);
        QCOMPARE(some[0].command().join(u' '), u"rm name-a"_s);
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
        QCOMPARE(onlyStep(facts, {CleanupKind::DanglingImages}).command().join(u' '), u"image prune --force"_s);
        QCOMPARE(onlyStep(facts, both).command().join(u' '), u"image prune --all --force"_s);
        QCOMPARE(onlyStep(facts, {CleanupKind::UnusedImages}).command().join(u' '), u"rmi b:1 b:2"_s);
        // "image prune --all" takes all names but one from an image that is in use.
        facts.usage.images[2].image.tags << u"u:2"_s;
        const CleanupStep step = onlyStep(facts, both);
        QCOMPARE(step.prune, Prune::None);
        QCOMPARE(step.command().join(u' '), u"rmi a b:1 b:2"_s);
    }

    void wherePruningIsOtherwiseImagesGoByName()
    {
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {}, 5, 0), image(u"b"_s, {u"b:1"_s}, 5, 0)};
        facts.prunesImages = false;
        QCOMPARE(onlyStep(facts, {CleanupKind::DanglingImages}).command().join(u' '), u"rmi a"_s);
        QCOMPARE(onlyStep(facts, {CleanupKind::DanglingImages, CleanupKind::UnusedImages}).command().join(u' '),
                 u"rmi a b:1"_s);
    }

    void volumesGoByName()
    {
        CleanupFacts facts;
        const QString anonymous(64, u'a');
        facts.usage.volumes = {volume(anonymous), volume(u"data"_s)};
        facts.labelsAnonymousVolumes = true;
        const auto both = {CleanupKind::AnonymousVolumes, CleanupKind::NamedVolumes};
        QCOMPARE(onlyStep(facts, {CleanupKind::AnonymousVolumes}).victims.size(), 0);
        facts.usage.volumes[0].volume.labels.insert(u"com.docker.volume.anonymous"_s, QString());
        // "volume prune" takes all that is not used by then; with an older client those with names, too.
        QCOMPARE(onlyStep(facts, {CleanupKind::AnonymousVolumes}).command().join(u' '), u"volume rm "_s + anonymous);
        QCOMPARE(onlyStep(facts, both).command().join(u' '), u"volume rm "_s + anonymous + u" data"_s);
        QCOMPARE(onlyStep(facts, both).prune, Prune::None);
    }

    void whatATickedContainerHoldsIsNotPruned()
    {
        CleanupFacts facts;
        ContainerUsage keeper = container(u"keeper"_s, ContainerState::Exited, u"held"_s);
        keeper.container.mounts = {{u"volume"_s, u"precious"_s, {}, {}, true}};
        keeper.container.networks = {{u"shop"_s, {}, {}, {}, {}, {}}};
        facts.usage.containers = {keeper};
        facts.usage.volumes = {volume(u"other"_s), volume(u"precious"_s)};
        facts.usage.volumes[1].users = 1;
        facts.usage.images = {image(u"loose"_s, {}, 5, 0), image(u"held"_s, {}, 5, 0)};
        facts.usage.images[1].containers = 1;
        facts.networks = {network(u"mine"_s), network(u"shop"_s)};
        const CleanupVictims victims = cleanupVictims(facts, {});
        const auto lines = [&](std::initializer_list<CleanupKind> kinds) {
            QStringList words;
            for (const CleanupStep &step : CleanupPlan::steps(facts, {}, allOf(victims, kinds)))
                words << step.command().join(u' ');
            return words;
        };
        QCOMPARE(
            lines({CleanupKind::Containers, CleanupKind::NamedVolumes, CleanupKind::DanglingImages,
                   CleanupKind::Networks}),
            (QStringList{u"container prune --force"_s, u"network rm mine"_s, u"volume rm other"_s, u"rmi loose"_s}));
        // Where it stays, it keeps its image itself.
        QCOMPARE(lines({CleanupKind::DanglingImages}), QStringList{u"image prune --force"_s});
    }

    void volumesUsedByOthersStayUsed()
    {
        CleanupFacts facts;
        ContainerUsage one = container(u"one"_s, ContainerState::Exited);
        one.container.mounts = {{u"volume"_s, u"v"_s, {}, {}, true}};
        ContainerUsage two = container(u"two"_s, ContainerState::Exited);
        two.container.mounts = one.container.mounts;
        facts.usage.containers = {one, two};
        facts.usage.volumes = {volume(u"v"_s)};
        facts.usage.volumes[0].users = 2;
        QVERIFY(facts.without({u"one"_s}).usedVolumes().contains(u"v"_s));
        QVERIFY(facts.without({u"one"_s, u"two"_s}).usedVolumes().isEmpty());
    }

    void listsAreFollowedAndSizesKept()
    {
        CleanupFacts facts = recorded();
        QList<ContainerSummary> containers;
        for (const ContainerUsage &entry : std::as_const(facts.usage.containers))
            containers << entry.container;
        containers << container(u"new"_s, ContainerState::Exited).container;
        facts.setContainers(containers);
        QList<CleanupVictim> victims = cleanupVictims(facts, {})[CleanupKind::Containers];
        QCOMPARE(namesOf(victims), (QStringList{u"name-new"_s, u"w1"_s, u"w2"_s}));
        for (const CleanupVictim &victim : std::as_const(victims)) {
            if (victim.name == "w1"_L1)
                QCOMPARE(victim.size, 3145728);
            else if (victim.name == "name-new"_L1)
                QCOMPARE(victim.size, -1);
        }
        // Without any, all that they used is free.
        facts.setContainers(QList<ContainerSummary>());
        QCOMPARE(cleanupVictims(facts, {})[CleanupKind::Containers].size(), 0);
        QCOMPARE(cleanupVictims(facts, {})[CleanupKind::AnonymousVolumes].size(), 1);
        const QList<CleanupVictim> images = cleanupVictims(facts, {})[CleanupKind::DanglingImages];
        facts.setImages({image(danglingId, {}, 5, 0).image, image(u"other"_s, {}, 5, 0).image});
        victims = cleanupVictims(facts, {})[CleanupKind::DanglingImages];
        QCOMPARE(victims.size(), 2);
        QCOMPARE(victims[1].size, -1);
        facts.setVolumes({volume(u"lonely"_s).volume, volume(u"fresh"_s).volume});
        victims = cleanupVictims(facts, {})[CleanupKind::NamedVolumes];
        QCOMPARE(namesOf(victims), (QStringList{u"fresh"_s, u"lonely"_s}));
        QCOMPARE(victims[0].size, 2097152);
        QCOMPARE(victims[1].size, -1);
    }

    void anImageWithoutANameIsShownByTwelveDigits()
    {
        CleanupFacts facts;
        facts.usage.containers = {container(u"a"_s, ContainerState::Exited, danglingId)};
        facts.usage.containers[0].container.image = danglingId;
        QCOMPARE(cleanupVictims(facts, {})[CleanupKind::Containers][0].detail, u"d5bfb2842354"_s);
    }

    void networksOfStoppedContainersStay()
    {
        CleanupFacts facts;
        facts.networks = {network(u"mine"_s), network(u"shop"_s)};
        QCOMPARE(onlyStep(facts, {CleanupKind::Networks}).prune, Prune::Networks);
        // The engine prunes its swarm's own, too.
        for (const QString &scope : {u"swarm"_s, u"local"_s}) {
            facts.networks << network(scope == "swarm"_L1 ? u"overlay"_s : u"docker_gwbridge"_s);
            facts.networks.last().scope = scope;
            QCOMPARE(onlyStep(facts, {CleanupKind::Networks}).command().join(u' '), u"network rm mine shop"_s);
            facts.networks.removeLast();
        }
        ContainerUsage stopped = container(u"a"_s, ContainerState::Exited);
        stopped.container.networks = {{u"shop"_s, {}, {}, {}, {}, {}}};
        facts.usage.containers = {stopped};
        const CleanupStep step = onlyStep(facts, {CleanupKind::Networks});
        QCOMPARE(step.prune, Prune::None);
        QCOMPARE(step.command().join(u' '), u"network rm mine"_s);
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

    void linesDependOnWhatElseIsChosen()
    {
        CleanupModel model;
        const QAbstractItemModelTester tester(&model);
        CleanupFacts facts;
        facts.usage.images = {image(u"a"_s, {}, 30, 0)};
        facts.usage.buildCache = {cache(u"1"_s, 7), cache(u"2"_s, 20)};
        facts.usage.buildCache[1].shared = true;
        model.setFacts(facts);
        const QModelIndex line = model.index(int(CleanupKind::BuildCache), CleanupModel::SizeColumn);
        QCOMPARE(line.data(Qt::AccessibleTextRole).toString(), u"at least 7 B"_s);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QVERIFY(model.setData(model.index(int(CleanupKind::DanglingImages), 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(line.data(Qt::AccessibleTextRole).toString(), u"7 B"_s);
        QVERIFY(std::any_of(changed.cbegin(), changed.cend(),
                            [&line](const QList<QVariant> &arguments) { return arguments[0] == QVariant(line); }));
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
