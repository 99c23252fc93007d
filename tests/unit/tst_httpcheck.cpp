// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/httpcheck.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestHttpCheck : public QObject
{
    Q_OBJECT

private:
    QTcpServer m_server;
    QHash<QByteArray, QByteArray> m_answers; ///< by path; without one the connection is closed
    QByteArrayList m_requests;
    std::optional<HttpAnswer> m_answer;

    QUrl url(const QString &path) const
    {
        return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_server.serverPort()).arg(path));
    }

    static QByteArray whole(const QByteArray &head, const QByteArray &body)
    {
        return "HTTP/1.1 " + head + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }

    HttpAnswer call(const QString &path, int timeoutMs = 5000)
    {
        m_answer.reset();
        HttpCheck check;
        connect(&check, &HttpCheck::finished, this, [this](const HttpAnswer &answer) { m_answer = answer; });
        check.start(url(path), timeoutMs);
        [&] { QTRY_VERIFY(m_answer); }();
        return m_answer.value_or(HttpAnswer());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray request = socket->readAll();
                m_requests << request;
                const QByteArray path = request.split(' ').value(1);
                if (path == "/silent")
                    return;
                socket->write(m_answers.value(path));
                socket->disconnectFromHost();
            });
        });
    }

    void init()
    {
        m_answers.clear();
        m_requests.clear();
    }

    void jsonIsLaidOut()
    {
        m_answers.insert("/health?a=1", whole("200 OK\r\nContent-Type: application/json", "{\"ok\":true}"));
        const HttpAnswer answer = call(u"/health?a=1"_s);
        QVERIFY(answer.isAnswer());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.reason, u"OK"_s);
        QCOMPARE(answer.contentType, u"application/json"_s);
        QCOMPARE(answer.body, u"{\n    \"ok\": true\n}"_s);
    }

    void aRefusalIsAnAnswer()
    {
        m_answers.insert("/", whole("503 Service Unavailable\r\nContent-Type: text/plain", "<b>later</b>"));
        const HttpAnswer answer = call(u"/"_s);
        QVERIFY(answer.isAnswer());
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.body, u"<b>later</b>"_s);
        m_answers.insert("/missing", whole("404 Not Found", {}));
        QCOMPARE(call(u"/missing"_s).status, 404);
    }

    void redirections()
    {
        m_answers.insert("/a", whole("302 Found\r\nLocation: /b", {}));
        m_answers.insert("/b", whole("200 OK", "here"));
        QCOMPARE(call(u"/a"_s).body, u"here"_s);
        m_answers.insert("/away", whole("301 Moved\r\nLocation: http://elsewhere.example/x", {}));
        const HttpAnswer away = call(u"/away"_s);
        QCOMPARE(away.status, 301);
        QCOMPARE(away.redirect, u"http://elsewhere.example/x"_s);
        m_answers.insert("/loop", whole("302 Found\r\nLocation: /loop?x", {}));
        m_answers.insert("/loop?x", whole("302 Found\r\nLocation: /loop", {}));
        QCOMPARE(call(u"/loop"_s).status, 302);
    }

    void largeBodiesAreCut()
    {
        m_answers.insert("/", whole("200 OK\r\nContent-Type: text/plain", QByteArray(1024 * 1024, 'x')));
        const HttpAnswer answer = call(u"/"_s);
        QVERIFY(answer.isAnswer());
        QVERIFY(answer.isCut);
        QCOMPARE(answer.body.size(), 64 * 1024);
    }

    void failuresInWords()
    {
        QVERIFY(call(u"/empty"_s).problem.contains(u"closed"_s));
        QVERIFY(call(u"/silent"_s, 1000).problem.contains(u"1 second"_s));
        m_answers.insert("/garbage", "SSH-2.0-OpenSSH\r\n");
        QVERIFY(!call(u"/garbage"_s).isAnswer());
        m_answers.insert("/half", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
        QVERIFY(!call(u"/half"_s).isAnswer());
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const quint16 port = gone.serverPort();
        gone.close();
        HttpCheck check;
        QSignalSpy finished(&check, &HttpCheck::finished);
        check.start(QUrl(u"http://127.0.0.1:%1/"_s.arg(port)));
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(qvariant_cast<HttpAnswer>(finished.first().first()).problem.contains(u"refused"_s));
    }

    void cancelledSaysNothing()
    {
        HttpCheck check;
        QSignalSpy finished(&check, &HttpCheck::finished);
        check.start(url(u"/silent"_s));
        QTRY_COMPARE(m_requests.size(), 1);
        check.cancel();
        QVERIFY(!check.isRunning());
        m_answers.insert("/", whole("200 OK", "x"));
        check.start(url(u"/"_s));
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(qvariant_cast<HttpAnswer>(finished.first().first()).body, u"x"_s);
    }
};

QTEST_GUILESS_MAIN(TestHttpCheck)
#include "tst_httpcheck.moc"
