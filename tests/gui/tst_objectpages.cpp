// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "driver.h"
#include "items/imagemodel.h"
#include "items/volumemodel.h"
#include "live/objectsfixture.h"
#include "look/chip.h"
#include "shell/page.h"
#include "shellprobe.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTableView>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// The pages of images, volumes and networks on a real engine: what can be done there, and what they tell.
class TestObjectPages : public ObjectsFixture, private ShellFiles
{
    Q_OBJECT

private:
    std::optional<Shell> m_shell;

    QTableView *show(const QString &page)
    {
        if (!m_shell) {
            m_shell.emplace(stateFile());
            m_shell->window.resize(1440, 900);
            m_shell->workbench.engine()->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
            if (!QTest::qWaitFor([this] { return m_shell->isConnected(); }, 20000))
                return nullptr;
        }
        m_shell->window.showPage(page);
        return m_shell->find<QTableView>(page + u"Table"_s);
    }

    /// Clicks the row with that name, once it is there.
    static bool choose(QTableView *table, const QString &text)
    {
        QModelIndex index;
        if (!QTest::qWaitFor([&] { return (index = Driver::findRow(table->model(), text)).isValid(); }, 20000))
            return false;
        table->scrollTo(index);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
        return table->selectionModel()->isRowSelected(index.row());
    }

    template <typename T> T *dialog(const QString &name) const { return m_shell->window.findChild<T *>(name); }

    /// Presses the verb of a form, and waits until that was done.
    bool confirm(const QString &form)
    {
        auto *box = dialog<QDialog>(form);
        QTest::mouseClick(box->findChild<QPushButton *>(u"verb"_s), Qt::LeftButton);
        return QTest::qWaitFor([&] { return !dialog<QDialog>(form); }, 20000);
    }

    bool lastSucceeds() const
    {
        const Operation *operation = m_shell->workbench.operations()->operations().last();
        return QTest::qWaitFor([operation] { return !operation->isRunning(); }, 60000)
            && operation->state() == Operation::State::Succeeded;
    }

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

    void imagesTellWhatTheyAreMadeOf()
    {
        QVERIFY(!image(name(u"i:1"_s), 2).isEmpty());
        QTableView *table = show(u"images"_s);
        QVERIFY(table);
        auto *history = m_shell->find<QTableView>(u"imageHistory"_s);
        QTRY_VERIFY(m_shell->window.currentPage()->findChild<QLabel *>(u"lesson"_s)->isVisible());
        QVERIFY(choose(table, name(u"i:1"_s)));
        QTRY_VERIFY(history->isVisible() && history->model()->rowCount() >= 2);
        QCOMPARE(history->accessibleName(), u"History"_s);
        QCOMPARE(history->model()->index(0, 2).data(Qt::AccessibleTextRole).toString(), u"2.00 MB"_s);
        QVERIFY(history->model()->index(0, 1).data().toString().contains(u"head -c"_s));

        // Sizes come when they are asked for.
        const int unique = ImageModel::UniqueColumn;
        QVERIFY(table->isColumnHidden(unique));
        const auto cell
            = [&] { return Driver::findRow(table->model(), name(u"i:1"_s)).siblingAtColumn(unique).data().toString(); };
        m_shell->action(u"images.measure"_s)->trigger();
        QTRY_COMPARE(cell(), u"2.00"_s);
        QVERIFY(!table->isColumnHidden(unique));
        QVERIFY(m_shell->workbench.operations()->operations().last()->commandLine().endsWith(u"system df -v"_s));
    }

    void chipsChooseWhatIsUnused()
    {
        QVERIFY(!image(name(u"unused:1"_s), 0).isEmpty());
        QVERIFY(!image({}, 0).isEmpty());
        QTableView *table = show(u"images"_s);
        QTRY_VERIFY(Driver::findRow(table->model(), u"no name"_s).isValid());
        const auto click
            = [&](int chip) { QTest::mouseClick(m_shell->find<Chip>(u"imagesChip%1"_s.arg(chip)), Qt::LeftButton); };
        click(3);
        QCOMPARE(table->model()->rowCount(), 1);
        click(2);
        QVERIFY(Driver::findRow(table->model(), name(u"unused:1"_s)).isValid());
        QVERIFY(!Driver::findRow(table->model(), Lab::image(Lab::Image::Postgres)).isValid());
        click(1);
        QVERIFY(Driver::findRow(table->model(), Lab::image(Lab::Image::Postgres)).isValid());
        click(0);
    }

