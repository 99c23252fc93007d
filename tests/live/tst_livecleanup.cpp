// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupforecast.h"
#include "cleanup/cleanupreader.h"
#include "cleanup/cleanuprun.h"
#include "engine/httpclient.h"
#include "futures.h"
#include "live/labengine.h"
#include "objectsfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(Gantry::CleanupKind)

/// What a real engine can be freed of: sizes, forecasts, and that nothing goes that was not named.
class TestLiveCleanup : public ObjectsFixture
{
    Q_OBJECT

private:
    LabEngine m_engine;
    std::unique_ptr<OperationLog> m_log;

    CleanupFacts measure() const
    {
        const QFuture<CleanupFacts> answer = CleanupReader::measure(m_engine->client());
        return failureOf(answer).isEmpty() ? answer.result() : CleanupFacts();
    }

    static CleanupChoice allOf(const CleanupFacts &facts, CleanupKind kind)
    {
        CleanupChoice choice;
        const CleanupVictims victims = cleanupVictims(facts, {});
        for (const CleanupVictim &victim : victims.value(kind))
            choice[kind].insert(victim.key);
        return choice;
    }

    CleanupOutcome run(const QList<CleanupStep> &steps)
    {
        CleanupOutcome outcome;
        bool ended = false;
        auto *run = new CleanupRun(m_engine.get(), m_log.get(), steps, m_log.get());
        connect(run, &CleanupRun::finished, this, [&](const CleanupOutcome &result) {
            outcome = result;
            ended = true;
        });
        run->start();
        if (!QTest::qWaitFor([&] { return ended; }, 60000))
            outcome.failed = -1;
        return outcome;
    }

