// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/tarupload.h"

#include "engine/onanswer.h"

#include <QtConcurrentRun>

#include <utility>

namespace Gantry {

namespace {

/// What waits in the socket before more is read.
constexpr qint64 mostWaitingBytes = 512 * 1024;

} // namespace

TarUpload::TarUpload(UploadStream *stream, const QList<LocalFiles> &files, QObject *parent)
    : QObject(parent)
    , m_stream(stream)
    , m_tar(std::make_shared<FilesTar>(files))
{
    connect(stream, &UploadStream::wantsBytes, this, &TarUpload::sendMore);
}

void TarUpload::start()
{
    makeBlock();
}

void TarUpload::makeBlock()
{
    m_making = true;
    onAnswer(QtConcurrent::run([tar = m_tar] { return tar->next(); }), this, [this](const FilesTar::Block &block) {
        m_making = false;
        if (m_over)
            return;
        if (!block.problem.isEmpty()) {
            m_over = true;
            Q_EMIT failed(block.problem);
            return;
        }
        m_block = block;
        m_hasBlock = true;
        if (m_wanted)
            sendMore();
    });
}

void TarUpload::sendMore()
{
    if (m_over || m_sentAll || !m_stream || m_stream->bytesToWrite() > mostWaitingBytes)
        return;
    m_wanted = !m_hasBlock;
    if (m_wanted)
        return;
    m_hasBlock = false;
    const FilesTar::Block block = std::exchange(m_block, {});
    m_sent += block.bytes.size();
    m_sentAll = block.isLast;
    m_stream->write(block.bytes);
    if (m_sentAll)
        m_stream->writeEnd();
    else if (!m_making)
        makeBlock();
    Q_EMIT progressed();
}

} // namespace Gantry
