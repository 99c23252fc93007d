// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

class QLocalServer;
class QLocalSocket;

namespace Gantry {

/// What a second start asks of the window that is already open.
struct StartRequest
{
    QString host; ///< empty to keep the engine
    QStringList paths; ///< absolute
    QByteArray activationToken; ///< XDG_ACTIVATION_TOKEN, or empty

    QByteArray toMessage() const;
    /// Nothing unless \a message is one of ours.
    static std::optional<StartRequest> fromMessage(const QByteArray &message);
};

/// Makes one window a user and a display: the first start listens on a socket in the user's runtime folder, later ones
/// hand over their arguments. Without a usable runtime folder every start opens a window of its own.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// \a folder is for tests; empty means the user's runtime folder.
    explicit SingleInstance(const QString &folder = {}, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// Looks for a running instance and hands it \a request. Answers through exactly one of first() and handedOver().
    void begin(const StartRequest &request);

Q_SIGNALS:
    /// This process is to open its window.
    void first();
    /// The running instance has taken the request; this process may end.
    void handedOver();
    /// Another start handed over its arguments to this process.
    void requested(const Gantry::StartRequest &request);

private:
    void tryAgain();
    void listen();
    void connectToRunning();
    void receive(QLocalSocket *socket);
    void decideFirst();

    QString m_socketPath;
    std::unique_ptr<QLockFile> m_lock;
    QLocalServer *m_server = nullptr;
    StartRequest m_request;
    QTimer m_retry;
    QTimer m_patience;
    bool m_decided = false;
};

} // namespace Gantry
