// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containers/diagnosisview.h"
#include "containers/fittedtext.h"
#include "containersprobe.h"
#include "items/humanize.h"
#include "logs/logview.h"
#include "run/rundialog.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const QByteArray renamed = R"(ERROR:    Error loading ASGI app. Attribute "app" not found in module "app".)";

QJsonObject ended(int code, const QJsonObject &more = {})
{
    QJsonObject state{{u"ExitCode"_s, code},
                      {u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s},
                      {u"FinishedAt"_s, u"2024-01-01T10:00:00.9Z"_s}};
    for (auto it = more.begin(); it != more.end(); ++it)
        state.insert(it.key(), it.value());
    return {
        {u"Path"_s, u"python3"_s}, {u"Args"_s, QJsonArray{u"-m"_s, u"uvicorn"_s, u"app:app"_s}}, {u"State"_s, state}};
}

} // namespace

/// "Why did it stop?" in the details of a container.
class TestDiagnosisView : public ContainersProbe
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        start();
        m_fake->setDetails('c', ended(1));
        writeLog('c', renamed);
    }
    void cleanup() { end(); }

    void theCauseIsNamedByKey()
    {
        m_shell->window.activateWindow();
        select('c');
        QTRY_VERIFY(m_shell->find<QWidget>(u"overview"_s)->isVisible());
        QVERIFY(tabs()->isTabVisible(ContainerDetailsPane::CauseTab));
        tree()->setFocus();
        press(Qt::Key_W);
        QTRY_COMPARE(cause(), u"uvicorn found no variable “app” in app.py"_s);
        QVERIFY(text(u"causeWords"_s).contains(u"asks for app:app"_s));
        QVERIFY(text(u"fix"_s).startsWith(u"Name the variable “app” again"_s));
        QCOMPARE(text(u"fixPlace"_s), u"Where: app.py, or CMD in the Dockerfile"_s);
        QVERIFY(lines().contains(QString::fromLatin1(renamed)));
        QCOMPARE(text(u"linesFact"_s), u"stdout and stderr, complete"_s);
        QCOMPARE(check(u"Exit code 1"_s), u"The program reported an error of its own. The engine did not kill it."_s);
        QCOMPARE(check(u"Start command"_s), u"python3 -m uvicorn app:app"_s);
        QCOMPARE(check(u"Ran for"_s), u"900 ms"_s);
        QVERIFY(view()->hasFocus());
    }

    void theCauseIsNamedByButton()
    {
        select('c');
        QPushButton *button = nullptr;
        QTRY_VERIFY((button = buttonNamed(m_shell->find<QWidget>(u"containerDetails"_s), u"Why did it stop?"_s))
                    && button->isVisible());
        button->click();
        QTRY_COMPARE(cause(), u"uvicorn found no variable “app” in app.py"_s);
        QCOMPARE(tabs()->currentIndex(), int(ContainerDetailsPane::CauseTab));
    }

    void theCauseIsATextToAssistiveTechnology()
    {
        open('c');
        QTRY_VERIFY(!cause().isEmpty());
        QAccessibleInterface *text = QAccessible::queryAccessibleInterface(m_shell->find<FittedText>(u"cause"_s));
        QCOMPARE(text->role(), QAccessible::EditableText);
        QVERIFY(text->state().readOnly);
        QCOMPARE(text->text(QAccessible::Name), u"Cause"_s);
        QCOMPARE(text->textInterface()->text(0, text->textInterface()->characterCount()), cause());
    }

    void onlyTheEndOfTheLastLifeIsAsked()
    {
        open('c');
        QTRY_VERIFY(!cause().isEmpty());
        QByteArray asked;
        for (const FakeEngine::Request &request : m_engine->requests()) {
            if (request.target.contains("/logs?"))
                asked = request.target;
        }
        QVERIFY2(asked.contains("follow=0&timestamps=1&tail=400&since=1704103199.800000000"), asked);
    }

    void whatRunsHasNothingToExplain()
    {
        select('a');
        QTRY_VERIFY(m_shell->find<QWidget>(u"overview"_s)->isVisible());
        QVERIFY(!tabs()->isTabVisible(ContainerDetailsPane::CauseTab));
        QVERIFY(!m_shell->find<QWidget>(u"whyDidItStop"_s)->isVisible());
        const QAction *action = m_shell->action(u"container.cause"_s);
        QVERIFY(!action->isEnabled());
        QCOMPARE(m_shell->workbench.actions()->unavailableReason(action),
                 u"shop-web-1 runs: there is nothing to explain."_s);
    }

    void aCommandThatFinishedIsSaidInWords()
    {
        m_fake->setStatus('c', u"Exited (0) 2 hours ago"_s);
        m_fake->tell("die", 'c');
        QTRY_COMPARE(state('c'), u"exited (0)"_s);
        m_fake->setDetails('c', ended(0));
        writeLog('c', "Bonjour");
        open('c');
        QTRY_COMPARE(cause(), u"Its command finished"_s);
        QVERIFY(text(u"causeWords"_s).contains(u"ended by itself with code 0"_s));
        QCOMPARE(check(u"Exit code 0"_s), u"The program ended by itself and reported no error."_s);
    }

    void anUnhealthyContainerIsExplained()
    {
        m_fake->setDetails(
            'a',
            {{u"Config"_s,
              QJsonObject{{u"Healthcheck"_s, QJsonObject{{u"Test"_s, QJsonArray{u"CMD-SHELL"_s, u"curl -f x"_s}}}}}},
             {u"State"_s,
              QJsonObject{{u"Status"_s, u"running"_s},
                          {u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s},
                          {u"Health"_s,
                           QJsonObject{{u"Status"_s, u"unhealthy"_s},
                                       {u"FailingStreak"_s, 8},
                                       {u"Log"_s,
                                        QJsonArray{QJsonObject{{u"ExitCode"_s, 127},
                                                               {u"Output"_s, u"/bin/sh: curl: not found\n"_s}}}}}}}}});
        writeLog('a', "serving");
        m_fake->setStatus('a', u"Up 3 minutes (unhealthy)"_s);
        m_fake->tell("health_status: unhealthy", 'a');
        QTRY_COMPARE(state('a'), u"unhealthy"_s);
        open('a');
        QTRY_COMPARE(cause(), u"There is no program “curl”"_s);
        QCOMPARE(check(u"Health check"_s), u"Failed 8 time(s) in a row."_s);
        QCOMPARE(check(u"It runs"_s), u"curl -f x"_s);
        QCOMPARE(check(u"It said"_s), u"/bin/sh: curl: not found"_s);
    }

    void anUnknownCauseShowsTheEvidence()
    {
        m_fake->setDetails('c', ended(7));
        writeLog('c', "odd things");
        open('c');
        QTRY_COMPARE(cause(), u"It ended with code 7, and the cause is not known"_s);
        QVERIFY(lines().contains(u"odd things"_s));
        QVERIFY(!m_shell->find<QWidget>(u"fixCard"_s)->isVisible());
    }

    void aLogThatCannotBeReadIsSaid()
    {
        m_engine->answer(FakeContainers::path('c', "logs"),
                         R"({"message": "configured logging driver does not support reading"})", 501);
        open('c');
        QTRY_COMPARE(cause(), u"It ended with code 1, and the cause is not known"_s);
        QVERIFY2(lines().contains(u"configured logging driver does not support reading"_s), qPrintable(lines()));
    }

    void theTabIsKeptWhereItCanBe()
    {
        m_fake->add('e', u"other"_s, u"busybox"_s, u"Exited (0) 2 hours ago"_s);
        m_fake->setDetails('e', ended(0));
        writeLog('e', "bye");
        m_fake->tell("create", 'e');
        QTRY_VERIFY(index('e').isValid());
        open('c');
        QTRY_COMPARE(cause(), u"uvicorn found no variable “app” in app.py"_s);
        select('a');
        QTRY_COMPARE(tabs()->currentIndex(), int(ContainerDetailsPane::OverviewTab));
        QVERIFY(!tabs()->isTabVisible(ContainerDetailsPane::CauseTab));
        select('e');
        QTRY_COMPARE(tabs()->currentIndex(), int(ContainerDetailsPane::CauseTab));
        QTRY_COMPARE(cause(), u"Its command finished"_s);
        // Who chose another tab stays there.
        tabs()->setCurrentIndex(ContainerDetailsPane::LogsTab);
        select('c');
        QTRY_VERIFY(tabs()->isTabVisible(ContainerDetailsPane::CauseTab));
        QCOMPARE(tabs()->currentIndex(), int(ContainerDetailsPane::LogsTab));
    }

    void aQuickRestartDoesNotTakeTheCauseAway()
    {
        open('c');
        QTRY_COMPARE(cause(), u"uvicorn found no variable “app” in app.py"_s);
        const QSignalSpy shown(m_shell->find<ContainerDetailsPane>(u"containerDetails"_s),
                               &ContainerDetailsPane::detailsShown);
        QJsonObject running = ended(0,
                                    {{u"Status"_s, u"running"_s},
                                     {u"StartedAt"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}});
        running.insert(u"RestartCount"_s, 3);
        m_fake->setDetails('c', running);
        m_fake->setStatus('c', u"Up 1 second"_s);
        m_fake->tell("start", 'c');
        QTRY_COMPARE(state('c'), u"running"_s);
        QTRY_VERIFY(!shown.isEmpty());
        QCOMPARE(tabs()->currentIndex(), int(ContainerDetailsPane::CauseTab));
        QCOMPARE(cause(), u"uvicorn found no variable “app” in app.py"_s);
        // Then it ends again, otherwise.
        m_fake->setDetails('c', ended(137, {{u"OOMKilled"_s, true}}));
        m_fake->setStatus('c', u"Restarting (137) 1 second ago"_s);
        m_fake->tell("die", 'c');
        QTRY_COMPARE(cause(), u"It ran out of memory"_s);
    }

    void theOtherTabsKeepTheirPlaces()
    {
        m_shell->theme.apply(); // by whose measures they are laid out
        const auto places = [this] {
            QList<QRect> all;
            for (int tab = ContainerDetailsPane::OverviewTab; tab <= ContainerDetailsPane::InspectTab; ++tab)
                all << tabs()->tabRect(tab);
            return all;
        };
        m_shell->window.resize(1380, 860);
        select('a');
        QTRY_VERIFY(m_shell->find<QWidget>(u"overview"_s)->isVisible());
        QVERIFY(!tabs()->isTabVisible(ContainerDetailsPane::CauseTab));
        const QList<QRect> before = places();
        QCOMPARE(before.first().left(), 0);
        m_fake->setStatus('a', u"Exited (1) 1 second ago"_s);
        m_fake->tell("die", 'a');
        QTRY_VERIFY(tabs()->isTabVisible(ContainerDetailsPane::CauseTab));
        QCOMPARE(places(), before);
    }

    void whatWasSeenRunningLatelyIsSaidAnew()
    {
        m_fake->setStatus('b', u"Exited (1) 1 second ago"_s);
        m_fake->setDetails('b', ended(1));
        m_fake->tell("die", 'b');
        writeLog('b', "x");
        ContainerDetails seen;
        seen.id = QString::fromLatin1(FakeContainers::id('b'));
        const ServiceKey key{m_shell->workbench.engine()->endpoint().address(), u"shop"_s, u"db"_s};
        m_shell->workbench.runMemory()->note(key, seen);
        QTRY_COMPARE(state('b'), u"exited (1)"_s);
        open('b');
        QTRY_VERIFY(!cause().isEmpty());
        QVERIFY(view()->shownTime().isValid());
        QTRY_COMPARE(check(u"Seen running"_s), Humanize::ago(view()->shownTime()));
        // The page stays open: its clock says it again.
        const QString first = check(u"Seen running"_s);
        QTRY_VERIFY_WITH_TIMEOUT(check(u"Seen running"_s) != first, Tests::patience);
    }

    void whatBelongsToNoProjectIsRunAgain()
    {
        m_fake->add('e', u"single"_s, u"web:1"_s, u"Exited (1) 1 second ago"_s);
        QJsonObject details = ended(1);
        details.insert(u"Image"_s, u"sha256:77"_s);
        details.insert(u"Config"_s,
                       QJsonObject{{u"Env"_s, QJsonArray{u"PATH=/bin"_s, u"MODE=test"_s}},
                                   {u"Cmd"_s, QJsonArray{u"serve"_s, u"--fast"_s}},
                                   {u"AttachStdout"_s, true}});
        m_fake->setDetails('e', details);
        m_engine->answer("/images/sha256%3A77/json", R"({"Config": {"Env": ["PATH=/bin"], "Cmd": ["serve"]}})");
        writeLog('e', "sh: 1: TOKEN: parameter not set");
        m_fake->tell("create", 'e');
        QTRY_COMPARE(rows().size(), 8);
        open('e');
        QTRY_VERIFY(!cause().isEmpty());
        auto *again = m_shell->find<QPushButton>(u"runAgain"_s);
        QTRY_VERIFY(again->isVisible());
        again->click();
        QTRY_VERIFY(m_shell->window.findChild<RunDialog *>());
        const auto *dialog = m_shell->window.findChild<RunDialog *>();
        const auto *preview = dialog->findChild<QLabel *>(u"preview"_s);
        QTRY_VERIFY2(preview->text().endsWith(u"run -e MODE=test web:1 serve --fast"_s), qPrintable(preview->text()));
        QVERIFY(dialog->findChild<QWidget *>(u"failure"_s)->isVisible());
        delete dialog;
        // A service is repaired by its project.
        open('c');
        QTRY_COMPARE(cause(), u"uvicorn found no variable “app” in app.py"_s);
        QVERIFY(!again->isVisible());
    }

    void theFullLogAndTheReportAreOneClickAway()
    {
        open('c');
        QTRY_VERIFY(!cause().isEmpty());
        buttonNamed(view(), u"Copy report"_s)->click();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"uvicorn found no variable"_s));
        buttonNamed(view(), u"Show full log"_s)->click();
        QCOMPARE(tabs()->currentIndex(), int(ContainerDetailsPane::LogsTab));
        QTRY_VERIFY(m_shell->find<LogView>(u"log"_s)->hasFocus());
    }

    void foreignTextsStayPlainAndBounded()
    {
        m_fake->setDetails('c', ended(1, {{u"Error"_s, u"<h1>no</h1>\n"_s + QString(100'000, u'x')}}));
        writeLog('c', "<b>bold</b> \x1b[31mred\x1b]0;title\x07");
        open('c');
        QTRY_COMPARE(cause(), u"The engine could not start it"_s);
        QVERIFY(lines().contains(u"<b>bold</b> red"_s));
        const QList<QLabel *> labels = view()->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText && label->text().size() < 3000,
                     qPrintable(label->objectName()));
        QVERIFY(view()->widget()->width() <= view()->viewport()->width());
    }

    void everyLineIsSeenWhole()
    {
        QByteArray words;
        for (int i = 0; i < 40; ++i)
            words += "word" + QByteArray::number(i) + ' ';
        writeLog('c', words.left(200) + "Permission denied: '/srv/data'");
        open('c');
        QTRY_COMPARE(cause(), u"It may not use /srv/data"_s);
        auto *text = m_shell->find<FittedText>(u"diagnosisLines"_s);
        QTRY_VERIFY(text->cursorRect().height() > 0 && text->height() >= 3 * text->cursorRect().height());
        QTextCursor last(text->document());
        last.movePosition(QTextCursor::End);
        QVERIFY(text->cursorRect(last).bottom() <= text->viewport()->height());
    }

private:
    void writeLog(char digit, const QByteArray &line)
    {
        m_engine->on(FakeContainers::path(digit, "logs"),
                     [line](QLocalSocket *socket, const FakeEngine::Request &request) {
                         const QByteArray time
                             = request.target.contains("timestamps=1") ? "2024-01-01T10:00:00.800000000Z " : "";
                         socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                       + FakeEngine::chunk(FakeEngine::frame(2, time + line + "\n")) + "0\r\n\r\n");
                     });
    }
    void open(char digit)
    {
        select(digit);
        QTRY_VERIFY(m_shell->action(u"container.cause"_s)->isEnabled());
        m_shell->action(u"container.cause"_s)->trigger();
    }
    QTabBar *tabs() const { return m_shell->find<QTabBar>(u"detailTabs"_s); }
    DiagnosisView *view() const { return m_shell->find<DiagnosisView>(u"diagnosis"_s); }
    /// The cause that is shown; empty while none is.
    QString cause() const
    {
        const auto *text = m_shell->find<FittedText>(u"cause"_s);
        return text && text->isVisible() ? text->toPlainText() : QString();
    }
    QString lines() const { return m_shell->find<FittedText>(u"diagnosisLines"_s)->toPlainText(); }
    QString text(const QString &name) const { return view() ? view()->findChild<QLabel *>(name)->text() : QString(); }
    QString check(const QString &name) const
    {
        const QList<QLabel *> texts = view()->findChildren<QLabel *>(u"checkText"_s);
        for (const QLabel *text : texts) {
            if (text->accessibleDescription() == name)
                return text->text();
        }
        return {};
    }
};

QTEST_MAIN(TestDiagnosisView)
#include "tst_diagnosisview.moc"
