// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/operationmodel.h"

#include "items/humanize.h"

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestReason = 300;

} // namespace

OperationModel::OperationModel(OperationLog *log, QObject *parent)
    : QAbstractListModel(parent)
    , m_operations(log->operations())
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(16);
    connect(&m_flush, &QTimer::timeout, this, &OperationModel::flush);
    connect(log, &OperationLog::added, this, &OperationModel::insert);
    connect(log, &OperationLog::aboutToRemove, this, &OperationModel::remove);
    connect(log, &OperationLog::changed, this, &OperationModel::markDirty);
    connect(log, &OperationLog::finished, this, &OperationModel::markDirty);
}

Operation *OperationModel::operation(const QModelIndex &index) const
{
    // No index means no operation: that is asked for while nothing is selected, and worth no warning.
    return index.isValid() && checkIndex(index) ? m_operations.at(m_operations.size() - 1 - index.row()) : nullptr;
}

int OperationModel::rowOf(const Operation *operation) const
{
    for (qsizetype i = m_operations.size() - 1; i >= 0; --i) {
        if (m_operations.at(i) == operation)
            return int(m_operations.size() - 1 - i);
    }
    return -1;
}

int OperationModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_operations.size());
}

QVariant OperationModel::data(const QModelIndex &index, int role) const
{
    const Operation *entry = operation(index);
    if (!entry)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return entry->title();
    case Qt::AccessibleTextRole:
        return tr("%1, %2", "title of an operation and how it goes").arg(entry->title(), outcomeText(*entry));
    case Qt::ToolTipRole:
        return QString(entry->commandLine() + u'\n' + Humanize::exactTime(entry->started()));
    case OperationRole:
        return QVariant::fromValue(const_cast<Operation *>(entry));
    case StateRole:
        return int(entry->state());
    case CommandRole:
        return entry->commandLine();
    default:
        return {};
    }
}

QString OperationModel::resultText(const Operation &operation)
{
    switch (operation.state()) {
    case Operation::State::Running:
        if (operation.percent() >= 0) {
            const QString percent = tr("%1 %", "percent").arg(operation.percent());
            return operation.phase().isEmpty() ? percent : percent + u"  "_s + operation.phase();
        }
        return operation.phase().isEmpty() ? tr("running") : operation.phase();
    case Operation::State::Cancelling:
        return tr("cancelling");
    case Operation::State::Succeeded:
        return Humanize::duration(operation.elapsed());
    case Operation::State::Failed:
        return tr("failed after %1").arg(Humanize::duration(operation.elapsed()));
    case Operation::State::Cancelled:
        return tr("cancelled after %1").arg(Humanize::duration(operation.elapsed()));
    }
    return {};
}

QString OperationModel::outcomeText(const Operation &operation)
{
    QString result = resultText(operation);
    if (operation.state() != Operation::State::Failed)
        return result;
    const Failure &failure = operation.failure();
    const QString why = (failure.words.isEmpty() ? failure.fact : failure.words).simplified();
    return tr("%1: %2", "that an operation failed, and why").arg(result, why.left(LongestReason));
}

void OperationModel::insert(Operation *operation)
{
    beginInsertRows({}, 0, 0);
    m_operations.append(operation);
    endInsertRows();
}

void OperationModel::remove(Operation *operation)
{
    const int row = rowOf(operation);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_operations.removeAt(m_operations.size() - 1 - row);
    m_dirty.remove(operation);
    endRemoveRows();
}

void OperationModel::markDirty(Operation *operation)
{
    m_dirty.insert(operation);
    if (!m_flush.isActive())
        m_flush.start();
}

void OperationModel::flush()
{
    const QSet<Operation *> dirty = std::exchange(m_dirty, {});
    for (const Operation *operation : dirty) {
        const int row = rowOf(operation);
        if (row >= 0)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

} // namespace Gantry
