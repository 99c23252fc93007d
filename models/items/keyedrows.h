// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace Gantry {

/// The rows of a flat model over a list of values with a key each. setRows() turns one list into the next by exact
/// removals, changes and inserts, so that selection, current row and scroll position of views survive.
/// Rows keep the order in which they came; sorting is a proxy's work.
template <typename Row> class KeyedRows : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    const Row &row(int index) const { return m_rows.at(index); }
    const QList<Row> &rows() const { return m_rows; }

protected:
    virtual QString keyOf(const Row &row) const = 0;

    void setRows(const QList<Row> &next)
    {
        QHash<QString, qsizetype> wanted;
        wanted.reserve(next.size());
        for (qsizetype i = 0; i < next.size(); ++i)
            wanted.insert(keyOf(next.at(i)), i);
        removeMissing(wanted);
        QSet<QString> known;
        known.reserve(m_rows.size());
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const QString key = keyOf(m_rows.at(i));
            known.insert(key);
            const Row &fresh = next.at(wanted.value(key));
            if (m_rows.at(i) == fresh)
                continue;
            m_rows[i] = fresh;
            Q_EMIT dataChanged(index(int(i), 0), index(int(i), columnCount() - 1));
        }
        QList<Row> added;
        for (qsizetype i = 0; i < next.size(); ++i) {
            const QString key = keyOf(next.at(i));
            if (known.contains(key) || wanted.value(key) != i)
                continue;
            added.append(next.at(i));
        }
        if (added.isEmpty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + added.size()) - 1);
        m_rows.append(added);
        endInsertRows();
    }

private:
    void removeMissing(const QHash<QString, qsizetype> &wanted)
    {
        for (qsizetype last = m_rows.size() - 1; last >= 0; --last) {
            if (wanted.contains(keyOf(m_rows.at(last))))
                continue;
            qsizetype first = last;
            while (first > 0 && !wanted.contains(keyOf(m_rows.at(first - 1))))
                --first;
            beginRemoveRows({}, int(first), int(last));
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
            last = first;
        }
    }

    QList<Row> m_rows;
};

} // namespace Gantry
