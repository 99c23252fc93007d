// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containers/containerdetailspane.h"
#include "containers/containertree.h"
#include "lab/labenvironment.h"
#include "memoryuse.h"
#include "paintwait.h"
#include "shellprobe.h"
#include "terminal/terminalpanel.h"
#include "terminal/terminalsession.h"
#include "terminal/terminalview.h"
#include "turnwatch.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostStallMs = 100;

} // namespace

/// Terminals in the window whose programs write without end, in containers of a real engine.
class TestTerminalFlood : public QObject, private ShellFiles
{
    Q_OBJECT

    std::optional<Shell> m_shell;
    QString m_id;

    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name=gui-flood"_s})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids);
    }
    void make(const QStringList &words)
    {
        const auto made = Lab::docker(words);
        QVERIFY2(made.ok(), qPrintable(made.error));
        m_id = made.output.section(u'\n', -1);
    }
    TerminalView *view() const
    {
        const auto *panel = m_shell->find<TerminalPanel>(u"terminalPanel"_s);
        return panel ? panel->view() : nullptr;
    }
    bool isRunning() const { return view() && view()->session()->state() == TerminalSession::State::Running; }
    const TerminalScreen *screen() const { return view()->session()->screen(); }
    QString shown() const { return view() ? view()->visibleLines().join(u'\n') : QString(); }
    bool prompts() const { return shown().endsWith(u'#'); }
    QString processes() const { return Lab::docker({u"top"_s, m_id, u"-eo"_s, u"pid,args"_s}).output; }
    /// The flood is read on, for a good part of a second.
    bool goesOn() const
    {
        const qint64 before = screen()->screenLine();
        return QTest::qWaitFor([this, before] { return screen()->screenLine() > before + 100'000; }, Tests::patience);
    }
    void type(const QString &text) const
    {
        for (const QChar character : text) {
            if (character == u'\n')
                QTest::keyClick(view(), Qt::Key_Return);
            else
                QTest::keyClick(view(), character.toLatin1());
        }
    }
    /// By its letter in the list, of a new container.
    void openTerminal()
    {
        make({u"run"_s, u"-d"_s, u"--init"_s, u"--name"_s, u"gui-flood"_s, Lab::image(Lab::Image::Busybox), u"sleep"_s,
              u"600"_s});
        auto *tree = m_shell->find<ContainerTree>(u"containersTree"_s);
        QTRY_VERIFY(tree->select(m_id));
        m_shell->window.activateWindow();
        tree->setFocus();
        QTRY_VERIFY(tree->hasFocus());
        QTest::keyClick(tree, Qt::Key_T);
        QTRY_VERIFY(isRunning());
        QTRY_VERIFY(view()->hasFocus());
        QTRY_VERIFY2(prompts(), qPrintable(shown()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        beginShells();
    }
    void init()
    {
        removeAll();
        m_shell.emplace(stateFile());
        m_shell->window.resize(1440, 900);
        m_shell->workbench.engine()->start({{*Endpoint::parse(Lab::dockerHost())}, true, {}});
        QTRY_VERIFY(m_shell->isConnected());
    }
    void cleanup()
    {
        m_shell.reset();
        removeAll();
    }

    void theWindowAnswersDuringAFloodAndCtrlCEndsIt()
    {
        openTerminal();
        const qint64 before = MemoryUse::resident();
        TurnWatch watch;
        type(u"yes\n"_s);
        QTRY_VERIFY(screen()->screenLine() > 100'000);
        auto *tabs = m_shell->find<QTabBar>(u"detailTabs"_s);
        for (const int tab : {int(ContainerDetailsPane::OverviewTab), int(ContainerDetailsPane::TerminalTab)}) {
            tabs->setCurrentIndex(tab);
            QVERIFY(waitForPaint(&m_shell->window));
            QVERIFY(goesOn());
        }
        QTest::keyClick(view(), Qt::Key_PageUp, Qt::ShiftModifier);
        QVERIFY(waitForPaint(view()->viewport()));
        QVERIFY(goesOn());
        view()->setFocus();
        QElapsedTimer answer;
        answer.start();
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY2(prompts(), qPrintable(shown().right(200)));
        qInfo("%lld ms at most, ended after %lld ms", watch.longestMs(), answer.elapsed());
        QVERIFY2(watch.longestMs() < mostStallMs, qPrintable(QString::number(watch.longestMs())));
        QVERIFY2(answer.elapsed() < 5000, qPrintable(QString::number(answer.elapsed())));
        QVERIFY(MemoryUse::grewLess(before, 100LL * 1024 * 1024));
        QVERIFY2(!processes().contains(u"yes"_s), qPrintable(processes()));
        type(u"echo stil''l here\n"_s);
        QTRY_VERIFY2(shown().contains(u"\nstill here"_s), qPrintable(shown()));
    }

    void closingTheTabEndsAFlood()
    {
        openTerminal();
        type(u"yes\n"_s);
        QTRY_VERIFY(screen()->screenLine() > 100'000);
        QTest::mouseClick(m_shell->find<QToolButton>(u"closeSession"_s), Qt::LeftButton);
        const auto question = [this] { return m_shell->window.findChild<QMessageBox *>(); };
        QTRY_VERIFY(question() && question()->isVisible());
        QVERIFY2(question()->text().startsWith(u"yes runs"_s), qPrintable(question()->text()));
        QTest::mouseClick(question()->findChild<QPushButton *>(u"questionVerb"_s), Qt::LeftButton);
        QTRY_VERIFY(!view());
        QTRY_VERIFY2(!processes().contains(u"yes"_s), qPrintable(processes()));
    }

    void aContainersOwnFloodIsEnded()
    {
        make({u"create"_s, u"-it"_s, u"--init"_s, u"--name"_s, u"gui-flood"_s, Lab::image(Lab::Image::Busybox),
              u"yes"_s});
        Q_EMIT m_shell->workbench.attachTerminalRequested(m_id);
        QTRY_VERIFY(isRunning());
        TurnWatch watch;
        QTRY_VERIFY(screen()->screenLine() > 100'000);
        QTest::keyClick(view(), Qt::Key_C, Qt::ControlModifier);
        const auto *end = m_shell->find<QLabel>(u"terminalEndText"_s);
        QTRY_COMPARE(end->text(), u"The container has ended with exit code 130."_s);
        qInfo("%lld ms at most", watch.longestMs());
        QVERIFY2(watch.longestMs() < mostStallMs, qPrintable(QString::number(watch.longestMs())));
    }

    void aLineOfTenMegabytes()
    {
        openTerminal();
        const qint64 before = MemoryUse::resident();
        TurnWatch watch;
        type(u"head -c 10000000 /dev/zero | tr '\\0' x; echo; echo the e''nd\n"_s);
        QTRY_VERIFY2(shown().contains(u"\nthe end"_s), qPrintable(shown().right(200)));
        QTest::keyClick(view(), Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(view()->verticalScrollBar()->value(), 0);
        QVERIFY(waitForPaint(view()->viewport()));
        for (const int width : {1100, 1440}) {
            const int columns = screen()->columns();
            m_shell->window.resize(width, 900);
            QTRY_VERIFY(screen()->columns() != columns && screen()->columns() == view()->gridSize().width());
            QVERIFY(waitForPaint(view()->viewport()));
        }
        QTest::keyClick(view(), Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, QPoint(200, 30));
        QVERIFY(view()->hasSelection());
        QVERIFY(waitForPaint(view()->viewport()));
        QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *field = m_shell->find<QLineEdit>(u"searchTerminal"_s);
        QTRY_VERIFY(field->hasFocus());
        QTest::keyClicks(field, u"the end"_s);
        const auto *found = m_shell->find<QLabel>(u"terminalFound"_s);
        QTRY_COMPARE(found->text(), u"1 match(es)"_s);
        qInfo("%lld ms, %lld bytes", watch.longestMs(), MemoryUse::resident() - before);
        QVERIFY2(watch.longestMs() < mostStallMs, qPrintable(QString::number(watch.longestMs())));
        QVERIFY(MemoryUse::grewLess(before, 100LL * 1024 * 1024));
    }
};

QTEST_MAIN(TestTerminalFlood)
#include "tst_terminalflood.moc"
