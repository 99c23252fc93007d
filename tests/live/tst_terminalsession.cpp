// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/labengine.h"
#include "memoryuse.h"
#include "terminal/terminalsession.h"

#include <QElapsedTimer>
#include <QTest>
#include <QUuid>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// Terminals in containers of a real engine.
class TestTerminalSession : public QObject
{
    Q_OBJECT

private:
    LabEngine m_engine;
    std::unique_ptr<TerminalSession> m_session;
    QString m_id;

    static void removeAll()
    {
        const QStringList ids = Lab::docker({u"ps"_s, u"-aq"_s, u"--filter"_s, u"name=live-terminal-"_s})
                                    .output.split(u'\n', Qt::SkipEmptyParts);
        if (!ids.isEmpty())
            Lab::docker(QStringList{u"rm"_s, u"-fv"_s} + ids); // one may be on its way already
    }

    void start(Lab::Image image, const QStringList &options = {}, const QStringList &command = {u"sleep"_s, u"600"_s})
    {
        static int number = 0;
        const auto made
            = Lab::docker(QStringList{u"run"_s, u"-d"_s, u"--init"_s, u"--name"_s, u"live-terminal-%1"_s.arg(++number)}
                          + options + QStringList{Lab::image(image)} + command);
        QVERIFY2(made.ok(), qPrintable(made.error));
        m_id = made.output.section(u'\n', -1);
    }
    void open(const TerminalSession::Program &program = {}, int columns = 80, int rows = 24)
    {
        m_session = std::make_unique<TerminalSession>(m_engine.get(), m_id);
        m_session->run(program, columns, rows);
        QTRY_VERIFY2(m_session->state() == TerminalSession::State::Running, qPrintable(m_session->problem() + shown()));
    }
    void type(const QString &text) { m_session->screen()->sendText(text); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { m_session->screen()->sendKey(key, modifiers, {}); }
    QString shown() const
    {
        const TerminalScreen *screen = m_session->screen();
        QStringList rows;
        for (qint64 line = screen->firstLine(); line < screen->endLine(); ++line)
            rows << screen->text(screen->line(line));
        while (!rows.isEmpty() && rows.last().isEmpty())
            rows.removeLast();
        return rows.join(u'\n');
    }
    QString last() const { return shown().section(u'\n', -1); }
    QString processes() const { return Lab::docker({u"top"_s, m_id, u"-eo"_s, u"pid,args"_s}).output; }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        removeAll();
        m_engine.connect();
    }
    void cleanup()
    {
        m_session.reset();
        removeAll();
    }
    void cleanupTestCase() { m_engine.reset(); }

    void theBestShellIsFound_data()
    {
        QTest::addColumn<int>("image");
        QTest::addColumn<QString>("shell");
        QTest::newRow("postgres") << int(Lab::Image::Postgres) << u"bash"_s;
        QTest::newRow("busybox") << int(Lab::Image::Busybox) << u"ash"_s;
    }
    void theBestShellIsFound()
    {
        QFETCH(int, image);
        QFETCH(QString, shell);
        start(Lab::Image(image), {}, {u"sleep"_s, u"600"_s});
        open();
        QCOMPARE(m_session->shell(), shell);
        QCOMPARE(m_session->command(u"web"_s), (QStringList{u"exec"_s, u"-it"_s, u"web"_s, shell}));
        type(u"echo $((6 * 7))-$TERM\r"_s);
        QTRY_VERIFY2(shown().contains(u"42-xterm-256color"_s), qPrintable(shown()));
        QVERIFY2(!shown().contains(u"697"_s), qPrintable(shown()));
        type(u"exit 3\r"_s);
        QTRY_VERIFY(m_session->state() == TerminalSession::State::Ended);
        QCOMPARE(m_session->exitCode(), std::optional(3));
    }

