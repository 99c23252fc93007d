// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/containerstore.h"
#include "items/imagemodel.h"
#include "items/networkmodel.h"
#include "items/textfilter.h"
#include "items/volumemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

ImageSummary image(const QString &id, const QStringList &tags, qint64 size = 1000)
{
    ImageSummary result;
    result.id = u"sha256:"_s + id;
    result.tags = tags;
    result.size = size;
    result.created = QDateTime::currentDateTimeUtc().addDays(-3);
    return result;
}

Volume volume(const QString &name, const QString &project = {})
{
    Volume result;
    result.name = name;
    result.driver = u"local"_s;
    if (!project.isEmpty())
        result.labels.insert(u"com.docker.compose.project"_s, project);
    return result;
}

Network network(const QString &id, const QString &name)
{
    Network result;
    result.id = id;
    result.name = name;
    result.driver = u"bridge"_s;
    result.subnets = {{u"172.20.0.0/16"_s, u"172.20.0.1"_s}};
    return result;
}

ContainerSummary container(const QString &name, const QString &project, const QString &imageId,
                           const QString &volumeName, const QString &networkName)
{
    ContainerSummary result;
    result.id = u"id-"_s + name;
    result.name = name;
    result.imageId = imageId;
    if (!project.isEmpty())
        result.labels.insert(u"com.docker.compose.project"_s, project);
    ContainerMount mount;
    mount.type = u"volume"_s;
    mount.name = volumeName;
    result.mounts = {mount};
    ContainerNetwork place;
    place.name = networkName;
    result.networks = {place};
    return result;
}

