// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logsearch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestLogSearch : public QObject
{
    Q_OBJECT

    LogBuffer m_buffer;

    /// The line that is found; -1 when there is none.
    qint64 search(const QString &text, qint64 from, bool forward = true)
    {
        LogSearch search(&m_buffer);
        QSignalSpy found(&search, &LogSearch::found);
        QSignalSpy notFound(&search, &LogSearch::notFound);
        search.find(text, from, forward);
        if (!QTest::qWaitFor([&] { return found.count() + notFound.count() > 0; }, 20'000))
            return -2;
        return found.isEmpty() ? -1 : found.first().first().toLongLong();
    }

private Q_SLOTS:
    void init()
    {
        m_buffer.clear();
        m_buffer.append(LogStream::Channel::Output,
                        "alpha\nBETA ready\n\x1b[31mER\x1b[0mROR here\ncafé\nbeta again\nplain\n");
        m_buffer.appendNote(u"container exited with code 1"_s);
    }

    void findsAndGoesRound()
    {
        QCOMPARE(search(u"beta"_s, 0), 1);
        QCOMPARE(search(u"beta"_s, 1), 4);
        QCOMPARE(search(u"beta"_s, 4), 1);
        QCOMPARE(search(u"beta"_s, 4, false), 1);
        QCOMPARE(search(u"beta"_s, 1, false), 4);
        QCOMPARE(search(u"alpha"_s, 0), 0);
        QCOMPARE(search(u"alpha"_s, -1), 0);
    }

    void findsAcrossEscapeSequencesAndAccents()
    {
        QCOMPARE(search(u"error here"_s, 0), 2);
        QCOMPARE(search(u"CAFÉ"_s, 0), 3);
    }

    void saysWhenNothingIsFound()
    {
        QCOMPARE(search(u"nothing"_s, 0), -1);
        QCOMPARE(search(QString(), 0), -1);
        // Notes are ours, not the container's.
        QCOMPARE(search(u"exited"_s, 0), -1);
        m_buffer.clear();
        QCOMPARE(search(u"alpha"_s, -1), -1);
    }

    void letsTheLoopTurn()
    {
        m_buffer.clear();
        const QByteArray block
            = QByteArray("a line of an ordinary log, which is not what is looked for\n").repeated(1000);
        for (int i = 0; i < 500; ++i)
            m_buffer.append(LogStream::Channel::Output, block);
        LogSearch search(&m_buffer);
        QSignalSpy notFound(&search, &LogSearch::notFound);
        int turns = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, this, [&] { ++turns; });
        beat.start(0);
        search.find(u"needle"_s, 0, true);
        QVERIFY(notFound.wait(60'000));
        QVERIFY2(turns > 3, QByteArray::number(turns) + " turns: the search holds the loop");
    }
};

QTEST_GUILESS_MAIN(TestLogSearch)
#include "tst_logsearch.moc"
