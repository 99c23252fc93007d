// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/builddialog.h"
#include "containers/containerdetailspane.h"
#include "containers/diagnosisview.h"
#include "files/filespanel.h"
#include "files/filestree.h"
#include "files/fileview.h"
#include "foreignfixture.h"
#include "logs/logview.h"
#include "look/banner.h"
#include "projects/projectview.h"
#include "run/pulldialog.h"
#include "run/rundialog.h"
#include "shell/page.h"
#include "stats/statsreader.h"
#include "terminal/terminalview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTabBar>
#include <QTreeView>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// What a log has in one line.
QString evilLine()
{
    return ForeignTexts::evil().replace(u'\n', u' ');
}

QByteArray upgraded(const QByteArray &kind)
{
    return "HTTP/1.1 101 UPGRADED\r\nContent-Type: application/vnd.docker." + kind
        + "-stream\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n";
}

} // namespace

/// What comes from outside, where one has to look for it: plain text there, too.
class TestForeignPlaces : public ForeignFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginShells(); }
    void init() { begin(); }
    void cleanup()
    {
        end();
        qputenv("PATH", m_path);
    }
    void whyItStopped_data() { addLanguages(); }
    void whyItStopped();
    void files_data() { addLanguages(); }
    void files();
    void terminal_data() { addLanguages(); }
    void terminal();
    void removedWithTerminal_data() { addLanguages(); }
    void removedWithTerminal();
    void stats_data() { addLanguages(); }
    void stats();
    void connections_data() { addLanguages(); }
    void connections();
    void mergedLogs_data() { addLanguages(); }
    void mergedLogs();
    void cleanUp_data() { addLanguages(); }
    void cleanUp();
    void run_data() { addLanguages(); }
    void run();
    void pull_data() { addLanguages(); }
    void pull();
    void build_data() { addLanguages(); }
    void build();

private:
    void beginIn()
    {
        QFETCH(QString, language);
        translate(language);
    }
    void showTab(ContainerDetailsPane::Tab tab) const { m_shell->find<QTabBar>(u"detailTabs"_s)->setCurrentIndex(tab); }
    void answerLog(char digit, const QStringList &lines)
    {
        m_engine->on(FakeContainers::path(digit, "logs"), [lines](QLocalSocket *socket, const FakeEngine::Request &r) {
            QByteArray answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
            for (const QString &line : lines)
                answer += logFrame("2024-01-01T10:00:00.500000000Z " + line.toUtf8() + '\n');
            socket->write(r.target.contains("follow=0") ? answer + "0\r\n\r\n" : answer);
        });
    }
    void openTerminal()
    {
        fill(m_text, 'a');
        m_engine->answer(FakeContainers::path('a', "exec"), R"({"Id": "term"})", 201);
        m_engine->on("/exec/term/start", [this](QLocalSocket *socket, const FakeEngine::Request &) {
            m_terminal = socket;
            // The shell's name, a title, and a text of both.
            QByteArray name = ForeignTexts::evil().remove(u'\x1b').remove(u'\x07').toUtf8();
            socket->write(upgraded("raw") + "\x1b]697;7;" + name + "\x1b\\" + m_text.toUtf8() + "\r\n\x1b]2;"
                          + ForeignTexts::markup.toUtf8() + "\xe2\x80\xae\xc2\x85title\x07" + m_text.toUtf8());
        });
        m_engine->answer("/exec/term/resize", "{}");
        open();
        select('a');
        QTRY_VERIFY(m_shell->find<QWidget>(u"environment"_s));
        m_shell->action(u"container.terminal"_s)->trigger();
        const auto shown = [this] { return m_shell->find<TerminalView>(u"terminal"_s); };
        QTRY_VERIFY(shown() && shown()->isVisible() && paints(shown(), u"<b>evil"_s));
    }
    static bool paints(QWidget *widget, const QString &text)
    {
        return PaintedTexts::of(widget).join(QString()).contains(text);
    }

    /// Without the fields, which show what is typed as it is.
    void checkForm(QDialog *form, const QString &where)
    {
        QList<QLineEdit *> fields;
        for (QLineEdit *field : form->findChildren<QLineEdit *>()) {
            if (!field->isHidden() && field->text().contains(u"evil"_s))
                fields << field;
        }
        for (QLineEdit *field : std::as_const(fields))
            field->hide();
        check(form, where);
        for (QLineEdit *field : std::as_const(fields))
            field->show();
    }

    QPointer<QLocalSocket> m_terminal; ///< of the engine
    const QByteArray m_path = qgetenv("PATH");
    const QString m_text = ForeignTexts::evil();
};

