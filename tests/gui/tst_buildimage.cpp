// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "build/builddialog.h"
#include "build/buildstepmodel.h"
#include "build/dockerfileview.h"
#include "lab/labenvironment.h"
#include "look/banner.h"
#include "look/label.h"
#include "look/tableview.h"
#include "shellprobe.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTextBlock>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
const QString tag = u"gantry-gui-build"_s;

} // namespace

/// "Build image" in front of a real engine, by mouse and by keyboard.
class TestBuildImage : public QObject, private ShellFiles
{
    Q_OBJECT

    std::unique_ptr<Shell> m_shell;
    std::unique_ptr<QTemporaryDir> m_project;
    QPointer<BuildDialog> m_dialog;
    int m_number = 0;

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_project->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QByteArray dockerfile(const QByteArray &rest)
    {
        const QByteArray nonce
            = QByteArray::number(QDateTime::currentMSecsSinceEpoch()) + QByteArray::number(++m_number);
        return "FROM " + Lab::image(Lab::Image::Busybox).toUtf8() + " AS base\nLABEL nonce=" + nonce + "\n" + rest;
    }

    template <typename T> T *part(const QString &name) const { return m_dialog->findChild<T *>(name); }
    QLineEdit *field(const QString &name) const { return part<QLineEdit>(name); }
    QPushButton *button(const QString &name) const { return part<QPushButton>(name); }
    QString said(const QString &name) const { return part<QLabel>(name)->text(); }
    TableView *steps() const { return part<TableView>(u"buildSteps"_s); }

    QString notice() const
    {
        QStringList texts;
        auto *banner = part<Banner>(u"buildNotice"_s);
        const QList<Label *> labels = banner->isVisible() ? banner->findChildren<Label *>() : QList<Label *>();
        for (const Label *label : labels)
            texts << label->text();
        return texts.join(u' ');
    }

    QString cell(int row, int column) const { return steps()->model()->index(row, column).data().toString(); }

    int rowOfLine(int line) const
    {
        for (int row = 0; row < steps()->model()->rowCount(); ++row) {
            if (cell(row, BuildStepModel::LineColumn) == QString::number(line))
                return row;
        }
        return -1;
    }

    void open()
    {
        m_shell->window.showPage(u"images"_s);
        QPushButton *build = buttonNamed(m_shell->find<QWidget>(u"images"_s), u"Build image"_s);
        QVERIFY(build);
        QTRY_VERIFY(build->isVisible() && build->isEnabled());
        QTest::mouseClick(build, Qt::LeftButton);
        take();
    }

    void take()
    {
        QTRY_VERIFY(m_shell->window.findChild<BuildDialog *>());
        m_dialog = m_shell->window.findChild<BuildDialog *>();
        QTRY_VERIFY(m_dialog->isVisible());
    }

    /// Types as a user does.
    void fill(const QString &name, const QString &text) const
    {
        field(name)->setFocus();
        field(name)->selectAll();
        QTest::keyClicks(field(name), text);
    }

    void build() const
    {
        QTRY_VERIFY2(button(u"build"_s)->isEnabled(), qPrintable(said(u"buildPhase"_s)));
        QTest::mouseClick(button(u"build"_s), Qt::LeftButton);
        QVERIFY(!button(u"build"_s)->isEnabled());
    }

    /// Where the verb of a usual dialog stands.
    static bool verbIsFirst()
    {
        QDialogButtonBox usual;
        const QPushButton *cancel = usual.addButton(QDialogButtonBox::Cancel);
        const QPushButton *verb = usual.addButton(u"Verb"_s, QDialogButtonBox::AcceptRole);
        usual.show();
        return verb->x() < cancel->x();
    }

    void awaitEnd() const { QTRY_VERIFY_WITH_TIMEOUT(!notice().isEmpty(), patience); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        beginShells();
        m_shell = std::make_unique<Shell>(stateFile());
        m_shell->window.resize(1440, 880);
        EndpointDiscovery::Found found;
        found.endpoints = {*Endpoint::parse(Lab::dockerHost())};
        found.explicitly = true;
        m_shell->workbench.engine()->start(found);
        QTRY_VERIFY_WITH_TIMEOUT(m_shell->isConnected(), patience);
    }