    QString lastLine() const { return m_log->operations().last()->commandLine(); }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Lab::isUp(), Lab::notUp); }

    void init()
    {
        removeAll();
        m_engine.connect();
        m_log = std::make_unique<OperationLog>();
    }

    void cleanup()
    {
        m_log.reset();
        m_engine.reset();
        removeAll();
    }

    void sizesAreThoseOfTheEngine()
    {
        QVERIFY(!stopped(u"c"_s, 2).isEmpty());
        QVERIFY(volume(u"v"_s, 1));
        QVERIFY(!image(name(u"i:1"_s), 3).isEmpty());
        HttpClient http(m_engine->endpoint());
        HttpRequest request;
        request.target = "/v1.41/system/df";
        QJsonObject raw;
        HttpCall *call = http.send(request);
        connect(call, &HttpCall::finished, this,
                [&raw](const HttpResponse &response) { raw = QJsonDocument::fromJson(response.body).object(); });
        QTRY_VERIFY(!raw.isEmpty());
        const QFuture<DiskUsage> answer = m_engine->client()->diskUsage();
        QCOMPARE(failureOf(answer), QString());
        const DiskUsage usage = answer.result();

        QCOMPARE(usage.layersSize, raw["LayersSize"_L1].toInteger());
        const QJsonArray images = raw["Images"_L1].toArray();
        QCOMPARE(usage.images.size(), images.size());
        QVERIFY(images.size() >= 4);
        for (const auto &image : images) { // in any order
            const auto entry = std::find_if(usage.images.cbegin(), usage.images.cend(), [&](const ImageUsage &each) {
                return each.image.id == image["Id"_L1].toString();
            });
            QVERIFY(entry != usage.images.cend());
            QCOMPARE(entry->image.size, image["Size"_L1].toInteger());
            QCOMPARE(entry->sharedSize, image["SharedSize"_L1].toInteger());
            QCOMPARE(entry->containers, image["Containers"_L1].toInt());
            QVERIFY(entry->sharedSize >= 0);
        }
        const QJsonArray containers = raw["Containers"_L1].toArray();
        QCOMPARE(usage.containers.size(), containers.size());
        for (const auto &container : containers) {
            const auto entry
                = std::find_if(usage.containers.cbegin(), usage.containers.cend(), [&](const ContainerUsage &each) {
                      return each.container.id == container["Id"_L1].toString();
                  });
            QVERIFY(entry != usage.containers.cend());
            QCOMPARE(entry->writable, container["SizeRw"_L1].toInteger());
        }
        const QJsonArray volumes = raw["Volumes"_L1].toArray();
        QCOMPARE(usage.volumes.size(), volumes.size());
        for (const auto &volume : volumes) { // in any order
            const auto same = std::find_if(usage.volumes.cbegin(), usage.volumes.cend(), [&](const VolumeUsage &entry) {
                return entry.volume.name == volume["Name"_L1].toString();
            });
            QVERIFY(same != usage.volumes.cend());
            QCOMPARE(same->size, volume["UsageData"_L1]["Size"_L1].toInteger());
            QCOMPARE(same->users, volume["UsageData"_L1]["RefCount"_L1].toInt());
        }
        QCOMPARE(usage.buildCache.size(), raw["BuildCache"_L1].toArray().size());
    }

    void pruneFreesWhatWasForecast_data()
    {
        QTest::addColumn<CleanupKind>("kind");
        QTest::addColumn<QString>("line");
        QTest::newRow("containers") << CleanupKind::Containers << u"container prune --force"_s;
        QTest::newRow("images") << CleanupKind::DanglingImages << u"image prune --force"_s;
        QTest::newRow("networks") << CleanupKind::Networks << u"network prune --force"_s;
    }

    void pruneFreesWhatWasForecast()
    {
        QFETCH(CleanupKind, kind);
        QFETCH(QString, line);
        QVERIFY(!stopped(u"a"_s, 2).isEmpty());
        QVERIFY(!stopped(u"b"_s, 1).isEmpty());
        QVERIFY(!image({}, 2).isEmpty());
        QVERIFY(!image({}, 3).isEmpty()); // of the same image, which stays
        QVERIFY(Lab::docker({u"network"_s, u"create"_s, name(u"n"_s)}).ok());
        const CleanupFacts facts = measure();
        const CleanupChoice chosen = allOf(facts, kind);
        QVERIFY(!chosen.value(kind).isEmpty());
        const CleanupForecast forecast = CleanupForecast::of(facts, {}, cleanupVictims(facts, {}), chosen);
        QCOMPARE(forecast.certainty, CleanupForecast::Certainty::Exact);
        QVERIFY(forecast.bytes >= (kind == CleanupKind::Networks ? 0 : 3'000'000));
        const CleanupOutcome outcome = run(CleanupPlan::steps(facts, {}, chosen));
        QVERIFY2(lastLine().endsWith(line), qPrintable(lastLine()));
        QCOMPARE(outcome.failed, 0);
        QVERIFY(outcome.measured);
        QCOMPARE(outcome.freed, forecast.bytes);
        QCOMPARE(outcome.removed, int(chosen.value(kind).size()));
        QVERIFY(cleanupVictims(measure(), {}).value(kind).isEmpty());
    }

    void volumesFreeWhatWasForecast()
    {
        QVERIFY(volume(u"v"_s, 2));
        QVERIFY(volume(u"w"_s, 1));
        const CleanupFacts facts = measure();
        const CleanupChoice chosen = allOf(facts, CleanupKind::NamedVolumes);
        QCOMPARE(chosen.value(CleanupKind::NamedVolumes).size(), 2);
        const CleanupForecast forecast = CleanupForecast::of(facts, {}, cleanupVictims(facts, {}), chosen);
        QVERIFY(forecast.bytes >= 3'000'000);
        const QList<CleanupStep> steps = CleanupPlan::steps(facts, {}, chosen);
        QCOMPARE(steps.size(), 1);
        const CleanupOutcome outcome = run(steps);
        QCOMPARE(outcome.failed, 0);
        QCOMPARE(outcome.freed, forecast.bytes);
        QVERIFY2(lastLine().contains(u" volume rm "_s), qPrintable(lastLine()));
        QVERIFY(list({u"volume"_s, u"ls"_s, u"-q"_s}).filter(u"objects-"_s).isEmpty());
    }

    void theBuildCacheFreesWhatWasForecast()
    {
        const QString buildx = qEnvironmentVariable("GANTRY_LAB_BUILDX");
        if (buildx.isEmpty())
            QSKIP("the lab has no docker buildx");
        const QTemporaryDir folder;
        const auto build = [&folder, &buildx](const QByteArray &content) {
            QFile file(folder.filePath(u"f"_s));
            QFile recipe(folder.filePath(u"Dockerfile"_s));
            if (!file.open(QIODevice::WriteOnly) || !recipe.open(QIODevice::WriteOnly))
                return false;
            file.write(content);
            recipe.write("FROM " + Lab::image(Lab::Image::Busybox).toUtf8()
                         + "\nCOPY f /f\nRUN head -c 3000000 /f > /g\n");
            file.close();
            recipe.close();
            return Lab::run(buildx, {u"build"_s, u"--load"_s, u"-t"_s, name(u"built:1"_s), folder.path()}).ok();
        };
        QVERIFY(Lab::docker({u"builder"_s, u"prune"_s, u"-af"_s}).ok());
        QVERIFY(build(QByteArray(4'000'000, 'a')));
        QVERIFY(build(QByteArray(4'000'000, 'b'))); // leaves a dangling image
        CleanupFacts facts = measure();
        // The cache keeps its layers.
        CleanupChoice images = allOf(facts, CleanupKind::DanglingImages);
        QCOMPARE(images.value(CleanupKind::DanglingImages).size(), 1);
        const CleanupForecast least = CleanupForecast::of(facts, {}, cleanupVictims(facts, {}), images);
        QCOMPARE(least.certainty, CleanupForecast::Certainty::AtLeast);
        const CleanupOutcome untagged = run(CleanupPlan::steps(facts, {}, images));
        QCOMPARE(untagged.failed, 0);
        QVERIFY(untagged.freed >= least.bytes);
        facts = measure();
        const CleanupChoice cache = allOf(facts, CleanupKind::BuildCache);
        const CleanupForecast forecast = CleanupForecast::of(facts, {}, cleanupVictims(facts, {}), cache);
        QCOMPARE(forecast.certainty, CleanupForecast::Certainty::Exact);
        QVERIFY(forecast.bytes >= 4'000'000);
        const CleanupOutcome outcome = run(CleanupPlan::steps(facts, {}, cache));
        QVERIFY2(lastLine().endsWith(u"builder prune --force"_s), qPrintable(lastLine()));
        QCOMPARE(outcome.failed, 0);
        QCOMPARE(outcome.freed, forecast.bytes);
        QVERIFY(cleanupVictims(measure(), {}).value(CleanupKind::BuildCache).isEmpty());

        // Both together: the cache has then what it had of the images.
        QVERIFY(build(QByteArray(4'000'000, 'c')));
        QVERIFY(build(QByteArray(4'000'000, 'd')));
        facts = measure();
        CleanupChoice both = allOf(facts, CleanupKind::BuildCache);
        both.insert(allOf(facts, CleanupKind::DanglingImages));
        const CleanupVictims victims = cleanupVictims(facts, {});
        const CleanupForecast sum = CleanupForecast::of(facts, {}, victims, both);
        const CleanupForecast line = CleanupForecast::ofKind(facts, {}, victims, both, CleanupKind::BuildCache);
        QCOMPARE(line.certainty, CleanupForecast::Certainty::AtLeast);
        QCOMPARE(sum.certainty, CleanupForecast::Certainty::AtLeast);
        QVERIFY(sum.bytes >= 7'000'000);
        const QList<CleanupStep> steps = CleanupPlan::steps(facts, {}, both);
        QCOMPARE(steps.size(), 2);
        const CleanupOutcome imagesFirst = run({steps.first()});
        const CleanupOutcome thenCache = run({steps.last()});
        QVERIFY2(imagesFirst.freed + thenCache.freed >= sum.bytes,
                 qPrintable(u"%1 + %2 < %3"_s.arg(imagesFirst.freed).arg(thenCache.freed).arg(sum.bytes)));
        QVERIFY(imagesFirst.freed
                >= CleanupForecast::ofKind(facts, {}, victims, both, CleanupKind::DanglingImages).bytes);
        QVERIFY(thenCache.freed > line.bytes);
        QVERIFY(Lab::docker({u"builder"_s, u"prune"_s, u"-af"_s}).ok());
    }

    void someGoByNameAndTheOthersStay()
    {
        QVERIFY(!image(name(u"i:1"_s), 2).isEmpty());
        QVERIFY(Lab::docker({u"tag"_s, name(u"i:1"_s), name(u"i:2"_s)}).ok());
        QVERIFY(!image(name(u"j:1"_s), 1).isEmpty());
        const CleanupFacts facts = measure();
        CleanupChoice chosen;
        const CleanupVictims victims = cleanupVictims(facts, {});
        for (const CleanupVictim &victim : victims.value(CleanupKind::UnusedImages)) {
            if (victim.names.contains(name(u"i:1"_s)))
                chosen[CleanupKind::UnusedImages].insert(victim.key);
        }
        QCOMPARE(chosen.value(CleanupKind::UnusedImages).size(), 1);
        const CleanupForecast forecast = CleanupForecast::of(facts, {}, victims, chosen);
        const CleanupOutcome outcome = run(CleanupPlan::steps(facts, {}, chosen));
        QVERIFY2(lastLine().contains(u" rmi "_s), qPrintable(lastLine()));
        QCOMPARE(outcome.failed, 0);
        QCOMPARE(outcome.removed, 1);
        QCOMPARE(outcome.freed, forecast.bytes);
        const QStringList left = list({u"images"_s, u"--format"_s, u"{{.Repository}}:{{.Tag}}"_s});
        QVERIFY(left.contains(name(u"j:1"_s)));
        QVERIFY(!left.contains(name(u"i:1"_s)) && !left.contains(name(u"i:2"_s)));
        QVERIFY(left.filter(u"gantry-lab/base"_s).size() == 1);
    }

    /// A stopped container with a volume that holds data and an image that nobody named, and more of each.
    CleanupChoice keeperAndOthers(CleanupFacts *facts, QString *held)
    {
        *held = image({}, 1);
        const QString loose = image({}, 2);
        if (held->isEmpty() || loose.isEmpty() || !volume(u"precious"_s, 1) || !volume(u"other"_s, 1)
            || !Lab::docker({u"network"_s, u"create"_s, name(u"shop"_s)}).ok()
            || !Lab::docker({u"network"_s, u"create"_s, name(u"loose"_s)}).ok()
            || !Lab::docker({u"create"_s, u"--name"_s, name(u"keeper"_s), u"-v"_s, name(u"precious"_s) + u":/d"_s,
                             u"--network"_s, name(u"shop"_s), *held, u"true"_s})
                    .ok())
            return {};
        *facts = measure();
        CleanupChoice chosen;
        for (const CleanupKind kind :
             {CleanupKind::Containers, CleanupKind::DanglingImages, CleanupKind::NamedVolumes, CleanupKind::Networks})
            chosen.insert(allOf(*facts, kind));
        return chosen;
    }

    /// Of those that keeperAndOthers() made, what is not where it must be.
    static QString wrongAfter(const QString &held)
    {
        const auto exists = [](const QStringList &words) { return Lab::docker(words).ok(); };
        if (exists({u"inspect"_s, name(u"keeper"_s)}))
            return u"the container is there"_s;
        if (!exists({u"image"_s, u"inspect"_s, held}))
            return u"its image is gone"_s;
        if (!exists({u"network"_s, u"inspect"_s, name(u"shop"_s)}))
            return u"its network is gone"_s;
        if (exists({u"volume"_s, u"inspect"_s, name(u"other"_s)}))
            return u"the other volume is there"_s;
        const QString size = Lab::docker({u"run"_s, u"--rm"_s, u"-v"_s, name(u"precious"_s) + u":/d"_s,
                                          Lab::image(Lab::Image::Busybox), u"wc"_s, u"-c"_s, u"/d/x"_s})
                                 .output;
        return size.startsWith(u"1000000 "_s) ? QString() : u"its volume lost its data: "_s + size;
    }

    void whatATickedContainerHeldStays()
    {
        CleanupFacts facts;
        QString held;
        const CleanupChoice chosen = keeperAndOthers(&facts, &held);
        QCOMPARE(chosen.value(CleanupKind::Containers).size(), 1);
        QCOMPARE(chosen.value(CleanupKind::NamedVolumes).size(), 1);
        QCOMPARE(chosen.value(CleanupKind::DanglingImages).size(), 1);
        const CleanupForecast forecast = CleanupForecast::of(facts, {}, cleanupVictims(facts, {}), chosen);
        const CleanupOutcome outcome = run(CleanupPlan::steps(facts, {}, chosen));
        QCOMPARE(outcome.failed, 0);
        QCOMPARE(outcome.removed, 4);
        QCOMPARE(outcome.leftAlone, 0);
        QCOMPARE(outcome.freed, forecast.bytes);
        QCOMPARE(wrongAfter(held), QString());
        // One after the other, and in the order in which nothing is used by what comes later.
        QDateTime last;
        QStringList lines;
        for (const Operation *operation : m_log->operations()) {
            QVERIFY(!last.isValid() || operation->started() >= last);
            last = operation->started().addMSecs(operation->elapsed());
            lines << operation->shortCommandLine();
        }
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[0].contains(u"container prune"_s) && lines[1].contains(u"network rm"_s)
                     && lines[2].contains(u"volume rm"_s) && lines[3].contains(u"rmi"_s),
                 qPrintable(lines.join(u'\n')));
    }

    void theCommandsInOrderTakeNoMore()
    {
        CleanupFacts facts;
        QString held;
        const CleanupChoice chosen = keeperAndOthers(&facts, &held);
        QCOMPARE(chosen.value(CleanupKind::Containers).size(), 1);
        for (const CleanupStep &step : CleanupPlan::steps(facts, {}, chosen))
            QVERIFY2(Lab::docker(step.command()).ok(), qPrintable(step.command().join(u' ')));
        QCOMPARE(wrongAfter(held), QString());
    }

    void whatIsGoneAlreadyIsNotCounted()
    {
        QVERIFY(volume(u"v"_s, 1));
        QVERIFY(volume(u"w"_s, 1));
        const CleanupFacts facts = measure();
        const CleanupChoice chosen = allOf(facts, CleanupKind::NamedVolumes);
        QCOMPARE(chosen.value(CleanupKind::NamedVolumes).size(), 2);
        QVERIFY(Lab::docker({u"volume"_s, u"rm"_s, name(u"v"_s)}).ok());
        const CleanupOutcome outcome = run(CleanupPlan::steps(facts, {}, chosen));
        QCOMPARE(outcome.removed, 1);
        QCOMPARE(outcome.leftAlone, 1);
        QCOMPARE(outcome.freed, 1'000'000);
    }

    void whatWasStartedAgainStays()
    {
        QVERIFY(!stopped(u"a"_s).isEmpty());
        // Of one that is started again nothing is lost, not even what it wrote.
        const QString again = Lab::docker({u"create"_s, u"--name"_s, name(u"again"_s), Lab::image(Lab::Image::Busybox),
                                           u"sleep"_s, u"1000"_s})
                                  .output;
        const CleanupFacts facts = measure();
        const QList<CleanupStep> steps = CleanupPlan::steps(facts, {}, allOf(facts, CleanupKind::Containers));
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first().victims.size(), 2);
        QVERIFY(Lab::docker({u"start"_s, again}).ok());
        const CleanupOutcome outcome = run(steps);
        QCOMPARE(outcome.leftAlone, 1);
        QCOMPARE(outcome.removed, 1);
        QCOMPARE(outcome.failed, 0);
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.Status}}"_s, again}).output, u"running"_s);
        QVERIFY(!Lab::docker({u"inspect"_s, name(u"a"_s)}).ok());
    }

    void whatStoppedSinceStays()
    {
        QVERIFY(!stopped(u"a"_s).isEmpty());
        const QString runs = Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, name(u"runs"_s),
                                          Lab::image(Lab::Image::Busybox), u"sleep"_s, u"1000"_s})
                                 .output;
        const CleanupFacts facts = measure();
        const QList<CleanupStep> steps = CleanupPlan::steps(facts, {}, allOf(facts, CleanupKind::Containers));
        QCOMPARE(steps.first().prune, CleanupStep::Prune::Containers);
        QVERIFY(Lab::docker({u"kill"_s, runs}).ok());
        const CleanupOutcome outcome = run(steps);
        QCOMPARE(outcome.removed, 1);
        QVERIFY2(lastLine().endsWith(u" rm "_s + name(u"a"_s)), qPrintable(lastLine()));
        QVERIFY(Lab::docker({u"inspect"_s, runs}).ok());
    }

    void aNetworkOfAStoppedContainerStays()
    {
        QVERIFY(Lab::docker({u"network"_s, u"create"_s, name(u"needed"_s)}).ok());
        QVERIFY(Lab::docker({u"network"_s, u"create"_s, name(u"free"_s)}).ok());
        const QString id = Lab::docker({u"create"_s, u"--name"_s, name(u"c"_s), u"--network"_s, name(u"needed"_s),
                                        Lab::image(Lab::Image::Busybox)})
                               .output;
        const CleanupFacts facts = measure();
        const CleanupOutcome outcome = run(CleanupPlan::steps(facts, {}, allOf(facts, CleanupKind::Networks)));
        QCOMPARE(outcome.removed, 1);
        QVERIFY(Lab::docker({u"start"_s, id}).ok());
        QVERIFY(!Lab::docker({u"network"_s, u"inspect"_s, name(u"free"_s)}).ok());
    }

    void measuringCanBeCancelled()
    {
        QFuture<CleanupFacts> answer = CleanupReader::measure(m_engine->client());
        answer.cancel();
        QTRY_VERIFY(answer.isFinished());
        QVERIFY(m_engine->client()->findChildren<CleanupReader *>().isEmpty()
                || QTest::qWaitFor([&] { return m_engine->client()->findChildren<CleanupReader *>().isEmpty(); }));
        QVERIFY(measure().measured.isValid());
    }
};

QTEST_GUILESS_MAIN(TestLiveCleanup)
#include "tst_livecleanup.moc"
