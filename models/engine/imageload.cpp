// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imageload.h"

#include "engine/engineclient.h"
#include "engine/imagearchive.h"
#include "engine/onanswer.h"
#include "quoted.h"

#include <QJsonDocument>
#include <QtConcurrentRun>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype blockSize = 512 * 1024;

} // namespace

ImageLoad::ImageLoad(EngineClient *client, const QString &path, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_file(std::make_shared<QFile>(path))
{
}

void ImageLoad::start()
{
    // What an engine says to a file of another kind is no help, and comes after all of it was sent.
    m_reading = true;
    onAnswer(QtConcurrent::run([file = m_file] {
                 return file->open(QIODevice::ReadOnly | QIODevice::Unbuffered) ? file->read(blockSize) : QByteArray();
             }),
             this, [this](const QByteArray &beginning) {
                 m_reading = false;
                 if (m_over)
                     return;
                 if (!m_file->isOpen() || (beginning.isEmpty() && m_file->error() != QFileDevice::NoError)) {
                     fail(tr("“%1” cannot be read. %2").arg(m_file->fileName(), quoted(m_file->errorString())));
                 } else if (!ImageArchive::isArchive(beginning)) {
                     fail(tr("“%1” is no archive of images: it is no tar file.").arg(m_file->fileName()));
                 } else {
                     m_next = beginning;
                     begin();
                 }
             });
}

void ImageLoad::begin()
{
    m_size = m_file->size();
    m_stream = m_client->loadImages(m_size, this);
    connect(m_stream, &UploadStream::wantsBytes, this, &ImageLoad::sendMore);
    connect(m_stream, &UploadStream::answered, this, &ImageLoad::take);
    connect(m_stream, &EngineStream::failed, this, [this](const EngineError &error) { fail(error.sentence()); });
    connect(m_stream, &EngineStream::finished, this, [this] {
        takeLine(m_lines.takeRest());
        if (m_over)
            return;
        if (!m_error.isEmpty()) {
            fail(tr("The engine did not load “%1”: %2").arg(m_file->fileName(), quoted(m_error)));
        } else {
            m_over = true;
            Q_EMIT finished();
        }
    });
}

void ImageLoad::sendMore()
{
    if (m_over || m_stream->bytesToWrite() > blockSize)
        return;
    m_wanted = m_next.isEmpty();
    if (!m_wanted) {
        m_sent += m_next.size();
        m_stream->write(std::exchange(m_next, {}));
        Q_EMIT progress(m_sent, m_size);
    }
    if (!m_over)
        read();
}

void ImageLoad::read()
{
    if (m_reading || !m_next.isEmpty() || m_sent >= m_size)
        return;
    m_reading = true;
    const qint64 left = m_size - m_sent; // not what was appended since
    onAnswer(QtConcurrent::run([file = m_file, left] { return file->read(qMin<qint64>(blockSize, left)); }), this,
             [this](const QByteArray &block) {
                 m_reading = false;
                 if (m_over)
                     return;
                 if (block.isEmpty()) {
                     fail(tr("“%1” cannot be read. %2")
                              .arg(m_file->fileName(),
                                   m_file->error() == QFileDevice::NoError ? tr("It has become shorter.")
                                                                           : quoted(m_file->errorString())));
                     return;
                 }
                 m_next = block;
                 if (m_wanted)
                     sendMore();
             });
}

void ImageLoad::take(const QByteArray &bytes)
{
    m_lines.feed(bytes, [this](const QByteArray &line) { takeLine(line); });
}

void ImageLoad::takeLine(const QByteArray &line)
{
    if (m_over || line.trimmed().isEmpty())
        return;
    const QJsonObject message = QJsonDocument::fromJson(line).object();
    if (const QString error = message["error"_L1].toString(); !error.isEmpty())
        m_error = error;
    if (const QString text = message["stream"_L1].toString().trimmed(); !text.isEmpty())
        Q_EMIT said(text);
}

void ImageLoad::fail(const QString &sentence)
{
    cancel();
    Q_EMIT failed(sentence);
}

void ImageLoad::cancel()
{
    m_over = true;
    if (m_stream)
        m_stream->cancel();
}

} // namespace Gantry
