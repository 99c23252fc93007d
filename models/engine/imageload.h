// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "engine/linecutter.h"

#include <QFile>
#include <QObject>

#include <memory>

namespace Gantry {

class EngineClient;

/// Sends a file that holds images to the engine. It is read in the pool, a block ahead.
class ImageLoad : public QObject
{
    Q_OBJECT

public:
    ImageLoad(EngineClient *client, const QString &path, QObject *parent);

    void start();
    /// Nothing is emitted afterwards.
    void cancel();

Q_SIGNALS:
    void progress(qint64 sent, qint64 of);
    /// A line of the engine: "Loaded image: web:1".
    void said(const QString &line);
    void finished();
    /// A sentence, with the engine's or the system's words.
    void failed(const QString &sentence);

private:
    void begin();
    void sendMore();
    void read();
    void take(const QByteArray &bytes);
    void takeLine(const QByteArray &line);
    void fail(const QString &sentence);

    EngineClient *m_client;
    std::shared_ptr<QFile> m_file; ///< used in the pool while m_reading
    UploadStream *m_stream = nullptr;
    QByteArray m_next;
    LineCutter<QByteArray> m_lines{1024 * 1024}; ///< of the answer
    QString m_error; ///< the engine's
    qint64 m_size = 0;
    qint64 m_sent = 0;
    bool m_reading = false;
    bool m_wanted = false;
    bool m_over = false;
};

} // namespace Gantry
