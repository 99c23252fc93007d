// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgres/resultstore.h"

#include "spillfile.h"

#include <algorithm>
#include <cstring>

namespace Gantry {

namespace {

constexpr qsizetype smallestPage = 4 * 1024;
constexpr qsizetype largestPage = 256 * 1024;
constexpr qsizetype recentPages = 8;
constexpr qsizetype indexEntry = sizeof(quint32);

qsizetype varintSize(quint64 value)
{
    qsizetype size = 1;
    for (; value >= 0x80; value >>= 7)
        ++size;
    return size;
}

char *writeVarint(char *to, quint64 value)
{
    for (; value >= 0x80; value >>= 7)
        *to++ = char(value | 0x80);
    *to++ = char(value);
    return to;
}

quint64 readVarint(const char *&from)
{
    quint64 value = 0;
    int shift = 0;
    for (; *from & 0x80; ++from, shift += 7)
        value |= quint64(*from & 0x7F) << shift;
    value |= quint64(*from++) << shift;
    return value;
}

const char *rowStart(const QByteArray &page, qint64 index)
{
    quint32 offset = 0;
    std::memcpy(&offset, page.constData() + page.size() - (index + 1) * indexEntry, indexEntry);
    return page.constData() + offset;
}

} // namespace

bool ResultColumn::isNumeric() const
{
    switch (typeOid) {
    case 20: // bigint
    case 21: // smallint
    case 23: // integer
    case 26: // oid
    case 28: // xid
    case 29: // cid
    case 700: // real
    case 701: // double precision
    case 790: // money
    case 1700: // numeric
    case 5069: // xid8
        return true;
    default:
        return false;
    }
}

bool ResultRow::isNull(int column) const
{
    return m_cells[size_t(column)].data == nullptr;
}

QByteArrayView ResultRow::text(int column) const
{
    const Span &span = m_cells[size_t(column)];
    return {span.data, span.size};
}

qsizetype ResultRow::size(int column) const
{
    return m_cells[size_t(column)].whole;
}

ResultCell ResultRow::cell(int column) const
{
    const Span &span = m_cells[size_t(column)];
    return {QByteArray(span.data, span.size), span.data == nullptr};
}

ResultStore::ResultStore(QList<ResultColumn> columns)
    : ResultStore(std::move(columns), Options())
{
}

ResultStore::ResultStore(QList<ResultColumn> columns, const Options &options)
    : m_options(options)
    , m_columnCount(int(columns.size()))
    , m_columns(std::move(columns))
{
}

ResultStore::~ResultStore() = default;

QList<ResultColumn> ResultStore::columns() const
{
    const QMutexLocker lock(&m_mutex);
    return m_columns;
}

void ResultStore::setTypeNames(const QStringList &names)
{
    const QMutexLocker lock(&m_mutex);
    for (qsizetype i = 0; i < std::min(names.size(), m_columns.size()); ++i)
        m_columns[i].typeName = names[i];
}

QString ResultStore::error() const
{
    const QMutexLocker lock(&m_mutex);
    return m_error;
}

qint64 ResultStore::memoryBytes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_memoryBytes;
}

bool ResultStore::append(std::span<const Value> row)
{
    qsizetype size = 0;
    qsizetype text = 0;
    for (const Value &value : row) {
        size += value.data == nullptr ? 1 : varintSize(quint64(value.size) + 1) + value.size;
        text += value.data == nullptr ? 0 : value.size;
    }
    if (m_full)
        return false;
    if (m_used + size + (m_pageRows + 1) * indexEntry > m_capacity && !startPage(size)) {
        m_full = true; // a smaller row would fit, but would follow a gap
        return false;
    }

    const auto offset = quint32(m_used); // a page with more than one row is small
    std::memcpy(m_data + m_capacity - (m_pageRows + 1) * indexEntry, &offset, indexEntry);
    char *to = m_data + m_used;
    for (const Value &value : row) {
        if (value.data == nullptr) {
            *to++ = '\0';
            continue;
        }
        to = writeVarint(to, quint64(value.size) + 1);
        std::memcpy(to, value.data, size_t(value.size));
        to += value.size;
    }
    m_used += size;
    ++m_pageRows;
    m_textBytes.fetch_add(text, std::memory_order_relaxed);
    m_rowCount.fetch_add(1, std::memory_order_release);
    return true;
}

bool ResultStore::startPage(qsizetype rowSize)
{
    if (m_data != nullptr && !finishPage())
        return false;
    const qsizetype usual = m_capacity == 0 ? smallestPage : std::min(m_capacity * 4, largestPage);
    m_capacity = std::max(std::min(usual, largestPage), rowSize + indexEntry);
    auto bytes = std::make_shared<QByteArray>(m_capacity, Qt::Uninitialized);
    m_data = bytes->data();
    m_used = 0;
    m_pageRows = 0;
    const QMutexLocker lock(&m_mutex);
    m_pages.push_back({m_rowCount.load(std::memory_order_relaxed), bytes, 0, m_capacity});
    m_memoryBytes += m_capacity;
    return true;
}

bool ResultStore::finishPage()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_memoryBytes <= m_options.memoryLimit)
            return true;
    }
    if (!m_file)
        m_file = std::make_unique<SpillFile>(m_options.folder);
    const qsizetype index = m_pageRows * indexEntry;
    const std::optional<qint64> offset = m_file->append(m_data, m_used, m_data + m_capacity - index, index);
    const QMutexLocker lock(&m_mutex);
    if (!offset) {
        m_error = m_file->error();
        return false;
    }
    Page &page = m_pages.back();
    page.bytes.reset();
    page.offset = *offset;
    page.size = m_used + index;
    m_memoryBytes -= m_capacity;
    m_spilledBytes.store(m_file->size(), std::memory_order_relaxed);
    return true;
}

