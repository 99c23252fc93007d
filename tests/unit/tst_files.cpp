// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/archiveextraction.h"
#include "files/archivelisting.h"
#include "files/copyout.h"
#include "files/filelisting.h"
#include "files/fileplacing.h"
#include "files/fileread.h"
#include "files/filestar.h"
#include "smalldisk.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

class PlayedStream : public ArchiveStream
{
public:
    using ArchiveStream::ArchiveStream;
    void cancel() override { }
    void setPaused(bool paused) override { isPaused = paused; }
    bool isPaused = false;
};

/// An archive that a test writes entry by entry.
class Tar
{
public:
    Tar()
        : m_tar(archive_write_new())
    {
        archive_write_set_format_pax(m_tar);
        archive_write_set_bytes_per_block(m_tar, 0);
        archive_write_open(m_tar, this, nullptr, &Tar::keep, nullptr);
    }
    ~Tar() { archive_write_free(m_tar); }
    Q_DISABLE_COPY_MOVE(Tar)

    Tar &add(const QByteArray &name, quint32 mode, const QByteArray &content = {}, const QByteArray &link = {},
             bool hard = false)
    {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.constData());
        archive_entry_set_mode(entry, mode);
        archive_entry_set_mtime(entry, 1'700'000'000, 0);
        archive_entry_set_uid(entry, 999);
        archive_entry_set_size(entry, content.size());
        if (!link.isEmpty() && hard)
            archive_entry_set_hardlink(entry, link.constData());
        else if (!link.isEmpty())
            archive_entry_set_symlink(entry, link.constData());
        archive_write_header(m_tar, entry);
        archive_write_data(m_tar, content.constData(), size_t(content.size()));
        archive_entry_free(entry);
        return *this;
    }
    Tar &file(const QByteArray &name, const QByteArray &content = "x") { return add(name, S_IFREG | 0644, content); }
    Tar &folder(const QByteArray &name) { return add(name, S_IFDIR | 0755); }
    Tar &link(const QByteArray &name, const QByteArray &target) { return add(name, S_IFLNK | 0777, {}, target); }

    QByteArray bytes()
    {
        archive_write_close(m_tar);
        return m_bytes;
    }

private:
    static ssize_t keep(archive *, void *self, const void *bytes, size_t size)
    {
        static_cast<Tar *>(self)->m_bytes.append(static_cast<const char *>(bytes), qsizetype(size));
        return ssize_t(size);
    }

    archive *m_tar;
    QByteArray m_bytes;
};

} // namespace

