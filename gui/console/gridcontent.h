// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/cellselection.h"
#include "postgres/clipboardtext.h"
#include "postgres/resultstore.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

#include <memory>

namespace Gantry {

/// A cell as a grid shows it.
struct GridCell
{
    QByteArray text; ///< the beginning of the value, UTF-8
    qint64 size = 0; ///< bytes of the whole value
    bool isNull = false;
    bool isNumeric = false; ///< stands at the right
    bool isName = false; ///< not a value: the name of a column or the heading of a record

    bool isCut() const { return size > text.size(); }
};

/// What a ResultView shows: rows and columns over a ResultStore that may still grow. Safe to read from every thread.
class GridContent
{
public:
    explicit GridContent(std::shared_ptr<const ResultStore> store);
    virtual ~GridContent();
    Q_DISABLE_COPY_MOVE(GridContent)

    const std::shared_ptr<const ResultStore> &store() const { return m_store; }

    virtual int columnCount() const = 0;
    virtual ResultColumn column(int column) const = 0;
    /// The rows that stand for \a records rows of the store.
    virtual qint64 rowsOf(qint64 records) const = 0;
    /// What stands in the row's head: its number, nothing within a record.
    virtual QString rowLabel(qint64 row) const = 0;
    /// The cells of a row from column \a first to \a last (inclusive), each with at most \a maximum bytes of its value
    /// (whole characters, so it may be 3 fewer).
    virtual QList<GridCell> cells(qint64 row, int first, int last, qsizetype maximum) const = 0;
    GridCell cell(qint64 row, int column, qsizetype maximum) const
    {
        return cells(row, column, column, maximum).value(0);
    }
    /// The values that a selection stands for, as ranges of the store.
    virtual QList<ClipboardText::Range> storeRanges(const CellSelection &selection) const = 0;

private:
    const std::shared_ptr<const ResultStore> m_store;
};

/// A row of the store in each row of the grid.
class PlainContent final : public GridContent
{
public:
    explicit PlainContent(std::shared_ptr<const ResultStore> store);

    int columnCount() const override;
    ResultColumn column(int column) const override;
    qint64 rowsOf(qint64 records) const override { return records; }
    QString rowLabel(qint64 row) const override;
    QList<GridCell> cells(qint64 row, int first, int last, qsizetype maximum) const override;
    QList<ClipboardText::Range> storeRanges(const CellSelection &selection) const override;

private:
    QList<bool> m_numeric;
};

/// Expanded display (psql's \x): for each row of the store a heading, then a line for each of its columns.
class ExpandedContent final : public GridContent
{
    Q_DECLARE_TR_FUNCTIONS(Gantry::ExpandedContent)

public:
    explicit ExpandedContent(std::shared_ptr<const ResultStore> store);

    int columnCount() const override { return 2; }
    ResultColumn column(int column) const override;
    qint64 rowsOf(qint64 records) const override { return records * (store()->columnCount() + 1); }
    QString rowLabel(qint64 row) const override;
    QList<GridCell> cells(qint64 row, int first, int last, qsizetype maximum) const override;
    QList<ClipboardText::Range> storeRanges(const CellSelection &selection) const override;

private:
    const QList<ResultColumn> m_columns;
};

} // namespace Gantry