    void anImageGetsANameAndLosesIt()
    {
        QVERIFY(!image(name(u"i:1"_s), 0).isEmpty());
        QTableView *table = show(u"images"_s);
        QVERIFY(choose(table, name(u"i:1"_s)));
        QVERIFY(!m_shell->action(u"images.untag"_s)->isEnabled());
        m_shell->action(u"images.tag"_s)->trigger();
        auto *form = dialog<QDialog>(u"tagImage"_s);
        QVERIFY(form);
        auto *verb = form->findChild<QPushButton *>(u"verb"_s);
        QVERIFY(!verb->isEnabled());
        auto *field = form->findChild<QLineEdit *>(u"name"_s);
        QCOMPARE(field->accessibleName(), u"New name"_s);
        QTest::keyClicks(field, u"Not A Name"_s);
        QVERIFY(!verb->isEnabled());
        field->clear();
        QTest::keyClicks(field, name(u"i:2"_s));
        QVERIFY(verb->isEnabled());
        QVERIFY(confirm(u"tagImage"_s));
        QVERIFY(choose(table, name(u"i:2"_s)));
        QVERIFY(m_shell->action(u"images.untag"_s)->isEnabled());
        m_shell->action(u"images.untag"_s)->trigger();
        QVERIFY(lastSucceeds());
        QTRY_VERIFY(!Driver::findRow(table->model(), name(u"i:2"_s)).isValid());
        QVERIFY(Driver::findRow(table->model(), name(u"i:1"_s)).isValid());
    }

    void imagesGoToAFileAndComeBack()
    {
        const QString tag = name(u"file:1"_s);
        QVERIFY(!image(tag, 1).isEmpty());
        QTableView *table = show(u"images"_s);
        QVERIFY(choose(table, tag));
        const QString path = m_folder.filePath(u"file.tar"_s);
        m_shell->action(u"images.save"_s)->trigger();
        auto *save = dialog<QFileDialog>(u"saveImages"_s);
        QVERIFY(save);
        Q_EMIT save->fileSelected(path);
        save->close();
        QVERIFY(lastSucceeds());
        QVERIFY(QFile::exists(path));

        m_shell->action(u"images.remove"_s)->trigger();
        auto *question = dialog<QMessageBox>(u"question"_s);
        QVERIFY(question);
        QVERIFY(!question->findChild<QCheckBox *>(u"questionOption"_s)); // nothing uses it
        QTest::mouseClick(question->findChild<QPushButton *>(u"questionVerb"_s), Qt::LeftButton);
        QTRY_VERIFY(!Driver::findRow(table->model(), tag).isValid());
        m_shell->action(u"images.load"_s)->trigger();
        auto *load = dialog<QFileDialog>(u"loadImages"_s);
        QVERIFY(load);
        Q_EMIT load->filesSelected({path});
        load->close();
        QVERIFY(lastSucceeds());
        QTRY_VERIFY(Driver::findRow(table->model(), tag).isValid());
    }

    void theQuestionSaysWhetherImagesOrNamesGo()
    {
        QVERIFY(!image(name(u"two:1"_s), 1).isEmpty());
        QVERIFY(Lab::docker({u"tag"_s, name(u"two:1"_s), name(u"two:2"_s)}).ok());
        QTableView *table = show(u"images"_s);
        const auto ask = [&](const QString &tag) {
            if (!choose(table, tag))
                return QString();
            m_shell->action(u"images.remove"_s)->trigger();
            auto *question = dialog<QMessageBox>(u"question"_s);
            return question->text() + u'\n' + question->informativeText();
        };
        const auto answer = [&] {
            QTest::mouseClick(dialog<QMessageBox>(u"question"_s)->findChild<QPushButton *>(u"questionVerb"_s),
                              Qt::LeftButton);
        };
        QString said = ask(name(u"two:1"_s));
        QVERIFY2(said.contains(u"the images stay under their other names"_s) && !said.contains(u"pulled or built"_s)
                     && said.contains(name(u"two:1"_s) + u": the name only"_s),
                 qPrintable(said));
        answer();
        QTRY_VERIFY(!Driver::findRow(table->model(), name(u"two:1"_s)).isValid());
        QVERIFY(Driver::findRow(table->model(), name(u"two:2"_s)).isValid());
        QTRY_VERIFY(!dialog<QMessageBox>(u"question"_s));
        // With its last name it goes itself.
        said = ask(name(u"two:2"_s));
        QVERIFY2(said.contains(u"must be pulled or built again"_s) && !said.contains(u"the name only"_s),
                 qPrintable(said));
        answer();
        QTRY_VERIFY(!Driver::findRow(table->model(), name(u"two:2"_s)).isValid());
    }

    void anImageInUseIsRefusedInTheEnginesWords()
    {
        const QString tag = name(u"used:1"_s);
        QVERIFY(!image(tag, 0).isEmpty());
        QVERIFY(Lab::docker({u"create"_s, u"--name"_s, name(u"user"_s), tag}).ok());
        QTableView *table = show(u"images"_s);
        QVERIFY(choose(table, tag));
        QTRY_VERIFY(m_shell->action(u"images.remove"_s)->isEnabled());
        const auto remove = [&](bool force) {
            m_shell->action(u"images.remove"_s)->trigger();
            auto *question = dialog<QMessageBox>(u"question"_s);
            auto *option = question->findChild<QCheckBox *>(u"questionOption"_s);
            if (force)
                QTest::mouseClick(option, Qt::LeftButton, {}, QPoint(8, option->height() / 2));
            QTest::mouseClick(question->findChild<QPushButton *>(u"questionVerb"_s), Qt::LeftButton);
            return lastSucceeds();
        };
        QVERIFY(!remove(false));
        const Operation *operation = m_shell->workbench.operations()->operations().last();
        QVERIFY2(operation->error().contains(u"container"_s), qPrintable(operation->error()));
        QTRY_VERIFY(!dialog<QMessageBox>(u"question"_s));
        QVERIFY(remove(true));
        QTRY_VERIFY(!Driver::findRow(table->model(), tag).isValid());
    }

