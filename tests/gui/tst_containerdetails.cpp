// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containers/containertree.h"
#include "containersprobe.h"
#include "items/secretnames.h"
#include "logs/logview.h"
#include "look/scintilla.h"
#include "paintedtexts.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QToolButton>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const QString secret = u"s3cret&<b>"_s;

QJsonObject probe(const QString &start, int exitCode, const QString &output)
{
    return {{u"Start"_s, start},
            {u"End"_s, QString(start).replace(u"00Z"_s, u"01Z"_s)},
            {u"ExitCode"_s, exitCode},
            {u"Output"_s, output}};
}

QJsonObject details()
{
    const QJsonObject config{
        {u"Env"_s,
         QJsonArray{u"PORT=80"_s, u"DB_PASSWORD="_s + secret, u"TLS_KEY=first\n"_s + secret,
                    u"GREETING=<i>hello</i>\nworld"_s, u"URL=postgres://u:"_s + secret + u"@db/x"_s}},
        {u"WorkingDir"_s, u"/srv"_s},
        {u"User"_s, u"app"_s},
        {u"ExposedPorts"_s, QJsonObject{{u"80/tcp"_s, QJsonObject()}, {u"9000/tcp"_s, QJsonObject()}}},
        {u"Healthcheck"_s,
         QJsonObject{{u"Test"_s, QJsonArray{u"CMD"_s, u"curl"_s, u"localhost"_s}}, {u"Interval"_s, 5e9}}},
        {u"Labels"_s, QJsonObject{{u"<h1>label"_s, u"<b>value</b>"_s}, {u"api.token"_s, secret}}}};
    const QJsonObject state{{u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s},
                            {u"Health"_s,
                             QJsonObject{{u"Status"_s, u"unhealthy"_s},
                                         {u"Log"_s,
                                          QJsonArray{probe(u"2024-01-01T10:00:00Z"_s, 0, u"fine"_s),
                                                     probe(u"2024-01-01T10:01:00Z"_s, 7, u"<b>refused</b>"_s)}}}}};
    const QJsonObject network{
        {u"Networks"_s,
         QJsonObject{{u"shop_default"_s, QJsonObject{{u"IPAddress"_s, u"172.20.0.2"_s}}},
                     {u"none<b>"_s, QJsonObject{{u"IPAddress"_s, QString()}}}}},
        {u"Ports"_s,
         QJsonObject{{u"80/tcp"_s, QJsonArray{QJsonObject{{u"HostIp"_s, u"0.0.0.0"_s}, {u"HostPort"_s, u"8080"_s}}}}}}};
    return {{u"Path"_s, u"nginx"_s},
            {u"Args"_s, QJsonArray{u"-g"_s, u"daemon off;"_s}},
            {u"RestartCount"_s, 2},
            {u"HostConfig"_s, QJsonObject{{u"RestartPolicy"_s, QJsonObject{{u"Name"_s, u"always"_s}}}}},
            {u"Config"_s, config},
            {u"State"_s, state},
            {u"NetworkSettings"_s, network},
            {u"Mounts"_s,
             QJsonArray{QJsonObject{{u"Type"_s, u"volume"_s}, {u"Name"_s, u"data"_s}, {u"Destination"_s, u"/data"_s}},
                        QJsonObject{{u"Type"_s, u"bind"_s},
                                    {u"Source"_s, u"/home/<u>me"_s},
                                    {u"Destination"_s, u"/etc/x"_s},
                                    {u"RW"_s, false}}}}};
}

QByteArray frame(const QByteArray &line, char channel = 1)
{
    return FakeEngine::chunk(FakeEngine::frame(channel, line));
}

} // namespace

