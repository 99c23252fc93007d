// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "compose/composelabels.h"
#include "items/projectmodel.h"
#include "items/projectwords.h"
#include "items/servicemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

ContainerSummary container(const QString &project, const QString &service,
                           ContainerState state = ContainerState::Running, Health health = Health::None)
{
    ContainerSummary result;
    result.id = project + u'/' + service;
    result.name = result.id;
    result.image = service + u"-image"_s;
    result.state = state;
    result.health = health;
    result.labels.insert(ComposeLabel::project, project);
    result.labels.insert(ComposeLabel::service, service);
    return result;
}

/// The tree as a reader sees it.
QStringList printed(const QAbstractItemModel &model, const QModelIndex &parent = {}, const QString &indent = {})
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex name = model.index(row, ProjectModel::NameColumn, parent);
        const QModelIndex state = model.index(row, ProjectModel::StateColumn, parent);
        lines.append(indent + name.data().toString() + u": "_s + state.data().toString());
        lines += printed(model, name, indent + u"  "_s);
    }
    return lines;
}

/// Writes down what a model announces: "insert 0-0 in shop", "change 1 in shop".
class Recorder : public QObject
{
public:
    explicit Recorder(QAbstractItemModel *model)
    {
        connect(model, &QAbstractItemModel::rowsInserted, this,
                [this](const QModelIndex &parent, int first, int last) { add(u"insert"_s, parent, first, last); });
        connect(model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &parent, int first, int last) { add(u"remove"_s, parent, first, last); });
        connect(model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from, const QModelIndex &to) {
            add(u"change"_s, from.parent(), from.row(), to.row());
        });
        connect(model, &QAbstractItemModel::modelReset, this, [this] { m_lines.append(u"reset"_s); });
    }

    QStringList take() { return std::exchange(m_lines, {}); }

private:
    void add(const QString &what, const QModelIndex &parent, int first, int last)
    {
        m_lines.append(u"%1 %2-%3 in %4"_s.arg(what).arg(first).arg(last).arg(parent.data().toString()));
    }

    QStringList m_lines;
};

} // namespace

class TestProjectModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_containers.emplace();
        m_store.emplace(&*m_containers);
        m_store->setFilesAreLocal(false);
        m_log.emplace();
        m_model.emplace(&*m_store, &*m_log);
        m_tester.emplace(&*m_model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    }
    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_log.reset();
        m_store.reset();
        m_containers.reset();
    }

    void showsProjectsWithTheirServices()
    {
        m_containers->replaceAll({container(u"tp1"_s, u"db"_s, ContainerState::Running, Health::Healthy),
                                  container(u"shop"_s, u"web"_s),
                                  container(u"shop"_s, u"api"_s, ContainerState::Paused)});
        QCOMPARE(printed(*m_model),
                 QStringList({u"shop: 1 of 2 running"_s, u"  api: paused"_s, u"  web: running"_s,
                              u"tp1: 1 of 1 running"_s, u"  db: healthy"_s}));
    }

    void announcesExactRows()
    {
        Recorder recorder(&*m_model);
        m_containers->replaceAll({container(u"shop"_s, u"api"_s), container(u"shop"_s, u"web"_s)});
        QCOMPARE(recorder.take(), QStringList{u"insert 0-0 in "_s});

        m_containers->update({u"shop/db"_s}, {container(u"shop"_s, u"db"_s)});
        QCOMPARE(recorder.take(), QStringList({u"insert 1-1 in shop"_s, u"change 0-0 in "_s}));

        m_containers->update({u"shop/web"_s}, {container(u"shop"_s, u"web"_s, ContainerState::Paused)});
        QCOMPARE(recorder.take(), QStringList({u"change 2-2 in shop"_s, u"change 0-0 in "_s}));

        m_containers->update({u"shop/api"_s}, {});
        QCOMPARE(recorder.take(), QStringList({u"remove 0-0 in shop"_s, u"change 0-0 in "_s}));

        m_containers->update({u"abc/x"_s}, {container(u"abc"_s, u"x"_s)});
        QCOMPARE(recorder.take(), QStringList{u"insert 0-0 in "_s});

        m_containers->update({u"shop/web"_s, u"shop/db"_s}, {});
        QCOMPARE(recorder.take(), QStringList{u"remove 1-1 in "_s});
        QCOMPARE(printed(*m_model), QStringList({u"abc: 1 of 1 running"_s, u"  x: running"_s}));
    }

    void indexesSurviveOtherProjects()
    {
        m_containers->replaceAll({container(u"shop"_s, u"api"_s)});
        const QPersistentModelIndex api = m_model->indexOf(u"shop"_s, u"api"_s);
        QVERIFY(api.isValid());
        m_containers->update({u"abc/x"_s}, {container(u"abc"_s, u"x"_s)});
        QCOMPARE(api.data(ProjectModel::ServiceRole).toString(), u"api"_s);
        QCOMPARE(api.data(ProjectModel::ProjectRole).toString(), u"shop"_s);
        QCOMPARE(api.parent().row(), 1);
        QCOMPARE(m_model->indexOf(u"shop"_s, u"gone"_s), m_model->indexOf(u"shop"_s));
        QVERIFY(!m_model->indexOf(u"nothing"_s).isValid());
    }

    void aWorkedOnProjectSaysSo()
    {
        m_containers->replaceAll({container(u"shop"_s, u"api"_s), container(u"tp1"_s, u"db"_s)});
        Recorder recorder(&*m_model);
        Operation *operation
            = m_log->begin(u"Stop shop"_s, {u"docker"_s, u"compose"_s, u"stop"_s}, {u"project:shop"_s, u"shop/api"_s});
        const QStringList both{u"change 0-0 in "_s, u"change 0-0 in shop"_s};
        QCOMPARE(recorder.take(), both);
        const QModelIndex state = m_model->index(0, ProjectModel::StateColumn);
        const QModelIndex api = m_model->indexOf(u"shop"_s, u"api"_s).siblingAtColumn(ProjectModel::StateColumn);
        QCOMPARE(state.data().toString(), u"stopping…"_s);
        // As the table of services says it.
        QCOMPARE(api.data().toString(), u"stopping…"_s);
        QCOMPARE(api.data(StateLookRole).toInt(), int(StateLook::Starting));
        operation->succeed();
        QCOMPARE(recorder.take(), both);
        QCOMPARE(state.data().toString(), u"1 of 1 running"_s);
        QCOMPARE(api.data().toString(), u"running"_s);
    }

    void theWorstServiceColoursTheProject_data()
    {
        QTest::addColumn<QList<ContainerSummary>>("containers");
        QTest::addColumn<int>("look");
        const auto row = [](const char *name, const QList<ContainerSummary> &containers, StateLook look) {
            QTest::newRow(name) << containers << int(look);
        };
        ContainerSummary done = container(u"p"_s, u"done"_s, ContainerState::Exited);
        done.exitCode = 0;
        ContainerSummary failed = container(u"p"_s, u"failed"_s, ContainerState::Exited);
        failed.exitCode = 1;
        const ContainerSummary runs = container(u"p"_s, u"runs"_s);
        const ContainerSummary healthy = container(u"p"_s, u"h"_s, ContainerState::Running, Health::Healthy);
        const ContainerSummary ill = container(u"p"_s, u"ill"_s, ContainerState::Running, Health::Unhealthy);
        row("running", {runs, healthy}, StateLook::Running);
        row("one ended well", {runs, done}, StateLook::Running);
        row("all ended well", {done}, StateLook::Exited);
        row("one failed", {runs, failed, ill}, StateLook::Failed);
        row("one unhealthy", {runs, ill}, StateLook::Unhealthy);
    }
    void theWorstServiceColoursTheProject()
    {
        QFETCH(QList<ContainerSummary>, containers);
        QFETCH(int, look);
        m_containers->replaceAll(containers);
        QCOMPARE(int(ProjectWords::look(m_store->project(u"p"_s))), look);
        QCOMPARE(m_model->index(0, ProjectModel::StateColumn).data(StateLookRole).toInt(), look);
    }

    void aServiceTableShowsWhatThePictureShows()
    {
        ServiceModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        ProjectService api;
        api.name = u"api"_s;
        api.image = u"shop-api:1.8.2"_s;
        api.containers = QStringList{u"1"_s, u"2"_s};
        api.running = 1;
        api.state = ContainerState::Exited;
        api.exitCode = 1;
        api.ports = {{u"0.0.0.0"_s, 8000, 8080, u"tcp"_s}, {u"::"_s, 8000, 8080, u"tcp"_s}};
        api.dependsOn = {{u"db"_s, ServiceDependency::Condition::Healthy},
                         {u"cache"_s, ServiceDependency::Condition::Started},
                         {u"migrate"_s, ServiceDependency::Condition::Completed}};
        ProjectService db;
        db.name = u"db"_s;
        db.built = true;
        db.declaredInstances = 2;
        model.setServices({{api, {}, false}, {db, {}, false}});
        QCOMPARE(line(model, 0),
                 u"api|1 of 2 running|1 / 2|shop-api:1.8.2|8080|db (healthy), cache, migrate (completed)|"
                 "Why did it stop?"_s);
        QCOMPARE(line(model, 1), u"db|not created|0 / 2|built from its folder|–|–|"_s);

        Recorder recorder(&model);
        db.containers = QStringList{u"3"_s};
        db.running = 1;
        db.state = ContainerState::Running;
        db.health = Health::Healthy;
        db.image = u"postgres:16"_s;
        model.setServices({{api, {}, false}, {db, u"stopping…"_s, true}});
        QCOMPARE(recorder.take(), QStringList{u"change 1-1 in "_s});
        QCOMPARE(line(model, 1), u"db|stopping…|1 / 1|postgres:16|–|–|SQL console"_s);
        model.setServices({{db, {}, true}});
        QCOMPARE(recorder.take(), QStringList({u"remove 0-0 in "_s, u"change 0-0 in "_s}));
    }

private:
    static QString line(const ServiceModel &model, int row)
    {
        QStringList cells;
        for (int column = 0; column < ServiceModel::ActionsColumn; ++column)
            cells.append(model.index(row, column).data().toString());
        return cells.join(u'|');
    }

    std::optional<ContainerStore> m_containers;
    std::optional<ProjectStore> m_store;
    std::optional<OperationLog> m_log;
    std::optional<ProjectModel> m_model;
    std::optional<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestProjectModel)
#include "tst_projectmodel.moc"
