// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A log as the engine sends it. The first byte says how: 1 with times before lines, 2 plain bytes as of a TTY instead
// of frames, 4 with much before it, so that what follows lies where long lines are cut. The second one says where the
// bytes are cut on their way.
#include "engine/ansitext.h"
#include "engine/jsonline.h"
#include "engine/logbuffer.h"
#include "engine/multiplexedreader.h"
#include "require.h"

#include <algorithm>

using namespace Gantry;

namespace {

enum Mode { Timed = 1, Plain = 2, Long = 4 };

class Reader
{
public:
    explicit Reader(int mode)
        : m_mode(mode)
    {
        m_buffer.setTimed(mode & Timed);
    }

    void feed(const QByteArray &bytes)
    {
        if (m_mode & Plain) {
            m_buffer.append(LogStream::Channel::Output, bytes);
            return;
        }
        QList<MultiplexedReader::Piece> pieces;
        m_valid = m_valid && m_frames.feed(bytes, &pieces);
        for (const MultiplexedReader::Piece &piece : std::as_const(pieces))
            m_buffer.append(piece.error ? LogStream::Channel::Error : LogStream::Channel::Output, piece.bytes,
                            piece.beginsFrame);
    }

    void end() { m_buffer.endLines(); }
    bool isValid() const { return m_valid; }
    const LogBuffer &lines() const { return m_buffer; }

private:
    int m_mode;
    bool m_valid = true;
    MultiplexedReader m_frames{MultiplexedReader::Frames::Told};
    LogBuffer m_buffer;
};

QByteArray frame(const QByteArray &bytes)
{
    const auto size = quint32(bytes.size());
    QByteArray head("\1\0\0\0", 4);
    for (int shift = 24; shift >= 0; shift -= 8)
        head += char(size >> shift);
    return head + bytes;
}

/// Up to a little before the place where a long line is cut, and where the engine puts the next time into it.
QByteArray before(int mode)
{
    if (!(mode & Long))
        return {};
    QByteArray bytes;
    const QByteArray time = mode & Timed ? "2024-01-01T10:00:00.000000000Z " : "";
    for (qsizetype size = LogBuffer::LongestLine; size > 0; size -= LogBuffer::EnginePiece) {
        const bool isLast = size == LogBuffer::EnginePiece;
        bytes += time + QByteArray(LogBuffer::EnginePiece - (isLast ? 3 : 0), 'x');
    }
    return mode & Plain ? bytes : frame(bytes);
}

void checkText(const AnsiText &ansi)
{
    for (const QChar c : ansi.text) {
        const ushort code = c.unicode();
        require(code >= 0x20 && (code < 0x7f || code > 0x9f), "no control character is painted");
        require(!(code >= 0x202a && code <= 0x202e) && !(code >= 0x2066 && code <= 0x2069),
                "nothing turns the direction of its neighbours");
    }
    qsizetype end = 0;
    for (const AnsiText::Span &span : ansi.spans) {
        require(span.start >= end && span.length > 0, "spans follow each other");
        end = span.start + span.length;
        require(end <= ansi.text.size(), "spans lie in the text");
        require(span.style != TerminalStyle(), "only where a line differs from the default");
    }
}

void checkLine(QByteArrayView line)
{
    require(!line.contains('\n'), "a line has no end in it");
    require(line.size() <= LogBuffer::LongestLine, "long lines are cut");
    const AnsiText ansi = AnsiText::parse(line);
    checkText(ansi);
    require(!AnsiText::isPlain(line) || ansi.spans.isEmpty(), "a plain line has no colours");
    const LogLevel level = LogLevel::of(line);
    require(level.start >= 0 && level.length >= 0 && level.start + level.length <= line.size(),
            "the word of the level lies in the line");
    if (const std::optional<JsonLine> json = JsonLine::parse(line))
        checkText(json->text());
}

void compare(const LogBuffer &whole, const LogBuffer &cut)
{
    require(whole.firstLine() == cut.firstLine() && whole.endLine() == cut.endLine(), "as many lines");
    for (qint64 line = whole.firstLine(); line < whole.endLine(); ++line) {
        require(whole.line(line).toByteArray() == cut.line(line).toByteArray(), "the same lines");
        require(whole.kind(line) == cut.kind(line) && whole.time(line) == cut.time(line)
                    && whole.level(line) == cut.level(line),
                "the same of each line");
    }
    require(whole.errorLines() == cut.errorLines() && whole.warningLines() == cut.warningLines(),
            "the same errors and warnings");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const int mode = data[0];
    quint32 random = data[1];
    const QByteArray head = before(mode);
    const QByteArray bytes(reinterpret_cast<const char *>(data + 2), qsizetype(size) - 2);

    Reader whole(mode);
    whole.feed(head + bytes);
    Reader cut(mode);
    cut.feed(head);
    for (qsizetype at = 0; at < bytes.size();) {
        random = random * 1664525 + 1013904223;
        const qsizetype piece = std::min<qsizetype>(data[1] == 0 ? 1 : 1 + (random >> 24) % 40, bytes.size() - at);
        cut.feed(bytes.sliced(at, piece));
        at += piece;
    }
    require(whole.isValid() == cut.isValid(), "what is no stream is found so wherever it is cut");
    if (whole.isValid())
        compare(whole.lines(), cut.lines());
    whole.end();
    cut.end();
    if (whole.isValid())
        compare(whole.lines(), cut.lines());

    QByteArray all;
    for (qint64 line = whole.lines().firstLine(); line < whole.lines().endLine(); ++line) {
        const QByteArrayView text = whole.lines().line(line);
        checkLine(text);
        all += text.toByteArray() + '\n';
    }
    require(AnsiText::textOf(all).count(u'\n') == all.count('\n'), "the text of lines has as many of them");
    return 0;
}