/// What is shown of the container that is selected.
class TestContainerDetails : public ContainersProbe
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        start();
        m_fake->setDetails('a', details());
        click('a');
        QTRY_VERIFY(section(u"general"_s));
    }
    void cleanup() { end(); }

    void aLongProjectNameDoesNotWidenTheOverview_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("ordinary") << u"customer-portal-integration-environment-two"_s;
        QTest::newRow("long") << QString(60'000, u'W');
    }

    void aLongProjectNameDoesNotWidenTheOverview()
    {
        QFETCH(QString, name);
        m_shell->window.resize(1440, 900);
        m_fake->add('e', u"long"_s, u"busybox"_s, u"Up 3 minutes"_s, compose(name, u"api"_s));
        m_fake->setDetails('e',
                           {{u"Config"_s,
                             QJsonObject{{u"Env"_s, QJsonArray{u"PATH="_s + u"/usr/local/sbin:"_s.repeated(20)}},
                                         {u"Labels"_s, compose(name, u"api"_s)}}}});
        m_fake->tell("create", 'e');
        auto *tree = m_shell->find<ContainerTree>(u"containersTree"_s);
        QTRY_VERIFY(tree->select(QString::fromLatin1(FakeContainers::id('e'))));
        const auto link = [this] { return section(u"general"_s)->findChild<QPushButton *>(u"link"_s); };
        QTRY_VERIFY(section(u"labels"_s) && link() && link()->accessibleName() == name);
        auto *overview = m_shell->find<QScrollArea>(u"overview"_s);
        QTRY_VERIFY(overview->isVisible());
        QTRY_VERIFY(overview->widget()->width() == overview->viewport()->width());
        const QRect seen(overview->viewport()->mapToGlobal(QPoint()), overview->viewport()->size());
        QVERIFY(link()->mapToGlobal(link()->rect().topRight()).x() <= seen.right());
        const QString painted = PaintedTexts::of(link()).join(QString());
        QVERIFY2(painted.startsWith(name.left(3)) && painted.endsWith(name.right(3)), qPrintable(painted));
        const QList<QLabel *> values = overview->findChildren<QLabel *>(u"value"_s);
        for (const QLabel *value : values)
            QVERIFY2(value->mapToGlobal(value->rect().topRight()).x() <= seen.right(), qPrintable(value->text()));
    }

    void aLowWindowHasRoomForTheLog()
    {
        m_shell->window.resize(1024, 600);
        for (int i = 0; i < 9; ++i)
            m_fake->add(char('0' + i), u"more-%1"_s.arg(i), u"busybox"_s, u"Up 3 minutes"_s);
        m_fake->tell("create", '8');
        auto *tree = m_shell->find<ContainerTree>(u"containersTree"_s);
        tree->clearSelection();
        const auto *pane = m_shell->find<ContainerDetailsPane>(u"containerDetails"_s);
        QTRY_VERIFY(!pane->isVisible());
        QTRY_VERIFY(tree->select(QString::fromLatin1(FakeContainers::id('8'))));
        QTRY_VERIFY(pane->isVisible());
        m_shell->find<QTabBar>(u"detailTabs"_s)->setCurrentIndex(ContainerDetailsPane::LogsTab);
        const auto *log = m_shell->find<LogView>(u"log"_s);
        QTRY_VERIFY(log->isVisible());
        QTRY_VERIFY2(log->height() >= 3 * 22, qPrintable(QString::number(log->height())));
        const auto row = [tree] { return tree->visualRect(tree->currentIndex()); };
        QTRY_VERIFY2(row().top() >= 0 && row().bottom() <= tree->viewport()->height(),
                     qPrintable(QString::number(row().bottom() - tree->viewport()->height())));
        QVERIFY(tree->viewport()->height() >= 2 * row().height());
        const auto areWhole = [this] {
            for (const QString &name : {u"searchLog"_s, u"findNext"_s, u"loadAll"_s, u"follow"_s}) {
                const auto *control = m_shell->find<QWidget>(name);
                if (control->height() < control->sizeHint().height())
                    return false;
            }
            return true;
        };
        QTRY_VERIFY(areWhole());
        // Nor are they squeezed where the user has left the details the least.
        auto *splitter = m_shell->find<QSplitter>(u"containersSplitter"_s);
        splitter->setSizes({10'000, 1});
        QTRY_VERIFY(log->height() >= 22 && log->visibleRegion().boundingRect().height() >= 22);
        QVERIFY(areWhole());
    }

    void headNamesTheContainer()
    {
        QCOMPARE(m_shell->find<QLabel>(u"detailsTitle"_s)->text(), u"web"_s);
        QCOMPARE(m_shell->find<QLabel>(u"detailsState"_s)->text(), u"running"_s);
        QTest::mouseClick(m_shell->find<QWidget>(u"copyId"_s), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), QString(64, u'a'));
    }

    void overviewHasTheFacts()
    {
        QStringList facts = factsOf(u"general"_s);
        QVERIFY(facts.contains(u"Image: shop-web:2"_s));
        QVERIFY(facts.contains(u"Command: nginx -g 'daemon off;'"_s));
        QVERIFY(facts.contains(u"Restart: always, 2 restart(s)"_s));
        QVERIFY(facts.contains(u"User: app"_s));
        QVERIFY(facts.contains(u"Working folder: /srv"_s));
        facts = factsOf(u"network"_s);
        QVERIFY2(facts.contains(u"shop_default: 172.20.0.2"_s), qPrintable(facts.join(u'\n')));
        QVERIFY(facts.contains(u"none<b>: no address of its own"_s));
        QVERIFY(facts.contains(u"9000/tcp: not published to the host"_s));
        QCOMPARE(section(u"network"_s)->findChild<QPushButton *>(u"link"_s)->text(), u"localhost:8080"_s);
        facts = factsOf(u"mounts"_s);
        QVERIFY2(facts.contains(u"data: /data"_s), qPrintable(facts.join(u'\n')));
        QVERIFY(facts.contains(u"volume, read and write"_s));
        QVERIFY(facts.contains(u"/home/<u>me: /etc/x"_s));
        QVERIFY(facts.contains(u"bind, read only"_s));
    }

    void timesGoOn()
    {
        const auto created = [this] {
            const QStringList facts = factsOf(u"general"_s);
            return facts.filter(u"Created: "_s).value(0).section(u' ', 1);
        };
        QJsonObject young = details();
        young.insert(u"Created"_s, QDateTime::currentDateTimeUtc().addSecs(-57).toString(Qt::ISODateWithMs));
        m_fake->setDetails('a', young);
        m_fake->tell("update", 'a');
        QTRY_VERIFY2(created().contains(u" s ago"_s), qPrintable(created()));
        QTRY_VERIFY2(created().startsWith(u"1 min"_s), qPrintable(created()));
    }

    void tabGoesInReadingOrder()
    {
        const QStringList head{u"More actions"_s, u"Hide details"_s, u"Copy ID"_s, u"Details"_s};
        const QStringList overview{u"Overview"_s,
                                   u"shop"_s,
                                   u"Copy shop_default"_s,
                                   u"localhost:8080"_s,
                                   u"Address to check"_s,
                                   u"Path to check"_s,
                                   u"Check"_s,
                                   u"Show the value of DB_PASSWORD"_s,
                                   u"Show the value of TLS_KEY"_s,
                                   u"Show the value of URL"_s,
                                   u"Show the value of api.token"_s};
        QCOMPARE(walked(), head + overview);
        // The database's button comes before facts that were made after it.
        m_fake->add('e', u"pg"_s, u"postgres:16"_s, u"Up 1 second"_s);
        m_fake->setDetails('e', details());
        m_fake->tell("create", 'e');
        QTRY_VERIFY(index('e').isValid());
        click('e');
        QStringList expected = head + overview;
        expected.replace(5, u"Open SQL console"_s); // and no project
        QTRY_COMPARE(walked(), expected);
        click('a');
        QTRY_COMPARE(walked(), head + overview);
        tabs()->setCurrentIndex(ContainerDetailsPane::LogsTab);
        const QStringList logs = walked();
        QCOMPARE(logs.mid(0, 6), head + (QStringList{u"Search log"_s, u"Match case"_s}));
        QCOMPARE(logs.last(), u"Log"_s);
        tabs()->setCurrentIndex(ContainerDetailsPane::InspectTab);
        QTRY_COMPARE(
            walked(),
            head + (QStringList{u"Find in the inspection"_s, u"Show secret values"_s, u"Copy all"_s, u"Inspect"_s}));
    }

    void environmentAndLabelsMaskSecrets()
    {
        const QString mask = SecretNames::mask();
        QVERIFY(factsOf(u"environment"_s).contains(u"PORT: 80"_s));
        QVERIFY(factsOf(u"environment"_s).contains(u"DB_PASSWORD: "_s + mask));
        QVERIFY(factsOf(u"environment"_s).contains(u"URL: "_s + mask));
        QVERIFY(factsOf(u"environment"_s).contains(u"TLS_KEY: "_s + mask));
        QVERIFY(factsOf(u"environment"_s).contains(u"GREETING: <i>hello</i> world"_s));
        QVERIFY(factsOf(u"labels"_s).contains(u"<h1>label: <b>value</b>"_s));
        QVERIFY(factsOf(u"labels"_s).contains(u"api.token: "_s + mask));
        QVERIFY(!everythingShown().contains(secret));

        for (const QLabel *label : section(u"environment"_s)->findChildren<QLabel *>(u"value"_s)) {
            if (label->accessibleName().startsWith(u"GREETING"_s))
                QVERIFY(label->toolTip().contains(u"&lt;i&gt;hello&lt;/i&gt;\nworld"_s)); // all of its lines
        }

        QToolButton *eye = nullptr;
        for (QToolButton *button : section(u"environment"_s)->findChildren<QToolButton *>(u"reveal"_s)) {
            if (button->accessibleName() == u"Show the value of DB_PASSWORD"_s)
                eye = button;
        }
        QVERIFY(eye);
        eye->click();
        QVERIFY(factsOf(u"environment"_s).contains(u"DB_PASSWORD: "_s + secret));
        QVERIFY(factsOf(u"environment"_s).contains(u"URL: "_s + mask)); // only what was asked for
        // A change of the container keeps it shown, another container does not.
        QJsonObject changed = details();
        changed.insert(u"RestartCount"_s, 3);
        m_fake->setDetails('a', changed);
        m_fake->tell("update", 'a');
        QTRY_VERIFY(factsOf(u"general"_s).contains(u"Restart: always, 3 restart(s)"_s));
        QVERIFY(factsOf(u"environment"_s).contains(u"DB_PASSWORD: "_s + secret));
        click('b');
        QTRY_COMPARE(m_shell->find<QLabel>(u"detailsTitle"_s)->text(), u"db"_s);
        QTRY_VERIFY(!section(u"environment"_s));
        click('a');
        QTRY_VERIFY(section(u"environment"_s));
        QVERIFY(factsOf(u"environment"_s).contains(u"DB_PASSWORD: "_s + mask));
    }

    void healthIsTold()
    {
        auto *health = m_shell->find<QWidget>(u"health"_s);
        QTRY_VERIFY(health->isVisibleTo(m_shell->find<QWidget>(u"containerDetails"_s)));
        auto *last = m_shell->find<QLabel>(u"lastProbe"_s);
        QVERIFY2(last->text().startsWith(u"failed at "_s) && last->text().endsWith(u"with exit code 7"_s),
                 qPrintable(last->text()));
        auto *output = m_shell->find<QLabel>(u"probeOutput"_s);
        QCOMPARE(output->text(), u"<b>refused</b>"_s);
        QCOMPARE(output->textFormat(), Qt::PlainText);
        bool command = false;
        for (const QLabel *label : health->findChildren<QLabel *>())
            command = command || label->text() == u"curl localhost"_s;
        QVERIFY(command);
        click('d');
        QTRY_VERIFY(!health->isVisibleTo(m_shell->find<QWidget>(u"containerDetails"_s)));
    }

    void logsAreReadAndFollowed()
    {
        QPointer<QLocalSocket> stream;
        m_engine->on("/containers/" + FakeContainers::id('a') + "/logs",
                     [&stream](QLocalSocket *socket, const FakeEngine::Request &) {
                         stream = socket;
                         socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                       + frame("2024-01-01T10:00:00.000000000Z GET / <b>200</b>\n")
                                       + frame("2024-01-01T10:00:01.000000000Z it broke\n", 2));
                     });
        tree()->setFocus();
        press(Qt::Key_L);
        QTRY_VERIFY(stream);
        auto *log = m_shell->find<LogView>(u"log"_s);
        QTRY_VERIFY(log->hasFocus());
        const auto text
            = [log] { return QAccessible::queryAccessibleInterface(log)->textInterface()->text(0, 10'000); };
        QTRY_VERIFY2(text().contains(u"it broke"_s), qPrintable(text()));
        QVERIFY(text().contains(u"GET / <b>200</b>"_s));
        auto *foot = m_shell->find<QLabel>(u"logFoot"_s);
        QTRY_COMPARE(foot->text(), u"2 lines · live"_s);
        stream->write(frame("2024-01-01T10:00:02.000000000Z more\n"));
        QTRY_VERIFY(text().contains(u"more"_s));
        QTRY_COMPARE(foot->text(), u"3 lines · live"_s);
        // Another tab reads no further.
        tabs()->setCurrentIndex(ContainerDetailsPane::OverviewTab);
        QTRY_VERIFY(!stream || stream->state() == QLocalSocket::UnconnectedState);
    }

    void theHeadIsWholeInASmallWindow()
    {
        const auto whole = [this](const QString &name) {
            const auto *widget = m_shell->find<QWidget>(name);
            return widget->isVisible() && widget->visibleRegion().boundingRect() == widget->rect()
                && widget->height() >= widget->minimumSizeHint().height();
        };
        for (const QSize size : {QSize(1440, 600), QSize(1024, 600), QSize(1000, 600)}) {
            m_shell->window.resize(size);
            QTRY_COMPARE(m_shell->window.size(), size);
            for (const bool open : {false, true}) {
                if (m_shell->action(u"shell.operations"_s)->isChecked() != open)
                    m_shell->action(u"shell.operations"_s)->trigger();
                for (const QString &name : {u"detailsTitle"_s, u"detailsState"_s, u"copyId"_s, u"detailTabs"_s})
                    QTRY_VERIFY2(whole(name), qPrintable(u"%1 %2 %3"_s.arg(name).arg(size.width()).arg(open)));
            }
        }
        // However far Operations is dragged up.
        m_shell->find<QSplitter>(u"windowSplitter"_s)->setSizes({10, 1000});
        for (const QString &name : {u"detailsTitle"_s, u"detailsState"_s, u"copyId"_s, u"detailTabs"_s})
            QTRY_VERIFY2(whole(name), qPrintable(name));
        // And not by taking the list's room.
        QVERIFY(filter()->visibleRegion().boundingRect() == filter()->rect());
        QVERIFY2(tree()->viewport()->visibleRegion().boundingRect().height() > tree()->visualRect(index('a')).height(),
                 qPrintable(QString::number(tree()->viewport()->height())));
        m_shell->action(u"shell.operations"_s)->trigger();
        // Chosen only when the page is small already, they get their part of it.
        tree()->clearSelection();
        m_shell->window.resize(1000, 600);
        QTRY_COMPARE(m_shell->window.size(), QSize(1000, 600));
        auto *pane = m_shell->find<QWidget>(u"containerDetails"_s);
        QTRY_VERIFY(!pane->isVisible());
        select('a');
        QTRY_VERIFY(pane->isVisible());
        QTRY_VERIFY2(pane->height() > m_shell->window.currentPage()->height() / 3,
                     qPrintable(QString::number(pane->height())));
        m_shell->action(u"shell.operations"_s)->trigger();
        m_shell->window.resize(1000, 600);
        QTRY_COMPARE(m_shell->window.size(), QSize(1000, 600));
        m_shell->action(u"shell.operations"_s)->trigger();
        m_shell->workbench.operations()->begin(u"Stop a"_s, {u"docker"_s})->fail(u"no"_s);
        for (const QString &name : {u"detailsTitle"_s, u"detailsState"_s, u"copyId"_s, u"detailTabs"_s})
            QTRY_VERIFY2(whole(name), qPrintable(name));
    }

    void findingIsWhereTheKeyboardIs()
    {
        m_engine->on("/containers/" + FakeContainers::id('a') + "/logs",
                     [](QLocalSocket *socket, const FakeEngine::Request &) {
                         socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                     });
        press(Qt::Key_L);
        auto *log = m_shell->find<LogView>(u"log"_s);
        QTRY_VERIFY(log->hasFocus());
        QTest::keyClick(log, Qt::Key_F, Qt::ControlModifier);
        QVERIFY(m_shell->find<QLineEdit>(u"searchLog"_s)->hasFocus());
        m_shell->action(u"shell.filter"_s)->trigger();
        QVERIFY(m_shell->find<QLineEdit>(u"searchLog"_s)->hasFocus());
        // The log was the last in its pane to have the keyboard; now the list has it.
        click('a');
        QVERIFY(tree()->hasFocus());
        m_shell->action(u"shell.filter"_s)->trigger();
        QVERIFY(filter()->hasFocus());
    }

    void aLogThatWasReadStaysWithoutAnEngine()
    {
        const QByteArray line = QByteArray("\1\0\0\0\0\0\0\5kept\n", 13);
        m_engine->on("/containers/" + FakeContainers::id('a') + "/logs",
                     [line](QLocalSocket *socket, const FakeEngine::Request &) {
                         socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                       + FakeEngine::chunk(line));
                     });
        press(Qt::Key_L);
        auto *log = m_shell->find<LogView>(u"log"_s);
        const auto text
            = [log] { return QAccessible::queryAccessibleInterface(log)->textInterface()->text(0, 10'000); };
        QTRY_VERIFY(text().contains(u"kept"_s));
        m_engine->stop();
        QTRY_VERIFY(!m_shell->isConnected());
        m_shell->window.showPage(u"projects"_s);
        m_shell->window.showPage(u"containers"_s);
        QTRY_VERIFY(log->isVisible());
        QTRY_VERIFY2(text().contains(u"connection to the engine lost"_s), qPrintable(text()));
        QVERIFY2(text().contains(u"kept"_s), qPrintable(text()));
        auto *foot = m_shell->find<QLabel>(u"logFoot"_s);
        auto *problem = m_shell->find<QLabel>(u"logProblem"_s);
        QVERIFY2(problem->text().contains(u"there is no connection"_s), qPrintable(problem->text()));
        QVERIFY2(!foot->text().contains(u"live"_s), qPrintable(foot->text()));
        m_engine->listen();
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->isConnected(), 15'000);
        QTRY_COMPARE(foot->text(), u"1 line · live"_s);
        QVERIFY(!problem->isVisible());
        QVERIFY(!text().contains(u"connection to the engine lost"_s));
    }

    void logsThatCannotBeReadSayWhy()
    {
        m_engine->answer("/containers/" + FakeContainers::id('a') + "/logs",
                         R"({"message": "configured logging driver does not support <i>reading</i>, and this engine )"
                         R"(was told to keep no copy of what its containers print for anybody else"})",
                         500);
        press(Qt::Key_L);
        auto *problem = m_shell->find<QLabel>(u"logProblem"_s);
        QTRY_VERIFY2(problem->text().contains(u"does not support <i>reading</i>"_s), qPrintable(problem->text()));
        QCOMPARE(problem->textFormat(), Qt::PlainText);
        // It does not fit into a line, and its end is what matters.
        QVERIFY(problem->fontMetrics().horizontalAdvance(problem->text()) > problem->width());
        QTRY_COMPARE(problem->height(), problem->heightForWidth(problem->width()));
        const QString painted = PaintedTexts::of(problem).join(QString()).trimmed();
        QVERIFY2(painted.endsWith(u"else”"_s), qPrintable(painted));
        const auto *foot = m_shell->find<QLabel>(u"logFoot"_s);
        QVERIFY(problem->geometry().bottom() < foot->geometry().top());
    }

    void inspectHasTheWholeMasked()
    {
        press(Qt::Key_I);
        auto *json = m_shell->find<QsciScintilla>(u"inspectJson"_s);
        QTRY_VERIFY(json->text().contains(u"\"StartedAt\": \"2024-01-01T10:00:00Z\""_s));
        QVERIFY(json->isReadOnly());
        json->setFocus();
        QTest::keyClick(json, Qt::Key_F, Qt::ControlModifier);
        auto *field = m_shell->find<QLineEdit>(u"findInInspect"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"startedat"_s);
        QCOMPARE(json->selectedText(), u"StartedAt"_s);
        field->clear();
        QVERIFY(!json->hasSelectedText());
        QVERIFY(!json->text().contains(secret));
        QVERIFY(json->text().contains(u"DB_PASSWORD="_s + SecretNames::mask()));
        auto *eye = m_shell->find<QToolButton>(u"revealSecrets"_s);
        eye->click();
        QTRY_VERIFY(json->text().contains(u"DB_PASSWORD="_s + secret));
        click('b');
        QTRY_VERIFY(json->text().contains(u"shop-db-1"_s));
        QVERIFY(!eye->isChecked());
        click('a');
        QTRY_VERIFY(json->text().contains(u"shop-web-1"_s));
        QVERIFY(!json->text().contains(secret));
    }

    void followsTheContainer()
    {
        QJsonObject stopped = details();
        stopped.insert(u"State"_s,
                       QJsonObject{{u"ExitCode"_s, 137},
                                   {u"OOMKilled"_s, true},
                                   {u"FinishedAt"_s, u"2024-01-01T11:00:00Z"_s},
                                   {u"Error"_s, u"<b>cannot</b>"_s}});
        m_fake->setDetails('a', stopped);
        m_fake->setStatus('a', u"Exited (137) 1 second ago"_s);
        m_fake->tell("die", 'a');
        QTRY_COMPARE(m_shell->find<QLabel>(u"detailsState"_s)->text(), u"exited (137)"_s);
        QTRY_VERIFY(factsOf(u"general"_s).contains(u"Exit code: 137, killed for want of memory"_s));
        QVERIFY(factsOf(u"general"_s).contains(u"Error: <b>cannot</b>"_s));

        m_fake->remove('a');
        m_fake->tell("destroy", 'a');
        auto *sentence = m_shell->find<QLabel>(u"detailsSentence"_s);
        QTRY_COMPARE(sentence->text(), u"shop-web-1 was removed."_s);
        QVERIFY(sentence->isVisible());
        QCOMPARE(tree()->selectedIds(), QStringList());
    }

    void aServiceIsFollowedToItsNextContainer_data()
    {
        QTest::addColumn<bool>("before"); // the new one is there before the old one goes, as in a recreation
        QTest::newRow("down and up") << false;
        QTest::newRow("recreated") << true;
    }
    void aServiceIsFollowedToItsNextContainer()
    {
        QFETCH(const bool, before);
        const auto answerLog = [this](char digit, const QByteArray &line) {
            m_engine->on(FakeContainers::path(digit, "logs"),
                         [line](QLocalSocket *socket, const FakeEngine::Request &) {
                             socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                           + frame("2024-01-01T10:00:00.000000000Z " + line + '\n'));
                         });
        };
        answerLog('a', "of the first");
        answerLog('e', "of the second");
        tree()->setFocus();
        press(Qt::Key_L);
        auto *log = m_shell->find<LogView>(u"log"_s);
        const auto text
            = [log] { return QAccessible::queryAccessibleInterface(log)->textInterface()->text(0, 10'000); };
        QTRY_VERIFY2(text().contains(u"of the first"_s), qPrintable(text()));
        const auto *sentence = m_shell->find<QLabel>(u"detailsSentence"_s);
        const auto comes = [this] {
            m_fake->add('e', u"shop-web-1"_s, u"shop-web:2"_s, u"Up 1 second"_s, compose(u"shop"_s, u"web"_s));
            m_fake->tell("create", 'e');
        };
        if (before) {
            comes();
            QTRY_VERIFY(index('e').isValid());
        }
        m_fake->remove('a');
        m_fake->tell("destroy", 'a');
        if (!before) {
            QTRY_COMPARE(sentence->text(), u"shop-web-1 was removed."_s);
            // Neither another service nor another instance takes its place.
            m_fake->add('f', u"shop-api-1"_s, u"shop-api"_s, u"Up 1 second"_s, compose(u"shop"_s, u"api"_s));
            m_fake->tell("create", 'f');
            QTRY_VERIFY(index('f').isValid());
            QCOMPARE(tree()->selectedIds(), QStringList());
            comes();
        }
        QTRY_COMPARE(tree()->selectedIds(), ids("e"));
        QTRY_VERIFY(!sentence->isVisible());
        QTRY_VERIFY2(text().contains(u"of the second"_s), qPrintable(text()));
        const QStringList lines = text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].contains(u"of the first"_s) && lines[1].contains(u"another container took its place"_s),
                 qPrintable(text()));
        QTRY_COMPARE(m_shell->find<QLabel>(u"logFoot"_s)->text(), u"2 lines · live"_s);
        QVERIFY(m_shell->action(u"container.stop"_s)->isEnabled());
    }

    void whatWasSelectedSinceStays()
    {
        m_fake->remove('a');
        m_fake->tell("destroy", 'a');
        QTRY_VERIFY(!index('a').isValid());
        click('b');
        m_fake->add('e', u"shop-web-1"_s, u"shop-web:2"_s, u"Up 1 second"_s, compose(u"shop"_s, u"web"_s));
        m_fake->tell("create", 'e');
        QTRY_VERIFY(index('e').isValid());
        QTRY_COMPARE(m_shell->find<QLabel>(u"detailsTitle"_s)->text(), u"db"_s);
        QCOMPARE(tree()->selectedIds(), ids("b"));
    }

    void errorIsShownWhole()
    {
        const QString error = u"failed to create task for container: failed to create shim task: OCI runtime create "
                              u"failed: runc create "
                              "failed: unable to start container process: exec: \"/no/such/program\": no such file: "_s
            + QString(300, u'x');
        QJsonObject failed = details();
        failed.insert(u"State"_s, QJsonObject{{u"ExitCode"_s, 127}, {u"Error"_s, error}});
        m_fake->setDetails('a', failed);
        m_fake->tell("die", 'a');
        QLabel *shown = nullptr;
        const auto found = [&] {
            for (QLabel *label : section(u"general"_s)->findChildren<QLabel *>(u"value"_s)) {
                if (label->text() == error)
                    shown = label;
            }
            return shown;
        };
        QTRY_VERIFY(found());
        QTRY_VERIFY(shown->height() >= 4 * shown->fontMetrics().lineSpacing());
        QTRY_VERIFY(shown->height() >= shown->heightForWidth(shown->width()));
        // The long word has not made the pane wider than its place.
        const auto *overview = m_shell->find<QScrollArea>(u"overview"_s);
        QCOMPARE(overview->widget()->width(), overview->viewport()->width());
    }

    void whatCannotBeReadIsSaid()
    {
        m_engine->answer("/containers/" + FakeContainers::id('b') + "/json", R"({"message": "<b>no</b> luck"})", 500);
        click('b');
        auto *sentence = m_shell->find<QLabel>(u"detailsSentence"_s);
        QTRY_VERIFY2(sentence->text().contains(u"“<b>no</b> luck”"_s), qPrintable(sentence->text()));
        QCOMPARE(sentence->textFormat(), Qt::PlainText);
        click('a');
        QTRY_VERIFY(!sentence->isVisible());
    }

    void projectLeadsToItsPage()
    {
        for (QPushButton *link : section(u"general"_s)->findChildren<QPushButton *>(u"link"_s)) {
            if (link->text() == u"shop"_s)
                link->click();
        }
        QCOMPARE(m_shell->window.currentPage()->id(), u"projects"_s);
    }

    void whatChangedMeanwhileIsReadWhenShown()
    {
        m_shell->window.showPage(u"images"_s);
        QVERIFY(!m_shell->find<QWidget>(u"containerDetails"_s)->isVisible());
        QJsonObject stopped = details();
        stopped.insert(
            u"State"_s,
            QJsonObject{{u"ExitCode"_s, 137}, {u"OOMKilled"_s, true}, {u"FinishedAt"_s, u"2024-01-01T11:00:00Z"_s}});
        m_fake->setDetails('a', stopped);
        m_fake->setStatus('a', u"Exited (137) 1 second ago"_s);
        m_fake->tell("die", 'a');
        QTRY_COMPARE(m_shell->find<QLabel>(u"detailsState"_s)->text(), u"exited (137)"_s);
        // What the pane would have asked for by now.
        m_fake->setStatus('b', u"Exited (1) 1 second ago"_s);
        m_fake->tell("die", 'b');
        QTRY_VERIFY(state('b').contains(u"exited (1)"_s));
        m_shell->window.showPage(u"containers"_s);
        QTRY_VERIFY(factsOf(u"general"_s).contains(u"Exit code: 137, killed for want of memory"_s));
    }

    void hiddenAndShownAgain()
    {
        auto *pane = m_shell->find<QWidget>(u"containerDetails"_s);
        QTest::mouseClick(m_shell->find<QToolButton>(u"hideDetails"_s), Qt::LeftButton);
        QVERIFY(!pane->isVisible());
        QVERIFY(tree()->hasFocus());
        press(Qt::Key_Return); // details of what is selected
        QTRY_VERIFY(pane->isVisible());
        m_shell->window.close();
        m_shell.reset();
        open();
        QVERIFY(m_shell->find<QWidget>(u"containerDetails"_s)->isVisible());
        m_shell->action(u"container.details"_s)->trigger();
        m_shell->window.close();
        m_shell.reset();
        open();
        QVERIFY(!m_shell->find<QWidget>(u"containerDetails"_s)->isVisible());
    }

