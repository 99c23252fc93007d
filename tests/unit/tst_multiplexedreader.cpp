// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/multiplexedreader.h"

#include <QTest>

using namespace Gantry;

class TestMultiplexedReader : public QObject
{
    Q_OBJECT

private:
    static QByteArray frame(char channel, const QByteArray &bytes)
    {
        const auto size = quint32(bytes.size());
        const char head[] = {channel, 0, 0, 0, char(size >> 24), char(size >> 16), char(size >> 8), char(size)};
        return QByteArray(head, 8) + bytes;
    }

private Q_SLOTS:
    void takesFramesApartAtAnyCut()
    {
        const QByteArray stream = frame(1, "out one\n") + frame(1, "out two\n") + frame(2, "err\n") + frame(1, "")
            + frame(2, "more err\n") + frame(1, QByteArray(1000, 'x'));
        for (const qsizetype step : {qsizetype(1), qsizetype(3), qsizetype(8), qsizetype(9), stream.size()}) {
            MultiplexedReader reader;
            QByteArray output;
            QByteArray errors;
            for (qsizetype at = 0; at < stream.size(); at += step) {
                QList<MultiplexedReader::Piece> pieces;
                QVERIFY(reader.feed(stream.mid(at, step), &pieces));
                for (const MultiplexedReader::Piece &piece : pieces)
                    (piece.error ? errors : output) += piece.bytes;
            }
            QCOMPARE(output, "out one\nout two\n" + QByteArray(1000, 'x'));
            QCOMPARE(errors, "err\nmore err\n");
        }
    }

    void neighboursBecomeOnePiece()
    {
        MultiplexedReader reader;
        QList<MultiplexedReader::Piece> pieces;
        QVERIFY(reader.feed(frame(1, "a") + frame(1, "b") + frame(2, "c") + frame(3, "d") + frame(1, "e"), &pieces));
        QCOMPARE(pieces, (QList<MultiplexedReader::Piece>{{false, "ab"}, {true, "cd"}, {false, "e"}}));
    }

    void aFrameWithinALineIsTold()
    {
        const QByteArray stream = frame(1, "a\n") + frame(1, "b") + frame(2, "x\n") + frame(1, "c\n") + frame(1, "d\n");
        for (const qsizetype step : {qsizetype(1), qsizetype(9), qsizetype(10), stream.size()}) {
            MultiplexedReader reader(MultiplexedReader::Frames::Told);
            QByteArray told;
            for (qsizetype at = 0; at < stream.size(); at += step) {
                QList<MultiplexedReader::Piece> pieces;
                QVERIFY(reader.feed(stream.mid(at, step), &pieces));
                for (const MultiplexedReader::Piece &piece : pieces)
                    told += (piece.beginsFrame ? "|" : "") + piece.bytes;
            }
            QCOMPARE(told, "a\nbx\n|c\nd\n");
        }
    }

    void partOfAFrameIsHandedOnAtOnce()
    {
        MultiplexedReader reader;
        QList<MultiplexedReader::Piece> pieces;
        QVERIFY(reader.feed(frame(1, "hello world").left(13), &pieces));
        QCOMPARE(pieces, (QList<MultiplexedReader::Piece>{{false, "hello"}}));
        pieces.clear();
        QVERIFY(reader.feed(frame(1, "hello world").mid(13), &pieces));
        QCOMPARE(pieces, (QList<MultiplexedReader::Piece>{{false, " world"}}));
    }

    void plainBytesAreRefused()
    {
        for (const QByteArray &bytes : {QByteArray("plain text of a terminal\n"), QByteArray("\x01\x00\x00\x01....", 8),
                                        QByteArray("\x07\x00\x00\x00....", 8)}) {
            MultiplexedReader reader;
            QList<MultiplexedReader::Piece> pieces;
            QVERIFY(!reader.feed(bytes, &pieces));
            QVERIFY(pieces.isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestMultiplexedReader)
#include "tst_multiplexedreader.moc"
