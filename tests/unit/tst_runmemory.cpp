// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/runwatch.h"
#include "engine/engine.h"
#include "fakecontainers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

const ServiceKey api{u"unix:///x"_s, u"tp1"_s, u"api"_s};

ContainerDetails container(const QString &id)
{
    ContainerDetails details;
    details.id = id;
    details.imageId = u"sha256:1111111111112222"_s;
    details.path = u"uvicorn"_s;
    details.arguments = {u"app:app"_s};
    details.environment = {u"PORT=80"_s, u"DB_PASSWORD=s3cret=x"_s, u"OLD=1"_s};
    return details;
}

QStringList print(const QList<DiagnosisCheck> &checks)
{
    QStringList lines;
    for (const DiagnosisCheck &check : checks)
        lines.append((check.result == DiagnosisCheck::Result::Wrong ? u"!"_s : QString()) + check.name + u": "_s
                     + check.text);
    return lines;
}

} // namespace

class TestRunMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder.emplace(); }

    void whatWasNeverSeenIsSaid()
    {
        RunMemory memory(file());
        QCOMPARE(print(memory.changes(api, container(u"a"_s))),
                 QStringList(u"Not known: Gantry has not seen this service run, so it cannot say what changed."_s));
        QCOMPARE(print(memory.changes({u"unix:///x"_s, {}, {}}, container(u"a"_s))),
                 QStringList(u"Nothing: Image, command and variables of a container stay as it was made with them."_s));
    }

    void whatChangedIsNamedWithoutValues()
    {
        {
            RunMemory memory(file());
            memory.note(api, container(u"a"_s));
        }
        RunMemory memory(file());
        QStringList same = print(memory.changes(api, container(u"b"_s)));
        QVERIFY2(same.takeFirst().startsWith(u"Seen running: "_s), qPrintable(same.join(u'\n')));
        QCOMPARE(same, QStringList({u"Image: The same."_s, u"Command: The same."_s, u"Variables: The same."_s}));

        ContainerDetails other = container(u"b"_s);
        other.imageId = u"sha256:3333333333334444"_s;
        other.arguments = {u"app:appi"_s};
        other.environment = {u"PORT=80"_s, u"DB_PASSWORD=other"_s, u"NEW="_s};
        QStringList changed = print(memory.changes(api, other));
        changed.removeFirst();
        QCOMPARE(changed,
                 QStringList({u"!Image: Another one: 333333333333 was 111111111111."_s,
                              u"!Command: It was: uvicorn app:app"_s,
                              u"!Variables: Other values: DB_PASSWORD. New: NEW. No longer set: OLD."_s}));
        // Of another engine or project nothing is known.
        QCOMPARE(memory.changes({u"unix:///y"_s, u"tp1"_s, u"api"_s}, other).size(), 1);
        QCOMPARE(memory.changes({u"unix:///x"_s, u"tp2"_s, u"api"_s}, other).size(), 1);
    }

    void theFileIsPrivateAndHoldsNoValue()
    {
        {
            RunMemory memory(file());
            memory.note(api, container(u"a"_s));
        }
        QFile kept(file());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
        const QByteArray bytes = kept.readAll();
        QVERIFY(bytes.contains("DB_PASSWORD"));
        QVERIFY2(!bytes.contains("s3cret"), bytes);
        // The same value has another hash in another file.
        QTemporaryDir folder;
        {
            RunMemory other(folder.filePath(u"runs.json"_s));
            other.note(api, container(u"a"_s));
        }
        QFile second(folder.filePath(u"runs.json"_s));
        QVERIFY(second.open(QIODevice::ReadOnly));
        const auto hash = [](const QByteArray &all) { return all.mid(all.indexOf("DB_PASSWORD") + 14, 8); };
        QCOMPARE(hash(bytes).size(), 8);
        QVERIFY(hash(bytes) != hash(second.readAll()));
    }

    void brokenFilesAreForgotten_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray::fromHex("00ff7b");
        QTest::newRow("no salt") << QByteArray("{\"runs\": [{\"project\": \"tp1\", \"service\": \"api\"}]}");
        QTest::newRow("other types") << QByteArray("{\"salt\": 7, \"runs\": {\"a\": [1]}}");
    }

    void brokenFilesAreForgotten()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(QDir().mkpath(m_folder->filePath(u"below"_s)));
        QFile broken(file());
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(bytes);
        broken.close();
        {
            RunMemory memory(file());
            QVERIFY(!memory.run(api));
            memory.note(api, container(u"a"_s));
        }
        QVERIFY(RunMemory(file()).run(api));
    }

    void theOldestAreForgotten()
    {
        RunMemory memory(file());
        for (int i = 0; i <= RunMemory::MostServices; ++i) {
            ServiceKey key = api;
            key.service = QString::number(i);
            memory.note(key, container(u"a"_s));
        }
        int known = 0;
        for (int i = 0; i <= RunMemory::MostServices; ++i)
            known += memory.run({api.engine, api.project, QString::number(i)}) ? 1 : 0;
        QCOMPARE(known, RunMemory::MostServices);
        QVERIFY(memory.run({api.engine, api.project, QString::number(RunMemory::MostServices)}));
    }

    void whenItStillRanIsRemembered()
    {
        RunMemory memory(file());
        memory.note(api, container(u"a"_s));
        const QDateTime noted = memory.run(api)->seen;
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > noted);
        memory.seeAgain(api, u"other"_s);
        QCOMPARE(memory.run(api)->seen, noted);
        memory.seeAgain(api, u"a"_s);
        QVERIFY(memory.run(api)->seen > noted);
    }

    void whatStopsWasSeenUntilThen()
    {
        FakeEngine server;
        server.answerBasics();
        FakeContainers fake(&server);
        fake.add('a', u"tp1-api-1"_s, u"api"_s, u"Up 3 minutes"_s,
                 {{u"com.docker.compose.project"_s, u"tp1"_s}, {u"com.docker.compose.service"_s, u"api"_s}});
        fake.setDetails('a', {{u"State"_s, QJsonObject{{u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s}}}});
        Engine engine;
        RunMemory memory(file());
        RunWatch watch(&engine, &memory);
        watch.setSettledAfter(20);
        engine.start({{server.endpoint()}, true, {}});
        QTRY_COMPARE(engine.state(), Engine::State::Connected);
        const ServiceKey key{engine.endpoint().address(), u"tp1"_s, u"api"_s};
        QTRY_VERIFY(memory.run(key));
        const QDateTime noted = memory.run(key)->seen;
        QTRY_VERIFY(QDateTime::currentDateTimeUtc() > noted);
        fake.setStatus('a', u"Exited (1) 1 second ago"_s);
        fake.tell("die", 'a');
        QTRY_VERIFY(memory.run(key)->seen > noted);
        // Another end of it without a life between them tells nothing.
        const QDateTime ended = memory.run(key)->seen;
        fake.setStatus('a', u"Exited (2) 1 second ago"_s);
        fake.tell("die", 'a');
        QTRY_COMPARE(engine.containers()->container(QString::fromLatin1(FakeContainers::id('a'))).exitCode, 2);
        QCOMPARE(memory.run(key)->seen, ended);
    }

    void servicesThatRunWellAreNotedOnce()
    {
        FakeEngine server;
        server.answerBasics();
        FakeContainers fake(&server);
        const QJsonObject labels{{u"com.docker.compose.project"_s, u"tp1"_s},
                                 {u"com.docker.compose.service"_s, u"api"_s}};
        QJsonObject other = labels;
        other.insert(u"com.docker.compose.service"_s, u"sick"_s);
        QJsonObject single = labels;
        single.insert(u"com.docker.compose.service"_s, u"once"_s);
        single.insert(u"com.docker.compose.oneoff"_s, u"True"_s);
        fake.add('a', u"tp1-api-1"_s, u"api"_s, u"Up 3 minutes"_s, labels);
        fake.add('b', u"tp1-sick-1"_s, u"api"_s, u"Up 3 minutes (unhealthy)"_s, other);
        fake.add('c', u"alone"_s, u"api"_s, u"Up 3 minutes"_s);
        fake.add('d', u"tp1-once-1"_s, u"api"_s, u"Up 3 minutes"_s, single);
        fake.setDetails(
            'a',
            {{u"State"_s, QJsonObject{{u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s}}}, {u"Image"_s, u"sha256:55"_s}});
        Engine engine;
        RunMemory memory(file());
        RunWatch watch(&engine, &memory);
        watch.setSettledAfter(20);
        engine.start({{server.endpoint()}, true, {}});
        const auto key = [&engine](const QString &service) {
            return ServiceKey{engine.endpoint().address(), u"tp1"_s, service};
        };
        QTRY_VERIFY(memory.run(key(u"api"_s)));
        QCOMPARE(memory.run(key(u"api"_s))->imageId, u"sha256:55"_s);
        // What changes in another container asks nothing again.
        fake.setStatus('c', u"Up 2 hours (Paused)"_s);
        fake.tell("pause", 'c');
        QTRY_COMPARE(engine.containers()->container(QString::fromLatin1(FakeContainers::id('c'))).state,
                     ContainerState::Paused);
        fake.setStatus('b', u"Up 3 minutes (healthy)"_s);
        fake.setDetails('b',
                        {{u"State"_s,
                          QJsonObject{{u"StartedAt"_s, u"2024-01-01T10:00:00Z"_s},
                                      {u"Health"_s, QJsonObject{{u"Status"_s, u"healthy"_s}}}}}});
        fake.tell("health_status: healthy", 'b');
        QTRY_VERIFY(memory.run(key(u"sick"_s)));
        QCOMPARE(server.countOf(FakeContainers::path('a', "json")), 1);
        QCOMPARE(server.countOf(FakeContainers::path('c', "json")), 0);
        QCOMPARE(server.countOf(FakeContainers::path('d', "json")), 0);
    }

    void aContainerThatJustStartedIsNotNotedYet()
    {
        FakeEngine server;
        server.answerBasics();
        FakeContainers fake(&server);
        fake.add('a', u"tp1-api-1"_s, u"api"_s, u"Up 1 second"_s,
                 {{u"com.docker.compose.project"_s, u"tp1"_s}, {u"com.docker.compose.service"_s, u"api"_s}});
        const auto started = [&fake](const QDateTime &time) {
            fake.setDetails('a', {{u"State"_s, QJsonObject{{u"StartedAt"_s, time.toString(Qt::ISODateWithMs)}}}});
        };
        started(QDateTime::currentDateTimeUtc().addSecs(3600));
        Engine engine;
        RunMemory memory(file());
        RunWatch watch(&engine, &memory);
        watch.setSettledAfter(20);
        engine.start({{server.endpoint()}, true, {}});
        QTRY_VERIFY(server.countOf(FakeContainers::path('a', "json")) >= 2); // it looks again and again
        const ServiceKey key{engine.endpoint().address(), u"tp1"_s, u"api"_s};
        QVERIFY(!memory.run(key));
        started(QDateTime::currentDateTimeUtc().addSecs(-3600));
        QTRY_VERIFY(memory.run(key));
    }

private:
    QString file() const { return m_folder->filePath(u"below/runs.json"_s); }

    std::optional<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestRunMemory)
#include "tst_runmemory.moc"
