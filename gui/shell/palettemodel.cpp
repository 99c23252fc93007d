// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/palettemodel.h"

#include "items/cellroles.h"

#include <algorithm>
#include <tuple>

namespace Gantry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaximumMatches = 200;

} // namespace

void PaletteModel::setItems(const QList<PaletteItem> &items)
{
    m_items = items;
    setPattern({});
}

void PaletteModel::setPattern(const QString &pattern)
{
    QList<Match> matches;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        const PaletteItem &item = m_items.at(i);
        std::optional<FuzzyMatch> match = FuzzyMatch::of(pattern, item.title);
        bool byDetail = false;
        if (!match) {
            // "stop container" finds Stop of the menu Container.
            match = FuzzyMatch::of(pattern, item.title + u' ' + item.detail);
            if (!match)
                continue;
            byDetail = true;
            match->positions.removeIf([&item](int position) { return position >= item.title.size(); });
        }
        matches.append({i, *match, byDetail});
    }
    if (!pattern.trimmed().isEmpty()) {
        // The smaller, the further up.
        const auto place = [this](const Match &match) {
            const PaletteItem &item = m_items.at(match.index);
            return std::tuple(!item.enabled, match.byDetail, match.match.rank, item.isAction, -match.match.score);
        };
        std::stable_sort(matches.begin(), matches.end(),
                         [&place](const Match &a, const Match &b) { return place(a) < place(b); });
    }
    matches.resize(std::min(matches.size(), MaximumMatches));
    beginResetModel();
    m_matches = matches;
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_matches.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteItem &entry = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole: {
        QStringList parts{entry.title, entry.detail};
        if (!entry.reason.isEmpty())
            parts.append(entry.reason);
        return parts.join(u", "_s);
    }
    case DetailRole:
        return entry.detail;
    case SymbolRole:
        return entry.symbol;
    case ShortcutRole:
        return entry.shortcut.toString(QKeySequence::NativeText);
    case ReasonRole:
        return entry.enabled ? QString() : entry.reason;
    case PositionsRole:
        return QVariant::fromValue(m_matches.at(index.row()).match.positions);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    // A disabled row can still be chosen with the keyboard, so that its reason can be read.
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled : Qt::NoItemFlags;
}

} // namespace Gantry