QString cell(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestListModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesHaveARowPerName()
    {
        ContainerStore store;
        ImageModel model(&store);
        QAbstractItemModelTester tester(&model);
        model.setImages({image(u"aaa"_s, {u"web:1"_s, u"web:latest"_s}), image(u"bbb"_s, {})});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.imageCount(), 2);
        QCOMPARE(cell(model, 0, ImageModel::NameColumn), u"web:1"_s);
        QCOMPARE(model.row(1).reference(), u"web:latest"_s);
        QCOMPARE(model.row(2).reference(), u"sha256:bbb"_s);
    }

    void changesAreExact()
    {
        ContainerStore store;
        VolumeModel model(&store);
        QAbstractItemModelTester tester(&model);
        model.setVolumes({volume(u"a"_s), volume(u"b"_s), volume(u"c"_s), volume(u"d"_s), volume(u"e"_s)});
        const QPersistentModelIndex survivor = model.index(4, 0);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

        model.setVolumes({volume(u"f"_s), volume(u"e"_s), volume(u"d"_s, u"tp1"_s), volume(u"a"_s), volume(u"g"_s)});

        QCOMPARE(reset.count(), 0);
        QCOMPARE(removed.count(), 1); // b and c stood together
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(cell(model, changed.at(0).at(0).toModelIndex().row(), VolumeModel::NameColumn), u"d"_s);
        QVERIFY(survivor.isValid());
        QCOMPARE(survivor.data().toString(), u"e"_s);
        QStringList names;
        for (const VolumeRow &row : model.rows())
            names.append(row.volume.name);
        names.sort();
        QCOMPARE(names, (QStringList{u"a"_s, u"d"_s, u"e"_s, u"f"_s, u"g"_s}));

        changed.clear();
        model.setVolumes({volume(u"f"_s), volume(u"e"_s), volume(u"d"_s, u"tp1"_s), volume(u"a"_s), volume(u"g"_s)});
        QCOMPARE(changed.count(), 0);
        model.setVolumes({});
        QCOMPARE(model.rowCount(), 0);
    }

    void twoRowsOfOneKeyAreOne()
    {
        ContainerStore store;
        VolumeModel model(&store);
        QAbstractItemModelTester tester(&model);
        model.setVolumes({volume(u"a"_s), volume(u"a"_s, u"tp1"_s)});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(cell(model, 0, VolumeModel::ProjectColumn), u"tp1"_s);
    }

    void usersComeAndGoWithContainers()
    {
        ContainerStore store;
        ImageModel images(&store);
        VolumeModel volumes(&store);
        NetworkModel networks(&store);
        QAbstractItemModelTester first(&images);
        QAbstractItemModelTester second(&volumes);
        QAbstractItemModelTester third(&networks);
        images.setImages({image(u"aaa"_s, {u"db:1"_s})});
        volumes.setVolumes({volume(u"data"_s)});
        networks.setNetworks({network(u"n1"_s, u"tp1_default"_s)});
        QCOMPARE(cell(volumes, 0, VolumeModel::UsedByColumn), u"–"_s);

        const ContainerSummary db = container(u"tp1-db-1"_s, u"tp1"_s, u"sha256:aaa"_s, u"data"_s, u"tp1_default"_s);
        store.replaceAll({db});
        QCOMPARE(cell(images, 0, ImageModel::UsedByColumn), u"tp1-db-1"_s);
        QCOMPARE(cell(images, 0, ImageModel::ProjectColumn), u"tp1"_s);
        QCOMPARE(cell(volumes, 0, VolumeModel::UsedByColumn), u"tp1-db-1"_s);
        QCOMPARE(cell(networks, 0, NetworkModel::ProjectColumn), u"tp1"_s);

        store.replaceAll({db, container(u"copy"_s, u"shop"_s, u"sha256:aaa"_s, u"data"_s, u"other"_s)});
        QCOMPARE(cell(volumes, 0, VolumeModel::ProjectColumn), u"shop, tp1"_s);
        QCOMPARE(volumes.row(0).usage.containers, (QStringList{u"copy"_s, u"tp1-db-1"_s}));
        QCOMPARE(volumes.index(0, VolumeModel::UsedByColumn).data(SortRole).toInt(), 2);

        store.clear();
        QCOMPARE(cell(volumes, 0, VolumeModel::UsedByColumn), u"–"_s);
        QCOMPARE(cell(networks, 0, NetworkModel::ProjectColumn), u"–"_s);
    }

    void toolTipsArePlainText() // CellDelegate shows them literally: escaped here, they would be so twice
    {
        ContainerStore store;
        VolumeModel model(&store);
        model.setVolumes({volume(u"<img src=x>"_s)});
        const QString tip = model.index(0, VolumeModel::NameColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.startsWith(u"<img src=x>\n"_s), qPrintable(tip));
    }

    void predefinedNetworksAreKnown()
    {
        QVERIFY((NetworkRow{network(u"1"_s, u"bridge"_s), {}}).isPredefined());
        QVERIFY(!(NetworkRow{network(u"2"_s, u"tp1_default"_s), {}}).isPredefined());
    }

    void filterTakesEveryWord()
    {
        ContainerStore store;
        ImageModel model(&store);
        model.setImages({image(u"aaa"_s, {u"shop-web:1"_s}), image(u"bbb"_s, {u"shop-db:1"_s})});
        TextFilter filter;
        QAbstractItemModelTester tester(&filter);
        filter.setSourceModel(&model);
        filter.setFilterText(u"SHOP db"_s);
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, 0).data().toString(), u"shop-db:1"_s);
        filter.setFilterText(u"aaa"_s);
        QCOMPARE(filter.index(0, 0).data().toString(), u"shop-web:1"_s);
        filter.setFilterText(u"  "_s);
        QCOMPARE(filter.rowCount(), 2);
    }

    void sortsAsPeopleDo()
    {
        ContainerStore store;
        ImageModel model(&store);
        model.setImages({image(u"a"_s, {u"web:10"_s}, 5), image(u"b"_s, {u"Web:2"_s}, 40), image(u"c"_s, {}, 300)});
        TextFilter filter;
        filter.setSourceModel(&model);
        filter.sort(ImageModel::NameColumn);
        QCOMPARE(filter.index(1, 0).data().toString(), u"Web:2"_s);
        QCOMPARE(filter.index(2, 0).data().toString(), u"web:10"_s);
        filter.sort(ImageModel::SizeColumn, Qt::DescendingOrder);
        QCOMPARE(filter.index(0, ImageModel::SizeColumn).data().toString(), u"300"_s);
    }
};

QTEST_APPLESS_MAIN(TestListModels)
#include "tst_listmodels.moc"
