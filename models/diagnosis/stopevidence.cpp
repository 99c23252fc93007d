// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/stopevidence.h"

#include "engine/ansitext.h"
#include "engine/logbuffer.h"

namespace Gantry {

EvidenceLine StopEvidence::lineOf(QByteArrayView raw)
{
    EvidenceLine line;
    // "2026-11-28T07:40:37.123456789Z text"
    const qsizetype space = raw.indexOf(' ');
    const QByteArrayView stamp = space < 0 ? raw : raw.first(space);
    if (stamp.size() >= 20 && stamp.size() <= 40 && stamp.at(10) == 'T') {
        line.time = QDateTime::fromString(QString::fromLatin1(stamp), Qt::ISODateWithMs).toUTC();
        if (line.time.isValid())
            raw = space < 0 ? QByteArrayView() : raw.sliced(space + 1);
    }
    line.text = AnsiText::parse(raw.first(qMin(raw.size(), LongestLine))).text;
    return line;
}

QList<EvidenceLine> StopEvidence::linesOf(const LogBuffer &buffer)
{
    QList<EvidenceLine> lines;
    for (qint64 i = buffer.firstLine(); i < buffer.endLine(); ++i) {
        if (buffer.kind(i) != LogBuffer::Kind::Note)
            lines.append(lineOf(buffer.line(i)));
    }
    return lines;
}

} // namespace Gantry
