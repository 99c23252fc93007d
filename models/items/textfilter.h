// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QStringList>

#include <functional>

namespace Gantry {

/// Sorts a flat model by SortRole (names as people sort them: "web-2" before "web-10") and keeps the rows whose
/// FilterTextRole holds every word of the filter, without regard to case.
class TextFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit TextFilter(QObject *parent = nullptr);

    QString filterText() const { return m_text; }
    void setFilterText(const QString &text);
    /// Of the rows with these words only those of the model for which it is true; all where it is empty.
    void setCondition(std::function<bool(int row)> condition);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    QStringList m_words;
    std::function<bool(int row)> m_condition;
    QCollator m_collator;
};

} // namespace Gantry
