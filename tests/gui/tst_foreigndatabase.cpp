// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/cataloguepane.h"
#include "console/console.h"
#include "console/consolerunner.h"
#include "console/messagesview.h"
#include "console/querytab.h"
#include "console/resultpane.h"
#include "console/resulttabs.h"
#include "console/resultview.h"
#include "databases/databasespage.h"
#include "foreigntexts.h"
#include "items/cataloguemodel.h"
#include "lab/labenvironment.h"
#include "look/treeview.h"
#include "shellprobe.h"

#include <QSignalSpy>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 30'000;

/// As a name in SQL.
QByteArray quoted(QString name)
{
    return QString(u'"' + name.replace(u'"', u"\"\""_s) + u'"').toUtf8();
}

} // namespace

/// The console on a database whose names, comments and messages try to be something else.
class TestForeignDatabase : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void namesOfTheDatabase();
    void resultsAndMessages();
    void catalogue();

private:
    Console *console() const { return m_page->currentConsole(); }
    QueryTab *query() const { return console()->currentQuery(); }
    QString messages() const { return query()->results()->messages()->toPlainText(); }
    bool run(const QByteArray &sql)
    {
        query()->editor()->setScript(sql, false);
        QSignalSpy ended(console()->runner(), &ConsoleRunner::ended);
        m_shell->action(u"sql.runAll"_s)->trigger();
        return ended.size() > 0 || ended.wait(Patience);
    }
    void check(const QString &where)
    {
        const ForeignTexts::Findings found = ForeignTexts::look(&m_shell->window);
        qInfo("%s: %d painted, %d in tooltips", qPrintable(where), found.painted, found.inToolTips);
        QVERIFY2(found.painted > 0, qPrintable(where + u": "_s + found.texts));
        QVERIFY2(found.faults.isEmpty(), qPrintable(where + u'\n' + found.faults.join(u'\n')));
    }

    const QString m_name = u"gantry-foreign-test"_s;
    QString m_database;
    QByteArray m_evil; ///< as a name in SQL
    std::optional<Shell> m_shell;
    DatabasesPage *m_page = nullptr;
};

void TestForeignDatabase::initTestCase()
{
    QVERIFY2(Lab::isUp(), Lab::notUp);
    qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain
    beginShells();
    // Of at most 63 bytes, as all names in PostgreSQL; what the container's own script gives to psql has no more.
    m_database = ForeignTexts::markup + u"\u202e%1 %2 dbname=x"_s;
    m_evil = quoted(ForeignTexts::markup + u"\n\u2022 next\u202egnp\x1b[31m\x07\u0085'\"%1%2%3%4"_s);
    Lab::docker({u"rm"_s, u"--force"_s, u"--volumes"_s, m_name});
    const Lab::CommandResult started = Lab::docker(
        {u"run"_s, u"--detach"_s, u"--name"_s, m_name, u"--env"_s, u"POSTGRES_USER=demo"_s, u"--env"_s,
         u"POSTGRES_PASSWORD=demo"_s, u"--env"_s, u"POSTGRES_DB="_s + m_database, Lab::image(Lab::Image::Postgres)});
    QVERIFY2(started.ok(), qPrintable(started.error));
    m_shell.emplace(stateFile());
    m_shell->window.resize(1600, 1000);
    m_shell->workbench.engine()->start(EndpointDiscovery(), Lab::dockerHost());
    QTRY_VERIFY_WITH_TIMEOUT(m_shell->isConnected(), Patience);
    m_page = m_shell->window.findChild<DatabasesPage *>();
    QVERIFY(m_page);
    m_shell->window.showPage(m_page->id());
    m_page->openConsole(started.output);
    QTRY_VERIFY2_WITH_TIMEOUT(console() && console()->connection()->state() == ConsoleConnection::State::Connected,
                              qPrintable(console() ? console()->connection()->sentence() : QString()), 2 * Patience);
}

void TestForeignDatabase::cleanupTestCase()
{
    m_shell.reset();
    if (Lab::isUp())
        Lab::docker({u"rm"_s, u"--force"_s, u"--volumes"_s, m_name});
}

void TestForeignDatabase::namesOfTheDatabase()
{
    QCOMPARE(console()->connection()->server().database, m_database);
    check(u"console"_s);
}

void TestForeignDatabase::resultsAndMessages()
{
    QVERIFY(run("CREATE SCHEMA " + m_evil + "; CREATE TABLE " + m_evil + '.' + m_evil + " (" + m_evil
                + " text); COMMENT ON TABLE " + m_evil + '.' + m_evil + " IS $c$" + ForeignTexts::evil().toUtf8()
                + "$c$; INSERT INTO " + m_evil + '.' + m_evil + " VALUES ($c$" + ForeignTexts::evil().toUtf8()
                + "$c$);"));
    QVERIFY2(messages().contains(u"INSERT 0 1"_s), qPrintable(messages()));
    QVERIFY(run("SELECT * FROM " + m_evil + '.' + m_evil));
    QCOMPARE(query()->results()->resultCount(), 1);
    QTRY_COMPARE(query()->results()->pane(0)->view()->rowCount(), 1);
    check(u"result"_s);

    // Placeholders in what the server says are not ours to fill.
    QVERIFY(run("LISTEN " + m_evil + "; NOTIFY " + m_evil + ", '%1 <b>paid</b> %4'; DO $d$BEGIN RAISE NOTICE '%', $c$"
                + ForeignTexts::evil().toUtf8() + "$c$; END$d$; SELECT * FROM missing." + m_evil));
    m_shell->action(u"sql.messages"_s)->trigger();
    QTRY_VERIFY(query()->results()->messages()->isVisible());
    QTRY_VERIFY2(messages().contains(u"%1 <b>paid</b> %4"_s), qPrintable(messages()));
    QVERIFY2(messages().count(u"%1%2%3%4"_s) >= 2, qPrintable(messages()));
    QVERIFY2(messages().contains(ForeignTexts::markup), qPrintable(messages()));
    check(u"messages"_s);
}

void TestForeignDatabase::catalogue()
{
    CatalogueModel *model = console()->catalogue()->model();
    TreeView *tree = console()->catalogue()->tree();
    const auto find = [model] {
        return model->match(model->index(0, 0), Qt::DisplayRole, ForeignTexts::markup, -1,
                            Qt::MatchStartsWith | Qt::MatchRecursive);
    };
    model->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(find().size(), 1, Patience); // the schema
    model->fetchSchemas();
    QTRY_COMPARE_WITH_TIMEOUT(find().size(), 2, Patience); // its table
    const QModelIndex table = find().last();
    model->fetchMore(table);
    QTRY_COMPARE_WITH_TIMEOUT(find().size(), 3, Patience); // its column
    tree->expandAll();
    check(u"objects"_s);
    QVERIFY(run(model->selectStatement(table).toUtf8()));
    QCOMPARE(query()->results()->resultCount(), 1);
    QTRY_COMPARE(query()->results()->pane(0)->view()->rowCount(), 1);
}

QTEST_MAIN(TestForeignDatabase)
#include "tst_foreigndatabase.moc"
