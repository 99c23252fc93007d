// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/cellroles.h"
#include "postgres/sqlhistory.h"

#include <QAbstractListModel>

namespace Gantry {

/// Statements of the history that match what is searched for, newest first, a line each.
class HistoryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    /// \a history outlives the model.
    explicit HistoryModel(SqlHistory *history, QObject *parent = nullptr);

    /// Answers to an earlier search are dropped.
    void search(const QString &words, const QString &database = {});
    /// The whole statement of a row.
    QString statement(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void searched();

private:
    SqlHistory *m_history;
    QList<SqlHistoryEntry> m_entries;
    quint64 m_generation = 0;
};

} // namespace Gantry
