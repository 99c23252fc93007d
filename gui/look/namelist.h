// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Gantry {

/// All names of a long list, one a line, to be scrolled and read: where something is destroyed, none may stay unnamed.
class NameList : public QPlainTextEdit
{
    Q_OBJECT

public:
    /// How many names a text may hold before they need a list.
    static constexpr int Few = 12;

    explicit NameList(const QStringList &lines, QWidget *parent = nullptr);
};

} // namespace Gantry
