// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/fileread.h"

#include "engine/middleleftout.h"
#include "engine/onanswer.h"
#include "files/tarreader.h"
#include "transferpool.h"

#include <QtConcurrentRun>

#include <archive_entry.h>

namespace Gantry {

using namespace Qt::StringLiterals;

FileRead::FileRead(EngineClient *client, const QString &container, const QByteArray &path, bool isLink, bool runs,
                   QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_container(container)
    , m_path(path)
    , m_isLink(isLink)
    , m_runs(runs)
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
        [this](const PathStat &stat) { read(stat.isLink() && !stat.linkTarget.isEmpty() ? stat.linkTarget : m_path); },
        [this](const EngineError &error) { askProgram(error.sentence()); });
}

void FileRead::askProgram(const QString &problem)
{
    const QString path = QString::fromUtf8(m_path);
    if (!m_runs || !m_client || path.toUtf8() != m_path) {
        Q_EMIT finished({{}, {}, {}, problem});
        return;
    }
    ExecConfig config;
    config.command = {u"head"_s, u"-c"_s, QString::number(mostOfText), path};
    config.user = u"0"_s; // what the archive is read as, too
    onAnswer<EngineError>(
        m_client->runExec(m_container, config), this,
        [this, problem](const ExecResult &result) {
            Content content;
            content.entry.type = FileEntry::Type::File;
            content.bytes = result.output;
            // How much there is nobody tells.
            content.entry.size = result.output.size() < mostOfText ? result.output.size() : mostOfText + 1;
            if (result.exitCode != 0)
                content.problem = problem;
            Q_EMIT finished(content);
        },
        [this, problem](const EngineError &) {
            Q_EMIT finished({{}, {}, {}, problem});
        });
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
                 if (content.problem.isEmpty() || content.entry.type != FileEntry::Type::Unknown)
                     Q_EMIT finished(content);
                 else
                     askProgram(content.problem);
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
