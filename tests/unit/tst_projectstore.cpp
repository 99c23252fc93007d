// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composelabels.h"
#include "compose/projectstore.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr auto twoServices = "services:\n  api:\n    image: api\n    depends_on: [db]\n  db:\n    image: postgres\n"
                             "    profiles: [full]\n";

void write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    file.write(text);
}

/// Joins what a changed() signal names: "+inserted ~updated -removed".
QStringList printed(const QSignalSpy &changed)
{
    QStringList result;
    for (const QList<QVariant> &arguments : changed) {
        QStringList words;
        for (const QString &name : arguments.at(0).toStringList())
            words.append(u'+' + name);
        for (const QString &name : arguments.at(1).toStringList())
            words.append(u'~' + name);
        for (const QString &name : arguments.at(2).toStringList())
            words.append(u'-' + name);
        words.sort();
        result.append(words.join(u' '));
    }
    return result;
}

} // namespace

class TestProjectStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir.emplace();
        m_containers.emplace();
        m_store.emplace(&*m_containers);
    }
    void cleanup()
    {
        m_store.reset();
        m_containers.reset();
        m_dir.reset();
    }

    void followsContainersAndNamesWhatChanged()
    {
        QSignalSpy changed(&*m_store, &ProjectStore::changed);
        m_containers->replaceAll(
            {container(u"1"_s, u"shop"_s, u"api"_s), container(u"2"_s, u"tp1"_s, u"db"_s), container(u"3"_s, {}, {})});
        QCOMPARE(printed(changed), QStringList{u"+shop +tp1"_s});
        changed.clear();
        m_containers->update({u"1"_s}, {container(u"1"_s, u"shop"_s, u"api"_s, ContainerState::Exited)});
        QCOMPARE(printed(changed), QStringList{u"~shop"_s});
        QCOMPARE(m_store->project(u"shop"_s).runningContainers(), 0);
        changed.clear();
        m_containers->update({u"1"_s, u"3"_s}, {});
        QCOMPARE(printed(changed), QStringList{u"-shop"_s});
        QVERIFY(!m_store->contains(u"shop"_s));
        changed.clear();
        m_containers->clear();
        QCOMPARE(printed(changed), QStringList{u"-tp1"_s});
        QCOMPARE(m_store->size(), 0);
    }

    void knowsContainersThatWereThereBefore()
    {
        m_store.reset();
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        m_store.emplace(&*m_containers);
        QVERIFY(m_store->contains(u"shop"_s));
    }

    void readsTheFilesThatLabelsName()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        QTRY_COMPARE(m_store->project(u"shop"_s).services.size(), 2);
        const Project shop = m_store->project(u"shop"_s);
        QVERIFY(shop.files.complete());
        QCOMPARE(shop.files.configFiles, QStringList{path(u"shop/compose.yaml"_s)});
        QVERIFY(shop.service(u"api"_s)->inFile);
        QCOMPARE(shop.service(u"api"_s)->dependsOn.first().service, u"db"_s);
        QVERIFY(!shop.service(u"db"_s)->exists());
        QCOMPARE(shop.profiles, QStringList{u"full"_s});
        QCOMPARE(shop.expectedContainers(), 1);
        m_store->setActiveProfiles(u"shop"_s, {u"full"_s});
        QCOMPARE(m_store->project(u"shop"_s).expectedContainers(), 2);
    }

    void choicesOfProfilesAreKept()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        m_store->open(path(u"shop"_s));
        QTRY_COMPARE(m_store->project(u"shop"_s).services.size(), 2);
        const auto leftOut
            = [](const ProjectStore &store) { return store.project(u"shop"_s).service(u"db"_s)->leftOut; };
        QVERIFY(leftOut(*m_store));
        QSignalSpy chosen(&*m_store, &ProjectStore::chosenProfilesChanged);
        m_store->setActiveProfiles(u"shop"_s, {u"full"_s});
        QVERIFY(!leftOut(*m_store));
        QCOMPARE(chosen.count(), 1);

        ProjectStore next(&*m_containers);
        next.restoreProfiles(m_store->chosenProfiles());
        next.restore(m_store->rememberedPaths());
        QTRY_COMPARE(next.project(u"shop"_s).services.size(), 2);
        QCOMPARE(next.project(u"shop"_s).activeProfiles, QStringList{u"full"_s});
        QVERIFY(!leftOut(next));

        // That none is wanted is a choice, too, until the project is forgotten.
        m_store->setActiveProfiles(u"shop"_s, {});
        QVERIFY(m_store->chosenProfiles().contains(u"shop"_s));
        m_store->forget(u"shop"_s);
        QVERIFY(m_store->chosenProfiles().isEmpty());
        QCOMPARE(chosen.count(), 3);
    }

    void filesOfARemoteEngineAreNotOurs()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        m_store->setFilesAreLocal(false);
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        m_store->setFilesAreLocal(true);
        QTRY_COMPARE(m_store->project(u"shop"_s).services.size(), 2);
        m_store->setFilesAreLocal(false);
        QTRY_COMPARE(m_store->project(u"shop"_s).services.size(), 1);
        QVERIFY(!m_store->project(u"shop"_s).files.complete());
    }

    void opensRemembersAndForgets()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        QSignalSpy opened(&*m_store, &ProjectStore::opened);
        QSignalSpy remembered(&*m_store, &ProjectStore::rememberedChanged);
        m_store->open(path(u"shop"_s));
        QVERIFY(opened.wait(Tests::patience));
        QCOMPARE(opened.first().first().toString(), u"shop"_s);
        QCOMPARE(remembered.last().first().toStringList(), QStringList{path(u"shop"_s)});
        QTRY_COMPARE(m_store->project(u"shop"_s).services.size(), 2);
        QVERIFY(!m_store->project(u"shop"_s).fromLabels);
        QVERIFY(m_store->project(u"shop"_s).isOpened());

        // It stays when its containers come and go.
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        QVERIFY(m_store->project(u"shop"_s).fromLabels);
        QCOMPARE(m_store->project(u"shop"_s).services.size(), 2);
        m_containers->clear();
        QVERIFY(m_store->contains(u"shop"_s));
        QVERIFY(!m_store->project(u"shop"_s).hasContainers());

        ProjectStore second(&*m_containers);
        second.restore(m_store->rememberedPaths());
        QTRY_COMPARE(second.project(u"shop"_s).services.size(), 2);

        m_store->forget(u"shop"_s);
        QCOMPARE(m_store->size(), 0);
        QCOMPARE(remembered.last().first().toStringList(), QStringList());
    }

    void whatIsOpenedCanBeUsedAtOnce()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        QList<Project> seen;
        connect(&*m_store, &ProjectStore::opened, this, [this, &seen](const QString &name) {
            seen.append(m_store->project(name)); // now, not later
        });
        // Also when it is known already.
        for (const qsizetype count : {1, 2}) {
            m_store->open(path(u"shop"_s));
            QTRY_COMPARE(seen.size(), count);
            QVERIFY(seen.last().files.complete());
            QCOMPARE(seen.last().services.size(), 2);
        }
    }

    void aRememberedFileThatIsGoneIsStillShown()
    {
        m_store->restore({path(u"shop/compose.yaml"_s)});
        QTRY_VERIFY(m_store->contains(u"shop"_s));
        const Project shop = m_store->project(u"shop"_s);
        QVERIFY2(shop.problem.contains(u"does not exist"_s), qPrintable(shop.problem));
        QVERIFY(!shop.files.complete());
        QCOMPARE(shop.openedPath, path(u"shop/compose.yaml"_s));
    }

    void openingNothingFailsInWords()
    {
        QSignalSpy failed(&*m_store, &ProjectStore::openFailed);
        m_store->open(m_dir->path());
        QVERIFY(failed.wait(Tests::patience));
        QCOMPARE(failed.first().first().toStringList().size(), 1);
        QVERIFY(failed.first().first().toStringList().first().contains(u"no Compose file"_s));

        // What is opened together fails together.
        write(path(u"shop/compose.yaml"_s), twoServices);
        for (const QString &name : {u"gone"_s, u"shop"_s, u"lost"_s})
            m_store->open(path(name));
        QVERIFY(failed.wait(Tests::patience));
        QTRY_VERIFY(m_store->contains(u"shop"_s));
        QCOMPARE(failed.count(), 2);
        QCOMPARE(failed.last().first().toStringList().size(), 2);
        m_store->forget(u"shop"_s);
        QCOMPARE(m_store->size(), 0);
        QCOMPARE(m_store->rememberedPaths(), QStringList());
    }

    void ofSeveralFilesOfOneProjectTheLastIsShown()
    {
        QSignalSpy failed(&*m_store, &ProjectStore::openFailed);
        // The first ones are read for longer.
        write(path(u"shop/first.yaml"_s), twoServices + QByteArray("# long\n").repeated(300'000));
        write(path(u"shop/second.yaml"_s), twoServices);
        write(path(u"shop/compose.yaml"_s), "services: {last: {image: x}}\n");
        write(path(u"shop/own.yaml"_s), "name: own\nservices: {own: {image: x}}\n");
        const QString last = path(u"shop"_s); // the folder and its file are the same
        for (const QString &name :
             {u"shop/first.yaml"_s, u"shop/second.yaml"_s, u"shop/own.yaml"_s, u"shop/compose.yaml"_s, u"shop"_s})
            m_store->open(path(name));
        QTRY_COMPARE(failed.size(), 1);
        QStringList said = failed.first().first().toStringList();
        said.sort();
        QCOMPARE(said.size(), 2);
        QVERIFY2(said.first().startsWith(path(u"shop/first.yaml is not shown: "_s) + last + u','), qPrintable(said[0]));
        QVERIFY2(said.last().startsWith(path(u"shop/second.yaml is not shown: "_s) + last + u','), qPrintable(said[1]));
        QCOMPARE(m_store->project(u"shop"_s).openedPath, last);
        QTRY_VERIFY(m_store->project(u"shop"_s).service(u"last"_s));
        QVERIFY(m_store->contains(u"own"_s));

        // What is opened alone takes the place.
        m_store->open(path(u"shop/second.yaml"_s));
        QTRY_VERIFY(m_store->project(u"shop"_s).service(u"db"_s));
        QCOMPARE(failed.size(), 1);
    }

    void ofSeveralFilesTheOneThatContainersWereMadeFromIsNotCalledUnshown()
    {
        for (const QString &name : {u"compose"_s, u"second"_s, u"third"_s})
            write(path(u"shop/%1.yaml"_s.arg(name)), twoServices);
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        QTRY_VERIFY(m_store->project(u"shop"_s).files.complete());
        QSignalSpy failed(&*m_store, &ProjectStore::openFailed);
        for (const QString &name : {u"compose"_s, u"second"_s, u"third"_s})
            m_store->open(path(u"shop/%1.yaml"_s.arg(name)));
        QTRY_COMPARE(failed.size(), 1);
        const QStringList said = failed.first().first().toStringList();
        QCOMPARE(said.size(), 1);
        QVERIFY2(said.first().startsWith(path(u"shop/second.yaml is not shown"_s)), qPrintable(said.first()));
        QTRY_COMPARE(m_store->project(u"shop"_s).unusedFile, path(u"shop/third.yaml"_s));
    }

    void aProjectWhoseFileIsThereStaysWhenItsContainersGo()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        QSignalSpy changed(&*m_store, &ProjectStore::changed);
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s), container(u"2"_s, u"other"_s, u"api"_s)});
        QTRY_VERIFY(m_store->project(u"shop"_s).files.complete());
        QVERIFY(!m_store->project(u"shop"_s).isOpened());
        m_containers->update({u"1"_s, u"2"_s}, {});
        QCOMPARE(printed(changed).last(), u"-other ~shop"_s); // of that one no file is there
        const auto isWhole = [this](const QString &name) {
            const Project project = m_store->project(name);
            return !project.fromLabels && project.files.complete() && project.services.size() == 2;
        };
        QVERIFY(isWhole(u"shop"_s));
        QCOMPARE(m_store->project(u"shop"_s).openedPath, path(u"shop/compose.yaml"_s));

        // The next run knows it, and it can be forgotten.
        QTRY_COMPARE(m_store->rememberedPaths(), QStringList{path(u"shop/compose.yaml"_s)});
        ProjectStore next(&*m_containers);
        next.restore(m_store->rememberedPaths());
        QTRY_COMPARE(next.project(u"shop"_s).services.size(), 2);
        m_store->forget(u"shop"_s);
        QCOMPARE(m_store->size(), 0);
        QCOMPARE(m_store->rememberedPaths(), QStringList());
    }

    void whatAPathAloneWouldNotFindAgainStaysForThisRun_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("value");
        QTest::newRow("named otherwise") << ComposeLabel::project << u"ghost"_s;
        QTest::newRow("of two files") << ComposeLabel::configFiles << u"shop/compose.yaml,shop/more.yaml"_s;
    }
    void whatAPathAloneWouldNotFindAgainStaysForThisRun()
    {
        QFETCH(QString, label);
        QFETCH(QString, value);
        write(path(u"shop/compose.yaml"_s), twoServices);
        write(path(u"shop/more.yaml"_s), "services: {web: {image: x}}\n");
        write(path(u"plain/compose.yaml"_s), twoServices);
        ContainerSummary api = container(u"1"_s, u"shop"_s, u"api"_s);
        if (label == ComposeLabel::configFiles)
            value = path(value).replace(u',', u',' + m_dir->path() + u'/');
        api.labels.insert(label, value);
        const QString name = api.project();
        m_containers->replaceAll({api});
        QTRY_VERIFY(m_store->project(name).files.complete());
        const ProjectFiles files = m_store->project(name).files;
        m_containers->replaceAll({});
        QCOMPARE(m_store->project(name).files, files);
        // One that comes after it is remembered, and it is not.
        m_containers->replaceAll({container(u"2"_s, u"plain"_s, u"api"_s)});
        QTRY_VERIFY(m_store->project(u"plain"_s).files.complete());
        m_containers->replaceAll({});
        QTRY_COMPARE(m_store->rememberedPaths(), QStringList{path(u"plain/compose.yaml"_s)});
        QCOMPARE(m_store->project(name).files, files);
        QCOMPARE(m_store->size(), 2);
    }

    void anEngineThatIsLeftTakesItsProjectsAlong()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        QTRY_VERIFY(m_store->project(u"shop"_s).files.complete());
        m_containers->clear();
        QCOMPARE(m_store->size(), 0);
        m_containers->replaceAll({});
        QCOMPARE(m_store->size(), 0);
    }

    void followsChangesOfTheFile_data()
    {
        QTest::addColumn<bool>("replaced");
        QTest::newRow("written in place") << false;
        QTest::newRow("replaced, as editors do") << true;
    }
    void followsChangesOfTheFile()
    {
        QFETCH(bool, replaced);
        const QString file = path(u"shop/compose.yaml"_s);
        write(file, twoServices);
        m_store->open(file);
        QTRY_COMPARE(m_store->project(u"shop"_s).services.size(), 2);
        m_store->setProblem(u"shop"_s, u"said by Compose"_s);
        QCOMPARE(m_store->project(u"shop"_s).problem, u"said by Compose"_s);
        QSignalSpy filesRead(&*m_store, &ProjectStore::filesRead);
        // Twice: the watch must survive the first change.
        for (const int count : {1, 3}) {
            QByteArray text = "services:\n";
            for (int i = 0; i < count; ++i)
                text += "  s" + QByteArray::number(i) + ": {image: x}\n";
            const QString target = replaced ? path(u"shop/new"_s) : file;
            write(target, text);
            if (replaced) {
                QVERIFY(QFile::remove(file));
                QVERIFY(QFile::rename(target, file));
            }
            QTRY_COMPARE(m_store->project(u"shop"_s).services.size(), count);
            QCOMPARE(m_store->project(u"shop"_s).problem, QString());
        }
        QVERIFY(filesRead.count() >= 2);
    }

    void everyReadingOfOtherFilesIsTold()
    {
        write(path(u"shop/compose.yaml"_s), "services:\n  api:\n   image: x\n  - y\n");
        QSignalSpy filesRead(&*m_store, &ProjectStore::filesRead);
        m_store->open(path(u"shop"_s));
        QVERIFY(filesRead.wait(Tests::patience));
        // The quick look's words are not Compose's.
        QCOMPARE(m_store->project(u"shop"_s).problem, QString());
        QVERIFY(m_store->project(u"shop"_s).unreadable.contains(u"line 4"_s));
        m_store->setProblem(u"shop"_s, u"said by Compose"_s);
        QCOMPARE(m_store->project(u"shop"_s).unreadable, QString());

        // Its containers name the same file.
        QSignalSpy opened(&*m_store, &ProjectStore::opened);
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        m_store->open(path(u"shop"_s));
        QVERIFY(opened.wait(Tests::patience));
        QCOMPARE(filesRead.count(), 1);
        QCOMPARE(m_store->project(u"shop"_s).problem, u"said by Compose"_s);

        ContainerSummary other = container(u"1"_s, u"shop"_s, u"api"_s);
        write(path(u"shop/other.yaml"_s), twoServices);
        other.labels.insert(ComposeLabel::configFiles, path(u"shop/other.yaml"_s));
        m_containers->replaceAll({other});
        QVERIFY(filesRead.wait(Tests::patience));
        QCOMPARE(m_store->project(u"shop"_s).problem, QString());
        QCOMPARE(m_store->project(u"shop"_s).unreadable, QString());
    }

    void noticesAFileThatComesBack()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        QTRY_VERIFY(m_store->project(u"shop"_s).files.complete());
        QVERIFY(QFile::remove(path(u"shop/compose.yaml"_s)));
        QTRY_VERIFY(!m_store->project(u"shop"_s).files.missing.isEmpty());
        write(path(u"shop/compose.yaml"_s), twoServices);
        QTRY_VERIFY(m_store->project(u"shop"_s).files.complete());
    }

    void noticesAFolderThatGoesAndComesBack()
    {
        write(path(u"work/shop/compose.yaml"_s), twoServices);
        m_store->open(path(u"work/shop"_s));
        QTRY_VERIFY(m_store->project(u"shop"_s).files.complete());
        QVERIFY(QDir().rename(path(u"work/shop"_s), path(u"work/other"_s)));
        const QStringList file{path(u"work/shop/compose.yaml"_s)};
        QTRY_COMPARE(m_store->project(u"shop"_s).files.missing, file);
        QCOMPARE(m_store->project(u"shop"_s).problem, QString());
        // Its parent goes as well, and comes back with it.
        QVERIFY(QDir().rename(path(u"work"_s), path(u"elsewhere"_s)));
        QVERIFY(QDir().rename(path(u"elsewhere/other"_s), path(u"elsewhere/shop"_s)));
        QSignalSpy filesRead(&*m_store, &ProjectStore::filesRead);
        m_store->lookAgain(u"shop"_s);
        QVERIFY(filesRead.wait(Tests::patience));
        QCOMPARE(m_store->project(u"shop"_s).files.missing, file);
        QVERIFY(QDir().rename(path(u"elsewhere"_s), path(u"work"_s)));
        QTRY_VERIFY(m_store->project(u"shop"_s).files.complete());

        // Further up there is no watch.
        QVERIFY(QDir().mkpath(path(u"a/b/far"_s)));
        write(path(u"a/b/far/compose.yaml"_s), twoServices);
        m_store->open(path(u"a/b/far"_s));
        QTRY_VERIFY(m_store->project(u"far"_s).files.complete());
        QVERIFY(QDir().rename(path(u"a"_s), path(u"c"_s)));
        m_store->lookAgain(u"far"_s);
        QTRY_VERIFY(!m_store->project(u"far"_s).files.missing.isEmpty());
    }

    void noticesARememberedFolderThatComesBack_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("as its folder") << QByteArray(twoServices) << u"shop"_s;
        QTest::newRow("by a name of its own") << QByteArray("name: store\n") + twoServices << u"store"_s;
    }
    void noticesARememberedFolderThatComesBack()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, name);
        m_store->restore({path(u"work/shop"_s)});
        QTRY_VERIFY(m_store->project(u"shop"_s).problem.contains(u"does not exist"_s));
        write(path(u"work/shop/compose.yaml"_s), text);
        QTRY_VERIFY(m_store->project(name).files.complete());
        QCOMPARE(m_store->project(name).problem, QString());
        QTRY_COMPARE(m_store->projects().keys(), QStringList{name});
        QCOMPARE(m_store->rememberedPaths(), QStringList{path(u"work/shop"_s)});
    }

    void theLabelsFilesWinAndAClashIsTold()
    {
        write(path(u"a/shop/compose.yaml"_s), twoServices);
        write(path(u"b/shop/compose.yaml"_s), "services:\n  other: {image: x}\n");
        ContainerSummary running = container(u"1"_s, u"shop"_s, u"api"_s);
        running.labels.insert(ComposeLabel::workingDirectory, path(u"a/shop"_s));
        running.labels.insert(ComposeLabel::configFiles, path(u"a/shop/compose.yaml"_s));
        m_containers->replaceAll({running});
        m_store->open(path(u"b/shop"_s));
        QTRY_COMPARE(m_store->project(u"shop"_s).clash, path(u"b/shop"_s));
        QCOMPARE(m_store->project(u"shop"_s).files.configFiles, QStringList{path(u"a/shop/compose.yaml"_s)});
        m_containers->clear();
        QTRY_COMPARE(m_store->project(u"shop"_s).files.configFiles, QStringList{path(u"b/shop/compose.yaml"_s)});
        QCOMPARE(m_store->project(u"shop"_s).clash, QString());
    }

    void anOpenedFileThatIsNotUsedIsTold()
    {
        write(path(u"shop/compose.yaml"_s), twoServices);
        write(path(u"shop/other.yaml"_s), "services:\n  web: {image: x}\n");
        m_containers->replaceAll({container(u"1"_s, u"shop"_s, u"api"_s)});
        m_store->open(path(u"shop/other.yaml"_s));
        QTRY_COMPARE(m_store->project(u"shop"_s).unusedFile, path(u"shop/other.yaml"_s));
        QCOMPARE(m_store->project(u"shop"_s).clash, QString());
        QCOMPARE(m_store->project(u"shop"_s).files.configFiles, QStringList{path(u"shop/compose.yaml"_s)});
        QVERIFY(!m_store->project(u"shop"_s).service(u"web"_s));

        // The file that is used, by itself and by its folder.
        for (const QString &used : {u"shop/compose.yaml"_s, u"shop"_s}) {
            m_store->open(path(used));
            QTRY_COMPARE(m_store->project(u"shop"_s).openedPath, path(used));
            QTRY_COMPARE(m_store->project(u"shop"_s).unusedFile, QString());
        }
        m_store->open(path(u"shop/other.yaml"_s));
        QTRY_COMPARE(m_store->project(u"shop"_s).unusedFile, path(u"shop/other.yaml"_s));

        // Once the project is down, the opened file is the one.
        m_containers->clear();
        QTRY_VERIFY(m_store->project(u"shop"_s).service(u"web"_s));
        QCOMPARE(m_store->project(u"shop"_s).unusedFile, QString());
        QCOMPARE(m_store->project(u"shop"_s).files.configFiles, QStringList{path(u"shop/other.yaml"_s)});
    }

    void aStoppedServiceKeepsThePortsOfItsContainer()
    {
        write(path(u"shop/compose.yaml"_s),
              "services:\n  api: {image: x, ports: [\"8000:80\"]}\n  web: {image: x, ports: [\"8001:80\"]}\n");
        const ContainerPort own{u"0.0.0.0"_s, 80, 9000, u"tcp"_s};
        ContainerSummary api = container(u"1"_s, u"shop"_s, u"api"_s);
        api.ports = {own};
        m_containers->replaceAll({api});
        QTRY_VERIFY(m_store->project(u"shop"_s).service(u"web"_s));
        const auto ports
            = [this](const QString &service) { return m_store->project(u"shop"_s).service(service)->ports; };
        QCOMPARE(ports(u"api"_s), QList{own});
        QCOMPARE(ports(u"web"_s).first().publicPort, 8001); // it has no container

        api.ports.clear();
        api.state = ContainerState::Exited;
        m_containers->update({u"1"_s}, {api});
        QCOMPARE(m_store->project(u"shop"_s).runningContainers(), 0);
        QCOMPARE(ports(u"api"_s), QList{own});

        // Stopped since before: nothing is known, and the file's port is not its own.
        api.id = u"2"_s;
        m_containers->replaceAll({api});
        QCOMPARE(ports(u"api"_s), QList<ContainerPort>());
        m_containers->setConfiguredPorts(u"2"_s, {own});
        QCOMPARE(ports(u"api"_s), QList{own});
        m_containers->clear();
        m_store->open(path(u"shop"_s));
        QTRY_VERIFY(m_store->contains(u"shop"_s));
        QTRY_VERIFY(m_store->project(u"shop"_s).service(u"api"_s));
        QCOMPARE(ports(u"api"_s).first().publicPort, 8000);
    }

    void whatComposeSaysHoldsUntilTheFilesChange()
    {
        write(path(u"shop/compose.yaml"_s), "services: 3\n");
        m_store->open(path(u"shop"_s));
        QTRY_VERIFY(m_store->contains(u"shop"_s));
        QTRY_VERIFY(m_store->project(u"shop"_s).files.complete());
        ComposeModel exact;
        ProjectService web;
        web.name = u"web"_s;
        web.inFile = true;
        exact.services = {web};
        m_store->setExactModel(u"shop"_s, exact);
        QVERIFY(m_store->project(u"shop"_s).service(u"web"_s));
        write(path(u"shop/compose.yaml"_s), twoServices);
        QTRY_VERIFY(m_store->project(u"shop"_s).service(u"api"_s));
        QVERIFY(!m_store->project(u"shop"_s).service(u"web"_s));
    }

private:
    ContainerSummary container(const QString &id, const QString &project, const QString &service,
                               ContainerState state = ContainerState::Running) const
    {
        ContainerSummary result;
        result.id = id;
        result.name = project + u'-' + service;
        result.state = state;
        if (!project.isEmpty()) {
            result.labels.insert(ComposeLabel::project, project);
            result.labels.insert(ComposeLabel::service, service);
            result.labels.insert(ComposeLabel::workingDirectory, path(project));
            result.labels.insert(ComposeLabel::configFiles, path(project + u"/compose.yaml"_s));
        }
        return result;
    }
    QString path(const QString &name) const { return m_dir->filePath(name); }

    std::optional<QTemporaryDir> m_dir;
    std::optional<ContainerStore> m_containers;
    std::optional<ProjectStore> m_store;
};

QTEST_GUILESS_MAIN(TestProjectStore)
#include "tst_projectstore.moc"
