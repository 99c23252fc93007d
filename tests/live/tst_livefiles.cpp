// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "futures.h"
#include "lab/labenvironment.h"
#include "smalldisk.h"

#include "engine/engine.h"
#include "files/copyout.h"
#include "files/filecommands.h"
#include "files/fileread.h"
#include "files/filetreemodel.h"
#include "files/folderreader.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Files of containers on a real engine: listed by programs and by archives, read, and copied in and out.
class TestLiveFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<OperationLog> m_log;
    std::unique_ptr<FileCommands> m_commands;

    static void removeAll()
    {
        const QStringList ids
            = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name=files-"_s}).output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids);
    }
    /// Runs until the test ends.
    static QString run(Lab::Image image, const QString &name, const QStringList &options = {})
    {
        return idOf(Lab::docker(QStringList{u"run"_s, u"-d"_s, u"--init"_s, u"--name"_s, name} + options
                                + QStringList{Lab::image(image), u"sleep"_s, u"600"_s}));
    }
    static QString create(Lab::Image image, const QString &name, const QStringList &options = {})
    {
        return idOf(Lab::docker(QStringList{u"create"_s, u"--name"_s, name} + options
                                + QStringList{Lab::image(image), u"sleep"_s, u"600"_s}));
    }
    static QString idOf(const Lab::CommandResult &made)
    {
        if (!made.ok())
            qWarning("%s", qPrintable(made.error));
        return made.output.section(u'\n', -1);
    }
    static QString sh(const QString &container, const QString &script)
    {
        const auto result = Lab::docker({u"exec"_s, container, u"sh"_s, u"-c"_s, script});
        return result.ok() ? result.output : u"failed: "_s + result.error;
    }
    /// What hostile files there are in /t of each container that is made for it.
    static void fill(const QString &container)
    {
        sh(container,
           u"mkdir -p '/t/two\nlines' /t/-rf '/t/sp ace'; printf one > '/t/two\nlines/f'; printf 12 > /t/-n; "
           "ln -s 'sp ace' /t/link; ln -s /etc/passwd /t/out; ln -s nowhere /t/broken; mkfifo /t/pipe; "
           "chown 7:8 /t/-n; chmod 4711 /t/-n; touch -d '2020-01-02 03:04:05' /t/-n; printf x > \"$(printf '/t/\\377')\""_s);
    }

    FileHost host(const QString &id) const
    {
        const QFuture<ContainerDetails> answer = m_engine->client()->inspectContainer(id);
        return errorOf(answer) || !answer.isFinished() ? FileHost{id, id, true, {}} : FileHost::of(answer.result());
    }
    FolderReader::Result read(const QString &id, const QByteArray &path, bool whole = false) const
    {
        FolderReader reader(m_engine->client(), host(id), path, {}, nullptr);
        FolderReader::Result result;
        bool ended = false;
        connect(&reader, &FolderReader::finished, &reader, [&](const FolderReader::Result &read) {
            result = read;
            ended = true;
        });
        reader.setWhole(whole);
        reader.start();
        if (!QTest::qWaitFor([&] { return ended; }, 60'000))
            result.problem = u"did not end"_s;
        return result;
    }
    static QStringList names(const FolderReader::Result &result)
    {
        QStringList names;
        if (!result.folder)
            return {result.problem};
        for (const auto &child : result.folder->children)
            names << child->entry.shownName();
        return names;
    }
    FileRead::Content content(const QString &id, const QByteArray &path, bool isLink = false) const
    {
        FileRead reader(m_engine->client(), id, path, isLink, true, nullptr);
        FileRead::Content content;
        bool ended = false;
        connect(&reader, &FileRead::finished, &reader, [&](const FileRead::Content &read) {
            content = read;
            ended = true;
        });
        reader.start();
        if (!QTest::qWaitFor([&] { return ended; }, 20'000))
            content.problem = u"did not end"_s;
        return content;
    }
    static QString stateOf(const Operation *operation)
    {
        if (!QTest::qWaitFor([operation] { return !operation->isRunning(); }, 60'000))
            return u"running"_s;
        return operation->state() == Operation::State::Succeeded ? u"succeeded"_s
            : operation->state() == Operation::State::Cancelled  ? u"cancelled"_s
                                                                 : operation->error();
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QStringList everything(const QString &folder)
    {
        return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(Lab::isUp(), Lab::notUp); }

    void init()
    {
        removeAll();
        m_folder = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<Engine>();
        m_log = std::make_unique<OperationLog>();
        m_commands = std::make_unique<FileCommands>(m_engine.get(), m_log.get());
        m_engine->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
        QTRY_COMPARE(m_engine->state(), Engine::State::Connected);
    }

    void cleanup()
    {
        m_commands.reset();
        m_log.reset();
        m_engine.reset();
        removeAll();
    }

    void programsAndArchivesTellTheSame_data()
    {
        QTest::addColumn<int>("image");
        QTest::newRow("busybox") << int(Lab::Image::Busybox);
        QTest::newRow("debian") << int(Lab::Image::Postgres);
    }

    void programsAndArchivesTellTheSame()
    {
        QFETCH(int, image);
        const QString id = run(Lab::Image(image), u"files-same"_s);
        fill(id);
        const FolderReader::Result running = read(id, "/t");
        QCOMPARE(running.problem, QString());
        QCOMPARE(running.route, FolderReader::Route::Programs);
        const QStringList wanted{u"link"_s,   u"-rf"_s, u"sp ace"_s, u"two\nlines"_s, u"-n"_s,
                                 u"broken"_s, u"out"_s, u"pipe"_s,   u"\uFFFD"_s};
        QStringList found = names(running);
        found.sort();
        QStringList sorted = wanted;
        sorted.sort();
        QCOMPARE(found, sorted);
        const FileEntry file = running.folder->child("-n")->entry;
        QCOMPARE(file.modeText(), u"-rws--x--x"_s);
        QCOMPARE(file.size, 2);
        QCOMPARE(file.modified, QDateTime(QDate(2020, 1, 2), QTime(3, 4, 5), Qt::UTC).toSecsSinceEpoch());
        QCOMPARE(running.folder->child("link")->entry.linkTarget, "sp ace");
        QVERIFY(running.folder->child("link")->entry.leadsToFolder);
        QVERIFY(!running.folder->child("broken")->entry.leadsToFolder);

        Lab::docker({u"stop"_s, u"-t"_s, u"0"_s, id});
        const FolderReader::Result stopped = read(id, "/t");
        QCOMPARE(stopped.problem, QString());
        QCOMPARE(stopped.route, FolderReader::Route::Archive);
        QCOMPARE(names(stopped), names(running));
        QCOMPARE(stopped.folder->child("-n")->entry.modeText(), file.modeText());
        QCOMPARE(stopped.folder->child("-n")->entry.modified, file.modified);
        QVERIFY(stopped.folder->child("\xff"));
        QCOMPARE(stopped.folder->child("two\nlines")->child("f")->entry.size, 3);
        // Through a link, too.
        QCOMPARE(read(id, "/t/link").problem, QString());
    }

    void theRootOfAStoppedContainerIsNotReadWhole()
    {
        const QString id = create(Lab::Image::Postgres, u"files-root"_s, {u"-w"_s, u"/unusual/place"_s});
        const FolderReader::Result root = read(id, "/");
        QCOMPARE(root.problem, QString());
        QCOMPARE(root.route, FolderReader::Route::UsualNames);
        QVERIFY(root.folder->known == FileNode::Known::Some);
        for (const char *name : {"bin", "etc", "usr", "var"})
            QVERIFY2(root.folder->child(name), name);
        QVERIFY(root.folder->child("bin")->entry.canOpen());
        const FolderReader::Result whole = read(id, "/", true);
        QCOMPARE(whole.problem, QString());
        QVERIFY(whole.folder->known == FileNode::Known::All);
        QVERIFY(whole.folder->child("usr")->child("bin")->children.size() > 100);
        for (const auto &child : root.folder->children)
            QVERIFY2(whole.folder->child(child->entry.name), child->entry.name.constData());
    }

    void aLargeFolderAsksWhetherToGoOn()
    {
        const QString id = create(Lab::Image::Postgres, u"files-large"_s);
        for (const bool goOn : {true, false}) {
            FolderReader reader(m_engine->client(), host(id), "/usr", {}, nullptr);
            std::optional<FolderReader::Result> result;
            connect(&reader, &FolderReader::finished, &reader,
                    [&result](const FolderReader::Result &read) { result = read; });
            QSignalSpy held(&reader, &FolderReader::held);
            reader.start();
            QTRY_VERIFY(held.count() == 1);
            const qint64 before = reader.received();
            // An engine that still sends the archive would not answer.
            const QFuture<ContainerDetails> inspected = m_engine->client()->inspectContainer(id);
            QTRY_VERIFY(inspected.isFinished() && inspected.resultCount() == 1);
            QVERIFY(!result && reader.isHeld());
            QCOMPARE(reader.received(), before);
            if (goOn)
                reader.goOn();
            else
                reader.stop();
            QTRY_VERIFY(result.has_value());
            QCOMPARE(result->problem, QString());
            QVERIFY(result->folder->child("bin"));
            QVERIFY(result->folder->known == (goOn ? FileNode::Known::All : FileNode::Known::Some));
            QCOMPARE(bool(result->folder->child("share")), goOn);
        }
    }

    void aContainerWithoutProgramsIsReadByItsArchive()
    {
        const QString id = run(Lab::Image::Busybox, u"files-bare"_s);
        sh(id, u"mkdir /t; printf x > /t/f; rm -f /bin/find /usr/bin/find /bin/sh"_s);
        const FolderReader::Result result = read(id, "/t");
        QCOMPARE(names(result), QStringList{u"f"_s});
        QCOMPARE(result.route, FolderReader::Route::Archive);
    }

    void whatIsNotThereIsSaid()
    {
        const QString id = run(Lab::Image::Busybox, u"files-none"_s);
        const FolderReader::Result none = read(id, "/no/such");
        QVERIFY(!none.folder);
        QVERIFY2(none.problem.contains(u"/no/such"_s), qPrintable(none.problem));
        QVERIFY(!content(id, "/no/such").problem.isEmpty());
        QCOMPARE(errorOf(m_engine->client()->statPath(id, "/no/such"))->status(), 404);
        Lab::docker({u"rm"_s, u"-f"_s, id});
        QVERIFY(!content(id, "/etc/passwd").problem.isEmpty());
        QVERIFY(!read(id, "/t").problem.isEmpty());
    }

    void theModelFollowsAContainer()
    {
        const QString id = run(Lab::Image::Busybox, u"files-model"_s);
        fill(id);
        FileTreeModel model(m_engine.get());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHost(host(id));
        model.load({});
        QTRY_VERIFY(model.state({}).known == FileNode::Known::All);
        bool found = false;
        const QPersistentModelIndex folder = model.indexOf("/t", &found);
        QVERIFY(found);
        model.load(folder);
        QTRY_COMPARE(model.rowCount(folder), 9);
        model.sort(FileTreeModel::SizeColumn, Qt::DescendingOrder);
        const QPersistentModelIndex kept = model.indexOf("/t/-n", &found);
        sh(id, u"rm /t/out; printf 12345 > /t/-n; mkdir /t/new; rm -r '/t/sp ace'; printf x > '/t/sp ace'"_s);
        model.reload({});
        QTRY_VERIFY(!model.state({}).isBeingRead);
        const QPersistentModelIndex again = model.indexOf("/t", &found);
        model.load(again);
        QTRY_COMPARE(model.entry(kept).size, 5);
        QTRY_VERIFY(!model.state(again).isBeingRead);
        QVERIFY(!model.indexOf("/t/out", &found).isValid());
        QVERIFY(model.indexOf("/t/new", &found).isValid());
        QVERIFY(!model.entry(model.indexOf("/t/sp ace", &found)).canOpen());
        // A place that nobody has read around yet.
        const QPersistentModelIndex deep = model.makeFolder("/sys/kernel");
        QCOMPARE(model.path(deep), "/sys/kernel");
        model.load(deep);
        QTRY_VERIFY(!model.state(deep).isBeingRead);
        QVERIFY(model.rowCount(deep) > 0);
    }

    void whatNobodyLooksAtWaits()
    {
        const QString id = create(Lab::Image::Busybox, u"files-waits"_s);
        FileTreeModel model(m_engine.get());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHost(host(id));
        const auto namesIn = [&model](const QByteArray &folder) {
            bool found = false;
            const QModelIndex index = model.indexOf(folder, &found);
            QStringList names;
            for (int row = 0; row < model.rowCount(index); ++row)
                names << model.index(row, 0, index).data().toString();
            return names;
        };
        model.loadWhole({});
        QTRY_VERIFY(model.state({}).known == FileNode::Known::All);
        const QStringList top = namesIn("/");
        const QStringList programs = namesIn("/bin");
        QVERIFY(top.size() > 5 && programs.size() > 100);
        model.sort(FileTreeModel::NameColumn, Qt::DescendingOrder);
        QVERIFY(namesIn("/") != top);
        QCOMPARE(namesIn("/bin"), programs);
        bool found = false;
        model.load(model.indexOf("/bin", &found));
        QCOMPARE(namesIn("/bin"), QStringList(programs.crbegin(), programs.crend()));
        // Read again, what is open is compared, and the rest replaced.
        const QPersistentModelIndex kept = model.index(0, 0, model.indexOf("/bin", &found));
        QCOMPARE(kept.data().toString(), programs.last());
        const QStringList closed = namesIn("/etc");
        model.sort(FileTreeModel::NameColumn, Qt::AscendingOrder);
        model.loadWhole({});
        QTRY_VERIFY(!model.state({}).isBeingRead);
        QCOMPARE(namesIn("/"), top);
        QCOMPARE(namesIn("/bin"), programs);
        QCOMPARE(kept.row(), int(programs.size()) - 1);
        QCOMPARE(namesIn("/etc"), closed);
    }

    void manyFilesAreListedAtOnce()
    {
        const QString id = run(Lab::Image::Busybox, u"files-many"_s);
        sh(id, u"mkdir /many; cd /many; seq 1 100000 | xargs touch"_s);
        FileTreeModel model(m_engine.get());
        model.setHost(host(id));
        QElapsedTimer timer;
        timer.start();
        model.load(model.makeFolder("/many"));
        bool found = false;
        QTRY_COMPARE(model.rowCount(model.indexOf("/many", &found)), 100'000);
        qInfo("100,000 files listed in %lld ms", timer.elapsed());
        Lab::docker({u"stop"_s, u"-t"_s, u"0"_s, id});
        timer.start();
        const FolderReader::Result stopped = read(id, "/many");
        qInfo("100,000 files of a stopped container in %lld ms", timer.elapsed());
        QCOMPARE(stopped.folder->children.size(), std::size_t(100'000));
    }

    void contentIsRead()
    {
        const QString id = run(Lab::Image::Busybox, u"files-content"_s);
        fill(id);
        sh(id, u"dd if=/dev/zero of=/t/big bs=1M count=64; ln -s big /t/to-big"_s);
        QCOMPARE(content(id, "/t/two\nlines/f").bytes, "one");
        QCOMPARE(content(id, "/t/-n").entry.modeText(), u"-rws--x--x"_s);
        const FileRead::Content big = content(id, "/t/to-big", true);
        QCOMPARE(big.problem, QString());
        QCOMPARE(big.bytes.size(), FileRead::mostOfText);
        QCOMPARE(big.entry.size, 64LL * 1024 * 1024);
        QVERIFY(big.isCut());
        QVERIFY(!content(id, "/t").problem.isEmpty());
        // What the engine does not see.
        QVERIFY(content(id, "/proc/self/status").bytes.contains("Name:"));
    }

    void whatGoesInComesOutTheSame()
    {
        const QString id = run(Lab::Image::Busybox, u"files-round"_s);
        sh(id, u"mkdir '/in here'"_s);
        QTRY_VERIFY(m_engine->containers()->contains(id));
        const QString source = path(u"src/-dir with\nlines"_s);
        write(source + u"/-f"_s, "dash");
        write(source + u"/deep/er/x y"_s, QByteArray(3'000'000, 'x'));
        QVERIFY(QFile::link(u"/etc/passwd"_s, source + u"/out"_s));
        write(path(u"src/single $(x)"_s), "one");
        Operation *in = m_commands->copyIn(id, {source, path(u"src/single $(x)"_s)}, "/in here");
        QCOMPARE(stateOf(in), u"succeeded"_s);
        QVERIFY2(in->commandLine().contains(u" cp "_s) && in->commandLine().contains(u"'files-round:/in here'"_s),
                 qPrintable(in->commandLine()));
        QCOMPARE(sh(id, u"cat '/in here/single $(x)'; stat -c %u:%g '/in here/single $(x)'"_s), u"one0:0"_s);
        QCOMPARE(sh(id, u"readlink \"/in here/-dir with\nlines/out\""_s), u"/etc/passwd"_s);

        const QString target = path(u"target"_s);
        QVERIFY(QDir().mkpath(target));
        Operation *out = m_commands->copyOut(id,
                                             {{"/in here/-dir with\nlines", "-dir with\nlines", -1, false},
                                              {"/in here/single $(x)", "renamed", 3, false}},
                                             target, false);
        QCOMPARE(stateOf(out), u"succeeded"_s);
        QCOMPARE(contentOf(target + u"/-dir with\nlines/-f"_s), "dash");
        QCOMPARE(contentOf(target + u"/-dir with\nlines/deep/er/x y"_s).size(), 3'000'000);
        QCOMPARE(QFile::symLinkTarget(target + u"/-dir with\nlines/out"_s), u"/etc/passwd"_s);
        QCOMPARE(contentOf(target + u"/renamed"_s), "one");
        QCOMPARE(everything(target), (QStringList{u"-dir with\nlines"_s, u"renamed"_s}));
        // Once more: nothing is replaced unless that is wanted.
        write(target + u"/renamed"_s, "mine");
        out = m_commands->copyOut(id, {{"/in here/single $(x)", "renamed", 3, false}}, target, false);
        QVERIFY2(stateOf(out).contains(u"renamed"_s), qPrintable(stateOf(out)));
        QCOMPARE(contentOf(target + u"/renamed"_s), "mine");
        QCOMPARE(everything(target).size(), 2);
    }

    void aStoppedContainerTakesFilesToo()
    {
        const QString id = create(Lab::Image::Postgres, u"files-stopped"_s);
        write(path(u"new.conf"_s), "a = 1\n");
        QCOMPARE(stateOf(m_commands->copyIn(id, {path(u"new.conf"_s)}, "/etc")), u"succeeded"_s);
        QCOMPARE(content(id, "/etc/new.conf").bytes, "a = 1\n");
        QVERIFY(QDir().mkpath(path(u"out"_s)));
        QCOMPARE(stateOf(m_commands->copyOut(id, {{"/etc", "etc", -1, false}}, path(u"out"_s), false)), u"succeeded"_s);
        QCOMPARE(contentOf(path(u"out/etc/new.conf"_s)), "a = 1\n");
        QVERIFY(contentOf(path(u"out/etc/passwd"_s)).contains("root"));
    }

    void theEnginesWordsAreShown()
    {
        const QString id = run(Lab::Image::Busybox, u"files-ro"_s, {u"--read-only"_s});
        write(path(u"f"_s), QByteArray(20'000'000, 'x'));
        const QString readOnly = stateOf(m_commands->copyIn(id, {path(u"f"_s)}, "/etc"));
        QVERIFY2(readOnly.contains(u"read-only"_s) || readOnly.contains(u"read only"_s), qPrintable(readOnly));
        const QString none = stateOf(m_commands->copyIn(id, {path(u"f"_s)}, "/none"));
        QVERIFY2(none != u"succeeded"_s && none.contains(u"/none"_s), qPrintable(none));
        const QString gone = stateOf(m_commands->copyIn(id, {path(u"missing"_s)}, "/"));
        QVERIFY2(gone.contains(u"missing"_s), qPrintable(gone));
        const QString noSuch
            = stateOf(m_commands->copyOut(id, {{"/none", "none", -1, false}}, m_folder->path(), false));
        QVERIFY2(noSuch.contains(u"/none"_s), qPrintable(noSuch));
        QCOMPARE(everything(m_folder->path()), QStringList{u"f"_s});
    }

    void copiesCanBeCancelled()
    {
        const QString id = run(Lab::Image::Busybox, u"files-cancel"_s);
        sh(id, u"mkdir /t; dd if=/dev/zero of=/t/big bs=1M count=500"_s);
        const QString target = path(u"target"_s);
        QVERIFY(QDir().mkpath(target));
        Operation *out = m_commands->copyOut(id, {{"/t/big", "big", 500LL * 1024 * 1024, false}}, target, false);
        QTRY_VERIFY(out->percent() > 2);
        out->cancel();
        QCOMPARE(stateOf(out), u"cancelled"_s);
        QTRY_COMPARE(everything(target), QStringList());
        write(path(u"large"_s), {});
        QVERIFY(QFile::resize(path(u"large"_s), 2'000'000'000));
        Operation *in = m_commands->copyIn(id, {path(u"large"_s)}, "/t");
        QTRY_VERIFY(in->percent() >= 0);
        in->cancel();
        QCOMPARE(stateOf(in), u"cancelled"_s);
        QCOMPARE(failureOf(m_engine->client()->images()), QString());
    }

    void copiesThatAreGivenUpLeaveNothing()
    {
        const QString id = run(Lab::Image::Busybox, u"files-given-up"_s);
        sh(id, u"mkdir /t; dd if=/dev/zero of=/t/big bs=1M count=200"_s);
        QStringList targets;
        for (const qint64 bytes : {-1LL, 0LL, 1LL, 10'000'000LL, 100'000'000LL}) {
            const QString target = path(u"target%1"_s.arg(bytes));
            targets << target;
            QVERIFY(QDir().mkpath(target));
            auto *copy = new CopyOut(m_engine->client(), id, {{"/t", "t", -1, false}}, target, false, nullptr);
            copy->start();
            QTRY_VERIFY(copy->bytes() >= bytes);
            delete copy;
            QTRY_COMPARE(everything(target), QStringList());
        }
        // Nor does any of them come back, after a copy that was begun when all had been given up.
        const QString later = path(u"later"_s);
        QVERIFY(QDir().mkpath(later));
        QCOMPARE(stateOf(m_commands->copyOut(id, {{"/t", "t", -1, false}}, later, false)), u"succeeded"_s);
        for (const QString &target : targets)
            QCOMPARE(everything(target), QStringList());
    }

    void aFullDiskLeavesNoFile()
    {
        const QString id = run(Lab::Image::Busybox, u"files-full"_s);
        sh(id, u"mkdir /t; dd if=/dev/zero of=/t/big bs=1M count=20"_s);
        const QString target = path(u"target"_s);
        write(target + u"/big"_s, "kept");
        QString said;
        {
            const SmallDisk disk(4 * 1024 * 1024);
            said = stateOf(m_commands->copyOut(id, {{"/t/big", "big", 20LL << 20, false}}, target, true));
        }
        QVERIFY2(said.contains(u"big"_s) && said.contains(u"large"_s), qPrintable(said));
        QCOMPARE(everything(target), QStringList{u"big"_s});
        QCOMPARE(contentOf(target + u"/big"_s), "kept");
        QCOMPARE(failureOf(m_engine->client()->images()), QString());
    }

    void linksAreFollowedWhereTheyAreAskedFor()
    {
        const QString id = run(Lab::Image::Busybox, u"files-links"_s);
        sh(id, u"mkdir -p /t/real; printf x > /t/real/f; ln -s real /t/link; ln -s ../../../etc/none /t/broken"_s);
        QVERIFY(QDir().mkpath(path(u"o"_s)));
        QCOMPARE(stateOf(m_commands->copyOut(id, {{"/t/link", "link", -1, true}}, path(u"o"_s), false)),
                 u"succeeded"_s);
        QCOMPARE(contentOf(path(u"o/link/f"_s)), "x");
        QVERIFY(!QFileInfo(path(u"o/link"_s)).isSymLink());
    }
};

QTEST_GUILESS_MAIN(TestLiveFiles)

#include "tst_livefiles.moc"
