// SPDX-FileCopyrightText: The Gantry developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSet>

namespace Gantry {

class TableView;

/// Gives the columns of the services table what their contents need, within the room that is there. In a narrow window
/// what matters less goes, so that the way to the SQL console is never scrolled out of sight.
class ServiceColumns : public QObject
{
    Q_OBJECT

public:
    /// \a table shows a ServiceModel and owns this.
    explicit ServiceColumns(TableView *table);

    /// After the rows changed; a new width of the table is noticed.
    void fit();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TableView *m_table;
    QSet<int> m_userSized; ///< columns whose width the user chose
    bool m_fitting = false;
};

} // namespace Gantry