void TestForeignPlaces::whyItStopped()
{
    beginIn();
    QJsonObject state{{u"ExitCode"_s, 1},
                      {u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s},
                      {u"FinishedAt"_s, u"2024-01-01T10:00:00.9Z"_s}};
    QJsonObject known = details(m_text);
    state.insert(u"Error"_s, QString());
    known.insert(u"State"_s, state);
    const QStringList lines[]{
        {evilLine(), u"odd"_s},
        {u"ModuleNotFoundError: No module named '%1'"_s.arg(evilLine())},
        {u"python: can't open file '%1': [Errno 2] No such file or directory"_s.arg(evilLine())},
        {u"FATAL:  role \"%1\" does not exist"_s.arg(evilLine())},
        {u"sh: %1: not found"_s.arg(evilLine())},
        {u"KeyError: '%1'"_s.arg(evilLine())},
    };
    char digit = 'a';
    for (const QStringList &each : lines) {
        m_fake->add(digit, m_text + QLatin1Char(digit), m_text, u"Exited (1) 2 hours ago"_s, labels(m_text, m_text));
        m_fake->setDetails(digit, known);
        answerLog(digit++, each);
    }
    // The engine's own words, and a health check's.
    m_fake->add(digit, m_text, m_text, u"Exited (128) 2 hours ago"_s, labels(m_text, m_text));
    m_fake->setDetails(digit, details(m_text));
    answerLog(digit++, {evilLine()});
    m_fake->add(digit, m_text, m_text, u"Up 3 minutes (unhealthy)"_s, labels(m_text, m_text));
    m_fake->setDetails(digit, details(m_text));
    answerLog(digit++, {evilLine()});
    open();
    for (char each = 'a'; each < digit; ++each) {
        select(each);
        QTRY_VERIFY(m_shell->action(u"container.cause"_s)->isEnabled());
        m_shell->action(u"container.cause"_s)->trigger();
        DiagnosisView *cause = nullptr;
        QTRY_VERIFY((cause = m_shell->window.findChild<DiagnosisView *>()) && cause->isVisible());
        QTRY_VERIFY2(paints(cause, u"<b>evil"_s), qPrintable(PaintedTexts::of(cause).join(u'|')));
        check(cause, u"cause %1"_s.arg(QLatin1Char(each)));
        check(&m_shell->window, u"window with cause %1"_s.arg(QLatin1Char(each)));
    }
}

