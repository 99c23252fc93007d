// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/enginestream.h"
#include "files/filestar.h"

#include <QPointer>

#include <memory>

namespace Gantry {

/// Sends files as a tar archive over a stream, a block whenever the connection has room; the next one is made in the
/// pool meanwhile.
class TarUpload : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this, or the stream dies with it.
    TarUpload(UploadStream *stream, const QList<LocalFiles> &files, QObject *parent);

    void start();
    /// Sends no more.
    void stop() { m_over = true; }
    qint64 sent() const { return m_sent; }
    bool hasSentAll() const { return m_sentAll; }

Q_SIGNALS:
    void progressed();
    /// Why it cannot go on, a translated sentence.
    void failed(const QString &problem);

private:
    void makeBlock();
    void sendMore();

    QPointer<UploadStream> m_stream;
    std::shared_ptr<FilesTar> m_tar; ///< used in the pool while m_making
    FilesTar::Block m_block;
    bool m_hasBlock = false;
    bool m_making = false;
    bool m_wanted = false;
    bool m_sentAll = false;
    bool m_over = false;
    qint64 m_sent = 0;
};

} // namespace Gantry
