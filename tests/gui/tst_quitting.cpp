// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/querytab.h"
#include "databases/databasespage.h"
#include "fakecontainers.h"
#include "look/buttonkind.h"
#include "postgres/consolestore.h"
#include "shellprobe.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMessageBox>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What is asked before the window closes.
class TestQuitting : public QObject, private ShellFiles
{
    Q_OBJECT

    static QMessageBox *question(const Shell &shell) { return shell.find<QMessageBox>(u"question"_s); }
    static bool clearConsoles()
    {
        return QFile::remove(consolesFolder()) || QDir(consolesFolder()).removeRecursively();
    }

private Q_SLOTS:
    void initTestCase()
    {
        beginShells();
        QVERIFY(clearConsoles());
    }
    void cleanupTestCase() { QVERIFY(clearConsoles()); }

    void whileSomethingRuns()
    {
        Shell shell(stateFile());
        Operation *operation = shell.workbench.operations()->begin(u"Up tp1"_s, {u"docker"_s});
        shell.window.close();
        QVERIFY(shell.window.isVisible());
        QVERIFY(question(shell));
        QTRY_VERIFY(question(shell)->findChild<QPushButton *>(u"questionCancel"_s)->hasFocus());
        QCOMPARE(buttonKind(question(shell)->findChild<QPushButton *>(u"questionVerb"_s)), ButtonKind::Outlined);
        QTest::keyClick(question(shell), Qt::Key_Escape);
        QTRY_VERIFY(!question(shell));
        QVERIFY(shell.window.isVisible());
        operation->succeed();
        shell.window.close();
        QVERIFY(!shell.window.isVisible());
    }

    void whenTextCannotBeKept()
    {
        FakeEngine engine;
        engine.answerBasics();
        FakeContainers containers(&engine);
        containers.add('a', u"tp1-db-1"_s, u"postgres:16"_s, u"Up 3 minutes"_s);
        Shell shell(stateFile());
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        auto *page = shell.window.findChild<DatabasesPage *>();
        page->openConsole(QString::fromLatin1(FakeContainers::id('a')));
        QTRY_VERIFY(page->currentConsole() && page->currentConsole()->currentQuery());
        QVERIFY(clearConsoles());
        QVERIFY(QDir().mkpath(QFileInfo(consolesFolder()).path()));
        QFile inItsPlace(consolesFolder());
        QVERIFY(inItsPlace.open(QIODevice::WriteOnly));

        // The last key was pressed just now: it was neither written nor tried.
        page->currentConsole()->currentQuery()->editor()->setScript("SELECT 'precious'", false);
        shell.window.close();
        QVERIFY(shell.window.isVisible());
        QTRY_VERIFY(question(shell));
        QVERIFY2(question(shell)->informativeText().contains(u"The text of Query 1 is lost"_s),
                 qPrintable(question(shell)->informativeText()));
        QTest::keyClick(question(shell), Qt::Key_Escape);
        QTRY_VERIFY(!question(shell));

        QVERIFY(inItsPlace.remove());
        shell.window.close();
        QTRY_VERIFY(!shell.window.isVisible());
        QVERIFY(!question(shell));
        const QStringList kept = QDir(consolesFolder()).entryList({u"*.json"_s});
        QCOMPARE(kept.size(), 1);
        QFile file(consolesFolder() + u'/' + kept.first());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("precious"));
    }
};

QTEST_MAIN(TestQuitting)
#include "tst_quitting.moc"