void TestForeignPlaces::files()
{
    beginIn();
    fill(m_text, 'a');
    QByteArray listing;
    for (const auto &[head, name, target] : {std::tuple("ff 644 7 1795910777.5", m_text, QString()),
                                             std::tuple("dd 755 7 1795910777.5", m_text + u'd', QString()),
                                             std::tuple("lf 777 7 1795910777.5", m_text + u'l', m_text)})
        listing += QByteArray(head) + '\0' + m_text.toUtf8() + '\0' + m_text.toUtf8() + '\0' + name.toUtf8() + '\0'
            + target.toUtf8() + '\0';
    m_engine->answer(FakeContainers::path('a', "exec"), R"({"Id": "find"})", 201);
    m_engine->on("/exec/find/start", [listing](QLocalSocket *socket, const FakeEngine::Request &) {
        socket->write(upgraded("multiplexed") + FakeEngine::frame(1, listing));
        socket->disconnectFromServer();
    });
    m_engine->answer("/exec/find/json", R"({"ExitCode": 0, "Running": false})");
    const QByteArray refusal = json({{u"message"_s, m_text}});
    m_engine->answer(FakeContainers::path('a', "archive"), refusal, 500);
    open();
    select('a');
    QTRY_VERIFY(m_shell->find<QWidget>(u"environment"_s));
    showTab(ContainerDetailsPane::FilesTab);
    auto *tree = m_shell->find<FilesTree>(u"filesTree"_s);
    QTRY_VERIFY(tree && tree->isVisible() && tree->model()->rowCount() == 3);
    m_shell->window.resize(2000, 1000); // for more of the names
    tree->setCurrentIndex(tree->model()->index(0, 0));
    check(m_shell->find<QWidget>(u"filesPanel"_s), u"files"_s);
    check(&m_shell->window, u"window with files"_s);
    // What is in a file cannot be read, in the engine's words.
    for (int row = 0; row < 3; ++row) {
        if (tree->model()->hasChildren(tree->model()->index(row, 0)))
            continue;
        tree->setCurrentIndex(tree->model()->index(row, 0));
        break;
    }
    tree->setFocus();
    Q_EMIT tree->activated(tree->currentIndex());
    auto *panel = m_shell->find<QWidget>(u"filesPanel"_s);
    QTRY_VERIFY(m_shell->find<QWidget>(u"fileView"_s)->isVisible());
    QTRY_VERIFY(m_engine->countOf(FakeContainers::path('a', "archive")) > 0);
    check(panel, u"file"_s);
}

void TestForeignPlaces::terminal()
{
    beginIn();
    openTerminal();
    auto *tabs = m_shell->find<QTabBar>(u"terminalTabs"_s);
    QTRY_VERIFY2(tabs->tabText(0).contains(u"<b>evil"_s), qPrintable(tabs->tabText(0)));
    check(m_shell->find<QWidget>(u"terminalPanel"_s), u"terminal"_s);
    // It ends, in a window of its own.
    m_shell->action(u"shell.detach"_s)->trigger();
    DetachedWindow *own = m_shell->workbench.windows()->windows(u"terminal"_s).value(0);
    QVERIFY(own);
    check(own, u"terminal in its own window"_s);
}

void TestForeignPlaces::removedWithTerminal()
{
    beginIn();
    openTerminal();
    const auto *said = m_shell->find<QLabel>(u"detailsFullName"_s);
    const QString before = said->text();
    m_fake->remove('a');
    m_terminal->disconnectFromServer();
    m_fake->tell("destroy", 'a');
    QTRY_VERIFY2(said->text().contains(u"<b>evil"_s) && said->text() != before, qPrintable(said->text()));
    QVERIFY(paints(m_shell->find<TerminalView>(u"terminal"_s), u"<b>evil"_s));
    check(&m_shell->window, u"removed"_s);
    // It was the only one: closed, the page is empty.
    QTRY_VERIFY(m_shell->find<QWidget>(u"terminalEnd"_s)->isVisible());
    m_shell->find<QAbstractButton>(u"closeSession"_s)->click();
    QTRY_VERIFY(m_shell->find<QWidget>(u"welcome"_s)->isVisible());
}

