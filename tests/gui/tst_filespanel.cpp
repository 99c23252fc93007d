// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containers/containertree.h"
#include "driver.h"
#include "files/filedrag.h"
#include "files/filespanel.h"
#include "files/filestree.h"
#include "files/fileview.h"
#include "files/pictureview.h"
#include "lab/labenvironment.h"
#include "look/banner.h"
#include "look/codeview.h"
#include "look/label.h"
#include "operations/operationlog.h"
#include "shell/page.h"
#include "shellprobe.h"
#include "spillfile.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The Files tab in the window, by key and mouse, on containers of a real engine.
class TestFilesPanel : public QObject, private ShellFiles
{
    Q_OBJECT

    std::optional<Shell> m_shell;
    QString m_running;
    QString m_stopped;

    static QString idOf(const Lab::CommandResult &made)
    {
        if (!made.ok())
            qWarning("%s", qPrintable(made.error));
        return made.output.section(u'\n', -1);
    }
    static QString sh(const QString &container, const QString &script)
    {
        return Lab::docker({u"exec"_s, container, u"sh"_s, u"-c"_s, script}).output;
    }
    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name=gui-files"_s})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids);
    }

    QTabBar *details() const { return m_shell->find<QTabBar>(u"detailTabs"_s); }
    FilesPanel *panel() const { return m_shell->find<FilesPanel>(u"filesPanel"_s); }
    FilesTree *tree() const { return panel()->tree(); }
    FileTreeModel *model() const { return panel()->model(); }
    QLineEdit *path() const { return m_shell->find<QLineEdit>(u"filesPath"_s); }
    CodeView *text() const { return m_shell->find<CodeView>(u"fileText"_s); }
    QString foot() const { return m_shell->find<Label>(u"filesFoot"_s)->text(); }
    QStringList shown() const
    {
        QStringList names;
        const QModelIndex root = tree()->rootIndex();
        for (int row = 0; row < model()->rowCount(root); ++row)
            names << model()->index(row, 0, root).data().toString();
        return names;
    }
    QModelIndex index(const QByteArray &name) const
    {
        bool found = false;
        const QModelIndex index = model()->indexOf(pathIn(panel()->shownFolder(), name), &found);
        return found ? index : QModelIndex();
    }
    void show(const QString &id)
    {
        auto *list = m_shell->find<ContainerTree>(u"containersTree"_s);
        QTRY_VERIFY(list->select(id));
        m_shell->window.activateWindow();
        list->setFocus();
        QTRY_VERIFY(list->hasFocus());
        QTRY_VERIFY(details()->isVisible());
        QTest::keyClick(list, Qt::Key_F);
        QTRY_VERIFY(panel() && panel()->isVisible());
        QTRY_COMPARE(model()->host().id, id);
        QTRY_VERIFY(!shown().isEmpty());
    }
    void goTo(const QString &folder)
    {
        path()->setFocus();
        path()->selectAll();
        QTest::keyClicks(path(), folder);
        QTest::keyClick(path(), Qt::Key_Return);
    }
    void select(const QByteArray &name) const
    {
        tree()->setCurrentIndex(index(name));
        tree()->setFocus();
    }
    Operation *last() const
    {
        const QList<Operation *> &all = m_shell->workbench.operations()->operations();
        return all.isEmpty() ? nullptr : all.last();
    }
    void drop(const QStringList &files, const QModelIndex &on) const
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &file : files)
            urls << QUrl::fromLocalFile(file);
        data.setUrls(urls);
        const QPoint place
            = on.isValid() ? tree()->visualRect(on).center() : QPoint(20, tree()->viewport()->height() - 4);
        QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(tree()->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent move(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(tree()->viewport(), &move);
        QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(tree()->viewport(), &event);
        QVERIFY(event.isAccepted());
    }
    QString write(const QString &name, const QByteArray &bytes = "x") const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
    }
    static QByteArray content(const QString &name)
    {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
    }

    bool saysOf(const QString &words) const
    {
        const auto *notice = m_shell->find<Banner>(u"filesNotice"_s);
        return notice->isVisible() && notice->accessibleName().contains(words);
    }
    /// Of a container that does not run; "/" is shown.
    void aFolderBelowIsHeld() const
    {
        select("usr");
        QTest::keyClick(tree(), Qt::Key_Right);
        QTRY_VERIFY(saysOf(u"/usr is large"_s));
        buttonNamed(panel(), u"Stop reading"_s)->click();
        QTRY_VERIFY(model()->rowCount(index("usr")) > 0);
        QTRY_VERIFY(saysOf(u"There may be more in /"_s));
        // Once more, to the end.
        QTest::keyClick(tree(), Qt::Key_F5);
        QTRY_VERIFY(saysOf(u"/usr is large"_s));
        buttonNamed(panel(), u"Read on"_s)->click();
        QVERIFY(QTest::qWaitFor([this] { return model()->state(index("usr")).known == FileNode::Known::All; }, 60'000));
        QTRY_VERIFY(saysOf(u"There may be more in /"_s));
        tree()->collapse(index("usr"));
    }
    void aFolderBelowFails() const
    {
        model()->makeFolder("/none");
        tree()->expand(index("none"));
        QTRY_VERIFY(saysOf(u"/none could not be read"_s));
        tree()->collapse(index("none"));
        QTRY_VERIFY(saysOf(u"There may be more in /"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        beginShells();
        removeAll();
        m_running = idOf(Lab::docker({u"run"_s, u"-d"_s, u"--init"_s, u"--name"_s, u"gui-files-busy"_s,
                                      Lab::image(Lab::Image::Busybox), u"sleep"_s, u"600"_s}));
        sh(m_running,
           u"mkdir -p /t/dir/deep '/t/two\nlines'; printf 'hello\nworld\n' > /t/text.txt; printf 12 > /t/-n; "
           "printf 'a\\000b' > /t/binary; ln -s dir /t/link; ln -s text.txt /t/textlink; mkfifo /t/pipe; "
           "printf '<b>bold</b>' > '/t/<b>markup</b>'"_s);
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::red);
        const QString picture = m_folder.filePath(u"p.png"_s);
        QVERIFY(image.save(picture));
        Lab::docker({u"cp"_s, picture, m_running + u":/t/p.png"_s});
        m_stopped = idOf(Lab::docker({u"create"_s, u"--name"_s, u"gui-files-stopped"_s,
                                      Lab::image(Lab::Image::Postgres), u"sleep"_s, u"600"_s}));
        m_shell.emplace(stateFile());
        m_shell->window.resize(1440, 900);
        m_shell->workbench.engine()->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
        QTRY_VERIFY(m_shell->isConnected());
    }

    void cleanupTestCase()
    {
        m_shell.reset();
        removeAll();
    }

    void itIsMadeWhenItIsFirstShown()
    {
        QTRY_VERIFY(m_shell->find<ContainerTree>(u"containersTree"_s)->select(m_running));
        QVERIFY(!panel());
        show(m_running);
        QVERIFY(panel());
        QTRY_VERIFY(tree()->hasFocus());
    }

    void itHasItsNamesForOthers()
    {
        show(m_running);
        QAccessibleInterface *files = QAccessible::queryAccessibleInterface(tree());
        QCOMPARE(files->role(), QAccessible::Tree);
        QCOMPARE(files->text(QAccessible::Name), u"Files"_s);
        QCOMPARE(path()->accessibleName(), u"Path"_s);
        QCOMPARE(m_shell->find<QToolButton>(u"filesUp"_s)->accessibleName(), u"The folder above"_s);
        QVERIFY(Driver::findButton(u"Read again"_s));
        QVERIFY(buttonNamed(panel(), u"Save…"_s));
    }

    void foldersAreWalkedByKey()
    {
        const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        show(m_running);
        goTo(u"/"_s);
        QTRY_VERIFY(shown().contains(u"t"_s));
        select("t");
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_COMPARE(panel()->shownFolder(), "/t");
        QTRY_VERIFY(shown().contains(u"text.txt"_s));
        QCOMPARE(path()->text(), u"/t"_s);
        QVERIFY2(shown().contains(u"link → dir"_s), qPrintable(shown().join(u'|')));
        const QModelIndex file = index("-n");
        QCOMPARE(file.siblingAtColumn(FileTreeModel::ModeColumn).data().toString(), u"rw-r--r--"_s);
        QCOMPARE(file.siblingAtColumn(FileTreeModel::SizeColumn).data().toString(), u"2"_s);
        QVERIFY(!tree()->isColumnHidden(FileTreeModel::OwnerColumn));
        // In its place, too.
        select("dir");
        QTest::keyClick(tree(), Qt::Key_Right);
        QTRY_COMPARE(model()->rowCount(index("dir")), 1);
        QTest::keyClick(tree(), Qt::Key_Backspace);
        QTRY_COMPARE(panel()->shownFolder(), "/");
        QTRY_COMPARE(tree()->currentIndex(), index("t"));
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_COMPARE(panel()->shownFolder(), "/t");
        select("link");
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_COMPARE(panel()->shownFolder(), "/t/link");
        QTRY_COMPARE(shown(), QStringList{u"deep"_s});
        QTest::keyClick(tree(), Qt::Key_Up, Qt::AltModifier);
        QTRY_COMPARE(panel()->shownFolder(), "/t");
        select("-n");
        QTest::keyClick(tree(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"/t/-n"_s);
        sh(m_running, u"touch /t/fresh"_s);
        QTest::keyClick(tree(), Qt::Key_F5);
        QTRY_VERIFY(shown().contains(u"fresh"_s));
    }

    void pathsThatAreNotThereAreSaid()
    {
        show(m_running);
        const QByteArray before = panel()->shownFolder();
        goTo(u"/no/such"_s);
        QTRY_VERIFY(m_shell->find<QWidget>(u"filesNotice"_s)->isVisible());
        QCOMPARE(panel()->shownFolder(), before);
        // What only programs in the container see.
        goTo(u"/proc/1"_s);
        QTRY_COMPARE(panel()->shownFolder(), "/proc/1");
        QTRY_VERIFY(shown().contains(u"cmdline"_s));
        QVERIFY(!m_shell->find<QWidget>(u"filesNotice"_s)->isVisible());
    }

    void namesThatAreNoTextAreKept()
    {
        show(m_running);
        sh(m_running, u"d=$(printf '/t/\\377'); mkdir -p \"$d/below\""_s);
        goTo(u"/t"_s);
        QTRY_COMPARE(panel()->shownFolder(), "/t");
        QTest::keyClick(tree(), Qt::Key_F5);
        QTRY_VERIFY(index("\xff").isValid());
        select("\xff");
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_COMPARE(panel()->shownFolder(), "/t/\xff");
        QTRY_COMPARE(shown(), QStringList{u"below"_s});
        path()->setFocus();
        QTest::keyClick(path(), Qt::Key_Return);
        QCOMPARE(panel()->shownFolder(), "/t/\xff");
        QTest::keyClick(path(), Qt::Key_End);
        QTest::keyClicks(path(), u"/below"_s);
        QTest::keyClick(path(), Qt::Key_Return);
        QTRY_COMPARE(panel()->shownFolder(), "/t/\xff/below");
        QVERIFY(!m_shell->find<QWidget>(u"filesNotice"_s)->isVisible());
        sh(m_running, u"rm -r \"$(printf '/t/\\377')\""_s);
        goTo(u"/t"_s);
        QTRY_COMPARE(panel()->shownFolder(), "/t");
    }

    void textIsOpenedByMouse()
    {
        show(m_running);
        goTo(u"/t"_s);
        QTRY_VERIFY(index("text.txt").isValid());
        tree()->scrollTo(index("text.txt"));
        const QPoint place = tree()->visualRect(index("text.txt")).center();
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, place);
        QTRY_VERIFY(text() && text()->isVisible());
        QTRY_COMPARE(text()->text(), u"hello\nworld\n"_s);
        QVERIFY(text()->isReadOnly());
        QTest::keyClick(text(), Qt::Key_Escape);
        QTRY_VERIFY(tree()->isVisible());
        QTRY_VERIFY(tree()->hasFocus());
        // A link to it, and what is no text.
        select("textlink");
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_COMPARE(text()->text(), u"hello\nworld\n"_s);
        QTest::keyClick(text(), Qt::Key_Escape);
        QTRY_VERIFY(tree()->isVisible());
        select("binary");
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_VERIFY2(text()->text().contains(u"61 00 62"_s), qPrintable(text()->text()));
        QTest::keyClick(text(), Qt::Key_Escape);
        QTRY_VERIFY(tree()->isVisible());
        select("pipe");
        QTest::keyClick(tree(), Qt::Key_Return);
        QTRY_VERIFY(m_shell->find<QWidget>(u"filesNotice"_s)->isVisible());
    }

    void longLinesAreShortenedAndThatIsSaid()
    {
        show(m_running);
        sh(m_running, u"head -c 5000 /dev/zero | tr '\\0' x > /t/long"_s);
        goTo(u"/t/text.txt"_s);
        QTRY_COMPARE(text()->text(), u"hello\nworld\n"_s);
        const auto facts = [this] { return m_shell->find<Label>(u"fileFacts"_s)->text(); };
        QVERIFY2(!facts().contains(u"shortened"_s), qPrintable(facts()));
        QTest::keyClick(text(), Qt::Key_Escape);
        goTo(u"/t/long"_s);
        QTRY_VERIFY(text()->text().startsWith(u"xxx"_s));
        QVERIFY(text()->text().size() < 5000);
        QVERIFY2(facts().contains(u"Long lines are shortened; Save as has all of them."_s), qPrintable(facts()));
        QTest::keyClick(text(), Qt::Key_Escape);
        QTRY_VERIFY(tree()->isVisible());
    }

    void picturesAreShown()
    {
        show(m_running);
        goTo(u"/t/p.png"_s);
        auto *picture = m_shell->find<PictureView>(u"filePicture"_s);
        QTRY_VERIFY(picture->isVisible());
        QTRY_COMPARE(picture->picture().size(), QSize(40, 30));
        QVERIFY(m_shell->find<Label>(u"fileFacts"_s)->text().contains(u"40 × 30"_s));
        QTest::keyClick(picture, Qt::Key_Escape);
        QTRY_VERIFY(tree()->isVisible());
        QCOMPARE(panel()->shownFolder(), "/t");
    }

    void filesAreDroppedIn()
    {
        show(m_running);
        goTo(u"/t"_s);
        QTRY_VERIFY(index("dir").isValid());
        tree()->scrollTo(index("dir"));
        drop({write(u"-dropped $(x)"_s, "in")}, index("dir"));
        QTRY_COMPARE(sh(m_running, u"cat '/t/dir/-dropped $(x)'"_s), u"in"_s);
        QTRY_VERIFY(last()->state() == Operation::State::Succeeded);
        drop({write(u"top"_s, "one")}, {});
        QTRY_VERIFY(shown().contains(u"top"_s));
        // What is there already is asked about.
        drop({write(u"top"_s, "two")}, {});
        QMessageBox *question = nullptr;
        QTRY_VERIFY((question = m_shell->find<QMessageBox>(u"question"_s)) && question->isVisible());
        QVERIFY2(question->informativeText().contains(u"top"_s), qPrintable(question->informativeText()));
        QTest::mouseClick(question->findChild<QPushButton *>(u"questionVerb"_s), Qt::LeftButton);
        QTRY_COMPARE(sh(m_running, u"cat /t/top"_s), u"two"_s);
    }

    void manyFilesAreAlwaysAskedAbout()
    {
        show(m_running);
        goTo(u"/t"_s);
        QTRY_VERIFY(index("dir").isValid());
        QStringList files;
        for (int i = 0; i < 101; ++i)
            files << write(u"many%1"_s.arg(i));
        const auto before = m_shell->workbench.operations()->operations().size();
        panel()->copyIn(files, "/t/dir");
        QMessageBox *question = nullptr;
        QTRY_VERIFY((question = m_shell->find<QMessageBox>(u"question"_s)) && question->isVisible());
        QVERIFY2(question->text().contains(u"may be"_s), qPrintable(question->text()));
        QCOMPARE(m_shell->workbench.operations()->operations().size(), before);
        QTest::mouseClick(question->findChild<QPushButton *>(u"questionVerb"_s), Qt::LeftButton);
        QTRY_COMPARE(sh(m_running, u"ls /t/dir | grep -c many"_s), u"101"_s);
    }

    void filesAreSavedOut()
    {
        show(m_running);
        goTo(u"/t"_s);
        QTRY_VERIFY(index("dir").isValid());
        const QString target = m_folder.filePath(u"saved"_s);
        QVERIFY(QDir().mkpath(target));
        const QPushButton *save = buttonNamed(panel(), u"Save…"_s);
        tree()->clearSelection();
        QVERIFY(!save->isEnabled());
        QVERIFY2(save->accessibleDescription().contains(u"No file or folder is selected."_s),
                 qPrintable(save->toolTip()));
        select("text.txt");
        QVERIFY(save->isEnabled() && !save->accessibleDescription().contains(u"selected"_s));
        buttonNamed(panel(), u"Save…"_s)->click();
        QFileDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = panel()->findChild<QFileDialog *>(u"saveFile"_s)) && dialog->isVisible());
        Q_EMIT dialog->fileSelected(target + u"/renamed.txt"_s);
        dialog->close();
        QTRY_COMPARE(content(target + u"/renamed.txt"_s), "hello\nworld\n");
        select("dir");
        buttonNamed(panel(), u"Save…"_s)->click();
        QTRY_VERIFY((dialog = panel()->findChild<QFileDialog *>(u"saveToFolder"_s)) && dialog->isVisible());
        Q_EMIT dialog->fileSelected(target);
        dialog->close();
        QTRY_VERIFY(QFileInfo(target + u"/dir/deep"_s).isDir());
        QTRY_VERIFY(last()->state() == Operation::State::Succeeded);
        QVERIFY2(last()->commandLine().contains(u" cp "_s), qPrintable(last()->commandLine()));
    }

    void aDragFetchesWhatIsDragged()
    {
        show(m_running);
        goTo(u"/t"_s);
        QTRY_VERIFY(index("text.txt").isValid());
        select("text.txt");
        QList<QUrl> urls;
        auto *drag = panel()->findChild<FileDrag *>();
        const auto connection = connect(drag, &FileDrag::ready, this, [&urls](const QList<QUrl> &all) { urls = all; });
        Q_EMIT tree()->dragBegun();
        QTRY_COMPARE(urls.size(), 1);
        QCOMPARE(content(urls.first().toLocalFile()), "hello\nworld\n");
        // It is here for the next time.
        const auto before = m_shell->workbench.operations()->operations().size();
        urls.clear();
        Q_EMIT tree()->dragBegun();
        QTRY_COMPARE(urls.size(), 1);
        QCOMPARE(m_shell->workbench.operations()->operations().size(), before);
        // Another file of that size is fetched anew.
        sh(m_running, u"printf 'HELLO\nWORLD\n' > /t/text.txt; touch -d '2020-01-02 03:04:05' /t/text.txt"_s);
        const qint64 modified = model()->entry(index("text.txt")).modified;
        QTest::keyClick(tree(), Qt::Key_F5);
        QTRY_VERIFY(model()->entry(index("text.txt")).modified != modified);
        urls.clear();
        Q_EMIT tree()->dragBegun();
        QTRY_COMPARE(urls.size(), 1);
        const QString copy = urls.first().toLocalFile();
        QCOMPARE(content(copy), "HELLO\nWORLD\n");
        QVERIFY2(copy.startsWith(SpillFile::defaultFolder()), qPrintable(copy));
        disconnect(connection);
        // Nobody wants it any more.
        auto *unused = drag->findChild<QTimer *>();
        QVERIFY(unused && unused->isActive());
        unused->start(0);
        QTRY_VERIFY(!QFileInfo::exists(QFileInfo(copy).path()));
        sh(m_running, u"printf 'hello\nworld\n' > /t/text.txt"_s);
    }

    void aStoppedContainerIsBrowsedToo()
    {
        show(m_stopped);
        QTRY_COMPARE(panel()->shownFolder(), "/");
        QTRY_VERIFY(shown().contains(u"etc"_s));
        QTRY_VERIFY(m_shell->find<QWidget>(u"filesNotice"_s)->isVisible());
        goTo(u"/etc"_s);
        QTRY_VERIFY(shown().contains(u"passwd"_s));
        QVERIFY2(foot().contains(u"archive"_s), qPrintable(foot()));
        goTo(u"/etc/passwd"_s);
        QTRY_VERIFY(text()->text().contains(u"root:"_s));
        QTest::keyClick(text(), Qt::Key_Escape);
        goTo(u"/"_s);
        QTRY_COMPARE(panel()->shownFolder(), "/");
        aFolderBelowIsHeld();
        aFolderBelowFails();
        // Everything, after a question.
        goTo(u"/"_s);
        QTRY_VERIFY(buttonNamed(panel(), u"Read everything"_s));
        buttonNamed(panel(), u"Read everything"_s)->click();
        QMessageBox *question = nullptr;
        QTRY_VERIFY((question = m_shell->find<QMessageBox>(u"question"_s)) && question->isVisible());
        QTest::mouseClick(question->findChild<QPushButton *>(u"questionVerb"_s), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return model()->state({}).known == FileNode::Known::All; }, 60'000));
        QTRY_VERIFY(!m_shell->find<QWidget>(u"filesNotice"_s)->isVisible());
        bool found = false;
        QVERIFY(model()->rowCount(model()->indexOf("/usr/bin", &found)) > 50);
    }

    void theContainerIsRemovedMeanwhile()
    {
        const QString id = idOf(Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, u"gui-files-gone"_s,
                                             Lab::image(Lab::Image::Busybox), u"sleep"_s, u"600"_s}));
        show(id);
        Lab::docker({u"rm"_s, u"-f"_s, id});
        QTRY_VERIFY(!panel()->isVisible());
        QTRY_COMPARE(model()->rowCount(), 0);
        show(m_running);
    }
};

QTEST_MAIN(TestFilesPanel)

#include "tst_filespanel.moc"