void ResultStore::finish()
{
    if (m_data == nullptr || m_full)
        return;
    finishPage();
    {
        const QMutexLocker lock(&m_mutex);
        m_error.clear(); // nothing is missing: the page stays in memory
    }
    m_data = nullptr;
    m_used = 0;
    m_pageRows = 0;
    m_capacity = 0; // a row that follows begins a page
}

const ResultStore::Page &ResultStore::pageAt(qint64 row) const
{
    const auto after = std::upper_bound(m_pages.begin(), m_pages.end(), row,
                                        [](qint64 wanted, const Page &other) { return wanted < other.firstRow; });
    return *std::prev(after);
}

ResultStore::Bytes ResultStore::pageOf(qint64 row, qint64 *firstRow) const
{
    Page page;
    {
        const QMutexLocker lock(&m_mutex);
        page = pageAt(row);
        *firstRow = page.firstRow;
        if (page.bytes)
            return page.bytes;
        for (qsizetype i = 0; i < m_recent.size(); ++i) {
            if (m_recent[i].firstRow == page.firstRow) {
                m_recent.move(i, 0);
                return m_recent.first().bytes;
            }
        }
    }
    std::optional<QByteArray> bytes = m_file->read(page.offset, page.size);
    if (!bytes)
        return {};
    page.bytes = std::make_shared<QByteArray>(std::move(*bytes));
    if (page.size > largestPage) // several of these would be as much as a result
        return page.bytes;
    const QMutexLocker lock(&m_mutex);
    m_recent.prepend(page);
    if (m_recent.size() > recentPages)
        m_recent.removeLast();
    return page.bytes;
}

ResultRow ResultStore::row(qint64 row) const
{
    ResultRow result;
    result.m_cells.resize(size_t(m_columnCount));
    qint64 firstRow = 0;
    result.m_bytes = pageOf(row, &firstRow);
    if (!result.m_bytes)
        return result;
    const char *from = rowStart(*result.m_bytes, row - firstRow);
    for (ResultRow::Span &span : result.m_cells) {
        const quint64 length = readVarint(from);
        if (length == 0)
            continue;
        span = {from, qsizetype(length - 1), qsizetype(length - 1)};
        from += length - 1;
    }
    return result;
}

std::optional<ResultStore::Page> ResultStore::largePageOf(qint64 row) const
{
    const QMutexLocker lock(&m_mutex);
    const Page &page = pageAt(row);
    return !page.bytes && page.size > largestPage ? std::optional(page) : std::nullopt;
}

std::vector<ResultStore::Place> ResultStore::placesIn(const Page &page) const
{
    constexpr qsizetype longestVarint = 10;
    std::vector<Place> places;
    places.reserve(size_t(m_columnCount));
    qint64 offset = page.offset;
    const qint64 end = page.offset + page.size;
    for (int column = 0; column < m_columnCount; ++column) {
        const std::optional<QByteArray> head = m_file->read(offset, std::min<qint64>(longestVarint, end - offset));
        if (!head)
            return {};
        const char *from = head->constData();
        const quint64 length = readVarint(from);
        offset += from - head->constData();
        places.push_back({offset, length == 0 ? 0 : qsizetype(length - 1), length == 0});
        offset += places.back().size;
    }
    return places;
}

ResultRow ResultStore::beginnings(qint64 row, qsizetype most) const
{
    const std::optional<Page> page = largePageOf(row);
    if (!page)
        return this->row(row);
    ResultRow unreadable;
    unreadable.m_cells.resize(size_t(m_columnCount));
    const std::vector<Place> places = placesIn(*page);
    if (places.empty())
        return unreadable;
    ResultRow result = unreadable;
    qsizetype size = 0;
    for (const Place &place : places)
        size += std::min(place.size, most);
    auto bytes = std::make_shared<QByteArray>();
    bytes->reserve(size + 1); // data() of an empty array would look like NULL
    for (size_t column = 0; column < places.size(); ++column) {
        const Place &place = places[column];
        if (place.isNull)
            continue;
        const std::optional<QByteArray> text = m_file->read(place.offset, std::min(place.size, most));
        if (!text)
            return unreadable;
        result.m_cells[column] = {bytes->constData() + bytes->size(), text->size(), place.size};
        bytes->append(*text);
    }
    result.m_bytes = bytes;
    return result;
}

QByteArray ResultStore::piece(qint64 row, int column, qsizetype from, qsizetype most) const
{
    const std::optional<Page> page = largePageOf(row);
    if (!page) {
        const ResultRow whole = this->row(row);
        const QByteArrayView text = whole.text(column);
        const qsizetype begin = std::min(from, text.size()); // a row that cannot be read any more has no text
        return text.sliced(begin, std::min(text.size() - begin, most)).toByteArray();
    }
    const std::vector<Place> places = placesIn(*page);
    if (places.empty())
        return {};
    const Place &place = places[size_t(column)];
    return m_file->read(place.offset + from, std::min(place.size - from, most)).value_or(QByteArray());
}

ResultCell ResultStore::cell(qint64 row, int column) const
{
    qint64 firstRow = 0;
    const Bytes bytes = pageOf(row, &firstRow);
    if (!bytes)
        return {};
    const char *from = rowStart(*bytes, row - firstRow);
    for (int i = 0;; ++i) {
        const quint64 length = readVarint(from);
        if (i == column)
            return length == 0 ? ResultCell() : ResultCell{QByteArray(from, qsizetype(length - 1)), false};
        from += length == 0 ? 0 : length - 1;
    }
}

} // namespace Gantry
