// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/portholders.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace Gantry {

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The inode of what a process has open, if that is a socket.
QByteArray socketOf(const QString &link)
{
    // A broken link by the looks of it: "socket:[12345]", below the folder.
    const QString target = QFile::symLinkTarget(link).section(u'/', -1);
    return target.startsWith(QLatin1String("socket:[")) ? target.mid(8).chopped(1).toLatin1() : QByteArray();
}

} // namespace

QHash<QByteArray, quint16> PortHolders::listeners(const QByteArray &table, const QList<quint16> &ports)
{
    QHash<QByteArray, quint16> found;
    const QByteArrayList lines = table.split('\n');
    for (const QByteArray &line : lines) {
        // sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode …; state 0A listens.
        const QByteArrayList fields = line.simplified().split(' ');
        if (fields.size() < 10 || fields.at(3) != "0A")
            continue;
        const QByteArray &address = fields.at(1);
        const quint16 port = address.mid(address.lastIndexOf(':') + 1).toUShort(nullptr, 16);
        if (ports.contains(port))
            found.insert(fields.at(9), port);
    }
    return found;
}

QList<PortHolder> PortHolders::of(const QList<quint16> &ports, const QString &proc)
{
    QHash<QByteArray, quint16> open = listeners(contents(proc + QLatin1String("/net/tcp")), ports);
    open.insert(listeners(contents(proc + QLatin1String("/net/tcp6")), ports));
    QList<PortHolder> holders;
    for (const quint16 port : open) {
        const bool known = std::any_of(holders.cbegin(), holders.cend(),
                                       [port](const PortHolder &holder) { return holder.port == port; });
        if (!known)
            holders.append(PortHolder{port, {}, 0});
    }
    if (holders.isEmpty())
        return holders;
    const QStringList processes = QDir(proc).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &process : processes) {
        const qint64 id = process.toLongLong();
        if (id <= 0)
            continue;
        const QDir files(proc + u'/' + process + QLatin1String("/fd"));
        const QStringList names = files.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
        for (const QString &name : names) {
            const quint16 port = open.value(socketOf(files.filePath(name)));
            for (PortHolder &holder : holders) {
                if (port == 0 || holder.port != port || holder.process != 0)
                    continue;
                holder.process = id;
                holder.program = QString::fromUtf8(contents(proc + u'/' + process + QLatin1String("/comm")).trimmed());
            }
        }
    }
    return holders;
}

} // namespace Gantry