void TestForeignPlaces::stats()
{
    beginIn();
    fill(m_text, 'a');
    m_engine->answer(FakeContainers::path('a', "top"),
                     json({{u"Titles"_s, QJsonArray{u"PID"_s, u"USER"_s, m_text, u"COMMAND"_s}},
                           {u"Processes"_s, QJsonArray{QJsonArray{m_text, m_text, m_text, m_text}}}}));
    m_engine->on(FakeContainers::path('a', "stats"), [](QLocalSocket *socket, const FakeEngine::Request &) {
        socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    });
    open();
    select('a');
    QTRY_VERIFY(m_shell->find<QWidget>(u"environment"_s));
    showTab(ContainerDetailsPane::StatsTab);
    QTRY_VERIFY(view(u"processes"_s) && view(u"processes"_s)->isVisible()
                && view(u"processes"_s)->model()->rowCount() == 1);
    check(view(u"processes"_s), u"processes"_s);
    check(&m_shell->window, u"window with stats"_s);
    m_engine->answer(FakeContainers::path('a', "top"), json({{u"message"_s, m_text}}), 500);
    auto *notice = m_shell->find<QWidget>(u"processesNotice"_s);
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 15'000);
    check(notice, u"processes that are refused"_s);
    // Of the project: a legend.
    Q_EMIT m_shell->workbench.showProjectRequested(m_text);
    m_shell->find<QTabBar>(u"projectTabs"_s)->setCurrentIndex(ProjectView::StatsTab);
    auto *ofProject = m_shell->find<QWidget>(u"projectStats"_s);
    QTRY_VERIFY(ofProject && ofProject->isVisible());
    check(&m_shell->window, u"project's stats"_s);
}

void TestForeignPlaces::connections()
{
    beginIn();
    fill(m_text, 'a');
    QJsonObject exposed = details(m_text);
    QJsonObject config = exposed.value(u"Config"_s).toObject();
    config.insert(u"ExposedPorts"_s, QJsonObject{{u"5432/tcp"_s, QJsonObject()}});
    config.insert(u"Env"_s,
                  QJsonArray{u"POSTGRES_USER="_s + m_text, u"POSTGRES_PASSWORD="_s + m_text, u"POSTGRES_DB="_s + m_text,
                             u"DATABASE_URL=postgresql://"_s + m_text + u":x@"_s + m_text + u":5432/"_s + m_text});
    exposed.insert(u"Config"_s, config);
    m_fake->setDetails('a', exposed);
    m_fake->add('b', m_text + u'b', u"postgres:16"_s, u"Up 3 minutes"_s, labels(m_text, ForeignTexts::evil(u"db"_s)));
    m_fake->setDetails('b', exposed);
    open();
    Q_EMIT m_shell->workbench.showProjectRequested(m_text);
    m_shell->find<QTabBar>(u"projectTabs"_s)->setCurrentIndex(ProjectView::ConnectionsTab);
    QTRY_VERIFY(view(u"connectionsTable"_s) && view(u"connectionsTable"_s)->isVisible()
                && view(u"connectionsTable"_s)->model()->rowCount() >= 2);
    auto *connections = m_shell->find<QWidget>(u"connections"_s);
    QTRY_VERIFY(m_shell->find<QComboBox>(u"reachFrom"_s)->count() == 2);
    check(connections, u"connections"_s);
    m_shell->find<QAbstractButton>(u"connectionsPasswords"_s)->click();
    check(connections, u"connections with passwords"_s);
    m_engine->answer("/containers/", json({{u"message"_s, m_text}}), 500);
    m_shell->find<QAbstractButton>(u"reachTry"_s)->click();
    auto *said = m_shell->find<QLabel>(u"connectionsSaid"_s);
    QTRY_VERIFY(said->text().contains(u"evil"_s));
    check(connections, u"connections that are tried"_s);
}

