// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/operationlog.h"

#include <QAbstractListModel>
#include <QSet>
#include <QTimer>

namespace Gantry {

/// The operations of an OperationLog, newest first. Bursts of progress and output become one change a frame.
class OperationModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        OperationRole = Qt::UserRole + 200, ///< Operation *
        StateRole, ///< int(Operation::State)
        CommandRole, ///< QString, one line
    };

    /// \a log is not owned and outlives the model.
    explicit OperationModel(OperationLog *log, QObject *parent = nullptr);

    Operation *operation(const QModelIndex &index) const;
    /// Row of an operation, -1 when it is no longer listed.
    int rowOf(const Operation *operation) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// One translated phrase on how it goes or ended: "61 % pulling", "3.2 s", "failed after 31 ms".
    static QString resultText(const Operation &operation);
    /// The same, and after a failure the beginning of the server's words; one line.
    static QString outcomeText(const Operation &operation);

private:
    void insert(Operation *operation);
    void remove(Operation *operation);
    void markDirty(Operation *operation);
    void flush();

    QList<Operation *> m_operations; ///< oldest first: rows count from the end
    QSet<Operation *> m_dirty;
    QTimer m_flush;
};

} // namespace Gantry
