// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/buildcontext.h"
#include "files/filestar.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What of a folder goes to the engine, and in what form.
class TestBuildContext : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }

    void write(const QString &name, const QByteArray &text = "x") const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    BuildContext read(const QString &dockerfile = u"Dockerfile"_s) const
    {
        const std::atomic_bool stop = false;
        return BuildContext::read(m_folder->path(), dockerfile, stop);
    }

    static QStringList names(const BuildContext &context)
    {
        QStringList names;
        for (const LocalFiles::Entry &entry : context.files().entries())
            names << QFile::decodeName(entry.path);
        return names;
    }

    static QByteArray tarOf(const BuildContext &context, QString *problem = nullptr)
    {
        FilesTar tar({context.files()});
        QByteArray bytes;
        for (;;) {
            const FilesTar::Block block = tar.next();
            bytes += block.bytes;
            if (problem)
                *problem = block.problem;
            if (block.isLast || !block.problem.isEmpty())
                return bytes;
        }
    }

    /// What tar itself says of it.
    static QString runTar(const QStringList &arguments, const QByteArray &archive)
    {
        QProcess tar;
        tar.start(u"tar"_s, arguments);
        tar.write(archive);
        tar.closeWriteChannel();
        if (!tar.waitForFinished() || tar.exitCode() != 0)
            return u"failed: "_s + QString::fromUtf8(tar.readAllStandardError());
        return QString::fromUtf8(tar.readAllStandardOutput());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        write(u"Dockerfile"_s, "FROM scratch\n");
    }

    void filesAreCountedAndIgnoredOnesAreNot()
    {
        write(u"app.py"_s, "12345");
        write(u"data/big.bin"_s, QByteArray(1000, 'x'));
        write(u"node_modules/a/index.js"_s);
        write(u".dockerignore"_s, "node_modules\n*\n!app.py\n!data\n");
        const BuildContext context = read();
        QCOMPARE(context.problem(), QString());
        QCOMPARE(names(context),
                 (QStringList{u".dockerignore"_s, u"Dockerfile"_s, u"app.py"_s, u"data"_s, u"data/big.bin"_s}));
        QCOMPARE(context.files().fileCount(), qint64(4));
        QCOMPARE(context.files().size(), qint64(5 + 1000 + 13 + 29));
        QVERIFY2(context.summary().contains(u"4 file"_s), qPrintable(context.summary()));
    }

    void anIgnoredDockerfileIsSentAllTheSame()
    {
        write(u"docker/Build.file"_s, "FROM scratch\n");
        write(u".dockerignore"_s, "**\n");
        QCOMPARE(names(read(u"docker/Build.file"_s)), (QStringList{u".dockerignore"_s, u"docker/Build.file"_s}));
    }

    void theIgnoreFileOfADockerfileCountsInPlaceOfTheFolders()
    {
        write(u"docker/Build.file"_s, "FROM scratch\n");
        write(u"docker/Build.file.dockerignore"_s, "*\n!app.py\n");
        write(u".dockerignore"_s, "app.py\n");
        write(u"app.py"_s, "12345");
        write(u"big.bin"_s, QByteArray(1000, 'x'));
        const BuildContext special = read(u"docker/Build.file"_s);
        QCOMPARE(names(special), (QStringList{u".dockerignore"_s, u"app.py"_s, u"docker/Build.file"_s}));
        QCOMPARE(special.files().size(), qint64(7 + 5 + 13));
        QVERIFY2(names(read()).contains(u"big.bin"_s), "that of another Dockerfile");
        QVERIFY(!names(read()).contains(u"app.py"_s));
        write(u"docker/Build.file.dockerignore"_s, "[\n");
        QCOMPARE(read(u"docker/Build.file"_s).problem(),
                 u"Line 1 of docker/Build.file.dockerignore is no pattern: “[”."_s);
    }

    void linksAreKeptAndNotFollowed()
    {
        write(u"real/file"_s);
        QVERIFY(QFile::link(u"real"_s, path(u"folder"_s)));
        QVERIFY(QFile::link(u"/etc/passwd"_s, path(u"outside"_s)));
        QVERIFY(QFile::link(u"nowhere"_s, path(u"broken"_s)));
        const BuildContext context = read();
        QCOMPARE(context.problem(), QString());
        const QString list = runTar({u"-tvf"_s, u"-"_s}, tarOf(context));
        QVERIFY2(list.contains(u"folder -> real\n"_s), qPrintable(list));
        QVERIFY2(list.contains(u"outside -> /etc/passwd\n"_s), qPrintable(list));
        QVERIFY2(list.contains(u"broken -> nowhere\n"_s), qPrintable(list));
        QVERIFY2(!list.contains(u"folder/file"_s), qPrintable(list));
    }

    void socketsAreLeftOutAndNamed()
    {
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path(u"agent.sock"_s));
        qstrncpy(address.sun_path, name.constData(), sizeof address.sun_path);
        QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        ::close(socket);
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"pipe"_s)).constData(), 0600), 0);
        const BuildContext context = read();
        QCOMPARE(context.problem(), QString());
        QCOMPARE(context.files().sockets(), QStringList{u"agent.sock"_s});
        QVERIFY2(context.summary().contains(u"agent.sock"_s), qPrintable(context.summary()));
        // Made while nobody writes into the pipe: it is not opened.
        const QString list = runTar({u"-tf"_s, u"-"_s}, tarOf(context));
        QCOMPARE(list, u"Dockerfile\npipe\n"_s);
    }

    void unreadableFilesAreNamedBeforeAnythingIsSent()
    {
        write(u"secret/key"_s);
        write(u"locked"_s);
        QVERIFY(QFile::setPermissions(path(u"locked"_s), {}));
        QVERIFY(QFile::setPermissions(path(u"secret"_s), {}));
        ::chmod(QFile::encodeName(m_folder->path()).constData(), 0755);
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::seteuid(65534), 0);
        const QString problem = read().problem();
        if (root)
            QCOMPARE(::seteuid(0), 0);
        QFile::setPermissions(path(u"secret"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY2(problem.contains(u"locked, secret"_s), qPrintable(problem));
        QVERIFY2(problem.contains(u".dockerignore"_s), qPrintable(problem));
    }

    void unreadableFilesThatAreIgnoredDoNotMatter()
    {
        write(u"secret/key"_s);
        write(u".dockerignore"_s, "secret\n");
        QVERIFY(QFile::setPermissions(path(u"secret"_s), {}));
        ::chmod(QFile::encodeName(m_folder->path()).constData(), 0755);
        const bool root = ::geteuid() == 0;
        if (root)
            QCOMPARE(::seteuid(65534), 0);
        const QString problem = read().problem();
        if (root)
            QCOMPARE(::seteuid(0), 0);
        QFile::setPermissions(path(u"secret"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QCOMPARE(problem, QString());
    }

    void whatIsMissingIsSaid()
    {
        QFile::remove(path(u"Dockerfile"_s));
        QVERIFY(read().problem().contains(u"no file “Dockerfile”"_s));
        const std::atomic_bool stop = false;
        QVERIFY(
            BuildContext::read(u"/nowhere/at/all"_s, u"Dockerfile"_s, stop).problem().contains(u"/nowhere/at/all"_s));
        QCOMPARE(::mkfifo(QFile::encodeName(path(u"Dockerfile"_s)).constData(), 0600), 0);
        QVERIFY(read().problem().contains(u"is no file"_s));
        QFile::remove(path(u"Dockerfile"_s));
        write(u"Dockerfile"_s);
        write(u".dockerignore"_s, "[");
        QVERIFY(read().problem().contains(u"Line 1 of .dockerignore"_s));
    }

    void oddNamesArriveAsTheyAre()
    {
        const QByteArrayList odd{"-rf",           "two\nlines", "caf\xc3\xa9",
                                 "bytes\xff\xfe", " space ",    QByteArray(200, 'n') + '/' + QByteArray(200, 'm')};
        for (const QByteArray &name : odd) {
            const QByteArray whole = QFile::encodeName(m_folder->path()) + '/' + name;
            if (const qsizetype slash = name.indexOf('/'); slash > 0)
                ::mkdir(QByteArray(whole.left(whole.lastIndexOf('/'))).constData(), 0755);
            FILE *file = ::fopen(whole.constData(), "w");
            QVERIFY(file);
            ::fputs("content", file);
            ::fclose(file);
        }
        const QTemporaryDir target;
        QCOMPARE(runTar({u"-xf"_s, u"-"_s, u"-C"_s, target.path()}, tarOf(read())), QString());
        for (const QByteArray &name : odd) {
            const QByteArray whole = QFile::encodeName(target.path()) + '/' + name;
            struct stat status = {};
            QVERIFY2(::stat(whole.constData(), &status) == 0, name.constData());
            QCOMPARE(status.st_size, 7);
            // Qt would not find the one again that is not UTF-8, and so not remove the folder.
            ::unlink(whole.constData());
            ::unlink((QFile::encodeName(m_folder->path()) + '/' + name).constData());
        }
    }

    void modesStayAndAllBelongsToRoot()
    {
        write(u"run.sh"_s);
        ::chmod(QFile::encodeName(path(u"run.sh"_s)).constData(), 0750);
        const QString list = runTar({u"--numeric-owner"_s, u"-tvf"_s, u"-"_s}, tarOf(read()));
        QVERIFY2(list.contains(u"-rwxr-x--- 0/0 "_s), qPrintable(list));
    }

    void aFileThatChangesMeanwhileIsNoHalfArchive()
    {
        write(u"big"_s, QByteArray(3 * 1024 * 1024, 'x'));
        const BuildContext context = read();
        FilesTar tar({context.files()});
        QVERIFY(!tar.next().bytes.isEmpty());
        QVERIFY(QFile::resize(path(u"big"_s), 100));
        QString problem;
        while (problem.isEmpty()) {
            const FilesTar::Block block = tar.next();
            problem = block.problem;
            QVERIFY(!block.isLast);
        }
        QVERIFY2(problem.contains(u"big"_s), qPrintable(problem));

        const BuildContext gone = read();
        QFile::remove(path(u"big"_s));
        tarOf(gone, &problem);
        QVERIFY2(problem.contains(u"“big” cannot be read any more"_s), qPrintable(problem));
    }

    void blocksAreSmallHoweverLargeTheFiles()
    {
        write(u"big"_s, QByteArray(20 * 1024 * 1024, 'x'));
        FilesTar tar({read().files()});
        qsizetype largest = 0;
        qsizetype all = 0;
        for (;;) {
            const FilesTar::Block block = tar.next();
            largest = std::max(largest, block.bytes.size());
            all += block.bytes.size();
            if (block.isLast)
                break;
        }
        QVERIFY(largest < 1024 * 1024);
        QVERIFY(all > 20 * 1024 * 1024);
    }

    void aHundredThousandFilesAreReadInSeconds()
    {
        constexpr int folders = 100;
        constexpr int each = 1000;
        write(u".dockerignore"_s, "**/*.log\n!**/keep.log\n.git\nnode_modules\n");
        for (int folder = 0; folder < folders; ++folder) {
            const QByteArray parent = QFile::encodeName(path(u"%1"_s.arg(folder)));
            QCOMPARE(::mkdir(parent.constData(), 0755), 0);
            const int place = ::open(parent.constData(), O_RDONLY | O_DIRECTORY);
            QVERIFY(place >= 0);
            for (int file = 0; file < each; ++file) {
                const QByteArray name = QByteArray::number(file) + (file % 10 == 0 ? ".log" : ".py");
                const int descriptor = ::openat(place, name.constData(), O_WRONLY | O_CREAT, 0644);
                if (descriptor < 0 || ::write(descriptor, "x", 1) != 1 || ::close(descriptor) != 0)
                    QFAIL("a file cannot be written");
            }
            ::close(place);
        }
        QElapsedTimer clock;
        clock.start();
        const BuildContext context = read();
        const qint64 reading = clock.elapsed();
        QCOMPARE(context.problem(), QString());
        const qint64 files = 2 + folders * each * 9 / 10;
        QCOMPARE(context.files().fileCount(), files);
        QCOMPARE(context.files().entries().size(), files + folders);
        QVERIFY2(context.summary().contains(QLocale().toString(files)), qPrintable(context.summary()));
        QVERIFY2(reading < 10'000, qPrintable(QString::number(reading)));

        // Stopped amid it, it ends at once.
        std::atomic_bool stop = false;
        auto running = QtConcurrent::run(
            [this, &stop] { return BuildContext::read(m_folder->path(), u"Dockerfile"_s, stop).files().fileCount(); });
        QTest::qSleep(int(reading / 10));
        clock.restart();
        stop = true;
        running.waitForFinished();
        qInfo("read in %lld ms, stopped in %lld ms after %lld files", reading, clock.elapsed(), running.result());
        QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(running.result() < files);
    }

    void readingCanBeStopped()
    {
        write(u"a/b"_s);
        const std::atomic_bool stop = true;
        QVERIFY(BuildContext::read(m_folder->path(), u"Dockerfile"_s, stop).files().entries().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBuildContext)
#include "tst_buildcontext.moc"
