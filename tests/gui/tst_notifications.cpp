// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containersprobe.h"
#include "diagnosis/containeralerts.h"
#include "foreigntexts.h"
#include "shell/desktopnotifications.h"
#include "shell/notifier.h"
#include "shell/operationspanel.h"

#include <QCheckBox>
#include <QDBusAbstractAdaptor>
#include <QDBusMessage>
#include <QProcess>
#include <QWindow>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The desktop's service, which answers when the test lets it.
class NotificationService : public QDBusAbstractAdaptor
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Told
    {
        uint replaces = 0;
        QString summary;
        QString body;
        QStringList actions;
        QVariantMap hints;
    };

    NotificationService(QObject *parent, const QDBusConnection &bus)
        : QDBusAbstractAdaptor(parent)
        , m_bus(bus)
    {
    }

    QStringList summaries() const
    {
        QStringList all;
        for (const Told &each : told)
            all << each.summary;
        return all;
    }
    void release()
    {
        isHeld = false;
        for (const QDBusMessage &message : std::exchange(m_held, {}))
            m_bus.send(message.createReply(++m_last));
    }

    QStringList capabilities{u"body"_s, u"actions"_s};
    int asked = 0; ///< for them
    bool isHeld = false;
    QList<Told> told;

public Q_SLOTS:
    QStringList GetCapabilities()
    {
        ++asked;
        return capabilities;
    }
    uint Notify(const QString &, uint replaces, const QString &, const QString &summary, const QString &body,
                const QStringList &actions, const QVariantMap &hints, int, const QDBusMessage &message)
    {
        told << Told{replaces, summary, body, actions, hints};
        if (isHeld) {
            message.setDelayedReply(true);
            m_held << message;
            return 0;
        }
        return replaces > 0 ? replaces : ++m_last;
    }

Q_SIGNALS:
    void ActivationToken(uint id, const QString &token);
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QList<QDBusMessage> m_held;
    uint m_last = 0;
};

/// What the desktop is told while no window of Gantry is in front, by a service of our own on a bus of our own.
class TestNotifications : public ContainersProbe
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void whatEndsByItselfIsTold();
    void whatIsWantedIsNotTold_data();
    void whatIsWantedIsNotTold();
    void aReloadLongAgoIsNoWish();
    void whatTurnsUnhealthyIsTold();
    void theSameContainerIsToldInOnePlace();
    void nothingIsToldInFront();
    void whatWasBeforeTheListIsNotTold();
    void longOperationsAreTold();
    void foreignTextsArePlain_data();
    void foreignTextsArePlain();
    void aClickShowsTheContainer();
    void aClickShowsTheOperation();
    void offInOneClick();
    void aServiceThatComesLaterIsFound();

