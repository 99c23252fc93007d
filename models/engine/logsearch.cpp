// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/logsearch.h"

#include "engine/ansitext.h"

#include <QElapsedTimer>

#include <algorithm>

namespace Gantry {

namespace {

constexpr int LinesBetweenLooksAtTheClock = 64;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}

bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

LogSearch::LogSearch(const LogBuffer *buffer, QObject *parent)
    : QObject(parent)
    , m_buffer(buffer)
{
    connect(&m_timer, &QTimer::timeout, this, &LogSearch::work);
}

void LogSearch::find(const QString &text, qint64 from, bool forward)
{
    m_text = text;
    m_ascii = isAscii(text) ? text.toLower().toLatin1() : QByteArray();
    m_line = from;
    m_forward = forward;
    m_left = text.isEmpty() ? 0 : m_buffer->endLine() - m_buffer->firstLine();
    m_timer.start(0);
}

void LogSearch::work()
{
    QElapsedTimer clock;
    clock.start();
    for (int count = 0; m_left > 0; --m_left) {
        const qint64 first = m_buffer->firstLine();
        const qint64 end = m_buffer->endLine();
        if (first == end)
            break;
        m_line += m_forward ? 1 : -1;
        if (m_line >= end)
            m_line = first;
        else if (m_line < first)
            m_line = end - 1;
        if (m_buffer->kind(m_line) != LogBuffer::Kind::Note && matches(m_buffer->line(m_line))) {
            m_timer.stop();
            Q_EMIT found(m_line);
            return;
        }
        if (++count % LinesBetweenLooksAtTheClock == 0 && clock.elapsed() >= SliceMs) {
            --m_left;
            return;
        }
    }
    m_timer.stop();
    Q_EMIT notFound();
}

bool LogSearch::matches(QByteArrayView line) const
{
    const bool plain = !line.contains('\x1b') && !line.contains('\r') && !line.contains('\b');
    if (!plain)
        return AnsiText::parse(line).text.contains(m_text, Qt::CaseInsensitive);
    if (m_ascii.isEmpty())
        return QString::fromUtf8(line).contains(m_text, Qt::CaseInsensitive);
    return std::search(line.begin(), line.end(), m_ascii.begin(), m_ascii.end(),
                       [](char a, char b) { return lower(a) == b; })
        != line.end();
}

} // namespace Gantry
