// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/querytab.h"
#include "databases/databasespage.h"
#include "fakecontainers.h"
#include "postgres/consolestore.h"
#include "shellprobe.h"

#include <QDir>
#include <QTimer>

#include <algorithm>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The consoles of the last run, open again.
class TestRestoredConsoles : public QObject, private ShellFiles
{
    Q_OBJECT

    static QString text(int number) { return u"SELECT %1"_s.arg(number); }
    static bool keep(int number)
    {
        ConsoleStore store;
        StoredConsole console;
        console.id = ConsoleStore::newId();
        console.order = number;
        console.place = {{}, u"db-%1"_s.arg(number), {}, {}};
        StoredQuery query;
        query.text = text(number);
        console.queries = {query};
        store.track(console.id, [&console] { return console; });
        store.changed(console.id);
        const QFuture<void> written = store.flush();
        return QTest::qWaitFor([&written] { return written.isFinished(); });
    }
    static QStringList texts(const DatabasesPage &page)
    {
        QStringList result;
        const QList<Console *> all = page.consoles();
        for (const Console *console : all)
            result.append(console->currentQuery()->stored().text);
        return result;
    }

private Q_SLOTS:
    void initTestCase() { beginShells(); }
    void init()
    {
        QVERIFY(QDir(consolesFolder()).removeRecursively());
        for (int i = 0; i < consoles; ++i)
            QVERIFY(keep(i));
    }
    void cleanupTestCase() { QVERIFY(QDir(consolesFolder()).removeRecursively()); }

    void comeOneATurn()
    {
        Shell shell(stateFile());
        const auto *page = shell.window.findChild<DatabasesPage *>();
        qsizetype most = 0;
        qsizetype before = page->consoles().size();
        QTimer eachTurn;
        connect(&eachTurn, &QTimer::timeout, page, [&] {
            const qsizetype now = page->consoles().size();
            most = std::max(most, now - before);
            before = now;
        });
        eachTurn.start(0);
        QTRY_COMPARE(texts(*page), (QStringList{text(0), text(1), text(2), text(3)}));
        QCOMPARE(most, 1);
    }

    void theOneThatIsWantedBeforeItsTurnIsNotMadeTwice()
    {
        FakeEngine engine;
        engine.answerBasics();
        FakeContainers containers(&engine);
        containers.add('c', u"db-3"_s, u"postgres:16"_s, u"Up 3 minutes"_s);
        UiState state(stateFile());
        Workbench workbench(&state);
        workbench.engine()->start({{engine.endpoint()}, true, {}});
        QTRY_COMPARE(workbench.engine()->containers()->size(), 1);

        DatabasesPage page(&workbench);
        QTimer eachTurn;
        connect(&eachTurn, &QTimer::timeout, &page, [&] {
            if (page.consoles().isEmpty())
                return;
            eachTurn.stop();
            page.openConsole(QString::fromLatin1(FakeContainers::id('c')));
        });
        eachTurn.start(0);
        QSignalSpy restored(&page, &DatabasesPage::restored);
        QVERIFY(restored.wait(Tests::patience));
        QStringList all = texts(page);
        QCOMPARE(all.indexOf(text(3)), 1); // it did not wait for the others
        std::sort(all.begin(), all.end());
        QCOMPARE(all, (QStringList{text(0), text(1), text(2), text(3)}));
        QCOMPARE(page.currentConsole()->currentQuery()->stored().text, text(3));
    }

private:
    static constexpr int consoles = 4;
};

QTEST_MAIN(TestRestoredConsoles)
#include "tst_restoredconsoles.moc"
