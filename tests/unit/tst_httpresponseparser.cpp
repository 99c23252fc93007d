// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/httpresponseparser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestHttpResponseParser : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        bool valid = true;
        QByteArray body;
    };

    static Outcome feed(HttpResponseParser &parser, const QByteArray &bytes, qsizetype step)
    {
        Outcome outcome;
        for (qsizetype at = 0; at < bytes.size() && outcome.valid; at += step) {
            QByteArray body;
            outcome.valid = parser.feed(bytes.mid(at, step), &body);
            outcome.body += body;
        }
        return outcome;
    }

private Q_SLOTS:
    void response_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keepsAlive");
        QTest::addColumn<bool>("endsWithConnection");
        QTest::addColumn<QByteArray>("rest");

        QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: 5\r\n\r\nhello")
                                << 200 << QByteArray("hello") << true << false << QByteArray();
        QTest::newRow("chunked") << QByteArray("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nTransfer-Encoding: "
                                               "chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n")
                                 << 200 << QByteArray("abc0123456789") << true << false << QByteArray();
        QTest::newRow("trailer") << QByteArray("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nTransfer-Encoding: "
                                               "chunked\r\n\r\n1\r\na\r\n0\r\nX-Sum: 1\r\n\r\n")
                                 << 200 << QByteArray("a") << true << false << QByteArray();
        QTest::newRow("empty chunked") << QByteArray("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nTransfer-Encoding: "
                                                     "chunked\r\n\r\n0\r\n\r\n")
                                       << 200 << QByteArray() << true << false << QByteArray();
        QTest::newRow("no content") << QByteArray("HTTP/1.1 204 No Content\r\nApi-Version: 1.41\r\n\r\n") << 204
                                    << QByteArray() << true << false << QByteArray();
        QTest::newRow("not modified") << QByteArray("HTTP/1.1 304 Not Modified\r\nApi-Version: 1.41\r\n\r\n") << 304
                                      << QByteArray() << true << false << QByteArray();
        QTest::newRow("close") << QByteArray("HTTP/1.1 500 Oh\r\nApi-Version: 1.41\r\nConnection: "
                                             "close\r\nContent-Length: 2\r\n\r\nno")
                               << 500 << QByteArray("no") << false << false << QByteArray();
        QTest::newRow("until end") << QByteArray("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\n\r\nstream of bytes") << 200
                                   << QByteArray("stream of bytes") << false << true << QByteArray();
        const QByteArray raw("\x01\x00\x00\x00raw HTTP/1.1", 16);
        QTest::newRow("upgraded") << QByteArray("HTTP/1.1 101 UPGRADED\r\nApi-Version: 1.41\r\nConnection: "
                                                "Upgrade\r\nUpgrade: tcp\r\n\r\n")
                + raw << 101 << QByteArray()
                                  << true << false << raw;
        QTest::newRow("interim") << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                                               "HTTP/1.1 201 Created\r\nApi-Version: 1.41\r\nContent-Length: "
                                               "2\r\n\r\n{}")
                                 << 201 << QByteArray("{}") << true << false << QByteArray();
        QTest::newRow("pipelined") << QByteArray("HTTP/1.1 200 OK\r\nApi-Version: 1.41\r\nContent-Length: "
                                                 "1\r\n\r\n1HTTP/1.1 200 OK\r\n")
                                   << 200 << QByteArray("1") << true << false << QByteArray("HTTP/1.1 200 OK\r\n");
    }

    void response()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        QFETCH(const bool, keepsAlive);
        QFETCH(const bool, endsWithConnection);
        QFETCH(const QByteArray, rest);
        for (const qsizetype step : {qsizetype(1), qsizetype(2), qsizetype(7), bytes.size()}) {
            HttpResponseParser parser;
            const Outcome outcome = feed(parser, bytes, step);
            QVERIFY2(outcome.valid, qPrintable(parser.error()));
            QVERIFY(parser.hasHead());
            QCOMPARE(parser.isDone(), !endsWithConnection);
            QVERIFY(parser.finish());
            QVERIFY(parser.isDone());
            QCOMPARE(parser.status(), status);
            QCOMPARE(outcome.body, body);
            QCOMPARE(parser.header("api-version"), "1.41");
            QCOMPARE(parser.keepsAlive(), keepsAlive);
            QCOMPARE(parser.isUpgraded(), status == 101);
            QCOMPARE(parser.takeRest(), rest);
        }
    }

    void pieceByPieceIsLikeAtOnce()
    {
        const QByteArrayList responses{
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n00\r\nX-Sum: 1\r\n\r\n",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 3\r\n\r\nno\nHTTP/1.1",
        };
        for (quint32 seed = 0; seed < 4000; ++seed) {
            QRandomGenerator random(seed);
            QByteArray bytes = responses[random.bounded(responses.size())];
            for (int harm = random.bounded(4); harm > 0; --harm) {
                const qsizetype at = random.bounded(bytes.size());
                switch (random.bounded(3)) {
                case 0:
                    bytes[at] = char(bytes[at] ^ (1 << random.bounded(8)));
                    break;
                case 1:
                    bytes.remove(at, random.bounded(1, 4));
                    break;
                default:
                    bytes.insert(at, bytes.mid(random.bounded(bytes.size()), random.bounded(1, 6)));
                }
            }
            HttpResponseParser whole;
            const Outcome expected = feed(whole, bytes, bytes.size());
            HttpResponseParser pieces;
            const Outcome outcome = feed(pieces, bytes, random.bounded(1, 9));
            const QByteArray which = "seed " + QByteArray::number(seed) + ": " + bytes;
            // What is wrong may be seen sooner or later, but before the end.
            const bool ended = expected.valid && whole.finish();
            QVERIFY2((outcome.valid && pieces.finish()) == ended, which);
            if (!ended)
                continue;
            QVERIFY2(outcome.body == expected.body, which);
            QVERIFY2(pieces.takeRest() == whole.takeRest(), which);
        }
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n");
        QTest::newRow("other version") << QByteArray("HTTP/2.0 200 OK\r\n\r\n");
        QTest::newRow("no status") << QByteArray("HTTP/1.1 OK\r\n\r\n");
        QTest::newRow("bad field") << QByteArray("HTTP/1.1 200 OK\r\nno colon\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray(
            "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        QTest::newRow("negative length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("bad chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
        QTest::newRow("chunk without end")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n");
        QTest::newRow("binary") << QByteArray("\x00\xff\x16\x03\x01 TLS\r\n\r\n", 14);
    }

    void malformed()
    {
        QFETCH(const QByteArray, bytes);
        for (const qsizetype step : {qsizetype(1), bytes.size()}) {
            HttpResponseParser parser;
            QVERIFY(!feed(parser, bytes, step).valid);
            QVERIFY(!parser.error().isEmpty());
            QByteArray body;
            QVERIFY(!parser.feed("more", &body));
            QVERIFY(!parser.finish());
        }
    }

    void cutShortIsNotDone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345");
        QTest::newRow("chunks") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n");
    }

    void cutShortIsNotDone()
    {
        QFETCH(const QByteArray, bytes);
        HttpResponseParser parser;
        QVERIFY(feed(parser, bytes, 4).valid);
        QVERIFY(!parser.isDone());
        QVERIFY(!parser.finish());
        QVERIFY(!parser.error().isEmpty());
    }

    void endlessHeadIsRefused()
    {
        HttpResponseParser parser;
        const QByteArray field = "X-Padding: " + QByteArray(1000, 'x') + "\r\n";
        QByteArray body;
        bool valid = parser.feed("HTTP/1.1 200 OK\r\n", &body);
        int fed = 0;
        while (valid && fed < 2 * HttpResponseParser::headLimit) {
            valid = parser.feed(field, &body);
            fed += int(field.size());
        }
        QVERIFY(!valid);
        QVERIFY(fed <= HttpResponseParser::headLimit + field.size() * 2);
    }

    void headWithoutLineEndIsRefused()
    {
        HttpResponseParser parser;
        QByteArray body;
        bool valid = true;
        int fed = 0;
        const QByteArray piece(1024, 'x');
        while (valid && fed < 2 * HttpResponseParser::headLimit) {
            valid = parser.feed(fed == 0 ? "HTTP/1.1 200 OK\r\nX: " + piece : piece, &body);
            fed += int(piece.size());
        }
        QVERIFY(!valid);
    }

    void streamsMoreThanBeastsOwnLimit_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("chunked") << true;
        QTest::newRow("until end") << false;
    }

    void streamsMoreThanBeastsOwnLimit()
    {
        QFETCH(const bool, chunked);
        constexpr qint64 total = 120 * 1024 * 1024;
        HttpResponseParser parser;
        QByteArray body;
        QVERIFY(parser.feed(
            QByteArray("HTTP/1.1 200 OK\r\n") + (chunked ? "Transfer-Encoding: chunked\r\n" : "") + "\r\n", &body));
        const QByteArray piece(64 * 1024, 'p');
        const QByteArray wire = chunked ? QByteArray("10000\r\n") + piece + "\r\n" : piece;
        qint64 received = 0;
        for (qint64 sent = 0; sent < total; sent += piece.size()) {
            QVERIFY2(parser.feed(wire, &body), qPrintable(parser.error()));
            received += body.size();
        }
        QCOMPARE(received, total);
    }
};

QTEST_GUILESS_MAIN(TestHttpResponseParser)
#include "tst_httpresponseparser.moc"
