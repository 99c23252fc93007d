// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

namespace Gantry {

/// A cell that says how many bytes something takes: the figure and its unit apart, so that both stand in columns.
class SizeCell
{
public:
    /// What a model's data() answers for it: figure, unit, the kind of cell, and the whole in words. Negative
    /// \a bytes are not known.
    static QVariant data(qint64 bytes, int role);
    /// What headerData() answers beside the name: \a figures are aligned to the right, and so is what is above them.
    static QVariant header(bool figures, Qt::Orientation orientation, int role);
};

} // namespace Gantry