    void aVolumeIsMadeAndMeasured()
    {
        QTableView *table = show(u"volumes"_s);
        QVERIFY(table);
        m_shell->action(u"volumes.create"_s)->trigger();
        auto *form = dialog<QDialog>(u"createVolume"_s);
        QVERIFY(form);
        auto *first = form->findChild<QLineEdit *>(u"name"_s);
        QTRY_VERIFY(first->hasFocus());
        QTest::keyClicks(first, name(u"v"_s));
        form->findChild<QPlainTextEdit *>(u"labels"_s)->setPlainText(u"course=tp1\nkept"_s);
        QVERIFY(confirm(u"createVolume"_s));
        QVERIFY(volume(u"v"_s, 1));
        QVERIFY(choose(table, name(u"v"_s)));
        const QList<QLabel *> labels = m_shell->window.currentPage()->findChildren<QLabel *>();
        const auto shows = [&labels](const QString &text) {
            return std::any_of(labels.cbegin(), labels.cend(),
                               [&text](const QLabel *label) { return label->isVisible() && label->text() == text; });
        };
        QVERIFY(shows(u"course=tp1"_s));
        m_shell->action(u"volumes.measure"_s)->trigger();
        QTRY_COMPARE(
            Driver::findRow(table->model(), name(u"v"_s)).siblingAtColumn(VolumeModel::SizeColumn).data().toString(),
            u"1.00"_s);
        // There cannot be a second one.
        m_shell->action(u"volumes.create"_s)->trigger();
        form = dialog<QDialog>(u"createVolume"_s);
        QTest::keyClicks(form->findChild<QLineEdit *>(u"name"_s), name(u"v"_s));
        QVERIFY(!form->findChild<QPushButton *>(u"verb"_s)->isEnabled());
        QVERIFY(form->findChild<QLabel *>(u"problem"_s)->text().contains(u"already"_s));
        QTest::keyClick(form, Qt::Key_Escape);
    }

    void aNetworkIsMadeJoinedAndLeft()
    {
        const QString member = Lab::docker({u"run"_s, u"-d"_s, u"--name"_s, name(u"m"_s),
                                            Lab::image(Lab::Image::Busybox), u"sleep"_s, u"1000"_s})
                                   .output;
        QTableView *table = show(u"networks"_s);
        QVERIFY(table);
        m_shell->action(u"networks.create"_s)->trigger();
        auto *form = dialog<QDialog>(u"createNetwork"_s);
        QVERIFY(form);
        QTest::keyClicks(form->findChild<QLineEdit *>(u"name"_s), name(u"n"_s));
        auto *subnet = form->findChild<QLineEdit *>(u"subnet"_s);
        QTest::keyClicks(subnet, u"172.31.78.0"_s);
        QVERIFY(!form->findChild<QPushButton *>(u"verb"_s)->isEnabled());
        QTest::keyClicks(subnet, u"/24"_s);
        QVERIFY(confirm(u"createNetwork"_s));
        QVERIFY(choose(table, name(u"n"_s)));

        QPushButton *connectButton = buttonNamed(m_shell->window.currentPage(), u"Connect…"_s);
        QVERIFY(connectButton);
        QTest::mouseClick(connectButton, Qt::LeftButton);
        form = dialog<QDialog>(u"connectNetwork"_s);
        QVERIFY(form);
        auto *container = form->findChild<QComboBox *>(u"container"_s);
        container->setCurrentIndex(container->findText(name(u"m"_s)));
        QTest::keyClicks(form->findChild<QLineEdit *>(u"aliases"_s), u"db, store"_s);
        QVERIFY(confirm(u"connectNetwork"_s));
        auto *members = m_shell->find<QTableView>(u"networkMembers"_s);
        QCOMPARE(members->accessibleName(), u"Members"_s);
        QTRY_COMPARE(members->model()->rowCount(), 1);
        QTRY_VERIFY(members->model()->index(0, 1).data().toString().startsWith(u"172.31.78."_s));
        QTRY_COMPARE(members->model()->index(0, 2).data().toString(), u"db, store"_s);
        QVERIFY(!m_shell->action(u"networks.disconnect"_s)->isEnabled());
        QTest::mouseClick(members->viewport(), Qt::LeftButton, {},
                          members->visualRect(members->model()->index(0, 0)).center());
        QVERIFY(m_shell->action(u"networks.disconnect"_s)->isEnabled());
        m_shell->action(u"networks.disconnect"_s)->trigger();
        QVERIFY(lastSucceeds());
        QTRY_COMPARE(members->model()->rowCount(), 0);
        QVERIFY(!m_shell->action(u"networks.disconnect"_s)->isEnabled());
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.Status}}"_s, member}).output, u"running"_s);
    }
};

QTEST_MAIN(TestObjectPages)
#include "tst_objectpages.moc"
