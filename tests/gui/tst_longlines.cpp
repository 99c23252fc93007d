// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "containersprobe.h"
#include "logs/logview.h"
#include "look/menubutton.h"
#include "memoryuse.h"
#include "paintwait.h"
#include "turnwatch.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>

using namespace Gantry;

namespace {

constexpr int megabytes = 10;
constexpr qint64 mostStallMs = 100;

} // namespace

/// A line of ten megabytes in the log of a container, as the engine sends it: in pieces, each with its time.
class TestLongLines : public ContainersProbe
{
    Q_OBJECT

    QPointer<QLocalSocket> m_stream;

    static QByteArray frame(const QByteArray &text)
    {
        return FakeEngine::chunk(FakeEngine::frame(1, "2024-05-01T00:00:00.250000000Z " + text));
    }
    /// What lies before the line's end: a "needle" in each megabyte.
    static QByteArray piece(int number)
    {
        QByteArray text = QByteArray("lorem ipsum {dolor} ").repeated(1 + 16 * 1024 / 20).first(16 * 1024);
        if (number % 64 == 0)
            text.replace(100, 6, "needle");
        return text;
    }

    LogView *log() const { return m_shell->find<LogView>(u"log"_s); }
    QLineEdit *field() const { return m_shell->find<QLineEdit>(u"searchLog"_s); }
    QString said(const QString &name) const { return m_shell->find<QLabel>(name)->text(); }
    void choose(const QString &text) const
    {
        for (QAction *action : m_shell->find<MenuButton>(u"shownLines"_s)->entries()->actions()) {
            if (action->text() == text) {
                action->trigger();
                return;
            }
        }
        QFAIL(qPrintable(text));
    }
    void paint() const { QVERIFY(waitForPaint(log()->viewport())); }

private Q_SLOTS:
    void initTestCase()
    {
        start();
        m_engine->on("/containers/" + FakeContainers::id('a') + "/logs",
                     [this](QLocalSocket *socket, const FakeEngine::Request &) {
                         m_stream = socket;
                         socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + frame("first\n"));
                     });
        click('a');
        press(Qt::Key_L);
        QTRY_VERIFY(log()->hasFocus());
        QTRY_VERIFY2(said(u"logFoot"_s).startsWith(u"1 line"_s), qPrintable(said(u"logFoot"_s)));
    }
    void cleanupTestCase() { end(); }

    void itComes()
    {
        const qint64 before = MemoryUse::resident();
        TurnWatch watch;
        for (int i = 0; i < megabytes * 64; ++i) {
            m_stream->write(frame(piece(i)));
            if (i % 8 == 0)
                QTest::qWait(1);
        }
        m_stream->write(frame("its end\n") + frame("last\n"));
        QTRY_COMPARE(log()->visibleLines().value(log()->visibleLines().size() - 1), u"last"_s);
        // A line is shown in parts, so that none can stop the window, and counts once.
        QTRY_VERIFY2(said(u"logFoot"_s).startsWith(u"3 lines"_s), qPrintable(said(u"logFoot"_s)));
        qInfo("%lld ms, %lld bytes", watch.longestMs(), MemoryUse::resident() - before);
        QVERIFY2(watch.longestMs() < mostStallMs, qPrintable(QString::number(watch.longestMs())));
        QVERIFY(MemoryUse::grewLess(before, 64LL * 1024 * 1024));
    }

    void itIsReadAndScrolled()
    {
        TurnWatch watch;
        QScrollBar *across = log()->horizontalScrollBar();
        QTRY_VERIFY(across->maximum() > 64 * 1024);
        for (int step = 0; step <= 20; ++step) {
            across->setValue(int(qint64(across->maximum()) * step / 20));
            paint();
        }
        across->setValue(0);
        for (const Qt::Key key : {Qt::Key_Home, Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_Up, Qt::Key_End}) {
            QTest::keyClick(log(), key);
            paint();
        }
        qInfo("%lld ms", watch.longestMs());
        QVERIFY2(watch.longestMs() < mostStallMs, qPrintable(QString::number(watch.longestMs())));
    }

    void itIsWrapped()
    {
        TurnWatch watch;
        QTest::keyClick(log(), Qt::Key_W);
        QVERIFY(log()->isWrapped());
        paint();
        for (const Qt::Key key : {Qt::Key_Home, Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_End, Qt::Key_PageUp}) {
            QTest::keyClick(log(), key);
            paint();
        }
        for (const int width : {1100, 1440}) {
            m_shell->window.resize(width, 900);
            paint();
        }
        QTest::keyClick(log(), Qt::Key_W);
        paint();
        qInfo("%lld ms", watch.longestMs());
        QVERIFY2(watch.longestMs() < mostStallMs, qPrintable(QString::number(watch.longestMs())));
    }

    void itIsSearchedAndFiltered()
    {
        QTest::keyClick(log(), Qt::Key_End);
        TurnWatch watch;
        field()->setText(u"needle"_s);
        QTRY_COMPARE(said(u"findResult"_s), u"%1 match(es)"_s.arg(megabytes));
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(said(u"findResult"_s), u"1 of %1"_s.arg(megabytes));
        paint();
        choose(u"Only matches"_s);
        QTRY_VERIFY2(said(u"logFoot"_s).contains(u"%1 shown"_s.arg(megabytes)), qPrintable(said(u"logFoot"_s)));
        paint();
        choose(u"Without matches"_s);
        QTRY_VERIFY2(said(u"logFoot"_s).contains(u"%1 shown"_s.arg(163 - megabytes)), qPrintable(said(u"logFoot"_s)));
        paint();
        choose(u"All lines"_s);
        // More places than can be marked, and all are counted.
        field()->setText(u"o"_s);
        QTRY_VERIFY2(said(u"findResult"_s).endsWith(u" of 1,573,110"_s), qPrintable(said(u"findResult"_s)));
        QTest::keyClick(log(), Qt::Key_End);
        paint();
        field()->clear();
        qInfo("%lld ms", watch.longestMs());
        QVERIFY2(watch.longestMs() < mostStallMs, qPrintable(QString::number(watch.longestMs())));
    }

    void itIsCopiedWhole()
    {
        log()->setFocus();
        TurnWatch watch;
        log()->selectAll();
        QTest::keyClick(log(), Qt::Key_C, Qt::ControlModifier);
        paint();
        const qint64 stall = watch.longestMs();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(u"first\nlorem"_s) && copied.endsWith(u"\nlast"_s));
        QCOMPARE(copied.count(u"needle"_s), megabytes);
        QCOMPARE(copied.count(u'\n'), 2);
        QVERIFY(copied.size() > megabytes * 1024 * 1024);
        qInfo("%lld ms", stall);
        QVERIFY2(stall < mostStallMs, qPrintable(QString::number(stall)));
        QGuiApplication::clipboard()->clear();
    }
};

QTEST_MAIN(TestLongLines)
#include "tst_longlines.moc"
