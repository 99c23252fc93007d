// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/removecontainersdialog.h"
#include "containersprobe.h"
#include "shell/operationspanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>

#include <algorithm>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What is done to the containers that are selected, by mouse, key and menu, over an engine that the test plays.
class TestContainerActions : public ContainersProbe
{
    Q_OBJECT

private Q_SLOTS:
    void init() { start(); }
    void cleanup() { end(); }

    void stopByMouse()
    {
        m_fake->hold('a', "stop");
        click('a');
        QCOMPARE(tree()->selectedIds(), ids("a"));
        QPushButton *stop = buttonNamed(page(), u"Stop"_s);
        QVERIFY(stop->isEnabled());
        QVERIFY(!buttonNamed(page(), u"Start"_s)->isEnabled());
        QVERIFY(m_shell->action(u"container.start"_s)->toolTip().contains(u"running already"_s));
        QTest::mouseClick(stop, Qt::LeftButton);
        QTRY_COMPARE(m_fake->held(), 1);
        QCOMPARE(m_fake->changes().join('\n'), "POST " + FakeContainers::path('a', "stop"));
        // Busy until the engine has said what became of it.
        QCOMPARE(state('a'), u"stopping…"_s);
        QVERIFY(!stop->isEnabled());
        QVERIFY(m_shell->action(u"container.stop"_s)->toolTip().contains(u"Another action"_s));
        QVERIFY(m_shell->action(u"container.kill"_s)->isEnabled());
        m_fake->setStatus('a', u"Exited (143) Less than a second ago"_s);
        m_fake->tell("die", 'a');
        m_fake->release();
        QTRY_COMPARE(state('a'), u"exited (143)"_s);
        QCOMPARE(rows().first(), u"shop|1 of 2 running"_s);
        QTRY_VERIFY(m_shell->action(u"container.start"_s)->isEnabled());
        QVERIFY(!stop->isEnabled());
        QCOMPARE(operation()->title(), u"Stop shop-web-1"_s);
        QCOMPARE(operation()->commandLine().section(u' ', -2), u"stop shop-web-1"_s);
    }

    void startStopAndRestartByKey()
    {
        for (const char digit : {'a', 'c'}) {
            m_fake->hold(digit, "start");
            m_fake->hold(digit, "stop");
            m_fake->hold(digit, "restart");
        }
        click('c');
        QVERIFY(tree()->hasFocus());
        press(Qt::Key_X); // does not run: nothing to stop
        press(Qt::Key_S);
        QTRY_COMPARE(m_fake->held(), 1);
        QCOMPARE(state('c'), u"starting…"_s);
        m_fake->setStatus('c', u"Up Less than a second"_s);
        m_fake->tell("start", 'c');
        m_fake->release();
        QTRY_COMPARE(state('c'), u"running"_s);
        QTRY_VERIFY(m_shell->action(u"container.stop"_s)->isEnabled());
        press(Qt::Key_X);
        QTRY_COMPARE(m_fake->held(), 1);
        m_fake->release();
        QTRY_VERIFY(m_shell->action(u"container.restart"_s)->isEnabled());
        press(Qt::Key_R);
        QTRY_COMPARE(m_fake->held(), 1);
        QCOMPARE(
            m_fake->changes(),
            (QByteArrayList{"POST " + FakeContainers::path('c', "start"), "POST " + FakeContainers::path('c', "stop"),
                            "POST " + FakeContainers::path('c', "restart")}));
        m_fake->release();
    }

    void severalAtOnce()
    {
        m_fake->accept('a', "stop");
        m_fake->accept('b', "stop");
        click('b');
        click('a', Qt::ControlModifier);
        click('c', Qt::ControlModifier);
        QCOMPARE(tree()->selectedIds().size(), 3);
        QTRY_COMPARE(m_shell->find<QLabel>(u"detailsSentence"_s)->text(), u"3 containers are selected."_s);
        QVERIFY(!m_shell->action(u"container.rename"_s)->isEnabled());
        // Those of the selection that run; the one that does not is left alone.
        QTest::mouseClick(buttonNamed(page(), u"Stop"_s), Qt::LeftButton);
        QTRY_COMPARE(m_fake->changes().size(), 2);
        QByteArrayList sent = m_fake->changes();
        std::sort(sent.begin(), sent.end());
        QCOMPARE(
            sent,
            (QByteArrayList{"POST " + FakeContainers::path('a', "stop"), "POST " + FakeContainers::path('b', "stop")}));
        QTRY_COMPARE(operation()->state(), Operation::State::Succeeded);
        QCOMPARE(operation()->title(), u"Stop 2 container(s)"_s);
        // A group stands for its containers.
        tree()->setCurrentIndex(tree()->model()->index(0, 0));
        QCOMPARE(tree()->selectedIds().size(), 2);
    }

