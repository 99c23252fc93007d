// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containerlines.h"
#include "items/containermodel.h"
#include "operations/operationlog.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Gantry::Testing;
using namespace Qt::StringLiterals;

namespace {

/// Everything a model says about its rows, in order: "insert tp1 0-1", "change tp1/0 State-Status", "reset".
class Journal : public QObject
{
public:
    explicit Journal(QAbstractItemModel *model)
        : m_model(model)
    {
        connect(model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
            lines << u"insert %1 %2-%3"_s.arg(place(parent)).arg(first).arg(last);
        });
        connect(model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &parent, int first, int last) {
            lines << u"remove %1 %2-%3"_s.arg(place(parent)).arg(first).arg(last);
        });
        connect(model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &parent, int first, int, const QModelIndex &, int target) {
                    lines << u"move %1 %2 before %3"_s.arg(place(parent)).arg(first).arg(target);
                });
        connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
            lines << u"change %1 %2 %3-%4"_s.arg(place(from.parent()))
                         .arg(from.row())
                         .arg(from.column())
                         .arg(to.column());
        });
        connect(model, &QAbstractItemModel::modelReset, this, [this] { lines << u"reset"_s; });
        connect(model, &QAbstractItemModel::layoutChanged, this, [this] { lines << u"layout"_s; });
    }

    QStringList take() { return std::exchange(lines, {}); }

private:
    QString place(const QModelIndex &parent) const { return parent.isValid() ? parent.data().toString() : u"top"_s; }

    QAbstractItemModel *m_model;
    QStringList lines;
};

const QStringList Shop{
    u"tp1/api running simple-api:dev port:8000"_s,
    u"tp1/db healthy postgres:16"_s,
    u"shop/web/1 running shop-web"_s,
    u"shop/worker exited(1) shop-worker"_s,
    u"registry running registry:2 port:5000"_s,
};

} // namespace

class TestContainerModel : public QObject
{
    Q_OBJECT

    using Model = ContainerModel;

    struct Fixture
    {
        explicit Fixture(const QStringList &lines = {})
            : model((store.replaceAll(containerLines(lines)), &store), &operations)
            , tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
            , journal(&model)
        {
        }

        void put(const QString &line)
        {
            const ContainerSummary container = containerLine(line);
            store.update({container.id}, {container});
        }
        void drop(const QString &name) { store.update({idOf(name)}, {}); }
        QStringList tree(const QList<int> &columns = {Model::NameColumn}) const { return printTree(model, columns); }

        ContainerStore store;
        OperationLog operations;
        ContainerModel model;
        QAbstractItemModelTester tester;
        Journal journal;
    };

private Q_SLOTS:
    void groupsByProject()
    {
        Fixture f(Shop);
        QCOMPARE(f.tree({Model::NameColumn, Model::StateColumn, Model::ImageColumn, Model::PortsColumn}),
                 QStringList({
                     u"shop | 1 of 2 running |  | "_s,
                     u"  web | running | shop-web | –"_s,
                     u"  worker | exited (1) | shop-worker | –"_s,
                     u"tp1 | 2 of 2 running |  | "_s,
                     u"  api | running | simple-api:dev | 8000"_s,
                     u"  db | healthy | postgres:16 | –"_s,
                     u"No project | 1 of 1 running |  | "_s,
                     u"  registry | running | registry:2 | 5000"_s,
                 }));
    }

    void listsFlat()
    {
        Fixture f(Shop);
        f.model.setGrouped(false);
        QCOMPARE(f.tree({Model::NameColumn, Model::ProjectColumn, Model::ServiceColumn}),
                 QStringList({
                     u"registry | – | –"_s,
                     u"shop-web-1 | shop | web"_s,
                     u"shop-worker-1 | shop | worker"_s,
                     u"tp1-api-1 | tp1 | api"_s,
                     u"tp1-db-1 | tp1 | db"_s,
                 }));
        f.put(u"abc running"_s);
        f.put(u"zzz running"_s);
        f.drop(u"shop-web-1"_s);
        QCOMPARE(f.tree(),
                 QStringList({u"abc"_s, u"registry"_s, u"shop-worker-1"_s, u"tp1-api-1"_s, u"tp1-db-1"_s, u"zzz"_s}));
        f.store.clear();
        QCOMPARE(f.tree(), QStringList());
        f.model.setGrouped(true);
        QCOMPARE(f.tree(), QStringList());
    }