private:
    void connectDesktop()
    {
        m_desktop.emplace(QDBusConnection::connectToBus(m_address, u"gantry"_s));
        m_shell->window.notifier()->setDesktop(&*m_desktop);
        m_shell->window.notifier()->alerts()->setPatience(30);
    }
    static bool isIn(QLatin1StringView function) { return QLatin1StringView(QTest::currentTestFunction()) == function; }
    void serve() { QVERIFY(m_bus->registerService(u"org.freedesktop.Notifications"_s)); }
    /// As when the user turns to another program.
    void leave()
    {
        m_other.emplace();
        m_other->resize(100, 100);
        m_other->show();
        m_other->requestActivate();
        QTRY_VERIFY(!QApplication::activeWindow());
    }
    void send(char digit, const QString &action, const QJsonObject &attributes = {}, qint64 seconds = 1)
    {
        const QJsonObject event{
            {u"Type"_s, u"container"_s},
            {u"Action"_s, action},
            {u"Actor"_s,
             QJsonObject{{u"ID"_s, QString::fromLatin1(FakeContainers::id(digit))}, {u"Attributes"_s, attributes}}},
            {u"timeNano"_s, seconds * 1'000'000'000}};
        m_engine->sendEvent(QJsonDocument(event).toJson(QJsonDocument::Compact));
    }
    void die(char digit, int code, qint64 seconds = 2)
    {
        send(digit, u"die"_s, {{u"exitCode"_s, QString::number(code)}}, seconds);
    }
    /// That of another container, so that what was to be told before it has been.
    void expectOnlyAnother()
    {
        die('d', 9);
        QTRY_COMPARE(m_service->summaries(), QStringList(u"alone stopped by itself"_s));
    }

    QProcess m_daemon;
    QString m_address;
    QTemporaryDir m_busFolder;
    std::optional<QObject> m_object;
    std::optional<QDBusConnection> m_bus;
    NotificationService *m_service = nullptr;
    std::optional<DesktopNotifications> m_desktop;
    std::optional<QWindow> m_other;
};

void TestNotifications::initTestCase()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("dbus-daemon is not installed");
    // One that starts no service of this machine.
    QFile file(m_busFolder.filePath(u"bus.conf"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("<busconfig><type>session</type><listen>unix:path=" + QFile::encodeName(m_busFolder.filePath(u"bus"_s))
               + "</listen><policy context=\"default\"><allow send_destination=\"*\" eavesdrop=\"true\"/>"
                 "<allow eavesdrop=\"true\"/><allow own=\"*\"/></policy></busconfig>");
    file.close();
    m_daemon.start(u"dbus-daemon"_s,
                   {u"--config-file="_s + file.fileName(), u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s});
    QTRY_VERIFY(m_daemon.canReadLine());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
}

void TestNotifications::cleanupTestCase()
{
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TestNotifications::init()
{
    start();
    m_bus = QDBusConnection::connectToBus(m_address, u"desktop"_s);
    QVERIFY(m_bus->isConnected());
    m_object.emplace();
    m_service = new NotificationService(&*m_object, *m_bus);
    QVERIFY(m_bus->registerObject(u"/org/freedesktop/Notifications"_s, &*m_object));
    if (!isIn("aServiceThatComesLaterIsFound"_L1))
        serve();
    connectDesktop();
    if (!isIn("nothingIsToldInFront"_L1))
        leave();
}

void TestNotifications::cleanup()
{
    m_other.reset();
    m_desktop.reset();
    m_object.reset();
    m_bus.reset();
    for (const QString &name : {u"desktop"_s, u"gantry"_s})
        QDBusConnection::disconnectFromBus(name);
    end();
}

void TestNotifications::whatEndsByItselfIsTold()
{
    die('a', 3);
    QTRY_COMPARE(m_service->told.size(), 1);
    const NotificationService::Told &told = m_service->told.first();
    QCOMPARE(told.summary, u"shop-web-1 stopped by itself"_s);
    QVERIFY2(told.body.startsWith(u"Exit code 3. The program reported an error"_s), qPrintable(told.body));
    QCOMPARE(told.actions, (QStringList{u"default"_s, u"Show"_s, u"no-more"_s, u"No more notifications"_s}));
    QVERIFY(told.hints.contains(u"desktop-entry"_s));

    send('b', u"oom"_s);
    die('b', 137);
    QTRY_COMPARE(m_service->told.size(), 2);
    QVERIFY2(m_service->told.last().body.contains(u"more memory"_s), qPrintable(m_service->told.last().body));
    // Removed because it had ended, as with --rm.
    die('d', 1);
    send('d', u"destroy"_s);
    QTRY_COMPARE(m_service->told.size(), 3);
    QCOMPARE(m_service->asked, 1);
}

void TestNotifications::whatIsWantedIsNotTold_data()
{
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<int>("code");
    QTest::newRow("ended well") << QStringList{u"die"_s} << 0;
    QTest::newRow("docker stop") << QStringList{u"kill 15"_s, u"die"_s, u"stop"_s} << 143;
    QTest::newRow("docker stop of one that does not") << QStringList{u"kill 15"_s, u"kill 9"_s, u"die"_s} << 137;
    QTest::newRow("docker kill") << QStringList{u"kill 9"_s, u"die"_s} << 137;
    QTest::newRow("docker kill -s HUP") << QStringList{u"kill 1"_s, u"die"_s} << 129;
    QTest::newRow("docker rm -f") << QStringList{u"kill 9"_s, u"die"_s, u"destroy"_s} << 137;
    QTest::newRow("podman stop") << QStringList{u"die"_s, u"stop"_s} << 143;
    QTest::newRow("podman rm -f") << QStringList{u"died"_s, u"remove"_s} << 137;
    QTest::newRow("podman restart") << QStringList{u"died"_s, u"start"_s, u"restart"_s} << 143;
    QTest::newRow("Gantry's own") << QStringList{u"operation"_s, u"die"_s} << 1;
    QTest::newRow("Gantry's own on the project") << QStringList{u"project"_s, u"die"_s} << 1;
    QTest::newRow("became healthy") << QStringList{u"health_status: healthy"_s} << 0;
}

void TestNotifications::whatIsWantedIsNotTold()
{
    QFETCH(QStringList, events);
    QFETCH(int, code);
    for (const QString &event : events) {
        if (event == u"operation")
            m_shell->workbench.operations()->begin(u"Stop"_s, {}, ids("a"));
        else if (event == u"project")
            m_shell->workbench.operations()->begin(u"Down"_s, {}, {u"project:shop"_s});
        else
            send('a', event.section(u' ', 0, event.startsWith(u"kill"_s) ? 0 : -1),
                 {{u"exitCode"_s, QString::number(code)}, {u"signal"_s, event.section(u' ', 1)}});
    }
    expectOnlyAnother();
}

void TestNotifications::aReloadLongAgoIsNoWish()
{
    send('a', u"kill"_s, {{u"signal"_s, u"1"_s}}, 100);
    die('a', 1, 200);
    QTRY_COMPARE(m_service->summaries(), QStringList(u"shop-web-1 stopped by itself"_s));
    // Nor is a stop of another life.
    send('b', u"kill"_s, {{u"signal"_s, u"15"_s}});
    send('b', u"start"_s);
    die('b', 1);
    QTRY_COMPARE(m_service->told.size(), 2);
}

void TestNotifications::whatTurnsUnhealthyIsTold()
{
    send('b', u"health_status: unhealthy"_s);
    QTRY_COMPARE(m_service->summaries(), QStringList(u"shop-db-1 is unhealthy"_s));
    // Podman tells of each probe.
    const auto probe = [this](const QByteArray &found) {
        m_engine->sendEvent(R"({"Type":"container","Action":"health_status","HealthStatus":")" + found
                            + R"(","Actor":{"ID":")" + FakeContainers::id('a') + "\"}}");
    };
    probe("healthy");
    m_fake->setStatus('a', u"Up 3 minutes (unhealthy)"_s);
    probe("unhealthy");
    QTRY_COMPARE(m_service->told.size(), 2);
    QCOMPARE(m_service->told.last().summary, u"shop-web-1 is unhealthy"_s);
    QTRY_VERIFY2(state('a').contains(u"unhealthy"_s), qPrintable(state('a')));
    probe("unhealthy");
    die('d', 9);
    QTRY_COMPARE(m_service->told.last().summary, u"alone stopped by itself"_s);
    QCOMPARE(m_service->told.size(), 3);
}

void TestNotifications::theSameContainerIsToldInOnePlace()
{
    // Faster than the service answers.
    m_service->isHeld = true;
    die('a', 3);
    QTRY_COMPARE(m_service->told.size(), 1);
    send('a', u"start"_s);
    die('a', 4);
    die('d', 9);
    QTRY_COMPARE(m_service->told.size(), 2); // of another
    m_service->release();
    QTRY_COMPARE(m_service->told.size(), 3);
    QCOMPARE(m_service->told.last().replaces, 1U);
    QVERIFY(m_service->told.last().body.startsWith(u"Exit code 4."_s));
    QCOMPARE(m_service->told.at(1).replaces, 0U);
    // What the user has closed is not replaced.
    Q_EMIT m_service->NotificationClosed(1, 2);
    m_service->release();
    send('a', u"start"_s);
    die('a', 5);
    QTRY_COMPARE(m_service->told.size(), 4);
    QCOMPARE(m_service->told.last().replaces, 0U);
}

void TestNotifications::nothingIsToldInFront()
{
    m_shell->window.notifier()->setLongAfter(0);
    die('a', 3);
    send('b', u"health_status: unhealthy"_s);
    m_shell->workbench.operations()->begin(u"Pull"_s, {})->succeed();
    QSignalSpy died(m_shell->window.notifier()->alerts(), &ContainerAlerts::died);
    QVERIFY(died.wait());
    leave();
    expectOnlyAnother();
}

void TestNotifications::whatWasBeforeTheListIsNotTold()
{
    QPointer<QLocalSocket> held;
    m_engine->closeEventStreams();
    m_engine->on("/containers/json", [&](QLocalSocket *socket, const FakeEngine::Request &) { held = socket; });
    QTRY_VERIFY(held && m_engine->hasEventStream());
    QSignalSpy events(m_shell->workbench.engine(), &Engine::containerEvent);
    die('a', 3);
    send('b', u"health_status: unhealthy"_s);
    QTRY_COMPARE(events.size(), 2);
    FakeEngine::send(held, "[]");
    m_engine->answer("/containers/json", "[]");
    QTRY_VERIFY(m_shell->isConnected());
    QTRY_COMPARE(m_shell->workbench.engine()->containers()->size(), 0);
    send('d', u"die"_s, {{u"exitCode"_s, u"9"_s}, {u"name"_s, u"later"_s}});
    QTRY_COMPARE(m_service->summaries(), QStringList(u"later stopped by itself"_s));
}

void TestNotifications::longOperationsAreTold()
{
    OperationLog *log = m_shell->workbench.operations();
    log->begin(u"Short"_s, {})->succeed();
    m_shell->window.notifier()->setLongAfter(0);
    log->begin(u"Cancelled"_s, {})->setCancelled();
    log->begin(u"Pull postgres"_s, {})->succeed();
    QTRY_COMPARE(m_service->summaries(), QStringList(u"Pull postgres"_s));
    QVERIFY2(m_service->told.last().body.startsWith(u"Done after "_s), qPrintable(m_service->told.last().body));
    log->begin(u"Up shop"_s, {})->fail(Failure{u"Could not start shop."_s, u"no space left"_s, {}});
    QTRY_COMPARE(m_service->told.size(), 2);
    QVERIFY2(m_service->told.last().body.contains(u": no space left"_s), qPrintable(m_service->told.last().body));
}

void TestNotifications::foreignTextsArePlain_data()
{
    QTest::addColumn<bool>("markup");
    QTest::newRow("a service with markup") << true;
    QTest::newRow("one without") << false;
}

void TestNotifications::foreignTextsArePlain()
{
    QFETCH(bool, markup);
    if (markup)
        m_service->capabilities << u"body-markup"_s;
    const QString text = ForeignTexts::evil() + QString(60'000, u'w');
    m_shell->window.notifier()->setLongAfter(0);
    m_shell->workbench.operations()->begin(text, {})->fail(Failure{{}, text, {}});
    QTRY_COMPARE(m_service->told.size(), 1);
    send('e', u"die"_s, {{u"exitCode"_s, u"1"_s}, {u"name"_s, text}});
    QTRY_COMPARE(m_service->told.size(), 2);
    for (const NotificationService::Told &each : std::as_const(m_service->told)) {
        // A summary is no markup to any service.
        QVERIFY2(each.summary.startsWith(ForeignTexts::markup), qPrintable(each.summary));
        QVERIFY(each.summary.size() <= 120 && each.body.size() <= 400);
        const QString all = each.summary + each.body;
        QVERIFY2(std::none_of(all.cbegin(), all.cend(), ForeignTexts::isInvisible),
                 qPrintable(ForeignTexts::escaped(all)));
    }
    const QString body = m_service->told.first().body;
    QVERIFY2(body.contains(markup ? ForeignTexts::markup.toHtmlEscaped() : ForeignTexts::markup), qPrintable(body));
}

void TestNotifications::aClickShowsTheContainer()
{
    m_shell->window.showPage(u"images"_s);
    die('a', 3);
    QTRY_COMPARE(m_service->told.size(), 1);
    Q_EMIT m_service->ActionInvoked(77, u"default"_s); // of another program
    Q_EMIT m_service->ActivationToken(1, u"token-of-the-desktop"_s);
    Q_EMIT m_service->ActionInvoked(1, u"default"_s);
    QTRY_COMPARE(QApplication::activeWindow(), &m_shell->window);
    QCOMPARE(m_shell->window.currentPage()->id(), u"containers"_s);
    QCOMPARE(tree()->selectedIds(), ids("a"));
    QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), "token-of-the-desktop");
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

void TestNotifications::aClickShowsTheOperation()
{
    m_shell->window.notifier()->setLongAfter(0);
    Operation *told = m_shell->workbench.operations()->begin(u"Pull"_s, {});
    told->succeed();
    m_shell->workbench.operations()->begin(u"Newer"_s, {});
    QTRY_COMPARE(m_service->told.size(), 1);
    Q_EMIT m_service->ActionInvoked(1, u"default"_s);
    QTRY_COMPARE(QApplication::activeWindow(), &m_shell->window);
    const auto *panel = m_shell->window.findChild<OperationsPanel *>();
    QVERIFY(panel->isVisible());
    QCOMPARE(panel->current(), told);
}

void TestNotifications::offInOneClick()
{
    QAction *action = m_shell->action(u"shell.notifications"_s);
    QVERIFY(action->isChecked());
    die('a', 3);
    QTRY_COMPARE(m_service->told.size(), 1);
    Q_EMIT m_service->ActionInvoked(1, u"no-more"_s);
    QTRY_VERIFY(!action->isChecked());
    QVERIFY(!QApplication::activeWindow());
    QSignalSpy died(m_shell->window.notifier()->alerts(), &ContainerAlerts::died);
    die('b', 3);
    QVERIFY(died.wait());

    // It stays off in the next run, and can be turned on again in the settings.
    m_shell.reset();
    open();
    connectDesktop();
    action = m_shell->action(u"shell.notifications"_s);
    QVERIFY(!action->isChecked());
    m_shell->action(u"shell.settings"_s)->trigger();
    auto *check = dialog(u"settings"_s)->findChild<QCheckBox *>(u"shell.notifications"_s);
    QVERIFY(check && !check->isChecked() && check->isVisible());
    check->click();
    QVERIFY(action->isChecked());
    dialog(u"settings"_s)->close();
    leave();
    m_service->told.clear();
    expectOnlyAnother();
}

void TestNotifications::aServiceThatComesLaterIsFound()
{
    QSignalSpy died(m_shell->window.notifier()->alerts(), &ContainerAlerts::died);
    die('a', 3);
    QVERIFY(died.wait());
    QTRY_VERIFY(m_shell->isConnected());
    DesktopNotifications none(QDBusConnection(u"no such connection"_s));
    none.show(u"key"_s, {u"summary"_s, u"body"_s});
    serve();
    // The question before may still be refused.
    const auto isTold = [this] {
        die('d', 9);
        return QTest::qWaitFor([this] { return !m_service->told.isEmpty(); }, 500);
    };
    QTRY_VERIFY(isTold());
    QVERIFY(m_service->summaries().contains(u"alone stopped by itself"_s));
    QVERIFY(!m_service->summaries().contains(u"shop-web-1 stopped by itself"_s));
}

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
