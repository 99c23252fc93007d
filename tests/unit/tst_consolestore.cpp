// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "futures.h"
#include "postgres/consolestore.h"
#include "smalldisk.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;

namespace {

StoredConsole example(const QString &id, int order = 0)
{
    StoredConsole console;
    console.id = id;
    console.order = order;
    console.place = {QStringLiteral("0123"), QStringLiteral("shop-db-1"), QStringLiteral("shop"), QStringLiteral("db")};
    console.user = QStringLiteral("someone");
    console.database = QStringLiteral("other");
    console.autocommit = false;
    console.queries = {
        {QStringLiteral("Query 1"), {}, QStringLiteral("SELECT 'Größe', '\t\n\"';"), 12, false, {}},
        {QStringLiteral("orders.sql"), QStringLiteral("/tmp/orders.sql"), QStringLiteral("SELECT 2"), 0, true,
         QByteArray("\x01\xfe", 2)},
    };
    console.currentQuery = 1;
    return console;
}

constexpr int room = 64 * 1024; // on a disk that is almost full

QString tooLarge()
{
    return QString(room, QLatin1Char('x'));
}

QList<StoredConsole> loaded(ConsoleStore &store)
{
    const QFuture<QList<StoredConsole>> future = store.load();
    if (!QTest::qWaitFor([&] { return future.isFinished(); }))
        return {};
    return future.result();
}

} // namespace

class TestConsoleStore : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_number = 0;

    QString freshFolder() { return m_folder.filePath(QString::number(++m_number) + QStringLiteral("/consoles")); }

