// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/sqleditor.h"
#include "databases/databasespage.h"
#include "engine/answerwatch.h"
#include "engine/httpcall.h"
#include "items/projectmodel.h"
#include "look/banner.h"
#include "look/fonts.h"
#include "postgres/consolestore.h"
#include "shell/enginebox.h"
#include "shell/enginewords.h"
#include "shell/page.h"
#include "shellprobe.h"

#include <QAbstractItemView>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QPointer>
#include <QSignalSpy>
#include <QTcpServer>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What the window says of the engine when that is not there, is another one, or is silent.
class TestEngineState : public QObject, private ShellFiles
{
    Q_OBJECT

    /// Where nothing listens.
    static Endpoint deadEnd()
    {
        QTcpServer server;
        server.listen(QHostAddress::LocalHost);
        return *Endpoint::parse(u"tcp://127.0.0.1:%1"_s.arg(server.serverPort()));
    }

    static QString countOf(const Shell &shell, const QString &page)
    {
        const QAbstractItemModel *pages = shell.find<QListView>(u"navigation"_s)->model();
        for (int row = 0; row < pages->rowCount(); ++row) {
            const QModelIndex index = pages->index(row, 0);
            if (index.data().toString() == page)
                return index.data(Qt::AccessibleDescriptionRole).toString();
        }
        return u"no such page"_s;
    }

    static QString text(const QWidget *parent, const QString &label)
    {
        return parent->findChild<QLabel *>(label)->text();
    }

private Q_SLOTS:
    void initTestCase() { beginShells(); }

    void anotherEngineThatNeverAnsweredIsNotLost()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/volumes", R"({"Volumes": [{"Name": "data", "Driver": "local"}]})");
        shell.connectTo(engine);
        QTRY_COMPARE(countOf(shell, u"Volumes"_s), u"1"_s);
        const auto *page = shell.find<QWidget>(u"noEngine"_s);
        QVERIFY(!page->isVisible());

