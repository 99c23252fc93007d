// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/mergedlog.h"

#include <QPointer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Output = LogStream::Channel::Output;

class PlayedStream : public LogStream
{
public:
    using LogStream::LogStream;
    void cancel() override { }
    void setPaused(bool on) override { paused = on; }

    EngineClient::LogOptions options;
    bool paused = false;
};

EngineEvent happened(const char *action, const QString &id, qint64 milliseconds, int exitCode = 0)
{
    EngineEvent result;
    result.type = u"container"_s;
    result.action = QLatin1String(action);
    result.id = id;
    result.timeNano = milliseconds * 1'000'000;
    result.attributes.insert(u"exitCode"_s, QString::number(exitCode));
    return result;
}

/// A line as the engine sends it, so many milliseconds after a fixed time.
QByteArray timed(qint64 milliseconds, const QByteArray &text)
{
    constexpr qint64 base = 1'714'521'600'000;
    return QDateTime::fromMSecsSinceEpoch(base + milliseconds).toUTC().toString(Qt::ISODateWithMs).toLatin1() + ' '
        + text + '\n';
}

} // namespace

class TestMergedLog : public QObject
{
    Q_OBJECT

    QHash<QString, QPointer<PlayedStream>> m_streams; ///< the newest of each container

    MergedLog::Member member(const QString &id, const QString &key = {})
    {
        MergedLog::Member member;
        member.key = key.isEmpty() ? id : key;
        member.source.container = id;
        member.source.open = [this, id](const EngineClient::LogOptions &options, QObject *parent) {
            auto *stream = new PlayedStream(parent);
            stream->options = options;
            m_streams.insert(id, stream);
            return stream;
        };
        return member;
    }
    PlayedStream *stream(const QString &id) const { return m_streams.value(id); }
    void say(const QString &id, const QByteArray &bytes) { Q_EMIT stream(id)->data(Output, bytes); }

    static QStringList lines(const MergedLog &log)
    {
        QStringList list;
        for (qint64 i = log.buffer().firstLine(); i < log.buffer().endLine(); ++i)
            list << log.keys().value(log.buffer().source(i)) + u": "_s + QString::fromUtf8(log.buffer().line(i));
        return list;
    }

private Q_SLOTS:
    void init() { m_streams.clear(); }

    void historyIsMergedByTimeHoweverItComes_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void historyIsMergedByTimeHoweverItComes()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        const int logs = random.bounded(1, 7);
        struct Line
        {
            qint64 time;
            int log;
            int number;
        };
        std::vector<Line> expected;
        QList<QByteArray> bytes(logs);
        QList<MergedLog::Member> members;
        for (int i = 0; i < logs; ++i) {
            members << member(QString::number(i));
            qint64 time = random.bounded(50);
            const int count = random.bounded(0, 300);
            for (int number = 0; number < count; ++number) {
                bytes[i] += timed(time, QByteArray::number(i) + '.' + QByteArray::number(number));
                expected.push_back({time, i, number});
                time += random.bounded(4) == 0 ? random.bounded(40) : 0; // many of the same time
            }
        }
        std::stable_sort(expected.begin(), expected.end(),
                         [](const Line &a, const Line &b) { return a.time < b.time; });

