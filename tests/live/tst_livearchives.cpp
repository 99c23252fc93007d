// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "futures.h"
#include "live/labengine.h"
#include "objectsfixture.h"
#include "operations/archivecommands.h"
#include "operations/objectcommands.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Images to files and back, names, networks and volumes on a real engine.
class TestLiveArchives : public ObjectsFixture
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    LabEngine m_engine;
    std::unique_ptr<OperationLog> m_log;
    std::unique_ptr<ArchiveCommands> m_archives;
    std::unique_ptr<ObjectCommands> m_objects;

    static QString stateOf(const Operation *operation)
    {
        if (!QTest::qWaitFor([operation] { return !operation->isRunning(); }, 60000))
            return u"running"_s;
        switch (operation->state()) {
        case Operation::State::Succeeded:
            return u"succeeded"_s;
        case Operation::State::Failed:
            return operation->error();
        case Operation::State::Cancelled:
            return u"cancelled"_s;
        default:
            return u"running"_s;
        }
    }

    static QString idOf(const QString &image)
    {
        return Lab::docker({u"image"_s, u"inspect"_s, u"-f"_s, u"{{.Id}}"_s, image}).output;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Lab::isUp(), Lab::notUp); }

    void init()
    {
        removeAll();
        m_engine.connect();
        m_log = std::make_unique<OperationLog>();
        m_archives = std::make_unique<ArchiveCommands>(m_engine.get(), m_log.get());
        m_objects = std::make_unique<ObjectCommands>(m_engine.get(), m_log.get());
    }

    void cleanup()
    {
        m_objects.reset();
        m_archives.reset();
        m_log.reset();
        m_engine.reset();
        removeAll();
    }

    void saveRemoveLoad()
    {
        const QString tag = name(u"round:1"_s);
        const QString id = image(tag, 20);
        QVERIFY(!id.isEmpty());
        const QString path = m_folder.filePath(u"round.tar"_s);
        Operation *save = m_archives->save({tag}, path, 22'000'000);
        int most = -1;
        connect(save, &Operation::changed, this, [&most, save] { most = qMax(most, save->percent()); });
        QCOMPARE(stateOf(save), u"succeeded"_s);
        QVERIFY(most > 0);
        QVERIFY2(save->commandLine().endsWith(u" save "_s + tag + u" > "_s + path), qPrintable(save->commandLine()));
        QVERIFY(QFile(path).size() > 20'000'000);
        // As whole as docker's own.
        QVERIFY(Lab::run(u"tar"_s, {u"-tf"_s, path}).output.contains(u"manifest.json"_s));
        QCOMPARE(stateOf(m_objects->removeImages({{tag, tag}})), u"succeeded"_s);
        QVERIFY(idOf(tag).isEmpty());
        Operation *load = m_archives->load(path);
        QCOMPARE(stateOf(load), u"succeeded"_s);
        QVERIFY2(load->output().contains(tag), qPrintable(load->output()));
        QCOMPARE(idOf(tag), id);
    }

    void aFullDiskLeavesNoFile()
    {
        const QString tag = name(u"large:1"_s);
        QVERIFY(!image(tag, 20).isEmpty());
        const QString disk = m_folder.filePath(u"disk"_s);
        QVERIFY(QDir().mkpath(disk));
        const Lab::CommandResult mounted
            = Lab::run(u"mount"_s, {u"-t"_s, u"tmpfs"_s, u"-o"_s, u"size=4m"_s, u"tmpfs"_s, disk});
        if (!mounted.ok())
            QSKIP(qPrintable(mounted.error));
        const auto unmount = qScopeGuard([&disk] { Lab::run(u"umount"_s, {disk}); });
        const QString path = disk + u"/large.tar"_s;
        QFile before(path);
        QVERIFY(before.open(QIODevice::WriteOnly) && before.write("kept") == 4);
        before.close();
        const QString said = stateOf(m_archives->save({tag}, path, 22'000'000));
        QVERIFY2(said.contains(u"No space left on device"_s) && said.contains(path), qPrintable(said));
        QCOMPARE(QDir(disk).entryList(QDir::Files | QDir::Hidden), QStringList{u"large.tar"_s});
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(before.readAll(), "kept");
        // The engine is not held up by it.
        QCOMPARE(failureOf(m_engine->client()->images()), QString());
    }

    void savingCanBeCancelled()
    {
        const QString tag = name(u"cancel:1"_s);
        QVERIFY(!image(tag, 60).isEmpty());
        const QString path = m_folder.filePath(u"cancelled.tar"_s);
        Operation *save = m_archives->save({tag}, path, 60'000'000);
        QTRY_VERIFY(save->canCancel());
        save->cancel();
        QCOMPARE(stateOf(save), u"cancelled"_s);
        QVERIFY(!QFile::exists(path));
        QVERIFY(save->canRetry());
    }

    void whatIsNotThereIsSaid()
    {
        const QString path = m_folder.filePath(u"none.tar"_s);
        const QString said = stateOf(m_archives->save({name(u"no-such:1"_s)}, path, 0));
        QVERIFY2(said.contains(u"objects-no-such"_s), qPrintable(said));
        QVERIFY(!QFile::exists(path));
        QVERIFY(stateOf(m_archives->load(path)).contains(path));
    }

    void otherFilesAreNotSent()
    {
        const QString path = m_folder.filePath(u"notes.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(2'000'000, 'x'));
        file.close();
        const QString said = stateOf(m_archives->load(path));
        QVERIFY2(said.contains(u"no archive of images"_s), qPrintable(said));
    }

    void aCutArchiveIsRefused()
    {
        const QString tag = name(u"cut:1"_s);
        QVERIFY(!image(tag, 8).isEmpty());
        const QString path = m_folder.filePath(u"cut.tar"_s);
        QCOMPARE(stateOf(m_archives->save({tag}, path, 8'000'000)), u"succeeded"_s);
        QVERIFY(QFile::resize(path, 5'000'000));
        Lab::docker({u"rmi"_s, tag});
        const QString said = stateOf(m_archives->load(path));
        QVERIFY2(said != u"succeeded"_s, qPrintable(said));
        QVERIFY2(said.contains(u"EOF"_s), qPrintable(said));
        QVERIFY(idOf(tag).isEmpty());
    }

    void namesComeAndGo()
    {
        const QString tag = name(u"names:1"_s);
        const QString id = image(tag, 0);
        QCOMPARE(stateOf(m_objects->tagImage({tag, tag}, name(u"names:2"_s))), u"succeeded"_s);
        QCOMPARE(idOf(name(u"names:2"_s)), id);
        QCOMPARE(stateOf(m_objects->tagImage({tag, tag}, u"localhost:5000/objects/deep"_s)), u"succeeded"_s);
        QCOMPARE(idOf(u"localhost:5000/objects/deep:latest"_s), id);
        QCOMPARE(stateOf(m_objects->removeImages({{u"localhost:5000/objects/deep:latest"_s, u"deep"_s}})),
                 u"succeeded"_s);
        QCOMPARE(idOf(tag), id);
    }

    void anImageInUseNeedsForce()
    {
        const QString tag = name(u"used:1"_s);
        QVERIFY(!image(tag, 0).isEmpty());
        QVERIFY(Lab::docker({u"create"_s, u"--name"_s, name(u"user"_s), tag}).ok());
        const QString said = stateOf(m_objects->removeImages({{tag, tag}}));
        QVERIFY2(said.contains(u"container"_s) && said != u"succeeded"_s, qPrintable(said));
        Operation *forced = m_objects->removeImages({{tag, tag}}, true);
        QVERIFY(forced->commandLine().contains(u"rmi -f "_s));
        QCOMPARE(stateOf(forced), u"succeeded"_s);
        QVERIFY(idOf(tag).isEmpty());
    }

    void historyTellsTheSteps()
    {
        const QFuture<QList<ImageLayer>> answer = m_engine->client()->imageHistory(Lab::image(Lab::Image::Busybox));
        QCOMPARE(failureOf(answer), QString());
        QVERIFY(answer.result().size() >= 2);
        qint64 size = 0;
        for (const ImageLayer &layer : answer.result())
            size += layer.size;
        const QFuture<ImageDetails> details = m_engine->client()->inspectImage(Lab::image(Lab::Image::Busybox));
        QCOMPARE(failureOf(details), QString());
        QCOMPARE(size, details.result().size);
        QVERIFY(!details.result().layers.isEmpty());
    }

    void networksAndTheirMembers()
    {
        NetworkConfig config;
        config.name = name(u"net"_s);
        config.subnet = u"172.31.77.0/24"_s;
        config.labels.insert(u"made"_s, u"by hand"_s);
        Operation *creation = m_objects->createNetwork(config);
        QCOMPARE(stateOf(creation), u"succeeded"_s);
        QVERIFY2(creation->commandLine().endsWith(
                     u"network create --subnet 172.31.77.0/24 --label 'made=by hand' objects-net"_s),
                 qPrintable(creation->commandLine()));
        const QString container = Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, name(u"member"_s),
                                               Lab::image(Lab::Image::Busybox), u"sleep"_s, u"1000"_s})
                                      .output;
        const ObjectCommands::Target net{config.name, config.name};
        const ObjectCommands::Target member{container, name(u"member"_s)};
        QCOMPARE(stateOf(m_objects->connectNetwork(net, member, {u"db"_s, u"store"_s})), u"succeeded"_s);
        const QFuture<Network> network = m_engine->client()->inspectNetwork(config.name);
        QCOMPARE(failureOf(network), QString());
        QCOMPARE(network.result().labels.value(u"made"_s), u"by hand"_s);
        QCOMPARE(network.result().containers.value(container).name, member.name);
        QVERIFY(network.result().containers.value(container).address.startsWith(u"172.31.77."_s));
        const QFuture<ContainerDetails> details = m_engine->client()->inspectContainer(container);
        QCOMPARE(failureOf(details), QString());
        const QList<ContainerNetwork> places = details.result().networks;
        const auto place = std::find_if(places.cbegin(), places.cend(),
                                        [&](const ContainerNetwork &each) { return each.name == config.name; });
        QVERIFY(place != places.cend());
        QVERIFY(place->aliases.contains(u"db"_s) && place->aliases.contains(u"store"_s));
        const QString refused = stateOf(m_objects->removeNetworks({net}));
        QVERIFY2(refused.contains(u"active endpoints"_s) || Lab::isPodman(), qPrintable(refused));
        QCOMPARE(stateOf(m_objects->disconnectNetwork(net, {member})), u"succeeded"_s);
        QCOMPARE(stateOf(m_objects->removeNetworks({net})), u"succeeded"_s);
    }

    void volumesWithLabels()
    {
        Operation *creation = m_objects->createVolume(name(u"vol"_s), {{u"a"_s, u"1"_s}});
        QCOMPARE(stateOf(creation), u"succeeded"_s);
        QVERIFY(creation->commandLine().endsWith(u"volume create --label a=1 objects-vol"_s));
        const QFuture<Volume> made = m_engine->client()->inspectVolume(name(u"vol"_s));
        QCOMPARE(failureOf(made), QString());
        QCOMPARE(made.result().labels.value(u"a"_s), u"1"_s);
    }
};

QTEST_GUILESS_MAIN(TestLiveArchives)
#include "tst_livearchives.moc"