        for (int round = 0; round < 2; ++round) {
            const Endpoint nowhere = deadEnd();
            shell.workbench.engine()->start({{nowhere}, true, {}});
            QTRY_COMPARE(text(page, u"emptySentence"_s),
                         u"No container engine answers at %1."_s.arg(nowhere.address()));
            QVERIFY(page->isVisible());
            QVERIFY(!shell.find<Banner>(u"windowBanner"_s)->isVisible());
            QVERIFY(EngineWords::statusLine(*shell.workbench.engine()).contains(nowhere.address()));
            for (const QString &unknown :
                 {u"Containers"_s, u"Projects"_s, u"Images"_s, u"Volumes"_s, u"Networks"_s, u"Databases"_s})
                QCOMPARE(countOf(shell, unknown), QString());
        }
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        QVERIFY(!page->isVisible());
        QTRY_COMPARE(countOf(shell, u"Volumes"_s), u"1"_s);
    }

    void openedProjectsAreThereWithoutAnEngine()
    {
        QFile file(m_folder.filePath(u"compose.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name: shop\nservices:\n  api:\n    image: busybox\n");
        file.close();
        Shell shell(stateFile());
        shell.workbench.engine()->start({{deadEnd()}, true, {}});
        const auto *page = shell.find<QWidget>(u"noEngine"_s);
        QTRY_VERIFY(page->isVisible());
        QTRY_COMPARE(shell.workbench.engine()->state(), Engine::State::Searching);

        shell.workbench.openPath(file.fileName());
        const auto *tree = shell.find<QAbstractItemView>(u"projectsTree"_s);
        QTRY_VERIFY(tree->isVisible());
        QTRY_COMPARE(tree->model()->index(0, 0).data(ProjectModel::ProjectRole).toString(), u"shop"_s);
        QCOMPARE(countOf(shell, u"Projects"_s), u"1"_s);
        QCOMPARE(countOf(shell, u"Containers"_s), QString());
        const auto *banner = shell.find<Banner>(u"windowBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(text(banner, u"bannerFact"_s).startsWith(u"No container engine answers at tcp://127.0.0.1:"_s));
        QVERIFY(buttonNamed(banner, u"Retry"_s) && buttonNamed(banner, u"Retry"_s)->isEnabled());
        QVERIFY(!shell.action(u"project.up"_s)->isEnabled());
        QCOMPARE(shell.workbench.actions()->unavailableReason(shell.action(u"project.up"_s)),
                 u"No engine is connected."_s);
        // In a small window with Operations open, its name is whole.
        shell.window.resize(1000, 600);
        shell.action(u"shell.operations"_s)->trigger();
        const auto *header = shell.find<QWidget>(u"projectHeader"_s);
        QTRY_VERIFY(header->isVisible() && header->visibleRegion().boundingRect() == header->rect());
        QTRY_VERIFY(header->height() >= header->minimumSizeHint().height());
        shell.action(u"shell.operations"_s)->trigger();
        // The other pages have nothing to show.
        shell.window.showPage(u"volumes"_s);
        QVERIFY(page->isVisible() && !banner->isVisible());
        shell.window.showPage(u"projects"_s);
        QVERIFY(tree->isVisible() && banner->isVisible());
        QVERIFY(tree->hasFocus());
        shell.action(u"project.forget"_s)->trigger();
        QTRY_VERIFY(page->isVisible());
    }

    void whatIsLeftIsCountedAfterARemoval()
    {
        const auto volumes = [](const QByteArray &list) { return "{\"Volumes\": [" + list + "]}"; };
        const auto database = [](const char *id) {
            return QByteArray(R"({"Id": "@", "Names": ["/@"], "Image": "postgres:16", "State": "running"})")
                .replace("@", id);
        };
        const QByteArray volume = R"({"Name": "left", "Driver": "local"})";
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/volumes", volumes(volume + R"(, {"Name": "goes", "Driver": "local"})"));
        engine.answer("/containers/json", '[' + database("left") + ',' + database("goes") + ']');
        shell.connectTo(engine);
        const auto factOf = [&shell](const QString &table) {
            for (QWidget *page = shell.find<QWidget>(table)->parentWidget(); page; page = page->parentWidget()) {
                const QList<QLabel *> facts = page->findChildren<QLabel *>(u"pageFact"_s);
                for (const QLabel *fact : facts) {
                    if (!fact->text().isEmpty()) // that of the details says nothing
                        return fact->text();
                }
            }
            return QString();
        };
        QTRY_COMPARE(factOf(u"volumesTable"_s), u"2 volume(s), 2 unused"_s);
        QTRY_COMPARE(factOf(u"databasesTable"_s), u"2 PostgreSQL container(s)"_s);

        engine.answer("/volumes", volumes(volume));
        engine.answer("/containers/json", '[' + database("left") + ']');
        shell.workbench.engine()->refresh();
        QTRY_COMPARE(factOf(u"volumesTable"_s), u"1 volume(s), 1 unused"_s);
        QTRY_COMPARE(factOf(u"databasesTable"_s), u"1 PostgreSQL container(s)"_s);
    }

    void whatWasTypedIsThereWithoutAnEngine()
    {
        StoredConsole console;
        console.id = ConsoleStore::newId();
        console.place.containerName = u"pg"_s;
        console.queries.resize(1);
        console.queries[0].title = u"Query 1"_s;
        console.queries[0].text = u"SELECT 'kept'"_s;
        {
            ConsoleStore store;
            store.track(console.id, [console] { return console; });
            store.changed(console.id);
        }
        const auto forget = qScopeGuard([&] { ConsoleStore().remove(console.id); });
        {
            const QString file = stateFile();
            UiState(file).setValue(u"databases/console"_s, console.id);
            Shell shell(file);
            shell.workbench.engine()->start({{deadEnd()}, true, {}});
            shell.window.showPage(u"databases"_s);
            QTRY_COMPARE(shell.workbench.engine()->state(), Engine::State::Searching);
            const auto *page = shell.window.findChild<DatabasesPage *>();
            QTRY_VERIFY(page->currentConsole() && page->isVisible());
            QCOMPARE(page->currentConsole()->findChild<SqlEditor *>()->text(), u"SELECT 'kept'"_s);
            QCOMPARE(countOf(shell, u"Databases"_s), QString());
        }
    }

    void aSilentEngineIsSaidUntilItAnswers()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        QList<QPointer<QLocalSocket>> waiting;
        engine.on("/containers/a1/restart",
                  [&waiting](QLocalSocket *socket, const FakeEngine::Request &) { waiting << socket; });
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        const auto *banner = shell.find<Banner>(u"windowBanner"_s);
        const Engine *live = shell.workbench.engine();
        QSignalSpy silent(live, &Engine::silentChanged);

        // An engine that works is not silent, however long it takes.
        const QFuture<void> restart = live->client()->restartContainer(u"a1"_s);
        QTRY_COMPARE(waiting.size(), 1);
        const int pings = engine.countOf("/_ping");
        QTRY_COMPARE_WITH_TIMEOUT(engine.countOf("/_ping"), pings + 1, 2 * HttpCall::waitMs);
        QVERIFY(engine.requests().last().connection != 1);

        // From now on it takes calls and answers none, like a process that was stopped.
        QPointer<QLocalSocket> asked;
        engine.on("/_ping", [&asked](QLocalSocket *socket, const FakeEngine::Request &) { asked = socket; });
        QTRY_VERIFY_WITH_TIMEOUT(live->isSilent(), 2 * (HttpCall::waitMs + AnswerWatch::PatienceMs));
        QCOMPARE(engine.countOf("/_ping"), pings + 2);
        QVERIFY(shell.isConnected());
        QVERIFY(banner->isVisible());
        QCOMPARE(text(banner, u"bannerFact"_s), u"The engine does not answer."_s);
        QVERIFY(EngineWords::statusLine(*live).endsWith(u", which does not answer"_s));
        QVERIFY(shell.find<EngineBox>(u"engineBox"_s)->accessibleDescription().contains(u"does not answer"_s));
        QCOMPARE(silent.count(), 1);

        FakeEngine::send(asked, "OK");
        QTRY_VERIFY(!live->isSilent());
        QVERIFY(!banner->isVisible());
        QVERIFY(!EngineWords::statusLine(*live).contains(u"does not answer"_s));
        FakeEngine::send(waiting.first(), {}, 204);
        QTRY_VERIFY(restart.isFinished());
    }

    void theBoxHasTheStateWhole()
    {
        Shell shell(stateFile());
        shell.window.resize(1440, 900);
        const auto *box = shell.find<EngineBox>(u"engineBox"_s);
        shell.workbench.engine()->start({{deadEnd()}, true, {}});
        QTRY_COMPARE(box->secondLine(), u"not reachable"_s);
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/version", R"({"Version": "20.10.24+dfsg1", "ApiVersion": "1.43", "MinAPIVersion": "1.12"})");
        shell.connectTo(engine);
        QTRY_COMPARE(box->secondLine(), u"Docker 20.10 · connected"_s);
        engine.stop();
        QTRY_VERIFY(box->secondLine().endsWith(u"connection lost"_s));
        QVERIFY(QFontMetrics(Fonts::ui(11)).horizontalAdvance(box->secondLine()) <= box->textArea().width());
    }

    void networksThatAreNotToldOfAreListedWhenShown_data()
    {
        QTest::addColumn<QByteArray>("product");
        QTest::addColumn<bool>("again");
        QTest::newRow("Podman") << QByteArray("Podman Engine") << true;
        QTest::newRow("Docker") << QByteArray("Engine") << false;
    }
    void networksThatAreNotToldOfAreListedWhenShown()
    {
        QFETCH(const QByteArray, product);
        QFETCH(const bool, again);
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/version",
                      R"({"Version": "4.3.1", "ApiVersion": "1.41", "MinAPIVersion": "1.24", "Components": [{"Name": ")"
                          + product + R"("}]})");
        Shell shell(stateFile());
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        QTRY_COMPARE(engine.countOf("/networks"), 1);
        engine.answer("/networks", R"([{"Id": "n1", "Name": "made outside", "Driver": "bridge"}])");
        shell.window.showPage(u"networks"_s);
        if (again)
            QTRY_COMPARE(shell.workbench.engine()->networks().size(), 1);
        shell.window.showPage(u"images"_s);
        shell.window.showPage(u"networks"_s);
        QTRY_COMPARE(engine.countOf("/networks"), again ? 3 : 1);
    }

    void aVersionLeavesRoomForTheConnection()
    {
        FakeEngine engine;
        engine.answerBasics();
        const QJsonObject version{{u"ApiVersion"_s, u"1.41"_s},
                                  {u"MinAPIVersion"_s, u"1.12"_s},
                                  {u"Version"_s, u"26\n"_s + QString(60'000, u'V')}};
        engine.answer("/version", QJsonDocument(version).toJson());
        Shell shell(stateFile());
        shell.window.resize(1024, 600);
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        const auto *numbers = shell.find<QLabel>(u"statusNumbers"_s);
        QTRY_VERIFY2(numbers->text().startsWith(u"Docker 26 VVV"_s), qPrintable(numbers->text().left(100)));
        QVERIFY(!numbers->text().contains(u'\n'));
        const auto *connection = shell.find<QLabel>(u"statusConnection"_s);
        QTRY_VERIFY(connection->width() > connection->fontMetrics().horizontalAdvance(u"Connected to unix:///run/"_s));
    }

    void sentencesEnd()
    {
        QCOMPARE(EngineWords::paragraph({u"Could not a: “b c”"_s, u"What you see."_s}),
                 u"Could not a: “b c”. What you see."_s);
        QCOMPARE(EngineWords::paragraph({u"Impossible : « b. »"_s, u"So…"_s, u"Ja"_s}),
                 u"Impossible : « b. » So… Ja."_s);
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        engine.stop();
        const auto *banner = shell.find<Banner>(u"windowBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        const QString why = text(banner, u"bannerConsequence"_s);
        QVERIFY2(why.contains(u"closed the connection. What you see is what was last known."_s), qPrintable(why));
    }
};

QTEST_MAIN(TestEngineState)
#include "tst_enginestate.moc"