private Q_SLOTS:
    void nothingKeptIsNothingLoaded()
    {
        ConsoleStore store(freshFolder());
        QVERIFY(loaded(store).isEmpty());
    }

    void changesAreWrittenWithinASecondAndComeBack()
    {
        const QString folder = freshFolder();
        ConsoleStore store(folder);
        QSignalSpy written(&store, &ConsoleStore::written);
        const StoredConsole second = example(ConsoleStore::newId(), 1);
        const StoredConsole first = example(ConsoleStore::newId(), 0);
        store.track(second.id, [&] { return second; });
        store.track(first.id, [&] { return first; });
        store.changed(second.id);
        store.changed(first.id);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 2, 3000);
        QCOMPARE(loaded(store), (QList<StoredConsole>{first, second}));
        const QFile::Permissions others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::Files))
            QVERIFY(!(file.permissions() & others));
    }

    void manyChangesAreOneWrite()
    {
        ConsoleStore store(freshFolder());
        QSignalSpy written(&store, &ConsoleStore::written);
        StoredConsole console = example(ConsoleStore::newId());
        int snapshots = 0;
        store.track(console.id, [&] {
            ++snapshots;
            return console;
        });
        for (int i = 0; i < 1000; ++i)
            store.changed(console.id);
        QTRY_COMPARE_WITH_TIMEOUT(written.size(), 1, 3000);
        QCOMPARE(snapshots, 1);
    }

    void endWritesWhatIsNew()
    {
        const QString folder = freshFolder();
        const StoredConsole console = example(ConsoleStore::newId());
        {
            ConsoleStore store(folder);
            store.track(console.id, [&] { return console; });
            store.changed(console.id);
        }
        ConsoleStore next(folder);
        QCOMPARE(loaded(next), QList<StoredConsole>{console});
    }

    void closedConsoleIsForgotten()
    {
        const QString folder = freshFolder();
        const StoredConsole console = example(ConsoleStore::newId());
        {
            ConsoleStore store(folder);
            store.track(console.id, [&] { return console; });
            store.changed(console.id);
            store.flush();
            store.remove(console.id);
        }
        ConsoleStore next(folder);
        QVERIFY(loaded(next).isEmpty());
    }

    void brokenFileIsNamedAndTheOthersLoad()
    {
        const QString folder = freshFolder();
        const StoredConsole console = example(ConsoleStore::newId());
        ConsoleStore store(folder);
        store.track(console.id, [&] { return console; });
        store.changed(console.id);
        store.flush();
        QSignalSpy written(&store, &ConsoleStore::written);
        QTRY_COMPARE(written.size(), 1);
        QFile broken(folder + QStringLiteral("/broken.json"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{ \"queries\": [");
        broken.close();
        QSignalSpy failed(&store, &ConsoleStore::failed);
        QCOMPARE(loaded(store), QList<StoredConsole>{console});
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("broken.json")));
        QVERIFY(broken.exists());
    }

    void unwritableFolderIsSaid()
    {
        QFile notAFolder(m_folder.filePath(QStringLiteral("file")));
        QVERIFY(notAFolder.open(QIODevice::WriteOnly));
        const StoredConsole console = example(ConsoleStore::newId());
        ConsoleStore store(m_folder.filePath(QStringLiteral("file/consoles")));
        QSignalSpy changed(&store, &ConsoleStore::problemChanged);
        store.track(console.id, [&] { return console; });
        store.changed(console.id);
        store.flush();
        QTRY_COMPARE(changed, (QList<QVariantList>{{console.id}}));
        QVERIFY(store.problem(console.id).contains(store.folder()));
    }

    void whatCannotBeKeptIsTriedAgain()
    {
        const QString folder = freshFolder();
        StoredConsole console = example(ConsoleStore::newId());
        ConsoleStore store(folder);
        QSignalSpy written(&store, &ConsoleStore::written);
        store.track(console.id, [&] { return console; });
        store.changed(console.id);
        QVERIFY(hasEnded(store.flush()));
        QCOMPARE(written.size(), 1);
        QCOMPARE(store.unkeptQueries(console.id), QStringList());
        {
            const SmallDisk full(room);
            console.queries[1].text = tooLarge();
            store.changed(console.id);
            QTRY_VERIFY(store.problem(console.id).contains(QStringLiteral("File too large")));
            QCOMPARE(store.unkeptQueries(console.id), QStringList{QStringLiteral("orders.sql")});
            QVERIFY(hasEnded(store.flush())); // nor is it there when that was tried again
            QVERIFY(!store.problem(console.id).isEmpty());
            QCOMPARE(written.size(), 1);
        }
        QSignalSpy changed(&store, &ConsoleStore::problemChanged);
        QTRY_COMPARE(written.size(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(store.problem(console.id), QString());
        QCOMPARE(store.unkeptQueries(console.id), QStringList());
        ConsoleStore next(folder);
        QCOMPARE(loaded(next), QList<StoredConsole>{console});
    }

    void aDiskThatDoesNotAnswerIsSaid()
    {
        StoredConsole console = example(ConsoleStore::newId());
        console.queries[1].text = QString(20'000'000, QLatin1Char('x')); // takes a while
        ConsoleStore store(freshFolder());
        store.setPatience(1);
        QSignalSpy changed(&store, &ConsoleStore::problemChanged);
        store.track(console.id, [&] { return console; });
        store.changed(console.id);
        const QFuture<void> flushed = store.flush();
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!flushed.isFinished());
        QVERIFY(store.problem(console.id).contains(QStringLiteral("does not answer")));
        QCOMPARE(store.unkeptQueries(console.id), QStringList{QStringLiteral("orders.sql")});
        QVERIFY(hasEnded(flushed));
        QCOMPARE(store.problem(console.id), QString());
        QCOMPARE(store.unkeptQueries(console.id), QStringList());
    }

    void whatIsElsewhereIsNotLost()
    {
        const QString folder = freshFolder();
        StoredConsole console = example(ConsoleStore::newId());
        console.queries[0].text = tooLarge();
        {
            ConsoleStore store(folder);
            store.track(console.id, [&] { return console; });
            store.changed(console.id);
        }
        ConsoleStore store(folder);
        QCOMPARE(loaded(store).size(), 1);
        store.track(console.id, [&] { return console; });
        const SmallDisk full(room);
        console.currentQuery = 0;
        store.changed(console.id);
        QVERIFY(hasEnded(store.flush()));
        QVERIFY(!store.problem(console.id).isEmpty());
        QCOMPARE(store.unkeptQueries(console.id), QStringList()); // the texts are those that were read
        console.queries[1].changed = false;
        console.queries[1].text = QStringLiteral("SELECT 'in its file'");
        console.queries.append({QStringLiteral("Query 3"), {}, QStringLiteral(" \n"), 0, true, {}});
        QCOMPARE(store.unkeptQueries(console.id), QStringList());
        console.queries[0].changed = true;
        console.queries[0].text = QStringLiteral("SELECT 'only here'");
        QCOMPARE(store.unkeptQueries(console.id), QStringList{QStringLiteral("Query 1")});
    }
};

QTEST_GUILESS_MAIN(TestConsoleStore)
#include "tst_consolestore.moc"
