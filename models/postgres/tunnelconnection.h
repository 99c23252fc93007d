// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engineclient.h"

#include <QLocalSocket>
#include <QObject>
#include <QTimer>

namespace Gantry {

/// One connection of a tunnel: a client's socket at one end, an exec in the container at the other. What one side
/// cannot take for now is not read from the other; the end of either is passed on.
class TunnelConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes \a socket over.
    TunnelConnection(EngineClient *client, const QString &containerId, const QStringList &command, QLocalSocket *socket,
                     QObject *parent);

Q_SIGNALS:
    /// The exec could not be made, or ended without a byte from the server.
    void failed(const QString &words);
    /// Both sides are closed; emitted once.
    void ended();

private:
    void begin(const QString &execId);
    void fromClient();
    void fromServer(const QByteArray &bytes);
    void clientEnded();
    void serverEnded(const QString &problem);
    void end();

    EngineClient *m_client;
    QLocalSocket *m_socket;
    ExecStream *m_exec = nullptr;
    QByteArray m_words; ///< what the tool complains of
    bool m_answered = false;
    bool m_inputClosed = false;
    bool m_serverEnded = false;
    bool m_ended = false;
    QTimer m_patience;
};

} // namespace Gantry
