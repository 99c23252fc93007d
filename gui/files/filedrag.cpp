// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/filedrag.h"

#include "files/filecommands.h"
#include "spillfile.h"
#include "transferpool.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QThreadPool>

#include <algorithm>

namespace Gantry {

using namespace Qt::StringLiterals;

FileDrag::FileDrag(FileCommands *commands, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
{
    m_unused.setSingleShot(true);
    m_unused.setInterval(goodForMs);
    connect(&m_unused, &QTimer::timeout, this, &FileDrag::forgetUnused);
}

FileDrag::~FileDrag()
{
    forget(0);
}

bool FileDrag::isFetching() const
{
    return m_operation && m_operation->isRunning();
}

bool FileDrag::Fetched::isOf(const QString &id, const QList<CopyOut::Item> &wanted) const
{
    return isWhole && containerId == id && !since.hasExpired(goodForMs)
        && std::equal(items.begin(), items.end(), wanted.begin(), wanted.end(),
                      [](const CopyOut::Item &a, const CopyOut::Item &b) {
                          return a.path == b.path && a.size == b.size && a.modified == b.modified;
                      });
}

QList<QUrl> FileDrag::Fetched::urls() const
{
    QList<QUrl> urls;
    for (const CopyOut::Item &item : items)
        urls << QUrl::fromLocalFile(QDir(folder->path()).filePath(QFile::decodeName(item.name)));
    return urls;
}

void FileDrag::begin(const QString &containerId, const QList<CopyOut::Item> &items)
{
    const auto known = std::find_if(m_fetched.begin(), m_fetched.end(),
                                    [&](const Fetched &each) { return each.isOf(containerId, items); });
    if (known != m_fetched.end()) {
        m_unused.start();
        Q_EMIT ready(known->urls());
        return;
    }
    if (isFetching())
        return;
    Fetched fetched{containerId,
                    items,
                    std::make_shared<QTemporaryDir>(SpillFile::defaultFolder() + u"/gantry-drag-XXXXXX"_s),
                    {},
                    false};
    if (!fetched.folder->isValid())
        return;
    fetched.folder->setAutoRemove(false); // in the pool
    forget(mostKept - 1);
    m_fetched.push_back(fetched);
    Operation *operation = m_commands->copyOut(containerId, items, fetched.folder->path(), false);
    m_operation = operation;
    const auto ended = [this, operation, folder = fetched.folder] {
        const auto here = std::find_if(m_fetched.begin(), m_fetched.end(),
                                       [&](const Fetched &each) { return each.folder == folder; });
        m_unused.start();
        if (here == m_fetched.end() || operation->state() != Operation::State::Succeeded) {
            Q_EMIT failed();
            return;
        }
        here->isWhole = true;
        here->since.start();
        Q_EMIT ready(here->urls());
    };
    if (!operation->isRunning()) {
        ended();
        return;
    }
    connect(operation, &Operation::finished, this, ended);
    Q_EMIT fetching(int(items.size()));
}

void FileDrag::forgetUnused()
{
    if (isFetching())
        m_unused.start(); // its copies are among them
    else
        forget(0);
}

void FileDrag::forget(std::size_t keep)
{
    while (m_fetched.size() > keep) {
        transferPool()->start([path = m_fetched.front().folder->path()] { QDir(path).removeRecursively(); });
        m_fetched.erase(m_fetched.begin());
    }
}

} // namespace Gantry
