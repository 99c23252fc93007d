// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/sizecell.h"

#include "items/cellroles.h"
#include "items/humanize.h"

#include <algorithm>

namespace Gantry {

QVariant SizeCell::data(qint64 bytes, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return bytes < 0 ? Humanize::absent() : Humanize::size(bytes).number;
    case Qt::AccessibleTextRole:
        return bytes < 0 ? Humanize::absent() : Humanize::sizeText(bytes);
    case UnitRole:
        return Humanize::size(std::max<qint64>(0, bytes)).unit;
    case CellKindRole:
        return int(CellKind::Number);
    case SortRole:
        return bytes;
    default:
        return {};
    }
}

QVariant SizeCell::header(bool figures, Qt::Orientation orientation, int role)
{
    if (!figures || orientation != Qt::Horizontal || role != Qt::TextAlignmentRole)
        return {};
    return int(Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace Gantry
