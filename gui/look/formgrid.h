// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QGridLayout;
class QWidget;

namespace Gantry {

/// The columns of a form: captions, and fields that take the rest.
QGridLayout *makeFormGrid(QWidget *parent = nullptr);
/// The next row: \a caption before \a field, which takes so many \a columns; answers the row's number. The caption of
/// a field of several lines stands at its \a top.
int addFormRow(QGridLayout *grid, const QString &caption, QWidget *field, int columns = 1, bool top = false);

} // namespace Gantry