private:
    /// What Tab comes to on its way from the list to Operations.
    QStringList walked() const
    {
        QStringList names;
        tree()->setFocus();
        for (int step = 0; step < 40; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            const QString name = QApplication::focusWidget()->accessibleName();
            if (QApplication::focusWidget()->objectName() == u"operationsToggle"_s)
                return names;
            names << name;
        }
        return names << u"no Operations"_s;
    }
    QTabBar *tabs() const { return m_shell->find<QTabBar>(u"detailTabs"_s); }
    QWidget *section(const QString &id) const
    {
        return m_shell->find<QWidget>(u"overview"_s)->findChild<QWidget *>(id);
    }
    /// "caption: value", as it is read out.
    QStringList factsOf(const QString &id) const
    {
        QStringList facts;
        for (const QLabel *label : section(id)->findChildren<QLabel *>(u"value"_s)) {
            facts << label->accessibleName();
            if (label->textFormat() != Qt::PlainText)
                facts << u"not plain: "_s + label->text();
        }
        return facts;
    }
    /// All texts, tooltips and accessible names in the details.
    QString everythingShown() const
    {
        QStringList all;
        for (const QWidget *widget : m_shell->find<QWidget>(u"containerDetails"_s)->findChildren<QWidget *>()) {
            all << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                all << label->text();
        }
        return all.join(u'\n');
    }
};

QTEST_MAIN(TestContainerDetails)
#include "tst_containerdetails.moc"
