// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectionsreader.h"

#include "fakecontainers.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

/// What of a project is inspected when it changes.
class TestConnectionsReader : public QObject
{
    Q_OBJECT

    std::optional<FakeEngine> m_fake;
    std::optional<FakeContainers> m_containers;
    std::optional<Engine> m_engine;

    void add(char digit, const QString &service)
    {
        m_containers->add(digit, service, u"image"_s, u"Up 3 minutes"_s,
                          {{u"com.docker.compose.project"_s, u"tp1"_s}, {u"com.docker.compose.service"_s, service}});
        m_containers->setDetails(
            digit, {{u"Config"_s, QJsonObject{{u"ExposedPorts"_s, QJsonObject{{u"8000/tcp"_s, QJsonObject()}}}}}});
    }

    int inspections(char digit) const { return m_fake->countOf(FakeContainers::path(digit, "json")); }

    bool read(ConnectionsReader *reader) const
    {
        QSignalSpy spy(reader, &ConnectionsReader::changed);
        reader->read(projectsFromContainers(m_engine->containers()->ofProject(u"tp1"_s)).value(u"tp1"_s));
        return !spy.isEmpty() || spy.wait(Tests::patience);
    }

    bool change(char digit, const QString &status, const QByteArray &event)
    {
        const QString id = QString::fromLatin1(FakeContainers::id(digit));
        m_containers->setStatus(digit, status);
        m_containers->tell(event, digit);
        return QTest::qWaitFor([&] { return m_engine->containers()->container(id).status == status; }, Tests::patience);
    }

private Q_SLOTS:
    void init()
    {
        m_fake.emplace();
        m_fake->answerBasics();
        m_containers.emplace(&*m_fake);
        add('a', u"api"_s);
        add('b', u"db"_s);
        m_engine.emplace();
        m_engine->start(m_fake->found());
        QTRY_COMPARE(m_engine->containers()->containers().size(), 2);
    }

    void cleanup()
    {
        m_engine.reset();
        m_containers.reset();
        m_fake.reset();
    }

    void onlyWhatChangedIsAskedAgain()
    {
        ConnectionsReader reader(&*m_engine);
        QVERIFY(read(&reader));
        QCOMPARE(reader.addresses().size(), 4); // of each service one for the network and one for this machine
        QCOMPARE(inspections('a'), 1);
        QCOMPARE(inspections('b'), 1);
        QVERIFY(read(&reader));
        QCOMPARE(inspections('a') + inspections('b'), 2);
        // Its words and its health say nothing of where it is reached.
        QVERIFY(change('a', u"Up 4 minutes (healthy)"_s, "health_status: healthy"));
        QVERIFY(read(&reader));
        QCOMPARE(inspections('a') + inspections('b'), 2);
        QVERIFY(change('a', u"Exited (0) 1 second ago"_s, "die"));
        QVERIFY(read(&reader));
        QCOMPARE(inspections('a'), 2);
        QCOMPARE(inspections('b'), 1);
        QCOMPARE(reader.addresses().size(), 4);
        QVERIFY(!reader.addresses().first().isRunning);
    }

    void whatFailedIsAskedAgain()
    {
        m_fake->answer(FakeContainers::path('b', "json"), R"({"message": "not now"})", 500);
        ConnectionsReader reader(&*m_engine);
        QVERIFY(read(&reader));
        QCOMPARE(reader.addresses().size(), 2);
        QVERIFY2(reader.problem().contains(u"not now"_s), qPrintable(reader.problem()));
        add('b', u"db"_s);
        QVERIFY(read(&reader));
        QCOMPARE(inspections('a'), 1);
        QCOMPARE(inspections('b'), 2);
        QCOMPARE(reader.addresses().size(), 4);
        QCOMPARE(reader.problem(), QString());
    }

    void whatIsGoneIsForgotten()
    {
        ConnectionsReader reader(&*m_engine);
        QVERIFY(read(&reader));
        m_containers->remove('a');
        m_containers->tell("destroy", 'a');
        QTRY_COMPARE(m_engine->containers()->containers().size(), 1);
        QVERIFY(read(&reader));
        QCOMPARE(reader.addresses().size(), 2);
        QCOMPARE(reader.addresses().first().service, u"db"_s);
        reader.read({});
        QCOMPARE(reader.addresses().size(), 0);
        QVERIFY(read(&reader));
        QCOMPARE(inspections('b'), 2); // another project's knowledge is not kept
    }
};

QTEST_GUILESS_MAIN(TestConnectionsReader)
#include "tst_connectionsreader.moc"