void TestForeignPlaces::mergedLogs()
{
    beginIn();
    fill(m_text, 'a');
    m_fake->add('b', m_text + u'b', m_text, u"Up 3 minutes"_s, labels(m_text, ForeignTexts::evil(u"db"_s)));
    for (const char digit : {'a', 'b'})
        answerLog(digit, {evilLine(), u"{\"level\":\"error\",\"msg\":\"%1\"}"_s.arg(ForeignTexts::markup), evilLine()});
    open();
    m_shell->find<ContainerTree>(u"containersTree"_s)
        ->select({QString::fromLatin1(FakeContainers::id('a')), QString::fromLatin1(FakeContainers::id('b'))});
    QTRY_VERIFY(m_shell->action(u"container.logs"_s)->isEnabled());
    m_shell->action(u"container.logs"_s)->trigger();
    auto *panel = m_shell->find<QWidget>(u"mergedLogPanel"_s);
    QTRY_VERIFY(panel && panel->isVisible() && paints(panel->findChild<LogView *>(), u"<b>evil"_s));
    QTRY_COMPARE(panel->findChild<LogView *>()->visibleLines().size(), 6);
    check(&m_shell->window, u"logs of several"_s);
    m_shell->action(u"shell.detach"_s)->trigger();
    DetachedWindow *own = m_shell->workbench.windows()->windows(u"logs"_s).value(0);
    QVERIFY(own);
    QTRY_VERIFY(paints(own, u"<b>evil"_s));
    check(own, u"logs of several in their own window"_s);

    Q_EMIT m_shell->workbench.showProjectRequested(m_text);
    m_shell->find<QTabBar>(u"projectTabs"_s)->setCurrentIndex(ProjectView::LogsTab);
    auto *ofProject = m_shell->find<ProjectView>(u"projectView"_s);
    QTRY_VERIFY(ofProject->findChild<LogView *>() && ofProject->findChild<LogView *>()->isVisible()
                && ofProject->findChild<LogView *>()->visibleLines().size() == 6);
    check(&m_shell->window, u"project's logs"_s);
    m_shell->action(u"shell.detach"_s)->trigger();
    own = m_shell->workbench.windows()->windows(u"projectLogs"_s).value(0);
    QVERIFY(own);
    check(own, u"project's logs in their own window"_s);
}

void TestForeignPlaces::cleanUp()
{
    beginIn();
    fill(m_text, 'a');
    m_fake->add('c', m_text + u'c', m_text, u"Exited (1) 2 hours ago"_s, labels(m_text, m_text));
    m_engine->answer("/volumes",
                     json({{u"Volumes"_s,
                            QJsonArray{QJsonObject{{u"Name"_s, m_text + u'v'},
                                                   {u"Driver"_s, u"local"_s},
                                                   {u"Labels"_s, QJsonObject{{m_text, m_text}}}}}}}));
    const QJsonObject record{
        {u"ID"_s, m_text}, {u"Type"_s, m_text}, {u"Description"_s, m_text}, {u"Size"_s, 1000}, {u"InUse"_s, false}};
    m_engine->answer("/system/df", json({{u"LayersSize"_s, 1000}, {u"BuildCache"_s, QJsonArray{record}}}));
    m_volumes = {QJsonObject()};
    open();
    m_shell->window.showPage(u"cleanup"_s);
    auto *tree = qobject_cast<QTreeView *>(view(u"cleanupTree"_s));
    QTRY_VERIFY(tree->model()->rowCount() > 0 && m_shell->action(u"cleanup.measure"_s)->isEnabled());
    tree->expandAll();
    QTRY_VERIFY(paints(tree, u"<b>evil"_s));
    check(&m_shell->window, u"clean up"_s);
    for (int row = 0; row < tree->model()->rowCount(); ++row)
        tree->model()->setData(tree->model()->index(row, 0), Qt::Checked, Qt::CheckStateRole);
    QTRY_VERIFY(m_shell->action(u"cleanup.run"_s)->isEnabled());
    m_shell->action(u"cleanup.run"_s)->trigger();
    auto *question = dialog<QDialog>(u"question"_s);
    QVERIFY(question);
    check(question, u"clean up, question"_s);
    question->reject();
    m_engine->answer("/system/df", json({{u"message"_s, m_text}}), 500);
    m_shell->action(u"cleanup.measure"_s)->trigger();
    auto *banner = m_shell->find<Banner>(u"cleanupBanner"_s);
    QTRY_VERIFY(banner->isVisible() && banner->accessibleDescription().contains(u"evil"_s));
    check(&m_shell->window, u"clean up that is refused"_s);
}

