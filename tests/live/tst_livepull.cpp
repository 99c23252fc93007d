// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/labengine.h"
#include "live/realregistry.h"
#include "operations/operationlog.h"
#include "run/imagepull.h"

#include <QCryptographicHash>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <optional>

using namespace Gantry;
using namespace Qt::StringLiterals;

namespace {

/// A registry whose one layer never comes to an end.
class SlowRegistry
{
public:
    static constexpr qint64 LayerSize = 100'000'000;

    SlowRegistry()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    QString reference() const { return u"127.0.0.1:%1/slow:1"_s.arg(m_server.serverPort()); }
    bool isSending() const { return m_sending; }

private:
    static QByteArray digest(const QByteArray &bytes)
    {
        return "sha256:" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }

    void answer(QTcpSocket *socket)
    {
        const QByteArray request = socket->readAll();
        const QByteArray path = request.split(' ').value(1);
        const QByteArray config = "{\"architecture\":\"amd64\",\"os\":\"linux\",\"config\":{},\"rootfs\":"
                                  "{\"type\":\"layers\",\"diff_ids\":[\""
            + digest("layer") + "\"]}}";
        const QByteArray type = "application/vnd.docker.distribution.manifest.v2+json";
        if (path.contains(digest("layer"))) {
            m_sending = socket;
            socket->write(head("application/octet-stream", LayerSize) + QByteArray(1'000'000, 'x'));
            auto *drip = new QTimer(socket);
            QObject::connect(drip, &QTimer::timeout, socket, [socket] { socket->write(QByteArray(1000, 'x')); });
            drip->start(20);
        } else if (path.contains("/blobs/")) {
            send(socket, request, "application/json", config);
        } else if (path.contains("/manifests/")) {
            const QByteArray sizes[] = {QByteArray::number(config.size()), QByteArray::number(LayerSize)};
            send(socket, request, type,
                 "{\"schemaVersion\":2,\"mediaType\":\"" + type
                     + "\",\"config\":{\"mediaType\":\"application/vnd.docker.container.image.v1+json\",\"size\":"
                     + sizes[0] + ",\"digest\":\"" + digest(config)
                     + "\"},\"layers\":[{\"mediaType\":\"application/vnd.docker.image.rootfs.diff.tar.gzip\",\"size\":"
                     + sizes[1] + ",\"digest\":\"" + digest("layer") + "\"}]}");
        } else if (path == "/v2/") {
            send(socket, request, "application/json", "{}");
        } else {
            socket->disconnectFromHost(); // TLS, which is tried first
        }
    }

    static QByteArray head(const QByteArray &type, qint64 size)
    {
        return "HTTP/1.1 200 OK\r\nDocker-Distribution-Api-Version: registry/2.0\r\nConnection: close\r\nContent-Type: "
            + type + "\r\nContent-Length: " + QByteArray::number(size) + "\r\n\r\n";
    }