    void ordersNumbersByValue()
    {
        Fixture f(
            {u"p/a/10"_s, u"p/a/9"_s, u"p/b2"_s, u"p/b10"_s, u"p/B3"_s, u"web10"_s, u"web9"_s, u"p10/x"_s, u"p9/x"_s});
        QCOMPARE(f.tree(),
                 QStringList({u"p"_s, u"  a 9"_s, u"  a 10"_s, u"  b2"_s, u"  B3"_s, u"  b10"_s, u"p9"_s, u"  x"_s,
                              u"p10"_s, u"  x"_s, u"No project"_s, u"  web9"_s, u"  web10"_s}));
    }

    void showsTheNumberOfAnInstanceOnlyAmongSeveral()
    {
        Fixture f({u"p/api/1"_s, u"p/db/1"_s});
        QCOMPARE(f.tree(), QStringList({u"p"_s, u"  api"_s, u"  db"_s}));
        f.put(u"p/api/2"_s);
        QCOMPARE(f.tree(), QStringList({u"p"_s, u"  api 1"_s, u"  api 2"_s, u"  db"_s}));
        QVERIFY(f.journal.take().contains(u"change p 0 0-0"_s));
        f.drop(u"p-api-1"_s);
        QCOMPARE(f.tree(), QStringList({u"p"_s, u"  api"_s, u"  db"_s}));
        QVERIFY(f.journal.take().contains(u"change p 0 0-0"_s));
    }

    void namesOneOffContainersInFull()
    {
        Fixture f(
            {u"p/api/1"_s, u"p/api/1 exited(0) busybox name:p-api-run-1a2b label:com.docker.compose.oneoff=True"_s});
        QCOMPARE(f.tree(), QStringList({u"p"_s, u"  api"_s, u"  p-api-run-1a2b"_s}));
    }

    void insertsRows()
    {
        Fixture f;
        f.put(u"tp1/db"_s);
        QCOMPARE(f.journal.take(), QStringList({u"insert top 0-0"_s}));
        f.put(u"tp1/api"_s);
        QCOMPARE(f.journal.take().first(), u"insert tp1 0-0"_s);
        f.put(u"registry"_s);
        QCOMPARE(f.journal.take(), QStringList({u"insert top 1-1"_s}));
        f.put(u"shop/web"_s);
        QCOMPARE(f.journal.take(), QStringList({u"insert top 0-0"_s}));
        QCOMPARE(
            f.tree(),
            QStringList({u"shop"_s, u"  web"_s, u"tp1"_s, u"  api"_s, u"  db"_s, u"No project"_s, u"  registry"_s}));
    }

    void insertsABatchInRuns()
    {
        Fixture f({u"p/c"_s, u"p/f"_s, u"q/a"_s});
        f.store.update(
            {}, containerLines({u"p/a"_s, u"p/b"_s, u"p/d"_s, u"p/g"_s, u"p/h"_s, u"a/x"_s, u"b/x"_s, u"z/x"_s}));
        const QStringList inserted = f.journal.take().filter(u"insert"_s);
        QCOMPARE(inserted,
                 QStringList({u"insert p 2-3"_s, u"insert p 1-1"_s, u"insert p 0-1"_s, u"insert top 2-2"_s,
                              u"insert top 0-1"_s}));
        QCOMPARE(f.tree(),
                 QStringList({u"a"_s, u"  x"_s, u"b"_s, u"  x"_s, u"p"_s, u"  a"_s, u"  b"_s, u"  c"_s, u"  d"_s,
                              u"  f"_s, u"  g"_s, u"  h"_s, u"q"_s, u"  a"_s, u"z"_s, u"  x"_s}));
    }

    void changesCells()
    {
        Fixture f(Shop);
        f.put(u"tp1/db unhealthy postgres:16"_s);
        QCOMPARE(f.journal.take(), QStringList({u"change tp1 1 1-7"_s}));
        f.put(u"tp1/db exited(137) postgres:16"_s);
        QCOMPARE(f.journal.take(), QStringList({u"change tp1 1 1-7"_s, u"change top 1 1-1"_s}));
        QCOMPARE(f.tree({Model::NameColumn, Model::StateColumn}).mid(3, 3),
                 QStringList({u"tp1 | 1 of 2 running"_s, u"  api | running"_s, u"  db | exited (137)"_s}));
    }

