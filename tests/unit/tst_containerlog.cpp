// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/containerlog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Gantry;

namespace {

class FakeStream : public LogStream
{
public:
    using LogStream::LogStream;
    void cancel() override { cancelled = true; }
    void setPaused(bool on) override { paused = on; }

    EngineClient::LogOptions options;
    bool cancelled = false;
    bool paused = false;
};

EngineEvent happening(const char *action, qint64 milliseconds, int exitCode = 0)
{
    EngineEvent result;
    result.type = QStringLiteral("container");
    result.action = QLatin1String(action);
    result.timeNano = milliseconds * 1'000'000;
    result.attributes.insert(QStringLiteral("exitCode"), QString::number(exitCode));
    return result;
}

constexpr auto Output = LogStream::Channel::Output;

} // namespace

class TestContainerLog : public QObject
{
    Q_OBJECT

    QPointer<FakeStream> m_stream;
    int m_opened = 0;

    ContainerLog::Source source()
    {
        return {QStringLiteral("web"),
                [this](const EngineClient::LogOptions &options, QObject *parent) {
                    ++m_opened;
                    m_stream = new FakeStream(parent);
                    m_stream->options = options;
                    return m_stream.data();
                },
                false,
                {},
                {}};
    }

    /// Local, to the second.
    static QString clock(qint64 milliseconds)
    {
        return QDateTime::fromMSecsSinceEpoch(milliseconds).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    }

    static QStringList lines(const ContainerLog &log)
    {
        QStringList list;
        for (qint64 i = log.buffer().firstLine(); i < log.buffer().endLine(); ++i)
            list << QString::fromUtf8(log.buffer().line(i));
        return list;
    }

private Q_SLOTS:
    void init() { m_opened = 0; }

    void readsAndTellsOnceAFrame()
    {
        ContainerLog log;
        log.open(source(), {100});
        QCOMPARE(log.state(), ContainerLog::State::Opening);
        QCOMPARE(m_stream->options.tail, 100);
        QVERIFY(m_stream->options.follow);
        Q_EMIT m_stream->opened();
        QCOMPARE(log.state(), ContainerLog::State::Following);

        QSignalSpy changed(&log, &ContainerLog::linesChanged);
        for (int i = 0; i < 50; ++i)
            Q_EMIT m_stream->data(Output, "line\n");
        QCOMPARE(changed.count(), 0);
        QVERIFY(changed.wait(Tests::patience));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(lines(log).size(), 50);
    }

    void holdsAFastContainerBackUntilTheNextFrame()
    {
        ContainerLog log;
        log.open(source(), {-1});
        Q_EMIT m_stream->opened();
        Q_EMIT m_stream->data(Output, QByteArray(ContainerLog::FrameBytes - 1, '\n'));
        QVERIFY(!m_stream->paused);
        Q_EMIT m_stream->data(Output, "\n");
        QVERIFY(m_stream->paused);
        QTRY_VERIFY(!m_stream->paused);
    }

    void saysHowTheContainerEnded_data()
    {
        QTest::addColumn<bool>("eventFirst");
        QTest::newRow("event before the end of the stream") << true;
        QTest::newRow("event after the end of the stream") << false;
    }

    void saysHowTheContainerEnded()
    {
        QFETCH(bool, eventFirst);
        ContainerLog log;
        log.open(source(), {-1});
        Q_EMIT m_stream->data(Output, "last words");
        if (eventFirst)
            log.apply(happening("die", 1000, 137));
        Q_EMIT m_stream->finished();
        if (!eventFirst)
            log.apply(happening("die", 1000, 137));
        QCOMPARE(log.state(), ContainerLog::State::Ended);
        QCOMPARE(lines(log),
                 QStringList({QStringLiteral("last words"),
                              QStringLiteral("container exited with code 137 at ") + clock(1000)}));
    }

