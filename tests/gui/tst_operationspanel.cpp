// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "look/banner.h"
#include "look/elidedlabel.h"
#include "shell/operationentry.h"
#include "shell/operationspanel.h"
#include "shell/page.h"
#include "shellprobe.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QSplitter>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Operations: the strip, the panel, and what is said above the page of failures.
class TestOperationsPanel : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginShells(); }

    void operationsByKeyboardAndMouse()
    {
        Shell shell(stateFile());
        int cancelled = 0;
        int retried = 0;
        Operation *operation = shell.workbench.operations()->begin(u"Stop web"_s, {u"docker"_s, u"stop"_s, u"web"_s});
        operation->setCanceller([&cancelled, operation] {
            ++cancelled;
            operation->setCancelled();
        });
        operation->setRetry([&retried] { ++retried; });
        auto *panel = shell.find<OperationsPanel>(u"operationsPanel"_s);
        QVERIFY(!panel->isVisible());
        QTest::keyClick(&shell.window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(panel->isVisible());
        auto *list = shell.find<QListView>(u"operations"_s);
        QCOMPARE(list->accessibleName(), u"Operations"_s);
        QVERIFY(list->hasFocus());
        QCOMPARE(panel->current(), operation);

        operation->appendOutput(u"<b>pulling</b>\n"_s);
        auto *output = shell.find<QPlainTextEdit>(u"operationOutput"_s);
        QTRY_COMPARE(output->toPlainText().trimmed(), u"<b>pulling</b>"_s);

        QPushButton *copy = buttonNamed(panel, u"Copy command"_s);
        QPushButton *cancel = buttonNamed(panel, u"Cancel"_s);
        QPushButton *retry = buttonNamed(panel, u"Retry"_s);
        QVERIFY(copy && cancel && retry);
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), u"docker stop web"_s);
        QVERIFY(cancel->isEnabled());
        QVERIFY(!retry->isEnabled());
        QVERIFY(retry->toolTip().contains(u"still runs"_s));
        cancel->setFocus();
        QTest::keyClick(cancel, Qt::Key_Space);
        QCOMPARE(cancelled, 1);
        QTRY_VERIFY(retry->isEnabled());
        QVERIFY(!cancel->isEnabled());
        retry->setFocus();
        QTest::keyClick(retry, Qt::Key_Space);
        QCOMPARE(retried, 1);

        QTest::keyClick(&shell.window, Qt::Key_L, Qt::ControlModifier);
        QVERIFY(!panel->isVisible());
    }

    void theNewestAndTheRunningOperationsHaveTheRoom()
    {
        Shell shell(stateFile());
        auto *nothing = shell.find<ElidedLabel>(u"nothingRan"_s);
        QTRY_VERIFY(nothing->isVisible() && nothing->width() >= nothing->sizeHint().width());
        OperationLog *log = shell.workbench.operations();
        const auto begin = [log](const QString &name) {
            return log->begin(u"Stop "_s + name,
                              {u"docker"_s, u"-H"_s, u"unix:///run/user/1000/docker.sock"_s, u"stop"_s, name});
        };
        const auto commandOf = [&shell](const Operation *operation) -> ElidedLabel * {
            const QList<OperationEntry *> entries = shell.window.findChildren<OperationEntry *>();
            for (OperationEntry *entry : entries) {
                if (entry->operation() == operation && entry->isVisible())
                    return entry->findChild<ElidedLabel *>();
            }
            return nullptr;
        };
        const Operation *running = begin(u"a-container-that-takes-its-time-to-stop"_s);
        QList<Operation *> ended;
        for (int i = 0; i < 6; ++i) {
            ended << begin(u"a-container-with-a-long-name-%1"_s.arg(i));
            ended.last()->fail({{}, u"“"_s + QString(200, u'x') + u'”', {}});
        }
        for (const int width : {1440, 1000, 700}) {
            shell.window.resize(width, 600);
            QTRY_COMPARE(shell.window.width(), width);
            QTRY_VERIFY(commandOf(running));
            QTRY_VERIFY(commandOf(running)->width() >= commandOf(running)->sizeHint().width());
            QVERIFY(!commandOf(ended.first()));
        }
        shell.window.resize(1440, 600);
        QTRY_VERIFY(commandOf(ended.last()));
        QCOMPARE(commandOf(ended.last())->text(), u"docker stop a-container-with-a-long-name-5"_s);
        QVERIFY(commandOf(ended.last())->x() + commandOf(ended.last())->parentWidget()->x()
                < commandOf(running)->x() + commandOf(running)->parentWidget()->x());
    }

    void whatIsTriedAgainIsShown()
    {
        Shell shell(stateFile());
        OperationLog *log = shell.workbench.operations();
        Operation *failed = log->begin(u"Stop web"_s, {u"docker"_s, u"stop"_s, u"web"_s});
        failed->setRetry([log] { log->begin(u"Stop web"_s, {u"docker"_s, u"stop"_s, u"web"_s}); });
        failed->fail(u"no"_s);
        shell.action(u"shell.operations"_s)->trigger();
        const auto *panel = shell.find<OperationsPanel>(u"operationsPanel"_s);
        QTRY_COMPARE(panel->current(), failed);
        shell.find<QListView>(u"operations"_s)->setFocus();
        shell.action(u"operations.retry"_s)->trigger();
        QCOMPARE(log->operations().size(), 2);
        QCOMPARE(panel->current(), log->operations().last());
    }

    void whatHasEndedIsShownWithItsWholeCommand()
    {
        Shell shell(stateFile());
        for (int i = 0; i < 4; ++i) {
            shell.workbench.operations()
                ->begin(u"Stop %1"_s.arg(i),
                        {u"docker"_s, u"compose"_s, u"--file"_s, QString(40, u'x'), u"stop"_s, u"service-%1"_s.arg(i)})
                ->succeed();
        }
        for (const int width : {1000, 1440}) {
            shell.window.resize(width, 600);
            QTRY_COMPARE(shell.window.width(), width);
            int whole = 0;
            const auto look = [&] {
                whole = 0;
                const QList<OperationEntry *> entries = shell.window.findChildren<OperationEntry *>();
                return std::all_of(entries.cbegin(), entries.cend(), [&whole](const OperationEntry *entry) {
                    const auto *command = entry->findChild<ElidedLabel *>();
                    whole += entry->isVisible() ? 1 : 0;
                    return !entry->isVisible() || command->width() >= command->sizeHint().width();
                });
            };
            QTRY_VERIFY2(look(), qPrintable(QString::number(width)));
            QCOMPARE(whole, width < 1440 ? 1 : 2);
        }
    }

    void longCommandsWrapInThePanel()
    {
        Shell shell(stateFile());
        shell.window.resize(1000, 600);
        shell.action(u"shell.operations"_s)->trigger();
        Operation *operation
            = shell.workbench.operations()->begin(u"Stop web"_s, {u"docker"_s, u"stop"_s, QString(200, u'x')});
        operation->fail(u"no"_s);
        auto *command = shell.find<QLabel>(u"operationCommand"_s);
        QTRY_VERIFY(command->height() >= 2 * command->fontMetrics().height());
        QCOMPARE(command->text(), operation->commandLine());
        auto *result = shell.find<QLabel>(u"operationResult"_s);
        QTRY_VERIFY2(result->width() >= result->sizeHint().width(), qPrintable(result->text()));
    }

    void outputIsReadInASmallWindow()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/containers/json", '[' + FakeEngine::container("a1", "web", "running") + ']');
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        shell.window.resize(1000, 600);
        QTRY_COMPARE(shell.window.size(), QSize(1000, 600));
        shell.action(u"shell.operations"_s)->trigger();
        Operation *up
            = shell.workbench.operations()->begin(u"Up tp1"_s, {u"docker"_s, u"compose"_s, QString(150, u'x')});
        up->appendOutput(u"line\n"_s.repeated(20));
        const auto *output = shell.find<QPlainTextEdit>(u"operationOutput"_s);
        const auto lines = [output] { return output->viewport()->height() / output->fontMetrics().lineSpacing(); };
        QTRY_VERIFY(output->isVisible());
        QTRY_VERIFY2(lines() >= 3, qPrintable(QString::number(lines())));
        QTRY_COMPARE(output->visibleRegion().boundingRect().height(), output->height());

        auto *splitter = shell.find<QSplitter>(u"windowSplitter"_s);
        const int before = lines();
        QSplitterHandle *handle = splitter->handle(1);
        const QPoint grip = handle->rect().center();
        QTest::mousePress(handle, Qt::LeftButton, {}, grip);
        QTest::mouseMove(handle, grip - QPoint(0, 60));
        QTest::mouseRelease(handle, Qt::LeftButton, {}, grip - QPoint(0, 60));
        QTRY_VERIFY2(lines() >= before + 3, qPrintable(QString::number(lines())));
    }

    void whatRunsSaysForHowLong()
    {
        Shell shell(stateFile());
        Operation *up = shell.workbench.operations()->begin(u"Up tp1"_s, {u"docker"_s});
        const auto says = [&shell](const QString &pattern) {
            const QRegularExpression words(QRegularExpression::anchoredPattern(pattern));
            const QList<OperationEntry *> entries = shell.window.findChildren<OperationEntry *>();
            for (const OperationEntry *entry : entries) {
                const QList<QLabel *> labels = entry->findChildren<QLabel *>();
                for (const QLabel *label : labels) {
                    if (entry->isVisible() && words.match(label->text()).hasMatch())
                        return true;
                }
            }
            return false;
        };
        QTRY_VERIFY(says(u"running"_s));
        QTRY_VERIFY(says(u"running · \\d s"_s));
        up->setProgress(40, u"pulling"_s);
        QTRY_VERIFY(says(u"40 %  pulling · \\d s"_s));
        shell.action(u"shell.operations"_s)->trigger();
        QTRY_VERIFY(shell.find<QLabel>(u"operationResult"_s)->text().contains(u"pulling · "_s));
        up->succeed();
        QTRY_VERIFY(!shell.find<QLabel>(u"operationResult"_s)->text().contains(u" · "_s));
    }

    void failuresAreReadInThePanel()
    {
        Shell shell(stateFile());
        shell.action(u"shell.operations"_s)->trigger();
        Operation *operation = shell.workbench.operations()->begin(u"Start web"_s, {u"docker"_s, u"start"_s, u"web"_s});
        operation->fail(u"port is already allocated <i>"_s);
        auto *error = shell.find<QLabel>(u"operationError"_s);
        QTRY_COMPARE(error->text(), u"port is already allocated <i>"_s);
        QCOMPARE(error->textFormat(), Qt::PlainText);
        QVERIFY(error->isVisible());
        shell.action(u"operations.clear"_s)->trigger();
        QTRY_VERIFY(!error->isVisible());
        QCOMPARE(shell.find<QListView>(u"operations"_s)->model()->rowCount(), 0);
    }

    void failuresAreSaidWhileOperationsIsClosed()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        auto *banner = shell.find<Banner>(u"failureBar"_s);
        const auto begin = [&shell](const QString &subject) {
            return shell.workbench.operations()->begin(u"Start "_s + subject, {u"docker"_s}, {subject});
        };
        const auto says = [banner](const QString &words) {
            const QList<QLabel *> labels = banner->findChildren<QLabel *>();
            return banner->isVisible() && std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
                       return label->text().contains(words) && label->textFormat() == Qt::PlainText;
                   });
        };
        QVERIFY(!shell.action(u"failure.show"_s)->isEnabled());
        Operation *web = begin(u"web"_s);
        int retried = 0;
        web->setRetry([&] {
            ++retried;
            begin(u"web"_s);
        });
        web->fail({u"Could not start container web."_s, u"“port is <b>taken”"_s, u"Free it."_s});
        QVERIFY(says(u"Could not start container web."_s));
        QVERIFY(says(u"“port is <b>taken”. Free it."_s));
        // The newest is said; when it is made good, what failed before is said again.
        begin(u"db"_s)->fail(u"No engine is connected."_s);
        QVERIFY(says(u"Start db failed."_s) && says(u"No engine is connected."_s));
        QVERIFY(!buttonNamed(banner, u"Retry"_s)->isEnabled());
        begin(u"other"_s)->succeed();
        QVERIFY(says(u"Start db failed."_s));
        begin(u"db"_s)->succeed();
        QVERIFY(says(u"Could not start container web."_s));

        QPushButton *retry = buttonNamed(banner, u"Retry"_s);
        QVERIFY(retry);
        QTest::mouseClick(retry, Qt::LeftButton);
        QCOMPARE(retried, 1);
        QVERIFY(!retry->isEnabled());
        QVERIFY(banner->isVisible());
        shell.workbench.operations()->running().first()->succeed();
        QVERIFY(!banner->isVisible());
    }

    void theNoticeOfAFailureShowsItAndGoes()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/containers/json", '[' + FakeEngine::container("a1", "web", "running") + ']');
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        auto *banner = shell.find<Banner>(u"failureBar"_s);
        auto *panel = shell.find<OperationsPanel>(u"operationsPanel"_s);
        OperationLog *log = shell.workbench.operations();
        Operation *failed = log->begin(u"Start web"_s, {u"docker"_s}, {u"web"_s});
        failed->fail(u"no"_s);
        log->begin(u"Start db"_s, {u"docker"_s}, {u"db"_s})->succeed();
        QTest::mouseClick(buttonNamed(banner, u"Show"_s), Qt::LeftButton);
        QVERIFY(panel->isVisible());
        QCOMPARE(panel->current(), failed);
        QVERIFY(!banner->isVisible());
        // With Operations open it is read there.
        log->begin(u"Start web"_s, {u"docker"_s}, {u"web"_s})->fail(u"no"_s);
        QVERIFY(!banner->isVisible());
        shell.action(u"shell.operations"_s)->trigger();
        QVERIFY(!banner->isVisible());

        log->begin(u"Start web"_s, {u"docker"_s}, {u"web"_s})->fail(u"no"_s);
        QPushButton *hide = buttonNamed(banner, u"Hide notice"_s);
        QVERIFY(hide && banner->isVisible());
        hide->setFocus();
        QTest::keyClick(hide, Qt::Key_Space);
        QVERIFY(!banner->isVisible());
        QVERIFY(shell.window.currentPage()->focusTarget()->hasFocus());
    }

    void aLostEngineIsSaidBesideAFailure()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        const auto *bar = shell.find<Banner>(u"failureBar"_s);
        shell.workbench.operations()->begin(u"Start web"_s, {u"docker"_s}, {u"web"_s})->fail(u"no"_s);
        QVERIFY(bar->isVisible());
        engine.stop();
        QTRY_VERIFY(buttonNamed(shell.find<Banner>(u"windowBanner"_s), u"Reconnect"_s));
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->findChild<QLabel *>(u"bannerFact"_s)->text(), u"Start web failed."_s);
    }

    void theNoticeOfAFailureMovesNothing()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        engine.answer("/containers/json", '[' + FakeEngine::container("a1", "web", "running") + ']');
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        const auto *bar = shell.find<Banner>(u"failureBar"_s);
        const auto *strip = shell.find<QWidget>(u"operationsStrip"_s);
        const auto *filter = shell.window.currentPage()->findChild<QLineEdit *>(u"filter"_s);
        OperationLog *log = shell.workbench.operations();
        const auto placeOf
            = [&shell](const QWidget *widget) { return QRect(widget->mapTo(&shell.window, QPoint()), widget->size()); };
        for (const QSize size : {QSize(1440, 900), QSize(1000, 600), QSize(560, 500)}) {
            shell.window.resize(size);
            QTRY_COMPARE(shell.window.size(), size);
            QTRY_VERIFY(filter->isVisible());
            QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
            const QRect before = placeOf(filter);
            Operation *failed = log->begin(u"Start web"_s, {u"docker"_s}, {u"web"_s});
            failed->setRetry([] {});
            failed->fail({u"Could not start web."_s, u"“"_s + QString(u"long words "_s).repeated(20) + u"”"_s, {}});
            QVERIFY(bar->isVisible());
            QTRY_VERIFY2(placeOf(bar).bottom() < placeOf(strip).top(), qPrintable(QString::number(size.width())));
            QVERIFY(shell.window.rect().contains(placeOf(bar)));
            QCOMPARE(placeOf(filter), before);
            QVERIFY(!placeOf(bar).intersects(before));
            for (const QString &label : {u"bannerFact"_s, u"bannerConsequence"_s}) {
                const auto *text = bar->findChild<QLabel *>(label);
                QTRY_VERIFY(text->height() >= text->heightForWidth(text->width()));
            }
            log->begin(u"Start web"_s, {u"docker"_s}, {u"web"_s})->succeed();
            QVERIFY(!bar->isVisible());
            QCOMPARE(placeOf(filter), before);
        }
    }

    void theNoticeOfAFailureIsReachedByTab()
    {
        Shell shell(stateFile());
        FakeEngine engine;
        engine.answerBasics();
        shell.connectTo(engine);
        QTRY_VERIFY(shell.isConnected());
        Operation *failed = shell.workbench.operations()->begin(u"Start web"_s, {u"docker"_s}, {u"web"_s});
        failed->setRetry([] {});
        failed->fail(u"no"_s);
        const auto *bar = shell.find<Banner>(u"failureBar"_s);
        QCOMPARE(bar->accessibleName(), u"Start web failed."_s);
        QCOMPARE(bar->accessibleDescription(), u"no"_s);
        QStringList reached;
        for (int i = 0; i < 60 && reached.size() < 3; ++i) {
            QTest::keyClick(shell.window.focusWidget(), Qt::Key_Tab);
            if (bar->isAncestorOf(shell.window.focusWidget()))
                reached << shell.window.focusWidget()->accessibleName();
        }
        QCOMPARE(reached, (QStringList{u"Show"_s, u"Retry"_s, u"Hide notice"_s}));
    }
};

QTEST_MAIN(TestOperationsPanel)
#include "tst_operationspanel.moc"
