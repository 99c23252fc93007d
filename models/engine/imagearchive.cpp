// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imagearchive.h"

#include "quoted.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Gantry::ImageArchive {

using namespace Qt::StringLiterals;

namespace {

/// Two empty blocks end a tar archive (POSIX, pax).
constexpr qsizetype endSize = 1024;

bool isEmpty(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char byte) { return byte == '\0'; });
}

} // namespace

void keepTail(QByteArray *tail, const QByteArray &bytes)
{
    *tail = (*tail + bytes.last(qMin(bytes.size(), tailSize))).last(qMin(tail->size() + bytes.size(), tailSize));
}

bool isArchive(const QByteArray &beginning)
{
    constexpr qsizetype magicAt = 257;
    return beginning.mid(magicAt, 5) == "ustar" || beginning.startsWith("\x1f\x8b") // gzip
        || beginning.startsWith("BZh")
        || beginning.startsWith(QByteArray::fromRawData("\xfd"
                                                        "7zXZ",
                                                        5))
        || beginning.startsWith("\x28\xb5\x2f\xfd"); // zstd
}

QString endProblem(const QByteArray &tail)
{
    if (tail.size() >= endSize && isEmpty(QByteArrayView(tail).last(endSize)))
        return {};
    for (qsizetype at = tail.indexOf('{'); at >= 0; at = tail.indexOf('{', at + 1)) {
        const QJsonObject said = QJsonDocument::fromJson(tail.mid(at).trimmed()).object();
        for (const QString &member : {u"message"_s, u"error"_s}) {
            if (const QString text = said[member].toString(); !text.isEmpty())
                return quoted(text);
        }
    }
    return QCoreApplication::translate("Gantry::ImageArchive", "The archive that the engine sent is not whole.");
}

} // namespace Gantry::ImageArchive