void TestForeignPlaces::run()
{
    beginIn();
    fill(m_text, 'a');
    open();
    m_engine->answer("/containers/create", json({{u"message"_s, m_text}}), 500);
    m_engine->answer("/images/", json({{u"Id"_s, m_text}, {u"Config"_s, details(m_text).value(u"Config"_s)}}));
    auto *form = RunDialog::openFor(&m_shell->workbench, &m_shell->window, u"<b>evil&amp;&x\u202e"_s);
    checkForm(form, u"run"_s);
    form->findChild<QLineEdit *>(u"image"_s)->setText(u"busybox"_s);
    auto *verb = form->findChild<QPushButton *>(u"run"_s);
    QTRY_VERIFY(verb->isEnabled());
    verb->click();
    auto *failure = form->findChild<Banner *>(u"failure"_s);
    QTRY_VERIFY(failure->isVisible());
    checkForm(form, u"run that is refused"_s);
}

void TestForeignPlaces::pull()
{
    beginIn();
    open();
    m_engine->on("/images/create?", [this](QLocalSocket *socket, const FakeEngine::Request &) {
        QByteArray body = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (const QJsonObject &line :
             {QJsonObject{{u"status"_s, m_text}, {u"id"_s, m_text}},
              QJsonObject{{u"status"_s, u"Downloading"_s},
                          {u"id"_s, m_text + u'2'},
                          {u"progressDetail"_s, QJsonObject{{u"current"_s, 1}, {u"total"_s, 9}}}},
              QJsonObject{{u"errorDetail"_s, QJsonObject{{u"message"_s, m_text}}}, {u"error"_s, m_text}}})
            body += FakeEngine::chunk(json(line) + '\n');
        socket->write(body + "0\r\n\r\n");
    });
    auto *form = PullDialog::openFor(&m_shell->workbench, &m_shell->window, u"busybox"_s);
    auto *verb = form->findChild<QPushButton *>(u"pull"_s);
    QTRY_VERIFY(verb->isEnabled());
    verb->click();
    auto *failure = form->findChild<Banner *>(u"failure"_s);
    QTRY_VERIFY(failure->isVisible());
    checkForm(form, u"pull"_s);
    form->findChild<QLineEdit *>(u"image"_s)->setText(u"<b>evil&amp;&x\u202e"_s);
    checkForm(form, u"pull of a name that is none"_s);
}

void TestForeignPlaces::build()
{
    beginIn();
    qputenv("PATH", "/nowhere"); // no buildx
    open();
    const QDir folder(m_folder.path());
    const QString name = m_text + QLatin1String(QTest::currentDataTag());
    QVERIFY(folder.mkdir(name));
    QFile file(folder.filePath(name) + u"/Dockerfile"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("FROM busybox AS stage\nRUN echo " + evilLine().toUtf8() + "\n");
    file.close();
    m_engine->on("/build?", [this](QLocalSocket *socket, const FakeEngine::Request &) {
        QByteArray body = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        for (const QJsonObject &line :
             {QJsonObject{{u"stream"_s, u"Step 1/2 : FROM busybox AS stage\n"_s}},
              QJsonObject{{u"stream"_s, u"Step 2/2 : RUN echo "_s + evilLine() + u'\n'}},
              QJsonObject{{u"stream"_s, m_text + u'\n'}},
              QJsonObject{{u"errorDetail"_s, QJsonObject{{u"message"_s, m_text}}}, {u"error"_s, m_text}}})
            body += FakeEngine::chunk(json(line) + '\n');
        socket->write(body + "0\r\n\r\n");
    });
    auto *form = BuildDialog::openFor(&m_shell->workbench, &m_shell->window, folder.filePath(name));
    form->findChild<QLineEdit *>(u"tag"_s)->setText(u"plain"_s);
    QVERIFY(QTest::qWaitForWindowExposed(form));
    checkForm(form, u"build"_s);
    auto *verb = form->findChild<QPushButton *>(u"build"_s);
    QVERIFY(verb);
    QTRY_VERIFY(verb->isEnabled());
    verb->click();
    auto *failure = form->findChild<Banner *>(u"buildNotice"_s);
    QTRY_VERIFY(failure->isVisible());
    checkForm(form, u"build that failed"_s);
}

QTEST_MAIN(TestForeignPlaces)
#include "tst_foreignplaces.moc"