    void aRefusalLeavesTheRowTrueAndIsRead()
    {
        m_fake->refuse('a', "stop", "cannot stop <b>web</b>: permission denied");
        click('a');
        QTest::mouseClick(buttonNamed(page(), u"Stop"_s), Qt::LeftButton);
        QTRY_COMPARE(operation() ? operation()->state() : Operation::State::Running, Operation::State::Failed);
        QCOMPARE(state('a'), u"running"_s);
        QVERIFY(operation()->error().contains(u"“cannot stop <b>web</b>: permission denied”"_s));
        m_shell->action(u"shell.operations"_s)->trigger();
        auto *error = m_shell->find<QLabel>(u"operationError"_s);
        QTRY_VERIFY(error->isVisible() && error->text().contains(u"<b>web</b>: permission denied"_s));
        QCOMPARE(error->textFormat(), Qt::PlainText);
        // And again, when the reason is gone.
        m_fake->accept('a', "stop");
        QTest::mouseClick(buttonNamed(m_shell->find<OperationsPanel>(u"operationsPanel"_s), u"Retry"_s),
                          Qt::LeftButton);
        QTRY_COMPARE(operation()->state(), Operation::State::Succeeded);
        QCOMPARE(m_fake->changes().size(), 2);
    }

    void removeAsksOnceAndNamesWhatGoes()
    {
        const QByteArray gone = "DELETE " + FakeContainers::path('b', {});
        click('b');
        click('c', Qt::ControlModifier);
        press(Qt::Key_Delete);
        QDialog *question = dialog(u"removeContainers"_s);
        QVERIFY(question);
        QTRY_VERIFY(question->findChild<QPushButton *>(u"cancel"_s)->hasFocus());
        QCOMPARE(question->findChild<QLabel *>(u"question"_s)->text(), u"Remove 2 containers?"_s);
        const QString text = question->findChild<QLabel *>(u"consequence"_s)->text();
        QVERIFY(text.contains(u"• shop-db-1, which is running and will be killed\n• tp1-api-1\n"_s));
        QCOMPARE(question->findChild<QPushButton *>(u"remove"_s)->text(), u"Remove 2 containers"_s);
        QTest::keyClick(question, Qt::Key_Return); // Cancel has the focus
        QTRY_VERIFY(!m_shell->find<QDialog>(u"removeContainers"_s));
        QCOMPARE(m_fake->changes(), QByteArrayList());

        m_fake->accept('b', {});
        m_engine->on("/volumes/shop_data",
                     [](QLocalSocket *socket, const FakeEngine::Request &) { FakeEngine::send(socket, {}, 204); });
        click('b');
        press(Qt::Key_Delete);
        question = dialog(u"removeContainers"_s);
        QVERIFY(question);
        auto *box = question->findChild<QCheckBox *>(u"volume"_s);
        QCOMPARE(box->text(), u"Volume shop_data"_s);
        QVERIFY(!box->isChecked());
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
        auto *verb = question->findChild<QPushButton *>(u"remove"_s);
        QCOMPARE(verb->text(), u"Remove 1 container and volumes"_s);
        verb->setFocus();
        QTest::keyClick(verb, Qt::Key_Return); // as the focus says, though Cancel is the default
        QTRY_COMPARE(m_fake->changes().size(), 2);
        QVERIFY(m_fake->changes().first().startsWith(gone));
        QVERIFY(m_fake->changes().first().contains("force=1") || m_fake->changes().first().contains("force=true"));
        QVERIFY(m_fake->changes().last().startsWith("DELETE /volumes/shop_data"));
        QTRY_COMPARE(operation()->state(), Operation::State::Succeeded);
        QCOMPARE(m_shell->workbench.operations()->operations().size(), 1);
        // The row goes when the engine says so, and nothing inherits the selection.
        QVERIFY(names().contains(u"db"_s));
        m_fake->remove('b');
        m_fake->tell("destroy", 'b');
        QTRY_VERIFY(!names().contains(u"db"_s));
        QCOMPARE(tree()->selectedIds(), QStringList());
        QVERIFY(tree()->currentIndex().isValid());
        press(Qt::Key_Delete);
        QVERIFY(!m_shell->find<QDialog>(u"removeContainers"_s));
    }

