// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containerlines.h"
#include "items/containerfilter.h"
#include "items/containermodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Gantry;
using namespace Gantry::Testing;
using namespace Qt::StringLiterals;

class TestContainerFilter : public QObject
{
    Q_OBJECT

    struct Fixture
    {
        Fixture()
            : model(&store, nullptr)
            , filter(&model)
            , tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest)
        {
            store.replaceAll(containerLines({
                u"tp1/api running simple-api:dev port:8000"_s,
                u"tp1/db healthy postgres:16 port:5432"_s,
                u"shop/web running shop-web port:8080>80 label:tier=front"_s,
                u"shop/worker exited(1) shop-worker label:tier=back"_s,
                u"shop/migrate exited(0) shop-api"_s,
                u"shop/db unhealthy postgres:17"_s,
                u"Registry paused registry:2 port:5000"_s,
                u"scratch-pg starting postgres:17"_s,
            }));
        }
        QStringList names() const
        {
            QStringList list = printTree(filter, {ContainerModel::NameColumn});
            for (QString &name : list)
                name = name.trimmed();
            return list;
        }

        ContainerStore store;
        ContainerModel model;
        ContainerFilter filter;
        QAbstractItemModelTester tester;
    };

private Q_SLOTS:
    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        const QStringList all{u"shop"_s, u"db"_s, u"migrate"_s,    u"web"_s,      u"worker"_s,    u"tp1"_s,
                              u"api"_s,  u"db"_s, u"No project"_s, u"Registry"_s, u"scratch-pg"_s};
        const auto row = [](const char *text, const QStringList &names) {
            QTest::newRow(text) << QString::fromLatin1(text) << names;
        };
        row("", all);
        row("   ", all);
        row("state:", all);
        row("-", all);
        row("worker", {u"shop"_s, u"worker"_s});
        row("REGISTRY", {u"No project"_s, u"Registry"_s});
        row("postgres:16", {u"tp1"_s, u"db"_s});
        row("postgres shop", {u"shop"_s, u"db"_s});
        row("tier=back", {u"shop"_s, u"worker"_s});
        row("state:running image:postgres", {u"shop"_s, u"db"_s, u"tp1"_s, u"db"_s, u"No project"_s, u"scratch-pg"_s});
        row("state:running project:tp1 image:postgres", {u"tp1"_s, u"db"_s});
        row("state:healthy", {u"tp1"_s, u"db"_s});
        row("state:exited", {u"shop"_s, u"migrate"_s, u"worker"_s});
        row("state:stopped -worker", {u"shop"_s, u"migrate"_s});
        row("state:paused", {u"No project"_s, u"Registry"_s});
        row("health:unhealthy", {u"shop"_s, u"db"_s});
        row("health:starting", {u"No project"_s, u"scratch-pg"_s});
        row("port:8000", {u"tp1"_s, u"api"_s});
        row("port:80", {u"shop"_s, u"web"_s});
        row("label:tier=front", {u"shop"_s, u"web"_s});
        row("label:tier", {u"shop"_s, u"web"_s, u"worker"_s});
        row("-project:shop -state:running", {u"No project"_s, u"Registry"_s});
        row("service:db -health:healthy", {u"shop"_s, u"db"_s});
        row("name:\"no such\"", {});
        row("unknown:field", {});
    }

    void filters()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        Fixture f;
        f.filter.setText(text);
        QCOMPARE(f.names(), names);
        f.filter.setText({});
        QCOMPARE(f.names().size(), 11);
    }

    void findsTheSameWhateverWasAskedBefore()
    {
        const QString text = u"shop -state:run -wo"_s;
        Fixture typed;
        const auto fresh = [](const QString &asked) {
            Fixture f;
            f.filter.setText(asked);
            return f.names();
        };
        QStringList texts;
        for (qsizetype length = 0; length <= text.size(); ++length)
            texts << text.left(length);
        for (qsizetype length = text.size(); length > 0; --length)
            texts << text.mid(length - 1); // and letters before the others
        texts << u"postgres"_s << u"postgres:1"_s << u"postgres:17"_s << u"postgres"_s << u"gres -17"_s << u"gres -1"_s;
        for (const QString &asked : std::as_const(texts)) {
            typed.filter.setText(asked);
            QCOMPARE(typed.names(), fresh(asked));
        }
    }

    void aQueryRefinesWhatItSurelyFits_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("refines");
        QTest::newRow("") << QString() << true;
        QTest::newRow("shop") << u"shop"_s << true;
        QTest::newRow("ho -x") << u"ho -x"_s << true;
        QTest::newRow("x") << u"x"_s << false;
        QTest::newRow("-x") << u"-x"_s << true;
        QTest::newRow("-xy") << u"-xy"_s << false;
        QTest::newRow("shops") << u"shops"_s << false;
        QTest::newRow("state:running") << u"state:running"_s << true;
        QTest::newRow("state:run") << u"state:run"_s << false;
        QTest::newRow("running") << u"running"_s << false;
    }

    void aQueryRefinesWhatItSurelyFits()
    {
        QFETCH(QString, other);
        QFETCH(bool, refines);
        const ContainerQuery query = ContainerQuery::parse(u"shop -x state:running"_s);
        QCOMPARE(query.refines(ContainerQuery::parse(other)), refines);
    }

    void findsById()
    {
        Fixture f;
        f.filter.setText(idOf(u"tp1-db-1"_s).left(12));
        QCOMPARE(f.names(), QStringList({u"tp1"_s, u"db"_s}));
        f.filter.setText(u"id:"_s + idOf(u"Registry"_s).left(6));
        QCOMPARE(f.names(), QStringList({u"No project"_s, u"Registry"_s}));
    }

    void readsQuotesAndMinus()
    {
        using Term = ContainerQuery::Term;
        using Field = ContainerQuery::Field;
        QCOMPARE(
            ContainerQuery::parse(u"label:\"a b\"=C -\"x y\" -Image:z:1"_s).terms(),
            QList<Term>(
                {{Field::Label, u"a b=c"_s, false}, {Field::Any, u"x y"_s, true}, {Field::Image, u"z:1"_s, true}}));
        QCOMPARE(ContainerQuery::parse(u"\"open quote"_s).terms(), QList<Term>({{Field::Any, u"open quote"_s, false}}));
    }

    void showsWhatTheChipSays()
    {
        Fixture f;
        f.filter.setShow(ContainerFilter::Show::Running);
        QCOMPARE(
            f.names(),
            QStringList({u"shop"_s, u"db"_s, u"web"_s, u"tp1"_s, u"api"_s, u"db"_s, u"No project"_s, u"scratch-pg"_s}));
        f.filter.setShow(ContainerFilter::Show::Stopped);
        QCOMPARE(f.names(), QStringList({u"shop"_s, u"migrate"_s, u"worker"_s}));
        f.filter.setShow(ContainerFilter::Show::Problems);
        QCOMPARE(f.names(), QStringList({u"shop"_s, u"db"_s, u"worker"_s}));
        QVERIFY(f.filter.isFiltering());
    }

    void followsTheStore()
    {
        Fixture f;
        f.filter.setText(u"state:exited"_s);
        const ContainerSummary stopped = containerLine(u"tp1/api exited(0) simple-api:dev"_s);
        f.store.update({stopped.id}, {stopped});
        QCOMPARE(f.names(), QStringList({u"shop"_s, u"migrate"_s, u"worker"_s, u"tp1"_s, u"api"_s}));
        const ContainerSummary started = containerLine(u"tp1/api running simple-api:dev"_s);
        f.store.update({started.id}, {started});
        QCOMPARE(f.names(), QStringList({u"shop"_s, u"migrate"_s, u"worker"_s}));
        f.store.update({}, {containerLine(u"new/one exited(3)"_s)});
        QCOMPARE(f.names(), QStringList({u"new"_s, u"one"_s, u"shop"_s, u"migrate"_s, u"worker"_s}));
        f.store.clear();
        QCOMPARE(f.names(), QStringList());
    }

    void sortsInsideGroups()
    {
        Fixture f;
        f.filter.sort(ContainerModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(f.names(),
                 QStringList({u"shop"_s, u"worker"_s, u"web"_s, u"migrate"_s, u"db"_s, u"tp1"_s, u"db"_s, u"api"_s,
                              u"No project"_s, u"scratch-pg"_s, u"Registry"_s}));
        f.filter.sort(ContainerModel::StateColumn, Qt::AscendingOrder);
        QCOMPARE(f.names().mid(0, 5), QStringList({u"shop"_s, u"worker"_s, u"db"_s, u"web"_s, u"migrate"_s}));
        f.filter.sort(ContainerModel::PortsColumn, Qt::AscendingOrder);
        QCOMPARE(f.names().mid(5, 3), QStringList({u"tp1"_s, u"db"_s, u"api"_s}));
    }

    void keepsItsPlaceWhenRowsMove()
    {
        Fixture f;
        f.filter.sort(ContainerModel::StateColumn);
        const QPersistentModelIndex web = f.filter.indexOf(idOf(u"shop-web-1"_s));
        QCOMPARE(web.row(), 2);
        const ContainerSummary failed = containerLine(u"shop/web dead shop-web"_s);
        f.store.update({failed.id}, {failed});
        QVERIFY(web.isValid());
        QCOMPARE(web.row(), 0);
        QCOMPARE(f.filter.container(web)->name, u"shop-web-1"_s);
    }

    void namesTheContainersOfAGroupThatAreShown()
    {
        Fixture f;
        f.filter.setText(u"state:exited"_s);
        QCOMPARE(f.filter.idsAt(f.filter.index(0, 0)),
                 QStringList({idOf(u"shop-migrate-1"_s), idOf(u"shop-worker-1"_s)}));
    }
};

QTEST_GUILESS_MAIN(TestContainerFilter)
#include "tst_containerfilter.moc"