    static void send(QTcpSocket *socket, const QByteArray &request, const QByteArray &type, const QByteArray &body)
    {
        socket->write(head(type, body.size()) + (request.startsWith("HEAD") ? QByteArray() : body));
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QPointer<QTcpSocket> m_sending;
};

} // namespace

/// Pulls from Debian's own registry, with and without a password, and from what is none.
class TestLivePull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(Lab::isUp(), Lab::notUp);
        m_engine.connect();
        m_open.emplace(false);
        m_closed.emplace(true);
        QVERIFY2(m_open->isUp(), m_open->words());
        QVERIFY2(m_closed->isUp(), m_closed->words());
        QVERIFY2(m_open->offerAnother(Lab::image(Lab::Image::Busybox), u"team/busybox:1"_s), m_open->words());
        QVERIFY2(m_closed->offer(Lab::image(Lab::Image::Busybox), u"secret:1"_s), m_closed->words());
    }

    void init()
    {
        m_config.emplace();
        qputenv("DOCKER_CONFIG", QFile::encodeName(m_config->path()));
    }

    void cleanup()
    {
        qunsetenv("DOCKER_CONFIG");
        m_config.reset();
    }

    void cleanupTestCase()
    {
        for (const QString &image : {m_open ? m_open->reference(u"team/busybox:1"_s) : QString(),
                                     m_closed ? m_closed->reference(u"secret:1"_s) : QString()}) {
            if (!image.isEmpty())
                Lab::docker({u"rmi"_s, image});
        }
        m_engine.reset();
        m_open.reset();
        m_closed.reset();
    }

    void aPullShowsItsLayers()
    {
        const QString reference = m_open->reference(u"team/busybox:1"_s);
        Operation *operation = pull(reference);
        const auto *work = operation->findChild<ImagePull *>();
        QVERIFY(work);
        qsizetype layers = 0;
        qint64 bytes = 0;
        connect(work, &ImagePull::progressed, operation, [&] {
            layers = work->progress().layers().size();
            bytes = work->progress().toDownload();
        });
        QTRY_COMPARE(operation->state(), Operation::State::Succeeded);
        QVERIFY(layers > 1);
        QVERIFY(bytes >= 8'000'000);
        QCOMPARE(operation->percent(), 100);
        QVERIFY2(operation->output().contains(u"Status: "_s), qPrintable(operation->output()));
        QVERIFY(operation->commandLine().endsWith(u"pull "_s + reference));
        QVERIFY(Lab::docker({u"image"_s, u"inspect"_s, reference}).ok());
    }

    void theRightPassword()
    {
        m_closed->logIn(m_config->path(), QString::fromLatin1(RealRegistry::Password));
        Operation *operation = pull(m_closed->reference(u"secret:1"_s));
        QTRY_VERIFY(!operation->isRunning());
        QVERIFY2(operation->state() == Operation::State::Succeeded, qPrintable(operation->error()));
    }

    void aHelperProgramKnowsThePassword()
    {
        writeConfig("{\"credHelpers\":{\"" + m_closed->host().toUtf8() + "\":\"lab\"}}");
        QFile helper(m_config->filePath(u"docker-credential-lab"_s));
        QVERIFY(helper.open(QIODevice::WriteOnly));
        helper.write("#!/bin/sh\nread -r host\nprintf '{\"ServerURL\":\"%s\",\"Username\":\"gantry\","
                     "\"Secret\":\"right-password\"}' \"$host\"\n");
        helper.close();
        QVERIFY(helper.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", QFile::encodeName(m_config->path()) + ':' + path);
        Operation *operation = pull(m_closed->reference(u"secret:1"_s));
        QTRY_VERIFY(!operation->isRunning());
        qputenv("PATH", path);
        QVERIFY2(operation->state() == Operation::State::Succeeded, qPrintable(operation->error()));
    }

    void failuresHaveTheRegistrysWords_data()
    {
        QTest::addColumn<QString>("password"); ///< empty for no login
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("closed");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("advice");
        QTest::newRow("wrong password") << u"wrong"_s << u"secret:1"_s << true << u"unauthorized"_s
                                        << u"docker login"_s;
        QTest::newRow("no password") << QString() << u"secret:1"_s << true << u"no basic auth"_s << u"docker login"_s;
        QTest::newRow("unknown image") << QString() << u"nothing:1"_s << false << u"not found"_s << u"no image"_s;
        QTest::newRow("unknown tag") << QString() << u"team/busybox:2"_s << false << u"manifest"_s << u"no image"_s;
    }

    void failuresHaveTheRegistrysWords()
    {
        QFETCH(const QString, password);
        QFETCH(const QString, name);
        QFETCH(const bool, closed);
        QFETCH(const QString, words);
        QFETCH(const QString, advice);
        if (!password.isEmpty())
            m_closed->logIn(m_config->path(), password);
        Operation *operation = pull((closed ? *m_closed : *m_open).reference(name));
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        const Failure &failure = operation->failure();
        QVERIFY2(failure.words.contains(words, Qt::CaseInsensitive), qPrintable(failure.text()));
        QVERIFY2(failure.advice.contains(advice), qPrintable(failure.text()));
        QVERIFY(!password.isEmpty() || !failure.text().contains(u"wrong"_s));
    }

    void nobodyListens()
    {
        QTcpServer gone;
        QVERIFY(gone.listen(QHostAddress::LocalHost));
        const QString host = u"127.0.0.1:%1"_s.arg(gone.serverPort());
        gone.close();
        Operation *operation = pull(host + u"/x:1"_s);
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY2(operation->failure().words.contains(u"connection refused"_s), qPrintable(operation->error()));
        QVERIFY2(operation->failure().advice.contains(host), qPrintable(operation->error()));
    }

    void theLimitOfPulls()
    {
        QTcpServer limited;
        QVERIFY(limited.listen(QHostAddress::LocalHost));
        connect(&limited, &QTcpServer::newConnection, &limited, [&limited] {
            QTcpSocket *socket = limited.nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                const QByteArray request = socket->readAll();
                const QByteArray body = request.startsWith("GET /v2/ ")
                    ? QByteArray("{}")
                    : QByteArray("{\"errors\":[{\"code\":\"TOOMANYREQUESTS\",\"message\":\"You have reached your "
                                 "pull rate limit.\"}]}");
                const QByteArray status = request.startsWith("GET /v2/ ") ? "200 OK" : "429 Too Many Requests";
                socket->write("HTTP/1.1 " + status
                              + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                              + QByteArray::number(body.size()) + "\r\n\r\n"
                              + (request.startsWith("HEAD") ? QByteArray() : body));
                socket->disconnectFromHost();
            });
        });
        Operation *operation = pull(u"127.0.0.1:%1/x:1"_s.arg(limited.serverPort()));
        QTRY_COMPARE(operation->state(), Operation::State::Failed);
        QVERIFY2(operation->failure().words.contains(u"pull rate limit"_s), qPrintable(operation->error()));
        QVERIFY2(operation->failure().advice.contains(u"docker login"_s), qPrintable(operation->error()));
    }

    void aPullThatIsCancelledEndsOnTheEngineToo()
    {
        SlowRegistry registry;
        Operation *operation = pull(registry.reference());
        const auto *work = operation->findChild<ImagePull *>();
        QTRY_VERIFY(work->progress().toDownload() == SlowRegistry::LayerSize && work->progress().downloaded() > 0);
        QTRY_VERIFY(operation->phase().contains(u"0 of 1 layers"_s));
        QVERIFY(registry.isSending());
        QVERIFY(operation->canCancel());
        operation->cancel();
        QCOMPARE(operation->state(), Operation::State::Cancelled);
        QTRY_VERIFY(!registry.isSending());
        QVERIFY(!Lab::docker({u"image"_s, u"inspect"_s, registry.reference()}).ok());
    }

private:
    Operation *pull(const QString &reference)
    {
        return ImagePull::begin(&*m_engine, &m_log, *ImageReference::parse(reference));
    }

    void writeConfig(const QByteArray &content) const
    {
        QFile file(m_config->filePath(u"config.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    LabEngine m_engine;
    OperationLog m_log;
    std::optional<RealRegistry> m_open;
    std::optional<RealRegistry> m_closed;
    std::optional<QTemporaryDir> m_config;
};

QTEST_GUILESS_MAIN(TestLivePull)
#include "tst_livepull.moc"