    void init() { m_project = std::make_unique<QTemporaryDir>(); }

    void cleanup() { delete m_dialog; }

    void cleanupTestCase()
    {
        m_shell.reset();
        if (Lab::isUp())
            Lab::docker({u"rmi"_s, u"--force"_s, tag});
    }

    void anImageIsBuiltByMouse()
    {
        write(u"Dockerfile"_s,
              dockerfile("COPY hello.txt /\nRUN echo said by a step\nCMD [\"cat\", \"/hello.txt\"]\n"));
        write(u"hello.txt"_s, "bonjour\n");
        open();
        QVERIFY(!button(u"build"_s)->isEnabled());
        QVERIFY(said(u"buildPhase"_s).isEmpty());
        QVERIFY(!button(u"run"_s)->isEnabled());
        QCOMPARE(field(u"buildFolder"_s)->accessibleName(), u"Build folder"_s);
        QCOMPARE(field(u"tag"_s)->accessibleName(), u"Tag"_s);
        fill(u"buildFolder"_s, m_project->path());
        QTRY_VERIFY2(said(u"buildContext"_s).startsWith(u"Sends 2 file"_s), qPrintable(said(u"buildContext"_s)));
        QVERIFY(!field(u"tag"_s)->text().isEmpty());
        fill(u"tag"_s, tag);
        QVERIFY2(said(u"preview"_s).endsWith(u" build --tag "_s + tag + u' ' + m_project->path()),
                 qPrintable(said(u"preview"_s)));
        build();
        awaitEnd();
        QVERIFY2(notice().contains(u"Built "_s + tag), qPrintable(notice()));
        const int step = rowOfLine(4);
        QVERIFY(step >= 0);
        QCOMPARE(cell(step, BuildStepModel::StateColumn), u"done"_s);
        QVERIFY(cell(step, BuildStepModel::TimeColumn) != u"–"_s);
        steps()->selectRow(step);
        QTRY_VERIFY(part<QPlainTextEdit>(u"stepOutput"_s)->toPlainText().contains(u"said by a step"_s));
        QCOMPARE(part<DockerfileView>(u"dockerfileText"_s)->textCursor().block().text(),
                 u"4  RUN echo said by a step"_s);
        QCOMPARE(Lab::docker({u"run"_s, u"--rm"_s, tag}).output, u"bonjour"_s);

        QSignalSpy run(&m_shell->workbench, &Workbench::runImageRequested);
        QVERIFY(button(u"run"_s)->isEnabled());
        QTest::mouseClick(button(u"run"_s), Qt::LeftButton);
        QCOMPARE(run.size(), 1);
        QCOMPARE(run.first().first().toString(), tag);
        QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void aFailureOpensTheStepAndKeepsWhatWasTyped()
    {
        write(u"Dockerfile"_s, dockerfile("RUN echo fine\nRUN echo why && exit 3\n"));
        m_shell->workbench.openPath(m_project->path()); // as when the folder is dropped on the window
        take();
        QCOMPARE(field(u"buildFolder"_s)->text(), m_project->path());
        fill(u"tag"_s, tag);
        QTest::keyClick(field(u"tag"_s), Qt::Key_Return);
        QTRY_VERIFY(!button(u"build"_s)->isEnabled() || !notice().isEmpty());
        awaitEnd();
        QVERIFY2(notice().contains(u"line 4 of Dockerfile failed"_s), qPrintable(notice()));
        QCOMPARE(cell(steps()->currentIndex().row(), BuildStepModel::LineColumn), u"4"_s);
        QCOMPARE(cell(steps()->currentIndex().row(), BuildStepModel::StateColumn), u"failed"_s);
        QVERIFY(part<QPlainTextEdit>(u"stepOutput"_s)->toPlainText().startsWith(u"why\n"_s));
        auto *text = part<DockerfileView>(u"dockerfileText"_s);
        QCOMPARE(text->textCursor().block().text(), u"4  RUN echo why && exit 3"_s);
        QCOMPARE(text->extraSelections().size(), 1);
        QCOMPARE(field(u"tag"_s)->text(), tag);
        QCOMPARE(field(u"buildFolder"_s)->text(), m_project->path());
        QVERIFY(!button(u"run"_s)->isEnabled());
        QCOMPARE(button(u"cancel"_s)->text(), u"Close"_s);
        // As in "Pull image" and "Run container" beside it.
        QCOMPARE(button(u"build"_s)->x() < button(u"cancel"_s)->x(), verbIsFirst());

        // Repaired and built again from the same form.
        write(u"Dockerfile"_s, dockerfile("RUN echo fine\n"));
        write(u"second.txt"_s, "2");
        m_shell->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_shell->window));
        m_dialog->activateWindow();
        QTRY_VERIFY2(said(u"buildContext"_s).startsWith(u"Sends 2 file"_s), qPrintable(said(u"buildContext"_s)));
        write(u"third.txt"_s, "3");
        build();
        QTRY_VERIFY2(said(u"buildContext"_s).startsWith(u"Sends 3 file"_s), qPrintable(said(u"buildContext"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(notice().contains(u"Built "_s + tag), patience);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void aBuildIsCancelledByKey()
    {
        write(u"Dockerfile"_s, dockerfile("RUN echo begun && sleep 100\n"));
        m_shell->workbench.openPath(m_project->filePath(u"Dockerfile"_s));
        take();
        fill(u"tag"_s, tag);
        build();
        QTRY_VERIFY_WITH_TIMEOUT(part<QPlainTextEdit>(u"stepOutput"_s)->toPlainText().contains(u"begun"_s), patience);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        awaitEnd();
        QVERIFY2(notice().contains(u"was cancelled"_s), qPrintable(notice()));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(button(u"build"_s)->isEnabled());
    }

    void whatIsWrongIsSaidBeforeTheBuild()
    {
        open();
        fill(u"buildFolder"_s, m_project->path());
        QTRY_VERIFY(said(u"buildContext"_s).contains(u"no file “Dockerfile”"_s));
        QVERIFY(!button(u"build"_s)->isEnabled());
        QVERIFY(button(u"build"_s)->toolTip().contains(u"Dockerfile"_s));
        write(u"Dockerfile"_s, dockerfile("FROM base AS second\n"));
        fill(u"dockerfile"_s, u"Dockerfile"_s);
        QTRY_VERIFY(button(u"build"_s)->isEnabled());
        auto *target = part<QComboBox>(u"target"_s);
        QTRY_COMPARE(target->count(), 2);
        QCOMPARE(target->itemText(1), u"second"_s);
        QVERIFY(target->currentText().isEmpty());
        fill(u"tag"_s, u"-rf"_s);
        QVERIFY(!button(u"build"_s)->isEnabled());
        QVERIFY2(said(u"buildPhase"_s).contains(u"“-rf”"_s), qPrintable(said(u"buildPhase"_s)));
    }

    void secretsStayHidden()
    {
        write(u"Dockerfile"_s, dockerfile("ARG TOKEN\n"));
        open();
        fill(u"buildFolder"_s, m_project->path());
        QTest::mouseClick(button(u"more"_s), Qt::LeftButton);
        QTest::keyClicks(part<QLineEdit>(u"pairName"_s), u"API_TOKEN"_s);
        QTest::keyClicks(part<QLineEdit>(u"pairValue"_s), u"hunter2"_s);
        QVERIFY2(said(u"preview"_s).contains(u"--build-arg API_TOKEN "_s), qPrintable(said(u"preview"_s)));
        QCOMPARE(part<QLineEdit>(u"pairValue"_s)->echoMode(), QLineEdit::Password);
    }
};

QTEST_MAIN(TestBuildImage)
#include "tst_buildimage.moc"
