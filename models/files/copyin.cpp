// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/copyin.h"

#include "engine/onanswer.h"
#include "files/fileentry.h"
#include "files/tarupload.h"
#include "quoted.h"

#include <QFile>
#include <QSet>
#include <QtConcurrentRun>

namespace Gantry {

using namespace Qt::StringLiterals;

CopyIn::CopyIn(EngineClient *client, const QString &container, const QStringList &sources, const QByteArray &folder,
               QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_container(container)
    , m_sources(sources)
    , m_folder(folder)
    , m_stop(std::make_shared<std::atomic_bool>(false))
{
}

CopyIn::~CopyIn()
{
    *m_stop = true;
}

void CopyIn::start()
{
    onAnswer(QtConcurrent::run([sources = m_sources, stop = m_stop] { return read(sources, *stop); }), this,
             [this](const Read &all) {
                 if (m_over)
                     return;
                 m_files = all.files;
                 if (all.problem.isEmpty())
                     send();
                 else
                     fail(all.problem);
             });
}

CopyIn::Read CopyIn::read(const QStringList &sources, const std::atomic_bool &stop)
{
    Read all;
    QMap<QByteArray, QList<QByteArray>> byFolder;
    QSet<QByteArray> names;
    for (const QString &source : sources) {
        const QByteArray path = cleanPath(QFile::encodeName(source));
        const QByteArray name = lastName(path);
        if (name.isEmpty())
            all.problem = tr("“%1” has no name to be copied to.").arg(LocalFiles::shownPath(path));
        else if (names.contains(name))
            all.problem = tr("Two of them are called “%1”.").arg(LocalFiles::shownPath(name));
        names.insert(name);
        byFolder[parentPath(path)] << name;
    }
    for (auto each = byFolder.cbegin(); each != byFolder.cend() && all.problem.isEmpty(); ++each) {
        LocalFiles files;
        const QString words = files.readNames(each.key(), each.value(), stop);
        all.problem = words.isEmpty()
            ? problemOf(files)
            : tr("“%1” cannot be read. %2")
                  .arg(LocalFiles::shownPath(pathIn(each.key(), each.value().first())), quoted(words));
        all.files << files;
    }
    return all;
}

QString CopyIn::problemOf(const LocalFiles &files)
{
    if (files.unreadableCount() == 0)
        return {};
    QString names = files.unreadable().join(u", "_s);
    if (files.unreadableCount() > files.unreadable().size())
        names += u" …"_s;
    return tr("%n file(s) or folder(s) cannot be read: %1", nullptr, files.unreadableCount()).arg(names);
}

void CopyIn::send()
{
    if (!m_client) {
        fail(tr("The connection to the engine was lost before all was copied."));
        return;
    }
    m_stream = m_client->writePath(m_container, m_folder, this);
    m_upload = new TarUpload(m_stream, m_files, this);
    connect(m_upload, &TarUpload::progressed, this, &CopyIn::progressed);
    connect(m_upload, &TarUpload::failed, this, [this](const QString &problem) { fail(problem); });
    connect(m_stream, &EngineStream::finished, this, [this] {
        if (!std::exchange(m_over, true))
            Q_EMIT finished();
    });
    connect(m_stream, &EngineStream::failed, this, [this](const EngineError &error) {
        m_upload->stop();
        if (!std::exchange(m_over, true))
            Q_EMIT refused(error);
    });
    m_upload->start();
}

void CopyIn::fail(const QString &sentence)
{
    if (m_over)
        return;
    cancel();
    Q_EMIT failed(sentence);
}

void CopyIn::cancel()
{
    *m_stop = true;
    m_over = true;
    if (m_upload)
        m_upload->stop();
    if (m_stream)
        m_stream->cancel();
}

qint64 CopyIn::sent() const
{
    return m_upload ? m_upload->sent() : 0;
}

bool CopyIn::hasSentAll() const
{
    return m_upload && m_upload->hasSentAll();
}

qint64 CopyIn::size() const
{
    qint64 size = 0;
    for (const LocalFiles &files : m_files)
        size += files.size();
    return size;
}

qint64 CopyIn::fileCount() const
{
    qint64 count = 0;
    for (const LocalFiles &files : m_files)
        count += files.fileCount();
    return count;
}

QStringList CopyIn::sockets() const
{
    QStringList names;
    for (const LocalFiles &files : m_files)
        names << files.sockets();
    return names;
}

} // namespace Gantry