        MergedLog log;
        log.open(members, {});
        for (int i = 0; i < logs; ++i)
            Q_EMIT stream(QString::number(i))->opened();
        // In pieces of any size, of any log, with turns of the event loop between them.
        QList<qsizetype> sent(logs);
        for (int open = logs; open > 0;) {
            const int i = random.bounded(logs);
            if (sent[i] < 0)
                continue;
            const qsizetype size = std::min<qsizetype>(random.bounded(1, 2000), bytes[i].size() - sent[i]);
            if (size > 0)
                say(QString::number(i), bytes[i].mid(sent[i], size));
            sent[i] += size;
            if (sent[i] >= bytes[i].size()) {
                sent[i] = -1;
                --open;
                Q_EMIT stream(QString::number(i))->finished();
            }
            if (random.bounded(16) == 0)
                QTest::qWait(1);
        }
        QTRY_COMPARE(log.buffer().endedLine(), qint64(expected.size()));
        QTRY_VERIFY(!log.isCatchingUp());
        for (size_t i = 0; i < expected.size(); ++i) {
            const QByteArray text = QByteArray::number(expected[i].log) + '.' + QByteArray::number(expected[i].number);
            QCOMPARE(log.buffer().line(qint64(i)), QByteArrayView(text));
            QCOMPARE(int(log.buffer().source(qint64(i))), expected[i].log);
        }
    }

    void aLineThatComesALittleLaterStandsInItsPlace()
    {
        MergedLog log;
        log.open({member(u"a"_s), member(u"b"_s)}, {});
        for (const QString &id : {u"a"_s, u"b"_s})
            Q_EMIT stream(id)->opened();
        QTRY_VERIFY(!log.isCatchingUp());
        say(u"a"_s, timed(1001, "second"));
        QTest::qWait(MergedLog::WindowMs / 3);
        say(u"b"_s, timed(1000, "first"));
        QTRY_COMPARE(lines(log), QStringList({u"b: first"_s, u"a: second"_s}));
        // Who comes later than that comes after.
        say(u"b"_s, timed(999, "late"));
        QTRY_COMPARE(lines(log).value(2), u"b: late"_s);
    }

    void whoWritesNothingHoldsNobodyUp()
    {
        MergedLog log;
        log.open({member(u"quiet"_s), member(u"b"_s)}, {});
        say(u"b"_s, timed(1, "x"));
        Q_EMIT stream(u"b"_s)->opened();
        Q_EMIT stream(u"quiet"_s)->opened();
        QTRY_COMPARE(lines(log), QStringList(u"b: x"_s));
    }

    void restartsEndsAndSuccessorsAreSaid()
    {
        MergedLog log;
        log.open({member(u"1"_s, u"web"_s), member(u"2"_s, u"db"_s)}, {10});
        QCOMPARE(stream(u"1"_s)->options.tail, 10);
        for (const QString &id : {u"1"_s, u"2"_s})
            Q_EMIT stream(id)->opened();
        say(u"1"_s, timed(1, "one"));
        say(u"2"_s, timed(2, "two"));
        QTRY_COMPARE(log.buffer().endedLine(), 2);
        log.apply(happened("die", u"1"_s, 1'714'521'600'003, 3));
        Q_EMIT stream(u"1"_s)->finished();
        const QString when = QDateTime::fromMSecsSinceEpoch(1'714'521'600'003).toString(u"yyyy-MM-dd HH:mm:ss"_s);
        QTRY_COMPARE(lines(log).value(2), u"web: container exited with code 3 at "_s + when);
        QVERIFY(log.buffer().time(2) > log.buffer().time(1));
        log.apply(happened("start", u"1"_s, 1'714'521'600'004));
        Q_EMIT stream(u"1"_s)->opened();
        say(u"1"_s, timed(5, "again"));
        QTRY_COMPARE(lines(log).value(3), u"web: again"_s);

        log.apply(happened("die", u"1"_s, 1'714'521'600'006, 0));
        Q_EMIT stream(u"1"_s)->finished();
        log.leave(u"1"_s);
        MergedLog::Member successor = member(u"3"_s, u"web"_s);
        successor.source.opening = u"another container took its place"_s;
        log.join(successor);
        QCOMPARE(stream(u"3"_s)->options.tail, -1);
        Q_EMIT stream(u"3"_s)->opened();
        say(u"3"_s, timed(9, "new"));
        QTRY_COMPARE(lines(log).mid(4),
                     QStringList({u"web: container exited with code 0 at "_s + when,
                                  u"web: another container took its place"_s, u"web: new"_s}));
        QCOMPARE(log.keys(), QStringList({u"web"_s, u"db"_s}));
        QCOMPARE(log.buffer().linesOf(0), 3); // what we say is none of its lines
        QCOMPARE(log.buffer().linesOf(1), 1);
        QCOMPARE(log.buffer().lines(), 4);
    }

    void aLongLineStaysOne()
    {
        MergedLog log;
        log.open({member(u"a"_s)}, {});
        Q_EMIT stream(u"a"_s)->opened();
        const QByteArray piece = timed(1, QByteArray(LogBuffer::EnginePiece, 'x')).chopped(1);
        say(u"a"_s, piece.repeated(5) + timed(1, "its end\r") + timed(2, "next"));
        QTRY_COMPARE(log.buffer().endedLine(), 3);
        QCOMPARE(log.buffer().end(0), LogBuffer::End::Cut);
        QCOMPARE(log.buffer().end(1), LogBuffer::End::Newline);
        QVERIFY(log.buffer().rawLine(1).endsWith("its end\r"));
        QCOMPARE(log.buffer().lines(), 2);
        QCOMPARE(log.buffer().linesOf(0), 2);
        // And what is written over is not seen here either.
        say(u"a"_s, piece.repeated(5) + timed(3, "\rdone"));
        QTRY_COMPARE(log.buffer().endedLine(), 5);
        QCOMPARE(log.buffer().coveredLines(), LineNumbers{3});
    }

    void aFastLogIsHeldBackWhileAnotherIsAwaited()
    {
        MergedLog log;
        log.open({member(u"fast"_s), member(u"slow"_s)}, {});
        Q_EMIT stream(u"fast"_s)->opened();
        const QByteArray line = timed(1, QByteArray(1000, 'x'));
        QByteArray block;
        while (block.size() < 1024 * 1024)
            block += line;
        qint64 sent = 0;
        // It has not even answered: all that comes has to wait for it.
        for (int i = 0; i < 64 && !stream(u"fast"_s)->paused; ++i) {
            say(u"fast"_s, block);
            sent += block.count('\n');
            QTest::qWait(ContainerLog::FrameMs + 4);
        }
        QVERIFY(stream(u"fast"_s)->paused);
        QVERIFY(sent < 40 * 1024);
        QCOMPARE(log.buffer().endedLine(), 0);
        Q_EMIT stream(u"slow"_s)->opened();
        say(u"slow"_s, timed(0, "first of all"));
        Q_EMIT stream(u"slow"_s)->finished();
        QTRY_COMPARE(log.buffer().endedLine(), sent + 1);
        QCOMPARE(log.buffer().line(0), QByteArrayView("first of all"));
        QTRY_VERIFY(!stream(u"fast"_s)->paused);
    }

    void clearedItGoesOn()
    {
        MergedLog log;
        log.open({member(u"a"_s)}, {});
        Q_EMIT stream(u"a"_s)->opened();
        say(u"a"_s, timed(1, "x"));
        QTRY_COMPARE(log.buffer().endedLine(), 1);
        log.clear();
        QVERIFY(log.buffer().isEmpty());
        QVERIFY(log.isPart());
        say(u"a"_s, timed(2, "y"));
        QTRY_COMPARE(lines(log), QStringList(u"a: y"_s));
        log.join(member(u"b"_s));
        QCOMPARE(stream(u"b"_s)->options.since, log.clearTime());
    }

    void oneThatCannotBeReadIsSaid()
    {
        MergedLog log;
        log.open({member(u"a"_s), member(u"b"_s)}, {});
        Q_EMIT stream(u"a"_s)->opened();
        Q_EMIT stream(u"b"_s)->failed(EngineError(EngineError::Kind::Refused, u"read the log"_s,
                                                  u"logging driver does not support reading"_s, 501));
        QCOMPARE(log.state(), ReadLog::State::Following);
        QVERIFY(log.problem().contains(u"logging driver does not support reading"_s));
        say(u"a"_s, timed(1, "x"));
        QTRY_COMPARE(lines(log), QStringList(u"a: x"_s));
        log.close();
        QCOMPARE(log.state(), ReadLog::State::Closed);
        QCOMPARE(lines(log), QStringList(u"a: x"_s));
    }
};

QTEST_GUILESS_MAIN(TestMergedLog)
#include "tst_mergedlog.moc"