    void programUserDirectoryAndVariables()
    {
        start(Lab::Image::Busybox);
        open({{u"sh"_s, u"-c"_s, u"id -u; pwd; echo $WHO; exec cat"_s}, u"12"_s, u"/bin"_s, {u"WHO=a b"_s}});
        QTRY_VERIFY2(shown().contains(u"12\n/bin\na b"_s), qPrintable(shown()));
        QVERIFY(!m_session->command(u"web"_s).join(u' ').contains(u"a b"_s));
        press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(m_session->state() == TerminalSession::State::Ended);
        QCOMPARE(m_session->exitCode(), std::optional(0));

        m_session = std::make_unique<TerminalSession>(m_engine.get(), m_id);
        m_session->run({{u"no-such-program"_s}, {}, {}, {}}, 80, 24);
        QTRY_VERIFY(m_session->state() == TerminalSession::State::Ended);
        QCOMPARE(m_session->exitCode(), std::optional(127));
        QTRY_VERIFY2(shown().contains(u"no-such-program"_s), qPrintable(shown()));

        m_session = std::make_unique<TerminalSession>(m_engine.get(), m_id);
        m_session->run({{}, u"nobody-of-that-name"_s, {}, {}}, 80, 24);
        QTRY_VERIFY(!m_session->isOpen());
        QVERIFY2(m_session->problem().contains(u"nobody-of-that-name"_s) || shown().contains(u"nobody-of-that-name"_s),
                 qPrintable(m_session->problem() + shown()));
    }

    void theProgramKnowsTheSize()
    {
        start(Lab::Image::Busybox);
        open({}, 77, 33);
        type(u"stty size\r"_s);
        QTRY_VERIFY2(shown().contains(u"33 77"_s), qPrintable(shown()));
        // The last of many counts.
        for (int columns = 40; columns <= 100; ++columns)
            m_session->resize(columns, 20);
        type(u"until [ \"$(stty size)\" = '20 100' ]; do :; done; echo si''zed\r"_s);
        QTRY_VERIFY2(shown().contains(u"sized"_s), qPrintable(shown()));
    }

