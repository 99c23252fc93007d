// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containers/containertree.h"
#include "driver.h"
#include "items/containermodel.h"
#include "live/privateengine.h"
#include "look/scintilla.h"
#include "operations/operationlog.h"
#include "shellprobe.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTabBar>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// No row is wrong any more so soon after the fault.
constexpr int SettleMs = 2000;
/// A busy machine's engine takes its time.
constexpr int EngineMs = 20'000;
/// Gantry asks again at least as often, and then connects.
constexpr int ReconnectMs = 10'000 + SettleMs;

} // namespace

/// The window over a real engine that dies and comes back, whose containers are removed while they are looked at, and
/// that another Gantry works on as well.
class TestEngineLoss : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void engineDiesAndComesBack();
    void removedWhileOpen_data();
    void removedWhileOpen();
    void twoGantrysOnOneContainer();

private:
    QString run(const QString &name, const QStringList &command);
    static Lab::CommandResult docker(const QString &host, const QStringList &arguments)
    {
        return Lab::run(u"docker"_s, QStringList{u"-H"_s, host} + arguments);
    }
    /// id and whether it runs, a container a line.
    static QStringList truth(const QString &host);
    static QStringList shown(const Shell &shell);
    static void connectTo(Shell *shell, const QString &host)
    {
        shell->window.resize(1440, 900); // with room for details
        shell->workbench.engine()->start({{*Endpoint::parse(host)}, true, {}});
    }
    static ContainerTree *tree(const Shell &shell) { return shell.find<ContainerTree>(u"containersTree"_s); }
    static QString log(const Shell &shell) { return Driver::text(shell.find<QWidget>(u"log"_s)); }
    static void showTab(const Shell &shell, int tab) { shell.find<QTabBar>(u"detailTabs"_s)->setCurrentIndex(tab); }
    /// What the window says of the last failure; nothing where it says nothing.
    static QString failureOf(const Shell &shell)
    {
        const auto *bar = shell.find<QWidget>(u"failureBar"_s);
        QStringList texts;
        const QList<QLabel *> labels = bar->findChildren<QLabel *>();
        for (const QLabel *label : labels) {
            if (label->isVisible())
                texts << label->text();
        }
        return texts.join(u'\n');
    }
    static Operation *lastOperation(const Shell &shell)
    {
        const QList<Operation *> &all = shell.workbench.operations()->operations();
        return all.isEmpty() ? nullptr : all.last();
    }

    QStringList m_ids;
};

void TestEngineLoss::initTestCase()
{
    QVERIFY2(Lab::isUp(), Lab::notUp);
    beginShells();
}

void TestEngineLoss::init()
{
    m_ids.clear();
}

void TestEngineLoss::cleanup()
{
    if (!m_ids.isEmpty())
        Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + m_ids);
}

QString TestEngineLoss::run(const QString &name, const QStringList &command)
{
    const Lab::CommandResult started
        = Lab::docker(QStringList{u"run"_s, u"-d"_s, u"--name"_s, name, Lab::image(Lab::Image::Busybox)} + command);
    m_ids << started.output;
    return started.output;
}

QStringList TestEngineLoss::truth(const QString &host)
{
    QStringList lines = docker(host, {u"ps"_s, u"-a"_s, u"--no-trunc"_s, u"--format"_s, u"{{.ID}} {{.State}}"_s})
                            .output.split(u'\n', Qt::SkipEmptyParts);
    lines.replaceInStrings(QRegularExpression(u" (?!running$).*"_s), u" not running"_s);
    lines.sort();
    return lines;
}

QStringList TestEngineLoss::shown(const Shell &shell)
{
    QStringList lines;
    const QAbstractItemModel *model = tree(shell)->model();
    const auto add = [&](const QModelIndex &index) {
        const QString id = index.data(ContainerModel::IdRole).toString();
        if (!id.isEmpty()) {
            const ContainerSummary container = shell.workbench.engine()->containers()->container(id);
            lines << id + (container.isRunning() ? u" running"_s : u" not running"_s);
        }
    };
    for (int row = 0; row < model->rowCount(); ++row) {
        const QModelIndex group = model->index(row, 0);
        add(group);
        for (int child = 0; child < model->rowCount(group); ++child)
            add(model->index(child, 0, group));
    }
    lines.sort();
    return lines;
}

