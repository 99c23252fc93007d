// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "driver.h"
#include "lab/labenvironment.h"
#include "logs/logview.h"
#include "look/banner.h"
#include "run/pulldialog.h"
#include "run/rundialog.h"
#include "shellprobe.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Runs containers, pulls images and checks ports by the window, on a real engine.
class TestRunContainer : public QObject, private ShellFiles
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        beginShells();
        removeAll();
        m_shell.emplace(stateFile());
        m_shell->window.resize(1440, 880);
        m_shell->workbench.engine()->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
        QTRY_VERIFY(m_shell->isConnected());
    }

    void cleanup()
    {
        for (QDialog *dialog : m_shell->window.findChildren<QDialog *>())
            delete dialog;
        removeAll();
    }

    void cleanupTestCase() { m_shell.reset(); }

    void aShortCommandShowsItsOutput()
    {
        QVERIFY(Driver::clickButton(u"Run container"_s));
        QTRY_VERIFY(edit(u"Image"_s));
        QVERIFY(edit(u"Image"_s)->hasFocus());
        QVERIFY(!button(u"run"_s)->isEnabled());
        QVERIFY2(preview().endsWith(u"run IMAGE"_s), qPrintable(preview()));
        fill(u"Image"_s, Lab::image(Lab::Image::Busybox));
        fill(u"Command"_s, u"sh -c 'echo Bonjour $((40 + 2))'"_s);
        fill(u"Name"_s, u"guirun-hello"_s);
        QVERIFY(preview().contains(u"run --name guirun-hello"_s));
        QVERIFY2(preview().contains(u"sh -c 'echo Bonjour $((40 + 2))'"_s), qPrintable(preview()));
        QTRY_VERIFY(label(u"imageHint"_s).contains(u"On the engine"_s));
        Driver::click(button(u"run"_s));
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(Driver::find<LogView>(u"Log"_s));
        QTRY_VERIFY(Driver::text(Driver::find<LogView>(u"Log"_s)).contains(u"Bonjour 42"_s));
        QTRY_COMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.ExitCode}}"_s, u"guirun-hello"_s}).output, u"0"_s);
    }

    void aTerminalIsAskedFor()
    {
        QSignalSpy asked(&m_shell->workbench, &Workbench::attachTerminalRequested);
        open();
        fill(u"Image"_s, Lab::image(Lab::Image::Busybox));
        fill(u"Command"_s, u"sh"_s);
        fill(u"Name"_s, u"guirun-sh"_s);
        Driver::click(dialog()->findChild<QCheckBox *>(u"terminal"_s), QPoint(8, 8));
        QVERIFY2(preview().contains(u"run -it "_s), qPrintable(preview()));
        QTest::keyClick(edit(u"Name"_s), Qt::Key_Return);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.Config.Tty}} {{.State.Running}}"_s, u"guirun-sh"_s}).output,
                 u"true true"_s);
    }

    void aFailingStartKeepsTheForm()
    {
        open();
        fill(u"Image"_s, Lab::image(Lab::Image::Busybox));
        fill(u"Command"_s, u"nosuchprogram --odd"_s);
        fill(u"Name"_s, u"guirun-bad"_s);
        Driver::click(button(u"run"_s));
        auto *banner = dialog()->findChild<Banner *>(u"failure"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY2(banner->accessibleDescription().contains(u"nosuchprogram"_s),
                 qPrintable(banner->accessibleDescription()));
        QCOMPARE(edit(u"Command"_s)->text(), u"nosuchprogram --odd"_s);
        QCOMPARE(edit(u"Name"_s)->text(), u"guirun-bad"_s);
        // Once the list has heard that the container is gone.
        QTRY_VERIFY(button(u"run"_s)->isEnabled());
        fill(u"Command"_s, u"true"_s);
        Driver::click(button(u"run"_s));
        QTRY_VERIFY(!dialog());
    }

    void aPastedLineFillsTheForm()
    {
        open();
        QApplication::clipboard()->setText(
            u"docker run --rm -m 64m -e MODE=dev -e API_KEY=geheim -p 18490:80 --gpus all "_s
            + Lab::image(Lab::Image::Busybox) + u" sleep 30"_s);
        Driver::click(button(u"pasteLine"_s));
        QTRY_VERIFY(Driver::find<QPlainTextEdit>(u"docker run line"_s));
        const auto notices = [] {
            auto *paste = Driver::findIf<QDialog>([](const QDialog *d) { return d->objectName() == "runLine"_L1; });
            return paste->findChild<QLabel *>(u"notices"_s)->text();
        };
        QVERIFY(notices().contains(u"--gpus all"_s));
        QVERIFY(Driver::clickButton(u"Fill the form"_s));
        QTRY_COMPARE(edit(u"Image"_s)->text(), Lab::image(Lab::Image::Busybox));
        QCOMPARE(edit(u"Command"_s)->text(), u"sleep 30"_s);
        QCOMPARE(edit(u"Ports"_s)->text(), u"18490:80"_s);
        QCOMPARE(edit(u"Memory"_s)->text(), u"64m"_s);
        QCOMPARE(edit(u"Variable 1, name"_s)->text(), u"MODE"_s);
        QCOMPARE(edit(u"Variable 2, value"_s)->echoMode(), QLineEdit::Password);
        QVERIFY(!preview().contains(u"geheim"_s) && preview().contains(u"-e API_KEY "_s));
        QVERIFY(dialog()->findChild<Banner *>(u"failure"_s)->accessibleDescription().contains(u"--gpus all"_s));
        fill(u"Name"_s, u"guirun-pasted"_s);
        Driver::click(button(u"run"_s));
        QTRY_VERIFY(!dialog());
        QCOMPARE(Lab::docker(
                     {u"inspect"_s, u"-f"_s, u"{{.HostConfig.Memory}} {{index .Config.Env 1}}"_s, u"guirun-pasted"_s})
                     .output,
                 u"67108864 API_KEY=geheim"_s);
        for (const Operation *operation : m_shell->workbench.operations()->operations())
            QVERIFY(!operation->commandLine().contains(u"geheim"_s));
    }

    void moreByKeyboard()
    {
        open();
        QVERIFY(!edit(u"Memory"_s));
        auto *more = button(u"more"_s);
        for (int i = 0; i < 20 && !more->hasFocus(); ++i)
            QTest::keyClick(dialog()->windowHandle(), Qt::Key_Tab);
        QVERIFY(more->hasFocus());
        QTest::keyClick(dialog()->windowHandle(), Qt::Key_Space);
        QTRY_VERIFY(edit(u"Variable 1, name"_s));
        QTest::keyClick(dialog()->windowHandle(), Qt::Key_Tab);
        QVERIFY(edit(u"Variable 1, name"_s)->hasFocus());
        Driver::type(u"MODE"_s);
        QTest::keyClick(dialog()->windowHandle(), Qt::Key_Tab);
        Driver::type(u"dev"_s);
        QVERIFY2(preview().contains(u"-e MODE=dev"_s), qPrintable(preview()));
        // Who scrolls on does not choose on the way.
        auto *network = Driver::find<QComboBox>(u"Network"_s);
        QWheelEvent wheel(QPointF(5, 5), network->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(network, &wheel);
        QCOMPARE(network->currentText(), QString());
        // Another row has come, and it is next.
        QTest::keyClick(dialog()->windowHandle(), Qt::Key_Tab);
        QTest::keyClick(dialog()->windowHandle(), Qt::Key_Tab);
        QVERIFY(edit(u"Variable 2, name"_s)->hasFocus());
        QTest::keyClick(dialog()->windowHandle(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
    }

    void aFileOfVariablesIsImported()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u".env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# of the course\nMODE=dev\nAPI_KEY='geheim'\nno variable\n");
        file.close();
        open();
        Driver::click(button(u"more"_s));
        QTRY_VERIFY(edit(u"Variable 1, name"_s));
        QTest::keyClicks(edit(u"Variable 1, name"_s), u"MODE"_s);
        QTest::keyClicks(edit(u"Variable 1, value"_s), u"live"_s);
        Driver::click(button(u"importEnv"_s));
        auto *files = dialog()->findChild<QFileDialog *>(u"envFile"_s);
        QVERIFY(files);
        auto *name = files->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(file.fileName());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(label(u"imported"_s).contains(u"2 variable"_s));
        QVERIFY(label(u"imported"_s).contains(u"no variable"_s));
        QCOMPARE(edit(u"Variable 1, value"_s)->text(), u"dev"_s);
        QCOMPARE(edit(u"Variable 2, name"_s)->text(), u"API_KEY"_s);
        QCOMPARE(edit(u"Variable 2, value"_s)->text(), u"geheim"_s);
        QCOMPARE(edit(u"Variable 2, value"_s)->echoMode(), QLineEdit::Password);
    }

    void rowsAreNumberedAnewWhenOneIsRemoved()
    {
        open();
        Driver::click(button(u"more"_s));
        for (const QString &number : {u"1"_s, u"2"_s, u"3"_s}) {
            QTRY_VERIFY(edit(u"Variable %1, name"_s.arg(number)));
            edit(u"Variable %1, name"_s.arg(number))->setText(u"V"_s + number);
        }
        edit(u"Variable 2, name"_s)->parentWidget()->findChild<QToolButton *>(u"pairRemove"_s)->click();
        const auto named = [this](const QString &name) {
            QStringList texts;
            const QList<QLineEdit *> fields = dialog()->findChildren<QLineEdit *>(u"pairName"_s);
            for (const QLineEdit *field : fields) {
                if (field->accessibleName() == name && field->isVisible())
                    texts << field->text();
            }
            return texts;
        };
        QCOMPARE(named(u"Variable 1, name"_s), QStringList(u"V1"_s));
        QCOMPARE(named(u"Variable 2, name"_s), QStringList(u"V3"_s));
        QTRY_COMPARE(named(u"Variable 3, name"_s), QStringList(QString()));
        QCOMPARE(named(u"Variable 4, name"_s), QStringList());
    }

    void noneOfManyVariablesIsLost()
    {
        constexpr int many = 1000;
        QString words;
        for (int i = 0; i < many; ++i)
            words += u"-e V%1=%1 -l L%1=%1 "_s.arg(i);
        open();
        QApplication::clipboard()->setText(u"docker run --name guirun-many "_s + words + Lab::image(Lab::Image::Busybox)
                                           + u" true"_s);
        Driver::click(button(u"pasteLine"_s));
        QTRY_VERIFY(Driver::find<QPlainTextEdit>(u"docker run line"_s));
        QVERIFY(Driver::clickButton(u"Fill the form"_s));
        QTRY_COMPARE(edit(u"Name"_s)->text(), u"guirun-many"_s);
        const QList<QLabel *> notes = dialog()->findChildren<QLabel *>(u"pairNote"_s);
        QCOMPARE(notes.size(), 2);
        for (const QLabel *note : notes)
            QCOMPARE(note->text(), u"And 700 more, used but not listed here."_s);

        // One of those without a row is given another value.
        const QTemporaryDir folder;
        QFile file(folder.filePath(u".env"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("V999=other\nV1000=new\n");
        file.close();
        button(u"importEnv"_s)->click(); // far below
        auto *name = dialog()->findChild<QFileDialog *>(u"envFile"_s)->findChild<QLineEdit *>(u"fileNameEdit"_s);
        name->setText(file.fileName());
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(label(u"imported"_s).contains(u"2 variable"_s));
        QTRY_VERIFY(button(u"run"_s)->isEnabled());
        Driver::click(button(u"run"_s));
        QTRY_VERIFY(!dialog());
        const QStringList made
            = Lab::docker({u"inspect"_s, u"-f"_s, u"{{len .Config.Labels}} {{range .Config.Env}}{{.}} {{end}}"_s,
                           u"guirun-many"_s})
                  .output.split(u' ');
        QVERIFY(made.first().toInt() >= many);
        for (int i = 0; i < many - 1; ++i)
            QVERIFY2(made.contains(u"V%1=%1"_s.arg(i)), qPrintable(QString::number(i)));
        QVERIFY(made.contains(u"V999=other"_s) && !made.contains(u"V999=999"_s));
        QVERIFY(made.contains(u"V1000=new"_s));
    }

    void anImageIsRunFromItsRow()
    {
        m_shell->window.showPage(u"images"_s);
        auto *table = m_shell->find<QAbstractItemView>(u"imagesTable"_s);
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QVERIFY(!m_shell->action(u"images.run"_s)->isEnabled() || table->selectionModel()->hasSelection());
        const QModelIndex row = Driver::findRow(table->model(), Lab::image(Lab::Image::Busybox) + u":latest"_s);
        QVERIFY(row.isValid());
        table->setCurrentIndex(row);
        QTRY_VERIFY(m_shell->action(u"images.run"_s)->isEnabled());
        QVERIFY(Driver::clickButton(u"Run…"_s));
        QTRY_VERIFY(dialog());
        QCOMPARE(edit(u"Image"_s)->text(), Lab::image(Lab::Image::Busybox) + u":latest"_s);
        m_shell->window.showPage(u"containers"_s);
    }

    void takenPortsAreToldBeforeTheStart()
    {
        QVERIFY(Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, u"guirun-holder"_s, u"-p"_s, u"8000:80"_s,
                             Lab::image(Lab::Image::Busybox)})
                    .ok());
        open();
        // What the image exposes is suggested, at a port that is free.
        fill(u"Image"_s, Lab::image(Lab::Image::Api));
        QTRY_COMPARE(edit(u"Ports"_s)->text(), u"8001:8000"_s);
        fill(u"Ports"_s, u"8000:8000"_s);
        QTRY_VERIFY(label(u"portHint"_s).contains(u"guirun-holder"_s));
        Driver::click(button(u"movePorts"_s));
        QCOMPARE(edit(u"Ports"_s)->text(), u"8001:8000"_s);
        QTcpServer program;
        QVERIFY(program.listen(QHostAddress::Any));
        fill(u"Ports"_s, u"%1:80"_s.arg(program.serverPort()));
        QTRY_VERIFY(label(u"portHint"_s).contains(u"program"_s));
        fill(u"Ports"_s, u"8080:80 nonsense"_s);
        QVERIFY2(preview().contains(u" -p 8080:80 -p nonsense "_s), qPrintable(preview()));
        QVERIFY(label(u"problem"_s).contains(u"nonsense"_s));
        QVERIFY(!button(u"run"_s)->isEnabled());
    }

    void aPortIsChecked()
    {
        open();
        fill(u"Image"_s, Lab::image(Lab::Image::Api));
        fill(u"Name"_s, u"guirun-api"_s);
        QTRY_COMPARE(edit(u"Ports"_s)->text(), u"8000:8000"_s);
        Driver::click(button(u"run"_s));
        QTRY_VERIFY(!dialog());
        QTRY_VERIFY(Driver::find<LogView>(u"Log"_s));
        QTRY_VERIFY(Driver::text(Driver::find<LogView>(u"Log"_s)).contains(u"Uvicorn running"_s));
        auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
        tabs->setCurrentIndex(ContainerDetailsPane::OverviewTab);
        QTRY_VERIFY(Driver::find<QLineEdit>(u"Path to check"_s));
        auto *path = Driver::find<QLineEdit>(u"Path to check"_s);
        path->selectAll();
        QTest::keyClicks(path, u"/health"_s);
        QVERIFY(Driver::clickButton(u"Check"_s));
        auto *body = m_shell->find<QPlainTextEdit>(u"checkBody"_s);
        QTRY_VERIFY(body->isVisible());
        QVERIFY2(body->toPlainText().contains(u"\"status\": \"ok\""_s), qPrintable(body->toPlainText()));
        QVERIFY(m_shell->find<QLabel>(u"checkResult"_s)->text().startsWith(u"200 OK"_s));
        QVERIFY(m_shell->find<QLabel>(u"checkDetail"_s)->text().contains(u"application/json"_s));
        const Operation *check = m_shell->workbench.operations()->operations().last();
        QCOMPARE(check->commandLine(), u"curl -i http://localhost:8000/health"_s);
        QCOMPARE(check->state(), Operation::State::Succeeded);
        path->selectAll();
        QTest::keyClicks(path, u"/health?api_key=s3cret&page=2"_s);
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY(m_shell->workbench.operations()->operations().last() != check);
        check = m_shell->workbench.operations()->operations().last();
        QVERIFY2(check->commandLine().contains(u"page=2"_s), qPrintable(check->commandLine()));
        QVERIFY2(!check->commandLine().contains(u"s3cret"_s), qPrintable(check->commandLine()));
        QTRY_COMPARE(check->state(), Operation::State::Succeeded);
        path->selectAll();
        QTest::keyClicks(path, u"/missing"_s);
        QTest::keyClick(path, Qt::Key_Return);
        QTRY_VERIFY(m_shell->find<QLabel>(u"checkResult"_s)->text().startsWith(u"404"_s));
    }

    void aPullThatFailsKeepsItsName()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QString image = u"127.0.0.1:%1/x:1"_s.arg(gone.serverPort());
        gone.close();
        m_shell->action(u"images.pull"_s)->trigger();
        QTRY_VERIFY(m_shell->window.findChild<PullDialog *>());
        auto *pull = m_shell->window.findChild<PullDialog *>();
        QTRY_VERIFY(edit(u"Image"_s));
        fill(u"Image"_s, u"No Image"_s);
        QVERIFY(!pull->findChild<QPushButton *>(u"pull"_s)->isEnabled());
        fill(u"Image"_s, image);
        QTest::keyClick(edit(u"Image"_s), Qt::Key_Return);
        auto *banner = pull->findChild<Banner *>(u"failure"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleDescription().contains(u"connection refused"_s));
        const auto *bar = m_shell->find<Banner>(u"failureBar"_s);
        QVERIFY(!bar->isVisible() || !bar->accessibleDescription().contains(u"127.0.0.1"_s)); // it is said once
        QCOMPARE(edit(u"Image"_s)->text(), image);
        QTest::keyClick(pull, Qt::Key_Escape);
        QTRY_VERIFY(!m_shell->window.findChild<PullDialog *>());
    }

    void aRunThatPullsCanBeCancelled()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        open();
        fill(u"Image"_s, u"127.0.0.1:%1/x:1"_s.arg(silent.serverPort()));
        QTRY_VERIFY(label(u"imageHint"_s).contains(u"it is pulled"_s));
        fill(u"Name"_s, u"guirun-cancel"_s);
        Driver::click(button(u"run"_s));
        QTRY_VERIFY(silent.hasPendingConnections());
        QVERIFY(label(u"pullWords"_s).contains(u"127.0.0.1"_s));
        QVERIFY(!button(u"run"_s)->isEnabled());
        Driver::click(button(u"cancel"_s));
        QTRY_VERIFY(button(u"run"_s)->isEnabled());
        QVERIFY(dialog());
        QCOMPARE(edit(u"Name"_s)->text(), u"guirun-cancel"_s);
    }

private:
    RunDialog *dialog() const { return m_shell->window.findChild<RunDialog *>(); }
    void open()
    {
        m_shell->action(u"container.run"_s)->trigger();
        QVERIFY(dialog());
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
        QTRY_VERIFY(edit(u"Image"_s) && edit(u"Image"_s)->hasFocus());
    }
    static QLineEdit *edit(const QString &name) { return Driver::find<QLineEdit>(name); }
    QPushButton *button(const QString &name) const { return dialog()->findChild<QPushButton *>(name); }
    QString label(const QString &name) const { return dialog()->findChild<QLabel *>(name)->text(); }
    QString preview() const { return label(u"preview"_s); }
    /// As by typing: a list of suggestions does not stay open.
    static void fill(const QString &name, const QString &text)
    {
        QLineEdit *field = edit(name);
        QVERIFY2(field, qPrintable(name));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_End);
        if (QWidget *popup = QApplication::activePopupWidget())
            popup->close();
        QCOMPARE(field->text(), text);
    }
    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name=guirun-"_s})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids);
    }

    std::optional<Shell> m_shell;
};

QTEST_MAIN(TestRunContainer)
#include "tst_runcontainer.moc"