    void ctrlCAnswersDuringAFlood()
    {
        start(Lab::Image::Postgres);
        open();
        const qint64 before = MemoryUse::resident();
        type(u"while :; do echo a flood of lines that nobody reads; done\r"_s);
        QTRY_VERIFY(m_session->screen()->screenLine() > 200'000);
        // Nothing of the loop's stands still meanwhile.
        qint64 longest = 0;
        QElapsedTimer turn;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { longest = std::max(longest, turn.restart()); });
        turn.start();
        beat.start(1);
        const qint64 line = m_session->screen()->screenLine();
        QTRY_VERIFY(m_session->screen()->screenLine() > line + 200'000);
        beat.stop();
        QVERIFY2(longest < 100, qPrintable(QString::number(longest)));
        QElapsedTimer answer;
        answer.start();
        press(Qt::Key_C, Qt::ControlModifier);
        QTRY_VERIFY2(shown().right(200).contains(u"^C"_s), qPrintable(shown().right(200)));
        type(u"echo do''ne\r"_s);
        QTRY_VERIFY2(shown().right(400).contains(u"\ndone"_s), qPrintable(shown().right(400)));
        QVERIFY2(answer.elapsed() < 3000, qPrintable(QString::number(answer.elapsed())));
        QVERIFY(MemoryUse::grewLess(before, 100 * 1024 * 1024));
    }

    void closingEndsTheShellAndWhatItRuns()
    {
        start(Lab::Image::Postgres);
        open();
        type(u"sleep 98765\r"_s);
        QTRY_VERIFY(processes().contains(u"98765"_s));
        QString program = u"unknown"_s;
        m_session->askForProgram(this, [&](const QString &name) { program = name; });
        QTRY_COMPARE(program, u"sleep"_s);
        m_session->hangUp();
        QTRY_VERIFY(!m_session->isOpen());
        QTRY_VERIFY2(!processes().contains(u"98765"_s) && !processes().contains(u"bash"_s), qPrintable(processes()));

        open();
        QTRY_VERIFY2(last().endsWith(u'#') || last().endsWith(u'$'), qPrintable(shown()));
        m_session->askForProgram(this, [&](const QString &name) { program = name; });
        QTRY_COMPARE(program, QString());
    }

    void containerGoesMeanwhile()
    {
        start(Lab::Image::Busybox);
        open();
        QVERIFY(Lab::docker({u"rm"_s, u"-f"_s, m_id}).ok());
        QTRY_VERIFY(!m_session->isOpen());
        QVERIFY(m_session->exitCode() || !m_session->problem().isEmpty());

        m_session = std::make_unique<TerminalSession>(m_engine.get(), m_id);
        m_session->run({}, 80, 24);
        QTRY_VERIFY(m_session->state() == TerminalSession::State::Failed);
        QVERIFY2(!m_session->problem().isEmpty(), qPrintable(m_session->problem()));
    }

    void attached()
    {
        static int number = 0;
        const auto made = Lab::docker({u"create"_s, u"-it"_s, u"--name"_s, u"live-terminal-own-%1"_s.arg(++number),
                                       Lab::image(Lab::Image::Busybox), u"sh"_s});
        QVERIFY2(made.ok(), qPrintable(made.error));
        m_id = made.output;
        m_session = std::make_unique<TerminalSession>(m_engine.get(), m_id);
        m_session->attach(66, 22);
        QTRY_VERIFY2(shown().contains(u"/ #"_s), qPrintable(m_session->problem() + shown()));
        QTRY_VERIFY(m_session->state() == TerminalSession::State::Running);
        type(u"until [ \"$(stty size)\" = '22 66' ]; do :; done; uname -s; exit 5\r"_s);
        QTRY_VERIFY2(!m_session->isOpen(), qPrintable(shown()));
        QVERIFY2(shown().contains(u"Linux"_s), qPrintable(shown()));
        QCOMPARE(m_session->exitCode(), std::optional(5));
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.Running}}"_s, m_id}).output, u"false"_s);

        // Again, and left: it goes on.
        m_session = std::make_unique<TerminalSession>(m_engine.get(), m_id);
        m_session->attach(66, 22, true);
        QTRY_VERIFY2(shown().contains(u"/ #"_s), qPrintable(m_session->problem() + shown()));
        m_session->hangUp();
        QVERIFY(!m_session->isOpen());
        QCOMPARE(Lab::docker({u"inspect"_s, u"-f"_s, u"{{.State.Running}}"_s, m_id}).output, u"true"_s);
    }

    void attachedToOneThatIsRemovedByItself()
    {
        const auto made = Lab::docker({u"run"_s, u"-itd"_s, u"--rm"_s, u"--name"_s, u"live-terminal-gone"_s,
                                       Lab::image(Lab::Image::Busybox), u"sh"_s});
        QVERIFY2(made.ok(), qPrintable(made.error));
        m_id = made.output;
        m_session = std::make_unique<TerminalSession>(m_engine.get(), m_id);
        m_session->attach(80, 24);
        // What it wrote before is there, too: it is new.
        QTRY_VERIFY2(shown().contains(u"/ #"_s), qPrintable(m_session->problem() + shown()));
        type(u"exit 4\r"_s);
        QTRY_VERIFY(!m_session->isOpen());
        QCOMPARE(m_session->exitCode(), std::optional(4));
    }

    void attachedToOneWithoutTerminal()
    {
        start(Lab::Image::Busybox);
        m_session = std::make_unique<TerminalSession>(m_engine.get(), m_id);
        m_session->attach(80, 24);
        QTRY_VERIFY(m_session->state() == TerminalSession::State::Failed);
        QVERIFY(m_session->problem().contains(u"without a terminal"_s));
    }
};

QTEST_GUILESS_MAIN(TestTerminalSession)
#include "tst_terminalsession.moc"
