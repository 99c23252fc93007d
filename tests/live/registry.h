// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labenvironment.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace Gantry {

/// As much of an image registry (Docker Registry HTTP API V2) as an engine needs to pull from; it answers while the
/// test's event loop turns.
class Registry
{
public:
    Registry()
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray request = socket->peek(64 * 1024);
                if (request.contains("\r\n\r\n") || !request.contains("HTTP/1.1")) { // or TLS, which is tried first
                    socket->readAll();
                    answer(socket, request);
                    socket->disconnectFromHost();
                }
            });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    /// What to write behind `image:` for an image that this registry has; engines take 127.0.0.1 without TLS.
    QString reference(const QString &name) const
    {
        return QStringLiteral("127.0.0.1:%1/%2:latest").arg(m_server.serverPort()).arg(name);
    }

    /// Offers the lab's smallest image under a name, made another one by its label "edition".
    bool offer(const QString &name, const QString &edition)
    {
        const QTemporaryDir folder;
        const QString archive = folder.filePath(QStringLiteral("image.tar"));
        if (!Lab::docker({QStringLiteral("save"), QStringLiteral("-o"), archive, Lab::image(Lab::Image::Busybox)}).ok()
            || !Lab::run(QStringLiteral("tar"), {QStringLiteral("-xf"), archive, QStringLiteral("-C"), folder.path()})
                    .ok())
            return false;
        const auto read = [&folder](const QString &file) {
            QFile content(folder.filePath(file));
            return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
        };
        const QJsonObject saved
            = QJsonDocument::fromJson(read(QStringLiteral("manifest.json"))).array().first().toObject();
        QJsonObject config = QJsonDocument::fromJson(read(saved.value(QLatin1String("Config")).toString())).object();
        QJsonObject settings = config.value(QLatin1String("config")).toObject();
        settings.insert(QStringLiteral("Labels"), QJsonObject{{QStringLiteral("edition"), edition}});
        config.insert(QStringLiteral("config"), settings);
        QJsonArray layers;
        const QJsonArray files = saved.value(QLatin1String("Layers")).toArray();
        for (const auto &file : files) {
            layers.append(
                keep(read(file.toString()), QStringLiteral("application/vnd.docker.image.rootfs.diff.tar.gzip")));
        }
        const QJsonObject manifest{
            {QStringLiteral("schemaVersion"), 2},
            {QStringLiteral("mediaType"), manifestType()},
            {QStringLiteral("config"),
             keep(QJsonDocument(config).toJson(), QStringLiteral("application/vnd.docker.container.image.v1+json"))},
            {QStringLiteral("layers"), layers},
        };
        m_manifests.insert(name.toUtf8(), QJsonDocument(manifest).toJson());
        return !layers.isEmpty();
    }

private:
    static QString manifestType() { return QStringLiteral("application/vnd.docker.distribution.manifest.v2+json"); }

    static QByteArray digest(const QByteArray &bytes)
    {
        return "sha256:" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }

    QJsonObject keep(const QByteArray &bytes, const QString &type)
    {
        m_blobs.insert(digest(bytes), bytes);
        return {{QStringLiteral("mediaType"), type},
                {QStringLiteral("size"), bytes.size()},
                {QStringLiteral("digest"), QString::fromLatin1(digest(bytes))}};
    }

    void answer(QTcpSocket *socket, const QByteArray &request) const
    {
        const QList<QByteArray> words = request.left(request.indexOf('\r')).split(' ');
        const QByteArray path = words.value(1);
        QByteArray body;
        QByteArray type = "application/octet-stream";
        if (path.contains("/manifests/")) {
            body = m_manifests.value(path.mid(4, path.indexOf("/manifests/") - 4));
            type = manifestType().toUtf8();
        } else if (path.contains("/blobs/")) {
            body = m_blobs.value(path.mid(path.lastIndexOf('/') + 1));
        } else if (path == "/v2/") {
            body = "{}";
        }
        const bool found = !body.isEmpty();
        if (!found) {
            type = "application/json";
            body = R"({"errors": [{"code": "MANIFEST_UNKNOWN", "message": "manifest unknown"}]})";
        }
        socket->write(
            (found ? "HTTP/1.1 200 OK" : "HTTP/1.1 404 Not Found")
            + QByteArray("\r\nDocker-Distribution-Api-Version: registry/2.0\r\nConnection: close\r\nContent-Type: ")
            + type + "\r\nDocker-Content-Digest: " + digest(body) + "\r\nContent-Length: "
            + QByteArray::number(body.size()) + "\r\n\r\n" + (words.first() == "HEAD" ? QByteArray() : body));
    }

    QTcpServer m_server;
    QHash<QByteArray, QByteArray> m_manifests; ///< by name
    QHash<QByteArray, QByteArray> m_blobs; ///< by digest
};

} // namespace Gantry