    void saysHowAStoppedContainerHadEnded()
    {
        ContainerLog log;
        ContainerLog::Source stopped = source();
        stopped.exitCode = 1;
        log.open(stopped, {-1});
        Q_EMIT m_stream->data(Output, "a\n");
        Q_EMIT m_stream->finished();
        QCOMPARE(lines(log), QStringList({QStringLiteral("a"), QStringLiteral("container exited with code 1")}));
        stopped.lifeEnded = QDateTime::fromMSecsSinceEpoch(86'400'000'000, Qt::UTC);
        log.open(stopped, {-1});
        Q_EMIT m_stream->finished();
        QCOMPARE(lines(log), QStringList{QStringLiteral("container exited with code 1 at ") + clock(86'400'000'000)});
        QCOMPARE(log.buffer().time(0), 86'400'000'000 * 1'000'000);
    }

    void goesOnWhenTheContainerStartsAgain_data()
    {
        QTest::addColumn<bool>("startBeforeEnd");
        QTest::newRow("start after the end of the stream") << false;
        QTest::newRow("start before the end of the stream") << true;
    }

    void goesOnWhenTheContainerStartsAgain()
    {
        QFETCH(bool, startBeforeEnd);
        ContainerLog log;
        log.open(source(), {10});
        Q_EMIT m_stream->data(Output, "one\n");
        log.apply(happening("die", 5000, 0));
        if (startBeforeEnd)
            log.apply(happening("start", 6000));
        Q_EMIT m_stream->finished();
        if (!startBeforeEnd)
            log.apply(happening("start", 6000));
        QCOMPARE(m_opened, 2);
        QCOMPARE(m_stream->options.tail, -1);
        QCOMPARE(m_stream->options.since.toMSecsSinceEpoch(), 5000);
        Q_EMIT m_stream->opened();
        Q_EMIT m_stream->data(Output, "two\n");
        QCOMPARE(log.state(), ContainerLog::State::Following);
        QCOMPARE(lines(log),
                 QStringList({QStringLiteral("one"), QStringLiteral("container exited with code 0 at ") + clock(5000),
                              QStringLiteral("two")}));
    }

    void saysWhereTheLastLifeBegan()
    {
        ContainerLog log;
        ContainerLog::Source running = source();
        running.lifeBegins = QDateTime::fromMSecsSinceEpoch(10'000);
        log.open(running, {-1});
        Q_EMIT m_stream->data(Output, "1970-01-01T00:00:09Z one\n1970-01-01T00:00:10Z two\n");
        const QStringList read{QStringLiteral("one"), QStringLiteral("container started again at ") + clock(10'000),
                               QStringLiteral("two")};
        QCOMPARE(lines(log), read);
        // Of another container it says only that.
        log.open(running, {-1});
        Q_EMIT m_stream->data(Output, "1970-01-01T00:00:09Z one\n");
        log.goOn(running, {-1});
        Q_EMIT m_stream->data(Output, "1970-01-01T00:00:11Z two\n");
        QCOMPARE(lines(log),
                 QStringList({QStringLiteral("one"), QStringLiteral("another container took its place"),
                              QStringLiteral("two")}));
    }

    void keepsTheLinesWhenReadingFails()
    {
        ContainerLog log;
        log.open(source(), {-1});
        Q_EMIT m_stream->data(Output, "kept\n");
        Q_EMIT m_stream->failed(EngineError(EngineError::Kind::Refused, QStringLiteral("read the log"),
                                            QStringLiteral("logging driver does not support reading"), 501));
        QCOMPARE(log.state(), ContainerLog::State::Failed);
        QVERIFY(log.problem().contains(QStringLiteral("logging driver does not support reading")));
        QCOMPARE(lines(log), QStringList({QStringLiteral("kept")}));
    }

    void keepsTheLinesWhileThereIsNoEngine()
    {
        ContainerLog log;
        log.open(source(), {-1});
        Q_EMIT m_stream->data(Output, "kept\n");
        Q_EMIT m_stream->failed(EngineError(EngineError::Kind::ConnectionLost, QStringLiteral("read the log"), {}));
        const QStringList kept{QStringLiteral("kept"), QStringLiteral("connection to the engine lost")};
        QCOMPARE(lines(log), kept);
        // Shown again, before the engine is back.
        log.close();
        ContainerLog::Source unreachable = source();
        unreachable.open = {};
        log.open(unreachable, {-1});
        QCOMPARE(log.state(), ContainerLog::State::Failed);
        QCOMPARE(lines(log), kept);
        // The lines of one are never those of another.
        unreachable.container = QStringLiteral("other");
        log.open(unreachable, {-1});
        QVERIFY(log.buffer().isEmpty());

        log.open(source(), {-1});
        Q_EMIT m_stream->data(Output, "anew\n");
        QCOMPARE(lines(log), QStringList{QStringLiteral("anew")});
        log.close();
        unreachable.container = QStringLiteral("web");
        log.open(unreachable, {-1});
        QCOMPARE(lines(log).last(), kept.last());
    }

    void saysHowLongItCatchesUp()
    {
        ContainerLog log;
        log.open(source(), {-1});
        Q_EMIT m_stream->opened();
        QVERIFY(log.isCatchingUp());
        QElapsedTimer clock;
        clock.start();
        const QByteArray much(ContainerLog::CatchUpBytes, '\n');
        while (clock.elapsed() < 2 * ContainerLog::CatchUpMs) {
            Q_EMIT m_stream->data(Output, much);
            QVERIFY(log.isCatchingUp());
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        }
        QSignalSpy changed(&log, &ContainerLog::linesChanged);
        QTRY_VERIFY(!log.isCatchingUp());
        QVERIFY(!changed.isEmpty());
        // What comes from now on is news, however little or much.
        Q_EMIT m_stream->data(Output, much);
        QVERIFY(!log.isCatchingUp());
    }

    void hearsNothingAfterClose()
    {
        ContainerLog log;
        log.open(source(), {-1});
        FakeStream *stream = m_stream;
        log.close();
        QVERIFY(stream->cancelled);
        Q_EMIT stream->data(Output, "late\n");
        QVERIFY(log.buffer().isEmpty());
        log.apply(happening("start", 1));
        QCOMPARE(m_opened, 1);
    }

    void saysWhenThereIsNoEngine()
    {
        ContainerLog log;
        log.open({}, {-1});
        QCOMPARE(log.state(), ContainerLog::State::Failed);
        QVERIFY(!log.problem().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestContainerLog)
#include "tst_containerlog.moc"
