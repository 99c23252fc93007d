// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lab/labenvironment.h"

#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

namespace Gantry {

/// Debian's docker-registry on loopback, for as long as this lives; with a password if one is given. Engines take
/// 127.0.0.1 without TLS.
class RealRegistry
{
public:
    static constexpr const char *User = "gantry";
    static constexpr const char *Password = "right-password";

    explicit RealRegistry(bool wantsPassword)
    {
        QTcpServer free;
        free.listen(QHostAddress::LocalHost);
        m_port = free.serverPort();
        free.close();
        QString config = QStringLiteral("version: 0.1\n"
                                        "log:\n  level: error\n"
                                        "storage:\n  filesystem:\n    rootdirectory: %1\n"
                                        "http:\n  addr: 127.0.0.1:%2\n")
                             .arg(m_folder.filePath(QStringLiteral("store")))
                             .arg(m_port);
        if (wantsPassword) {
            // bcrypt of the password above.
            write(QStringLiteral("htpasswd"), "gantry:$2b$04$YB/F8bR2Q5e3TZOBkwsXK.fdxNGbl4yRKlyuiD9.6GA2GSR9ioAGi\n");
            config += QStringLiteral("auth:\n  htpasswd:\n    realm: lab\n    path: %1\n")
                          .arg(m_folder.filePath(QStringLiteral("htpasswd")));
        }
        write(QStringLiteral("config.yml"), config.toUtf8());
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(Lab::registry(), {QStringLiteral("serve"), m_folder.filePath(QStringLiteral("config.yml"))});
    }
    ~RealRegistry()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(RealRegistry)

    bool isUp()
    {
        return QTest::qWaitFor(
            [this] {
                QTcpSocket socket;
                socket.connectToHost(QHostAddress::LocalHost, m_port);
                return socket.waitForConnected(1000);
            },
            20'000);
    }
    QByteArray words() { return m_process.readAll(); }

    QString host() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QString reference(const QString &name) const { return host() + u'/' + name; }

    /// Puts an image of the lab's engine into the registry, and takes the name off the engine again.
    bool offer(const QString &image, const QString &name)
    {
        logIn(m_folder.path(), QString::fromLatin1(Password));
        const QString reference = this->reference(name);
        return Lab::docker({QStringLiteral("tag"), image, reference}).ok()
            && Lab::docker({QStringLiteral("--config"), m_folder.path(), QStringLiteral("push"), reference}).ok()
            && Lab::docker({QStringLiteral("rmi"), reference}).ok();
    }
    /// Offers an image with a layer that the engine has not, of some megabytes.
    bool offerAnother(const QString &image, const QString &name)
    {
        const QString made = QStringLiteral("gantry-lab/another");
        const auto docker = [](const QStringList &arguments) { return Lab::docker(arguments).ok(); };
        const bool offered = docker({QStringLiteral("run"), QStringLiteral("--name"), QStringLiteral("another"), image,
                                     QStringLiteral("sh"), QStringLiteral("-c"),
                                     QStringLiteral("head -c 8000000 /dev/urandom >/blob")})
            && docker({QStringLiteral("commit"), QStringLiteral("another"), made}) && offer(made, name);
        docker({QStringLiteral("rm"), QStringLiteral("-f"), QStringLiteral("another")});
        return docker({QStringLiteral("rmi"), made}) && offered;
    }
    /// Makes a folder a DOCKER_CONFIG whose login is this.
    void logIn(const QString &folder, const QString &password) const
    {
        const QByteArray both = (QString::fromLatin1(User) + u':' + password).toUtf8().toBase64();
        QFile file(folder + QStringLiteral("/config.json"));
        file.open(QIODevice::WriteOnly);
        file.write("{\"auths\":{\"" + host().toUtf8() + "\":{\"auth\":\"" + both + "\"}}}");
    }

private:
    void write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(name));
        file.open(QIODevice::WriteOnly);
        file.write(content);
    }

    QTemporaryDir m_folder;
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace Gantry
