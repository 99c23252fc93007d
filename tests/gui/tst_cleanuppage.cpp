// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cleanup/cleanupmodel.h"
#include "driver.h"
#include "live/objectsfixture.h"
#include "look/banner.h"
#include "look/checkdelegate.h"
#include "look/treeview.h"
#include "shell/page.h"
#include "shellprobe.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The page "Clean up" on a real engine, by mouse and by keyboard; and on one that does not answer.
class TestCleanupPage : public ObjectsFixture, private ShellFiles
{
    Q_OBJECT

private:
    std::optional<Shell> m_shell;

    void open()
    {
        m_shell.emplace(stateFile());
        m_shell->window.resize(1440, 900);
        m_shell->workbench.engine()->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
        QTRY_VERIFY(m_shell->isConnected());
    }

    TreeView *tree() const { return m_shell->find<TreeView>(u"cleanupTree"_s); }
    CleanupModel *model() const { return m_shell->window.findChild<CleanupModel *>(); }
    Banner *banner() const { return m_shell->find<Banner>(u"cleanupBanner"_s); }
    QString summary() const { return m_shell->find<QLabel>(u"cleanupSummary"_s)->text(); }
    QAction *run() const { return m_shell->action(u"cleanup.run"_s); }
    QMessageBox *question() const { return m_shell->window.findChild<QMessageBox *>(u"question"_s); }
    bool isReady() const { return model()->isKnown() && m_shell->action(u"cleanup.measure"_s)->isEnabled(); }

    QModelIndex row(const QString &text) const { return Driver::findRow(model(), text); }