    void rename()
    {
        click('d');
        m_shell->action(u"container.rename"_s)->trigger();
        QDialog *box = dialog(u"renameContainer"_s);
        QVERIFY(box);
        auto *name = box->findChild<QLineEdit *>(u"name"_s);
        auto *verb = box->findChild<QPushButton *>(u"rename"_s);
        auto *problem = box->findChild<QLabel *>(u"problem"_s);
        QTRY_VERIFY(name->hasFocus());
        QCOMPARE(name->selectedText(), u"alone"_s);
        QTest::keyClicks(name, u"shop-web-1"_s);
        QVERIFY(!verb->isEnabled());
        QCOMPARE(problem->text(), u"Another container has this name."_s);
        name->selectAll();
        QTest::keyClicks(name, u"no spaces"_s);
        QVERIFY(!verb->isEnabled());
        QVERIFY(problem->heightForWidth(problem->width()) > problem->fontMetrics().height());
        QTRY_VERIFY(problem->height() >= problem->heightForWidth(problem->width()));

        m_fake->refuse('d', "rename", "the name is <i>reserved</i>", 409);
        name->selectAll();
        QTest::keyClicks(name, u"apart"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(problem->text().contains(u"the name is <i>reserved</i>"_s));
        QCOMPARE(problem->textFormat(), Qt::PlainText);
        QCOMPARE(name->text(), u"apart"_s);
        QVERIFY(box->isVisible());
        QVERIFY(names().contains(u"alone"_s));

        m_fake->accept('d', "rename");
        QTest::mouseClick(verb, Qt::LeftButton);
        QTRY_VERIFY(!m_shell->find<QDialog>(u"renameContainer"_s));
        QVERIFY(m_fake->changes().last().endsWith("/rename?name=apart"));
        m_fake->setName('d', u"apart"_s);
        m_fake->tell("rename", 'd');
        QTRY_VERIFY(names().contains(u"apart"_s));
        QCOMPARE(tree()->selectedIds(), ids("d"));
    }

    void copies()
    {
        click('a');
        m_shell->action(u"container.copyId"_s)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), QString(64, u'a'));
        click('b', Qt::ControlModifier);
        m_shell->action(u"container.copyName"_s)->trigger();
        QStringList copied = QApplication::clipboard()->text().split(u'\n');
        copied.sort();
        QCOMPARE(copied, (QStringList{u"shop-db-1"_s, u"shop-web-1"_s}));
    }

    void contextMenuHasTheSameActions()
    {
        click('a');
        const QRect row = tree()->visualRect(index('a'));
        Q_EMIT tree()->customContextMenuRequested(row.center());
        auto *menu = m_shell->find<QMenu>(u"containerMenu"_s);
        QVERIFY(menu && menu->isVisible());
        QVERIFY(menu->actions().contains(m_shell->action(u"container.stop"_s)));
        QVERIFY(menu->actions().contains(m_shell->action(u"container.remove"_s)));
        menu->close();
    }

    void removingNamesEveryContainerAndWhichArePaused()
    {
        for (char digit = 'e'; digit < 'e' + 12; ++digit)
            m_fake->add(digit, u"many-%1"_s.arg(QLatin1Char(digit)), u"web:1"_s,
                        digit == 'e' ? u"Up 1 hour (Paused)"_s : u"Created"_s);
        m_shell->workbench.engine()->refresh();
        QTRY_COMPARE(m_shell->workbench.engine()->containers()->size(), 16);
        const QStringList ids = m_shell->workbench.engine()->containers()->containers().keys();
        RemoveContainersDialog::ask(&m_shell->workbench, ids, &m_shell->window);
        QDialog *question = dialog(u"removeContainers"_s);
        QVERIFY(question);
        auto *all = question->findChild<QPlainTextEdit *>(u"nameList"_s);
        QVERIFY(all && all->isVisible());
        QCOMPARE(all->toPlainText().split(u'\n').size(), 16);
        QVERIFY(all->toPlainText().contains(u"• many-e, which is paused and will be killed\n• many-f\n"_s));
        QVERIFY(!question->findChild<QLabel *>(u"consequence"_s)->text().contains(u"many"_s));
        QTRY_VERIFY(question->findChild<QPushButton *>(u"cancel"_s)->hasFocus());
        question->reject();
    }
};

QTEST_MAIN(TestContainerActions)
#include "tst_containeractions.moc"
