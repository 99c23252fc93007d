// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/textfilter.h"

#include "items/cellroles.h"

#include <algorithm>

namespace Gantry {

TextFilter::TextFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
    // The C locale compares bytes and knows no numbers.
    , m_collator(QLocale().collation().language() == QLocale::C ? QLocale(QLocale::English) : QLocale().collation())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(SortRole);
    setDynamicSortFilter(true);
}

void TextFilter::setFilterText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void TextFilter::setCondition(std::function<bool(int row)> condition)
{
    m_condition = std::move(condition);
    invalidateFilter();
}

bool TextFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (m_condition && !m_condition(row))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = sourceModel()->index(row, 0, parent).data(FilterTextRole).toString();
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

bool TextFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(SortRole);
    const QVariant b = right.data(SortRole);
    if (a.typeId() != QMetaType::QString)
        return QSortFilterProxyModel::lessThan(left, right);
    const QString first = a.toString();
    const QString second = b.toString();
    // Rows without a value stand at the end of an ascending list.
    if (first.isEmpty() != second.isEmpty())
        return second.isEmpty();
    return m_collator.compare(first, second) < 0;
}

} // namespace Gantry
