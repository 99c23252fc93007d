// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containers/containertree.h"
#include "driver.h"
#include "lab/labenvironment.h"
#include "look/terminalpalette.h"
#include "operations/operationlog.h"
#include "shell/page.h"
#include "shellprobe.h"
#include "terminal/terminalpanel.h"
#include "terminal/terminalsearch.h"
#include "terminal/terminalsession.h"
#include "terminal/terminalview.h"

#include "look/tokens.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QInputMethodEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Terminals in the window, by key and mouse, in containers of a real engine.
class TestTerminalPanel : public QObject, private ShellFiles
{
    Q_OBJECT

public Q_SLOTS:
    void openLink(const QUrl &url) { m_opened << url; }

private:
    std::optional<Shell> m_shell;
    QStringList m_ids;
    QMap<int, QString> m_shared;
    QList<QUrl> m_opened;

    /// The same one for all tests that leave it as it was.
    QString shared(Lab::Image image)
    {
        QString &id = m_shared[int(image)];
        if (id.isEmpty())
            id = make(image, u"gui-terminal-%1"_s.arg(int(image)));
        return id;
    }
    QString run(const QString &name)
    {
        m_ids << make(Lab::Image::Busybox, name);
        return m_ids.last();
    }
    static QString make(Lab::Image image, const QString &name, const QStringList &options = {})
    {
        const auto made = Lab::docker(QStringList{u"run"_s, u"-d"_s, u"--init"_s, u"--name"_s, name} + options
                                      + QStringList{Lab::image(image), u"sleep"_s, u"600"_s});
        if (!made.ok())
            qWarning("%s", qPrintable(made.error));
        return made.output.section(u'\n', -1);
    }
    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name=gui-terminal"_s})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids);
    }
    void open()
    {
        m_shell.emplace(stateFile());
        m_shell->window.resize(1440, 900);
        m_shell->workbench.engine()->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
        QTRY_VERIFY(m_shell->isConnected());
    }
    ContainerTree *tree() const { return m_shell->find<ContainerTree>(u"containersTree"_s); }
    QTabBar *details() const { return m_shell->find<QTabBar>(u"detailTabs"_s); }
    QTabBar *tabs() const { return m_shell->find<QTabBar>(u"terminalTabs"_s); }
    TerminalPanel *panel() const { return m_shell->find<TerminalPanel>(u"terminalPanel"_s); }
    TerminalView *view() const { return panel()->view(); }
    void select(const QString &id)
    {
        QTRY_VERIFY(tree()->select(id));
        QTRY_VERIFY(details()->isVisible());
    }
    /// By its letter in the list.
    void openTerminal(const QString &id)
    {
        select(id);
        m_shell->window.activateWindow();
        tree()->setFocus();
        QTRY_VERIFY(tree()->hasFocus());
        QTest::keyClick(tree(), Qt::Key_T);
        QTRY_VERIFY(view() && view()->session()->state() == TerminalSession::State::Running);
        QTRY_VERIFY2(view()->hasFocus(), qPrintable(focus()));
        QTRY_VERIFY2(prompts(), qPrintable(shown()));
    }
    static QString focus()
    {
        const QWidget *widget = QApplication::focusWidget();
        return widget ? widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className())
                      : u"none"_s;
    }
    QString shown() const { return view() ? view()->visibleLines().join(u'\n') : QString(); }
    bool prompts() const { return shown().endsWith(u'#') || shown().endsWith(u'$'); }
    void type(const QString &text)
    {
        for (const QChar character : text) {
            if (character == u'\n')
                QTest::keyClick(view(), Qt::Key_Return);
            else
                QTest::keyClick(view(), character.toLatin1());
        }
    }
    TerminalPlace placeOf(const QString &text) const
    {
        const TerminalScreen *screen = view()->session()->screen();
        for (qint64 line = screen->endLine() - 1; line >= screen->firstLine(); --line) {
            const qsizetype column = screen->text(screen->line(line)).indexOf(text);
            if (column >= 0)
                return {line, int(column)};
        }
        return {};
    }
    QPoint pointOf(const QString &text, qreal cells = 0.5) const
    {
        const QRectF cell = view()->cellRect(placeOf(text));
        return QPointF(cell.left() + cells * cell.width(), cell.center().y()).toPoint();
    }
    QString end() const
    {
        const auto *text = m_shell->find<QLabel>(u"terminalEndText"_s);
        return text->isVisible() ? text->text() : QString();
    }
    QMessageBox *question() const
    {
        for (QMessageBox *box : m_shell->window.findChildren<QMessageBox *>()) {
            if (box->isVisible())
                return box;
        }
        return nullptr;
    }
    void answer(const QString &button)
    {
        QTRY_VERIFY(question());
        QTest::mouseClick(question()->findChild<QPushButton *>(button), Qt::LeftButton);
        QTRY_VERIFY(!question());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        beginShells();
        removeAll();
        QDesktopServices::setUrlHandler(u"https"_s, this, "openLink");
    }
    void cleanupTestCase()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        removeAll();
    }
    void cleanup()
    {
        m_shell.reset();
        if (!m_ids.isEmpty())
            Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + m_ids);
        m_ids.clear();
        m_opened.clear();
    }

    void aShellByKeyboard()
    {
        const QString id = shared(Lab::Image::Busybox);
        open();
        openTerminal(id);
        QCOMPARE(details()->currentIndex(), int(ContainerDetailsPane::TerminalTab));
        QCOMPARE(tabs()->tabText(0), u"ash"_s);
        const Operation *operation = m_shell->workbench.operations()->operations().last();
        QCOMPARE(operation->state(), Operation::State::Succeeded);
        QVERIFY2(operation->commandLine().endsWith(u"exec -it gui-terminal-2 ash"_s),
                 qPrintable(operation->commandLine()));

        // Keys of the window are the program's here.
        type(u"echo $((6*7))\n"_s);
        QTRY_VERIFY2(shown().contains(u"\n42\n"_s), qPrintable(shown()));
        type(u"sleep 99"_s);
        QTest::keyClick(view(), Qt::Key_U, Qt::ControlModifier);
        QTest::keyClick(view(), Qt::Key_Tab);
        QVERIFY(view()->hasFocus());
        type(u"ls /b"_s);
        QTest::keyClick(view(), Qt::Key_Tab);
        QTRY_VERIFY2(shown().contains(u"ls /bin/"_s), qPrintable(shown()));
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY2(prompts(), qPrintable(shown()));

        // Out of it and back.
        QTest::keyClick(view(), Qt::Key_Tab, Qt::ControlModifier);
        QTRY_VERIFY(!view()->hasFocus());
        QVERIFY(QApplication::focusWidget());
        view()->setFocus();
        QTest::keyClick(view(), Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!view()->hasFocus());
        view()->setFocus();

        type(u"exit 3\n"_s);
        QTRY_COMPARE(end(), u"ash has ended with exit code 3."_s);
        QTest::mouseClick(m_shell->find<QPushButton>(u"restartTerminal"_s), Qt::LeftButton);
        QTRY_VERIFY(view()->session()->state() == TerminalSession::State::Running);
        QCOMPARE(tabs()->count(), 1);
        QVERIFY(end().isEmpty());
        QTRY_VERIFY(prompts());
        QTest::keyClick(view(), Qt::Key_W, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(!view());
        QVERIFY(m_shell->find<QWidget>(u"terminalForm"_s)->isVisible());
        QTRY_VERIFY(!Lab::docker({u"top"_s, id, u"-eo"_s, u"pid,args"_s}).output.contains(u" ash"_s));
    }

    void copyingAndPasting()
    {
        const QString id = shared(Lab::Image::Busybox);
        open();
        openTerminal(id);
        type(u"clear; echo one /etc/hosts three\n"_s);
        QTRY_VERIFY2(shown().startsWith(u"one /etc/hosts three"_s), qPrintable(shown()));
        QWidget *area = view()->viewport();
        QTest::mousePress(area, Qt::LeftButton, {}, pointOf(u"one"_s, 0.1));
        QTest::mouseMove(area, pointOf(u"one"_s, 2.9));
        QTest::mouseRelease(area, Qt::LeftButton, {}, pointOf(u"one"_s, 2.9));
        QCOMPARE(view()->selectedText(), u"one"_s);
        QTest::mouseDClick(area, Qt::LeftButton, {}, pointOf(u"hosts"_s));
        QCOMPARE(view()->selectedText(), u"/etc/hosts"_s);
        QTest::mousePress(area, Qt::LeftButton, {}, pointOf(u"hosts"_s));
        QTest::mouseRelease(area, Qt::LeftButton, {}, pointOf(u"hosts"_s));
        QCOMPARE(view()->selectedText(), u"one /etc/hosts three"_s);
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"one /etc/hosts three"_s);

        QApplication::clipboard()->setText(u"echo pas''ted"_s);
        QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        type(u"\n"_s);
        QTRY_VERIFY2(shown().contains(u"\npasted"_s), qPrintable(shown()));
        QVERIFY(!view()->hasSelection());
        // Several lines ask first.
        QApplication::clipboard()->setText(u"echo fi''rst\necho sec''ond\n"_s);
        QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(question());
        QVERIFY(question()->informativeText().contains(u"echo sec''ond"_s));
        answer(u"questionCancel"_s);
        QTest::keyClick(view(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
        answer(u"questionVerb"_s);
        QTRY_VERIFY2(shown().contains(u"\nsecond"_s), qPrintable(shown()));
        QCOMPARE(shown().count(u"\nfirst"_s), 1);
        // By the input method, and what it composes is not sent.
        QInputMethodEvent composing(u"ü"_s, {});
        QApplication::sendEvent(view(), &composing);
        QInputMethodEvent committing;
        committing.setCommitString(u"echo com''mitted"_s);
        QApplication::sendEvent(view(), &committing);
        type(u"\n"_s);
        QTRY_VERIFY2(shown().contains(u"\ncommitted"_s), qPrintable(shown()));
    }

    void scrollingSearchingLinksAndZoom()
    {
        const QString id = shared(Lab::Image::Busybox);
        open();
        openTerminal(id);
        type(u"i=0; while [ $i -lt 300 ]; do echo needle $i; i=$((i+1)); done; echo https://example.org/x, e''nd\n"_s);
        QTRY_VERIFY2(shown().contains(u", end"_s), qPrintable(shown()));
        QScrollBar *bar = view()->verticalScrollBar();
        QCOMPARE(bar->value(), bar->maximum());
        QTest::keyClick(view(), Qt::Key_PageUp, Qt::ShiftModifier);
        const QString above = shown();
        QVERIFY(bar->value() < bar->maximum());
        // The place is kept while lines come, until a key is pressed.
        view()->session()->screen()->sendText(u"echo m''ore\r"_s);
        QTRY_VERIFY(view()->session()->screen()->text(view()->session()->screen()->line(placeOf(u"more"_s).line))
                    == u"more"_s);
        QTRY_COMPARE(shown(), above);
        QTest::keyClick(view(), ' ');
        QTRY_COMPARE(bar->value(), bar->maximum());

        QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *field = m_shell->find<QLineEdit>(u"searchTerminal"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"needle 1\\d$"_s);
        const auto *found = m_shell->find<QLabel>(u"terminalFound"_s);
        QTRY_COMPARE(found->text(), u"Not found"_s);
        QTest::mouseClick(m_shell->find<QToolButton>(u"terminalExpression"_s), Qt::LeftButton);
        QTRY_COMPARE(found->text(), u"10 match(es)"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(found->text(), u"10 of 10"_s);
        QVERIFY2(shown().contains(u"needle 19\n"_s), qPrintable(shown()));
        QCOMPARE(view()->selectedText(), u"needle 19"_s);
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(view()->hasFocus());

        QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, Qt::ControlModifier, pointOf(u"example.org"_s));
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org/x"_s)});
        const QSize before = view()->gridSize();
        QTest::keyClick(view(), Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(view(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(view()->fontPixels(), TerminalView::UsualPixels + 2);
        QVERIFY(view()->gridSize().width() < before.width());
        QTRY_COMPARE(view()->session()->screen()->columns(), view()->gridSize().width());
        QTest::keyClick(view(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(view()->gridSize(), before);
    }

    void theMouseIsTheProgramsUnlessShiftIsHeld()
    {
        const QString id = shared(Lab::Image::Busybox);
        open();
        openTerminal(id);
        type(u"clear; printf '\\033[?1000h\\033[?1006h'; cat -v\n"_s);
        QTRY_VERIFY(view()->session()->screen()->mouse() == TerminalScreen::Mouse::Clicks);
        QWidget *area = view()->viewport();
        const QPoint cell = view()->cellRect({view()->session()->screen()->screenLine() + 5, 7}).center().toPoint();
        QTest::mouseClick(area, Qt::LeftButton, {}, cell);
        type(u"\n"_s);
        QTRY_VERIFY2(shown().contains(u"^[[<0;8;6M^[[<0;8;6m"_s), qPrintable(shown()));
        QVERIFY(!view()->hasSelection());
        QTest::mouseDClick(area, Qt::LeftButton, Qt::ShiftModifier, pointOf(u"8;6M"_s));
        QVERIFY(view()->hasSelection());
    }

    void closingAsksWhileAProgramRuns()
    {
        const QString id = shared(Lab::Image::Postgres);
        open();
        openTerminal(id);
        QCOMPARE(tabs()->tabText(0).isEmpty(), false);
        type(u"sleep 4321\n"_s);
        QTRY_VERIFY(Lab::docker({u"top"_s, id, u"-eo"_s, u"pid,args"_s}).output.contains(u"4321"_s));
        QTest::mouseClick(m_shell->find<QToolButton>(u"closeSession"_s), Qt::LeftButton);
        QTRY_VERIFY(question());
        QVERIFY2(question()->text().startsWith(u"sleep runs"_s), qPrintable(question()->text()));
        answer(u"questionCancel"_s);
        QVERIFY(view());
        QTest::mouseClick(m_shell->find<QToolButton>(u"closeSession"_s), Qt::LeftButton);
        answer(u"questionVerb"_s);
        QTRY_VERIFY(!view());
        QTRY_VERIFY(!Lab::docker({u"top"_s, id, u"-eo"_s, u"pid,args"_s}).output.contains(u"4321"_s));
    }

    void quittingAsksAndEndsThem()
    {
        const QString id = shared(Lab::Image::Postgres);
        open();
        openTerminal(id);
        type(u"sleep 4321\n"_s);
        QTRY_VERIFY(Lab::docker({u"top"_s, id, u"-eo"_s, u"pid,args"_s}).output.contains(u"4321"_s));
        m_shell->window.close();
        QTRY_VERIFY(question());
        QVERIFY2(question()->informativeText().contains(u"sleep runs in a terminal on gui-terminal-0"_s),
                 qPrintable(question()->informativeText()));
        answer(u"questionCancel"_s);
        QVERIFY(m_shell->window.isVisible());
        m_shell->window.close();
        answer(u"questionVerb"_s);
        QTRY_VERIFY(!m_shell->window.isVisible());
        QTRY_VERIFY(!Lab::docker({u"top"_s, id, u"-eo"_s, u"pid,args"_s}).output.contains(u"4321"_s));
    }

    void aWindowOfItsOwnKeepsWhatRuns()
    {
        const QString id = run(u"gui-terminal-own"_s);
        open();
        openTerminal(id);
        type(u"echo be''fore; sleep 600\n"_s);
        QTRY_VERIFY2(shown().contains(u"\nbefore"_s), qPrintable(shown()));
        TerminalView *terminal = view();
        QTest::keyClick(&m_shell->window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        DetachedWindow *own = m_shell->workbench.windows()->windows(u"terminal"_s).value(0);
        QVERIFY(own && own->isAncestorOf(terminal));
        QCOMPARE(own->windowTitle(), u"Terminal in gui-terminal-own — Gantry"_s);
        QVERIFY(!panel()->hasSessions(id));
        QTRY_VERIFY(terminal->isVisible() && terminal->visibleLines().join(u'\n').contains(u"\nbefore"_s));
        // It is asked for as in its place.
        m_shell->window.close();
        QTRY_VERIFY(question());
        QVERIFY2(question()->informativeText().contains(u"sleep runs in a terminal on gui-terminal-own"_s),
                 qPrintable(question()->informativeText()));
        answer(u"questionCancel"_s);
        // T shows where it is, and starts no other one.
        m_shell->window.activateWindow();
        tree()->setFocus();
        QTRY_VERIFY(tree()->hasFocus());
        QTest::keyClick(tree(), Qt::Key_T);
        QVERIFY(!panel()->hasSessions(id));

        own->close();
        QTRY_VERIFY(m_shell->workbench.windows()->windows(u"terminal"_s).isEmpty());
        QVERIFY(panel()->hasSessions(id));
        QCOMPARE(view(), terminal);
        QCOMPARE(terminal->session()->state(), TerminalSession::State::Running);
    }

    void aRemovedContainersTerminalIsKept_data()
    {
        QTest::addColumn<bool>("isTornOff");
        QTest::newRow("in its place") << false;
        QTest::newRow("in a window of its own") << true;
    }
    void aRemovedContainersTerminalIsKept()
    {
        QFETCH(const bool, isTornOff);
        const QString other = shared(Lab::Image::Busybox);
        const QString id = run(u"gui-terminal-goes"_s);
        open();
        openTerminal(id);
        type(u"echo be''fore\n"_s);
        QTRY_VERIFY2(shown().contains(u"\nbefore"_s), qPrintable(shown()));
        TerminalView *terminal = view();
        if (isTornOff)
            QTest::keyClick(&m_shell->window, Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(Lab::docker({u"rm"_s, u"-f"_s, id}).ok());
        m_ids.clear();
        QTRY_VERIFY(!m_shell->workbench.engine()->containers()->contains(id));
        QTRY_VERIFY(!terminal->session()->isOpen());
        const auto *sentence = m_shell->find<QLabel>(u"detailsSentence"_s);
        if (isTornOff) {
            QTRY_COMPARE(sentence->text(), u"gui-terminal-goes was removed."_s);
            QVERIFY(terminal->isVisible() && terminal->visibleLines().join(u'\n').contains(u"\nbefore"_s));
            return;
        }

        // It is read, searched and copied.
        QTRY_VERIFY(m_shell->find<QLabel>(u"detailsTitle"_s)->isVisible() && terminal->isVisible());
        QCOMPARE(view(), terminal);
        QVERIFY2(shown().contains(u"\nbefore"_s), qPrintable(shown()));
        const auto *said = m_shell->find<QLabel>(u"detailsFullName"_s);
        QCOMPARE(said->text(), u"gui-terminal-goes was removed."_s);
        QVERIFY(!end().isEmpty());
        const auto *again = m_shell->find<QPushButton>(u"restartTerminal"_s);
        QVERIFY(!again->isEnabled());
        QVERIFY2(again->toolTip().contains(u"The container was removed."_s), qPrintable(again->toolTip()));
        QVERIFY(!m_shell->find<QToolButton>(u"newSession"_s)->isEnabled());
        QVERIFY(details()->isTabVisible(ContainerDetailsPane::TerminalTab));
        QVERIFY(!details()->isTabVisible(ContainerDetailsPane::InspectTab));
        terminal->setFocus();
        QTest::keyClick(terminal, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(m_shell->find<QLineEdit>(u"searchTerminal"_s), u"before"_s);
        QTRY_VERIFY(terminal->search()->matches().size() == 1);
        QTest::mouseDClick(terminal->viewport(), Qt::LeftButton, {}, pointOf(u"before"_s));
        QTest::keyClick(terminal, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s);

        // Another one is not stopped by it, and lets go of it.
        select(other);
        QTRY_VERIFY(details()->isTabVisible(ContainerDetailsPane::InspectTab));
        QVERIFY(!panel()->hasSessions(id));
        QTRY_VERIFY(said->text() != u"gui-terminal-goes was removed."_s);
        QVERIFY(m_shell->find<QLabel>(u"detailsState"_s)->isVisible());
    }

    void aRemovedContainersTerminalIsClosed()
    {
        const QString id = run(u"gui-terminal-closed"_s);
        open();
        openTerminal(id);
        QVERIFY(Lab::docker({u"rm"_s, u"-f"_s, id}).ok());
        m_ids.clear();
        QTRY_VERIFY(!m_shell->workbench.engine()->containers()->contains(id));
        QTRY_VERIFY(view() && !view()->session()->isOpen());
        QTest::mouseClick(m_shell->find<QPushButton>(u"closeTerminal"_s), Qt::LeftButton);
        const auto *sentence = m_shell->find<QLabel>(u"detailsSentence"_s);
        QTRY_VERIFY(sentence->isVisible());
        QCOMPARE(sentence->text(), u"gui-terminal-closed was removed."_s);
        QVERIFY(!m_shell->find<QPushButton>(u"mergeLogs"_s)->isVisible());
        QVERIFY(!panel()->hasSessions(id));
    }

    void theLastRunsComeBackEnded()
    {
        const QString id = run(u"gui-terminal-again"_s);
        m_shell.emplace(m_folder.filePath(u"again.conf"_s));
        const auto connectToLab = [this] {
            m_shell->window.resize(1440, 900);
            m_shell->workbench.engine()->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
            QTRY_VERIFY(m_shell->isConnected());
        };
        connectToLab();
        openTerminal(id);
        m_shell->window.close();
        QTRY_VERIFY(!m_shell->window.isVisible());
        m_shell.reset();

        m_shell.emplace(m_folder.filePath(u"again.conf"_s));
        connectToLab();
        select(id);
        QTRY_VERIFY(panel()->hasSessions(id));
        QCOMPARE(details()->currentIndex(), int(ContainerDetailsPane::TerminalTab));
        QCOMPARE(tabs()->tabText(0), u"ash"_s);
        QTRY_VERIFY2(end().startsWith(u"This terminal ended with the last run"_s), qPrintable(end()));
        QVERIFY(m_shell->workbench.operations()->operations().isEmpty()); // nothing was started
        m_shell->find<QPushButton>(u"restartTerminal"_s)->click();
        QTRY_VERIFY(view() && view()->session()->state() == TerminalSession::State::Running);
        QTRY_VERIFY2(prompts(), qPrintable(shown()));
        QCOMPARE(tabs()->count(), 1);
    }

    void severalTerminalsAndContainers()
    {
        const QString a = run(u"gui-terminal-a"_s);
        const QString b = run(u"gui-terminal-b"_s);
        open();
        openTerminal(a);
        type(u"A=from-a\n"_s);
        QTest::keyClick(view(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_shell->find<QWidget>(u"terminalForm"_s)->isVisible());
        // Blindly typed: no other terminal, and the way back.
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(tabs()->count(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_shell->find<QWidget>(u"terminalForm"_s)->isVisible());
        QVERIFY(view()->hasFocus());
        QTest::keyClick(view(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(m_shell->find<QWidget>(u"terminalForm"_s)->isVisible());
        m_shell->find<QComboBox>(u"terminalProgram"_s)->clearEditText();
        m_shell->find<QLineEdit>(u"terminalUser"_s)->setText(u"7"_s);
        m_shell->find<QLineEdit>(u"terminalDirectory"_s)->setText(u"/etc"_s);
        m_shell->find<QLineEdit>(u"terminalVariables"_s)->setText(u"WHO=\"you and I\" wrong"_s);
        auto *start = m_shell->find<QPushButton>(u"openTerminal"_s);
        QVERIFY(!start->isEnabled());
        m_shell->find<QLineEdit>(u"terminalVariables"_s)->setText(u"WHO=\"you and I\""_s);
        QVERIFY(start->isEnabled());
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_VERIFY(view() && view()->session()->state() == TerminalSession::State::Running);
        QCOMPARE(tabs()->count(), 2);
        type(u"id -u; pwd; echo $WHO\n"_s);
        QTRY_VERIFY2(shown().contains(u"7\n/etc\nyou and I"_s), qPrintable(shown()));
        const QString line = m_shell->workbench.operations()->operations().last()->commandLine();
        QVERIFY2(line.contains(u"-u 7 -w /etc -e WHO gui-terminal-a ash"_s), qPrintable(line));

        // A bell is seen where it rings, and else marks the tab until that is looked at.
        type(u"printf '\\a'\n"_s);
        QTRY_VERIFY(view()->isFlashing());
        QTRY_VERIFY(!view()->isFlashing());
        QVERIFY(tabs()->tabIcon(1).isNull());
        type(u"sleep 1; printf '\\a'\n"_s);
        tabs()->setCurrentIndex(0);
        QTRY_VERIFY(!tabs()->tabIcon(1).isNull());
        QCOMPARE(tabs()->accessibleTabName(1), u"ash, bell"_s);
        QVERIFY(!view()->isFlashing());
        details()->setCurrentIndex(ContainerDetailsPane::OverviewTab);
        QTRY_VERIFY(!details()->tabIcon(ContainerDetailsPane::TerminalTab).isNull());
        details()->setCurrentIndex(ContainerDetailsPane::TerminalTab);
        QTRY_VERIFY(details()->tabIcon(ContainerDetailsPane::TerminalTab).isNull());
        QVERIFY(!tabs()->tabIcon(1).isNull());
        tabs()->setCurrentIndex(1);
        QTRY_VERIFY(tabs()->tabIcon(1).isNull());

        // Another container has its own, and what was left goes on.
        select(b);
        QTRY_VERIFY(!view());
        QCOMPARE(tabs()->count(), 0);
        select(a);
        QTRY_VERIFY(view());
        QCOMPARE(tabs()->count(), 2);
        tabs()->setCurrentIndex(0);
        type(u"echo $A\n"_s);
        QTRY_VERIFY2(shown().contains(u"\nfrom-a"_s), qPrintable(shown()));

        // One that stops ends them, and says so.
        QVERIFY(Lab::docker({u"stop"_s, u"-t"_s, u"0"_s, a}).ok());
        QTRY_VERIFY(!end().isEmpty());
        QTRY_VERIFY(!m_shell->find<QPushButton>(u"restartTerminal"_s)->isEnabled());
        QTRY_VERIFY(!m_shell->action(u"container.terminal"_s)->isEnabled());
        QVERIFY(m_shell->workbench.actions()
                    ->unavailableReason(m_shell->action(u"container.terminal"_s))
                    .contains(u"not running"_s));
    }

    void aContainersOwnTerminal()
    {
        const auto made = Lab::docker(
            {u"create"_s, u"-it"_s, u"--name"_s, u"gui-terminal-own"_s, Lab::image(Lab::Image::Busybox), u"sh"_s});
        QVERIFY2(made.ok(), qPrintable(made.error));
        m_ids << made.output;
        open();
        // Before the list knows of it, too.
        Q_EMIT m_shell->workbench.attachTerminalRequested(made.output);
        QTRY_VERIFY2(view() && shown().endsWith(u"/ #"_s), qPrintable(shown()));
        QTRY_VERIFY2(view()->hasFocus(), qPrintable(focus()));
        type(u"ls -d /bin; uname -a; exit 5\n"_s);
        QTRY_COMPARE(end(), u"The container has ended with exit code 5."_s);
        QVERIFY2(shown().contains(u"\n/bin\nLinux"_s), qPrintable(shown()));
        QTRY_VERIFY(m_shell->find<QPushButton>(u"restartTerminal"_s)->isEnabled());
        QTest::mouseClick(m_shell->find<QPushButton>(u"restartTerminal"_s), Qt::LeftButton);
        QTRY_VERIFY2(view() && view()->session()->state() == TerminalSession::State::Running
                         && shown().endsWith(u"/ #"_s),
                     qPrintable(shown()));
        // Closing it leaves the container alone.
        QTest::mouseClick(m_shell->find<QToolButton>(u"closeSession"_s), Qt::LeftButton);
        QTRY_VERIFY(!view());
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.Running}}"_s, made.output}).output, u"true"_s);
    }

    void onAServiceOfAProject()
    {
        const QString id
            = make(Lab::Image::Busybox, u"gui-terminal-web"_s,
                   {u"--label"_s, u"com.docker.compose.project=guiterm"_s, u"--label"_s,
                    u"com.docker.compose.service=web"_s, u"--label"_s, u"com.docker.compose.container-number=1"_s,
                    u"--label"_s, u"com.docker.compose.oneoff=False"_s});
        m_ids << id;
        open();
        m_shell->window.showPage(u"projects"_s);
        Q_EMIT m_shell->workbench.showProjectRequested(u"guiterm"_s);
        auto *projects = m_shell->find<QTreeView>(u"projectsTree"_s);
        QModelIndex service;
        QTRY_VERIFY((service = Driver::findRow(projects, u"web"_s, u"guiterm"_s)).isValid());
        projects->setCurrentIndex(service);
        QTRY_VERIFY(m_shell->action(u"service.terminal"_s)->isEnabled());
        projects->setFocus();
        QTest::keyClick(projects, Qt::Key_T);
        QTRY_COMPARE(m_shell->window.currentPage()->id(), u"containers"_s);
        QTRY_VERIFY(view() && view()->session()->containerId() == id);
        QTRY_VERIFY2(view()->hasFocus(), qPrintable(focus()));
        QTRY_VERIFY2(prompts(), qPrintable(shown()));
    }

    void assistiveTechnologyReadsIt()
    {
        const QString id = shared(Lab::Image::Busybox);
        open();
        openTerminal(id);
        type(u"clear; echo read''able\n"_s);
        QTRY_VERIFY(shown().startsWith(u"readable"_s));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(view());
        QVERIFY(interface);
        QCOMPARE(interface->role(), QAccessible::Terminal);
        QCOMPARE(interface->text(QAccessible::Name), u"Terminal"_s);
        QVERIFY(interface->text(QAccessible::Description).contains(u"Ctrl+Tab"_s));
        QAccessibleTextInterface *text = interface->textInterface();
        QVERIFY(text);
        QCOMPARE(text->text(0, 8), u"readable"_s);
        QTRY_COMPARE(text->cursorPosition(), text->characterCount());
    }

    void colorsCanBeRead()
    {
        for (const Tokens &tokens : {Tokens::lightTheme(), Tokens::darkTheme()}) {
            const TerminalPalette palette(tokens);
            for (int text = 0; text < 256; ++text) {
                for (int ground = 0; ground < 257; ground += 3) {
                    const QColor under
                        = palette.background(ground == 256 ? TerminalColor() : TerminalColor::indexed(quint8(ground)));
                    const QColor over = palette.foreground(TerminalColor::indexed(quint8(text)));
                    QVERIFY(TerminalPalette::contrast(palette.readable(over, under), under)
                            >= TerminalPalette::LeastContrast);
                }
            }
            QVERIFY(palette.readable(tokens.text, tokens.base) == tokens.text);
        }
    }

    /// The end of the desktop's session, and SIGTERM.
    void endingUnaskedEndsThem()
    {
        const QString id = shared(Lab::Image::Postgres);
        const auto processes = [&id] { return Lab::docker({u"top"_s, id, u"-eo"_s, u"pid,args"_s}).output; };
        open();
        openTerminal(id);
        type(u"sleep 4322\n"_s);
        QTRY_VERIFY(processes().contains(u"4322"_s));
        m_shell->window.quit();
        QTRY_VERIFY(!m_shell->window.isVisible());
        QVERIFY(!question());
        QTRY_VERIFY2(!processes().contains(u"4322"_s) && !processes().contains(u"bash"_s), qPrintable(processes()));
    }
};

QTEST_MAIN(TestTerminalPanel)
#include "tst_terminalpanel.moc"
