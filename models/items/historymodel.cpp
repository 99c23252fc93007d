// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/historymodel.h"

#include "engine/onanswer.h"
#include "items/humanize.h"

namespace Gantry {

HistoryModel::HistoryModel(SqlHistory *history, QObject *parent)
    : QAbstractListModel(parent)
    , m_history(history)
{
}

void HistoryModel::search(const QString &words, const QString &database)
{
    const quint64 generation = ++m_generation;
    onAnswer(m_history->search(words, database), this, [this, generation](const QList<SqlHistoryEntry> &entries) {
        if (generation != m_generation)
            return;
        // Another search is another list.
        beginResetModel();
        m_entries = entries;
        endResetModel();
        Q_EMIT searched();
    });
}

QString HistoryModel::statement(int row) const
{
    return row >= 0 && row < m_entries.size() ? m_entries.at(row).statement : QString();
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const SqlHistoryEntry &entry = m_entries.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.statement.left(400).simplified();
    case CellKindRole:
        return int(CellKind::Mono);
    case ToneRole:
        return int(entry.ok ? Tone::Strong : entry.cancelled ? Tone::Muted : Tone::Error);
    case SymbolRole:
        return entry.ok ? QStringLiteral("check") : entry.cancelled ? QStringLiteral("stop") : QStringLiteral("error");
    case SymbolToneRole:
        return int(entry.ok || entry.cancelled ? Tone::Faint : Tone::Error);
    case DetailRole:
    case Qt::AccessibleDescriptionRole:
        if (entry.cancelled)
            return tr("cancelled, %1", "3 minutes ago").arg(Humanize::ago(entry.time));
        return entry.ok ? Humanize::ago(entry.time) : tr("failed, %1", "3 minutes ago").arg(Humanize::ago(entry.time));
    case Qt::ToolTipRole: {
        const QString facts
            = tr("%1, %2, %3")
                  .arg(entry.database, Humanize::exactTime(entry.time), Humanize::shortDuration(entry.milliseconds));
        return QStringList{entry.statement.left(2000), facts, entry.error}.join(QLatin1Char('\n')).trimmed();
    }
    default:
        return {};
    }
}

} // namespace Gantry
