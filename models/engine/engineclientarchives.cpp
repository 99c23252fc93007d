// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The calls of EngineClient about what images are made of, their names and archives, and about files in containers.
#include "engine/enginecall.h"
#include "engine/engineclient.h"
#include "engine/httparchivestream.h"
#include "engine/httpuploadstream.h"
#include "engine/middleleftout.h"

namespace Gantry {

using namespace Qt::StringLiterals;
using namespace EngineCall;

namespace {

QByteArray archiveOf(const QString &id, const QByteArray &path)
{
    return "/containers/" + encoded(id) + "/archive?path=" + path.toPercentEncoding();
}

QString shownPath(const QByteArray &path)
{
    return middleLeftOut(QString::fromUtf8(path));
}

} // namespace

QFuture<QList<ImageLayer>> EngineClient::imageHistory(const QString &name)
{
    const QString attempted = tr("read the history of image %1").arg(middleLeftOut(name));
    return call<QList<ImageLayer>>(
        m_http.get(), request("GET", "/images/" + encoded(name) + "/history", attempted),
        [attempted](const HttpResponse &response) { return listOf<ImageLayer>(response, attempted); });
}

QFuture<void> EngineClient::tagImage(const QString &name, const QString &tag)
{
    // A colon before a slash is that of a registry's port.
    const qsizetype colon = tag.indexOf(u':', tag.lastIndexOf(u'/') + 1);
    QByteArray query = "?repo=" + encoded(colon < 0 ? tag : tag.left(colon));
    if (colon >= 0)
        query += "&tag=" + encoded(tag.mid(colon + 1));
    return callForNothing(
        m_http.get(),
        request("POST", "/images/" + encoded(name) + "/tag" + query, tr("tag image %1").arg(middleLeftOut(name))));
}

ArchiveStream *EngineClient::saveImages(const QStringList &names, QObject *parent)
{
    QByteArray query;
    for (const QString &name : names)
        query += (query.isEmpty() ? "?names=" : "&names=") + encoded(name);
    const QString attempted = names.size() == 1 ? tr("save image %1").arg(middleLeftOut(names.first()))
                                                : tr("save %n image(s)", nullptr, int(names.size()));
    return new HttpArchiveStream(m_http->openConnection(nullptr), request("GET", "/images/get" + query, attempted),
                                 parent);
}

UploadStream *EngineClient::loadImages(qint64 size, QObject *parent)
{
    HttpRequest load = request("POST", "/images/load?quiet=1", tr("load images"));
    load.archiveSize = size;
    return new HttpUploadStream(m_http->openConnection(nullptr), load, parent);
}

QFuture<PathStat> EngineClient::statPath(const QString &id, const QByteArray &path)
{
    const QString attempted = tr("look at %1 in %2", "a path; a container").arg(shownPath(path), shown(id));
    return call<PathStat>(m_http.get(), request("HEAD", archiveOf(id, path), attempted),
                          [attempted](const HttpResponse &response) {
                              PathStat stat;
                              if (!PathStat::parse(response.pathStat, &stat))
                                  throw otherShape(attempted);
                              return stat;
                          });
}

ArchiveStream *EngineClient::readPath(const QString &id, const QByteArray &path, QObject *parent)
{
    return new HttpArchiveStream(m_http->openConnection(nullptr),
                                 request("GET", archiveOf(id, path),
                                         tr("read %1 from %2", "a path; a container").arg(shownPath(path), shown(id))),
                                 parent);
}

UploadStream *EngineClient::writePath(const QString &id, const QByteArray &path, QObject *parent)
{
    HttpRequest put = request("PUT", archiveOf(id, path) + "&noOverwriteDirNonDir=1",
                              tr("copy into %1 of %2", "a folder; a container").arg(shownPath(path), shown(id)));
    put.isChunked = true;
    return new HttpUploadStream(m_http->openConnection(nullptr), put, parent);
}

} // namespace Gantry
