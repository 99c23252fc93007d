// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/stopreader.h"

#include "engine/engine.h"
#include "fakeengine.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// From where the log of a container that ended is read, over an engine that was slow to say that it had started.
class TestStopReader : public QObject
{
    Q_OBJECT

    static constexpr qint64 StartMs = 1'700'000'000'000;

    FakeEngine m_fake;
    Engine m_engine;
    QList<qint64> m_since; ///< ms, of each log that was asked for

    static QUrlQuery query(const FakeEngine::Request &request)
    {
        return QUrlQuery(QString::fromLatin1(request.target).section(u'?', 1));
    }

    Diagnosis diagnosed()
    {
        ContainerDetails container;
        container.id = u"abc"_s;
        container.state = ContainerState::Exited;
        container.exitCode = 1;
        container.started = QDateTime::fromMSecsSinceEpoch(StartMs);
        container.finished = container.started.addMSecs(50);
        StopReader reader(&m_engine);
        QSignalSpy spy(&reader, &StopReader::diagnosed);
        reader.read(container);
        return spy.wait(Tests::patience) ? spy.takeFirst().first().value<Diagnosis>() : Diagnosis();
    }

private Q_SLOTS:
    void init()
    {
        m_since.clear();
        m_fake.answerBasics();
        m_fake.on("/containers/abc/logs", [this](QLocalSocket *socket, const FakeEngine::Request &request) {
            m_since << qint64(query(request).queryItemValue(u"since"_s).toDouble() * 1000 + 0.5);
            // The last life wrote 300 ms before the engine said that it started, one before it a second earlier.
            QByteArray lines;
            for (const int before : {1300, 300}) {
                if (m_since.last() <= StartMs - before) {
                    const QDateTime time = QDateTime::fromMSecsSinceEpoch(StartMs - before).toUTC();
                    lines += FakeEngine::frame(1,
                                               time.toString(Qt::ISODateWithMs).toLatin1() + " written "
                                                   + QByteArray::number(before) + " ms before\n");
                }
            }
            socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            if (!lines.isEmpty())
                socket->write(FakeEngine::chunk(lines));
            socket->write(FakeEngine::chunk({}));
        });
        m_engine.start({m_fake.found().endpoints, true, {}});
        QTRY_COMPARE(m_engine.state(), Engine::State::Connected);
    }

    void anEarlierLifeIsLeftOut()
    {
        m_fake.on("/events?stream=0", [](QLocalSocket *socket, const FakeEngine::Request &request) {
            const bool asked = query(request).queryItemValue(u"filters"_s, QUrl::FullyDecoded)
                    == uR"({"container":["abc"],"event":["die","died"]})"_s
                && query(request).queryItemValue(u"since"_s).toDouble() * 1000 == double(StartMs - 2000)
                && query(request).queryItemValue(u"until"_s).toDouble() * 1000 == double(StartMs + 1000);
            socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            if (asked) {
                // The second one is that of the life in question.
                for (const qint64 ms : {StartMs - 1000, StartMs + 50}) {
                    socket->write(
                        FakeEngine::chunk(R"({"Type":"container","Action":"die","Actor":{"ID":"abc"},"timeNano":)"
                                          + QByteArray::number(ms * 1'000'000) + "}\n"));
                }
            }
            socket->write(FakeEngine::chunk({}));
        });
        const Diagnosis diagnosis = diagnosed();
        QCOMPARE(m_since, QList<qint64>({StartMs - 200, StartMs - 999}));
        QCOMPARE(diagnosis.lines.size(), 1);
        QCOMPARE(diagnosis.lines.first().text, u"written 300 ms before"_s);
    }

    void anEngineThatDoesNotEndIsNotWaitedFor()
    {
        m_fake.on("/events?stream=0", [](QLocalSocket *socket, const FakeEngine::Request &) {
            socket->write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        });
        QCOMPARE(diagnosed().lines.size(), 2);
        QCOMPARE(m_since, QList<qint64>({StartMs - 200, StartMs - 2000}));
    }
};

QTEST_GUILESS_MAIN(TestStopReader)
#include "tst_stopreader.moc"
