// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "smalldisk.h"
#include "wholefile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr rlim_t limit = 8192; // bytes

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

} // namespace

class TestWholeFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesInPlaceOfWhatWasThere()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"query.sql"_s);
        QCOMPARE(WholeFile::save(path, "SELECT 1;"), QString());
        QCOMPARE(WholeFile::save(path, "SELECT 2;"), QString());
        QCOMPARE(read(path), "SELECT 2;");
    }

    void aFullDiskIsSaidAndTheOldFileStays_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("as much again as fits") << 2 * int(limit) - 1;
        QTest::newRow("much more") << 20 * int(limit);
    }

    void aFullDiskIsSaidAndTheOldFileStays()
    {
        QFETCH(int, size);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"query.sql"_s);
        QCOMPARE(WholeFile::save(path, "old"), QString());
        {
            const SmallDisk disk(limit);
            QCOMPARE(WholeFile::save(path, QByteArray(size, 'x')), u"File too large"_s);
        }
        QCOMPARE(read(path), "old");
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"query.sql"_s});
    }

    void aPlaceThatIsNoneIsSaid() { QVERIFY(!WholeFile::save(u"/nowhere/at/all"_s, "text").isEmpty()); }
};

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_wholefile.moc"
