// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeengine.h"

#include "engine/engine.h"
#include "faults/rounds.h"
#include "operations/operationlog.h"
#include "run/credentiallookup.h"
#include "run/imagepull.h"
#include "run/pulllayermodel.h"

#include <QAbstractItemModelTester>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Gantry;
using namespace Qt::StringLiterals;

class TestImagePull : public QObject
{
    Q_OBJECT

private:
    static QJsonObject message(const char *json)
    {
        return QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).object();
    }

    static void writeFile(const QString &path, const QByteArray &content, bool executable = false)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        if (executable)
            QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

private Q_SLOTS:
    void references_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("canonical");
        QTest::addColumn<QString>("familiar");
        QTest::addColumn<QString>("key");
        const QString hub = u"https://index.docker.io/v1/"_s;
        const QString digest = u"sha256:"_s + QString(64, u'a');
        QTest::newRow("official") << u"alpine"_s << u"docker.io/library/alpine:latest"_s << u"alpine:latest"_s << hub;
        QTest::newRow("tag") << u"postgres:16"_s << u"docker.io/library/postgres:16"_s << u"postgres:16"_s << hub;
        QTest::newRow("user") << u"grafana/loki"_s << u"docker.io/grafana/loki:latest"_s << u"grafana/loki:latest"_s
                              << hub;
        QTest::newRow("long") << u"docker.io/library/alpine"_s << u"docker.io/library/alpine:latest"_s
                              << u"alpine:latest"_s << hub;
        QTest::newRow("index") << u"index.docker.io/a/b:1"_s << u"docker.io/a/b:1"_s << u"a/b:1"_s << hub;
        QTest::newRow("registry") << u"ghcr.io/a/b/c:1.2"_s << u"ghcr.io/a/b/c:1.2"_s << u"ghcr.io/a/b/c:1.2"_s
                                  << u"ghcr.io"_s;
        QTest::newRow("port") << u"127.0.0.1:5000/api"_s << u"127.0.0.1:5000/api:latest"_s
                              << u"127.0.0.1:5000/api:latest"_s << u"127.0.0.1:5000"_s;
        QTest::newRow("localhost") << u"localhost/api"_s << u"localhost/api:latest"_s << u"localhost/api:latest"_s
                                   << u"localhost"_s;
        QTest::newRow("digest") << u"alpine@"_s + digest << u"docker.io/library/alpine@"_s + digest
                                << u"alpine@"_s + digest << hub;
        QTest::newRow("tag and digest") << u"alpine:3@"_s + digest << u"docker.io/library/alpine@"_s + digest
                                        << u"alpine@"_s + digest << hub;
    }

    void references()
    {
        QFETCH(const QString, text);
        const std::optional<ImageReference> reference = ImageReference::parse(text);
        QVERIFY(reference);
        QTEST(reference->canonical(), "canonical");
        QTEST(reference->familiar(), "familiar");
        QTEST(reference->registryKey(), "key");
    }

    void noReferences()
    {
        for (const QString &text : {QString(), u"Alpine"_s, u"a b"_s, u"-x"_s, u"a//b"_s, u"a:"_s, u"a:b c"_s,
                                    u"a@sha256:1"_s, u"/a"_s, u"a/"_s, u"$(id)"_s, u"a;b"_s, u"http://a.b/c"_s,
                                    QString(64, u'a'), QString(300, u'a'), u"a:%1"_s.arg(QString(129, u'b'))})
            QVERIFY2(!ImageReference::parse(text), qPrintable(text));
    }

    void loginsOfTheFile()
    {
        const QByteArray config = "{\"auths\":{\"https://index.docker.io/v1/\":{\"auth\":\"dXNlcjpwYTpzcw==\"},"
                                  "\"http://reg.example/v1/\":{\"username\":\"u\",\"password\":\"p\"},"
                                  "\"token.example\":{\"identitytoken\":\"t\"}}}";
        const RegistryAuth hub = DockerLogins::of(config, u"https://index.docker.io/v1/"_s).auth;
        QCOMPARE(hub.user, u"user"_s);
        QCOMPARE(hub.password, u"pa:ss"_s);
        QCOMPARE(DockerLogins::of(config, u"reg.example"_s).auth.password, u"p"_s);
        QCOMPARE(DockerLogins::of(config, u"token.example"_s).auth.identityToken, u"t"_s);
        QVERIFY(DockerLogins::of(config, u"other.example"_s).auth.isEmpty());
        QVERIFY(RegistryAuth().header().isEmpty());
        const QJsonObject header
            = QJsonDocument::fromJson(QByteArray::fromBase64(hub.header(), QByteArray::Base64UrlEncoding)).object();
        QCOMPARE(header["username"_L1].toString(), u"user"_s);
        QCOMPARE(header["serveraddress"_L1].toString(), u"https://index.docker.io/v1/"_s);
    }

    void helpersOfTheFile()
    {
        const QByteArray config
            = "{\"credsStore\":\"store\",\"credHelpers\":{\"a.example\":\"own\",\"b.example\":\"../x\"}}";
        QCOMPARE(DockerLogins::of(config, u"a.example"_s).helper, u"docker-credential-own"_s);
        QCOMPARE(DockerLogins::of(config, u"c.example"_s).helper, u"docker-credential-store"_s);
        const DockerLogins hostile = DockerLogins::of(config, u"b.example"_s);
        QVERIFY(hostile.helper.isEmpty() && !hostile.problem.isEmpty());
        QVERIFY(!DockerLogins::of("not json", u"a"_s).problem.isEmpty());
        QVERIFY(DockerLogins::read(u"/nowhere"_s, u"a"_s).problem.isEmpty());
    }

    void helpersAreAsked_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("problem");
        QTest::newRow("knows") << QByteArray("[ \"$1\" = get ] || exit 3\nread -r host\n"
                                             "printf '{\"Username\":\"%s\",\"Secret\":\"s\"}' \"me@$host\"\n")
                               << u"me@a.example"_s << QString();
        QTest::newRow("knows nobody") << QByteArray("echo 'credentials not found in native keychain'\nexit 1\n")
                                      << QString() << QString();
        QTest::newRow("fails") << QByteArray("echo 'keychain is locked' >&2\nexit 1\n") << QString()
                               << u"keychain is locked"_s;
        QTest::newRow("is not there") << QByteArray() << QString() << u"docker-credential-fake"_s;
    }

    void helpersAreAsked()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, user);
        QFETCH(const QString, problem);
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"config.json"_s), "{\"credsStore\":\"fake\"}");
        if (!script.isEmpty())
            writeFile(folder.filePath(u"docker-credential-fake"_s), "#!/bin/sh\n" + script, true);
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(folder.path()) + ':' + path);
        QObject parent;
        auto *lookup = new CredentialLookup(u"a.example"_s, folder.path(), &parent);
        RegistryAuth auth;
        QString said;
        int times = 0;
        connect(lookup, &CredentialLookup::finished, this, [&](const RegistryAuth &found, const QString &words) {
            auth = found;
            said = words;
            ++times;
        });
        QTRY_COMPARE(times, 1);
        qputenv("PATH", path);
        QCOMPARE(auth.user, user);
        QVERIFY2(said.contains(problem) && said.isEmpty() == problem.isEmpty(), qPrintable(said));
    }

    void progressOfLayers()
    {
        PullProgress progress;
        QCOMPARE(progress.percent(), -1);
        QVERIFY(progress.take(message("{'status':'Pulling from library/alpine','id':'latest'}"), 0));
        progress.take(message("{'status':'Pulling fs layer','progressDetail':{},'id':'aaaaaaaaaaaa'}"), 0);
        progress.take(message("{'status':'Already exists','progressDetail':{},'id':'bbbbbbbbbbbb'}"), 0);
        QCOMPARE(progress.layers().size(), 2);
        QCOMPARE(progress.percent(), 50);
        progress.take(message("{'status':'Downloading','progressDetail':{'current':1000000,'total':4000000},"
                              "'progress':'[=> ]','id':'aaaaaaaaaaaa'}"),
                      1000);
        progress.take(message("{'status':'Downloading','progressDetail':{'current':3000000,'total':4000000},"
                              "'id':'aaaaaaaaaaaa'}"),
                      2000);
        QCOMPARE(progress.percent(), 80);
        QCOMPARE(progress.downloaded(), 3000000);
        QCOMPARE(progress.speed(), 1500000);
        QVERIFY(progress.words().contains(u"1 of 2 layers"_s));
        QVERIFY(progress.words().contains(u"1.5 MB/s"_s) || progress.words().contains(u"1.50 MB/s"_s));
        progress.take(message("{'status':'Download complete','progressDetail':{},'id':'aaaaaaaaaaaa'}"), 3000);
        QCOMPARE(progress.speed(), 0);
        progress.take(message("{'status':'Extracting','progressDetail':{'current':2000000,'total':4000000},"
                              "'id':'aaaaaaaaaaaa'}"),
                      3000);
        QCOMPARE(progress.percent(), 95);
        progress.take(message("{'status':'Pull complete','progressDetail':{},'id':'aaaaaaaaaaaa'}"), 4000);
        QCOMPARE(progress.percent(), 100);
        QVERIFY(progress.error().isEmpty());
        progress.take(message("{'errorDetail':{'message':'toomanyrequests: slow down'},'error':'short'}"), 5000);
        QCOMPARE(progress.error(), u"toomanyrequests: slow down"_s);
    }

    void hostileProgress()
    {
        PullProgress progress;
        for (int i = 0; i < 5000; ++i) {
            progress.take(QJsonObject{{u"status"_s, u"Downloading"_s},
                                      {u"id"_s, QString::number(i, 16).rightJustified(12, u'0')},
                                      {u"progressDetail"_s, QJsonObject{{u"current"_s, -5}, {u"total"_s, 1e300}}}},
                          i);
        }
        QVERIFY(progress.layers().size() <= 1000);
        QVERIFY(progress.percent() >= 0 && progress.percent() <= 100);
        QVERIFY(progress.speed() >= 0);
    }

    void theModelFollows()
    {
        PullLayerModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        PullProgress progress;
        progress.take(message("{'status':'Pulling fs layer','id':'aaaaaaaaaaaa'}"), 0);
        model.setLayers(progress.layers());
        QCOMPARE(inserted.size(), 1);
        progress.take(message("{'status':'Downloading','progressDetail':{'current':1000,'total':4000},"
                              "'id':'aaaaaaaaaaaa'}"),
                      1);
        progress.take(message("{'status':'Pulling fs layer','id':'bbbbbbbbbbbb'}"), 2);
        model.setLayers(progress.layers());
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.index(0, PullLayerModel::ProgressColumn).data().toString(), u"1.00 kB of 4.00 kB"_s);
        model.setLayers(progress.layers());
        QCOMPARE(changed.size(), 1);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void credentialsGoInTheHeadAndNowhereElse()
    {
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"config.json"_s), "{\"auths\":{\"reg.example\":{\"auth\":\"dTpnZWhlaW0=\"}}}");
        qputenv("DOCKER_CONFIG", QFile::encodeName(folder.path()));
        FakeEngine fake;
        fake.answerBasics();
        Engine engine;
        engine.start(fake.found(true));
        QTRY_COMPARE(engine.state(), Engine::State::Connected);
        OperationLog log;
        const QByteArray target = "/images/create?fromImage=reg.example%2Fa%2Fb&tag=1";
        fake.answer(target, "{\"status\":\"Pulling from a/b\",\"id\":\"1\"}\n{\"status\":\"Status: done\"}\n");
        Operation *operation = ImagePull::begin(&engine, &log, *ImageReference::parse(u"reg.example/a/b:1"_s));
        QCOMPARE(operation->commandLine(), u"docker pull reg.example/a/b:1"_s);
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
        QVERIFY(!operation->output().contains(u"geheim"_s) && operation->output().contains(u"Status: done"_s));
        QCOMPARE(fake.countOf(target), 1);
        const QByteArray head = fake.requests().last().head;
        const qsizetype auth = head.indexOf("X-Registry-Auth: ") + 17;
        QVERIFY(auth > 17);
        QVERIFY(QByteArray::fromBase64(head.mid(auth, head.indexOf('\r', auth) - auth), QByteArray::Base64UrlEncoding)
                    .contains("geheim"));
        qunsetenv("DOCKER_CONFIG");
    }

    void longMessages_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("words"); ///< of the failure
        QTest::newRow("bars of progress") << QByteArray("\\r 42% [====>   ]").repeated(5'000) << QString();
        QTest::newRow("without end") << QByteArray(10'000'000, 'x') << u"a message has no end"_s;
    }
    void longMessages()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QString, words);
        const QTemporaryDir folder;
        qputenv("DOCKER_CONFIG", QFile::encodeName(folder.path()));
        FakeEngine fake;
        fake.answerBasics();
        Engine engine;
        engine.start(fake.found(true));
        QTRY_COMPARE(engine.state(), Engine::State::Connected);
        OperationLog log;
        fake.answer("/images/create?fromImage=alpine&tag=latest",
                    "{\"status\":\"" + status + "\"}\n{\"status\":\"Status: done\"}\n");
        Operation *operation = ImagePull::begin(&engine, &log, *ImageReference::parse(u"alpine"_s));
        const LoopWatch watch;
        QTRY_VERIFY(!operation->isRunning());
        QCOMPARE(operation->state(), words.isEmpty() ? Operation::State::Succeeded : Operation::State::Failed);
        QVERIFY2(operation->error().contains(words), qPrintable(operation->error()));
        QVERIFY2(operation->output().size() < 1'000, QByteArray::number(operation->output().size()));
        QVERIFY2(watch.longestMs() < LoopWatch::frozenMs, QByteArray::number(watch.longestMs()));
        qunsetenv("DOCKER_CONFIG");
    }

    void errorsOfTheStreamAreFailures()
    {
        const QTemporaryDir folder;
        qputenv("DOCKER_CONFIG", QFile::encodeName(folder.path()));
        FakeEngine fake;
        fake.answerBasics();
        Engine engine;
        engine.start(fake.found(true));
        QTRY_COMPARE(engine.state(), Engine::State::Connected);
        OperationLog log;
        fake.answer(
            "/images/create?fromImage=alpine&tag=latest",
            "{\"status\":\"Pulling\"}\n{\"errorDetail\":{\"message\":\"toomanyrequests: limit\"},\"error\":\"x\"}\n");
        Operation *operation = ImagePull::begin(&engine, &log, *ImageReference::parse(u"alpine"_s));
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY(operation->failure().words.contains(u"toomanyrequests: limit"_s));
        QVERIFY(operation->failure().advice.contains(u"docker login"_s));
        QVERIFY(operation->canRetry());
        qunsetenv("DOCKER_CONFIG");
    }
};

QTEST_GUILESS_MAIN(TestImagePull)
#include "tst_imagepull.moc"