    void movesARenamedContainer()
    {
        Fixture f({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        const QPersistentModelIndex kept = f.model.indexOf(idOf(u"b"_s));
        ContainerSummary renamed = f.store.container(idOf(u"b"_s));
        renamed.name = u"x"_s;
        f.store.update({renamed.id}, {renamed});
        QCOMPARE(f.journal.take(), QStringList({u"move No project 1 before 4"_s, u"change No project 3 0-9"_s}));
        QCOMPARE(f.tree(), QStringList({u"No project"_s, u"  a"_s, u"  c"_s, u"  d"_s, u"  x"_s}));
        QCOMPARE(kept.row(), 3);

        renamed.name = u"0"_s;
        f.store.update({renamed.id}, {renamed});
        QCOMPARE(f.journal.take(), QStringList({u"move No project 3 before 0"_s, u"change No project 0 0-9"_s}));

        renamed.name = u"1"_s;
        f.store.update({renamed.id}, {renamed});
        QCOMPARE(f.journal.take(), QStringList({u"change No project 0 0-9"_s}));
        QCOMPARE(f.tree(), QStringList({u"No project"_s, u"  1"_s, u"  a"_s, u"  c"_s, u"  d"_s}));
        QCOMPARE(kept.data().toString(), u"1"_s);
    }

    void removesRowsAndEmptyGroups()
    {
        Fixture f({u"p/a"_s, u"p/b"_s, u"p/c"_s, u"p/d"_s, u"q/a"_s, u"r/a"_s, u"x"_s});
        f.store.update({idOf(u"p-a-1"_s), idOf(u"p-b-1"_s), idOf(u"p-d-1"_s)}, {});
        QCOMPARE(f.journal.take().filter(u"remove"_s), QStringList({u"remove p 3-3"_s, u"remove p 0-1"_s}));
        f.store.update({idOf(u"q-a-1"_s), idOf(u"r-a-1"_s), idOf(u"p-c-1"_s)}, {});
        QCOMPARE(f.journal.take(), QStringList({u"remove top 0-2"_s}));
        QCOMPARE(f.tree(), QStringList({u"No project"_s, u"  x"_s}));
        f.store.clear();
        QCOMPARE(f.journal.take(), QStringList({u"remove top 0-0"_s}));
    }

    void neverResetsForAChange()
    {
        Fixture f(Shop);
        QStringList lines = Shop;
        for (int round = 0; round < 200; ++round) {
            switch (round % 4) {
            case 0:
                f.put(u"p%1/s%2/%3 running"_s.arg(round % 7).arg(round % 3).arg(round));
                break;
            case 1:
                f.put(u"p%1/s%2/%3 exited(%4)"_s.arg(round % 5).arg(round % 3).arg(round - 1).arg(round % 2));
                break;
            case 2:
                f.put(u"single%1"_s.arg(round));
                break;
            case 3:
                f.drop(f.store.containers().begin()->name);
                break;
            }
        }
        QVERIFY(f.journal.take().filter(QRegularExpression(u"reset|layout"_s)).isEmpty());
        ContainerModel fresh(&f.store, nullptr);
        QCOMPARE(f.tree({0, 1, 2, 3}), printTree(fresh, {0, 1, 2, 3}));
        QCOMPARE(f.model.counts(), fresh.counts());
    }

    void counts()
    {
        Fixture f;
        QSignalSpy changed(&f.model, &ContainerModel::countsChanged);
        f.store.replaceAll(
            containerLines({u"a running"_s, u"b healthy"_s, u"c unhealthy"_s, u"d paused"_s, u"e restarting(1)"_s,
                            u"f exited(0)"_s, u"g exited(2)"_s, u"h created"_s, u"i dead"_s}));
        QCOMPARE(changed.count(), 1);
        const ContainerModel::Counts counts = f.model.counts();
        QCOMPARE(counts.all, 9);
        QCOMPARE(counts.running, 3);
        QCOMPARE(counts.stopped, 4);
        QCOMPARE(counts.problems, 4);
        f.put(u"a running other-image"_s);
        QCOMPARE(changed.count(), 1);
        f.drop(u"a"_s);
        QCOMPARE(f.model.counts().running, 2);
        QCOMPARE(changed.count(), 2);
    }

    void showsWhatIsBusy()
    {
        Fixture f(Shop);
        const QModelIndex db = f.model.indexOf(idOf(u"tp1-db-1"_s), Model::StateColumn);
        Operation *stop
            = f.operations.begin(u"Stop db"_s, {u"docker"_s, u"stop"_s, u"tp1-db-1"_s}, {idOf(u"tp1-db-1"_s)});
        QCOMPARE(f.journal.take(), QStringList({u"change tp1 1 1-1"_s}));
        QCOMPARE(db.data().toString(), u"stopping…"_s);
        stop->succeed();
        QCOMPARE(f.journal.take(), QStringList({u"change tp1 1 1-1"_s}));
        QCOMPARE(db.data().toString(), u"healthy"_s);

        Operation *up = f.operations.begin(u"Up tp1"_s, {u"docker"_s, u"compose"_s, u"-p"_s, u"tp1"_s, u"up"_s},
                                           {u"project:tp1"_s});
        const QModelIndex group = f.model.indexOfProject(u"tp1"_s).siblingAtColumn(Model::StateColumn);
        QCOMPARE(group.data().toString(), u"2 of 2 running, starting…"_s);
        up->succeed();
        QCOMPARE(group.data().toString(), u"2 of 2 running"_s);
    }

    void describesCells()
    {
        Fixture f({u"p/api running sha256:0123456789abcdef0123 port:8080>80 port:53/udp"_s,
                   u"p/x running i port:53/udp"_s, u"p/y exited(0) i"_s});
        const auto cell
            = [&](const QString &name, int column, int role) { return f.model.indexOf(idOf(name), column).data(role); };
        QCOMPARE(cell(u"p-api-1"_s, Model::NameColumn, Qt::ToolTipRole).toString().section(u'\n', 0, 0), u"p-api-1"_s);
        QCOMPARE(cell(u"p-api-1"_s, Model::ImageColumn, Qt::DisplayRole).toString(), u"0123456789ab"_s);
        QCOMPARE(cell(u"p-api-1"_s, Model::PortsColumn, Qt::DisplayRole).toString(), u"53/udp, 8080"_s);
        QCOMPARE(cell(u"p-api-1"_s, Model::PortsColumn, CellKindRole).toInt(), int(CellKind::Link));
        QCOMPARE(cell(u"p-x-1"_s, Model::PortsColumn, CellKindRole).toInt(), int(CellKind::Text));
        QCOMPARE(cell(u"p-api-1"_s, Model::StateColumn, StateLookRole).toInt(), int(StateLook::Running));
        QCOMPARE(cell(u"p-y-1"_s, Model::StateColumn, Qt::ToolTipRole).toString().section(u'\n', 1),
                 u"its command finished, code 0"_s);
        QCOMPARE(cell(u"p-api-1"_s, Model::NameColumn, Model::IdRole).toString(), idOf(u"p-api-1"_s));
        QVERIFY(f.model.indexOfProject(u"p"_s).data(GroupRole).toBool());
        QCOMPARE(f.model.idsAt(f.model.indexOfProject(u"p"_s)),
                 QStringList({idOf(u"p-api-1"_s), idOf(u"p-x-1"_s), idOf(u"p-y-1"_s)}));
    }

    void changesOneOfTenThousandAtOnce()
    {
        ContainerStore store;
        QStringList lines;
        for (int i = 0; i < 10'000; ++i)
            lines << u"project%1/service%2/%3"_s.arg(i % 100).arg(i % 7).arg(i);
        store.replaceAll(containerLines(lines));
        ContainerModel model(&store, nullptr);
        QCOMPARE(model.counts().all, 10'000);
        const ContainerSummary running = store.containers().begin().value();
        ContainerSummary stopped = running;
        stopped.state = ContainerState::Exited;
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1'000; ++i)
            store.update({running.id}, {i % 2 ? running : stopped});
        const double each = double(timer.nsecsElapsed()) / 1'000'000.0;
        QCOMPARE(changed.count(), 2'000); // the row and its group
        qInfo("one change among 10,000 containers: %.1f µs", each);
        QVERIFY2(each < 1'000, "a change must not look at every row");
    }
};

QTEST_GUILESS_MAIN(TestContainerModel)
#include "tst_containermodel.moc"
