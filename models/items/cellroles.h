// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace Gantry {

/// How a state is shown: shape, word colour and tint always go together (gui/look/statelook.h paints it).
enum class StateLook {
    None, ///< a plain word without a shape
    Running,
    Healthy,
    Starting,
    Unhealthy,
    Paused,
    Exited, ///< ended with code 0, or created
    Failed, ///< ended with another code
    Restarting,
    Dead,
};

/// What a colour says. Normal follows the cell's kind.
enum class Tone { Normal, Strong, Muted, Faint, Accent, Success, Info, Caution, Warning, Paused, Error };

/// How a cell is painted (CellKindRole).
enum class CellKind {
    Text, ///< secondary text, 13 px
    Name, ///< the row's name, medium weight, in the text colour
    Mono, ///< ids, paths, commands; elided in the middle
    Number, ///< right-aligned with figures of equal width, UnitRole beside it
    Link, ///< in the accent; a click on the text emits CellDelegate::linkActivated
    State, ///< a pill with the shape of StateLookRole
};

/// How a text that does not fit is shortened (CellElisionRole).
enum class CellElision {
    Middle, ///< names, paths: beginning and end tell them apart
    End, ///< sentences, times
    Start, ///< what ends with a time
    Items, ///< a list "a, b, c": whole items and how many more there are
};

/// Roles beyond Qt's by which an item model describes its cells to gui/look/celldelegate.h, without knowing widgets.
/// Roles of a model's own start at FirstFreeRole.
enum CellRole {
    CellKindRole = Qt::UserRole + 1, ///< int(CellKind); Text where absent
    StateLookRole, ///< int(StateLook), for cells of kind State and for rows that show a shape before their name
    UnitRole, ///< QString, "%" or "MB"; also given where the value is absent, so that the dash stands in its column
    ToneRole, ///< int(Tone), overrides the kind's colour
    SymbolRole, ///< QString, icon before the text
    SymbolToneRole, ///< int(Tone) of that icon; Muted where absent
    TrailingSymbolRole, ///< QString, icon after the text ("open-external" after a port)
    CellElisionRole, ///< int(CellElision); Middle where absent
    DetailRole, ///< QString, small muted text at the cell's right end (a count, a column's type)
    SparkRole, ///< QList<qreal> from 0 to 1, drawn before the number
    SpanLeftRole, ///< bool: a right-aligned link that may also use the empty cells at its left
    GroupRole, ///< bool, in every column: the row heads a group
    FilterTextRole, ///< QString: everything that a free-text filter looks at
    SortRole, ///< QVariant that sorts the column
    FirstFreeRole = Qt::UserRole + 100,
};

} // namespace Gantry
