// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace Gantry {

/// What stands below each other, as wide as there is room, and scrolls up and down. Takes no focus itself.
class ScrolledColumn : public QScrollArea
{
    Q_OBJECT

public:
    explicit ScrolledColumn(const QString &name, QWidget *parent = nullptr);

protected:
    /// Of widget(), which is the parent of what is added.
    QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
};

} // namespace Gantry