    void tick(const QModelIndex &index)
    {
        tree()->expand(index.parent());
        tree()->scrollTo(index);
        QStyleOptionViewItem option;
        option.initFrom(tree());
        option.widget = tree();
        option.rect = tree()->visualRect(index);
        const auto *cells = qobject_cast<CheckDelegate *>(tree()->cells());
        QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, cells->boxRect(option, index).center());
    }

    bool bannerSays(const QString &words) const
    {
        return banner()->isVisible()
            && QString(banner()->accessibleName() + banner()->accessibleDescription()).contains(words);
    }

    static bool exists(const QString &container) { return Lab::docker({u"inspect"_s, container}).ok(); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        beginShells();
    }
    void init() { removeAll(); }
    void cleanup()
    {
        m_shell.reset();
        removeAll();
    }

    void oneIsTickedConfirmedAndGone()
    {
        QVERIFY(!stopped(u"a"_s, 2).isEmpty());
        QVERIFY(!stopped(u"b"_s).isEmpty());
        open();
        // From the page of images, as the lab does.
        m_shell->window.showPage(u"images"_s);
        QPushButton *button = buttonNamed(m_shell->window.currentPage(), u"Clean up"_s);
        QVERIFY(button);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_shell->window.currentPage()->id(), u"cleanup"_s);
        QTRY_VERIFY(isReady());
        QCOMPARE(tree()->accessibleName(), u"Clean-up"_s);
        QAccessibleInterface *list = QAccessible::queryAccessibleInterface(tree()->parentWidget());
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->text(QAccessible::Name), u"Clean-up"_s);
        QCOMPARE(list->child(0)->object(), tree());
        // Nothing that holds data is chosen by itself.
        QCOMPARE(model()->chosenCount(), 0);
        QVERIFY(!run()->isEnabled());

        tick(row(name(u"a"_s)));
        QCOMPARE(model()->chosenCount(), 1);
        QVERIFY2(summary().contains(u"1 stopped container"_s) && summary().contains(u"2.00 MB"_s),
                 qPrintable(summary()));
        QVERIFY(run()->isEnabled());
        QTest::mouseClick(buttonNamed(m_shell->window.currentPage(), u"Clean up"_s), Qt::LeftButton);
        QVERIFY(question());
        QVERIFY2(question()->informativeText().contains(name(u"a"_s) + u", 2.00 MB"_s)
                     && !question()->informativeText().contains(name(u"b"_s)),
                 qPrintable(question()->informativeText()));
        QTRY_VERIFY(question()->findChild<QPushButton *>(u"questionCancel"_s)->hasFocus());
        auto *verb = question()->findChild<QPushButton *>(u"questionVerb"_s);
        QVERIFY(verb->text().startsWith(u"Remove 1 stopped container"_s));
        QTest::mouseClick(verb, Qt::LeftButton);
        QTRY_VERIFY(bannerSays(u"Freed 2.00 MB."_s));
        QTRY_VERIFY(isReady());
        QVERIFY(!row(name(u"a"_s)).isValid());
        QVERIFY(row(name(u"b"_s)).isValid());
        QVERIFY(!exists(name(u"a"_s)));
        QVERIFY(exists(name(u"b"_s)));
        const Operation *operation = m_shell->workbench.operations()->operations().last();
        QVERIFY2(operation->commandLine().endsWith(u" rm "_s + name(u"a"_s)), qPrintable(operation->commandLine()));
    }

    void allOfAKindByKeyboard()
    {
        QVERIFY(!stopped(u"a"_s, 1).isEmpty());
        QVERIFY(!stopped(u"b"_s, 1).isEmpty());
        open();
        m_shell->window.showPage(u"cleanup"_s);
        QTRY_VERIFY(isReady());
        tree()->setFocus();
        QTRY_VERIFY(tree()->hasFocus());
        QTest::keyClick(tree(), Qt::Key_Home);
        QTest::keyClick(tree(), Qt::Key_Space);
        QCOMPARE(model()->chosenVictims(CleanupKind::Containers).size(), 2);
        QTest::keyClick(tree(), Qt::Key_Down);
        QTest::keyClick(tree(), Qt::Key_Space);
        QCOMPARE(model()->chosenVictims(CleanupKind::Containers).size(), 1);
        QTest::keyClick(tree(), Qt::Key_Space);
        QCOMPARE(model()->chosenVictims(CleanupKind::Containers).size(), 2);
        // To the button, and to the verb.
        QPushButton *button = buttonNamed(m_shell->window.currentPage(), u"Clean up"_s);
        for (int i = 0; i < 40 && !button->hasFocus(); ++i)
            QTest::keyClick(m_shell->window.focusWidget(), Qt::Key_Tab);
        QVERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(question());
        auto *verb = question()->findChild<QPushButton *>(u"questionVerb"_s);
        QTRY_VERIFY(question()->findChild<QPushButton *>(u"questionCancel"_s)->hasFocus());
        for (int i = 0; i < 3 && !verb->hasFocus(); ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClick(verb, Qt::Key_Return);
        QTRY_VERIFY(bannerSays(u"2.00 MB"_s));
        QTRY_VERIFY(isReady());
        QCOMPARE(model()->rowCount(model()->index(int(CleanupKind::Containers), 0)), 0);
        const Operation *operation = m_shell->workbench.operations()->operations().last();
        QVERIFY(operation->commandLine().endsWith(u"container prune --force"_s));
        QVERIFY(operation->output().contains(u"Freed 2.00 MB"_s));
    }

    void whatIsStartedWhileTheQuestionIsOpenStays()
    {
        const QString id = Lab::docker({u"create"_s, u"--name"_s, name(u"back"_s), Lab::image(Lab::Image::Busybox),
                                        u"sleep"_s, u"1000"_s})
                               .output;
        open();
        m_shell->window.showPage(u"cleanup"_s);
        QTRY_VERIFY(isReady());
        tick(row(name(u"back"_s)));
        run()->trigger();
        QVERIFY(question());
        QVERIFY(Lab::docker({u"start"_s, id}).ok());
        QTest::mouseClick(question()->findChild<QPushButton *>(u"questionVerb"_s), Qt::LeftButton);
        QTRY_VERIFY(bannerSays(u"1 object left alone"_s) || bannerSays(u"1 object(s) left alone"_s));
        QVERIFY(exists(id));
        QTRY_VERIFY(isReady());
        QVERIFY(!row(name(u"back"_s)).isValid());
    }

    void whatOthersRemoveAndMakeIsFollowed()
    {
        QVERIFY(!stopped(u"a"_s, 1).isEmpty());
        QVERIFY(!stopped(u"kept"_s, 1).isEmpty());
        open();
        m_shell->window.showPage(u"cleanup"_s);
        QTRY_VERIFY(isReady());
        tick(row(name(u"a"_s)));
        tick(row(name(u"kept"_s)));
        const QDateTime measured = model()->facts().measured;
        // In sight.
        QVERIFY(Lab::docker({u"rm"_s, name(u"a"_s)}).ok());
        QTRY_VERIFY(!row(name(u"a"_s)).isValid());
        QVERIFY(!stopped(u"b"_s, 2).isEmpty());
        QTRY_VERIFY(row(name(u"b"_s)).isValid());
        QTRY_COMPARE(row(name(u"b"_s)).siblingAtColumn(CleanupModel::SizeColumn).data().toString(), u"2.00"_s);
        QVERIFY(model()->facts().measured > measured);
        QVERIFY(volume(u"v"_s, 1));
        QTRY_VERIFY(row(name(u"v"_s)).isValid());
        // While another page is shown.
        m_shell->window.showPage(u"containers"_s);
        QVERIFY(Lab::docker({u"rm"_s, name(u"b"_s)}).ok());
        QVERIFY(!stopped(u"c"_s, 3).isEmpty());
        const auto knows = [this](const QString &what) {
            const auto containers = m_shell->workbench.engine()->containers()->containers();
            return std::any_of(containers.cbegin(), containers.cend(),
                               [&what](const ContainerSummary &container) { return container.name == what; });
        };
        QTRY_VERIFY(knows(name(u"c"_s)) && !knows(name(u"b"_s)));
        m_shell->window.showPage(u"cleanup"_s);
        QTRY_VERIFY(!row(name(u"b"_s)).isValid());
        QTRY_COMPARE(row(name(u"c"_s)).siblingAtColumn(CleanupModel::SizeColumn).data().toString(), u"3.00"_s);
        const QList<CleanupVictim> chosen = model()->chosenVictims(CleanupKind::Containers);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0].name, name(u"kept"_s));
    }

    void onlyWhatWasAskedAboutGoes()
    {
        const QString first = image({}, 1);
        QVERIFY(!first.isEmpty());
        open();
        m_shell->window.showPage(u"cleanup"_s);
        QTRY_VERIFY(isReady());
        // It is ticked, since nothing is lost with it; and so is what comes while the question is open.
        QCOMPARE(model()->chosenVictims(CleanupKind::DanglingImages).size(), 1);
        run()->trigger();
        QVERIFY(question());
        const QString second = image({}, 2);
        QVERIFY(!second.isEmpty());
        QTRY_COMPARE(model()->chosenVictims(CleanupKind::DanglingImages).size(), 2);
        QTest::mouseClick(question()->findChild<QPushButton *>(u"questionVerb"_s), Qt::LeftButton);
        QTRY_VERIFY(bannerSays(u"1.00 MB"_s));
        QVERIFY(!Lab::docker({u"image"_s, u"inspect"_s, first}).ok());
        QVERIFY(Lab::docker({u"image"_s, u"inspect"_s, second}).ok());
    }

    void filtersNarrowWhatCanGo()
    {
        QVERIFY(Lab::docker({u"create"_s, u"--name"_s, name(u"l"_s), u"--label"_s, u"course=tp1"_s,
                             Lab::image(Lab::Image::Busybox)})
                    .ok());
        QVERIFY(!stopped(u"a"_s).isEmpty());
        open();
        m_shell->window.showPage(u"cleanup"_s);
        QTRY_VERIFY(isReady());
        QTest::keyClicks(m_shell->find<QLineEdit>(u"cleanupLabel"_s), u"course=tp1"_s);
        QTRY_VERIFY(!row(name(u"a"_s)).isValid());
        QVERIFY(row(name(u"l"_s)).isValid());
        auto *age = m_shell->find<QComboBox>(u"cleanupAge"_s);
        age->setCurrentIndex(1);
        QVERIFY(!row(name(u"l"_s)).isValid());
        age->setCurrentIndex(0);
        QVERIFY(row(name(u"l"_s)).isValid());
    }

    void anEngineThatMeasuresIsNotWaitedFor()
    {
        FakeEngine engine;
        engine.answerBasics();
        int asked = 0;
        engine.on("/system/df", [&asked](QLocalSocket *, const FakeEngine::Request &) { ++asked; });
        m_shell.emplace(stateFile());
        m_shell->connectTo(engine);
        QTRY_VERIFY(m_shell->isConnected());
        m_shell->window.showPage(u"cleanup"_s);
        QTRY_COMPARE(asked, 1);
        QTRY_VERIFY(banner()->isVisible());
        QVERIFY(!run()->isEnabled());
        QPushButton *cancel = buttonNamed(banner(), u"Cancel"_s);
        QVERIFY(cancel);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(!banner()->isVisible());
        QVERIFY(!model()->isKnown());

        engine.answer("/system/df", R"({"message": "the disk <b>cannot be read"})", 409);
        QTest::mouseClick(buttonNamed(m_shell->window.currentPage(), u"Measure again"_s), Qt::LeftButton);
        QTRY_VERIFY(bannerSays(u"the disk <b>cannot be read"_s));
        engine.answer("/system/df", R"({"LayersSize": 0, "Images": null, "Containers": null, "Volumes": null})");
        QTest::mouseClick(buttonNamed(banner(), u"Measure again"_s), Qt::LeftButton);
        QTRY_VERIFY(model()->isKnown());
        QTRY_VERIFY(!banner()->isVisible());
    }
};

QTEST_MAIN(TestCleanupPage)
#include "tst_cleanuppage.moc"