void TestEngineLoss::engineDiesAndComesBack()
{
    const PrivateEngine engine;
    const Lab::CommandResult started = engine.start();
    QVERIFY2(started.ok(), qPrintable(started.error));
    const QString host = engine.host();
    const QString image = Lab::image(Lab::Image::Busybox);
    QVERIFY(engine.load(image));
    const QStringList talk{u"sh"_s, u"-c"_s, u"for i in 1 2 3 4 5; do echo line $i; sleep 0.1; done; sleep 1000"_s};
    QVERIFY(engine.docker(QStringList{u"run"_s, u"-d"_s, u"--name"_s, u"talks"_s, image} + talk).ok());
    QVERIFY(engine.docker({u"run"_s, u"-d"_s, u"--name"_s, u"goes"_s, image}).ok());
    const QString talks = engine.docker({u"inspect"_s, u"-f"_s, u"{{.Id}}"_s, u"talks"_s}).output;

    Shell shell(stateFile());
    connectTo(&shell, host);
    QTRY_VERIFY_WITH_TIMEOUT(shell.isConnected(), EngineMs);
    tree(shell)->select(talks);
    showTab(shell, ContainerDetailsPane::LogsTab);
    QTRY_VERIFY2_WITH_TIMEOUT(log(shell).contains(u"line 3\n"_s), qPrintable(log(shell)), EngineMs);

    QVERIFY(engine.kill());
    QTRY_COMPARE(shell.workbench.engine()->state(), Engine::State::Lost);
    QCOMPARE(shown(shell).size(), 2);
    const auto *banner = shell.find<QWidget>(u"windowBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QTRY_VERIFY2(log(shell).contains(u"connection to the engine lost"_s), qPrintable(log(shell)));
    QVERIFY(log(shell).contains(u"line 3\n"_s));
    QVERIFY(!shell.action(u"container.start"_s)->isEnabled());

    QVERIFY(engine.start().ok());
    QVERIFY(engine.docker({u"rm"_s, u"-f"_s, u"goes"_s}).ok());
    QVERIFY(engine.docker({u"run"_s, u"-d"_s, u"--name"_s, u"came"_s, image}).ok());
    const QStringList now = truth(host);
    // By itself. No ghost, no container twice, no state of before.
    QTRY_VERIFY_WITH_TIMEOUT(shell.isConnected(), ReconnectMs);
    QTRY_COMPARE_WITH_TIMEOUT(shown(shell), now, SettleMs);
    QCOMPARE(shown(shell).size(), 2);
    QVERIFY(!banner->isVisible());
    QCOMPARE(tree(shell)->selectedIds(), QStringList(talks));
    // The log goes on with what is printed now.
    QVERIFY(engine.docker({u"start"_s, u"talks"_s}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(shown(shell), truth(host), SettleMs);
    QTRY_VERIFY2_WITH_TIMEOUT(log(shell).count(u"line 2\n"_s) == 2, qPrintable(log(shell)), EngineMs);
    QTRY_VERIFY(shell.find<QLabel>(u"logFoot"_s)->text().contains(u"live"_s));

    // Read anew, it says where its last life began.
    showTab(shell, ContainerDetailsPane::InspectTab);
    const QString lifeStart
        = engine.docker({u"inspect"_s, u"-f"_s, u"{{json .State.StartedAt}}"_s, u"talks"_s}).output.trimmed();
    const auto *json = shell.find<QsciScintilla>(u"inspectJson"_s);
    QTRY_VERIFY2(json->text().contains(lifeStart), qPrintable(json->text()));
    showTab(shell, ContainerDetailsPane::LogsTab);
    const QRegularExpression boundary(u"line \\d\ncontainer started again at [-: \\d]{19}\nline 1\n"_s);
    QTRY_VERIFY2(log(shell).contains(boundary), qPrintable(log(shell)));
}

void TestEngineLoss::removedWhileOpen_data()
{
    QTest::addColumn<int>("tab");
    QTest::newRow("details") << int(ContainerDetailsPane::OverviewTab);
    QTest::newRow("logs") << int(ContainerDetailsPane::LogsTab);
    QTest::newRow("inspect") << int(ContainerDetailsPane::InspectTab);
}

void TestEngineLoss::removedWhileOpen()
{
    QFETCH(int, tab);
    const QString id = run(u"loss-removed"_s, {u"sh"_s, u"-c"_s, u"while true; do echo line; sleep 0.1; done"_s});
    Shell shell(stateFile());
    connectTo(&shell, Lab::dockerHost());
    QTRY_VERIFY_WITH_TIMEOUT(shell.isConnected(), EngineMs);
    QTRY_VERIFY(shown(shell).join(u' ').contains(id));
    tree(shell)->select(id);
    showTab(shell, tab);
    if (tab == ContainerDetailsPane::LogsTab)
        QTRY_VERIFY2_WITH_TIMEOUT(log(shell).count(u"line"_s) > 3, qPrintable(log(shell)), EngineMs);
    else
        QTRY_VERIFY(shell.find<QWidget>(u"general"_s));

    QVERIFY(Lab::docker({u"rm"_s, u"-f"_s, id}).ok());
    QTRY_COMPARE_WITH_TIMEOUT(shown(shell), truth(Lab::dockerHost()), SettleMs);
    QVERIFY(!shown(shell).join(u' ').contains(id));
    const auto *sentence = shell.find<QLabel>(u"detailsSentence"_s);
    QTRY_COMPARE(sentence->text(), u"loss-removed was removed."_s);
    QVERIFY(sentence->isVisible());
    QVERIFY(!shell.action(u"container.stop"_s)->isEnabled());
    // Nothing is asked of what is not there, and nothing failed.
    QVERIFY(!shell.find<QWidget>(u"failureBar"_s)->isVisible());
    QVERIFY(shell.isConnected());
}

void TestEngineLoss::twoGantrysOnOneContainer()
{
    const QString id = run(u"loss-shared"_s, {});
    Shell one(stateFile());
    Shell two(stateFile());
    for (Shell *shell : {&one, &two}) {
        connectTo(shell, Lab::dockerHost());
        QTRY_VERIFY_WITH_TIMEOUT(shell->isConnected(), EngineMs);
        QTRY_COMPARE(shown(*shell), truth(Lab::dockerHost()));
        tree(*shell)->select(id);
        QTRY_VERIFY(shell->action(u"container.restart"_s)->isEnabled());
    }
    const auto ended = [](const Shell &shell) { return lastOperation(shell) && !lastOperation(shell)->isRunning(); };
    const auto bothAreTrue = [&] {
        const QStringList now = truth(Lab::dockerHost());
        return shown(one) == now && shown(two) == now;
    };
    // What one does the other sees.
    one.action(u"container.kill"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(ended(one), EngineMs);
    QTRY_VERIFY_WITH_TIMEOUT(bothAreTrue(), SettleMs);
    QTRY_VERIFY(two.action(u"container.start"_s)->isEnabled());
    QVERIFY(!two.action(u"container.stop"_s)->isEnabled());

    // Both the same at once, then one against the other.
    for (const auto &[first, second] :
         {std::pair(u"container.start"_s, u"container.start"_s), std::pair(u"container.restart"_s, u"container.kill"_s),
          std::pair(u"container.restart"_s, u"container.restart"_s)}) {
        Operation *before[]{lastOperation(one), lastOperation(two)};
        QTRY_VERIFY(one.action(first)->isEnabled() && two.action(second)->isEnabled());
        one.action(first)->trigger();
        two.action(second)->trigger();
        QTRY_VERIFY(lastOperation(one) != before[0] && lastOperation(two) != before[1]);
        QTRY_VERIFY_WITH_TIMEOUT(ended(one) && ended(two), 2 * EngineMs);
        QTRY_VERIFY_WITH_TIMEOUT(bothAreTrue(), SettleMs);
        for (const Shell *shell : {&one, &two}) {
            const Operation *operation = lastOperation(*shell);
            // Who came too late reads so in the engine's words, or has what was wanted.
            if (operation->state() != Operation::State::Succeeded)
                QVERIFY2(failureOf(*shell).contains(operation->failure().words), qPrintable(failureOf(*shell)));
            QVERIFY(!shell->workbench.operations()->isBusy(id));
        }
    }

    // One removes it; the other, whose list had it a moment ago, comes too late.
    one.workbench.containerCommands()->remove({id}, false, {});
    QTRY_VERIFY_WITH_TIMEOUT(ended(one), EngineMs);
    QCOMPARE(lastOperation(one)->state(), Operation::State::Succeeded);
    two.workbench.containerCommands()->restart({id});
    QTRY_VERIFY_WITH_TIMEOUT(ended(two), EngineMs);
    QCOMPARE(lastOperation(two)->state(), Operation::State::Failed);
    QTRY_VERIFY2(failureOf(two).contains(u"No such container: "_s, Qt::CaseInsensitive), qPrintable(failureOf(two)));
    QVERIFY(!one.find<QWidget>(u"failureBar"_s)->isVisible());
    // Who wants it gone has that.
    two.workbench.containerCommands()->remove({id}, false, {});
    QTRY_VERIFY_WITH_TIMEOUT(ended(two), EngineMs);
    QCOMPARE(lastOperation(two)->state(), Operation::State::Succeeded);
    QTRY_VERIFY_WITH_TIMEOUT(bothAreTrue(), SettleMs);
    QVERIFY(!shown(one).join(u' ').contains(id));
}

QTEST_MAIN(TestEngineLoss)
#include "tst_engineloss.moc"
