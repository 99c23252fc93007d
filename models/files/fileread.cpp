// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileread.h"

#include "engine/middleleftout.h"
#include "engine/onanswer.h"
#include "files/tarreader.h"
#include "files/transferpool.h"

#include <QtConcurrentRun>

#include <archive_entry.h>

namespace Gantry {

FileRead::FileRead(EngineClient *client, const QString &container, const QByteArray &path, bool isLink, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_container(container)
    , m_path(path)
    , m_isLink(isLink)
{
}

void FileRead::start()
{
    if (!m_isLink) {
        read(m_path);
        return;
    }
    onAnswer<EngineError>(
        m_client->statPath(m_container, m_path), this,
        [this](const PathStat &stat) {
            read(stat.isLink() && !stat.linkTarget.isEmpty() ? stat.linkTarget : m_path);
        },
        [this](const EngineError &error) { Q_EMIT finished({{}, {}, {}, error.sentence()}); });
}

void FileRead::read(const QByteArray &path)
{
    if (!m_client) {
        Q_EMIT finished({{}, {}, {}, tr("The engine is not connected.")});
        return;
    }
    m_feed = new ArchiveFeed(m_client->readPath(m_container, path, nullptr), this);
    onAnswer(QtConcurrent::run(transferPool(),
                               [pipe = m_feed->pipe(), shown = middleLeftOut(QString::fromUtf8(path))] {
                                   return readContent(pipe.get(), shown);
                               }),
             this, [this](const Content &content) {
                 m_feed->cancel();
                 Q_EMIT finished(content);
             });
}

FileRead::Content FileRead::readContent(ArchiveFeed::Pipe *pipe, const QString &path)
{
    Content content;
    TarReader reader(pipe);
    archive_entry *entry = reader.next();
    if (!entry) {
        content.problem = reader.problem();
        return content;
    }
    content.entry = TarReader::describe(entry);
    if (content.entry.type != FileEntry::Type::File) {
        content.problem = tr("%1 is no file: it has no content to show.").arg(path);
        return content;
    }
    qint64 most = mostOfText;
    while (content.bytes.size() < most) {
        const QByteArray more = reader.content(qMin<qint64>(256 * 1024, most - content.bytes.size()));
        if (more.isEmpty())
            break;
        if (content.bytes.isEmpty()) {
            content.pictureFormat = pictureFormatOf(more);
            if (!content.pictureFormat.isEmpty() && content.entry.size <= mostOfPicture)
                most = mostOfPicture;
        }
        content.bytes += more;
    }
    content.problem = reader.problem();
    return content;
}

QByteArray FileRead::pictureFormatOf(const QByteArray &beginning)
{
    if (beginning.startsWith("\x89PNG\r\n\x1a\n"))
        return "png";
    if (beginning.startsWith("\xff\xd8\xff"))
        return "jpeg";
    if (beginning.startsWith("GIF87a") || beginning.startsWith("GIF89a"))
        return "gif";
    if (beginning.startsWith("BM") && beginning.size() > 14 && beginning.mid(6, 4) == QByteArray(4, '\0'))
        return "bmp";
    if (beginning.startsWith("RIFF") && beginning.mid(8, 4) == "WEBP")
        return "webp";
    if (beginning.startsWith(QByteArray::fromRawData("\0\0\1\0", 4)))
        return "ico";
    return {};
}

} // namespace Gantry