/// Files of containers without an engine: what programs and archives say of them, and where they come to be.
class TestFiles : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray place() const { return QFile::encodeName(path(u"in"_s)); }

    /// A feed that has all of it already, so that this thread can read it.
    static std::unique_ptr<ArchiveFeed> feed(const QByteArray &bytes)
    {
        auto *stream = new PlayedStream;
        auto feed = std::make_unique<ArchiveFeed>(stream);
        for (qsizetype at = 0; at < bytes.size(); at += 10'000)
            Q_EMIT stream->data(bytes.mid(at, 10'000));
        Q_EMIT stream->finished();
        return feed;
    }
    static ArchiveListing::Result list(const QByteArray &bytes)
    {
        ArchiveListing::Progress progress;
        return ArchiveListing::read(feed(bytes)->pipe().get(), {}, &progress);
    }
    QString extract(const QByteArray &bytes, const QByteArray &name = "out",
                    ArchiveExtraction::Progress *progress = nullptr) const
    {
        ArchiveExtraction::Progress own;
        return ArchiveExtraction::run(feed(bytes)->pipe().get(), place(), name, progress ? progress : &own);
    }
    /// Everything below the test's folder.
    QStringList all() const
    {
        QStringList names;
        const int cut = int(m_folder->path().size()) + 1;
        QDirIterator each(m_folder->path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                          QDirIterator::Subdirectories);
        while (each.hasNext())
            names << each.next().mid(cut);
        names.sort();
        return names;
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }
    static void write(const QString &path, const QByteArray &bytes = "old")
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QStringList names(const FileNode &folder)
    {
        QStringList names;
        for (const auto &child : folder.children)
            names << child->entry.shownName();
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(path(u"in"_s)));
    }

    void modesAreWordedAsByLs()
    {
        FileEntry entry;
        entry.type = FileEntry::Type::Folder;
        entry.permissions = 01777;
        QCOMPARE(entry.modeText(), u"drwxrwxrwt"_s);
        entry.type = FileEntry::Type::File;
        entry.permissions = 04750;
        QCOMPARE(entry.modeText(), u"-rwsr-x---"_s);
        entry.permissions = 02644;
        QCOMPARE(entry.modeText(), u"-rw-r-Sr--"_s);
    }

    void pathsAreCleanedAndNamesJudged()
    {
        QCOMPARE(cleanPath("/a//b/./c/../d/"), "/a/b/d");
        QCOMPARE(cleanPath("../../x"), "/x");
        QCOMPARE(cleanPath(""), "/");
        QCOMPARE(parentPath("/a/b"), "/a");
        QCOMPARE(parentPath("/a"), "/");
        QCOMPARE(pathIn("/", "a"), "/a");
        QVERIFY(isPlainName("-rf") && isPlainName(" \n"));
        QVERIFY(!isPlainName("..") && !isPlainName("a/b") && !isPlainName(""));
    }

    void listingsOfFindHoldAnyName()
    {
        QByteArray output;
        const auto add = [&output](const QByteArray &head, const QByteArray &name, const QByteArray &target = {}) {
            output += head + '\0' + "root" + '\0' + "staff" + '\0' + name + '\0' + target + '\0';
        };
        add("ff 644 12 1700000000.5000000000", "two\nlines");
        add("ff 4755 0 1700000000.0", "-rf");
        add("ff 600 3 -5.25", "\xff\xfe not utf8");
        add("ld 777 9 1700000001.0", "link", "/a b\nc");
        add("lN 777 9 1700000001.0", "broken", "nowhere");
        add("dd 1777 4096 1700000001.0", " ");
        add("dd 755 4096 1700000001.0", "..");
        add("ff 755 4096 1700000001.0", "../../outside");
        const auto entries = FileListing::parse(FileListing::Way::Find, output);
        QVERIFY(entries);
        QCOMPARE(entries->size(), 6); // without those that are no names
        QCOMPARE(entries->at(0).name, "two\nlines");
        QCOMPARE(entries->at(0).size, 12);
        QCOMPARE(entries->at(0).modified, 1'700'000'000);
        QCOMPARE(entries->at(0).group, "staff");
        QCOMPARE(entries->at(1).permissions, quint16(04755));
        QCOMPARE(entries->at(2).name, "\xff\xfe not utf8");
        QCOMPARE(entries->at(2).modified, -5);
        QVERIFY(entries->at(3).isLink() && entries->at(3).leadsToFolder);
        QCOMPARE(entries->at(3).linkTarget, "/a b\nc");
        QVERIFY(!entries->at(4).leadsToFolder);
        QVERIFY(entries->at(5).isFolder());
        // Cut off anywhere: what is whole.
        for (qsizetype size = 0; size < output.size(); ++size) {
            const auto some = FileListing::parse(FileListing::Way::Find, output.first(size));
            QVERIFY(!some || some->size() <= entries->size());
        }
        QVERIFY(!FileListing::parse(FileListing::Way::Find, "OCI runtime exec failed: no such file"));
        QCOMPARE(FileListing::parse(FileListing::Way::Find, {})->size(), 0);
    }

    void listingsOfAShellHoldAnyName()
    {
        QByteArray output = "81a4 12 1700000000 0 0 root root ./two\nlines/\n"
                            "81ed 0 1700000000 70 70 UNKNOWN UNKNOWN ./81a4 1 2 0 0 a b ./\n"
                            "a1ff 9 1700000001 0 0 root staff ./link/\n"
                            "a1ff 9 1700000001 0 0 root staff ./broken/\n"
                            "41ed 40 1700000002 0 0 root root ./-x/\n"
                            "//\n";
        output += QByteArray("./link/d/a b\n\nx") + '\0' + "./broken/-nowhere\nx" + '\0';
        output.replace("a b ./\n", "a b/\n");
        const auto entries = FileListing::parse(FileListing::Way::Shell, output);
        QVERIFY(entries);
        QCOMPARE(entries->size(), 5);
        QCOMPARE(entries->at(0).name, "two\nlines");
        QCOMPARE(entries->at(1).name, "81a4 1 2 0 0 a b");
        QCOMPARE(entries->at(1).owner, "70");
        QCOMPARE(entries->at(2).linkTarget, "/a b\n");
        QVERIFY(entries->at(2).leadsToFolder);
        QCOMPARE(entries->at(3).linkTarget, "nowhere");
        QVERIFY(!entries->at(3).leadsToFolder);
        QCOMPARE(entries->at(4).name, "-x");
        QVERIFY(entries->at(4).isFolder());
        for (qsizetype size = 0; size < output.size(); ++size)
            FileListing::parse(FileListing::Way::Shell, output.first(size));
        QVERIFY(!FileListing::parse(FileListing::Way::Shell, "sh: stat: not found\n"));
        QCOMPARE(FileListing::parse(FileListing::Way::Shell, "//\n")->size(), 0);
    }

    void theCommandsListRealFolders_data()
    {
        QTest::addColumn<int>("way");
        QTest::newRow("find") << int(FileListing::Way::Find);
        QTest::newRow("shell") << int(FileListing::Way::Shell);
    }

    void theCommandsListRealFolders()
    {
        QFETCH(int, way);
        const QString folder = path(u"-odd $(x) ' \"\n`"_s);
        QVERIFY(QDir().mkpath(folder + u"/sub"_s));
        write(folder + u"/-n"_s, "1234");
        write(folder + u"/a\nb"_s);
        QVERIFY(QFile::link(u"sub"_s, folder + u"/to folder"_s));
        QVERIFY(QFile::link(u"two\nlines\n"_s, folder + u"/broken"_s));
        QStringList command = FileListing::command(FileListing::Way(way), folder);
        QProcess process;
        process.start(command.takeFirst(), command);
        QVERIFY(process.waitForFinished());
        const auto entries = FileListing::parse(FileListing::Way(way), process.readAllStandardOutput());
        QVERIFY(entries);
        QMap<QByteArray, FileEntry> byName;
        for (const FileEntry &entry : *entries)
            byName.insert(entry.name, entry);
        QCOMPARE(byName.keys(), (QList<QByteArray>{"-n", "a\nb", "broken", "sub", "to folder"}));
        QCOMPARE(byName["-n"].size, 4);
        QVERIFY(byName["sub"].isFolder());
        QVERIFY(byName["to folder"].leadsToFolder);
        QCOMPARE(byName["to folder"].linkTarget, "sub");
        QCOMPARE(byName["broken"].linkTarget, "two\nlines\n");
    }

    void archivesAreListedByTheirHeads()
    {
        const QByteArray longName(200, 'l');
        Tar tar;
        tar.folder("./").folder("./b/").file("./b/big", QByteArray(300'000, 'x')).folder("./b/deep/");
        tar.file("./b/deep/f").file("./a10").file("./a9").link("./to b", "b/deep").link("./out", "../../b");
        tar.file("./" + longName + "/" + longName + "n").folder("./" + longName).file("./\xff");
        const ArchiveListing::Result result = list(tar.bytes());
        QCOMPARE(result.problem, QString());
        QCOMPARE(
            names(*result.folder),
            (QStringList{u"b"_s, QString::fromLatin1(longName), u"to b"_s, u"a9"_s, u"a10"_s, u"out"_s, u"\uFFFD"_s}));
        const FileNode *b = result.folder->child("b");
        QCOMPARE(names(*b), (QStringList{u"deep"_s, u"big"_s}));
        QCOMPARE(b->child("big")->entry.size, 300'000);
        QCOMPARE(b->child("big")->entry.owner, "999");
        QCOMPARE(b->child("deep")->path(), "/b/deep");
        QVERIFY(b->known == FileNode::Known::All);
        QVERIFY(result.folder->child("to b")->entry.leadsToFolder);
        QVERIFY(!result.folder->child("out")->entry.leadsToFolder);
        QCOMPARE(result.folder->child("\xff")->entry.name, "\xff");
    }

    void anArchiveThatIsNotWholeIsToldSo()
    {
        Tar tar;
        tar.folder("./").folder("./a/").file("./a/f", QByteArray(5000, 'x')).file("./z", QByteArray(5000, 'x'));
        const QByteArray whole = tar.bytes();
        const ArchiveListing::Result cut = list(whole.first(4000));
        QVERIFY(!cut.problem.isEmpty());
        QVERIFY(cut.folder->known == FileNode::Known::Some);
        const ArchiveListing::Result words = list(whole.first(4096) + R"({"message":"it went away"})");
        QVERIFY2(words.problem.contains(u"it went away"_s), qPrintable(words.problem));
        QVERIFY(!list("no archive at all").problem.isEmpty());
    }

    void aReadingCanBeStopped()
    {
        Tar tar;
        tar.folder("./").file("./a");
        ArchiveListing::Progress progress;
        progress.stopped = true;
        const auto result = ArchiveListing::read(feed(tar.bytes())->pipe().get(), {}, &progress);
        QCOMPARE(result.problem, QString());
        QVERIFY(result.folder->known == FileNode::Known::Some);
    }

    void deepPathsDoNotExhaustTheStack()
    {
        QByteArray deep = "./";
        for (int i = 0; i < 3000; ++i)
            deep += "d/";
        Tar tar;
        tar.folder("./").folder(deep).file("./kept");
        QCOMPARE(names(*list(tar.bytes()).folder), QStringList{u"kept"_s});
    }

    void extractionStaysInItsFolder()
    {
        write(path(u"secret"_s), "secret");
        Tar tar;
        tar.folder("x").file("x/fine", "fine").file("../x/up").file("x/../../up2").file("/etc/absolute");
        tar.link("x/etc", "/etc").file("x/etc/through").link("x/up", "../..").file("x/up/through");
        tar.link("x/secret", "../../secret").file("x/secret", "overwritten");
        tar.add("x/hard", S_IFREG | 0644, {}, "../secret", true);
        tar.add("x/device", S_IFCHR | 0666).add("x/pipe", S_IFIFO | 0666);
        ArchiveExtraction::Progress progress;
        QCOMPARE(extract(tar.bytes(), "out", &progress), QString());
        QCOMPARE(content(path(u"secret"_s)), "secret");
        // A file takes the place of a link, and does not go through it.
        QCOMPARE(content(path(u"in/out/secret"_s)), "overwritten");
        QVERIFY(!QFileInfo(path(u"in/out/secret"_s)).isSymLink());
        QCOMPARE(QFileInfo(path(u"in/out/etc"_s)).symLinkTarget(), u"/etc"_s);
        QVERIFY(!QFile::exists(u"/etc/through"_s));
        QVERIFY(progress.leftOut >= 6);
        QStringList below = all();
        below.removeIf([](const QString &name) { return name.startsWith(u"in/out/"_s); });
        QCOMPARE(below, (QStringList{u"in"_s, u"in/out"_s, u"secret"_s}));
        QVERIFY2(!QDir(path(u"in/out"_s)).entryList(QDir::System).contains(u"pipe"_s), "a pipe was made");
    }

    void extractionKeepsWhatFilesAre()
    {
        const QByteArray longName(250, 'n');
        Tar tar;
        tar.folder("dir").add("dir/run", S_IFREG | 04755, "#!").add("dir/none", S_IFREG | 0000, "n");
        tar.add("dir/closed", S_IFDIR | 0000).file("dir/closed/f", "in").file("dir/" + longName).file("dir/\xff\xfe");
        tar.file("dir/-x").file("dir/two\nlines").add("dir/twin", S_IFREG | 0644, {}, "dir/run", true);
        QCOMPARE(extract(tar.bytes(), "new name"), QString());
        const QString out = path(u"in/new name/"_s);
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(out + u"run"_s).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777, mode_t(0755)); // no set-user-id program comes to be here
        QCOMPARE(status.st_mtime, time_t(1'700'000'000));
        QCOMPARE(status.st_uid, ::getuid());
        QCOMPARE(content(out + u"closed/f"_s), "in");
        QCOMPARE(content(out + u"none"_s), "n");
        QCOMPARE(content(out + u"twin"_s), "#!");
        QVERIFY(QFile::exists(out + u"two\nlines"_s) && QFile::exists(out + u"-x"_s));
        QCOMPARE(::access((QFile::encodeName(out) + "\xff\xfe").constData(), R_OK), 0);
        QVERIFY(QFile::exists(out + QString::fromLatin1(longName)));
    }

    void aFullDiskIsTold()
    {
        const QByteArray tar = Tar().file("big", QByteArray(3'000'000, 'x')).bytes();
        const SmallDisk disk(1'000'000);
        const QString problem = extract(tar);
        QVERIFY2(problem.contains(u"out"_s) && problem.contains(u"large"_s), qPrintable(problem));
    }

    void filesGetTheirNamesAtTheEnd()
    {
        const QString folder = path(u"in"_s);
        write(folder + u"/there"_s);
        write(folder + u"/both/old"_s);
        write(folder + u"/both/same"_s);
        QCOMPARE(FilePlacing::existing(place(), {"there", "not"}), QList<QByteArray>{"there"});
        FilePlacing placing;
        QCOMPARE(placing.make(place()), QString());
        const QString temporary = QFile::decodeName(placing.path());
        write(temporary + u"/there"_s, "new");
        write(temporary + u"/both/same"_s, "new");
        write(temporary + u"/both/more"_s, "new");
        QVERIFY(!placing.place({"there"}, false).isEmpty());
        QCOMPARE(content(folder + u"/there"_s), "old");
        QCOMPARE(placing.place({"there", "both"}, true), QString());
        placing.remove();
        QCOMPARE(content(folder + u"/there"_s), "new");
        QCOMPARE(all(),
                 (QStringList{u"in"_s, u"in/both"_s, u"in/both/more"_s, u"in/both/old"_s, u"in/both/same"_s,
                              u"in/there"_s}));
        QCOMPARE(content(folder + u"/both/same"_s), "new");
    }

    void nothingIsPutThroughALink()
    {
        write(path(u"outside/f"_s));
        QVERIFY(QFile::link(path(u"outside"_s), path(u"in/link"_s)));
        FilePlacing placing;
        QCOMPARE(placing.make(place()), QString());
        write(QFile::decodeName(placing.path()) + u"/link/f"_s, "new");
        QVERIFY(!placing.place({"link"}, true).isEmpty());
        placing.remove();
        QCOMPARE(content(path(u"outside/f"_s)), "old");
    }

    void twoOfOneNameAreNotCopiedOut()
    {
        CopyOut copy(nullptr, u"id"_s, {{"/a/x", "x", 1, false}, {"/b/y", "y", 1, false}, {"/b/x", "x", 1, false}},
                     path(u"in"_s), true, nullptr);
        QSignalSpy failed(&copy, &CopyOut::failed);
        copy.start();
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().toString(), u"Two of them are called “x”."_s);
        QCOMPARE(all(), QStringList{u"in"_s});
    }

    void foldersOfThisMachineAreSentWhole()
    {
        write(path(u"src/-x"_s), "1");
        write(path(u"src/a b\n/f"_s), "22");
        QVERIFY(QFile::link(u"/etc/passwd"_s, path(u"src/out"_s)));
        LocalFiles files;
        const std::atomic_bool stop = false;
        QCOMPARE(files.readNames(QFile::encodeName(m_folder->path()), {"src"}, stop), QString());
        QCOMPARE(files.fileCount(), 2);
        QCOMPARE(files.size(), 3);
        QVERIFY(!LocalFiles().readNames(QFile::encodeName(m_folder->path()), {"none"}, stop).isEmpty());
        FilesTar tar({files});
        QByteArray bytes;
        FilesTar::Block block;
        do {
            block = tar.next();
            bytes += block.bytes;
        } while (!block.isLast && block.problem.isEmpty());
        const ArchiveListing::Result result = list(bytes);
        QCOMPARE(result.problem, QString());
        QCOMPARE(names(*result.folder->child("src")), (QStringList{u"a b\n"_s, u"-x"_s, u"out"_s}));
        QCOMPARE(result.folder->child("src")->child("out")->entry.linkTarget, "/etc/passwd");
    }

    void picturesAreKnownByTheirFirstBytes()
    {
        QCOMPARE(FileRead::pictureFormatOf("\x89PNG\r\n\x1a\n...."), "png");
        QCOMPARE(FileRead::pictureFormatOf("\xff\xd8\xff\xe0"), "jpeg");
        QCOMPARE(FileRead::pictureFormatOf("<svg>"), QByteArray());
        QCOMPARE(FileRead::pictureFormatOf("BMW is a car"), QByteArray());
    }

    void theOrderIsThatOfPeople()
    {
        FileNode folder;
        for (const char *name : {"b", "A", "a10", "a9", "a09", "B"})
            folder.add({.name = name, .owner = {}, .group = {}, .linkTarget = {}});
        folder.add({.name = "z", .owner = {}, .group = {}, .linkTarget = {}})->entry.type = FileEntry::Type::Folder;
        folder.sort({});
        QCOMPARE(names(folder), (QStringList{u"z"_s, u"A"_s, u"a09"_s, u"a9"_s, u"a10"_s, u"B"_s, u"b"_s}));
        folder.sort({FileOrder::By::Name, true});
        QCOMPARE(names(folder).first(), u"z"_s); // folders first, whatever the order
        QCOMPARE(names(folder).last(), u"A"_s);
        // Those that nobody looks at are left for later.
        FileNode *closed = folder.child("z");
        for (const char *name : {"1", "2"})
            closed->add({.name = name, .owner = {}, .group = {}, .linkTarget = {}});
        folder.sortOpen({FileOrder::By::Name, true});
        QCOMPARE(names(*closed), (QStringList{u"1"_s, u"2"_s}));
        closed->isOpen = true;
        folder.sortOpen({FileOrder::By::Name, true});
        QCOMPARE(names(*closed), (QStringList{u"2"_s, u"1"_s}));
    }
};

QTEST_GUILESS_MAIN(TestFiles)

#include "tst_files.moc"
