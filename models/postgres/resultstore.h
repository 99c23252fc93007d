// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMutex>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace Gantry {

class SpillFile;

struct ResultColumn
{
    QString name;
    quint32 typeOid = 0; ///< pg_type.oid; of a domain its base type
    int typeModifier = -1;
    QString typeName; ///< as format_type() writes it: "numeric(10,2)"; the oid in digits until it is known
    quint32 tableOid = 0; ///< 0: not a plain column of a table
    int tableColumn = 0; ///< pg_attribute.attnum

    /// Numbers, money and oids: shown at the right.
    bool isNumeric() const;
};

/// One value of a result: the server's own text, or NULL.
struct ResultCell
{
    QByteArray text;
    bool isNull = true;
};

/// A row of a store that can be read without copying; keeps its bytes alive.
class ResultRow
{
public:
    /// False: the temporary file could not be read, and every value is shown as NULL.
    bool isReadable() const { return m_bytes != nullptr; }
    bool isNull(int column) const;
    QByteArrayView text(int column) const; ///< empty for NULL
    qsizetype size(int column) const; ///< of the whole value, where text() is its beginning only
    ResultCell cell(int column) const;
    int columnCount() const { return int(m_cells.size()); }

private:
    friend class ResultStore;
    struct Span
    {
        const char *data = nullptr; ///< null: NULL
        qsizetype size = 0;
        qsizetype whole = 0;
    };
    std::shared_ptr<const QByteArray> m_bytes;
    std::vector<Span> m_cells;
};

/// The rows of one result as the server's text, in pages with an index of rows; beyond a limit of memory the pages go
/// to an unlinked temporary file. One thread appends, any thread reads the rows that rowCount() tells of.
class ResultStore
{
public:
    struct Options
    {
        qsizetype memoryLimit = 64 * 1024 * 1024; ///< bytes of pages kept in memory
        QString folder; ///< for the temporary file; /var/tmp where empty
    };
    /// A value to append; data null means NULL.
    struct Value
    {
        const char *data = nullptr;
        qsizetype size = 0;
    };

    explicit ResultStore(QList<ResultColumn> columns, const Options &options);
    explicit ResultStore(QList<ResultColumn> columns);
    ~ResultStore();
    Q_DISABLE_COPY_MOVE(ResultStore)

    int columnCount() const { return m_columnCount; }
    QList<ResultColumn> columns() const;
    /// Names of types arrive after the first rows.
    void setTypeNames(const QStringList &names);

    /// False when the row cannot be kept: error() tells why, the rows so far stay.
    bool append(std::span<const Value> row);
    /// The system's words of a failed append(), empty when all is well.
    QString error() const;

    qint64 rowCount() const { return m_rowCount.load(std::memory_order_acquire); }
    /// No rows follow; what is beyond the limit of memory goes to the file, too.
    void finish();
    /// \a row must be less than rowCount().
    ResultRow row(qint64 row) const;
    /// For those who need the first \a most bytes of each value: what is in the file is not read beyond them.
    ResultRow beginnings(qint64 row, qsizetype most) const;
    /// At most \a most bytes of a value from byte \a from on; empty for NULL.
    QByteArray piece(qint64 row, int column, qsizetype from, qsizetype most) const;
    ResultCell cell(qint64 row, int column) const;

    qint64 textBytes() const { return m_textBytes.load(std::memory_order_relaxed); }
    qint64 memoryBytes() const; ///< of pages in memory
    qint64 spilledBytes() const { return m_spilledBytes.load(std::memory_order_relaxed); }

private:
    // Rows from the front (for each value its length plus one as a varint, 0 for NULL, then its text), the offsets of
    // the rows from the back, four bytes each.
    struct Page
    {
        qint64 firstRow = 0;
        std::shared_ptr<QByteArray> bytes; // null: in the file
        qint64 offset = 0;
        qsizetype size = 0;
    };
    using Bytes = std::shared_ptr<const QByteArray>;

    /// Where a value of a row lies that has a page of its own in the file.
    struct Place
    {
        qint64 offset = 0;
        qsizetype size = 0;
        bool isNull = true;
    };

    const Page &pageAt(qint64 row) const; // with the mutex held
    bool startPage(qsizetype rowSize);
    bool finishPage();
    Bytes pageOf(qint64 row, qint64 *firstRow) const;
    std::optional<Page> largePageOf(qint64 row) const;
    std::vector<Place> placesIn(const Page &page) const;

    const Options m_options;
    const int m_columnCount;
    mutable QMutex m_mutex; // of what both sides use: columns, pages, recent, error, memoryBytes
    QList<ResultColumn> m_columns;
    std::vector<Page> m_pages;
    mutable QList<Page> m_recent; // read back from the file
    QString m_error;
    qint64 m_memoryBytes = 0;
    std::unique_ptr<SpillFile> m_file;
    std::atomic<qint64> m_rowCount = 0;
    std::atomic<qint64> m_textBytes = 0;
    std::atomic<qint64> m_spilledBytes = 0;

    // The page that is written, of the appending thread alone.
    char *m_data = nullptr;
    qsizetype m_capacity = 0;
    qsizetype m_used = 0;
    qsizetype m_pageRows = 0;
    bool m_full = false;
};

} // namespace Gantry
