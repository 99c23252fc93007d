// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/copyout.h"

#include "engine/onanswer.h"
#include "files/fileentry.h"
#include "files/fileplacing.h"
#include "files/localfiles.h"
#include "quoted.h"
#include "transferpool.h"

#include <QFile>
#include <QSet>
#include <QtConcurrentRun>

namespace Gantry {

namespace {

constexpr qint64 tellCopyEachMs = 150;

} // namespace

/// Where files become whole. It goes with the last one that has it: what is still written there could not be removed.
struct CopyOut::Staging
{
    Staging() = default;
    ~Staging() { place.remove(); }
    Q_DISABLE_COPY_MOVE(Staging)

    FilePlacing place;
};

CopyOut::CopyOut(EngineClient *client, const QString &container, const QList<Item> &items, const QString &folder,
                 bool overwrite, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_container(container)
    , m_items(items)
    , m_folder(QFile::encodeName(folder))
    , m_overwrite(overwrite)
    , m_staging(std::make_shared<Staging>())
    , m_progress(std::make_shared<ArchiveExtraction::Progress>())
{
    for (const Item &item : items)
        m_expected = item.size < 0 || m_expected < 0 ? -1 : m_expected + item.size;
}

CopyOut::~CopyOut()
{
    cancel();
    // Removing takes time.
    transferPool()->start([staging = std::exchange(m_staging, {})]() mutable { staging.reset(); });
}

void CopyOut::start()
{
    QSet<QByteArray> names;
    for (const Item &item : std::as_const(m_items)) {
        if (names.contains(item.name)) {
            end(tr("Two of them are called “%1”.").arg(LocalFiles::shownPath(item.name)));
            return;
        }
        names.insert(item.name);
    }
    onAnswer(QtConcurrent::run([staging = m_staging, folder = m_folder] { return staging->place.make(folder); }), this,
             [this](const QString &words) {
                 if (words.isEmpty())
                     copyNext();
                 else
                     end(tr("Nothing can be written to “%1”. %2").arg(LocalFiles::shownPath(m_folder), quoted(words)));
             });
}

void CopyOut::cancel()
{
    m_progress->cancelled = true;
    if (m_feed)
        m_feed->cancel();
}

void CopyOut::copyNext()
{
    if (m_progress->cancelled) {
        end({});
        return;
    }
    if (m_next == m_items.size()) {
        placeAll();
        return;
    }
    if (!m_client) {
        end(tr("The connection to the engine was lost before all was copied."));
        return;
    }
    const Item &item = m_items.at(m_next);
    if (!item.isLink) {
        read(item.path);
        return;
    }
    onAnswer<EngineError>(
        m_client->statPath(m_container, item.path), this,
        [this](const PathStat &stat) {
            const Item &link = m_items.at(m_next);
            read(stat.isLink() && !stat.linkTarget.isEmpty() ? stat.linkTarget : link.path);
        },
        [this](const EngineError &error) { end(error.sentence()); });
}

void CopyOut::read(const QByteArray &path)
{
    if (m_progress->cancelled || !m_client) {
        end(m_client ? QString() : tr("The connection to the engine was lost before all was copied."));
        return;
    }
    m_feed = new ArchiveFeed(m_client->readPath(m_container, path, nullptr), this);
    connect(m_feed, &ArchiveFeed::progressed, this, [this] {
        if (m_told.isValid() && !m_told.hasExpired(tellCopyEachMs))
            return;
        m_told.start();
        Q_EMIT progressed();
    });
    onAnswer(QtConcurrent::run(
                 transferPool(),
                 [pipe = m_feed->pipe(), staging = m_staging, name = m_items.at(m_next).name, progress = m_progress] {
                     return ArchiveExtraction::run(pipe.get(), staging->place.path(), name, progress.get());
                 }),
             this, [this](const QString &problem) {
                 delete std::exchange(m_feed, nullptr);
                 ++m_next;
                 if (problem.isEmpty())
                     copyNext();
                 else
                     end(problem);
             });
}

void CopyOut::placeAll()
{
    QList<QByteArray> names;
    for (const Item &item : std::as_const(m_items))
        names << item.name;
    onAnswer(QtConcurrent::run([staging = m_staging, names, overwrite = m_overwrite] {
                 return staging->place.place(names, overwrite);
             }),
             this, [this](const QString &problem) {
                 m_isPlaced = problem.isEmpty();
                 end(problem);
             });
}

void CopyOut::end(const QString &problem)
{
    onAnswer(QtConcurrent::run([staging = m_staging] { staging->place.remove(); }), this, [this, problem] {
        if (m_isPlaced)
            Q_EMIT finished();
        else if (m_progress->cancelled)
            Q_EMIT cancelled();
        else
            Q_EMIT failed(problem);
    });
}

} // namespace Gantry
